//! What an administrator changes: how units report, and who has access.
//! Imports `domain`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::me::ApprovalView;
use crate::domain::{
    channel::ChannelStatus,
    office::OfficeId,
    period::PeriodId,
    person::Role,
    report::Reference,
    unit::{Channel, UnitNo},
};

/// A step of a unit on its way to the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelRequest {
    /// Where it goes.
    pub status: ChannelStatus,
    /// From this day; without it today. It holds from the period that is reported on that day.
    #[serde(default)]
    pub from: Option<Date>,
    /// The letter it rests on.
    #[serde(default)]
    pub letter: Option<String>,
    /// The case system; without it the one it had.
    #[serde(default)]
    pub case_system: Option<String>,
    /// Whether it may take the place of the channel that the unit already has in the same period, or of its date.
    #[serde(default)]
    pub replace: bool,
    /// Only tell what would change.
    #[serde(default)]
    pub dry_run: bool,
}

/// How a unit reports from a period on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChannelView {
    /// From this period on.
    pub period: PeriodId,
    /// The channel.
    pub channel: Channel,
    /// The case system.
    pub case_system: String,
    /// True when no official source says so.
    pub assumed: bool,
    /// Where it stands on its way to the register, where that is recorded.
    pub approval: Option<ApprovalView>,
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChannelAnswer {
    /// The unit.
    pub unit: UnitNo,
    /// How it reports now.
    pub now: ChannelView,
    /// True when anything was or would be changed.
    pub changed: bool,
    /// Whether the letter it rests on stands in the chain of the directorate's letters; none without a letter.
    #[serde(default)]
    pub letter_known: Option<bool>,
    /// The open case that is judged anew, with its draft kept.
    pub case: Option<Reference>,
    /// True when nothing was stored.
    pub dry_run: bool,
    /// True for a step from a day that is still to come.
    #[serde(default)]
    pub ahead: bool,
}

/// How a unit has reported, the first period first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChannelHistory {
    /// The unit.
    pub unit: UnitNo,
    /// Each step, also of one period, in the order in which they were taken; none where the default holds.
    pub changes: Vec<ChannelView>,
}

/// A person as an administrator sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonView {
    /// The id, stable for ever.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail address at work.
    pub email: String,
    /// Telephone at work.
    pub phone: String,
    /// Role.
    pub role: Role,
    /// The office, for its staff.
    pub office: Option<OfficeId>,
    /// The unit, for a municipality's person.
    pub unit: Option<UnitNo>,
    /// Since when they are locked out.
    pub locked_at: Option<Timestamp>,
}

/// Everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonList {
    /// By id.
    pub people: Vec<PersonView>,
}

/// A person to add or change. What is left out stays as it is; a new one needs name, e-mail address and role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonRequest {
    /// Name.
    #[serde(default)]
    pub name: Option<String>,
    /// E-mail address at work.
    #[serde(default)]
    pub email: Option<String>,
    /// Telephone at work.
    #[serde(default)]
    pub phone: Option<String>,
    /// Role.
    #[serde(default)]
    pub role: Option<Role>,
    /// The office, for its staff.
    #[serde(default)]
    pub office: Option<OfficeId>,
    /// The unit, for a municipality's person.
    #[serde(default)]
    pub unit: Option<UnitNo>,
    /// Whether they are locked out.
    #[serde(default)]
    pub locked: Option<bool>,
}

/// Everything that is stored about a person (the right of access).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonExport {
    /// The person.
    pub person: PersonView,
    /// How many tokens they have; the tokens themselves are not known.
    pub tokens: u32,
    /// What they have done, the oldest first.
    pub events: Vec<PersonEvent>,
    /// How many decisions carry their name.
    pub decisions: u32,
    /// How many drafts they have.
    pub drafts: u32,
    /// How many registered extensions and letters to units carry their name.
    pub extensions: u32,
    /// How many reports were submitted under their e-mail address.
    pub submitted: u32,
    /// How many access requests came from their e-mail address.
    pub applications: u32,
}

/// Something a person has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonEvent {
    /// Its number.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// What: the kind of event.
    pub kind: String,
    /// About which case or unit.
    pub about: String,
}

/// What became of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    /// Nothing is left.
    Deleted,
    /// Contact data and access are gone; the name stays with what they have decided, as the archive must show who decided.
    Pseudonymised,
}

/// What became of a person, and what of them is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonRemoved {
    /// What became of them.
    pub outcome: Removal,
    /// Events that keep their name.
    pub events: u32,
    /// Decisions that keep their name.
    pub decisions: u32,
}
