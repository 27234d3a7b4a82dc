//! What a search asks for (*søk*): words, and conditions such as `frist:<3d`, read into plain values.
//! Imports `domain` only.

mod read;
pub mod view;
pub mod vocabulary;

use jiff::civil::Date;

use super::{
    task::{Badge, Delivery, State, TaskKind},
    unit::Channel,
};

pub use self::{
    read::{LONGEST, MOST_TERMS},
    vocabulary::{Field, Vocabulary},
};

/// A search: every term must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The terms.
    pub terms: Vec<Term>,
}

/// One term of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// True for `!term` and `-term`: it must not hold.
    pub negated: bool,
    /// The field that is asked about; none for words.
    pub field: Option<Field>,
    /// One of them must hold.
    pub any: Vec<Test>,
}

/// A condition on one task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// A word in name, number, reference or applicant.
    Word(String),
    /// Where it stands.
    State(State),
    /// Report or access request.
    Kind(TaskKind),
    /// A date compared with another; a task without that date does not fit.
    Date(Moment, Compare, Date),
    /// It has no such date.
    NoDate(Moment),
    /// What the rules found.
    Findings(Found),
    /// A number compared with another.
    Number(Figure, Compare, u32),
    /// The period, by its id.
    Period(String),
    /// The beginning of a word of the unit's name, or of its number.
    Unit(String),
    /// How the unit reports.
    Channel(Channel),
    /// Who has a draft on it.
    Draft(Who),
    /// Who has it.
    Holder(Who),
    /// Who decided it last.
    DecidedBy(Who),
    /// The beginning of a word of the applicant's name.
    Applicant(String),
    /// What the row is marked with.
    Badge(Badge),
    /// Whether it was delivered too late.
    Late(bool),
    /// Where the deliveries of the last decision stand.
    Delivery(Delivery),
}

/// A date of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// The office's deadline.
    Deadline,
    /// When the newest version arrived.
    Received,
    /// When it was decided last.
    Decided,
}

/// A number of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// The score of an open report.
    Score,
    /// The newest version of a report.
    Version,
    /// How many times it was returned.
    Returns,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compare {
    /// The same.
    Equal,
    /// Less, or earlier.
    Less,
    /// Less or the same.
    AtMost,
    /// More, or later.
    More,
    /// More or the same.
    AtLeast,
}

impl Compare {
    /// The comparison seen from the other side.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Equal => Self::Equal,
            Self::Less => Self::More,
            Self::AtMost => Self::AtLeast,
            Self::More => Self::Less,
            Self::AtLeast => Self::AtMost,
        }
    }
}

/// What the rules found in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// An error that nobody has accepted.
    Error,
    /// A warning that nobody has accepted.
    Warning,
    /// Neither.
    None,
}

/// A person that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The one who asks.
    Me,
    /// Anybody.
    Any,
    /// Nobody.
    Nobody,
    /// Everybody with a name that has a word beginning with this.
    Named(String),
}

impl Query {
    /// True when a term asks about a field.
    #[must_use]
    pub fn asks_about(&self, field: Field) -> bool {
        self.terms.iter().any(|term| term.field == Some(field))
    }
}
