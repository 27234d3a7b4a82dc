### Administrasjon av grunndata: perioder, skjema og regler (sfv admin periods, forms, rules).

event-reference-changed = grunndata endret
cli-event-reference-changed = grunndata endret

cli-column-reference-name = Navn
cli-column-reference-from = Fra
cli-column-reference-until = Til
cli-column-reference-standing = Gjelder
cli-column-reference-origin = Kilde
cli-column-reference-about = Innhold
cli-column-reports = Rapporter

reference-none = Ingenting er satt. Standarden gjelder.
reference-origin-built-in = innebygd
reference-origin-set = satt av administrator
reference-set-by = satt av { $by } { $at }
reference-standing-past = har vært
reference-standing-now = nå
reference-standing-scheduled = kommer
reference-about-period = åpner { $opens }, kommunefrist { $unit }, embetets frist { $office }, skjema { $form } { $assumed }
reference-about-form = { $points ->
    [one] 1 punkt
   *[other] { $points } punkter
}, { $required } påkrevd
reference-about-rules = { $rules ->
    [one] 1 regel
   *[other] { $rules } regler
} for skjema { $form }

reference-border-set = satt
reference-border-ends = opphører

reference-field-assumed = antatt
reference-field-change = endring
reference-field-children = barn 0–17
reference-field-confidence = hvor sikkert innholdet er
reference-field-content = innhold
reference-field-county = fylke
reference-field-county-no = fylkesnummer
reference-field-date = dato
reference-field-ends = opphører
reference-field-form = skjema
reference-field-from = fra
reference-field-holiday = helligdag
reference-field-language = målform
reference-field-letter = brev
reference-field-name = navn
reference-field-name-long = langt navn
reference-field-number = nummer
reference-field-office = embete
reference-field-office-deadline = embetets frist
reference-field-official = offisiell
reference-field-opens = åpner
reference-field-predecessors = går ut fra
reference-field-previous = forrige halvår
reference-field-reports = rapporterer selv
reference-field-rule = regel
reference-field-same-last-year = samme halvår i fjor
reference-field-says = hva det sier
reference-field-short = kort navn
reference-field-source = kilde
reference-field-subject = emne
reference-field-subject-confidence = hvor sikkert emnet er
reference-field-to = til
reference-field-unit = enhet
reference-field-unit-deadline = kommunens frist
reference-field-why = hvorfor
reference-field-withdrawn = tatt tilbake

reference-unchanged = Slik er det fra før. Ingenting er endret.
reference-would-change = Prøvekjøring: dette ville blitt endret. Ingenting er endret.
reference-changed = Endret. Alle prosesser kjenner det innen et par sekunder.
reference-tried = { $reports ->
    [0] Det er ingen rapporter i { $period } å prøve på.
    [one] Prøvd på den ene rapporten i { $period }: { $refused } ville blitt avvist.
   *[other] Prøvd på { $reports } rapporter i { $period }: { $refused } ville blitt avvist.
}
reference-dropped = { $key } er ikke med lenger: { $n ->
    [one] 1 rapport har et tall der.
   *[other] { $n } rapporter har et tall der.
}
reference-findings = { $rule }: { $before } funn nå, { $after } da.
reference-same-findings = Reglene gir like mange funn som nå.

refusal-bad-reference = { $about }: { $what }
reference-fault-not-toml = Filen er ikke riktig: { $detail }
reference-fault-not-csv = Tabellen kan ikke leses: { $detail }
reference-fault-nothing = Filen har ingenting å sette, eller flere rader enn det som tas imot. Den skal ha minst én rad av det den gjelder: [[period]] for perioder, [[office]] for embeter, [[letter]] for brev, en linje under overskriftene for enheter.
reference-fault-bad-name = Navnet kan bare ha bokstaver, tall og punktum, og høyst 20 tegn.
reference-fault-bad-period = En periode skrives som året med fire siffer, en stor bokstav og ett eller to siffer, for eksempel 2028H1, 2028Q3 eller 2028M07.
reference-fault-named-by = Den kan ikke tas tilbake, for { $other } viser til den.
reference-fault-not-set = Den er ikke satt av en administrator, så det er ingenting å ta tilbake.
reference-fault-twice = Raden står to ganger i filen.
reference-fault-order = { $other } står før etter navnet, men etter når dagene sammenlignes (eller omvendt). Gi perioden et navn som følger rekkefølgen av dagene.
reference-fault-overlap = Dagene overlapper { $other }.
reference-fault-too-long = Perioden og fristene strekker seg over mer enn { $most } dager. Se etter en skrivefeil i et årstall.
reference-fault-dates = Datoene er ikke i rekkefølge: første dag, siste dag, åpning, kommunens frist, embetets frist.
reference-fault-no-source = Datoene er oppgitt som publisert (assumed = false). Skriv hvor de står (source).
reference-fault-other-form = Perioden rapporteres på skjema { $form }.
reference-fault-no-form = Skjema { $form } finnes ikke.
reference-fault-no-period = Perioden { $period } finnes ikke, eller den kommer ikke før.
reference-fault-in-use = Kan ikke endres: { $reports ->
    [one] én rapport bygger på dette.
   *[other] { $reports } rapporter bygger på dette.
}
reference-fault-built-in = Den er bygd inn i programmet og kan ikke erstattes. Gi den nye et annet navn.
reference-fault-not-after = Den kan ikke begynne da: { $other } begynner i { $from }.
reference-fault-no-reason = Skriv hvorfor (--why). Setningen vises ved punkt 7A.
reference-fault-key-twice = Nøkkelen { $key } er brukt to ganger.
reference-fault-code-twice = Koden { $code } er brukt to ganger.
reference-fault-section-twice = Del { $section } står to ganger.
reference-fault-bad-code = Koden { $code } skal være tallet { $section } og én stor bokstav.
reference-fault-missing-point = { $key }: { $field } viser til { $other }, som skjemaet ikke har.
reference-fault-needed-point = Skjemaet mangler { $key }, som programmet trenger.
reference-fault-wrong-required = { $key } kan ikke være påkrevd: det er bare punkter som kommunen fyller ut, og som en kilde viser (in_form).
reference-fault-circle = { $key } inngår i sin egen sum.
reference-fault-bad-rules = Regelsettet kan ikke brukes: { $detail }
reference-fault-bad-example = { $rule }, utsagn { $part }: Regelen gir ikke det eksempel { $example } sier at den skal gi.
reference-fault-does-not-fit = Passer ikke med resten av grunndataene: { $detail }
reference-fault-no-office = Det finnes ikke noe embete med dette navnet.
reference-fault-counties = Fylkene til et embete står i enhetslistene og settes ikke her.
reference-fault-bad-field = Feltet «{ $field }» er tomt, for langt eller har feil form.{ $field ->
    [change] {" "}Der skal det stå ett av ordene set, end eller withdraw.
    [reports] {" "}Der skal det stå ett av ordene yes, ja, no eller nei.
   *[other] {""}
}
reference-fault-day-ahead = { $day } er ikke kommet ennå. Målformen rettes fra i dag eller fra en dag som har vært.
refusal-from-register = { $what }
from-register-not-on-register = { $unit }: Enheten er ikke godkjent for Barnevernsregisteret i { $period }, så en rapport beregnet av registeret kan ikke tas imot. Registrer godkjenningen med brev (sfv admin channel), eller lever skjemaet.

source-register = beregnet av Barnevernsregisteret { $at }
cli-fact-source = Kilde
