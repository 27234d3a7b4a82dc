### Enhetene: hvem som ikke har levert, purringer, enhetens side og registeret over utvidelser.

## Hvorfor noe blir avvist

refusal-already-delivered = { $unit } har alt levert. Det er ingenting å purre på.
refusal-no-form-due = { $unit } leverer gjennom Barnevernsregisteret. Det ventes ikke noe skjema derfra.
refusal-no-address = Ingen e-postadresse er kjent for { $unit }. Legg den inn i kontaktlisten, eller gi beskjed på annen måte.
refusal-reminded-today = { $unit } er alt purret i dag av { $by }. Purr bare en gang til hvis det er meningen.
refusal-not-open-yet = Rapporteringen for { $period } er ikke åpnet ennå. Det er ingenting å purre på.
refusal-bad-case-ref = Saksreferansen må være tjenestens egen, som A17: bokstaver A–Z, sifre, bindestrek og skråstrek, minst ett siffer, høyst 3 bokstaver og 8 sifre på rad og 20 tegn i alt. Navn og fødselsnummer skal ikke registreres.
refusal-case-ref-is-birthday = Saksreferansen kan leses som en fødselsdato. Bruk en referanse som ikke sier noe om barnet.
refusal-bad-day = «{ $given }» i feltet «{ $field }» er ingen dato. Skriv den som 24.08.2023 eller 2023-08-24.
refusal-day-ahead = Datoen i feltet «{ $field }» er ikke kommet ennå.
refusal-days-turned = Datoen i feltet «{ $field }» er tidligere enn den må være. Rekkefølgen er: søkt, avgjort, varslet.
refusal-day-without-decision = Feltet «{ $field }» hører til en avgjørelse, men det er ikke sagt om utvidelsen er innvilget.
refusal-bad-verdict = «{ $given }» er ikke et svar. Skriv ja, nei eller ingenting.
refusal-extension-differs = Registeret har en annen avgjørelse i sak { $reference }. Skal den rettes, må det sies uttrykkelig.
refusal-extension-twice = Sak { $reference } står to ganger.
refusal-not-your-unit = Enheten { $unit } hører ikke til embetet ditt.

## Hendelser

event-reminded = purret
event-registered = utvidelse registrert
event-withdrawn = trukket tilbake
cli-event-reminded = purret
cli-event-registered = utvidelse registrert
cli-event-withdrawn = trukket tilbake

badge-early = før åpning
letter-early = Å
cli-badge-early = før åpning

## Hvordan en enhet står

standing-missing = ikke levert
standing-open = åpen
standing-returned = returnert
standing-approved = godkjent
standing-not-expected = ventes ikke

verdict-pending = ikke vurdert
verdict-granted = innvilget
verdict-refused = ikke innvilget
verdict-superseded = { $verdict } (rettet)
line-outcome-taken = Tatt inn
line-outcome-known = Kjent fra før
line-outcome-refused = Avvist

reminded-never = ikke purret
reminded-last = purret { $at } av { $name }
extension-sentence = { $unit }, sak { $ref }: { $verdict }
extensions-none = Registeret er tomt.

## Kommandolinjen

cli-missing =
    { $n ->
        [0] Alle enheter som skal levere for { $period }, har levert. Fristen: { $deadline }.
        [one] 1 enhet har ikke levert for { $period }. Fristen: { $deadline }.
       *[other] { $n } enheter har ikke levert for { $period }. Fristen: { $deadline }.
    }
cli-column-leader = leder
cli-column-email = e-post
cli-column-phone = telefon
cli-column-days = fristen
cli-column-reminded = sist purret
cli-column-ref = sak
cli-column-asked = søkt
cli-column-verdict = avgjørelse
cli-column-decided = avgjort
cli-column-told = varslet
cli-column-registered = registrert
cli-unknown-contact = ukjent
cli-would-remind =
    { $n ->
        [0] Prøvekjøring for { $period }: ingen ville bli purret.
        [one] Prøvekjøring for { $period }: 1 enhet ville bli purret.
       *[other] Prøvekjøring for { $period }: { $n } enheter ville bli purret.
    }
cli-reminded-before =
    { $n ->
        [0] Ingen ble purret for { $period } { $at }; svaret kom ikke frem da.
        [one] 1 enhet ble purret for { $period } { $at }, men svaret kom ikke frem. Ingenting er sendt nå; gi kommandoen én gang til hvis det skal purres på nytt.
       *[other] { $n } enheter ble purret for { $period } { $at }, men svaret kom ikke frem. Ingenting er sendt nå; gi kommandoen én gang til hvis det skal purres på nytt.
    }
cli-reminded =
    { $n ->
        [0] Ingen er purret for { $period }.
        [one] 1 enhet er purret for { $period }.
       *[other] { $n } enheter er purret for { $period }.
    }
cli-left-out = { "  " }{ $unit } er utelatt: { $why }
cli-notice-leaves = Kan trekkes tilbake til { $until }: sfv undo { $key }
cli-withdrawn =
    { $n ->
        [one] Trukket tilbake; ingenting er sendt.
       *[other] { $n } er trukket tilbake; ingenting er sendt.
    }
cli-notice-to = Beskjed til tjenesten: { $to }
cli-extensions-line = Linje { $line }: { $outcome }. { $what }
cli-extensions-sum = Tatt inn: { $taken }. Kjent fra før: { $known }. Avvist: { $refused }.
cli-extensions-notices =
    { $n ->
        [0] Ingen beskjed til noen tjeneste.
        [one] 1 beskjed til en tjeneste.
       *[other] { $n } beskjeder til tjenester.
    }

## Skjermen

tab-units = Enheter
cmd-show-units = Gå til enhetene
cmd-remind = Purr de merkede enhetene, ellers den valgte
cmd-new-extension = Registrer en beslutning om utvidet undersøkelsestid
cmd-next-field = Til neste felt
cmd-previous-field = Til forrige felt
hint-show-units = enheter
hint-remind = purr
hint-new-extension = ny utvidelse
hint-next-field = neste felt
hint-previous-field = forrige felt
help-screen-units = enhetene
help-screen-unit = en enhet

units-title = Enheter
units-deadline = { $period } – enhetenes frist { $date }: { $left }
units-deadline-short = { $date }: { $left }
units-missing =
    { $n ->
        [0] Alle har levert
        [one] 1 har ikke levert
       *[other] { $n } har ikke levert
    }
units-marked =
    { $n ->
        [one] 1 merket
       *[other] { $n } merket
    }
units-marked-hidden =
    { $n ->
        [one] 1 merket, { $hidden } skjult
       *[other] { $n } merket, { $hidden } skjult
    }
units-none = Embetet har ingen rapporteringsenheter i perioden.
units-none-found = Ingen enhet passer til «{ $text }». Esc tar søket bort.
    .aloud = Ingen enhet passer til «{ $text }».
column-standing = TILSTAND
column-unit-deadline = FRISTEN
column-channel = KANAL
column-language = MÅLFORM
column-reminded = SIST PURRET
column-leader = LEDER
channel-of-form-old = skjema
channel-of-form-new = skjema, nytt system
channel-of-register = register
contact-unknown = ingen kontakt kjent
contact-no-address = ingen e-postadresse
reminded-short = purret { $at }

unit-waiting = Henter enhet { $unit } …
unit-failed = Enhet { $unit } kan ikke vises. { $why }
unit-contact = KONTAKT
unit-reports-with = LEVERER
unit-system = Fagsystem
unit-channel = Kanal
unit-language = Målform
unit-cooperation = INTERKOMMUNALT SAMARBEID
unit-made-up = oppdiktet
unit-host = vertskommune
unit-other-office = hører til et annet embete
unit-sum-missing = ingen sum, for tall mangler fra { $units }
unit-sum-empty = ingen sum, for punktet står tomt hos en av dem
unit-periods = RAPPORTER
unit-no-periods = Ingen rapporter.
unit-returns =
    { $n ->
        [one] returnert 1 gang
       *[other] returnert { $n } ganger
    }
unit-register = UTVIDET UNDERSØKELSESTID
unit-register-sum = { $period }: { $granted } innvilget, { $refused } ikke innvilget, { $pending } ikke vurdert
unit-register-counts = Gammelt fagsystem: antallet foreslås i 7A. Halvåret følger datoen for avgjørelsen; når undersøkelsen blir avsluttet, vet ikke registeret.
unit-register-tells = Nytt fagsystem: tjenesten får beskjed om hver avgjørelse.
unit-asked = søkt { $day }
unit-told = varslet { $day }
unit-letters = SENDT TIL ENHETEN
unit-no-letters = Ingenting er sendt.
unit-letter-return = retur av { $about }
unit-letter-reminder = purring på { $about }
unit-letter-extension = utvidelse i sak { $about }
unit-access = SØKNADER OM RAPPORTTILGANG
unit-no-access = Ingen søknader.

form-title = Utvidet undersøkelsestid: { $unit } ({ $no })
form-case-ref = Tjenestens saksreferanse
form-asked = Søknadsdato
form-verdict = Innvilget (ja, nei, tomt)
form-decided = Dato avgjort (tomt: i dag)
form-told = Varslet på annen måte, dato
form-help = Referansen er tjenestens egen, som A17. Navn, fødselsdato og fødselsnummer skal ikke stå her. Datoer skrives 24.08.2023. Tomt svar betyr at saken ikke er vurdert. Bruker tjenesten nytt fagsystem, får den beskjed om avgjørelsen, hvis den ikke alt er varslet på annen måte. Enter viser hva som blir lagret og sendt.

notice-title-remind = Purre – oppsummering
notice-title-register = Utvidelse – oppsummering
notice-checking = Kontrollerer …
notice-remind-count =
    { $n ->
        [0] Ingen kan purres.
        [one] 1 enhet blir purret{ $left ->
            [0] :
           *[other] , { $left } utelates (se nederst):
        }
       *[other] { $n } enheter blir purret{ $left ->
            [0] :
           *[other] , { $left } utelates (se nederst):
        }
    }
notice-left-out = { "  " }{ $unit } utelates: { $why }
notice-decided = avgjort { $day }
notice-known = Dette står alt i registeret. Ingenting blir lagret.
notice-to = Beskjed til tjenesten: { $to }
notice-nobody = Ingen e-post blir sendt.
notice-stage-checking = Kontrollerer …
notice-stage-ready = Bekreft med Enter
notice-number = { $n ->
    [one] Purre 1 enhet? Skriv 1:
   *[other] Purre { $shown } enheter? Skriv { $shown }:
}
message-notice-number = Du skrev «{ $typed }», men { $waiting ->
    [one] 1 enhet
   *[other] { $waiting } enheter
} blir purret. Ingenting er sendt.
notice-stage-nothing = Det er ingenting å bekrefte. Esc går tilbake.
    .aloud = Det er ingenting å bekrefte.
notice-stage-sending = Sender …
notice-stage-failed = Ikke bekreftet
notice-window =
    { $n ->
        [0] Går ut med en gang.
        [one] Kan angres i 1 sekund (z).
       *[other] Kan angres i { $n } sekunder (z).
    }
message-notice-left = Ingenting er lagret eller sendt.
message-notice-unknown = Det er ikke kjent om det kom fram. Se etter på enhetens side før du prøver igjen.
message-notice-window = Kan angres til { $until } (z).
message-form-kept = Det du skrev, er beholdt til du åpner skjemaet igjen.
message-reminded =
    { $n ->
        [one] 1 enhet er purret.
       *[other] { $n } enheter er purret.
    }
message-registered =
    { $n ->
        [0] Avgjørelsen er registrert.
       *[other] Avgjørelsen er registrert, og tjenesten får beskjed.
    }
message-withdrawn =
    { $n ->
        [one] Trukket tilbake. Ingenting er sendt.
       *[other] { $n } er trukket tilbake. Ingenting er sendt.
    }
registered-count = eget register: { $granted } innvilget
