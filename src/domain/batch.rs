//! A batch (*bunke*): many decisions that one person makes together, in four steps: policy, review sample, dry run,
//! and the number typed.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;

use super::{refusal::Refusal, report::Reference, unit::Channel};

/// The number of a batch, as it is spoken of: `B-0007`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String)]
pub struct BatchId(pub u32);

impl std::fmt::Display for BatchId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "B-{:04}", self.0)
    }
}

impl From<BatchId> for String {
    fn from(id: BatchId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for BatchId {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

impl std::str::FromStr for BatchId {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let bare = text.trim().to_ascii_uppercase();
        let digits = bare.strip_prefix("B-").filter(|digits| (1..=9).contains(&digits.len()));
        let number = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
        let refusal = || Refusal::UnknownBatch { given: text.chars().take(40).collect() };
        number.and_then(|digits| digits.parse().ok()).map(Self).ok_or_else(refusal)
    }
}

/// What is done with every case of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BatchKind {
    /// Clean reports are approved.
    Approve,
    /// Reports are returned, each with its own findings and a common text.
    Return,
    /// Applicants with their own unit's address get access to its figures.
    Grant,
}

impl BatchKind {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Return => "return",
            Self::Grant => "grant",
        }
    }

    /// The kind with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Approve, Self::Return, Self::Grant].into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Where a batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BatchState {
    /// Being looked through: the sample, the dry run. Nothing is decided.
    Open,
    /// Confirmed: its decisions are being made, and it can be gone on with after whatever stopped it.
    Running,
    /// Everything in it is decided or has dropped out.
    Done,
    /// Taken back as a whole.
    Undone,
    /// Given up before it was confirmed, or what was left of it after.
    Stopped,
}

impl BatchState {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Running => "running",
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Stopped => "stopped",
        }
    }

    /// The state with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Running, Self::Done, Self::Undone, Self::Stopped]
            .into_iter()
            .find(|state| state.as_str() == name)
    }

    /// True while something is left to do.
    #[must_use]
    pub fn is_unfinished(self) -> bool {
        matches!(self, Self::Open | Self::Running)
    }
}

/// Where one case of a batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// It waits for its turn.
    Waiting,
    /// The policy refused it from the start.
    Refused,
    /// A person took it out while looking at the sample.
    TakenOut,
    /// It is decided.
    Decided,
    /// It fell out since: a newer version, a colleague's decision, a rule.
    Dropped,
    /// It was decided, and taken back.
    Undone,
}

impl ItemState {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Refused => "refused",
            Self::TakenOut => "taken_out",
            Self::Decided => "decided",
            Self::Dropped => "dropped",
            Self::Undone => "undone",
        }
    }

    /// The state with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Refused, Self::TakenOut, Self::Decided, Self::Dropped, Self::Undone]
            .into_iter()
            .find(|state| state.as_str() == name)
    }
}

/// Whether a case is in the review sample (*stikkprøve*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sample {
    /// Not drawn.
    No,
    /// Drawn, and not looked at yet.
    Drawn,
    /// Looked at, and found in order.
    Accepted,
}

impl Sample {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Drawn => "drawn",
            Self::Accepted => "accepted",
        }
    }

    /// The one with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::No, Self::Drawn, Self::Accepted].into_iter().find(|sample| sample.as_str() == name)
    }
}

/// What an office allows to be decided together. Every value comes from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchPolicy {
    /// Whether batches may be made at all.
    pub enabled: bool,
    /// The share of a batch that is drawn for the sample, in per cent.
    pub sample_percent: u32,
    /// How many are drawn at least.
    pub sample_least: u32,
    /// The most cases of one batch.
    pub most: u32,
    /// The channels whose reports may be approved in a batch.
    pub channels: Vec<Channel>,
    /// Whether the first report of a unit may be approved in a batch.
    pub first_report: bool,
    /// For how many minutes the decisions of a batch that stopped half-way are held back after its last sign of life.
    pub hold_minutes: u32,
}

impl BatchPolicy {
    /// The same with what an office has decided otherwise. Nobody decides a sample away: of a batch at least one is seen.
    #[must_use]
    pub fn with(&self, own: &BatchOverride) -> Self {
        Self {
            enabled: own.enabled.unwrap_or(self.enabled),
            sample_percent: own.sample_percent.unwrap_or(self.sample_percent),
            sample_least: own.sample_least.unwrap_or(self.sample_least).max(1),
            most: own.most.unwrap_or(self.most),
            channels: own.channels.clone().unwrap_or_else(|| self.channels.clone()),
            first_report: own.first_report.unwrap_or(self.first_report),
            hold_minutes: own.hold_minutes.unwrap_or(self.hold_minutes),
        }
    }

    /// How many of a number of cases the sample has: the share, rounded up, at least the least, at most all.
    #[must_use]
    pub fn sample_size(&self, cases: usize) -> usize {
        let share = cases.saturating_mul(self.sample_percent.min(100) as usize).div_ceil(100);
        share.max(self.sample_least as usize).min(cases)
    }
}

/// What an office has decided otherwise about batches.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BatchOverride {
    /// Whether batches may be made at all.
    pub enabled: Option<bool>,
    /// The share that is drawn for the sample, in per cent.
    pub sample_percent: Option<u32>,
    /// How many are drawn at least.
    pub sample_least: Option<u32>,
    /// The most cases of one batch.
    pub most: Option<u32>,
    /// The channels whose reports may be approved in a batch.
    pub channels: Option<Vec<Channel>>,
    /// Whether the first report of a unit may be approved in a batch.
    pub first_report: Option<bool>,
    /// For how many minutes the decisions of a batch that stopped are held back.
    pub hold_minutes: Option<u32>,
}

/// The order in which cases are drawn for the sample: by the SHA-256 of the seed and the reference, so that whoever has
/// the logged seed can draw again and see that nothing was chosen by hand.
#[must_use]
pub fn drawing_order<'a>(seed: &str, cases: impl IntoIterator<Item = &'a Reference>) -> Vec<&'a Reference> {
    let ticket = |case: &Reference| Sha256::digest(format!("{seed}:{case}"));
    let mut order: Vec<_> = cases.into_iter().map(|case| (ticket(case), case)).collect();
    order.sort();
    order.into_iter().map(|(_, case)| case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(sample_percent: u32, sample_least: u32) -> BatchPolicy {
        BatchPolicy {
            enabled: true,
            sample_percent,
            sample_least,
            most: 1000,
            channels: vec![],
            first_report: false,
            hold_minutes: 30,
        }
    }

    #[test]
    fn a_sample_is_a_tenth_rounded_up_at_least_three_and_never_more_than_there_are() {
        let policy = policy(10, 3);
        for (cases, drawn) in [(0, 0), (1, 1), (2, 2), (3, 3), (29, 3), (30, 3), (31, 4), (100, 10), (101, 11)] {
            assert_eq!(policy.sample_size(cases), drawn, "{cases}");
        }
    }

    #[test]
    fn the_same_seed_draws_the_same_cases_whatever_order_they_are_given_in_and_another_seed_others() {
        let cases: Vec<Reference> = (0..40).map(Reference::access).collect();
        let drawn = drawing_order("seed", &cases);
        let turned: Vec<Reference> = cases.iter().rev().cloned().collect();
        assert_eq!(drawn, drawing_order("seed", &turned));
        assert_ne!(drawn, drawing_order("other", &cases));
        assert_eq!(drawn.len(), 40);
    }

    #[test]
    fn the_number_of_a_batch_is_read_as_it_is_written_and_nothing_else_is() {
        assert_eq!("b-0007".parse(), Ok(BatchId(7)));
        assert_eq!(BatchId(12345).to_string().parse(), Ok(BatchId(12345)));
        for text in ["", "7", "B-", "B-x", "B-99999999999", "B-+1"] {
            assert!(text.parse::<BatchId>().is_err(), "{text}");
        }
    }
}
