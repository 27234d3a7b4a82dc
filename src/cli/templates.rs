//! `sfv admin templates`: the words of mails, reminders and return comments, with what each must hold and how it would look.
//! Imports `api`, `client`, `domain` and `text`.

use super::{
    args::{TemplateArgs, TemplateResetArgs, TemplateSetArgs, TemplatesAdminCommand},
    card::Card,
    failure::Failure,
    reference,
    session::Session,
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::{ReferenceList, ReferenceRequest, ReferenceRow, ReferenceWish},
    },
    domain::{
        amendment::ReferenceKind,
        refusal::{BadReference, ReferenceFault, Refusal},
        unit::Language,
    },
    text::{Texts, clean, date, wire_name},
};

/// The parts of a text, in the order in which they are read.
const PARTS: [&str; 6] = ["subject", "line", "body", "head", "alone", "tail"];

/// What is wanted, its file already read.
#[derive(Debug)]
pub(super) enum Wish {
    List,
    Show { name: String, language: Option<Language>, toml: bool },
    Set(Box<ReferenceRequest>),
}

impl Wish {
    /// Reads the arguments and the file.
    pub(super) fn new(command: TemplatesAdminCommand) -> Result<Self, Failure> {
        let day = |text: String| date::parse_day(&text).ok_or(Failure::BadTime(text));
        Ok(match command {
            TemplatesAdminCommand::List => Self::List,
            TemplatesAdminCommand::Show(TemplateArgs { name, language, toml }) => Self::Show { name, language, toml },
            TemplatesAdminCommand::Set(TemplateSetArgs { name, file, language, from, consent }) => {
                let (from, dry_run) = (from.map(day).transpose()?, reference::agreed(consent)?);
                let content = Some(reference::content(&file)?);
                let set = ReferenceWish::Templates { template: name, language, content, from };
                Self::Set(Box::new(ReferenceRequest { set, dry_run }))
            }
            TemplatesAdminCommand::Reset(TemplateResetArgs { name, language, from, consent }) => {
                let (from, dry_run) = (from.map(day).transpose()?, reference::agreed(consent)?);
                let set = ReferenceWish::Templates { template: name, language, content: None, from };
                Self::Set(Box::new(ReferenceRequest { set, dry_run }))
            }
        })
    }

    /// Does it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::List => reference::Wish::List(ReferenceKind::Templates).run(session).await,
            Self::Set(request) => reference::Wish::Set(request).run(session).await,
            Self::Show { name, language, toml } => {
                let all = session.http.reference(ReferenceKind::Templates).await?;
                let shown = chosen(all, &name, language)?;
                if toml && !session.output().json {
                    return session.output().lines(shown.rows.iter().filter(|row| row.is_now()).flat_map(file));
                }
                session.output().answer("template", &shown, show)
            }
        }
    }
}

/// The rows of a text, in a language or in both.
fn chosen(all: ReferenceList, name: &str, language: Option<Language>) -> Result<ReferenceList, Failure> {
    let is_of = |row: &ReferenceRow| {
        let (of, code) = row.name.rsplit_once('.').unwrap_or_default();
        of == name && language.is_none_or(|language| wire_name(&language) == code)
    };
    let mut known: Vec<String> =
        all.rows.iter().filter_map(|row| row.name.rsplit_once('.').map(|(name, _)| name.to_owned())).collect();
    known.dedup();
    let rows: Vec<ReferenceRow> = all.rows.into_iter().filter(is_of).collect();
    if rows.is_empty() {
        let fault = ReferenceFault::NoText { known: known.join(", ") };
        let refusal = Refusal::BadReference(BadReference { about: name.chars().take(40).collect(), fault });
        return Err(Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotFound) }.into());
    }
    Ok(ReferenceList { rows, ..all })
}

fn show(texts: &Texts, list: &ReferenceList) -> Vec<String> {
    list.rows.iter().flat_map(|row| card(texts, row)).collect()
}

fn card(texts: &Texts, row: &ReferenceRow) -> Vec<String> {
    let mut card = Card::new(clean::line(&row.name));
    card.fact(texts.say("template-standing"), reference::standing(texts, row));
    if let Some(why) = row.facts.get("fixed") {
        card.fact(texts.say("template-fixed"), clean::line(why));
    }
    let fact = |part: &str, what: &str| row.facts.get(&format!("{part}.{what}")).map(|fact| clean::line(fact));
    let there = PARTS.into_iter().filter(|part| row.facts.contains_key(*part));
    for part in there.clone() {
        let values = [
            ("blanks", fact(part, "blanks").unwrap_or_default()),
            ("needs", fact(part, "needs").unwrap_or_else(|| "–".to_owned())),
            ("most", fact(part, "most").unwrap_or_default()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        card.fact(part.to_owned(), texts.with("template-part", &values));
        if let Some(words) = fact(part, "words") {
            card.fact(String::new(), texts.with("template-words", &[("words", &words)]));
        }
    }
    let mut lines = card.lines();
    for part in there {
        lines.push(texts.with("template-text", &[("part", part)]));
        let words = row.facts.get(part).map(|words| clean::prose(words)).unwrap_or_default();
        lines.extend(words.lines().map(|line| format!("  {line}").trim_end().to_owned()));
    }
    lines.push(String::new());
    lines
}

/// The words as a file that `set` takes.
fn file(row: &ReferenceRow) -> Vec<String> {
    let head = format!("# {} {}", clean::line(&row.name), clean::line(&row.from));
    let part = |part: &&str| {
        let words = clean::prose(row.facts.get(*part)?);
        let value = toml::Value::String(words).to_string();
        Some(format!("{part} = {value}").lines().map(ToOwned::to_owned).collect::<Vec<String>>())
    };
    std::iter::once(head.trim_end().to_owned()).chain(PARTS.iter().filter_map(part).flatten()).collect()
}
