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
