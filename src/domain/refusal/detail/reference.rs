//! What exactly is wrong with reference data that an administrator wants to set.
//! Imports nothing.

use serde::{Deserialize, Serialize};

/// Why reference data cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ReferenceFault {
    /// The file does not parse, or has a key that there is not.
    NotToml {
        /// What the reader says.
        detail: String,
    },
    /// Nothing to set.
    Nothing,
    /// An id or a version that cannot be used in references.
    BadName,
    /// It stands twice in the file.
    Twice,
    /// The id does not come after the one of the period before.
    Order {
        /// The other period.
        other: String,
    },
    /// The days overlap those of another period.
    Overlap {
        /// The other period.
        other: String,
    },
    /// The dates of the period are not in order.
    Dates,
    /// The dates are said to be published, but not where.
    NoSource,
    /// The period is asked with another form.
    OtherForm {
        /// The form that is scheduled for it.
        form: String,
    },
    /// There is no such form.
    NoForm {
        /// As it was given.
        form: String,
    },
    /// A period that it names is not there.
    NoPeriod {
        /// As it was given.
        period: String,
    },
    /// Reports rest on it already.
    InUse {
        /// How many.
        reports: u32,
    },
    /// It is built into the program and cannot be replaced.
    BuiltIn,
    /// A form or pack does not begin after the one before it.
    NotAfter {
        /// The one before.
        other: String,
        /// When that begins.
        from: String,
    },
    /// A setting of the count without a reason.
    NoReason,
    /// A key stands twice in a form.
    KeyTwice {
        /// The key.
        key: String,
    },
    /// A code stands twice in a form.
    CodeTwice {
        /// The code.
        code: String,
    },
    /// A section stands twice in a form.
    SectionTwice {
        /// The section.
        section: u8,
    },
    /// A code is not the number of its section and a letter.
    BadCode {
        /// The code.
        code: String,
        /// The section.
        section: u8,
    },
    /// A point names another one that the form does not have.
    MissingPoint {
        /// The point.
        key: String,
        /// The field that names the other.
        field: String,
        /// The other.
        other: String,
    },
    /// A point that the program itself needs is not there.
    NeededPoint {
        /// Its key.
        key: String,
    },
    /// A required point that the municipality does not fill in, or that is not in the form.
    WrongRequired {
        /// The point.
        key: String,
    },
    /// Points that are added up in a circle.
    Circle {
        /// One of them.
        key: String,
    },
    /// There is no such office.
    NoOffice,
    /// The counties of an office stand in the lists of units, and are not set here.
    Counties,
    /// A field is empty, too long or not of its form.
    BadField {
        /// The field.
        field: String,
    },
    /// A day that has not come yet.
    DayAhead {
        /// The day.
        day: String,
    },
    /// The unit is not approved for the register in a period.
    NotOnRegister {
        /// The period.
        period: String,
    },
    /// A rule pack cannot be used.
    BadRules {
        /// What is wrong with it.
        detail: String,
    },
    /// A rule does not come out as its own examples say.
    BadExample {
        /// The rule.
        rule: String,
        /// Which of its statements.
        part: u8,
        /// Which example of it.
        example: u32,
    },
    /// It does not fit the rest of the reference data.
    DoesNotFit {
        /// What is wrong.
        detail: String,
    },
}
