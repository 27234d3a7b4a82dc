//! A report as a long table: `unit;period;key;value`, one row for each point.
//! Imports `domain`.

use super::{
    Imported, MOST_REFUSALS, bad_file,
    csv::figure,
    head,
    names::Names,
    points::{self, Points, short},
    rows::Row,
};
use crate::domain::{
    refusal::{FileFault, Refusal},
    register::Register,
    report::{Source, Submission, Submitter},
};

/// The columns; each must be there, in any order, and no other.
const COLUMNS: [&str; 4] = ["unit", "period", "key", "value"];

/// Reads a report.
pub(super) fn read<'t>(
    names: &Row<'_>,
    mut rows: impl Iterator<Item = Result<Row<'t>, Refusal>>,
    register: &Register,
    sender: &Submitter,
) -> Result<Imported, Vec<Refusal>> {
    let one = |refusal: Refusal| vec![refusal];
    let [unit, period, key, value] = places(names).map_err(one)?;
    let Some(first) = rows.next() else { return Err(one(bad_file(None, FileFault::Empty))) };
    let first = first.map_err(one)?;
    let of = (first.cell(unit).to_owned(), first.cell(period).to_owned());
    let mut refusals = Vec::new();
    let head = head(&of.0, &of.1, register, &mut refusals);
    let Some((number, of_period, form)) = head else { return Err(refusals) };
    let (points_by_name, mut points) = (Names::exact(form, register), Points::new(form));
    for row in std::iter::once(Ok(first)).chain(rows) {
        let row = row.map_err(one)?;
        if row.cells.len() != names.cells.len() {
            return Err(one(row.fault(FileFault::Cells)));
        }
        if (row.cell(unit), row.cell(period)) != (of.0.as_str(), of.1.as_str()) {
            return Err(one(row.fault(FileFault::Mixed)));
        }
        let point = points_by_name.point(row.cell(key));
        let taken = point.and_then(|point| points.take(point, figure(row.cell(value))));
        refusals.extend(taken.err().map(|why| row.refusal(why)));
        if refusals.len() >= MOST_REFUSALS {
            return Err(refusals);
        }
    }
    refusals.extend(points.missing().map(points::is_missing));
    let Points { values, remarks, notes, .. } = points;
    let sender = sender.clone();
    let report = Submission {
        unit: number,
        period: of_period,
        version: None,
        values,
        remarks,
        submitter: sender,
        source: Source::Form,
        generated_at: None,
    };
    if refusals.is_empty() { Ok(Imported { reports: vec![report], notes }) } else { Err(refusals) }
}

/// Where each column stands.
fn places(head: &Row<'_>) -> Result<[usize; 4], Refusal> {
    let mut places = [0; 4];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let missing = || head.fault(FileFault::MissingColumn { column: column.to_owned() });
        *place = head.cells.iter().position(|cell| cell.eq_ignore_ascii_case(column)).ok_or_else(missing)?;
    }
    let Some((_, other)) = head.cells.iter().enumerate().find(|(place, _)| !places.contains(place)) else {
        return Ok(places);
    };
    let column = short(other);
    let twice = COLUMNS.iter().any(|column| column.eq_ignore_ascii_case(other));
    Err(head.fault(if twice { FileFault::ColumnTwice { column } } else { FileFault::UnknownColumn { column } }))
}
