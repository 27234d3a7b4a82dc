### The number of extensions (7A) for many reports at once: the grid, pasting and a file.

## Why a row of a list of counts is not taken in.

refusal-unit-twice = The unit stands several times, on lines { $lines }. None of the rows is taken in; keep one of them.
refusal-ambiguous-unit = “{ $given }” may be several: { $units }. Write it so that only one fits.
refusal-unit-not-listed = “{ $unit }” is not among the reports in the list.
refusal-unit-solved = The report has already been decided.
refusal-count-missing = The row has no count.
refusal-not-a-count-row = The row must have a unit and a count, separated by a semicolon, a tab or a comma.
refusal-colleagues-draft = { $name } has a draft on the case. It is not overwritten: take it over first, in the case or with t in the grid.
    .aloud = { $name } has a draft on the case. It is not overwritten: take it over first.

## The grid

grid-title = Number of extensions (7A)
grid-progress = { $given } of { $all } have a count
grid-progress-short = { $given }/{ $all }
grid-marked = { $n ->
    [one] Marked: { $shown } report
   *[other] Marked: { $shown } reports
}
grid-view = { $n ->
    [one] { $view }: { $shown } report
   *[other] { $view }: { $shown } reports
}
grid-cut = more than there is room for, { $total } in all
grid-saved = all is saved as drafts
grid-saving = saving …
grid-on-disk = is on the disk, sent when the connection is back
grid-waiting = Fetching the reports …
grid-failed = The reports could not be fetched. { $why }
grid-column-rule = RULE
grid-rule-required = required
grid-rule-optional = optional
grid-rule-forbidden = not reported
grid-rule-why = { $rule }: { $why }
grid-note-at-most = at most { $most }
grid-note-wrong = not a number
grid-note-not-saved = not saved
grid-note-registered = register: { $count }
grid-note-draft = draft: { $name }
grid-detail = { $name }, version { $version }.
grid-detail-required = The count is required: the unit is on an old case system.
grid-solved-by = Already decided by { $name }.
grid-path = File with units and counts:
count-outcome-saved = Saved.
count-outcome-newer-version = Version { $version } has come. The count has not been saved. F5 fetches the figures again; Enter on the row saves the count on the new version.
count-outcome-not-found = The report does not exist any more, or it belongs to another office.

message-grid-no-reports = There are no open reports to give counts for here. Choose a view with reports (w), or mark some.
message-grid-digits = Only digits are typed here. The arrows move, Enter goes to the next row, Esc leaves.
    .aloud = Only digits are typed here.
message-grid-colleague = { $name } has a draft on the report. It is not overwritten; press t to take it over.
    .aloud = { $name } has a draft on the report. It is not overwritten: take it over first.
message-grid-no-colleague = No colleague has a draft on this row.
message-grid-taken-over = The draft of { $name } is yours when you type a count.
message-grid-last = The last row. Esc leaves; all is saved as drafts.
    .aloud = The last row.
message-grid-wrong = { $n ->
    [one] One count is not included: see the row. Correct it, or press Esc once more to leave without it.
   *[other] { $shown } counts are not included: see the rows. Correct them, or press Esc once more to leave without them.
}
message-grid-left = A count stands on { $given } of { $all ->
    [one] 1 report
   *[other] { $all } reports
}.
message-counts-saved = { $said } Saved as drafts.
message-counts-failed = The counts could not be saved. { $why }
message-counts-some = Counts saved: { $stored }. { $reference }: { $why }{ $others ->
    [0] {""}
    [one] {" "}One more was not saved.
   *[other] {" "}{ $others } more were not saved.
}
message-counts-taken = { $taken ->
    [one] One count has been taken in
   *[other] { $taken } counts have been taken in
}{ $refused ->
    [0] .
    [one] , one row has not been taken in.
   *[other] , { $refused } rows have not been taken in.
}
message-counts-none-taken = No counts have been taken in.
message-counts-none-fit = None of the rows fit. No counts have been taken in.
message-file-missing = There is no file “{ $path }”.
message-file-not-allowed = You are not allowed to read the file “{ $path }”.
message-file-not-plain = “{ $path }” is not an ordinary file.
message-file-unread = The file “{ $path }” cannot be read ({ $why }).

## The report on a list, before anything is taken in

counts-title-paste = Pasted list of counts
counts-title-file = Counts from { $file }
counts-sum = { $n ->
    [one] { $shown } row
   *[other] { $shown } rows
}
counts-fit = { $n ->
    [0] none fit
    [one] { $shown } fits and can be taken in
   *[other] { $shown } fit and can be taken in
}
counts-fault-sum = { $count } { $what }
counts-fault-unknown-unit = with an unknown unit
counts-fault-twice = where the unit stands several times
counts-fault-out-of-range = outside 0 to 2E
counts-fault-not-whole = without a whole number
counts-fault-missing = without a count
counts-fault-forbidden = where no count is reported for the unit
counts-fault-not-listed = not in the list
counts-fault-solved = already decided
counts-fault-colleague = with a colleague’s draft
counts-fault-cells = without a unit and a count
counts-not-taken = Not taken in
counts-taken = Taken in
counts-problem = Line { $line }, { $given }: { $why }
counts-problem-nameless = Line { $line }: { $why }
counts-untold = { $n ->
    [one] and one more row
   *[other] and { $shown } more rows
}
counts-fitting = Line { $line }: { $name } { $count }{ $before }
counts-before = {" "}(was { $before })
counts-enter = { $n ->
    [one] Enter takes in the one, Esc none.
   *[other] Enter takes in the { $shown }, Esc none.
}
counts-enter-none = Nothing to take in. Esc goes back.
    .aloud = Nothing to take in.

## Links, letters and questions to the directorate

library-title = Links and letters
library-ask = Ask Bufdir
library-ask-to = To { $address }
library-ask-address = Questions about Barnevernsregisteret and the reporting. Open a report and press L for a template with unit and period.
    .aloud = Questions about Barnevernsregisteret and the reporting.
library-links = Links (the program opens none of them)
library-letters = Letters that the rules refer to
library-letter = { $number }, { $date }
library-letter-subject = { $subject }{ $sure }
library-subject-sure = {""}
library-subject-likely = {" "}(as it is named in later letters)
library-subject-reconstructed = {" "}(in our words)

cli-link-address = Address
cli-link-about = About
cli-letter-subject = Subject
cli-letter-says = Says
cli-library-source = Source
cli-library-sure = How sure
library-sure-sure = sure
library-sure-likely = likely
library-sure-reconstructed = our reading

## Commands

cmd-count-grid = Type the number of extensions for all marked reports, or for those in the view
cmd-next-row = Next row that is to have a count
cmd-import-counts = Read counts from a file
cmd-take-over = Take over a colleague’s draft
cmd-take-counts = Take in the counts that fit
cmd-library = Links, letters and questions to Bufdir
hint-count-grid = grid
hint-next-row = next row
hint-import-counts = read file
hint-take-over = take over
hint-take-counts = take in
hint-library = links
