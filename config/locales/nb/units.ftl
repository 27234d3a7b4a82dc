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
refusal-extension-differs = Registeret har en annen avgjørelse i sak { $case_ref }. Skal den rettes, må det sies uttrykkelig.
refusal-extension-twice = Sak { $case_ref } står to ganger.
refusal-not-your-unit = Enheten { $unit } hører ikke til embetet ditt.

## Hendelser

event-reminded = Purret
event-registered = Utvidelse registrert
event-withdrawn = Trukket tilbake
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
standing-not-expected = ikke ventet

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
