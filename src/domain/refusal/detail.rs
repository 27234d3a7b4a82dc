//! What exactly is wrong with a search, a file or an application.
//! Imports nothing.

mod reference;

pub use self::reference::ReferenceFault;
use serde::{Deserialize, Serialize};

/// What is wrong with a term of a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum QueryFault {
    /// No term begins with this word and a colon.
    UnknownKey {
        /// As it was given.
        given: String,
        /// The words that may stand there.
        allowed: String,
    },
    /// The word after the colon is none of those that may stand there.
    UnknownValue {
        /// The word before the colon.
        key: String,
        /// As it was given.
        given: String,
        /// The words that may stand there.
        allowed: String,
    },
    /// Nothing stands after the colon.
    NoValue {
        /// The word before the colon.
        key: String,
    },
    /// Nothing stands after the colon, where one of some words must stand.
    NoWord {
        /// The word before the colon.
        key: String,
        /// The words that may stand there.
        allowed: String,
    },
    /// Not a date, and no number of days.
    NotADate {
        /// The word before the colon.
        key: String,
        /// As it was given.
        given: String,
    },
    /// Not a whole number.
    NotANumber {
        /// The word before the colon.
        key: String,
        /// As it was given.
        given: String,
    },
    /// A comparison where there is no order.
    NoOrder {
        /// The word before the colon.
        key: String,
    },
    /// Nothing stands after the mark that leaves out.
    NothingLeftOut,
    /// A quotation mark is not closed.
    OpenQuote,
    /// The search is longer than is read.
    TooLong {
        /// The most characters.
        limit: u32,
    },
    /// The search has more terms than are read.
    TooMany {
        /// The most terms.
        limit: u32,
    },
    /// Only an office can ask about this.
    NotForRole {
        /// The word before the colon.
        key: String,
    },
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum FileFault {
    /// Not UTF-8.
    Encoding,
    /// UTF-16.
    Utf16,
    /// Not text at all: it holds control characters.
    Binary,
    /// Neither `.json` nor `.csv`.
    UnknownType,
    /// Larger than is read.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The JSON stops or does not parse; the reader's own words.
    Json {
        /// What the reader says.
        detail: String,
    },
    /// A column is missing.
    MissingColumn {
        /// Its name.
        column: String,
    },
    /// A column that no file of this kind has.
    UnknownColumn {
        /// Its name.
        column: String,
    },
    /// A column stands twice.
    ColumnTwice {
        /// Its name.
        column: String,
    },
    /// A row has too few or too many cells.
    Cells,
    /// A quotation mark is not closed in its own line.
    Quote,
    /// More than one unit or period in one file.
    Mixed,
    /// More than one report where one is asked for.
    SeveralReports {
        /// How many.
        count: u32,
    },
    /// A second row for the same unit and half-year.
    ReportTwice {
        /// The unit.
        unit: String,
    },
    /// Nothing in it.
    Empty,
}

/// What speaks against granting an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ApplicationFault {
    /// The applicant was taken away as a person: nobody would have what is granted.
    ApplicantGone,
    /// The address is not the own unit's.
    OtherAddress,
    /// The address is one that the districts of a municipality share.
    SharedAddress,
    /// There is an earlier application of the same applicant.
    AppliedBefore {
        /// It.
        reference: String,
    },
    /// More information was asked for.
    QuestionOpen,
}

/// A report that was said to be computed from the register, and cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum OriginFault {
    /// The unit is not approved for the register in the period.
    NotOnRegister {
        /// The unit's number.
        unit: String,
        /// The period.
        period: String,
    },
}

/// Reference data that cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BadReference {
    /// Which.
    pub about: String,
    /// Why.
    pub fault: ReferenceFault,
}

/// What a colleague has to do with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum TogetherFault {
    /// Nobody of this id decides for the office.
    NoSuchColleague {
        /// As it was given.
        given: String,
    },
    /// A colleague has begun a draft, or written on it, since it was read.
    ColleagueWrote {
        /// Who.
        name: String,
    },
}
