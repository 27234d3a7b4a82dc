### Det tjenesten sier når den ikke kan starte, og om forespørsler som ikke har riktig form.

start-locked = Databasen { $path } er i bruk av et annet program og er låst. Lukk det andre programmet og prøv igjen.
start-read-only = Databasen { $path } er skrivebeskyttet. Gi deg selv skriverett til filen og mappen, eller velg en annen fil.
start-newer-version = Databasen { $path } er laget av en nyere utgave av programmet (versjon { $found }; dette programmet kjenner { $known }). Oppdater programmet.
start-not-a-database = { $path } er ingen database for dette programmet. Filen er ikke endret. Velg en annen fil.
start-cannot-create = Databasen { $path } kan ikke opprettes eller åpnes: { $detail }
start-database = Databasen på { $address } svarer ikke eller slipper ikke programmet inn: { $detail } Se etter adressen, brukeren og passordet, og om databasetjeneren går.
start-listen = Kan ikke lytte på { $address }: { $detail }
start-bad-data = Programmets egne data kan ikke leses: { $detail }

server-actor = systemet
server-bad-body = Innholdet er ikke JSON på den formen som ventes: { $detail }
server-not-an-object = Innholdet er en JSON-liste. Det skal være ett JSON-objekt, i krøllparenteser.
server-zero-letter = En tekst inneholder et usynlig tegn (tegnet med nummer 0) som ikke kan lagres. Ta det bort og prøv igjen. Ofte er det kommet med fra et annet program ved innliming.
server-bad-query = Spørringen er ikke på den formen som ventes: { $detail }
server-bad-media-type = Innholdet må sendes som application/json.
server-bad-cursor = Markøren «{ $given }» er ikke en som tjenesten har gitt.
server-bad-if-match = If-Match må være versjonen du har sett, for eksempel "v2".
server-bad-key = Idempotency-Key mangler eller er ikke en UUID.
server-bad-event-id = Last-Event-ID er ikke et nummer som tjenesten har gitt.
server-no-method = Adressen tar ikke imot denne metoden.
