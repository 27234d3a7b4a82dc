### Låst skjerm og ny innlogging i det åpne programmet.

gate-locked-title = Låst
gate-out-title = Logget ut
gate-locked-why = Skjermen er låst fordi ingen har trykket på en tast på { $n ->
        [one] ett minutt
       *[other] { $n } minutter
    }. Alt du har skrevet, er beholdt.
gate-out-why = Du er logget ut: innloggingen din er utløpt eller trukket tilbake. Alt du har skrevet, er beholdt. Når du har logget inn på nytt, fortsetter du der du var.
gate-token-why = Tjenesten godtar ikke lenger innloggingsnøkkelen din. Alt du har skrevet, er beholdt på denne maskinen.
gate-login-how = Trykk Enter for å logge inn på nytt. Du kan også kjøre sfv login i et annet vindu etterpå.
    .aloud = Du må logge inn på nytt. Du kan også kjøre sfv login i et annet vindu etterpå.
gate-login-here = Trykk Enter for å logge inn på nytt, her. En innlogging i et annet vindu åpner ikke denne skjermen: den viser ikke hvem som sitter ved den.
    .aloud = Du må logge inn på nytt, her. En innlogging i et annet vindu åpner ikke denne skjermen: den viser ikke hvem som sitter ved den.
gate-key-how = Trykk Enter for å åpne. Dette skjuler bare bildet: her er det ingen innlogging å be om, så hvem som helst ved tastaturet kan åpne det.
    .aloud = Skjermen er låst. Her er det ingen innlogging å be om, så hvem som helst ved tastaturet kan åpne den.
gate-file-how = Legg en ny nøkkel i den samme filen, og trykk Enter. Da leses filen på nytt, og du fortsetter der du var.
    .aloud = Legg en ny nøkkel i den samme filen, og logg så inn igjen. Da leses filen på nytt, og du fortsetter der du var.
gate-token-how = Nøkkelen ligger i SFV_TOKEN og kan ikke byttes mens programmet går. Trykk Enter for å prøve den igjen, eller avslutt, sett en ny nøkkel og start på nytt.
    .aloud = Nøkkelen ligger i SFV_TOKEN og kan ikke byttes mens programmet går. Prøv den igjen, eller avslutt, sett en ny nøkkel og start på nytt.
gate-own-how = Trykk Enter for å prøve igjen. Hjelper det ikke, avslutter du og starter programmet på nytt.
    .aloud = Prøv igjen. Hjelper det ikke, avslutter du og starter programmet på nytt.
gate-asking = Spør tjenesten …
gate-open = Åpne denne adressen i en nettleser, på hvilken maskin som helst:
gate-code = Logg inn der, og skriv denne koden:
gate-waiting-locked = Venter på at du logger inn. Koden varer til { $time }.
gate-waiting = Venter på at du logger inn. Koden varer til { $time }. sfv login i et annet vindu virker også.
gate-denied = Innloggingen ble avvist i nettleseren.
gate-expired = Koden gikk ut før noen logget inn med den.
gate-other = { $name } logget inn, men programmet er åpnet av en annen. Bare den som åpnet det, kan fortsette her.
gate-unkept = Innloggingen kan ikke lagres på denne maskinen: { $why }
gate-leave = Avslutte? Det du har skrevet, ligger på denne maskinen. Samme tast en gang til avslutter.
message-logged-in-again = Du er logget inn igjen. Utkast som ventet, lagres nå. En avgjørelse som ikke gikk gjennom, må bekreftes på nytt.

cmd-unlock = Lås opp, eller logg inn igjen
hint-unlock = åpne
