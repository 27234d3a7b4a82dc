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
}

impl ReferenceKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Periods, Self::Counts, Self::Forms, Self::Rules, Self::Offices, Self::Units];

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
        }
    }

    /// The kind with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Something that is set: the newest of a kind and a name holds.
#[derive(Debug, Clone, PartialEq, Eq)]
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
