# Letters from the office to the units.

event-informed = letter sent
cli-event-informed = letter sent
unit-letter-letter = letter: { $about }
refusal-wrong-units = You typed { $given }, but the letter goes to { $units ->
    [one] 1 unit
   *[other] { $units } units
}. Nothing has been sent. See the dry run (--dry-run).
cli-bad-letter = “{ $given }” is not a letter. The file must be TOML with [nb] and [nn], and each of them must have subject and body.

cli-would-write =
    { $n ->
        [0] Dry run: the letter would not go to anybody.
        [one] Dry run: the letter would go to 1 unit.
       *[other] Dry run: the letter would go to { $n } units.
    }
cli-written-before =
    { $n ->
        [one] Letter { $id } was sent to 1 unit { $at }, but the answer did not arrive. Nothing has been sent now; give the command once more if the letter is to be sent again.
       *[other] Letter { $id } was sent to { $n } units { $at }, but the answer did not arrive. Nothing has been sent now; give the command once more if the letter is to be sent again.
    }
cli-written =
    { $n ->
        [one] Letter { $id } goes to 1 unit.
       *[other] Letter { $id } goes to { $n } units.
    }
cli-write-confirm =
    { $n ->
        [0] None of the units has an e-mail address that the letter can be sent to.
       *[other] Nothing has been sent. Send it with --confirm { $n }
    }
cli-no-letters = No letters have been sent.
cli-broadcast-number = No.
cli-broadcast-sent-at = Sent
cli-broadcast-by = By
cli-broadcast-subject = Subject
cli-broadcast-copies = Delivery
cli-broadcast-fares = { $sent } of { $all } delivered, { $held } waiting, { $failed } not delivered
cli-broadcast-undone = withdrawn { $at }
cli-broadcast-head = Letter { $id }, { $at }, { $by }
cli-copy-unit = Unit
cli-copy-language = Language
cli-copy-to = To
cli-copy-state = Delivery
cli-copy-answer = Answer from the recipient
