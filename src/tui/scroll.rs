//! A list that shifts by some lines: which rows the terminal can move by itself, so that they are not written again.
//! Imports nothing of other layers.

use std::{hash::BuildHasher as _, ops::Range, slice::Chunks};

use ratatui::buffer::{Buffer, Cell};
use rustc_hash::FxBuildHasher;

/// From this many bytes saved on, moving rows is worth what it costs to say.
const WORTH: usize = 30;
/// What it costs to go to the next cells that are written, in bytes.
const MOVE: usize = 6;

/// Rows that the terminal moves by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    /// The first row of the region that moves, from 0.
    pub(super) top: u16,
    /// The last row of the region, from 0.
    pub(super) bottom: u16,
    /// How many lines its rows go.
    pub(super) lines: u16,
    /// True when they go up, as when a list is read downwards.
    pub(super) up: bool,
}

impl Shift {
    /// The shift that leaves the fewest bytes to write, if any is worth it.
    pub(super) fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let rows = rows(shown).zip(rows(next)).enumerate();
        let changed: Vec<usize> = rows.filter(|(_, (one, two))| one != two).map(|(row, _)| row).collect();
        let (first, last) = (*changed.first()?, *changed.last()?);
        // Two rows change when a selection moves: nothing to look for.
        if changed.len() < 3 {
            return None;
        }
        let (shown, next) = (Rows::of(shown), Rows::of(next));
        let candidates = (1..=last - first).flat_map(|lines| [(lines, true), (lines, false)]);
        let judged = candidates.filter_map(|(lines, up)| Self::best(&shown, &next, first..last + 1, lines, up));
        judged.max_by_key(|(gain, _)| *gain).filter(|(gain, _)| *gain >= WORTH).map(|(_, shift)| shift)
    }

    /// The longest run of rows that stand so many lines from where they stood, as a region; with the bytes it saves.
    fn best(shown: &Rows<'_>, next: &Rows<'_>, within: Range<usize>, lines: usize, up: bool) -> Option<(usize, Self)> {
        // The upper of the two places of a row, and the lower one.
        let moved = |upper: usize| {
            let (from, to) = if up { (upper + lines, upper) } else { (upper, upper + lines) };
            shown.sums[from] == next.sums[to]
        };
        let (mut run, mut longest) = (0, 0..0);
        for upper in within.start..within.end.saturating_sub(lines) {
            run = if moved(upper) { run + 1 } else { 0 };
            if run > longest.len() {
                longest = upper + 1 - run..upper + 1;
            }
        }
        if longest.is_empty() {
            return None;
        }
        let region = longest.start..longest.end + lines;
        let before: usize = region.clone().map(|row| shown.differing(row, next, row)).sum();
        let exposed = if up { longest.end..region.end } else { region.start..region.start + lines };
        let after: usize = exposed.map(|row| next.written(row)).sum();
        let place = |row: usize| u16::try_from(row).ok();
        let shift = Self { top: place(region.start)?, bottom: place(region.end - 1)?, lines: place(lines)?, up };
        Some((before.saturating_sub(after), shift))
    }

    /// What the screen shows after the shift: the rows moved, and blank ones where others came from.
    pub(super) fn apply(self, shown: &mut Buffer) {
        let width = usize::from(shown.area.width);
        let (top, end) = (usize::from(self.top) * width, (usize::from(self.bottom) + 1) * width);
        let cells = usize::from(self.lines) * width;
        let region = &mut shown.content[top..end];
        if self.up {
            region.rotate_left(cells);
        } else {
            region.rotate_right(cells);
        }
        let kept = region.len() - cells;
        let exposed = if self.up { &mut region[kept..] } else { &mut region[..cells] };
        exposed.fill(Cell::EMPTY);
    }
}

fn rows(buffer: &Buffer) -> Chunks<'_, Cell> {
    buffer.content.chunks(usize::from(buffer.area.width).max(1))
}

/// The rows of a screen, each with a sum by which it is compared.
struct Rows<'a> {
    cells: Vec<&'a [Cell]>,
    sums: Vec<u64>,
}

impl<'a> Rows<'a> {
    fn of(buffer: &'a Buffer) -> Self {
        let cells: Vec<&[Cell]> = rows(buffer).collect();
        let sums = cells.iter().map(|row| FxBuildHasher.hash_one(row)).collect();
        Self { cells, sums }
    }

    /// What it costs to make one row of another.
    fn differing(&self, row: usize, other: &Self, at: usize) -> usize {
        cost(self.cells[row].iter().zip(other.cells[at]).map(|(one, two)| one != two))
    }

    /// What it costs to write a row where nothing stands.
    fn written(&self, row: usize) -> usize {
        cost(self.cells[row].iter().map(|cell| *cell != Cell::EMPTY))
    }
}

/// About how many bytes a row costs of which these cells are written: one for each cell, and the way to each stretch of them.
fn cost(written: impl Iterator<Item = bool>) -> usize {
    let (cost, _) = written.fold((0, false), |(cost, goes_on), is_written| {
        let way = if is_written && !goes_on { MOVE } else { 0 };
        (cost + way + usize::from(is_written), is_written)
    });
    cost
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn screen(rows: &[&str]) -> Buffer {
        Buffer::with_lines(rows.iter().copied())
    }

    fn list(from: usize) -> Buffer {
        let mut rows = vec!["Oppgaver".to_owned()];
        let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
        rows.extend((from..from + 8).map(|number| letter(number).to_string().repeat(40)));
        rows.push("Enter åpne".to_owned());
        Buffer::with_lines(rows)
    }

    #[test]
    fn a_list_that_goes_on_by_a_line_is_a_shift_of_its_rows_alone() {
        let found = Shift::between(&list(1), &list(2));
        assert_eq!(found, Some(Shift { top: 1, bottom: 8, lines: 1, up: true }));
        let found = Shift::between(&list(4), &list(1));
        assert_eq!(found, Some(Shift { top: 1, bottom: 8, lines: 3, up: false }));
    }

    #[test]
    fn rows_that_are_nearly_alike_are_moved_too_for_the_way_to_each_difference_costs_more() {
        let list = |from: usize| {
            let row = |number: usize| format!("TLG-{number:06}  Alle Like {number:02} / Enhet  tilgang");
            Buffer::with_lines((from..from + 16).map(row))
        };
        let found = Shift::between(&list(40), &list(41));
        assert_eq!(found, Some(Shift { top: 0, bottom: 15, lines: 1, up: true }));
    }

    #[test]
    fn what_stands_after_a_shift_is_what_the_terminal_shows() {
        let (mut shown, next) = (list(1), list(2));
        Shift::between(&shown, &next).expect("a shift").apply(&mut shown);
        let left: Vec<u16> = shown.diff(&next).iter().map(|(_, y, _)| *y).collect();
        assert!(!left.is_empty() && left.iter().all(|row| *row == 8), "only the new row is left to write: {left:?}");
    }

    #[test]
    fn a_frame_in_which_nothing_moved_is_no_shift() {
        let mut other = list(1);
        other.set_style(other.area, Style::new().bold());
        assert_eq!(Shift::between(&list(1), &other), None);
        assert_eq!(Shift::between(&list(1), &list(1)), None);
        assert_eq!(Shift::between(&list(1), &list(12)), None);
    }

    #[test]
    fn a_few_short_rows_are_written_rather_than_moved() {
        let (before, after) = (screen(&["a", "b", "c", "d"]), screen(&["b", "c", "d", "e"]));
        assert_eq!(Shift::between(&before, &after), None);
    }
}
