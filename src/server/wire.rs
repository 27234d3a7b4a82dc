//! Bodies with figures, read so loosely that every wrong figure can be told in words and none is silently lost.
//! Imports `domain` and `api`.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

use super::flow::{figures::Figure, intake::Incoming};
use crate::{
    api::{decide::DecisionRequest, fault::Fault},
    domain::{decision::DecisionKind, finding::Question, person::Person, refusal::Refusal, report::Submitter},
};

/// A decision as it came; see [`DecisionRequest`].
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDecision {
    kind: DecisionKind,
    #[serde(default)]
    extensions: Option<Value>,
    #[serde(default)]
    comment: Option<String>,
    #[serde(default)]
    asked: Vec<Question>,
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
        Ok(DecisionRequest { kind: self.kind, extensions, comment: self.comment, asked: self.asked })
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
            person: Some(person.id.clone()),
        }
    }

    /// The unit's number as it was given.
    #[must_use]
    pub fn unit(&self) -> &str {
        self.unit.trim()
    }
}

/// A JSON object with all its members, also those that stand twice.
#[derive(Debug, Clone)]
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object of figures by point key")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

fn figure(value: &Value) -> Figure {
    match value {
        Value::Null => Figure::Empty,
        Value::String(text) => Figure::Wrong(short(text)),
        other => match other.as_u64().and_then(|number| u32::try_from(number).ok()) {
            Some(count) => Figure::Count(count),
            None => Figure::Wrong(short(&other.to_string())),
        },
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
