### Talet på utvidingar (7A) for mange rapportar på éin gong: rutenettet, innliming og fil.

## Kvifor ei rad i ei liste med tal ikkje blir teken inn.

refusal-unit-twice = Eininga står fleire gonger, på linje { $lines }. Ingen av radene blir tekne inn; la ho stå éin gong.
refusal-ambiguous-unit = «{ $given }» kan vere fleire: { $units }. Skriv det så berre éi passar.
refusal-unit-not-listed = «{ $unit }» er ikkje blant rapportane i lista.
refusal-unit-solved = Rapporten er alt avgjord.
refusal-count-missing = Rada har ikkje noko tal på utvidingar.
refusal-not-a-count-row = Rada skal ha eining og tal på utvidingar, skilde med semikolon, tabulator eller komma.
refusal-colleagues-draft = { $name } har eit utkast på saka. Det blir ikkje overskrive: Ta det over først, i saka eller med t i rutenettet.
    .aloud = { $name } har eit utkast på saka. Det blir ikkje skrive over: ta det over først.

## Rutenettet

grid-title = Tal på utvidingar (7A)
grid-progress = { $given } av { $all } har tal
grid-progress-short = { $given }/{ $all }
grid-marked = { $n ->
    [one] Merkt: { $shown } rapport
   *[other] Merkte: { $shown } rapportar
}
grid-view = { $n ->
    [one] { $view }: { $shown } rapport
   *[other] { $view }: { $shown } rapportar
}
grid-cut = fleire enn det er plass til, { $total } i alt
grid-saved = alt er lagra som utkast
grid-saving = lagrar …
grid-on-disk = ligg på disken, blir sendt når sambandet er tilbake
grid-waiting = Hentar rapportane …
grid-failed = Rapportane kunne ikkje hentast. { $why }
grid-column-rule = REGEL
grid-rule-required = påkravt
grid-rule-optional = valfritt
grid-rule-forbidden = skal stå tomt
grid-rule-why = { $rule }: { $why }
grid-note-at-most = høgst { $most }
grid-note-wrong = ikkje eit tal
grid-note-not-saved = ikkje lagra
grid-note-registered = eige register: { $count }
grid-note-draft = utkast: { $name }
grid-detail = { $name }, versjon { $version }.
grid-detail-required = Talet er påkravt: Eininga er på gammalt fagsystem.
grid-solved-by = Alt avgjord av { $name }.
grid-path = Fil med eining og tal:
count-outcome-saved = Lagra.
count-outcome-newer-version = Det er kome versjon { $version }. Talet er ikkje lagra. F5 hentar tala på nytt; Enter på rada lagrar talet på den nye versjonen.
count-outcome-not-found = Rapporten finst ikkje lenger, eller han høyrer til eit anna embete.

message-grid-no-reports = Det er ingen opne rapportar å gi tal for her. Vel ei vising med rapportar (w), eller merk nokre.
message-grid-digits = Her skriv du berre siffer. Pilene flyttar, Enter går til neste rad, Esc går ut.
    .aloud = Her skriv du berre siffer.
message-grid-colleague = { $name } har eit utkast på rapporten. Det blir ikkje overskrive; trykk t for å ta det over.
    .aloud = { $name } har eit utkast på rapporten. Det blir ikkje skrive over: ta det over først.
message-grid-no-colleague = Ingen kollega har utkast på denne rada.
message-grid-taken-over = Utkastet til { $name } er ditt når du skriv eit tal.
message-grid-last = Siste rad. Esc går ut; alt er lagra som utkast.
    .aloud = Siste rad.
message-grid-wrong = { $n ->
    [one] Eitt tal er ikkje teke med: Sjå rada. Rett det, eller trykk Esc éin gong til for å gå ut utan det.
   *[other] { $shown } tal er ikkje tekne med: Sjå radene. Rett dei, eller trykk Esc éin gong til for å gå ut utan dei.
}
message-grid-left = { $given } av { $all ->
    [one] 1 rapport har
   *[other] { $all } rapportar har
} fått tal.
message-counts-saved = { $said } Lagra som utkast.
message-counts-failed = Tala kunne ikkje lagrast. { $why }
message-counts-some = { $stored ->
    [one] 1 tal er lagra
   *[other] { $stored } tal er lagra
}. { $reference }: { $why }{ $others ->
    [0] {""}
    [one] {" "}Eitt til vart ikkje lagra.
   *[other] {" "}{ $others } til vart ikkje lagra.
}
message-counts-taken = { $taken ->
    [one] Eitt tal er teke inn
   *[other] { $taken } tal er tekne inn
}{ $refused ->
    [0] .
    [one] , éi rad er ikkje teken inn.
   *[other] , { $refused } rader er ikkje tekne inn.
}
message-counts-none-taken = Ingen tal er tekne inn.
message-counts-none-fit = Ingen av radene passar. Ingen tal er tekne inn.
message-file-missing = Det finst inga fil «{ $path }».
message-file-not-allowed = Du har ikkje lov til å lese fila «{ $path }».
message-file-not-plain = «{ $path }» er ikkje ei vanleg fil.
message-file-unread = Fila «{ $path }» kan ikkje lesast ({ $why }).

## Rapporten om ei liste, før noko blir teke inn

counts-title-paste = Innlimt liste med tal
counts-title-file = Tal frå { $file }
counts-sum = { $n ->
    [one] { $shown } rad
   *[other] { $shown } rader
}
counts-fit = { $n ->
    [0] ingen passar
    [one] { $shown } passar og kan takast inn
   *[other] { $shown } passar og kan takast inn
}
counts-fault-sum = { $count } { $what }
counts-fault-unknown-unit = med ukjend eining
counts-fault-twice = der eininga står fleire gonger
counts-fault-out-of-range = utanfor 0 til 2E
counts-fault-not-whole = utan eit heilt tal
counts-fault-missing = utan tal
counts-fault-forbidden = der talet ikkje skal rapporterast for eininga
counts-fault-not-listed = som ikkje er i lista
counts-fault-solved = som alt er avgjorde
counts-fault-colleague = med utkast av ein kollega
counts-fault-cells = som ikkje er eining og tal
counts-not-taken = Blir ikkje tekne inn
counts-taken = Blir tekne inn
counts-problem = Linje { $line }, { $given }: { $why }
counts-problem-nameless = Linje { $line }: { $why }
counts-untold = { $n ->
    [one] og éi rad til
   *[other] og { $shown } rader til
}
counts-fitting = Linje { $line }: { $name } { $count }{ $before }
counts-before = {" "}(stod { $before })
counts-enter = { $n ->
    [one] Enter tek inn det eine, Esc ingen.
   *[other] Enter tek inn dei { $shown }, Esc ingen.
}
counts-enter-none = Ingenting å ta inn. Esc går tilbake.
    .aloud = Ingenting å ta inn.

## Lenkjer, brev og spørsmål til direktoratet

library-title = Lenkjer og brev
library-ask = Spør Bufdir
library-ask-to = Til { $address }
library-ask-address = Spørsmål om Barnevernsregisteret og rapporteringa. Opne ein rapport og trykk L for ein mal med eining og periode.
    .aloud = Spørsmål om Barnevernsregisteret og rapporteringa.
library-links = Lenkjer (ingen blir opna av programmet)
library-letters = Brev som reglane viser til
library-letter = { $number }, { $date }
library-letter-subject = { $subject }{ $sure }
library-subject-sure = {""}
library-subject-likely = {" "}(slik det er omtalt i seinare brev)
library-subject-reconstructed = {" "}(vår omtale)

cli-link-address = Adresse
cli-link-about = Om
cli-letter-subject = Gjeld
cli-letter-says = Seier
cli-library-source = Kjelde
cli-library-sure = Kor sikkert
library-sure-sure = sikkert
library-sure-likely = sannsynleg
library-sure-reconstructed = vår tolking

## Kommandoar

cmd-count-grid = Skriv talet på utvidingar for alle merkte rapportar, eller for dei i visinga
cmd-next-row = Neste rad som skal ha tal
cmd-import-counts = Les tal frå ei fil
cmd-take-over = Ta over utkastet til ein kollega
cmd-take-counts = Ta inn tala som passar
cmd-library = Lenkjer, brev og spørsmål til Bufdir
hint-count-grid = rutenett
hint-next-row = neste rad
hint-import-counts = les fil
hint-take-over = ta over
hint-take-counts = ta inn
hint-library = lenkjer
