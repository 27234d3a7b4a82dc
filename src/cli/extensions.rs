//! The extension register: one decision, a file of them, and the list.
//! Imports `api`, `client`, `domain` and `text`.

use std::path::Path;

use uuid::Uuid;

use super::{
    args::{AddArgs, Consent, ExtensionsCommand, ImportArgs},
    failure::Failure,
    once::once,
    remind::{Keyed, leaves},
    session::Session,
    table::Table,
    words,
};
use crate::{
    api::{
        extensions::{
            ExtensionAnswer, ExtensionEntry, ExtensionLine, ExtensionList, ExtensionRequest, ExtensionResult,
            LineOutcome,
        },
        path,
    },
    client::backend::Backend,
    domain::refusal::{FileFault, Refusal},
    text::{Texts, clean, date, refusal},
};

/// The largest file that is read.
const LARGEST_FILE: u64 = 1024 * 1024;
/// The columns a file must have, and the one it may have.
const COLUMNS: [&str; 5] = ["unit", "ref", "asked", "granted", "decided"];
const TOLD: &str = "told";

/// What was asked for.
#[derive(Debug)]
pub(super) enum Wish {
    /// The register, or a part of it.
    List(Option<String>, Option<String>),
    /// Decisions, and whether they come from a file.
    Register(ExtensionRequest, bool),
}

impl Wish {
    /// Reads it; nothing is asked of the backend before the person has said whether to do it.
    pub(super) fn new(command: ExtensionsCommand) -> Result<Self, Failure> {
        match command {
            ExtensionsCommand::List { unit, period } => {
                Ok(Self::List(unit, period.map(|period| period.to_ascii_uppercase())))
            }
            ExtensionsCommand::Add(args) => add(args),
            ExtensionsCommand::Import(args) => import(&args),
        }
    }

    /// Does it, or tells what would come of it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::List(unit, period) => {
                let list = session.http.extensions(unit.as_deref(), period.as_deref()).await?;
                session.output().answer("extensions", &list, list_lines)
            }
            Self::Register(request, from_file) => register(session, request, from_file).await,
        }
    }
}

fn consented(consent: Consent) -> Result<(), Failure> {
    if consent.confirm || consent.dry_run { Ok(()) } else { Err(Failure::NoConsent) }
}

fn add(args: AddArgs) -> Result<Wish, Failure> {
    consented(args.consent)?;
    let verdict = match (args.granted, args.refused) {
        (true, _) => "granted",
        (_, true) => "refused",
        _ => "pending",
    };
    let line = ExtensionLine {
        line: 0,
        unit: args.unit,
        case_ref: args.case_ref,
        asked: args.asked,
        verdict: verdict.to_owned(),
        decided: args.decided,
        told: args.told,
    };
    let (correct, dry_run) = (args.correct, args.consent.dry_run);
    Ok(Wish::Register(ExtensionRequest { lines: vec![line], correct, skip_bad: false, dry_run }, false))
}

fn import(args: &ImportArgs) -> Result<Wish, Failure> {
    consented(args.consent)?;
    let lines = read(&args.file)?;
    let (correct, skip_bad, dry_run) = (args.correct, args.skip_bad, args.consent.dry_run);
    Ok(Wish::Register(ExtensionRequest { lines, correct, skip_bad, dry_run }, true))
}

/// Registers, after the match report where it is a file: what was wrong is told whole, before anything is stored.
async fn register(session: &Session, request: ExtensionRequest, from_file: bool) -> Result<(), Failure> {
    let dry_run = request.dry_run;
    let told = |texts: &Texts, keyed: &Keyed<'_, ExtensionAnswer>| answer_lines(texts, keyed, from_file, dry_run);
    if from_file || dry_run {
        let trial = ExtensionRequest { dry_run: true, ..request.clone() };
        let key = Uuid::new_v4();
        let report = session.http.register(key, trial).await?;
        let stops = report.refused > 0 && !request.skip_bad;
        if dry_run || stops {
            session.output().answer("extensions_added", &Keyed { key, answer: &report }, told)?;
            return if stops { Err(refusals(&report).into()) } else { Ok(()) };
        }
    }
    let send = async |key| Ok((key, session.http.register(key, request.clone()).await?));
    let (key, answer) = once(session, path::EXTENSIONS, &request, send).await?;
    session.output().answer("extensions_added", &Keyed { key, answer: &answer }, told)
}

/// Everything that was refused, each with its line.
fn refusals(report: &ExtensionAnswer) -> crate::api::fault::Fault {
    let of = |line: &ExtensionResult| {
        let number = line.line;
        let placed = move |why: &Refusal| match number {
            0 => why.clone(),
            line => Refusal::InRow { line, why: Box::new(why.clone()) },
        };
        line.refusals.iter().map(placed).collect::<Vec<_>>()
    };
    crate::api::fault::Fault::refused_for(report.lines.iter().flat_map(of).collect())
}

/// The decisions of a file.
fn read(file: &Path) -> Result<Vec<ExtensionLine>, Failure> {
    let bad = |line: Option<u32>, fault: FileFault| Failure::from(Refusal::BadFile { line, fault });
    let bytes = words::read(file, LARGEST_FILE)?;
    let text = String::from_utf8(bytes).map_err(|_binary| bad(None, FileFault::Encoding))?;
    // The reader counts a line break of two characters to the line after it.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut head: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_unread| bad(None, FileFault::Quote))?;
        let line = record.position().map_or(0, |place| u32::try_from(place.line()).unwrap_or(u32::MAX));
        if record.iter().all(str::is_empty) {
            continue;
        }
        if head.is_empty() {
            head = columns(&record).map_err(|fault| bad(Some(line), fault))?;
            continue;
        }
        if record.len() != head.len() {
            return Err(bad(Some(line), FileFault::Cells));
        }
        let cell = |name: &str| {
            let place = head.iter().position(|column| column == name);
            place.and_then(|place| record.get(place)).unwrap_or_default().to_owned()
        };
        let day = |name: &str| Some(cell(name)).filter(|text| !text.is_empty());
        let [unit, case_ref, asked, verdict] = ["unit", "ref", "asked", "granted"].map(cell);
        lines.push(ExtensionLine { line, unit, case_ref, asked, verdict, decided: day("decided"), told: day(TOLD) });
    }
    if lines.is_empty() { Err(bad(None, FileFault::Empty)) } else { Ok(lines) }
}

/// The names of the columns, in any order.
fn columns(record: &csv::StringRecord) -> Result<Vec<String>, FileFault> {
    let head: Vec<String> = record.iter().map(str::to_ascii_lowercase).collect();
    let known = |name: &String| COLUMNS.contains(&name.as_str()) || name == TOLD;
    if let Some(column) = head.iter().find(|name| !known(name)) {
        return Err(FileFault::UnknownColumn { column: clean::line(column) });
    }
    if let Some(column) = COLUMNS.iter().find(|name| head.iter().all(|other| other != *name)) {
        return Err(FileFault::MissingColumn { column: (*column).to_owned() });
    }
    let twice = head.iter().enumerate().find(|(at, name)| head.iter().take(*at).any(|other| other == *name));
    twice.map_or(Ok(()), |(_, column)| Err(FileFault::ColumnTwice { column: column.clone() }))?;
    Ok(head)
}

fn answer_lines(texts: &Texts, keyed: &Keyed<'_, ExtensionAnswer>, from_file: bool, dry_run: bool) -> Vec<String> {
    let answer = keyed.answer;
    let mut lines = Vec::new();
    if dry_run {
        lines.push(texts.say("cli-dry-run"));
    }
    for line in &answer.lines {
        lines.push(result_line(texts, line, from_file));
        if let Some(notice) = line.notice.as_ref().filter(|_| !from_file) {
            lines.push(texts.with("cli-notice-to", &[("to", &clean::line(&notice.recipient))]));
            if dry_run {
                lines.push(clean::line(&notice.subject));
                lines.extend(notice.body.lines().map(clean::line));
            }
        }
    }
    if from_file {
        let numbers = [("taken", answer.taken), ("known", answer.known), ("refused", answer.refused)];
        let numbers: Vec<(&str, i64)> = numbers.into_iter().map(|(name, number)| (name, i64::from(number))).collect();
        lines.push(texts.with_numbers("cli-extensions-sum", &[], &numbers));
        lines.push(texts.count("cli-extensions-notices", i64::from(answer.notices), &[]));
    }
    let until = answer.undo_until.filter(|until| answer.stored && *until > answer.at);
    lines.extend(until.map(|until| leaves(texts, until, keyed.key)));
    lines
}

fn result_line(texts: &Texts, line: &ExtensionResult, from_file: bool) -> String {
    let outcome = texts.of_family("line-outcome", &line.outcome);
    let what = match (&line.entry, line.outcome) {
        (Some(entry), LineOutcome::Taken | LineOutcome::Known) => entry_sentence(texts, entry),
        _ => line.refusals.iter().map(|why| refusal::say(texts, why)).collect::<Vec<_>>().join(" "),
    };
    if from_file {
        let number = line.line.to_string();
        return texts.with("cli-extensions-line", &[("line", &number), ("outcome", &outcome), ("what", &what)]);
    }
    format!("{outcome}: {what}")
}

fn entry_sentence(texts: &Texts, entry: &ExtensionEntry) -> String {
    let verdict = texts.of_family("verdict", &entry.verdict);
    let unit = clean::line(&format!("{} {}", entry.unit, entry.unit_name));
    let values = [("unit", unit.as_str()), ("ref", entry.case_ref.as_str()), ("verdict", &verdict)];
    match entry.decided {
        Some(day) => format!("{} {}", texts.with("extension-sentence", &values), date::day(day)),
        None => texts.with("extension-sentence", &values),
    }
}

fn list_lines(texts: &Texts, list: &ExtensionList) -> Vec<String> {
    if list.entries.is_empty() {
        return vec![texts.say("extensions-none")];
    }
    let head = ["number", "name", "ref", "asked", "verdict", "decided", "told", "registered"];
    let mut table = Table::new(head.map(|name| texts.say(&format!("cli-column-{name}"))).to_vec());
    for entry in &list.entries {
        let verdict = texts.of_family("verdict", &entry.verdict);
        let verdict =
            if entry.superseded { texts.with("verdict-superseded", &[("verdict", &verdict)]) } else { verdict };
        table.push(vec![
            entry.unit.to_string(),
            clean::line(&entry.unit_name),
            entry.case_ref.to_string(),
            date::day(entry.asked),
            verdict,
            entry.decided.map(date::day).unwrap_or_default(),
            entry.told.map(date::day).unwrap_or_default(),
            format!("{} {}", date::moment(entry.at), clean::line(&entry.by)),
        ]);
    }
    table.lines()
}
