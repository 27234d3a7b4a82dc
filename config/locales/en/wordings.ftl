### The chain of letters and the templates: letters that an administrator adds, and texts that are set (sfv admin letters, templates).

letters-built-in = The letters as they are built into the program. No shared service has been set up, so none has been asked for more.
letters-of-backend = The letters as the service at { $address } knows them: { $own } built in and { $added } added.
letters-not-told = Only the letters that are built into the program. The service at { $address } did not say which it has, so letters that an administrator has added may be missing. { $why }
library-letters-told = As the service has them: { $added ->
    [0] { $own } built in.
   *[other] { $own } built in and { $added } added.
}
library-letters-asked = Those that are built in. The service is being asked whether it has more …
library-letters-not-told = Only those that are built in. The service did not answer, so letters that have been added may be missing.
library-letters-own = Those that are built in.
library-letter-added = { $number }, { $date } (added by an administrator)

channel-letter-unknown = Note: the letter is not in the chain of the directorate’s letters. If it is such a letter, add it with sfv admin letters add.

reference-fault-letter-number = The number is missing, is longer than { $most } characters or has other characters than letters, digits, slash, hyphen and full stop. Write it as it is cited, for example 2020/55315-1.
reference-fault-text-field = The field “{ $field }” is missing or is longer than { $most } characters.
reference-fault-word-field = The field “{ $field }” must be one of these words: { $allowed }.
reference-fault-no-date = “{ $given }” is not a date. Write it like this: 2022-11-30.
reference-fault-hidden-sign = The field “{ $field }” has a line break where there must be one line, or a character that is not shown or that turns the direction of writing. Write the text again without it.
reference-fault-holds-identity = The field “{ $field }” has something that looks like a national identity number or a DUF number. Remove it.
reference-fault-letter-built-in = The letter is built into the program and says something else. It cannot be replaced.
reference-fault-letter-there = An administrator has added the letter before, with other content. See sfv admin letters list. If it is to be corrected, add --replace.
reference-fault-no-text = There is no template with this name. These exist: { $known }
reference-fault-text-fixed = This template cannot be set. { $why }
reference-fault-strange-part = The template has no part “{ $field }”. The parts are: { $allowed }.
reference-fault-open-blank = The part “{ $field }” has a curly bracket that is not opened or not closed. A field is written like this: {"{"}reference{"}"}.
reference-fault-unknown-blank = The part “{ $field }” does not have the field {"{"}{ $blank }{"}"}. These can stand there: { $known }.
reference-fault-forbidden-blank = The part “{ $field }”: {"{"}{ $blank }{"}"} can never stand in a text that is sent. { $why ->
    [figure] No message has figures from the report; the recipient sees them after logging in.
    [person] No message has the name, address or telephone of contact persons or children.
   *[secret] No message has passwords, tokens or codes.
}
reference-fault-needed-blank = The part “{ $field }” lacks the field {"{"}{ $blank }{"}"}, which must be included.
reference-fault-needed-words = The part “{ $field }” lacks the words “{ $words }”, which must be included.
reference-fault-subject-says = The subject has an address or a number with more than { $most } digits. A subject says only the reference and what the message is about.
reference-fault-holds-secret = The part “{ $field }” has “{ $found }”, which looks like a secret. Remove it.
reference-fault-day-over = { $day } is over. A text is in force from today or from a day to come.

template-standing = In force
template-fixed = Cannot be set
template-part = fields: { $blanks }. Must have: { $needs }. At most { $most } characters.
template-words = Must have the words “{ $words }”.
template-text = { $part }:
template-preview = “{ $part }” looks like this with made-up values:
