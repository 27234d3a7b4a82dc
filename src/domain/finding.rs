//! A finding (*funn*): what a rule says of a report, with the figures it compares.
//! Imports `domain` only.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::period::PeriodId;

/// How serious a finding is, on the scale of Statistics Norway's control program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Severity {
    /// Nothing was found.
    Ok,
    /// News (*opplysning*): shown, never in the way.
    Info,
    /// Advice (*advarsel*): to be accepted or asked about.
    Warning,
    /// A mistake (*feil*): approval needs a reason.
    Error,
    /// A mistake that is refused at intake (*kritisk feil*).
    Fatal,
}

/// What a rule says of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// The rule, «K12».
    pub rule: String,
    /// Which of the rule's statements, from 1; a rule such as K21 makes several.
    pub part: u8,
    /// How serious it is.
    pub severity: Severity,
    /// Which sentence says it: the id of a pattern in `config/wording`, without its beginning `finding-`.
    pub pattern: String,
    /// The keys of the points it speaks of; it stands at the first of them.
    pub points: Vec<String>,
    /// The figures that were compared, in the order of the formula.
    pub terms: Vec<Term>,
    /// Further figures in the sentence, by the name of their blank.
    pub figures: BTreeMap<String, f64>,
    /// Words in the sentence, by the name of their blank: periods, names.
    pub words: BTreeMap<String, String>,
    /// The sentence with the figures in it: in the language that was asked for, in bokmål where it is stored.
    pub message: String,
    /// The reason with which somebody accepted it for these figures.
    pub accepted: Option<Accepted>,
    /// The reason with which the same was accepted for the unit in an earlier period.
    pub accepted_before: Option<Accepted>,
}

impl Finding {
    /// True when it keeps a report from being clean: a warning or worse that nobody has accepted.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.severity >= Severity::Warning && self.accepted.is_none()
    }

    /// The rule and the statement, «K21.2»; only the rule for one that makes a single statement.
    #[must_use]
    pub fn id(&self) -> FindingId {
        FindingId { rule: self.rule.clone(), part: self.part, point: self.points.first().cloned().unwrap_or_default() }
    }
}

/// A figure that a rule looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Term {
    /// The key of the point, or `children`.
    pub point: String,
    /// Of which half-year.
    pub when: When,
    /// On which side of the comparison.
    pub side: Side,
    /// What it is multiplied with; -1 where it is taken away.
    pub factor: i64,
    /// The figure.
    pub value: i64,
}

/// Of which half-year a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The one that is reported.
    Now,
    /// The one before.
    Previous,
    /// The same half of the year before.
    LastYear,
}

/// A side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Left of the sign.
    Left,
    /// Right of it.
    Right,
}

/// Which finding of a report: its rule, the rule's statement and the point it stands at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingId {
    /// The rule.
    pub rule: String,
    /// The statement, from 1.
    pub part: u8,
    /// The key of the point.
    pub point: String,
}

/// A deviation that somebody accepted (*godtatt avvik*), with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Accepted {
    /// The reason.
    pub reason: String,
    /// By whom: the person's name.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// In which period.
    pub period: PeriodId,
}

/// True when a reason says something: a sign or two do not.
#[must_use]
pub fn accept_says(reason: &str) -> bool {
    reason.chars().filter(|letter| letter.is_alphanumeric()).count() >= 3
}

/// A rule that was followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Passed {
    /// The rule.
    pub rule: String,
    /// Which of the rule's statements, from 1.
    pub part: u8,
    /// The keys of the points that were compared.
    pub points: Vec<String>,
}

/// A rule that could not be tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Skipped {
    /// The rule.
    pub rule: String,
    /// Which of the rule's statements, from 1.
    pub part: u8,
    /// Why.
    pub why: SkipReason,
}

/// Why a rule could not be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// A point it needs is empty.
    Empty,
    /// There are no comparable figures of the earlier period.
    NoEarlier,
    /// The borders or the form changed in between.
    Break,
    /// Too few half-years or units to compare with.
    TooFew,
    /// The figures of other units are not at hand.
    NoReference,
    /// The number of children is not known.
    NoPopulation,
    /// It is tried when the decision is made.
    Later,
    /// The report has not been received, so nobody knows when it came.
    NotReceived,
}

/// A finding that a return asked about, as it was stored with the decision: its rule is the reason code of the return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Question {
    /// Which finding.
    #[serde(flatten)]
    pub finding: FindingId,
    /// The keys of all points it spoke of.
    pub points: Vec<String>,
}

/// What became of a question in the next version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// How it was answered.
    pub outcome: AnswerOutcome,
}

/// How a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerOutcome {
    /// A figure it asked about is another one.
    Changed,
    /// The figures are the same, and the unit has written a remark.
    Remarked,
    /// Neither (*ikke besvart*).
    Unanswered,
}

/// Everything the rules say of one version of a report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Review {
    /// The rule pack, with its version.
    pub pack: String,
    /// What was found, the worst first.
    pub findings: Vec<Finding>,
    /// What was followed.
    pub passed: Vec<Passed>,
    /// What could not be tried, and why.
    pub skipped: Vec<Skipped>,
    /// What the last return asked about, and what became of it.
    pub answers: Vec<Answer>,
}

impl Review {
    /// How many open findings have a severity.
    #[must_use]
    pub fn open(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity && finding.accepted.is_none()).count()
    }

    /// True when there is no unaccepted warning, error or fatal error (*ren*).
    #[must_use]
    pub fn is_clean(&self) -> bool {
        !self.findings.iter().any(Finding::is_open)
    }
}
