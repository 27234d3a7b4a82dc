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
check-total = { $reports } rapporter: { $fatal } kritiske feil, { $errors } feil, { $warnings } advarsler, { $infos } opplysninger.

## Hva en regel spør om

asks-filled = Hvert punkt som kreves, er fylt ut.
asks-obsolete = Ingen tall står i punkter som er tatt ut av skjemaet.
asks-copied = Færre enn { $percent } % av punktene har samme tall som forrige halvår. Prøves når minst { $least } punkter er fylt ut begge ganger.
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

explain-severity = Alvorlighet
explain-asks = Spør om
explain-limits = Grenser
explain-why = Forklaring
explain-check = Til enheten
explain-law = Lov
explain-source = Kilde
explain-confidence = Hvor sikkert
explain-since = Gjelder fra
explain-since-form = { $from } (skjema { $form })
explain-packs = Regelsett
explain-points = Punkter
explain-section = Del
explain-definition = Teller
explain-measure = Målt
explain-filled-by = Fylles ut av
explain-required = Kreves
explain-is-required = ja, en rapport uten det blir ikke tatt imot (K01)
explain-not-required = nei, punktet kan stå tomt
explain-sums-to = Del av summen
explain-at-most = Del av
explain-parts = Deler
explain-rules = Regler
explain-confused = Ofte forvekslet med
explain-forms = Skjemaversjoner
explain-form = { $form } fra { $from }: { $code }, { $law }
explain-form-without = { $form } fra { $from }: ikke i skjemaet
explain-no-law = ingen lovhenvisning
explain-removed = Utgått
explain-removed-since = utgått fra { $since }: { $why }
explain-breaks = Brudd i serien
explain-break = { $from }: { $says }
explain-break-hard = { $from }: { $says } Kan ikke sammenlignes med tidligere tall.
explain-code-list = Kodeliste
explain-means = Betyr
explain-from = { $text } fra { $from }
explain-from-until = { $text } fra { $from } til { $until }
explain-note = Merk
explain-codes = Koder
explain-what = Hva som har hendt
explain-what-now = Gjør dette
explain-exit-code = Avslutningskode
explain-stored = Lagret
explain-stored-no = ingenting er lagret
explain-stored-unknown = ikke kjent; samme kommando kan trygt gis på nytt
explain-refusal = grunn til at noe ikke blir tatt imot
explain-file-fault = grunn til at en fil ikke kan leses
explain-note-code = opplysning om hvordan en fil ble lest
explain-fault = feil i svaret på en kommando
explain-kind = Hva slags
explain-measure-flow = i perioden: alt som hendte i løpet av halvåret
explain-measure-stock-start = per dato: første dag i halvåret
explain-measure-stock-end = per dato: siste dag i halvåret
explain-measure-decision = statsforvalterens avgjørelse
explain-filled-by-municipality = kommunen eller bydelen
explain-filled-by-office = statsforvalteren
explain-filled-by-computed = ingen; tallet regnes ut
explain-effect-ok = ingenting ble funnet
explain-effect-info = vises, og er aldri i veien
explain-effect-warning = godtas eller spørres om
explain-effect-error = godkjenning krever en begrunnelse
explain-effect-fatal = rapporten blir ikke tatt imot
confidence-sure = sikkert: står i en kilde som er laget av eller for direktoratet, eller i loven
confidence-likely = sannsynlig: følger av et publisert tall eller av noe som er sikkert
confidence-reconstructed = rekonstruert: vår egen slutning, som ingen kilde sier
