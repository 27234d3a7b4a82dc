### Administrasjon av fristar, heilagdagar og einingar (sfv admin periods, sfv admin units).

event-deadline-moved = frist flytta
cli-event-deadline-moved = frist flytta
deadline-moved-office = fristen for embetet frå { $from } til { $to }
deadline-moved-unit = fristen for kommunen frå { $from } til { $to }
deadline-now-published = fristane er publiserte
deadline-now-assumed = fristane er antatte
reference-moves = { $office }, { $period }: { $open ->
    [0] ingen opne oppgåver får nye fristar
    [one] 1 open oppgåve får nye fristar
   *[other] { $open } opne oppgåver får nye fristar
}, { $kept ->
    [0] ingen løyste beheld sine.
    [one] 1 løyst beheld sine.
   *[other] { $kept } løyste beheld sine.
}
reference-moved = { $office }, { $period }: { $open ->
    [0] ingen opne oppgåver fekk nye fristar
    [one] 1 open oppgåve fekk nye fristar
   *[other] { $open } opne oppgåver fekk nye fristar
}, { $kept ->
    [0] ingen løyste beheldt sine.
    [one] 1 løyst beheldt sine.
   *[other] { $kept } løyste beheldt sine.
}
reference-fault-field-in-use = «{ $field }» kan ikkje endrast: { $reports ->
    [one] éin rapport byggjer
   *[other] { $reports } rapportar byggjer
} på perioden. Berre fristane (unit_deadline, office_deadline) og kvar dei står (assumed, source), kan flyttast.
reference-working-day = vanleg arbeidsdag
reference-stays = { $unit }: { $open ->
    [one] 1 open oppgåve
   *[other] { $open } opne oppgåver
} blir liggjande hos { $office }.
reference-first-period = Gjeld frå og med { $period }. Rapportar for tidlegare periodar følgjer grensene og namna dei hadde.
reference-fault-built-in-borders = Einingane til og med { $day } er bygde inn og blir ikkje endra her. Vel ein seinare dag (--from).
reference-fault-no-unit = Det er inga eining { $unit } dagen før.
reference-fault-no-successor = Eininga blir lagd ned, men inga eining overtek. Skriv nummeret i «predecessors» hos den eller dei som overtek, i same fil.
reference-fault-not-set-from = Det er ikkje fastsett noko for eininga frå { $day }.
reference-fault-unit-in-use = { $cases ->
    [one] Éi oppgåve eller purring
   *[other] { $cases } oppgåver eller purringar
} frå periodar etter dagen byggjer på eininga slik ho er no. Vel ein seinare dag.
reference-fault-weekend = Dagen er ein laurdag eller søndag. Han blir ikkje ein arbeidsdag om han blir sett her. Ta bort rada.
reference-fault-unit-set-by-other = { $by } har fastsett noko anna for eininga frå same dag. Sjå sfv admin units borders. Skal det erstattast, så legg til --replace.
reference-fault-unit-meets-other = { $by } har fastsett at { $unit } går over til { $other } frå same dag. Sjå sfv admin units borders. Skal begge delar gjelde, så legg til --replace, eller ta med rada for { $other }.
reference-fault-unit-ends = Det er fastsett at eininga blir lagd ned { $day }. Skal ho likevel bestå, ta det tilbake først (withdraw i fila, --withdraw for éi eining).
reference-fault-unit-ended = Eininga med dette nummeret vart lagd ned { $day }. Skal ho opprettast på nytt, skriv i «predecessors» kven ho får arealet frå. Elles treng ho eit nytt nummer.
reference-fault-own-predecessor = Eininga er berre sin eigen forgjengar. La «predecessors» stå tomt når arealet er som før.
reference-fault-own-area = Eininga består og får areal frå andre. Då må nummeret ho sjølv har, også stå i «predecessors». To einingar kan ikkje byte nummer.
reference-fault-end-says = Rada seier noko i «{ $field }». Ei rad med end eller withdraw har berre nummeret til eininga.
reference-warning-unit-deadline-over = Merk: Fristen for kommunen i { $period } er { $day }, og den dagen er over.
reference-warning-office-deadline-over = Merk: Fristen for embetet i { $period } er { $day }, og den dagen er over.
reference-warning-unit-deadline-free = Merk: Fristen for kommunen i { $period } er { $day }, som er ein laurdag, søndag eller heilagdag.
reference-warning-office-deadline-free = Merk: Fristen for embetet i { $period } er { $day }, som er ein laurdag, søndag eller heilagdag.
reference-warning-letter-date = Merk: Brevet { $letter } er datert { $day }. Sjå etter ein skrivefeil i datoen.
reference-warning-many-new-units = Merk: { $new } einingar er nye. Dagen før er det { $units } i alt. Er det rett fil?
cli-data-of-backend = Grunndata og reglar: slik { $address } har dei.
cli-data-of-backend-without-rules = Grunndata: slik { $address } har dei. Reglar: dei innebygde; dei som embeta har fastsett, er deira eigne.
cli-data-built-in = Grunndata og reglar: dei innebygde. Inga teneste er sett opp.
cli-data-built-in-instead = Grunndata og reglar: dei innebygde, for { $address } kunne ikkje spørjast. { $why }
