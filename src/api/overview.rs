//! The overview of a period: the countdown to the office's deadline, and how many tasks each view holds.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::tasks::Counts;
use crate::domain::{
    burndown::{Burndown, Need, Urgency},
    period::{Period, PeriodId},
};

/// The overview of a period for the caller's office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Overview {
    /// The period with its dates.
    pub period: Period,
    /// How many tasks each view holds, of all periods.
    pub counts: Counts,
    /// The countdown.
    #[serde(flatten)]
    pub burndown: Burndown,
}

/// How far the office has come with the period that is reported: what the head of the queue says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Progress {
    /// The period.
    pub period: PeriodId,
    /// Units that should report.
    pub expected: u32,
    /// Of their reports, those that are approved.
    pub solved: u32,
    /// What is needed to be done in time.
    pub need: Need,
    /// How urgent it is.
    pub urgency: Urgency,
}

/// A request to the directorate to have an approval back that has been sent. The case stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecallRequest {
    /// Why, never blank.
    pub comment: String,
}

/// The request is on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Recalled {
    /// The case, approved as before.
    pub reference: crate::domain::report::Reference,
    /// When.
    pub at: jiff::Timestamp,
    /// To whom it goes.
    pub recipient: String,
}
