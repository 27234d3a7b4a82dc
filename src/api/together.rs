//! Working together: who has a task, who looks at one, and the colleagues of an office.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::tasks::Holder;
use crate::domain::{person::Role, report::Reference};

/// Taking a task, or giving it to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = HolderRequest)]
pub struct HolderRequest {
    /// Whom a leader gives it to: the person's id. Without it the caller takes it, as long as no colleague has it.
    pub person: Option<String>,
}

/// Who has a task now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Held {
    /// The case.
    pub reference: Reference,
    /// Who has it; none when nobody has.
    pub holder: Option<Holder>,
    /// False when it was so before.
    pub changed: bool,
}

/// Somebody who decides for the caller's office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Colleague {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// Reviewer or leader.
    pub role: Role,
}

/// Those who decide for the caller's office, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ColleagueList {
    /// They.
    pub people: Vec<Colleague>,
}

/// Looking at a case, or no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PresenceRequest {
    /// The program that looks: any number of one's own, the same as long as it runs.
    pub seat: Uuid,
    /// True while it looks; false when it has left.
    pub looking: bool,
}

/// Who else looks at a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Presence {
    /// The case.
    pub reference: Reference,
    /// The names of the others, in order.
    pub viewers: Vec<String>,
    /// True when the caller looks at it in another program too: one that has said so since this one said it last.
    #[serde(default)]
    pub elsewhere: bool,
    /// After how many seconds a program that still looks says so again.
    pub renew_seconds: u32,
}

/// What is asked of a backend about working together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TogetherWish {
    /// Take a task, or give it to a colleague.
    Take(Reference, HolderRequest),
    /// Let a task go.
    Release(Reference),
    /// Look at a case, or no longer.
    Look(Reference, bool),
    /// Who decides for the office.
    Colleagues,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TogetherAnswer {
    /// Who has the task now.
    Held(Held),
    /// Who else looks at the case.
    Presence(Presence),
    /// Who decides for the office.
    Colleagues(ColleagueList),
}
