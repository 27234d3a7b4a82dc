### Einingane: kven som ikkje har levert, purringar, sida til eininga og registeret over utvidingar.

## Kvifor noko blir avvist

refusal-already-delivered = { $unit } har alt levert. Det er ingenting å purre på.
refusal-no-form-due = { $unit } leverer gjennom Barnevernsregisteret. Det er ikkje venta noko skjema derifrå.
refusal-no-address = Inga e-postadresse er kjend for { $unit }. Legg ho inn i kontaktlista, eller gi beskjed på ein annan måte.
refusal-reminded-today = { $unit } er alt purra i dag av { $by }. Purr berre ein gong til viss det er meininga.
refusal-not-open-yet = Rapporteringa for { $period } er ikkje opna enno. Det er ingenting å purre på.
refusal-bad-case-ref = Saksreferansen må vere den tenesta sjølv bruker, som A17: bokstavar A–Z, siffer, bindestrek og skråstrek, minst eitt siffer, høgst 3 bokstavar og 8 siffer på rad og 20 teikn i alt. Namn og fødselsnummer skal ikkje registrerast.
refusal-case-ref-is-birthday = Saksreferansen kan lesast som ein fødselsdato. Bruk ein referanse som ikkje seier noko om barnet.
refusal-bad-day = «{ $given }» i feltet «{ $field }» er ingen dato. Skriv han som 24.08.2023 eller 2023-08-24.
refusal-day-ahead = Datoen i feltet «{ $field }» er ikkje komen enno.
refusal-days-turned = Datoen i feltet «{ $field }» er tidlegare enn han må vere. Rekkjefølgja er: søkt, avgjort, varsla.
refusal-day-without-decision = Feltet «{ $field }» høyrer til ei avgjerd, men det er ikkje sagt om utvidinga er innvilga.
refusal-bad-verdict = «{ $given }» er ikkje eit svar. Skriv ja, nei eller ingenting.
refusal-extension-differs = Registeret har ei anna avgjerd i sak { $reference }. Skal ho rettast, må det seiast uttrykkjeleg.
refusal-extension-twice = Sak { $reference } står to gonger.
refusal-not-your-unit = Eininga { $unit } høyrer ikkje til embetet ditt.

## Hendingar

event-reminded = purra
event-registered = utviding registrert
event-withdrawn = trekt tilbake
cli-event-reminded = purra
cli-event-registered = utviding registrert
cli-event-withdrawn = trekt tilbake

badge-early = før opning
letter-early = Å
cli-badge-early = før opning

## Korleis ei eining står

standing-missing = ikkje levert
standing-open = open
standing-returned = returnert
standing-approved = godkjend
standing-not-expected = ikkje venta

verdict-pending = ikkje vurdert
verdict-granted = innvilga
verdict-refused = ikkje innvilga
verdict-superseded = { $verdict } (retta)
line-outcome-taken = Teke inn
line-outcome-known = Kjent frå før
line-outcome-refused = Avvist

reminded-never = ikkje purra
reminded-last = purra { $at } av { $name }
extension-sentence = { $unit }, sak { $ref }: { $verdict }
extensions-none = Registeret er tomt.

## Kommandolinja

cli-missing =
    { $n ->
        [0] Alle einingar som skal levere for { $period }, har levert. Fristen: { $deadline }.
        [one] 1 eining har ikkje levert for { $period }. Fristen: { $deadline }.
       *[other] { $n } einingar har ikkje levert for { $period }. Fristen: { $deadline }.
    }
cli-column-leader = leiar
cli-column-email = e-post
cli-column-phone = telefon
cli-column-days = fristen
cli-column-reminded = sist purra
cli-column-ref = sak
cli-column-asked = søkt
cli-column-verdict = avgjerd
cli-column-decided = avgjort
cli-column-told = varsla
cli-column-registered = registrert
cli-unknown-contact = ukjend
cli-would-remind =
    { $n ->
        [0] Prøvekøyring for { $period }: Ingen ville bli purra.
        [one] Prøvekøyring for { $period }: 1 eining ville bli purra.
       *[other] Prøvekøyring for { $period }: { $n } einingar ville bli purra.
    }
cli-reminded-before =
    { $n ->
        [0] Ingen vart purra for { $period } { $at }; svaret kom ikkje fram då.
        [one] 1 eining vart purra for { $period } { $at }, men svaret kom ikkje fram. Ingenting er sendt no; gi kommandoen éin gong til viss de skal purre på nytt.
       *[other] { $n } einingar vart purra for { $period } { $at }, men svaret kom ikkje fram. Ingenting er sendt no; gi kommandoen éin gong til viss de skal purre på nytt.
    }
cli-reminded =
    { $n ->
        [0] Ingen er purra for { $period }.
        [one] 1 eining er purra for { $period }.
       *[other] { $n } einingar er purra for { $period }.
    }
cli-left-out = { "  " }{ $unit } er utelaten: { $why }
cli-notice-leaves = Kan trekkjast tilbake til { $until }: sfv undo { $key }
cli-withdrawn =
    { $n ->
        [one] Trekt tilbake; ingenting er sendt.
       *[other] { $n } er trekte tilbake; ingenting er sendt.
    }
cli-notice-to = Beskjed til tenesta: { $to }
cli-extensions-line = Linje { $line }: { $outcome }. { $what }
cli-extensions-sum = Tekne inn: { $taken }. Kjende frå før: { $known }. Avviste: { $refused }.
cli-extensions-notices =
    { $n ->
        [0] Ingen beskjed til noka teneste.
        [one] 1 beskjed til ei teneste.
       *[other] { $n } beskjedar til tenester.
    }

## Skjermen

tab-units = Einingar
cmd-show-units = Gå til einingane
cmd-remind = Purr dei merkte einingane, elles den valde
cmd-new-extension = Registrer ei avgjerd om utvida undersøkingstid
cmd-next-field = Til neste felt
cmd-previous-field = Til førre felt
hint-show-units = einingar
hint-remind = purr
hint-new-extension = ny utviding
hint-next-field = neste felt
hint-previous-field = førre felt
help-screen-units = einingane
help-screen-unit = ei eining

units-title = Einingar
units-deadline = { $period } – frist for einingane { $date }: { $left }
units-deadline-short = { $date }: { $left }
units-missing =
    { $n ->
        [0] Alle har levert
        [one] 1 har ikkje levert
       *[other] { $n } har ikkje levert
    }
units-marked =
    { $n ->
        [one] 1 merkt
       *[other] { $n } merkte
    }
units-marked-hidden =
    { $n ->
        [one] 1 merkt, { $hidden } skjult
       *[other] { $n } merkte, { $hidden } skjulte
    }
units-none = Embetet har ingen rapporteringseiningar i perioden.
units-none-found = Inga eining passar til «{ $text }». Esc tek søket bort.
    .aloud = Inga eining passar til «{ $text }».
column-standing = TILSTAND
column-unit-deadline = FRISTEN
column-channel = KANAL
column-language = MÅLFORM
column-reminded = SIST PURRA
column-leader = LEIAR
channel-of-form-old = skjema
channel-of-form-new = skjema, nytt system
channel-of-register = register
contact-unknown = ingen kontakt kjend
contact-no-address = inga e-postadresse
reminded-short = purra { $at }

unit-waiting = Hentar eining { $unit } …
unit-failed = Eining { $unit } kan ikkje visast. { $why }
unit-contact = KONTAKT
unit-reports-with = LEVERER
unit-system = Fagsystem
unit-channel = Kanal
unit-language = Målform
unit-cooperation = INTERKOMMUNALT SAMARBEID
unit-made-up = oppdikta
unit-host = vertskommune
unit-other-office = høyrer til eit anna embete
unit-sum-missing = ingen sum, for tal manglar frå { $units }
unit-sum-empty = ingen sum, for punktet står tomt hos ei av dei
unit-periods = RAPPORTAR
unit-no-periods = Ingen rapportar.
unit-returns =
    { $n ->
        [one] returnert 1 gong
       *[other] returnert { $n } gonger
    }
unit-register = UTVIDA UNDERSØKINGSTID
unit-register-sum = { $period }: { $granted } innvilga, { $refused } ikkje innvilga, { $pending } ikkje vurderte
unit-register-counts = Gammalt fagsystem: Talet blir foreslått i 7A. Halvåret følgjer datoen for avgjerda; når undersøkinga blir avslutta, veit ikkje registeret.
unit-register-tells = Nytt fagsystem: Tenesta får beskjed om kvar avgjerd.
unit-asked = søkt { $day }
unit-told = varsla { $day }
unit-letters = SENDT TIL EININGA
unit-no-letters = Ingenting er sendt.
unit-letter-return = retur av { $about }
unit-letter-reminder = purring på { $about }
unit-letter-extension = utviding i sak { $about }
unit-access = SØKNADER OM RAPPORTTILGANG
unit-no-access = Ingen søknader.

form-title = Utvida undersøkingstid: { $unit } ({ $no })
form-case-ref = Saksreferansen til tenesta
form-asked = Søkt, dato
form-verdict = Innvilga (ja, nei, tomt)
form-decided = Avgjort, dato (tomt: i dag)
form-told = Varsla på annan måte, dato
form-help = Referansen er den tenesta sjølv bruker, som A17. Namn, fødselsdato og fødselsnummer skal ikkje stå her. Skriv datoar slik: 24.08.2023. Tomt svar tyder at saka ikkje er vurdert. Bruker tenesta nytt fagsystem, får ho beskjed om avgjerda, viss ho ikkje alt er varsla på annan måte. Enter viser kva som blir lagra og sendt.

notice-title-remind = Purring – oppsummering
notice-title-register = Utviding – oppsummering
notice-checking = Kontrollerer …
notice-remind-count =
    { $n ->
        [0] Ingen kan purrast.
        [one] 1 eining blir purra{ $left ->
            [0] :
           *[other] , { $left } blir utelatne (sjå nedst):
        }
       *[other] { $n } einingar blir purra{ $left ->
            [0] :
           *[other] , { $left } blir utelatne (sjå nedst):
        }
    }
notice-left-out = { "  " }{ $unit } blir utelaten: { $why }
notice-decided = avgjort { $day }
notice-known = Dette står alt i registeret. Ingenting blir lagra.
notice-to = Beskjed til tenesta: { $to }
notice-nobody = Ingen e-post blir send.
notice-stage-checking = Kontrollerer …
notice-stage-ready = Stadfest med Enter
notice-number = { $n ->
    [one] Purre 1 eining? Skriv 1:
   *[other] Purre { $shown } einingar? Skriv { $shown }:
}
message-notice-number = Du skreiv «{ $typed }», men { $waiting ->
    [one] 1 eining
   *[other] { $waiting } einingar
} blir purra. Ingenting er sendt.
notice-stage-nothing = Det er ingenting å stadfeste. Esc går tilbake.
    .aloud = Det er ingenting å stadfeste.
notice-stage-sending = Sender …
notice-stage-failed = Ikkje stadfesta
notice-window =
    { $n ->
        [0] Går ut med ein gong.
        [one] Kan angrast i 1 sekund (z).
       *[other] Kan angrast i { $n } sekund (z).
    }
message-notice-left = Ingenting er lagra eller sendt.
message-notice-unknown = Det er ikkje kjent om det kom fram. Sjå etter på sida til eininga før du prøver igjen.
message-notice-window = Kan angrast til { $until } (z).
message-form-kept = Det du skreiv, er teke vare på til du opnar skjemaet igjen.
message-reminded =
    { $n ->
        [one] 1 eining er purra.
       *[other] { $n } einingar er purra.
    }
message-registered =
    { $n ->
        [0] Avgjerda er registrert.
       *[other] Avgjerda er registrert, og tenesta får beskjed.
    }
message-withdrawn =
    { $n ->
        [one] Trekt tilbake. Ingenting er sendt.
       *[other] { $n } er trekte tilbake. Ingenting er sendt.
    }
registered-count = eige register: { $granted } innvilga
