# Den lineære visningen: linjer som leses opp, og valg med tall foran.

## Ved starten

linear-start = sfv, lineær visning.
linear-start-who = Du er { $name }.
linear-start-demo = Tallene er oppdiktede.
linear-start-how = Skriv tallet foran et valg, og trykk Enter. Spørsmålstegn gir hjelp, m leser siste melding igjen, l leser skjermen igjen, 0 er tilbake.
linear-end = Programmet er avsluttet. Det du har skrevet, er lagret.

## Spørsmål etter en linje

linear-prompt = Velg:
linear-prompt-line = { $ask } Skriv det på én linje. Et punktum alene på linjen går til valgene.
linear-prompt-text = { $ask } Skriv så mange linjer du vil. Et punktum alene på en linje avslutter teksten.
linear-nothing-chosen = Ingenting er valgt. En tom linje gjør ingenting.
linear-nothing-written = Linjen er tom. Ingenting er endret.
linear-unknown = Det er ikke et av valgene. Skriv l for å høre dem igjen.
linear-unknown-word = Det er ikke et av valgene. Skriv { $word } for å bekrefte, 0 for å gå tilbake, eller l for å høre alt igjen.
linear-stray = Linjen kom før skjermen var lest ferdig, og er ikke brukt. Ingenting er sendt. Velg på nytt.
linear-changed = Skjermen er endret siden den ble lest. Ingenting er valgt. Her er den på nytt.
linear-moved = Du er på en annen skjerm enn da valgene ble lest. Ingenting er valgt.
linear-gone = Det du valgte, er ikke her lenger. Ingenting er gjort.
linear-no-undo = Her angrer ikke z noe. Gå tilbake først.
linear-same = Skjermen er som før. Skriv l for å høre den igjen.
linear-wait = Venter på svar.

## Meldinger

linear-news = Melding: { $text }
linear-news-warning = Advarsel: { $text }
linear-news-bad = Feil: { $text }
message-lock-soon =
    { $n ->
        [one] Skjermen låses om 1 sekund.
       *[other] Skjermen låses om { $shown } sekunder fordi ingen har trykket på en tast. En tast holder den åpen. Det du har skrevet, blir liggende. Tiden er { $minutes } minutter og settes med idle_lock_minutes.
    }

## Hjelp

linear-help-number = Skriv tallet foran et valg, og trykk Enter.
linear-help-back = 0 går tilbake.
linear-help-again = l leser skjermen igjen.
linear-help-message = m leser siste melding igjen.
linear-help-undo = z angrer den siste avgjørelsen så lenge angrefristen varer.
linear-help-text = En kommentar kan ha mange linjer. Et punktum alene på en linje avslutter den. Hver linje lagres når du trykker Enter.
linear-help-confirm = Ingenting sendes før du har hørt hele oppsummeringen og skrevet ordet bekreft.
linear-help-keys = Når en tekst nevner en tast, velger du det samme med et tall her.
linear-help-lock =
    { $n ->
        [one] Skjermen låses når ingen har skrevet noe på 1 minutt. Du endrer det med idle_lock_minutes og idle_warning_seconds i innstillingene.
       *[other] Skjermen låses når ingen har skrevet noe på { $shown } minutter. Du endrer det med idle_lock_minutes og idle_warning_seconds i innstillingene.
    }
linear-help-no-lock = Skjermen låses ikke av seg selv.
linear-help-window =
    { $n ->
        [0] Det er ingen angrefrist. Embetet kan sette den til mellom 0 og 600 sekunder.
        [one] Angrefristen er 1 sekund. Embetet kan sette den til mellom 0 og 600 sekunder.
       *[other] Angrefristen er { $shown } sekunder. Embetet kan sette den til mellom 0 og 600 sekunder.
    }

## Valg

linear-more = Flere valg
linear-back = Tilbake
linear-back-kept = Tilbake, teksten blir liggende
linear-back-quit = Avslutt
linear-back-search = Tøm søket
linear-back-marks = Fjern alle merkene
linear-word-confirm = bekreft
linear-confirm = er ordet du skriver for å bekrefte.
linear-approve = Godkjenn
linear-return = Returner
linear-grant = Innvilg
linear-reject = Avslå
linear-forward = Videresend til Bufdir
linear-ask = Be søkeren om flere opplysninger
linear-extensions = Skriv antall utvidelser
linear-search = Søk
linear-palette = Finn en kommando, en oppgave, en enhet eller et punkt
linear-repeat = Samme slags avgjørelse som den forrige
linear-next-finding = Neste funn
linear-findings = Alle funn, og alt som er kontrollert
linear-suggest = Bytt mellom foreslått tekst og din egen
linear-dry-run = Hør hva som blir sendt, og skriv antallet
linear-countdown = Nedtelling til fristen
linear-sort = Sorter på noe annet
linear-mark-all = Merk alle i visningen og søket, også de som ikke er lest opp
linear-remind = Purr
linear-undo = Angre: { $name }
linear-done = Ferdig
linear-done-text = Ferdig med teksten, hør oppsummeringen
linear-sample-accept = I orden, tilbake til bunken

## Lister

linear-open-tasks =
    { $n ->
        [one] 1 åpen oppgave.
       *[other] { $shown } åpne oppgaver.
    }
linear-open-tasks-of =
    { $n ->
        [one] 1 av { $all } åpne oppgaver. Visning: { $view }.
       *[other] { $shown } av { $all } åpne oppgaver. Visning: { $view }.
    }
linear-solved-tasks =
    { $n ->
        [one] 1 løst oppgave i arkivet.
       *[other] { $shown } løste oppgaver i arkivet.
    }
linear-solved-tasks-of =
    { $n ->
        [one] 1 av { $all } løste oppgaver. Visning: { $view }.
       *[other] { $shown } av { $all } løste oppgaver. Visning: { $view }.
    }
linear-searched = Søket er: { $text }.
linear-sorted = Sortert på { $column }, minste først.
linear-sorted-down = Sortert på { $column }, største først.
linear-sorted-old = Sortert på { $column }, eldste først.
linear-sorted-new = Sortert på { $column }, nyeste først.
linear-sorted-on = Sortert på { $column }.
linear-sorted-turned = Sortert på { $column }, bakfra.
linear-period = Periode { $period }. Fristen for embetet er { $date }, { $left }.
linear-progress = Løst { $solved } av { $expected }.
linear-marks =
    { $n ->
        [one] 1 er merket.
       *[other] { $shown } er merket.
    }
linear-portion-all =
    { $n ->
        [one] Her er den.
       *[other] Her er alle { $shown }.
    }
linear-portion = Her er nummer { $from } til { $to } av { $total }.
linear-more-rows =
    { $n ->
        [one] Flere, 1 igjen
       *[other] Flere, { $shown } igjen
    }
linear-rows-before = De forrige
linear-row-loading = En rad hentes ennå.
linear-task = { $unit }
linear-task-access = Søknad om rapporttilgang fra { $name }, { $unit }
linear-clean = ingen funn
linear-open-findings =
    { $errors ->
        [0] { $warnings ->
            [0] ingen funn
            [one] { $warnings } advarsel
           *[other] { $warnings } advarsler
        }
        [one] { $warnings ->
            [0] { $errors } feil
            [one] { $errors } feil og { $warnings } advarsel
           *[other] { $errors } feil og { $warnings } advarsler
        }
       *[other] { $warnings ->
            [0] { $errors } feil
            [one] { $errors } feil og { $warnings } advarsel
           *[other] { $errors } feil og { $warnings } advarsler
        }
    }
linear-version = versjon { $version }
linear-holder-short = { $name } har den
linear-is-marked = Merket
linear-marked = Merket: { $what }
linear-mark = Merk { $name }
linear-unmark = Fjern merket fra { $name }
linear-mark-rows = Merk oppgaver
linear-mark-units = Merk enheter
linear-unit = { $unit }, nummer { $no }, { $standing }
linear-views = Velg visning.
linear-view =
    { $n ->
        [one] { $name }, 1 oppgave
       *[other] { $name }, { $shown } oppgaver
    }
linear-found =
    { $n ->
        [0] Ingen treff på { $text }.
        [one] 1 treff på { $text }.
       *[other] { $shown } treff på { $text }.
    }
linear-remove-access = Fjern tilgangen til { $name }
linear-grid = Rapporter med antall utvidelser: { $given } av { $all }.
linear-grid-row = { $unit }: { $count }.
linear-grid-reported = 2E { $three }, 2F { $six }
linear-grid-draft = Utkastet er til { $name }.
linear-count-kept = Tallet er som før. Her skrives bare sifre.

## En rapport

linear-report = Rapport fra { $unit }, nummer { $no }, { $period }, versjon { $version }. Referanse { $reference }.
linear-deadline = Frist: { $left }.
linear-submitted = Levert { $at } av { $name }.
linear-channel = Kanal: { $channel }. Målform: { $language }.
linear-corrected = Rapporten er rettet etter en retur.
linear-late = Rapporten kom for sent.
linear-holder = { $name } har oppgaven.
linear-findings-count =
    { $errors ->
        [0] { $warnings ->
            [0] Ingen funn å avklare.
            [one] 1 advarsel.
           *[other] { $warnings } advarsler.
        }
        [one] { $warnings ->
            [0] 1 feil.
            [one] 1 feil. 1 advarsel.
           *[other] 1 feil. { $warnings } advarsler.
        }
       *[other] { $warnings ->
            [0] { $errors } feil.
            [one] { $errors } feil. 1 advarsel.
           *[other] { $errors } feil. { $warnings } advarsler.
        }
    }
linear-parts-seen = Deler fra kommunen som er hørt: { $seen } av { $all }.
linear-comment-begun =
    { $n ->
        [one] En kommentar på 1 linje er begynt.
       *[other] En kommentar på { $shown } linjer er begynt.
    }
linear-only-changes = Her er punktene som er endret siden forrige versjon eller som det ble spurt om.
linear-finding-now = Du er ved dette funnet. { $finding }
linear-read-parts = Les rapporten, del for del
linear-parts =
    { $n ->
        [one] Rapporten har 1 del.
       *[other] Rapporten har { $shown } deler.
    }
linear-part =
    { $n ->
        [one] Del { $name }, 1 punkt
       *[other] Del { $name }, { $shown } punkter
    }
linear-part-seen =
    { $n ->
        [one] Del { $name }, 1 punkt, hørt
       *[other] Del { $name }, { $shown } punkter, hørt
    }
linear-part-gone = Del { $name }: { $since }.
linear-part-head = Del { $no }: { $title }.
linear-next-part = Neste del
linear-choose-point = Velg et punkt i denne delen
linear-point = Punkt { $code }, { $label }: { $figure }.
linear-point-name = Punkt { $code }, { $label }
linear-before = Forrige halvår { $figure }.
linear-last-year = Samme halvår i fjor { $figure }.
linear-version-before = I versjon { $version } { $figure }.
linear-no-findings = Ingen funn.
linear-bookmarked = Bokmerke.
linear-severity-ok = I orden
linear-severity-info = Opplysning
linear-severity-warning = Advarsel
linear-severity-error = Feil
linear-severity-fatal = Kritisk feil
linear-finding = { $word } { $rule }: { $message }
linear-finding-accepted = { $word } { $rule }: { $message } Godtatt av { $name }: { $reason }
linear-history = Tidligere halvår, nyeste først: { $figures }.
linear-history-one = { $period } { $figure }
linear-change-more = Det er { $figure } flere enn samme halvår i fjor.
linear-change-fewer = Det er { $figure } færre enn samme halvår i fjor.
linear-change-none = Det er like mange som samme halvår i fjor.
linear-change-share = Endringen er { $share } prosent.
linear-change-over = Endringen er over { $share } prosent.
linear-sure = Hvor sikkert: { $sure }.
linear-figure-empty = ikke besvart
linear-figure-none = ikke spurt om
linear-figure-follows = følger av antall utvidelser
linear-extensions-none = skal ikke gis
linear-extensions-not-given = ikke gitt
linear-explain-point = Forklar punktet
linear-accept-point = Godta avviket med begrunnelse
linear-note-point = Skriv et internt notat
linear-bookmark-point = Sett eller fjern bokmerke

## Oppsummering og bunke

linear-whole-comment = Hele kommentaren:
linear-stage-done = Gjort: { $what }
linear-stage-next = Gjenstår: { $what }
linear-extensions-count =
    { $n ->
        [one] 1 utvidelse
       *[other] { $shown } utvidelser
    }
linear-breaches-count =
    { $n ->
        [one] 1 fristbrudd igjen
       *[other] { $shown } fristbrudd igjen
    }
linear-sent-to = sendes til { $to }
linear-item-drawn = i stikkprøven, ikke sett på
linear-item-seen = i stikkprøven, sett på
linear-item-ready = klar
linear-item-refused = ikke med i bunken
linear-item-taken-out = tatt ut
linear-item-decided = avgjort
linear-item-dropped = ikke avgjort
linear-item-undone = angret
linear-stop = Gi opp bunken? Det som er avgjort, står. Resten blir ikke avgjort.
linear-quit = Avslutte programmet? Det du har skrevet, er lagret.
linear-quit-unsaved = Det siste du skrev, kom ikke på disken. Avslutte programmet likevel?
linear-gate-above = Det som alt er skrevet i terminalen, står der fortsatt. Lukk vinduet hvis andre kan se det.

## Felter og tekster

linear-ask-count = Antall utvidelser, punkt 7A.
linear-ask-count-of = Antall utvidelser for { $unit }.
linear-ask-note = Internt notat på punkt { $point }.
linear-ask-accept = Begrunnelse for å godta { $rule }.
linear-ask-view = Navn på visningen.
linear-ask-search = Søkeord.
linear-ask-unit = Navn eller nummer på enheten.
linear-ask-number = Antallet som bekrefter.
linear-ask-reason = Begrunnelse, som sendes til personen.
linear-ask-palette = Det du leter etter.
linear-ask-path = Filen med antallene.
linear-ask-comment = Kommentar, som sendes til mottakeren.
linear-ask-common = Felles tekst, som sendes til alle i bunken.
linear-ask-field = { $label }.
linear-write-text = Skriv
linear-write-more = Skriv mer til slutt
linear-write-anew = Skriv på nytt
linear-choose-line = Rett eller ta bort én linje
linear-line-is = Linjen er: { $text }
linear-line-anew = Skriv linjen på nytt
linear-line-drop = Ta bort linjen
linear-ask-line = Linjen på nytt.
linear-text-is =
    { $n ->
        [one] Teksten er på 1 linje:
       *[other] Teksten er på { $shown } linjer:
    }
linear-field-is = Her står nå: { $text }.
linear-field-proposed = Eget register foreslår: { $text }. Det er ikke gitt ennå; skriv tallet for å gi det.
linear-field-empty-it = Ta bort antallet
linear-field-empty = { $label }, ikke fylt ut
linear-field-filled = { $label }: { $text }
linear-apply-name = Navn
linear-apply-represents = Hvem du representerer
linear-apply-email = E-post
linear-apply-phone = Telefon
linear-apply-unit = Kommune
linear-apply-fits = Ferdig velger { $name }, nummer { $no }.
