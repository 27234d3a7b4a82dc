### Innloggingar i revisjonssporet.

event-logged-in = logga inn
event-logged-out = logga ut
event-login-refused = innlogging avvist
event-login-revoked = innlogging trekt tilbake
event-login-ended = innlogging stansa
cli-event-logged-in = logga inn
cli-event-logged-out = logga ut
cli-event-login-refused = innlogging avvist
cli-event-login-revoked = innlogging trekt tilbake
cli-event-login-ended = innlogging stansa: nøkkel brukt to gonger
