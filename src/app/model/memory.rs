//! What is on the screen as the backend said it earlier, and not now.
//! Imports nothing beyond the model.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Model, Screen, dialog::Dialog};

/// Something the backend is asked for as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The open tasks.
    Queue,
    /// The archive.
    Archive,
    /// The case.
    Case,
    /// The units.
    Units,
    /// The page of a unit.
    Unit,
    /// The published figures.
    Figures,
    /// Who has access.
    Holders,
    /// The batch.
    Batch,
    /// The countdown.
    Countdown,
    /// The letters of the directorate.
    Letters,
}

/// What is remembered and not fresh.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    /// Since when each part is as it is shown.
    pub seen: BTreeMap<Shown, Timestamp>,
    /// True while it is only remembered who I am.
    pub me: bool,
    /// True when the backend says that I am somebody else than who was remembered: nothing of theirs is shown any more.
    pub stranger: bool,
}

impl Model {
    /// When what is on the screen was so, where it is not known to be so now.
    #[must_use]
    pub fn shown_since(&self) -> Option<Timestamp> {
        let dialog = match &self.dialog {
            Some(Dialog::Library(_)) => Some(Shown::Letters),
            Some(Dialog::Countdown(_)) => Some(Shown::Countdown),
            _ => None,
        };
        let shown = dialog.unwrap_or(match self.screen {
            Screen::Queue => Shown::Queue,
            Screen::Archive => Shown::Archive,
            Screen::Case(_) => Shown::Case,
            Screen::Units => Shown::Units,
            Screen::Unit => Shown::Unit,
            Screen::Figures => Shown::Figures,
            Screen::Holders => Shown::Holders,
            Screen::Batch => Shown::Batch,
        });
        self.memory.seen.get(&shown).copied()
    }
}
