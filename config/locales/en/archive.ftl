# The archive package and the receipt for a decision.

receipt-approve = Approved electronically by { $name }, { $office }, { $at }. Concerns { $reference } version { $version }.
receipt-return = Returned electronically by { $name }, { $office }, { $at }. Concerns { $reference } version { $version }.
receipt-grant = Granted electronically by { $name }, { $office }, { $at }. Concerns { $reference }.
receipt-reject = Rejected electronically by { $name }, { $office }, { $at }. Concerns { $reference }.
receipt-forward = Forwarded electronically by { $name }, { $office }, { $at }. Concerns { $reference }.
receipt-proof =
    Decision { $key }
    What was decided: { $content }
    Event { $seq } in the log: { $hash }

archive-packed = { $reference } has been written to { $place }. The checksum of SHA256SUMS is { $sum }
archive-hidden = hidden
archive-note = The names are those of Noark, but the package is not a Noark 5 extract; see docs/arkiv.md.
archive-case-report = Half-yearly child welfare report, { $unit }, { $period }
archive-case-request = Application for access to reports, { $unit }
archive-case-request-of = Application for access to reports, { $unit }: { $name }
archive-title-report = Half-yearly report from { $unit }, { $period }, version { $version }
archive-title-request = Application for access to reports for { $unit }
archive-title-decision = { $kind } (version { $version })
archive-document-report = Half-yearly report
archive-document-request = Application
archive-document-decision = Decision
archive-readme =
    A case from sfv, gathered for the archive.

    metadata.json      about the case and the documents, with the names of Noark
    rapport/           each version of the report, as JSON and as text (an access application: soknad.json and soknad.txt)
    beslutninger.json  the decisions, with comments and what was asked about
    funn.json          what the rules say, and which rule pack says it
    hendelser.jsonl    the events of the case, with the hashes they have in the log
    kvitteringer/      who decided what, and where it stands in the log
    sak.txt            all of it, for reading
    SHA256SUMS         checksums; test them with: sha256sum --check SHA256SUMS
archive-readme-public =
    A case from sfv, in a variant where parts are hidden: the figures 1–3 (and one more where only one would be hidden in a
    part of the form), remarks, comments, the number of extensions, findings, contact persons and the text of the events.

    Sums across the form may still reveal a figure. A person must look at the package before anybody gets it.

    SHA256SUMS         checksums; test them with: sha256sum --check SHA256SUMS

cli-not-solved = { $given } is not closed yet, and is not packed for the archive.
cli-not-solved-advice = Show it with “sfv tasks show”, or export it with --format json.
