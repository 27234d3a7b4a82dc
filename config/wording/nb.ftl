### Det regelsettet sier om en rapport, på bokmål. De samme navnene og feltene står i nn.ftl og en.ftl.
###
### Hver setning hører til et mønster («pattern») i config/rules. I $left og $right står tallene slik: 2D 50 + 2E 6 + 2F 1.
### I $point står bokstaven og navnet på punktet.

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

## Tallene i et regnestykke

term-now = { $point } { $value }
term-previous = { $point } { $value } ({ $period })
term-last-year = { $point } { $value } ({ $period })
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
