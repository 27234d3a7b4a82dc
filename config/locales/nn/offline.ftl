# What is remembered of the backend's answers, decisions that wait for a line, and going on where one left off.
status-remembered = henta { $at }
message-remembered = Tenesta svarer ikkje. Du ser det som vart henta { $at }.
cli-wiped = { $n ->
    [0] Ingenting var lagra.
    [one] Eitt lagra svar frå tenesta er fjerna. Utkast og avgjerder som ikkje er stadfesta, er ikkje rørte.
   *[other] { $shown } lagra svar frå tenesta er fjerna. Utkast og avgjerder som ikkje er stadfesta, er ikkje rørte.
}
status-waiting = { $n ->
    [one] 1 ventar
   *[other] { $shown } ventar
}
status-waits = avgjerda ventar
row-detail-waits = avgjerda di ventar på linja
summary-wait = Enter legg avgjerda i kø på denne maskina. Ho blir send éin gong når tenesta svarar igjen, og berre om saka ikkje er endra i mellomtida. F5 prøver på nytt no.
summary-press-enter-wait = Enter legg i kø
summary-recipients-later = ingen før tenesta har kontrollert og lagra avgjerda
message-deferred = { $name }: avgjerda ventar på denne maskina og er ikkje send. Ho blir send når tenesta svarar igjen. z trekkjer ho tilbake.
message-journal-unreadable = Noko av det som låg på disken frå sist, kan ikkje lesast. Det er lagt til side i { $place } og ikkje sletta. Sjå over sakene du arbeidde med.
message-waits-already = Avgjerda di i denne saka ventar på linja. z i køen trekkjer ho tilbake.
message-wait-withdrawn = { $reference }: avgjerda som venta, er trekt tilbake. Ho er ikkje send.
message-recovery-failed-case = { $reference }: avgjerda som venta, vart ikkje lagra. { $why }
message-recovery-failed-cases = Ikkje lagra: { $references }. Opne saka for å sjå kvifor.
message-recovered-kept = Berre på disken: { $references }. Teksten blir vist når saka er open.
quit-question-waiting = Avslutte? { $n ->
    [one] Éi avgjerd er ikkje send
   *[other] { $shown } avgjerder er ikkje sende
}; det blir gjort neste gong sfv blir starta. Enter avsluttar, Esc blir.
message-resume = Sist var du i { $reference }. Trykk . for å halde fram der.
    .aloud = Sist var du i { $reference }. Du kan halde fram der.
message-resume-writing = Sist skreiv du ein tekst i { $reference }. Han er teken vare på. Trykk . for å halde fram der.
    .aloud = Sist skreiv du ein tekst i { $reference }. Han er teken vare på, og du kan halde fram der.
message-nothing-to-resume = Det er inga sak å halde fram i frå sist.
cmd-resume = Hald fram i saka frå sist
hint-resume = hald fram
message-slow = Tenesta har ikkje svart enno. Programmet ventar framleis, og det du skriv, blir teke vare på.
