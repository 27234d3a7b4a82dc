//! Access to the published figures: who has it, how it is taken away, what it shows, and what an applicant chooses from.
//! Imports `domain`.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::decide::Received;
use crate::domain::{
    access::{AccessRole, Application},
    office::OfficeId,
    period::PeriodId,
    report::Reference,
    task::State,
    unit::UnitNo,
};

/// An earlier application that seems to be of the same person, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EarlierApplication {
    /// The application.
    pub reference: Reference,
    /// Where it stands.
    pub state: State,
    /// The unit that was chosen.
    pub unit_name: String,
    /// When it came.
    pub received_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// Who decided it.
    pub decided_by: Option<String>,
    /// Why it was rejected; only inside the office.
    pub reason: Option<String>,
    /// When the access that it gave was taken away.
    pub removed_at: Option<Timestamp>,
}

/// Access that somebody has, or had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Permission {
    /// The application through which it was given.
    pub reference: Reference,
    /// Who has it.
    pub name: String,
    /// The address in the application.
    pub email: String,
    /// As what.
    pub role: AccessRole,
    /// The office that gave it.
    pub office: OfficeId,
    /// The unit; for a colleague the one that had to be chosen.
    pub unit: UnitNo,
    /// The unit's name.
    pub unit_name: String,
    /// When it was given.
    pub granted_at: Timestamp,
    /// By whom.
    pub granted_by: String,
    /// When it was used last; none when it never was.
    pub last_used_at: Option<Timestamp>,
    /// How it was taken away.
    pub removed: Option<AccessRemoval>,
}

/// How access was taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessRemoval {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Whose access is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PermissionQuery {
    /// Only access that was used last before this day, or never and given before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>, format = Date)]
    pub unused_since: Option<Date>,
    /// Access that was taken away, too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

/// Who has access, the one used longest ago first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PermissionList {
    /// The rows.
    pub rows: Vec<Permission>,
}

/// Takes access away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveRequest {
    /// Why; the person is told.
    pub reason: String,
}

/// Access is taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessRemoved {
    /// The access as it was.
    pub permission: Permission,
    /// When.
    pub at: Timestamp,
    /// Who is told.
    pub recipient: String,
}

/// Which published figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PublishedQuery {
    /// Of this unit; without it of the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// The published figures of a unit (*Utrapportering*): of its approved reports that have left the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Published {
    /// Through which application the one who asks sees them.
    pub through: Reference,
    /// As what.
    pub role: AccessRole,
    /// The units whose figures may be asked for.
    pub units: Vec<UnitName>,
    /// Whose figures these are.
    pub unit: UnitName,
    /// The points of the newest form, in its order.
    pub points: Vec<PublishedPoint>,
    /// The reports, the newest first.
    pub reports: Vec<PublishedReport>,
}

/// A unit by its number and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitName {
    /// Its number.
    pub no: UnitNo,
    /// Its name.
    pub name: String,
}

/// A point of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PublishedPoint {
    /// Its key.
    pub key: String,
    /// Its code.
    pub code: String,
    /// Its label.
    pub label: String,
}

/// The published figures of one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PublishedReport {
    /// The half-year.
    pub period: PeriodId,
    /// The figures; empty is not 0.
    pub values: BTreeMap<String, Option<u32>>,
    /// The points whose figure is so small that it is not shown.
    pub hidden: Vec<String>,
}

/// The units an applicant chooses from: all that report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReportingUnits {
    /// The units by number.
    pub units: Vec<UnitName>,
}

/// Something about access, asked or done by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PortalWish {
    /// The published figures of a unit, or of the first one.
    Figures(Option<UnitNo>),
    /// The units an applicant chooses from.
    Units,
    /// Who has access.
    List(PermissionQuery),
    /// Take access away, with the key of the dialog.
    Remove(Uuid, Reference, RemoveRequest),
    /// Apply for access, with the key of the form.
    Apply(Uuid, Application),
}

impl PortalWish {
    /// True when it changes nothing but the last use.
    #[must_use]
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::Figures(_) | Self::Units | Self::List(_))
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PortalAnswer {
    /// The figures.
    Figures(Box<Published>),
    /// The units.
    Units(ReportingUnits),
    /// Who has access.
    List(PermissionList),
    /// Access is taken away.
    Removed(Box<AccessRemoved>),
    /// The application is received.
    Applied(Received),
}
