# Revisjonssporet: kva som er gjort og opna, kjeda og kvitteringane.

event-opened = opna versjon { $version }
cli-event-opened = opna

cli-audit-seq = nr.
cli-audit-at = når
cli-audit-who = kven
cli-audit-what = kva
cli-audit-about = sak
cli-audit-version = versjon
cli-audit-origin = frå kvar
cli-audit-text = tekst

audit-no-events = Ingen hendingar passar.
audit-without-texts = Kommentarar og mottakarar er utelatne: Dei høyrer til sakene, og den som ikkje les saker, les dei ikkje her.

audit-checked = { $n ->
    [one] Éi hending er rekna ut på nytt.
   *[other] { $shown } hendingar er rekna ut på nytt.
}
audit-late = { $n ->
    [one] Éi av dei er frå før kjeda fanst, og vart lenkja i etterkant { $at }. Kva som hende med ho før det, kan kjeda ikkje seie.
   *[other] { $shown } av dei er frå før kjeda fanst, og vart lenkja i etterkant { $at }. Kva som hende med dei før det, kan kjeda ikkje seie.
}
audit-more-breaks = { $n ->
    [one] – og éin stad til.
   *[other] – og { $shown } stader til.
}
audit-holds = Kjeda held. Siste hending er { $seq } med { $hash }
audit-no-anchor = Utan eit anker (sfv audit anchor, lagra ein annan stad) går det ikkje an å sjå om slutten er kutta av, eller om alt er laga på nytt.
audit-anchors-hold = Ankera står der dei skal.
audit-event = hending
audit-expected = venta:
audit-found = står:
audit-nothing = (ingenting)
audit-break-changed = innhaldet er endra etter at det vart skrive
audit-break-unlinked = følgjer ikkje etter hendinga før: ei er fjerna, sett inn eller flytta
audit-break-unchained = er sett inn utanom programmet, utan lenkje
audit-break-late-after-others = seier at ho vart lenkja i etterkant, men står etter hendingar som ikkje vart det
audit-break-content-changed = det som vart avgjort (tal, merknader eller kommentar), er endra etter avgjerda
audit-break-missing = finst ikkje: slutten av loggen er kutta av
audit-break-other-than-anchor = er ei anna enn ankeret seier: loggen er laga på nytt

audit-receipt-holds = Kvitteringa for { $reference } høyrer til kjeda (hending { $seq }).
audit-receipt-differs = Kvitteringa for { $reference } held ikkje (hending { $seq }).
audit-receipt-undone = Avgjerda er angra.
audit-receipt-fields = Dette er noko anna enn i kjeda: { $fields }.

cli-broken-chain = Det som skulle bevisast, held ikkje.
cli-broken-chain-advice = Ta vare på databasen og tryggingskopiane slik dei er, og sei frå til den som har ansvar for informasjonstryggleiken.
cli-bad-proof = { $given } er ikkje ei kvittering eller eit anker som dette programmet har laga.
