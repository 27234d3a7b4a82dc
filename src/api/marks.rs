//! Marks on tasks: which references a search holds, and which of those that are marked still wait.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::tasks::Sort;
use crate::domain::{report::Reference, task::State};

/// The most references of one answer, and the most that can be marked.
pub const MOST_MARKS: u32 = 20_000;

/// The open tasks of a search, or a stretch of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReferenceQuery {
    /// The search.
    pub query: String,
    /// The column it is sorted on.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
    /// One end of the stretch; both ends or none.
    pub from: Option<String>,
    /// The other end.
    pub to: Option<String>,
}

/// The references of open tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct References {
    /// In the order that was asked for.
    pub references: Vec<Reference>,
}

/// References that are marked, and the search that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkCheck {
    /// The search.
    pub query: String,
    /// The references.
    pub references: Vec<Reference>,
}

/// What has become of marked tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MarksChecked {
    /// How many of those that are still open the search does not hold.
    pub hidden: u32,
    /// Those that are no longer open.
    pub gone: Vec<Gone>,
}

/// A marked task that is no longer open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Gone {
    /// The case.
    pub reference: Reference,
    /// Where it stands; none for one that is not there.
    pub state: Option<State>,
    /// Who solved it.
    pub by: Option<String>,
}
