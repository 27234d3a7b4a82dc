### Administrasjon av frister, helligdager og enheter (sfv admin periods, sfv admin units).

event-deadline-moved = Frist flyttet
cli-event-deadline-moved = frist flyttet
deadline-moved-office = embetets frist fra { $from } til { $to }
deadline-moved-unit = kommunens frist fra { $from } til { $to }
deadline-now-published = fristene er publisert
deadline-now-assumed = fristene er antatt
reference-moves = { $office }, { $period }: { $open ->
    [0] ingen åpne oppgaver får nye frister
    [one] 1 åpen oppgave får nye frister
   *[other] { $open } åpne oppgaver får nye frister
}, { $kept ->
    [0] ingen løste beholder sine.
    [one] 1 løst beholder sine.
   *[other] { $kept } løste beholder sine.
}
reference-moved = { $office }, { $period }: { $open ->
    [0] ingen åpne oppgaver fikk nye frister
    [one] 1 åpen oppgave fikk nye frister
   *[other] { $open } åpne oppgaver fikk nye frister
}, { $kept ->
    [0] ingen løste beholdt sine.
    [one] 1 løst beholdt sine.
   *[other] { $kept } løste beholdt sine.
}
reference-fault-field-in-use = «{ $field }» kan ikke endres: { $reports ->
    [one] én rapport bygger
   *[other] { $reports } rapporter bygger
} på perioden. Bare fristene (unit_deadline, office_deadline) og hvor de står (assumed, source), kan flyttes.
reference-working-day = vanlig arbeidsdag
reference-stays = { $unit }: { $open ->
    [one] 1 åpen oppgave
   *[other] { $open } åpne oppgaver
} blir liggende hos { $office }.
reference-first-period = Gjelder fra og med { $period }. Rapporter for tidligere perioder følger grensene og navnene de hadde.
reference-fault-built-in-borders = Enhetene til og med { $day } er bygd inn og endres ikke her. Velg en senere dag (--from).
reference-fault-no-unit = Det er ingen enhet { $unit } dagen før.
reference-fault-no-successor = Enheten opphører, men ingen enhet overtar. Skriv nummeret i «predecessors» hos den eller dem som overtar, i samme fil.
reference-fault-not-set-from = Det er ikke satt noe for enheten fra { $day }.
reference-fault-unit-in-use = { $cases ->
    [one] Én oppgave eller purring
   *[other] { $cases } oppgaver eller purringer
} fra perioder etter dagen bygger på enheten slik den er nå. Velg en senere dag.
cli-data-of-backend = Grunndata og regler: slik { $address } har dem.
cli-data-of-backend-without-rules = Grunndata: slik { $address } har dem. Regler: de innebygde; de som embetene har satt, er deres egne.
cli-data-built-in = Grunndata og regler: de innebygde. Ingen tjeneste er satt opp.
cli-data-built-in-instead = Grunndata og regler: de innebygde, for { $address } kunne ikke spørres. { $why }
