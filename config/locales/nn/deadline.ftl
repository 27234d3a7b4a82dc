### Nedteljinga, status, paletten, to personar, tilbakekalling og gjentaking.

## Linja øvst i køen

head-long = { $period }: frist for embetet { $weekday } { $date }, { $left }{ $urgency } · løyst { $solved } av { $expected } · { $need }
head-middle = { $period } frist { $date }, { $left }{ $urgency } · løyst { $solved } av { $expected } · { $need }
head-short = frist { $date }, { $left }{ $urgency } · løyst { $solved } av { $expected } · { $need }
head-tight = frist { $date }, { $left }{ $urgency } · løyst { $solved }/{ $expected }, { $need }
head-tighter = { $left }{ $urgency } · løyst { $solved }/{ $expected }, { $need }
head-solved = frist { $date }, { $left }{ $urgency } · løyst { $solved } av { $expected }
head-bare = frist { $date }, { $left }{ $urgency }
head-least = frist { $date }, { $left }
head-days = { $left }{ $urgency }
urgency-calm = roleg
urgency-soon = snart
urgency-near = nær
urgency-last = hastar
urgency-over = over
head-urgency = , { $word }
need-done = alt er løyst
need-today-reached = dagens mål er nådd
need-today = treng { $shown } i dag
need-each = treng { $shown } per arbeidsdag
need-late = { $shown } igjen

## Nedteljinga

countdown-title = Nedteljing · { $period }
countdown-waiting = Hentar nedteljinga …
countdown-failed = Kunne ikkje hente nedteljinga. { $why }
countdown-legend = # igjen · o jamt fordelt på arbeidsdagane · : anslag i same tempo
countdown-note = Løyst vil seie godkjend. Ein returnert rapport er ikkje løyst; han kjem tilbake. I dag og fristdagen blir rekna med blant arbeidsdagane.
countdown-shortened = Tabellen er korta ned: Han viser dei { $n } første dagane.
countdown-of = { $solved } av { $expected }
countdown-nobody = Ingen einingar skal levere for { $period }.
countdown-solved = { $solved } av { $expected ->
    [one] 1 rapport er løyst
   *[other] { $expected } rapportar er løyste
}.
countdown-left =
    { $n ->
        [one] Éin er igjen
       *[other] { $shown } er igjen
    }: { $places }.
countdown-open =
    { $n ->
        [one] 1 ventar på dykk
       *[other] { $shown } ventar på dykk
    }
countdown-returned =
    { $n ->
        [one] 1 er returnert
       *[other] { $shown } er returnerte
    }
countdown-missing =
    { $n ->
        [one] 1 er ikkje levert
       *[other] { $shown } er ikkje leverte
    }
countdown-finished = Den siste vart løyst { $day }; fristen er { $deadline }.
countdown-deadline = Fristen er { $day }: { $left }.
countdown-working-days =
    { $n ->
        [one] den arbeidsdagen som er igjen
       *[other] kvar av dei { $shown } arbeidsdagane som er igjen
    }
countdown-need = Det trengst { $shown } på { $days }.
countdown-today = { $shown } til må løysast i dag.
countdown-today-reached = Dagens mål er nådd.
countdown-pace-days =
    { $n ->
        [one] den siste arbeidsdagen
       *[other] dei siste { $shown } arbeidsdagane
    }
countdown-no-pace = Ingen vart løyste dei siste { $shown } arbeidsdagane, så det er ikkje noko tempo å rekne vidare på.
countdown-far = I tempoet frå dei siste { $shown } arbeidsdagane blir de ikkje ferdige på eit år.
countdown-in-time = I tempoet frå { $days } ({ $shown } løyste) blir de ferdige { $date }, i tide.
countdown-too-late = I tempoet frå { $days } ({ $shown } løyste) blir de ferdige { $date }, ETTER fristen.
countdown-column-day = DAG
countdown-column-solved = LØYST
countdown-column-total = SUM
countdown-column-received = LEVERT
countdown-column-returned = RETUR
countdown-column-open = OPNE
countdown-column-left = IGJEN
countdown-column-ideal = JAMT
countdown-column-forecast = ANSLAG
countdown-mark-today = i dag
countdown-mark-deadline = frist
countdown-mark-weekend = helg
countdown-row-past = { $day }: løyst { $solved }, i alt { $total }. Igjen { $left }, jamt { $ideal }. Levert { $received }, opne { $open }, retur { $returned }.
countdown-row-ahead = { $day }: jamt { $ideal } igjen, anslag { $forecast }.
cmd-countdown = Nedteljing til fristen: plott, tabell og setning
hint-countdown = nedteljing

## sfv status

status-no-period = ingen periode blir rapportert no
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
        [one] 1 open
       *[other] { $shown } opne
    }
status-findings = { $shown } med funn
status-missing = { $shown } ikkje levert
status-fact-period = Periode
status-fact-deadline = Frist for embetet
status-fact-solved = Løyst
status-fact-open = Opne oppgåver
status-fact-clean = Reine rapportar
status-fact-findings = Med funn
status-fact-corrected = Korrigerte
status-fact-access = Søknader om tilgang
status-fact-returned = Returnerte, ikkje komne tilbake
status-fact-missing = Ikkje levert

## To personar

refusal-needs-colleague = Embetet krev to personar for denne godkjenninga. Du har gjort ho klar; ein kollega må opne saka og stadfeste den same godkjenninga.
summary-four-eyes = To personar
four-eyes-prepared = gjord klar av { $name } { $at }, du stadfestar
four-eyes-waiting = gjord klar: ein kollega må stadfeste
message-needs-colleague = Gjord klar. Ein kollega må opne saka og stadfeste den same godkjenninga. Ingenting er sendt.

## Tilbakekalling

refusal-nothing-to-recall = Berre ein godkjend rapport som er send til Bufdir, kan kallast tilbake.
refusal-recalled-before = Bufdir har alt fått førespurnad om å gi denne godkjenninga tilbake.
refusal-undo-instead = Godkjenninga er ikkje send enno. Angre ho i staden (z).
event-recall-asked = bad Bufdir om tilbakekalling
cli-event-recall-asked = bad om tilbakekalling
editor-title-recall = BE OM TILBAKEKALLING – grunngiving til Bufdir
editor-to-bufdir = Til: Bufdir
recall-explained = Godkjenninga er send til Bufdir og kan ikkje angrast her. Du kan be Bufdir om å få ho tilbake. Saka blir ståande som godkjend.
recall-asked-before = Bufdir har alt fått spørsmål om å gi denne godkjenninga tilbake. Sjå historikken (c).
summary-recall = Du er i ferd med å BE BUFDIR OM Å FÅ GODKJENNINGA TILBAKE.
summary-recall-at-once = Førespurnaden blir send straks. Saka blir ståande som godkjend til Bufdir svarer.
message-recalled = Førespurnaden om { $reference } er på veg til { $to }. Saka står framleis som godkjend.
mail-recall-subject = Førespurnad om tilbakekalling av { $reference }
mail-recall-body =
    Hei.

    { $office } ber om å få tilbake ein godkjend halvårsrapport.

    Referanse: { $reference }
    Eining: { $unit }
    Periode: { $period }
    Versjon: { $version }
    Godkjend: { $decided } av { $by }
    Førespurnaden kjem frå: { $name }, { $email }

    Grunngiving:

    { $comment }

    Rapporten står framleis som godkjend hos embetet.
cli-recalled = { $ref }: Førespurnaden om tilbakekalling er på veg til { $to }. Saka står framleis som godkjend.

## Gjentaking (.)

cmd-repeat = Same slags avgjerd som den førre; berre Enter stadfestar
hint-repeat = gjenta
repeat-nothing = Ingenting å gjenta enno: Inga avgjerd er teken sidan programmet starta.
repeat-other-kind = Den førre avgjerda passar ikkje til denne typen sak.
repeat-decision = Gjentek { $deed }, som for { $name }. Berre Enter stadfestar.
    .aloud = Gjentek { $deed }, som for { $name }.
repeat-same-text = Gjentek { $deed } med teksten frå { $name }. Les han; Esc går til oppsummeringa.
    .aloud = Gjentek { $deed } med teksten frå { $name }. Høyr han først.
repeat-own-text = Gjentek { $deed }, som for { $name }. Teksten som alt er skriven her, blir ståande.
repeat-misfit = Gjentek { $deed }, men teksten frå { $name } gjeld funn, eining eller målform der. Her står forslaget for denne saka.
repeat-reason = Gjentek godtakinga av { $rule }, som for { $name }. Enter godtek.
    .aloud = Gjentek godtakinga av { $rule }, som for { $name }.
repeat-no-finding = Denne rapporten har ikkje noko ope funn { $rule } å godta.

## Paletten

palette-title = Finn eller gjer
palette-label = :
palette-nothing = Ingenting passar. Skriv noko anna, eller trykk Esc.
    .aloud = Ingenting passar.
palette-hint = Skriv namnet på ein kommando, ei oppgåve, ei eining eller eit skjemapunkt.
palette-looking = leitar etter oppgåver …
palette-failed = Oppgåvene kunne ikkje hentast. { $why }
palette-line = På kommandolinja: { $line }
palette-kind-command = gjer
palette-kind-task = oppgåve
palette-kind-unit = eining
palette-kind-point = punkt
cmd-palette = Finn kommando, oppgåve, eining eller punkt ved namn
hint-palette = finn
cmd-choose = Gjer eller opne det som er valt
hint-choose = vel
point-title = { $code } { $label }
recall-recipient = Bufdir
palette-unit = Opne oppgåver for { $name } ({ $no }). Esc tømmer søket.
    .aloud = Opne oppgåver for { $name } ({ $no }).
recall-short = Sendt til Bufdir. Saka blir ståande som godkjend.
recall-kept = teksten ligg trygt her
