//! What an administrator has set over the reference data that is built in (*endring av grunndata*).
//! Imports nothing of the crate.

use serde::{Deserialize, Serialize};

/// What kind of reference data it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// Reporting periods with their dates.
    Periods,
    /// What the extension count (7A) is for units that type the form from a new case system, by period.
    Counts,
    /// Versions of the form.
    Forms,
    /// Rule packs.
    Rules,
    /// What is said of the offices.
    Offices,
    /// What is corrected of units: their written language.
    Units,
    /// The letters of the directorate that are added to those built in.
    Letters,
    /// The words of mails, reminders and return comments.
    Templates,
    /// Public holidays.
    Holidays,
    /// Which units there are from a day on: their names, offices and borders.
    Borders,
}

impl ReferenceKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Periods,
        Self::Counts,
        Self::Forms,
        Self::Rules,
        Self::Offices,
        Self::Units,
        Self::Letters,
        Self::Templates,
        Self::Holidays,
        Self::Borders,
    ];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Periods => "periods",
            Self::Counts => "counts",
            Self::Forms => "forms",
            Self::Rules => "rules",
            Self::Offices => "offices",
            Self::Units => "units",
            Self::Letters => "letters",
            Self::Templates => "templates",
            Self::Holidays => "holidays",
            Self::Borders => "borders",
        }
    }

    /// The kind with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Something that is set: the newest of a kind and a name holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Amendment {
    /// What kind of reference data it is.
    pub kind: ReferenceKind,
    /// Which of them: a period, a version, a number.
    pub name: String,
    /// From which period or day it holds.
    pub from: String,
    /// What it says, as its kind is written.
    pub content: String,
}

/// What is set of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidaySetting {
    /// What the holiday is called; none where the day is no holiday.
    pub name: Option<String>,
}
