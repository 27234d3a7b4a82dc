### Administration of reference data: periods, forms and rules (sfv admin periods, forms, rules).

event-reference-changed = reference data changed
cli-event-reference-changed = reference data changed

cli-column-reference-name = Name
cli-column-reference-from = From
cli-column-reference-until = Until
cli-column-reference-standing = In force
cli-column-reference-origin = Source
cli-column-reference-about = Content
cli-column-reports = Reports

reference-none = Nothing has been set. The default applies.
reference-origin-built-in = built in
reference-origin-set = set by an administrator
reference-set-by = set by { $by } { $at }
reference-standing-past = past
reference-standing-now = now
reference-standing-scheduled = to come
reference-about-period = opens { $opens }, municipality’s deadline { $unit }, office deadline { $office }, form { $form } { $assumed }
reference-about-form = { $points ->
    [one] 1 point
   *[other] { $points } points
}, { $required } required
reference-about-rules = { $rules ->
    [one] 1 rule
   *[other] { $rules } rules
} for form { $form }

reference-border-set = set
reference-border-ends = ends

reference-field-assumed = assumed
reference-field-change = change
reference-field-children = children 0–17
reference-field-confidence = how sure the content is
reference-field-content = content
reference-field-county = county
reference-field-county-no = county number
reference-field-date = date
reference-field-ends = ends
reference-field-form = form
reference-field-from = from
reference-field-holiday = public holiday
reference-field-language = written language
reference-field-letter = letter
reference-field-name = name
reference-field-name-long = long name
reference-field-number = number
reference-field-office = office
reference-field-office-deadline = office deadline
reference-field-official = official
reference-field-opens = opens
reference-field-predecessors = predecessors
reference-field-previous = previous half-year
reference-field-reports = reports itself
reference-field-rule = rule
reference-field-same-last-year = same half-year last year
reference-field-says = what it says
reference-field-short = short name
reference-field-source = source
reference-field-subject = subject
reference-field-subject-confidence = how sure the subject is
reference-field-to = to
reference-field-unit = unit
reference-field-unit-deadline = municipality’s deadline
reference-field-why = why
reference-field-withdrawn = withdrawn

reference-unchanged = It is already like this. Nothing has been changed.
reference-would-change = Dry run: this would have been changed. Nothing has been changed.
reference-changed = Changed. All processes know it within a few seconds.
reference-tried = { $reports ->
    [0] There are no reports in { $period } to try it on.
    [one] Tried on the one report in { $period }: { $refused } would have been refused.
   *[other] Tried on { $reports } reports in { $period }: { $refused } would have been refused.
}
reference-dropped = { $key } is no longer there: { $n ->
    [one] 1 report has a figure in it.
   *[other] { $n } reports have a figure in it.
}
reference-findings = { $rule }: findings { $before } now, { $after } then.
reference-same-findings = The rules give as many findings as they do now.

refusal-bad-reference = { $about }: { $what }
reference-fault-not-toml = The file is not right: { $detail }
reference-fault-not-csv = The table cannot be read: { $detail }
reference-fault-nothing = The file has nothing to set, or more rows than are taken in. It must have at least one row of what it is about: [[period]] for periods, [[office]] for offices, [[letter]] for letters, a line below the headings for units.
reference-fault-bad-name = The name can only have letters, digits and full stops, and at most 20 characters.
reference-fault-bad-period = A period is written as the year in four digits, a capital letter and one or two digits, for example 2028H1, 2028Q3 or 2028M07.
reference-fault-named-by = Cannot be withdrawn: { $other } refers to it.
reference-fault-not-set = It was not set by an administrator, so there is nothing to withdraw.
reference-fault-twice = The row stands twice in the file.
reference-fault-order = { $other } comes before by name but after by days (or the other way round). Give the period a name that follows the order of the days.
reference-fault-overlap = The days overlap { $other }.
reference-fault-too-long = The period and the deadlines stretch over more than { $most } days. Look for a misprint in a year.
reference-fault-dates = The dates are not in order: first day, last day, opening, municipality’s deadline, office deadline.
reference-fault-no-source = The dates are given as published (assumed = false). Write where they stand (source).
reference-fault-other-form = The period is reported on form { $form }.
reference-fault-no-form = Form { $form } does not exist.
reference-fault-no-period = The period { $period } does not exist, or it does not come before.
reference-fault-in-use = Cannot be changed: { $reports ->
    [one] one report builds on this.
   *[other] { $reports } reports build on this.
}
reference-fault-built-in = It is built into the program and cannot be replaced. Give the new one another name.
reference-fault-not-after = It cannot begin then: { $other } begins in { $from }.
reference-fault-no-reason = Write why (--why). The sentence is shown at point 7A.
reference-fault-key-twice = The key { $key } is used twice.
reference-fault-code-twice = The code { $code } is used twice.
reference-fault-section-twice = Section { $section } stands twice.
reference-fault-bad-code = The code { $code } must be the number { $section } and one capital letter.
reference-fault-missing-point = { $key }: { $field } refers to { $other }, which the form does not have.
reference-fault-needed-point = The form lacks { $key }, which the program needs.
reference-fault-wrong-required = { $key } cannot be required: only points that the municipality fills in, and that a source shows (in_form), can be.
reference-fault-circle = { $key } is part of its own sum.
reference-fault-bad-rules = The rule set cannot be used: { $detail }
reference-fault-bad-example = { $rule }, statement { $part }: the rule does not give what example { $example } says it should.
reference-fault-does-not-fit = Does not fit the rest of the reference data: { $detail }
reference-fault-no-office = There is no office with this name.
reference-fault-counties = The counties of an office stand in the lists of units and are not set here.
reference-fault-bad-field = The field “{ $field }” is empty, too long or has the wrong form.{ $field ->
    [change] {" "}It must be one of the words set, end or withdraw.
    [reports] {" "}It must be one of the words yes, ja, no or nei.
   *[other] {""}
}
reference-fault-day-ahead = { $day } has not come yet. The written language is corrected from today or from a day that has passed.
refusal-from-register = { $what }
from-register-not-on-register = { $unit }: The unit is not approved for Barnevernsregisteret in { $period }, so a report computed by the register cannot be taken in. Register the approval with its letter (sfv admin channel), or submit the form.

source-register = computed by Barnevernsregisteret { $at }
cli-fact-source = Source
