### A locked screen and a new login in the open program.

gate-locked-title = Locked
gate-out-title = Logged out
gate-locked-why = The screen is locked because nobody has pressed a key for { $n ->
        [one] one minute
       *[other] { $n } minutes
    }. All that you have written has been kept.
gate-out-why = You are logged out: your login has expired or been revoked. All that you have written has been kept. When you have logged in again, you go on where you were.
gate-token-why = The service no longer accepts your login token. All that you have written has been kept on this machine.
gate-login-how = Press Enter to log in again. You can also run sfv login in another window afterwards.
    .aloud = You must log in again. You can also run sfv login in another window afterwards.
gate-login-here = Press Enter to log in again, here. A login in another window does not open this screen: it does not show who is sitting at it.
    .aloud = You must log in again, here. A login in another window does not open this screen: it does not show who is sitting at it.
gate-key-how = Press Enter to open. This only hides the picture: there is no login to ask for here, so anybody at the keyboard can open it.
    .aloud = The screen is locked. There is no login to ask for here, so anybody at the keyboard can open it.
gate-file-how = Put a new token in the same file, and press Enter. The file is then read again, and you go on where you were.
    .aloud = Put a new token in the same file, and then log in again. The file is then read again, and you go on where you were.
gate-token-how = The token is in SFV_TOKEN and cannot be changed while the program runs. Press Enter to try it again, or quit, set a new token and start again.
    .aloud = The token is in SFV_TOKEN and cannot be changed while the program runs. Try it again, or quit, set a new token and start again.
gate-own-how = Press Enter to try again. If that does not help, quit and start the program again.
    .aloud = Try again. If that does not help, quit and start the program again.
gate-asking = Asking the service …
gate-open = Open this address in a browser, on any machine:
gate-code = Log in there, and enter this code:
gate-waiting-locked = Waiting for you to log in. The code lasts until { $time }.
gate-waiting = Waiting for you to log in. The code lasts until { $time }. sfv login in another window works too.
gate-denied = The login was rejected in the browser.
gate-expired = The code expired before anybody logged in with it.
gate-other = { $name } logged in, but the program was opened by somebody else. Only the person who opened it can go on here.
gate-unkept = The login cannot be kept on this machine: { $why }
gate-leave = Quit? What you have written is on this machine. The same key again quits.
message-logged-in-again = You are logged in again. Drafts that were waiting are saved now. A decision that did not go through must be confirmed again.

cmd-unlock = Unlock, or log in again
hint-unlock = open
