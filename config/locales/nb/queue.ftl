### Søk, visninger, sortering og merker i køen.

## Søket

refusal-bad-query = Søket forstås ikke ved «{ $term }»: { $what }
refusal-view-name = En visning må ha et navn på høyst { $limit } tegn.
refusal-view-taken = «{ $name }» er navnet på en fast visning. Velg et annet.
refusal-views-full = Du kan ha { $limit } egne visninger. Slett en først.
refusal-too-many-marks = Høyst { $limit } oppgaver kan merkes. Snevre inn søket.
query-unknown-key = «{ $given }:» er ikke et søkeord. Velg blant { $allowed }, eller sett anførselstegn rundt.
query-unknown-value = «{ $given }» passer ikke etter «{ $key }:». Velg blant { $allowed }.
query-no-value = skriv noe etter «{ $key }:».
query-no-word = skriv noe etter «{ $key }:», for eksempel { $allowed }.
query-not-a-date = «{ $given }» passer ikke etter «{ $key }:». Skriv dager som <3d, en dato som 25.08 eller 2023-08-25, eller idag.
query-not-a-number = «{ $given }» er ikke et helt tall. Skriv for eksempel { $key }:>1.
query-no-order = «{ $key }:» kan ikke sammenlignes slik med < og >. Skriv verdien rett etter kolon.
query-nothing-left-out = skriv hva som skal utelates rett etter ! eller -.
query-open-quote = anførselstegnet er ikke avsluttet.
query-too-long = søket er lengre enn { $limit } tegn.
query-too-many = søket har flere enn { $limit } ledd.
query-not-for-role = bare statsforvalteren kan søke på «{ $key }:».
search-words = Ord, eller status: type: frist: funn: risiko: enhet: utkast: … Mellomrom betyr og, komma eller, ! utelater.
list-empty-state = Ingen treff på «{ $text }» i visningen { $view }. Her er bare åpne oppgaver; de løste ligger i arkivet (2). Esc tømmer søket.
    .aloud = Ingen treff på «{ $text }» i visningen { $view }. Her er bare åpne oppgaver; de løste ligger i arkivet.
help-queries = Søk med vilkår
help-queries-list =
    status:åpen · type:rapport · funn:feil,advarsel · funn:ingen · risiko:>50
    frist:<3d · frist:over · frist:25.08 · mottatt:>18.08 · løst:>=2023-08-21
    enhet:gjøvik · søker:ola · utkast:meg · av:kari · periode:2023H1
    versjon:>1 · retur:>0 · kanal:nytt · sen:ja · merke:ny · levering:feilet
    mellomrom er og · komma er eller · ! eller - utelater · "nordre land" hører sammen

## Visninger

views-everything = alt
view-name-label = Visningens navn:
view-name-of = Lagrer søket «{ $query }» som din egen visning.
message-no-such-view = Ingen visning har det sifferet.
message-view-needs-search = Søk først (s). Så kan søket lagres som din egen visning (w, n).
message-view-built-in = Faste visninger kan ikke slettes, bare dine egne.
message-view-remove = Slette visningen «{ $name }»? x en gang til sletter den. Oppgavene blir stående.
message-view-kept = Visningen «{ $name }» er lagret.
message-view-removed = Visningen «{ $name }» er slettet.

cli-column-digit = Siffer
cli-column-count = Antall
cli-column-search = Søk

## Sortering

sort-unit = enhetsnummer
sort-findings = funn
sort-draft = utkast
sort-badges = merker
sort-decided-by = avgjort av
sort-returns = returer
sort-delivery = levering

## Merker på oppgaver

marks-hidden = { $number } merket ({ $hidden } skjult)
marks-unknown = { $number } merket (… skjult)
marks-range = merker { $number } (Space eller V avslutter)
marks-range-short = merker { $number }
back-range = avbryt
back-search = tøm søket
back-marks = fjern merker
message-marks-open-only = Bare åpne oppgaver kan merkes.
message-range-begun = Flytt deg til den siste oppgaven som skal merkes. Space eller V merker alle imellom, Esc avbryter.
message-rows-on-their-way = Oppgavene er på vei. Prøv igjen om et øyeblikk.
message-marks-failed = Ingenting ble merket. { $why }
message-marked =
    { $n ->
        [0] Ingen oppgaver er merket.
        [one] 1 oppgave er merket.
       *[other] { $shown } oppgaver er merket.
    }
message-marks-cleared =
    { $n ->
        [one] Merket er fjernet. G henter det tilbake.
       *[other] { $shown } merker er fjernet. G henter dem tilbake.
    }
    .aloud =
        { $n ->
            [one] Merket er fjernet. Flere valg kan hente det tilbake.
           *[other] { $shown } merker er fjernet. Flere valg kan hente dem tilbake.
        }
message-no-marks-back = Ingen merker å hente tilbake.
message-marks-gone =
    { $n ->
        [one] 1 merket oppgave er løst av andre eller borte, og er ikke lenger merket.
       *[other] { $shown } merkede oppgaver er løst av andre eller borte, og er ikke lenger merket.
    }

## Hva kommandoene gjør

cmd-view-1 = Visningen med siffer 1
cmd-view-2 = Visningen med siffer 2
cmd-view-3 = Visningen med siffer 3
cmd-view-4 = Visningen med siffer 4
cmd-view-5 = Visningen med siffer 5
cmd-view-6 = Visningen med siffer 6
cmd-view-7 = Visningen med siffer 7
cmd-view-8 = Visningen med siffer 8
cmd-view-9 = Visningen med siffer 9
cmd-choose-view = Vis den valgte visningen
cmd-keep-view = Lagre søket som din egen visning
cmd-remove-view = Slett din egen visning
cmd-mark = Merk raden, eller fjern merket, og gå ned
cmd-mark-range = Merk fra her: flytt deg, og trykk en gang til
cmd-mark-all = Merk alt som vises
cmd-mark-invert = Snu merkene i visningen og søket
cmd-marks-back = Hent tilbake merkene som ble fjernet sist

hint-view-1 = visning 1
hint-view-2 = visning 2
hint-view-3 = visning 3
hint-view-4 = visning 4
hint-view-5 = visning 5
hint-view-6 = visning 6
hint-view-7 = visning 7
hint-view-8 = visning 8
hint-view-9 = visning 9
hint-choose-view = velg
hint-keep-view = lagre søket
hint-remove-view = slett
hint-mark = merk
hint-mark-range = merk fra her
hint-mark-all = merk alle
hint-mark-invert = snu merkene
hint-marks-back = hent merkene
