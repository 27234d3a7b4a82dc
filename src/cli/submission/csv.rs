//! A report as CSV: `unit;period;key;value`, one row for each point.
//! Imports `domain`.

use csv::StringRecord;

use super::{bad_file, head, points::Points};
use crate::domain::{
    refusal::{FileFault, Refusal},
    register::Register,
    report::{Submission, Submitter},
};

/// The columns; each must be there, in any order, and no other.
const COLUMNS: [&str; 4] = ["unit", "period", "key", "value"];

/// A row with the number of its line.
struct Row {
    line: usize,
    cells: [String; 4],
}

/// Reads a report.
pub(super) fn read(text: &str, register: &Register, sender: &Submitter) -> Result<Submission, Vec<Refusal>> {
    let rows = rows(text).map_err(|refusal| vec![refusal])?;
    let Some(first) = rows.first() else { return Err(vec![bad_file(None, FileFault::Empty)]) };
    let [unit, period, ..] = &first.cells;
    let same = |row: &&Row| row.cells.first() == Some(unit) && row.cells.get(1) == Some(period);
    if let Some(other) = rows.iter().find(|row| !same(row)) {
        return Err(vec![bad_file(Some(other.line), FileFault::Mixed)]);
    }
    let mut refusals = Vec::new();
    let head = head(unit, period, register, &mut refusals);
    let Some((unit, period, mut points)) = head else { return Err(refusals) };
    for row in &rows {
        refusals.extend(take(row, &mut points).err());
    }
    let (values, remarks) = points.finish(&mut refusals);
    if refusals.is_empty() {
        Ok(Submission { unit, period, version: None, values, remarks, submitter: sender.clone() })
    } else {
        Err(refusals)
    }
}

fn take(row: &Row, points: &mut Points<'_>) -> Result<(), Refusal> {
    let [_, _, key, value] = &row.cells;
    points.value(key, figure(value))
}

/// Every row, its cells in the order of [`COLUMNS`].
fn rows(text: &str) -> Result<Vec<Row>, Refusal> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(text.as_bytes());
    let cut = |error: &csv::Error| bad_file(error.position().and_then(|at| line(at.line())), FileFault::Cells);
    let head = reader.headers().map_err(|error| cut(&error))?.clone();
    let places = places(&head)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| cut(&error))?;
        let at = record.position().and_then(|at| line(at.line()));
        if record.len() != head.len() {
            return Err(bad_file(at, FileFault::Cells));
        }
        let cell = |place: usize| record.get(place).unwrap_or_default().trim().to_owned();
        rows.push(Row { line: at.unwrap_or_default(), cells: places.map(cell) });
    }
    Ok(rows)
}

fn line(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}

/// Where each column stands.
fn places(head: &StringRecord) -> Result<[usize; 4], Refusal> {
    let name = |cell: &str| cell.trim().to_ascii_lowercase();
    let mut places = [0; 4];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let missing = || bad_file(Some(1), FileFault::MissingColumn { column: column.to_owned() });
        *place = head.iter().position(|cell| name(cell) == column).ok_or_else(missing)?;
    }
    let unknown = head.iter().enumerate().find(|(place, _)| !places.contains(place));
    match unknown {
        Some((_, column)) => {
            Err(bad_file(Some(1), FileFault::UnknownColumn { column: column.chars().take(40).collect() }))
        }
        None => Ok(places),
    }
}

/// A whole number that is not negative, or nothing; else as it was written.
fn figure(cell: &str) -> Result<Option<u32>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let digits = cell.chars().all(|letter| letter.is_ascii_digit());
    cell.parse().ok().filter(|_| digits).map(Some).ok_or_else(|| cell.to_owned())
}
