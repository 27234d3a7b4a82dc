### Søk, visingar, sortering og merke i køen.

## Søket

refusal-bad-query = Søket kan ikkje tolkast ved «{ $term }»: { $what }
refusal-view-name = Ei vising må ha eit namn på høgst { $limit } teikn.
refusal-view-taken = «{ $name }» er namnet på ei fast vising. Vel eit anna.
refusal-views-full = Du kan ha { $limit } eigne visingar. Slett ei først.
refusal-too-many-marks = Høgst { $limit } oppgåver kan merkast. Snevr inn søket.
query-unknown-key = «{ $given }:» er ikkje eit søkjeord. Vel mellom { $allowed }, eller set hermeteikn rundt.
query-unknown-value = «{ $given }» passar ikkje etter «{ $key }:». Vel mellom { $allowed }.
query-no-value = skriv noko etter «{ $key }:».
query-no-word = skriv noko etter «{ $key }:», til dømes { $allowed }.
query-not-a-date = «{ $given }» passar ikkje etter «{ $key }:». Skriv dagar som <3d, ein dato som 25.08 eller 2023-08-25, eller idag.
query-not-a-number = «{ $given }» er ikkje eit heilt tal. Skriv til dømes { $key }:>1.
query-no-order = «{ $key }:» kan ikkje samanliknast slik med < og >. Skriv verdien rett etter kolon.
query-nothing-left-out = skriv kva som skal utelatast, rett etter ! eller -.
query-open-quote = hermeteiknet er ikkje avslutta.
query-too-long = søket er lengre enn { $limit } teikn.
query-too-many = søket har fleire enn { $limit } ledd.
query-not-for-role = berre statsforvaltaren kan søkje på «{ $key }:».
search-words = Ord, eller status: type: frist: funn: risiko: enhet: utkast: … Mellomrom tyder og, komma eller, ! utelèt.
list-empty-state = Ingen treff på «{ $text }» i visinga { $view }. Her er berre opne oppgåver; dei løyste ligg i arkivet (2). Esc tømmer søket.
    .aloud = Ingen treff på «{ $text }» i visinga { $view }. Her er berre opne oppgåver; dei løyste ligg i arkivet.
help-queries = Søk med vilkår
help-queries-list =
    status:åpen · type:rapport · funn:feil,advarsel · funn:ingen · risiko:>50
    frist:<3d · frist:over · frist:25.08 · mottatt:>18.08 · løst:>=2023-08-21
    enhet:gjøvik · søker:ola · utkast:meg · av:kari · periode:2023H1
    versjon:>1 · retur:>0 · kanal:nytt · sen:ja · merke:ny · levering:feilet
    mellomrom er og · komma er eller · ! eller - utelèt · "nordre land" høyrer saman

## Visingar

views-everything = alt
view-name-label = Namn på visinga:
view-name-of = Lagrar søket «{ $query }» som di eiga vising.
message-no-such-view = Inga vising har det sifferet.
message-view-needs-search = Søk først (s). Så kan søket lagrast som di eiga vising (w, n).
message-view-built-in = Faste visingar kan ikkje slettast, berre dine eigne.
message-view-remove = Slette visinga «{ $name }»? x ein gong til slettar ho. Oppgåvene blir ståande.
message-view-kept = Visinga «{ $name }» er lagra.
message-view-removed = Visinga «{ $name }» er sletta.

cli-column-digit = Siffer
cli-column-count = Antal
cli-column-search = Søk

## Sortering

sort-unit = einingsnummer
sort-findings = funn
sort-draft = utkast
sort-badges = merke
sort-decided-by = avgjort av
sort-returns = returar
sort-delivery = levering

## Merke på oppgåver

marks-hidden = { $number } merkt ({ $hidden } skjulte)
marks-unknown = { $number } merkt (… skjult)
marks-range = merker { $number } (Space eller V avsluttar)
marks-range-short = merker { $number }
back-range = avbryt
back-search = tøm søket
back-marks = fjern merka
message-marks-open-only = Berre opne oppgåver kan merkast.
message-range-begun = Flytt deg til den siste oppgåva som skal merkast. Space eller V merker alle imellom, Esc bryt av.
message-rows-on-their-way = Oppgåvene er på veg. Prøv igjen om litt.
message-marks-failed = Ingenting vart merkt. { $why }
message-marked =
    { $n ->
        [0] Ingen oppgåver er merkte.
        [one] 1 oppgåve er merkt.
       *[other] { $shown } oppgåver er merkte.
    }
message-marks-cleared =
    { $n ->
        [one] Merket er fjerna. G hentar det tilbake.
       *[other] { $shown } merke er fjerna. G hentar dei tilbake.
    }
    .aloud =
        { $n ->
            [one] Merket er fjerna. Fleire val kan hente det tilbake.
           *[other] { $shown } merke er fjerna. Fleire val kan hente dei tilbake.
        }
message-no-marks-back = Ingen merke å hente tilbake.
message-marks-gone =
    { $n ->
        [one] 1 merkt oppgåve er løyst av andre eller borte, og er ikkje merkt lenger.
       *[other] { $shown } merkte oppgåver er løyste av andre eller borte, og er ikkje merkte lenger.
    }

## Kva kommandoane gjer

cmd-view-1 = Visinga med siffer 1
cmd-view-2 = Visinga med siffer 2
cmd-view-3 = Visinga med siffer 3
cmd-view-4 = Visinga med siffer 4
cmd-view-5 = Visinga med siffer 5
cmd-view-6 = Visinga med siffer 6
cmd-view-7 = Visinga med siffer 7
cmd-view-8 = Visinga med siffer 8
cmd-view-9 = Visinga med siffer 9
cmd-choose-view = Vis den valde visinga
cmd-keep-view = Lagre søket som di eiga vising
cmd-remove-view = Slett di eiga vising
cmd-mark = Merk rada, eller fjern merket, og gå ned
cmd-mark-range = Merk herfrå: flytt deg, og trykk ein gong til
cmd-mark-all = Merk alt i visinga og søket
cmd-mark-invert = Snu merka i visinga og søket
cmd-marks-back = Hent tilbake merka som sist vart fjerna

hint-view-1 = vising 1
hint-view-2 = vising 2
hint-view-3 = vising 3
hint-view-4 = vising 4
hint-view-5 = vising 5
hint-view-6 = vising 6
hint-view-7 = vising 7
hint-view-8 = vising 8
hint-view-9 = vising 9
hint-choose-view = vel
hint-keep-view = lagre søket
hint-remove-view = slett
hint-mark = merk
hint-mark-range = merk herfrå
hint-mark-all = merk alle
hint-mark-invert = snu merka
hint-marks-back = hent merka
