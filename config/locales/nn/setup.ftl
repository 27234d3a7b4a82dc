## Oppsettet av programmet (sfv config) og det som kan endrast medan det køyrer.

config-mistakes-advice = Rett linjene over, eller ta dei bort så gjeld standardverdien. sfv config check viser om alt er i orden.
config-live = Gjeld med ein gong fila er lagra.
config-restart = Gjeld frå neste gong programmet startar.
config-file = Eigne innstillingar står i { $file }. Det som ikkje står der, har verdien «{ $origin }».

cmd-read-settings = Les innstillingar og tastar på nytt
hint-read-settings = innstillingar
cmd-mouse = Mus av eller på
hint-mouse = mus

message-mouse-on = Musa er på: klikk vel, eit klikk til opnar, og hjulet rullar. Terminalen si eiga merking av tekst treng Shift.
message-mouse-off = Musa er av. Fast val blir sett med mouse i config.toml.
message-mouse-decides-nothing = Eit klikk stadfestar ingenting. Stadfest er alltid Enter, og Esc går tilbake.

setup-taken-over = Innstillingane er lesne på nytt: { $names }.
setup-at-next-start = Frå neste start gjeld: { $names }.
setup-lines-at-next-start = Enkle linjer utan teikningar kjem ved neste start.
setup-same = Innstillingane er lesne på nytt. Ingenting er endra.
setup-mistake = Innstillingane er som før. { $why }
setup-mistakes = { $n ->
    [one] Det er éin feil til; sfv config check viser han.
   *[other] Det er { $n } feil til; sfv config check viser dei.
}
setting-server = tenesta
setting-token-file = fila med kjenneteiknet
setting-ca-file = sertifikata
setting-office = embetet
setting-undo-seconds = angrefristen
setting-language = språket
setting-theme = fargane
setting-keys = tastane
setting-auto-advance = neste oppgåve av seg sjølv
setting-require-seen = kravet om sette delar
setting-idle-lock-minutes = låsen
setting-idle-warning-seconds = varselet før låsen
setting-cache-hours = kor lenge det som er lese, blir hugsa
setting-call = varslinga
setting-mouse = musa
setting-bandwidth = sparing av linja
setting-bufdir-address = adressa til Bufdir
setting-mail-from = avsendaren av post

## Øvinga (sfv tutorial). $a, $b … er tastane som gjeld.

cmd-skip-lesson = Hopp over steget i øvinga
hint-skip-lesson = hopp over
cmd-leave-lesson = Avslutt øvinga; ho held fram der neste gong
hint-leave-lesson = avslutt øving
message-no-lesson = Øvinga byrjar med sfv tutorial.
message-lesson-left = Øvinga er lagd bort. sfv tutorial held fram der du var.
message-lesson-done = Øvinga er ferdig. sfv tutorial byrjar ho på nytt.
lesson-title = Øving { $at } av { $all }
lesson-title-done = Øvinga er ferdig
lesson-keys = { $skip } hopp over  { $leave } avslutt
lesson-keys-done = { $leave } lukk
lesson-queue = Dette er dei opne oppgåvene; linja under lista seier kva den valde er. Gå ned med { $a } og opp att med { $b }.
lesson-view = Ei vising er ein del av lista. Trykk { $a } for å velje, og { $b } for dei reine rapportane: dei som kontrollane ikkje har noko å seie på.
lesson-open = Opne rapporten som er vald, med { $a }.
lesson-sections = Rapporten har fem delar. Gå til neste del med { $a }, og frå punkt til punkt med { $b }. Øvst står kor mange delar du har sett.
lesson-findings = { $a } viser alt kontrollane har funne, og det som stemte; { $b } går tilbake. I ein rapport med funn går { $c } frå funn til funn.
lesson-count = Talet på utvidingar (7A) er ditt. Trykk { $a }, skriv 2 og { $b }. Linja under seier kva fristbrota blir. Utkastet blir lagra av seg sjølv.
lesson-approve = Godkjenn: { $a } viser kva som blir sendt og til kven. Ingenting er bestemt før du trykkjer { $b }.
lesson-undo = Godkjenninga er ikkje send enno. Trykk { $a } før angrefristen er ute, så er ho teken tilbake. Er han ute, kan du hoppe over steget.
lesson-comment = No ein retur. Trykk { $a } i ein open rapport og skriv kva kommunen skal rette. Er det funn, står eit framlegg der allereie.
lesson-return = { $a } avsluttar teksten og viser kva som blir sendt. { $b } stadfestar, og kommunen får e-post. Er vindauget lukka, byrjar { $c } att.
lesson-corrected = Ein rapport kjem tilbake retta. Gå til lista ({ $a }), vel { $b } { $c }, opne med { $d } og sjå berre det som er endra, med { $e }.
lesson-access = Søknader om tilgang ligg i den same lista: { $a }, { $b } { $c }, { $d }. Les kven som søkjer, godkjenn med { $e } og stadfest med { $f }.
lesson-mark = Mange like kan avgjerast saman. Gå til dei reine ({ $a }, { $b } { $c }) og merk alle med { $d }; { $e } merkjer éin.
lesson-batch = { $a } gjer ein bunke av dei: eit utval må lesast ({ $b }), så blir alt vist med { $c } før talet blir skrive. Gå ut att med { $d }; bunken blir liggjande.
lesson-search = Søk med { $a }: skriv eit namn eller eit nummer, så viser lista berre det. { $b } held på søket, og { $c } tek det bort.
lesson-archive = Det som er avgjort, ligg i arkivet: { $a }. Tilbake til oppgåvene med { $b }.
lesson-help = { $a } viser alt som kan gjerast på skjermen du er på, og lèt deg søkje i det. { $b } lukkar.
lesson-language = Til slutt: { $a } byter språk på skjermen, mellom bokmål, nynorsk og engelsk.
lesson-done = No har du gjort det arbeidet er sett saman av, på oppdikta tal. Her i demoen kan du prøve så mykje du vil; ingenting blir sendt.
