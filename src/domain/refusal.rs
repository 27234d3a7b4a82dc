//! Why something is refused: one reason per case, with the figures in it. The sentences lie in the text layer.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

/// A reason why input is refused. Both sides speak it: the program before sending, the backend always.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[error("refused: {self:?}")]
pub enum Refusal {
    /// No unit has this number in the period.
    UnknownUnit {
        /// As it was given.
        given: String,
        /// A number that may be meant.
        hint: Option<String>,
    },
    /// The unit does not report itself (Oslo: its districts do).
    UnitDoesNotReport {
        /// The unit's number.
        unit: String,
    },
    /// No such period.
    UnknownPeriod {
        /// As it was given.
        given: String,
    },
    /// The form has no such point.
    UnknownPoint {
        /// As it was given.
        given: String,
        /// A key that may be meant.
        hint: Option<String>,
    },
    /// No such reference.
    UnknownReference {
        /// As it was given.
        given: String,
    },
    /// A required point is empty (K01).
    MissingPoint {
        /// Its code.
        point: String,
        /// Its label.
        label: String,
    },
    /// Not a whole number of 0 or more.
    NotWhole {
        /// The point's code or key.
        point: String,
        /// As it was given.
        given: String,
    },
    /// A point that the municipality must not fill in.
    NotForUnit {
        /// Its code.
        point: String,
    },
    /// A point stands more than once.
    PointTwice {
        /// Its code or key.
        point: String,
    },
    /// The report has errors that nobody has accepted with a reason.
    OpenErrors {
        /// Their rules, «K12, K22».
        rules: String,
    },
    /// The report has no such finding (any more).
    NoSuchFinding {
        /// Its rule.
        rule: String,
    },
    /// The text holds a national identity number (K80).
    IdentityNumber {
        /// What kind of number: `birth_number`, `d_number` or `duf`.
        kind: String,
    },
    /// The extension count (7A) is required and missing.
    ExtensionsMissing,
    /// The extension count is not reported for this unit.
    ExtensionsForbidden,
    /// The count is larger than the reported 3–6-month cases.
    ExtensionsAboveReported {
        /// The count.
        given: u32,
        /// The reported cases (2E).
        reported: u32,
    },
    /// A count, though the unit reported no 3–6-month cases at all (2E is empty).
    ExtensionsWithoutCases {
        /// The count.
        given: u32,
    },
    /// The comment is empty or blank.
    BlankComment,
    /// The comment is longer than can be stored.
    LongComment {
        /// Its length in characters.
        length: u32,
        /// The longest allowed.
        limit: u32,
    },
    /// A field is empty, too long or not of its form.
    BadField {
        /// The field's name on the wire.
        field: String,
    },
    /// This version of the report exists already.
    SameVersion {
        /// The newest version.
        newest: u32,
    },
    /// The same figures are already there as the newest version.
    SameContent {
        /// The newest version.
        newest: u32,
    },
    /// The versions between are missing.
    VersionGap {
        /// As it was given.
        given: u32,
        /// The next version.
        next: u32,
    },
    /// The case is approved: nothing more can be submitted.
    CaseClosed,
    /// The decision does not fit the kind of case.
    WrongKind,
    /// A person cannot decide their own application.
    OwnApplication,
    /// The unit's report is there already: there is nothing to remind of.
    AlreadyDelivered {
        /// The unit's name.
        unit: String,
    },
    /// No form is due from the unit: it reports through the register.
    NoFormDue {
        /// The unit's name.
        unit: String,
    },
    /// No e-mail address is known for the unit.
    NoAddress {
        /// The unit's name.
        unit: String,
    },
    /// The unit was reminded earlier the same day.
    RemindedToday {
        /// The unit's name.
        unit: String,
        /// By whom.
        by: String,
    },
    /// The half-year has not begun to be reported: there is nothing to remind of yet.
    NotOpenYet {
        /// The period in running text.
        period: String,
    },
    /// Not a reference of a case. What was given is not repeated: it may be a name.
    BadCaseRef,
    /// A reference of a case that can be a date of birth.
    CaseRefIsBirthday,
    /// Not a day, as 24.08.2023 or 2023-08-24.
    BadDay {
        /// The field's name on the wire.
        field: String,
        /// As it was given.
        given: String,
    },
    /// A day that has not come yet.
    DayAhead {
        /// The field's name on the wire.
        field: String,
    },
    /// A day before the one it must follow.
    DaysTurned {
        /// The field's name on the wire.
        field: String,
    },
    /// A day of a decision or of telling, without a decision.
    DayWithoutDecision {
        /// The field's name on the wire.
        field: String,
    },
    /// Neither ja, nei nor empty.
    BadVerdict {
        /// As it was given.
        given: String,
    },
    /// The register has another decision for the case: only an express correction takes its place.
    ExtensionDiffers {
        /// The case.
        reference: String,
    },
    /// The same case stands twice in what was sent.
    ExtensionTwice {
        /// The case.
        reference: String,
    },
    /// The unit belongs to another office.
    NotYourUnit {
        /// The unit's number.
        unit: String,
    },
    /// A name that several points have.
    AmbiguousPoint {
        /// As it was given.
        given: String,
        /// The codes of the points.
        points: String,
    },
    /// A cell that is suppressed or empty in a published table, where a report has a figure.
    Suppressed {
        /// The point's code.
        point: String,
        /// As it was given.
        given: String,
    },
    /// A reason, with the line of the file it speaks of.
    InRow {
        /// The line, from 1.
        line: u32,
        /// The reason.
        #[schema(no_recursion)]
        why: Box<Self>,
    },
    /// The file cannot be read as what it says it is.
    BadFile {
        /// The line, where it is known.
        line: Option<u32>,
        /// What is wrong with it.
        fault: FileFault,
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
