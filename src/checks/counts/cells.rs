//! The rows of a table of counts: cells between semicolons, tabs or commas, and which column is which.
//! Imports `domain` and `text`.

use std::borrow::Cow;

use super::{short, trimmed};
use crate::{domain::refusal::FileFault, text::fold};

/// The most cells of a row that are looked at.
const MOST_CELLS: usize = 100;

/// A row that is no row: a quotation mark that does not close, or too many cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BadRow;

/// The cells of a row.
pub(super) type Cells<'a> = Vec<Cow<'a, str>>;

/// Which cell is the unit and which is the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    unit: usize,
    count: usize,
    /// True when the first row names them.
    pub(super) named: bool,
}

impl Columns {
    /// A table without names: the unit, then its count, and nothing else.
    pub(super) const PLAIN: Self = Self { unit: 0, count: 1, named: false };

    /// Reads the first row, which may name the columns.
    ///
    /// # Errors
    /// One of the two is named, and the other is not.
    pub(super) fn of(first: &Cells<'_>, units: &[String], counts: &[String]) -> Result<Self, FileFault> {
        let place = |names: &[String]| {
            first.iter().position(|cell| names.iter().any(|name| fold::search(name) == fold::search(cell)))
        };
        let missing = |names: &[String]| FileFault::MissingColumn {
            column: names.first().map(|name| short(name)).unwrap_or_default(),
        };
        match (place(units), place(counts)) {
            (Some(unit), Some(count)) => Ok(Self { unit, count, named: true }),
            (None, None) => Ok(Self::PLAIN),
            // A unit may be called what a column is called, but a count is a number.
            (Some(_), None) if first.iter().any(|cell| is_number(cell)) => Ok(Self::PLAIN),
            (Some(_), None) => Err(missing(counts)),
            (None, Some(_)) => Err(missing(units)),
        }
    }

    /// The unit and the count of a row; none when the row is not of that form.
    pub(super) fn cells(self, cells: &Cells<'_>) -> Option<(String, String)> {
        let more = cells.iter().skip(2).any(|cell| !cell.is_empty());
        if !self.named && more {
            return None;
        }
        let (unit, count) = (cells.get(self.unit)?, cells.get(self.count)?);
        Some((unit.to_string(), count.to_string()))
    }
}

fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Line breaks of every kind as one.
pub(super) fn plain_breaks(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Every row that is not empty, with its line. What stands between the cells is what the first row has.
pub(super) fn rows(text: &str) -> impl Iterator<Item = (u32, Result<Cells<'_>, BadRow>)> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let between = [';', '\t'].into_iter().find(|sign| first.contains(*sign)).unwrap_or(',');
    let numbered = (1..=u32::MAX).zip(text.split('\n'));
    let filled = numbered.filter(move |(_, line)| line.chars().any(|sign| sign != between && !sign.is_whitespace()));
    filled.map(move |(line, text)| (line, cells(text, between)))
}

fn cells(line: &str, between: char) -> Result<Cells<'_>, BadRow> {
    let mut cells = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        if cells.len() == MOST_CELLS {
            return Err(BadRow);
        }
        let (cell, after) = match text.trim_start_matches(' ').strip_prefix('"') {
            Some(body) => quoted(body, between)?,
            None => match text.split_once(between) {
                Some((cell, after)) => (trimmed(cell), Some(after)),
                None => (trimmed(text), None),
            },
        };
        cells.push(cell);
        rest = after;
    }
    Ok(cells)
}

/// A cell whose opening mark is taken, and what comes after it. A doubled mark is a mark.
fn quoted(body: &str, between: char) -> Result<(Cow<'_, str>, Option<&str>), BadRow> {
    let mut cell = String::new();
    let mut body = body;
    let after = loop {
        let (part, after) = body.split_once('"').ok_or(BadRow)?;
        cell.push_str(part);
        let Some(more) = after.strip_prefix('"') else { break after.trim_start_matches(' ') };
        cell.push('"');
        body = more;
    };
    match after.strip_prefix(between) {
        None if !after.trim().is_empty() => Err(BadRow),
        after => Ok((cell.trim().to_owned().into(), after)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, Result<Vec<String>, BadRow>)> {
        let owned = |cells: Cells<'_>| cells.into_iter().map(Cow::into_owned).collect();
        rows(text).map(|(line, cells)| (line, cells.map(owned))).collect()
    }

    #[test]
    fn cells_stand_between_semicolons_tabs_or_commas_whichever_the_first_row_has() {
        for text in ["3420;4", "3420\t4", "3420,4", " 3420 ; \"4\" "] {
            assert_eq!(read(text), [(1, Ok(vec!["3420".to_owned(), "4".to_owned()]))], "{text}");
        }
        let mixed = read("\n;;\nVåler, Innlandet;2\n\"Nes;\"\"x\"\"\";1\n\"a");
        assert_eq!(mixed[0], (3, Ok(vec!["Våler, Innlandet".to_owned(), "2".to_owned()])));
        assert_eq!(mixed[1], (4, Ok(vec!["Nes;\"x\"".to_owned(), "1".to_owned()])));
        assert_eq!(mixed[2], (5, Err(BadRow)));
    }
}
