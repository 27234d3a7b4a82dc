### Det som står på skjermen.

## Ramma

tab-queue = Oppgåver
tab-archive = Arkiv
demo-mark = DEMO – oppdikta tal
demo-mark-short = DEMO – oppdikta
page-too-small = Vindauget er for lite. Gjer det minst { $width } teikn breitt og { $height } linjer høgt.
status-offline = FRÅKOPLA
assumed = antatt
list-separator = {" · "}

## Felles ord

kind-report = rapport
kind-access = tilgang
state-open = open
state-approved = godkjend
state-returned = returnert
state-granted = innvilga
state-rejected = avslått
state-forwarded = vidaresend
outcome-open = opna
outcome-approved = godkjend
outcome-returned = returnert
outcome-granted = innvilga
outcome-rejected = avslått
outcome-forwarded = vidaresend til Bufdir
delivery-held = ventar i angrefristen
delivery-sent = send
delivery-failed = ikkje levert
delivery-cancelled = trekt tilbake
badge-new = ny
badge-corrected = korrigert
badge-draft = utkast
badge-new-system = nytt fagsystem (for hand)
badge-machine = maskinell
badge-late = levert for seint
letter-new = N
letter-corrected = K
letter-draft = U
letter-new-system = F
letter-machine = M
letter-late = S
language-nb = bokmål
language-nn = nynorsk
language-neutral = nøytral målform
channel-form-old = gammalt fagsystem
channel-form-new = nytt fagsystem, skjema for hand
channel-register = rapporterer maskinelt til registeret
sort-score = risiko
sort-deadline = frist
sort-reference = referanse
sort-name = namn
sort-kind = type
sort-version = versjon
sort-received = motteke
sort-decided = avgjort
sort-state = utfall

## Fristar

deadline-none = –
deadline-left =
    { $n ->
        [0] i dag
        [one] 1 dag
       *[other] { $shown } dagar
    }
deadline-over =
    { $n ->
        [one] 1 dag over
       *[other] { $shown } dagar over
    }
deadline-sentence-left =
    { $n ->
        [0] fristen er i dag
        [one] 1 dag igjen
       *[other] { $shown } dagar igjen
    }
deadline-sentence-over =
    { $n ->
        [one] 1 dag over fristen
       *[other] { $shown } dagar over fristen
    }
weekday-monday = måndag
weekday-tuesday = tysdag
weekday-wednesday = onsdag
weekday-thursday = torsdag
weekday-friday = fredag
weekday-saturday = laurdag
weekday-sunday = søndag

## Køen og arkivet

queue-title = Opne oppgåver
archive-title = Løyste oppgåver (arkiv)
queue-period = { $period }: frist for embetet { $weekday } { $date }, { $left }
queue-period-short = frist { $date }, { $left }
queue-views = Vising:
queue-search = søk: { $text }
queue-sorted = sortert på { $column }
queue-sorted-down = sortert på { $column } ↓
column-reference = REFERANSE
column-unit = RAPPORTERINGSEINING
column-kind = TYPE
column-deadline = FRIST
column-version = VERSJON
column-version-short = VER
column-findings = FUNN
column-score = RISIKO
column-score-short = RIS.
column-badges = MERKE
column-received = MOTTEKE
column-draft = UTKAST AV
column-outcome = UTFALL
column-decided = AVGJORT
column-by = AV
column-returns = RET.
column-delivery = LEVERING
version-short = v{ $version }
row-access-name = { $name } / { $unit }
row-detail-received = motteken { $at }
row-detail-draft = utkast av { $name }
row-detail-decided = { $outcome } { $at } av { $name }
row-loading = …
list-waiting = Hentar oppgåver …
list-empty-queue = Ingen opne oppgåver. Nye oppgåver kjem inn av seg sjølve.
list-empty-archive = Ingen løyste oppgåver enno.
list-empty-search = Ingen treff på «{ $text }» i visinga { $view }. Esc tømmer søket.
    .aloud = Ingen treff på «{ $text }» i visinga { $view }.
list-empty-view = Ingen oppgåver i denne visinga. w vel ei anna.
list-failed = Kunne ikkje hente oppgåvene. { $why }
list-position = { $at } av { $total }

## Rapporten

case-waiting = Hentar { $reference } …
case-failed = Kunne ikkje opne { $reference }. { $why }
report-title = { $unit } ({ $no })  { $period }  versjon { $version }
report-corrected = korrigert
report-decision = { $outcome } { $at } av { $name }
report-decision-count = { $outcome } { $at } av { $name }, { $count ->
    [one] 1 utviding
   *[other] { $count } utvidingar
} (7A)
report-undoable-by-other = { $outcome } – kan angrast til { $until }
report-undoable = { $outcome } – kan angrast til { $until } (z)
report-solved = { $outcome } – kan ikkje endrast
report-newer = NY VERSJON { $version } ER KOMEN – F5 viser han
    .aloud = Ny versjon { $version } er komen. Hent saka på nytt for å høyre han.
report-submitted = levert { $at } av { $name }
report-late = levert for seint
report-parts = Delar
report-parts-seen = har sett { $seen } av { $all } delar
report-only-changes = viser endra punkt og dei det er spurt om (v: alle)
report-draft-saved = utkast lagra { $at }
report-draft-saving = lagrar utkastet …
report-draft-disk = utkast på disken, ikkje hos tenesta
report-draft-unsaved = utkast på disken
report-draft-only-here = utkast berre på skjermen
report-draft-of = utkast av { $name }
report-form = skjema { $version }, rekonstruert
report-case-system = fagsystem { $name }
report-break = Grensene til eininga er endra: Tidlegare tal blir ikkje viste.
column-point = PUNKT
column-change = ENDR
column-percent = %
column-history = 10 HALVÅR
column-now = v{ $version }
value-empty = tomt
value-none = –
value-count = [ { $value } ]
value-no-count = [   ]
section-removed = utgåtte frå { $since }
section-obsolete = utgåtte punkt i rapporten (ikkje tekne med): { $points }
point-confidence-sure = sikkert punkt
point-confidence-likely = sannsynleg punkt
point-confidence-reconstructed = rekonstruert punkt
severity-word-ok = I ORDEN
severity-word-info = OPPLYSNING
severity-word-warning = ÅTVARING
severity-word-error = FEIL
severity-word-fatal = KRITISK FEIL
findings-count =
    { $errors ->
        [0] { $warnings ->
            [0] ingen funn å avklare
            [one] 1 åtvaring
           *[other] { $warnings } åtvaringar
        }
       *[other] { $warnings ->
            [0] { $errors } feil
            [one] { $errors } feil, 1 åtvaring
           *[other] { $errors } feil, { $warnings } åtvaringar
        }
    }
findings-clean = rein
findings-errors = { $number }F
findings-warnings = { $number }Å
findings-title = Funn og kontrollar · regelsett { $pack }
findings-found = Funn
findings-none = Ingen.
findings-passed =
    { $n ->
        [one] Kontrollert utan funn: 1
       *[other] Kontrollert utan funn: { $n }
    }
findings-skipped =
    { $n ->
        [one] Kunne ikkje prøvast: 1
       *[other] Kunne ikkje prøvast: { $n }
    }
finding-accepted = Godteke av { $name } { $at }: «{ $reason }»
finding-accepted-before = Godteke i { $period } av { $name }: «{ $reason }»
finding-what-now = g godtek med grunngiving · r spør kommunen · i forklarer
finding-what-now-error = Feil må grunngivast (g) før rapporten kan godkjennast · i forklarer
finding-what-now-info = Til opplysning · i forklarer
finding-why = Kvifor
finding-check = Til kommunen
finding-law = Lov: { $law }
finding-source = Kjelde: { $source }
finding-sure-sure = Sikker regel
finding-sure-likely = Sannsynleg regel
finding-sure-reconstructed = Rekonstruert regel: vår eigen
accept-label = Godta { $rule } fordi:
accept-label-error = Grunngi feilen { $rule }:
answer-changed = Spurt om i returen, svart på: minst eitt av tala er endra
answer-remarked = Spurt om i returen, svart på med merknad
answer-unanswered = Spurt om i returen, IKKJE SVART PÅ: uendra og utan merknad
score-title = Risiko { $total } · { $name }
score-errors =
    { $n ->
        [one] 1 feil
       *[other] { $n } feil
    }
score-warnings =
    { $n ->
        [one] 1 åtvaring
       *[other] { $n } åtvaringar
    }
score-unanswered = minst eitt spørsmål i førre retur er ikkje svart på
score-most = funna tel til saman høgst { $most }
score-deadline = fristen ({ $left })
score-line = { $points } · { $what }
score-note = Jo høgare talet er, jo før bør oppgåva takast. Godtekne avvik og opplysningar tel ikkje. Talet ordnar køen; det avgjer ingenting.
point-remark = Merknad frå kommunen: { $text }
point-note = Internt notat: { $text }
point-required = må fyllast ut
count-label = Tal på utvidingar (7A), Enter lagrar:
count-breaches = Fristbrot (7B) blir { $count } = (2E { $three } − 7A { $given }) + 2F { $six }
count-breaches-share = Fristbrot (7B) blir { $count } = (2E { $three } − 7A { $given }) + 2F { $six }, { $share } av avslutta (7C)
count-open = Saker med 3–6 månader (2E): { $three }. Over 6 månader (2F): { $six }.
note-label = Internt notat på { $point }, Enter lagrar:
search-label = Søk:

## Søknaden

access-title = Søknad om rapporttilgang  { $reference }
access-applicant = Søkjar
access-email = E-post
access-phone = Telefon
access-represents = Oppgitt tilknyting
access-unit = Vald eining
access-received = Motteken
access-earlier = Tidlegare søknader
access-none = ingen
access-assessment = VURDERING (eit forslag – du avgjer)
access-own = Dette er din eigen søknad. Ein kollega må avgjere han.
applicant-municipality = Ser ut til å arbeide i kommunen.
applicant-district = Ser ut til å arbeide i bydelen.
applicant-colleague = Ser ut til å vere ein kollega hos statsforvaltaren, som måtte velje ei eining i fylket.
applicant-external = Ser ut til å vere ekstern. Bufdir behandlar eksterne (rettleiinga, steg 17).
sign-unit-domain = e-postadressa høyrer til kommunen
sign-office-domain = e-postadressa høyrer til eit statsforvaltarembete
sign-names-office = søknaden nemner statsforvaltaren
sign-unknown-domain = e-postadressa er ikkje kjend
sign-other-unit-domain = e-postadressa høyrer til ein annan kommune
access-signs = Grunn: { $signs }.
access-choice-grant = a  Godkjenner → Ja: gir tilgang til rapporterte tal
access-choice-reject = r  Avslå: krev grunngiving, søkjaren får svar
access-choice-forward = b  Vidaresend til Bufdir: namn, e-post, telefon og tilknyting
access-choice-ask = c  Be søkjaren om fleire opplysningar
grant-warning-external = Vurderinga peikar mot ein ekstern brukar, og slike søknader behandlar Bufdir.
grant-warning-colleague = Vurderinga peikar mot ein kollega: Tilgangen blir gitt som embete, ikkje som kommune.
forward-warning = Vurderinga peikar ikkje mot ein ekstern brukar.

## Oppsummeringa før Stadfest

summary-title = HALD FRAM ARBEIDSFLYT
summary-approve = Du er i ferd med å GODKJENNE rapporten og sende han til Bufdir.
summary-return = Du er i ferd med å RETURNERE rapporten for korrigering.
summary-grant = Du er i ferd med å INNVILGE søknaden om rapporttilgang.
summary-reject = Du er i ferd med å AVSLÅ søknaden om rapporttilgang.
summary-forward = Du er i ferd med å VIDARESENDE søknaden til Bufdir.
summary-ask = Du er i ferd med å BE SØKJAREN OM FLEIRE OPPLYSNINGAR.
summary-unit = Eining
summary-applicant = Søkjar
summary-period = Periode
summary-version = { $period }, versjon { $version } (den du har sett)
summary-extensions = Utvidingar (7A)
summary-extensions-value =
    { $n ->
        [one] 1 sak
       *[other] { $shown } saker
    } → fristbrot (7B) blir { $breaches }
summary-extensions-none = skal ikkje rapporterast
summary-extensions-not-given = ikkje oppgitt (valfritt for nytt fagsystem)
summary-findings = Funn
summary-findings-none = ingen feil eller åtvaringar
summary-questions = Grunnkodar
summary-questions-none = ingen av funna er nemnde i kommentaren
summary-answers = Førre retur
summary-answers-open = { $open } av { $all } spørsmål er ikkje svart på
summary-answers-done =
    { $all ->
        [one] spørsmålet er svart på
       *[other] alle { $all } spørsmål er svart på
    }
summary-language = Målform
summary-unseen = Ikkje sett
summary-all-seen = har sett alle { $all } delane
summary-seen = Delar
summary-comment = Kommentar
summary-comment-lines =
    { $n ->
        [one] 1 linje, { $letters } teikn
       *[other] { $shown } linjer, { $letters } teikn
    }
summary-recipients = Blir sendt til
summary-nobody = ingen
summary-checking = ventar på tenesta …
summary-notice = Merk
summary-save = Lagre
summary-on-disk = på disken
summary-only-here = berre på skjermen
summary-nothing-typed = ingenting å lagre
summary-continue = Hald fram arbeidsflyt
summary-continue-done = klart { $at }
summary-confirm = Stadfest
summary-press-enter = trykk Enter
summary-confirmed = blir sendt så snart tenesta har svart
summary-sending = sender …
summary-failed = gjekk ikkje
summary-again = F5 sender det same på nytt
    .aloud = Du kan sende det same på nytt.
summary-again-hint = send på nytt
summary-check-again = F5 prøver på nytt
    .aloud = Du kan prøve på nytt.
summary-undo =
    { $n ->
        [0] Det er ingen angrefrist: Stadfest sender straks.
       *[other] Etter Stadfest kan du angre i { $shown } sekund med z. Først etter det går det ut av huset.
    }
summary-ask-at-once = Spørsmålet blir sendt straks. Saka blir ståande open.

## Kommentaren

editor-title-return = RETURNER – kommentar til kommunen
editor-title-reject = AVSLÅ – grunngiving til søkjaren
editor-title-ask = SPØR – melding til søkjaren
editor-to = Til: { $to }
editor-language = målform: { $language }
editor-language-misfit = Målforma er { $language }. Desse orda høyrer ikkje til der: { $words }
editor-identity = Teksten inneheld eit fødselsnummer, D-nummer eller DUF-nummer. Ta det ut: { $masked }
editor-asked =
    { $n ->
        [one] spør om eitt funn: { $rules }
       *[other] spør om { $n } funn: { $rules }
    }
editor-asked-none = spør ikkje om noko funn (F5 set inn)
    .aloud = spør ikkje om noko funn
editor-letters =
    { $n ->
        [one] 1 teikn
       *[other] { $shown } teikn
    }
editor-enter = Enter: ny linje. Esc eller F2: ferdig.

## Tidslinje, forklaring, hjelp

timeline-title = Historikk  { $reference }
timeline-empty = Ingen hendingar enno.
event-submitted = innsend versjon { $version }
event-applied = søknad motteken
event-saved = Lagre
event-continued = Hald fram arbeidsflyt
event-confirmed = Stadfest: { $outcome }
event-confirmed-count = Stadfest: { $outcome }, { $count ->
    [one] 1 utviding
   *[other] { $count } utvidingar
} (7A)
event-asked = bad om fleire opplysningar
event-accepted = godteke avvik
event-unaccepted = godteke avvik teke tilbake
event-batched = stadfesta i bunke { $batch }
event-sampled = sett i stikkprøva til { $batch }, i orden
event-taken-out = teken ut av { $batch }
event-undone = angra
event-delivered = send til { $to }
event-delivery-failed = kunne ikkje leverast til { $to }, blir prøvd igjen
actor-backend = systemet
explain-title = Forklaring
explain-definition = Kva som blir talt
explain-break = Brot i serien frå { $from }
explain-law = Lovheimel
explain-law-value = { $law } ({ $act })
explain-measure = Tidspunkt
measure-flow = i løpet av halvåret
measure-stock-start = ved starten av perioden
measure-stock-end = per siste dag i halvåret
measure-decision = avgjerda til embetet
explain-sums = Blir summert i
explain-at-most = Kan ikkje vere større enn
explain-confidence = Kor sikkert
explain-source = Kjelde
explain-required = Utfylling
explain-optional = kan stå tomt; tomt er ikkje det same som 0
explain-values = Tidlegare tal
explain-form = Om skjemaet
help-title = Hjelp: { $screen }
help-keys = Tastar
help-search = Skriv for å søkje: { $text }
help-nothing = Ingen tastar eller ord passar.
status-read-only = BERRE LESING
help-signs = Teikn og ord
help-signs-list =
    N ny · K korrigert versjon · U utkast · F nytt fagsystem, skjema for hand
    M maskinell rapport · S levert for seint · Å levert før opning
    FUNN: 2F 1Å er to feil og éi åtvaring · RISIKO: i forklarer talet
    ! feil · ? åtvaring · i opplysning · = godteke avvik
    ~ rekonstruert punkt · * bokmerke · + internt notat · tomt er ikkje 0
    ENDR og %: mot same halvår i fjor
    antatt: inga offentleg kjelde seier det, eller datoen er utleidd
help-stages = Slik blir ei sak avgjord
help-stages-list =
    1. Lagre skjer av seg sjølv: Det du skriv, er på disken med ein gong.
    2. Hald fram arbeidsflyt: a, r eller b viser ei oppsummering. Ingenting er sendt.
    3. Stadfest: Berre Enter i oppsummeringa avgjer. z angrar i angrefristen.
help-screen-list = oppgåvelista
help-screen-report = rapporten
help-screen-access = søknaden
help-screen-solved = ei løyst sak
quit-question = Avslutte? Det du har skrive, er lagra. Enter avsluttar, Esc blir.
quit-question-unsaved = Det siste er ikkje på disken. Avslutte likevel? Enter avsluttar, Esc blir.
views-title = Vel vising: siffer, eller piler og Enter

## Meldingar

message-paste-dropped = Det såg ut som innlimt tekst. Ingenting vart gjort; tastane er forkasta.
message-none = Inga melding enno.
message-nothing-selected = Inga oppgåve er vald.
message-sorted = Sortert på { $column }. O snur rekkjefølgja.
message-refreshing = Hentar på nytt …
message-draft-on-disk = Utkastet er på disken, men ikkje lagra hos tenesta enno. { $why }
message-draft-only-here = Utkastet er verken på disken eller hos tenesta. Det står berre på skjermen. { $why }
message-last-task = Dette er den siste oppgåva i lista.
message-first-task = Dette er den første oppgåva i lista.
message-extensions-forbidden = Talet skal ikkje rapporterast for denne eininga. { $why } (brev { $letter })
message-no-findings = Reglane har ingen funn i rapporten.
message-nothing-to-accept = Vel eit funn først (f). Ein kritisk feil kan ikkje godtakast.
message-reason-missing = Skriv ei grunngiving. Ho blir ståande på eininga og kjem fram neste gong.
message-accepted = { $rule } er godteke med grunngiving.
message-unaccepted = Godtakinga av { $rule } er teken tilbake.
message-no-more-findings = Alle funn som det er noko å spørje om, er med i kommentaren.
message-no-changes = Det er ingen tidlegare versjon å samanlikne med, eller ingenting er endra.
message-only-reviewers = Med rolla di kan du lese, men ikkje avgjere.
message-unseen = Sjå desse delane først: { $parts }
message-too-soon = Enter kom for fort etter at oppsummeringa vart vist. Les ho, og trykk Enter igjen.
    .aloud = Stadfestinga kom for fort etter oppsummeringa. Høyr ho, og stadfest på nytt.
message-read-only = Programmet er starta for å lese (--readonly). Ingenting kan endrast.
message-asked = Spørsmålet om { $reference } er på veg. Saka står open.
message-decided = { $name }: { $outcome }. Kan angrast til { $until } (z) og blir sendt då.
message-decided-over = { $name }: { $outcome }. Svaret frå tenesta kom etter at angrefristen gjekk ut { $until }.
message-decided-sent = { $name }: { $outcome }. Det er sendt.
message-undone = Angra. { $name } er open igjen, og ingenting vart sendt.
message-undo-under-way = Angringa er på veg. Tenesta har ikkje svart enno.
message-nothing-to-undo = Ingenting å angre herifrå. Opne saka i arkivet: Der angrar z så lenge fristen varer.
message-undo-over = Angrefristen for denne saka er ute.
message-summary-hidden = Vindauget er for lite til å vise alt som blir sendt. Gjer det større, minst 20 linjer høgt, så kan du stadfeste.
message-colleague = Utkastet er skrive av { $name }. Trykk tasten ein gong til for å ta det over.
    .aloud = Utkastet er skrive av { $name }. Vel det same ein gong til for å ta det over.
message-case-closed = Saka er avgjord og kan ikkje endrast.
message-draft-kept = Ingenting er sendt. Det du har skrive, er teke vare på.
message-outcome-unknown = Det er ikkje kjent om avgjerda vart lagra. Saka blir henta på nytt, så du ser korleis ho står.
message-question-unknown = Det er ikkje kjent om spørsmålet gjekk. Stiller du det same på nytt, blir det berre sendt éin gong.
message-copied = { $text } er kopiert til utklippstavla i terminalen.
message-copied-in-tmux = { $text } er send til utklippstavla i tmux («set-clipboard» må stå på «on»).
message-copied-in-screen = { $text } er send gjennom screen til utklippstavla i terminalen.
message-no-utf8 = Teiknsettet «{ $locale }» er ikkje UTF-8: æ, ø og å kan bli viste feil. Set LANG til nn_NO.UTF-8.
message-closed = Dette er slått av her. Programmet er starta utan veg til filer, andre program og skalet (--closed).
message-journal-failed = Utkastet kunne ikkje skrivast til disken ({ $why }). Det blir prøvd hos tenesta i staden.
message-journal-failed-away = Det du skriv, kunne ikkje skrivast til disken ({ $why }), og det er ikkje samband med tenesta: Det står berre på skjermen. Gjer plass på disken, og skriv eit teikn til.
message-no-editor = Ingen eigen editor er vald. Set VISUAL eller EDITOR, og start programmet på nytt.
message-editor-failed = Teksten er uendra: { $why }
message-decided-by = { $name } avgjorde { $reference } no.
message-undone-by = { $name } angra avgjerda i { $reference }.
message-arrived = Kome inn: { $reference }
message-arrived-again = Kome inn på nytt: { $reference }, versjon { $version }
message-newer-version = Versjon { $version } kom medan du arbeidde. Utkastet er teke vare på. F5 viser den nye.
    .aloud = Versjon { $version } er komen medan du arbeidde. Utkastet er behalde. Hent saka på nytt for å høyre den nye.
message-line-lost = Mista sambandet med tenesta. Det du skriv, blir lagra på disken.
message-line-found = Sambandet er tilbake.
message-recovered-decisions = Fullført frå sist: { $references }. Sjå arkivet.
message-recovered-drafts = Utkast som låg på disken, er lagra hos tenesta: { $references }

## Kva kommandoane gjer: i hjelpa, og kort i botnlinja

cmd-open = Opne den valde oppgåva
cmd-up = Éi linje opp
cmd-down = Éi linje ned
cmd-page-up = Éi side opp
cmd-page-down = Éi side ned
cmd-first = Til første linje
cmd-last = Til siste linje
cmd-next-section = Neste del av skjemaet
cmd-previous-section = Førre del av skjemaet
cmd-next-task = Neste oppgåve i lista
cmd-previous-task = Førre oppgåve i lista
cmd-extensions = Skriv talet på utvidingar (7A)
cmd-approve = Godkjenn rapporten: viser oppsummeringa
cmd-return = Returner rapporten: kommentar, så oppsummeringa
cmd-grant = Innvilg søknaden: viser oppsummeringa
cmd-reject = Avslå søknaden: grunngiving, så oppsummeringa
cmd-forward = Vidaresend til Bufdir: viser oppsummeringa
cmd-ask = Be søkjaren om fleire opplysningar
cmd-confirm = Stadfest
cmd-undo = Angre den siste avgjerda
cmd-timeline = Historikk og kommentarar
cmd-changes = Berre punkt som er endra eller spurde om
cmd-explain = Forklar det valde punktet
cmd-next-finding = Neste funn, med forklaring
cmd-findings = Alle funn, og alt som er kontrollert
cmd-accept = Godta avviket med grunngiving
cmd-insert-finding = Set neste funn inn i kommentaren
cmd-suggest = Den foreslåtte teksten i staden for din (F6 igjen: din tilbake)
cmd-note = Internt notat på det valde punktet
cmd-bookmark = Bokmerke på det valde punktet
cmd-search = Søk medan du skriv: ord og vilkår (!ord utelèt)
cmd-clear-search = Tøm søket
cmd-views = Vel vising
cmd-sort = Sorter på neste kolonne
cmd-sort-turn = Snu rekkjefølgja
cmd-copy = Kopier referansen
cmd-refresh = Hent på nytt
cmd-message = Vis siste melding igjen
cmd-show-queue = Opne oppgåver
cmd-show-archive = Løyste oppgåver (arkiv)
cmd-help = Hjelp for denne skjermen
cmd-outside-editor = Skriv teksten i eigen editor (VISUAL eller EDITOR)
cmd-quit = Avslutt programmet
cmd-done = Ferdig
cmd-back = Tilbake
cmd-undo-typing = Angre det siste du skreiv

hint-open = opne
hint-up = opp
hint-down = ned
hint-page-up = side opp
hint-page-down = side ned
hint-first = først
hint-last = sist
hint-next-section = del
hint-previous-section = førre del
hint-next-task = neste
hint-previous-task = førre
hint-extensions = utvidingar
hint-approve = godkjenn
hint-return = returner
hint-grant = godkjenn
hint-reject = avslå
hint-forward = til Bufdir
hint-ask = spør
hint-confirm = stadfest
hint-undo = angre
hint-timeline = historikk
hint-changes = endringar
hint-explain = forklar
hint-next-finding = funn
hint-findings = alle funn
hint-accept = godta avvik
hint-insert-finding = set inn funn
hint-suggest = forslag
hint-note = notat
hint-bookmark = bokmerke
hint-search = søk
hint-clear-search = tøm
hint-views = vising
hint-sort = sorter
hint-sort-turn = snu
hint-copy = kopier
hint-refresh = hent
hint-message = melding
hint-show-queue = oppgåver
hint-show-archive = arkiv
hint-help = hjelp
hint-outside-editor = eigen editor
hint-undo-typing = angre skriving
hint-quit = avslutt
hint-done = ferdig
hint-back = tilbake
