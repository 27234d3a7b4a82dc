### Innlogging: det programmet og kommandolinjen sier om den.

fault-not-registered = Du er logget inn, men e-post og telefon på arbeidsstedet er ikke registrert.
fault-not-registered-advice = Registrer dem først. Da ser du oppgavene.
cli-fault-not-registered-advice = Registrer dem med sfv whoami --set-email ADRESSE --set-phone NUMMER, eller åpne skjermen med sfv.

refusal-bad-email = «{ $given }» er ingen e-postadresse. Skriv den som navn@statsforvalteren.no.
refusal-bad-phone = «{ $given }» er ikke noe telefonnummer. Skriv minst åtte sifre, gjerne med landkode, som +47 og nummeret.

## sfv login, logout og sessions

cli-login-open = Åpne denne adressen i en nettleser, på hvilken maskin som helst:
cli-login-code = Logg inn der, og skriv denne koden når siden spør:
cli-login-wait = Venter på at du logger inn. Koden varer i { $n ->
        [one] ett minutt
       *[other] { $n } minutter
    }. Ctrl+C avbryter.
cli-login-done = Du er logget inn som { $name }.
cli-login-denied = Innloggingen ble avvist i nettleseren. Ingen er logget inn.
cli-login-denied-advice = Kjør sfv login en gang til, og svar ja når siden viser den samme koden som terminalen.
cli-login-expired = Koden gikk ut før noen logget inn med den.
cli-login-expired-advice = Kjør sfv login en gang til.
cli-no-server = Innlogging gjelder en felles tjeneste, og ingen er valgt.
cli-no-server-advice = Oppgi den med --server, SFV_SERVER eller server i innstillingene. Uten den kjører programmet sin egen tjeneste, og da trengs ingen innlogging.
cli-no-login = Denne tjenesten har ingen innlogging.
cli-no-login-advice = Oppgi en innloggingsnøkkel med --token-file, SFV_TOKEN_FILE eller SFV_TOKEN.
cli-logout-done = Du er logget ut. Innloggingen er trukket tilbake.
cli-logout-unread = Nøklene til innloggingen kunne ikke leses, så den er fjernet fra denne maskinen uten å være trukket tilbake hos tjenesten. Logg inn på nytt og trekk den tilbake med sfv sessions revoke.
cli-logout-nothing = Du var ikke logget inn.
cli-fact-logged-in = Logget inn
cli-fact-login-ends = Varer til
cli-fact-level = Sikkerhetsnivå
cli-column-session = Innlogging
cli-column-begun = Begynt
cli-column-used = Sist brukt
cli-column-ends = Varer til
cli-column-address = Adresse
cli-column-agent = Program
cli-column-standing = Status
cli-session-current = denne
cli-session-open = i bruk
cli-session-over = utløpt
cli-session-revoked = trukket tilbake

## Start registrering

registration-title = Start registrering
registration-help = Før du ser oppgavene, må du registrere hvordan du nås på arbeidsstedet. Adressen brukes til varsler. Du kan endre det senere med sfv whoami --set-email og --set-phone.
registration-email = E-post på arbeidsstedet
registration-phone = Telefon på arbeidsstedet
registration-sending = Lagrer …
message-reach-stored = E-post og telefon er registrert.
