### Sidene i nettlesaren når nokon loggar inn. Dei same namna og felta står i nb.login.ftl og en.login.ftl.

login-brand = sfv – Statsforvaltaren sin gjennomgang av halvårsrapportar
login-language = Språk
login-language-nb = Bokmål
login-language-nn = Nynorsk
login-language-en = English
login-start-over = Skriv koden på nytt

## Koden

login-entry-title = Logg inn i terminalen
login-entry-text = Skriv koden som står i terminalen din. Etterpå loggar du inn som vanleg.
login-entry-label = Kode
login-entry-hint = { $count } bokstavar. Store og små bokstavar, bindestrek og mellomrom har ingenting å seie.
login-entry-button = Hald fram til innlogging
login-entry-error = Feil:
login-entry-wrong = Koden finst ikkje, eller han er gått ut eller brukt. Sjå i terminalen, og skriv han på nytt.

## Spørsmålet

login-confirm-title = Er dette koden i terminalen din?
login-confirm-code = Kode
login-confirm-person = Du er logga inn som
login-confirm-asked = Spurt om
login-confirm-from = Frå adressa
login-confirm-agent = Med programmet
login-confirm-warning = Har nokon andre gitt deg koden, i ein e-post, ei melding eller på telefon? Då skal du svare nei: Den som har koden, kjem inn som deg.
login-confirm-yes = Ja, koden er min
login-confirm-no = Nei, det er ikkje min kode

## Til slutt

login-done-title = Du er logga inn
login-done-text = Gå tilbake til terminalen. Du kan lukke denne sida.
login-denied-title = Innlogginga er avvist
login-denied-text = Ingen er logga inn med denne koden. Du kan lukke denne sida. Fekk du koden av nokon andre, sei frå til den som har ansvar for informasjonstryggleik hos deg.

## Det som ikkje gjekk

login-fault-limited = For mange forsøk
login-fault-limited-text = Det er skrive for mange feil kodar herifrå. Vent { $minutes } minutt, og prøv igjen.
login-fault-state = Innlogginga kan ikkje halde fram
login-fault-state-text = Sida høyrer ikkje til ei innlogging som er i gang i denne nettlesaren. Ho kan vere gått ut eller fullført. Skriv koden på nytt.
login-fault-forged = Innlogginga kan ikkje halde fram
login-fault-forged-text = Førespurnaden kom ikkje frå sida han skulle kome frå. Ingenting er gjort. Skriv koden på nytt.
login-fault-cancelled = Innlogginga blei avbroten
login-fault-cancelled-text = Du kom tilbake utan å ha logga inn. Ingenting er gjort. Skriv koden på nytt for å prøve igjen.
login-fault-away = Innloggingstenesta svarer ikkje
login-fault-away-text = Ingenting er gjort. Prøv igjen om litt. Hjelper det ikkje, sei frå til den som driftar sfv.
login-fault-token = Svaret frå innloggingstenesta kan ikkje brukast
login-fault-token-text = Kontrollen av svaret slo feil, og ingen er logga inn. Skriv koden på nytt. Hjelper det ikkje, sei frå til den som driftar sfv.
login-fault-level = Tryggleiksnivået er for lågt
login-fault-level-text = Du logga inn med ein elektronisk ID som ikkje er sikker nok her. Skriv koden på nytt, og vel ein annan elektronisk ID.
login-fault-unknown = Du har ikkje tilgang
login-fault-unknown-text = Innlogginga gjekk bra, men du er ikkje registrert som brukar. Be administratoren din om å registrere deg.
login-fault-over = Koden er gått ut
login-fault-over-text = Koden er ikkje gyldig lenger. Begynn på nytt i terminalen med sfv login.
login-fault-failed = Tenesta kan ikkje svare no
login-fault-failed-text = Ingenting er gjort. Prøv igjen om litt. Hjelper det ikkje, sei frå til den som driftar sfv.
