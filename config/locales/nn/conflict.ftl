### Ny versjon medan eit utkast er påbegynt.

conflict-title = Ny versjon mot utkastet ditt
conflict-head = Utkastet er skrive på versjon { $base }. No er versjon { $theirs } komen. Utkastet er teke vare på. Sjå om det framleis stemmer.
conflict-draft = Utkastet
conflict-count = Tal på utvidingar (7A): { $count }
conflict-comment = Kommentar: { $text }
conflict-points = { $n ->
    [one] Eitt punkt har eit anna tal
   *[other] { $shown } punkt har eit anna tal
}
conflict-mine = Ditt: { $what }
conflict-theirs = Nytt, versjon { $version }: { $figure }
conflict-base = Før, versjon { $version }: { $figure }
conflict-blank = ikkje fylt ut
conflict-note = notat «{ $text }»
conflict-named = nemnt i kommentaren
conflict-nothing = ingenting skrive om dette punktet
cmd-keep-draft = Gå vidare med den nye versjonen og ta vare på utkastet
hint-keep-draft = gå vidare
