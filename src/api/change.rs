//! The stream of changes: what a program that shows a queue must hear of.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::report::Reference;

/// Something changed in a case of the caller's office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    /// The number of the event that changed it; also the id of the server-sent event.
    pub seq: u64,
    /// The case.
    pub reference: Reference,
    /// What happened.
    pub kind: ChangeKind,
    /// The newest version of the case.
    pub version: u32,
    /// Who did it: a name, or the backend itself.
    pub actor: String,
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A new task, or a new version of one.
    Arrived,
    /// A draft was saved or a decision prepared.
    Drafted,
    /// A decision was made.
    Decided,
    /// A decision was taken back.
    Undone,
    /// A delivery left the house or failed.
    Delivery,
}
