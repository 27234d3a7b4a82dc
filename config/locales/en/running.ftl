### Running it: the settings of the service, start and stop, backup.

## When the service does not start.

start-open-to-all = The service does not listen on { $address } without TLS: others could listen in. Set tls.certificate and tls.key, or listen.plain = true when a proxy on a closed network takes care of TLS.
start-certificate = The certificate or the key cannot be used: { $detail }

server-not-ready = The service is not ready: the database does not answer, it has another version than the program, or the service is about to stop.

## The settings of the service (sfv config check).

cli-column-config-key = Key
cli-column-config-value = Value
cli-column-config-origin = Comes from
config-default = default
config-ok = The settings are in order.
config-mistakes = { $n ->
    [one] The settings have one mistake.
   *[other] The settings have { $n } mistakes.
}

mistake-syntax = The file is not correct TOML here: { $detail }
mistake-unknown = There is no key “{ $given }”.
mistake-unknown-near = There is no key “{ $given }”. Did you mean { $nearest }?
mistake-wrong-kind = { $key } must be { $wanted }.
mistake-out-of-range = { $key } must be from { $least } to { $most }.
mistake-not-one-of = “{ $given }” cannot stand here. { $key } must be one of these: { $choices }.
mistake-no-server = “{ $given }” is not an address that can be used. { $key } is http:// or https:// and the name of the machine, without user name, password and question mark.
mistake-secret-here = { $key }: a secret cannot stand here. Put it in a file that only the owner can read, or in the environment.
mistake-plain-database = { $key }: the database is on another machine, so others can listen in. Add sslmode=verify-full (or require) to the address.
mistake-unreadable = { $key }: { $path } cannot be read: { $detail }
mistake-readable-by-others = { $key }: { $path } can be read by everybody on the machine. Remove the rights of others (chmod o-rwx).
mistake-needs = { $key } requires that { $other } is set too.
mistake-bad-content = { $key }: { $detail }
mistake-open-to-all = The service does not listen on { $address } without TLS: others could listen in. Set tls.certificate and tls.key, or listen.plain = true when a proxy on a closed network takes care of TLS.

mistake-kind-text = text
mistake-kind-address = an address with a port, like 127.0.0.1:8470
mistake-kind-networks = addresses or networks, like 10.0.0.0/8
mistake-kind-file = the name of a file
mistake-kind-secret-file = the name of a file
mistake-kind-path = the name of a file or a folder
mistake-kind-flag = true or false
mistake-kind-number = a whole number
mistake-kind-numbers = whole numbers in rising order
mistake-kind-choice = a word
mistake-kind-database = a file, or an address that begins with postgres://
mistake-kind-secret = text

## The program towards a service.

cli-bad-ca = The file of certificates (--ca, SFV_CA_FILE or ca_file in the settings) holds no certificate.
cli-bad-ca-advice = It must be in PEM form: -----BEGIN CERTIFICATE-----.

## Backup.

backup-made = The backup is in { $place }.
backup-checked = The backup in { $place } is whole. Nothing has been restored.
backup-restored = The backup has been restored in { $place }.
backup-fact-made = Made
backup-fact-program = Program version
backup-fact-shape = Database version
backup-fact-event = Last event
backup-fact-sha256 = SHA-256
backup-count-task = Cases
backup-count-report-version = Report versions
backup-count-decision = Decisions
backup-count-delivery = Deliveries
backup-count-event = Events
backup-count-person = Persons
backup-no-database = There is no database in { $path }.
backup-exists = { $path } exists already. Nothing has been overwritten. Choose another place, or move what is there.
backup-not-a-backup = { $path } is not a backup: { $detail }
backup-damaged = The backup in { $path } is damaged: { $detail } is not right. Use another one.
backup-newer = The backup was made by a newer edition of the program (version { $found }; this program knows { $known }). Update the program.
backup-database = The database { $path } cannot be read: { $detail }
backup-write = { $path } cannot be written: { $detail }
backup-on-server = The database is on a server and has tools of its own. Make a copy: pg_dump --format=custom --file=sfv.dump "{ $given }"
backup-on-server-advice = Restore it to an empty database with pg_restore --exit-on-error --no-owner --single-transaction --dbname=ADDRESS sfv.dump. The password is in ~/.pgpass.

## A unit’s way to the register, and who has access (sfv admin).

channel-status-old = old case system
channel-status-new-not-approved = new case system, not approved
channel-status-pilot = pilot
channel-status-approved = approved
channel-changed = { $status } from { $day }
channel-changed-letter = { $status } from { $day } (letter { $letter })
channel-expected = approval expected { $from }–{ $to }
channel-default = Nothing has been registered. The default applies.
channel-unchanged = Unit { $unit } reports like this already. Nothing has been changed.
channel-would-change = Unit { $unit } would report like this. Nothing has been changed.
channel-set = Unit { $unit } now reports like this.
channel-set-ahead = Saved. Unit { $unit } reports like this from { $day }.
channel-case = The open case { $case } is reviewed again. The draft has been kept.
event-channel-changed = channel changed
event-person-changed = access changed
cli-event-channel-changed = channel changed
cli-event-person-changed = access changed

refusal-channel-step = The unit is registered as “{ $from ->
    [old] old case system
    [new_not_approved] new case system, not approved
    [pilot] pilot
   *[approved] approved
}” and cannot go straight to “{ $to ->
    [old] old case system
    [new_not_approved] new case system, not approved
    [pilot] pilot
   *[approved] approved
}”. Take one step at a time.
refusal-channel-letter = Unit { $unit } cannot become approved without a letter. Give its reference (--letter).
refusal-channel-taken = Unit { $unit } already has a channel in { $period }: “{ $from ->
    [old] old case system
    [new_not_approved] new case system, not approved
    [pilot] pilot
   *[approved] approved
}”. A unit reports in one way in a period. Choose a date in the next period, or replace the channel (--replace).
refusal-channel-date = The date is before the last change ({ $since }).
refusal-unknown-system = Unknown case system “{ $given }”. Known are: { $systems }.
refusal-own-account = You cannot lock out, change the role of or remove yourself. Another administrator must do it.

person-changed = { $person }: { $what }
person-removed-access = The user has been removed.
person-removed-name = Removed user ({ $person })
person-locked = locked out { $at }
person-fact-tokens = Tokens
person-fact-decisions = Decisions
person-fact-drafts = Drafts
person-fact-extensions = Extensions and letters
person-fact-submitted = Submitted reports
person-fact-applications = Access applications
removal-deleted = The person has been removed. Nothing is left.
removal-pseudonymised = Contact details and access have been removed. The name stays on decisions ({ $decisions }) and events ({ $events }), because the archive must show who decided.

cli-fact-approval = Way to the register
cli-fact-since = From
cli-fact-letter = Letter
cli-fact-expected = Next step
unit-approval = Way to the register

## All out, and in again

transfer-written = All has been written to { $place }. The file has personal data and confidential figures; only you can read it.
transfer-checked = { $place } is whole, and the database is empty. Nothing has been saved.
transfer-taken-in = All has been put into { $place }. Check the log with sfv audit verify when the service has been started.
transfer-left-out = Not included: { $tables }. Everybody logs in again where the data arrive.
transfer-database = The database says: { $detail }. Nothing has been changed.
transfer-shape = The data have database version { $found }, and this program uses { $known }. Start sfv serve once with this version of the program (the database then gets the new version), or use the program that the file was made with.
transfer-not-empty = The database already has something in the table { $table }. Nothing has been put in. Use an empty database.
transfer-unreadable = { $path } cannot be read: { $detail }. Nothing has been put in.
transfer-broken-log = { $places ->
    [one] The log in the file does not hang together: event { $first } has been changed, removed or inserted outside the program.
   *[other] The log in the file does not hang together in { $places } places, the first at event { $first }: something has been changed, removed or inserted outside the program.
  } Nothing has been put in. Look with sfv audit verify where the file comes from; if the log is to go in as it is all the same, say so with --broken-log.
transfer-line = Line { $line } of the file is not as it should be ({ $detail }). Nothing has been put in. Make the file again with sfv export.
