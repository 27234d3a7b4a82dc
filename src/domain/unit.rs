//! A reporting unit (*rapporteringsenhet*): a municipality or a city district.
//! Imports `domain` only.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{office::OfficeId, refusal::Refusal};

/// The number of a reporting unit, text with its leading zeros: four digits for a *kommune*, six for a *bydel*, eight
/// for special services.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct UnitNo(String);

impl UnitNo {
    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for UnitNo {
    type Err = Refusal;

    /// Takes four, six or eight digits.
    ///
    /// # Errors
    /// [`Refusal::UnknownUnit`], with the number that lost its leading zero as a hint where that can be seen.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let digits = text.chars().all(|letter| letter.is_ascii_digit());
        match (digits, text.len()) {
            (true, 4 | 6 | 8) => Ok(Self(text.to_owned())),
            (true, 3 | 5 | 7) => Err(Refusal::UnknownUnit { given: text.to_owned(), hint: Some(format!("0{text}")) }),
            _ => Err(Refusal::UnknownUnit { given: text.chars().take(40).collect(), hint: None }),
        }
    }
}

impl fmt::Display for UnitNo {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What kind of unit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// A municipality.
    Kommune,
    /// A city district.
    Bydel,
    /// A special service (for unaccompanied minors, Longyearbyen).
    Annen,
}

/// The written language a unit has adopted (*målform*); a state body writes to it in that language (språklova § 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// No adopted language: the office chooses.
    Neutral,
}

/// How a unit reports in a period (*kanal*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Old case system: the form is typed, and point 7A is required.
    FormOld,
    /// New case system, not yet approved for the register: the form is typed by hand.
    FormNew,
    /// Approved for the register: no form is due; a computed report may arrive.
    Register,
}

/// Whether the office gives the extension count (7A) for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionRule {
    /// No approval without a count.
    Required,
    /// A count may be given.
    Optional,
    /// A count is refused.
    Forbidden,
}

/// What was corrected of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitCorrection {
    /// Its written language.
    pub language: Language,
    /// True when the unit itself, or an official source, says so.
    pub official: bool,
}

/// What becomes of a unit on a day: what is not said stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UnitChange {
    /// It is no unit any more.
    pub ends: bool,
    /// Its Norwegian name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its full name, as in several languages; empty for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<String>,
    /// The county's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub county_no: Option<String>,
    /// The county's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub county: Option<String>,
    /// Its office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// Whether it reports itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports: Option<bool>,
    /// Children 0–17, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children: Option<u32>,
    /// The units whose area it has, all of it or some; none where its borders are what they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<UnitNo>,
}

/// A value together with whether it is official or only assumed (*antatt*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Assumed<T> {
    /// The value itself.
    pub value: T,
    /// True when no official source gives it: the screen then says «antatt».
    pub assumed: bool,
}

/// A reporting unit within the borders of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its number.
    pub no: UnitNo,
    /// Its Norwegian name.
    pub name: String,
    /// Its full double name where it has one.
    pub also: Option<String>,
    /// Municipality, district or other.
    pub kind: UnitKind,
    /// The county's number, two digits.
    pub county_no: String,
    /// The county's name.
    pub county: String,
    /// The office that reviews its reports.
    pub office: OfficeId,
    /// False for a unit that does not report itself (Oslo: its districts do).
    pub reports: bool,
    /// Its written language.
    pub language: Assumed<Language>,
    /// Children 0–17 on 1 January of the border year, where known.
    pub children: Option<u32>,
}
