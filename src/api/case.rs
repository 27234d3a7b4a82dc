//! One case in full: a report with all its versions and earlier figures, or an access request.
//! Imports `domain`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{EarlierApplication, Permission},
    audit::Receipt,
    me::UnitView,
    review::Weight,
    tasks::TaskRow,
};
use crate::domain::{
    access::{AccessRole, Applicant, Application, Sign},
    batch::BatchId,
    decision::DecisionKind,
    delivery::{Miss, Receipt as DeliveryReceipt},
    event::EventKind,
    extension::ExtensionCount,
    finding::{FindingId, Question, Review},
    form::Form,
    letter::Letter,
    period::{Period, PeriodId},
    report::{Breaches, Reference, Values, Version},
    task::Delivery,
    unit::UnitNo,
};

/// One case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Case {
    /// A half-yearly report.
    Report(Box<ReportCase>),
    /// An access request.
    Access(Box<AccessCase>),
}

impl Case {
    /// Its row in the queue.
    #[must_use]
    pub fn row(&self) -> &TaskRow {
        match self {
            Self::Report(case) => &case.row,
            Self::Access(case) => &case.row,
        }
    }

    /// Its row in the queue, to change it.
    pub fn row_mut(&mut self) -> &mut TaskRow {
        match self {
            Self::Report(case) => &mut case.row,
            Self::Access(case) => &mut case.row,
        }
    }

    /// Its reference.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        &self.row().reference
    }

    /// Its draft, if there is one.
    #[must_use]
    pub fn draft(&self) -> Option<&Draft> {
        match self {
            Self::Report(case) => case.draft.as_ref(),
            Self::Access(case) => case.draft.as_ref(),
        }
    }

    /// Puts another draft on it.
    pub fn put_draft(&mut self, draft: Draft) {
        match self {
            Self::Report(case) => case.draft = Some(draft),
            Self::Access(case) => case.draft = Some(draft),
        }
    }

    /// Its timeline, oldest first.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        match self {
            Self::Report(case) => &case.events,
            Self::Access(case) => &case.events,
        }
    }

    /// Leaves the lines of the read log out of the timeline.
    pub fn hide_openings(&mut self) {
        let events = match self {
            Self::Report(case) => &mut case.events,
            Self::Access(case) => &mut case.events,
        };
        events.retain(|event| event.kind != EventKind::Opened);
    }

    /// Its decisions, oldest first.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        match self {
            Self::Report(case) => &case.decisions,
            Self::Access(case) => &case.decisions,
        }
    }
}

impl Case {
    /// Everything that was sent, or is to be: what belongs to the decisions, oldest first, and then the rest.
    pub fn deliveries(&self) -> impl Iterator<Item = &DeliveryView> {
        let (decisions, others) = match self {
            Self::Report(case) => (&case.decisions, &case.deliveries),
            Self::Access(case) => (&case.decisions, &case.deliveries),
        };
        decisions.iter().flat_map(|made| &made.deliveries).chain(others)
    }
}

/// A report under review, or one that is solved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportCase {
    /// Its row in the queue.
    pub row: TaskRow,
    /// The period with its dates.
    pub period: Period,
    /// The form it was asked with.
    pub form: Form,
    /// The unit as it is in the period.
    pub unit: UnitView,
    /// All versions, oldest first; never empty.
    pub versions: Vec<Version>,
    /// The figures of earlier periods, newest first.
    pub earlier: Vec<Earlier>,
    /// Why earlier figures are missing, when the unit's borders changed.
    pub break_in_series: bool,
    /// What the rules say of the newest version.
    pub review: Review,
    /// What is open, and how urgent that makes it.
    pub weight: Weight,
    /// The return comment that is suggested.
    pub letter: Letter,
    /// How many decisions of the extension register fall into the period; nothing outside the office.
    #[serde(default)]
    pub registered: ExtensionCount,
    /// The draft, if there is one.
    pub draft: Option<Draft>,
    /// All decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// What was sent beside the decisions: questions, and a request to have an approval back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deliveries: Vec<DeliveryView>,
    /// The timeline, oldest first.
    pub events: Vec<Event>,
}

impl ReportCase {
    /// The newest version.
    #[must_use]
    pub fn newest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The figures of an earlier period.
    #[must_use]
    pub fn figures(&self, period: &PeriodId) -> Option<&Earlier> {
        self.earlier.iter().find(|earlier| earlier.period == *period)
    }
}

/// The approved figures of an earlier period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Earlier {
    /// The period.
    pub period: PeriodId,
    /// The unit's number at the time.
    pub unit: UnitNo,
    /// The figures.
    pub values: Values,
    /// The extension count (7A) that was approved.
    pub extensions: Option<u32>,
    /// The breaches that were left (7B, 7C).
    pub breaches: Option<Breaches>,
}

/// An access request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AccessCase {
    /// Its row in the queue.
    pub row: TaskRow,
    /// The application as it came.
    pub application: Application,
    /// The unit the applicant chose.
    pub unit: UnitView,
    /// What the applicant seems to be.
    pub applicant: Applicant,
    /// By which signs.
    pub signs: Vec<Sign>,
    /// Earlier applications that seem to be of the same person: the same e-mail address or telephone, or the same name for
    /// the same unit.
    pub earlier: Vec<EarlierApplication>,
    /// The role that is suggested; none for somebody who seems to be external.
    pub suggested: Option<AccessRole>,
    /// That the one who asks is the applicant, and must leave the decision to a colleague.
    pub own: bool,
    /// The application through which the applicant has the suggested access already.
    pub held: Option<Reference>,
    /// The person who was logged in when the application was sent.
    pub sent_by: Option<String>,
    /// The access that was given, for a granted application.
    pub permission: Option<Permission>,
    /// The draft, if there is one.
    pub draft: Option<Draft>,
    /// All decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// What was sent beside the decisions: questions, and a request to have an approval back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deliveries: Vec<DeliveryView>,
    /// The timeline, oldest first.
    pub events: Vec<Event>,
}

/// What a reviewer has begun (*utkast*): one per case, with whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Draft {
    /// Whose it is: the person's id. The backend sets it.
    pub person: String,
    /// Whose it is: the person's name. The backend sets it.
    pub name: String,
    /// When it was saved. The backend sets it.
    pub saved_at: Option<Timestamp>,
    /// The version it was made on.
    pub version: u32,
    /// The extension count as it was typed; not yet judged.
    pub extensions: String,
    /// The comment.
    pub comment: String,
    /// The findings that the comment asks about; none while nobody has chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Vec<FindingId>>,
    /// The numbers of the sections that were seen.
    pub seen: BTreeSet<u8>,
    /// Internal notes by point key; they never leave the office.
    pub notes: BTreeMap<String, String>,
    /// Keys of the points that are bookmarked.
    pub bookmarks: BTreeSet<String>,
}

impl Draft {
    /// True when it was stored by the same person at the same moment: who has read the one has read the other.
    #[must_use]
    pub fn is_the_same_as(&self, other: &Self) -> bool {
        (&self.person, self.saved_at) == (&other.person, other.saved_at)
    }

    /// Takes over what stands in another draft where nothing stands in this one: notes, bookmarks, the count, the comment.
    pub fn keep_notes_of(&mut self, other: Self) {
        for (point, note) in other.notes {
            self.notes.entry(point).or_insert(note);
        }
        self.bookmarks.extend(other.bookmarks);
        for (own, others) in [(&mut self.extensions, other.extensions), (&mut self.comment, other.comment)] {
            if own.is_empty() {
                *own = others;
            }
        }
    }

    /// True when something was typed in it.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !(self.extensions.is_empty() && self.comment.is_empty() && self.notes.is_empty())
    }

    /// The colleague whose draft it is: somebody else, who has typed something in it.
    #[must_use]
    pub fn colleague(&self, me: &str) -> Option<&str> {
        (self.says_something() && !self.person.is_empty() && self.person != me).then_some(self.name.as_str())
    }
}

/// A decision that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Decision {
    /// What was decided.
    pub kind: DecisionKind,
    /// On which version.
    pub version: u32,
    /// By whom: the person's id.
    pub person: String,
    /// By whom: the person's name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// The extension count (7A).
    pub extensions: Option<u32>,
    /// The breaches that are left (7B, 7C).
    pub breaches: Option<Breaches>,
    /// The comment.
    pub comment: Option<String>,
    /// What a return asked about: its reason codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Question>,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
    /// The batch it was made in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<BatchId>,
    /// The receipt, once it cannot be taken back any more; the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Receipt>,
    /// What it sends, and where that stands.
    pub deliveries: Vec<DeliveryView>,
}

/// A delivery: what goes to whom, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeliveryView {
    /// Its id, which the recipient sees too: mail has it as its message id, the hand-over as its key.
    pub id: String,
    /// `mail` or `bufdir`.
    pub channel: String,
    /// To whom.
    pub recipient: String,
    /// Where it stands.
    pub state: Delivery,
    /// When it left, or was last tried.
    pub at: Option<Timestamp>,
    /// When it may leave.
    pub release_at: Timestamp,
    /// How it failed; none when it has not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
    /// What the directorate's system answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<DeliveryReceipt>,
}

/// Why a delivery has not left, and what happens now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Trouble {
    /// Since when it fails.
    pub since: Timestamp,
    /// Why the last try failed.
    pub miss: Miss,
    /// What the other side said, cleaned; may be empty.
    pub answer: String,
    /// How many tries there were.
    pub tries: u32,
    /// When it is tried again; none when it was given up.
    pub next_try: Option<Timestamp>,
    /// When it was given up: somebody has to look at it.
    pub given_up_at: Option<Timestamp>,
}

/// One line of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Event {
    /// Its number in the backend's log.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
    /// Who: a name, or the backend itself.
    pub actor: String,
    /// The version it speaks of.
    pub version: u32,
    /// The decision, for `confirmed` and `undone`.
    pub decision: Option<DecisionKind>,
    /// The extension count, for an approval.
    pub extensions: Option<u32>,
    /// The comment, or the recipient of a delivery.
    pub text: Option<String>,
}
