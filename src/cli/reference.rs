//! `sfv admin periods|forms|rules|offices|units|letters`: setting reference data over the API, with what would change told first.
//! Imports `api`, `client`, `domain` and `text`.

use std::path::Path;

use super::{
    args::{
        CheckFileArgs, Consent, CountRuleArgs, FormsAdminCommand, ImportFileArgs, LetterAddArgs, LettersAdminCommand,
        LettersFileArgs, OfficesAdminCommand, PeriodsAdminCommand, RulesAdminCommand, SetFileArgs, UnitBordersArgs,
        UnitSetArgs, UnitsAdminCommand, UnitsFileArgs, WithdrawArgs,
    },
    failure::Failure,
    session::Session,
    table::Table,
    words,
};
use crate::{
    api::reference::{
        DeadlineMove, FieldChange, LetterFields, ReferenceAnswer, ReferenceList, ReferenceRequest, ReferenceRow,
        ReferenceWish, TasksStay, TextPart, Trial,
    },
    domain::{
        amendment::ReferenceKind,
        refusal::{FileFault, Refusal},
    },
    text::{Texts, clean, date, refusal, wire_name},
};

/// The largest file, in bytes.
const LARGEST: u64 = 512 * 1024;
/// The most letters of the words of a text in a table.
const LONGEST_SHOWN: usize = 48;
/// The most reports of a trial that are told one by one.
const MOST_TOLD: usize = 10;

/// The fields that have a name in words.
const FIELDS: &[&str] = &[
    "reference-field-assumed",
    "reference-field-change",
    "reference-field-children",
    "reference-field-confidence",
    "reference-field-content",
    "reference-field-county",
    "reference-field-county-no",
    "reference-field-date",
    "reference-field-ends",
    "reference-field-form",
    "reference-field-from",
    "reference-field-holiday",
    "reference-field-language",
    "reference-field-letter",
    "reference-field-name",
    "reference-field-name-long",
    "reference-field-number",
    "reference-field-office",
    "reference-field-office-deadline",
    "reference-field-official",
    "reference-field-opens",
    "reference-field-predecessors",
    "reference-field-previous",
    "reference-field-reports",
    "reference-field-rule",
    "reference-field-same-last-year",
    "reference-field-says",
    "reference-field-short",
    "reference-field-source",
    "reference-field-subject",
    "reference-field-subject-confidence",
    "reference-field-to",
    "reference-field-unit",
    "reference-field-unit-deadline",
    "reference-field-why",
    "reference-field-withdrawn",
];

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
            PeriodsAdminCommand::Holidays => Self::List(ReferenceKind::Holidays),
            PeriodsAdminCommand::Counts => Self::List(ReferenceKind::Counts),
            PeriodsAdminCommand::Set(SetFileArgs { file, consent }) => {
                Self::set(ReferenceWish::Periods { content: content(&file)? }, agreed(consent)?)
            }
            PeriodsAdminCommand::Withdraw(args) => Self::withdraw(ReferenceKind::Periods, args)?,
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
            FormsAdminCommand::Withdraw(args) => Self::withdraw(ReferenceKind::Forms, args)?,
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
            RulesAdminCommand::Withdraw(args) => Self::withdraw(ReferenceKind::Rules, args)?,
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
            UnitsAdminCommand::Borders => Self::List(ReferenceKind::Borders),
            UnitsAdminCommand::Change(UnitBordersArgs { file, from, replace, consent }) => {
                let from = date::parse_day(&from).ok_or(Failure::BadTime(from))?;
                Self::set(ReferenceWish::Borders { content: content(&file)?, from, replace }, agreed(consent)?)
            }
            UnitsAdminCommand::Set(args) => {
                let dry_run = agreed(args.consent)?;
                let from = date::parse_day(&args.from).ok_or_else(|| Failure::BadTime(args.from.clone()))?;
                let (content, replace) = (unit_row(&args)?, args.replace);
                Self::set(ReferenceWish::Borders { content, from, replace }, dry_run)
            }
            UnitsAdminCommand::List => Self::List(ReferenceKind::Units),
            UnitsAdminCommand::Import(UnitsFileArgs { file, from, consent }) => {
                let day = |text: String| date::parse_day(&text).ok_or(Failure::BadTime(text));
                let (from, dry_run) = (from.map(day).transpose()?, agreed(consent)?);
                Self::set(ReferenceWish::Units { content: content(&file)?, from }, dry_run)
            }
        })
    }

    /// Reads the arguments and the file on the directorate's letters.
    pub(super) fn letters(command: LettersAdminCommand) -> Result<Self, Failure> {
        Ok(match command {
            LettersAdminCommand::List => Self::List(ReferenceKind::Letters),
            LettersAdminCommand::Add(args) => {
                let LetterAddArgs { number, date, subject, says, source, replace, consent, .. } = args;
                // What is no date goes as it is: the backend says what is wrong with it.
                let date = date::parse_day(&date).map_or(date, |day| day.to_string());
                let [subject_confidence, confidence] =
                    [args.subject_confidence, args.confidence].map(|sure| wire_name(&sure));
                let letter = LetterFields { number, date, subject, subject_confidence, says, confidence, source };
                Self::set(ReferenceWish::Letter { letter, replace }, agreed(consent)?)
            }
            LettersAdminCommand::Import(LettersFileArgs { file, replace, consent }) => {
                Self::set(ReferenceWish::Letters { content: content(&file)?, replace }, agreed(consent)?)
            }
        })
    }

    fn withdraw(of: ReferenceKind, args: WithdrawArgs) -> Result<Self, Failure> {
        let WithdrawArgs { name, consent } = args;
        Ok(Self::set(ReferenceWish::Withdraw { of, name }, agreed(consent)?))
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
pub(super) fn agreed(consent: Consent) -> Result<bool, Failure> {
    if consent.confirm || consent.dry_run { Ok(consent.dry_run) } else { Err(Failure::NoConsent) }
}

pub(super) fn content(file: &Path) -> Result<String, Failure> {
    let bytes = words::read(file, LARGEST)?;
    let text =
        String::from_utf8(bytes).map_err(|_error| Refusal::BadFile { line: None, fault: FileFault::Encoding })?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// The file of one row that the flags stand for.
fn unit_row(args: &UnitSetArgs) -> Result<String, Failure> {
    let columns = [
        ("unit_no", Some(args.unit.clone())),
        ("change", Some(if args.withdraw { "withdraw" } else { "set" }.to_owned())),
        ("name", args.name.clone()),
        ("also", args.also.clone()),
        ("county_no", args.county_no.clone()),
        ("county", args.county.clone()),
        ("office", args.office.clone()),
        ("reports", args.reports.clone()),
        ("predecessors", Some(args.predecessor.join(" "))),
    ];
    let internal = |error: &dyn ToString| Failure::Internal(error.to_string());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(columns.iter().map(|(name, _)| *name)).map_err(|error| internal(&error))?;
    let values = columns.iter().map(|(_, value)| value.as_deref().unwrap_or_default());
    writer.write_record(values).map_err(|error| internal(&error))?;
    let bytes = writer.into_inner().map_err(|error| internal(&error))?;
    String::from_utf8(bytes).map_err(|error| internal(&error))
}

fn list(texts: &Texts, list: &ReferenceList) -> Vec<String> {
    if list.rows.is_empty() {
        return vec![texts.say("reference-none")];
    }
    let columns = ["reference-name", "reference-from", "reference-until", "reference-standing", "reference-origin"];
    let mut head: Vec<String> = columns.iter().map(|name| texts.say(&format!("cli-column-{name}"))).collect();
    if has_reports(list.kind) {
        head.push(texts.say("cli-column-reports"));
    }
    head.push(texts.say("cli-column-reference-about"));
    let mut table = Table::new(head);
    for row in &list.rows {
        table.push(cells(texts, list.kind, row));
    }
    table.lines()
}

fn cells(texts: &Texts, kind: ReferenceKind, row: &ReferenceRow) -> Vec<String> {
    let mut cells = vec![
        clean::line(&row.name),
        clean::line(&row.from),
        clean::line(row.until.as_deref().unwrap_or("–")),
        texts.of_family("reference-standing", &row.in_force),
        origin(texts, row),
    ];
    cells.extend(has_reports(kind).then(|| row.reports.to_string()));
    cells.push(about(texts, kind, row));
    cells
}

/// True for what reports are counted of.
fn has_reports(kind: ReferenceKind) -> bool {
    matches!(kind, ReferenceKind::Periods | ReferenceKind::Counts | ReferenceKind::Forms | ReferenceKind::Rules)
}

/// The name of a field in words; one that has none keeps its own.
fn field_name(texts: &Texts, field: &str) -> String {
    let id = format!("reference-field-{}", field.replace('_', "-"));
    if FIELDS.contains(&id.as_str()) { texts.say(&id) } else { clean::line(field) }
}

/// Where a row comes from.
fn origin(texts: &Texts, row: &ReferenceRow) -> String {
    match row.at.zip(row.by.as_deref()) {
        Some((at, by)) => texts.with("reference-set-by", &[("by", &clean::line(by)), ("at", &date::short_moment(at))]),
        None => texts.of_family("reference-origin", &row.origin),
    }
}

/// Whether a row holds, since when and until when, and where it comes from.
pub(super) fn standing(texts: &Texts, row: &ReferenceRow) -> String {
    let since = if row.from.is_empty() { "–" } else { &row.from };
    let until = row.until.as_deref().unwrap_or("–");
    let days = format!("{} → {}", clean::line(since), clean::line(until));
    let parts = [texts.of_family("reference-standing", &row.in_force), days, origin(texts, row)];
    parts.join(&texts.say("list-separator"))
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
        ReferenceKind::Offices => format!("{}, {}", fact("name_2024"), language(texts, &fact("language"))),
        ReferenceKind::Holidays => match fact("holiday") {
            name if name.is_empty() => texts.say("reference-working-day"),
            name => name,
        },
        ReferenceKind::Borders => {
            let change = if fact("change") == "end" { "reference-border-ends" } else { "reference-border-set" };
            let parts = [texts.say(change)].into_iter().chain(["name", "office", "predecessors"].map(fact));
            let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
            parts.join(", ")
        }
        ReferenceKind::Letters | ReferenceKind::Templates => {
            [fact("subject"), fact("head")].into_iter().find(|words| !words.is_empty()).unwrap_or_default()
        }
        ReferenceKind::Units => {
            let assumed = if fact("official") == "true" { String::new() } else { texts.say("cli-assumed") };
            format!("{} {assumed}", language(texts, &fact("language"))).trim_end().to_owned()
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

/// A written language by its name on the wire.
fn language(texts: &Texts, code: &str) -> String {
    let id = format!("cli-language-{code}");
    if texts.has(&id) { texts.say(&id) } else { code.to_owned() }
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
        let value = |value: &Option<String>| shown(answer.kind, value.as_deref().unwrap_or("–"));
        let change = format!("{} → {}", value(before), value(after));
        table.push(vec![clean::line(name), field_name(texts, field), change]);
    }
    lines.extend(table.lines());
    for TextPart { part, text } in &answer.preview {
        lines.push(texts.with("template-preview", &[("part", &clean::line(part))]));
        lines.extend(clean::prose(text).lines().map(|line| format!("  {line}").trim_end().to_owned()));
    }
    let id = if answer.dry_run { "reference-moves" } else { "reference-moved" };
    for DeadlineMove { period, office, open, kept } in &answer.moves {
        let counts = [("open", i64::from(*open)), ("kept", i64::from(*kept))];
        lines.push(texts.with_numbers(id, &[("office", office), ("period", period.as_str())], &counts));
    }
    for TasksStay { unit, office, open } in &answer.stays {
        let names = [("unit", unit.as_str()), ("office", office.as_str())];
        lines.push(texts.with_numbers("reference-stays", &names, &[("open", i64::from(*open))]));
    }
    if let Some(first) = answer.first.as_ref().filter(|_| answer.changed) {
        lines.push(texts.with("reference-first-period", &[("period", first.as_str())]));
    }
    lines.extend(answer.warnings.iter().map(|warning| refusal::warning(texts, warning)));
    if let Some(trial) = &answer.trial {
        lines.extend(tried(texts, trial));
    }
    lines
}

/// A value in a table; of the words of a text only the beginning, for they are shown whole below.
fn shown(kind: ReferenceKind, value: &str) -> String {
    let value = clean::line(value);
    if kind != ReferenceKind::Templates || value.chars().count() <= LONGEST_SHOWN {
        return value;
    }
    value.chars().take(LONGEST_SHOWN).chain("…".chars()).collect()
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
