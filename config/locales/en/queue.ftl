### Search, views, order and marks in the queue.

## The search

refusal-bad-query = The search is not understood at “{ $term }”: { $what }
refusal-view-name = A view must have a name of at most { $limit } characters.
refusal-view-taken = “{ $name }” is the name of a fixed view. Choose another.
refusal-views-full = You can have { $limit } views of your own. Delete one first.
refusal-too-many-marks = At most { $limit } tasks can be marked. Narrow the search.
query-unknown-key = “{ $given }:” is not a search word. Choose among { $allowed }, or put it in quotation marks.
query-unknown-value = “{ $given }” does not fit after “{ $key }:”. Choose among { $allowed }.
query-no-value = write something after “{ $key }:”.
query-no-word = write something after “{ $key }:”, for example { $allowed }.
query-not-a-date = “{ $given }” does not fit after “{ $key }:”. Write days like <3d, a date like 25.08 or 2023-08-25, or today.
query-not-a-number = “{ $given }” is not a whole number. Write for example { $key }:>1.
query-no-order = “{ $key }:” cannot be compared like that with < and >. Write the value right after the colon.
query-nothing-left-out = write what is to be left out right after ! or -.
query-open-quote = the quotation mark is not closed.
query-too-long = the search is longer than { $limit } characters.
query-too-many = the search has more than { $limit } terms.
query-not-for-role = only the County Governor can search for “{ $key }:”.
search-words = Words, or status: type: frist: funn: risiko: enhet: utkast: … Space means and, comma or, ! leaves out.
list-empty-state = No matches for “{ $text }” in the view { $view }. Only open tasks are here; the closed ones are in the archive (2). Esc clears the search.
    .aloud = No matches for “{ $text }” in the view { $view }. Only open tasks are here; the closed ones are in the archive.
help-queries = Searching with terms
help-queries-list =
    status:åpen · type:rapport · funn:feil,advarsel · funn:ingen · risiko:>50
    frist:<3d · frist:over · frist:25.08 · mottatt:>18.08 · løst:>=2023-08-21
    enhet:gjøvik · søker:ola · utkast:meg · av:kari · periode:2023H1
    versjon:>1 · retur:>0 · kanal:nytt · sen:ja · merke:ny · levering:feilet
    space is and · comma is or · ! or - leaves out · "nordre land" is one name

## Views

views-everything = all
view-name-label = Name of the view:
view-name-of = Saves the search “{ $query }” as a view of your own.
message-no-such-view = No view has that digit.
message-view-needs-search = Search first (s). Then the search can be saved as a view of your own (w, n).
message-view-built-in = Fixed views cannot be deleted, only your own.
message-view-remove = Delete the view “{ $name }”? x once more deletes it. The tasks stay.
message-view-kept = The view “{ $name }” has been saved.
message-view-removed = The view “{ $name }” has been deleted.

cli-column-digit = Digit
cli-column-count = Tasks
cli-column-search = Search

## Order

sort-unit = unit number
sort-findings = findings
sort-draft = draft
sort-badges = badges
sort-decided-by = decided by
sort-returns = returns
sort-delivery = delivery

## Marks on tasks

marks-hidden = { $number } marked ({ $hidden } hidden)
marks-unknown = { $number } marked (… hidden)
marks-range = marking { $number } (Space or V ends)
marks-range-short = marking { $number }
back-range = cancel
back-search = clear search
back-marks = clear marks
message-marks-open-only = Only open tasks can be marked.
message-range-begun = Move to the last task that is to be marked. Space or V marks all between, Esc cancels.
message-rows-on-their-way = The tasks are on their way. Try again in a moment.
message-marks-failed = Nothing was marked. { $why }
message-marked =
    { $n ->
        [0] No tasks are marked.
        [one] 1 task is marked.
       *[other] { $shown } tasks are marked.
    }
message-marks-cleared =
    { $n ->
        [one] The mark has been removed. G brings it back.
       *[other] { $shown } marks have been removed. G brings them back.
    }
    .aloud =
        { $n ->
            [one] The mark has been removed. More choices can bring it back.
           *[other] { $shown } marks have been removed. More choices can bring them back.
        }
message-no-marks-back = No marks to bring back.
message-marks-gone =
    { $n ->
        [one] 1 marked task has been closed by others or is gone, and is no longer marked.
       *[other] { $shown } marked tasks have been closed by others or are gone, and are no longer marked.
    }

## What the commands do

cmd-view-1 = The view with digit 1
cmd-view-2 = The view with digit 2
cmd-view-3 = The view with digit 3
cmd-view-4 = The view with digit 4
cmd-view-5 = The view with digit 5
cmd-view-6 = The view with digit 6
cmd-view-7 = The view with digit 7
cmd-view-8 = The view with digit 8
cmd-view-9 = The view with digit 9
cmd-choose-view = Show the chosen view
cmd-keep-view = Save the search as a view of your own
cmd-remove-view = Delete a view of your own
cmd-mark = Mark the row, or remove its mark, and go down
cmd-mark-range = Mark from here: move, and press once more
cmd-mark-all = Mark all that is shown
cmd-mark-invert = Invert the marks in the view and the search
cmd-marks-back = Bring back the marks removed last

hint-view-1 = view 1
hint-view-2 = view 2
hint-view-3 = view 3
hint-view-4 = view 4
hint-view-5 = view 5
hint-view-6 = view 6
hint-view-7 = view 7
hint-view-8 = view 8
hint-view-9 = view 9
hint-choose-view = choose
hint-keep-view = save search
hint-remove-view = delete
hint-mark = mark
hint-mark-range = mark from here
hint-mark-all = mark all
hint-mark-invert = invert marks
hint-marks-back = bring back
