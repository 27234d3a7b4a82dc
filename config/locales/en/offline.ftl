# What is remembered of the backend's answers, decisions that wait for a line, and going on where one left off.
status-remembered = as of { $at }
message-remembered = The service does not answer. You see what was fetched at { $at }.
cli-wiped = { $n ->
    [0] Nothing was stored.
    [one] One stored answer from the service has been removed. Drafts and decisions that are not confirmed were not touched.
   *[other] { $shown } stored answers from the service have been removed. Drafts and decisions that are not confirmed were not touched.
}
status-waiting = { $n ->
    [one] 1 waiting
   *[other] { $shown } waiting
}
status-waits = decision waits
row-detail-waits = your decision waits for the line
summary-wait = Enter puts the decision in a queue on this machine. It is sent once when the service answers again, and only if the case has not changed meanwhile. F5 tries again now.
summary-press-enter-wait = Enter puts it in the queue
summary-recipients-later = nobody until the service has checked and stored the decision
message-deferred = { $name }: the decision waits on this machine and has not been sent. It is sent when the service answers again. z takes it back.
message-journal-unreadable = Some of what lay on the disk from last time cannot be read. It has been put aside in { $place }, not deleted. Look over the cases you were working on.
message-waits-already = Your decision in this case waits for the line. z in the queue takes it back.
message-wait-withdrawn = { $reference }: the decision that waited has been taken back. It was not sent.
message-recovery-failed-case = { $reference }: the decision that waited was not stored. { $why }
message-recovery-failed-cases = Not stored: { $references }. Open the case to see why.
message-recovered-kept = On the disk only: { $references }. The text is shown when the case is open.
quit-question-waiting = Quit? { $n ->
    [one] One decision has not been sent
   *[other] { $shown } decisions have not been sent
}; that is done the next time sfv is started. Enter quits, Esc stays.
message-resume = Last time you were in { $reference }. Press . to go on there.
    .aloud = Last time you were in { $reference }. You can go on there.
message-resume-writing = Last time you were writing in { $reference }. The text is kept. Press . to go on there.
    .aloud = Last time you wrote a text in { $reference }. It was kept, and you can go on there.
message-nothing-to-resume = There is no case to go on with from last time.
cmd-resume = Go on with the case from last time
hint-resume = go on
message-slow = The service has not answered yet. The program is still waiting, and what you write is kept.
