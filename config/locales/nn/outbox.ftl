### Utboksen: kva som blir levert, kvar det står, og kva som kan gjerast når det ikkje går.

event-given-up = kunne ikkje leverast til { $to } og blir ikkje prøvd igjen
event-sent-again = blir sendt på nytt til { $to }
cli-event-given-up = levering gitt opp
cli-event-sent-again = blir sendt på nytt

## Ei levering på oppgåva

deliveries-title = Leveringar
delivery-way-mail = E-post til { $to }
delivery-way-bufdir = Rapport til { $to }
delivery-line-held = { $what }: ventar til { $at }
delivery-line-sent = { $what }: send { $at }
delivery-line-cancelled = { $what }: trekt tilbake
delivery-line-failed =
    { $n ->
        [one] { $what }: ikkje levert sidan { $since }, { $shown } forsøk, blir prøvd igjen { $next }
       *[other] { $what }: ikkje levert sidan { $since }, { $shown } forsøk, blir prøvd igjen { $next }
    }
delivery-line-given-up =
    { $n ->
        [one] { $what }: IKKJE LEVERT, gitt opp { $at } etter { $shown } forsøk
       *[other] { $what }: IKKJE LEVERT, gitt opp { $at } etter { $shown } forsøk
    }
delivery-receipt = Kvittering { $id }, motteken { $at }, sha256 { $hash }
delivery-answer = Svar: { $answer }
delivery-again = Ein leiar kan sende på nytt: sfv outbox retry { $id } --confirm

miss-address = Adressa kan ikkje brukast. Spør mottakaren om rett adresse, og gi beskjeden på ein annan måte.
miss-refused = E-posttenaren til mottakaren tek ikkje imot sendinga. Kontroller adressa med mottakaren, eller gi beskjeden på ein annan måte.
miss-busy = Mottakaren ber om at vi kjem tilbake seinare.
miss-away = Ingen svarer hos mottakaren. Varer det, må drifta sjå på linja.
miss-login = Vi slepp ikkje inn, eller tenaren kan ikkje det vi ber om. Drifta må sjå på oppsettet.
miss-certificate = Mottakaren kan ikkje vise kven han er (sertifikat). Ingenting er sendt. Drifta må sjå på det.
miss-silent = Det kom ikkje noko svar i tide. Sendinga kan vere motteken; ho blir send igjen med same nummer.
miss-rejected = Systemet til Bufdir tek ikkje imot sendinga. Avklar med Bufdir før ho blir send på nytt.
miss-folder = Mappa for utgåande filer kan ikkje skrivast til. Drifta må sjå på ho.
miss-other = Svaret kan ikkje tolkast. Drifta må sjå på det.

## Kommandoen sfv outbox

cli-outbox-none = Ingen leveringar her.
cli-outbox-again =
    { $n ->
        [one] { $shown } levering blir send på nytt.
       *[other] { $shown } leveringar blir sende på nytt.
    }
cli-outbox-would =
    { $n ->
        [one] { $shown } levering ville blitt send på nytt. Ingenting er endra.
       *[other] { $shown } leveringar ville blitt sende på nytt. Ingenting er endra.
    }
refusal-nothing-to-send-again = Leveringa har ikkje feila, eller ho er på veg no. Sjå sfv outbox list.

## Oppsettet av post

way-plain-mail = tls = "none" er berre lov til ein e-posttenar på denne maskina, ikkje til { $detail }. Bruk "starttls" eller "tls".
way-password = user og password_file (eller SFV_MAIL_PASSWORD) høyrer saman: Gi begge eller ingen.
way-plain-bufdir = { $detail }: Rapportar blir sende berre til https:// (eller http:// på denne maskina), utan namn og passord i adressa.
way-file = kan ikkje lesast: { $detail }
way-certificate = ingen sertifikat som kan brukast i { $detail }
way-other = tala passar ikkje saman: { $detail }

## Kommandoen sfv notices

cli-notices-off = Du får ingen e-post om det som kjem inn.
cli-notices-all = Du får e-post om alle einingane i embetet.
cli-notices-units = Du får e-post om desse einingane: { $units }
cli-notices-at-once = Kvar ting blir send med ein gong.
cli-notices-digest = Alt blir sendt samla kvar dag kl. { $time }.
cli-notices-quiet = Ingenting blir sendt mellom kl. { $from } og { $until }.

