# The linear form: lines that are read aloud, and choices with a number before them.

## At the start

linear-start = sfv, linear form.
linear-start-who = You are { $name }.
linear-start-demo = The figures are made up.
linear-start-how = Write the number before a choice, and press Enter. A question mark gives help, m reads the last message again, l reads the screen again, 0 goes back.
linear-end = The program has ended. What you have written is saved.

## Asking for a line

linear-prompt = Choose:
linear-prompt-line = { $ask } Write it on one line. A full stop alone on the line goes to the choices.
linear-prompt-text = { $ask } Write as many lines as you like. A full stop alone on a line ends the text.
linear-nothing-chosen = Nothing is chosen. An empty line does nothing.
linear-nothing-written = The line is empty. Nothing has changed.
linear-unknown = That is not one of the choices. Write l to hear them again.
linear-unknown-word = That is not one of the choices. Write { $word } to confirm, 0 to go back, or l to hear everything again.
linear-stray = The line came before the whole screen was read, and is not used. Nothing is sent. Choose again.
linear-changed = The screen has changed since it was read. Nothing is chosen. Here it is again.
linear-moved = You are on another screen than when the choices were read. Nothing is chosen.
linear-gone = What you chose is not here any more. Nothing is done.
linear-no-undo = Here z undoes nothing. Go back first.
linear-same = The screen is as before. Write l to hear it again.
linear-wait = Waiting for an answer.

## Messages

linear-news = Message: { $text }
linear-news-warning = Warning: { $text }
linear-news-bad = Error: { $text }
message-lock-soon =
    { $n ->
        [one] The screen is locked in 1 second.
       *[other] The screen is locked in { $shown } seconds because no key was pressed. Any key keeps it open. What you have written stays. The time is { $minutes } minutes and is set by idle_lock_minutes.
    }

## Help

linear-help-number = Write the number before a choice, and press Enter.
linear-help-back = 0 goes back.
linear-help-again = l reads the screen again.
linear-help-message = m reads the last message again.
linear-help-undo = z takes the last decision back as long as its window is open.
linear-help-text = A comment may have many lines. A full stop alone on a line ends it. Each line is saved when you press Enter.
linear-help-confirm = Nothing is sent before you have heard the whole summary and written the word confirm.
linear-help-keys = Where a text names a key, you choose the same by a number here.
linear-help-lock =
    { $n ->
        [one] The screen is locked when nothing was written for 1 minute. You change that by idle_lock_minutes and idle_warning_seconds in the settings.
       *[other] The screen is locked when nothing was written for { $shown } minutes. You change that by idle_lock_minutes and idle_warning_seconds in the settings.
    }
linear-help-no-lock = The screen is not locked by itself.
linear-help-window =
    { $n ->
        [0] There is no window for taking back. The office can set it to between 0 and 600 seconds.
        [one] The window for taking back is 1 second. The office can set it to between 0 and 600 seconds.
       *[other] The window for taking back is { $shown } seconds. The office can set it to between 0 and 600 seconds.
    }

## Choices

linear-more = More choices
linear-back = Back
linear-back-kept = Back, the text stays
linear-back-quit = Quit
linear-back-search = Clear the search
linear-back-marks = Take all marks away
linear-word-confirm = confirm
linear-confirm = is the word that you write to confirm.
linear-approve = Approve
linear-return = Return
linear-grant = Grant
linear-reject = Reject
linear-forward = Forward to Bufdir
linear-ask = Ask the applicant for more information
linear-extensions = Give the extension count
linear-search = Search
linear-palette = Find a command, a task, a unit or a point
linear-repeat = The same kind of decision as the last one
linear-next-finding = Next finding
linear-findings = All findings, and everything that was checked
linear-suggest = Change between the suggested text and your own
linear-dry-run = Hear what would be sent, and write the number
linear-countdown = Countdown to the deadline
linear-sort = Sort on something else
linear-mark-all = Mark all in the view and the search, also those not read out
linear-remind = Remind
linear-undo = Undo: { $name }
linear-done = Done
linear-done-text = Done with the text, hear the summary
linear-sample-accept = In order, back to the batch

## Lists

linear-open-tasks =
    { $n ->
        [one] 1 open task.
       *[other] { $shown } open tasks.
    }
linear-open-tasks-of =
    { $n ->
        [one] 1 of { $all } open tasks. View: { $view }.
       *[other] { $shown } of { $all } open tasks. View: { $view }.
    }
linear-solved-tasks =
    { $n ->
        [one] 1 solved task in the archive.
       *[other] { $shown } solved tasks in the archive.
    }
linear-solved-tasks-of =
    { $n ->
        [one] 1 of { $all } solved tasks. View: { $view }.
       *[other] { $shown } of { $all } solved tasks. View: { $view }.
    }
linear-searched = The search is: { $text }.
linear-sorted = Sorted by { $column }, smallest first.
linear-sorted-down = Sorted by { $column }, largest first.
linear-sorted-old = Sorted by { $column }, oldest first.
linear-sorted-new = Sorted by { $column }, newest first.
linear-sorted-on = Sorted by { $column }.
linear-sorted-turned = Sorted by { $column }, in reverse.
linear-period = Period { $period }. The office's deadline is { $date }, { $left }.
linear-progress = Solved { $solved } of { $expected }.
linear-marks =
    { $n ->
        [one] 1 is marked.
       *[other] { $shown } are marked.
    }
linear-portion-all =
    { $n ->
        [one] Here it is.
       *[other] Here are all { $shown }.
    }
linear-portion = Here are number { $from } to { $to } of { $total }.
linear-more-rows =
    { $n ->
        [one] More, 1 left
       *[other] More, { $shown } left
    }
linear-rows-before = The ones before
linear-row-loading = A row is still being fetched.
linear-task = { $unit }
linear-task-access = Access request from { $name }, { $unit }
linear-clean = no findings
linear-open-findings =
    { $errors ->
        [0] { $warnings ->
            [0] no findings
            [one] { $warnings } warning
           *[other] { $warnings } warnings
        }
        [one] { $warnings ->
            [0] { $errors } error
            [one] { $errors } error and { $warnings } warning
           *[other] { $errors } error and { $warnings } warnings
        }
       *[other] { $warnings ->
            [0] { $errors } errors
            [one] { $errors } errors and { $warnings } warning
           *[other] { $errors } errors and { $warnings } warnings
        }
    }
linear-version = version { $version }
linear-holder-short = { $name } has it
linear-is-marked = Marked
linear-marked = Marked: { $what }
linear-mark = Mark { $name }
linear-unmark = Take the mark from { $name }
linear-mark-rows = Mark tasks
linear-mark-units = Mark units
linear-unit = { $unit }, number { $no }, { $standing }
linear-views = Choose a view.
linear-view =
    { $n ->
        [one] { $name }, 1 task
       *[other] { $name }, { $shown } tasks
    }
linear-found =
    { $n ->
        [0] No match for { $text }.
        [one] 1 match for { $text }.
       *[other] { $shown } matches for { $text }.
    }
linear-remove-access = Take access away from { $name }
linear-grid = Reports with an extension count: { $given } of { $all }.
linear-grid-row = { $unit }: { $count }.
linear-grid-reported = 2E { $three }, 2F { $six }
linear-grid-draft = The draft is by { $name }.
linear-count-kept = The number is as before. Only digits are written here.

## A report

linear-report = Report from { $unit }, number { $no }, { $period }, version { $version }. Reference { $reference }.
linear-deadline = Deadline: { $left }.
linear-submitted = Submitted { $at } by { $name }.
linear-channel = Channel: { $channel }. Written language: { $language }.
linear-corrected = The report was corrected after a return.
linear-late = The report came too late.
linear-holder = { $name } has the task.
linear-findings-count =
    { $errors ->
        [0] { $warnings ->
            [0] No findings to settle.
            [one] 1 warning.
           *[other] { $warnings } warnings.
        }
        [one] { $warnings ->
            [0] 1 error.
            [one] 1 error. 1 warning.
           *[other] 1 error. { $warnings } warnings.
        }
       *[other] { $warnings ->
            [0] { $errors } errors.
            [one] { $errors } errors. 1 warning.
           *[other] { $errors } errors. { $warnings } warnings.
        }
    }
linear-parts-seen = Parts from the municipality that were heard: { $seen } of { $all }.
linear-comment-begun =
    { $n ->
        [one] A comment of 1 line is begun.
       *[other] A comment of { $shown } lines is begun.
    }
linear-only-changes = Here are the points that were changed since the version before or were asked about.
linear-finding-now = You are at this finding. { $finding }
linear-read-parts = Read the report, part by part
linear-parts =
    { $n ->
        [one] The report has 1 part.
       *[other] The report has { $shown } parts.
    }
linear-part =
    { $n ->
        [one] Part { $name }, 1 point
       *[other] Part { $name }, { $shown } points
    }
linear-part-seen =
    { $n ->
        [one] Part { $name }, 1 point, heard
       *[other] Part { $name }, { $shown } points, heard
    }
linear-part-gone = Part { $name }: { $since }.
linear-part-head = Part { $no }: { $title }.
linear-next-part = Next part
linear-choose-point = Choose a point of this part
linear-point = Point { $code }, { $label }: { $figure }.
linear-point-name = Point { $code }, { $label }
linear-before = Half-year before { $figure }.
linear-last-year = Same half-year last year { $figure }.
linear-version-before = In version { $version } { $figure }.
linear-no-findings = No findings.
linear-bookmarked = Bookmark.
linear-severity-ok = In order
linear-severity-info = Information
linear-severity-warning = Warning
linear-severity-error = Error
linear-severity-fatal = Fatal error
linear-finding = { $word } { $rule }: { $message }
linear-finding-accepted = { $word } { $rule }: { $message } Accepted by { $name }: { $reason }
linear-history = Earlier half-years, newest first: { $figures }.
linear-history-one = { $period } { $figure }
linear-change-more = That is { $figure } more than in the same half-year last year.
linear-change-fewer = That is { $figure } fewer than in the same half-year last year.
linear-change-none = That is as many as in the same half-year last year.
linear-change-share = The change is { $share } per cent.
linear-change-over = The change is over { $share } per cent.
linear-sure = How sure: { $sure }.
linear-figure-empty = not answered
linear-figure-none = not asked for
linear-figure-follows = follows from the extension count
linear-extensions-none = is not to be given
linear-extensions-not-given = not given
linear-explain-point = Explain the point
linear-accept-point = Accept the deviation with a reason
linear-note-point = Write an internal note
linear-bookmark-point = Set or remove a bookmark

## Summary and batch

linear-whole-comment = The whole comment:
linear-stage-done = Done: { $what }
linear-stage-next = Remains: { $what }
linear-extensions-count =
    { $n ->
        [one] 1 extension
       *[other] { $shown } extensions
    }
linear-breaches-count =
    { $n ->
        [one] 1 breach left
       *[other] { $shown } breaches left
    }
linear-sent-to = would be sent to { $to }
linear-item-drawn = in the sample, not looked at
linear-item-seen = in the sample, looked at
linear-item-ready = ready
linear-item-refused = not taken into the batch
linear-item-taken-out = taken out
linear-item-decided = decided
linear-item-dropped = not decided
linear-item-undone = taken back
linear-stop = Give up the batch? What is decided stands. The rest is not decided.
linear-quit = Quit the program? What you have written is saved.
linear-quit-unsaved = What you wrote last is not on the disk. Quit the program all the same?
linear-gate-above = What was written in the terminal already still stands there. Close the window if others can see it.

## Fields and texts

linear-ask-count = Extension count, point 7A.
linear-ask-count-of = Extension count of { $unit }.
linear-ask-note = Internal note on point { $point }.
linear-ask-accept = Reason for accepting { $rule }.
linear-ask-view = Name of the view.
linear-ask-search = Words to search for.
linear-ask-unit = Name or number of the unit.
linear-ask-number = The number that confirms.
linear-ask-reason = Reason, which is sent to the person.
linear-ask-palette = What you are looking for.
linear-ask-path = The file with the counts.
linear-ask-comment = Comment, which is sent to the recipient.
linear-ask-common = Common text, which is sent to all in the batch.
linear-ask-field = { $label }.
linear-write-text = Write
linear-write-more = Write more at the end
linear-write-anew = Write anew
linear-choose-line = Correct or take away one line
linear-line-is = The line is: { $text }
linear-line-anew = Write the line anew
linear-line-drop = Take the line away
linear-ask-line = The line anew.
linear-text-is =
    { $n ->
        [one] The text has 1 line:
       *[other] The text has { $shown } lines:
    }
linear-field-is = It says now: { $text }.
linear-field-proposed = The office's own register proposes: { $text }. It has not been given yet; write the number to give it.
linear-field-empty-it = Take the number away
linear-field-empty = { $label }, not filled in
linear-field-filled = { $label }: { $text }
linear-apply-name = Name
linear-apply-represents = Whom you represent
linear-apply-email = E-mail
linear-apply-phone = Telephone
linear-apply-unit = Municipality
linear-apply-fits = Done chooses { $name }, number { $no }.
