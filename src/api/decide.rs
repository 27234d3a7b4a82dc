//! What is sent to decide, take back, ask and submit, and what is answered.
//! Imports `domain`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::case::Draft;
use crate::domain::{access::AccessRole, decision::DecisionKind, finding::Question, report::Reference, task::State};

/// Bekreft: a decision. The version that was seen goes in `If-Match`, the idempotency key in `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionRequest {
    /// What is decided.
    pub kind: DecisionKind,
    /// The extension count (7A), for an approval.
    #[serde(default)]
    pub extensions: Option<u32>,
    /// The comment; required for return and reject.
    #[serde(default)]
    pub comment: Option<String>,
    /// The findings that a return asks about: its reason codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Question>,
    /// As what access is granted; without it as what is suggested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<AccessRole>,
    /// That another role than the suggested one is meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirm_role: bool,
}

/// Fortsett arbeidsflyt: the decision that is about to be made, for the backend to check and record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContinueRequest {
    /// The decision that is about to be made.
    pub decision: DecisionRequest,
}

/// The backend has checked a decision that is about to be made: it may be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Continued {
    /// The case.
    pub reference: Reference,
    /// When it was checked.
    pub at: Timestamp,
    /// Who will be told or sent something, in order.
    pub recipients: Vec<String>,
    /// Where the office asks for two persons: who has prepared it, if anybody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub four_eyes: Option<FourEyes>,
}

/// An approval that needs two persons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FourEyes {
    /// The colleague who has prepared exactly this approval; without one it is refused.
    pub prepared_by: Option<String>,
    /// When.
    pub prepared_at: Option<Timestamp>,
}

/// A decision is stored, durably.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Decided {
    /// The case.
    pub reference: Reference,
    /// What was decided.
    pub kind: DecisionKind,
    /// Where the case stands now.
    pub state: State,
    /// The version decided on.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// Until when it can be taken back; equal to `at` when there is no window.
    pub undo_until: Timestamp,
    /// True when this key was seen before and nothing new was stored.
    pub replayed: bool,
}

/// A decision is taken back: nothing has left the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Undone {
    /// The case, open again.
    pub reference: Reference,
    /// What was taken back.
    pub kind: DecisionKind,
    /// When.
    pub at: Timestamp,
}

/// A draft is saved (*Lagre*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Saved {
    /// The case.
    pub reference: Reference,
    /// The draft as it is stored now.
    pub draft: Draft,
}

/// A question to an applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskRequest {
    /// The question, never blank.
    pub comment: String,
}

/// The question is on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Asked {
    /// The case, still open.
    pub reference: Reference,
    /// When.
    pub at: Timestamp,
}

/// A report or an access request has arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Received {
    /// The case.
    pub reference: Reference,
    /// The version it became.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// True when it came after the unit's deadline.
    pub late: bool,
    /// Keys of points with a value though the form no longer asks them (*utgått punkt*).
    pub obsolete: Vec<String>,
}
