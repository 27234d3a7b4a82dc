//! Batches on the wire: what is asked for, where one stands, and what came of each case.
//! Imports `domain`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::fault::{Fault, FaultKind};
use crate::domain::{
    access::AccessRole,
    batch::{BatchId, BatchKind, BatchPolicy, BatchState, ItemState, Sample},
    refusal::Refusal,
    report::{Breaches, Reference},
    task::State,
    unit::UnitNo,
};

/// A batch that somebody wants to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBatch {
    /// What shall be done with every case.
    pub kind: BatchKind,
    /// The cases, in the order in which they are shown and decided.
    pub items: Vec<NewItem>,
    /// The common text of a batch of returns.
    #[serde(default)]
    pub comment: Option<String>,
}

/// A case that shall be in a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewItem {
    /// The case; of a reminder, the one that the report would be.
    pub reference: Reference,
    /// The version that was seen; without it the newest.
    #[serde(default)]
    pub version: Option<u32>,
    /// The extension count (7A); without it the one of the draft.
    #[serde(default)]
    pub extensions: Option<u32>,
}

/// A batch, with or without its cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Batch {
    /// Its number.
    pub id: BatchId,
    /// What is done with every case.
    pub kind: BatchKind,
    /// Where it stands.
    pub state: BatchState,
    /// Whose it is: the person's id.
    pub person: String,
    /// Whose it is: the person's name.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// What the sample was drawn from: whoever has it can draw again.
    pub seed: String,
    /// How many cases of the sample must have been looked at.
    pub needed: u32,
    /// The policy it was made under.
    pub policy: BatchPolicy,
    /// The common text of a batch of returns.
    pub comment: Option<String>,
    /// When the dry run was shown last.
    pub checked_at: Option<Timestamp>,
    /// When the number was typed.
    pub confirmed_at: Option<Timestamp>,
    /// When the last decision was made.
    pub ended_at: Option<Timestamp>,
    /// Until when the whole batch can be taken back.
    pub undo_until: Option<Timestamp>,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
    /// Its cases in numbers.
    pub tally: Tally,
    /// Its cases; empty in a list of batches.
    #[serde(default)]
    pub items: Vec<Item>,
}

impl Batch {
    /// How many cases of the sample nobody has looked at.
    #[must_use]
    pub fn unseen(&self) -> u32 {
        self.needed.min(self.tally.waiting).saturating_sub(self.tally.accepted)
    }
}

/// The cases of a batch in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Tally {
    /// All of them.
    pub all: u32,
    /// That wait for their turn.
    pub waiting: u32,
    /// That the policy refused.
    pub refused: u32,
    /// That a person took out.
    pub taken_out: u32,
    /// That are decided.
    pub decided: u32,
    /// That fell out since.
    pub dropped: u32,
    /// That were decided and taken back.
    pub undone: u32,
    /// Of the waiting and decided ones, that the sample holds and somebody looked at.
    pub accepted: u32,
}

/// One case of a batch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Item {
    /// The case.
    pub reference: Reference,
    /// The unit; none for a case that nobody knows.
    pub unit: Option<UnitNo>,
    /// The unit's name.
    pub unit_name: String,
    /// The version that is decided on.
    pub version: u32,
    /// The extension count (7A).
    pub extensions: Option<u32>,
    /// As what access is granted, for an access request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<AccessRole>,
    /// The breaches that are left (7B, 7C).
    pub breaches: Option<Breaches>,
    /// The comment that is sent.
    pub comment: Option<String>,
    /// Whether it is in the sample.
    pub sample: Sample,
    /// Where it stands.
    pub state: ItemState,
    /// Why it is not decided.
    pub why: Option<Reason>,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
}

/// Why a case of a batch is not decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reason {
    /// What kind of failure.
    pub kind: FaultKind,
    /// The reasons of a refusal.
    #[serde(default)]
    pub refusals: Vec<Refusal>,
    /// The newest version, when that is why.
    #[serde(default)]
    pub version: Option<u32>,
    /// Where the case stands, when somebody else decided it.
    #[serde(default)]
    pub state: Option<State>,
    /// Who got there first.
    #[serde(default)]
    pub by: Option<String>,
}

impl From<Fault> for Reason {
    fn from(fault: Fault) -> Self {
        let Fault { kind, refusals, version, state, by, .. } = fault;
        Self { kind, refusals, version, state, by }
    }
}

impl From<Reason> for Fault {
    fn from(reason: Reason) -> Self {
        let Reason { kind, refusals, version, state, by } = reason;
        Self { refusals, version, state, by, ..Self::new(kind) }
    }
}

/// What a batch would be made of; nothing is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Preview {
    /// How many of those that would be decided a colleague has taken.
    #[serde(default)]
    pub taken: u32,
    /// How many cases the sample would have.
    pub needed: u32,
    /// The cases, with the reasons of those that are refused.
    pub items: Vec<Item>,
}

/// The batches of an office, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BatchList {
    /// The batches, without their cases.
    pub batches: Vec<Batch>,
}

/// What a person says of a case of the sample after having looked at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SampleVerdict)]
pub struct Verdict {
    /// The case.
    pub reference: Reference,
    /// The version that was looked at.
    pub version: u32,
    /// In order, or out of the batch.
    pub verdict: VerdictKind,
}

/// In order, or out of the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// It was looked at and is in order.
    Accept,
    /// It shall not be decided with the others; another one is drawn in its place.
    TakeOut,
}

/// The dry run: exactly what would be sent, and to whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DryRun {
    /// How many of those that would be decided a colleague has taken.
    #[serde(default)]
    pub taken: u32,
    /// The batch as it stands now.
    pub batch: Batch,
    /// What would be sent, a line per case.
    pub lines: Vec<DryRunLine>,
}

/// What would be sent for one case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DryRunLine {
    /// The case.
    pub reference: Reference,
    /// The unit's name.
    pub unit_name: String,
    /// The version.
    pub version: u32,
    /// The extension count (7A).
    pub extensions: Option<u32>,
    /// As what access is granted, for an access request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<AccessRole>,
    /// To whom something goes.
    pub recipients: Vec<String>,
}

/// Bekreft for a batch, or going on with one that was confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RunRequest {
    /// The number that was typed: how many cases are decided. Required the first time.
    pub count: Option<u32>,
    /// How many decisions this request makes at most.
    pub most: Option<u32>,
}

/// How far a batch has come, and what came of the cases of this request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = BatchProgress)]
pub struct Progress {
    /// The batch, without its cases.
    pub batch: Batch,
    /// What came of each case of this request.
    pub results: Vec<ItemResult>,
}

/// What came of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemResult {
    /// The case.
    pub reference: Reference,
    /// Where it stands now.
    pub state: ItemState,
    /// Why it is not decided, or not taken back.
    pub why: Option<Reason>,
}

impl From<Item> for ItemResult {
    fn from(item: Item) -> Self {
        let Item { reference, state, why, .. } = item;
        Self { reference, state, why }
    }
}

/// What can be asked of a backend about batches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BatchDeed {
    /// Tell what one would be made of.
    Preview(NewBatch),
    /// Make one.
    Make(NewBatch),
    /// Those with something left to do.
    Unfinished,
    /// All of the office, the newest first.
    All,
    /// One with its cases.
    Show(BatchId),
    /// What a person says of a case of the sample.
    Verdict(BatchId, Verdict),
    /// What it would send.
    DryRun(BatchId),
    /// Confirm it, or go on with it.
    Run(BatchId, RunRequest),
    /// Take it back.
    Undo(BatchId),
    /// Make it ready once more.
    Redo(BatchId),
    /// Give up what is left of it.
    Stop(BatchId),
}

impl BatchDeed {
    /// True when it changes nothing.
    #[must_use]
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::Unfinished | Self::All | Self::Show(_) | Self::Preview(_))
    }
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum BatchAnswer {
    /// What one would be made of.
    Preview(Preview),
    /// A batch with its cases.
    Batch(Batch),
    /// Batches without theirs.
    List(BatchList),
    /// What would be sent.
    DryRun(DryRun),
    /// How far it has come.
    Progress(Progress),
}
