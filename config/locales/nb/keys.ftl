### Tastene: hvor de gjelder, egne taster og kontrollen av dem (sfv keys).

## Hvor en tast gjelder.

scope-global = Overalt, unntatt i dialoger og felter
scope-list = Oppgavelisten og arkivet
scope-report = En åpen rapport
scope-access = En åpen søknad om rapporttilgang
scope-solved = En løst sak
scope-help = Hjelpen
scope-page = Historikk og forklaring
scope-quit = Spørsmålet før programmet avsluttes
scope-views = Valg av visning
scope-search = Søkefeltet
scope-field = Et felt på én linje (antall utvidelser, notat)
scope-editor = Kommentaren
scope-summary = Oppsummeringen før Bekreft
scope-grid = Rutenettet med antall utvidelser
scope-counts = En liste med antall, før noe tas inn
scope-library = Lenker og brev
scope-batch = En bunke
scope-sample = En sak i stikkprøven
scope-number = Antallet som bekrefter en bunke
scope-common = Felles tekst for masseretur
scope-stop = Spørsmålet før en bunke gis opp
scope-palette = Paletten
scope-units = Enhetene
scope-unit = En enhet
scope-form = Skjemaet for en utvidelse
scope-notice = Oppsummeringen før en purring eller en utvidelse
scope-figures = De rapporterte tallene
scope-holders = Hvem som har tilgang
scope-application = Søknadsskjemaet
scope-removal = Oppsummeringen før en tilgang fjernes
scope-gate = Låst skjerm eller ny innlogging
scope-conflict = Ny versjon mot utkastet

## Språket på skjermen.

cmd-language = Neste språk på skjermen: bokmål, nynorsk, engelsk
hint-language = språk
message-language = Skjermen er på bokmål til programmet avsluttes. Fast språk settes med language i config.toml.

## Neste tast, når én tast begynner en annen.

which-heading = Etter { $key } (Esc: ingenting):

## Lister og kontroll.

keys-preset = Tastevalg: { $preset }
keys-snag-alt-gr = trenger AltGr
keys-snag-dead = venter på neste bokstav
keys-snag-missing = finnes ikke på tastaturet
keys-snag-taken = brukes ofte av terminalen selv
keys-snag-alone = { $scope }: { $key } ({ $command }) { $snag }, og ingen annen tast gjør det samme.
keys-snag-beside = { $scope }: { $key } ({ $command }) { $snag }. En annen tast gjør det samme.
keys-linted = { $n ->
    [0] Alt kan tastes på tastaturet { $layout }.
    [one] 1 kommando kan ikke tastes på tastaturet { $layout }.
   *[other] { $shown } kommandoer kan ikke tastes på tastaturet { $layout }.
}

## Feil i egne taster.

cli-keymap = Tastene kan ikke brukes. { $given }
cli-keymap-advice = Rett filen eller ta den bort. Programmet er ikke startet.
cli-not-one-of = «{ $given }» finnes ikke. Disse finnes: { $choices }
cli-not-one-of-at = { $place }: «{ $given }» finnes ikke. Disse finnes: { $choices }
keys-near = Mente du { $name }?
keys-bad-syntax = { $detail }
keys-bad-scope = Det er ikke noe sted som heter «{ $given }». { $near }
keys-bad-command = Det er ingen kommando som heter «{ $given }». { $near }
keys-bad-key = Ingen tast skrives «{ $given }».
keys-bad-shape = «{ $given }» kan ikke stå her.
keys-loose = «{ $given }» kan ikke stå her. Taster står under et sted, som [list] eller [report].
keys-not-here = Kommandoen { $command } gjør ingenting her ({ $scope }).
keys-only-enter = Kommandoen { $command } er alltid Enter og ingen annen tast, så ingen avgjørelse bekreftes av vanvare.
keys-enter-begins = Enter kan ikke være { $command }: Enter bekrefter avgjørelser, og det som bekrefter, kan ikke også begynne dem.
keys-begins = { $one } er en kommando, og begynner også { $other }. Ta bort én av dem.
keys-letter = { $key } er en bokstav som skrives inn her ({ $scope }).
keys-trapped = Kommandoen { $command } har ingen tast igjen her ({ $scope }), og da kommer ingen videre.
