//! Working together: who else looks at what, what this program looks at, and the colleagues.
//! Imports `domain` and `api`.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{api::together::Colleague, app::effect::Ticket, domain::report::Reference};

/// Who works on the same.
#[derive(Debug, Default)]
pub struct Together {
    /// Who else looks at each case, by name; cases that nobody else looks at are left out.
    pub viewers: BTreeMap<Reference, Vec<String>>,
    /// The case that the person has open in another program too.
    pub elsewhere: Option<Reference>,
    /// The case that the backend was told this program looks at, with the request that told it.
    pub looks_at: Option<(Reference, Ticket)>,
    /// When that is said again; not at all while no case is looked at.
    pub renew_at: Option<Timestamp>,
    /// The request about who has a task that is on its way.
    pub asked: Option<Ticket>,
    /// Those who decide for the office, for a leader who gives them tasks.
    pub colleagues: Vec<Colleague>,
    /// The request for them, once it was made.
    pub colleagues_asked: Option<Ticket>,
}

impl Together {
    /// Who else looks at a case.
    #[must_use]
    pub fn viewers_of(&self, reference: &Reference) -> &[String] {
        self.viewers.get(reference).map_or(&[], Vec::as_slice)
    }

    /// True when the person has a case open in another program too.
    #[must_use]
    pub fn is_elsewhere(&self, reference: &Reference) -> bool {
        self.elsewhere.as_ref() == Some(reference)
    }

    /// Notes who else looks at a case.
    pub fn note(&mut self, reference: Reference, viewers: Vec<String>) {
        if viewers.is_empty() {
            self.viewers.remove(&reference);
        } else {
            self.viewers.insert(reference, viewers);
        }
    }
}
