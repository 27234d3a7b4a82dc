# What built-in views and half-years are called. The office names nothing here: its own views keep their names.
built-in-view-all = Alle
built-in-view-reports = Rapportar
built-in-view-corrected = Korrigerte
built-in-view-access = Tilgang
built-in-view-clean = Reine
built-in-view-findings = Med funn
built-in-view-mine = Mine
built-in-view-due = Frist <3 d
built-in-view-free = Ikkje tekne
half-year-1 = { $year } 1. halvår
half-year-2 = { $year } 2. halvår
half-year-long-1 = 1. halvår { $year }
half-year-long-2 = 2. halvår { $year }
