//! The lines of a journal, and what they leave pending.
//! Imports `domain` and `api`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    api::{case::Draft, decide::DecisionRequest},
    domain::report::Reference,
};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub(super) enum Entry {
    /// A draft that is about to be saved.
    Draft { reference: Reference, draft: Draft, at: Timestamp },
    /// The draft of that moment needs no more care.
    DraftDone { reference: Reference, at: Timestamp },
    /// A decision that is about to be sent.
    Decision(PendingDecision),
    /// The decision is answered.
    DecisionDone { key: Uuid },
    /// Something else that is stored once under its key is about to be sent: the hash of what it is.
    Once { key: Uuid, hash: String },
    /// It is answered.
    OnceDone { key: Uuid },
}

/// A draft that no backend is known to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingDraft {
    /// The draft.
    pub draft: Draft,
    /// When it was written.
    pub at: Timestamp,
}

/// A decision whose outcome is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingDecision {
    /// Its idempotency key: sending it again with the key stores it once.
    pub key: Uuid,
    /// The case.
    pub reference: Reference,
    /// The version that was seen.
    pub version: u32,
    /// What was decided.
    pub decision: DecisionRequest,
    /// When.
    pub at: Timestamp,
}

/// What is not yet confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pending {
    /// The newest draft of each case.
    pub drafts: BTreeMap<Reference, PendingDraft>,
    /// The decisions, oldest first.
    pub decisions: Vec<PendingDecision>,
    /// The keys of what else was sent and not answered, by the hash of what it is.
    pub once: BTreeMap<String, Uuid>,
}

impl Pending {
    /// True when nothing is pending.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.decisions.is_empty() && self.once.is_empty()
    }

    /// Takes a line into account.
    pub(super) fn apply(&mut self, entry: Entry) {
        match entry {
            Entry::Draft { reference, draft, at } => self.keep_newest(reference, PendingDraft { draft, at }),
            Entry::DraftDone { reference, at } => {
                if self.drafts.get(&reference).is_some_and(|draft| draft.at <= at) {
                    self.drafts.remove(&reference);
                }
            }
            Entry::Decision(decision) => {
                self.decisions.retain(|known| known.key != decision.key);
                self.decisions.push(decision);
            }
            Entry::Once { key, hash } => {
                self.once.insert(hash, key);
            }
            Entry::OnceDone { key } => self.once.retain(|_, known| *known != key),
            Entry::DecisionDone { key } => self.decisions.retain(|known| known.key != key),
        }
    }

    /// Adds what another file left pending.
    pub(super) fn merge(&mut self, other: Self) {
        for (reference, draft) in other.drafts {
            self.keep_newest(reference, draft);
        }
        self.once.extend(other.once);
        for decision in other.decisions {
            self.apply(Entry::Decision(decision));
        }
        self.decisions.sort_by_key(|decision| decision.at);
    }

    /// The lines that say the same.
    pub(super) fn lines(&self) -> impl Iterator<Item = Entry> {
        let draft = |(reference, kept): (&Reference, &PendingDraft)| Entry::Draft {
            reference: reference.clone(),
            draft: kept.draft.clone(),
            at: kept.at,
        };
        let once = |(hash, key): (&String, &Uuid)| Entry::Once { key: *key, hash: hash.clone() };
        let decisions = self.decisions.iter().cloned().map(Entry::Decision);
        self.drafts.iter().map(draft).chain(decisions).chain(self.once.iter().map(once))
    }

    fn keep_newest(&mut self, reference: Reference, draft: PendingDraft) {
        let newer = self.drafts.get(&reference).is_none_or(|known| known.at <= draft.at);
        if newer {
            self.drafts.insert(reference, draft);
        }
    }
}
