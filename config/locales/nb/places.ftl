### Administrasjon av frister, helligdager og enheter (sfv admin periods, sfv admin units).

event-deadline-moved = frist flyttet
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
reference-fault-no-successor = Enheten legges ned, men ingen enhet overtar. Skriv nummeret i «predecessors» hos den eller dem som overtar, i samme fil.
reference-fault-not-set-from = Det er ikke satt noe for enheten fra { $day }.
reference-fault-unit-in-use = { $cases ->
    [one] Én oppgave eller purring
   *[other] { $cases } oppgaver eller purringer
} fra perioder etter dagen bygger på enheten slik den er nå. Velg en senere dag.
reference-fault-weekend = Dagen er en lørdag eller søndag. Den blir ikke en arbeidsdag om den settes her. Ta bort raden.
reference-fault-unit-set-by-other = { $by } har satt noe annet for enheten fra samme dag. Se sfv admin units borders. Skal det erstattes, legg til --replace.
reference-fault-unit-meets-other = { $by } har satt at { $unit } går over til { $other } fra samme dag. Se sfv admin units borders. Skal begge deler gjelde, legg til --replace, eller ta med raden for { $other }.
reference-fault-unit-ends = Det er satt at enheten legges ned { $day }. Skal den likevel bestå, ta det tilbake først (withdraw i filen, --withdraw for én enhet).
reference-fault-unit-ended = Enheten med dette nummeret ble lagt ned { $day }. Skal den opprettes på nytt, skriv i «predecessors» hvem den får arealet fra. Ellers trenger den et nytt nummer.
reference-fault-own-predecessor = Enheten er bare sin egen forgjenger. La «predecessors» stå tomt når arealet er som før.
reference-fault-own-area = Enheten består og får areal fra andre. Da må dens eget nummer også stå i «predecessors». To enheter kan ikke bytte nummer.
reference-fault-end-says = Raden sier noe i «{ $field }». En rad med end eller withdraw har bare enhetens nummer.
reference-warning-unit-deadline-over = Merk: Kommunens frist for { $period } er { $day }, og den dagen er over.
reference-warning-office-deadline-over = Merk: Embetets frist for { $period } er { $day }, og den dagen er over.
reference-warning-unit-deadline-free = Merk: Kommunens frist for { $period } er { $day }, som er en lørdag, søndag eller helligdag.
reference-warning-office-deadline-free = Merk: Embetets frist for { $period } er { $day }, som er en lørdag, søndag eller helligdag.
reference-warning-letter-date = Merk: Brevet { $letter } er datert { $day }. Se etter en skrivefeil i datoen.
reference-warning-many-new-units = Merk: { $new } enheter er nye. Dagen før er det { $units } i alt. Er det riktig fil?
cli-data-of-backend = Grunndata og regler: slik { $address } har dem.
cli-data-of-backend-without-rules = Grunndata: slik { $address } har dem. Regler: de innebygde; de som embetene har satt, er deres egne.
cli-data-built-in = Grunndata og regler: de innebygde. Ingen tjeneste er satt opp.
cli-data-built-in-instead = Grunndata og regler: de innebygde, for { $address } kunne ikke spørres. { $why }
