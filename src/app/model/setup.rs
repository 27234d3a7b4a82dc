//! What the settings say while the program runs, when they were read again.
//! Imports `text` and `app` (command, scope).

use std::{collections::BTreeMap, sync::Arc};

use jiff::SignedDuration;

use super::{Options, Tone, gate::Call};
use crate::{
    app::{command::Command, scope::Scope},
    text::Texts,
};

/// What came of reading the settings again.
#[derive(Debug, Clone)]
pub struct Reread {
    /// What holds from now on; none where there was a mistake: then everything stays as it was.
    pub setup: Option<Setup>,
    /// How the announcement is meant.
    pub tone: Tone,
    /// What was changed, what waits for the next start, or what is mistaken and where.
    pub told: String,
}

/// What holds from now on.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The texts, where another language was chosen.
    pub texts: Option<Arc<Texts>>,
    /// What the settings say of the screen.
    pub options: Options,
    /// After how long without a key the screen is locked.
    pub lock_after: Option<SignedDuration>,
    /// How long before that the person is warned.
    pub warn_before: Option<SignedDuration>,
    /// How the terminal calls.
    pub call: Call,
    /// Whether a slow line is spared.
    pub thrifty: bool,
    /// Whether the mouse can be used, where that was changed.
    pub mouse: Option<bool>,
    /// The commands that have a key, by scope.
    pub commands: BTreeMap<Scope, Vec<Command>>,
}
