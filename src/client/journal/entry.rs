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
    /// Another request with a key that is about to be sent.
    Request(PendingRequest),
    /// It is answered.
    RequestDone { key: Uuid },
    /// What was typed somewhere else than in a draft; nothing when it is sent or taken away.
    Words { what: String, text: String, at: Timestamp },
}

/// What was typed somewhere else than in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingWords {
    /// The text.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

/// A request with a key whose outcome is not known: only who asks the same again sends it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingRequest {
    /// Its idempotency key.
    pub key: Uuid,
    /// The hash of what is asked for; what it says is not kept.
    pub what: String,
    /// When.
    pub at: Timestamp,
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
    /// True as long as it waits for a line and has certainly not been sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsent: bool,
}

/// What is not yet confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pending {
    /// The newest draft of each case.
    pub drafts: BTreeMap<Reference, PendingDraft>,
    /// The decisions, oldest first.
    pub decisions: Vec<PendingDecision>,
    /// The other requests, oldest first.
    pub requests: Vec<PendingRequest>,
    /// What was typed somewhere else than in a draft, by where.
    pub words: BTreeMap<String, PendingWords>,
}

impl Pending {
    /// True when nothing is pending.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let sent = self.drafts.is_empty() && self.decisions.is_empty() && self.requests.is_empty();
        sent && self.words.is_empty()
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
            Entry::DecisionDone { key } => self.decisions.retain(|known| known.key != key),
            Entry::Request(request) => {
                self.requests.retain(|known| known.key != request.key);
                self.requests.push(request);
            }
            Entry::RequestDone { key } => self.requests.retain(|known| known.key != key),
            Entry::Words { what, text, at } => {
                let newest = self.words.get(&what).is_none_or(|known| known.at <= at);
                if newest && text.is_empty() {
                    self.words.remove(&what);
                } else if newest {
                    self.words.insert(what, PendingWords { text, at });
                }
            }
        }
    }

    /// Adds what another file left pending.
    pub(super) fn merge(&mut self, other: Self) {
        for (reference, draft) in other.drafts {
            self.keep_newest(reference, draft);
        }
        for decision in other.decisions {
            self.apply(Entry::Decision(decision));
        }
        self.decisions.sort_by_key(|decision| decision.at);
        for request in other.requests {
            self.apply(Entry::Request(request));
        }
        self.requests.sort_by_key(|request| request.at);
        for (what, PendingWords { text, at }) in other.words {
            self.apply(Entry::Words { what, text, at });
        }
    }

    /// The lines that say the same.
    pub(super) fn lines(&self) -> impl Iterator<Item = Entry> {
        let draft = |(reference, kept): (&Reference, &PendingDraft)| Entry::Draft {
            reference: reference.clone(),
            draft: kept.draft.clone(),
            at: kept.at,
        };
        let requests = self.requests.iter().cloned().map(Entry::Request);
        let words = |(what, kept): (&String, &PendingWords)| Entry::Words {
            what: what.clone(),
            text: kept.text.clone(),
            at: kept.at,
        };
        let decisions = self.decisions.iter().cloned().map(Entry::Decision);
        self.drafts.iter().map(draft).chain(decisions).chain(requests).chain(self.words.iter().map(words))
    }

    fn keep_newest(&mut self, reference: Reference, draft: PendingDraft) {
        let newer = self.drafts.get(&reference).is_none_or(|known| known.at <= draft.at);
        if newer {
            self.drafts.insert(reference, draft);
        }
    }
}
