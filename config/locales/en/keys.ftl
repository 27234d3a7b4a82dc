### The keys: where they apply, keys of one’s own and the check of them (sfv keys).

## Where a key applies.

scope-global = Everywhere, except in dialogues and fields
scope-list = The task list and the archive
scope-report = An open report
scope-access = An open application for access to reports
scope-solved = A closed case
scope-help = The help
scope-page = History and explanation
scope-quit = The question before the program quits
scope-views = Choice of view
scope-search = The search field
scope-field = A field on one line (number of extensions, note)
scope-editor = The comment
scope-summary = The summary before Confirm
scope-grid = The grid with the number of extensions
scope-counts = A list of counts, before anything is taken in
scope-library = Links and letters
scope-batch = A batch
scope-sample = A case in the sample
scope-number = The number that confirms a batch
scope-common = The common text of a batch return
scope-stop = The question before a batch is given up
scope-palette = The palette
scope-units = The units
scope-unit = A unit
scope-form = The form for an extension
scope-notice = The summary before a reminder or an extension
scope-figures = The reported figures
scope-holders = Who has access
scope-application = The application form
scope-removal = The summary before access is removed
scope-gate = A locked screen or a new login
scope-conflict = New version against the draft

## The language of the screen.

cmd-language = Next language of the screen: bokmål, nynorsk, English
hint-language = language
message-language = The screen is in English until the program quits. Set a lasting language with language in config.toml.

## The next key, when one key begins another.

which-heading = After { $key } (Esc: nothing):

## Lists and checks.

keys-preset = Key preset: { $preset }
keys-snag-alt-gr = needs AltGr
keys-snag-dead = waits for the next letter
keys-snag-missing = is not on the keyboard
keys-snag-taken = is often used by the terminal itself
keys-snag-alone = { $scope }: { $key } ({ $command }) { $snag }, and no other key does the same.
keys-snag-beside = { $scope }: { $key } ({ $command }) { $snag }. Another key does the same.
keys-linted = { $n ->
    [0] Everything can be typed on the keyboard { $layout }.
    [one] 1 command cannot be typed on the keyboard { $layout }.
   *[other] { $shown } commands cannot be typed on the keyboard { $layout }.
}

## Mistakes in keys of one’s own.

cli-keymap = The keys cannot be used. { $given }
cli-keymap-advice = Correct the file or remove it. The program has not been started.
cli-not-one-of = “{ $given }” does not exist. These exist: { $choices }
cli-not-one-of-at = { $place }: “{ $given }” does not exist. These exist: { $choices }
keys-near = Did you mean { $name }?
keys-bad-syntax = { $detail }
keys-bad-scope = There is no place called “{ $given }”. { $near }
keys-bad-command = There is no command called “{ $given }”. { $near }
keys-bad-key = No key is written “{ $given }”.
keys-bad-shape = “{ $given }” cannot stand here.
keys-loose = “{ $given }” cannot stand here. Keys stand under a place, such as [list] or [report].
keys-not-here = The command { $command } does nothing here ({ $scope }).
keys-only-enter = The command { $command } is always Enter and no other key, so that no decision is confirmed by accident.
keys-enter-begins = Enter cannot be { $command }: Enter confirms decisions, and what confirms cannot begin them too.
keys-begins = { $one } is a command, and also begins { $other }. Remove one of them.
keys-letter = { $key } is a letter that is typed in here ({ $scope }).
keys-trapped = The command { $command } has no key left here ({ $scope }), and then nobody gets any further.
