# Søknader om rapporttilgang uten skjerm.

cli-fact-earlier = Tidligere søknader
cli-applied = Søknaden er mottatt som { $reference }. Svaret kommer på e-post.
cli-bad-application = { $given } er ikke en søknad.
cli-bad-application-advice = Filen må være JSON med feltene name, email, phone, represents og unit (enhetens nummer med alle nuller).
