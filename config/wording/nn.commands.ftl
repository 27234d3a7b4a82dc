### Det `sfv report check` og `sfv explain` seier, på nynorsk. Dei same namna og felta står i nb.commands.ftl og en.commands.ftl.

## Kontroll av ei fil

check-head = { $unit }, { $period } · skjema { $form } · regelsett { $pack }
check-version = versjon { $version }
check-earlier = Samanlikna med { $periods }.
check-no-earlier = Ingen tidlegare tal å samanlikne med. Dei blir gitt med --previous FIL.
check-no-findings = Ingen funn.
check-passed =
    { $n ->
        [one] { $n } regel er følgd.
       *[other] { $n } reglar er følgde.
    }
check-skipped = Ikkje prøvd:
check-total = { $reports ->
    [one] 1 rapport
   *[other] { $reports } rapportar
}: { $fatal } kritiske feil, { $errors } feil, { $warnings ->
    [one] 1 åtvaring
   *[other] { $warnings } åtvaringar
}, { $infos ->
    [one] 1 opplysning
   *[other] { $infos } opplysningar
}.

## Kva ein regel spør om

asks-filled = Kvart punkt som er kravd, er fylt ut.
asks-obsolete = Ingen tal står i punkt som er tekne ut av skjemaet.
asks-copied = Færre enn { $percent } % av punkta har same tal som førre halvår. Blir prøvd når minst { $least } punkt er fylte ut begge gonger.
asks-duplicate = Inga anna eining har dei same tala i alle punkt. Blir prøvd når minst { $least } tal er andre enn 0.
asks-gone = Eit punkt som hadde eit tal førre halvår, er fylt ut, og er ikkje 0 når det var { $least } eller meir.
asks-answered = Det som vart spurt om i siste retur, er endra eller har ein merknad.
asks-influence = Endringa frå i fjor flyttar ikkje talet for fylket med meir enn { $percent } %.
asks-small = Tal frå 1 til { $most } er små grupper.
asks-hb = Endringa frå same halvår i fjor er vanleg blant alle einingar i landet (Hidiroglou–Berthelot).
asks-therror = |log10(no / i fjor)| er høgst { $limit }: talet på siffer stemmer.
asks-quartile = { $of } som del av { $per } er vanleg blant alle einingar i landet. Blir prøvd når { $per } er minst { $least }.
asks-rate = { $of } per {"1\u00A0000"} barn er vanleg blant einingar av same storleik. Blir prøvd når det er minst { $least } barn.
asks-square-root = Skilnaden på kvadratrøtene no og i fjor er vanleg blant alle einingar i landet.
asks-history = Talet er vanleg for eininga sjølv, målt mot minst { $min } tidlegare halvår.
asks-late = Rapporten er motteken innan fristen til kommunen.
asks-extensions = Talet på godkjende utvidingar (7A) er oppgitt når det skal, og fristbrota følgjer av det.
asks-comment = Ein retur har ein kommentar som seier kvifor.
asks-new-system = På nytt fagsystem blir utvidingar melde sak for sak.
asks-identity = Ingen tekst som forlèt embetet, har eit fødselsnummer, D-nummer eller DUF-nummer.
asks-language = Teksten er på målforma til kommunen.
asks-children = barn 0–17 år
asks-previous = { $point } (førre halvår)
asks-last-year = { $point } (same halvår i fjor)

## Tala ei grense er laga av

parameter-u = kor mykje storleiken til eininga tel, frå 0 til 1 (U)
parameter-a = minste breidd, som del av medianen (A)
parameter-c = så mange kvartilavstandar frå medianen er vanleg (C)
parameter-min-units = færraste einingar å samanlikne med
parameter-k-lower = så mange kvartilavstandar under medianen er vanleg
parameter-k-upper = så mange kvartilavstandar over medianen er vanleg
parameter-least = minste tal regelen dømmer etter
parameter-limit = største avvik som er vanleg
parameter-floor = minste spreiing det blir rekna med
parameter-iterate-limit = avvik som held ei eining utanfor talet for landet
parameter-min = færraste tidlegare halvår
parameter-percent = grensa i prosent
parameter-most = største tal som er ei lita gruppe

## Forklaringar av reglar, punkt, kodar og feil

about-severity = Alvor
about-asks = Spør om
about-limits = Grenser
about-why = Forklaring
about-check = Til eininga
about-law = Lov
about-source = Kjelde
about-confidence = Kor sikkert
about-since = Gjeld frå
about-since-form = { $from } (skjema { $form })
about-packs = Regelsett
about-points = Punkt
about-section = Del
about-definition = Tel
about-measure = Målt
about-filled-by = Blir fylt ut av
about-required = Er kravd
about-is-required = ja, ein rapport utan det blir ikkje teken imot (K01)
about-not-required = nei, punktet kan stå tomt
about-sums-to = Del av summen
about-at-most = Del av
about-parts = Delar
about-rules = Reglar
about-confused = Ofte forveksla med
about-forms = Skjemaversjonar
about-form = { $form } frå { $from }: { $code }, { $law }
about-form-without = { $form } frå { $from }: ikkje i skjemaet
about-no-law = inga lovtilvising
about-removed = Utgått
about-removed-since = utgått frå { $since }: { $why }
about-breaks = Brot i serien
about-break = { $from }: { $says }
about-break-hard = { $from }: { $says } Kan ikkje samanliknast med tidlegare tal.
about-code-list = Kodeliste
about-means = Tyder
about-from = { $text } frå { $from }
about-from-until = { $text } frå { $from } til { $until }
about-note = Merk
about-codes = Kodar
about-what = Kva som har hendt
about-what-now = Gjer dette
about-exit-code = Avslutningskode
about-stored = Lagra
about-stored-no = ingenting er lagra
about-stored-unknown = ikkje kjent; same kommando kan trygt bli gitt på nytt
about-refusal = grunn til at noko ikkje blir teke imot
about-file-fault = grunn til at ei fil ikkje kan lesast
about-note-code = opplysning om korleis ei fil vart lesen
about-fault = feil i svaret på ein kommando
about-kind = Kva slag
about-measure-flow = i perioden: alt som hende i løpet av halvåret
about-measure-stock-start = per dato: første dag i halvåret
about-measure-stock-end = per dato: siste dag i halvåret
about-measure-decision = avgjerda til statsforvaltaren
about-filled-by-municipality = kommunen eller bydelen
about-filled-by-office = statsforvaltaren
about-filled-by-computed = ingen; talet blir rekna ut
about-effect-ok = ingenting vart funne
about-effect-info = blir vist, og er aldri i vegen
about-effect-warning = blir godteken eller spurt om
about-effect-error = godkjenning krev ei grunngiving
about-effect-fatal = rapporten blir ikkje teken imot
confidence-sure = sikkert: står i ei kjelde som er laga av eller for direktoratet, eller i lova
confidence-likely = sannsynleg: følgjer av eit publisert tal eller av noko som er sikkert
confidence-reconstructed = rekonstruert: vår eiga slutning, som inga kjelde seier
