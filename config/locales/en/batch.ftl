# Batches: approving, returning and reminding many at once.

refusal-unknown-batch = “{ $given }” is not a batch. The number looks like this: B-0007.
refusal-batch-off = The office does not allow several cases to be decided together. It is set in the office’s policy (batch.enabled).
refusal-batch-too-large = { $given } cases are too many for one batch; the limit is { $most }.
refusal-batch-empty = No case in the batch can be decided.
refusal-batch-closed = The batch is closed. Make a new one.
refusal-batch-twice = The same case stands twice in the batch.
refusal-sample-left = { $left ->
    [one] One case in the sample has not been looked at yet.
   *[other] { $left } cases in the sample have not been looked at yet.
}
refusal-not-in-sample = The case is not in the sample.
refusal-dry-run-missing = Look at the dry run first: it shows what will be sent.
refusal-wrong-number = You typed { $given }, but the number of waiting cases is { $waiting }. Nothing has been decided.
refusal-not-clean = Not clean. Nobody has accepted: errors { $errors }, warnings { $warnings ->
    [one] 1
   *[other] { $warnings }
}.
refusal-unanswered = A question from the last return has not been answered.
refusal-channel-one-by-one = The report was typed in from a new case system and is to be looked at by itself.
refusal-first-report = The first report from a unit is to be looked at by itself.
refusal-count-differs = The number of extensions (7A) is { $draft } in your draft and { $batch } in the batch. Correct one of them, and show the dry run again.
refusal-batch-returns = The batch is for returning. Use sfv bulk return.
refusal-batch-approves = The batch is for approving. Use sfv bulk approve.
refusal-batch-text-stands = The common text of a batch cannot be changed. Give the batch up with sfv bulk stop, and make a new one.
refusal-comment-begun = You have begun a return comment.
refusal-nothing-to-say = The report has no findings to ask about, and the common text is empty.

# The screen
batch-title-approve = BATCH APPROVAL { $batch }
batch-title-return = BATCH RETURN { $batch }
batch-waiting = Looking through the cases …
batch-step-nothing = nothing to decide
batch-step-sample = step 2 of 4: sample
batch-step-dry-run = step 3 of 4: dry run
batch-step-number = step 4 of 4: type the number
batch-step-running = deciding
batch-step-ended = closed
batch-policy-sample = Sample { $share } %, at least { $least }
batch-policy-clean = clean only
batch-policy-not-new = no new case system
batch-policy-not-first = not a unit’s first
batch-result-to = to { $to }
batch-seed = sample key { $seed }
batch-policy-words = each gets its own text
batch-count-waiting = { $n ->
    [one] 1 ready
   *[other] { $shown } ready
}
batch-count-decided = { $n ->
    [one] 1 decided
   *[other] { $shown } decided
}
batch-count-undone = { $shown } undone
batch-count-dropped = { $shown } dropped out
batch-count-taken-out = { $n ->
    [one] 1 taken out
   *[other] { $shown } taken out
}
batch-count-refused = { $n ->
    [one] 1 excluded
   *[other] { $shown } excluded
}
batch-column-unit = UNIT
batch-column-count = 7A EXT.
batch-column-breaches = BREACHES
batch-column-sample = SAMPLE
batch-column-result = RESULT
batch-drawn = drawn
batch-drawn-seen = in order
batch-result-unseen = waits for you
batch-result-seen = IN ORDER
batch-result-ready = ready
batch-result-refused = EXCLUDED
batch-result-taken-out = taken out
batch-result-decided = decided
batch-result-dropped = DROPPED
batch-result-undone = undone
batch-narrow-count = 7A: { $count }
batch-about = { $name }, { $reference }, version { $version }.
batch-about-unseen = { $name }, { $reference }: drawn for the sample. Enter opens it; there, press a if it is in order, or r to take it out.
    .aloud = { $name }, { $reference }: drawn for the sample. Open the case, and say whether it is in order or shall be taken out.
batch-would-send = { $reference } v{ $version }: goes to { $to }.
batch-letter-title = Return comment to { $unit }, { $ref }
back-letter = letter
message-batch-no-letter = An approval is sent without a letter.
batch-next-wait = Waiting for an answer …
batch-next-nothing = No case can be decided in a batch. Esc goes back to the list.
    .aloud = No case can be decided in a batch.
batch-next-sample = { $n ->
    [one] One case in the sample is left ({ $needed } of { $waiting } drawn). Enter opens.
   *[other] { $shown } cases in the sample are left ({ $needed } of { $waiting } drawn). Enter opens.
}
batch-next-dry-run = The sample has been looked at. d shows the dry run of all { $waiting }.
batch-next-running = { $waiting } left. Enter continues.
batch-next-undo = The whole batch can be undone with z until { $until }. Nothing goes out before.
batch-next-undone = The batch has been taken back; its cases are open again. Esc goes back to the list.
    .aloud = The batch has been taken back; its cases are open again.
batch-next-ended = The batch is closed. Esc goes back to the list.
    .aloud = The batch is closed.
batch-number-approve = { $n ->
    [one] Approve 1 report? Type 1:
   *[other] Approve { $shown } reports? Type { $shown }:
}
batch-number-return = { $n ->
    [one] Return 1 report? Type 1:
   *[other] Return { $shown } reports? Type { $shown }:
}
batch-stop-question = Give up the batch? What is decided stands. Enter gives it up, Esc keeps it.
    .aloud = Give up the batch? What is decided stands.
common-title = { $n ->
    [one] COMMON TEXT TO 1 UNIT
   *[other] COMMON TEXT TO { $shown } UNITS
}
common-hint = Stands after the unit’s own findings, before the greeting. May be empty.

message-common-empty = No batch has been made. F2 makes it without a common text.
    .aloud = No batch was made.
message-common-kept = The text is kept. No batch has been made.
message-batch-taken-out = { $ref } has been taken out of the batch, and is open in the task list.
message-batch-unseen = { $ref } is in order. Not seen: { $parts }.
message-batch-mark-first = Mark the cases first: Space marks one, M all in the view.
    .aloud = Mark the cases first.
message-batch-newer = A newer version has come. Press F5 and look at it first.
    .aloud = A newer version has come. Fetch the case again and hear it first.
message-batch-sample-first = Look at the sample first: Enter opens the next.
    .aloud = Look at the sample first.
message-batch-number = You typed “{ $typed }”, but the number of ready cases is { $waiting }. Nothing has been decided.
message-batch-kept = { $batch } has been saved. A without marks opens it again.
message-batch-left = { $batch } is not finished: nothing has been decided yet. A without marks opens it.
message-batch-left-running = { $batch } stopped on the way: { $done } of { $all } have been decided. A without marks opens it, Enter continues.
    .aloud = { $batch } stopped on the way: { $done } of { $all } have been decided.
message-batch-left-more = { $n ->
    [one] One more is waiting (sfv bulk status).
   *[other] { $shown } more are waiting (sfv bulk status).
}
message-batch-refused = { $n ->
    [one] One case cannot be in the batch; go to it to see why.
   *[other] { $shown } cases cannot be in the batch; go to one of them to see why.
}
message-batch-stopped = { $batch } has been given up.
message-batch-progress = { $done } of { $all } decided, { $dropped } dropped out …
message-batch-done = { $done } decided, { $dropped } dropped out. z undoes the whole of { $batch } until { $until }.
message-batch-done-sent = { $batch }: { $done } decided and sent, { $dropped } dropped out.
message-batch-undone = { $batch } has been taken back. Cases open again: { $undone }. Z makes the batch ready again.
message-batch-undone-partly = { $batch }: cases open again: { $undone }, already sent: { $kept }. Z makes the batch ready again.
message-batch-resume = The batch is safe with the service. Enter continues where it stopped.
    .aloud = The batch is safe with the service.
message-nothing-to-redo = There is nothing to redo.
message-redo-case = The case is open again. Decide it with the same key as last time.

cmd-redo = Prepare the last undone decision again
cmd-batch-approve = Approve the marked ones together (clean reports)
cmd-batch-return = Return the marked ones together, with a common text
cmd-sample-accept = In order: back to the batch
cmd-sample-out = Take the case out of the batch
cmd-dry-run = Dry run: see what will be sent, then type the number
cmd-stop-batch = Give up the batch
cmd-stop-confirmed = Yes, give up the batch
hint-redo = redo
hint-batch-approve = approve many
hint-batch-return = return many
hint-sample-accept = in order
hint-sample-out = take out
hint-dry-run = dry run
hint-stop-batch = give up
hint-stop-confirmed = give up

# The command line
cli-bulk-head = { $batch } { $kind } by { $name }: { $state }. { $waiting } ready, { $decided } decided, { $dropped } dropped out, { $out } taken out, { $refused } left out, { $undone } undone. Seed { $seed }.
cli-bulk-kind-approve = approval
cli-bulk-kind-return = return
cli-bulk-state-open = open
cli-bulk-state-running = stopped on the way
cli-bulk-state-done = done
cli-bulk-state-undone = taken back
cli-bulk-state-stopped = given up
cli-sample-no = –
cli-sample-drawn = sample
cli-sample-accepted = sample, in order
cli-item-waiting = ready
cli-item-refused = left out
cli-item-taken-out = taken out
cli-item-decided = decided
cli-item-dropped = dropped out
cli-item-undone = undone
cli-bulk-sample-first = Make the batch without --confirm first. Then sfv bulk sample shows the sample, and --batch B-… --confirm N confirms.
cli-bulk-preview = { $waiting } can be decided in a batch, { $needed } of them drawn for the sample. Nothing has been saved.
cli-bulk-progress = { $done } decided, { $left } left …
cli-bulk-not = { $ref }: { $why }
cli-bulk-none = No batches are waiting.
cli-bulk-next-sample = Next: sfv bulk sample { $batch } shows the sample ({ $left } left), sfv bulk accept { $batch } REF says that it is in order.
cli-bulk-next-confirm = Next: sfv bulk { $kind } --batch { $batch } --dry-run, then --confirm { $waiting }.
cli-bulk-next-resume = Next: sfv bulk resume { $batch } ({ $waiting } left).
cli-bulk-next-undo = Can be undone until { $until }: sfv bulk undo { $batch }.
cli-bulk-next-redo = Next: sfv bulk redo { $batch } makes it ready again.
