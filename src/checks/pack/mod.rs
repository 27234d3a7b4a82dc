//! Rule packs (*regelsett*): which rules hold for a form version, from when, and what each of them asks of a report.
//!
//! A pack is data (`config/rules`): one list of packs, and files of rules. A pack that does not parse, names an unknown
//! point, has a circular sum, or a rule without an example that fires and one that does not, is refused with file, line
//! and reason.
//! Imports `domain`.

mod amended;
mod read;
mod test;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use self::{
    amended::PackFile,
    read::BadPack,
    test::{Fixture, Moment, Pair, Per, Test},
};
use crate::domain::{
    finding::Severity,
    form::{Confidence, Form},
    period::PeriodId,
    unit::Channel,
};

/// A file of a pack: its name for messages, and its text.
pub type File<'a> = (&'a str, &'a str);

/// Every file of `config/rules`, built in.
const FILES: &[File<'static>] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));
/// The file that lists the packs.
const LIST: &str = "packs.toml";

/// The rule packs, and what they share.
#[derive(Debug, Clone)]
pub struct Packs {
    /// The packs, oldest first.
    pub packs: Vec<Pack>,
    /// What tells how large a unit is, and how a task is weighed.
    pub scales: Scales,
}

/// What several rules and the queue measure with.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scales {
    /// Children 0–17 from which the next size class begins, in rising order.
    pub size_classes: Vec<u32>,
    /// How a task is weighed.
    pub score: ScoreScale,
}

impl Scales {
    /// The size class of a number of children, from 0.
    #[must_use]
    pub fn class(&self, children: u32) -> usize {
        self.size_classes.iter().filter(|from| children >= **from).count()
    }
}

/// How the score of a task is put together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreScale {
    /// For each open error.
    pub error: u32,
    /// For each open warning.
    pub warning: u32,
    /// When a question of the last return was left unanswered.
    pub unanswered: u32,
    /// The most that findings count.
    pub most: u32,
    /// The most that the deadline counts, reached on the day itself.
    pub deadline: u32,
    /// How many days before the deadline it begins to count.
    pub days: u32,
}

/// The rules that hold for a form version in a time.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its version, «2023.1».
    pub version: String,
    /// The version of the form.
    pub form: String,
    /// The first period it holds for.
    pub from: PeriodId,
    /// The last period it holds for; none while it is in force.
    pub until: Option<PeriodId>,
    /// The rules in the order of their ids.
    pub rules: Vec<Rule>,
}

/// A rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, «K12».
    pub id: String,
    /// How serious a breach of it is.
    pub severity: Severity,
    /// The form versions it holds for; all of them when none is named.
    #[serde(default)]
    pub forms: Vec<String>,
    /// The channels it holds for; all of them when none is named.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// A rule that says the same less strictly: where that one has a finding, this one has none beside it.
    #[serde(default)]
    pub unless: Option<String>,
    /// The law it rests on.
    #[serde(default)]
    pub law: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// False where a breach is nothing to ask the unit about: a return comment has no item for it.
    #[serde(default = "asked")]
    pub ask: bool,
    /// What it asks, in words, by language.
    pub words: BTreeMap<String, Words>,
    /// What it asks.
    pub says: Vec<Statement>,
}

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Its name.
    pub title: String,
    /// Why it is asked and what a breach may mean.
    pub explain: String,
    /// What to do about it: said to the municipality.
    pub check: String,
}

/// One statement of a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Where it differs from the rule's.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Which sentence tells a breach.
    pub pattern: String,
    /// What is tested.
    pub test: Test,
    /// Examples that must be found.
    #[serde(default)]
    pub fires: Vec<Fixture>,
    /// Examples that must not be found.
    #[serde(default)]
    pub silent: Vec<Fixture>,
}

/// Most rules are asked about.
const fn asked() -> bool {
    true
}

impl Packs {
    /// The packs that are built into the program.
    ///
    /// # Errors
    /// [`BadPack`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded(forms: &[Form]) -> Result<Self, BadPack> {
        Self::read(FILES, forms)
    }

    /// Reads packs from files: the list `packs.toml`, and the files of rules that it names.
    ///
    /// # Errors
    /// [`BadPack`] names the file, the line and the reason.
    pub fn read(files: &[File<'_>], forms: &[Form]) -> Result<Self, BadPack> {
        read::read(files, LIST, forms)
    }

    /// The pack that holds for a form version in a period.
    #[must_use]
    pub fn of(&self, form: &str, period: &PeriodId) -> Option<&Pack> {
        let holds = |pack: &&Pack| {
            pack.form == form && pack.from <= *period && pack.until.as_ref().is_none_or(|until| period <= until)
        };
        self.packs.iter().rev().find(holds)
    }

    /// The newest wording of a rule, whatever the case of its letter.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.packs.iter().rev().find_map(|pack| pack.rule(id))
    }
}

impl Rule {
    /// True for a rule on when a report came: its sentence has two days that no figure of the report tells.
    #[must_use]
    pub fn is_of_lateness(&self) -> bool {
        self.says.iter().any(|statement| matches!(statement.test, Test::Late {}))
    }
}

impl Pack {
    /// The rule with an id, whatever the case of its letter.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id.eq_ignore_ascii_case(id.trim()))
    }

    /// Every statement with its rule and its number from 1.
    pub fn statements(&self) -> impl Iterator<Item = (&Rule, u8, &Statement)> {
        self.rules.iter().flat_map(|rule| (1..=u8::MAX).zip(&rule.says).map(move |(part, says)| (rule, part, says)))
    }
}

impl Rule {
    /// The rule in words: in a language, else in the first there is.
    #[must_use]
    pub fn said(&self, language: &str) -> Option<&Words> {
        self.words.get(language).or_else(|| self.words.values().next())
    }
}
