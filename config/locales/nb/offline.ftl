# What is remembered of the backend's answers, decisions that wait for a line, and going on where one left off.
status-remembered = hentet { $at }
message-remembered = Tjenesten svarer ikke. Du ser det som ble hentet { $at }.
cli-wiped = { $n ->
    [0] Ingenting var lagret.
    [one] Ett lagret svar fra tjenesten er fjernet. Utkast og avgjørelser som ikke er bekreftet, er ikke rørt.
   *[other] { $shown } lagrede svar fra tjenesten er fjernet. Utkast og avgjørelser som ikke er bekreftet, er ikke rørt.
}
status-waiting = { $n ->
    [one] 1 venter
   *[other] { $shown } venter
}
status-waits = avgjørelsen venter
row-detail-waits = avgjørelsen din venter på linjen
summary-wait = Enter legger avgjørelsen i kø på denne maskinen. Den sendes én gang når tjenesten svarer igjen, og bare hvis saken ikke er endret imens. F5 prøver på nytt nå.
summary-press-enter-wait = Enter legger i kø
summary-recipients-later = ingen før tjenesten har kontrollert og lagret avgjørelsen
message-deferred = { $name }: avgjørelsen venter på denne maskinen og er ikke sendt. Den sendes når tjenesten svarer igjen. z trekker den tilbake.
message-journal-unreadable = Noe av det som lå på disken fra sist, kan ikke leses. Det er lagt til side i { $place } og ikke slettet. Se over sakene du arbeidet med.
message-waits-already = Avgjørelsen din i denne saken venter på linjen. z i køen trekker den tilbake.
message-wait-withdrawn = { $reference }: avgjørelsen som ventet, er trukket tilbake. Den er ikke sendt.
message-recovery-failed-case = { $reference }: avgjørelsen som ventet, ble ikke lagret. { $why }
message-recovery-failed-cases = Ikke lagret: { $references }. Åpne saken for å se hvorfor.
message-recovered-kept = Bare på disken: { $references }. Teksten vises når saken er åpen.
quit-question-waiting = Avslutte? { $n ->
    [one] Én avgjørelse er ikke sendt
   *[other] { $shown } avgjørelser er ikke sendt
}; det gjøres neste gang sfv startes. Enter avslutter, Esc blir.
message-resume = Sist var du i { $reference }. Trykk . for å fortsette der.
    .aloud = Sist var du i { $reference }. Du kan fortsette der.
message-resume-writing = Sist skrev du en tekst i { $reference }. Den er tatt vare på. Trykk . for å fortsette der.
    .aloud = Sist skrev du en tekst i { $reference }. Den er tatt vare på, og du kan fortsette der.
message-nothing-to-resume = Det er ingen sak å fortsette i fra sist.
cmd-resume = Fortsett i saken fra sist
hint-resume = fortsett
message-slow = Tjenesten har ikke svart ennå. Programmet venter fortsatt, og det du skriver, blir tatt vare på.
