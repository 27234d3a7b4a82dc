### Logins in the audit trail.

event-logged-in = logged in
event-logged-out = logged out
event-login-refused = login rejected
event-login-revoked = login revoked
event-login-ended = login stopped
cli-event-logged-in = logged in
cli-event-logged-out = logged out
cli-event-login-refused = login rejected
cli-event-login-revoked = login revoked
cli-event-login-ended = login stopped: a key was used twice
