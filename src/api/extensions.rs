//! The extension register: decisions on extended investigations, one by one and from a file.
//! Imports `domain`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::units::NoticeText;
use crate::domain::{
    extension::{CaseRef, Verdict},
    refusal::Refusal,
    task::Delivery,
    unit::UnitNo,
};

/// The most lines of one import.
pub const MOST_LINES: usize = 2000;

/// A decision on an extended investigation. Days are `2023-08-24` or `24.08.2023`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionLine {
    /// Its line in the file it comes from; 0 where there is none.
    #[serde(default)]
    pub line: u32,
    /// The unit's number.
    pub unit: String,
    /// The service's own reference of the case, without identity: `A17`.
    pub case_ref: String,
    /// The day on which it was asked.
    pub asked: String,
    /// What was decided: `granted`, `refused` or `pending`; in files also ja, nei and nothing.
    #[serde(default)]
    pub verdict: String,
    /// The day of the decision; without it today.
    #[serde(default)]
    pub decided: Option<String>,
    /// The day on which the service was told in another way than by a notice of this program: no notice is sent then.
    #[serde(default)]
    pub told: Option<String>,
}

/// Registers decisions. The idempotency key goes in `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRequest {
    /// The decisions.
    pub lines: Vec<ExtensionLine>,
    /// Put a decision in the place of another one of the same case.
    #[serde(default)]
    pub correct: bool,
    /// Leave out lines that are refused; without it one refused line stops all.
    #[serde(default)]
    pub skip_bad: bool,
    /// Only tell: nothing is stored or sent.
    #[serde(default)]
    pub dry_run: bool,
}

/// What came of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineOutcome {
    /// Taken into the register.
    Taken,
    /// Known already: nothing new.
    Known,
    /// Refused.
    Refused,
}

/// What came of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionResult {
    /// Its line in the file.
    pub line: u32,
    /// What came of it.
    pub outcome: LineOutcome,
    /// The decision as it is understood; none where it is refused.
    pub entry: Option<ExtensionEntry>,
    /// The notice to the service, for a unit on a new case system.
    pub notice: Option<NoticeText>,
    /// Why it is refused.
    pub refusals: Vec<Refusal>,
}

/// Decisions are registered, or would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionAnswer {
    /// When.
    pub at: Timestamp,
    /// Until when all of it can be taken back; none when nothing was stored.
    pub undo_until: Option<Timestamp>,
    /// True when the taken lines are stored.
    pub stored: bool,
    /// True when this key was seen before and nothing new was stored.
    pub replayed: bool,
    /// How many were taken.
    pub taken: u32,
    /// How many were known already.
    pub known: u32,
    /// How many were refused.
    pub refused: u32,
    /// How many notices go to services.
    pub notices: u32,
    /// Every line.
    pub lines: Vec<ExtensionResult>,
}

/// A decision in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionEntry {
    /// Its number; 0 before it is stored.
    pub id: i64,
    /// The unit.
    pub unit: UnitNo,
    /// The unit's name.
    pub unit_name: String,
    /// The service's own reference of the case.
    pub case_ref: CaseRef,
    /// The day on which it was asked.
    pub asked: Date,
    /// What was decided.
    pub verdict: Verdict,
    /// The day of the decision.
    pub decided: Option<Date>,
    /// The day on which the service was told: by a notice that has left, or as the person says.
    pub told: Option<Date>,
    /// Where the notice to the service stands, if there is one.
    pub delivery: Option<Delivery>,
    /// Who registered it.
    pub by: String,
    /// When it was registered.
    pub at: Timestamp,
    /// The row it stands in place of.
    pub supersedes: Option<i64>,
    /// True when a later row stands in its place.
    pub superseded: bool,
}

/// The register, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionList {
    /// The rows, the newest first.
    pub entries: Vec<ExtensionEntry>,
}
