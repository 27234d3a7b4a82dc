### Kva som er gale, kvar, og kva ein gjer: det som bakstykket, skjermen og kommandolinja seier.

## Kva slags feil. Første setning seier kva som hende, den andre kva ein gjer.

fault-not-logged-in = Du er ikkje logga inn, eller innlogginga er gått ut.
fault-not-logged-in-advice = Logg inn på nytt. Det du har skrive, er lagra.
fault-not-allowed = Du har ikkje rett til dette.
fault-not-allowed-advice = Spør leiaren din eller administratoren om rolla du treng.
fault-read-only = Programmet er starta for å lese (--readonly).
fault-read-only-advice = Start det utan --readonly for å avgjere.
fault-not-found = Saka finst ikkje, eller ho høyrer til eit anna embete.
fault-not-found-advice = Kontroller referansen.
fault-version-changed = Det kom ein ny versjon medan du arbeidde.
fault-version-changed-advice = Utkastet ditt er teke vare på. Sjå på den nye versjonen, og avgjer på nytt.
fault-already-decided = Saka er alt avgjord.
fault-already-decided-advice = Opne ho i arkivet for å sjå kven som avgjorde ho.
fault-undo-over = Det er ikkje noko å angre lenger.
fault-undo-over-advice = Angrefristen er ute, eller avgjerda er alt teken tilbake.
fault-key-reused = Nøkkelen er brukt for ei anna avgjerd.
fault-key-reused-advice = Begynn på avgjerda på nytt.
fault-already-submitted = Denne versjonen er levert før.
fault-already-submitted-advice = Lever ein ny versjon dersom tala skal rettast.
fault-refused = Det kan ikkje takast imot slik det er.
fault-refused-advice = Rett det som står nedanfor, og prøv igjen.
fault-bad-request = Førespurnaden har ikkje rett form.
fault-bad-request-advice = Oppdater programmet; det passar ikkje med tenesta.
fault-version-missing = Det manglar kva versjon avgjerda gjeld.
fault-version-missing-advice = Send versjonen du har sett, i If-Match.
fault-too-large = Det er for stort til å takast imot.
fault-too-large-advice = Del det opp, eller kontroller at det er rett fil.
fault-too-many = Det kom for mange førespurnader på kort tid.
fault-too-many-advice = Vent litt, og prøv igjen (F5). Hjelper det ikkje, så spør den som driftar tenesta, om grensa.
fault-storage = Databasen kan ikkje skrivast til no.
fault-storage-advice = Kontroller at fila ikkje er låst eller skriveverna, og at det er plass på disken. Trykk F5 for å prøve igjen.
fault-internal = Det oppstod ein feil i tenesta.
fault-internal-advice = Prøv igjen. Hjelper det ikkje, så sei frå til den som driftar tenesta.
fault-away = Får ikkje kontakt med tenesta.
fault-away-advice = Trykk F5 for å prøve igjen.
    .aloud = Prøv igjen.
fault-unknown = Sambandet vart brote før svaret kom. Det er ikkje kjent om det vart lagra.
fault-unknown-advice = Send det same på nytt (F5); det blir ikkje lagra to gonger.
    .aloud = Send det same på nytt; det blir ikkje lagra to gonger.
fault-garbled = Tenesta svarte noko som programmet ikkje forstår.
fault-garbled-advice = Kontroller adressa, og at program og teneste har same versjon.
fault-nothing-stored = Ingenting er lagra eller sendt.
fault-belongs-to = Bunken er laga av { $name }.
fault-decided-by = Avgjord av { $name }.

## Kvifor noko ikkje blir teke imot.

refusal-unknown-unit = Ukjend rapporteringseining «{ $given }».
refusal-unknown-unit-hint = Ukjend rapporteringseining «{ $given }». Meinte du { $hint }? Skriv nummeret med alle nullar.
refusal-unit-does-not-report = Eining { $unit } rapporterer ikkje sjølv; bydelane gjer det.
refusal-unknown-period = Ukjend periode «{ $given }». Skriv til dømes 2023H1.
refusal-unknown-point = Skjemaet har ikkje noko punkt «{ $given }».
refusal-unknown-point-hint = Skjemaet har ikkje noko punkt «{ $given }». Meinte du { $hint }?
refusal-unknown-reference = «{ $given }» er ingen referanse. Ein referanse ser slik ut: KHR-2023H1-3420 eller TLG-000212.
refusal-missing-point = Punkt { $point } ({ $label }) er ikkje fylt ut.
refusal-not-whole = Punkt { $point }: «{ $given }» er ikkje eit heilt tal frå 0 og oppover.
refusal-not-for-unit = Punkt { $point } blir ikkje fylt ut av kommunen.
refusal-point-twice = Punkt { $point } står meir enn éin gong.
refusal-open-errors = Rapporten har feil som ingen har grunngitt: { $rules }. Godta dei med grunngiving (g på funnet), eller returner rapporten.
refusal-no-such-finding = Rapporten har ikkje funnet { $rule } lenger.
refusal-identity-number =
    { $kind ->
        [birth_number] Teksten inneheld eit fødselsnummer.
        [d_number] Teksten inneheld eit D-nummer.
       *[duf] Teksten inneheld eit DUF-nummer.
    } Ta det ut: Slike nummer skal ikkje sendast.
refusal-extensions-missing = Talet på utvidingar (7A) manglar. Det er påkravd for einingar på gammalt fagsystem. Trykk u.
    .aloud = Talet på utvidingar (7A) manglar. Det er påkravd for einingar på gammalt fagsystem. Skriv talet først.
refusal-extensions-forbidden = Talet på utvidingar (7A) skal ikkje rapporterast for denne eininga.
refusal-extensions-above-reported =
    { $given ->
        [one] 1 utviding (7A) er
       *[other] { $given } utvidingar (7A) er
    } fleire enn { $reported ->
        [0] ingen saker
        [one] den eine saka
       *[other] dei { $reported } sakene
    } med 3–6 månader som eininga har oppgitt (2E).
refusal-extensions-without-cases = { $given ->
    [one] 1 utviding
   *[other] { $given } utvidingar
} (7A), men eininga har ikkje oppgitt nokre saker med 3–6 månader (2E er tomt).
refusal-blank-comment = Kommentaren er tom. Skriv det mottakaren må få vite.
refusal-long-comment = Kommentaren er { $length } teikn; grensa er { $limit }.
refusal-bad-field = Feltet «{ $field }» er tomt, for langt eller har feil form.
refusal-same-version = Versjon { $newest } er alt levert. Neste versjon er { $next }.
refusal-same-content = Dei same tala er alt leverte som versjon { $newest }.
refusal-version-gap = Versjon { $given } kan ikkje kome no; neste versjon er { $next }.
refusal-case-closed = Saka er godkjend. Det kan ikkje leverast meir på ho.
refusal-wrong-kind = Avgjerda passar ikkje til denne typen sak.
refusal-own-application = Du kan ikkje avgjere din eigen søknad. Ein kollega må gjere det.
refusal-ambiguous-point = «{ $given }» kan vere fleire punkt ({ $points }). Skriv koden eller nøkkelen i staden.
refusal-suppressed = Punkt { $point }: «{ $given }» tyder at talet er skjult eller manglar i ein publisert tabell. Ein rapport må ha det verkelege talet.
refusal-in-row = Linje { $line }: { $why }
refusal-bad-file = Fila kan ikkje lesast: { $what }
refusal-bad-file-line = Fila kan ikkje lesast, linje { $line }: { $what }

file-encoding = ho er ikkje i UTF-8. Lagre ho på nytt som UTF-8.
file-utf16 = ho er i UTF-16. Lagre ho på nytt som UTF-8.
file-binary = ho er ikkje ei tekstfil. Eksporter ho som CSV eller JSON.
file-unknown-type = ho er korkje .json eller .csv.
file-too-large = ho er større enn { $limit } byte.
file-json = ho er ikkje gyldig JSON: { $detail }.
file-missing-column = kolonnen «{ $column }» manglar.
file-unknown-column = kolonnen «{ $column }» høyrer ikkje heime i fila.
file-column-twice = kolonnen «{ $column }» står meir enn éin gong.
file-cells = rada har feil tal på felt.
file-quote = eit hermeteikn er ikkje lukka på same linje, eller det står noko etter det.
file-mixed = ho blandar fleire einingar eller periodar. Lever éi fil for kvar.
file-several-reports = ho har { $count } rapportar. Lever éi fil for kvar.
file-report-twice = eining { $unit } står meir enn éin gong for det same halvåret.
file-empty = ho er tom.

## Kva som vart gått ut frå eller utelate då ei fil vart lesen. Fila er teken imot likevel.

note-latin-assumed = Fila er ikkje i UTF-8 og er lesen som Latin-1 (Windows-1252). Kontroller at æ, ø og å er rette.
note-zero-put-back = Einingsnummeret «{ $given }» mangla den første nullen og er lese som { $taken }.
note-obsolete-point = Utgått punkt: Skjemaet spør ikkje lenger om { $point } ({ $key }). Talet tel ikkje med.
note-left-out = Kolonnen «{ $column }» blir ikkje fylt ut av kommunen. Tala i han er ikkje tekne med.
