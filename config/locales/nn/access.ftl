## Tilgang til dei rapporterte tala: rolla som blir gitt, kven som har tilgang, tala og søknadsskjemaet.

access-role-municipality = kommune
access-role-office = statsforvaltar

event-access-granted = tilgang gitt
event-access-removed = tilgang fjerna
cli-event-access-granted = tilgang gitt
cli-event-access-removed = tilgang fjerna

refusal-role-needed = Søkjaren ser ut til å vere ekstern. Vidaresend søknaden til Bufdir. Skal du likevel gi tilgang, må du velje rolla sjølv, stadfeste ho og skrive ei grunngiving.
refusal-role-differs =
    { $suggested ->
        [office] Forslaget er rolla statsforvaltar, men du gir rolla kommune.
        [municipality] Forslaget er rolla kommune, men du gir rolla statsforvaltar.
       *[none] Søkjaren ser ut til å vere ekstern, og du gir rolla { $given ->
            [office] statsforvaltar.
           *[municipality] kommune.
        }
    } Stadfest rolla for seg, eller gi den som er foreslått.
refusal-role-reason = Søkjaren ser ut til å vere ekstern. Skriv kvifor tilgangen likevel blir gitt.
refusal-access-held = Søkjaren har denne tilgangen frå før, gjennom { $reference }. Avslå søknaden, eller fjern den gamle tilgangen først.
refusal-no-access-to-remove = Søknaden gir ingen tilgang: Han er ikkje innvilga, kan framleis angrast, eller tilgangen er alt fjerna.
refusal-no-portal-access = Du har ikkje tilgang til dei rapporterte tala. Søk om tilgang: sfv access apply FIL --confirm, eller skjemaet på skjermen (3).

permission-none = Ingen har tilgang til dei rapporterte tala.
permission-head-reference = Søknad
permission-head-name = Namn
permission-head-role = Rolle
permission-head-of = Gjeld
permission-head-granted = Gitt
permission-head-by = Gitt av
permission-head-used = Sist brukt
permission-never = aldri
permission-removed = fjerna { $at } av { $name }
permission-taken = Tilgangen til { $name } ({ $reference }) er fjerna. { $to } får beskjed.

published-of = Rapporterte tal for { $unit } ({ $no })
published-none = Ingen godkjende halvårsrapportar er sende vidare enno.
published-point = Punkt
published-hidden = ..
published-note = «..» er eit tal på 1, 2 eller 3 som ikkje blir vist. «–» tyder at punktet ikkje er fylt ut.

cli-fact-suggested = Foreslått rolle
cli-fact-sent-by = Innlogga som
cli-fact-held = Har tilgang frå før
cli-fact-permission = Tilgang
access-role-none = inga
access-earlier-open = { $reference } ({ $unit }), ikkje avgjord
access-earlier-granted = { $reference } ({ $unit }), innvilga { $at } av { $name }
access-earlier-removed = { $reference } ({ $unit }), innvilga { $at } av { $name }, tilgangen fjerna { $removed }
access-earlier-rejected = { $reference } ({ $unit }), avslått { $at } av { $name }: «{ $reason }»
access-earlier-forwarded = { $reference } ({ $unit }), vidaresend { $at } av { $name }
access-permission = rolle { $role }, gitt { $at } av { $name }, sist brukt { $used }
access-permission-removed = rolle { $role }, fjerna { $at } av { $name }: «{ $reason }»
access-sent-by = Innlogga som
access-held = Har tilgang frå før
access-given = Tilgang

cmd-show-figures = Rapporterte tal (Utrapportering)
hint-show-figures = tal
cmd-show-holders = Kven som har tilgang til dei rapporterte tala
hint-show-holders = tilgangar
cmd-apply = Søk om tilgang til dei rapporterte tala
hint-apply = søk tilgang
cmd-role = Byt rolla som blir gitt
hint-role = byt rolle
cmd-confirm-role = Stadfest ei anna rolle enn den foreslåtte
hint-confirm-role = stadfest rolle
cmd-remove-access = Fjern tilgangen
hint-remove-access = fjern

tab-figures = Statistikk

access-role-line = Rolla som blir gitt
access-role-suggested = { $role } (forslaget)
access-role-chosen = { $role } – IKKJE forslaget; må stadfestast for seg (j i oppsummeringa)
access-role-must = inga foreslått – vel med o viss tilgang likevel skal givast
    .aloud = inga føreslått. Vel ei rolle dersom tilgang likevel skal givast
access-choice-role = o  Byt rolla som blir gitt
message-role = Rolla som blir gitt: { $role }.
summary-role = Rolle
summary-role-waits = ventar på at rolla blir stadfesta (j)
grant-role-again = Trykk j for å stadfeste rolla, Esc for å gå tilbake.
    .aloud = Stadfest rolla først.
editor-title-grant = INNVILG – grunngiving (ho blir ikkje send)
editor-to-office = Blir liggjande i saka hos embetet.

figures-refused = Du har ikkje tilgang til dei rapporterte tala (Utrapportering). Du får tilgang berre gjennom ein søknad som er innvilga.
figures-apply = Søk om tilgang: Trykk Enter (eller S når som helst). Frå kommandolinja: sfv access apply FIL --confirm
    .aloud = Du kan søkje om tilgang.
figures-role = rolle: { $role }, gjennom { $reference }, eining { $at } av { $total } (→ og ← byter)
figures-waiting = Hentar dei rapporterte tala …
figures-failed = Tala kunne ikkje hentast. { $why }

holders-title = Tilgang til rapporterte tal
holders-waiting = Hentar …
holders-failed = Lista kunne ikkje hentast. { $why }
holders-detail = Gitt { $at } av { $name }. { $email }

removal-title = FJERN TILGANG  { $reference }
removal-who = { $name } mistar rolla { $role } for { $of }.
removal-reason = Grunngiving (blir send til { $email }):
removal-question = Du er i ferd med å FJERNE tilgangen. { $email } får denne grunngivinga, på målforma til eininga:
removal-confirm = Enter fjernar tilgangen no. Det kan ikkje angrast; personen kan søkje på nytt.
    .aloud = Tilgangen blir fjerna når du stadfestar. Det kan ikkje angrast; personen kan søkje på nytt.
removal-sending = Sender …
message-access-removed = Tilgangen til { $name } er fjerna. { $to } får beskjed.

## Søknadsskjemaet står på begge målformer samtidig (språklova § 15). Det som er likt på begge, står éin gong.

apply-title = Søknad om rapporttilgang
apply-help = Bokmål: Søk om å få se de rapporterte tallene. Arbeider du hos statsforvalteren, velger du en kommune i fylket.
apply-help-nn = Nynorsk: Søk om å få sjå dei rapporterte tala. Arbeider du hos statsforvaltaren, vel du ein kommune i fylket.
apply-name = Navn / Namn
apply-represents = Arbeidsgiver / Arbeidsgivar
apply-email = E-post på jobb
apply-phone = Telefon på jobb
apply-unit = Kommune eller bydel
apply-chosen = Valgt / Vald: { $name } ({ $no })
apply-no-unit = Ingen rapporterende enhet heter det. / Inga rapporterande eining heiter det.
apply-missing-name = Skriv navnet ditt. / Skriv namnet ditt.
apply-missing-represents = Skriv hvor du arbeider. / Skriv kvar du arbeider.
apply-missing-unit = Velg en enhet fra listen (skriv, pil ned, Enter). / Vel ei eining frå lista (skriv, pil ned, Enter).
apply-ready = Enter sender søknaden. Esc går tilbake.
    .aloud = Søknaden er klar til å sendast.
apply-sending = Sender …
message-applied = Søknaden er mottatt som { $reference }. / Søknaden er motteken som { $reference }.
message-application-kept = Det du skrev, ligger i skjemaet til neste gang. / Det du skreiv, ligg i skjemaet til neste gong.

help-screen-figures = dei rapporterte tala
help-screen-holders = tilgangane
