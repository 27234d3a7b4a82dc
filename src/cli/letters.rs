//! Letters of the office to its units: sending one from a file, and how each copy fares.
//! Imports `api`, `client` and `text`.

use serde::Deserialize;
use uuid::Uuid;

use super::{
    args::{LetterArgs, LetterCommand},
    failure::Failure,
    once::once,
    remind::leaves,
    session::Session,
    table::Table,
    words::{self, Field, HiddenSign},
};
use crate::{
    api::{
        letters::{LetterAnswer, LetterList, LetterRequest, LetterRow, LetterTarget, LetterText, LetterView},
        path,
    },
    text::{Texts, clean, date, refusal},
};

/// The largest file with a letter, in bytes.
const LARGEST: u64 = 256 * 1024;

/// A letter as it stands in a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LetterFile {
    nb: LetterText,
    nn: LetterText,
}

/// What is wanted, its file already read.
#[derive(Debug)]
pub(super) enum Wish {
    Send(Box<LetterRequest>),
    List,
    Show(i64),
}

impl Wish {
    /// Reads the arguments and the file.
    pub(super) fn new(command: LetterCommand) -> Result<Self, Failure> {
        Ok(match command {
            LetterCommand::List => Self::List,
            LetterCommand::Show { id } => Self::Show(id),
            LetterCommand::Send(args) => Self::Send(Box::new(request(args)?)),
        })
    }

    /// Does it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let (http, output) = (&session.http, session.output());
        match self {
            Self::Send(request) if request.dry_run => {
                output.answer("letter", &http.send_letter(Uuid::new_v4(), &request).await?, sent)
            }
            Self::Send(request) => {
                let answer = once(session, path::LETTERS, &request, async |key| http.send_letter(key, &request).await);
                output.answer("letter", &answer.await?, sent)
            }
            Self::List => output.answer("letters", &http.letters().await?, list),
            Self::Show(id) => output.answer("letter", &http.letter(id).await?, show),
        }
    }
}

fn request(args: LetterArgs) -> Result<LetterRequest, Failure> {
    let bytes = words::read(&args.file, LARGEST)?;
    let bad = |line: usize| Failure::BadLetter(format!("{}:{line}", args.file.display()));
    let text = str::from_utf8(&bytes).map_err(|_error| bad(1))?.trim_start_matches('\u{feff}');
    let file: LetterFile = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        bad(before.matches('\n').count() + 1)
    })?;
    let LetterFile { nb, nn } = file;
    for text in [&nb, &nn] {
        HiddenSign::none_in(Field::Subject, &text.subject)?;
        HiddenSign::none_in(Field::Body, &text.body)?;
    }
    Ok(LetterRequest { nb, nn, units: args.to, dry_run: args.dry_run, count: args.confirm })
}

fn sent(texts: &Texts, answer: &LetterAnswer) -> Vec<String> {
    let id = match (answer.dry_run, answer.replayed) {
        (true, _) => "cli-would-write",
        (false, true) => "cli-written-before",
        (false, false) => "cli-written",
    };
    let number = answer.id.map(|id| id.to_string()).unwrap_or_default();
    let mut lines =
        vec![texts.count(id, i64::from(answer.count), &[("id", &number), ("at", &date::moment(answer.at))])];
    lines.extend(answer.units.iter().map(|unit| target(texts, unit)));
    if answer.dry_run {
        // One copy of each language that somebody gets.
        let mut shown = Vec::new();
        for notice in answer.units.iter().filter_map(|unit| unit.notice.as_ref()) {
            if !shown.contains(&&notice.body) {
                shown.push(&notice.body);
                lines.extend([String::new(), clean::line(&notice.subject)]);
                lines.extend(notice.body.lines().map(clean::line));
            }
        }
        lines.extend([String::new(), texts.count("cli-write-confirm", i64::from(answer.count), &[])]);
    }
    // Said of a letter that went out before, it may be over.
    let open = answer.undo_until.filter(|until| *until > answer.at && !answer.replayed);
    lines.extend(open.map(|until| leaves(texts, until, answer.key)));
    lines
}

fn target(texts: &Texts, unit: &LetterTarget) -> String {
    let name = clean::line(&format!("{} {}", unit.unit, unit.name));
    match (&unit.notice, &unit.refusal) {
        (Some(notice), _) => {
            let language = texts.of_family("cli-language", &notice.language.value);
            format!("  {} – {} ({language})", name.trim(), clean::line(&notice.recipient))
        }
        (None, Some(why)) => texts.with("cli-left-out", &[("unit", name.trim()), ("why", &refusal::say(texts, why))]),
        (None, None) => name,
    }
}

fn list(texts: &Texts, list: &LetterList) -> Vec<String> {
    if list.letters.is_empty() {
        return vec![texts.say("cli-no-letters")];
    }
    let columns = ["number", "sent-at", "by", "subject", "copies"];
    let mut table = Table::new(columns.map(|name| texts.say(&format!("cli-broadcast-{name}"))).to_vec());
    for letter in &list.letters {
        table.push(vec![
            letter.id.to_string(),
            date::moment(letter.at),
            clean::line(&letter.by),
            clean::line(&letter.nb.subject),
            fares(texts, letter),
        ]);
    }
    table.lines()
}

/// How the copies of a letter fare.
fn fares(texts: &Texts, letter: &LetterRow) -> String {
    if let Some(at) = letter.undone_at {
        return texts.with("cli-broadcast-undone", &[("at", &date::moment(at))]);
    }
    let number = |count: u32| count.to_string();
    let (sent, all, held, failed) =
        (number(letter.sent), number(letter.copies), number(letter.held), number(letter.failed));
    texts.with("cli-broadcast-fares", &[("sent", &sent), ("all", &all), ("held", &held), ("failed", &failed)])
}

fn show(texts: &Texts, view: &LetterView) -> Vec<String> {
    let letter = &view.letter;
    let head = [("id", letter.id.to_string()), ("at", date::moment(letter.at)), ("by", clean::line(&letter.by))];
    let head: Vec<(&str, &str)> = head.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut lines = vec![texts.with("cli-broadcast-head", &head), fares(texts, letter)];
    for text in [&letter.nb, &letter.nn] {
        lines.extend([String::new(), clean::line(&text.subject)]);
        lines.extend(text.body.lines().map(clean::line));
    }
    lines.push(String::new());
    let columns = ["unit", "language", "to", "state", "answer"];
    let mut table = Table::new(columns.map(|name| texts.say(&format!("cli-copy-{name}"))).to_vec());
    for copy in &view.copies {
        let state =
            if letter.undone_at.is_some() { "–".to_owned() } else { texts.of_family("delivery", &copy.delivery) };
        table.push(vec![
            clean::line(&format!("{} {}", copy.unit, copy.name)),
            texts.of_family("cli-language", &copy.language),
            clean::line(&copy.recipient),
            state,
            copy.answer.as_deref().map(clean::line).unwrap_or_default(),
        ]);
    }
    lines.extend(table.lines());
    lines
}
