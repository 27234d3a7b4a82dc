### Utboksen: hva som leveres, hvor det står, og hva som kan gjøres når det ikke går.

event-given-up = kunne ikke leveres til { $to } og prøves ikke igjen
event-sent-again = sendes på nytt til { $to }
cli-event-given-up = levering oppgitt
cli-event-sent-again = sendes på nytt

## En levering på oppgaven

deliveries-title = Leveringer
delivery-way-mail = E-post til { $to }
delivery-way-bufdir = Rapport til { $to }
delivery-line-held = { $what }: venter til { $at }
delivery-line-sent = { $what }: sendt { $at }
delivery-line-cancelled = { $what }: trukket tilbake
delivery-line-failed =
    { $n ->
        [one] { $what }: ikke levert siden { $since }, { $shown } forsøk, prøves igjen { $next }
       *[other] { $what }: ikke levert siden { $since }, { $shown } forsøk, prøves igjen { $next }
    }
delivery-line-given-up =
    { $n ->
        [one] { $what }: IKKE LEVERT, oppgitt { $at } etter { $shown } forsøk
       *[other] { $what }: IKKE LEVERT, oppgitt { $at } etter { $shown } forsøk
    }
delivery-receipt = Kvittering { $id }, mottatt { $at }, sha256 { $hash }
delivery-answer = Svar: { $answer }
delivery-again = En leder kan sende på nytt: sfv outbox retry { $id } --confirm

miss-address = Adressen kan ikke brukes. Spør mottakeren om riktig adresse og gi beskjeden på en annen måte.
miss-refused = Mottakerens e-posttjener tar den ikke imot. Sjekk adressen med mottakeren, eller gi beskjeden på en annen måte.
miss-busy = Mottakeren ber om at vi kommer tilbake senere.
miss-away = Ingen svarer hos mottakeren. Varer det, må driften se på linjen.
miss-login = Vi slipper ikke inn, eller tjeneren kan ikke det vi ber om. Driften må se på oppsettet.
miss-certificate = Mottakeren kan ikke vise hvem den er (sertifikat). Ingenting er sendt. Driften må se på det.
miss-silent = Det kom ikke noe svar i tide. Den kan være mottatt; den sendes igjen med samme nummer.
miss-rejected = Bufdirs system tar den ikke imot. Avklar med Bufdir før den sendes på nytt.
miss-folder = Mappen for utgående filer kan ikke skrives til. Driften må se på den.
miss-other = Svaret kan ikke forstås. Driften må se på det.

## Kommandoen sfv outbox

cli-outbox-none = Ingen leveringer her.
cli-outbox-again =
    { $n ->
        [one] { $shown } levering sendes på nytt.
       *[other] { $shown } leveringer sendes på nytt.
    }
cli-outbox-would =
    { $n ->
        [one] { $shown } levering ville blitt sendt på nytt. Ingenting er endret.
       *[other] { $shown } leveringer ville blitt sendt på nytt. Ingenting er endret.
    }
refusal-nothing-to-send-again = Leveringen er ikke mislykket, eller den er på vei nå. Se sfv outbox list.

## Oppsettet av post

way-plain-mail = tls = "none" er bare lov til en e-posttjener på denne maskinen, ikke til { $detail }. Bruk "starttls" eller "tls".
way-password = user og password_file (eller SFV_MAIL_PASSWORD) hører sammen: gi begge eller ingen.
way-plain-bufdir = { $detail }: rapporter sendes bare til https:// (eller http:// på denne maskinen), uten navn og passord i adressen.
way-file = kan ikke leses: { $detail }
way-certificate = ingen sertifikater som kan brukes i { $detail }
way-other = tallene passer ikke sammen: { $detail }

## Kommandoen sfv notices

cli-notices-off = Du får ingen e-post om det som kommer inn.
cli-notices-all = Du får e-post om alle enhetene i embetet.
cli-notices-units = Du får e-post om disse enhetene: { $units }
cli-notices-at-once = Hver ting sendes med en gang.
cli-notices-digest = Alt sendes samlet hver dag kl. { $time }.
cli-notices-quiet = Ingenting sendes mellom kl. { $from } og { $until }.

