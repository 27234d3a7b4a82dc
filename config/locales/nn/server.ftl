### Det tenesta seier når ho ikkje kan starte, og om førespurnader som ikkje har rett form.

start-locked = Databasen { $path } er i bruk av eit anna program og er låst. Lukk det andre programmet, og prøv igjen.
start-read-only = Databasen { $path } er skriveverna. Gi deg sjølv skriverett til fila og mappa, eller vel ei anna fil.
start-newer-version = Databasen { $path } er laga av ei nyare utgåve av programmet (versjon { $found }; dette programmet kjenner { $known }). Oppdater programmet.
start-not-a-database = { $path } er ingen database for dette programmet. Fila er ikkje endra. Vel ei anna fil.
start-cannot-create = Databasen { $path } kan ikkje opprettast eller opnast: { $detail }
start-database = Databasen på { $address } svarer ikkje eller slepp ikkje programmet inn: { $detail } Sjå etter adressa, brukaren og passordet, og om databasetenaren går.
start-listen = Kan ikkje lytte på { $address }: { $detail }
start-bad-data = Programmet kan ikkje lese sine eigne data: { $detail }

server-actor = systemet
server-bad-body = Innhaldet er ikkje JSON på den forma som er venta: { $detail }
server-not-an-object = Innhaldet er ei JSON-liste. Det skal vere eitt JSON-objekt, i krøllparentesar.
server-zero-letter = Ein tekst inneheld eit usynleg teikn (teiknet med nummer 0) som ikkje kan lagrast. Ta det bort, og prøv igjen. Ofte har det kome med frå eit anna program ved innliming.
server-bad-query = Spørjinga er ikkje på den forma som er venta: { $detail }
server-bad-media-type = Innhaldet må sendast som application/json.
server-bad-cursor = Markøren «{ $given }» er ikkje ein som tenesta har gitt.
server-bad-if-match = If-Match må vere versjonen du har sett, til dømes "v2".
server-bad-key = Idempotency-Key manglar eller er ikkje ein UUID.
server-bad-event-id = Last-Event-ID er ikkje eit nummer som tenesta har gitt.
server-no-method = Adressa tek ikkje imot denne metoden.
