## The set-up of the program (sfv config), and what can be changed while it runs.

config-mistakes-advice = Mend the lines above, or remove them and the default holds. sfv config check tells whether all is in order.
config-live = Holds as soon as the file is saved.
config-restart = Holds from the next start of the program.
config-file = Your own settings stand in { $file }. What does not stand there has the value “{ $origin }”.

cmd-read-settings = Read settings and keys again
hint-read-settings = settings
cmd-mouse = Mouse on or off
hint-mouse = mouse

message-mouse-on = The mouse is on: a click selects, one more opens, and the wheel scrolls. The terminal's own marking of text needs Shift.
message-mouse-off = The mouse is off. mouse in config.toml keeps the choice.
message-mouse-decides-nothing = A click confirms nothing. Confirming is always Enter, and Esc goes back.

setup-taken-over = The settings were read again: { $names }.
setup-at-next-start = From the next start: { $names }.
setup-lines-at-next-start = Plain lines with nothing drawn come at the next start.
setup-same = The settings were read again. Nothing has changed.
setup-mistake = The settings are as before. { $why }
setup-mistakes = { $n ->
    [one] There is one more mistake; sfv config check shows it.
   *[other] There are { $n } more mistakes; sfv config check shows them.
}
setting-server = the service
setting-token-file = the file with the token
setting-ca-file = the certificates
setting-office = the office
setting-undo-seconds = the time to undo
setting-language = the language
setting-theme = the colours
setting-keys = the keys
setting-auto-advance = the next task by itself
setting-require-seen = the demand that parts are seen
setting-idle-lock-minutes = the lock
setting-idle-warning-seconds = the warning before the lock
setting-cache-hours = how long what was read is remembered
setting-call = how one is called
setting-mouse = the mouse
setting-bandwidth = sparing the line
setting-bufdir-address = the address of the directorate
setting-mail-from = the sender of mail

## The guided walk (sfv tutorial). $a, $b … are the keys that hold.

cmd-skip-lesson = Leave out the step of the tutorial
hint-skip-lesson = skip step
cmd-leave-lesson = Leave the tutorial; it goes on there the next time
hint-leave-lesson = leave tutorial
message-no-lesson = The tutorial begins with sfv tutorial.
message-lesson-left = The tutorial is put away. sfv tutorial goes on where you were.
message-lesson-done = The tutorial is done. sfv tutorial begins it anew.
lesson-title = Step { $at } of { $all }
lesson-title-done = The tutorial is done
lesson-keys = { $skip } skip  { $leave } leave
lesson-keys-done = { $leave } close
lesson-queue = These are the open tasks; the line below the list says what the selected one is. Go down with { $a } and up again with { $b }.
lesson-view = A view is a part of the list. Press { $a } to choose, and { $b } for the clean reports: those the checks have nothing to say about.
lesson-open = Open the selected report with { $a }.
lesson-sections = The report has five parts. Go to the next part with { $a }, and from point to point with { $b }. How many parts you have seen stands on top.
lesson-findings = { $a } shows everything the checks have found, and what was right; { $b } goes back. In a report with findings { $c } goes from one to the next.
lesson-count = The number of extensions (7A) is yours. Press { $a }, type 2 and { $b }. The line below says what the overdue cases become. The draft is saved by itself.
lesson-approve = Approve: { $a } shows what will be sent and to whom. Nothing is decided before you press { $b }.
lesson-undo = The approval has not been sent yet. Press { $a } before the time to undo is over, and it is taken back. If it is over, you can skip the step.
lesson-comment = Now a return. Press { $a } in an open report and write what the municipality shall correct. Where there are findings, a suggestion stands there already.
lesson-return = { $a } ends the text and shows what will be sent. { $b } confirms, and the municipality gets an e-mail. If the window is closed, { $c } begins again.
lesson-corrected = A report comes back corrected. Go to the list ({ $a }), choose { $b } { $c }, open with { $d } and see only what has changed, with { $e }.
lesson-access = Requests for access lie in the same list: { $a }, { $b } { $c }, { $d }. Read who applies, grant with { $e } and confirm with { $f }.
lesson-mark = Many that are alike can be decided together. Go to the clean ones ({ $a }, { $b } { $c }) and mark all with { $d }; { $e } marks one.
lesson-batch = { $a } makes a batch of them: a sample must be read ({ $b }), then { $c } shows it all before the number is typed. Leave with { $d }; the batch stays.
lesson-search = Search with { $a }: type a name or a number, and the list shows only that. { $b } keeps the search, and { $c } takes it away.
lesson-archive = What is decided lies in the archive: { $a }. Back to the tasks with { $b }.
lesson-help = { $a } shows everything that can be done on the screen you are on, and lets you search in it. { $b } closes.
lesson-language = At last: { $a } changes the language of the screen, between bokmål, nynorsk and English.
lesson-done = You have now done what the work consists of, on made-up figures. Here in the demo you can try as much as you like; nothing is sent.
