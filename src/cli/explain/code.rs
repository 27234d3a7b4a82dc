//! A code of a list explained: what it meant at which time.
//! Imports `domain` and `text`.

use serde::Serialize;

use crate::{
    cli::card::Card,
    domain::codes::{Code, CodeLabel, CodeList, CodeLists},
    text::{Texts, date},
};

/// A code, explained.
#[derive(Debug, Serialize)]
pub(super) struct CodeCard {
    list: String,
    title: String,
    no: String,
    note: Option<String>,
    labels: Vec<CodeLabel>,
}

/// A list, with the codes that are known.
#[derive(Debug, Serialize)]
pub(super) struct ListCard {
    list: String,
    title: String,
    codes: Vec<CodeName>,
}

/// A code and what it meant last.
#[derive(Debug, Serialize)]
struct CodeName {
    no: String,
    label: String,
}

/// The names under which a list and its codes are explained.
pub(super) fn names(list: &CodeList) -> Vec<String> {
    let codes = list.codes.iter().map(|code| format!("{}:{}", list.id, code.no));
    std::iter::once(list.id.clone()).chain(codes).collect()
}

impl CodeCard {
    /// The code that a name such as «melder:23» means.
    pub(super) fn find(lists: &CodeLists, name: &str) -> Option<Self> {
        let (list, no) = name.split_once(':')?;
        let list = lists.list(list)?;
        let Code { no, note, labels } = list.code(no)?.clone();
        Some(Self { list: list.id.clone(), title: list.title.clone(), no, note, labels })
    }

    /// The card for people.
    pub(super) fn card(&self, texts: &Texts) -> Card {
        let newest = self.labels.last().map_or("", |label| label.text.as_str());
        let mut card = Card::new(format!("{}:{}  {newest}", self.list, self.no));
        card.fact(texts.say("about-code-list"), &self.title);
        card.facts(&texts.say("about-means"), self.labels.iter().map(|label| means(texts, label)));
        card.fact(texts.say("about-note"), self.note.clone().unwrap_or_default());
        let told = |label: &CodeLabel| {
            format!("{}: {} – {}", label.text, label.source, texts.of_family("confidence", &label.confidence))
        };
        card.facts(&texts.say("about-source"), self.labels.iter().map(told));
        card
    }
}

impl ListCard {
    /// The list that a name means.
    pub(super) fn find(lists: &CodeLists, name: &str) -> Option<Self> {
        let list = lists.list(name.trim_end_matches(':'))?;
        let label = |code: &Code| code.labels.last().map(|label| label.text.clone()).unwrap_or_default();
        let codes = list.codes.iter().map(|code| CodeName { no: code.no.clone(), label: label(code) }).collect();
        Some(Self { list: list.id.clone(), title: list.title.clone(), codes })
    }

    /// The card for people.
    pub(super) fn card(&self, texts: &Texts) -> Card {
        let mut card = Card::new(format!("{}  {}", self.list, self.title));
        let codes = self.codes.iter().map(|code| format!("{}:{}  {}", self.list, code.no, code.label));
        card.facts(&texts.say("about-codes"), codes);
        card
    }
}

fn means(texts: &Texts, label: &CodeLabel) -> String {
    let from = date::day(label.from);
    match label.until.map(date::day) {
        Some(until) => {
            let blanks: [(&str, &str); 3] = [("text", &label.text), ("from", &from), ("until", &until)];
            texts.with("about-from-until", &blanks)
        }
        None => texts.with("about-from", &[("text", &label.text), ("from", &from)]),
    }
}
