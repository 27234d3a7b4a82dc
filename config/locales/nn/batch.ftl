# Bunkar: massegodkjenning, masseretur og massepurring.

refusal-unknown-batch = «{ $given }» er ingen bunke. Nummeret ser slik ut: B-0007.
refusal-batch-off = Embetet har ikkje opna for å avgjere fleire saker samla. Det blir fastsett i retningslinja til embetet (batch.enabled).
refusal-batch-too-large = { $given } saker er for mange i éin bunke; grensa er { $most }.
refusal-batch-empty = Inga sak i bunken kan avgjerast.
refusal-batch-closed = Bunken er avslutta. Lag ein ny.
refusal-batch-twice = Same sak står to gonger i bunken.
refusal-sample-left = { $left ->
    [one] Det står igjen éi sak i stikkprøva som ingen har sett.
   *[other] Det står igjen { $left } saker i stikkprøva som ingen har sett.
}
refusal-not-in-sample = Saka er ikkje i stikkprøva.
refusal-dry-run-missing = Sjå prøvekøyringa først: Ho viser kva som blir sendt.
refusal-wrong-number = Du skreiv { $given }, men { $waiting ->
    [one] 1 sak
   *[other] { $waiting } saker
} ventar. Ingenting er avgjort.
refusal-not-clean = Ikkje rein: { $errors } feil og { $warnings ->
    [one] 1 åtvaring
   *[other] { $warnings } åtvaringar
} som ingen har godteke.
refusal-unanswered = Eit spørsmål frå siste retur er ikkje svart på.
refusal-channel-one-by-one = Rapporten er tasta frå nytt fagsystem og skal sjåast for seg.
refusal-first-report = Første rapport frå eininga skal sjåast for seg.
refusal-count-differs = Utkastet ditt har { $draft ->
    [one] 1 utviding
   *[other] { $draft } utvidingar
} (7A), bunken har { $batch }. Rett det eine, og vis prøvekøyringa på nytt.
refusal-batch-returns = Bunken er ein masseretur. Bruk sfv bulk return.
refusal-batch-approves = Bunken er ei massegodkjenning. Bruk sfv bulk approve.
refusal-batch-text-stands = Den felles teksten i ein bunke kan ikkje endrast. Gi opp bunken med sfv bulk stop, og lag ein ny.
refusal-comment-begun = Du har begynt på ein returkommentar.
refusal-nothing-to-say = Rapporten har ingen funn å spørje om, og fellesteksten er tom.

# Skjermen
batch-title-approve = MASSEGODKJENNING { $batch }
batch-title-return = MASSERETUR { $batch }
batch-waiting = Ser gjennom sakene …
batch-step-nothing = ingenting å avgjere
batch-step-sample = steg 2 av 4: stikkprøve
batch-step-dry-run = steg 3 av 4: prøvekøyring
batch-step-number = steg 4 av 4: skriv talet
batch-step-running = avgjer
batch-step-ended = avslutta
batch-policy-sample = Stikkprøve { $share } %, minst { $least }
batch-policy-clean = berre reine
batch-policy-not-new = ikkje nytt fagsystem, skjema for hand
batch-policy-not-first = ikkje første rapport
batch-result-to = til { $to }
batch-seed = trekkingskode { $seed }
batch-policy-words = kvar får sin eigen tekst
batch-count-waiting = { $n ->
    [one] 1 klar
   *[other] { $shown } klare
}
batch-count-decided = { $n ->
    [one] 1 avgjord
   *[other] { $shown } avgjorde
}
batch-count-undone = { $shown } angra
batch-count-dropped = { $shown } fall ut
batch-count-taken-out = { $n ->
    [one] 1 teken ut
   *[other] { $shown } tekne ut
}
batch-count-refused = { $n ->
    [one] 1 ikkje med
   *[other] { $shown } ikkje med
}
batch-column-unit = EINING
batch-column-count = 7A UTV.
batch-column-breaches = FRISTBROT
batch-column-sample = STIKKPRØVE
batch-column-result = RESULTAT
batch-drawn = trekt ut
batch-drawn-seen = i orden
batch-result-unseen = ventar på deg
batch-result-seen = I ORDEN
batch-result-ready = klar
batch-result-refused = IKKJE MED
batch-result-taken-out = teken ut
batch-result-decided = avgjord
batch-result-dropped = FALL UT
batch-result-undone = angra
batch-narrow-count = 7A: { $count }
batch-about = { $name }, { $reference }, versjon { $version }.
batch-about-unseen = { $name }, { $reference }: trekt ut til stikkprøva. Enter opnar saka; der er a i orden, r tek ho ut.
    .aloud = { $name }, { $reference }: trekt til stikkprøva. Opne saka, og sei om ho er i orden eller skal takast ut.
batch-would-send = { $reference } v{ $version }: blir send til { $to }.
batch-letter-title = Returkommentar til { $unit }, { $ref }
back-letter = brevet
message-batch-no-letter = Ei godkjenning blir send utan brev.
batch-next-wait = Ventar på svar …
batch-next-nothing = Inga sak kan avgjerast samla. Esc går tilbake til lista.
    .aloud = Inga sak kan avgjerast samla.
batch-next-sample = { $n ->
    [one] Éi sak i stikkprøva står igjen (stikkprøve på { $needed } av { $waiting }). Enter opnar.
   *[other] { $shown } saker i stikkprøva står igjen (stikkprøve på { $needed } av { $waiting }). Enter opnar.
}
batch-next-dry-run = Stikkprøva er ferdig. d viser prøvekøyringa av { $waiting ->
    [one] 1 sak
   *[other] { $waiting } saker
}.
batch-next-running = { $waiting ->
    [one] 1 sak
   *[other] { $waiting } saker
} står igjen. Enter held fram.
batch-next-undo = Heile bunken kan angrast med z til { $until }. Først då går noko ut.
batch-next-undone = Bunken er teken tilbake; sakene er opne igjen. Esc går tilbake til lista.
    .aloud = Bunken er teken tilbake; sakene er opne igjen.
batch-next-ended = Bunken er avslutta. Esc går tilbake til lista.
    .aloud = Bunken er avslutta.
batch-number-approve = { $n ->
    [one] Godkjenne 1 rapport? Skriv 1:
   *[other] Godkjenne { $shown } rapportar? Skriv { $shown }:
}
batch-number-return = { $n ->
    [one] Returnere 1 rapport? Skriv 1:
   *[other] Returnere { $shown } rapportar? Skriv { $shown }:
}
batch-stop-question = Gi opp bunken? Det som er avgjort, står. Enter gir opp, Esc tek vare på han.
    .aloud = Gi opp bunken? Det som er avgjort, står.
common-title = { $n ->
    [one] FELLES TEKST TIL 1 EINING
   *[other] FELLES TEKST TIL { $shown } EININGAR
}
common-hint = Står etter funna til eininga, før helsinga. Kan vere tom.

message-common-empty = Ingen bunke er laga. F2 lagar han utan felles tekst.
    .aloud = Ingen bunke er laga.
message-common-kept = Teksten er teken vare på. Ingen bunke er laga.
message-batch-taken-out = { $ref } er teken ut av bunken, og står open i oppgåvelista.
message-batch-unseen = { $ref } er i orden. Ikkje sett: { $parts }.
message-batch-mark-first = Merk sakene først: Space merker éi, M alle i visinga.
    .aloud = Merk sakene først.
message-batch-newer = Det er kome ein nyare versjon. Trykk F5 og sjå han først.
    .aloud = Det er komen ein nyare versjon. Hent saka på nytt og høyr ho først.
message-batch-sample-first = Sjå stikkprøva først: Enter opnar neste.
    .aloud = Sjå stikkprøva først.
message-batch-number = Du skreiv «{ $typed }», men { $waiting ->
    [one] 1 sak er klar
   *[other] { $waiting } saker er klare
}. Ingenting er avgjort.
message-batch-kept = { $batch } er lagra. A utan merke opnar han igjen.
message-batch-left = { $batch } er ikkje ferdig: Ingenting er avgjort enno. A utan merke opnar han.
message-batch-left-running = { $batch } stoppa undervegs: { $done } av { $all } er avgjorde. A utan merke opnar han, Enter held fram.
    .aloud = { $batch } stoppa undervegs: { $done } av { $all } er avgjorde.
message-batch-left-more = { $n ->
    [one] Éin til ventar (sfv bulk status).
   *[other] { $shown } til ventar (sfv bulk status).
}
message-batch-refused = { $n ->
    [one] Éi sak er ikkje med i bunka; gå til ho for å sjå grunnen.
   *[other] { $shown } saker er ikkje med i bunka; gå til ei av dei for å sjå grunnen.
}
message-batch-stopped = { $batch } er gitt opp.
message-batch-progress = { $done } av { $all } avgjorde, { $dropped } fall ut …
message-batch-done = { $done } avgjorde, { $dropped } fall ut. z angrar heile { $batch } til { $until }.
message-batch-done-sent = { $batch }: { $done } avgjorde og sende, { $dropped } fall ut.
message-batch-undone = { $batch } er teken tilbake: { $undone ->
    [one] 1 sak er open
   *[other] { $undone } saker er opne
} igjen. Z gjer bunken klar på nytt.
message-batch-undone-partly = { $batch }: { $undone ->
    [one] 1 sak er open
   *[other] { $undone } saker er opne
} igjen, { $kept } var alt sende. Z gjer bunken klar på nytt.
message-batch-resume = Bunken ligg trygt hos tenesta. Enter held fram der han stoppa.
    .aloud = Bunken ligg trygt hos tenesta.
message-nothing-to-redo = Det er ikkje noko å gjere om igjen.
message-redo-case = Saka er opna igjen. Avgjer ho på nytt med same tast som sist.

cmd-redo = Gjer klart på nytt det som sist vart angra
cmd-batch-approve = Godkjenn dei merkte samla (reine rapportar)
cmd-batch-return = Returner dei merkte samla, med felles tekst
cmd-sample-accept = I orden: tilbake til bunken
cmd-sample-out = Ta saka ut av bunken
cmd-dry-run = Prøvekøyring: sjå kva som blir sendt, så skriv talet
cmd-stop-batch = Gi opp bunken
cmd-stop-confirmed = Ja, gi opp bunken
hint-redo = gjer om
hint-batch-approve = godkjenn samla
hint-batch-return = returner samla
hint-sample-accept = i orden
hint-sample-out = ta ut
hint-dry-run = prøvekøyring
hint-stop-batch = gi opp
hint-stop-confirmed = gi opp

# Kommandolinja
cli-bulk-head = { $batch } { $kind } av { $name }: { $state }. { $waiting ->
    [one] 1 klar
   *[other] { $waiting } klare
}, { $decided ->
    [one] 1 avgjord
   *[other] { $decided } avgjorde
}, { $dropped } fall ut, { $out } tekne ut, { $refused } ikkje med, { $undone } angra. Frø { $seed }.
cli-bulk-kind-approve = godkjenning
cli-bulk-kind-return = retur
cli-bulk-state-open = open
cli-bulk-state-running = stoppa undervegs
cli-bulk-state-done = ferdig
cli-bulk-state-undone = teken tilbake
cli-bulk-state-stopped = gitt opp
cli-sample-no = –
cli-sample-drawn = stikkprøve
cli-sample-accepted = stikkprøve, i orden
cli-item-waiting = klar
cli-item-refused = ikkje med
cli-item-taken-out = teken ut
cli-item-decided = avgjord
cli-item-dropped = fall ut
cli-item-undone = angra
cli-bulk-sample-first = Lag bunken utan --confirm først. Så viser sfv bulk sample stikkprøva, og --batch B-… --confirm N stadfestar.
cli-bulk-preview = { $waiting } kan avgjerast samla; { $needed } av dei blir trekte ut til stikkprøve. Ingenting er lagra.
cli-bulk-progress = { $done } avgjorde, { $left } igjen …
cli-bulk-not = { $ref }: { $why }
cli-bulk-none = Ingen bunkar ventar.
cli-bulk-next-sample = Neste: sfv bulk sample { $batch } viser stikkprøva ({ $left } igjen), sfv bulk accept { $batch } REF seier at ho er i orden.
cli-bulk-next-confirm = Neste: sfv bulk { $kind } --batch { $batch } --dry-run, så --confirm { $waiting }.
cli-bulk-next-resume = Neste: sfv bulk resume { $batch } ({ $waiting } igjen).
cli-bulk-next-undo = Kan angrast til { $until }: sfv bulk undo { $batch }.
cli-bulk-next-redo = Neste: sfv bulk redo { $batch } gjer han klar på nytt.
