# Å arbeide sammen: hvem som har en oppgave, og hvem som ser på den.
event-taken = tatt
event-released = sluppet
event-released-of = sluppet for { $name }
event-assigned = tildelt { $to }
cli-event-taken = tatt
cli-event-released = sluppet
cli-event-assigned = tildelt
fault-held = En kollega har oppgaven.
fault-held-advice = Snakk med kollegaen, eller be en leder tildele den.
fault-held-by = { $name } har den.
refusal-together = { $what }
together-colleague-wrote = { $name } har skrevet et utkast imens.
message-colleague-wrote = { $name } har skrevet et utkast imens. Det du skriver, står her og på disken, men ikke hos tjenesten. Ta over når du er ferdig.
message-colleague-wrote-on = { $name } har skrevet et utkast på { $reference } imens. Det du skrev der, ligger på disken, og vises når du åpner saken.
message-recovered-beside = Utkastet ditt på { $references } er ikke lagret hos tjenesten: en kollega har skrevet på saken eller avgjort den imens. Det ligger på disken, og vises når saken er åpen.
message-recovered-unfit = Utkastet ditt på { $reference } er ikke lagret hos tjenesten. { $why } Det ligger på disken, og vises når saken er åpen.
message-decided-above = { $name } avgjorde { $reference }. Det du skrev, ligger på disken, og kommer tilbake hvis avgjørelsen angres.
message-decided-meanwhile = { $reference } er avgjort imens. Det du skrev, ligger på disken, og kommer tilbake hvis avgjørelsen angres.
message-colleague-both = { $name } har også skrevet. Trykk tasten en gang til for å ta over; begge tekstene blir med.
    .aloud = { $name } har også skrevet. Velg det samme en gang til for å ta over; begge tekstene blir med.
summary-draft-of = Utkast
summary-draft-goes = { $name } har et utkast som går bort når saken avgjøres.
together-no-such-colleague = Ingen i embetet som kan avgjøre saker, er «{ $given }». Kommandoen «sfv tasks colleagues» viser dem.
sort-holder = hvem som har den
cmd-take = Ta oppgaven, eller slipp den
hint-take = ta/slipp
message-taken = Du har { $reference }. t slipper den.
message-released = Ingen har { $reference } lenger.
message-assigned = { $name } har { $reference }.
message-take-solved = Oppgaven er løst. Det er bare åpne oppgaver noen har.
message-take-reads = Du leser bare. Den som kan avgjøre saken, kan ta den.
palette-assign = Tildel { $name }
palette-release = Slipp oppgaven for { $name }
column-holder = HAR DEN
column-looks = { $name } ser på
holder-me = meg
holder-mine = du har den
holder-other = { $name } har den
holder-warning = { $name } har tatt den. Du kan likevel avgjøre den.
summary-holder = Oppgaven
viewers-one = { $name } ser på denne
viewers-two = { $name } og { $other } ser på denne
viewers-many = { $name } og { $others } til ser på denne
viewers-oneself = også åpen hos deg i et annet vindu
message-open-elsewhere = Du har saken åpen i et annet vindu også. Skriver du i begge, blir det siste stående.
cli-column-holder = HAR DEN
cli-held = { $reference }: { $name } har den nå.
cli-held-before = { $reference }: { $name } hadde den fra før.
cli-held-by-nobody = { $reference }: ingen har den nå.
refusal-application = { $what }
application-applicant-gone = Søkeren er fjernet som bruker. Søknaden kan bare avslås.
application-other-address = Adressen er ikke enhetens egen. Slike søknader vurderes en og en.
application-shared-address = Adressen viser ikke hvilken bydel søkeren er fra. Slike søknader vurderes en og en.
application-applied-before = Samme søker står bak { $reference }. Slike søknader vurderes en og en.
application-question-open = Det er bedt om flere opplysninger. Slike søknader vurderes en og en.
batch-title-grant = TILGANG FOR FLERE { $batch }
batch-number-grant = { $n ->
    [one] Innvilge 1 søknad? Skriv 1:
   *[other] Innvilge { $shown } søknader? Skriv { $shown }:
  }
batch-policy-own-address = enhetens egen adresse
batch-policy-first-time = ingen tidligere søknad
batch-column-applicant = SØKER
batch-column-role = ROLLE
batch-taken = { $n ->
    [one] 1 har en kollega tatt
   *[other] { $shown } har en kollega tatt
  }
cli-bulk-kind-grant = tilgang
cli-bulk-taken = { $n ->
    [one] 1 av dem har en kollega tatt.
   *[other] { $shown } av dem har en kollega tatt.
  }
