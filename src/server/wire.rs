//! Bodies with figures, read so loosely that every wrong figure can be told in words and none is silently lost.
//! Imports `domain` and `api`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::flow::{figures::Figure, intake::Incoming};
use crate::{
    api::{
        decide::DecisionRequest,
        fault::Fault,
        pairs::{Member, Pairs},
    },
    domain::{
        access::AccessRole,
        decision::DecisionKind,
        finding::Question,
        person::Person,
        refusal::Refusal,
        report::{Source, Submitter},
    },
};

/// A decision as it came; see [`DecisionRequest`].
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDecision {
    kind: DecisionKind,
    #[serde(default)]
    extensions: Option<Member>,
    #[serde(default)]
    comment: Option<String>,
    #[serde(default)]
    asked: Vec<Question>,
    #[serde(default)]
    role: Option<AccessRole>,
    #[serde(default)]
    confirm_role: bool,
}

impl RawDecision {
    /// The decision, if its count is a count.
    ///
    /// # Errors
    /// A refusal with the count as it was given.
    pub fn judged(self) -> Result<DecisionRequest, Fault> {
        let extensions = match self.extensions.as_ref().map_or(Figure::Empty, figure) {
            Figure::Empty => None,
            Figure::Count(count) => Some(count),
            Figure::Wrong(given) => return Err(Fault::refused(Refusal::NotWhole { point: "7A".to_owned(), given })),
        };
        let Self { kind, comment, asked, role, confirm_role, .. } = self;
        Ok(DecisionRequest { kind, extensions, comment, asked, role, confirm_role })
    }
}

/// The body of Fortsett as it came.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawContinue {
    /// The decision that is about to be made.
    pub decision: RawDecision,
}

/// A report as it came; see [`crate::domain::report::Submission`].
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSubmission {
    unit: String,
    period: String,
    #[serde(default)]
    version: Option<u32>,
    values: Pairs,
    #[serde(default)]
    remarks: BTreeMap<String, String>,
    submitter: Submitter,
    #[serde(default)]
    source: Source,
    #[serde(default)]
    generated_at: Option<Timestamp>,
}

impl RawSubmission {
    /// The report, from a person who is logged in.
    #[must_use]
    pub fn from_person(self, person: &Person) -> Incoming {
        Incoming {
            unit: self.unit,
            period: self.period,
            version: self.version,
            values: self.values.0.iter().map(|(name, value)| (name.clone(), figure(value))).collect(),
            remarks: self.remarks,
            submitter: self.submitter,
            source: self.source,
            generated_at: self.generated_at,
            person: Some(person.id.clone()),
        }
    }

    /// The unit's number as it was given.
    #[must_use]
    pub fn unit(&self) -> &str {
        self.unit.trim()
    }
}

fn figure(member: &Member) -> Figure {
    match member {
        Member::Null => Figure::Empty,
        Member::Text(text) => Figure::Wrong(short(text)),
        other => other.whole().map_or_else(|| Figure::Wrong(short(&other.to_string())), Figure::Count),
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
