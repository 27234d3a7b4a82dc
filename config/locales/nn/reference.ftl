### Administrasjon av grunndata: periodar, skjema og reglar (sfv admin periods, forms, rules).

event-reference-changed = grunndata endra
cli-event-reference-changed = grunndata endra

cli-column-reference-name = Namn
cli-column-reference-from = Frå
cli-column-reference-until = Til
cli-column-reference-standing = Gjeld
cli-column-reference-origin = Kjelde
cli-column-reference-about = Innhald
cli-column-reports = Rapportar

reference-none = Ingenting er fastsett. Standarden gjeld.
reference-origin-built-in = innebygd
reference-origin-set = fastsett av administrator
reference-set-by = fastsett av { $by } { $at }
reference-standing-past = har vore
reference-standing-now = no
reference-standing-scheduled = kjem
reference-about-period = opnar { $opens }, frist for kommunen { $unit }, frist for embetet { $office }, skjema { $form } { $assumed }
reference-about-form = { $points ->
    [one] 1 punkt
   *[other] { $points } punkt
}, { $required } påkravde
reference-about-rules = { $rules ->
    [one] 1 regel
   *[other] { $rules } reglar
} for skjema { $form }

reference-border-set = fastsett
reference-border-ends = fell bort

reference-field-assumed = antatt
reference-field-change = endring
reference-field-children = barn 0–17
reference-field-confidence = kor sikkert innhaldet er
reference-field-content = innhald
reference-field-county = fylke
reference-field-county-no = fylkesnummer
reference-field-date = dato
reference-field-ends = fell bort
reference-field-form = skjema
reference-field-from = frå
reference-field-holiday = heilagdag
reference-field-language = målform
reference-field-letter = brev
reference-field-name = namn
reference-field-name-long = langt namn
reference-field-number = nummer
reference-field-office = embete
reference-field-office-deadline = frist for embetet
reference-field-official = offisiell
reference-field-opens = opnar
reference-field-predecessors = går ut frå
reference-field-previous = førre halvår
reference-field-reports = rapporterer sjølv
reference-field-rule = regel
reference-field-same-last-year = same halvår i fjor
reference-field-says = kva det seier
reference-field-short = kort namn
reference-field-source = kjelde
reference-field-subject = emne
reference-field-subject-confidence = kor sikkert emnet er
reference-field-to = til
reference-field-unit = eining
reference-field-unit-deadline = frist for kommunen
reference-field-why = kvifor
reference-field-withdrawn = teke tilbake

reference-unchanged = Slik er det frå før. Ingenting er endra.
reference-would-change = Prøvekøyring: Dette ville blitt endra. Ingenting er endra.
reference-changed = Endra. Alle prosessar kjenner det innan eit par sekund.
reference-tried = { $reports ->
    [0] Det er ingen rapportar i { $period } å prøve på.
    [one] Prøvd på den eine rapporten i { $period }: { $refused } ville blitt avvist.
   *[other] Prøvd på { $reports } rapportar i { $period }: { $refused } ville blitt avviste.
}
reference-dropped = { $key } er ikkje med lenger: { $n ->
    [one] 1 rapport har eit tal der.
   *[other] { $n } rapportar har eit tal der.
}
reference-findings = { $rule }: { $before } funn no, { $after } då.
reference-same-findings = Reglane gir like mange funn som no.

refusal-bad-reference = { $about }: { $what }
reference-fault-not-toml = Fila er ikkje rett: { $detail }
reference-fault-not-csv = Tabellen kan ikkje lesast: { $detail }
reference-fault-nothing = Fila har ingenting å fastsetje, eller fleire rader enn det som blir teke imot. Ho skal ha minst éi rad av det ho gjeld: [[period]] for periodar, [[office]] for embete, [[letter]] for brev, ei linje under overskriftene for einingar.
reference-fault-bad-name = Namnet kan berre ha bokstavar, tal og punktum, og høgst 20 teikn.
reference-fault-bad-period = Ein periode blir skriven som året med fire siffer, ein stor bokstav og eitt eller to siffer, til dømes 2028H1, 2028Q3 eller 2028M07.
reference-fault-named-by = Det kan ikkje takast tilbake, for { $other } viser til det.
reference-fault-not-set = Dette er ikkje fastsett av ein administrator, så det er ingenting å ta tilbake.
reference-fault-twice = Rada står to gonger i fila.
reference-fault-order = { $other } står før etter namnet, men etter når dagane blir samanlikna (eller omvendt). Gi perioden eit namn som følgjer rekkjefølgja av dagane.
reference-fault-overlap = Dagane overlappar { $other }.
reference-fault-too-long = Perioden og fristane strekkjer seg over meir enn { $most } dagar. Sjå etter ein skrivefeil i eit årstal.
reference-fault-dates = Datoane er ikkje i rekkjefølgje: første dag, siste dag, opning, frist for kommunen, frist for embetet.
reference-fault-no-source = Datoane er oppgitte som publiserte (assumed = false). Skriv kvar dei står (source).
reference-fault-other-form = Perioden blir rapportert på skjema { $form }.
reference-fault-no-form = Skjema { $form } finst ikkje.
reference-fault-no-period = Perioden { $period } finst ikkje, eller han begynner ikkje før denne.
reference-fault-in-use = Kan ikkje endrast: { $reports ->
    [one] éin rapport byggjer på dette.
   *[other] { $reports } rapportar byggjer på dette.
}
reference-fault-built-in = Dette er bygd inn i programmet og kan ikkje erstattast. Gi det nye eit anna namn.
reference-fault-not-after = Kan ikkje begynne då: { $other } begynner i { $from }.
reference-fault-no-reason = Skriv kvifor (--why). Setninga blir vist ved punkt 7A.
reference-fault-key-twice = Nøkkelen { $key } er brukt to gonger.
reference-fault-code-twice = Koden { $code } er brukt to gonger.
reference-fault-section-twice = Del { $section } står to gonger.
reference-fault-bad-code = Koden { $code } skal vere talet { $section } og éin stor bokstav.
reference-fault-missing-point = { $key }: { $field } viser til { $other }, som skjemaet ikkje har.
reference-fault-needed-point = Skjemaet manglar { $key }, som programmet treng.
reference-fault-wrong-required = { $key } kan ikkje vere påkravd: Berre punkt som kommunen fyller ut, og som ei kjelde viser, kan vere det (in_form).
reference-fault-circle = { $key } inngår i sin eigen sum.
reference-fault-bad-rules = Regelsettet kan ikkje brukast: { $detail }
reference-fault-bad-example = { $rule }, utsegn { $part }: Regelen gir ikkje det som døme { $example } seier at han skal gi.
reference-fault-does-not-fit = Passar ikkje med resten av grunndata: { $detail }
reference-fault-no-office = Det finst ikkje noko embete med dette namnet.
reference-fault-counties = Fylka til eit embete står i einingslistene og blir ikkje fastsette her.
reference-fault-bad-field = Feltet «{ $field }» er tomt, for langt eller har feil form.{ $field ->
    [change] {" "}Der skal det stå eitt av orda set, end eller withdraw.
    [reports] {" "}Der skal det stå eitt av orda yes, ja, no eller nei.
   *[other] {""}
}
reference-fault-day-ahead = { $day } er ikkje komen enno. Målforma blir retta frå i dag eller frå ein dag som har vore.
refusal-from-register = { $what }
from-register-not-on-register = { $unit }: Eininga er ikkje godkjend for Barnevernsregisteret i { $period }, så ein rapport som registeret har rekna ut, kan ikkje takast imot. Registrer godkjenninga med brev (sfv admin channel), eller lever skjemaet.

source-register = rekna ut av Barnevernsregisteret { $at }
cli-fact-source = Kjelde
