### What the libraries and the operating system say, in words of our own. The parts stand after a colon and have no full stop.

foreign-silent = the reason is not given
foreign-other = the reason is given by a program library, in its own words: “{ $words }”
foreign-system = the operating system reports error number { $number }
foreign-ended = the program ended with code { $code }
foreign-at-line = { $told }, line { $line }
foreign-at = { $told }, line { $line }, character { $column }

## Files, folders and the network.

foreign-not-found = the file or folder does not exist
foreign-not-allowed = the program lacks the rights to it
foreign-is-folder = it is a folder and not a file
foreign-no-folder = a part of the path is not a folder
foreign-is-there = it exists already
foreign-full = the disk is full
foreign-too-large = the file is larger than is allowed
foreign-read-only = it is write-protected
foreign-refused = nobody answers at the address
foreign-broken = the connection was lost
foreign-unreachable = the machine or the network cannot be reached
foreign-taken = the address is taken; another program listens there
foreign-not-here = the address does not belong to this machine
foreign-late = no answer came in time
foreign-short = the file ends before it should
foreign-not-utf8 = it is not in UTF-8

## The database.

foreign-busy = another program is writing to the database; wait until it is done, and try again
foreign-unwritten = the disk cannot be read or written
foreign-no-database = the file is damaged or is not a database
foreign-unopened = the database file cannot be opened; check that the folder exists and can be written to

## The content of a file: names and values.

foreign-unknown-field = there is no field “{ $name }”
foreign-unknown-word = “{ $name }” cannot stand here
foreign-only = (only { $name })
foreign-one-of = (these can be used: { $names })
foreign-near = (did you mean { $name }?)
foreign-missing-field = the field “{ $name }” is missing
foreign-field-twice = the field “{ $name }” stands twice
foreign-key-twice = a key stands twice
foreign-cells = the number of fields in the row is { $found }; in the rows before it is { $wanted }
foreign-no-number = it is not a whole number
foreign-number-range = the number is too large or too small
foreign-no-flag = it must be true or false
foreign-wrong-kind = { $given } cannot stand here; it must be { $wanted }
foreign-does-not-fit = { $given } cannot stand here
foreign-text = the text “{ $value }”
foreign-value = { $value }
foreign-table = a table
foreign-list = a list
foreign-nothing = an empty value
foreign-that = what is written there
foreign-kind-text = text in quotation marks
foreign-kind-count = a whole number from 0 upwards
foreign-kind-number = a whole number
foreign-kind-decimal = a number
foreign-kind-flag = true or false
foreign-kind-list = a list in square brackets
foreign-kind-table = a table

## The content of a file: how it is written.

foreign-syntax = it is not written correctly
foreign-ends = the content ends in the middle of something; a bracket or a quotation mark is not closed
foreign-more = something more stands after the end
foreign-comma = there is one comma too many
foreign-no-comma = a comma is missing
foreign-unquoted = the value is missing, or text stands without quotation marks
foreign-open-text = the text is not ended or has a character that cannot stand in it
foreign-control = a text has a line break or another invisible character
foreign-no-equals = an equals sign is missing after the name
foreign-no-value = a value is missing after the equals sign
foreign-open-bracket = a bracket is not closed
foreign-new-line = something on the line should have stood on a new line
foreign-members = there are more than { $most } fields in one object
foreign-too-deep = there are too many levels inside one another

## The arguments on the command line.

usage-unknown = There is no argument “{ $argument }”.
usage-unknown-command = There is no command “{ $given }”.
usage-no-command = “{ $given }” must have a command after it.
usage-missing = Something is missing: { $argument }
usage-no-value = A value is missing after { $argument }.
usage-value = “{ $value }” cannot stand after { $argument }.
usage-because = { $told }: { $why }.
usage-too-many = There are too many values after { $argument }: “{ $value }” is one too many.
usage-conflict = { $argument } cannot be used together with { $others }.
usage-twice = { $argument } stands more than once.
usage-not-utf8 = An argument is not in UTF-8.
usage-allowed = These can be used: { $values }.
usage-meant = Did you mean { $names }?
usage-options = [OPTIONS]
usage-command = <COMMAND>
usage-how = Write it like this: { $usage }

## Units that do not fit together.

borders-no-successor = no unit takes over from { $unit }
borders-no-unit = there is no unit { $unit } the day before
borders-no-municipality = the district { $unit } has no municipality

## Characters that cannot be sent.

hidden-sign = { $what ->
    [comment] The comment
    [body] The letter
   *[subject] The subject
} has a character that cannot be sent: { $sign }, line { $line }, character { $column }.
hidden-sign-advice = Nothing has been sent. Remove the character and try again. It has often come along from another program when pasting.
hidden-sign-null = the character with number 0 (U+0000)
hidden-sign-escape = Esc (U+001B)
hidden-sign-break = a line break ({ $code }); a subject must stand on one line
hidden-sign-control = a control character ({ $code })
hidden-sign-turn = a character that turns the direction of writing ({ $code })
hidden-sign-hidden = a character that is not shown ({ $code })

cli-homeless = the system does not say which folder is yours
