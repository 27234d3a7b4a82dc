//! A named person and what they may do.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use super::{office::OfficeId, unit::UnitNo};

/// A role, as in the table «who may do what».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Submits and reads the reports of one unit.
    Municipality,
    /// Reads an office's cases.
    Reader,
    /// Decides an office's cases (*saksbehandler*).
    Reviewer,
    /// Decides, and may undo a colleague's decision (*leder*).
    Leader,
    /// The directorate: receives approved reports, decides external applicants.
    Bufdir,
    /// Administers users, units, periods and forms.
    Admin,
}

impl Role {
    /// True when the role reads an office's cases.
    #[must_use]
    pub fn reads_cases(self) -> bool {
        matches!(self, Self::Reader | Self::Reviewer | Self::Leader)
    }

    /// True when the role decides an office's cases.
    #[must_use]
    pub fn decides(self) -> bool {
        matches!(self, Self::Reviewer | Self::Leader)
    }

    /// True when the role may take back a colleague's decision inside the window.
    #[must_use]
    pub fn undoes_for_others(self) -> bool {
        matches!(self, Self::Leader)
    }

    /// True when the role submits reports of its unit.
    #[must_use]
    pub fn submits(self) -> bool {
        matches!(self, Self::Municipality)
    }

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Reader => "reader",
            Self::Reviewer => "reviewer",
            Self::Leader => "leader",
            Self::Bufdir => "bufdir",
            Self::Admin => "admin",
        }
    }

    /// The role with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Municipality, Self::Reader, Self::Reviewer, Self::Leader, Self::Bufdir, Self::Admin]
            .into_iter()
            .find(|role| role.as_str() == name)
    }
}

/// A named person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// A short id, stable for ever.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail address at work.
    pub email: String,
    /// Telephone at work.
    pub phone: String,
    /// Role.
    pub role: Role,
    /// The office, for its staff.
    #[serde(default)]
    pub office: Option<OfficeId>,
    /// The unit, for a municipality's person.
    #[serde(default)]
    pub unit: Option<UnitNo>,
}
