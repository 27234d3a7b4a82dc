//! Columns of text, aligned by the width they have on a screen.
//! Imports nothing.

use unicode_width::UnicodeWidthStr;

/// A table: a head and rows of as many cells.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with its head.
    pub(super) fn new(head: Vec<String>) -> Self {
        Self { rows: vec![head] }
    }

    /// A table of names and values, without a head.
    pub(super) fn plain() -> Self {
        Self::default()
    }

    /// Adds a row.
    pub(super) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// The lines, without blanks at their ends.
    pub(super) fn lines(&self) -> Vec<String> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        self.rows.iter().map(|row| line(row, &widths)).collect()
    }
}

/// One row: every cell but the last is filled up to its column.
fn line(row: &[String], widths: &[usize]) -> String {
    let padded = row.iter().zip(widths).map(|(cell, width)| {
        let missing = width.saturating_sub(cell.width());
        format!("{cell}{}", " ".repeat(missing))
    });
    padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_is_seen_and_not_by_bytes() {
        let mut table = Table::new(vec!["navn".into(), "n".into()]);
        table.push(vec!["Ål".into(), "1".into()]);
        table.push(vec!["日本".into(), "2".into()]);
        assert_eq!(table.lines(), ["navn  n", "Ål    1", "日本  2"]);
    }
}
