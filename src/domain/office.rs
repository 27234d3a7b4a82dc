//! A county governor's office (*embete*).
//! Imports `domain` only.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::unit::Language;

/// The short id of an office: `SFIN` is Innlandet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct OfficeId(pub String);

impl OfficeId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OfficeId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A county governor's office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its id.
    pub id: OfficeId,
    /// Its number in the register of legal entities.
    pub org_no: String,
    /// Its name until 2023.
    pub name_2023: String,
    /// Its name from 2024.
    pub name_2024: String,
    /// A short name for narrow places.
    pub short: String,
    /// The language it writes.
    pub language: Language,
    /// Its counties' numbers until 2023.
    pub counties_2023: Vec<String>,
    /// Its counties' numbers from 2024.
    pub counties_2024: Vec<String>,
    /// Its name in English.
    pub name_en: String,
}

impl Office {
    /// The name the office has in a year.
    #[must_use]
    pub fn name_in(&self, year: i16) -> &str {
        if year < 2024 { &self.name_2023 } else { &self.name_2024 }
    }
}
