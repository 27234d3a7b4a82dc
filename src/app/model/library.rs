//! What stands on the page of addresses and letters, from the first entry to the last.
//! Imports `domain`, `api` and `text`.

use super::Model;
use crate::{
    api::{fault::Fault, reference::LetterChain},
    app::effect::Ticket,
    domain::library::{AskedAbout, Question},
    text::{clean, date},
};

/// The heading of the letters.
pub const LETTERS: &str = "library-letters";

/// The letters of the directorate as the backend has them.
#[derive(Debug, Default)]
pub struct Letters {
    /// The request that is on its way.
    pub waiting: Option<Ticket>,
    /// What came of the last one.
    pub answer: Option<Result<LetterChain, Fault>>,
}

/// An entry that can be selected and copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Under which heading it stands.
    pub heading: &'static str,
    /// Its first line.
    pub title: String,
    /// What stands below it.
    pub lines: Vec<String>,
    /// What is copied.
    pub copied: String,
}

/// The question to the directorate about the report that is open.
#[must_use]
pub fn question(model: &Model) -> Option<Question> {
    let report = model.case.ready()?.report()?;
    let (name, number) = (clean::line(&report.unit.name), report.unit.no.to_string());
    let reference = report.row.reference.to_string();
    let about = AskedAbout { unit: &name, number: &number, period: &report.period.name_long, reference: &reference };
    Some(model.guides.library.ask.about(about))
}

/// Every entry: the question first where a report is open, else the address for questions; then addresses and letters.
#[must_use]
pub fn entries(model: &Model) -> Vec<Entry> {
    let (texts, library) = (&model.texts, &model.guides.library);
    let mut all = vec![match question(model) {
        Some(question) => Entry {
            heading: "library-ask",
            title: texts.with("library-ask-to", &[("address", &question.to)]),
            lines: std::iter::once(question.subject.clone())
                .chain(std::iter::once(String::new()))
                .chain(question.body.lines().map(ToOwned::to_owned))
                .collect(),
            copied: question.text(),
        },
        None => Entry {
            heading: "library-ask",
            title: library.ask.address.clone(),
            lines: vec![texts.say("library-ask-address")],
            copied: library.ask.address.clone(),
        },
    }];
    all.extend(library.links.iter().map(|link| Entry {
        heading: "library-links",
        title: link.title.clone(),
        lines: vec![link.url.clone(), link.about.clone()],
        copied: link.url.clone(),
    }));
    let told = told(model);
    let letters = told.map_or(library.letters.as_slice(), |chain| chain.letters.as_slice());
    all.extend(letters.iter().map(|letter| {
        let sure = texts.of_family("library-subject", &letter.subject_confidence);
        let (number, subject) = (clean::line(&letter.number), clean::line(&letter.subject));
        let values = [("subject", subject.as_str()), ("sure", sure.as_str())];
        let day = date::day(letter.date);
        let head = [("number", number.as_str()), ("date", day.as_str())];
        let added = told.is_some_and(|chain| chain.added.contains(&letter.number));
        Entry {
            heading: LETTERS,
            title: texts.with(if added { "library-letter-added" } else { "library-letter" }, &head),
            lines: vec![texts.with("library-letter-subject", &values), clean::line(&letter.says)],
            copied: texts.with("library-letter", &head),
        }
    }));
    all
}

/// The letters as the backend has them, where it said so.
fn told(model: &Model) -> Option<&LetterChain> {
    model.letters.answer.as_ref().and_then(|answer| answer.as_ref().ok())
}

/// Whose letters are shown, in a sentence below their heading.
#[must_use]
pub fn whose(model: &Model) -> String {
    let texts = &model.texts;
    match (told(model), model.letters.waiting, &model.letters.answer) {
        (Some(chain), ..) => {
            let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let own = chain.letters.len().saturating_sub(chain.added.len());
            texts.with_numbers("library-letters-told", &[], &[("own", count(own)), ("added", count(chain.added.len()))])
        }
        (None, Some(_), _) => texts.say("library-letters-asked"),
        (None, None, Some(_)) => texts.say("library-letters-not-told"),
        (None, None, None) => texts.say("library-letters-own"),
    }
}
