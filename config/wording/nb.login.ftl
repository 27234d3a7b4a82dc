### Sidene i nettleseren når noen logger inn. De samme navnene og feltene står i nn.login.ftl og en.login.ftl.

login-brand = sfv – Statsforvalterens gjennomgang av halvårsrapporter
login-language = Språk
login-language-nb = Bokmål
login-language-nn = Nynorsk
login-language-en = English
login-start-over = Skriv koden på nytt

## Koden

login-entry-title = Logg inn i terminalen
login-entry-text = Skriv koden som står i terminalen din. Etterpå logger du inn som vanlig.
login-entry-label = Kode
login-entry-hint = { $count } bokstaver. Store og små bokstaver, bindestrek og mellomrom har ingenting å si.
login-entry-button = Fortsett til innlogging
login-entry-error = Feil:
login-entry-wrong = Koden finnes ikke, eller den er utløpt eller brukt. Se i terminalen, og skriv den på nytt.

## Spørsmålet

login-confirm-title = Er dette koden i terminalen din?
login-confirm-code = Kode
login-confirm-person = Du er logget inn som
login-confirm-asked = Spurt om
login-confirm-from = Fra adressen
login-confirm-agent = Med programmet
login-confirm-warning = Har noen andre gitt deg koden, i en e-post, en melding eller på telefon? Da skal du svare nei: Den som har koden, kommer inn som deg.
login-confirm-yes = Ja, koden er min
login-confirm-no = Nei, det er ikke min kode

## Til slutt

login-done-title = Du er logget inn
login-done-text = Gå tilbake til terminalen. Du kan lukke denne siden.
login-denied-title = Innloggingen er avvist
login-denied-text = Ingen er logget inn med denne koden. Du kan lukke denne siden. Fikk du koden av noen andre, si fra til den som har ansvar for informasjonssikkerhet hos deg.

## Det som ikke gikk

login-fault-limited = For mange forsøk
login-fault-limited-text = Det er skrevet for mange feil koder herfra. Vent { $minutes } minutter, og prøv igjen.
login-fault-state = Innloggingen kan ikke fortsette
login-fault-state-text = Siden hører ikke til en innlogging som er i gang i denne nettleseren. Den kan være utløpt eller fullført. Skriv koden på nytt.
login-fault-forged = Innloggingen kan ikke fortsette
login-fault-forged-text = Forespørselen kom ikke fra siden den skulle komme fra. Ingenting er gjort. Skriv koden på nytt.
login-fault-cancelled = Innloggingen ble avbrutt
login-fault-cancelled-text = Du kom tilbake uten å ha logget inn. Ingenting er gjort. Skriv koden på nytt for å prøve igjen.
login-fault-away = Innloggingstjenesten svarer ikke
login-fault-away-text = Ingenting er gjort. Prøv igjen om litt. Hjelper det ikke, si fra til den som drifter sfv.
login-fault-token = Svaret fra innloggingstjenesten kan ikke brukes
login-fault-token-text = Kontrollen av svaret slo feil, og ingen er logget inn. Skriv koden på nytt. Hjelper det ikke, si fra til den som drifter sfv.
login-fault-level = Sikkerhetsnivået er for lavt
login-fault-level-text = Du logget inn med en elektronisk ID som ikke er sikker nok her. Skriv koden på nytt, og velg en annen elektronisk ID.
login-fault-unknown = Du har ikke tilgang
login-fault-unknown-text = Innloggingen gikk bra, men du er ikke registrert som bruker. Be administratoren din om å registrere deg.
login-fault-over = Koden er utløpt
login-fault-over-text = Koden er ikke lenger gyldig. Begynn på nytt i terminalen med sfv login.
login-fault-failed = Tjenesten kan ikke svare nå
login-fault-failed-text = Ingenting er gjort. Prøv igjen om litt. Hjelper det ikke, si fra til den som drifter sfv.
