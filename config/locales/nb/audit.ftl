# Revisjonssporet: hva som er gjort og åpnet, kjeden og kvitteringene.

event-opened = åpnet versjon { $version }
cli-event-opened = åpnet

cli-column-audit-seq = nr.
cli-column-audit-at = når
cli-column-audit-who = hvem
cli-column-audit-what = hva
cli-column-audit-about = sak
cli-column-audit-version = versjon
cli-column-audit-origin = hvorfra
cli-column-audit-text = tekst

audit-no-events = Ingen hendelser passer.
audit-without-texts = Kommentarer og mottakere er utelatt: de hører til sakene, og den som ikke leser saker, leser dem ikke her.

audit-checked = { $n ->
    [one] Én hendelse er regnet ut på nytt.
   *[other] { $shown } hendelser er regnet ut på nytt.
}
audit-late = { $n ->
    [one] Én av dem er fra før kjeden fantes, og ble lenket i etterkant { $at }. Hva som skjedde med den før det, kan kjeden ikke si.
   *[other] { $shown } av dem er fra før kjeden fantes, og ble lenket i etterkant { $at }. Hva som skjedde med dem før det, kan kjeden ikke si.
}
audit-more-breaks = { $n ->
    [one] – og ett sted til.
   *[other] – og { $shown } steder til.
}
audit-holds = Kjeden holder. Siste hendelse er { $seq } med { $hash }
audit-no-anchor = Uten et anker (sfv audit anchor, oppbevart et annet sted) kan det ikke sees om slutten er kuttet av eller alt er laget på nytt.
audit-anchors-hold = Ankerne står der de skal.
audit-event = hendelse
audit-expected = ventet:
audit-found = står:
audit-nothing = (ingenting)
audit-break-changed = innholdet er endret etter at det ble skrevet
audit-break-unlinked = følger ikke etter hendelsen foran: en er fjernet, satt inn eller flyttet
audit-break-unchained = er satt inn utenom programmet, uten lenke
audit-break-late-after-others = sier at den ble lenket i etterkant, men står etter hendelser som ikke ble det
audit-break-content-changed = det som ble besluttet (tall, merknader eller kommentar), er endret etter beslutningen
audit-break-missing = finnes ikke: slutten av loggen er kuttet av
audit-break-other-than-anchor = er en annen enn ankeret sier: loggen er laget på nytt

audit-receipt-holds = Kvitteringen for { $reference } hører til kjeden (hendelse { $seq }).
audit-receipt-differs = Kvitteringen for { $reference } holder ikke (hendelse { $seq }).
audit-receipt-undone = Beslutningen er angret.
audit-receipt-fields = Dette er et annet enn i kjeden: { $fields }.

cli-broken-chain = Det som skulle bevises, holder ikke.
cli-broken-chain-advice = Ta vare på databasen og sikkerhetskopiene slik de er, og si fra til den som har ansvar for informasjonssikkerheten.
cli-bad-proof = { $given } er ikke en kvittering eller et anker som dette programmet har laget.
