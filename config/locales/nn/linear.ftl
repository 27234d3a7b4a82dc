# Den lineære visinga: linjer som blir lesne opp, og val med tal framfor.

## Ved starten

linear-start = sfv, lineær vising.
linear-start-who = Du er { $name }.
linear-start-demo = Tala er oppdikta.
linear-start-how = Skriv talet framfor eit val, og trykk Enter. Spørjeteikn gir hjelp, m les siste melding om att, l les skjermen om att, 0 er tilbake.
linear-end = Programmet er avslutta. Det du har skrive, er lagra.

## Spørsmål etter ei linje

linear-prompt = Vel:
linear-prompt-line = { $ask } Skriv det på éi linje. Eit punktum åleine på linja går til vala.
linear-prompt-text = { $ask } Skriv så mange linjer du vil. Eit punktum åleine på ei linje avsluttar teksten.
linear-nothing-chosen = Ingenting er valt. Ei tom linje gjer ingenting.
linear-nothing-written = Linja er tom. Ingenting er endra.
linear-unknown = Det er ikkje eit av vala. Skriv l for å høyre dei om att.
linear-unknown-word = Det er ikkje eitt av vala. Skriv { $word } for å stadfeste, 0 for å gå tilbake, eller l for å høyre alt igjen.
linear-stray = Linja kom før skjermen var lesen ferdig, og er ikkje brukt. Ingenting er sendt. Vel på nytt.
linear-changed = Skjermen er endra sidan han vart lesen. Ingenting er valt. Her er han på nytt.
linear-moved = Du er på ein annan skjerm enn då vala vart lesne. Ingenting er valt.
linear-gone = Det du valde, er ikkje her lenger. Ingenting er gjort.
linear-no-undo = Her angrar ikkje z noko. Gå tilbake først.
linear-same = Skjermen er som før. Skriv l for å høyre han om att.
linear-wait = Ventar på svar.

## Meldingar

linear-news = Melding: { $text }
linear-news-warning = Åtvaring: { $text }
linear-news-bad = Feil: { $text }
message-lock-soon =
    { $n ->
        [one] Skjermen blir låst om 1 sekund.
       *[other] Skjermen blir låst om { $shown } sekund fordi ingen har trykt på ein tast. Ein tast held han open. Det du har skrive, blir liggjande. Tida er { $minutes } minutt og blir sett med idle_lock_minutes.
    }

## Hjelp

linear-help-number = Skriv talet framfor eit val, og trykk Enter.
linear-help-back = 0 går tilbake.
linear-help-again = l les skjermen om att.
linear-help-message = m les siste melding om att.
linear-help-undo = z angrar den siste avgjerda så lenge angrefristen varer.
linear-help-text = Ein kommentar kan ha mange linjer. Eit punktum åleine på ei linje avsluttar han. Kvar linje blir lagra når du trykkjer Enter.
linear-help-confirm = Ingenting blir sendt før du har høyrt heile oppsummeringa og skrive ordet stadfest.
linear-help-keys = Når ein tekst nemner ein tast, vel du det same med eit tal her.
linear-help-lock =
    { $n ->
        [one] Skjermen blir låst når ingen har skrive noko på 1 minutt. Du endrar det med idle_lock_minutes og idle_warning_seconds i innstillingane.
       *[other] Skjermen blir låst når ingen har skrive noko på { $shown } minutt. Du endrar det med idle_lock_minutes og idle_warning_seconds i innstillingane.
    }
linear-help-no-lock = Skjermen blir ikkje låst av seg sjølv.
linear-help-window =
    { $n ->
        [0] Det er ingen angrefrist. Embetet kan setje han til mellom 0 og 600 sekund.
        [one] Angrefristen er 1 sekund. Embetet kan setje han til mellom 0 og 600 sekund.
       *[other] Angrefristen er { $shown } sekund. Embetet kan setje han til mellom 0 og 600 sekund.
    }

## Val

linear-more = Fleire val
linear-back = Tilbake
linear-back-kept = Tilbake, teksten blir liggjande
linear-back-quit = Avslutt
linear-back-search = Tøm søket
linear-back-marks = Fjern alle merka
linear-word-confirm = stadfest
linear-confirm = er ordet du skriv for å stadfeste.
linear-approve = Godkjenn
linear-return = Returner
linear-grant = Innvilg
linear-reject = Avslå
linear-forward = Send vidare til Bufdir
linear-ask = Be søkjaren om fleire opplysningar
linear-extensions = Skriv talet på utvidingar
linear-search = Søk
linear-palette = Finn ein kommando, ei oppgåve, ei eining eller eit punkt
linear-repeat = Same slags avgjerd som den førre
linear-next-finding = Neste funn
linear-findings = Alle funn, og alt som er kontrollert
linear-suggest = Byt mellom foreslått tekst og din eigen
linear-dry-run = Høyr kva som blir sendt, og skriv talet
linear-countdown = Nedteljing til fristen
linear-sort = Sorter på noko anna
linear-mark-all = Merk alle i visinga og søket, også dei som ikkje er lesne opp
linear-remind = Purr
linear-undo = Angre: { $name }
linear-done = Ferdig
linear-done-text = Ferdig med teksten, høyr oppsummeringa
linear-sample-accept = I orden, tilbake til bunken

## Lister

linear-open-tasks =
    { $n ->
        [one] 1 open oppgåve.
       *[other] { $shown } opne oppgåver.
    }
linear-open-tasks-of =
    { $n ->
        [one] 1 av { $all } opne oppgåver. Vising: { $view }.
       *[other] { $shown } av { $all } opne oppgåver. Vising: { $view }.
    }
linear-solved-tasks =
    { $n ->
        [one] 1 løyst oppgåve i arkivet.
       *[other] { $shown } løyste oppgåver i arkivet.
    }
linear-solved-tasks-of =
    { $n ->
        [one] 1 av { $all } løyste oppgåver. Vising: { $view }.
       *[other] { $shown } av { $all } løyste oppgåver. Vising: { $view }.
    }
linear-searched = Søket er: { $text }.
linear-sorted = Sortert på { $column }, minste først.
linear-sorted-down = Sortert på { $column }, største først.
linear-sorted-old = Sortert på { $column }, eldste først.
linear-sorted-new = Sortert på { $column }, nyaste først.
linear-sorted-on = Sortert på { $column }.
linear-sorted-turned = Sortert på { $column }, bakfrå.
linear-period = Periode { $period }. Fristen for embetet er { $date }, { $left }.
linear-progress = Løyst { $solved } av { $expected }.
linear-marks =
    { $n ->
        [one] 1 er merkt.
       *[other] { $shown } er merkte.
    }
linear-portion-all =
    { $n ->
        [one] Her er ho.
       *[other] Her er alle { $shown }.
    }
linear-portion = Her er nummer { $from } til { $to } av { $total }.
linear-more-rows =
    { $n ->
        [one] Fleire, 1 att
       *[other] Fleire, { $shown } att
    }
linear-rows-before = Dei førre
linear-row-loading = Ei rad blir henta enno.
linear-task = { $unit }
linear-task-access = Søknad om rapporttilgang frå { $name }, { $unit }
linear-clean = ingen funn
linear-open-findings =
    { $errors ->
        [0] { $warnings ->
            [0] ingen funn
            [one] { $warnings } åtvaring
           *[other] { $warnings } åtvaringar
        }
        [one] { $warnings ->
            [0] { $errors } feil
            [one] { $errors } feil og { $warnings } åtvaring
           *[other] { $errors } feil og { $warnings } åtvaringar
        }
       *[other] { $warnings ->
            [0] { $errors } feil
            [one] { $errors } feil og { $warnings } åtvaring
           *[other] { $errors } feil og { $warnings } åtvaringar
        }
    }
linear-version = versjon { $version }
linear-holder-short = { $name } har ho
linear-is-marked = Merkt
linear-marked = Merkt: { $what }
linear-mark = Merk { $name }
linear-unmark = Fjern merket frå { $name }
linear-mark-rows = Merk oppgåver
linear-mark-units = Merk einingar
linear-unit = { $unit }, nummer { $no }, { $standing }
linear-views = Vel vising.
linear-view =
    { $n ->
        [one] { $name }, 1 oppgåve
       *[other] { $name }, { $shown } oppgåver
    }
linear-found =
    { $n ->
        [0] Ingen treff på { $text }.
        [one] 1 treff på { $text }.
       *[other] { $shown } treff på { $text }.
    }
linear-remove-access = Fjern tilgangen til { $name }
linear-grid = Rapportar med tal på utvidingar: { $given } av { $all }.
linear-grid-row = { $unit }: { $count }.
linear-grid-reported = 2E { $three }, 2F { $six }
linear-grid-draft = Utkastet er { $name } sitt.
linear-count-kept = Talet er som før. Her blir det berre skrive siffer.

## Ein rapport

linear-report = Rapport frå { $unit }, nummer { $no }, { $period }, versjon { $version }. Referanse { $reference }.
linear-deadline = Frist: { $left }.
linear-submitted = Levert { $at } av { $name }.
linear-channel = Kanal: { $channel }. Målform: { $language }.
linear-corrected = Rapporten er retta etter ein retur.
linear-late = Rapporten kom for seint.
linear-holder = { $name } har oppgåva.
linear-findings-count =
    { $errors ->
        [0] { $warnings ->
            [0] Ingen funn å avklare.
            [one] 1 åtvaring.
           *[other] { $warnings } åtvaringar.
        }
        [one] { $warnings ->
            [0] 1 feil.
            [one] 1 feil. 1 åtvaring.
           *[other] 1 feil. { $warnings } åtvaringar.
        }
       *[other] { $warnings ->
            [0] { $errors } feil.
            [one] { $errors } feil. 1 åtvaring.
           *[other] { $errors } feil. { $warnings } åtvaringar.
        }
    }
linear-parts-seen = Delar frå kommunen som er høyrde: { $seen } av { $all }.
linear-comment-begun =
    { $n ->
        [one] Ein kommentar på 1 linje er byrja.
       *[other] Ein kommentar på { $shown } linjer er byrja.
    }
linear-only-changes = Her er punkta som er endra sidan førre versjon eller som det blei spurt om.
linear-finding-now = Du er ved dette funnet. { $finding }
linear-read-parts = Les rapporten, del for del
linear-parts =
    { $n ->
        [one] Rapporten har 1 del.
       *[other] Rapporten har { $shown } delar.
    }
linear-part =
    { $n ->
        [one] Del { $name }, 1 punkt
       *[other] Del { $name }, { $shown } punkt
    }
linear-part-seen =
    { $n ->
        [one] Del { $name }, 1 punkt, høyrt
       *[other] Del { $name }, { $shown } punkt, høyrt
    }
linear-part-gone = Del { $name }: { $since }.
linear-part-head = Del { $no }: { $title }.
linear-next-part = Neste del
linear-choose-point = Vel eit punkt i denne delen
linear-point = Punkt { $code }, { $label }: { $figure }.
linear-point-name = Punkt { $code }, { $label }
linear-before = Førre halvår { $figure }.
linear-last-year = Same halvår i fjor { $figure }.
linear-version-before = I versjon { $version } { $figure }.
linear-no-findings = Ingen funn.
linear-bookmarked = Bokmerke.
linear-severity-ok = I orden
linear-severity-info = Opplysning
linear-severity-warning = Åtvaring
linear-severity-error = Feil
linear-severity-fatal = Kritisk feil
linear-finding = { $word } { $rule }: { $message }
linear-finding-accepted = { $word } { $rule }: { $message } Godteken av { $name }: { $reason }
linear-history = Tidlegare halvår, nyaste først: { $figures }.
linear-history-one = { $period } { $figure }
linear-change-more = Det er { $figure } fleire enn same halvår i fjor.
linear-change-fewer = Det er { $figure } færre enn same halvår i fjor.
linear-change-none = Det er like mange som same halvår i fjor.
linear-change-share = Endringa er { $share } prosent.
linear-change-over = Endringa er over { $share } prosent.
linear-sure = Kor sikkert: { $sure }.
linear-figure-empty = ikkje svart på
linear-figure-none = ikkje spurt om
linear-figure-follows = følgjer av talet på utvidingar
linear-extensions-none = skal ikkje givast
linear-extensions-not-given = ikkje gitt
linear-explain-point = Forklar punktet
linear-accept-point = Godta avviket med grunngiving
linear-note-point = Skriv eit internt notat
linear-bookmark-point = Set eller fjern bokmerke

## Oppsummering og bunke

linear-whole-comment = Heile kommentaren:
linear-stage-done = Gjort: { $what }
linear-stage-next = Står att: { $what }
linear-extensions-count =
    { $n ->
        [one] 1 utviding
       *[other] { $shown } utvidingar
    }
linear-breaches-count =
    { $n ->
        [one] 1 fristbrot att
       *[other] { $shown } fristbrot att
    }
linear-sent-to = blir sendt til { $to }
linear-item-drawn = i stikkprøva, ikkje sett på
linear-item-seen = i stikkprøva, sett på
linear-item-ready = klar
linear-item-refused = ikkje med i bunken
linear-item-taken-out = teken ut
linear-item-decided = avgjord
linear-item-dropped = ikkje avgjord
linear-item-undone = angra
linear-stop = Gi opp bunken? Det som er avgjort, står. Resten blir ikkje avgjord.
linear-quit = Avslutte programmet? Det du har skrive, er lagra.
linear-quit-unsaved = Det siste du skreiv, kom ikkje på disken. Avslutte programmet likevel?
linear-gate-above = Det som alt er skrive i terminalen, står der framleis. Lukk vindauget dersom andre kan sjå det.

## Felt og tekstar

linear-ask-count = Talet på utvidingar, punkt 7A.
linear-ask-count-of = Talet på utvidingar for { $unit }.
linear-ask-note = Internt notat på punkt { $point }.
linear-ask-accept = Grunngiving for å godta { $rule }.
linear-ask-view = Namn på visinga.
linear-ask-search = Søkjeord.
linear-ask-unit = Namn eller nummer på eininga.
linear-ask-number = Talet som stadfestar.
linear-ask-reason = Grunngiving, som blir send til personen.
linear-ask-palette = Det du leitar etter.
linear-ask-path = Fila med tala.
linear-ask-comment = Kommentar, som blir send til mottakaren.
linear-ask-common = Felles tekst, som blir send til alle i bunken.
linear-ask-field = { $label }.
linear-write-text = Skriv
linear-write-more = Skriv meir til slutt
linear-write-anew = Skriv på nytt
linear-choose-line = Rett eller ta bort éi linje
linear-line-is = Linja er: { $text }
linear-line-anew = Skriv linja på nytt
linear-line-drop = Ta bort linja
linear-ask-line = Linja på nytt.
linear-text-is =
    { $n ->
        [one] Teksten er på 1 linje:
       *[other] Teksten er på { $shown } linjer:
    }
linear-field-is = Her står no: { $text }.
linear-field-proposed = Eige register foreslår: { $text }. Det er ikkje gitt enno; skriv talet for å gi det.
linear-field-empty-it = Ta bort talet
linear-field-empty = { $label }, ikkje fylt ut
linear-field-filled = { $label }: { $text }
linear-apply-name = Namn
linear-apply-represents = Kven du representerer
linear-apply-email = E-post
linear-apply-phone = Telefon
linear-apply-unit = Kommune
linear-apply-fits = Ferdig vel { $name }, nummer { $no }.
