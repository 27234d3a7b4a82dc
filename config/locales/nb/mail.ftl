### E-post som går ut når angrefristen er over. Ingen tall, ingen navn på barn, ingenting hemmelig.

mail-return-subject = Halvårsrapporten { $reference } er returnert for korrigering
mail-return-body =
    Hei.

    { $office } har sendt halvårsrapporten for { $unit }, { $period }, tilbake for korrigering.

    Kommentar fra saksbehandleren:

    { $comment }

    Rett rapporten i rapporteringsløsningen og send den inn på nytt.

    Referanse: { $reference }, versjon { $version }
    Hos embetet åpnes den med: sfv open { $reference }
mail-grant-subject = Søknaden { $reference } om rapporttilgang er innvilget
mail-grant-body =
    Hei.

    { $office } har godkjent søknaden din om tilgang til portalen som viser rapporterte tall.

    Referanse: { $reference }
mail-reject-subject = Søknaden { $reference } om rapporttilgang er avslått
mail-reject-body =
    Hei.

    { $office } har ikke godkjent søknaden din om tilgang til portalen som viser rapporterte tall.

    Begrunnelse:

    { $comment }

    Referanse: { $reference }
mail-forwarded-subject = Søknaden { $reference } om rapporttilgang er sendt videre
mail-forwarded-body =
    Hei.

    Søknaden din om tilgang til portalen som viser rapporterte tall, er sendt videre til Bufdir, som behandler søknader fra eksterne brukere.

    Referanse: { $reference }
mail-forward-subject = Søknad om rapporttilgang fra ekstern bruker, { $reference }
mail-forward-body =
    Navn: { $name }
    E-post: { $email }
    Telefon: { $phone }
    Oppgitt tilknytning: { $represents }
mail-ask-subject = Vi trenger flere opplysninger om søknaden { $reference }
mail-ask-body =
    Hei.

    { $office } behandler søknaden din om tilgang til portalen som viser rapporterte tall, og ber om flere opplysninger:

    { $comment }

    Referanse: { $reference }
