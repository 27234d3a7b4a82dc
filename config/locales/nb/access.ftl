## Tilgang til de rapporterte tallene: rollen som gis, hvem som har tilgang, tallene og søknadsskjemaet.

access-role-municipality = kommune
access-role-office = statsforvalter

event-access-granted = tilgang gitt
event-access-removed = tilgang fjernet
cli-event-access-granted = tilgang gitt
cli-event-access-removed = tilgang fjernet

refusal-role-needed = Søkeren ser ut til å være ekstern. Videresend søknaden til Bufdir. Skal du likevel gi tilgang, må du velge rollen selv, bekrefte den og skrive en begrunnelse.
refusal-role-differs =
    { $suggested ->
        [office] Forslaget er rollen statsforvalter, men du gir rollen kommune.
        [municipality] Forslaget er rollen kommune, men du gir rollen statsforvalter.
       *[none] Søkeren ser ut til å være ekstern, og du gir rollen { $given ->
            [office] statsforvalter.
           *[municipality] kommune.
        }
    } Bekreft rollen for seg, eller gi den som er foreslått.
refusal-role-reason = Søkeren ser ut til å være ekstern. Skriv hvorfor tilgangen likevel gis.
refusal-access-held = Søkeren har denne tilgangen fra før, gjennom { $reference }. Avslå søknaden, eller fjern den gamle tilgangen først.
refusal-no-access-to-remove = Søknaden gir ingen tilgang: Den er ikke innvilget, kan fortsatt angres, eller tilgangen er alt fjernet.
refusal-no-portal-access = Du har ikke tilgang til de rapporterte tallene. Søk om tilgang: sfv access apply FIL --confirm, eller skjemaet på skjermen (3).

permission-none = Ingen har tilgang til de rapporterte tallene.
permission-head-reference = Søknad
permission-head-name = Navn
permission-head-role = Rolle
permission-head-of = Gjelder
permission-head-granted = Gitt
permission-head-by = Gitt av
permission-head-used = Sist brukt
permission-never = aldri
permission-removed = fjernet { $at } av { $name }
permission-taken = Tilgangen til { $name } ({ $reference }) er fjernet. { $to } får beskjed.

published-of = Rapporterte tall for { $unit } ({ $no })
published-none = Ingen godkjente halvårsrapporter er sendt videre ennå.
published-point = Punkt
published-hidden = ..
published-note = «..» er et tall på 1, 2 eller 3 som ikke vises. «–» betyr at punktet ikke er fylt ut.

cli-fact-suggested = Foreslått rolle
cli-fact-sent-by = Innlogget som
cli-fact-held = Har tilgang fra før
cli-fact-permission = Tilgang
access-role-none = ingen
access-earlier-open = { $reference } ({ $unit }), ikke avgjort
access-earlier-granted = { $reference } ({ $unit }), innvilget { $at } av { $name }
access-earlier-removed = { $reference } ({ $unit }), innvilget { $at } av { $name }, tilgangen fjernet { $removed }
access-earlier-rejected = { $reference } ({ $unit }), avslått { $at } av { $name }: «{ $reason }»
access-earlier-forwarded = { $reference } ({ $unit }), videresendt { $at } av { $name }
access-permission = rolle { $role }, gitt { $at } av { $name }, sist brukt { $used }
access-permission-removed = rolle { $role }, fjernet { $at } av { $name }: «{ $reason }»
access-sent-by = Innlogget som
access-held = Har tilgang fra før
access-given = Tilgang

cmd-show-figures = Rapporterte tall (Utrapportering)
hint-show-figures = tall
cmd-show-holders = Hvem som har tilgang til de rapporterte tallene
hint-show-holders = tilganger
cmd-apply = Søk om tilgang til de rapporterte tallene
hint-apply = søk tilgang
cmd-role = Bytt rollen som gis
hint-role = bytt rolle
cmd-confirm-role = Bekreft en annen rolle enn den foreslåtte
hint-confirm-role = bekreft rolle
cmd-remove-access = Fjern tilgangen
hint-remove-access = fjern

tab-figures = Statistikk

access-role-line = Rollen som gis
access-role-suggested = { $role } (forslaget)
access-role-chosen = { $role } – IKKE forslaget; må bekreftes for seg (j i oppsummeringen)
access-role-must = ingen foreslått – velg med o hvis tilgang likevel skal gis
    .aloud = ingen foreslått. Velg en rolle hvis tilgang likevel skal gis
access-choice-role = o  Bytt rollen som gis
message-role = Rollen som gis: { $role }.
summary-role = Rolle
summary-role-waits = venter på at rollen bekreftes (j)
grant-role-again = Trykk j for å bekrefte rollen, Esc for å gå tilbake.
    .aloud = Bekreft rollen først.
editor-title-grant = INNVILG – begrunnelse (den sendes ikke)
editor-to-office = Blir liggende i saken hos embetet.

figures-refused = Du har ikke tilgang til de rapporterte tallene (Utrapportering). Tilgang gis bare gjennom en søknad som er innvilget.
figures-apply = Søk om tilgang: trykk Enter (eller S når som helst). Fra kommandolinjen: sfv access apply FIL --confirm
    .aloud = Du kan søke om tilgang.
figures-role = rolle: { $role }, gjennom { $reference }, enhet { $at } av { $total } (→ og ← bytter)
figures-waiting = Henter de rapporterte tallene …
figures-failed = Tallene kunne ikke hentes. { $why }

holders-title = Tilgang til rapporterte tall
holders-waiting = Henter …
holders-failed = Listen kunne ikke hentes. { $why }
holders-detail = Gitt { $at } av { $name }. { $email }

removal-title = FJERN TILGANG  { $reference }
removal-who = { $name } mister rollen { $role } for { $of }.
removal-reason = Begrunnelse (sendes til { $email }):
removal-question = Du er i ferd med å FJERNE tilgangen. { $email } får denne begrunnelsen, på målformen til enheten:
removal-confirm = Enter fjerner tilgangen nå. Det kan ikke angres; personen kan søke på nytt.
    .aloud = Tilgangen fjernes når du bekrefter. Det kan ikke angres; personen kan søke på nytt.
removal-sending = Sender …
message-access-removed = Tilgangen til { $name } er fjernet. { $to } får beskjed.

## Søknadsskjemaet står på begge målformer samtidig (språklova § 15). Det som er likt på begge, står én gang.

apply-title = Søknad om rapporttilgang
apply-help = Bokmål: Søk om å få se de rapporterte tallene. Arbeider du hos statsforvalteren, velger du en kommune i fylket.
apply-help-nn = Nynorsk: Søk om å få sjå dei rapporterte tala. Arbeider du hos statsforvaltaren, vel du ein kommune i fylket.
apply-name = Navn / Namn
apply-represents = Arbeidsgiver / Arbeidsgivar
apply-email = E-post på jobb
apply-phone = Telefon på jobb
apply-unit = Kommune eller bydel
apply-chosen = Valgt / Vald: { $name } ({ $no })
apply-no-unit = Ingen rapporterende enhet heter det. / Inga rapporterande eining heiter det.
apply-missing-name = Skriv navnet ditt. / Skriv namnet ditt.
apply-missing-represents = Skriv hvor du arbeider. / Skriv kvar du arbeider.
apply-missing-unit = Velg en enhet fra listen (skriv, pil ned, Enter). / Vel ei eining frå lista (skriv, pil ned, Enter).
apply-ready = Enter sender søknaden. Esc går tilbake.
    .aloud = Søknaden er klar til å sendes.
apply-sending = Sender …
message-applied = Søknaden er mottatt som { $reference }. / Søknaden er motteken som { $reference }.
message-application-kept = Det du skrev, ligger i skjemaet til neste gang. / Det du skreiv, ligg i skjemaet til neste gong.

help-screen-figures = de rapporterte tallene
help-screen-holders = tilgangene
