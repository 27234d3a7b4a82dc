# Bunker: massegodkjenning, masseretur og massepurring.

refusal-unknown-batch = «{ $given }» er ingen bunke. Nummeret ser slik ut: B-0007.
refusal-batch-off = Embetet har ikke åpnet for å avgjøre flere saker samlet. Det settes i embetets retningslinje (batch.enabled).
refusal-batch-too-large = { $given } saker er for mange i én bunke; grensen er { $most }.
refusal-batch-empty = Ingen sak i bunken kan avgjøres.
refusal-batch-closed = Bunken er avsluttet. Lag en ny.
refusal-batch-twice = Samme sak står to ganger i bunken.
refusal-sample-left = { $left ->
    [one] Én sak i stikkprøven er ikke sett ennå.
   *[other] { $left } saker i stikkprøven er ikke sett ennå.
}
refusal-not-in-sample = Saken er ikke i stikkprøven.
refusal-dry-run-missing = Se prøvekjøringen først: den viser hva som blir sendt.
refusal-wrong-number = Du skrev { $given }, men { $waiting ->
    [one] 1 sak
   *[other] { $waiting } saker
} venter. Ingenting er avgjort.
refusal-not-clean = Ikke ren: { $errors } feil og { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
} som ingen har godtatt.
refusal-unanswered = Et spørsmål fra siste retur er ikke besvart.
refusal-channel-one-by-one = Rapporten er tastet fra nytt fagsystem og skal ses for seg.
refusal-first-report = Første rapport fra enheten skal ses for seg.
refusal-count-differs = Utkastet ditt har { $draft ->
    [one] 1 utvidelse
   *[other] { $draft } utvidelser
} (7A), bunken har { $batch }. Rett det ene, og vis prøvekjøringen på nytt.
refusal-batch-returns = Bunken er en masseretur. Bruk sfv bulk return.
refusal-batch-approves = Bunken er en massegodkjenning. Bruk sfv bulk approve.
refusal-batch-text-stands = Den felles teksten i en bunke kan ikke endres. Gi den opp med sfv bulk stop, og lag en ny.
refusal-comment-begun = Du har begynt på en returkommentar.
refusal-nothing-to-say = Rapporten har ingen funn å spørre om, og fellesteksten er tom.

# Skjermen
batch-title-approve = MASSEGODKJENNING { $batch }
batch-title-return = MASSERETUR { $batch }
batch-waiting = Ser gjennom sakene …
batch-step-nothing = ingenting å avgjøre
batch-step-sample = trinn 2 av 4: stikkprøve
batch-step-dry-run = trinn 3 av 4: prøvekjøring
batch-step-number = trinn 4 av 4: skriv antallet
batch-step-running = avgjør
batch-step-ended = avsluttet
batch-policy-sample = Stikkprøve { $share } %, minst { $least }
batch-policy-clean = bare rene
batch-policy-not-new = ikke nytt fagsystem, skjema for hånd
batch-policy-not-first = ikke enhetens første
batch-result-to = til { $to }
batch-seed = trekning { $seed }
batch-policy-words = hver får sin egen tekst
batch-count-waiting = { $n ->
    [one] 1 klar
   *[other] { $shown } klare
}
batch-count-decided = { $n ->
    [one] 1 avgjort
   *[other] { $shown } avgjort
}
batch-count-undone = { $shown } angret
batch-count-dropped = { $shown } falt ut
batch-count-taken-out = { $n ->
    [one] 1 tatt ut
   *[other] { $shown } tatt ut
}
batch-count-refused = { $n ->
    [one] 1 ikke med
   *[other] { $shown } ikke med
}
batch-column-unit = ENHET
batch-column-count = 7A UTV.
batch-column-breaches = FRISTBRUDD
batch-column-sample = STIKKPRØVE
batch-column-result = RESULTAT
batch-drawn = trukket
batch-drawn-seen = i orden
batch-result-unseen = venter på deg
batch-result-seen = I ORDEN
batch-result-ready = klar
batch-result-refused = IKKE MED
batch-result-taken-out = tatt ut
batch-result-decided = avgjort
batch-result-dropped = FALT UT
batch-result-undone = angret
batch-narrow-count = 7A: { $count }
batch-about = { $name }, { $reference }, versjon { $version }.
batch-about-unseen = { $name }, { $reference }: trukket til stikkprøven. Enter åpner den; der er a i orden, r tar den ut.
    .aloud = { $name }, { $reference }: trukket til stikkprøven. Åpne saken, og si om den er i orden eller skal tas ut.
batch-would-send = { $reference } v{ $version }: sendes til { $to }.
batch-letter-title = Returkommentar til { $unit }, { $ref }
back-letter = brevet
message-batch-no-letter = En godkjenning sendes uten brev.
batch-next-wait = Venter på svar …
batch-next-nothing = Ingen sak kan avgjøres samlet. Esc går tilbake til listen.
    .aloud = Ingen sak kan avgjøres samlet.
batch-next-sample = { $n ->
    [one] Én sak i stikkprøven gjenstår ({ $needed } av { $waiting } trukket). Enter åpner.
   *[other] { $shown } saker i stikkprøven gjenstår ({ $needed } av { $waiting } trukket). Enter åpner.
}
batch-next-dry-run = Stikkprøven er gjennomgått. d viser prøvekjøringen av { $waiting ->
    [one] 1 sak
   *[other] { $waiting } saker
}.
batch-next-running = { $waiting ->
    [one] 1 sak
   *[other] { $waiting } saker
} gjenstår. Enter fortsetter.
batch-next-undo = Hele bunken kan angres med z til { $until }. Først da går noe ut.
batch-next-undone = Bunken er tatt tilbake; sakene er åpne igjen. Esc går tilbake til listen.
    .aloud = Bunken er tatt tilbake; sakene er åpne igjen.
batch-next-ended = Bunken er avsluttet. Esc går tilbake til listen.
    .aloud = Bunken er avsluttet.
batch-number-approve = { $n ->
    [one] Godkjenne 1 rapport? Skriv 1:
   *[other] Godkjenne { $shown } rapporter? Skriv { $shown }:
}
batch-number-return = { $n ->
    [one] Returnere 1 rapport? Skriv 1:
   *[other] Returnere { $shown } rapporter? Skriv { $shown }:
}
batch-stop-question = Gi opp bunken? Det som er avgjort, står. Enter gir opp, Esc beholder den.
    .aloud = Gi opp bunken? Det som er avgjort, står.
common-title = { $n ->
    [one] FELLES TEKST TIL 1 ENHET
   *[other] FELLES TEKST TIL { $shown } ENHETER
}
common-hint = Står etter enhetens egne funn, før hilsenen. Kan være tom.

message-common-empty = Ingen bunke er laget. F2 lager den uten felles tekst.
    .aloud = Ingen bunke er laget.
message-common-kept = Teksten er beholdt. Ingen bunke er laget.
message-batch-taken-out = { $ref } er tatt ut av bunken, og står åpen i oppgavelisten.
message-batch-unseen = { $ref } er i orden. Ikke sett: { $parts }.
message-batch-mark-first = Merk sakene først: Space merker én, M alle i visningen.
    .aloud = Merk sakene først.
message-batch-newer = Det er kommet en nyere versjon. Trykk F5 og se den først.
    .aloud = Det er kommet en nyere versjon. Hent saken på nytt og hør den først.
message-batch-sample-first = Se stikkprøven først: Enter åpner neste.
    .aloud = Se stikkprøven først.
message-batch-number = Du skrev «{ $typed }», men { $waiting ->
    [one] 1 sak er klar
   *[other] { $waiting } saker er klare
}. Ingenting er avgjort.
message-batch-kept = { $batch } er lagret. A uten merker åpner den igjen.
message-batch-left = { $batch } er ikke ferdig: ingenting er avgjort ennå. A uten merker åpner den.
message-batch-left-running = { $batch } stoppet underveis: { $done } av { $all } er avgjort. A uten merker åpner den, Enter fortsetter.
    .aloud = { $batch } stoppet underveis: { $done } av { $all } er avgjort.
message-batch-left-more = { $n ->
    [one] Én til venter (sfv bulk status).
   *[other] { $shown } til venter (sfv bulk status).
}
message-batch-refused = { $n ->
    [one] Én sak er ikke med i bunken; gå til den for å se grunnen.
   *[other] { $shown } saker er ikke med i bunken; gå til en av dem for å se grunnen.
}
message-batch-stopped = { $batch } er gitt opp.
message-batch-progress = { $done } av { $all } avgjort, { $dropped } falt ut …
message-batch-done = { $done } avgjort, { $dropped } falt ut. z angrer hele { $batch } til { $until }.
message-batch-done-sent = { $batch }: { $done } avgjort og sendt, { $dropped } falt ut.
message-batch-undone = { $batch } er tatt tilbake: { $undone ->
    [one] 1 sak er åpen
   *[other] { $undone } saker er åpne
} igjen. Z gjør bunken klar på nytt.
message-batch-undone-partly = { $batch }: { $undone ->
    [one] 1 sak er åpen
   *[other] { $undone } saker er åpne
} igjen, { $kept } var alt sendt. Z gjør bunken klar på nytt.
message-batch-resume = Bunken ligger trygt hos tjenesten. Enter fortsetter der den stoppet.
    .aloud = Bunken ligger trygt hos tjenesten.
message-nothing-to-redo = Det er ikke noe å gjøre om igjen.
message-redo-case = Saken er åpnet igjen. Avgjør den på nytt med samme tast som sist.

cmd-redo = Gjør klart på nytt det som sist ble angret
cmd-batch-approve = Godkjenn de merkede samlet (rene rapporter)
cmd-batch-return = Returner de merkede samlet, med felles tekst
cmd-sample-accept = I orden: tilbake til bunken
cmd-sample-out = Ta saken ut av bunken
cmd-dry-run = Prøvekjøring: se hva som blir sendt, så skriv antallet
cmd-stop-batch = Gi opp bunken
cmd-stop-confirmed = Ja, gi opp bunken
hint-redo = gjør om
hint-batch-approve = godkjenn flere
hint-batch-return = returner flere
hint-sample-accept = i orden
hint-sample-out = ta ut
hint-dry-run = prøvekjøring
hint-stop-batch = gi opp
hint-stop-confirmed = gi opp

# Kommandolinjen
cli-bulk-head = { $batch } { $kind } av { $name }: { $state }. { $waiting ->
    [one] 1 klar
   *[other] { $waiting } klare
}, { $decided } avgjort, { $dropped } falt ut, { $out } tatt ut, { $refused } ikke med, { $undone } angret. Frø { $seed }.
cli-bulk-kind-approve = godkjenning
cli-bulk-kind-return = retur
cli-bulk-state-open = åpen
cli-bulk-state-running = stoppet underveis
cli-bulk-state-done = ferdig
cli-bulk-state-undone = tatt tilbake
cli-bulk-state-stopped = gitt opp
cli-sample-no = –
cli-sample-drawn = stikkprøve
cli-sample-accepted = stikkprøve, i orden
cli-item-waiting = klar
cli-item-refused = ikke med
cli-item-taken-out = tatt ut
cli-item-decided = avgjort
cli-item-dropped = falt ut
cli-item-undone = angret
cli-bulk-sample-first = Lag bunken uten --confirm først. Så viser sfv bulk sample stikkprøven, og --batch B-… --confirm N bekrefter.
cli-bulk-preview = { $waiting } kan avgjøres samlet; { $needed } av dem trekkes til stikkprøve. Ingenting er lagret.
cli-bulk-progress = { $done } avgjort, { $left } igjen …
cli-bulk-not = { $ref }: { $why }
cli-bulk-none = Ingen bunker venter.
cli-bulk-next-sample = Neste: sfv bulk sample { $batch } viser stikkprøven ({ $left } igjen), sfv bulk accept { $batch } REF sier at den er i orden.
cli-bulk-next-confirm = Neste: sfv bulk { $kind } --batch { $batch } --dry-run, så --confirm { $waiting }.
cli-bulk-next-resume = Neste: sfv bulk resume { $batch } ({ $waiting } igjen).
cli-bulk-next-undo = Kan angres til { $until }: sfv bulk undo { $batch }.
cli-bulk-next-redo = Neste: sfv bulk redo { $batch } gjør den klar på nytt.
