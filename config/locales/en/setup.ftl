## The set-up of the program (sfv config), and what can be changed while it runs.

config-mistakes-advice = Mend the lines above, or remove them and the default holds. sfv config check tells whether all is in order.
config-live = Holds as soon as the file is saved.
config-restart = Holds from the next start of the program.
config-file = Your own settings stand in { $file }. What does not stand there has the value “{ $origin }”.
