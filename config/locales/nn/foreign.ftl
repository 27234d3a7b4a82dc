### Det som biblioteka og operativsystemet seier, med våre eigne ord. Delane står etter eit kolon og har ikkje punktum.

foreign-silent = grunnen er ikkje oppgitt
foreign-other = grunnen er oppgitt av eit programbibliotek, med dei orda biblioteket sjølv bruker: «{ $words }»
foreign-system = operativsystemet melder feil nummer { $number }
foreign-ended = programmet avslutta med kode { $code }
foreign-at-line = { $told }, linje { $line }
foreign-at = { $told }, linje { $line }, teikn { $column }

## Filer, mapper og nett.

foreign-not-found = fila eller mappa finst ikkje
foreign-not-allowed = programmet manglar rettar til det
foreign-is-folder = det er ei mappe og ikkje ei fil
foreign-no-folder = ein del av stien er ikkje ei mappe
foreign-is-there = det finst frå før
foreign-full = disken er full
foreign-too-large = fila er større enn det som er tillate
foreign-read-only = det er skriveverna
foreign-refused = ingen svarer på adressa
foreign-broken = sambandet vart brote
foreign-unreachable = maskina eller nettet er ikkje å nå
foreign-taken = adressa er oppteken; eit anna program lyttar der
foreign-not-here = adressa høyrer ikkje til denne maskina
foreign-late = det kom ikkje noko svar i tide
foreign-short = fila sluttar før ho skal
foreign-not-utf8 = innhaldet er ikkje i UTF-8

## Databasen.

foreign-busy = eit anna program held på å skrive i databasen; vent til det er ferdig, og prøv igjen
foreign-unwritten = disken kan ikkje lesast eller skrivast
foreign-no-database = fila er skadd eller er ingen database
foreign-unopened = databasefila kan ikkje opnast; sjå etter at mappa finst og kan skrivast i

## Innhaldet i ei fil: namn og verdiar.

foreign-unknown-field = det finst ikkje noko felt «{ $name }»
foreign-unknown-word = «{ $name }» kan ikkje stå her
foreign-only = (berre { $name })
foreign-one-of = (desse kan brukast: { $names })
foreign-near = (meinte du { $name }?)
foreign-missing-field = feltet «{ $name }» manglar
foreign-field-twice = feltet «{ $name }» står to gonger
foreign-key-twice = ein nøkkel står to gonger
foreign-cells = talet på felt i rada er { $found }; i radene før er det { $wanted }
foreign-no-number = det er ikkje eit heilt tal
foreign-number-range = talet er for stort eller for lite
foreign-no-flag = det skal stå true eller false
foreign-wrong-kind = { $given } kan ikkje stå her; det skal vere { $wanted }
foreign-does-not-fit = { $given } kan ikkje stå her
foreign-text = teksten «{ $value }»
foreign-value = { $value }
foreign-table = ein tabell
foreign-list = ei liste
foreign-nothing = ein tom verdi
foreign-that = det som står der,
foreign-kind-text = tekst i hermeteikn
foreign-kind-count = eit heilt tal frå 0 og oppover
foreign-kind-number = eit heilt tal
foreign-kind-decimal = eit tal
foreign-kind-flag = true eller false
foreign-kind-list = ei liste i hakeparentesar
foreign-kind-table = ein tabell

## Innhaldet i ei fil: skrivemåten.

foreign-syntax = skrivemåten er feil
foreign-ends = innhaldet sluttar midt i noko; ein parentes eller eit hermeteikn er ikkje lukka
foreign-more = det står noko meir etter slutten
foreign-comma = det er eit komma for mykje
foreign-no-comma = det manglar eit komma
foreign-unquoted = verdien manglar, eller tekst står utan hermeteikn
foreign-open-text = teksten er ikkje avslutta eller har eit teikn som ikkje kan stå i han
foreign-control = ein tekst har eit linjeskift eller eit anna usynleg teikn
foreign-no-equals = det manglar eit likskapsteikn etter namnet
foreign-no-value = det manglar ein verdi etter likskapsteiknet
foreign-open-bracket = ein parentes er ikkje lukka
foreign-new-line = det står noko på linja som skulle stått på ei ny linje
foreign-members = det er meir enn { $most } felt i eitt objekt
foreign-too-deep = det er for mange nivå inni kvarandre

## Argumenta på kommandolinja.

usage-unknown = Det finst ikkje noko argument «{ $argument }».
usage-unknown-command = Det finst ingen kommando «{ $given }».
usage-no-command = «{ $given }» må ha ein kommando etter seg.
usage-missing = Det manglar noko: { $argument }
usage-no-value = Det manglar ein verdi etter { $argument }.
usage-value = «{ $value }» kan ikkje stå etter { $argument }.
usage-because = { $told }: { $why }.
usage-too-many = Det står for mange verdiar etter { $argument }: «{ $value }» er éin for mykje.
usage-conflict = { $argument } kan ikkje brukast saman med { $others }.
usage-twice = { $argument } står meir enn éin gong.
usage-not-utf8 = Eit argument er ikkje i UTF-8.
usage-allowed = Desse kan brukast: { $values }.
usage-meant = Meinte du { $names }?
usage-options = [VAL]
usage-command = <KOMMANDO>
usage-how = Skriv det slik: { $usage }

## Einingar som ikkje passar saman.

borders-no-successor = inga eining tek over etter { $unit }
borders-no-unit = det er inga eining { $unit } dagen før
borders-no-municipality = bydelen { $unit } har ingen kommune

## Teikn som ikkje kan sendast.

hidden-sign = { $what ->
    [comment] Kommentaren
    [body] Brevet
   *[subject] Emnet
} har eit teikn som ikkje kan sendast: { $sign }, linje { $line }, teikn { $column }.
hidden-sign-advice = Ingenting er sendt. Ta teiknet bort, og prøv igjen. Ofte har det kome med frå eit anna program ved innliming.
hidden-sign-null = teiknet med nummer 0 (U+0000)
hidden-sign-escape = Esc (U+001B)
hidden-sign-break = eit linjeskift ({ $code }); eit emne skal stå på éi linje
hidden-sign-control = eit styreteikn ({ $code })
hidden-sign-turn = eit teikn som snur skriveretninga ({ $code })
hidden-sign-hidden = eit teikn som ikkje er synleg ({ $code })

cli-homeless = systemet seier ikkje kva mappe som er di
