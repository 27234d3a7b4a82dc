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
refusal-dry-run-missing = Se tørrkjøringen først: den viser hva som blir sendt.
refusal-wrong-number = Du skrev { $given }, men { $waiting } saker venter. Ingenting er avgjort.
refusal-not-clean = Ikke ren: { $errors } feil og { $warnings } advarsler som ingen har godtatt.
refusal-unanswered = Et spørsmål fra siste retur er ikke besvart.
refusal-channel-one-by-one = Rapporten er tastet fra nytt fagsystem og skal ses for seg.
refusal-first-report = Første rapport fra enheten skal ses for seg.
refusal-colleague-draft = { $name } har et utkast på saken.
refusal-comment-begun = Du har begynt på en returkommentar.
refusal-nothing-to-say = Rapporten har ingen funn å spørre om, og fellesteksten er tom.
