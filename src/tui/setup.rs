//! The settings read again while the program runs: by whoever knows the files, told to the program as plain values.
//! Imports `app`, `keys` and `view`.

use std::fmt;

use crate::{app::model::setup, keys::keymap::Keymap, view::theme::Theme};

/// What came of reading the settings again.
#[derive(Debug)]
pub struct Reread {
    /// The colours and the keys that hold from now on; none where there was a mistake.
    pub look: Option<(Theme, Keymap)>,
    /// The rest, and what is announced.
    pub told: setup::Reread,
}

/// Reads the settings again. Nothing comes of it where nothing has changed and nobody asked.
pub struct Rereader(Box<dyn FnMut(bool) -> Option<Reread> + Send>);

impl Rereader {
    /// One that reads like this; it is told whether a person asked.
    #[must_use]
    pub fn new(read: impl FnMut(bool) -> Option<Reread> + Send + 'static) -> Self {
        Self(Box::new(read))
    }

    /// Reads them.
    pub(super) fn read(&mut self, by_hand: bool) -> Option<Reread> {
        (self.0)(by_hand)
    }
}

impl fmt::Debug for Rereader {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Rereader(…)")
    }
}
