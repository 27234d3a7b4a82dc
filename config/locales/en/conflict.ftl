### A new version while a draft has been begun.

conflict-title = New version against your draft
conflict-head = The draft was written on version { $base }. Now version { $theirs } has come. The draft has been kept. See whether it still holds.
conflict-draft = The draft
conflict-count = Number of extensions (7A): { $count }
conflict-comment = Comment: { $text }
conflict-points = { $n ->
    [one] One point has another figure
   *[other] { $shown } points have another figure
}
conflict-mine = Yours: { $what }
conflict-theirs = New, version { $version }: { $figure }
conflict-base = Before, version { $version }: { $figure }
conflict-blank = not filled in
conflict-note = note “{ $text }”
conflict-named = named in the comment
conflict-nothing = nothing written about this point
cmd-keep-draft = Go on with the new version and keep the draft
hint-keep-draft = go on
