### Antall utvidelser (7A) for mange rapporter på én gang: rutenettet, innliming og fil.

## Hvorfor en rad i en liste med antall ikke tas inn.

refusal-unit-twice = Enheten står flere ganger, på linje { $lines }. Ingen av radene tas inn; la den stå én gang.
refusal-ambiguous-unit = «{ $given }» kan være flere: { $units }. Skriv enhetsnummeret, og ta med én periode om gangen.
refusal-unit-not-listed = «{ $unit }» er ikke blant rapportene i listen.
refusal-unit-solved = Rapporten er alt avgjort.
refusal-count-missing = Raden har ikke noe antall.
refusal-not-a-count-row = Raden skal ha enhet og antall, skilt med semikolon, tabulator eller komma.
refusal-colleagues-draft = { $name } har et utkast på rapporten. Det overskrives ikke; trykk t på raden i rutenettet for å ta det over.
