//! The log of what was done and opened, its chain of hashes, and receipts of decisions.
//! Imports `domain`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{
    chain::{Break, Entry},
    decision::DecisionKind,
    event::EventKind,
    report::Reference,
};

/// The most events of one answer.
pub const MOST_EVENTS: u32 = 500;

/// Which events of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Of this case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// By this person: the id or the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// From this day on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub from: Option<Date>,
    /// Until this day, the day included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub to: Option<Date>,
    /// Only of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EventKind>,
    /// Older than the event with this number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
    /// The most events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Events of the log, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct AuditPage {
    /// The events.
    pub events: Vec<Entry>,
    /// True when texts are left out: comments and recipients belong to the cases, and those who read no cases do not read them.
    pub without_texts: bool,
    /// Ask for those before this number for more.
    pub next: Option<i64>,
}

/// Where a walk along the chain has come to; nothing of it at the beginning.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VerifyQuery {
    /// The number of the last event that was walked past.
    pub after: i64,
    /// Its hash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// True when an event that was chained at once has been passed.
    pub at_once: bool,
}

/// A piece of the chain, walked along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VerifyPage {
    /// How many events were looked at.
    pub checked: u64,
    /// How many of them were chained late.
    pub late: u64,
    /// When those were chained.
    pub late_at: Option<String>,
    /// What does not hold.
    pub breaks: Vec<Break>,
    /// The number of the last event.
    pub until: i64,
    /// Its hash.
    pub hash: String,
    /// True when an event that was chained at once has been passed.
    pub at_once: bool,
    /// True when it was the last piece.
    pub done: bool,
}

/// One event of the chain, without what it says: a place to compare an anchor with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Link {
    /// The number.
    pub seq: i64,
    /// The hash as it stands.
    pub hash: String,
}

/// A receipt of a decision (*kvittering*): who decided what over what, and where that stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The case.
    pub reference: Reference,
    /// The version.
    pub version: u32,
    /// What was decided.
    pub decision: DecisionKind,
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// The office's name at the time.
    pub office: String,
    /// When.
    pub at: Timestamp,
    /// The idempotency key.
    pub key: String,
    /// The hash of what was decided over.
    pub content: String,
    /// The number of the event.
    pub seq: i64,
    /// The hash of the event before.
    pub previous: String,
    /// The hash of the event.
    pub hash: String,
}

/// Whether a receipt belongs to the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReceiptVerdict {
    /// True when the backend would give the very same receipt, and its event and what was decided over give their hashes.
    pub holds: bool,
    /// True when the decision was taken back afterwards.
    pub undone: bool,
    /// The fields that differ.
    pub differ: Vec<String>,
    /// What does not hold in the chain at its event.
    pub breaks: Vec<Break>,
}
