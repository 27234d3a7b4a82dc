### Det som bibliotekene og operativsystemet sier, i våre egne ord. Delene står etter et kolon og har ikke punktum.

foreign-silent = grunnen er ikke oppgitt
foreign-other = grunnen er oppgitt av et programbibliotek, i dets egne ord: «{ $words }»
foreign-system = operativsystemet melder feil nummer { $number }
foreign-ended = programmet avsluttet med kode { $code }
foreign-at-line = { $told }, linje { $line }
foreign-at = { $told }, linje { $line }, tegn { $column }

## Filer, mapper og nett.

foreign-not-found = filen eller mappen finnes ikke
foreign-not-allowed = programmet mangler rettigheter til det
foreign-is-folder = det er en mappe og ikke en fil
foreign-no-folder = en del av stien er ikke en mappe
foreign-is-there = det finnes fra før
foreign-full = disken er full
foreign-too-large = filen er større enn det som er tillatt
foreign-read-only = det er skrivebeskyttet
foreign-refused = ingen svarer på adressen
foreign-broken = forbindelsen ble brutt
foreign-unreachable = maskinen eller nettet kan ikke nås
foreign-taken = adressen er opptatt; et annet program lytter der
foreign-not-here = adressen hører ikke til denne maskinen
foreign-late = det kom ikke noe svar i tide
foreign-short = filen slutter før den skal
foreign-not-utf8 = den er ikke i UTF-8

## Databasen.

foreign-busy = et annet program holder på å skrive i databasen; vent til det er ferdig, og prøv igjen
foreign-unwritten = disken kan ikke leses eller skrives
foreign-no-database = filen er skadet eller er ingen database
foreign-unopened = databasefilen kan ikke åpnes; se etter at mappen finnes og kan skrives i

## Innholdet av en fil: navn og verdier.

foreign-unknown-field = det er ikke noe felt «{ $name }»
foreign-unknown-word = «{ $name }» kan ikke stå her
foreign-only = (bare { $name })
foreign-one-of = (disse kan brukes: { $names })
foreign-near = (mente du { $name }?)
foreign-missing-field = feltet «{ $name }» mangler
foreign-field-twice = feltet «{ $name }» står to ganger
foreign-key-twice = en nøkkel står to ganger
foreign-cells = antall felter i raden er { $found }; i radene før er det { $wanted }
foreign-no-number = det er ikke et helt tall
foreign-number-range = tallet er for stort eller for lite
foreign-no-flag = det skal stå true eller false
foreign-wrong-kind = { $given } kan ikke stå her; det skal være { $wanted }
foreign-does-not-fit = { $given } kan ikke stå her
foreign-text = teksten «{ $value }»
foreign-value = { $value }
foreign-table = en tabell
foreign-list = en liste
foreign-nothing = en tom verdi
foreign-that = det som står der,
foreign-kind-text = tekst i anførselstegn
foreign-kind-count = et helt tall fra 0 og oppover
foreign-kind-number = et helt tall
foreign-kind-decimal = et tall
foreign-kind-flag = true eller false
foreign-kind-list = en liste i hakeparenteser
foreign-kind-table = en tabell

## Innholdet av en fil: skrivemåten.

foreign-syntax = skrivemåten er feil
foreign-ends = innholdet slutter midt i noe; en parentes eller et anførselstegn er ikke lukket
foreign-more = det står noe mer etter slutten
foreign-comma = det er et komma for mye
foreign-no-comma = det mangler et komma
foreign-unquoted = verdien mangler, eller tekst står uten anførselstegn
foreign-open-text = teksten er ikke avsluttet eller har et tegn som ikke kan stå i den
foreign-control = en tekst har et linjeskift eller et annet usynlig tegn
foreign-no-equals = det mangler et likhetstegn etter navnet
foreign-no-value = det mangler en verdi etter likhetstegnet
foreign-open-bracket = en parentes er ikke lukket
foreign-new-line = det står noe på linjen som skulle stått på en ny linje
foreign-members = det er mer enn { $most } felter i ett objekt
foreign-too-deep = det er for mange nivåer inni hverandre

## Argumentene på kommandolinjen.

usage-unknown = Det er ikke noe argument «{ $argument }».
usage-unknown-command = Det er ingen kommando «{ $given }».
usage-no-command = «{ $given }» må ha en kommando etter seg.
usage-missing = Det mangler noe: { $argument }
usage-no-value = Det mangler en verdi etter { $argument }.
usage-value = «{ $value }» kan ikke stå etter { $argument }.
usage-because = { $told }: { $why }.
usage-too-many = Det står for mange verdier etter { $argument }: «{ $value }» er én for mye.
usage-conflict = { $argument } kan ikke brukes sammen med { $others }.
usage-twice = { $argument } står mer enn én gang.
usage-not-utf8 = Et argument er ikke i UTF-8.
usage-allowed = Disse kan brukes: { $values }.
usage-meant = Mente du { $names }?
usage-options = [VALG]
usage-command = <KOMMANDO>
usage-how = Skrives slik: { $usage }

## Enheter som ikke passer sammen.

borders-no-successor = ingen enhet tar over etter { $unit }
borders-no-unit = det er ingen enhet { $unit } dagen før
borders-no-municipality = bydelen { $unit } har ingen kommune

## Tegn som ikke kan sendes.

hidden-sign = { $what ->
    [comment] Kommentaren
    [body] Brevet
   *[subject] Emnet
} har et tegn som ikke kan sendes: { $sign }, linje { $line }, tegn { $column }.
hidden-sign-advice = Ingenting er sendt. Ta tegnet bort og prøv igjen. Ofte er det kommet med fra et annet program ved innliming.
hidden-sign-null = tegnet med nummer 0 (U+0000)
hidden-sign-escape = Esc (U+001B)
hidden-sign-break = et linjeskift ({ $code }); et emne skal stå på én linje
hidden-sign-control = et styretegn ({ $code })
hidden-sign-turn = et tegn som snur skriveretningen ({ $code })
hidden-sign-hidden = et tegn som ikke vises ({ $code })

cli-homeless = systemet sier ikke hvilken mappe som er din
