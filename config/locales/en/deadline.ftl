### The countdown, status, the palette, two persons, recall and repetition.

## The line at the top of the queue

head-long = { $period }: office deadline { $weekday } { $date }, { $left }{ $urgency } · done { $solved } of { $expected } · { $need }
head-middle = { $period } due { $date }, { $left }{ $urgency } · done { $solved } of { $expected } · { $need }
head-short = due { $date }, { $left }{ $urgency } · done { $solved } of { $expected } · { $need }
head-tight = due { $date }, { $left }{ $urgency } · done { $solved }/{ $expected }, { $need }
head-tighter = { $left }{ $urgency } · done { $solved }/{ $expected }, { $need }
head-solved = due { $date }, { $left }{ $urgency } · done { $solved } of { $expected }
head-bare = due { $date }, { $left }{ $urgency }
head-least = due { $date }, { $left }
head-days = { $left }{ $urgency }
urgency-calm = calm
urgency-soon = soon
urgency-near = near
urgency-last = urgent
urgency-over = over
head-urgency = , { $word }
need-done = all done
need-today-reached = today’s goal met
need-today = need { $shown } today
need-each = need { $shown } per working day
need-late = { $shown } left

## The countdown

countdown-title = Countdown · { $period }
countdown-waiting = Fetching the countdown …
countdown-failed = The countdown could not be fetched. { $why }
countdown-legend = # left · o spread evenly over the working days · : estimate at the same pace
countdown-note = Done means approved. A returned report is not done; it comes back. Today and the day of the deadline are among the working days.
countdown-shortened = The table has been shortened: it shows the first { $n } days.
countdown-of = { $solved } of { $expected }
countdown-nobody = No units are to report for { $period }.
countdown-solved = Done: { $solved } of { $expected ->
    [one] 1 report
   *[other] { $expected } reports
}.
countdown-left =
    { $n ->
        [one] One is left
       *[other] { $shown } are left
    }: { $places }.
countdown-open =
    { $n ->
        [one] 1 waits for you
       *[other] { $shown } wait for you
    }
countdown-returned =
    { $n ->
        [one] 1 is returned
       *[other] { $shown } are returned
    }
countdown-missing =
    { $n ->
        [one] 1 is not received
       *[other] { $shown } are not received
    }
countdown-finished = The last one was done { $day }; the deadline is { $deadline }.
countdown-deadline = The deadline is { $day }: { $left }.
countdown-working-days =
    { $n ->
        [one] the one working day left
       *[other] each of the { $shown } working days left
    }
countdown-need = You need { $shown } on { $days }.
countdown-today = { $shown } more must be done today.
countdown-today-reached = Today’s goal is met.
countdown-pace-days =
    { $n ->
        [one] the last working day
       *[other] the last { $shown } working days
    }
countdown-no-pace = None were done in the last { $shown } working days, so there is no pace to reckon with.
countdown-far = At the pace of the last { $shown } working days you will not finish within a year.
countdown-in-time = At the pace of { $days } ({ $shown } done) you will finish { $date }, in time.
countdown-too-late = At the pace of { $days } ({ $shown } done) you will finish { $date }, AFTER the deadline.
countdown-column-day = DAY
countdown-column-solved = DONE
countdown-column-total = TOTAL
countdown-column-received = RECVD
countdown-column-returned = RET.
countdown-column-open = OPEN
countdown-column-left = LEFT
countdown-column-ideal = EVEN
countdown-column-forecast = EST.
countdown-mark-today = today
countdown-mark-deadline = due
countdown-mark-weekend = weekend
countdown-row-past = { $day }: done { $solved }, total { $total }. Left { $left }, even { $ideal }. Received { $received }, open { $open }, returned { $returned }.
countdown-row-ahead = { $day }: even { $ideal } left, estimate { $forecast }.
cmd-countdown = Countdown to the deadline: plot, table and sentence
hint-countdown = countdown

## sfv status

status-no-period = no period is being reported now
status-deadline = { $period } due { $date } { $left }
status-assumed = {" (assumed)"}
status-days-left =
    { $n ->
        [0] today
       *[other] { $shown } d
    }
status-days-over = { $shown } d over
status-open =
    { $n ->
        [one] 1 open
       *[other] { $shown } open
    }
status-findings = { $shown } with findings
status-missing = { $shown } not received
status-fact-period = Period
status-fact-deadline = Office deadline
status-fact-solved = Done
status-fact-open = Open tasks
status-fact-clean = Clean reports
status-fact-findings = With findings
status-fact-corrected = Corrected
status-fact-access = Access applications
status-fact-returned = Returned, not come back
status-fact-missing = Not received

## Two persons

refusal-needs-colleague = The office requires two persons for this approval. You have prepared it; a colleague must open the case and confirm the same approval.
summary-four-eyes = Two persons
four-eyes-prepared = prepared by { $name } { $at }, you confirm
four-eyes-waiting = prepared: a colleague must confirm
message-needs-colleague = Prepared. A colleague must open the case and confirm the same approval. Nothing has been sent.

## Recall

refusal-nothing-to-recall = Only an approved report that has been sent to Bufdir can be recalled.
refusal-recalled-before = Bufdir has already been asked to give this approval back.
refusal-undo-instead = The approval has not been sent yet. Undo it instead (z).
event-recall-asked = asked Bufdir for a recall
cli-event-recall-asked = recall asked for
editor-title-recall = ASK FOR A RECALL – reason to Bufdir
editor-to-bufdir = To: Bufdir
recall-explained = The approval has been sent to Bufdir and cannot be undone here. You can ask Bufdir to give it back. The case stays approved.
recall-asked-before = Bufdir has already been asked to give this approval back. See the history (c).
summary-recall = You are about to ASK BUFDIR TO GIVE THE APPROVAL BACK.
summary-recall-at-once = The request is sent at once. The case stays approved until Bufdir answers.
message-recalled = The request about { $reference } is on its way to { $to }. The case is still approved.
mail-recall-subject = Request for recall of { $reference }
mail-recall-body =
    Hello.

    { $office } asks to have an approved half-yearly report back.

    Reference: { $reference }
    Unit: { $unit }
    Period: { $period }
    Version: { $version }
    Approved: { $decided } by { $by }
    The request comes from: { $name }, { $email }

    Reason:

    { $comment }

    The report is still approved at the office.
cli-recalled = { $ref }: the request for recall is on its way to { $to }. The case is still approved.

## Repetition (.)

cmd-repeat = The same kind of decision as the last one; only Enter confirms
hint-repeat = repeat
repeat-nothing = Nothing to repeat yet: no decision has been made since the program started.
repeat-other-kind = The last decision does not fit this kind of case.
repeat-decision = Repeats { $deed }, as for { $name }. Only Enter confirms.
    .aloud = Repeats { $deed }, as for { $name }.
repeat-same-text = Repeats { $deed } with the text from { $name }. Read it; Esc goes to the summary.
    .aloud = Repeats { $deed } with the text from { $name }. Hear it first.
repeat-own-text = Repeats { $deed }, as for { $name }. The text already written here stays.
repeat-misfit = Repeats { $deed }, but the text from { $name } is about findings, the unit or the written language there. Here stands the suggestion for this case.
repeat-reason = Repeats the acceptance of { $rule }, as for { $name }. Enter accepts.
    .aloud = Repeats the acceptance of { $rule }, as for { $name }.
repeat-no-finding = This report has no open finding { $rule } to accept.

## The palette

palette-title = Find or do
palette-label = :
palette-nothing = Nothing matches. Type something else, or press Esc.
    .aloud = Nothing matches.
palette-hint = Type the name of a command, a task, a unit or a point of the form.
palette-looking = looking for tasks …
palette-failed = The tasks could not be fetched. { $why }
palette-line = On the command line: { $line }
palette-kind-command = do
palette-kind-task = task
palette-kind-unit = unit
palette-kind-point = point
cmd-palette = Find a command, task, unit or point by name
hint-palette = find
cmd-choose = Do or open what is chosen
hint-choose = choose
point-title = { $code } { $label }
recall-recipient = Bufdir
palette-unit = Open tasks for { $name } ({ $no }). Esc clears the search.
    .aloud = Open tasks for { $name } ({ $no }).
recall-short = Sent to Bufdir. The case stays approved.
recall-kept = the text is kept here
