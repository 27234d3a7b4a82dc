### Det som står på skjermen.

## Rammen

tab-queue = Oppgaver
tab-archive = Arkiv
demo-mark = DEMO – oppdiktede tall
demo-mark-short = DEMO – oppdiktet
page-too-small = Vinduet er for lite. Gjør det minst { $width } tegn bredt og { $height } linjer høyt.
status-offline = FRAKOBLET
assumed = antatt
list-separator = {" · "}

## Felles ord

kind-report = rapport
kind-access = tilgang
state-open = åpen
state-approved = godkjent
state-returned = returnert
state-granted = innvilget
state-rejected = avslått
state-forwarded = videresendt
outcome-open = åpnet
outcome-approved = godkjent
outcome-returned = returnert
outcome-granted = innvilget
outcome-rejected = avslått
outcome-forwarded = videresendt til Bufdir
delivery-held = holdes i angrefristen
delivery-sent = sendt
delivery-failed = ikke levert
delivery-cancelled = trukket tilbake
badge-new = ny
badge-corrected = korrigert
badge-draft = utkast
badge-new-system = nytt fagsystem (for hånd)
badge-machine = maskinell
badge-late = levert for sent
letter-new = N
letter-corrected = K
letter-draft = U
letter-new-system = F
letter-machine = M
letter-late = S
language-nb = bokmål
language-nn = nynorsk
language-neutral = nøytral målform
channel-form-old = gammelt fagsystem
channel-form-new = nytt fagsystem, skjema for hånd
channel-register = rapporterer maskinelt til registeret
sort-score = risiko
sort-deadline = frist
sort-reference = referanse
sort-name = navn
sort-kind = type
sort-version = versjon
sort-received = mottatt
sort-decided = avgjort
sort-state = utfall

## Frister

deadline-none = –
deadline-left =
    { $n ->
        [0] i dag
        [one] 1 dag
       *[other] { $shown } dager
    }
deadline-over =
    { $n ->
        [one] 1 dag over
       *[other] { $shown } dager over
    }
deadline-sentence-left =
    { $n ->
        [0] fristen er i dag
        [one] 1 dag igjen
       *[other] { $shown } dager igjen
    }
deadline-sentence-over =
    { $n ->
        [one] 1 dag over fristen
       *[other] { $shown } dager over fristen
    }
weekday-monday = mandag
weekday-tuesday = tirsdag
weekday-wednesday = onsdag
weekday-thursday = torsdag
weekday-friday = fredag
weekday-saturday = lørdag
weekday-sunday = søndag

## Køen og arkivet

queue-title = Åpne oppgaver
archive-title = Løste oppgaver (arkiv)
queue-period = { $period }: frist for embetet { $weekday } { $date }, { $left }
queue-period-short = frist { $date }, { $left }
queue-views = Visning:
queue-search = søk: { $text }
queue-sorted = sortert på { $column }
queue-sorted-down = sortert på { $column } ↓
column-reference = REFERANSE
column-unit = RAPPORTERINGSENHET
column-kind = TYPE
column-deadline = FRIST
column-version = VERSJON
column-version-short = VER
column-findings = FUNN
column-score = RISIKO
column-score-short = RIS.
column-badges = MERKER
column-received = MOTTATT
column-draft = UTKAST AV
column-outcome = UTFALL
column-decided = AVGJORT
column-by = AV
column-returns = RET.
column-delivery = LEVERING
version-short = v{ $version }
row-access-name = { $name } / { $unit }
row-detail-received = mottatt { $at }
row-detail-draft = utkast av { $name }
row-detail-decided = { $outcome } { $at } av { $name }
row-loading = …
list-waiting = Henter oppgaver …
list-empty-queue = Ingen åpne oppgaver. Nye oppgaver kommer inn av seg selv.
list-empty-archive = Ingen løste oppgaver ennå.
list-empty-search = Ingen treff på «{ $text }» i visningen { $view }. Esc tømmer søket.
    .aloud = Ingen treff på «{ $text }» i visningen { $view }.
list-empty-view = Ingen oppgaver i denne visningen. w velger en annen.
list-failed = Kunne ikke hente oppgavene. { $why }
list-position = { $at } av { $total }

## Rapporten

case-waiting = Henter { $reference } …
case-failed = Kunne ikke åpne { $reference }. { $why }
report-title = { $unit } ({ $no })  { $period }  versjon { $version }
report-corrected = korrigert
report-decision = { $outcome } { $at } av { $name }
report-decision-count = { $outcome } { $at } av { $name }, { $count ->
    [one] 1 utvidelse
   *[other] { $count } utvidelser
} (7A)
report-undoable-by-other = { $outcome } – kan angres til { $until }
report-undoable = { $outcome } – kan angres til { $until } (z)
report-solved = { $outcome } – kan ikke endres
report-newer = NY VERSJON { $version } ER KOMMET – F5 viser den
    .aloud = Ny versjon { $version } er kommet. Hent saken på nytt for å høre den.
report-submitted = levert { $at } av { $name }
report-late = levert for sent
report-parts = Deler
report-parts-seen = { $seen } av { $all } deler sett
report-only-changes = viser endrede punkter og dem det er spurt om (v: alle)
report-draft-saved = utkast lagret { $at }
report-draft-saving = lagrer utkastet …
report-draft-disk = utkast på disken, ikke hos tjenesten
report-draft-unsaved = utkast på disken
report-draft-only-here = utkast bare på skjermen
report-draft-of = utkast av { $name }
report-form = skjema { $version }, rekonstruert
report-case-system = fagsystem { $name }
report-break = Enhetens grenser er endret: tidligere tall vises ikke.
column-point = PUNKT
column-change = ENDR
column-percent = %
column-history = 10 HALVÅR
column-now = v{ $version }
value-empty = tomt
value-none = –
value-count = [ { $value } ]
value-no-count = [   ]
section-removed = utgått fra { $since }
section-obsolete = utgåtte punkt i rapporten (ikke tatt med): { $points }
point-confidence-sure = sikkert punkt
point-confidence-likely = sannsynlig punkt
point-confidence-reconstructed = rekonstruert punkt
severity-word-ok = I ORDEN
severity-word-info = OPPLYSNING
severity-word-warning = ADVARSEL
severity-word-error = FEIL
severity-word-fatal = KRITISK FEIL
findings-count =
    { $errors ->
        [0] { $warnings ->
            [0] ingen funn å avklare
            [one] 1 advarsel
           *[other] { $warnings } advarsler
        }
       *[other] { $warnings ->
            [0] { $errors } feil
            [one] { $errors } feil, 1 advarsel
           *[other] { $errors } feil, { $warnings } advarsler
        }
    }
findings-clean = ren
findings-errors = { $number }F
findings-warnings = { $number }A
findings-title = Funn og kontroller · regelsett { $pack }
findings-found = Funn
findings-none = Ingen.
findings-passed =
    { $n ->
        [one] Kontrollert uten funn: 1
       *[other] Kontrollert uten funn: { $n }
    }
findings-skipped =
    { $n ->
        [one] Kunne ikke prøves: 1
       *[other] Kunne ikke prøves: { $n }
    }
finding-accepted = Godtatt av { $name } { $at }: «{ $reason }»
finding-accepted-before = Godtatt i { $period } av { $name }: «{ $reason }»
finding-what-now = g godtar med begrunnelse · r spør kommunen · i forklarer
finding-what-now-error = Feil må begrunnes (g) før rapporten kan godkjennes · i forklarer
finding-what-now-info = Til opplysning · i forklarer
finding-why = Hvorfor
finding-check = Til kommunen
finding-law = Lov: { $law }
finding-source = Kilde: { $source }
finding-sure-sure = Sikker regel
finding-sure-likely = Sannsynlig regel
finding-sure-reconstructed = Rekonstruert regel: vår egen
accept-label = Godta { $rule } fordi:
accept-label-error = Feilen { $rule } må begrunnes:
answer-changed = Spurt om i returen, besvart: minst ett av tallene er endret
answer-remarked = Spurt om i returen, besvart med merknad
answer-unanswered = Spurt om i returen, IKKE BESVART: uendret og uten merknad
score-title = Risiko { $total } · { $name }
score-errors =
    { $n ->
        [one] 1 feil
       *[other] { $n } feil
    }
score-warnings =
    { $n ->
        [one] 1 advarsel
       *[other] { $n } advarsler
    }
score-unanswered = minst ett spørsmål i forrige retur er ikke besvart
score-most = funnene teller til sammen høyst { $most }
score-deadline = fristen ({ $left })
score-line = { $points } · { $what }
score-note = Jo høyere tall, jo før bør oppgaven tas. Godtatte funn og opplysninger teller ikke. Tallet ordner køen; det avgjør ingenting.
point-remark = Kommunens merknad: { $text }
point-note = Internt notat: { $text }
point-required = må fylles ut
count-label = Antall utvidelser (7A), Enter lagrer:
count-breaches = Fristbrudd (7B) blir { $count } = (2E { $three } − 7A { $given }) + 2F { $six }
count-breaches-share = Fristbrudd (7B) blir { $count } = (2E { $three } − 7A { $given }) + 2F { $six }, { $share } av avsluttede (7C)
count-open = Saker med 3–6 måneder (2E): { $three }. Over 6 måneder (2F): { $six }.
note-label = Internt notat på { $point }, Enter lagrer:
search-label = Søk:

## Søknaden

access-title = Søknad om rapporttilgang  { $reference }
access-applicant = Søker
access-email = E-post
access-phone = Telefon
access-represents = Oppgitt tilknytning
access-unit = Valgt enhet
access-received = Mottatt
access-earlier = Tidligere søknader
access-none = ingen
access-assessment = VURDERING (et forslag – du bestemmer)
access-own = Dette er din egen søknad. En kollega må avgjøre den.
applicant-municipality = Ser ut til å arbeide i kommunen.
applicant-district = Ser ut til å arbeide i bydelen.
applicant-colleague = Ser ut til å være en kollega hos statsforvalteren, som måtte velge en enhet i fylket.
applicant-external = Ser ut til å være ekstern. Bufdir behandler eksterne (veiledningen, steg 17).
sign-unit-domain = e-postadressen hører til kommunen
sign-office-domain = e-postadressen hører til et statsforvalterembete
sign-names-office = søknaden nevner statsforvalteren
sign-unknown-domain = e-postadressen er ikke kjent
sign-other-unit-domain = e-postadressen hører til en annen kommune
access-signs = Grunn: { $signs }.
access-choice-grant = a  Godkjenn (Godkjenner → Ja): gir tilgang til rapporterte tall
access-choice-reject = r  Avslå: krever begrunnelse, søkeren får svar
access-choice-forward = b  Videresend til Bufdir: navn, e-post, telefon og tilknytning
access-choice-ask = c  Be søkeren om flere opplysninger
grant-warning-external = Vurderingen peker mot ekstern bruker, og dem behandler Bufdir.
grant-warning-colleague = Vurderingen peker mot en kollega: tilgangen gis som embete, ikke som kommune.
forward-warning = Vurderingen peker ikke mot ekstern bruker.

## Oppsummeringen før Bekreft

summary-title = FORTSETT ARBEIDSFLYT
summary-approve = Du er i ferd med å GODKJENNE rapporten og sende den til Bufdir.
summary-return = Du er i ferd med å RETURNERE rapporten for korrigering.
summary-grant = Du er i ferd med å INNVILGE søknaden om rapporttilgang.
summary-reject = Du er i ferd med å AVSLÅ søknaden om rapporttilgang.
summary-forward = Du er i ferd med å VIDERESENDE søknaden til Bufdir.
summary-ask = Du er i ferd med å BE SØKEREN OM FLERE OPPLYSNINGER.
summary-unit = Enhet
summary-applicant = Søker
summary-period = Periode
summary-version = { $period }, versjon { $version } (den du har sett)
summary-extensions = Utvidelser (7A)
summary-extensions-value =
    { $n ->
        [one] 1 sak
       *[other] { $shown } saker
    } → fristbrudd (7B) blir { $breaches }
summary-extensions-none = oppgis ikke
summary-extensions-not-given = ikke oppgitt (valgfritt for nytt fagsystem)
summary-findings = Funn
summary-findings-none = ingen feil eller advarsler
summary-questions = Grunnkoder
summary-questions-none = ingen av funnene er nevnt i kommentaren
summary-answers = Forrige retur
summary-answers-open = { $open } av { $all } spørsmål er ikke besvart
summary-answers-done =
    { $all ->
        [one] spørsmålet er besvart
       *[other] alle { $all } spørsmål er besvart
    }
summary-language = Målform
summary-unseen = Ikke sett
summary-all-seen = alle { $all } deler er sett
summary-seen = Deler
summary-comment = Kommentar
summary-comment-lines =
    { $n ->
        [one] 1 linje, { $letters } tegn
       *[other] { $shown } linjer, { $letters } tegn
    }
summary-recipients = Sendes til
summary-nobody = ingen
summary-checking = venter på tjenesten …
summary-notice = Merk
summary-save = Lagre
summary-on-disk = på disken
summary-only-here = bare på skjermen
summary-nothing-typed = ingenting å lagre
summary-continue = Fortsett arbeidsflyt
summary-continue-done = klart { $at }
summary-confirm = Bekreft
summary-press-enter = trykk Enter
summary-confirmed = sendes så snart tjenesten har svart
summary-sending = sendes …
summary-failed = gikk ikke
summary-again = F5 sender det samme på nytt
    .aloud = Du kan sende det samme på nytt.
summary-again-hint = send på nytt
summary-check-again = F5 prøver på nytt
    .aloud = Du kan prøve på nytt.
summary-undo =
    { $n ->
        [0] Det er ingen angrefrist: Bekreft sender straks.
       *[other] Etter Bekreft kan du angre i { $shown } sekunder med z. Først etter det går det ut av huset.
    }
summary-ask-at-once = Spørsmålet sendes straks. Saken blir stående åpen.

## Kommentaren

editor-title-return = RETURNER – kommentar til kommunen
editor-title-reject = AVSLÅ – begrunnelse til søkeren
editor-title-ask = SPØR – melding til søkeren
editor-to = Til: { $to }
editor-language = målform: { $language }
editor-language-misfit = Målformen er { $language }. Disse ordene hører ikke til der: { $words }
editor-identity = Teksten inneholder et fødselsnummer, D-nummer eller DUF-nummer. Ta det ut: { $masked }
editor-asked =
    { $n ->
        [one] spør om ett funn: { $rules }
       *[other] spør om { $n } funn: { $rules }
    }
editor-asked-none = spør ikke om noe funn (F5 setter inn)
    .aloud = spør ikke om noe funn
editor-letters =
    { $n ->
        [one] 1 tegn
       *[other] { $shown } tegn
    }
editor-enter = Enter: ny linje. Esc eller F2: ferdig.

## Tidslinje, forklaring, hjelp

timeline-title = Historikk  { $reference }
timeline-empty = Ingen hendelser ennå.
event-submitted = innsendt versjon { $version }
event-applied = søknad mottatt
event-saved = Lagre
event-continued = Fortsett arbeidsflyt
event-confirmed = Bekreft: { $outcome }
event-confirmed-count = Bekreft: { $outcome }, { $count ->
    [one] 1 utvidelse
   *[other] { $count } utvidelser
} (7A)
event-asked = bedt om flere opplysninger
event-accepted = godtatt avvik
event-unaccepted = godtatt avvik tatt tilbake
event-batched = bekreftet i bunke { $batch }
event-sampled = sett i stikkprøven til { $batch }, i orden
event-taken-out = tatt ut av { $batch }
event-undone = angret
event-delivered = sendt til { $to }
event-delivery-failed = kunne ikke leveres til { $to }, prøves igjen
actor-backend = systemet
explain-title = Forklaring
explain-definition = Hva som telles
explain-break = Brudd i serien fra { $from }
explain-law = Lovhjemmel
explain-law-value = { $law } ({ $act })
explain-measure = Tidspunkt
measure-flow = i løpet av halvåret
measure-stock-start = ved periodens begynnelse
measure-stock-end = per siste dag i halvåret
measure-decision = embetets avgjørelse
explain-sums = Summeres i
explain-at-most = Kan ikke være større enn
explain-confidence = Hvor sikkert
explain-source = Kilde
explain-required = Utfylling
explain-optional = kan stå tomt; tomt er ikke det samme som 0
explain-values = Tidligere tall
explain-form = Om skjemaet
help-title = Hjelp: { $screen }
help-keys = Taster
help-search = skriv for å søke: { $text }
help-nothing = Ingen taster eller ord passer.
status-read-only = BARE LESING
help-signs = Tegn og ord
help-signs-list =
    N ny · K korrigert versjon · U utkast · F nytt fagsystem, skjema for hånd
    M maskinell rapport · S levert for sent · Å levert før åpning
    FUNN: 2F 1A er to feil og én advarsel · RISIKO: i forklarer tallet
    ! feil · ? advarsel · i opplysning · = godtatt avvik
    ~ rekonstruert punkt · * bokmerke · + internt notat · tomt er ikke 0
    ENDR og %: mot samme halvår i fjor
    antatt: ingen offentlig kilde sier det, eller datoen er utledet
help-stages = Slik avgjøres en sak
help-stages-list =
    1. Lagre skjer av seg selv: det du skriver, er på disken med en gang.
    2. Fortsett arbeidsflyt: a, r eller b viser en oppsummering. Ingenting er sendt.
    3. Bekreft: bare Enter i oppsummeringen avgjør. z angrer i angrefristen.
help-screen-list = oppgavelisten
help-screen-report = rapporten
help-screen-access = søknaden
help-screen-solved = en løst sak
quit-question = Avslutte? Det du har skrevet, er lagret. Enter avslutter, Esc blir.
quit-question-unsaved = Det siste er ikke på disken. Avslutte likevel? Enter avslutter, Esc blir.
views-title = Velg visning: siffer, eller piler og Enter

## Meldinger

message-paste-dropped = Det så ut som innlimt tekst. Ingenting ble gjort; tastene er forkastet.
message-none = Ingen melding ennå.
message-nothing-selected = Ingen oppgave er valgt.
message-sorted = Sortert på { $column }. O snur rekkefølgen.
message-refreshing = Henter på nytt …
message-draft-on-disk = Utkastet er på disken, men ikke lagret hos tjenesten ennå. { $why }
message-draft-only-here = Utkastet er verken på disken eller hos tjenesten. Det står bare på skjermen. { $why }
message-last-task = Dette er den siste oppgaven i listen.
message-first-task = Dette er den første oppgaven i listen.
message-extensions-forbidden = Antallet rapporteres ikke for denne enheten. { $why } (brev { $letter })
message-no-findings = Reglene har ingen funn i rapporten.
message-nothing-to-accept = Velg et funn først (f). En kritisk feil kan ikke godtas.
message-reason-missing = Skriv en begrunnelse. Den blir stående på enheten og vises neste gang.
message-accepted = { $rule } er godtatt med begrunnelse.
message-unaccepted = Godtakelsen av { $rule } er tatt tilbake.
message-no-more-findings = Alle funn som det er noe å spørre om, er med i kommentaren.
message-no-changes = Det er ingen tidligere versjon å sammenligne med, eller ingenting er endret.
message-only-reviewers = Rollen din kan lese, men ikke avgjøre.
message-unseen = Disse delene må ses først: { $parts }
message-too-soon = Enter kom for fort etter at oppsummeringen ble vist. Les den, og trykk Enter igjen.
    .aloud = Bekreftelsen kom for fort etter oppsummeringen. Hør den, og bekreft på nytt.
message-read-only = Programmet er startet for å lese (--readonly). Ingenting kan endres.
message-asked = Spørsmålet om { $reference } er på vei. Saken står åpen.
message-decided = { $name }: { $outcome }. Kan angres til { $until } (z) og sendes da.
message-decided-over = { $name }: { $outcome }. Svaret fra tjenesten kom etter at angrefristen gikk ut { $until }.
message-decided-sent = { $name }: { $outcome }. Det er sendt.
message-undone = Angret. { $name } er åpen igjen, og ingenting ble sendt.
message-undo-under-way = Angringen er på vei. Tjenesten har ikke svart ennå.
message-nothing-to-undo = Ingenting å angre herfra. Åpne saken i arkivet: der angrer z så lenge fristen varer.
message-undo-over = Angrefristen for denne saken er ute.
message-summary-hidden = Vinduet er for lite til å vise alt som sendes. Gjør det større, minst 20 linjer høyt, så kan du bekrefte.
message-colleague = Utkastet er skrevet av { $name }. Trykk tasten en gang til for å ta det over.
    .aloud = Utkastet er skrevet av { $name }. Velg det samme en gang til for å ta det over.
message-case-closed = Saken er avgjort og kan ikke endres.
message-draft-kept = Ingenting er sendt. Det du har skrevet, er beholdt.
message-outcome-unknown = Det er ikke kjent om avgjørelsen ble lagret. Saken hentes på nytt, så du ser hvordan den står.
message-question-unknown = Det er ikke kjent om spørsmålet gikk. Stiller du det samme på nytt, sendes det bare én gang.
message-copied = { $text } er kopiert til terminalens utklippstavle.
message-copied-in-tmux = { $text } er sendt til utklippstavlen i tmux («set-clipboard» må stå på «on»).
message-copied-in-screen = { $text } er sendt gjennom screen til terminalens utklippstavle.
message-no-utf8 = Tegnsettet «{ $locale }» er ikke UTF-8: æ, ø og å kan bli vist feil. Sett LANG til nb_NO.UTF-8.
message-closed = Dette er slått av her. Programmet er startet uten vei til filer, andre programmer og skallet (--closed).
message-journal-failed = Utkastet kunne ikke skrives til disken ({ $why }). Det prøves hos tjenesten i stedet.
message-journal-failed-away = Det du skriver, kunne ikke skrives til disken ({ $why }), og det er ingen forbindelse: Det står bare på skjermen. Gjør plass på disken, og skriv et tegn til.
message-no-editor = Ingen egen editor er valgt. Sett VISUAL eller EDITOR, og start programmet på nytt.
message-editor-failed = Teksten er uendret: { $why }
message-decided-by = { $name } avgjorde { $reference } nå.
message-undone-by = { $name } angret avgjørelsen av { $reference }.
message-arrived = Kommet inn: { $reference }
message-arrived-again = Kommet inn på nytt: { $reference }, versjon { $version }
message-newer-version = Versjon { $version } er kommet mens du arbeidet. Utkastet er beholdt. F5 viser den nye.
    .aloud = Versjon { $version } er kommet mens du arbeidet. Utkastet er beholdt. Hent saken på nytt for å høre den nye.
message-line-lost = Mistet forbindelsen til tjenesten. Det du skriver, lagres på disken.
message-line-found = Forbindelsen er tilbake.
message-recovered-decisions = Fullført fra sist: { $references }. Se arkivet.
message-recovered-drafts = Utkast som lå på disken, er lagret hos tjenesten: { $references }

## Hva kommandoene gjør: i hjelpen, og kort i bunnlinjen

cmd-open = Åpne den valgte oppgaven
cmd-up = Én linje opp
cmd-down = Én linje ned
cmd-page-up = Én side opp
cmd-page-down = Én side ned
cmd-first = Til første linje
cmd-last = Til siste linje
cmd-next-section = Neste del av skjemaet
cmd-previous-section = Forrige del av skjemaet
cmd-next-task = Neste oppgave i listen
cmd-previous-task = Forrige oppgave i listen
cmd-extensions = Skriv antall utvidelser (7A)
cmd-approve = Godkjenn rapporten: viser oppsummeringen
cmd-return = Returner rapporten: kommentar, så oppsummeringen
cmd-grant = Innvilg søknaden: viser oppsummeringen
cmd-reject = Avslå søknaden: begrunnelse, så oppsummeringen
cmd-forward = Videresend til Bufdir: viser oppsummeringen
cmd-ask = Be søkeren om flere opplysninger
cmd-confirm = Bekreft
cmd-undo = Angre den siste avgjørelsen
cmd-timeline = Historikk og kommentarer
cmd-changes = Bare punkter som er endret eller spurt om
cmd-explain = Forklar det valgte punktet
cmd-next-finding = Neste funn, med forklaring
cmd-findings = Alle funn, og alt som er kontrollert
cmd-accept = Godta avviket med begrunnelse
cmd-insert-finding = Sett neste funn inn i kommentaren
cmd-suggest = Den foreslåtte teksten i stedet for din (F6 igjen: din tilbake)
cmd-note = Internt notat på det valgte punktet
cmd-bookmark = Bokmerke på det valgte punktet
cmd-search = Søk mens du skriver: ord og vilkår (!ord utelater)
cmd-clear-search = Tøm søket
cmd-views = Velg visning
cmd-sort = Sorter på neste kolonne
cmd-sort-turn = Snu rekkefølgen
cmd-copy = Kopier referansen
cmd-refresh = Hent på nytt
cmd-message = Vis siste melding igjen
cmd-show-queue = Åpne oppgaver
cmd-show-archive = Løste oppgaver (arkiv)
cmd-help = Hjelp for denne skjermen
cmd-outside-editor = Skriv teksten i egen editor (VISUAL eller EDITOR)
cmd-quit = Avslutt programmet
cmd-done = Ferdig
cmd-back = Tilbake
cmd-undo-typing = Angre det siste du skrev

hint-open = åpne
hint-up = opp
hint-down = ned
hint-page-up = side opp
hint-page-down = side ned
hint-first = først
hint-last = sist
hint-next-section = del
hint-previous-section = forrige del
hint-next-task = neste
hint-previous-task = forrige
hint-extensions = utvidelser
hint-approve = godkjenn
hint-return = returner
hint-grant = godkjenn
hint-reject = avslå
hint-forward = til Bufdir
hint-ask = spør
hint-confirm = bekreft
hint-undo = angre
hint-timeline = historikk
hint-changes = endringer
hint-explain = forklar
hint-next-finding = funn
hint-findings = alle funn
hint-accept = godta avvik
hint-insert-finding = sett inn funn
hint-suggest = forslag
hint-note = notat
hint-bookmark = bokmerke
hint-search = søk
hint-clear-search = tøm
hint-views = visning
hint-sort = sorter
hint-sort-turn = snu
hint-copy = kopier
hint-refresh = hent
hint-message = melding
hint-show-queue = oppgaver
hint-show-archive = arkiv
hint-help = hjelp
hint-outside-editor = egen editor
hint-undo-typing = angre skriving
hint-quit = avslutt
hint-done = ferdig
hint-back = tilbake
