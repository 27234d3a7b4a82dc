### Nedtellingen, status, paletten, to personer, tilbakekalling og gjentakelse.

## Linjen øverst i køen

head-long = { $period }: frist for embetet { $weekday } { $date }, { $left }{ $urgency } · løst { $solved } av { $expected } · { $need }
head-middle = { $period } frist { $date }, { $left }{ $urgency } · løst { $solved } av { $expected } · { $need }
head-short = frist { $date }, { $left }{ $urgency } · løst { $solved } av { $expected } · { $need }
head-tight = frist { $date }, { $left }{ $urgency } · løst { $solved }/{ $expected }, { $need }
head-tighter = { $left }{ $urgency } · løst { $solved }/{ $expected }, { $need }
head-solved = frist { $date }, { $left }{ $urgency } · løst { $solved } av { $expected }
head-bare = frist { $date }, { $left }{ $urgency }
head-least = frist { $date }, { $left }
head-days = { $left }{ $urgency }
urgency-calm = rolig
urgency-soon = snart
urgency-near = nær
urgency-last = haster
urgency-over = over
head-urgency = , { $word }
need-done = alt er løst
need-today-reached = dagens mål er nådd
need-today = trenger { $shown } i dag
need-each = trenger { $shown } per arbeidsdag
need-late = { $shown } igjen

## Nedtellingen

countdown-title = Nedtelling · { $period }
countdown-waiting = Henter nedtellingen …
countdown-failed = Kunne ikke hente nedtellingen. { $why }
countdown-legend = # igjen · o jevnt fordelt på arbeidsdagene · : anslag i samme tempo
countdown-note = Løst betyr godkjent. En returnert rapport er ikke løst; den kommer tilbake. I dag og fristdagen regnes med blant arbeidsdagene.
countdown-shortened = Tabellen er kortet ned: den viser de { $n } første dagene.
countdown-of = { $solved } av { $expected }
countdown-nobody = Ingen enheter skal levere for { $period }.
countdown-solved = { $solved } av { $expected ->
    [one] 1 rapport er løst
   *[other] { $expected } rapporter er løst
}.
countdown-left =
    { $n ->
        [one] Én er igjen
       *[other] { $shown } er igjen
    }: { $places }.
countdown-open =
    { $n ->
        [one] 1 venter på dere
       *[other] { $shown } venter på dere
    }
countdown-returned =
    { $n ->
        [one] 1 er returnert
       *[other] { $shown } er returnert
    }
countdown-missing =
    { $n ->
        [one] 1 er ikke levert
       *[other] { $shown } er ikke levert
    }
countdown-finished = Den siste ble løst { $day }; fristen er { $deadline }.
countdown-deadline = Fristen er { $day }: { $left }.
countdown-working-days =
    { $n ->
        [one] den arbeidsdagen som er igjen
       *[other] hver av de { $shown } arbeidsdagene som er igjen
    }
countdown-need = Det trengs { $shown } på { $days }.
countdown-today = { $shown } til må løses i dag.
countdown-today-reached = Dagens mål er nådd.
countdown-pace-days =
    { $n ->
        [one] den siste arbeidsdagen
       *[other] de siste { $shown } arbeidsdagene
    }
countdown-no-pace = Ingen ble løst de siste { $shown } arbeidsdagene, så det er ikke noe tempo å regne videre på.
countdown-far = I tempoet de siste { $shown } arbeidsdagene blir dere ikke ferdige på et år.
countdown-in-time = I tempoet fra { $days } ({ $shown } løst) blir dere ferdige { $date }, i tide.
countdown-too-late = I tempoet fra { $days } ({ $shown } løst) blir dere ferdige { $date }, ETTER fristen.
countdown-column-day = DAG
countdown-column-solved = LØST
countdown-column-total = SUM
countdown-column-received = LEVERT
countdown-column-returned = RETUR
countdown-column-open = ÅPNE
countdown-column-left = IGJEN
countdown-column-ideal = JEVNT
countdown-column-forecast = ANSLAG
countdown-mark-today = i dag
countdown-mark-deadline = frist
countdown-mark-weekend = helg
countdown-row-past = { $day }: løst { $solved }, i alt { $total }. Igjen { $left }, jevnt { $ideal }. Levert { $received }, åpne { $open }, retur { $returned }.
countdown-row-ahead = { $day }: jevnt { $ideal } igjen, anslag { $forecast }.
cmd-countdown = Nedtelling til fristen: plott, tabell og setning
hint-countdown = nedtelling

## sfv status

status-no-period = ingen periode rapporteres nå
status-deadline = { $period } frist { $date } { $left }
status-assumed = {" (antatt)"}
status-days-left =
    { $n ->
        [0] i dag
       *[other] { $shown } d
    }
status-days-over = { $shown } d over
status-open =
    { $n ->
        [one] 1 åpen
       *[other] { $shown } åpne
    }
status-findings = { $shown } med funn
status-missing = { $shown } ikke levert
status-fact-period = Periode
status-fact-deadline = Embetets frist
status-fact-solved = Løst
status-fact-open = Åpne oppgaver
status-fact-clean = Rene rapporter
status-fact-findings = Med funn
status-fact-corrected = Korrigerte
status-fact-access = Søknader om tilgang
status-fact-returned = Returnert, ikke kommet tilbake
status-fact-missing = Ikke levert

## To personer

refusal-needs-colleague = Embetet krever to personer for denne godkjenningen. Du har klargjort den; en kollega må åpne saken og bekrefte den samme godkjenningen.
summary-four-eyes = To personer
four-eyes-prepared = klargjort av { $name } { $at }, du bekrefter
four-eyes-waiting = klargjort: en kollega må bekrefte
message-needs-colleague = Klargjort. En kollega må åpne saken og bekrefte den samme godkjenningen. Ingenting er sendt.

## Tilbakekalling

refusal-nothing-to-recall = Bare en godkjent rapport som er sendt til Bufdir, kan bes tilbake.
refusal-recalled-before = Bufdir er alt bedt om å få denne godkjenningen tilbake.
refusal-undo-instead = Godkjenningen er ikke sendt ennå. Angre den i stedet (z).
event-recall-asked = tilbakekalling bedt om hos Bufdir
cli-event-recall-asked = tilbakekalling bedt om
editor-title-recall = BE OM TILBAKEKALLING – begrunnelse til Bufdir
editor-to-bufdir = Til: Bufdir
recall-explained = Godkjenningen er sendt til Bufdir og kan ikke angres her. Du kan be Bufdir om å få den tilbake. Saken blir stående som godkjent.
recall-asked-before = Bufdir har alt fått spørsmål om å gi denne godkjenningen tilbake. Se historikken (c).
summary-recall = Du er i ferd med å BE BUFDIR OM Å FÅ GODKJENNINGEN TILBAKE.
summary-recall-at-once = Forespørselen sendes straks. Saken blir stående som godkjent til Bufdir svarer.
message-recalled = Forespørselen om { $reference } er på vei til { $to }. Saken står fortsatt som godkjent.
mail-recall-subject = Forespørsel om tilbakekalling av { $reference }
mail-recall-body =
    Hei.

    { $office } ber om å få tilbake en godkjent halvårsrapport.

    Referanse: { $reference }
    Enhet: { $unit }
    Periode: { $period }
    Versjon: { $version }
    Godkjent: { $decided } av { $by }
    Forespørselen kommer fra: { $name }, { $email }

    Begrunnelse:

    { $comment }

    Rapporten står fortsatt som godkjent hos embetet.
cli-recalled = { $ref }: forespørselen om tilbakekalling er på vei til { $to }. Saken står fortsatt som godkjent.

## Gjentakelse (.)

cmd-repeat = Samme slags avgjørelse som den forrige; bare Enter bekrefter
hint-repeat = gjenta
repeat-nothing = Ingenting å gjenta ennå: ingen avgjørelse er tatt siden programmet startet.
repeat-other-kind = Den forrige avgjørelsen passer ikke til denne typen sak.
repeat-decision = Gjentar { $deed }, som for { $name }. Bare Enter bekrefter.
    .aloud = Gjentar { $deed }, som for { $name }.
repeat-same-text = Gjentar { $deed } med teksten fra { $name }. Les den; Esc går til oppsummeringen.
    .aloud = Gjentar { $deed } med teksten fra { $name }. Hør den først.
repeat-own-text = Gjentar { $deed }, som for { $name }. Teksten som alt er skrevet her, blir stående.
repeat-misfit = Gjentar { $deed }, men teksten fra { $name } gjelder funn, enhet eller målform der. Her står forslaget for denne saken.
repeat-reason = Gjentar godtakelsen av { $rule }, som for { $name }. Enter godtar.
    .aloud = Gjentar godtakelsen av { $rule }, som for { $name }.
repeat-no-finding = Denne rapporten har ikke noe åpent funn { $rule } å godta.

## Paletten

palette-title = Finn eller gjør
palette-label = :
palette-nothing = Ingenting passer. Skriv noe annet, eller trykk Esc.
    .aloud = Ingenting passer.
palette-hint = Skriv navnet på en kommando, en oppgave, en enhet eller et punkt i skjemaet.
palette-looking = leter etter oppgaver …
palette-failed = Oppgavene kunne ikke hentes. { $why }
palette-line = På kommandolinjen: { $line }
palette-kind-command = gjør
palette-kind-task = oppgave
palette-kind-unit = enhet
palette-kind-point = punkt
cmd-palette = Finn kommando, oppgave, enhet eller punkt ved navn
hint-palette = finn
cmd-choose = Gjør eller åpne det som er valgt
hint-choose = velg
point-title = { $code } { $label }
recall-recipient = Bufdir
palette-unit = Åpne oppgaver for { $name } ({ $no }). Esc tømmer søket.
    .aloud = Åpne oppgaver for { $name } ({ $no }).
recall-short = Sendt til Bufdir. Saken blir stående som godkjent.
recall-kept = teksten er beholdt her
