## Tilgang til de rapporterte tallene: rollen som gis, hvem som har tilgang, tallene og søknadsskjemaet.

access-role-municipality = kommune
access-role-office = statsforvalter

event-access-granted = Tilgang gitt
event-access-removed = Tilgang fjernet
cli-event-access-granted = tilgang gitt
cli-event-access-removed = tilgang fjernet

refusal-role-needed = Søkeren ser ut til å være ekstern. Videresend søknaden til Bufdir. Skal du likevel gi tilgang, må du velge rollen selv, bekrefte den og skrive en begrunnelse.
refusal-role-differs =
    { $suggested ->
        [office] Forslaget er rollen statsforvalter, men du gir rollen kommune.
        [municipality] Forslaget er rollen kommune, men du gir rollen statsforvalter.
       *[none] Søkeren ser ut til å være ekstern, og du gir rollen { $given ->
            [office] statsforvalter.
           *[municipality] kommune.
        }
    } Bekreft rollen for seg, eller gi den som er foreslått.
refusal-role-reason = Søkeren ser ut til å være ekstern. Skriv hvorfor tilgangen likevel gis.
refusal-access-held = Søkeren har denne tilgangen fra før, gjennom { $reference }. Avslå søknaden, eller fjern den gamle tilgangen først.
refusal-no-access-to-remove = Søknaden gir ingen tilgang: Den er ikke innvilget, kan fortsatt angres, eller tilgangen er alt fjernet.
refusal-no-portal-access = Du har ikke tilgang til de rapporterte tallene. Søk om tilgang: sfv access apply FIL --confirm, eller skjemaet på skjermen (3).

permission-none = Ingen har tilgang til de rapporterte tallene.
permission-head-reference = Søknad
permission-head-name = Navn
permission-head-role = Rolle
permission-head-of = Gjelder
permission-head-granted = Gitt
permission-head-by = Gitt av
permission-head-used = Sist brukt
permission-never = aldri
permission-removed = fjernet { $at } av { $name }
permission-taken = Tilgangen til { $name } ({ $reference }) er fjernet. { $to } får beskjed.

published-of = Rapporterte tall for { $unit } ({ $no })
published-none = Ingen godkjente halvårsrapporter er sendt videre ennå.
published-point = Punkt
published-hidden = ..
published-note = «..» er et tall på 1, 2 eller 3 som ikke vises. «–» betyr at punktet ikke er fylt ut.

cli-fact-suggested = Foreslått rolle
cli-fact-sent-by = Innlogget som
cli-fact-held = Har tilgang fra før
cli-fact-permission = Tilgang
access-role-none = ingen
access-earlier-open = { $reference } ({ $unit }), ikke avgjort
access-earlier-granted = { $reference } ({ $unit }), innvilget { $at } av { $name }
access-earlier-removed = { $reference } ({ $unit }), innvilget { $at } av { $name }, tilgangen fjernet { $removed }
access-earlier-rejected = { $reference } ({ $unit }), avslått { $at } av { $name }: «{ $reason }»
access-earlier-forwarded = { $reference } ({ $unit }), videresendt { $at } av { $name }
access-permission = rolle { $role }, gitt { $at } av { $name }, sist brukt { $used }
access-permission-removed = rolle { $role }, fjernet { $at } av { $name }: «{ $reason }»
access-sent-by = Innlogget som
access-held = Har tilgang fra før
access-given = Tilgang
