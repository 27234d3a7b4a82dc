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
config-mistakes = { $number ->
    [one] Oppsettet har én feil.
   *[other] Oppsettet har { $number } feil.
}

mistake-syntax = Filen er ikke riktig TOML her: { $detail }
mistake-unknown = Det er ingen nøkkel «{ $given }».
mistake-unknown-near = Det er ingen nøkkel «{ $given }». Mente du { $nearest }?
mistake-wrong-kind = { $key } skal være { $wanted }.
mistake-out-of-range = { $key } skal være fra { $least } til { $most }.
mistake-not-one-of = { $key } skal være en av disse: { $choices }.
mistake-secret-here = { $key }: en hemmelighet kan ikke stå her. Legg den i en fil som bare eieren kan lese, eller i miljøet.
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
mistake-kind-path = navnet på en mappe
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
