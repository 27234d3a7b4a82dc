## Oppsettet av programmet (sfv config) og det som kan endres mens det kjører.

config-mistakes-advice = Rett linjene over, eller ta dem bort så gjelder standardverdien. sfv config check viser om alt er i orden.
config-live = Gjelder med en gang filen er lagret.
config-restart = Gjelder fra neste gang programmet starter.
config-file = Egne innstillinger står i { $file }. Det som ikke står der, har verdien «{ $origin }».

cmd-read-settings = Les innstillinger og taster på nytt
hint-read-settings = innstillinger
cmd-mouse = Mus av eller på
hint-mouse = mus

message-mouse-on = Musen er på: klikk velger, et klikk til åpner, og hjulet ruller. Terminalens egen merking av tekst trenger Shift.
message-mouse-off = Musen er av. Fast valg settes med mouse i config.toml.
message-mouse-decides-nothing = Et klikk bekrefter ingenting. Bekreft er alltid Enter, og Esc går tilbake.

setup-taken-over = Innstillingene er lest på nytt: { $names }.
setup-at-next-start = Fra neste start gjelder: { $names }.
setup-lines-at-next-start = Enkle linjer uten tegninger kommer ved neste start.
setup-same = Innstillingene er lest på nytt. Ingenting er endret.
setup-mistake = Innstillingene er som før. { $why }
setup-mistakes = { $n ->
    [one] Det er én feil til; sfv config check viser den.
   *[other] Det er { $n } feil til; sfv config check viser dem.
}
setting-server = tjenesten
setting-token-file = filen med kjennetegnet
setting-ca-file = sertifikatene
setting-office = embetet
setting-undo-seconds = angrefristen
setting-language = språket
setting-theme = fargene
setting-keys = tastene
setting-auto-advance = neste oppgave av seg selv
setting-require-seen = kravet om sette deler
setting-idle-lock-minutes = låsen
setting-idle-warning-seconds = varselet før låsen
setting-cache-hours = hvor lenge det som er lest, huskes
setting-call = varslingen
setting-mouse = musen
setting-bandwidth = sparing av linjen
setting-bufdir-address = adressen til Bufdir
setting-mail-from = avsenderen av post

## Øvelsen (sfv tutorial). $a, $b … er tastene som gjelder.

cmd-skip-lesson = Hopp over steget i øvelsen
hint-skip-lesson = hopp over
cmd-leave-lesson = Avslutt øvelsen; den fortsetter der neste gang
hint-leave-lesson = avslutt øvelse
message-no-lesson = Øvelsen begynner med sfv tutorial.
message-lesson-left = Øvelsen er lagt bort. sfv tutorial fortsetter der du var.
message-lesson-done = Øvelsen er ferdig. sfv tutorial begynner den på nytt.
lesson-title = Øvelse { $at } av { $all }
lesson-title-done = Øvelsen er ferdig
lesson-keys = { $skip } hopp over  { $leave } avslutt
lesson-keys-done = { $leave } lukk
lesson-queue = Dette er de åpne oppgavene; linjen under listen sier hva den valgte er. Gå ned med { $a } og opp igjen med { $b }.
lesson-view = En visning er en del av listen. Trykk { $a } for å velge, og { $b } for de rene rapportene: de som kontrollene ikke har noe å si på.
lesson-open = Åpne rapporten som er valgt, med { $a }.
lesson-sections = Rapporten har fem deler. Gå til neste del med { $a }, og fra punkt til punkt med { $b }. Øverst står hvor mange deler du har sett.
lesson-findings = { $a } viser alt kontrollene har funnet, og det som stemte; { $b } går tilbake. I en rapport med funn går { $c } fra funn til funn.
lesson-count = Antallet utvidelser (7A) er ditt. Trykk { $a }, skriv 2 og { $b }. Linjen under sier hva fristbruddene blir. Utkastet lagres av seg selv.
lesson-approve = Godkjenn: { $a } viser hva som blir sendt og til hvem. Ingenting er bestemt før du trykker { $b }.
lesson-undo = Godkjenningen er ikke sendt ennå. Trykk { $a } før angrefristen er ute, så er den tatt tilbake. Er den ute, kan du hoppe over steget.
lesson-comment = Nå en retur. Trykk { $a } i en åpen rapport og skriv hva kommunen skal rette. Er det funn, står et forslag der allerede.
lesson-return = { $a } avslutter teksten og viser hva som blir sendt. { $b } bekrefter, og kommunen får e-post. Er vinduet lukket, begynner { $c } igjen.
lesson-corrected = En rapport kommer tilbake rettet. Gå til listen ({ $a }), velg { $b } { $c }, åpne med { $d } og se bare det som er endret, med { $e }.
lesson-access = Søknader om tilgang ligger i den samme listen: { $a }, { $b } { $c }, { $d }. Les hvem som søker, godkjenn med { $e } og bekreft med { $f }.
lesson-mark = Mange like kan avgjøres sammen. Gå til de rene ({ $a }, { $b } { $c }) og merk alle med { $d }; { $e } merker én.
lesson-batch = { $a } gjør en bunke av dem: et utvalg må leses ({ $b }), så vises alt med { $c } før antallet skrives. Gå ut igjen med { $d }; bunken blir liggende.
lesson-search = Søk med { $a }: skriv et navn eller et nummer, så viser listen bare det. { $b } beholder søket, og { $c } tar det bort.
lesson-archive = Det som er avgjort, ligger i arkivet: { $a }. Tilbake til oppgavene med { $b }.
lesson-help = { $a } viser alt som kan gjøres på skjermen du er på, og lar deg søke i det. { $b } lukker.
lesson-language = Til slutt: { $a } bytter språk på skjermen, mellom bokmål, nynorsk og engelsk.
lesson-done = Nå har du gjort det arbeidet består av, på oppdiktede tall. Her i demoen kan du prøve så mye du vil; ingenting blir sendt.
