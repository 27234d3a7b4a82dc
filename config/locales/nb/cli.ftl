### Det kommandolinjen sier.

## Kolonner og felter.

cli-column-reference = Referanse
cli-column-unit = Rapporteringsenhet
cli-column-kind = Type
cli-column-version = Versjon
cli-column-deadline = Frist
cli-column-state = Status
cli-column-marks = Merker
cli-column-point = Punkt
cli-column-label = Hva
cli-column-number = Nummer
cli-column-name = Navn
cli-column-unit-kind = Slag
cli-column-children = Barn 0–17
cli-column-channel = Rapporterer

cli-fact-reference = Referanse
cli-fact-unit = Rapporteringsenhet
cli-fact-period = Periode
cli-fact-state = Status
cli-fact-version = Versjon
cli-fact-submitter = Sendt av
cli-fact-deadline = Embetets frist
cli-fact-channel = Rapporterer
cli-fact-extensions = Utvidelser (7A)
cli-fact-applicant = Søker
cli-fact-email = E-post
cli-fact-phone = Telefon
cli-fact-represents = Representerer
cli-fact-received = Mottatt
cli-fact-seems = Ser ut som
cli-fact-signs = Fordi
cli-fact-person = Innlogget som
cli-fact-role = Rolle
cli-fact-office = Embete
cli-fact-server = Tjeneste
cli-fact-config = Oppsett
cli-fact-demo = Demo
cli-fact-number = Nummer
cli-fact-name = Navn
cli-fact-unit-kind = Slag
cli-fact-county = Fylke
cli-fact-reports = Rapporterer selv
cli-fact-children = Barn 0–17
cli-fact-language = Målform
cli-fact-case-system = Fagsystem
cli-fact-span = Tidsrom
cli-fact-form = Skjemaversjon
cli-fact-opens = Åpner
cli-fact-unit-deadline = Kommunens frist
cli-fact-office-deadline = Embetets frist

cli-yes = ja
cli-no = nei
cli-assumed = (antatt)
cli-demo = alle tall er oppdiktet
cli-remarks = Merknader fra enheten
cli-timeline = Tidslinje
cli-rows = Viser { $shown } av { $total }.
cli-no-rows = Ingen oppgaver.

## Navn på det som står i sakene.

cli-kind-report = halvårsrapport
cli-kind-access = rapporttilgang
cli-state-open = åpen
cli-state-approved = godkjent
cli-state-returned = returnert
cli-state-granted = innvilget
cli-state-rejected = avslått
cli-state-forwarded = sendt videre til Bufdir
cli-badge-new = ny
cli-badge-corrected = korrigert
cli-badge-draft = utkast
cli-badge-new-system = nytt fagsystem, manuelt
cli-badge-machine = maskinell
cli-badge-late = levert for sent
cli-delivery-held = holdes tilbake
cli-delivery-sent = sendt
cli-delivery-failed = sending feilet
cli-delivery-cancelled = trukket tilbake
cli-decision-approve = godkjenning
cli-decision-return = retur for korrigering
cli-decision-grant = innvilgelse
cli-decision-reject = avslag
cli-decision-forward = videresending til Bufdir
cli-colleagues-task = Merk: { $name } har tatt oppgaven.
cli-colleagues-draft = Merk: { $name } har et utkast på saken.
cli-event-submitted = levert
cli-event-applied = søknad mottatt
cli-event-saved = utkast lagret
cli-event-continued = kontrollert (Fortsett)
cli-event-confirmed = bekreftet
cli-event-asked = ba om flere opplysninger
cli-event-accepted = godtok avvik
cli-event-unaccepted = tok godtatt avvik tilbake
cli-event-undone = angret
cli-event-batched = bekreftet i bunke
cli-event-sampled = sett i stikkprøve
cli-event-taken-out = tatt ut av bunke
cli-event-delivered = sendt ut
cli-event-delivery-failed = sending feilet
cli-channel-form-old = skjema, gammelt fagsystem
cli-channel-form-new = skjema, nytt fagsystem
cli-channel-register = maskinelt, fra registeret
cli-extensions-required = påkrevd.
cli-extensions-optional = kan oppgis.
cli-extensions-forbidden = rapporteres ikke.
cli-applicant-municipality = ansatt i kommunen
cli-applicant-district = ansatt i bydelen
cli-applicant-colleague = kollega hos statsforvalteren
cli-applicant-external = ekstern
cli-sign-unit-domain = e-posten hører til kommunen
cli-sign-office-domain = e-posten hører til en statsforvalter
cli-sign-names-office = søknaden nevner en statsforvalter
cli-sign-unknown-domain = e-postadressen er ukjent
cli-sign-other-unit-domain = e-posten hører til en annen kommune
cli-role-municipality = rapportør i kommunen
cli-role-reader = leser
cli-role-reviewer = saksbehandler
cli-role-leader = leder
cli-role-bufdir = Bufdir
cli-role-admin = administrator
cli-unit-kind-kommune = kommune
cli-unit-kind-bydel = bydel
cli-unit-kind-annen = annen
cli-language-nb = bokmål
cli-language-nn = nynorsk
cli-language-neutral = nøytral

## Utkast og avgjørelser.

cli-draft = Utkast av { $name }, lagret { $at }
cli-decision-line = { $kind } av versjon { $version }: { $name }, { $at }
cli-decision-undone = { $kind } av versjon { $version }: { $name }, { $at } (angret)
cli-decided = { $ref }, versjon { $version }: { $state }.
cli-decided-before = { $ref }, versjon { $version }: { $state }. Den var alt lagret; ingenting er lagret to ganger.
cli-undo-until = Kan angres til { $until } med: sfv undo { $ref }
cli-undone = { $ref }: { $kind } er angret. Saken er åpen igjen.
cli-asked = { $ref }: spørsmålet er på vei. Saken er fortsatt åpen.
cli-received = { $ref }, versjon { $version }: mottatt.
cli-received-late = Den kom etter kommunens frist.
cli-received-obsolete = Punkter som skjemaet ikke lenger spør om: { $keys }.
cli-dry-run = Prøvekjøring: ingenting er sendt. Dette ville blitt sendt:

## Kontroll av en fil og sammenligning av versjoner.

cli-check-unused = Tallene i «{ $given }» hører ikke til noen enhet som kontrolleres, og ble ikke brukt.
cli-check-previous = I «{ $given }»:
cli-diff-head = { $ref } { $unit }, { $period }: versjon { $from } → { $to }
cli-diff-one = { $ref } { $unit }, { $period }: det finnes bare versjon { $to }.
cli-diff-asked = Det ble spurt om:
cli-diff-others = Andre endringer:
cli-diff-changes = Endringer:
cli-diff-remarks = Nye merknader:
cli-diff-none = Ingen endringer.
cli-answer-changed = endret
cli-answer-remarked = merknad
cli-answer-unanswered = ikke besvart

## Personer i programmets eget bakstykke.

cli-local-person = Lokal saksbehandler
cli-local-reporter = Rapportør for { $unit }

## Det som går galt.

cli-no-consent = En avgjørelse trenger --confirm (gjør det) eller --dry-run (bare vis hva som ville blitt sendt).
cli-no-consent-advice = Ingenting er sendt.
cli-demo-on-server = Demoen har en fil for seg selv og legges ikke på en databasetjener.
cli-demo-on-server-advice = Start den uten --database, eller med en fil. På en databasetjener starter du uten --demo.
cli-bad-time = «{ $given }» er ikke et tidspunkt.
cli-bad-time-advice = Skriv for eksempel 2023-08-24T10:42.
cli-unknown-office = Ukjent embete «{ $given }».
cli-unknown-office-advice = Embetene står i config/offices.toml, for eksempel SFIN.
cli-no-version = Rapporten har ingen versjon { $given }.
cli-unknown-name = «{ $given }» er verken navnet på én regel, ett punkt, en kode eller en feil.
cli-unknown-name-advice = Skriv for eksempel sfv explain K12, sfv explain 2E, sfv explain melder:23 eller sfv explain version-changed.
cli-unknown-name-suggestions = Mente du noe av dette: { $names }?
cli-settings = Oppsettet kan ikke brukes: { $given }
cli-settings-advice = Rett filen, eller ta bort linjen så gjelder standardverdien.
cli-bad-server = «{ $given }» er ikke en adresse som kan brukes.
cli-bad-server-advice = Skriv den som https://navn uten brukernavn og passord.
cli-bad-token = Innloggingsnøkkelen inneholder tegn som ikke kan sendes.
cli-bad-token-advice = Hent en ny, og legg den i filen som --token-file eller SFV_TOKEN_FILE peker på.
cli-journal = Loggen over det som ikke er bekreftet, kan ikke skrives: { $given }
cli-journal-advice = Ingenting er sendt. Kontroller at det er plass på disken og at mappen kan skrives til.
cli-input = Filen kan ikke leses: { $given }
cli-write = Det kan ikke skrives: { $given }
cli-bad-script = «{ $given }» er ingen tast. Taster med navn står i vinkler: <Enter>, <Esc>, <F5>.
cli-replay = { $keys ->
    [one] 1 tast
   *[other] { $keys } taster
}, { $bytes } byte skrevet
cli-internal = Feil i programmet: { $given }
cli-internal-advice = Meld fra til den som drifter det.
cli-stored-unknown = Det er ikke kjent om noe ble lagret.
cli-extensions-missing = Antall utvidelser (7A) mangler. Det er påkrevd for enheter på gammelt fagsystem. Oppgi det med --extensions N.
cli-fault-bad-request = Forespørselen har ikke riktig form. { $detail }
cli-fault-away = Får ikke kontakt med tjenesten på { $detail }.
cli-fault-away-advice = Kontroller adressen (--server, SFV_SERVER) og prøv igjen.
cli-fault-unknown = Forbindelsen til { $detail } ble brutt før svaret kom. Det er ikke kjent om det ble lagret.
cli-fault-unknown-advice = Gi samme kommando på nytt; det blir ikke lagret to ganger.
cli-fault-too-many-advice = Vent litt og prøv igjen. Blir det likt, så spør den som drifter tjenesten om grensen.
cli-fault-storage-advice = Prøv igjen. Blir det likt, så kontroller at databasen ikke er låst eller skrivebeskyttet og at det er plass på disken.
cli-fault-version-changed-advice = Se på den nye versjonen (sfv report show) og avgjør på nytt.
cli-fault-not-logged-in-advice = Logg inn med sfv login, eller oppgi en gyldig innloggingsnøkkel med --token-file, SFV_TOKEN_FILE eller SFV_TOKEN.
cli-fault-undo-over-advice = Se saken med sfv archive show.
