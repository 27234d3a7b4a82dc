# Applications for access to reports without the screen.

cli-fact-earlier = Earlier applications
cli-applied = The application has been received as { $reference }. The answer comes by e-mail.
cli-bad-application = { $given } is not an application.
cli-bad-application-advice = The file must be JSON with the fields name, email, phone, represents and unit (the unit’s number with all zeros).
