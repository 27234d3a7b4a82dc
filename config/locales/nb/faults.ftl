### Hva som er galt, hvor, og hva man gjør: det bakstykket, skjermen og kommandolinjen sier.

## Hva slags feil. Første setning sier hva som skjedde, den andre hva man gjør.

fault-not-logged-in = Du er ikke logget inn, eller innloggingen er gått ut.
fault-not-logged-in-advice = Logg inn på nytt. Det du har skrevet, er lagret.
fault-not-allowed = Du har ikke rett til dette.
fault-not-allowed-advice = Spør lederen din eller administratoren om rollen du trenger.
fault-read-only = Programmet er startet for å lese (--readonly).
fault-read-only-advice = Start det uten --readonly for å avgjøre.
fault-not-found = Saken finnes ikke, eller den hører til et annet embete.
fault-not-found-advice = Kontroller referansen.
fault-version-changed = Det er kommet en ny versjon mens du arbeidet.
fault-version-changed-advice = Utkastet ditt er beholdt. Se på den nye versjonen og avgjør på nytt.
fault-already-decided = Saken er allerede avgjort.
fault-already-decided-advice = Åpne den i arkivet for å se hvem som avgjorde den.
fault-undo-over = Det er ikke lenger noe å angre.
fault-undo-over-advice = Angrefristen er ute, eller avgjørelsen er alt tatt tilbake.
fault-key-reused = Nøkkelen er brukt for en annen avgjørelse.
fault-key-reused-advice = Begynn på avgjørelsen på nytt.
fault-already-submitted = Denne versjonen er levert før.
fault-already-submitted-advice = Lever en ny versjon dersom tallene skal rettes.
fault-refused = Det kan ikke tas imot slik det er.
fault-refused-advice = Rett det som står nedenfor, og prøv igjen.
fault-bad-request = Forespørselen har ikke riktig form.
fault-bad-request-advice = Oppdater programmet; det passer ikke med tjenesten.
fault-version-missing = Det mangler hvilken versjon avgjørelsen gjelder.
fault-version-missing-advice = Send versjonen du har sett, i If-Match.
fault-too-large = Det er for stort til å tas imot.
fault-too-large-advice = Del det opp, eller kontroller at det er riktig fil.
fault-too-many = Det kom for mange forespørsler på kort tid.
fault-too-many-advice = Vent litt og prøv igjen (F5). Blir det likt, så spør den som drifter tjenesten om grensen.
fault-storage = Databasen kan ikke skrives til nå.
fault-storage-advice = Kontroller at filen ikke er låst eller skrivebeskyttet og at det er plass på disken. Trykk F5 for å prøve igjen.
fault-internal = Det oppsto en feil i tjenesten.
fault-internal-advice = Prøv igjen. Blir det likt, så meld fra til den som drifter tjenesten.
fault-away = Får ikke kontakt med tjenesten.
fault-away-advice = Trykk F5 for å prøve igjen.
    .aloud = Prøv igjen.
fault-unknown = Forbindelsen ble brutt før svaret kom. Det er ikke kjent om det ble lagret.
fault-unknown-advice = Send det samme på nytt (F5); det blir ikke lagret to ganger.
    .aloud = Send det samme på nytt; det blir ikke lagret to ganger.
fault-garbled = Tjenesten svarte noe programmet ikke forstår.
fault-garbled-advice = Kontroller adressen, og at program og tjeneste har samme versjon.
fault-nothing-stored = Ingenting er lagret eller sendt.
fault-belongs-to = Bunken er laget av { $name }.
fault-decided-by = Avgjort av { $name }.

## Hvorfor noe ikke tas imot.

refusal-unknown-unit = Ukjent rapporteringsenhet «{ $given }».
refusal-unknown-unit-hint = Ukjent rapporteringsenhet «{ $given }». Mente du { $hint }? Nummeret skrives med alle nuller.
refusal-unit-does-not-report = Enhet { $unit } rapporterer ikke selv; bydelene gjør det.
refusal-unknown-period = Ukjent periode «{ $given }». Skriv for eksempel 2023H1.
refusal-unknown-point = Skjemaet har ikke noe punkt «{ $given }».
refusal-unknown-point-hint = Skjemaet har ikke noe punkt «{ $given }». Mente du { $hint }?
refusal-unknown-reference = «{ $given }» er ingen referanse. Den ser slik ut: KHR-2023H1-3420 eller TLG-000212.
refusal-missing-point = Punkt { $point } ({ $label }) er ikke fylt ut.
refusal-not-whole = Punkt { $point }: «{ $given }» er ikke et helt tall fra 0 og oppover.
refusal-not-for-unit = Punkt { $point } fylles ikke ut av kommunen.
refusal-point-twice = Punkt { $point } står mer enn én gang.
refusal-open-errors = Rapporten har feil som ingen har begrunnet: { $rules }. Godta dem med begrunnelse (g på funnet), eller returner rapporten.
refusal-no-such-finding = Rapporten har ikke funnet { $rule } lenger.
refusal-identity-number =
    { $kind ->
        [birth_number] Teksten inneholder et fødselsnummer.
        [d_number] Teksten inneholder et D-nummer.
       *[duf] Teksten inneholder et DUF-nummer.
    } Ta det ut: slike nummer skal ikke sendes.
refusal-extensions-missing = Antall utvidelser (7A) mangler. Det er påkrevd for enheter på gammelt fagsystem. Trykk u.
    .aloud = Antall utvidelser (7A) mangler. Det er påkrevd for enheter på gammelt fagsystem. Skriv antallet først.
refusal-extensions-forbidden = Antall utvidelser (7A) rapporteres ikke for denne enheten.
refusal-extensions-above-reported =
    { $given ->
        [one] 1 utvidelse (7A) er
       *[other] { $given } utvidelser (7A) er
    } flere enn { $reported ->
        [0] ingen saker
        [one] den ene saken
       *[other] de { $reported } sakene
    } med 3–6 måneder som enheten har oppgitt (2E).
refusal-extensions-without-cases = { $given ->
    [one] 1 utvidelse
   *[other] { $given } utvidelser
} (7A), men enheten har ikke oppgitt noen saker med 3–6 måneder (2E er tomt).
refusal-blank-comment = Kommentaren er tom. Skriv det mottakeren må få vite.
refusal-long-comment = Kommentaren er { $length } tegn; grensen er { $limit }.
refusal-bad-field = Feltet «{ $field }» er tomt, for langt eller har feil form.
refusal-same-version = Versjon { $newest } er alt levert. Neste versjon er { $next }.
refusal-same-content = De samme tallene er alt levert som versjon { $newest }.
refusal-version-gap = Versjon { $given } kan ikke komme nå; neste versjon er { $next }.
refusal-case-closed = Saken er godkjent. Det kan ikke leveres mer på den.
refusal-wrong-kind = Avgjørelsen passer ikke til denne typen sak.
refusal-own-application = Du kan ikke avgjøre din egen søknad. En kollega må gjøre det.
refusal-ambiguous-point = «{ $given }» kan være flere punkter ({ $points }). Skriv koden eller nøkkelen i stedet.
refusal-suppressed = Punkt { $point }: «{ $given }» betyr at tallet er skjult eller mangler i en publisert tabell. En rapport må ha det virkelige tallet.
refusal-in-row = Linje { $line }: { $why }
refusal-bad-file = Filen kan ikke leses: { $what }
refusal-bad-file-line = Filen kan ikke leses, linje { $line }: { $what }

file-encoding = den er ikke i UTF-8. Lagre den på nytt som UTF-8.
file-utf16 = den er i UTF-16. Lagre den på nytt som UTF-8.
file-binary = den er ikke en tekstfil. Eksporter den som CSV eller JSON.
file-unknown-type = den er verken .json eller .csv.
file-too-large = den er større enn { $limit } byte.
file-json = den er ikke gyldig JSON: { $detail }.
file-missing-column = kolonnen «{ $column }» mangler.
file-unknown-column = kolonnen «{ $column }» hører ikke hjemme i filen.
file-column-twice = kolonnen «{ $column }» står mer enn én gang.
file-cells = raden har feil antall felter.
file-quote = et anførselstegn er ikke lukket på samme linje, eller det står noe etter det.
file-mixed = den blander flere enheter eller perioder. Lever én fil for hver.
file-several-reports = den har { $count } rapporter. Lever én fil for hver.
file-report-twice = enhet { $unit } står mer enn én gang for det samme halvåret.
file-empty = den er tom.

## Hva som ble antatt eller utelatt da en fil ble lest. Filen er tatt imot likevel.

note-latin-assumed = Filen er ikke i UTF-8 og er lest som Latin-1 (Windows-1252). Kontroller at æ, ø og å er riktige.
note-zero-put-back = Enhetsnummeret «{ $given }» manglet den første nullen og er lest som { $taken }.
note-obsolete-point = Utgått punkt: skjemaet spør ikke lenger om { $point } ({ $key }). Tallet teller ikke med.
note-left-out = Kolonnen «{ $column }» fylles ikke ut av kommunen. Tallene i den er ikke tatt med.
