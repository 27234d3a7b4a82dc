### The pages in the browser when somebody logs in. The same names and blanks stand in nb.login.ftl and nn.login.ftl.

login-brand = sfv – the County Governor's review of half-yearly reports
login-language = Language
login-language-nb = Bokmål
login-language-nn = Nynorsk
login-language-en = English
login-start-over = Enter the code again

## The code

login-entry-title = Log in to the terminal
login-entry-text = Enter the code that your terminal shows. Then log in as usual.
login-entry-label = Code
login-entry-hint = { $count } letters. Capital and small letters, dashes and spaces make no difference.
login-entry-button = Continue to login
login-entry-error = Error:
login-entry-wrong = There is no such code, or it has expired or been used. Look at your terminal, and enter it again.

## The question

login-confirm-title = Is this the code in your terminal?
login-confirm-code = Code
login-confirm-person = You are logged in as
login-confirm-asked = Asked for
login-confirm-from = From the address
login-confirm-agent = With the program
login-confirm-warning = Did somebody else give you the code, in an e-mail, a message or on the telephone? Then answer no: whoever has the code gets in as you.
login-confirm-yes = Yes, the code is mine
login-confirm-no = No, it is not my code

## In the end

login-done-title = You are logged in
login-done-text = Go back to your terminal. You can close this page.
login-denied-title = The login was rejected
login-denied-text = Nobody is logged in with this code. You can close this page. If somebody else gave you the code, tell whoever is responsible for information security where you work.

## What went wrong

login-fault-limited = Too many attempts
login-fault-limited-text = Too many wrong codes have been entered from here. Wait { $minutes } minutes, and try again.
login-fault-state = The login cannot go on
login-fault-state-text = This page does not belong to a login that is under way in this browser. It may have expired or been completed. Enter the code again.
login-fault-forged = The login cannot go on
login-fault-forged-text = The request did not come from the page it should come from. Nothing has been done. Enter the code again.
login-fault-cancelled = The login was cancelled
login-fault-cancelled-text = You came back without having logged in. Nothing has been done. Enter the code again to retry.
login-fault-away = The login service does not answer
login-fault-away-text = Nothing has been done. Try again in a while. If that does not help, tell whoever runs sfv.
login-fault-token = The answer of the login service cannot be used
login-fault-token-text = The answer did not stand up to the checks, and nobody is logged in. Enter the code again. If that does not help, tell whoever runs sfv.
login-fault-level = The level of assurance is too low
login-fault-level-text = You logged in with an electronic ID that is not secure enough here. Enter the code again, and choose another electronic ID.
login-fault-unknown = You have no access
login-fault-unknown-text = You logged in, but you are not registered as a user. Ask your administrator to register you.
login-fault-over = The code has expired
login-fault-over-text = The code is no longer valid. Start again in your terminal with sfv login.
login-fault-failed = The service cannot answer now
login-fault-failed-text = Nothing has been done. Try again in a while. If that does not help, tell whoever runs sfv.
