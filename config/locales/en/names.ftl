# What built-in views and half-years are called. The office names nothing here: its own views keep their names.
built-in-view-all = All
built-in-view-reports = Reports
built-in-view-corrected = Corrected
built-in-view-access = Access
built-in-view-clean = Clean
built-in-view-findings = Findings
built-in-view-mine = Mine
built-in-view-due = Due <3 d
built-in-view-free = Not taken
half-year-1 = { $year } first half
half-year-2 = { $year } second half
half-year-long-1 = the first half of { $year }
half-year-long-2 = the second half of { $year }
