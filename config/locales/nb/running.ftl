### Drift: oppsettet av tjenesten, start og stopp, sikkerhetskopi.

## Når tjenesten ikke starter.

start-open-to-all = Tjenesten lytter ikke på { $address } uten TLS: andre kunne lytte med. Sett tls.certificate og tls.key, eller listen.plain = true når en mellomtjener på et lukket nett tar seg av TLS.
start-certificate = Sertifikatet eller nøkkelen kan ikke brukes: { $detail }

server-not-ready = Tjenesten er ikke klar: databasen svarer ikke, den har en annen versjon enn programmet, eller tjenesten er i ferd med å stoppe.

## Oppsettet av tjenesten (sfv config check).

cli-column-config-key = Nøkkel
cli-column-config-value = Verdi
cli-column-config-origin = Kommer fra
config-default = standard
config-ok = Oppsettet er i orden.
config-mistakes = { $n ->
    [one] Oppsettet har én feil.
   *[other] Oppsettet har { $n } feil.
}

mistake-syntax = Filen er ikke riktig TOML her: { $detail }
mistake-unknown = Det er ingen nøkkel «{ $given }».
mistake-unknown-near = Det er ingen nøkkel «{ $given }». Mente du { $nearest }?
mistake-wrong-kind = { $key } skal være { $wanted }.
mistake-out-of-range = { $key } skal være fra { $least } til { $most }.
mistake-not-one-of = «{ $given }» kan ikke stå her. { $key } skal være en av disse: { $choices }.
mistake-no-server = «{ $given }» er ikke en adresse som kan brukes. { $key } er http:// eller https:// og navnet på maskinen, uten brukernavn, passord og spørsmålstegn.
mistake-secret-here = { $key }: en hemmelighet kan ikke stå her. Legg den i en fil som bare eieren kan lese, eller i miljøet.
mistake-plain-database = { $key }: databasen er på en annen maskin, og da kan andre lytte med. Legg til sslmode=verify-full (eller require) i adressen.
mistake-unreadable = { $key }: { $path } kan ikke leses: { $detail }
mistake-readable-by-others = { $key }: { $path } kan leses av alle på maskinen. Ta bort rettighetene for andre (chmod o-rwx).
mistake-needs = { $key } krever at { $other } også er satt.
mistake-bad-content = { $key }: { $detail }
mistake-open-to-all = Tjenesten lytter ikke på { $address } uten TLS: andre kunne lytte med. Sett tls.certificate og tls.key, eller listen.plain = true når en mellomtjener på et lukket nett tar seg av TLS.

mistake-kind-text = tekst
mistake-kind-address = en adresse med port, som 127.0.0.1:8470
mistake-kind-networks = adresser eller nett, som 10.0.0.0/8
mistake-kind-file = navnet på en fil
mistake-kind-secret-file = navnet på en fil
mistake-kind-path = navnet på en fil eller en mappe
mistake-kind-flag = true eller false
mistake-kind-number = et helt tall
mistake-kind-numbers = hele tall i stigende rekkefølge
mistake-kind-choice = et ord
mistake-kind-database = en fil, eller en adresse som begynner med postgres://
mistake-kind-secret = tekst

## Programmet mot en tjeneste.

cli-bad-ca = Filen med sertifikater (--ca, SFV_CA_FILE eller ca_file i oppsettet) inneholder ikke noe sertifikat.
cli-bad-ca-advice = Den skal være i PEM-form: -----BEGIN CERTIFICATE-----.

## Sikkerhetskopi.

backup-made = Sikkerhetskopien ligger i { $place }.
backup-checked = Sikkerhetskopien i { $place } er hel. Ingenting er lagt tilbake.
backup-restored = Sikkerhetskopien er lagt tilbake i { $place }.
backup-fact-made = Laget
backup-fact-program = Programversjon
backup-fact-shape = Databaseversjon
backup-fact-event = Siste hendelse
backup-fact-sha256 = SHA-256
backup-count-task = Saker
backup-count-report-version = Rapportversjoner
backup-count-decision = Avgjørelser
backup-count-delivery = Sendinger
backup-count-event = Hendelser
backup-count-person = Personer
backup-no-database = Det er ingen database i { $path }.
backup-exists = { $path } finnes allerede. Ingenting er overskrevet. Velg et annet sted, eller flytt det som ligger der.
backup-not-a-backup = { $path } er ingen sikkerhetskopi: { $detail }
backup-damaged = Sikkerhetskopien i { $path } er skadet: { $detail } stemmer ikke. Bruk en annen.
backup-newer = Sikkerhetskopien er laget av en nyere utgave av programmet (versjon { $found }; dette programmet kjenner { $known }). Oppdater programmet.
backup-database = Databasen { $path } kan ikke leses: { $detail }
backup-write = { $path } kan ikke skrives: { $detail }
backup-on-server = Databasen er på en tjener og har egne verktøy. Ta kopi: pg_dump --format=custom --file=sfv.dump "{ $given }"
backup-on-server-advice = Legg tilbake i en tom database med pg_restore --exit-on-error --no-owner --single-transaction --dbname=ADRESSE sfv.dump. Passordet står i ~/.pgpass.

## Enhetens vei til registeret, og hvem som har tilgang (sfv admin).

channel-status-old = gammelt fagsystem
channel-status-new-not-approved = nytt fagsystem, ikke godkjent
channel-status-pilot = pilot
channel-status-approved = godkjent
channel-changed = { $status } fra { $day }
channel-changed-letter = { $status } fra { $day } (brev { $letter })
channel-expected = godkjenning ventes { $from }–{ $to }
channel-default = Ingenting er registrert. Standarden gjelder.
channel-unchanged = Enhet { $unit } rapporterer slik fra før. Ingenting er endret.
channel-would-change = Enhet { $unit } ville rapportert slik. Ingenting er endret.
channel-set = Enhet { $unit } rapporterer nå slik.
channel-set-ahead = Lagret. Enhet { $unit } rapporterer slik fra { $day }.
channel-case = Åpen sak { $case } blir vurdert på nytt. Utkastet er beholdt.
event-channel-changed = kanal endret
event-person-changed = tilgang endret
cli-event-channel-changed = kanal endret
cli-event-person-changed = tilgang endret

refusal-channel-step = Enheten er registrert som «{ $from ->
    [old] gammelt fagsystem
    [new_not_approved] nytt fagsystem, ikke godkjent
    [pilot] pilot
   *[approved] godkjent
}» og kan ikke gå rett til «{ $to ->
    [old] gammelt fagsystem
    [new_not_approved] nytt fagsystem, ikke godkjent
    [pilot] pilot
   *[approved] godkjent
}». Ta ett steg om gangen.
refusal-channel-letter = Enhet { $unit } kan ikke bli godkjent uten et brev. Oppgi referansen (--letter).
refusal-channel-taken = Enhet { $unit } har alt en kanal i { $period }: «{ $from ->
    [old] gammelt fagsystem
    [new_not_approved] nytt fagsystem, ikke godkjent
    [pilot] pilot
   *[approved] godkjent
}». En enhet rapporterer på én måte i en periode. Velg en dato i neste periode, eller erstatt kanalen (--replace).
refusal-channel-date = Datoen er før forrige endring ({ $since }).
refusal-unknown-system = Ukjent fagsystem «{ $given }». Kjent er: { $systems }.
refusal-own-account = Du kan ikke stenge ute, endre rollen til eller fjerne deg selv. En annen administrator må gjøre det.

person-changed = { $person }: { $what }
person-removed-access = Brukeren er fjernet.
person-removed-name = Fjernet bruker ({ $person })
person-locked = stengt ute { $at }
person-fact-tokens = Kjennetegn
person-fact-decisions = Avgjørelser
person-fact-drafts = Utkast
person-fact-extensions = Utvidelser og brev
person-fact-submitted = Innsendte rapporter
person-fact-applications = Tilgangssøknader
removal-deleted = Personen er fjernet. Ingenting er igjen.
removal-pseudonymised = Kontaktopplysninger og tilgang er fjernet. Navnet står ved { $decisions ->
    [one] 1 avgjørelse
   *[other] { $decisions } avgjørelser
} og { $events ->
    [one] 1 hendelse
   *[other] { $events } hendelser
}, fordi arkivet må vise hvem som avgjorde.

cli-fact-approval = Vei til registeret
cli-fact-since = Fra
cli-fact-letter = Brev
cli-fact-expected = Neste steg
unit-approval = Vei til registeret

## Alt ut, og inn igjen

transfer-written = Alt er skrevet til { $place }. Filen har personopplysninger og taushetsbelagte tall; bare du kan lese den.
transfer-checked = { $place } er hel, og databasen er tom. Ingenting er lagret.
transfer-taken-in = Alt er lagt inn i { $place }. Kontroller loggen med sfv audit verify når tjenesten er startet.
transfer-left-out = Ikke med: { $tables }. Alle logger inn på nytt der dataene kommer til.
transfer-database = Databasen sier: { $detail }. Ingenting er endret.
transfer-shape = Dataene har form { $found }, og dette programmet bruker form { $known }. Start sfv serve én gang med denne versjonen (da får databasen ny form), eller bruk programmet som filen er laget med.
transfer-not-empty = Databasen har noe i tabellen { $table } fra før. Ingenting er lagt inn. Bruk en tom database.
transfer-unreadable = { $path } kan ikke leses: { $detail }. Ingenting er lagt inn.
transfer-broken-log = { $places ->
    [one] Loggen i filen henger ikke sammen: hendelse { $first } er endret, fjernet eller satt inn utenom programmet.
   *[other] Loggen i filen henger ikke sammen { $places } steder, det første ved hendelse { $first }: noe er endret, fjernet eller satt inn utenom programmet.
  } Ingenting er lagt inn. Se med sfv audit verify der filen kommer fra; skal loggen likevel inn slik den er, si det med --broken-log.
transfer-line = Linje { $line } i filen er ikke som den skal være ({ $detail }). Ingenting er lagt inn. Lag filen på nytt med sfv export.
