//! How urgent a task is: what was found, and how near the deadline is.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is open in a report, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
pub struct Risk {
    /// Errors that nobody has accepted.
    pub errors: u32,
    /// Warnings that nobody has accepted.
    pub warnings: u32,
    /// News.
    pub infos: u32,
    /// True when a question of the last return was left unanswered.
    pub unanswered: bool,
}

impl Risk {
    /// True when there is no open error or warning (*ren*).
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}

/// The score of a task and what it is put together from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
pub struct Score {
    /// What the errors weigh.
    pub errors: u32,
    /// What the warnings weigh.
    pub warnings: u32,
    /// What an unanswered question weighs.
    pub unanswered: u32,
    /// The three together, up to the most they may weigh.
    pub findings: u32,
    /// What the deadline weighs.
    pub deadline: u32,
    /// All of it.
    pub total: u32,
}
