### Brevrekken og malene: brev som en administrator legger til, og tekster som settes (sfv admin letters, templates).

letters-built-in = Brevene slik de er innebygd i programmet. Ingen felles tjeneste er satt opp, så ingen er spurt om flere.
letters-of-backend = Brevene slik tjenesten på { $address } kjenner dem: { $own } innebygde og { $added } lagt til.
letters-not-told = Bare brevene som er innebygd i programmet. Tjenesten på { $address } sa ikke hvilke den har, så brev som en administrator har lagt til, kan mangle. { $why }
library-letters-told = Slik tjenesten har dem: { $added ->
    [0] { $own } innebygde.
   *[other] { $own } innebygde og { $added } lagt til.
}
library-letters-asked = De som er innebygd. Tjenesten blir spurt om den har flere …
library-letters-not-told = Bare de som er innebygd. Tjenesten svarte ikke, så brev som er lagt til, kan mangle.
library-letters-own = De som er innebygd.
library-letter-added = { $number }, { $date } (lagt til av en administrator)

channel-letter-unknown = Merk: Brevet står ikke i rekken av direktoratets brev. Er det et slikt brev, legg det til med sfv admin letters add.

reference-fault-letter-number = Nummeret mangler, er lengre enn { $most } tegn eller har andre tegn enn bokstaver, tall, skråstrek, bindestrek og punktum. Skriv det slik det siteres, for eksempel 2020/55315-1.
reference-fault-text-field = Feltet «{ $field }» mangler eller er lengre enn { $most } tegn.
reference-fault-word-field = Feltet «{ $field }» skal være ett av disse ordene: { $allowed }.
reference-fault-no-date = «{ $given }» er ingen dato. Skriv den slik: 2022-11-30.
reference-fault-hidden-sign = Feltet «{ $field }» har et linjeskift der det skal være én linje, eller et tegn som ikke vises eller som snur skriveretningen. Skriv teksten på nytt uten det.
reference-fault-holds-identity = Feltet «{ $field }» har noe som ser ut som et fødselsnummer eller DUF-nummer. Ta det bort.
reference-fault-letter-built-in = Brevet er innebygd i programmet og sier noe annet. Det kan ikke erstattes.
reference-fault-letter-there = En administrator har lagt til brevet før, med et annet innhold. Se sfv admin letters list. Skal det rettes, legg til --replace.
reference-fault-no-text = Det er ingen mal med dette navnet. Disse finnes: { $known }
reference-fault-text-fixed = Denne malen kan ikke settes. { $why }
reference-fault-strange-part = Malen har ingen del «{ $field }». Delene er: { $allowed }.
reference-fault-open-blank = Delen «{ $field }» har en krøllparentes som ikke er åpnet eller ikke lukket. Et felt skrives slik: {"{"}reference{"}"}.
reference-fault-unknown-blank = Delen «{ $field }» har ikke feltet {"{"}{ $blank }{"}"}. Disse kan stå der: { $known }.
reference-fault-forbidden-blank = Delen «{ $field }»: {"{"}{ $blank }{"}"} kan aldri stå i en tekst som sendes. { $why ->
    [figure] Ingen melding har tall fra rapporten; mottakeren ser dem etter innlogging.
    [person] Ingen melding har navn, adresse eller telefon til kontaktpersoner eller barn.
   *[secret] Ingen melding har passord, kjennetegn eller koder.
}
reference-fault-needed-blank = Delen «{ $field }» mangler feltet {"{"}{ $blank }{"}"}, som må være med.
reference-fault-needed-words = Delen «{ $field }» mangler ordene «{ $words }», som må være med.
reference-fault-subject-says = Emnet har en adresse eller et tall med mer enn { $most } sifre. Et emne sier bare referansen og hva meldingen gjelder.
reference-fault-holds-secret = Delen «{ $field }» har «{ $found }», som ser ut som en hemmelighet. Ta det bort.
reference-fault-day-over = { $day } er over. En tekst gjelder fra i dag eller fra en dag som kommer.

template-standing = Gjelder
template-fixed = Kan ikke settes
template-part = felt: { $blanks }. Må ha: { $needs }. Høyst { $most } tegn.
template-words = Må ha ordene «{ $words }».
template-text = { $part }:
template-preview = Slik blir «{ $part }» med oppdiktede verdier:
