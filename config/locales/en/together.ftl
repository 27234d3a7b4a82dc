# Working together: who has a task, and who is looking at it.
event-taken = taken
event-released = released
event-released-of = released for { $name }
event-assigned = assigned to { $to }
cli-event-taken = taken
cli-event-released = released
cli-event-assigned = assigned
fault-held = A colleague has the task.
fault-held-advice = Talk to your colleague, or ask a leader to assign it.
fault-held-by = { $name } has it.
refusal-together = { $what }
together-colleague-wrote = { $name } has written a draft in the meantime.
message-colleague-wrote = { $name } has written a draft in the meantime. What you write is here and on the disk, but not with the service. Take over when you are done.
message-colleague-wrote-on = { $name } has written a draft on { $reference } in the meantime. What you wrote there is on the disk, and is shown when you open the case.
message-recovered-beside = Your draft on { $references } has not been saved with the service: a colleague has written on the case or decided it in the meantime. It is on the disk, and is shown when the case is open.
message-recovered-unfit = Your draft on { $reference } is not stored at the service. { $why } It is on the disk, and is shown when the case is open.
message-decided-above = { $name } decided { $reference }. What you wrote is on the disk, and comes back if the decision is undone.
message-decided-meanwhile = { $reference } has been decided in the meantime. What you wrote is on the disk, and comes back if the decision is undone.
message-colleague-both = { $name } has written too. Press the key once more to take over; both texts are kept.
    .aloud = { $name } has written too. Choose the same once more to take over; both texts are kept.
summary-draft-of = Draft
summary-draft-goes = { $name } has a draft that goes away when the case is decided.
together-no-such-colleague = Nobody in the office who can decide cases is “{ $given }”. The command “sfv tasks colleagues” shows them.
sort-holder = who has it
cmd-take = Take the task, or release it
hint-take = take/release
message-taken = You have { $reference }. t releases it.
message-released = Nobody has { $reference } any more.
message-assigned = { $name } has { $reference }.
message-take-solved = The task is closed. Only open tasks are held by somebody.
message-take-reads = You only read. Those who can decide the case can take it.
palette-assign = Assign to { $name }
palette-release = Release the task for { $name }
column-holder = HELD BY
column-looks = { $name } viewing
holder-me = me
holder-mine = you have it
holder-other = { $name } has it
holder-warning = { $name } has taken it. You can decide it all the same.
summary-holder = Task
viewers-one = { $name } is viewing this
viewers-two = { $name } and { $other } are viewing this
viewers-many = { $name } and { $others } more are viewing this
viewers-oneself = also open in another window of yours
message-open-elsewhere = You have the case open in another window too. If you write in both, the last words stay.
cli-column-holder = Held by
cli-held = { $reference }: { $name } has it now.
cli-held-before = { $reference }: { $name } had it already.
cli-held-by-nobody = { $reference }: nobody has it now.
refusal-application = { $what }
application-applicant-gone = The applicant has been removed as a user. The application can only be rejected.
application-other-address = The address is not the unit’s own. Such applications are judged one by one.
application-shared-address = The address does not show which district the applicant is from. Such applications are judged one by one.
application-applied-before = The same applicant is behind { $reference }. Such applications are judged one by one.
application-question-open = More information has been asked for. Such applications are judged one by one.
batch-title-grant = BATCH ACCESS { $batch }
batch-number-grant = { $n ->
    [one] Grant 1 application? Type 1:
   *[other] Grant { $shown } applications? Type { $shown }:
  }
batch-policy-own-address = the unit’s own address
batch-policy-first-time = no earlier application
batch-column-applicant = APPLICANT
batch-column-role = ROLE
batch-taken = { $n ->
    [one] 1 taken by a colleague
   *[other] { $shown } taken by a colleague
  }
cli-bulk-kind-grant = access
cli-bulk-taken = { $n ->
    [one] 1 of them has been taken by a colleague.
   *[other] { $shown } of them have been taken by a colleague.
  }
