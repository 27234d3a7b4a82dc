### What the rule pack says of a report, in English. The same names and blanks stand in nb.ftl and nn.ftl.
###
### Every sentence belongs to a pattern in config/rules. In $left and $right figures stand like this: 2D 50 + 2E 6 + 2F 1.
### In $point stand the letter and the name of the point. «letter-…» is the same finding in a letter, whose reader does not have
### the form beside it: $left and $right are then «50 in 2D («Avsluttet innen 3 måneder») + 6 in 2E (…)».

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

## The same findings in a letter to the municipality, as whole sentences: what stands where, and by how much it differs

letter-sum = There are { $left }. Together they make { $left-sum }, but there are { $right }. The difference is { $diff }.
letter-part = There are { $left }, but only { $right }. The difference is { $diff }.
letter-carry-over = There are { $left }, but { $right }. The difference is { $diff }.
letter-balance = There are { $left }. That makes { $left-sum }, but there are { $right }. The difference is { $diff }.
letter-link = There are { $first } and { $second }. The difference of { $gap } is larger than expected.
letter-time = The report shows { $left-sum } breaches of deadline: { $left }.
letter-norm = The report shows that a requirement is not met for { $diff }: { $left }.
letter-population = There are { $left }, but only { $right } live with you in all. The difference is { $diff }.
letter-hb = There are { $now } in { $point }, against { $before } in { $last-year } ({ $change }). From the development in the country between { $low } and { $high } were expected.
letter-therror = There are { $now } in { $point }, against { $before } in { $last-year }.
letter-quartile = There are { $of } out of { $per }, that is { $ratio }. Among { $units } units in the country { $low } to { $high } is usual.
letter-rate = There are { $now } in { $point }. With { $children } children 0–17 that is { $rate } per {"1\u00A0000"}. Among { $units } units of this size { $low } to { $high } is usual.
letter-square-root = There are { $now } in { $point }, against { $before } in { $last-year }. From the development in the country between { $low } and { $high } were expected.
letter-history = There are { $now } in { $point }. In the { $halves } earlier half-years we compare with the middle figure was { $median }, and between { $low } and { $high } were expected now.
letter-copied = In the report { $same } of { $filled } filled points have the same figure as in { $previous }.
letter-gone-empty = Point { $point } is empty now, but was { $before } in { $previous }.
letter-gone-zero = Point { $point } is 0 now, but was { $before } in { $previous }.
letter-unanswered = We asked about { $point } in the last return. The figure is unchanged and has no remark.
letter-filled = Point { $point } is not filled in.
letter-obsolete = There is a figure in { $point }, but the point was taken out of the form.

## The figures of a sum

term-now = { $point } { $value }
term-previous = { $point } { $value } ({ $period })
term-last-year = { $point } { $value } ({ $period })
term-long-now = { $value } in { $point }
term-long-previous = { $value } in { $point } of { $period }
term-long-last-year = { $value } in { $point } of { $period }
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
skip-not-received = it is not known when the report was received

## Who and when

office-name = Statsforvalteren { $place }
long-day = { $weekday } { $day } { $month } { $year }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
half-year-long-1 = the first half of { $year }
half-year-long-2 = the second half of { $year }
