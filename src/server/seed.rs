//! A history to start from: people, channels and, in the order of time, what arrived and what was decided.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use crate::{
    api::extensions::ExtensionLine,
    domain::{
        access::Application,
        channel::Approval,
        contact::{Contact, Cooperation},
        decision::DecisionKind,
        period::PeriodId,
        person::Person,
        report::{Reference, Submission},
        unit::{Channel, UnitNo},
    },
};

/// A history.
#[derive(Debug, Clone, Default)]
pub struct Seed {
    /// The people and their tokens.
    pub people: Vec<(Person, String)>,
    /// How units report where it is not the default.
    pub channels: Vec<UnitChannel>,
    /// Who answers for the units.
    pub contacts: Vec<Contact>,
    /// The co-operations of units.
    pub cooperations: Vec<Cooperation>,
    /// What happened, in the order of time.
    pub steps: Vec<Step>,
}

/// How a unit reports in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitChannel {
    /// The unit.
    pub unit: UnitNo,
    /// From this period on.
    pub from: PeriodId,
    /// The channel.
    pub channel: Channel,
    /// The case system's name.
    pub case_system: String,
    /// True when no official source says so.
    pub assumed: bool,
    /// Where the unit stands on its way to the register, where an administrator has recorded it.
    pub approval: Option<Approval>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A report arrived.
    Submit {
        /// When.
        at: Timestamp,
        /// The report.
        submission: Submission,
    },
    /// An access request arrived.
    Apply {
        /// When.
        at: Timestamp,
        /// The application.
        application: Application,
    },
    /// A person decided, with all three stages; its deliveries are delivered.
    Decide {
        /// When.
        at: Timestamp,
        /// The person's id.
        person: String,
        /// The case.
        reference: Reference,
        /// What was decided.
        kind: DecisionKind,
        /// The extension count (7A).
        extensions: Option<u32>,
        /// The comment.
        comment: Option<String>,
    },
    /// A person reminded a unit; the mail is delivered.
    Remind {
        /// When.
        at: Timestamp,
        /// The person's id.
        person: String,
        /// The unit.
        unit: UnitNo,
        /// Of the report of which period.
        period: PeriodId,
    },
    /// A person registered a decision on an extension; a notice that goes with it is delivered.
    Extend {
        /// When.
        at: Timestamp,
        /// The person's id.
        person: String,
        /// The decision.
        line: ExtensionLine,
    },
    /// A person saved a draft.
    Draft {
        /// When.
        at: Timestamp,
        /// The person's id.
        person: String,
        /// The case.
        reference: Reference,
        /// The extension count as typed.
        extensions: String,
        /// The comment.
        comment: String,
    },
}
