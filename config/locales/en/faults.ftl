### What is wrong, where, and what to do: what the backend, the screen and the command line say.

## What kind of failure. The first sentence says what happened, the second what to do.

fault-not-logged-in = You are not logged in, or the login has expired.
fault-not-logged-in-advice = Log in again. What you have written is saved.
fault-not-allowed = You are not allowed to do this.
fault-not-allowed-advice = Ask your leader or the administrator about the role you need.
fault-read-only = The program was started for reading (--readonly).
fault-read-only-advice = Start it without --readonly to decide.
fault-not-found = The case does not exist, or it belongs to another office.
fault-not-found-advice = Check the reference.
fault-version-changed = A new version came while you were working.
fault-version-changed-advice = Your draft has been kept. Look at the new version and decide again.
fault-already-decided = The case has already been decided.
fault-already-decided-advice = Open it in the archive to see who decided it.
fault-undo-over = There is nothing to undo any more.
fault-undo-over-advice = The undo window is over, or the decision has already been taken back.
fault-key-reused = The key has been used for another decision.
fault-key-reused-advice = Start the decision over.
fault-already-submitted = This version has been submitted before.
fault-already-submitted-advice = Submit a new version if the figures are to be corrected.
fault-refused = It cannot be taken in as it is.
fault-refused-advice = Correct what stands below, and try again.
fault-bad-request = The request does not have the right form.
fault-bad-request-advice = Update the program; it does not fit the service.
fault-version-missing = It is not said which version the decision is about.
fault-version-missing-advice = Send the version you have seen, in If-Match.
fault-too-large = It is too large to be taken in.
fault-too-large-advice = Split it up, or check that it is the right file.
fault-too-many = Too many requests came in a short time.
fault-too-many-advice = Wait a little and try again (F5). If that does not help, ask whoever runs the service about the limit.
fault-storage = The database cannot be written to now.
fault-storage-advice = Check that the file is not locked or write-protected and that there is room on the disk. Press F5 to try again.
fault-internal = An error occurred in the service.
fault-internal-advice = Try again. If that does not help, tell whoever runs the service.
fault-away = The service cannot be reached.
fault-away-advice = Press F5 to try again.
    .aloud = Try again.
fault-unknown = The connection was lost before the answer came. It is not known whether it was saved.
fault-unknown-advice = Send the same again (F5); it is not saved twice.
    .aloud = Send the same again; it will not be stored twice.
fault-garbled = The service answered something the program does not understand.
fault-garbled-advice = Check the address, and that the program and the service have the same version.
fault-nothing-stored = Nothing has been saved or sent.
fault-belongs-to = The batch was made by { $name }.
fault-decided-by = Decided by { $name }.

## Why something is not taken in.

refusal-unknown-unit = Unknown reporting unit “{ $given }”.
refusal-unknown-unit-hint = Unknown reporting unit “{ $given }”. Did you mean { $hint }? The number is written with all zeros.
refusal-unit-does-not-report = Unit { $unit } does not report itself; its districts do.
refusal-unknown-period = Unknown period “{ $given }”. Write for example 2023H1.
refusal-unknown-point = The form has no point “{ $given }”.
refusal-unknown-point-hint = The form has no point “{ $given }”. Did you mean { $hint }?
refusal-unknown-reference = “{ $given }” is not a reference. It looks like this: KHR-2023H1-3420 or TLG-000212.
refusal-missing-point = Point { $point } ({ $label }) is not filled in.
refusal-not-whole = Point { $point }: “{ $given }” is not a whole number from 0 upwards.
refusal-not-for-unit = Point { $point } is not filled in by the municipality.
refusal-point-twice = Point { $point } stands more than once.
refusal-open-errors = The report has errors that nobody has given a reason for: { $rules }. Accept them with a reason (g on the finding), or return the report.
refusal-no-such-finding = The report no longer has the finding { $rule }.
refusal-identity-number =
    { $kind ->
        [birth_number] The text holds a national identity number.
        [d_number] The text holds a D number.
       *[duf] The text holds a DUF number.
    } Take it out: such numbers must not be sent.
refusal-extensions-missing = The number of extensions (7A) is missing. It is required for units on an old case system. Press u.
    .aloud = The number of extensions (7A) is missing. It is required for units on an old case system. Write the number first.
refusal-extensions-forbidden = The number of extensions (7A) is not reported for this unit.
refusal-extensions-above-reported =
    The number of extensions (7A), { $given }, is more than { $reported ->
        [0] no cases
        [one] the one case
       *[other] the { $reported } cases
    } of 3–6 months that the unit has reported (2E).
refusal-extensions-without-cases = The number of extensions (7A) is { $given }, but the unit has not reported any cases of 3–6 months (2E is empty).
refusal-blank-comment = The comment is empty. Write what the recipient must know.
refusal-long-comment = The comment is { $length } characters; the limit is { $limit }.
refusal-bad-field = The field “{ $field }” is empty, too long or has the wrong form.
refusal-same-version = Version { $newest } has already been submitted. The next version is { $next }.
refusal-same-content = The same figures have already been submitted as version { $newest }.
refusal-version-gap = Version { $given } cannot come now; the next version is { $next }.
refusal-case-closed = The case has been approved. Nothing more can be submitted on it.
refusal-wrong-kind = The decision does not fit this kind of case.
refusal-own-application = You cannot decide your own application. A colleague must do it.
refusal-ambiguous-point = “{ $given }” may be several points ({ $points }). Write the code or the key instead.
refusal-suppressed = Point { $point }: “{ $given }” means that the figure is hidden or missing in a published table. A report must have the real figure.
refusal-in-row = Line { $line }: { $why }
refusal-bad-file = The file cannot be read: { $what }
refusal-bad-file-line = The file cannot be read, line { $line }: { $what }

file-encoding = it is not in UTF-8. Save it again as UTF-8.
file-utf16 = it is in UTF-16. Save it again as UTF-8.
file-binary = it is not a text file. Export it as CSV or JSON.
file-unknown-type = it is neither .json nor .csv.
file-too-large = it is larger than { $limit } bytes.
file-json = it is not valid JSON: { $detail }.
file-missing-column = the column “{ $column }” is missing.
file-unknown-column = the column “{ $column }” does not belong in the file.
file-column-twice = the column “{ $column }” stands more than once.
file-cells = the row has the wrong number of fields.
file-quote = a quotation mark is not closed on the same line, or something stands after it.
file-mixed = it mixes several units or periods. Submit one file for each.
file-several-reports = it has { $count } reports. Submit one file for each.
file-report-twice = unit { $unit } stands more than once for the same half-year.
file-empty = it is empty.

## What was assumed or left out when a file was read. The file has been taken in all the same.

note-latin-assumed = The file is not in UTF-8 and was read as Latin-1 (Windows-1252). Check that æ, ø and å are right.
note-zero-put-back = The unit number “{ $given }” lacked its first zero and was read as { $taken }.
note-obsolete-point = Point taken out: the form no longer asks about { $point } ({ $key }). The figure does not count.
note-left-out = The column “{ $column }” is not filled in by the municipality. Its figures are left out.
