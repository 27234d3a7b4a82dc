//! Extension counts from a file or a paste: every row is matched against the reports of a list before anything is taken.
//!
//! Pure, so that the screen and the command line read the same way: give it the bytes and the cases, and it says which counts
//! fit and what is wrong with every other row.
//! Imports `domain` and `text`.

mod cells;
mod names;

use std::{
    borrow::Cow,
    collections::{BTreeMap, btree_map::Entry},
};

use serde::{Deserialize, Serialize};

use self::{
    cells::{Columns, plain_breaks, rows},
    names::{Found, Names},
};
use crate::{
    domain::{
        counts::{CountCase, CountFault},
        note::Note,
        refusal::{FileFault, Refusal},
        register::{BadData, Register},
        report::{self, Reference},
        task::State,
        unit::{ExtensionRule, UnitNo},
    },
    text::encoding,
};

const FILE: (&str, &str) = ("config/counts.toml", include_str!("../../../config/counts.toml"));

/// The most characters of a cell that are repeated in a message.
const LONGEST_GIVEN: usize = 40;
/// The most rows of one unit that are named.
const MOST_LINES: usize = 8;

/// How tables of counts are read: what the columns may be called, and how much is read and told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountTables {
    /// The largest file in bytes.
    pub largest: u64,
    /// The most mistakes that are listed one by one.
    pub most_told: usize,
    /// Names of the column with the unit.
    unit: Vec<String>,
    /// Names of the column with the count.
    count: Vec<String>,
}

/// A count that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fitting {
    /// The line of the table, from 1.
    pub line: u32,
    /// The case it is for.
    pub reference: Reference,
    /// The unit.
    pub unit: UnitNo,
    /// The unit's name.
    pub unit_name: String,
    /// The count (7A).
    pub count: u32,
}

/// A row that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The line of the table, from 1.
    pub line: u32,
    /// What stands there as the unit.
    pub given: String,
    /// Why it cannot be taken.
    pub why: Refusal,
}

/// What a table holds, before anything of it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Matched {
    /// How many rows it has, without the names of the columns.
    pub rows: u32,
    /// The counts that fit, in the order of the table.
    pub fitting: Vec<Fitting>,
    /// What is wrong with the other rows, in the order of the table; at most as many as are listed.
    pub problems: Vec<Problem>,
    /// How many rows have each kind of mistake, the listed and the others.
    pub faults: BTreeMap<CountFault, u32>,
    /// What was assumed in reading.
    pub notes: Vec<Note>,
}

impl Matched {
    /// How many rows cannot be taken.
    #[must_use]
    pub fn refused(&self) -> u32 {
        self.faults.values().sum()
    }

    /// Puts a count that fits among the mistakes, for a reason that only the caller knows.
    pub fn refuse(&mut self, reference: &Reference, why: Refusal) {
        let Some(at) = self.fitting.iter().position(|fitting| fitting.reference == *reference) else { return };
        let Fitting { line, unit_name, .. } = self.fitting.remove(at);
        *self.faults.entry(CountFault::of(&why)).or_default() += 1;
        let place = self.problems.partition_point(|problem| problem.line < line);
        self.problems.insert(place, Problem { line, given: unit_name, why });
    }
}

/// The rows of one case.
struct Rows {
    first: u32,
    given: String,
    lines: Vec<u32>,
    count: u32,
    judged: Result<u32, Refusal>,
}

impl CountTables {
    /// The file that is built into the program.
    ///
    /// # Errors
    /// [`BadData`]; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        toml::from_str(FILE.1).map_err(|error| BadData { file: FILE.0.to_owned(), detail: error.to_string() })
    }

    /// Reads a table and matches its rows with cases. Nothing is taken over.
    ///
    /// # Errors
    /// Why the table cannot be read at all; what is wrong with single rows is in the answer.
    pub fn read(&self, bytes: &[u8], register: &Register, cases: &[CountCase]) -> Result<Matched, Refusal> {
        let whole = |fault: FileFault| Refusal::BadFile { line: None, fault };
        if bytes.len() as u64 > self.largest {
            return Err(whole(FileFault::TooLarge { limit: self.largest }));
        }
        let (text, latin) = encoding::read(bytes, true).map_err(whole)?;
        let text = plain_breaks(&text);
        let mut reading = Reading {
            names: Names::of(register, cases),
            cases,
            matched: Matched::default(),
            found: BTreeMap::new(),
            most_told: self.most_told,
        };
        if latin {
            reading.matched.notes.push(Note::LatinAssumed);
        }
        let mut rows = rows(&text).peekable();
        let Some((_, first)) = rows.peek() else { return Err(whole(FileFault::Empty)) };
        let columns = match first {
            Ok(names) => Columns::of(names, &self.unit, &self.count).map_err(whole)?,
            Err(_) => Columns::PLAIN,
        };
        for (line, cells) in rows.skip(usize::from(columns.named)) {
            reading.row(line, cells.ok().and_then(|cells| columns.cells(&cells)));
        }
        if reading.matched.rows == 0 {
            return Err(whole(FileFault::Empty));
        }
        Ok(reading.done())
    }
}

/// A table while it is read.
struct Reading<'a> {
    names: Names,
    cases: &'a [CountCase],
    matched: Matched,
    found: BTreeMap<usize, Rows>,
    most_told: usize,
}

impl Reading<'_> {
    fn row(&mut self, line: u32, cells: Option<(String, String)>) {
        self.matched.rows = self.matched.rows.saturating_add(1);
        let Some((given, count)) = cells else {
            self.problem(line, String::new(), Refusal::NotACountRow);
            return;
        };
        let at = match self.names.find(&given) {
            Ok(Found { case, zero_put_back }) => {
                if let Some(taken) = zero_put_back {
                    self.note(Note::ZeroPutBack { given: short(&given), taken });
                }
                case
            }
            Err(why) => {
                self.problem(line, short(&given), why);
                return;
            }
        };
        let judged = self.cases.get(at).map_or(Err(Refusal::NotACountRow), |case| judge(case, &count));
        match self.found.entry(at) {
            Entry::Occupied(mut before) => {
                let rows = before.get_mut();
                rows.count = rows.count.saturating_add(1);
                if rows.lines.len() < MOST_LINES {
                    rows.lines.push(line);
                }
            }
            Entry::Vacant(free) => {
                free.insert(Rows { first: line, given: short(&given), lines: vec![line], count: 1, judged });
            }
        }
    }

    fn done(mut self) -> Matched {
        for (at, rows) in std::mem::take(&mut self.found) {
            let Some(case) = self.cases.get(at) else { continue };
            if rows.count > 1 {
                let mut lines = rows.lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                if rows.count as usize > rows.lines.len() {
                    lines.push_str(", …");
                }
                self.problem(rows.first, rows.given, Refusal::UnitTwice { lines });
                // Each of its rows is one that is not taken.
                *self.matched.faults.entry(CountFault::Twice).or_default() += rows.count.saturating_sub(1);
                continue;
            }
            match rows.judged {
                Ok(count) => self.matched.fitting.push(Fitting {
                    line: rows.first,
                    reference: case.reference.clone(),
                    unit: case.unit.clone(),
                    unit_name: case.unit_name.clone(),
                    count,
                }),
                Err(why) => self.problem(rows.first, rows.given, why),
            }
        }
        self.matched.fitting.sort_by_key(|fitting| fitting.line);
        self.matched.problems.sort_by_key(|problem| problem.line);
        self.matched.problems.truncate(self.most_told);
        self.matched
    }

    fn problem(&mut self, line: u32, given: String, why: Refusal) {
        *self.matched.faults.entry(CountFault::of(&why)).or_default() += 1;
        // Those of the cases in the list come last and must not be crowded out by a long file of nonsense.
        let listed = matches!(why, Refusal::UnknownUnit { .. } | Refusal::NotACountRow | Refusal::UnitNotListed { .. });
        if !listed || self.matched.problems.len() < self.most_told {
            self.matched.problems.push(Problem { line, given, why });
        }
    }

    fn note(&mut self, note: Note) {
        if self.matched.notes.len() < self.most_told && !self.matched.notes.contains(&note) {
            self.matched.notes.push(note);
        }
    }
}

fn judge(case: &CountCase, count: &str) -> Result<u32, Refusal> {
    if case.state != State::Open {
        return Err(Refusal::UnitSolved);
    }
    if case.rule == ExtensionRule::Forbidden {
        return Err(Refusal::ExtensionsForbidden);
    }
    if count.is_empty() {
        return Err(Refusal::CountMissing);
    }
    let count = report::parse_extensions(count)?;
    case.judge(count)?;
    Ok(count)
}

/// A cell as it is repeated in a message.
fn short(cell: &str) -> String {
    cell.chars().take(LONGEST_GIVEN).collect()
}

/// A cell without the spaces around it.
fn trimmed(cell: &str) -> Cow<'_, str> {
    Cow::Borrowed(cell.trim())
}
