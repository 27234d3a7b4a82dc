### Det regelsettet sier om en rapport, på bokmål. De samme navnene og feltene står i nn.ftl og en.ftl.
###
### Hver setning hører til et mønster («pattern») i config/rules. I $left og $right står tallene slik: 2D 50 + 2E 6 + 2F 1.
### I $point står bokstaven og navnet på punktet. «letter-…» er det samme funnet i et brev, der leseren ikke har skjemaet ved
### siden av: $left og $right er da «50 i 2D («Avsluttet innen 3 måneder») + 6 i 2E (…)».

## Funn fra regnestykker

finding-sum = { $left } = { $left-sum }, men { $right }. Forskjell { $diff }.
finding-part = { $left } er mer enn { $right }. Forskjell { $diff }.
finding-carry-over = { $left }, men { $right }. Forskjell { $diff }.
finding-balance = { $left } = { $left-sum }, men { $right }. Forskjell { $diff }.
finding-link = { $first } mot { $second }. Forskjellen på { $gap } er større enn ventet.
finding-time = Fristbrudd: { $left-sum } ({ $left }).
finding-norm = { $left }: kravet er ikke oppfylt for { $diff }.
finding-population = { $left } er mer enn { $right }. Forskjell { $diff }.

## Funn fra sammenligning med andre enheter og med i fjor

finding-hb = { $point }: { $now } mot { $before } i { $last-year } ({ $change }). Ventet { $low }–{ $high }.
finding-therror = { $point }: { $now } mot { $before } i { $last-year }. Antallet sifre kan være feil.
finding-quartile = { $of } av { $per } er { $ratio }. Vanlig blant { $units } enheter: { $low } til { $high }.
finding-rate = { $point }: { $now } på { $children } barn, { $rate } per {"1\u00A0000"}. Vanlig blant { $units } like store enheter: { $low }–{ $high }.
finding-square-root = { $point }: { $now } mot { $before } i { $last-year }. Ventet { $low }–{ $high }.
finding-influence = { $point }: { $now } mot { $before } i { $last-year } flytter tallet for { $county } med { $percent }.
finding-duplicate = Alle { $same } utfylte punkter har samme tall som i rapporten fra { $others }.

## Funn fra sammenligning med enhetens egne rapporter

finding-history = { $point }: { $now }. Medianen av { $halves } tidligere halvår er { $median }. Ventet { $low }–{ $high }.
finding-copied = { $same } av { $filled } utfylte punkter har samme tall som i { $previous }.
finding-gone-empty = { $point }: tomt nå, men { $before } i { $previous }.
finding-gone-zero = { $point }: 0 nå, men { $before } i { $previous }.
finding-unanswered = { $point }: uendret og uten merknad siden returen.

## Funn om utfylling og behandling

finding-filled = { $point }: ikke fylt ut.
finding-obsolete = { $point }: har et tall, men punktet er tatt ut av skjemaet.
finding-late = Mottatt { $received }. Fristen var { $deadline }.
finding-small =
    { $n ->
        [one] Lite tall i { $points }. Det krever varsomhet i kommentarer og eksport.
       *[other] Små tall i { $n } punkter: { $points }. De krever varsomhet i kommentarer og eksport.
    }
finding-derived = Fristoverskridelser: { $count } (7B), { $share } av de avsluttede undersøkelsene (7C).
finding-no-count = Antallet godkjente utvidelser (7A) mangler.
finding-no-comment = Returen mangler en kommentar som sier hvorfor.
finding-new-system = Nytt fagsystem: utvidelser meldes sak for sak til tjenesten, og 7A trengs ikke.
finding-identity = Teksten ser ut til å inneholde et fødselsnummer, D-nummer eller DUF-nummer.
finding-language = Ord som ikke hører til kommunens målform: { $words }.

## De samme funnene i et brev til kommunen, som hele setninger: hva som står hvor, og hvor mye det skiller

letter-sum = Det står { $left }. Det blir til sammen { $left-sum }, men det står { $right }. Forskjellen er { $diff }.
letter-part = Det står { $left }, men bare { $right }. Forskjellen er { $diff }.
letter-carry-over = Det står { $left }, men { $right }. Forskjellen er { $diff }.
letter-balance = Det står { $left }. Det blir { $left-sum }, men det står { $right }. Forskjellen er { $diff }.
letter-link = Det står { $first } og { $second }. Forskjellen på { $gap } er større enn ventet.
letter-time = Rapporten viser { $left-sum } fristbrudd: { $left }.
letter-norm = Rapporten viser at et krav ikke er oppfylt for { $diff }: { $left }.
letter-population = Det står { $left }, men i alt bor det bare { $right } hos dere. Forskjellen er { $diff }.
letter-hb = Det står { $now } i { $point }, mot { $before } i { $last-year } ({ $change }). Ut fra utviklingen i landet var det ventet mellom { $low } og { $high }.
letter-therror = Det står { $now } i { $point }, mot { $before } i { $last-year }.
letter-quartile = Det står { $of } av { $per }, altså { $ratio }. Blant { $units } enheter i landet er { $low } til { $high } vanlig.
letter-rate = Det står { $now } i { $point }. Med { $children } barn 0–17 år blir det { $rate } per {"1\u00A0000"}. Blant { $units } like store enheter er { $low } til { $high } vanlig.
letter-square-root = Det står { $now } i { $point }, mot { $before } i { $last-year }. Ut fra utviklingen i landet var det ventet mellom { $low } og { $high }.
letter-history = Det står { $now } i { $point }. I de { $halves } tidligere halvårene vi sammenligner med, var det midterste tallet { $median }, og det var ventet mellom { $low } og { $high } nå.
letter-copied = I rapporten har { $same } av { $filled } utfylte punkter samme tall som i { $previous }.
letter-gone-empty = Punkt { $point } er tomt nå, men var { $before } i { $previous }.
letter-gone-zero = Punkt { $point } er 0 nå, men var { $before } i { $previous }.
letter-unanswered = Vi spurte om { $point } i forrige retur. Tallet er uendret og har ingen merknad.
letter-filled = Punkt { $point } er ikke fylt ut.
letter-obsolete = Det står et tall i { $point }, men punktet er tatt ut av skjemaet.

## Tallene i et regnestykke

term-now = { $point } { $value }
term-previous = { $point } { $value } ({ $period })
term-last-year = { $point } { $value } ({ $period })
term-long-now = { $value } i { $point }
term-long-previous = { $value } i { $point } for { $period }
term-long-last-year = { $value } i { $point } for { $period }
term-children = { $value } barn 0–17 år

## Alvorlighet

severity-ok = i orden
severity-info = opplysning
severity-warning = advarsel
severity-error = feil
severity-fatal = kritisk feil

## Hvorfor en regel ikke kunne prøves

skip-empty = et punkt som trengs, er tomt
skip-no-earlier = det finnes ingen tidligere tall å sammenligne med
skip-break = grensene eller skjemaet er endret siden sist
skip-too-few = for få halvår eller enheter å sammenligne med
skip-no-reference = tallene fra andre enheter er ikke tilgjengelige
skip-no-population = barnetallet er ikke kjent
skip-later = prøves når avgjørelsen tas
skip-not-received = det er ikke kjent når rapporten ble mottatt

## Hvem og når

office-name = Statsforvalteren { $place }
long-day = { $weekday } { $day }. { $month } { $year }
weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag
month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember
half-year-long-1 = 1. halvår { $year }
half-year-long-2 = 2. halvår { $year }
