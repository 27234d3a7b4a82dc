### Innlogginger i revisjonssporet.

event-logged-in = logget inn
event-logged-out = logget ut
event-login-refused = innlogging avvist
event-login-revoked = innlogging trukket tilbake
event-login-ended = innlogging stanset
cli-event-logged-in = logget inn
cli-event-logged-out = logget ut
cli-event-login-refused = innlogging avvist
cli-event-login-revoked = innlogging trukket tilbake
cli-event-login-ended = innlogging stanset: nøkkel brukt to ganger
