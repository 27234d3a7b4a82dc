### Det kommandolinja seier.

## Kolonnar og felt.

cli-column-reference = Referanse
cli-column-unit = Rapporteringseining
cli-column-kind = Type
cli-column-version = Versjon
cli-column-deadline = Frist
cli-column-state = Status
cli-column-marks = Merke
cli-column-point = Punkt
cli-column-label = Kva
cli-column-number = Nummer
cli-column-name = Namn
cli-column-unit-kind = Slag
cli-column-children = Barn 0–17
cli-column-channel = Rapporterer

cli-fact-reference = Referanse
cli-fact-unit = Rapporteringseining
cli-fact-period = Periode
cli-fact-state = Status
cli-fact-version = Versjon
cli-fact-submitter = Sendt av
cli-fact-deadline = Frist for embetet
cli-fact-channel = Rapporterer
cli-fact-extensions = Utvidingar (7A)
cli-fact-applicant = Søkjar
cli-fact-email = E-post
cli-fact-phone = Telefon
cli-fact-represents = Representerer
cli-fact-received = Motteken
cli-fact-seems = Ser ut som
cli-fact-signs = Fordi
cli-fact-person = Innlogga som
cli-fact-role = Rolle
cli-fact-office = Embete
cli-fact-server = Teneste
cli-fact-config = Oppsett
cli-fact-demo = Demo
cli-fact-number = Nummer
cli-fact-name = Namn
cli-fact-unit-kind = Slag
cli-fact-county = Fylke
cli-fact-reports = Rapporterer sjølv
cli-fact-children = Barn 0–17
cli-fact-language = Målform
cli-fact-case-system = Fagsystem
cli-fact-span = Tidsrom
cli-fact-form = Skjemaversjon
cli-fact-opens = Opnar
cli-fact-unit-deadline = Frist for kommunen
cli-fact-office-deadline = Frist for embetet

cli-yes = ja
cli-no = nei
cli-assumed = (antatt)
cli-demo = alle tal er oppdikta
cli-remarks = Merknader frå eininga
cli-timeline = Tidslinje
cli-rows = Viser { $shown } av { $total }.
cli-no-rows = Ingen oppgåver.

## Namn på det som står i sakene.

cli-kind-report = halvårsrapport
cli-kind-access = rapporttilgang
cli-state-open = open
cli-state-approved = godkjend
cli-state-returned = returnert
cli-state-granted = innvilga
cli-state-rejected = avslått
cli-state-forwarded = vidaresend til Bufdir
cli-badge-new = ny
cli-badge-corrected = korrigert
cli-badge-draft = utkast
cli-badge-new-system = nytt fagsystem, manuelt
cli-badge-machine = maskinell
cli-badge-late = levert for seint
cli-delivery-held = halden tilbake
cli-delivery-sent = sendt
cli-delivery-failed = sending feila
cli-delivery-cancelled = trekt tilbake
cli-decision-approve = godkjenning
cli-decision-return = retur for korrigering
cli-decision-grant = innvilging
cli-decision-reject = avslag
cli-decision-forward = vidaresending til Bufdir
cli-colleagues-task = Merk: { $name } har teke oppgåva.
cli-colleagues-draft = Merk: { $name } har eit utkast på saka.
cli-event-submitted = levert
cli-event-applied = søknad motteken
cli-event-saved = utkast lagra
cli-event-continued = kontrollert (Hald fram)
cli-event-confirmed = stadfesta
cli-event-asked = bad om fleire opplysningar
cli-event-accepted = godtok avvik
cli-event-unaccepted = tok godteke avvik tilbake
cli-event-undone = angra
cli-event-batched = stadfesta i bunke
cli-event-sampled = sett i stikkprøve
cli-event-taken-out = teken ut av bunke
cli-event-delivered = sendt ut
cli-event-delivery-failed = sending feila
cli-channel-form-old = skjema, gammalt fagsystem
cli-channel-form-new = skjema, nytt fagsystem
cli-channel-register = maskinelt, frå registeret
cli-extensions-required = påkravd.
cli-extensions-optional = kan oppgivast.
cli-extensions-forbidden = skal ikkje rapporterast.
cli-applicant-municipality = tilsett i kommunen
cli-applicant-district = tilsett i bydelen
cli-applicant-colleague = kollega hos statsforvaltaren
cli-applicant-external = ekstern
cli-sign-unit-domain = e-posten høyrer til kommunen
cli-sign-office-domain = e-posten høyrer til ein statsforvaltar
cli-sign-names-office = søknaden nemner ein statsforvaltar
cli-sign-unknown-domain = e-postadressa er ukjend
cli-sign-other-unit-domain = e-posten høyrer til ein annan kommune
cli-role-municipality = rapportør i kommunen
cli-role-reader = lesar
cli-role-reviewer = saksbehandlar
cli-role-leader = leiar
cli-role-bufdir = Bufdir
cli-role-admin = administrator
cli-unit-kind-kommune = kommune
cli-unit-kind-bydel = bydel
cli-unit-kind-annen = anna
cli-language-nb = bokmål
cli-language-nn = nynorsk
cli-language-neutral = nøytral

## Utkast og avgjerder.

cli-draft = Utkast av { $name }, lagra { $at }
cli-decision-line = { $kind } av versjon { $version }: { $name }, { $at }
cli-decision-undone = { $kind } av versjon { $version }: { $name }, { $at } (angra)
cli-decided = { $ref }, versjon { $version }: { $state }.
cli-decided-before = { $ref }, versjon { $version }: { $state }. Avgjerda var alt lagra; ingenting er lagra to gonger.
cli-undo-until = Kan angrast til { $until } med: sfv undo { $ref }
cli-undone = { $ref }: { $kind } er angra. Saka er open igjen.
cli-asked = { $ref }: Spørsmålet er på veg. Saka er framleis open.
cli-received = { $ref }, versjon { $version }: motteken.
cli-received-late = Rapporten kom etter fristen for kommunen.
cli-received-obsolete = Punkt som skjemaet ikkje lenger spør om: { $keys }.
cli-dry-run = Prøvekøyring: Ingenting er sendt. Dette ville blitt sendt:

## Kontroll av ei fil og samanlikning av versjonar.

cli-check-unused = Tala i «{ $given }» høyrer ikkje til noka eining som blir kontrollert, og vart ikkje brukte.
cli-check-previous = I «{ $given }»:
cli-diff-head = { $ref } { $unit }, { $period }: versjon { $from } → { $to }
cli-diff-one = { $ref } { $unit }, { $period }: Det finst berre versjon { $to }.
cli-diff-asked = Det vart spurt om:
cli-diff-others = Andre endringar:
cli-diff-changes = Endringar:
cli-diff-remarks = Nye merknader:
cli-diff-none = Ingen endringar.
cli-answer-changed = endra
cli-answer-remarked = merknad
cli-answer-unanswered = ikkje svart på

## Personar i bakstykket som programmet har sjølv.

cli-local-person = Lokal saksbehandlar
cli-local-reporter = Rapportør for { $unit }

## Det som går gale.

cli-no-consent = Ei avgjerd treng --confirm (gjer det) eller --dry-run (vis berre kva som ville blitt sendt).
cli-no-consent-advice = Ingenting er sendt.
cli-demo-on-server = Demoen har ei fil for seg sjølv og blir ikkje lagd på ein databasetenar.
cli-demo-on-server-advice = Start han utan --database, eller med ei fil. På ein databasetenar startar du utan --demo.
cli-bad-time = «{ $given }» er ikkje eit tidspunkt.
cli-bad-time-advice = Skriv til dømes 2023-08-24T10:42.
cli-unknown-office = Ukjent embete «{ $given }».
cli-unknown-office-advice = Embeta står i config/offices.toml, til dømes SFIN.
cli-no-version = Rapporten har ingen versjon { $given }.
cli-unknown-name = «{ $given }» er korkje namnet på éin regel, eitt punkt, ein kode eller ein feil.
cli-unknown-name-advice = Skriv til dømes sfv explain K12, sfv explain 2E, sfv explain melder:23 eller sfv explain version-changed.
cli-unknown-name-suggestions = Meinte du noko av dette: { $names }?
cli-settings = Oppsettet kan ikkje brukast: { $given }
cli-settings-advice = Rett fila, eller ta bort linja, så gjeld standardverdien.
cli-bad-server = «{ $given }» er ikkje ei adresse som kan brukast.
cli-bad-server-advice = Skriv ho som https://namn utan brukarnamn og passord.
cli-bad-token = Innloggingsnøkkelen inneheld teikn som ikkje kan sendast.
cli-bad-token-advice = Hent ein ny, og legg han i fila som --token-file eller SFV_TOKEN_FILE peikar på.
cli-journal = Loggen over det som ikkje er stadfesta, kan ikkje skrivast: { $given }
cli-journal-advice = Ingenting er sendt. Kontroller at det er plass på disken, og at mappa kan skrivast til.
cli-input = Fila kan ikkje lesast: { $given }
cli-write = Det kan ikkje skrivast: { $given }
cli-bad-script = «{ $given }» er ingen tast. Tastar med namn står i vinklar: <Enter>, <Esc>, <F5>.
cli-replay = { $keys ->
    [one] 1 tast
   *[other] { $keys } tastar
}, { $bytes } byte skrivne
cli-internal = Feil i programmet: { $given }
cli-internal-advice = Sei frå til den som driftar det.
cli-stored-unknown = Det er ikkje kjent om noko vart lagra.
cli-extensions-missing = Talet på utvidingar (7A) manglar. Det er påkravd for einingar på gammalt fagsystem. Oppgi det med --extensions N.
cli-fault-bad-request = Førespurnaden har ikkje rett form. { $detail }
cli-fault-away = Får ikkje kontakt med tenesta på { $detail }.
cli-fault-away-advice = Kontroller adressa (--server, SFV_SERVER), og prøv igjen.
cli-fault-unknown = Sambandet med { $detail } vart brote før svaret kom. Det er ikkje kjent om det vart lagra.
cli-fault-unknown-advice = Gi same kommando på nytt; det blir ikkje lagra to gonger.
cli-fault-too-many-advice = Vent litt, og prøv igjen. Hjelper det ikkje, så spør den som driftar tenesta, om grensa.
cli-fault-storage-advice = Prøv igjen. Hjelper det ikkje, så kontroller at databasen ikkje er låst eller skriveverna, og at det er plass på disken.
cli-fault-version-changed-advice = Sjå på den nye versjonen (sfv report show), og avgjer på nytt.
cli-fault-not-logged-in-advice = Logg inn med sfv login, eller oppgi ein gyldig innloggingsnøkkel med --token-file, SFV_TOKEN_FILE eller SFV_TOKEN.
cli-fault-undo-over-advice = Sjå saka med sfv archive show.
