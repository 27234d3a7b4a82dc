//! The log as a chain: what the hash of an event is made of, so that anybody can make it again. The bytes are described in
//! `docs/revisjonsspor.md`; a change of them is a new version, never a change of this one.
//! Imports nothing of the crate.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The hash that stands before the first event.
pub const FIRST: &str = "v1:0000000000000000000000000000000000000000000000000000000000000000";

/// An event as it is stored: plain text and numbers, whatever somebody may have made of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number.
    pub seq: i64,
    /// The case.
    pub reference: Option<String>,
    /// The unit, where it speaks of no case.
    pub unit: Option<String>,
    /// The office.
    pub office: String,
    /// When, in UTC with three decimals.
    pub at: String,
    /// What: the name on the wire.
    pub kind: String,
    /// Who: the person's id, where it is one.
    pub person: Option<String>,
    /// Who: the name.
    pub actor: String,
    /// The version it speaks of.
    pub version: i64,
    /// The decision.
    pub decision: Option<String>,
    /// The extension count.
    pub extensions: Option<i64>,
    /// The comment, the reason or the recipient.
    pub text: Option<String>,
    /// The idempotency key of the decision.
    pub decision_key: Option<String>,
    /// The hash of what was decided over.
    pub content: Option<String>,
    /// The address that the person's request came from.
    pub origin: Option<String>,
    /// When it was chained, where that was not at once.
    pub late: Option<String>,
    /// The hash of the event before.
    pub previous: String,
    /// Its own hash, as it stands.
    pub hash: String,
}

impl Entry {
    /// The hash it should have, after the event whose hash it names.
    #[must_use]
    pub fn computed(&self) -> String {
        let (seq, version) = (self.seq.to_string(), self.version.to_string());
        let extensions = self.extensions.map(|count| count.to_string());
        hash(
            "v1 event",
            &[
                ("previous", Some(&self.previous)),
                ("seq", Some(&seq)),
                ("reference", self.reference.as_deref()),
                ("unit", self.unit.as_deref()),
                ("office", Some(&self.office)),
                ("at", Some(&self.at)),
                ("kind", Some(&self.kind)),
                ("person", self.person.as_deref()),
                ("actor", Some(&self.actor)),
                ("version", Some(&version)),
                ("decision", self.decision.as_deref()),
                ("extensions", extensions.as_deref()),
                ("text", self.text.as_deref()),
                ("decision_key", self.decision_key.as_deref()),
                ("content", self.content.as_deref()),
                ("origin", self.origin.as_deref()),
                ("late", self.late.as_deref()),
            ],
        )
    }
}

/// What a decision was made over: texts exactly as they are stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// The case.
    pub reference: String,
    /// The version.
    pub version: i64,
    /// What was decided.
    pub kind: String,
    /// The figures of a report: one JSON object, its keys sorted, no blanks.
    pub figures: Option<String>,
    /// The remarks of a report, in the same form.
    pub remarks: Option<String>,
    /// An access request in the same form.
    pub application: Option<String>,
    /// The extension count.
    pub extensions: Option<i64>,
    /// The comment.
    pub comment: Option<String>,
    /// What a return asked about: one JSON list.
    pub asked: String,
}

impl Content {
    /// Its hash.
    #[must_use]
    pub fn computed(&self) -> String {
        let version = self.version.to_string();
        let extensions = self.extensions.map(|count| count.to_string());
        hash(
            "v1 content",
            &[
                ("reference", Some(&self.reference)),
                ("version", Some(&version)),
                ("kind", Some(&self.kind)),
                ("figures", self.figures.as_deref()),
                ("remarks", self.remarks.as_deref()),
                ("application", self.application.as_deref()),
                ("extensions", extensions.as_deref()),
                ("comment", self.comment.as_deref()),
                ("asked", Some(&self.asked)),
            ],
        )
    }
}

/// The hash of named fields: a line with what it is, then for each field its name, its length in bytes and itself. With the
/// lengths no text can look like two fields, or like none.
fn hash(title: &str, fields: &[(&str, Option<&str>)]) -> String {
    let mut digest = Sha256::new();
    digest.update(title);
    digest.update("\n");
    for (name, value) in fields {
        match value {
            Some(value) => {
                digest.update(format!("{name}:{}:", value.len()));
                digest.update(value);
            }
            None => digest.update(format!("{name}:-")),
        }
        digest.update("\n");
    }
    format!("v1:{:x}", digest.finalize())
}

/// What is wrong at a place of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BreakKind {
    /// The event does not give the hash that stands with it: it was changed.
    Changed,
    /// It does not follow the event before it: one was removed, put in between, or moved.
    Unlinked,
    /// It has no hash: it was put in past the program.
    Unchained,
    /// It says that it was chained late, but stands after events that were chained at once.
    LateAfterOthers,
    /// What was decided over is not what it was.
    ContentChanged,
    /// An anchor names an event that is not there: the end of the log was cut off.
    Missing,
    /// An anchor names another hash than the event has: the log was made anew.
    OtherThanAnchor,
}

/// A place where the chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Break {
    /// The number of the event.
    pub seq: i64,
    /// What is wrong.
    pub what: BreakKind,
    /// The hash that was expected.
    pub expected: String,
    /// The hash that stands there; empty where there is none.
    pub found: String,
}

/// Goes along a chain from one event to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// The hash of the last event, as it stands.
    pub hash: String,
    /// True when an event that was chained at once has been passed.
    pub at_once: bool,
}

impl Default for Walk {
    fn default() -> Self {
        Self { hash: FIRST.to_owned(), at_once: false }
    }
}

impl Walk {
    /// Takes the next event; gives what is wrong with it. A walk goes on from what stands there, so that one wrong event is told
    /// once and not again with every one after it.
    pub fn step(&mut self, entry: &Entry) -> Vec<Break> {
        let wrong = |what, expected: &str, found: &str| Break {
            seq: entry.seq,
            what,
            expected: expected.to_owned(),
            found: found.to_owned(),
        };
        let mut found = Vec::new();
        if entry.hash.is_empty() {
            found.push(wrong(BreakKind::Unchained, &entry.computed(), ""));
            return found;
        }
        if entry.previous != self.hash {
            found.push(wrong(BreakKind::Unlinked, &self.hash, &entry.previous));
        }
        let computed = entry.computed();
        if computed != entry.hash {
            found.push(wrong(BreakKind::Changed, &computed, &entry.hash));
        }
        if entry.late.is_some() && self.at_once {
            found.push(wrong(BreakKind::LateAfterOthers, "", &entry.hash));
        }
        self.at_once |= entry.late.is_none();
        self.hash.clone_from(&entry.hash);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_an_event_is_the_one_that_the_documentation_works_out() {
        let entry = Entry {
            seq: 7,
            reference: Some("KHR-2023H1-3420".to_owned()),
            office: "SFIN".to_owned(),
            at: "2023-08-14T08:42:00.000Z".to_owned(),
            kind: "saved".to_owned(),
            person: Some("kari".to_owned()),
            actor: "Kåre Ås".to_owned(),
            version: 1,
            previous: FIRST.to_owned(),
            ..Entry::default()
        };
        assert_eq!(entry.computed(), EXAMPLE);
    }

    /// Worked out with `printf … | sha256sum`, as docs/revisjonsspor.md shows.
    const EXAMPLE: &str = "v1:b94e57f2a3bd3b771711ee0ab421a7bd1c47ba9792dd0a88528d2e16ad6ae30e";

    #[test]
    fn a_text_cannot_look_like_two_fields_or_like_none() {
        let of = |text: Option<&str>, key: Option<&str>| Entry {
            text: text.map(str::to_owned),
            decision_key: key.map(str::to_owned),
            ..Entry::default()
        };
        let all = [
            of(None, None),
            of(Some(""), None),
            of(Some("-"), None),
            of(Some("a\ndecision_key:1:b"), None),
            of(Some("a"), Some("b")),
        ];
        for (place, one) in all.iter().enumerate() {
            assert!(all.iter().skip(place + 1).all(|other| other.computed() != one.computed()), "{one:?}");
        }
    }
}
