//! The extension counts of many reports: asked for in one request, and kept as drafts in one.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{case::Draft, tasks::TaskQuery};
use crate::domain::{
    counts::{CountCase, CountOutcome},
    report::Reference,
};

/// The most reports of one request.
pub const MOST_COUNTS: usize = 1000;

/// Which reports: the ones that are named, else those of a query.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CountQuery {
    /// The references of cases; at most 1 000. Those that are no reports, or not the caller's, are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// A query of the queue, when no references are given; its window is not looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<TaskQuery>,
}

/// One report: what its count is judged by, and what is begun on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountRow {
    /// What the count is judged by.
    #[serde(flatten)]
    pub case: CountCase,
    /// Who decided it, when it is solved.
    pub decided_by: Option<String>,
    /// The draft, if there is one; the count is its `extensions`.
    pub draft: Option<Draft>,
    /// The count that the office's register proposes; none where it has no decision.
    #[serde(default)]
    pub registered: Option<u32>,
}

/// The reports that were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct CountPage {
    /// The reports, in the order of the request or of the query.
    pub rows: Vec<CountRow>,
    /// How many the query holds in all; there may be more than one answer carries.
    pub total: u32,
}

/// The count of one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountItem {
    /// The case.
    pub reference: Reference,
    /// The version that was seen.
    pub version: u32,
    /// The count (7A); empty takes it out of the draft.
    #[serde(default)]
    pub count: Option<u32>,
    /// True to go on with a colleague's draft as one's own.
    #[serde(default)]
    pub take_over: bool,
}

/// Many counts to keep as drafts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountsRequest {
    /// The counts; at most 1 000.
    pub counts: Vec<CountItem>,
}

/// What came of one count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountResult {
    /// The case.
    pub reference: Reference,
    /// What came of it.
    #[serde(flatten)]
    pub outcome: CountOutcome,
}

/// What came of many counts, in the order of the request.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct CountsSaved {
    /// One result for each count.
    pub results: Vec<CountResult>,
}

/// A count without anything behind it: what a draft holds of it.
#[must_use]
pub fn as_typed(count: Option<u32>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}
