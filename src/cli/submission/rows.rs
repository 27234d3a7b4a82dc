//! The rows of a table, one line at a time: cells between semicolons, quoted where they must be.
//!
//! A cell ends in its own line. No figure and no name needs a line break, and with that rule a quotation mark that was
//! never closed is told where it stands instead of swallowing the rest of the file.
//! Imports `domain`.

use std::borrow::Cow;

use super::bad_file;
use crate::domain::refusal::{FileFault, Refusal};

/// The most cells a row may have; the form has fewer than a hundred points.
const MOST_CELLS: usize = 500;

/// A row with the number of its line.
pub(super) struct Row<'a> {
    pub(super) line: usize,
    pub(super) cells: Vec<Cow<'a, str>>,
}

impl Row<'_> {
    /// The cell at a place; empty where there is none.
    pub(super) fn cell(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", |cell| cell)
    }

    /// A refusal, with this row's line.
    pub(super) fn refusal(&self, why: Refusal) -> Refusal {
        Refusal::InRow { line: u32::try_from(self.line).unwrap_or(u32::MAX), why: Box::new(why) }
    }

    /// A fault of the file, with this row's line.
    pub(super) fn fault(&self, fault: FileFault) -> Refusal {
        bad_file(Some(self.line), fault)
    }
}

/// Line breaks of every kind as one.
pub(super) fn with_plain_breaks(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Every row that is not empty, in order. A spreadsheet may leave rows of nothing but semicolons.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Result<Row<'_>, Refusal>> {
    let lines = (1..).zip(text.split('\n'));
    let row = |(line, text): (usize, _)| match cells(text) {
        Ok(cells) => Ok(Row { line, cells }),
        Err(fault) => Err(bad_file(Some(line), fault)),
    };
    lines.map(row).filter(|row| !row.as_ref().is_ok_and(|row| row.cells.iter().all(|cell| cell.is_empty())))
}

/// The cells of a line, without the spaces around them.
fn cells(line: &str) -> Result<Vec<Cow<'_, str>>, FileFault> {
    let mut cells = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        if cells.len() == MOST_CELLS {
            return Err(FileFault::Cells);
        }
        let (cell, after) = match text.trim_start().strip_prefix('"') {
            Some(body) => quoted(body)?,
            None => match text.split_once(';') {
                Some((cell, after)) => (cell.into(), Some(after)),
                None => (text.into(), None),
            },
        };
        cells.push(trimmed(cell));
        rest = after;
    }
    Ok(cells)
}

/// A cell whose opening mark is taken, and what comes after its semicolon. A doubled mark is a mark.
fn quoted(body: &str) -> Result<(Cow<'_, str>, Option<&str>), FileFault> {
    let mut cell = String::new();
    let mut body = body;
    let after = loop {
        let (part, after) = body.split_once('"').ok_or(FileFault::Quote)?;
        cell.push_str(part);
        let Some(more) = after.strip_prefix('"') else { break after.trim_start() };
        cell.push('"');
        body = more;
    };
    match after.strip_prefix(';') {
        None if !after.is_empty() => Err(FileFault::Quote),
        after => Ok((cell.into(), after)),
    }
}

fn trimmed(cell: Cow<'_, str>) -> Cow<'_, str> {
    match cell {
        Cow::Borrowed(text) => text.trim().into(),
        Cow::Owned(text) => text.trim().to_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        assert_eq!(
            cells(line).as_deref(),
            Ok(expected.iter().map(|cell| (*cell).into()).collect::<Vec<_>>().as_slice())
        );
    }

    #[test]
    fn cells_stand_between_semicolons_with_or_without_quotes() {
        check("a;b ; c", &["a", "b", "c"]);
        check("", &[""]);
        check(";", &["", ""]);
        check(" \"a;b\" ;\"\";\"say \"\"no\"\"\"", &["a;b", "", "say \"no\""]);
        check("3\" pipe;x", &["3\" pipe", "x"]);
    }

    #[test]
    fn a_quotation_mark_ends_in_its_line_and_nothing_stands_after_it() {
        for line in ["\"a;b", "a;\"", "\"a\"b;c", "\"\"\""] {
            assert_eq!(cells(line), Err(FileFault::Quote), "{line}");
        }
        assert_eq!(cells(&";".repeat(MOST_CELLS)), Err(FileFault::Cells));
    }

    #[test]
    fn a_row_knows_its_line_whatever_the_breaks_and_empty_rows_are_passed_over() {
        let text = with_plain_breaks("a\r\n;;\r\n\rb\n\nc");
        let lines: Vec<(usize, String)> = rows(&text).flatten().map(|row| (row.line, row.cell(0).to_owned())).collect();
        assert_eq!(lines, [(1, "a".to_owned()), (4, "b".to_owned()), (6, "c".to_owned())]);
    }
}
