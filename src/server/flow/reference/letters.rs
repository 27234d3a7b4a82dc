//! The letters of the directorate: what administrators add to the chain that is built in.
//! Imports `domain`, `checks`, `text` and `api`.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::{
    Deserialize,
    de::value::{Error as Unknown, StrDeserializer},
};
use toml::Spanned;

use super::{Lines, Planned, differences, in_row, refusal, refused};
use crate::{
    api::{
        fault::Fault,
        reference::{LetterFields, ReferenceWarning},
    },
    checks::identity,
    domain::{
        amendment::{Amendment, ReferenceKind},
        form::Confidence,
        library::ChainLetter,
        refusal::{ReferenceFault, Refusal},
    },
    server::{flow::fields, store::Store},
    text::{clean, wire_name},
};

/// The most signs of a number.
const LONGEST_NUMBER: usize = 40;
/// The most letters of the texts: what it is about, what it says, where number and date stand.
const LONGEST: [usize; 3] = [200, 1000, 300];
/// The first year of which letters are expected.
const OLDEST: i16 = 2000;
/// The words of how sure something is.
const SURE: [Confidence; 3] = [Confidence::Sure, Confidence::Likely, Confidence::Reconstructed];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    letter: Vec<Spanned<LetterFields>>,
}

/// The letters that there are, by their numbers.
struct Chain<'a> {
    there: HashMap<&'a str, &'a ChainLetter>,
    /// Those that are built in.
    own: HashSet<String>,
}

impl<'a> Chain<'a> {
    fn of(store: &'a Store) -> Self {
        let own = ChainLetter::embedded().unwrap_or_default().into_iter().map(|letter| letter.number).collect();
        let there = store.register().letters.iter().map(|letter| (letter.number.as_str(), letter)).collect();
        Self { there, own }
    }

    fn letter(&self, number: &str) -> Option<&'a ChainLetter> {
        self.there.get(number).copied()
    }
}

/// Judges the letters of a file, all of them before any is stored.
pub(super) fn judge(store: &Store, content: &str, replace: bool) -> Result<Vec<Planned>, Fault> {
    let lines = Lines::of(content);
    let File { letter: given } = toml::from_str(content).map_err(|error| lines.not_toml("letters", &error))?;
    if given.is_empty() {
        return Err(refused("letters", ReferenceFault::Nothing));
    }
    let chain = Chain::of(store);
    let (mut refusals, mut planned, mut seen) = (Vec::new(), Vec::new(), HashMap::<String, ChainLetter>::new());
    for fields in given {
        let line = lines.at(fields.span().start);
        let (found, mut faults) = read(&chain, fields.get_ref(), replace);
        let before = found.as_ref().and_then(|new| seen.get(&new.number));
        if before.is_some() && before != found.as_ref() {
            faults.push(ReferenceFault::Twice);
        }
        let is_new = before.is_none();
        let told = |fault| in_row(line, refusal(about(fields.get_ref()), fault));
        refusals.extend(faults.into_iter().map(told).collect::<Vec<Refusal>>());
        if let Some(new) = found.filter(|_| is_new) {
            planned.extend(plan(&chain, &new));
            seen.insert(new.number.clone(), new);
        }
    }
    if refusals.is_empty() { Ok(planned) } else { Err(Fault::refused_for(refusals)) }
}

/// Judges one letter.
pub(super) fn judge_one(store: &Store, fields: &LetterFields, replace: bool) -> Result<Vec<Planned>, Fault> {
    let chain = Chain::of(store);
    let (found, faults) = read(&chain, fields, replace);
    if !faults.is_empty() {
        return Err(Fault::refused_for(faults.into_iter().map(|fault| refusal(about(fields), fault)).collect()));
    }
    Ok(found.iter().filter_map(|new| plan(&chain, new)).collect())
}

/// The letters with a date that a letter hardly has.
pub(super) fn warnings(planned: &[Planned], today: Date) -> Vec<ReferenceWarning> {
    let odd = |one: &Planned| {
        let day: Date = one.amendment.from.parse().ok()?;
        let odd = day > today || day.year() < OLDEST;
        odd.then(|| ReferenceWarning::LetterDate { letter: one.amendment.name.clone(), day })
    };
    planned.iter().filter_map(odd).collect()
}

/// What a refusal calls a letter.
fn about(fields: &LetterFields) -> &str {
    if fields.number.trim().is_empty() { "letter" } else { &fields.number }
}

/// A letter, and everything that is wrong with it.
fn read(chain: &Chain<'_>, fields: &LetterFields, replace: bool) -> (Option<ChainLetter>, Vec<ReferenceFault>) {
    let hidden =
        fields::hidden(fields).into_iter().filter(|field| ["subject", "says", "source"].contains(&field.as_str()));
    let mut faults: Vec<ReferenceFault> = hidden.map(|field| ReferenceFault::HiddenSign { field }).collect();
    let number = fields.number.trim().to_owned();
    if !is_number(&number) {
        faults.push(ReferenceFault::LetterNumber { most: u32::try_from(LONGEST_NUMBER).unwrap_or_default() });
    }
    let date = fields.date.trim().parse::<Date>().ok();
    if date.is_none() {
        let given = clean::line(&fields.date).chars().take(LONGEST_NUMBER).collect();
        faults.push(ReferenceFault::NoDate { given });
    }
    let [longest_subject, longest_says, longest_source] = LONGEST;
    let subject = text("subject", longest_subject, &fields.subject, &mut faults);
    let says = text("says", longest_says, &fields.says, &mut faults);
    let source = text("source", longest_source, &fields.source, &mut faults);
    if identity::first(&number).is_some() {
        faults.push(ReferenceFault::HoldsIdentity { field: "number".to_owned() });
    }
    let subject_confidence = sure("subject_confidence", &fields.subject_confidence, &mut faults);
    let confidence = sure("confidence", &fields.confidence, &mut faults);
    let parts = date.zip(subject_confidence).zip(confidence);
    let letter = parts.map(|((date, subject_confidence), confidence)| ChainLetter {
        number,
        date,
        subject,
        subject_confidence,
        says,
        confidence,
        source,
    });
    let letter = letter.filter(|_| faults.is_empty());
    if let Some(new) = &letter
        && chain.letter(&new.number).is_some_and(|before| before != new)
    {
        if chain.own.contains(&new.number) {
            faults.push(ReferenceFault::LetterBuiltIn);
        } else if !replace {
            faults.push(ReferenceFault::LetterThere);
        }
    }
    (letter, faults)
}

/// True for what can be the number of a letter: as it is cited, in one word.
fn is_number(number: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "/-.".contains(sign);
    let digit = number.chars().any(|sign| sign.is_ascii_digit());
    digit && number.chars().count() <= LONGEST_NUMBER && number.chars().all(plain)
}

/// A text, made harmless; line breaks become spaces.
fn text(field: &str, most: usize, given: &str, faults: &mut Vec<ReferenceFault>) -> String {
    let field = field.to_owned();
    let cleaned = clean::line(given).split_whitespace().collect::<Vec<_>>().join(" ");
    if cleaned.is_empty() || cleaned.chars().count() > most {
        faults.push(ReferenceFault::TextField { field, most: u32::try_from(most).unwrap_or_default() });
    } else if identity::first(&cleaned).is_some() {
        faults.push(ReferenceFault::HoldsIdentity { field });
    }
    cleaned
}

fn sure(field: &str, given: &str, faults: &mut Vec<ReferenceFault>) -> Option<Confidence> {
    let found = Confidence::deserialize(StrDeserializer::<Unknown>::new(given.trim())).ok();
    if found.is_none() {
        let allowed = SURE.iter().map(wire_name).collect::<Vec<_>>().join(", ");
        faults.push(ReferenceFault::WordField { field: field.to_owned(), allowed });
    }
    found
}

/// What it changes; nothing where the letter is there already.
fn plan(chain: &Chain<'_>, new: &ChainLetter) -> Option<Planned> {
    let before = chain.letter(&new.number);
    if before == Some(new) {
        return None;
    }
    let content = serde_json::to_string(new).unwrap_or_default();
    let amendment =
        Amendment { kind: ReferenceKind::Letters, name: new.number.clone(), from: new.date.to_string(), content };
    Some(Planned { amendment, changes: differences(&new.number, before, Some(new)) })
}
