//! The addresses, the letters and the question to the directorate. They need no backend, and nothing is opened.
//! Imports `domain`, `text` and `clock`.

use clap::Args;
use serde::Serialize;

use super::{card::Card, failure::Failure, session::Desk};
use crate::{
    api::fault::{Fault, FaultKind},
    clock::Clock,
    domain::{
        library::{AskedAbout, ChainLetter, Library, Link, Question},
        period::Period,
        refusal::Refusal,
        register::Register,
        report::Reference,
        unit::{Unit, UnitNo},
    },
    text::{date, fold},
};

/// What `links` takes.
#[derive(Debug, Clone, Args)]
pub struct LinksArgs {
    /// Print a question to the directorate about a unit's report, by its number or name, ready to be copied
    #[arg(long, value_name = "UNIT")]
    pub ask: Option<String>,
    /// The period of that report; without it the one that is reported now
    #[arg(long, value_name = "PERIOD", requires = "ask")]
    pub period: Option<String>,
}

/// The addresses.
#[derive(Debug, Serialize)]
struct Links {
    links: Vec<Link>,
    /// Where questions go.
    questions: String,
}

/// The letters.
#[derive(Debug, Serialize)]
struct Letters {
    letters: Vec<ChainLetter>,
}

/// Lists the addresses, or prints a question to the directorate.
pub(super) fn links(desk: &Desk, args: &LinksArgs) -> Result<u8, Failure> {
    let library = embedded()?;
    if let Some(unit) = &args.ask {
        let question = question(desk, &library, unit, args.period.as_deref())?;
        desk.output
            .answer("question", &question, |_, question| question.text().lines().map(ToOwned::to_owned).collect())?;
        return Ok(0);
    }
    let addresses = Links { links: library.links, questions: library.ask.address };
    desk.output.answer("links", &addresses, |texts, all| {
        let mut lines = Vec::new();
        for link in &all.links {
            let mut card = Card::new(link.title.clone());
            card.fact(texts.say("cli-link-address"), &link.url);
            card.fact(texts.say("cli-link-about"), &link.about);
            card.fact(texts.say("cli-library-source"), &link.source);
            lines.extend(card.lines());
        }
        let mut card = Card::new(texts.say("library-ask"));
        card.fact(texts.say("cli-link-address"), &all.questions);
        lines.extend(card.lines());
        lines
    })?;
    Ok(0)
}

/// Lists the letters.
pub(super) fn letters(desk: &Desk) -> Result<u8, Failure> {
    let letters = Letters { letters: embedded()?.letters };
    desk.output.answer("letters", &letters, |texts, letters| {
        let mut lines = Vec::new();
        for letter in &letters.letters {
            let day = date::day(letter.date);
            let mut card = Card::new(texts.with("library-letter", &[("number", &letter.number), ("date", &day)]));
            let sure = texts.of_family("library-subject", &letter.subject_confidence);
            let values = [("subject", letter.subject.as_str()), ("sure", sure.as_str())];
            card.fact(texts.say("cli-letter-subject"), texts.with("library-letter-subject", &values));
            card.fact(texts.say("cli-letter-says"), &letter.says);
            card.fact(texts.say("cli-library-source"), &letter.source);
            card.fact(texts.say("cli-library-sure"), texts.of_family("library-sure", &letter.confidence));
            lines.extend(card.lines());
        }
        lines
    })?;
    Ok(0)
}

fn embedded() -> Result<Library, Failure> {
    Library::embedded().map_err(|error| Failure::Internal(error.to_string()))
}

fn question(desk: &Desk, library: &Library, unit: &str, period: Option<&str>) -> Result<Question, Failure> {
    let register = Register::embedded().map_err(|error| Failure::Internal(error.to_string()))?;
    let missing = |refusal| Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotFound) };
    let now = desk.now()?.unwrap_or_else(|| Clock::wall().now());
    let period = match period {
        Some(id) => register.period(id).map_err(missing)?,
        None => register
            .current_period(date::day_of(now))
            .ok_or_else(|| missing(Refusal::UnknownPeriod { given: String::new() }))?,
    };
    let unit = find(&register, period, unit).map_err(missing)?;
    let reference = Reference::report(&period.id, &unit.no);
    Ok(library.ask.about(AskedAbout {
        unit: &unit.name,
        number: unit.no.as_str(),
        period: &period.name_long,
        reference: reference.as_str(),
    }))
}

/// A unit by its number, or by its name where only one has it.
fn find<'a>(register: &'a Register, period: &Period, given: &str) -> Result<&'a Unit, Refusal> {
    let given = given.trim();
    if given.bytes().all(|byte| byte.is_ascii_digit()) {
        return register.unit(&given.parse::<UnitNo>()?, period);
    }
    let wanted = fold::search(given);
    let named: Vec<&Unit> =
        register.units(period).iter().filter(|unit| unit.reports && fold::search(&unit.name) == wanted).collect();
    match named.as_slice() {
        [one] => Ok(one),
        [] => Err(Refusal::UnknownUnit { given: given.chars().take(40).collect(), hint: None }),
        several => Err(Refusal::AmbiguousUnit {
            given: given.chars().take(40).collect(),
            units: several.iter().map(|unit| unit.no.as_str()).collect::<Vec<_>>().join(", "),
        }),
    }
}
