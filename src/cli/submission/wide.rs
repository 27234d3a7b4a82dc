//! Reports as a wide table: one row for each unit and half-year, one column for each point, as the data cube has them.
//! Imports `domain`.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Imported, MOST_REFUSALS, bad_file,
    columns::{Columns, Head, PointColumn},
    csv::figure,
    points::{self, Points, short},
    rows::Row,
};
use crate::domain::{
    form::{FilledBy, Form},
    note::Note,
    period::{Period, PeriodId},
    refusal::{FileFault, Refusal},
    register::Register,
    report::{Source, Submission, Submitter, Values},
    unit::UnitNo,
};

/// A table while it is read.
struct Table<'a> {
    head: &'a Head<'a>,
    columns: Columns,
    register: &'a Register,
    /// The points of the columns by form version.
    forms: BTreeMap<&'a str, Vec<PointColumn<'a>>>,
    seen: BTreeSet<(UnitNo, PeriodId)>,
    /// Codes of required points that have no column: told once and not for every row.
    absent: BTreeSet<&'a str>,
    notes: Vec<Note>,
    refusals: Vec<Refusal>,
}

/// Reads the reports.
pub(super) fn read<'t>(
    head: &Head<'_>,
    rows: impl Iterator<Item = Result<Row<'t>, Refusal>>,
    register: &Register,
    sender: &Submitter,
) -> Result<Imported, Vec<Refusal>> {
    let mut table = Table {
        head,
        columns: Columns::of(head, register)?,
        register,
        forms: BTreeMap::new(),
        seen: BTreeSet::new(),
        absent: BTreeSet::new(),
        notes: Vec::new(),
        refusals: Vec::new(),
    };
    let mut reports = Vec::new();
    for row in rows {
        let row = row.map_err(|refusal| vec![refusal])?;
        if let Some((unit, period, values)) = table.row(&row)? {
            let (remarks, submitter) = (BTreeMap::new(), sender.clone());
            reports.push(Submission {
                unit,
                period,
                version: None,
                values,
                remarks,
                submitter,
                source: Source::Form,
                generated_at: None,
            });
        }
        if table.refusals.len() >= MOST_REFUSALS {
            break;
        }
    }
    match (table.refusals.is_empty(), reports.is_empty()) {
        (false, _) => Err(table.refusals),
        (true, true) => Err(vec![bad_file(None, FileFault::Empty)]),
        (true, false) => Ok(Imported { reports, notes: table.notes }),
    }
}

impl<'a> Table<'a> {
    /// A report; none where the row has faults.
    ///
    /// # Errors
    /// Faults of the first row, which are the same for every row.
    fn row(&mut self, row: &Row<'_>) -> Result<Option<(UnitNo, PeriodId, Values)>, Vec<Refusal>> {
        let before = self.refusals.len();
        let strays = self.columns.nameless.iter().any(|place| !row.cell(*place).is_empty());
        if strays || row.cells.len() != self.head.row.cells.len() {
            self.refusals.push(row.fault(FileFault::Cells));
            return Ok(None);
        }
        let whose = self.period(row).and_then(|period| Ok((self.unit(row, period)?, period)));
        let (unit, period) = match whose {
            Ok(whose) => whose,
            Err(why) => {
                self.refusals.push(row.refusal(why));
                return Ok(None);
            }
        };
        if !self.seen.insert((unit.clone(), period.id.clone())) {
            self.refusals.push(row.fault(FileFault::ReportTwice { unit: unit.to_string() }));
            return Ok(None);
        }
        let Some(form) = self.register.form(period) else { return Ok(None) };
        let columns = self.points_of(form)?;
        let values = self.values(row, form, &columns);
        Ok((self.refusals.len() == before).then(|| (unit, period.id.clone(), values)))
    }

    /// The figures of a row. What the office or the program fills in is left out with a note: the data cube has it.
    fn values(&mut self, row: &Row<'_>, form: &'a Form, columns: &[PointColumn<'a>]) -> Values {
        let mut points = Points::new(form);
        for (place, point) in columns {
            let cell = row.cell(*place);
            if point.filled_by == FilledBy::Municipality {
                let taken = points.take(point, whole(cell));
                self.refusals.extend(taken.err().map(|why| row.refusal(why)));
            } else {
                self.left_out(row, *place);
            }
        }
        for place in self.columns.computed.clone() {
            self.left_out(row, place);
        }
        for point in points.missing() {
            let told = columns.iter().any(|(_, column)| column.key == point.key);
            if told {
                self.refusals.push(row.refusal(points::is_missing(point)));
            } else if self.absent.insert(&point.code) {
                self.refusals.push(points::is_missing(point));
            } else {
                // It is told already; the row is refused with the others.
            }
        }
        for note in points.notes {
            self.note(note);
        }
        points.values
    }

    fn left_out(&mut self, row: &Row<'_>, place: usize) {
        if !row.cell(place).is_empty() {
            self.note(Note::LeftOut { column: short(self.head.row.cell(place)) });
        }
    }

    /// Keeps a note, once.
    fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn points_of(&mut self, form: &'a Form) -> Result<Vec<PointColumn<'a>>, Vec<Refusal>> {
        if let Some(columns) = self.forms.get(form.version.as_str()) {
            return Ok(columns.clone());
        }
        let columns = self.columns.points(self.head, form, self.register)?;
        self.forms.insert(&form.version, columns.clone());
        Ok(columns)
    }

    /// The half-year: a year and a 1 or a 2, with whatever words stand beside the latter.
    fn period(&self, row: &Row<'_>) -> Result<&'a Period, Refusal> {
        let (year, half) = (row.cell(self.columns.year), row.cell(self.columns.half));
        let is_word = |letter: char| letter.is_ascii_digit() || letter.is_alphabetic() || " .".contains(letter);
        let digits: String = without_decimals(half).chars().filter(char::is_ascii_digit).collect();
        let digits = if without_decimals(half).chars().all(is_word) { digits } else { String::new() };
        let unknown = |_| Refusal::UnknownPeriod { given: format!("{} {}", short(year), short(half)) };
        self.register.period(&format!("{}H{digits}", without_decimals(year))).map_err(unknown)
    }

    /// The unit. A spreadsheet takes the number for a figure and drops its leading zero, which is put back with a note.
    fn unit(&mut self, row: &Row<'_>, period: &Period) -> Result<UnitNo, Refusal> {
        let given = row.cell(self.columns.unit);
        let (number, zero) = match given.parse::<UnitNo>() {
            Err(Refusal::UnknownUnit { hint: Some(hint), .. }) => (hint.parse::<UnitNo>()?, true),
            read => (read?, false),
        };
        if !self.register.unit(&number, period)?.reports {
            return Err(Refusal::UnitDoesNotReport { unit: number.to_string() });
        }
        if zero {
            self.note(Note::ZeroPutBack { given: given.to_owned(), taken: number.to_string() });
        }
        Ok(number)
    }
}

/// A whole number, also one that is written with decimals that are zero.
fn whole(cell: &str) -> Result<Option<u32>, String> {
    figure(without_decimals(cell)).map_err(|_part| cell.to_owned())
}

/// `12` of `12,0`; anything else as it is.
fn without_decimals(cell: &str) -> &str {
    match cell.split_once(',') {
        Some((whole, zeros)) if !whole.is_empty() && !zeros.is_empty() && zeros.bytes().all(|zero| zero == b'0') => {
            whole
        }
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_may_have_decimals_that_are_zero_and_no_others() {
        for (cell, expected) in [("12", Some(12)), ("12,0", Some(12)), ("0,000", Some(0)), ("", None)] {
            assert_eq!(whole(cell), Ok(expected), "{cell}");
        }
        for cell in ["12,5", "12,", ",0", "12.0", "1 000", "-1,0", "12,0,0", "+5", "1e3"] {
            assert_eq!(whole(cell), Err(cell.to_owned()));
        }
    }
}
