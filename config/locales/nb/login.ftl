### Innlogging: det programmet og kommandolinjen sier om den.

fault-not-registered = Du er logget inn, men e-post og telefon på arbeidsstedet er ikke registrert.
fault-not-registered-advice = Registrer dem først. Da ser du oppgavene.
cli-fault-not-registered-advice = Registrer dem med sfv whoami --set-email ADRESSE --set-phone NUMMER, eller åpne skjermen med sfv.

refusal-bad-email = «{ $given }» er ingen e-postadresse. Skriv den som navn@statsforvalteren.no.
refusal-bad-phone = «{ $given }» er ikke noe telefonnummer. Skriv minst åtte sifre, gjerne med landkode, som +47 og nummeret.
