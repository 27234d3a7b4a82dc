### Låst skjerm og ny innlogging i det opne programmet.

gate-locked-title = Låst
gate-out-title = Logga ut
gate-locked-why = Skjermen er låst fordi ingen har trykt på ein tast på { $n ->
        [one] eitt minutt
       *[other] { $n } minutt
    }. Alt du har skrive, er teke vare på.
gate-out-why = Du er logga ut: Innlogginga di er gått ut eller trekt tilbake. Alt du har skrive, er teke vare på. Når du har logga inn på nytt, held du fram der du var.
gate-token-why = Tenesta godtek ikkje lenger innloggingsnøkkelen din. Alt du har skrive, er lagra på denne maskina.
gate-login-how = Trykk Enter for å logge inn på nytt. Du kan også køyre sfv login i eit anna vindauge etterpå.
    .aloud = Du må logge inn på nytt. Du kan også køyre sfv login i eit anna vindauge etterpå.
gate-login-here = Trykk Enter for å logge inn på nytt, her. Ei innlogging i eit anna vindauge opnar ikkje denne skjermen: Ho viser ikkje kven som sit ved han.
    .aloud = Du må logge inn på nytt, her. Ei innlogging i eit anna vindauge opnar ikkje denne skjermen: Ho viser ikkje kven som sit ved han.
gate-key-how = Trykk Enter for å opne. Dette skjuler berre biletet: Her er det inga innlogging å be om, så kven som helst ved tastaturet kan opne det.
    .aloud = Skjermen er låst. Her er det inga innlogging å be om, så kven som helst ved tastaturet kan opne han.
gate-file-how = Legg ein ny nøkkel i den same fila, og trykk Enter. Då blir fila lesen på nytt, og du held fram der du var.
    .aloud = Legg ein ny nøkkel i den same fila, og logg så inn igjen. Då blir fila lesen på nytt, og du held fram der du var.
gate-token-how = Nøkkelen ligg i SFV_TOKEN og kan ikkje bytast medan programmet går. Trykk Enter for å prøve han igjen, eller avslutt, set ein ny nøkkel og start på nytt.
    .aloud = Nøkkelen ligg i SFV_TOKEN og kan ikkje bytast medan programmet går. Prøv han igjen, eller avslutt, set ein ny nøkkel og start på nytt.
gate-own-how = Trykk Enter for å prøve igjen. Hjelper det ikkje, så avslutt, og start programmet på nytt.
    .aloud = Prøv igjen. Hjelper det ikkje, så avslutt, og start programmet på nytt.
gate-asking = Spør tenesta …
gate-open = Opne denne adressa i ein nettlesar, på kva maskin som helst:
gate-code = Logg inn der, og skriv denne koden:
gate-waiting-locked = Ventar på at du loggar inn. Koden varer til { $time }.
gate-waiting = Ventar på at du loggar inn. Koden varer til { $time }. sfv login i eit anna vindauge verkar også.
gate-denied = Innlogginga vart avvist i nettlesaren.
gate-expired = Koden gjekk ut før nokon logga inn med han.
gate-other = { $name } logga inn, men programmet er opna av ein annan. Berre den som opna det, kan halde fram her.
gate-unkept = Innlogginga kan ikkje lagrast på denne maskina: { $why }
gate-leave = Avslutte? Det du har skrive, ligg på denne maskina. Same tast ein gong til avsluttar.
message-logged-in-again = Du er logga inn igjen. Utkast som venta, blir lagra no. Ei avgjerd som ikkje gjekk gjennom, må stadfestast på nytt.

cmd-unlock = Lås opp, eller logg inn igjen
hint-unlock = opne
