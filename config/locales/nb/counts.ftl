### Antall utvidelser (7A) for mange rapporter på én gang: rutenettet, innliming og fil.

## Hvorfor en rad i en liste med antall ikke tas inn.

refusal-unit-twice = Enheten står flere ganger, på linje { $lines }. Ingen av radene tas inn; la den stå én gang.
refusal-ambiguous-unit = «{ $given }» kan være flere: { $units }. Skriv det så bare én passer.
refusal-unit-not-listed = «{ $unit }» er ikke blant rapportene i listen.
refusal-unit-solved = Rapporten er alt avgjort.
refusal-count-missing = Raden har ikke noe antall.
refusal-not-a-count-row = Raden skal ha enhet og antall, skilt med semikolon, tabulator eller komma.
refusal-colleagues-draft = { $name } har et utkast på saken. Det overskrives ikke: ta det over først, i saken eller med t i rutenettet.
    .aloud = { $name } har et utkast på saken. Det overskrives ikke: ta det over først.

## Rutenettet

grid-title = Antall utvidelser (7A)
grid-progress = { $given } av { $all } har antall
grid-progress-short = { $given }/{ $all }
grid-marked = { $n ->
    [one] Merket: { $shown } rapport
   *[other] Merkede: { $shown } rapporter
}
grid-view = { $n ->
    [one] { $view }: { $shown } rapport
   *[other] { $view }: { $shown } rapporter
}
grid-cut = flere enn det er plass til, { $total } i alt
grid-saved = alt er lagret som utkast
grid-saving = lagres …
grid-on-disk = ligger på disken, sendes når forbindelsen er tilbake
grid-waiting = Henter rapportene …
grid-failed = Rapportene kunne ikke hentes. { $why }
grid-column-rule = REGEL
grid-rule-required = påkrevd
grid-rule-optional = valgfritt
grid-rule-forbidden = rapporteres ikke
grid-rule-why = { $rule }: { $why }
grid-note-at-most = høyst { $most }
grid-note-wrong = ikke et tall
grid-note-not-saved = ikke lagret
grid-note-registered = eget register: { $count }
grid-note-draft = utkast: { $name }
grid-detail = { $name }, versjon { $version }.
grid-detail-required = Antallet er påkrevd: enheten er på gammelt fagsystem.
grid-solved-by = Alt avgjort av { $name }.
grid-path = Fil med enhet og antall:
count-outcome-saved = Lagret.
count-outcome-newer-version = Det er kommet versjon { $version }. Antallet er ikke lagret. F5 henter tallene på nytt; Enter på raden lagrer antallet på den nye versjonen.
count-outcome-not-found = Rapporten finnes ikke lenger, eller den hører til et annet embete.

message-grid-no-reports = Det er ingen åpne rapporter å gi antall for her. Velg en visning med rapporter (w), eller merk noen.
message-grid-digits = Bare sifre skrives her. Pilene flytter, Enter går til neste rad, Esc går ut.
    .aloud = Bare sifre skrives her.
message-grid-colleague = { $name } har et utkast på rapporten. Det overskrives ikke; trykk t for å ta det over.
    .aloud = { $name } har et utkast på rapporten. Det overskrives ikke: ta det over først.
message-grid-no-colleague = Ingen kollega har utkast på denne raden.
message-grid-taken-over = Utkastet til { $name } er ditt når du skriver et antall.
message-grid-last = Siste rad. Esc går ut; alt er lagret som utkast.
    .aloud = Siste rad.
message-grid-wrong = { $n ->
    [one] Ett antall er ikke tatt med: se raden. Rett det, eller trykk Esc én gang til for å gå ut uten det.
   *[other] { $shown } antall er ikke tatt med: se radene. Rett dem, eller trykk Esc én gang til for å gå ut uten dem.
}
message-grid-left = Antall står på { $given } av { $all ->
    [one] 1 rapport
   *[other] { $all } rapporter
}.
message-counts-saved = { $said } Lagret som utkast.
message-counts-failed = Antallene kunne ikke lagres. { $why }
message-counts-some = { $stored ->
    [one] 1 antall er lagret
   *[other] { $stored } antall er lagret
}. { $reference }: { $why }{ $others ->
    [0] {""}
    [one] {" "}Ett til ble ikke lagret.
   *[other] {" "}{ $others } til ble ikke lagret.
}
message-counts-taken = { $taken ->
    [one] Ett antall er tatt inn
   *[other] { $taken } antall er tatt inn
}{ $refused ->
    [0] .
    [one] , én rad er ikke tatt inn.
   *[other] , { $refused } rader er ikke tatt inn.
}
message-counts-none-taken = Ingen antall er tatt inn.
message-counts-none-fit = Ingen av radene passer. Ingen antall er tatt inn.
message-file-missing = Det finnes ingen fil «{ $path }».
message-file-not-allowed = Du har ikke lov til å lese filen «{ $path }».
message-file-not-plain = «{ $path }» er ikke en vanlig fil.
message-file-unread = Filen «{ $path }» kan ikke leses ({ $why }).

## Rapporten om en liste, før noe tas inn

counts-title-paste = Innlimt liste med antall
counts-title-file = Antall fra { $file }
counts-sum = { $n ->
    [one] { $shown } rad
   *[other] { $shown } rader
}
counts-fit = { $n ->
    [0] ingen passer
    [one] { $shown } passer og kan tas inn
   *[other] { $shown } passer og kan tas inn
}
counts-fault-sum = { $count } { $what }
counts-fault-unknown-unit = med ukjent enhet
counts-fault-twice = der enheten står flere ganger
counts-fault-out-of-range = utenfor 0 til 2E
counts-fault-not-whole = uten et helt tall
counts-fault-missing = uten antall
counts-fault-forbidden = der antall ikke rapporteres for enheten
counts-fault-not-listed = som ikke er i listen
counts-fault-solved = som alt er avgjort
counts-fault-colleague = med utkast av en kollega
counts-fault-cells = som ikke er enhet og antall
counts-not-taken = Tas ikke inn
counts-taken = Tas inn
counts-problem = Linje { $line }, { $given }: { $why }
counts-problem-nameless = Linje { $line }: { $why }
counts-untold = { $n ->
    [one] og én rad til
   *[other] og { $shown } rader til
}
counts-fitting = Linje { $line }: { $name } { $count }{ $before }
counts-before = {" "}(sto { $before })
counts-enter = { $n ->
    [one] Enter tar inn det ene, Esc ingen.
   *[other] Enter tar inn de { $shown }, Esc ingen.
}
counts-enter-none = Ingenting å ta inn. Esc går tilbake.
    .aloud = Ingenting å ta inn.

## Lenker, brev og spørsmål til direktoratet

library-title = Lenker og brev
library-ask = Spør Bufdir
library-ask-to = Til { $address }
library-ask-address = Spørsmål om Barnevernsregisteret og rapporteringen. Åpne en rapport og trykk L for en mal med enhet og periode.
    .aloud = Spørsmål om Barnevernsregisteret og rapporteringen.
library-links = Lenker (ingen åpnes av programmet)
library-letters = Brev som reglene viser til
library-letter = { $number }, { $date }
library-letter-subject = { $subject }{ $sure }
library-subject-sure = {""}
library-subject-likely = {" "}(slik det omtales i senere brev)
library-subject-reconstructed = {" "}(vår omtale)

cli-link-address = Adresse
cli-link-about = Om
cli-letter-subject = Gjelder
cli-letter-says = Sier
cli-library-source = Kilde
cli-library-sure = Hvor sikkert
library-sure-sure = sikkert
library-sure-likely = sannsynlig
library-sure-reconstructed = vår tolkning

## Kommandoer

cmd-count-grid = Skriv antall utvidelser for alle merkede rapporter, eller for dem i visningen
cmd-next-row = Neste rad som skal ha antall
cmd-import-counts = Les antall fra en fil
cmd-take-over = Ta over utkastet til en kollega
cmd-take-counts = Ta inn antallene som passer
cmd-library = Lenker, brev og spørsmål til Bufdir
hint-count-grid = rutenett
hint-next-row = neste rad
hint-import-counts = les fil
hint-take-over = ta over
hint-take-counts = ta inn
hint-library = lenker
