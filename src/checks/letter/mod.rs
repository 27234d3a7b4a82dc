//! The return comment that is suggested for a report, in the written language of the unit.
//! Imports `domain` and `text`.

pub mod mail;
pub mod notice;
pub mod settable;
pub mod sheets;
mod template;

use jiff::civil::Date;

pub use self::template::{BadLetter, Blank, File, Letters, Template, Words};
use super::{
    pack::{Pack, Rule},
    say::Speaker,
};
use crate::domain::{
    finding::{Finding, Review},
    letter::Letter,
    office::Office,
    period::Period,
    unit::{Assumed, Language, Unit},
};

/// A report that may be returned.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The office that returns it.
    pub office: &'a Office,
    /// The period.
    pub period: &'a Period,
    /// The version.
    pub version: u32,
    /// By when it shall come back.
    pub deadline: Date,
    /// What the rules say of it.
    pub review: &'a Review,
    /// The rules.
    pub pack: Option<&'a Pack>,
}

/// The language in which an office writes to a unit (språklova § 15): the unit's; the office's own where the unit has
/// adopted none.
#[must_use]
pub fn language(unit: &Unit, office: &Office) -> Assumed<Language> {
    let own = if office.language == Language::Nn { Language::Nn } else { Language::Nb };
    let value = if unit.language.value == Language::Neutral { own } else { unit.language.value };
    Assumed { value, ..unit.language }
}

/// Suggests the comment; the speaker says the findings in its language.
///
/// Accepted findings have an item too, so that they can be added by hand. No item names a rule: what was asked about is
/// stored with the decision, and means nothing to the unit.
#[must_use]
pub fn build(letters: &Letters, occasion: &Occasion<'_>, speaker: &Speaker<'_>) -> Letter {
    let language = language(occasion.unit, occasion.office);
    let Some(template) = letters.of(&occasion.office.id) else { return Letter::default() };
    let words = template.words(language.value);
    let office = speaker.office(occasion.office.name_in(occasion.deadline.year()));
    let (version, deadline) = (occasion.version.to_string(), speaker.day(occasion.deadline));
    let fill = |blank: Blank| match blank {
        Blank::Unit => occasion.unit.name.as_str(),
        Blank::Period => occasion.period.name_long.as_str(),
        Blank::Version => version.as_str(),
        Blank::Deadline => deadline.as_str(),
        Blank::Office => office.as_str(),
    };
    let speaker = Speaker { long: true, ..*speaker };
    Letter {
        language: Some(language),
        template: format!("{}-{}", template.id, speaker.language),
        head: words.head.fill(fill),
        alone: words.alone.fill(fill),
        items: occasion.review.findings.iter().map(|finding| item(occasion.pack, finding, &speaker)).collect(),
        tail: words.tail.fill(fill),
        deadline: Some(occasion.deadline),
    }
}

/// What is said of a finding: what was found, and what the unit is asked to do. Blank for one that nobody is asked about.
fn item(pack: Option<&Pack>, finding: &Finding, speaker: &Speaker<'_>) -> String {
    let rule: Option<&Rule> = pack.and_then(|pack| pack.rule(&finding.rule)).filter(|rule| rule.ask);
    let Some(words) = rule.and_then(|rule| rule.said(speaker.language)) else { return String::new() };
    format!("{} {}", speaker.sentence(finding), words.check)
}
