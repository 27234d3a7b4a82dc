### Innlogging: det som programmet og kommandolinja seier om ho.

fault-not-registered = Du er logga inn, men e-post og telefon på arbeidsstaden er ikkje registrerte.
fault-not-registered-advice = Registrer dei først. Då ser du oppgåvene.
cli-fault-not-registered-advice = Registrer dei med sfv whoami --set-email ADRESSE --set-phone NUMMER, eller opne skjermen med sfv.

refusal-bad-email = «{ $given }» er inga e-postadresse. Skriv ho som namn@statsforvalteren.no.
refusal-bad-phone = «{ $given }» er ikkje noko telefonnummer. Skriv minst åtte siffer, gjerne med landkode, som +47 og nummeret.

## sfv login, logout og sessions

cli-login-open = Opne denne adressa i ein nettlesar, på kva maskin som helst:
cli-login-code = Logg inn der, og skriv denne koden når sida spør:
cli-login-wait = Ventar på at du loggar inn. Koden varer i { $n ->
        [one] eitt minutt
       *[other] { $n } minutt
    }. Ctrl+C bryt av.
cli-login-done = Du er logga inn som { $name }.
cli-login-denied = Innlogginga vart avvist i nettlesaren. Ingen er logga inn.
cli-login-denied-advice = Køyr sfv login ein gong til, og svar ja når sida viser den same koden som terminalen.
cli-login-expired = Koden gjekk ut før nokon logga inn med han.
cli-login-expired-advice = Køyr sfv login ein gong til.
cli-no-server = Innlogging gjeld ei felles teneste, og inga er vald.
cli-no-server-advice = Oppgi ho med --server, SFV_SERVER eller server i innstillingane. Utan ho køyrer programmet si eiga teneste, og då trengst inga innlogging.
cli-no-login = Denne tenesta har inga innlogging.
cli-no-login-advice = Oppgi ein innloggingsnøkkel med --token-file, SFV_TOKEN_FILE eller SFV_TOKEN.
cli-logout-done = Du er logga ut. Innlogginga er trekt tilbake.
cli-logout-unread = Nøklane til innlogginga kunne ikkje lesast, så ho er fjerna frå denne maskina utan å vere trekt tilbake hos tenesta. Logg inn på nytt, og trekk ho tilbake med sfv sessions revoke.
cli-logout-nothing = Du var ikkje logga inn.
cli-fact-logged-in = Logga inn
cli-fact-login-ends = Varer til
cli-fact-level = Tryggleiksnivå
cli-column-session = Innlogging
cli-column-begun = Begynt
cli-column-used = Sist brukt
cli-column-ends = Varer til
cli-column-address = Adresse
cli-column-agent = Program
cli-column-standing = Status
cli-session-current = denne
cli-session-open = i bruk
cli-session-over = gått ut
cli-session-revoked = trekt tilbake

## Start registrering

registration-title = Start registrering
registration-help = Før du ser oppgåvene, må du registrere korleis du kan nåast på arbeidsstaden. Adressa blir brukt til varsel. Du kan endre det seinare med sfv whoami --set-email og --set-phone.
registration-email = E-post på arbeidsstaden
registration-phone = Telefon på arbeidsstaden
registration-sending = Lagrar …
message-reach-stored = E-post og telefon er registrerte.
