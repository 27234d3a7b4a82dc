# Arkivpakken og kvitteringen for en beslutning.

receipt-approve = Godkjent elektronisk av { $name }, { $office }, { $at }. Gjelder { $reference } versjon { $version }.
receipt-return = Returnert elektronisk av { $name }, { $office }, { $at }. Gjelder { $reference } versjon { $version }.
receipt-grant = Innvilget elektronisk av { $name }, { $office }, { $at }. Gjelder { $reference }.
receipt-reject = Avslått elektronisk av { $name }, { $office }, { $at }. Gjelder { $reference }.
receipt-forward = Videresendt elektronisk av { $name }, { $office }, { $at }. Gjelder { $reference }.
receipt-proof =
    Beslutning { $key }
    Det som ble besluttet: { $content }
    Hendelse { $seq } i loggen: { $hash }

archive-packed = { $reference } er skrevet til { $place }. Sjekksummen til SHA256SUMS er { $sum }
archive-hidden = skjult
archive-note = Navnene er Noarks, men pakken er ikke et Noark 5-uttrekk; se docs/arkiv.md.
archive-case-report = Halvårsrapport barnevern, { $unit }, { $period }
archive-case-request = Søknad om rapporttilgang, { $unit }
archive-case-request-of = Søknad om rapporttilgang, { $unit }: { $name }
archive-title-report = Halvårsrapport fra { $unit }, { $period }, versjon { $version }
archive-title-request = Søknad om rapporttilgang for { $unit }
archive-title-decision = { $kind } (versjon { $version })
archive-document-report = Halvårsrapport
archive-document-request = Søknad
archive-document-decision = Beslutning
archive-readme =
    En sak fra sfv, samlet for arkivet.

    metadata.json      om saken og dokumentene, med Noarks navn
    rapport/           hver versjon av rapporten, som JSON og som tekst (en tilgangssøknad: soknad.json og soknad.txt)
    beslutninger.json  beslutningene med kommentarer og hva det ble spurt om
    funn.json          hva reglene sier, og hvilken regelpakke som sier det
    hendelser.jsonl    hendelsene i saken med hashene de har i loggen
    kvitteringer/      hvem som besluttet hva, og hvor det står i loggen
    sak.txt            alt sammen, til å lese
    SHA256SUMS         sjekksummer; prøv dem med: sha256sum --check SHA256SUMS
archive-readme-public =
    En sak fra sfv, i en variant der deler er skjult: tallene 1–3 (og ett til der bare ett ville vært skjult i en del av
    skjemaet), merknader, kommentarer, antall utvidelser, funn, kontaktpersoner og teksten i hendelsene.

    Summer på tvers av skjemaet kan likevel røpe et tall. Et menneske må se på pakken før noen får den.

    SHA256SUMS         sjekksummer; prøv dem med: sha256sum --check SHA256SUMS

cli-not-solved = { $given } er ikke ferdig behandlet, og blir ikke pakket for arkivet.
cli-not-solved-advice = Vis den med «sfv tasks show», eller eksporter den med --format json.
