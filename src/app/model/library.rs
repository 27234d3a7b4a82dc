//! What stands on the page of addresses and letters, from the first entry to the last.
//! Imports `domain`, `checks` and `text`.

use super::Model;
use crate::{
    domain::library::{AskedAbout, Question},
    text::{clean, date},
};

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
    all.extend(library.letters.iter().map(|letter| {
        let sure = texts.of_family("library-subject", &letter.subject_confidence);
        let values = [("subject", letter.subject.as_str()), ("sure", sure.as_str())];
        let day = date::day(letter.date);
        let head = [("number", letter.number.as_str()), ("date", day.as_str())];
        Entry {
            heading: "library-letters",
            title: texts.with("library-letter", &head),
            lines: vec![texts.with("library-letter-subject", &values), letter.says.clone()],
            copied: texts.with("library-letter", &head),
        }
    }));
    all
}
