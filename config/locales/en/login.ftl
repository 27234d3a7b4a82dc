### Logging in: what the program and the command line say about it.

fault-not-registered = You are logged in, but your work e-mail and telephone are not registered.
fault-not-registered-advice = Register them first. Then you see the tasks.
cli-fault-not-registered-advice = Register them with sfv whoami --set-email ADDRESS --set-phone NUMBER, or open the screen with sfv.

refusal-bad-email = “{ $given }” is not an e-mail address. Write it like name@statsforvalteren.no.
refusal-bad-phone = “{ $given }” is not a telephone number. Write at least eight digits, with a country code if you like, as +47 and the number.

## sfv login, logout and sessions

cli-login-open = Open this address in a browser, on any machine:
cli-login-code = Log in there, and enter this code when the page asks:
cli-login-wait = Waiting for you to log in. The code lasts for { $n ->
        [one] one minute
       *[other] { $n } minutes
    }. Ctrl+C cancels.
cli-login-done = You are logged in as { $name }.
cli-login-denied = The login was rejected in the browser. Nobody is logged in.
cli-login-denied-advice = Run sfv login once more, and answer yes when the page shows the same code as the terminal.
cli-login-expired = The code expired before anybody logged in with it.
cli-login-expired-advice = Run sfv login once more.
cli-no-server = A login is for a shared service, and none has been chosen.
cli-no-server-advice = Give it with --server, SFV_SERVER or server in the settings. Without it the program runs its own service, and then no login is needed.
cli-no-login = This service has no login.
cli-no-login-advice = Give a login token with --token-file, SFV_TOKEN_FILE or SFV_TOKEN.
cli-logout-done = You are logged out. The login has been revoked.
cli-logout-unread = The keys of the login could not be read, so it has been removed from this machine without being revoked with the service. Log in again and revoke it with sfv sessions revoke.
cli-logout-nothing = You were not logged in.
cli-fact-logged-in = Logged in
cli-fact-login-ends = Lasts until
cli-fact-level = Level of assurance
cli-column-session = Login
cli-column-begun = Begun
cli-column-used = Last used
cli-column-ends = Lasts until
cli-column-address = Address
cli-column-agent = Program
cli-column-standing = Status
cli-session-current = this one
cli-session-open = in use
cli-session-over = expired
cli-session-revoked = revoked

## Start registration

registration-title = Start registration
registration-help = Before you see the tasks you must register how you are reached at work. The address is used for notices. You can change it later with sfv whoami --set-email and --set-phone.
registration-email = Work e-mail
registration-phone = Work telephone
registration-sending = Saving …
message-reach-stored = E-mail and telephone have been registered.
