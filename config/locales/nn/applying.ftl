# Søknader om rapporttilgang utan skjerm.

cli-fact-earlier = Tidlegare søknader
cli-applied = Søknaden er motteken som { $reference }. Svaret kjem på e-post.
cli-bad-application = { $given } er ikkje ein søknad.
cli-bad-application-advice = Fila må vere JSON med felta name, email, phone, represents og unit (nummeret til eininga med alle nullar).
