//! What stands round the deadline: the countdown, and the form of the last decision.
//! Imports `domain` and `api`.

use crate::{
    api::{fault::Fault, overview::Overview},
    app::{effect::Ticket, model::case::OpenCase},
    domain::{decision::DecisionKind, finding::FindingId, unit::Language},
};

/// The countdown.
#[derive(Debug, Default)]
pub struct Countdown {
    /// The request that is on its way.
    pub waiting: Option<Ticket>,
    /// What came of the last one.
    pub answer: Option<Result<Box<Overview>, Fault>>,
}

/// The form of the last decision of this session: what it was, and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastForm {
    /// What was done.
    pub deed: Deed,
    /// With whom: the name for messages.
    pub name: String,
    /// The words: the comment, or the reason.
    pub text: String,
    /// The written language of the unit they were for.
    pub language: Option<Language>,
    /// True when the words ask about findings of that one report: they are true of no other.
    pub asks: bool,
    /// What must not be found in words for somebody else: the unit's name, number and reference.
    pub marks: Vec<String>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A decision.
    Decided(DecisionKind),
    /// A deviation was accepted.
    Accepted(FindingId),
}

impl LastForm {
    /// True when it can be made of an open task: a decision of its kind, or a reason that was given for a report.
    #[must_use]
    pub fn may_be_for(&self, open: &OpenCase) -> bool {
        match &self.deed {
            Deed::Decided(kind) => kind.of_task() == open.case.row().kind,
            Deed::Accepted(_) => open.report().is_some(),
        }
    }

    /// True when the words can be said to somebody else.
    #[must_use]
    pub fn fits(&self, language: Option<Language>) -> bool {
        let named = self.marks.iter().filter(|mark| !mark.is_empty()).any(|mark| self.text.contains(mark.as_str()));
        !self.text.trim().is_empty() && !self.asks && !named && self.language == language
    }
}
