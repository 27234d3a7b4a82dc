//! The stream of changes: what a program that shows a queue must hear of.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{report::Reference, unit::UnitNo};

/// Something changed in a case, or about a unit, of the caller's office, or in the reference data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    /// The number of the event that changed it; also the id of the server-sent event.
    pub seq: u64,
    /// The case; none where it is about a unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// The unit, where it is about no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitNo>,
    /// What happened.
    pub kind: ChangeKind,
    /// The newest version of the case; 0 where it is about a unit.
    pub version: u32,
    /// Who did it: a name, or the backend itself.
    pub actor: String,
    /// Who looks at the case by now beside the caller, where that is what changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewers: Option<Vec<String>>,
}

/// A server-sent event as it stands on the stream of changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChangeEvent {
    /// Always `change`.
    pub event: String,
    /// The number to go on from; none where only who looks at a case changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// A `Change`, as JSON.
    pub data: String,
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
    /// Somebody took the task, let it go, or was given it.
    Held,
    /// Somebody looks at the case, or no longer does. It is no event: its number is that of the event before.
    Watched,
    /// A delivery left the house or failed.
    Delivery,
    /// Reference data are other ones: deadlines, the rule of the extension count, units. It speaks of no case and no unit.
    Reference,
    /// A unit was reminded, or a decision on an extension registered.
    Noticed,
}
