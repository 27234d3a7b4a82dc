# Brev frå embetet til einingane.

event-informed = brev sendt
cli-event-informed = brev sendt
unit-letter-letter = brev: { $about }
refusal-wrong-units = Du skreiv { $given }, men brevet går til { $units ->
    [one] 1 eining
   *[other] { $units } einingar
}. Ingenting er sendt. Sjå prøvekøyringa (--dry-run).
cli-bad-letter = «{ $given }» er ikkje eit brev. Fila skal vere TOML med [nb] og [nn], og kvar av dei skal ha subject og body.

cli-would-write =
    { $n ->
        [0] Prøvekøyring: Brevet ville ikkje gått til nokon.
        [one] Prøvekøyring: Brevet ville gått til 1 eining.
       *[other] Prøvekøyring: Brevet ville gått til { $n } einingar.
    }
cli-written-before =
    { $n ->
        [one] Brev { $id } vart sendt til 1 eining { $at }, men svaret kom ikkje fram. Ingenting er sendt no; gi kommandoen éin gong til viss brevet skal sendast på nytt.
       *[other] Brev { $id } vart sendt til { $n } einingar { $at }, men svaret kom ikkje fram. Ingenting er sendt no; gi kommandoen éin gong til viss brevet skal sendast på nytt.
    }
cli-written =
    { $n ->
        [one] Brev { $id } går til 1 eining.
       *[other] Brev { $id } går til { $n } einingar.
    }
cli-write-confirm =
    { $n ->
        [0] Ingen av einingane har ei e-postadresse brevet kan sendast til.
       *[other] Ingenting er sendt. Send det med --confirm { $n }
    }
cli-no-letters = Ingen brev er sende.
cli-broadcast-number = Nr.
cli-broadcast-sent-at = Sendt
cli-broadcast-by = Av
cli-broadcast-subject = Emne
cli-broadcast-copies = Levering
cli-broadcast-fares = { $sent } av { $all } leverte, { $held } ventar, { $failed } ikkje leverte
cli-broadcast-undone = trekt tilbake { $at }
cli-broadcast-head = Brev { $id }, { $at }, { $by }
cli-copy-unit = Eining
cli-copy-language = Språk
cli-copy-to = Til
cli-copy-state = Levering
cli-copy-answer = Svar frå mottakaren
