//! Who the caller is, and the lists that seldom change: units, offices, periods, forms.
//! Imports `domain`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::login::SessionView;
use crate::domain::{
    channel::Approval,
    office::{Office, OfficeId},
    period::{Period, PeriodId},
    person::Role,
    unit::{Assumed, Channel, ExtensionRule, Language, UnitKind, UnitNo},
};

/// The caller and what the program needs to know at its start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// E-mail address at work.
    pub email: String,
    /// Telephone at work.
    #[serde(default)]
    pub phone: String,
    /// The role.
    pub role: Role,
    /// The office, for its staff.
    pub office: Option<OfficeId>,
    /// The office's name, for its staff.
    pub office_name: Option<String>,
    /// The office's short name, for its staff.
    pub office_short: Option<String>,
    /// The unit, for a municipality's person.
    pub unit: Option<UnitNo>,
    /// True when every figure is made up (*demo*).
    pub demo: bool,
    /// The undo window in seconds.
    pub undo_seconds: u32,
    /// The backend's clock.
    pub now: Timestamp,
    /// The period that is reported now.
    pub period: Option<Period>,
    /// The backend's version.
    pub version: String,
    /// True for a person who has logged in and must first tell how they are reached.
    #[serde(default)]
    pub needs_registration: bool,
    /// The login by which the person asks; none for a token of their own.
    #[serde(default)]
    pub session: Option<Box<SessionView>>,
}

/// A reporting unit as it is in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitView {
    /// Its number.
    pub no: UnitNo,
    /// Its Norwegian name.
    pub name: String,
    /// Its full double name where it has one.
    pub also: Option<String>,
    /// Municipality, district or other.
    pub kind: UnitKind,
    /// The county's name.
    pub county: String,
    /// The office that reviews its reports.
    pub office: OfficeId,
    /// Whether it reports itself.
    pub reports: bool,
    /// Children 0–17 in the border year.
    pub children: Option<u32>,
    /// Its written language (*målform*).
    pub language: Assumed<Language>,
    /// How it reports in the period.
    pub channel: Assumed<Channel>,
    /// Its case system (*fagsystem*).
    pub case_system: AssumedName,
    /// Whether the extension count is required, optional or forbidden.
    pub extension_rule: ExtensionRule,
    /// The rule in one sentence, where it needs one.
    pub extension_why: Option<String>,
    /// The letter the rule rests on.
    pub extension_letter: Option<String>,
    /// Where it stands on its way to the register, where that is recorded.
    #[serde(default)]
    pub approval: Option<ApprovalView>,
}

/// Where a unit stands on its way to the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApprovalView {
    /// The status, since when, and by which letter.
    #[serde(flatten)]
    pub approval: Approval,
    /// When the next step is expected at the earliest.
    pub earliest: Option<Date>,
    /// When the next step is expected at the latest.
    pub latest: Option<Date>,
}

/// A name together with whether it is official or only assumed (*antatt*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AssumedName {
    /// The name.
    pub value: String,
    /// True when no official source gives it.
    pub assumed: bool,
}

/// The reporting units of an office in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitList {
    /// The period.
    pub period: PeriodId,
    /// The units.
    pub units: Vec<UnitView>,
}

/// All periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PeriodList {
    /// In order.
    pub periods: Vec<Period>,
    /// Public holidays.
    pub holidays: Vec<Date>,
}

/// All offices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfficeList {
    /// In the order of the file.
    pub offices: Vec<Office>,
}

/// The form versions there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FormList {
    /// Oldest first.
    pub forms: Vec<FormBrief>,
}

/// A form version without its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FormBrief {
    /// Its version.
    pub version: String,
    /// The first period asked with it.
    pub from: PeriodId,
    /// What a reader must know of how sure it is.
    pub note: String,
}

/// Whether the backend is alive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// Always `ok` when it answers.
    pub status: String,
    /// The backend's version.
    pub version: String,
}
