# Arkivpakka og kvitteringa for ei avgjerd.

receipt-approve = Godkjend elektronisk av { $name }, { $office }, { $at }. Gjeld { $reference } versjon { $version }.
receipt-return = Returnert elektronisk av { $name }, { $office }, { $at }. Gjeld { $reference } versjon { $version }.
receipt-grant = Innvilga elektronisk av { $name }, { $office }, { $at }. Gjeld { $reference }.
receipt-reject = Avslått elektronisk av { $name }, { $office }, { $at }. Gjeld { $reference }.
receipt-forward = Vidaresend elektronisk av { $name }, { $office }, { $at }. Gjeld { $reference }.
receipt-proof =
    Avgjerd { $key }
    Det som vart avgjort: { $content }
    Hending { $seq } i loggen: { $hash }

archive-packed = { $reference } er skriven til { $place }. Sjekksummen til SHA256SUMS er { $sum }
archive-hidden = skjult
archive-note = Namna er frå Noark, men pakka er ikkje eit Noark 5-uttrekk; sjå docs/arkiv.md.
archive-case-report = Halvårsrapport barnevern, { $unit }, { $period }
archive-case-request = Søknad om rapporttilgang, { $unit }
archive-case-request-of = Søknad om rapporttilgang, { $unit }: { $name }
archive-title-report = Halvårsrapport frå { $unit }, { $period }, versjon { $version }
archive-title-request = Søknad om rapporttilgang for { $unit }
archive-title-decision = { $kind } (versjon { $version })
archive-document-report = Halvårsrapport
archive-document-request = Søknad
archive-document-decision = Avgjerd
archive-readme =
    Ei sak frå sfv, samla for arkivet.

    metadata.json      om saka og dokumenta, med namn frå Noark
    rapport/           kvar versjon av rapporten, som JSON og som tekst (ein tilgangssøknad: soknad.json og soknad.txt)
    beslutninger.json  avgjerdene med kommentarar og kva det vart spurt om
    funn.json          kva reglane seier, og kva regelpakke som seier det
    hendelser.jsonl    hendingane i saka med hashane dei har i loggen
    kvitteringer/      kven som avgjorde kva, og kvar det står i loggen
    sak.txt            alt saman, til å lese
    SHA256SUMS         sjekksummar; prøv dei med: sha256sum --check SHA256SUMS
archive-readme-public =
    Ei sak frå sfv, i ein variant der delar er skjulte: tala 1–3 (og eitt til der berre eitt ville vore skjult i ein del av
    skjemaet), merknader, kommentarar, talet på utvidingar, funn, kontaktpersonar og teksten i hendingane.

    Summar på tvers av skjemaet kan likevel røpe eit tal. Eit menneske må sjå på pakka før nokon får ho.

    SHA256SUMS         sjekksummar; prøv dei med: sha256sum --check SHA256SUMS

cli-not-solved = { $given } er ikkje ferdig behandla, og blir ikkje pakka for arkivet.
cli-not-solved-advice = Vis saka med «sfv tasks show», eller eksporter ho med --format json.
