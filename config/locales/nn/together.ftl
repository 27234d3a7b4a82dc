# Å arbeide saman: kven som har ei oppgåve, og kven som ser på ho.
event-taken = teken
event-released = sleppt
event-released-of = sleppt for { $name }
event-assigned = tildelt { $to }
cli-event-taken = teken
cli-event-released = sleppt
cli-event-assigned = tildelt
fault-held = Ein kollega har oppgåva.
fault-held-advice = Snakk med kollegaen, eller be ein leiar om å tildele oppgåva.
fault-held-by = Det er { $name } som har ho.
refusal-together = { $what }
together-colleague-wrote = { $name } har skrive eit utkast imens.
message-colleague-wrote = { $name } har skrive eit utkast imens. Det du skriv, står her og på disken, men ikkje hos tenesta. Ta over når du er ferdig.
message-colleague-wrote-on = { $name } har skrive eit utkast på { $reference } imens. Det du skreiv der, ligg på disken, og blir vist når du opnar saka.
message-recovered-beside = Utkastet ditt på { $references } er ikkje lagra hos tenesta: Ein kollega har skrive på saka eller avgjort ho imens. Det ligg på disken, og blir vist når saka er open.
message-recovered-unfit = Utkastet ditt på { $reference } er ikkje lagra hos tenesta. { $why } Det ligg på disken, og blir vist når saka er open.
message-decided-above = { $name } avgjorde { $reference }. Det du skreiv, ligg på disken, og kjem tilbake viss avgjerda blir angra.
message-decided-meanwhile = { $reference } er avgjord imens. Det du skreiv, ligg på disken, og kjem tilbake viss avgjerda blir angra.
message-colleague-both = { $name } har også skrive. Trykk tasten ein gong til for å ta over; begge tekstane blir med.
    .aloud = { $name } har òg skrive. Vel det same ein gong til for å ta over; begge tekstane blir med.
summary-draft-of = Utkast
summary-draft-goes = { $name } har eit utkast som går bort når saka blir avgjord.
together-no-such-colleague = «{ $given }» er ingen i embetet som kan avgjere saker. Kommandoen «sfv tasks colleagues» viser dei.
sort-holder = kven som har saka
cmd-take = Ta oppgåva, eller slepp ho
hint-take = ta/slepp
message-taken = Du har { $reference }. t slepp ho.
message-released = Ingen har { $reference } lenger.
message-assigned = { $name } har { $reference }.
message-take-solved = Oppgåva er løyst. Det er berre opne oppgåver nokon har.
message-take-reads = Du les berre. Den som kan avgjere saka, kan ta ho.
palette-assign = Tildel { $name }
palette-release = Slepp oppgåva for { $name }
column-holder = HAR SAKA
column-looks = { $name } ser på
holder-me = meg
holder-mine = du har saka
holder-other = { $name } har saka
holder-warning = { $name } har teke saka. Du kan likevel avgjere ho.
summary-holder = Oppgåva
viewers-one = { $name } ser på denne
viewers-two = { $name } og { $other } ser på denne
viewers-many = { $name } og { $others } til ser på denne
viewers-oneself = også open hos deg i eit anna vindauge
message-open-elsewhere = Du har saka open i eit anna vindauge òg. Skriv du i begge, blir det siste ståande.
cli-column-holder = HAR SAKA
cli-held = { $reference }: { $name } har saka no.
cli-held-before = { $reference }: { $name } hadde saka frå før.
cli-held-by-nobody = { $reference }: Ingen har saka no.
refusal-application = { $what }
application-applicant-gone = Søkjaren er fjerna som brukar. Søknaden kan berre avslåast.
application-other-address = Adressa er ikkje eininga si eiga. Slike søknader blir vurderte ein og ein.
application-shared-address = Adressa viser ikkje kva bydel søkjaren er frå. Slike søknader blir vurderte ein og ein.
application-applied-before = Same søkjar står bak { $reference }. Slike søknader blir vurderte ein og ein.
application-question-open = Vi ventar på fleire opplysningar frå søkjaren. Slike søknader blir vurderte ein og ein.
batch-title-grant = TILGANG FOR FLEIRE { $batch }
batch-number-grant = { $n ->
    [one] Innvilge 1 søknad? Skriv 1:
   *[other] Innvilge { $shown } søknader? Skriv { $shown }:
  }
batch-policy-own-address = eininga si eiga adresse
batch-policy-first-time = ingen tidlegare søknad
batch-column-applicant = SØKJAR
batch-column-role = ROLLE
batch-taken = { $n ->
    [one] 1 har ein kollega teke
   *[other] { $shown } har ein kollega teke
  }
cli-bulk-kind-grant = tilgang
cli-bulk-taken = { $n ->
    [one] 1 av dei har ein kollega teke.
   *[other] { $shown } av dei har ein kollega teke.
  }
