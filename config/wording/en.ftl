### What the rule pack says of a report, in English. The same names and blanks stand in nb.ftl and nn.ftl.
###
### Every sentence belongs to a pattern in config/rules. In $left and $right figures stand like this: 2D 50 + 2E 6 + 2F 1.
### In $point stand the letter and the name of the point.

## Findings of arithmetic

finding-sum = { $left } = { $left-sum }, but { $right }. Difference { $diff }.
finding-part = { $left } is more than { $right }. Difference { $diff }.
finding-carry-over = { $left }, but { $right }. Difference { $diff }.
finding-balance = { $left } = { $left-sum }, but { $right }. Difference { $diff }.
finding-link = { $first } against { $second }. The difference of { $gap } is larger than expected.
finding-time = Breaches of deadline: { $left-sum } ({ $left }).
finding-norm = { $left }: the requirement is not met for { $diff }.
finding-population = { $left } is more than { $right }. Difference { $diff }.

## Findings beside other units and a year ago

finding-hb = { $point }: { $now } against { $before } in { $last-year } ({ $change }). Expected { $low }–{ $high }.
finding-therror = { $point }: { $now } against { $before } in { $last-year }. The number of digits may be wrong.
finding-quartile = { $of } out of { $per } is { $ratio }. Usual among { $units } units: { $low } to { $high }.
finding-rate = { $point }: { $now } for { $children } children, { $rate } per {"1\u00A0000"}. Usual among { $units } units of this size: { $low }–{ $high }.
finding-square-root = { $point }: { $now } against { $before } in { $last-year }. Expected { $low }–{ $high }.
finding-influence = { $point }: { $now } against { $before } in { $last-year } moves the figure of { $county } by { $percent }.
finding-duplicate = All { $same } filled points have the same figure as in the report of { $others }.

## Findings beside the unit's own reports

finding-history = { $point }: { $now }. The median of { $halves } earlier half-years is { $median }. Expected { $low }–{ $high }.
finding-copied = { $same } of { $filled } filled points have the same figure as in { $previous }.
finding-gone-empty = { $point }: empty now, but { $before } in { $previous }.
finding-gone-zero = { $point }: 0 now, but { $before } in { $previous }.
finding-unanswered = { $point }: unchanged and without a remark since the return.

## Findings on completeness and handling

finding-filled = { $point }: not filled in.
finding-obsolete = { $point }: has a figure, but the point was taken out of the form.
finding-late = Received { $received }. The deadline was { $deadline }.
finding-small =
    { $n ->
        [one] Small figure in { $points }. It asks for care in comments and exports.
       *[other] Small figures in { $n } points: { $points }. They ask for care in comments and exports.
    }
finding-derived = Breaches of deadline: { $count } (7B), { $share } of the ended investigations (7C).
finding-no-count = The number of extensions approved (7A) is missing.
finding-no-comment = The return lacks a comment that says why.
finding-new-system = New case system: extensions are notified to the service case by case, and 7A is not needed.
finding-identity = The text seems to hold a national identity number, D-number or DUF number.
finding-language = Words that do not belong to the municipality's written language: { $words }.

## The figures of a sum

term-now = { $point } { $value }
term-previous = { $point } { $value } ({ $period })
term-last-year = { $point } { $value } ({ $period })
term-children = { $value } children 0–17

## Severity

severity-ok = in order
severity-info = news
severity-warning = warning
severity-error = error
severity-fatal = critical error

## Why a rule could not be tried

skip-empty = a point it needs is empty
skip-no-earlier = there are no earlier figures to compare with
skip-break = the borders or the form changed since then
skip-too-few = too few half-years or units to compare with
skip-no-reference = the figures of other units are not at hand
skip-no-population = the number of children is not known
skip-later = tried when the decision is made
