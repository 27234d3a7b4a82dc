//! The weight of a report on the wire, and accepting a deviation.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    finding::{Accepted, FindingId},
    report::Reference,
    score::{Risk, Score},
};

/// What is open in a report, and how urgent that makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Weight {
    /// What is open, in numbers.
    pub risk: Risk,
    /// How urgent it is, and why.
    pub score: Score,
}

/// Accepting a deviation (*godta avvik*): a finding with the reason why its figures are right. The version that was seen
/// goes in `If-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptRequest {
    /// Which finding.
    pub finding: FindingId,
    /// Why; blank takes an earlier acceptance back.
    pub reason: String,
}

/// A deviation is accepted, or no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AcceptAnswer {
    /// The case.
    pub reference: Reference,
    /// Which finding.
    pub finding: FindingId,
    /// How it is accepted now.
    pub accepted: Option<Accepted>,
}
