//! `sfv admin periods|forms|rules`: setting reference data over the API, with what would change told first.
//! Imports `api`, `client`, `domain` and `text`.

use std::path::Path;

use super::{
    args::{
        CheckFileArgs, Consent, CountRuleArgs, FormsAdminCommand, ImportFileArgs, OfficesAdminCommand,
        PeriodsAdminCommand, RulesAdminCommand, SetFileArgs, UnitsAdminCommand, UnitsFileArgs,
    },
    failure::Failure,
    session::Session,
    table::Table,
    words,
};
use crate::{
    api::reference::{
        FieldChange, ReferenceAnswer, ReferenceList, ReferenceRequest, ReferenceRow, ReferenceWish, Trial,
    },
    domain::{
        amendment::ReferenceKind,
        refusal::{FileFault, Refusal},
    },
    text::{Texts, clean, date, refusal},
};

/// The largest file, in bytes.
const LARGEST: u64 = 512 * 1024;
/// The most reports of a trial that are told one by one.
const MOST_TOLD: usize = 10;

/// What is wanted, its file already read.
#[derive(Debug)]
pub(super) enum Wish {
    List(ReferenceKind),
    Set(Box<ReferenceRequest>),
}

impl Wish {
    /// Reads the arguments and the file on periods.
    pub(super) fn periods(command: PeriodsAdminCommand) -> Result<Self, Failure> {
        Ok(match command {
            PeriodsAdminCommand::List => Self::List(ReferenceKind::Periods),
            PeriodsAdminCommand::Counts => Self::List(ReferenceKind::Counts),
            PeriodsAdminCommand::Set(SetFileArgs { file, consent }) => {
                Self::set(ReferenceWish::Periods { content: content(&file)? }, agreed(consent)?)
            }
            PeriodsAdminCommand::Count(args) => {
                let CountRuleArgs { period, set, why, letter, consent } = args;
                Self::set(ReferenceWish::Counts { period, rule: set.0, why, letter }, agreed(consent)?)
            }
        })
    }

    /// Reads the arguments and the file on forms.
    pub(super) fn forms(command: FormsAdminCommand) -> Result<Self, Failure> {
        let wish = |file: &Path, from, against| {
            Ok::<_, Failure>(ReferenceWish::Forms { content: content(file)?, from, against })
        };
        Ok(match command {
            FormsAdminCommand::List => Self::List(ReferenceKind::Forms),
            FormsAdminCommand::Check(CheckFileArgs { file, from, against }) => {
                Self::set(wish(&file, from, against)?, true)
            }
            FormsAdminCommand::Import(ImportFileArgs { file, from, against, consent }) => {
                let dry_run = agreed(consent)?;
                Self::set(wish(&file, Some(from), against)?, dry_run)
            }
        })
    }

    /// Reads the arguments and the file on rules.
    pub(super) fn rules(command: RulesAdminCommand) -> Result<Self, Failure> {
        Ok(match command {
            RulesAdminCommand::List => Self::List(ReferenceKind::Rules),
            RulesAdminCommand::Check(CheckFileArgs { file, from, against }) => {
                let from = from.ok_or_else(|| Refusal::BadField { field: "from".to_owned() })?;
                Self::set(ReferenceWish::Rules { content: content(&file)?, from, against }, true)
            }
            RulesAdminCommand::Import(ImportFileArgs { file, from, against, consent }) => {
                let dry_run = agreed(consent)?;
                Self::set(ReferenceWish::Rules { content: content(&file)?, from, against }, dry_run)
            }
        })
    }

    /// Reads the arguments and the file on offices.
    pub(super) fn offices(command: OfficesAdminCommand) -> Result<Self, Failure> {
        Ok(match command {
            OfficesAdminCommand::List => Self::List(ReferenceKind::Offices),
            OfficesAdminCommand::Set(SetFileArgs { file, consent }) => {
                Self::set(ReferenceWish::Offices { content: content(&file)? }, agreed(consent)?)
            }
        })
    }

    /// Reads the arguments and the file on units.
    pub(super) fn units(command: UnitsAdminCommand) -> Result<Self, Failure> {
        Ok(match command {
            UnitsAdminCommand::List => Self::List(ReferenceKind::Units),
            UnitsAdminCommand::Import(UnitsFileArgs { file, from, consent }) => {
                let day = |text: String| date::parse_day(&text).ok_or(Failure::BadTime(text));
                let (from, dry_run) = (from.map(day).transpose()?, agreed(consent)?);
                Self::set(ReferenceWish::Units { content: content(&file)?, from }, dry_run)
            }
        })
    }

    fn set(set: ReferenceWish, dry_run: bool) -> Self {
        Self::Set(Box::new(ReferenceRequest { set, dry_run }))
    }

    /// Does it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let (http, output) = (&session.http, session.output());
        match self {
            Self::List(kind) => output.answer("reference", &http.reference(kind).await?, list),
            Self::Set(request) => output.answer("reference-set", &http.set_reference(&request).await?, set),
        }
    }
}

/// Whether it is only a dry run; nothing is asked of the backend before the person has said which.
fn agreed(consent: Consent) -> Result<bool, Failure> {
    if consent.confirm || consent.dry_run { Ok(consent.dry_run) } else { Err(Failure::NoConsent) }
}

fn content(file: &Path) -> Result<String, Failure> {
    let bytes = words::read(file, LARGEST)?;
    let text =
        String::from_utf8(bytes).map_err(|_error| Refusal::BadFile { line: None, fault: FileFault::Encoding })?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn list(texts: &Texts, list: &ReferenceList) -> Vec<String> {
    if list.rows.is_empty() {
        return vec![texts.say("reference-none")];
    }
    let columns = ["reference-name", "reference-from", "reference-until", "reference-standing", "reference-origin"];
    let mut head: Vec<String> = columns.iter().map(|name| texts.say(&format!("cli-column-{name}"))).collect();
    head.push(texts.say("cli-column-reports"));
    head.push(texts.say("cli-column-reference-about"));
    let mut table = Table::new(head);
    for row in &list.rows {
        table.push(cells(texts, list.kind, row));
    }
    table.lines()
}

fn cells(texts: &Texts, kind: ReferenceKind, row: &ReferenceRow) -> Vec<String> {
    let origin = match row.at.zip(row.by.as_deref()) {
        Some((at, by)) => texts.with("reference-set-by", &[("by", &clean::line(by)), ("at", &date::short_moment(at))]),
        None => texts.of_family("reference-origin", &row.origin),
    };
    vec![
        clean::line(&row.name),
        clean::line(&row.from),
        clean::line(row.until.as_deref().unwrap_or("–")),
        texts.of_family("reference-standing", &row.in_force),
        origin,
        row.reports.to_string(),
        about(texts, kind, row),
    ]
}

/// What a row says, in short.
fn about(texts: &Texts, kind: ReferenceKind, row: &ReferenceRow) -> String {
    let fact = |name: &str| clean::line(row.facts.get(name).map(String::as_str).unwrap_or_default());
    match kind {
        ReferenceKind::Periods => {
            let assumed = if fact("assumed") == "true" { texts.say("cli-assumed") } else { String::new() };
            let values = [
                ("opens", fact("opens")),
                ("unit", fact("unit_deadline")),
                ("office", fact("office_deadline")),
                ("form", fact("form")),
                ("assumed", assumed),
            ];
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            texts.with("reference-about-period", &values).trim_end().to_owned()
        }
        ReferenceKind::Counts => format!("{}: {} {}", fact("rule"), fact("why"), fact("letter")).trim_end().to_owned(),
        ReferenceKind::Offices => format!("{}, {}", fact("name_2024"), fact("language")),
        ReferenceKind::Units => {
            let assumed = if fact("official") == "true" { String::new() } else { texts.say("cli-assumed") };
            format!("{} {assumed}", fact("language")).trim_end().to_owned()
        }
        ReferenceKind::Forms => {
            let values = [("points", fact("points")), ("required", fact("required"))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            texts.with("reference-about-form", &values)
        }
        ReferenceKind::Rules => {
            let values = [("rules", fact("rules")), ("form", fact("form"))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            texts.with("reference-about-rules", &values)
        }
    }
}

fn set(texts: &Texts, answer: &ReferenceAnswer) -> Vec<String> {
    let first = match (answer.changed, answer.dry_run) {
        (false, _) => "reference-unchanged",
        (true, true) => "reference-would-change",
        (true, false) => "reference-changed",
    };
    let mut lines = vec![texts.say(first)];
    let mut table = Table::plain();
    for FieldChange { name, field, before, after } in &answer.changes {
        let value = |value: &Option<String>| clean::line(value.as_deref().unwrap_or("–"));
        let change = format!("{} → {}", value(before), value(after));
        table.push(vec![clean::line(name), clean::line(field), change]);
    }
    lines.extend(table.lines());
    if let Some(trial) = &answer.trial {
        lines.extend(tried(texts, trial));
    }
    lines
}

fn tried(texts: &Texts, trial: &Trial) -> Vec<String> {
    let counts = [("reports", i64::from(trial.reports)), ("refused", i64::from(trial.refused_count))];
    let mut lines = vec![texts.with_numbers("reference-tried", &[("period", trial.period.as_str())], &counts)];
    for one in trial.refused.iter().take(MOST_TOLD) {
        let why: Vec<String> = one.why.iter().take(MOST_TOLD).map(|why| refusal::say(texts, why)).collect();
        lines.push(format!("  {}: {}", one.unit, why.join(" ")));
    }
    for (key, count) in &trial.dropped {
        lines.push(texts.count("reference-dropped", i64::from(*count), &[("key", key)]));
    }
    for finding in &trial.findings {
        let counts = [("before", i64::from(finding.before)), ("after", i64::from(finding.after))];
        lines.push(texts.with_numbers("reference-findings", &[("rule", &finding.rule)], &counts));
    }
    if trial.findings.is_empty() {
        lines.push(texts.say("reference-same-findings"));
    }
    lines
}
