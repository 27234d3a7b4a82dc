### What the command line says.

## Columns and fields.

cli-column-reference = Reference
cli-column-unit = Reporting unit
cli-column-kind = Type
cli-column-version = Version
cli-column-deadline = Deadline
cli-column-state = Status
cli-column-marks = Badges
cli-column-point = Point
cli-column-label = What
cli-column-number = Number
cli-column-name = Name
cli-column-unit-kind = Kind
cli-column-children = Children 0–17
cli-column-channel = Reports by

cli-fact-reference = Reference
cli-fact-unit = Reporting unit
cli-fact-period = Period
cli-fact-state = Status
cli-fact-version = Version
cli-fact-submitter = Submitted by
cli-fact-deadline = Office deadline
cli-fact-channel = Reports by
cli-fact-extensions = Extensions (7A)
cli-fact-applicant = Applicant
cli-fact-email = E-mail
cli-fact-phone = Telephone
cli-fact-represents = Represents
cli-fact-received = Received
cli-fact-seems = Seems to be
cli-fact-signs = Because
cli-fact-person = Logged in as
cli-fact-role = Role
cli-fact-office = Office
cli-fact-server = Service
cli-fact-config = Settings
cli-fact-demo = Demo
cli-fact-number = Number
cli-fact-name = Name
cli-fact-unit-kind = Kind
cli-fact-county = County
cli-fact-reports = Reports itself
cli-fact-children = Children 0–17
cli-fact-language = Written language
cli-fact-case-system = Case system
cli-fact-span = Time span
cli-fact-form = Form version
cli-fact-opens = Opens
cli-fact-unit-deadline = Municipality’s deadline
cli-fact-office-deadline = Office deadline

cli-yes = yes
cli-no = no
cli-assumed = (assumed)
cli-demo = all figures are made up
cli-remarks = Remarks from the unit
cli-timeline = Timeline
cli-rows = Shows { $shown } of { $total }.
cli-no-rows = No tasks.

## Names of what stands in the cases.

cli-kind-report = half-yearly report
cli-kind-access = access to reports
cli-state-open = open
cli-state-approved = approved
cli-state-returned = returned
cli-state-granted = granted
cli-state-rejected = rejected
cli-state-forwarded = forwarded to Bufdir
cli-badge-new = new
cli-badge-corrected = corrected
cli-badge-draft = draft
cli-badge-new-system = new case system, by hand
cli-badge-machine = by machine
cli-badge-late = received late
cli-delivery-held = held back
cli-delivery-sent = sent
cli-delivery-failed = sending failed
cli-delivery-cancelled = withdrawn
cli-decision-approve = approval
cli-decision-return = return for correction
cli-decision-grant = grant
cli-decision-reject = rejection
cli-decision-forward = forwarding to Bufdir
cli-colleagues-task = Note: { $name } has taken the task.
cli-colleagues-draft = Note: { $name } has a draft on the case.
cli-event-submitted = submitted
cli-event-applied = application received
cli-event-saved = draft saved
cli-event-continued = checked (Continue)
cli-event-confirmed = confirmed
cli-event-asked = asked for more information
cli-event-accepted = accepted a deviation
cli-event-unaccepted = took back an accepted deviation
cli-event-undone = undone
cli-event-batched = confirmed in a batch
cli-event-sampled = looked at in a sample
cli-event-taken-out = taken out of a batch
cli-event-delivered = sent out
cli-event-delivery-failed = sending failed
cli-channel-form-old = form, old case system
cli-channel-form-new = form, new case system
cli-channel-register = machine, from the register
cli-extensions-required = required.
cli-extensions-optional = may be given.
cli-extensions-forbidden = not reported.
cli-applicant-municipality = employed by the municipality
cli-applicant-district = employed by the district
cli-applicant-colleague = colleague at the County Governor
cli-applicant-external = external
cli-sign-unit-domain = the e-mail address belongs to the municipality
cli-sign-office-domain = the e-mail address belongs to a County Governor’s office
cli-sign-names-office = the application mentions the County Governor
cli-sign-unknown-domain = the e-mail address is unknown
cli-sign-other-unit-domain = the e-mail address belongs to another municipality
cli-role-municipality = municipal reporter
cli-role-reader = reader
cli-role-reviewer = case worker
cli-role-leader = leader
cli-role-bufdir = Bufdir
cli-role-admin = administrator
cli-unit-kind-kommune = municipality
cli-unit-kind-bydel = district
cli-unit-kind-annen = other
cli-language-nb = bokmål
cli-language-nn = nynorsk
cli-language-neutral = neutral

## Drafts and decisions.

cli-draft = Draft by { $name }, saved { $at }
cli-decision-line = { $kind } of version { $version }: { $name }, { $at }
cli-decision-undone = { $kind } of version { $version }: { $name }, { $at } (undone)
cli-decided = { $ref }, version { $version }: { $state }.
cli-decided-before = { $ref }, version { $version }: { $state }. It had already been saved; nothing is saved twice.
cli-undo-until = Can be undone until { $until } with: sfv undo { $ref }
cli-undone = { $ref }: the { $kind } has been undone. The case is open again.
cli-asked = { $ref }: the question is on its way. The case is still open.
cli-received = { $ref }, version { $version }: received.
cli-received-late = It came after the municipality’s deadline.
cli-received-obsolete = Points that the form no longer asks about: { $keys }.
cli-dry-run = Dry run: nothing has been sent. This would have been sent:

## The check of a file and the comparison of versions.

cli-check-unused = The figures in “{ $given }” do not belong to any unit that is checked, and were not used.
cli-check-previous = In “{ $given }”:
cli-diff-head = { $ref } { $unit }, { $period }: version { $from } → { $to }
cli-diff-one = { $ref } { $unit }, { $period }: there is only version { $to }.
cli-diff-asked = Asked about:
cli-diff-others = Other changes:
cli-diff-changes = Changes:
cli-diff-remarks = New remarks:
cli-diff-none = No changes.
cli-answer-changed = changed
cli-answer-remarked = remark
cli-answer-unanswered = not answered

## Persons in the program’s own backend.

cli-local-person = Local case worker
cli-local-reporter = Reporter for { $unit }

## What goes wrong.

cli-no-consent = A decision needs --confirm (do it) or --dry-run (only show what would be sent).
cli-no-consent-advice = Nothing has been sent.
cli-demo-on-server = The demo has a file of its own and is not put on a database server.
cli-demo-on-server-advice = Start it without --database, or with a file. On a database server, start without --demo.
cli-bad-time = “{ $given }” is not a time.
cli-bad-time-advice = Write for example 2023-08-24T10:42.
cli-unknown-office = Unknown office “{ $given }”.
cli-unknown-office-advice = The offices stand in config/offices.toml, for example SFIN.
cli-no-version = The report has no version { $given }.
cli-unknown-name = “{ $given }” is not the name of one rule, one point, a code or a failure.
cli-unknown-name-advice = Write for example sfv explain K12, sfv explain 2E, sfv explain melder:23 or sfv explain version-changed.
cli-unknown-name-suggestions = Did you mean one of these: { $names }?
cli-settings = The settings cannot be used: { $given }
cli-settings-advice = Correct the file, or remove the line so that the default applies.
cli-bad-server = “{ $given }” is not an address that can be used.
cli-bad-server-advice = Write it as https://name without a user name and password.
cli-bad-token = The login token has characters that cannot be sent.
cli-bad-token-advice = Get a new one, and put it in the file that --token-file or SFV_TOKEN_FILE names.
cli-journal = The log of what has not been confirmed cannot be written: { $given }
cli-journal-advice = Nothing has been sent. Check that there is room on the disk and that the folder can be written to.
cli-input = The file cannot be read: { $given }
cli-write = It cannot be written: { $given }
cli-bad-script = “{ $given }” is not a key. Keys with names stand in angle brackets: <Enter>, <Esc>, <F5>.
cli-replay = { $keys ->
    [one] 1 key
   *[other] { $keys } keys
}, { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
} written
cli-internal = Error in the program: { $given }
cli-internal-advice = Tell whoever runs it.
cli-stored-unknown = It is not known whether anything was saved.
cli-extensions-missing = The number of extensions (7A) is missing. It is required for units on an old case system. Give it with --extensions N.
cli-fault-bad-request = The request does not have the right form. { $detail }
cli-fault-away = The service at { $detail } cannot be reached.
cli-fault-away-advice = Check the address (--server, SFV_SERVER) and try again.
cli-fault-unknown = The connection to { $detail } was lost before the answer came. It is not known whether it was saved.
cli-fault-unknown-advice = Give the same command again; it is not saved twice.
cli-fault-too-many-advice = Wait a little and try again. If that does not help, ask whoever runs the service about the limit.
cli-fault-storage-advice = Try again. If that does not help, check that the database is not locked or write-protected and that there is room on the disk.
cli-fault-version-changed-advice = Look at the new version (sfv report show) and decide again.
cli-fault-not-logged-in-advice = Log in with sfv login, or give a valid login token with --token-file, SFV_TOKEN_FILE or SFV_TOKEN.
cli-fault-undo-over-advice = See the case with sfv archive show.
