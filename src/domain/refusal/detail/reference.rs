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
    /// A table that cannot be read, or has a column that there is not.
    NotCsv {
        /// What the reader says.
        detail: String,
    },
    /// Nothing to set.
    Nothing,
    /// An id or a version that cannot be used in references.
    BadName,
    /// The id of a period is not a year, `H`, and 1 or 2.
    BadPeriod,
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
    /// Reports rest on a period already: of its fields, only the deadlines and where they stand can be set.
    FieldInUse {
        /// The field.
        field: String,
        /// How many reports there are.
        reports: u32,
    },
    /// Something else that is set names it.
    NamedBy {
        /// What.
        other: String,
    },
    /// No administrator has set it, so that there is nothing to take back.
    NotSet,
    /// A period with its deadlines lasts longer than any does.
    TooLong {
        /// The most days.
        most: u32,
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
    /// The number of a letter is missing, too long, or has signs that a number does not have.
    LetterNumber {
        /// The most signs.
        most: u32,
    },
    /// A field is missing, empty or too long.
    TextField {
        /// The field.
        field: String,
        /// The most letters.
        most: u32,
    },
    /// A field is none of the words that may stand there.
    WordField {
        /// The field.
        field: String,
        /// The words that may stand there.
        allowed: String,
    },
    /// A date that there is not.
    NoDate {
        /// As it was given.
        given: String,
    },
    /// A field holds a control character, or one that hides or turns the writing direction.
    HiddenSign {
        /// The field.
        field: String,
    },
    /// A field holds the identity number of a person.
    HoldsIdentity {
        /// The field.
        field: String,
    },
    /// There is a letter with this number that is built into the program, and it says something else.
    LetterBuiltIn,
    /// There is a letter with this number that an administrator has added, and it says something else.
    LetterThere,
    /// There is no such text.
    NoText {
        /// The texts that there are.
        known: String,
    },
    /// A text that nobody may set.
    TextFixed {
        /// Why.
        why: String,
    },
    /// A part that the text does not have.
    StrangePart {
        /// The part.
        field: String,
        /// The parts that it has.
        allowed: String,
    },
    /// A blank that is not closed, or was never opened.
    OpenBlank {
        /// The part.
        field: String,
    },
    /// A blank that is not known in this part.
    UnknownBlank {
        /// The part.
        field: String,
        /// The blank.
        blank: String,
        /// Those that may stand there.
        known: String,
    },
    /// A blank that would tell what no text may.
    ForbiddenBlank {
        /// The part.
        field: String,
        /// The blank.
        blank: String,
        /// What it would tell: `figure`, `person` or `secret`.
        why: String,
    },
    /// A blank that must be there is not.
    NeededBlank {
        /// The part.
        field: String,
        /// The blank.
        blank: String,
    },
    /// Words that must be there are not.
    NeededWords {
        /// The part.
        field: String,
        /// The words.
        words: String,
    },
    /// A subject holds an address or a long number.
    SubjectSays {
        /// The most digits in a row.
        most: u32,
    },
    /// A part holds what looks like a secret.
    HoldsSecret {
        /// The part.
        field: String,
        /// What shows it.
        found: String,
    },
    /// A day that is over.
    DayOver {
        /// The day.
        day: String,
    },
    /// Borders of a day that are built into the program.
    BuiltInBorders {
        /// The newest day whose borders are.
        day: String,
    },
    /// There is no such unit the day before.
    NoUnit {
        /// The unit.
        unit: String,
    },
    /// A unit ends and nobody takes over from it.
    NoSuccessor,
    /// Nothing is set of the unit for the day.
    NotSetFrom {
        /// The day.
        day: String,
    },
    /// Cases rest on the unit as it is in the periods from the day on.
    UnitInUse {
        /// How many.
        cases: u32,
    },
    /// A Saturday or a Sunday cannot be made a working day.
    Weekend,
    /// Another administrator has set something else of the unit for the day, and it is not said that it shall give way.
    UnitSetByOther {
        /// Who.
        by: String,
    },
    /// Another administrator lets a unit of the row go to another one on the same day, and it is not said that both are meant.
    UnitMeetsOther {
        /// The unit of both.
        unit: String,
        /// The unit that the other administrator set.
        other: String,
        /// Who.
        by: String,
    },
    /// What is set of the unit for the day is that it ends.
    UnitEnds {
        /// The day.
        day: String,
    },
    /// A number whose unit has ended, and nothing is said of where its area comes from.
    UnitEnded {
        /// The newest day on which it had ended.
        day: String,
    },
    /// A unit that is made of nothing but itself.
    OwnPredecessor,
    /// A unit that goes on has the area of others without its own, or its own goes elsewhere.
    OwnArea,
    /// A unit that ends has something else said of it.
    EndSays {
        /// The column.
        field: String,
    },
    /// It does not fit the rest of the reference data.
    DoesNotFit {
        /// What is wrong.
        detail: String,
    },
}
