### What stands on the screen.

## The frame

tab-queue = Tasks
tab-archive = Archive
demo-mark = DEMO – made-up figures
demo-mark-short = DEMO – made up
page-too-small = The window is too small. Make it at least { $width } characters wide and { $height } lines high.
status-offline = OFFLINE
assumed = assumed
list-separator = {" · "}

## Common words

kind-report = report
kind-access = access
state-open = open
state-approved = approved
state-returned = returned
state-granted = granted
state-rejected = rejected
state-forwarded = forwarded
outcome-open = opened
outcome-approved = approved
outcome-returned = returned
outcome-granted = granted
outcome-rejected = rejected
outcome-forwarded = forwarded to Bufdir
delivery-held = held (undo window)
delivery-sent = sent
delivery-failed = not delivered
delivery-cancelled = withdrawn
badge-new = new
badge-corrected = corrected
badge-draft = draft
badge-new-system = new system (by hand)
badge-machine = by machine
badge-late = received late
letter-new = N
letter-corrected = C
letter-draft = D
letter-new-system = F
letter-machine = M
letter-late = L
language-nb = bokmål
language-nn = nynorsk
language-neutral = neutral language
channel-form-old = old case system
channel-form-new = new case system, form by hand
channel-register = reports by machine to the register
sort-score = risk
sort-deadline = deadline
sort-reference = reference
sort-name = name
sort-kind = type
sort-version = version
sort-received = received
sort-decided = decided
sort-state = outcome

## Deadlines

deadline-none = –
deadline-left =
    { $n ->
        [0] today
        [one] 1 day
       *[other] { $shown } days
    }
deadline-over =
    { $n ->
        [one] 1 day over
       *[other] { $shown } days over
    }
deadline-sentence-left =
    { $n ->
        [0] due today
        [one] 1 day left
       *[other] { $shown } days left
    }
deadline-sentence-over =
    { $n ->
        [one] 1 day overdue
       *[other] { $shown } days overdue
    }
weekday-monday = Mon
weekday-tuesday = Tue
weekday-wednesday = Wed
weekday-thursday = Thu
weekday-friday = Fri
weekday-saturday = Sat
weekday-sunday = Sun

## The queue and the archive

queue-title = Open tasks
archive-title = Closed tasks (archive)
queue-period = { $period }: office deadline { $weekday } { $date }, { $left }
queue-period-short = due { $date }, { $left }
queue-views = View:
queue-search = search: { $text }
queue-sorted = sorted by { $column }
queue-sorted-down = sorted by { $column } ↓
column-reference = REFERENCE
column-unit = REPORTING UNIT
column-kind = TYPE
column-deadline = DUE
column-version = VERSION
column-version-short = VER
column-findings = FOUND
column-score = RISK
column-score-short = RISK
column-badges = BADGES
column-received = RECEIVED
column-draft = DRAFT BY
column-outcome = OUTCOME
column-decided = DECIDED
column-by = BY
column-returns = RET.
column-delivery = DELIVERY
version-short = v{ $version }
row-access-name = { $name } / { $unit }
row-detail-received = received { $at }
row-detail-draft = draft by { $name }
row-detail-decided = { $outcome } { $at } by { $name }
row-loading = …
list-waiting = Fetching tasks …
list-empty-queue = No open tasks. New tasks come in by themselves.
list-empty-archive = No closed tasks yet.
list-empty-search = No matches for “{ $text }” in the view { $view }. Esc clears the search.
    .aloud = No matches for “{ $text }” in the view { $view }.
list-empty-view = No tasks in this view. w chooses another.
list-failed = The tasks could not be fetched. { $why }
list-position = { $at } of { $total }

## The report

case-waiting = Fetching { $reference } …
case-failed = { $reference } could not be opened. { $why }
report-title = { $unit } ({ $no })  { $period }  version { $version }
report-corrected = corrected
report-decision = { $outcome } { $at } by { $name }
report-decision-count = { $outcome } { $at } by { $name }, { $count ->
    [one] 1 extension
   *[other] { $count } extensions
} (7A)
report-undoable-by-other = { $outcome } – undo until { $until }
report-undoable = { $outcome } – undo until { $until } (z)
report-solved = { $outcome } – cannot be changed
report-newer = NEW VERSION { $version } HAS COME – F5 shows it
    .aloud = New version { $version } has come. Fetch the case again to hear it.
report-submitted = submitted { $at } by { $name }
report-late = received late
report-parts = Parts
report-parts-seen = { $seen } of { $all } parts seen
report-only-changes = shows only changed or asked-about points (v shows all)
report-draft-saved = draft saved { $at }
report-draft-saving = saving the draft …
report-draft-disk = draft on disk, not with the service
report-draft-unsaved = draft on disk
report-draft-only-here = draft on the screen only
report-draft-of = draft by { $name }
report-form = form { $version }, reconstructed
report-case-system = case system { $name }
report-break = The unit’s borders have changed: earlier figures are not shown.
column-point = POINT
column-change = CHG
column-percent = %
column-history = 10 PERIODS
column-now = v{ $version }
value-empty = empty
value-none = –
value-count = [ { $value } ]
value-no-count = [   ]
section-removed = removed from the form as of { $since }
section-obsolete = points no longer in the form (left out): { $points }
point-confidence-sure = sure point
point-confidence-likely = likely point
point-confidence-reconstructed = reconstructed point
severity-word-ok = IN ORDER
severity-word-info = NOTE
severity-word-warning = WARNING
severity-word-error = ERROR
severity-word-fatal = CRITICAL ERROR
findings-count =
    { $errors ->
        [0] { $warnings ->
            [0] no findings to settle
            [one] 1 warning
           *[other] { $warnings } warnings
        }
       *[other] { $warnings ->
            [0] { $errors ->
                [one] 1 error
               *[other] { $errors } errors
            }
            [one] { $errors ->
                [one] 1 error, 1 warning
               *[other] { $errors } errors, 1 warning
            }
           *[other] { $errors ->
                [one] 1 error, { $warnings } warnings
               *[other] { $errors } errors, { $warnings } warnings
            }
        }
    }
findings-clean = clean
findings-errors = { $number }E
findings-warnings = { $number }W
findings-title = Findings and checks · rule set { $pack }
findings-found = Findings
findings-none = None.
findings-passed =
    { $n ->
        [one] Checked without findings: 1
       *[other] Checked without findings: { $n }
    }
findings-skipped =
    { $n ->
        [one] Could not be tried: 1
       *[other] Could not be tried: { $n }
    }
finding-accepted = Accepted by { $name } { $at }: “{ $reason }”
finding-accepted-before = Accepted in { $period } by { $name }: “{ $reason }”
finding-what-now = g accepts with a reason · r asks the municipality · i explains
finding-what-now-error = An error needs a reason (g) before approval · i explains
finding-what-now-info = For information · i explains
finding-why = Why
finding-check = To the municipality
finding-law = Law: { $law }
finding-source = Source: { $source }
finding-sure-sure = Sure rule
finding-sure-likely = Likely rule
finding-sure-reconstructed = Reconstructed rule: our own
accept-label = Accept { $rule } because:
accept-label-error = The error { $rule } needs a reason:
answer-changed = Asked about in the return, answered: at least one figure has changed
answer-remarked = Asked about in the return, answered with a remark
answer-unanswered = Asked about in the return, NOT ANSWERED: unchanged and without a remark
score-title = Risk { $total } · { $name }
score-errors =
    { $n ->
        [one] 1 error
       *[other] { $n } errors
    }
score-warnings =
    { $n ->
        [one] 1 warning
       *[other] { $n } warnings
    }
score-unanswered = a question in the last return has not been answered
score-most = together the findings count for at most { $most }
score-deadline = the deadline ({ $left })
score-line = { $points } · { $what }
score-note = The higher the number, the sooner the task should be taken. Accepted deviations and notes do not count. The number orders the queue; it decides nothing.
point-remark = The municipality’s remark: { $text }
point-note = Internal note: { $text }
point-required = must be filled in
count-label = Number of extensions (7A), Enter saves:
count-breaches = Deadline breaches (7B) become { $count } = (2E { $three } − 7A { $given }) + 2F { $six }
count-breaches-share = Deadline breaches (7B) become { $count } = (2E { $three } − 7A { $given }) + 2F { $six }, { $share } of those ended (7C)
count-open = Cases of 3–6 months (2E): { $three }. Over 6 months (2F): { $six }.
note-label = Internal note on { $point }, Enter saves:
search-label = Search:

## The application

access-title = Application for access to reports  { $reference }
access-applicant = Applicant
access-email = E-mail
access-phone = Telephone
access-represents = Says they represent
access-unit = Chosen unit
access-received = Received
access-earlier = Earlier applications
access-none = none
access-assessment = ASSESSMENT (a suggestion – you decide)
access-own = This is your own application. A colleague must decide it.
applicant-municipality = Seems to work in the municipality.
applicant-district = Seems to work in the district.
applicant-colleague = Seems to be a colleague at the County Governor, who had to choose a unit in the county.
applicant-external = Appears to be external. Bufdir handles external applicants (the guide, step 17).
sign-unit-domain = the e-mail address belongs to the municipality
sign-office-domain = the e-mail address belongs to a County Governor’s office
sign-names-office = the application mentions the County Governor
sign-unknown-domain = the e-mail address is not known
sign-other-unit-domain = the e-mail address belongs to another municipality
access-signs = Reason: { $signs }.
access-choice-grant = a  Approve → Yes: gives access to reported figures
access-choice-reject = r  Reject: needs a reason, the applicant gets an answer
access-choice-forward = b  Forward to Bufdir: name, e-mail, telephone and affiliation
access-choice-ask = c  Ask the applicant for more information
grant-warning-external = The assessment points to an external user, and Bufdir handles those.
grant-warning-colleague = The assessment points to a colleague: access is given as an office, not as a municipality.
forward-warning = The assessment does not point to an external user.

## The summary before Confirm

summary-title = CONTINUE WORKFLOW
summary-approve = You are about to APPROVE the report and send it to Bufdir.
summary-return = You are about to RETURN the report for correction.
summary-grant = You are about to GRANT the application for access to reports.
summary-reject = You are about to REJECT the application for access to reports.
summary-forward = You are about to FORWARD the application to Bufdir.
summary-ask = You are about to ASK THE APPLICANT FOR MORE INFORMATION.
summary-unit = Unit
summary-applicant = Applicant
summary-period = Period
summary-version = { $period }, version { $version } (the one you have seen)
summary-extensions = Extensions (7A)
summary-extensions-value =
    { $n ->
        [one] 1 case
       *[other] { $shown } cases
    } → deadline breaches (7B) become { $breaches }
summary-extensions-none = not reported
summary-extensions-not-given = not given (optional for a new case system)
summary-findings = Findings
summary-findings-none = no errors or warnings
summary-questions = Reason codes
summary-questions-none = none of the findings is mentioned in the comment
summary-answers = Last return
summary-answers-open = not answered: { $open } of { $all ->
    [one] 1 question
   *[other] { $all } questions
}
summary-answers-done =
    { $all ->
        [one] the question has been answered
       *[other] all { $all } questions have been answered
    }
summary-language = Written language
summary-unseen = Not seen
summary-all-seen = all { $all } parts have been seen
summary-seen = Parts
summary-comment = Comment
summary-comment-lines =
    { $n ->
        [one] 1 line, { $letters } characters
       *[other] { $shown } lines, { $letters } characters
    }
summary-recipients = Will be sent to
summary-nobody = nobody
summary-checking = waiting for the service …
summary-notice = Note
summary-save = Save
summary-on-disk = on the disk
summary-only-here = on the screen only
summary-nothing-typed = nothing to save
summary-continue = Continue workflow
summary-continue-done = ready { $at }
summary-confirm = Confirm
summary-press-enter = press Enter
summary-confirmed = will be sent as soon as the service has answered
summary-sending = sending …
summary-failed = failed
summary-again = F5 sends the same again
    .aloud = You can send the same again.
summary-again-hint = send again
summary-check-again = F5 tries again
    .aloud = You can try again.
summary-undo =
    { $n ->
        [0] There is no undo window: Confirm sends at once.
       *[other] After Confirm you can undo for { $shown } seconds with z. Only then does it leave the office.
    }
summary-ask-at-once = The question will be sent at once. The case stays open.

## The comment

editor-title-return = RETURN – comment to the municipality
editor-title-reject = REJECT – reason to the applicant
editor-title-ask = ASK – message to the applicant
editor-to = To: { $to }
editor-language = written language: { $language }
editor-language-misfit = The written language is { $language }. These words do not belong to it: { $words }
editor-identity = The text holds a national identity number, D number or DUF number. Take it out: { $masked }
editor-asked =
    { $n ->
        [one] asks about one finding: { $rules }
       *[other] asks about { $n } findings: { $rules }
    }
editor-asked-none = asks about no finding (F5 inserts one)
    .aloud = asks about no finding
editor-letters =
    { $n ->
        [one] 1 character
       *[other] { $shown } characters
    }
editor-enter = Enter: new line. Esc or F2: done.

## Timeline, explanation, help

timeline-title = History  { $reference }
timeline-empty = No events yet.
event-submitted = submitted version { $version }
event-applied = application received
event-saved = Save
event-continued = Continue workflow
event-confirmed = Confirm: { $outcome }
event-confirmed-count = Confirm: { $outcome }, { $count ->
    [one] 1 extension
   *[other] { $count } extensions
} (7A)
event-asked = asked for more information
event-accepted = deviation accepted
event-unaccepted = accepted deviation taken back
event-batched = confirmed in batch { $batch }
event-sampled = looked at in the sample of { $batch }, no objections
event-taken-out = taken out of { $batch }
event-undone = undone
event-delivered = sent to { $to }
event-delivery-failed = could not be delivered to { $to }, will be tried again
actor-backend = the system
explain-title = Explanation
explain-definition = What is counted
explain-break = Break in the series from { $from }
explain-law = Legal basis
explain-law-value = { $law } ({ $act })
explain-measure = Measured
measure-flow = during the half-year
measure-stock-start = at the beginning of the period
measure-stock-end = on the last day of the half-year
measure-decision = the office’s decision
explain-sums = Part of the sum
explain-at-most = Cannot be larger than
explain-confidence = How sure
explain-source = Source
explain-required = Completion
explain-optional = may be empty; empty is not the same as 0
explain-values = Earlier figures
explain-form = About the form
help-title = Help: { $screen }
help-keys = Keys
help-search = type to search: { $text }
help-nothing = No keys or words match.
status-read-only = READ ONLY
help-signs = Signs and words
help-signs-list =
    N new · C corrected version · D draft · F new case system, form by hand
    M report by machine · L received late · E early: received before opening
    FOUND: 2E 1W is two errors and one warning · RISK: i explains the number
    ! error · ? warning · i note · = accepted deviation
    ~ reconstructed point · * bookmark · + internal note · empty is not 0
    CHG and %: against the same half-year last year
    assumed: no public source says it, or the date is derived
help-stages = How a case is decided
help-stages-list =
    1. Save happens by itself: what you write is on the disk at once.
    2. Continue workflow: a, r or b shows a summary. Nothing has been sent.
    3. Confirm: only Enter in the summary decides. z undoes in the undo window.
help-screen-list = the task list
help-screen-report = the report
help-screen-access = the application
help-screen-solved = a closed case
quit-question = Quit? What you have written is saved. Enter quits, Esc stays.
quit-question-unsaved = The last words are not on the disk. Quit all the same? Enter quits, Esc stays.
views-title = Choose a view: digit, or arrows and Enter

## Messages

message-paste-dropped = That looked like pasted text. Nothing was done; the keys have been dropped.
message-none = No message yet.
message-nothing-selected = No task is selected.
message-sorted = Sorted by { $column }. O reverses the order.
message-refreshing = Fetching again …
message-draft-on-disk = The draft is on the disk, but not yet saved with the service. { $why }
message-draft-only-here = The draft is neither on the disk nor with the service. It is on the screen only. { $why }
message-last-task = This is the last task in the list.
message-first-task = This is the first task in the list.
message-extensions-forbidden = The count is not reported for this unit. { $why } (letter { $letter })
message-no-findings = The rules have no findings in the report.
message-nothing-to-accept = Select a finding first (f). A critical error cannot be accepted.
message-reason-missing = Write a reason. It stays with the unit and is shown next time.
message-accepted = { $rule } has been accepted with a reason.
message-unaccepted = The acceptance of { $rule } has been taken back.
message-no-more-findings = All findings that there is anything to ask about are in the comment.
message-no-changes = There is no earlier version to compare with, or nothing has changed.
message-only-reviewers = Your role can read, but not decide.
message-unseen = These parts must be seen first: { $parts }
message-too-soon = Enter came too soon after the summary was shown. Read it, and press Enter again.
    .aloud = The confirmation came too soon after the summary. Hear it, and confirm again.
message-read-only = The program was started for reading (--readonly). Nothing can be changed.
message-asked = The question about { $reference } is on its way. The case is open.
message-decided = { $name }: { $outcome }. Can be undone until { $until } (z), and is sent then.
message-decided-over = { $name }: { $outcome }. The answer of the service came after the undo window had ended at { $until }.
message-decided-sent = { $name }: { $outcome }. It has been sent.
message-undone = Undone. { $name } is open again, and nothing was sent.
message-undo-under-way = The undo is on its way. The service has not answered yet.
message-nothing-to-undo = Nothing to undo from here. Open the case in the archive: there z undoes as long as the undo window lasts.
message-undo-over = The undo window of this case is over.
message-summary-hidden = The window is too small to show all that is sent. Make it larger, at least 20 lines high, and you can confirm.
message-colleague = The draft was written by { $name }. Press the key once more to take it over.
    .aloud = The draft was written by { $name }. Choose the same once more to take it over.
message-case-closed = The case has been decided and cannot be changed.
message-draft-kept = Nothing has been sent. What you have written has been kept.
message-outcome-unknown = It is not known whether the decision was saved. The case is fetched again, so that you see how it stands.
message-question-unknown = It is not known whether the question went. If you ask the same again, it is sent only once.
message-copied = { $text } has been copied to the terminal’s clipboard.
message-copied-in-tmux = { $text } has been sent to the clipboard of tmux (“set-clipboard” must be “on”).
message-copied-in-screen = { $text } has been sent through screen to the terminal’s clipboard.
message-no-utf8 = The character set “{ $locale }” is not UTF-8: æ, ø and å may be shown wrong. Set LANG to nb_NO.UTF-8.
message-closed = This is switched off here. The program was started without a way to files, other programs and the shell (--closed).
message-journal-failed = The draft could not be written to the disk ({ $why }). It is tried with the service instead.
message-journal-failed-away = What you write could not be written to the disk ({ $why }), and there is no connection: it is on the screen only. Make room on the disk, and type one more character.
message-no-editor = No editor of your own has been chosen. Set VISUAL or EDITOR, and start the program again.
message-editor-failed = The text is unchanged: { $why }
message-decided-by = { $name } decided { $reference } just now.
message-undone-by = { $name } undid the decision on { $reference }.
message-arrived = Received: { $reference }
message-arrived-again = Received again: { $reference }, version { $version }
message-newer-version = Version { $version } came while you were working. The draft has been kept. F5 shows the new one.
    .aloud = Version { $version } came while you worked. The draft is kept. Fetch the case again to hear the new one.
message-line-lost = The connection to the service was lost. What you write is saved on the disk.
message-line-found = The connection is back.
message-recovered-decisions = Completed from last time: { $references }. See the archive.
message-recovered-drafts = Drafts from the disk have been saved with the service: { $references }

## What the commands do: in the help, and in short in the bottom line

cmd-open = Open the selected task
cmd-up = One line up
cmd-down = One line down
cmd-page-up = One page up
cmd-page-down = One page down
cmd-first = To the first line
cmd-last = To the last line
cmd-next-section = Next part of the form
cmd-previous-section = Previous part of the form
cmd-next-task = Next task in the list
cmd-previous-task = Previous task in the list
cmd-extensions = Type the number of extensions (7A)
cmd-approve = Approve the report: shows the summary
cmd-return = Return the report: comment, then the summary
cmd-grant = Grant the application: shows the summary
cmd-reject = Reject the application: reason, then the summary
cmd-forward = Forward to Bufdir: shows the summary
cmd-ask = Ask the applicant for more information
cmd-confirm = Confirm
cmd-undo = Undo the last decision
cmd-timeline = History and comments
cmd-changes = Only points that have changed or were asked about
cmd-explain = Explain the selected point
cmd-next-finding = Next finding, with explanation
cmd-findings = All findings, and all that has been checked
cmd-accept = Accept the deviation with a reason
cmd-insert-finding = Insert the next finding into the comment
cmd-suggest = The suggested text instead of yours (F6 again: yours back)
cmd-note = Internal note on the selected point
cmd-bookmark = Bookmark on the selected point
cmd-search = Search as you type: words and terms (!word leaves out)
cmd-clear-search = Clear the search
cmd-views = Choose a view
cmd-sort = Sort by the next column
cmd-sort-turn = Reverse the order
cmd-copy = Copy the reference
cmd-refresh = Fetch again
cmd-message = Show the last message again
cmd-show-queue = Open tasks
cmd-show-archive = Closed tasks (archive)
cmd-help = Help for this screen
cmd-outside-editor = Write the text in your own editor (VISUAL or EDITOR)
cmd-quit = Quit the program
cmd-done = Done
cmd-back = Back
cmd-undo-typing = Undo what you typed last

hint-open = open
hint-up = up
hint-down = down
hint-page-up = page up
hint-page-down = page down
hint-first = first
hint-last = last
hint-next-section = part
hint-previous-section = previous part
hint-next-task = next
hint-previous-task = previous
hint-extensions = extensions
hint-approve = approve
hint-return = return
hint-grant = grant
hint-reject = reject
hint-forward = to Bufdir
hint-ask = ask
hint-confirm = confirm
hint-undo = undo
hint-timeline = history
hint-changes = changes
hint-explain = explain
hint-next-finding = finding
hint-findings = all findings
hint-accept = accept
hint-insert-finding = insert finding
hint-suggest = suggestion
hint-note = note
hint-bookmark = bookmark
hint-search = search
hint-clear-search = clear
hint-views = view
hint-sort = sort
hint-sort-turn = reverse
hint-copy = copy
hint-refresh = refresh
hint-message = message
hint-show-queue = tasks
hint-show-archive = archive
hint-help = help
hint-outside-editor = own editor
hint-undo-typing = undo typing
hint-quit = quit
hint-done = done
hint-back = back
