### Tastane: kvar dei gjeld, eigne tastar og kontrollen av dei (sfv keys).

## Kvar ein tast gjeld.

scope-global = Overalt, unnateke i dialogar og felt
scope-list = Oppgåvelista og arkivet
scope-report = Ein open rapport
scope-access = Ein open søknad om rapporttilgang
scope-solved = Ei løyst sak
scope-help = Hjelpa
scope-page = Historikk og forklaring
scope-quit = Spørsmålet før programmet blir avslutta
scope-views = Val av vising
scope-search = Søkjefeltet
scope-field = Eit felt på éi linje (tal på utvidingar, notat)
scope-editor = Kommentaren
scope-summary = Oppsummeringa før Stadfest
scope-grid = Rutenettet med tal på utvidingar
scope-counts = Ei liste med tal, før noko blir teke inn
scope-library = Lenkjer og brev
scope-batch = Ein bunke
scope-sample = Ei sak i stikkprøva
scope-number = Talet som stadfestar ein bunke
scope-common = Felles tekst for masseretur
scope-stop = Spørsmålet før ein bunke blir gitt opp
scope-palette = Paletten
scope-units = Einingane
scope-unit = Ei eining
scope-form = Skjemaet for ei utviding
scope-notice = Oppsummeringa før ei purring eller ei utviding
scope-figures = Dei rapporterte tala
scope-holders = Kven som har tilgang
scope-application = Søknadsskjemaet
scope-removal = Oppsummeringa før ein tilgang blir fjerna
scope-gate = Låst skjerm eller ny innlogging
scope-conflict = Ny versjon mot utkastet

## Språket på skjermen.

cmd-language = Neste språk på skjermen: bokmål, nynorsk, engelsk
hint-language = språk
message-language = Skjermen er på nynorsk til programmet blir avslutta. Set eit fast språk med language i config.toml.

## Neste tast, når éin tast begynner ein annan.

which-heading = Etter { $key } (Esc: ingenting):

## Lister og kontroll.

keys-preset = Tasteval: { $preset }
keys-snag-alt-gr = treng AltGr
keys-snag-dead = ventar på neste bokstav
keys-snag-missing = finst ikkje på tastaturet
keys-snag-taken = blir ofte brukt av terminalen sjølv
keys-snag-alone = { $scope }: { $key } ({ $command }) { $snag }, og ingen annan tast gjer det same.
keys-snag-beside = { $scope }: { $key } ({ $command }) { $snag }. Ein annan tast gjer det same.
keys-linted = { $n ->
    [0] Alt kan tastast på tastaturet { $layout }.
    [one] 1 kommando kan ikkje tastast på tastaturet { $layout }.
   *[other] { $shown } kommandoar kan ikkje tastast på tastaturet { $layout }.
}

## Feil i eigne tastar.

cli-keymap = Tastane kan ikkje brukast. { $given }
cli-keymap-advice = Rett fila, eller ta ho bort. Programmet er ikkje starta.
cli-not-one-of = «{ $given }» finst ikkje. Desse finst: { $choices }
cli-not-one-of-at = { $place }: «{ $given }» finst ikkje. Desse finst: { $choices }
keys-near = Meinte du { $name }?
keys-bad-syntax = { $detail }
keys-bad-scope = Det finst ingen stad som heiter «{ $given }». { $near }
keys-bad-command = Det finst ingen kommando som heiter «{ $given }». { $near }
keys-bad-key = Ingen tast blir skriven «{ $given }».
keys-bad-shape = «{ $given }» kan ikkje stå her.
keys-loose = «{ $given }» kan ikkje stå her. Tastar står under ein stad, som [list] eller [report].
keys-not-here = Kommandoen { $command } gjer ingenting her ({ $scope }).
keys-only-enter = Kommandoen { $command } er alltid Enter og ingen annan tast, så inga avgjerd blir stadfesta av vanvare.
keys-enter-begins = Enter kan ikkje vere { $command }: Enter stadfester avgjerder, og det som stadfester, kan ikkje også begynne dei.
keys-begins = { $one } er ein kommando, og begynner også { $other }. Ta bort éin av dei.
keys-letter = { $key } er ein bokstav som blir skriven inn her ({ $scope }).
keys-trapped = Kommandoen { $command } har ingen tast igjen her ({ $scope }), og då kjem ingen vidare.
