### Drift: oppsettet av tenesta, start og stopp, tryggingskopi.

## Når tenesta ikkje startar.

start-open-to-all = Tenesta lyttar ikkje på { $address } utan TLS: Andre kunne lytte med. Set tls.certificate og tls.key, eller listen.plain = true når ein mellomtenar på eit lukka nett tek seg av TLS.
start-certificate = Sertifikatet eller nøkkelen kan ikkje brukast: { $detail }

server-not-ready = Tenesta er ikkje klar: Databasen svarer ikkje, han har ein annan versjon enn programmet, eller tenesta er i ferd med å stoppe.

## Oppsettet av tenesta (sfv config check).

cli-column-config-key = Nøkkel
cli-column-config-value = Verdi
cli-column-config-origin = Kjem frå
config-default = standard
config-ok = Oppsettet er i orden.
config-mistakes = { $n ->
    [one] Oppsettet har éin feil.
   *[other] Oppsettet har { $n } feil.
}

mistake-syntax = Fila er ikkje rett TOML her: { $detail }
mistake-unknown = Det finst ingen nøkkel «{ $given }».
mistake-unknown-near = Det finst ingen nøkkel «{ $given }». Meinte du { $nearest }?
mistake-wrong-kind = { $key } skal vere { $wanted }.
mistake-out-of-range = { $key } skal vere frå { $least } til { $most }.
mistake-not-one-of = «{ $given }» kan ikkje stå her. { $key } skal vere ein av desse: { $choices }.
mistake-no-server = «{ $given }» er inga adresse som kan brukast. { $key } er http:// eller https:// og namnet på maskina, utan brukarnamn, passord og spørjeteikn.
mistake-secret-here = { $key }: Ein hemmeleg verdi kan ikkje stå her. Legg han i ei fil som berre eigaren kan lese, eller i miljøet.
mistake-plain-database = { $key }: Databasen er på ei anna maskin, og då kan andre lytte med. Legg til sslmode=verify-full (eller require) i adressa.
mistake-unreadable = { $key }: { $path } kan ikkje lesast: { $detail }
mistake-readable-by-others = { $key }: { $path } kan lesast av alle på maskina. Ta bort rettane for andre (chmod o-rwx).
mistake-needs = { $key } krev at { $other } også er sett.
mistake-bad-content = { $key }: { $detail }
mistake-open-to-all = Tenesta lyttar ikkje på { $address } utan TLS: Andre kunne lytte med. Set tls.certificate og tls.key, eller listen.plain = true når ein mellomtenar på eit lukka nett tek seg av TLS.

mistake-kind-text = tekst
mistake-kind-address = ei adresse med port, som 127.0.0.1:8470
mistake-kind-networks = adresser eller nett, som 10.0.0.0/8
mistake-kind-file = namnet på ei fil
mistake-kind-secret-file = namnet på ei fil
mistake-kind-path = namnet på ei fil eller ei mappe
mistake-kind-flag = true eller false
mistake-kind-number = eit heilt tal
mistake-kind-numbers = heile tal i stigande rekkjefølgje
mistake-kind-choice = eit ord
mistake-kind-database = ei fil, eller ei adresse som begynner med postgres://
mistake-kind-secret = tekst

## Programmet mot ei teneste.

cli-bad-ca = Fila med sertifikat (--ca, SFV_CA_FILE eller ca_file i oppsettet) inneheld ikkje noko sertifikat.
cli-bad-ca-advice = Ho skal vere i PEM-form: -----BEGIN CERTIFICATE-----.

## Tryggingskopi.

backup-made = Tryggingskopien ligg i { $place }.
backup-checked = Tryggingskopien i { $place } er heil. Ingenting er lagt tilbake.
backup-restored = Tryggingskopien er lagd tilbake i { $place }.
backup-fact-made = Laga
backup-fact-program = Programversjon
backup-fact-shape = Databaseversjon
backup-fact-event = Siste hending
backup-fact-sha256 = SHA-256
backup-count-task = Saker
backup-count-report-version = Rapportversjonar
backup-count-decision = Avgjerder
backup-count-delivery = Sendingar
backup-count-event = Hendingar
backup-count-person = Personar
backup-no-database = Det finst ingen database i { $path }.
backup-exists = { $path } finst alt. Ingenting er overskrive. Vel ein annan stad, eller flytt det som ligg der.
backup-not-a-backup = { $path } er ingen tryggingskopi: { $detail }
backup-damaged = Tryggingskopien i { $path } er skadd: { $detail } stemmer ikkje. Bruk ein annan.
backup-newer = Tryggingskopien er laga av ei nyare utgåve av programmet (versjon { $found }; dette programmet kjenner { $known }). Oppdater programmet.
backup-database = Databasen { $path } kan ikkje lesast: { $detail }
backup-write = { $path } kan ikkje skrivast: { $detail }
backup-on-server = Databasen er på ein tenar og har eigne verktøy. Ta kopi: pg_dump --format=custom --file=sfv.dump "{ $given }"
backup-on-server-advice = Legg tilbake i ein tom database med pg_restore --exit-on-error --no-owner --single-transaction --dbname=ADRESSE sfv.dump. Passordet står i ~/.pgpass.

## Vegen frå eininga til registeret, og kven som har tilgang (sfv admin).

channel-status-old = gammalt fagsystem
channel-status-new-not-approved = nytt fagsystem, ikkje godkjend
channel-status-pilot = pilot
channel-status-approved = godkjend
channel-changed = { $status } frå { $day }
channel-changed-letter = { $status } frå { $day } (brev { $letter })
channel-expected = godkjenning er venta { $from }–{ $to }
channel-default = Ingenting er registrert. Standarden gjeld.
channel-unchanged = Eining { $unit } rapporterer slik frå før. Ingenting er endra.
channel-would-change = Eining { $unit } ville rapportert slik. Ingenting er endra.
channel-set = Eining { $unit } rapporterer no slik.
channel-set-ahead = Lagra. Eining { $unit } rapporterer slik frå { $day }.
channel-case = Open sak { $case } blir vurdert på nytt. Utkastet er teke vare på.
event-channel-changed = kanal endra
event-person-changed = tilgang endra
cli-event-channel-changed = kanal endra
cli-event-person-changed = tilgang endra

refusal-channel-step = Eininga er registrert som «{ $from ->
    [old] gammalt fagsystem
    [new_not_approved] nytt fagsystem, ikkje godkjend
    [pilot] pilot
   *[approved] godkjend
}» og kan ikkje gå rett til «{ $to ->
    [old] gammalt fagsystem
    [new_not_approved] nytt fagsystem, ikkje godkjend
    [pilot] pilot
   *[approved] godkjend
}». Ta eitt steg om gongen.
refusal-channel-letter = Eining { $unit } kan ikkje bli godkjend utan eit brev. Oppgi referansen (--letter).
refusal-channel-taken = Eining { $unit } har alt ein kanal i { $period }: «{ $from ->
    [old] gammalt fagsystem
    [new_not_approved] nytt fagsystem, ikkje godkjend
    [pilot] pilot
   *[approved] godkjend
}». Ei eining rapporterer på éin måte i ein periode. Vel ein dato i neste periode, eller erstatt kanalen (--replace).
refusal-channel-date = Datoen er før førre endring ({ $since }).
refusal-unknown-system = Ukjent fagsystem «{ $given }». Kjende er: { $systems }.
refusal-own-account = Du kan ikkje stengje ute, endre rolla til eller fjerne deg sjølv. Ein annan administrator må gjere det.

person-changed = { $person }: { $what }
person-removed-access = Brukaren er fjerna.
person-removed-name = Fjerna brukar ({ $person })
person-locked = stengd ute { $at }
person-fact-tokens = Innloggingsnøklar
person-fact-decisions = Avgjerder
person-fact-drafts = Utkast
person-fact-extensions = Utvidingar og brev
person-fact-submitted = Innsende rapportar
person-fact-applications = Tilgangssøknader
removal-deleted = Personen er fjerna. Ingenting er igjen.
removal-pseudonymised = Kontaktopplysningar og tilgang er fjerna. Namnet står ved { $decisions ->
    [one] 1 avgjerd
   *[other] { $decisions } avgjerder
} og { $events ->
    [one] 1 hending
   *[other] { $events } hendingar
}, fordi arkivet må vise kven som avgjorde.

cli-fact-approval = Veg til registeret
cli-fact-since = Frå
cli-fact-letter = Brev
cli-fact-expected = Neste steg
unit-approval = Veg til registeret

## Alt ut, og inn igjen

transfer-written = Alt er skrive til { $place }. Fila har personopplysningar og tal som er underlagde teieplikt; berre du kan lese ho.
transfer-checked = { $place } er heil, og databasen er tom. Ingenting er lagra.
transfer-taken-in = Alt er lagt inn i { $place }. Kontroller loggen med sfv audit verify når tenesta er starta.
transfer-left-out = Ikkje med: { $tables }. Alle loggar inn på nytt der dataa kjem til.
transfer-database = Databasen seier: { $detail }. Ingenting er endra.
transfer-shape = Dataa har form { $found }, og dette programmet bruker form { $known }. Start sfv serve éin gong med denne versjonen (då får databasen ny form), eller bruk programmet som fila er laga med.
transfer-not-empty = Databasen har noko i tabellen { $table } frå før. Ingenting er lagt inn. Bruk ein tom database.
transfer-unreadable = { $path } kan ikkje lesast: { $detail }. Ingenting er lagt inn.
transfer-broken-log = { $places ->
    [one] Loggen i fila heng ikkje saman: Hending { $first } er endra, fjerna eller sett inn utanom programmet.
   *[other] Loggen i fila heng ikkje saman { $places } stader, den første ved hending { $first }: Noko er endra, fjerna eller sett inn utanom programmet.
  } Ingenting er lagt inn. Sjå etter med sfv audit verify der fila kjem frå; skal loggen likevel inn slik han er, sei det med --broken-log.
transfer-line = Linje { $line } i fila er ikkje som ho skal vere ({ $detail }). Ingenting er lagt inn. Lag fila på nytt med sfv export.
