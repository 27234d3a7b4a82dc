//! How the units of an office stand in a period, one unit's page, reminders, and taking a notice back.
//! Imports `domain`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    extensions::ExtensionEntry,
    me::{AssumedName, UnitView},
    review::Weight,
    tasks::TaskRow,
};
use crate::domain::{
    contact::Contact,
    extension::ExtensionCount,
    period::{Period, PeriodId},
    refusal::Refusal,
    report::Reference,
    task::{Badge, Delivery, State},
    unit::{Assumed, Channel, Language, UnitKind, UnitNo},
};

/// How a unit stands in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A report is due and has not come (*ikke levert*).
    Missing,
    /// Its report waits for the office.
    Open,
    /// Its report is back with it for correction.
    Returned,
    /// Its report is approved.
    Approved,
    /// No form is due: it reports through the register (*ikke ventet*).
    NotExpected,
}

/// The last reminder of a unit in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LastReminder {
    /// When.
    pub at: Timestamp,
    /// By whom: the person's name.
    pub by: String,
    /// How many times the unit was reminded in the period.
    pub times: u32,
    /// Where the mail stands.
    pub delivery: Option<Delivery>,
}

/// A unit in a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UnitRow {
    /// Its number.
    pub no: UnitNo,
    /// Its name.
    pub name: String,
    /// Its full double name where it has one.
    pub also: Option<String>,
    /// Municipality, district or other.
    pub kind: UnitKind,
    /// How it stands.
    pub state: Standing,
    /// What its report is called, whether it has come or not.
    pub reference: Reference,
    /// The newest version; none where nothing has come.
    pub version: Option<u32>,
    /// When the newest version came.
    pub received_at: Option<Timestamp>,
    /// The unit's deadline.
    pub deadline: Date,
    /// True when the deadline is derived and not published (*antatt*).
    pub deadline_assumed: bool,
    /// Days to the unit's deadline; negative when it has passed.
    pub days_left: i32,
    /// What its report is marked with.
    pub badges: Vec<Badge>,
    /// What is open in its report, while it waits for the office.
    pub weight: Option<Weight>,
    /// How it reports.
    pub channel: Assumed<Channel>,
    /// Its case system.
    pub case_system: AssumedName,
    /// Its written language.
    pub language: Assumed<Language>,
    /// Who answers for it; none where nobody has told us.
    pub contact: Option<Contact>,
    /// The last reminder.
    pub reminded: Option<LastReminder>,
}

/// The units of an office in a period, those that have not delivered first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UnitStandings {
    /// The period.
    pub period: Period,
    /// Today by the backend's clock.
    pub today: Date,
    /// How many have not delivered.
    pub missing: u32,
    /// The units.
    pub rows: Vec<UnitRow>,
}

/// A member of a co-operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Member {
    /// Its number.
    pub no: UnitNo,
    /// Its name; the number where the unit is not known in the period.
    pub name: String,
    /// How it stands; none for a unit of another office.
    pub state: Option<Standing>,
}

/// The sum of a point over the members of a co-operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CooperationSum {
    /// The point's key.
    pub key: String,
    /// Its code and label.
    pub label: String,
    /// The sum; none where a member is missing, never a part of it.
    pub sum: Option<u32>,
}

/// A co-operation that a unit is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CooperationView {
    /// What it is called.
    pub name: String,
    /// True where it is invented (the demo).
    pub made_up: bool,
    /// The unit that runs it.
    pub host: UnitNo,
    /// Its members.
    pub members: Vec<Member>,
    /// Sums over its members.
    pub sums: Vec<CooperationSum>,
}

/// A report of a unit in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitReport {
    /// The case.
    pub reference: Reference,
    /// The period.
    pub period: PeriodId,
    /// Its newest version.
    pub version: u32,
    /// Where it stands.
    pub state: State,
    /// When the newest version came.
    pub received_at: Timestamp,
    /// What it is marked with.
    pub badges: Vec<Badge>,
    /// How many times it was returned.
    pub returns: u32,
    /// When it was decided last.
    pub decided_at: Option<Timestamp>,
    /// Who decided it last.
    pub decided_by: Option<String>,
}

/// Something that was written to a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitLetter {
    /// When it was decided to be sent.
    pub at: Timestamp,
    /// What it is.
    pub kind: LetterKind,
    /// What it is about: the reference of a report, or of a case of the extension register.
    pub about: String,
    /// Who sent it.
    pub by: String,
    /// To which address.
    pub recipient: String,
    /// Where it stands.
    pub delivery: Delivery,
}

/// What was written to a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// A report was returned.
    Return,
    /// A reminder.
    Reminder,
    /// A decision on an extension.
    Extension,
    /// A letter to many units.
    Letter,
}

/// Everything an office has on a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UnitPage {
    /// The unit as it is in the period.
    pub unit: UnitView,
    /// How it stands in the period.
    pub row: UnitRow,
    /// The period.
    pub period: Period,
    /// The co-operations it is in.
    pub cooperations: Vec<CooperationView>,
    /// Its reports, the newest period first.
    pub reports: Vec<UnitReport>,
    /// What was written to it, the newest first.
    pub letters: Vec<UnitLetter>,
    /// Access requests for it, the newest first.
    pub access: Vec<TaskRow>,
    /// The extension register, the newest first, corrected rows among them.
    pub extensions: Vec<ExtensionEntry>,
    /// How many decisions of the register fall into the period.
    pub count: ExtensionCount,
}

/// Purr: reminds units of a report that is missing. The idempotency key goes in `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RemindRequest {
    /// The period; without it the one that is reported now.
    pub period: Option<String>,
    /// The units' numbers; with none, every unit that has not delivered.
    pub units: Vec<String>,
    /// Also those that were reminded earlier today.
    pub again: bool,
    /// Only tell: nothing is stored or sent.
    pub dry_run: bool,
}

/// What is written to a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoticeText {
    /// To which address.
    pub recipient: String,
    /// In which language; `neutral` never stands here.
    pub language: Assumed<Language>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// What came of reminding one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reminded {
    /// The unit's number, as it was given where no unit has it.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// What is written to it; none where it is left out.
    pub notice: Option<NoticeText>,
    /// Why it is left out.
    pub refusal: Option<Refusal>,
}

/// Units are reminded, or would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RemindAnswer {
    /// The period.
    pub period: PeriodId,
    /// When.
    pub at: Timestamp,
    /// Until when all of it can be taken back; none when nothing was stored.
    pub undo_until: Option<Timestamp>,
    /// True when it was only told.
    pub dry_run: bool,
    /// True when this key was seen before and nothing new was stored.
    pub replayed: bool,
    /// Each unit, in the order in which they were named.
    pub units: Vec<Reminded>,
}

impl RemindAnswer {
    /// How many are written to.
    #[must_use]
    pub fn count(&self) -> usize {
        self.units.iter().filter(|unit| unit.notice.is_some()).count()
    }
}

/// Notices are taken back: none of them has left the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Withdrawn {
    /// The key they were sent with.
    pub key: Uuid,
    /// How many notices and rows of the register.
    pub count: u32,
    /// When.
    pub at: Timestamp,
}
