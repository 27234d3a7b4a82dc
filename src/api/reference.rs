//! What an administrator sets over the reference data that is built in: periods, the rule of the extension count, forms and rules.
//! Imports `domain`.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    amendment::{Amendment, ReferenceKind},
    finding::Severity,
    library::ChainLetter,
    period::PeriodId,
    refusal::Refusal,
    unit::ExtensionRule,
    unit::Language,
    unit::UnitNo,
};

/// What is to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReferenceWish {
    /// New periods, or other dates of those there are.
    Periods {
        /// TOML as `config/periods.toml`: one or more `[[period]]`.
        content: String,
    },
    /// What the extension count is for units that type the form from a new case system.
    Counts {
        /// In which period.
        period: String,
        /// Required, optional or forbidden; without it the default holds again.
        #[serde(default)]
        rule: Option<ExtensionRule>,
        /// Why, in one sentence: it is shown beside the count.
        #[serde(default)]
        why: Option<String>,
        /// The letter it rests on.
        #[serde(default)]
        letter: Option<String>,
    },
    /// A version of the form.
    Forms {
        /// TOML as `config/forms/2023.toml`.
        content: String,
        /// The first period asked with it; without it the one that the file names.
        #[serde(default)]
        from: Option<String>,
        /// The period whose stored reports it is tried on.
        #[serde(default)]
        against: Option<String>,
    },
    /// What is said of the offices.
    Offices {
        /// TOML as `config/offices.toml`: one or more `[[office]]`.
        content: String,
    },
    /// The written language of units.
    Units {
        /// CSV: `unit_no;language;official`.
        content: String,
        /// Since this day; without it today.
        #[serde(default)]
        from: Option<Date>,
    },
    /// Letters of the directorate, added to the chain that is built in.
    Letters {
        /// TOML as `config/letter_chain.toml`: one or more `[[letter]]`.
        content: String,
        /// Let them take the place of letters that administrators have added before.
        #[serde(default)]
        replace: bool,
    },
    /// The words of a mail, a reminder or a return comment, in one language and from a day on.
    Templates {
        /// Which text, as `mail.return`.
        template: String,
        /// In which language: `nb` or `nn`.
        language: Language,
        /// TOML: a string for each part of the text. Without it the words that are built in hold again.
        #[serde(default)]
        content: Option<String>,
        /// From this day on; without it today.
        #[serde(default)]
        from: Option<Date>,
    },
    /// One letter of the directorate.
    Letter {
        /// The letter.
        letter: LetterFields,
        /// Let it take the place of one that administrators have added before.
        #[serde(default)]
        replace: bool,
    },
    /// Which units there are from a day on.
    Borders {
        /// CSV: `unit_no;change;name;also;county_no;county;office;reports;predecessors;children`.
        content: String,
        /// From this day.
        from: Date,
        /// Let it take the place of what another administrator has set of the same units for the day, or go along with it.
        #[serde(default)]
        replace: bool,
    },
    /// A period, a form or a rule pack is taken back: what is built in holds again, or nothing of that name.
    Withdraw {
        /// What kind of reference data it is.
        of: ReferenceKind,
        /// Which: a period or a version.
        name: String,
    },
    /// A rule pack.
    Rules {
        /// TOML: version, form, base, without and `[[rule]]` as in `config/rules`.
        content: String,
        /// The first period it holds for.
        from: String,
        /// The period whose stored reports it is tried on.
        #[serde(default)]
        against: Option<String>,
    },
}

impl ReferenceWish {
    /// What kind of reference data it is about.
    #[must_use]
    pub fn kind(&self) -> ReferenceKind {
        match self {
            Self::Periods { .. } => ReferenceKind::Periods,
            Self::Counts { .. } => ReferenceKind::Counts,
            Self::Forms { .. } => ReferenceKind::Forms,
            Self::Letters { .. } | Self::Letter { .. } => ReferenceKind::Letters,
            Self::Templates { .. } => ReferenceKind::Templates,
            Self::Borders { .. } => ReferenceKind::Borders,
            Self::Rules { .. } => ReferenceKind::Rules,
            Self::Withdraw { of, .. } => *of,
            Self::Offices { .. } => ReferenceKind::Offices,
            Self::Units { .. } => ReferenceKind::Units,
        }
    }
}

/// A letter of the directorate as somebody has written it, not judged yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LetterFields {
    /// Its number.
    pub number: String,
    /// Its date, as `2022-11-30`.
    pub date: String,
    /// What it is about.
    pub subject: String,
    /// Whether those are its own words: `sure`, `likely` or `reconstructed`.
    pub subject_confidence: String,
    /// What it says for this program.
    pub says: String,
    /// How sure that is: `sure`, `likely` or `reconstructed`.
    pub confidence: String,
    /// Where number and date stand.
    pub source: String,
}

/// A change of the reference data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferenceRequest {
    /// What is to be set.
    pub set: ReferenceWish,
    /// Only tell what would change.
    #[serde(default)]
    pub dry_run: bool,
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceAnswer {
    /// What kind of reference data it is.
    pub kind: ReferenceKind,
    /// True when anything was or would be changed.
    pub changed: bool,
    /// True when nothing was stored.
    pub dry_run: bool,
    /// What was or would be changed.
    pub changes: Vec<FieldChange>,
    /// How the stored reports of a period fare by it.
    pub trial: Option<Trial>,
    /// A text as it would be sent, on made-up values.
    #[serde(default)]
    pub preview: Vec<TextPart>,
    /// Whose deadlines are moved by it.
    #[serde(default)]
    pub moves: Vec<DeadlineMove>,
    /// The open tasks that stay where they are though their unit does not.
    #[serde(default)]
    pub stays: Vec<TasksStay>,
    /// The first period with the new borders.
    #[serde(default)]
    pub first: Option<PeriodId>,
    /// What can be set, and is most likely not meant.
    #[serde(default)]
    pub warnings: Vec<ReferenceWarning>,
}

/// Something that can be set, and is most likely not meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ReferenceWarning {
    /// The municipalities' deadline is over.
    UnitDeadlineOver {
        /// The period.
        period: PeriodId,
        /// The day.
        day: Date,
    },
    /// The offices' deadline is over.
    OfficeDeadlineOver {
        /// The period.
        period: PeriodId,
        /// The day.
        day: Date,
    },
    /// The municipalities' deadline is a Saturday, a Sunday or a public holiday.
    UnitDeadlineFree {
        /// The period.
        period: PeriodId,
        /// The day.
        day: Date,
    },
    /// The offices' deadline is a Saturday, a Sunday or a public holiday.
    OfficeDeadlineFree {
        /// The period.
        period: PeriodId,
        /// The day.
        day: Date,
    },
    /// A letter with a date that is still to come, or from before there were any.
    LetterDate {
        /// The letter.
        letter: String,
        /// The date.
        day: Date,
    },
    /// Very many units that were none before.
    ManyNewUnits {
        /// How many.
        new: u32,
        /// How many units there are the day before.
        units: u32,
    },
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TextPart {
    /// Which: `subject`, `body`, `line`, `head`, `alone` or `tail`.
    pub part: String,
    /// Its words.
    pub text: String,
}

/// Open tasks of a unit that ends or goes to another office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TasksStay {
    /// The unit.
    pub unit: UnitNo,
    /// The office whose tasks they are and stay.
    pub office: String,
    /// How many.
    pub open: u32,
}

/// How many reports of an office are moved with the deadlines of their period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadlineMove {
    /// The period.
    pub period: PeriodId,
    /// The office.
    pub office: String,
    /// How many open reports get the new deadlines.
    pub open: u32,
    /// How many keep theirs, since they are solved.
    pub kept: u32,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldChange {
    /// Of what: a period, a version of the form, a rule pack.
    pub name: String,
    /// Which field, which point or which rule.
    pub field: String,
    /// As it was; none for something new.
    pub before: Option<String>,
    /// As it is; none for something that is gone.
    pub after: Option<String>,
}

/// How the stored reports of a period fare by a form or by rules that are not in force for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Trial {
    /// The period.
    pub period: PeriodId,
    /// How many reports were tried.
    pub reports: u32,
    /// Those that would be refused, at most a hundred of them.
    pub refused: Vec<TrialRefusal>,
    /// How many would be refused.
    pub refused_count: u32,
    /// How many reports have a figure in a point that is no longer asked, by the point's key.
    pub dropped: BTreeMap<String, u32>,
    /// How many findings each rule has, where that is another number than now.
    pub findings: Vec<TrialFinding>,
}

/// A report that would be refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrialRefusal {
    /// The unit.
    pub unit: UnitNo,
    /// Why.
    pub why: Vec<Refusal>,
}

/// How many findings a rule has now, and how many it would have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrialFinding {
    /// The rule.
    pub rule: String,
    /// How serious the worst of them is.
    pub severity: Severity,
    /// Now.
    pub before: u32,
    /// Then.
    pub after: u32,
}

/// What a program needs to go by the same reference data as the backend: what is not here is built in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceData {
    /// The periods and public holidays in the place of the built-in ones, as `config/periods.toml`.
    pub periods: Option<String>,
    /// False where rules that are set are left out: they are the offices' own.
    pub rules: bool,
    /// What administrators have set, in the order in which it was.
    pub amendments: Vec<Amendment>,
}

/// Where reference data comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceOrigin {
    /// It is built in, or stands in the file the service was started with.
    BuiltIn,
    /// An administrator has set it.
    Set,
}

/// Whether reference data is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InForce {
    /// It was.
    Past,
    /// It is.
    Now,
    /// It will be.
    Scheduled,
}

/// A period, a form version or a rule pack as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceRow {
    /// Which.
    pub name: String,
    /// From which period it holds.
    pub from: String,
    /// Until which; none for as long as nothing else is set.
    pub until: Option<String>,
    /// Where it comes from.
    pub origin: ReferenceOrigin,
    /// Whether it is in force.
    pub in_force: InForce,
    /// What it says, by field.
    pub facts: BTreeMap<String, String>,
    /// How many reports rest on it.
    pub reports: u32,
    /// When it was set.
    pub at: Option<Timestamp>,
    /// By whom.
    pub by: Option<String>,
}

impl ReferenceRow {
    /// True for what is in force.
    #[must_use]
    pub fn is_now(&self) -> bool {
        self.in_force == InForce::Now
    }
}

/// The chain of the directorate's letters, as a backend knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterChain {
    /// The letters, the oldest first.
    pub letters: Vec<ChainLetter>,
    /// The numbers of those that administrators have added.
    pub added: Vec<String>,
}

/// All of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReferenceList {
    /// What kind of reference data it is.
    pub kind: ReferenceKind,
    /// In the order in which they hold.
    pub rows: Vec<ReferenceRow>,
}
