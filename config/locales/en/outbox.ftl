### The outbox: what is delivered, where it stands, and what can be done when it fails.

event-given-up = could not be delivered to { $to } and is not tried again
event-sent-again = is sent again to { $to }
cli-event-given-up = delivery given up
cli-event-sent-again = is sent again

## A delivery on the task

deliveries-title = Deliveries
delivery-way-mail = E-mail to { $to }
delivery-way-bufdir = Report to { $to }
delivery-line-held = { $what }: waits until { $at }
delivery-line-sent = { $what }: sent { $at }
delivery-line-cancelled = { $what }: withdrawn
delivery-line-failed =
    { $n ->
        [one] { $what }: not delivered since { $since }, { $shown } attempt, tried again { $next }
       *[other] { $what }: not delivered since { $since }, { $shown } attempts, tried again { $next }
    }
delivery-line-given-up =
    { $n ->
        [one] { $what }: NOT DELIVERED, given up { $at } after { $shown } attempt
       *[other] { $what }: NOT DELIVERED, given up { $at } after { $shown } attempts
    }
delivery-receipt = Receipt { $id }, received { $at }, sha256 { $hash }
delivery-answer = Answer: { $answer }
delivery-again = A leader can send it again: sfv outbox retry { $id } --confirm

miss-address = The address cannot be used. Ask the recipient for the right address and give the message in another way.
miss-refused = The recipient’s mail server does not take it. Check the address with the recipient, or give the message in another way.
miss-busy = The recipient asks us to come back later.
miss-away = Nobody answers at the recipient’s. If it lasts, whoever runs sfv must look at the line.
miss-login = We are not let in, or the server cannot do what we ask for. Whoever runs sfv must look at the settings.
miss-certificate = The recipient cannot show who it is (certificate). Nothing has been sent. Whoever runs sfv must look at it.
miss-silent = No answer came in time. It may have been received; it is sent again with the same number.
miss-rejected = Bufdir’s system does not take it. Settle it with Bufdir before it is sent again.
miss-folder = The folder for outgoing files cannot be written to. Whoever runs sfv must look at it.
miss-other = The answer cannot be understood. Whoever runs sfv must look at it.

## The command sfv outbox

cli-outbox-none = No deliveries here.
cli-outbox-again =
    { $n ->
        [one] { $shown } delivery is sent again.
       *[other] { $shown } deliveries are sent again.
    }
cli-outbox-would =
    { $n ->
        [one] { $shown } delivery would be sent again. Nothing has been changed.
       *[other] { $shown } deliveries would be sent again. Nothing has been changed.
    }
refusal-nothing-to-send-again = The delivery has not failed, or it is on its way now. See sfv outbox list.

## Mail settings

way-plain-mail = tls = "none" is only allowed to a mail server on this machine, not to { $detail }. Use "starttls" or "tls".
way-password = user and password_file (or SFV_MAIL_PASSWORD) belong together: give both or neither.
way-plain-bufdir = { $detail }: reports are sent only to https:// (or http:// on this machine), without a name and password in the address.
way-file = cannot be read: { $detail }
way-certificate = no certificates that can be used in { $detail }
way-other = the numbers do not fit together: { $detail }

## The command sfv notices

cli-notices-off = You get no e-mail about what comes in.
cli-notices-all = You get e-mail about all the units of the office.
cli-notices-units = You get e-mail about these units: { $units }
cli-notices-at-once = Each thing is sent at once.
cli-notices-digest = All is sent together every day at { $time }.
cli-notices-quiet = Nothing is sent between { $from } and { $until }.
