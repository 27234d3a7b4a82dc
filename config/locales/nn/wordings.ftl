### Brevrekkja og malane: brev som ein administrator legg til, og tekstar som blir sette (sfv admin letters, templates).

letters-built-in = Breva slik dei er innebygde i programmet. Inga felles teneste er sett opp, så ingen er spurd om fleire.
letters-of-backend = Breva slik tenesta på { $address } kjenner dei: { $own } innebygde og { $added } lagde til.
letters-not-told = Berre breva som er innebygde i programmet. Tenesta på { $address } sa ikkje kva brev ho har, så brev som ein administrator har lagt til, kan mangle. { $why }
library-letters-told = Slik tenesta har dei: { $added ->
    [0] { $own } innebygde.
   *[other] { $own } innebygde og { $added } lagde til.
}
library-letters-asked = Dei som er innebygde. Tenesta blir spurd om ho har fleire …
library-letters-not-told = Berre dei som er innebygde. Tenesta svarte ikkje, så brev som er lagde til, kan mangle.
library-letters-own = Dei som er innebygde.
library-letter-added = { $number }, { $date } (lagt til av ein administrator)

channel-letter-unknown = Merk: Brevet står ikkje i rekkja av brev frå direktoratet. Er det eit slikt brev, så legg det til med sfv admin letters add.

reference-fault-letter-number = Nummeret manglar, er lengre enn { $most } teikn eller har andre teikn enn bokstavar, tal, skråstrek, bindestrek og punktum. Skriv det slik det blir sitert, til dømes 2020/55315-1.
reference-fault-text-field = Feltet «{ $field }» manglar eller er lengre enn { $most } teikn.
reference-fault-word-field = Feltet «{ $field }» skal vere eitt av desse orda: { $allowed }.
reference-fault-no-date = «{ $given }» er ingen dato. Skriv han slik: 2022-11-30.
reference-fault-hidden-sign = Feltet «{ $field }» har eit linjeskift der det skal vere éi linje, eller eit teikn som ikkje er synleg, eller som snur skriveretninga. Skriv teksten på nytt utan det.
reference-fault-holds-identity = Feltet «{ $field }» har noko som ser ut som eit fødselsnummer eller DUF-nummer. Ta det bort.
reference-fault-letter-built-in = Brevet er innebygd i programmet og seier noko anna. Det kan ikkje erstattast.
reference-fault-letter-there = Ein administrator har lagt til brevet før, med eit anna innhald. Sjå sfv admin letters list. Skal det rettast, så legg til --replace.
reference-fault-no-text = Det finst ingen mal med dette namnet. Desse finst: { $known }
reference-fault-text-fixed = Denne malen kan ikkje setjast. { $why }
reference-fault-strange-part = Malen har ingen del «{ $field }». Delane er: { $allowed }.
reference-fault-open-blank = Delen «{ $field }» har ein krøllparentes som ikkje er opna eller ikkje lukka. Skriv eit felt slik: {"{"}reference{"}"}.
reference-fault-unknown-blank = Delen «{ $field }» har ikkje feltet {"{"}{ $blank }{"}"}. Desse kan stå der: { $known }.
reference-fault-forbidden-blank = Delen «{ $field }»: {"{"}{ $blank }{"}"} kan aldri stå i ein tekst som blir send. { $why ->
    [figure] Inga melding har tal frå rapporten; mottakaren ser dei etter innlogging.
    [person] Inga melding har namn, adresse eller telefon til kontaktpersonar eller barn.
   *[secret] Inga melding har passord, innloggingsnøklar eller kodar.
}
reference-fault-needed-blank = Delen «{ $field }» manglar feltet {"{"}{ $blank }{"}"}, som må vere med.
reference-fault-needed-words = Delen «{ $field }» manglar orda «{ $words }», som må vere med.
reference-fault-subject-says = Emnet har ei adresse eller eit tal med meir enn { $most } siffer. Eit emne seier berre referansen og kva meldinga gjeld.
reference-fault-holds-secret = Delen «{ $field }» har «{ $found }», som ser ut som noko hemmeleg. Ta det bort.
reference-fault-day-over = { $day } er over. Ein tekst gjeld frå i dag eller frå ein dag som kjem.

template-standing = Gjeld
template-fixed = Kan ikkje setjast
template-part = felt: { $blanks }. Må ha: { $needs }. Høgst { $most } teikn.
template-words = Må ha orda «{ $words }».
template-text = { $part }:
template-preview = Slik blir «{ $part }» med oppdikta verdiar:
