### Administration of deadlines, public holidays and units (sfv admin periods, sfv admin units).

event-deadline-moved = deadline moved
cli-event-deadline-moved = deadline moved
deadline-moved-office = office deadline from { $from } to { $to }
deadline-moved-unit = municipality’s deadline from { $from } to { $to }
deadline-now-published = the deadlines are published
deadline-now-assumed = the deadlines are assumed
reference-moves = { $office }, { $period }: { $open ->
    [0] no open tasks get new deadlines
    [one] 1 open task gets new deadlines
   *[other] { $open } open tasks get new deadlines
}, { $kept ->
    [0] no closed ones keep theirs.
    [one] 1 closed one keeps its own.
   *[other] { $kept } closed ones keep theirs.
}
reference-moved = { $office }, { $period }: { $open ->
    [0] no open tasks got new deadlines
    [one] 1 open task got new deadlines
   *[other] { $open } open tasks got new deadlines
}, { $kept ->
    [0] no closed ones kept theirs.
    [one] 1 closed one kept its own.
   *[other] { $kept } closed ones kept theirs.
}
reference-fault-field-in-use = “{ $field }” cannot be changed: { $reports ->
    [one] one report builds
   *[other] { $reports } reports build
} on the period. Only the deadlines (unit_deadline, office_deadline) and where they stand (assumed, source) can be moved.
reference-working-day = ordinary working day
reference-stays = { $unit }: { $open ->
    [one] 1 open task
   *[other] { $open } open tasks
} will stay at { $office }.
reference-first-period = In force from { $period }. Reports for earlier periods follow the borders and names they had.
reference-fault-built-in-borders = The units up to and including { $day } are built in and are not changed here. Choose a later day (--from).
reference-fault-no-unit = There is no unit { $unit } the day before.
reference-fault-no-successor = The unit ends, but no unit takes over. Write its number in “predecessors” of the one or those that take over, in the same file.
reference-fault-not-set-from = Nothing has been set for the unit from { $day }.
reference-fault-unit-in-use = { $cases ->
    [one] One task or reminder
   *[other] { $cases } tasks or reminders
} from periods after that day build on the unit as it is now. Choose a later day.
reference-fault-weekend = The day is a Saturday or Sunday. Setting it here does not make it a working day. Remove the row.
reference-fault-unit-set-by-other = { $by } has set something else for the unit from the same day. See sfv admin units borders. If it is to be replaced, add --replace.
reference-fault-unit-meets-other = { $by } has set that { $unit } passes into { $other } from the same day. See sfv admin units borders. If both are to apply, add --replace, or include the row for { $other }.
reference-fault-unit-ends = It has been set that the unit ends { $day }. If it is to go on all the same, withdraw its end first (withdraw in the file, --withdraw for one unit).
reference-fault-unit-ended = The unit with this number ended { $day }. If it is to be created again, write in “predecessors” whom it gets its area from. Otherwise it needs a new number.
reference-fault-own-predecessor = The unit is only its own predecessor. Leave “predecessors” empty when the area is as before.
reference-fault-own-area = The unit goes on and gets area from others. Then its own number must stand in “predecessors” too. Two units cannot swap numbers.
reference-fault-end-says = The row says something in “{ $field }”. A row with end or withdraw has only the number of the unit.
reference-warning-unit-deadline-over = Note: the municipality’s deadline for { $period } is { $day }, and that day is over.
reference-warning-office-deadline-over = Note: the office deadline for { $period } is { $day }, and that day is over.
reference-warning-unit-deadline-free = Note: the municipality’s deadline for { $period } is { $day }, which is a Saturday, a Sunday or a public holiday.
reference-warning-office-deadline-free = Note: the office deadline for { $period } is { $day }, which is a Saturday, a Sunday or a public holiday.
reference-warning-letter-date = Note: the letter { $letter } is dated { $day }. Look for a misprint in the date.
reference-warning-many-new-units = Note: { $new } units are new. The day before there are { $units } in all. Is it the right file?
cli-data-of-backend = Reference data and rules: as { $address } has them.
cli-data-of-backend-without-rules = Reference data: as { $address } has them. Rules: the built-in ones; those the offices have set are their own.
cli-data-built-in = Reference data and rules: the built-in ones. No service has been set up.
cli-data-built-in-instead = Reference data and rules: the built-in ones, for { $address } could not be asked. { $why }
