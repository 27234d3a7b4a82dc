### Det regelsettet seier om ein rapport, på nynorsk. Dei same namna og felta står i nb.ftl og en.ftl.
###
### Kvar setning høyrer til eit mønster («pattern») i config/rules. I $left og $right står tala slik: 2D 50 + 2E 6 + 2F 1.
### I $point står bokstaven og namnet på punktet. «letter-…» er det same funnet i eit brev, der lesaren ikkje har skjemaet ved
### sida av: $left og $right er då «50 i 2D («Avslutta innan 3 månader») + 6 i 2E (…)».

## Funn frå reknestykke

finding-sum = { $left } = { $left-sum }, men { $right }. Skilnad { $diff }.
finding-part = { $left } er meir enn { $right }. Skilnad { $diff }.
finding-carry-over = { $left }, men { $right }. Skilnad { $diff }.
finding-balance = { $left } = { $left-sum }, men { $right }. Skilnad { $diff }.
finding-link = { $first } mot { $second }. Skilnaden på { $gap } er større enn venta.
finding-time = Fristbrot: { $left-sum } ({ $left }).
finding-norm = { $left }: kravet er ikkje oppfylt for { $diff }.
finding-population = { $left } er meir enn { $right }. Skilnad { $diff }.

## Funn frå samanlikning med andre einingar og med i fjor

finding-hb = { $point }: { $now } mot { $before } i { $last-year } ({ $change }). Venta { $low }–{ $high }.
finding-therror = { $point }: { $now } mot { $before } i { $last-year }. Talet på siffer kan vere feil.
finding-quartile = { $of } av { $per } er { $ratio }. Vanleg blant { $units } einingar: { $low } til { $high }.
finding-rate = { $point }: { $now } på { $children } barn, { $rate } per {"1\u00A0000"}. Vanleg blant { $units } like store einingar: { $low }–{ $high }.
finding-square-root = { $point }: { $now } mot { $before } i { $last-year }. Venta { $low }–{ $high }.
finding-influence = { $point }: { $now } mot { $before } i { $last-year } flyttar talet for { $county } med { $percent }.
finding-duplicate = Alle { $same } utfylte punkt har same tal som i rapporten frå { $others }.

## Funn frå samanlikning med eininga sine eigne rapportar

finding-history = { $point }: { $now }. Medianen av { $halves } tidlegare halvår er { $median }. Venta { $low }–{ $high }.
finding-copied = { $same } av { $filled } utfylte punkt har same tal som i { $previous }.
finding-gone-empty = { $point }: tomt no, men { $before } i { $previous }.
finding-gone-zero = { $point }: 0 no, men { $before } i { $previous }.
finding-unanswered = { $point }: uendra og utan merknad sidan returen.

## Funn om utfylling og behandling

finding-filled = { $point }: ikkje fylt ut.
finding-obsolete = { $point }: har eit tal, men punktet er teke ut av skjemaet.
finding-late = Motteke { $received }. Fristen var { $deadline }.
finding-small =
    { $n ->
        [one] Lite tal i { $points }. Det krev varsemd i kommentarar og eksport.
       *[other] Små tal i { $n } punkt: { $points }. Dei krev varsemd i kommentarar og eksport.
    }
finding-derived = Fristoversitjingar: { $count } (7B), { $share } av dei avslutta undersøkingane (7C).
finding-no-count = Talet på godkjende utvidingar (7A) manglar.
finding-no-comment = Returen manglar ein kommentar som seier kvifor.
finding-new-system = Nytt fagsystem: utvidingar blir melde sak for sak til tenesta, og 7A trengst ikkje.
finding-identity = Teksten ser ut til å innehalde eit fødselsnummer, D-nummer eller DUF-nummer.
finding-language = Ord som ikkje høyrer til målforma i kommunen: { $words }.

## Dei same funna i eit brev til kommunen, som heile setningar: kva som står kvar, og kor mykje det skil

letter-sum = Det står { $left }. Det blir til saman { $left-sum }, men det står { $right }. Skilnaden er { $diff }.
letter-part = Det står { $left }, men berre { $right }. Skilnaden er { $diff }.
letter-carry-over = Det står { $left }, men { $right }. Skilnaden er { $diff }.
letter-balance = Det står { $left }. Det blir { $left-sum }, men det står { $right }. Skilnaden er { $diff }.
letter-link = Det står { $first } og { $second }. Skilnaden på { $gap } er større enn venta.
letter-time = Rapporten viser { $left-sum } fristbrot: { $left }.
letter-norm = Rapporten viser at eit krav ikkje er oppfylt for { $diff }: { $left }.
letter-population = Det står { $left }, men i alt bur det berre { $right } hos dykk. Skilnaden er { $diff }.
letter-hb = Det står { $now } i { $point }, mot { $before } i { $last-year } ({ $change }). Ut frå utviklinga i landet var det venta mellom { $low } og { $high }.
letter-therror = Det står { $now } i { $point }, mot { $before } i { $last-year }.
letter-quartile = Det står { $of } av { $per }, altså { $ratio }. Blant { $units } einingar i landet er { $low } til { $high } vanleg.
letter-rate = Det står { $now } i { $point }. Med { $children } barn 0–17 år blir det { $rate } per {"1\u00A0000"}. Blant { $units } like store einingar er { $low } til { $high } vanleg.
letter-square-root = Det står { $now } i { $point }, mot { $before } i { $last-year }. Ut frå utviklinga i landet var det venta mellom { $low } og { $high }.
letter-history = Det står { $now } i { $point }. I dei { $halves } tidlegare halvåra vi samanliknar med, var det midtarste talet { $median }, og det var venta mellom { $low } og { $high } no.
letter-copied = I rapporten har { $same } av { $filled } utfylte punkt same tal som i { $previous }.
letter-gone-empty = Punkt { $point } er tomt no, men var { $before } i { $previous }.
letter-gone-zero = Punkt { $point } er 0 no, men var { $before } i { $previous }.
letter-unanswered = Vi spurde om { $point } i førre retur. Talet er uendra og har ingen merknad.
letter-filled = Punkt { $point } er ikkje fylt ut.
letter-obsolete = Det står eit tal i { $point }, men punktet er teke ut av skjemaet.

## Tala i eit reknestykke

term-now = { $point } { $value }
term-previous = { $point } { $value } ({ $period })
term-last-year = { $point } { $value } ({ $period })
term-long-now = { $value } i { $point }
term-long-previous = { $value } i { $point } for { $period }
term-long-last-year = { $value } i { $point } for { $period }
term-children = { $value } barn 0–17 år

## Alvor

severity-ok = i orden
severity-info = opplysning
severity-warning = åtvaring
severity-error = feil
severity-fatal = kritisk feil

## Kvifor ein regel ikkje kunne prøvast

skip-empty = eit punkt som trengst, er tomt
skip-no-earlier = det finst ingen tidlegare tal å samanlikne med
skip-break = grensene eller skjemaet er endra sidan sist
skip-too-few = for få halvår eller einingar å samanlikne med
skip-no-reference = tala frå andre einingar er ikkje tilgjengelege
skip-no-population = barnetalet er ikkje kjent
skip-later = blir prøvd når avgjerda blir teken
skip-not-received = det er ikkje kjent når rapporten vart motteken

## Kven og når

office-name = Statsforvaltaren { $place }
long-day = { $weekday } { $day }. { $month } { $year }
weekday-1 = måndag
weekday-2 = tysdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = laurdag
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
