//! Views of the queue: with the number of their tasks, and those that a person makes.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::query::view::View;

/// A view and how many tasks it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ViewCount {
    /// The view.
    pub view: View,
    /// How many tasks it holds; none for one whose search is no longer understood.
    pub count: Option<u32>,
}

/// A view to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewView {
    /// Its name; a view of one's own with the same name is replaced.
    pub name: String,
    /// The search that it is.
    pub query: String,
}

/// The views of a person, built in ones first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ViewList {
    /// The views.
    pub views: Vec<View>,
}
