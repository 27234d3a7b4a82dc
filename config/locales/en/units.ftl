### The units: who has not submitted, reminders, a unit’s page and the register of extensions.

## Why something is refused

refusal-already-delivered = { $unit } has already submitted. There is nothing to remind of.
refusal-no-form-due = { $unit } reports through Barnevernsregisteret. No form is expected from there.
refusal-no-address = No e-mail address is known for { $unit }. Add it to the contact list, or give the message in another way.
refusal-reminded-today = { $unit } has already been reminded today by { $by }. Remind once more only if it is meant.
refusal-not-open-yet = The reporting for { $period } has not opened yet. There is nothing to remind of.
refusal-bad-case-ref = The case reference must be the child welfare service’s own, like A17: letters A–Z, digits, hyphens and slashes, at least one digit, at most 3 letters and 8 digits in a row and 20 characters in all. Names and national identity numbers must not be registered.
refusal-case-ref-is-birthday = The case reference can be read as a date of birth. Use a reference that says nothing about the child.
refusal-bad-day = “{ $given }” in the field “{ $field }” is not a date. Write it as 24.08.2023 or 2023-08-24.
refusal-day-ahead = The date in the field “{ $field }” has not come yet.
refusal-days-turned = The date in the field “{ $field }” is earlier than it must be. The order is: applied, decided, notified.
refusal-day-without-decision = The field “{ $field }” belongs to a decision, but it is not said whether the extension has been granted.
refusal-bad-verdict = “{ $given }” is not an answer. Write yes, no or nothing.
refusal-extension-differs = The register has another decision in case { $reference }. If it is to be corrected, that must be said expressly.
refusal-extension-twice = Case { $reference } stands twice.
refusal-not-your-unit = The unit { $unit } does not belong to your office.

## Events

event-reminded = reminded
event-registered = extension registered
event-withdrawn = withdrawn
cli-event-reminded = reminded
cli-event-registered = extension registered
cli-event-withdrawn = withdrawn

badge-early = early
letter-early = E
cli-badge-early = before opening

## How a unit stands

standing-missing = not received
standing-open = open
standing-returned = returned
standing-approved = approved
standing-not-expected = not expected

verdict-pending = not judged
verdict-granted = granted
verdict-refused = not granted
verdict-superseded = { $verdict } (corrected)
line-outcome-taken = Taken in
line-outcome-known = Known already
line-outcome-refused = Refused

reminded-never = not reminded
reminded-last = reminded { $at } by { $name }
extension-sentence = { $unit }, case { $ref }: { $verdict }
extensions-none = The register is empty.

## The command line

cli-missing =
    { $n ->
        [0] All units that are to report for { $period } have submitted. The deadline: { $deadline }.
        [one] 1 unit has not submitted for { $period }. The deadline: { $deadline }.
       *[other] { $n } units have not submitted for { $period }. The deadline: { $deadline }.
    }
cli-column-leader = leader
cli-column-email = e-mail
cli-column-phone = telephone
cli-column-days = deadline
cli-column-reminded = reminded
cli-column-ref = case
cli-column-asked = applied
cli-column-verdict = decision
cli-column-decided = decided
cli-column-told = notified
cli-column-registered = registered
cli-unknown-contact = unknown
cli-would-remind =
    { $n ->
        [0] Dry run for { $period }: nobody would be reminded.
        [one] Dry run for { $period }: 1 unit would be reminded.
       *[other] Dry run for { $period }: { $n } units would be reminded.
    }
cli-reminded-before =
    { $n ->
        [0] Nobody was reminded for { $period } { $at }; the answer did not arrive then.
        [one] 1 unit was reminded for { $period } { $at }, but the answer did not arrive. Nothing has been sent now; give the command once more to remind again.
       *[other] { $n } units were reminded for { $period } { $at }, but the answer did not arrive. Nothing has been sent now; give the command once more to remind again.
    }
cli-reminded =
    { $n ->
        [0] Nobody has been reminded for { $period }.
        [one] 1 unit has been reminded for { $period }.
       *[other] { $n } units have been reminded for { $period }.
    }
cli-left-out = { "  " }{ $unit } is left out: { $why }
cli-notice-leaves = Can be withdrawn until { $until }: sfv undo { $key }
cli-withdrawn =
    { $n ->
        [one] Withdrawn; nothing has been sent.
       *[other] { $n } have been withdrawn; nothing has been sent.
    }
cli-notice-to = Notice to the child welfare service: { $to }
cli-extensions-line = Line { $line }: { $outcome }. { $what }
cli-extensions-sum = Taken in: { $taken }. Known already: { $known }. Refused: { $refused }.
cli-extensions-notices =
    { $n ->
        [0] No notice to any child welfare service.
        [one] 1 notice to a child welfare service.
       *[other] { $n } notices to child welfare services.
    }

## The screen

tab-units = Units
cmd-show-units = Go to the units
cmd-remind = Remind the marked units, else the selected one
cmd-new-extension = Register a decision on extended investigation time
cmd-next-field = To the next field
cmd-previous-field = To the previous field
hint-show-units = units
hint-remind = remind
hint-new-extension = new extension
hint-next-field = next field
hint-previous-field = previous field
help-screen-units = the units
help-screen-unit = a unit

units-title = Units
units-deadline = { $period } – units’ deadline { $date }: { $left }
units-deadline-short = { $date }: { $left }
units-missing =
    { $n ->
        [0] All received
        [one] 1 not received
       *[other] { $n } not received
    }
units-marked =
    { $n ->
        [one] 1 marked
       *[other] { $n } marked
    }
units-marked-hidden =
    { $n ->
        [one] 1 marked, { $hidden } hidden
       *[other] { $n } marked, { $hidden } hidden
    }
units-none = The office has no reporting units in the period.
units-none-found = No unit matches “{ $text }”. Esc clears the search.
    .aloud = No unit matches “{ $text }”.
column-standing = STATE
column-unit-deadline = DUE
column-channel = CHANNEL
column-language = LANGUAGE
column-reminded = REMINDED
column-leader = LEADER
channel-of-form-old = form
channel-of-form-new = form, new system
channel-of-register = register
contact-unknown = no known contact
contact-no-address = no e-mail address
reminded-short = reminded { $at }

unit-waiting = Fetching unit { $unit } …
unit-failed = Unit { $unit } cannot be shown. { $why }
unit-contact = CONTACT
unit-reports-with = HOW IT REPORTS
unit-system = Case system
unit-channel = Channel
unit-language = Written language
unit-cooperation = INTER-MUNICIPAL COOPERATION
unit-made-up = made up
unit-host = host municipality
unit-other-office = belongs to another office
unit-sum-missing = no total: figures missing from { $units }
unit-sum-empty = no sum, for the point is empty for one of them
unit-periods = REPORTS
unit-no-periods = No reports.
unit-returns =
    { $n ->
        [one] returned once
       *[other] returned { $n } times
    }
unit-register = EXTENDED INVESTIGATION TIME
unit-register-sum = { $period }: { $granted } granted, { $refused } not granted, { $pending } not judged
unit-register-counts = Old case system: the number is suggested in 7A. The half-year follows the date of the decision; the register does not know when the investigation ends.
unit-register-tells = New case system: the child welfare service is told of each decision.
unit-asked = applied { $day }
unit-told = notified { $day }
unit-letters = SENT TO THE UNIT
unit-no-letters = Nothing has been sent.
unit-letter-return = return of { $about }
unit-letter-reminder = reminder about { $about }
unit-letter-extension = extension in case { $about }
unit-access = APPLICATIONS FOR ACCESS TO REPORTS
unit-no-access = No applications.

form-title = Extended investigation time: { $unit } ({ $no })
form-case-ref = Service’s case reference
form-asked = Date applied
form-verdict = Granted (yes, no, empty)
form-decided = Date decided (empty: today)
form-told = Date notified another way
form-help = The reference is the child welfare service’s own, like A17. Names, dates of birth and national identity numbers must not stand here. Dates are written 24.08.2023. An empty answer means that the case has not been judged. If the child welfare service uses a new case system, it is told of the decision, unless it has already been notified in another way. Enter shows what will be saved and sent.

notice-title-remind = Remind – summary
notice-title-register = Extension – summary
notice-checking = Checking …
notice-remind-count =
    { $n ->
        [0] No unit can be reminded.
        [one] 1 unit will be reminded{ $left ->
            [0] :
           *[other] , { $left } left out (see the end):
        }
       *[other] { $n } units will be reminded{ $left ->
            [0] :
           *[other] , { $left } left out (see the end):
        }
    }
notice-left-out = { "  " }{ $unit } is left out: { $why }
notice-decided = decided { $day }
notice-known = This already stands in the register. Nothing will be saved.
notice-to = Notice to the child welfare service: { $to }
notice-nobody = No e-mail will be sent.
notice-stage-checking = Checking …
notice-stage-ready = Confirm with Enter
notice-number = { $n ->
    [one] Remind 1 unit? Type 1:
   *[other] Remind { $shown } units? Type { $shown }:
}
message-notice-number = You typed “{ $typed }”, but the number of units to remind is { $waiting }. Nothing has been sent.
notice-stage-nothing = There is nothing to confirm. Esc goes back.
    .aloud = There is nothing to confirm.
notice-stage-sending = Sending …
notice-stage-failed = Not confirmed
notice-window =
    { $n ->
        [0] Goes out at once.
        [one] Can be undone for 1 second (z).
       *[other] Can be undone for { $n } seconds (z).
    }
message-notice-left = Nothing has been saved or sent.
message-notice-unknown = It is not known whether it arrived. Look at the unit’s page before you try again.
message-notice-window = Can be undone until { $until } (z).
message-form-kept = What you wrote is kept until you open the form again.
message-reminded =
    { $n ->
        [one] 1 unit has been reminded.
       *[other] { $n } units have been reminded.
    }
message-registered =
    { $n ->
        [0] The decision has been registered.
       *[other] The decision has been registered, and the child welfare service is told.
    }
message-withdrawn =
    { $n ->
        [one] Withdrawn. Nothing has been sent.
       *[other] { $n } have been withdrawn. Nothing has been sent.
    }
registered-count = register: { $granted } granted in the period
