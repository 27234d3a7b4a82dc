### Det `sfv report check` og `sfv explain` sier, på bokmål. De samme navnene og feltene står i nn.commands.ftl og en.commands.ftl.

## Kontroll av en fil

check-head = { $unit }, { $period } · skjema { $form } · regelsett { $pack }
check-version = versjon { $version }
check-earlier = Sammenlignet med { $periods }.
check-no-earlier = Ingen tidligere tall å sammenligne med. De gis med --previous FIL.
check-no-findings = Ingen funn.
check-passed =
    { $n ->
        [one] { $n } regel er fulgt.
       *[other] { $n } regler er fulgt.
    }
check-skipped = Ikke prøvd:
check-total = { $reports ->
    [one] 1 rapport
   *[other] { $reports } rapporter
}: { $fatal } kritiske feil, { $errors } feil, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}, { $infos ->
    [one] 1 opplysning
   *[other] { $infos } opplysninger
}.

## Hva en regel spør om

asks-filled = Hvert punkt som kreves, er fylt ut.
asks-obsolete = Ingen tall står i punkter som er tatt ut av skjemaet.
asks-copied = Færre enn { $percent } % av punktene har samme tall som forrige halvår. Prøves når minst { $least } punkter er fylt ut begge ganger.
asks-duplicate = Ingen annen enhet har de samme tallene i alle punkter. Prøves når minst { $least } tall er andre enn 0.
asks-gone = Et punkt som hadde et tall forrige halvår, er fylt ut, og er ikke 0 når det var { $least } eller mer.
asks-answered = Det som ble spurt om i siste retur, er endret eller har en merknad.
asks-influence = Endringen fra i fjor flytter ikke tallet for fylket med mer enn { $percent } %.
asks-small = Tall fra 1 til { $most } er små grupper.
asks-hb = Endringen fra samme halvår i fjor er vanlig blant alle enheter i landet (Hidiroglou–Berthelot).
asks-therror = |log10(nå / i fjor)| er høyst { $limit }: antallet sifre stemmer.
asks-quartile = { $of } som andel av { $per } er vanlig blant alle enheter i landet. Prøves når { $per } er minst { $least }.
asks-rate = { $of } per {"1\u00A0000"} barn er vanlig blant enheter av samme størrelse. Prøves når det er minst { $least } barn.
asks-square-root = Forskjellen på kvadratrøttene nå og i fjor er vanlig blant alle enheter i landet.
asks-history = Tallet er vanlig for enheten selv, målt mot minst { $min } tidligere halvår.
asks-late = Rapporten er mottatt innen kommunens frist.
asks-extensions = Antallet godkjente utvidelser (7A) er oppgitt når det skal, og fristbruddene følger av det.
asks-comment = En retur har en kommentar som sier hvorfor.
asks-new-system = På nytt fagsystem meldes utvidelser sak for sak.
asks-identity = Ingen tekst som forlater embetet, har et fødselsnummer, D-nummer eller DUF-nummer.
asks-language = Teksten er på kommunens målform.
asks-children = barn 0–17 år
asks-previous = { $point } (forrige halvår)
asks-last-year = { $point } (samme halvår i fjor)

## Tallene en grense er laget av

parameter-u = hvor mye enhetens størrelse teller, fra 0 til 1 (U)
parameter-a = minste bredde, som andel av medianen (A)
parameter-c = så mange kvartilavstander fra medianen er vanlig (C)
parameter-min-units = færreste enheter å sammenligne med
parameter-k-lower = så mange kvartilavstander under medianen er vanlig
parameter-k-upper = så mange kvartilavstander over medianen er vanlig
parameter-least = minste tall regelen dømmer etter
parameter-limit = største avvik som er vanlig
parameter-floor = minste spredning det regnes med
parameter-iterate-limit = avvik som holder en enhet utenfor tallet for landet
parameter-min = færreste tidligere halvår
parameter-percent = grensen i prosent
parameter-most = største tall som er en liten gruppe

## Forklaringer av regler, punkter, koder og feil

about-severity = Alvorlighet
about-asks = Spør om
about-limits = Grenser
about-why = Forklaring
about-check = Til enheten
about-law = Lov
about-source = Kilde
about-confidence = Hvor sikkert
about-since = Gjelder fra
about-since-form = { $from } (skjema { $form })
about-packs = Regelsett
about-points = Punkter
about-section = Del
about-definition = Teller
about-measure = Målt
about-filled-by = Fylles ut av
about-required = Kreves
about-is-required = ja, en rapport uten det blir ikke tatt imot (K01)
about-not-required = nei, punktet kan stå tomt
about-sums-to = Del av summen
about-at-most = Del av
about-parts = Deler
about-rules = Regler
about-confused = Ofte forvekslet med
about-forms = Skjemaversjoner
about-form = { $form } fra { $from }: { $code }, { $law }
about-form-without = { $form } fra { $from }: ikke i skjemaet
about-no-law = ingen lovhenvisning
about-removed = Utgått
about-removed-since = utgått fra { $since }: { $why }
about-breaks = Brudd i serien
about-break = { $from }: { $says }
about-break-hard = { $from }: { $says } Kan ikke sammenlignes med tidligere tall.
about-code-list = Kodeliste
about-means = Betyr
about-from = { $text } fra { $from }
about-from-until = { $text } fra { $from } til { $until }
about-note = Merk
about-codes = Koder
about-what = Hva som har hendt
about-what-now = Gjør dette
about-exit-code = Avslutningskode
about-stored = Lagret
about-stored-no = ingenting er lagret
about-stored-unknown = ikke kjent; samme kommando kan trygt gis på nytt
about-refusal = grunn til at noe ikke blir tatt imot
about-file-fault = grunn til at en fil ikke kan leses
about-note-code = opplysning om hvordan en fil ble lest
about-fault = feil i svaret på en kommando
about-kind = Hva slags
about-measure-flow = i perioden: alt som hendte i løpet av halvåret
about-measure-stock-start = per dato: første dag i halvåret
about-measure-stock-end = per dato: siste dag i halvåret
about-measure-decision = statsforvalterens avgjørelse
about-filled-by-municipality = kommunen eller bydelen
about-filled-by-office = statsforvalteren
about-filled-by-computed = ingen; tallet regnes ut
about-effect-ok = ingenting ble funnet
about-effect-info = vises, og er aldri i veien
about-effect-warning = godtas eller spørres om
about-effect-error = godkjenning krever en begrunnelse
about-effect-fatal = rapporten blir ikke tatt imot
confidence-sure = sikkert: står i en kilde som er laget av eller for direktoratet, eller i loven
confidence-likely = sannsynlig: følger av et publisert tall eller av noe som er sikkert
confidence-reconstructed = rekonstruert: vår egen slutning, som ingen kilde sier
