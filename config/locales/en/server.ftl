### What the service says when it cannot start, and about requests that do not have the right form.

start-locked = The database { $path } is in use by another program and is locked. Close the other program and try again.
start-read-only = The database { $path } is write-protected. Give yourself the right to write to the file and the folder, or choose another file.
start-newer-version = The database { $path } was made by a newer edition of the program (version { $found }; this program knows { $known }). Update the program.
start-not-a-database = { $path } is not a database for this program. The file has not been changed. Choose another file.
start-cannot-create = The database { $path } cannot be created or opened: { $detail }
start-database = The database at { $address } does not answer or does not let the program in: { $detail } Check the address, the user and the password, and whether the database server is running.
start-listen = Cannot listen on { $address }: { $detail }
start-bad-data = The program’s own data cannot be read: { $detail }

server-actor = the system
server-bad-body = The content is not JSON of the form that is expected: { $detail }
server-not-an-object = The content is a JSON list. It must be one JSON object, in curly brackets.
server-zero-letter = A text has an invisible character (character number 0) that cannot be saved. Remove it and try again. It often comes from another program by pasting.
server-bad-query = The query is not of the form that is expected: { $detail }
server-bad-media-type = The content must be sent as application/json.
server-bad-cursor = The cursor “{ $given }” is not one that the service has given.
server-bad-if-match = If-Match must be the version you have seen, for example "v2".
server-bad-key = Idempotency-Key is missing or is not a UUID.
server-bad-event-id = Last-Event-ID is not a number that the service has given.
server-no-method = The address does not take this method.
