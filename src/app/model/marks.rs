//! Marks on the rows of a list (*merker*): what is under way, and what the marks are worth.
//! Imports `domain` and `api`.

use std::collections::BTreeSet;

use crate::{app::effect::Ticket, domain::report::Reference};

/// What goes on round the marks of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marking {
    /// The stretch of rows that is being marked.
    pub range: Option<Range>,
    /// The marks that were taken away last: they can be had back.
    pub cleared: BTreeSet<Reference>,
    /// How many of the marks the view and the search do not hold; none while nobody knows.
    pub hidden: Option<usize>,
    /// References that are on their way, and what shall be done with them.
    pub asked: Option<(Ticket, Purpose)>,
    /// The question which of the marks still wait.
    pub checking: Option<Ticket>,
}

/// A stretch of rows that is being marked: from here to the selected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The row it began at.
    pub from: Reference,
    /// Its number, as far as it is known.
    pub at: usize,
}

impl Range {
    /// The first and the last row number, the selected row being the other end.
    #[must_use]
    pub fn ends(&self, selected: usize) -> (usize, usize) {
        (self.at.min(selected), self.at.max(selected))
    }
}

/// What shall be done with references that are on their way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Mark them all.
    Mark,
    /// Mark those that are not marked, and take the mark from the others.
    Invert,
}
