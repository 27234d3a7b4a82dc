## Access to the reported figures: the role that is given, who has access, the figures and the application form.

access-role-municipality = municipal
access-role-office = office

event-access-granted = access granted
event-access-removed = access removed
cli-event-access-granted = access granted
cli-event-access-removed = access removed

refusal-role-needed = The applicant seems to be external. Forward the application to Bufdir. To grant access all the same, choose the role yourself, confirm it and write a reason.
refusal-role-differs =
    { $suggested ->
        [office] The suggested role is “office”, but you give the role “municipal”.
        [municipality] The suggested role is “municipal”, but you give the role “office”.
       *[none] The applicant seems to be external, and you give the role { $given ->
            [office] “office”.
           *[municipality] “municipal”.
        }
    } Confirm the role separately, or give the one that is suggested.
refusal-role-reason = The applicant seems to be external. Write why access is granted all the same.
refusal-access-held = The applicant already has this access, through { $reference }. Reject the application, or remove the old access first.
refusal-no-access-to-remove = The application gives no access: it has not been granted, can still be undone, or the access has already been removed.
refusal-no-portal-access = You do not have access to the reported figures. Apply for access: sfv access apply FILE --confirm, or the form on the screen (3).

permission-none = Nobody has access to the reported figures.
permission-head-reference = Application
permission-head-name = Name
permission-head-role = Role
permission-head-of = Covers
permission-head-granted = Given
permission-head-by = Given by
permission-head-used = Last used
permission-never = never
permission-removed = removed { $at } by { $name }
permission-taken = The access of { $name } ({ $reference }) has been removed. { $to } is told.

published-of = Reported figures for { $unit } ({ $no })
published-none = No approved half-yearly reports have been sent on yet.
published-point = Point
published-hidden = ..
published-note = “..” is a figure of 1, 2 or 3 that is not shown. “–” means that the point is not filled in.

cli-fact-suggested = Suggested role
cli-fact-sent-by = Logged in as
cli-fact-held = Already has access
cli-fact-permission = Access
access-role-none = none
access-earlier-open = { $reference } ({ $unit }), not decided
access-earlier-granted = { $reference } ({ $unit }), granted { $at } by { $name }
access-earlier-removed = { $reference } ({ $unit }), granted { $at } by { $name }, access removed { $removed }
access-earlier-rejected = { $reference } ({ $unit }), rejected { $at } by { $name }: “{ $reason }”
access-earlier-forwarded = { $reference } ({ $unit }), forwarded { $at } by { $name }
access-permission = role { $role }, given { $at } by { $name }, last used { $used }
access-permission-removed = role { $role }, removed { $at } by { $name }: “{ $reason }”
access-sent-by = Logged in as
access-held = Already has access
access-given = Access

cmd-show-figures = Reported figures (Utrapportering)
hint-show-figures = figures
cmd-show-holders = Who has access to the reported figures
hint-show-holders = access
cmd-apply = Apply for access to the reported figures
hint-apply = apply
cmd-role = Change the role that is given
hint-role = change role
cmd-confirm-role = Confirm another role than the suggested one
hint-confirm-role = confirm role
cmd-remove-access = Remove the access
hint-remove-access = remove

tab-figures = Statistics

access-role-line = Role given
access-role-suggested = { $role } (suggested)
access-role-chosen = { $role } – NOT the suggested one; must be confirmed separately (j in the summary)
access-role-must = none suggested – press o to choose one if you grant access anyway
    .aloud = none suggested. Choose a role if access shall be given all the same
access-choice-role = o  Change the role that is given
message-role = Role given: { $role }.
summary-role = Role
summary-role-waits = waiting for the role to be confirmed (j)
grant-role-again = Press j to confirm the role, Esc to go back.
    .aloud = Confirm the role first.
editor-title-grant = GRANT – reason (it is not sent)
editor-to-office = Stays in the case at the office.

figures-refused = You do not have access to the reported figures (Utrapportering). Access is given only by an application that has been granted.
figures-apply = Apply for access: press Enter (or S at any time). From the command line: sfv access apply FILE --confirm
    .aloud = You can apply for access.
figures-role = role: { $role }, through { $reference }, unit { $at } of { $total } (→ and ← change)
figures-waiting = Fetching the reported figures …
figures-failed = The figures could not be fetched. { $why }

holders-title = Access to reported figures
holders-waiting = Fetching …
holders-failed = The list could not be fetched. { $why }
holders-detail = Given { $at } by { $name }. { $email }

removal-title = REMOVE ACCESS  { $reference }
removal-who = { $name } loses the role { $role } for { $of }.
removal-reason = Reason (sent to { $email }):
removal-question = You are about to REMOVE the access. { $email } gets this reason, in the unit’s written language:
removal-confirm = Enter removes the access now. It cannot be undone; the person can apply again.
    .aloud = Access is removed when you confirm. It cannot be undone; the person can apply again.
removal-sending = Sending …
message-access-removed = The access of { $name } has been removed. { $to } is told.

## The application form. In Norwegian it stands in both written languages at once (språklova § 15); here in English only.

apply-title = Application for access to reports
apply-help = Apply to see the reported figures. If you work at the County Governor’s office, choose a municipality in the county.
apply-help-nn = The form is also available in Norwegian, in bokmål and nynorsk.
apply-name = Name
apply-represents = Employer
apply-email = Work e-mail
apply-phone = Work phone
apply-unit = Municipality or district
apply-chosen = Chosen: { $name } ({ $no })
apply-no-unit = No reporting unit has that name.
apply-missing-name = Write your name.
apply-missing-represents = Write where you work.
apply-missing-unit = Choose a unit from the list (type, arrow down, Enter).
apply-ready = Enter sends the application. Esc goes back.
    .aloud = The application is ready to be sent.
apply-sending = Sending …
message-applied = The application has been received as { $reference }.
message-application-kept = What you wrote stays in the form until next time.

help-screen-figures = the reported figures
help-screen-holders = access
