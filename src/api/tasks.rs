//! The queue and the archive: a query, and a window of rows.
//! Imports `domain`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{overview::Progress, review::Weight, views::ViewCount};
use crate::domain::{
    period::PeriodId,
    report::Reference,
    task::{Badge, Delivery, State, TaskKind},
    unit::UnitNo,
};

/// The most rows one answer carries.
pub const MOST_ROWS: u32 = 200;

/// Which tasks, in which order, and which window of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TaskQuery {
    /// Open or solved; the archive always asks for solved ones.
    pub scope: Scope,
    /// Only reports or only access requests.
    pub kind: Option<TaskKind>,
    /// Only this period.
    pub period: Option<String>,
    /// Only this unit.
    pub unit: Option<String>,
    /// Only corrected versions (version 2 and up).
    pub corrected: bool,
    /// Only reports without an open error or warning (`true`), or only those with one (`false`).
    pub clean: Option<bool>,
    /// Words that must all occur in name, number, reference or applicant; `!word` must not. Letters are folded
    /// (å = aa = a, ø = o), and the beginning letters of a name in their order are enough.
    pub text: String,
    /// A search with conditions, `status:open frist:<3d funn:feil gjøvik`: every term must hold, `!` and `-` leave out, a
    /// comma means or. What cannot be understood is refused (422) with a sentence.
    pub query: String,
    /// The column to sort on; the second key is always the reference.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
    /// The row number of the first row wanted.
    pub at: Option<u32>,
    /// A window with this reference in it; wins over `at`.
    pub around: Option<String>,
    /// Where the last answer said that the next or the previous window starts; wins over `at` and `around`.
    pub cursor: Option<String>,
    /// How many rows, at most 200.
    pub limit: Option<u32>,
}

/// Open tasks, solved ones, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Open tasks (*åpne oppgaver*).
    #[default]
    Open,
    /// Solved tasks (*løste oppgaver*), returned ones among them.
    Solved,
    /// Both.
    All,
}

/// A column that can be sorted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The score: what was found, and how near the deadline is; the highest first.
    #[default]
    Score,
    /// The office's deadline, then when the task arrived.
    Deadline,
    /// The reference.
    Reference,
    /// The unit's or applicant's name in Norwegian order.
    Name,
    /// Report or access request.
    Kind,
    /// The version.
    Version,
    /// When the newest version arrived.
    Received,
    /// When it was decided.
    Decided,
    /// The state.
    State,
    /// The unit's number.
    Unit,
    /// Errors, then warnings.
    Findings,
    /// Who has a draft on it; those without one last.
    Draft,
    /// Who has it; those that nobody has last.
    Holder,
    /// What the row is marked with: delivered too late, corrected, new.
    Badges,
    /// Who decided it last; those that nobody has decided last.
    DecidedBy,
    /// How many times it was returned.
    Returns,
    /// Where the deliveries of the last decision stand; those that failed first.
    Delivery,
}

impl Sort {
    /// Every column, in the order in which the program goes through them.
    pub const ALL: [Self; 17] = [
        Self::Score,
        Self::Deadline,
        Self::Reference,
        Self::Name,
        Self::Kind,
        Self::Version,
        Self::Received,
        Self::Decided,
        Self::State,
        Self::Unit,
        Self::Findings,
        Self::Draft,
        Self::Holder,
        Self::Badges,
        Self::DecidedBy,
        Self::Returns,
        Self::Delivery,
    ];

    /// True for a column that tells what happens inside an office.
    #[must_use]
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Score | Self::Findings | Self::Draft | Self::Holder | Self::Badges)
    }
}

/// Who has a task. Advice, not a lock: a colleague may still decide it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TaskHolder)]
pub struct Holder {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
}

/// One row of the queue or the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TaskRow {
    /// The reference of the case.
    pub reference: Reference,
    /// Report or access request.
    pub kind: TaskKind,
    /// Where it stands.
    pub state: State,
    /// The unit; of an access request the one the applicant chose.
    pub unit: UnitNo,
    /// The unit's name.
    pub unit_name: String,
    /// The applicant's name, for an access request.
    pub applicant: Option<String>,
    /// The period, for a report.
    pub period: Option<PeriodId>,
    /// The newest version; 1 for an access request.
    pub version: u32,
    /// When the newest version arrived.
    pub received_at: Timestamp,
    /// The office's deadline, for a report.
    pub deadline: Option<Date>,
    /// True when the deadline is derived and not published (*antatt*).
    pub deadline_assumed: bool,
    /// Days to the deadline by the backend's clock; negative when it has passed.
    pub days_left: Option<i32>,
    /// What the row is marked with.
    pub badges: Vec<Badge>,
    /// What is open in it and how urgent that makes it; for a report that waits for the office, inside the office.
    pub weight: Option<Weight>,
    /// Who has taken it or was given it; inside the office, while the task is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Holder>,
    /// Who else looks at it just now; inside the office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub viewers: Vec<String>,
    /// Who has a draft on it.
    pub draft_by: Option<String>,
    /// Who decided it last.
    pub decided_by: Option<String>,
    /// When it was decided last.
    pub decided_at: Option<Timestamp>,
    /// How many times it was returned.
    pub returns: u32,
    /// Where the deliveries of the last decision stand.
    pub delivery: Option<Delivery>,
    /// Until when the last decision can be taken back.
    pub undo_until: Option<Timestamp>,
}

/// How many tasks each view holds, whatever the text that is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Counts {
    /// All open tasks.
    pub all: u32,
    /// Open reports.
    pub reports: u32,
    /// Open reports without an open error or warning (*rene*).
    pub clean: u32,
    /// Open reports with one (*med funn*).
    pub findings: u32,
    /// Open reports in a corrected version.
    pub corrected: u32,
    /// Open access requests.
    pub access: u32,
    /// Solved tasks.
    pub solved: u32,
}

/// A window of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TaskPage {
    /// The rows.
    pub rows: Vec<TaskRow>,
    /// The row number of the first of them.
    pub at: u32,
    /// How many rows the query has in all.
    pub total: u32,
    /// How many tasks each view holds.
    pub counts: Counts,
    /// The views, built in and one's own, each with the number of its tasks in the same scope.
    #[serde(default)]
    pub views: Vec<ViewCount>,
    /// Where the next window starts.
    pub next: Option<String>,
    /// Where the previous window starts.
    pub previous: Option<String>,
    /// How far the office has come with the period that is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
}
