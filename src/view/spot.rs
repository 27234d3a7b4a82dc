//! What a place on the screen is: a row that can be chosen, or a key of the bottom line. Told by whoever draws it.
//! Imports `app` (command).

use ratatui::layout::{Position, Rect};

use crate::app::command::Command;

/// What can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A row of the list on the screen.
    Row {
        /// Its number in the whole list.
        number: usize,
        /// The number of the row that is selected.
        selected: usize,
    },
    /// A key of the bottom line: what it does.
    Hint(Command),
}

/// What lies where; what was drawn last lies on top.
#[derive(Debug, Default)]
pub(super) struct Spots(Vec<(Rect, Option<Spot>)>);

impl Spots {
    /// Notes what lies somewhere; nothing covers what lay there.
    pub(super) fn put(&mut self, area: Rect, spot: Option<Spot>) {
        self.0.push((area, spot));
    }

    /// What lies at a place.
    pub(super) fn at(&self, place: Position) -> Option<Spot> {
        self.0.iter().rev().find(|(area, _)| area.contains(place)).and_then(|(_, spot)| *spot)
    }
}
