### What `sfv report check` and `sfv explain` say, in English. The same names and blanks stand in nb.commands.ftl and nn.commands.ftl.

## The check of a file

check-head = { $unit }, { $period } · form { $form } · rule pack { $pack }
check-version = version { $version }
check-earlier = Compared with { $periods }.
check-no-earlier = No earlier figures to compare with. They are given with --previous FILE.
check-no-findings = No findings.
check-passed =
    { $n ->
        [one] { $n } rule is followed.
       *[other] { $n } rules are followed.
    }
check-skipped = Not tried:
check-total = { $reports ->
    [one] 1 report
   *[other] { $reports } reports
}: { $fatal } critical errors, { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $infos } items for information.

## What a rule asks

asks-filled = Every point that is required is filled in.
asks-obsolete = No figure stands in a point that was taken out of the form.
asks-copied = Fewer than { $percent } % of the points have the same figure as in the last half-year. Tried when at least { $least } points are filled in both times.
asks-duplicate = No other unit has the same figures in all points. Tried when at least { $least } figures are other than 0.
asks-gone = A point that had a figure in the last half-year is filled in, and is not 0 where it was { $least } or more.
asks-answered = What the last return asked about is changed or has a remark.
asks-influence = The change from last year does not move the county's total by more than { $percent } %.
asks-small = Figures from 1 to { $most } are small groups.
asks-hb = The change from the same half-year last year is usual among all units of the country (Hidiroglou–Berthelot).
asks-therror = |log10(now / last year)| is at most { $limit }: the number of digits is right.
asks-quartile = { $of } as a share of { $per } is usual among all units of the country. Tried when { $per } is at least { $least }.
asks-rate = { $of } per {"1\u00A0000"} children is usual among units of the same size. Tried when there are at least { $least } children.
asks-square-root = The difference of the square roots now and last year is usual among all units of the country.
asks-history = The figure is usual for the unit itself, measured against at least { $min } earlier half-years.
asks-late = The report was received within the municipality's deadline.
asks-extensions = The number of extensions approved (7A) is given where it must be, and the breaches follow from it.
asks-comment = A return has a comment that says why.
asks-new-system = On a new case system extensions are notified case by case.
asks-identity = No text that leaves the office holds a national identity number, D number or DUF number.
asks-language = The text is in the municipality's written language.
asks-children = children 0–17
asks-previous = { $point } (last half-year)
asks-last-year = { $point } (same half-year last year)

## The numbers that a limit is made of

parameter-u = how much the size of the unit counts, from 0 to 1 (U)
parameter-a = least width, as a share of the median (A)
parameter-c = so many quartile distances from the median are usual (C)
parameter-min-units = fewest units to compare with
parameter-k-lower = so many quartile distances below the median are usual
parameter-k-upper = so many quartile distances above the median are usual
parameter-least = least figure the rule judges by
parameter-limit = largest deviation that is usual
parameter-floor = least spread that is reckoned with
parameter-iterate-limit = deviation that keeps a unit out of the figure for the country
parameter-min = fewest earlier half-years
parameter-percent = the limit in per cent
parameter-most = largest figure that is a small group

## Explanations of rules, points, codes and failures

about-severity = Severity
about-asks = Asks
about-limits = Limits
about-why = Explanation
about-check = To the unit
about-law = Law
about-source = Source
about-confidence = How sure
about-since = In force from
about-since-form = { $from } (form { $form })
about-packs = Rule packs
about-points = Points
about-section = Section
about-definition = Counts
about-measure = Measured
about-filled-by = Filled in by
about-required = Required
about-is-required = yes, a report without it is refused (K01)
about-not-required = no, the point may be empty
about-sums-to = Part of the sum
about-at-most = Part of
about-parts = Parts
about-rules = Rules
about-confused = Often confused with
about-forms = Form versions
about-form = { $form } from { $from }: { $code }, { $law }
about-form-without = { $form } from { $from }: not in the form
about-no-law = no reference to a law
about-removed = Taken out
about-removed-since = taken out from { $since }: { $why }
about-breaks = Breaks in the series
about-break = { $from }: { $says }
about-break-hard = { $from }: { $says } Not comparable with earlier figures.
about-code-list = Code list
about-means = Means
about-from = { $text } from { $from }
about-from-until = { $text } from { $from } to { $until }
about-note = Note
about-codes = Codes
about-what = What has happened
about-what-now = What to do
about-exit-code = Exit code
about-stored = Stored
about-stored-no = nothing is stored
about-stored-unknown = not known; the same command may safely be given again
about-refusal = reason why something is refused
about-file-fault = reason why a file cannot be read
about-note-code = what was assumed when a file was read
about-fault = failure of a command
about-kind = What kind
about-measure-flow = in the period: all that happened during the half-year
about-measure-stock-start = on a date: the first day of the half-year
about-measure-stock-end = on a date: the last day of the half-year
about-measure-decision = the County Governor's decision
about-filled-by-municipality = the municipality or district
about-filled-by-office = the County Governor
about-filled-by-computed = nobody; it is computed
about-effect-ok = nothing was found
about-effect-info = shown, and never in the way
about-effect-warning = to be accepted or asked about
about-effect-error = approval needs a reason
about-effect-fatal = the report is refused
confidence-sure = sure: stands in a source made by or for the directorate, or in the law
confidence-likely = likely: follows from a published figure or from something sure
confidence-reconstructed = reconstructed: our own conclusion, which no source says
