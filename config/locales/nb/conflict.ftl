### Ny versjon mens et utkast er påbegynt.

conflict-title = Ny versjon mot utkastet ditt
conflict-head = Utkastet er skrevet på versjon { $base }. Nå er versjon { $theirs } kommet. Utkastet er beholdt. Se om det fortsatt stemmer.
conflict-draft = Utkastet
conflict-count = Antall utvidelser (7A): { $count }
conflict-comment = Kommentar: { $text }
conflict-points = { $n ->
    [one] Ett punkt har et annet tall
   *[other] { $shown } punkter har et annet tall
}
conflict-mine = Ditt: { $what }
conflict-theirs = Nytt, versjon { $version }: { $figure }
conflict-base = Før, versjon { $version }: { $figure }
conflict-blank = ikke fylt ut
conflict-note = notat «{ $text }»
conflict-named = nevnt i kommentaren
conflict-nothing = ingenting skrevet om dette punktet
cmd-keep-draft = Gå videre med den nye versjonen og behold utkastet
hint-keep-draft = gå videre
