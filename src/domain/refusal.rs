//! Why something is refused: one reason per case, with the figures in it. The sentences lie in the text layer.
//! Imports `domain` only.

mod detail;
use serde::{Deserialize, Serialize};

pub use self::detail::{ApplicationFault, BadReference, FileFault, OriginFault};
pub use self::detail::{QueryFault, ReferenceFault, TogetherFault};
use super::channel::ChannelStatus;

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
    /// No batch has this number.
    UnknownBatch {
        /// As it was given.
        given: String,
    },
    /// The office has set no policy for batches.
    BatchOff,
    /// A batch of more cases than the policy allows.
    BatchTooLarge {
        /// How many there are.
        given: u32,
        /// The most.
        most: u32,
    },
    /// A batch without a case that could be decided.
    BatchEmpty,
    /// The batch is decided, taken back or given up.
    BatchClosed,
    /// The same case stands twice in a batch.
    BatchTwice,
    /// Cases of the sample nobody has looked at.
    SampleLeft {
        /// How many.
        left: u32,
    },
    /// The case is not in the sample.
    NotInSample,
    /// Nobody has seen what would be sent.
    DryRunMissing,
    /// Another number was typed than there are cases.
    WrongNumber {
        /// As it was typed.
        given: u32,
        /// How many there are.
        waiting: u32,
    },
    /// The report has open errors or warnings.
    NotClean {
        /// Errors.
        errors: u32,
        /// Warnings.
        warnings: u32,
    },
    /// A question of the last return was left unanswered.
    Unanswered,
    /// The channel is not one whose reports may be approved together.
    ChannelOneByOne,
    /// The first report of a unit is looked at by itself.
    FirstReport,
    /// One's own draft has a comment: a return was begun.
    CommentBegun,
    /// The person has typed another extension count in the draft than the one the batch has.
    CountDiffers {
        /// The count of the batch.
        batch: u32,
        /// The count of the draft.
        draft: u32,
    },
    /// Another number was typed than there are units.
    WrongUnits {
        /// As it was typed.
        given: u32,
        /// How many there are.
        units: u32,
    },
    /// The batch is one of returns, and was to be gone on with as an approval.
    BatchReturns,
    /// The batch is one of approvals, and was to be gone on with as a return.
    BatchApproves,
    /// The common text of a batch cannot be changed once it is made.
    BatchTextStands,
    /// There is nothing to ask about, and no common text.
    NothingToSay,
    /// The office asks for two persons, and no colleague has prepared exactly this approval.
    NeedsColleague,
    /// Only an approval that has been sent can be asked back.
    NothingToRecall,
    /// The directorate was asked to have it back already.
    RecalledBefore,
    /// The decision has not been sent yet: it can be undone.
    UndoInstead,
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
    /// A search that cannot be understood.
    BadQuery {
        /// The term, as it was given.
        term: String,
        /// What is wrong with it.
        fault: QueryFault,
    },
    /// The name of a view is empty or too long.
    ViewName {
        /// The longest allowed, in characters.
        limit: u32,
    },
    /// A view that is built in has this name.
    ViewTaken {
        /// The name.
        name: String,
    },
    /// A person has as many views of their own as can be kept.
    ViewsFull {
        /// How many.
        limit: u32,
    },
    /// More tasks than can be marked at once.
    TooManyMarks {
        /// How many can.
        limit: u32,
    },
    /// A unit stands in several rows of a table that has one row for each.
    UnitTwice {
        /// The rows, «3, 7».
        lines: String,
    },
    /// Several units have this name.
    AmbiguousUnit {
        /// As it was given.
        given: String,
        /// Their numbers.
        units: String,
    },
    /// The unit is none of those in the list on the screen.
    UnitNotListed {
        /// Its number or name.
        unit: String,
    },
    /// The unit's report is solved already.
    UnitSolved,
    /// A row of a table of counts without a count.
    CountMissing,
    /// A row of a table of counts that is not a unit and its count.
    NotACountRow,
    /// Not an e-mail address that mail can be sent to.
    BadEmail {
        /// As it was given.
        given: String,
    },
    /// Not a telephone number.
    BadPhone {
        /// As it was given.
        given: String,
    },
    /// A colleague has a draft, and it was not asked to take that over.
    ColleaguesDraft {
        /// The colleague's name.
        name: String,
    },
    /// A unit cannot go this step on its way to the register.
    ChannelStep {
        /// Where it stands.
        from: ChannelStatus,
        /// Where it should go.
        to: ChannelStatus,
    },
    /// A step on the way to the register without the letter it rests on.
    ChannelLetter {
        /// The unit's number.
        unit: String,
    },
    /// A unit has a channel in the period already.
    ChannelTaken {
        /// The unit's number.
        unit: String,
        /// The period.
        period: String,
        /// Where it stands in it.
        from: ChannelStatus,
    },
    /// A change of the channel that is dated before the one before.
    ChannelDate {
        /// The day of the one before.
        since: String,
    },
    /// A case system nobody has told of.
    UnknownSystem {
        /// As it was given.
        given: String,
        /// Those there are.
        systems: String,
    },
    /// Administrators do not lock or remove themselves.
    OwnAccount,
    /// A delivery that has not failed, or that is on its way at the moment.
    NothingToSendAgain,
    /// The applicant seems to be external: nothing is granted without saying as what.
    RoleNeeded,
    /// Another role than the suggested one, which was not confirmed by itself.
    RoleDiffers {
        /// The suggested role, or `none`.
        suggested: String,
        /// The role asked for.
        given: String,
    },
    /// Somebody who seems to be external gets a role only with a reason.
    RoleReason,
    /// The applicant has the same access already.
    AccessHeld {
        /// Through this application.
        reference: String,
    },
    /// An application that cannot be granted, or not together with others.
    Application(ApplicationFault),
    /// What a colleague has to do with.
    Together(TogetherFault),
    /// The application gives no access: it was never granted, can still be undone, or the access was taken away.
    NoAccessToRemove,
    /// The person has no access to the published figures.
    NoPortalAccess,
    /// A report that was said to be computed from the register.
    FromRegister(OriginFault),
    /// Reference data that cannot be set.
    BadReference(BadReference),
}
