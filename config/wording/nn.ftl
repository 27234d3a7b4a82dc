### Det regelsettet seier om ein rapport, på nynorsk. Dei same namna og felta står i nb.ftl og en.ftl.
###
### Kvar setning høyrer til eit mønster («pattern») i config/rules. I $left og $right står tala slik: 2D 50 + 2E 6 + 2F 1.
### I $point står bokstaven og namnet på punktet.

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

## Tala i eit reknestykke

term-now = { $point } { $value }
term-previous = { $point } { $value } ({ $period })
term-last-year = { $point } { $value } ({ $period })
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
