//! A table: long, with a row for each point, or wide, with a row for each report.
//! Imports `domain`.

use super::{
    Imported, bad_file,
    columns::{self, Head},
    long, rows, wide,
};
use crate::domain::{
    refusal::{FileFault, Refusal},
    register::Register,
    report::Submitter,
};

/// Reads the reports of a table.
pub(super) fn read(text: &str, register: &Register, sender: &Submitter) -> Result<Imported, Vec<Refusal>> {
    let text = rows::with_plain_breaks(text);
    let mut rows = rows::rows(&text);
    let Some(names) = rows.next() else { return Err(vec![bad_file(None, FileFault::Empty)]) };
    let head = Head::of(names.map_err(|refusal| vec![refusal])?);
    if columns::is_wide(&head, register) {
        wide::read(&head, rows, register, sender)
    } else {
        long::read(&head.row, rows, register, sender)
    }
}

/// A whole number that is not negative, or nothing; else as it was written.
pub(super) fn figure(cell: &str) -> Result<Option<u32>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let digits = cell.chars().all(|letter| letter.is_ascii_digit());
    cell.parse().ok().filter(|_| digits).map(Some).ok_or_else(|| cell.to_owned())
}
