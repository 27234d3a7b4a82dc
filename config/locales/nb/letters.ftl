# Brev fra embetet til enhetene.

event-informed = brev sendt
cli-event-informed = brev sendt
unit-letter-letter = brev: { $about }
refusal-wrong-units = Du skrev { $given }, men brevet går til { $units ->
    [one] 1 enhet
   *[other] { $units } enheter
}. Ingenting er sendt. Se prøvekjøringen (--dry-run).
cli-bad-letter = «{ $given }» er ikke et brev. Filen skal være TOML med [nb] og [nn], og hver av dem skal ha subject og body.

cli-would-write =
    { $n ->
        [0] Prøvekjøring: brevet ville ikke gå til noen.
        [one] Prøvekjøring: brevet ville gå til 1 enhet.
       *[other] Prøvekjøring: brevet ville gå til { $n } enheter.
    }
cli-written-before =
    { $n ->
        [one] Brev { $id } ble sendt til 1 enhet { $at }, men svaret kom ikke frem. Ingenting er sendt nå; gi kommandoen én gang til hvis brevet skal sendes på nytt.
       *[other] Brev { $id } ble sendt til { $n } enheter { $at }, men svaret kom ikke frem. Ingenting er sendt nå; gi kommandoen én gang til hvis brevet skal sendes på nytt.
    }
cli-written =
    { $n ->
        [one] Brev { $id } går til 1 enhet.
       *[other] Brev { $id } går til { $n } enheter.
    }
cli-write-confirm =
    { $n ->
        [0] Ingen av enhetene har en e-postadresse brevet kan sendes til.
       *[other] Ingenting er sendt. Send det med --confirm { $n }
    }
cli-no-letters = Ingen brev er sendt.
cli-broadcast-number = Nr.
cli-broadcast-sent-at = Sendt
cli-broadcast-by = Av
cli-broadcast-subject = Emne
cli-broadcast-copies = Levering
cli-broadcast-fares = { $sent } av { $all } levert, { $held } venter, { $failed } ikke levert
cli-broadcast-undone = trukket tilbake { $at }
cli-broadcast-head = Brev { $id }, { $at }, { $by }
cli-copy-unit = Enhet
cli-copy-language = Språk
cli-copy-to = Til
cli-copy-state = Levering
cli-copy-answer = Svar fra mottakeren
