//! What happens to the reports: earlier ones, and the situations of the open period.
//! Imports `domain`.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use serde::Deserialize;

use super::change::Change;
use crate::domain::{
    report::Submitter,
    unit::{Channel, UnitNo},
};

/// Reports before the open period.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Past {
    /// Share that came late.
    pub late: f64,
    /// Share that was returned once.
    pub returned: f64,
    /// What was wrong with those.
    pub faults: Vec<PastFault>,
    /// 7A as a share of 2E, from and to.
    pub extensions: [f64; 2],
}

/// What was wrong with an earlier report, and what was written of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastFault {
    /// The fault.
    pub fault: Change,
    /// The comment's name.
    pub comment: String,
}

/// Shares of the open period where no situation speaks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mix {
    /// Share that is approved.
    pub approved: f64,
    /// Share that has not arrived.
    pub missing: f64,
    /// Between which days they were approved.
    pub decided: [Date; 2],
    /// From which day on the wanted office's own arrived.
    pub own_from: Date,
}

/// What a reviewer meets in one unit in the open period.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Its name; several units may be in the same.
    pub name: String,
    /// The unit, where its office is the wanted one.
    pub unit: UnitNo,
    /// Else the free unit nearest to this place in the order of size.
    pub rank: f64,
    /// The unit's channel.
    #[serde(default = "old_channel")]
    pub channel: Channel,
    /// What is arranged in the clean figures.
    #[serde(default)]
    pub shape: Vec<Change>,
    /// What arrived.
    #[serde(default)]
    pub versions: Vec<Told>,
}

fn old_channel() -> Channel {
    Channel::FormOld
}

/// One version of a report and what was done with it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// When it arrived.
    pub received: DateTime,
    /// What is wrong with it.
    #[serde(default)]
    pub faults: Vec<Change>,
    /// The unit's remarks.
    #[serde(default)]
    pub remarks: BTreeMap<String, String>,
    /// Who sent it, if not the unit's usual sender.
    #[serde(default)]
    pub sender: Option<Submitter>,
    /// How it was returned.
    #[serde(default)]
    pub returned: Option<Returned>,
    /// How it was approved.
    #[serde(default)]
    pub approved: Option<Approved>,
    /// A draft of it.
    #[serde(default)]
    pub draft: Option<Drafted>,
}

/// How a version was returned.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Returned {
    /// When.
    pub at: DateTime,
    /// The person's id.
    pub by: String,
    /// The comment's name.
    pub comment: String,
}

/// How a version was approved.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// When.
    pub at: DateTime,
    /// The person's id.
    pub by: String,
}

/// A draft.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drafted {
    /// When.
    pub at: DateTime,
    /// The person's id.
    pub by: String,
    /// The extension count as typed.
    pub extensions: String,
    /// The comment.
    pub comment: String,
}

/// A text in both written languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
}
