//! The addresses, the letters and the question to the directorate. They need no backend, and nothing is opened; the letters are
//! those of the backend where one is set up and answers.
//! Imports `domain`, `client`, `text` and `clock`.

use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::{
    card::Card,
    failure::{self, Failure},
    known::{self, Known},
    session::{Desk, Session},
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::LetterChain,
    },
    client::backend::Backend as _,
    clock::Clock,
    domain::{
        library::{AskedAbout, ChainLetter, Library, Link, Question},
        period::Period,
        refusal::Refusal,
        register::Register,
        report::Reference,
        unit::{Unit, UnitNo},
    },
    text::{Texts, clean, date, fold},
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

/// Whose letters are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Whose {
    /// Those that are built into the program.
    BuiltIn,
    /// Those that the backend knows.
    Backend,
}

/// The letters, and whose they are.
#[derive(Debug, Serialize)]
struct ChainAnswer {
    shown: Whose,
    /// The backend that was asked.
    backend: Option<String>,
    /// Why it did not say.
    why: Option<String>,
    letters: Vec<ChainLetter>,
    /// The numbers of those that are not built in.
    added: Vec<String>,
}

/// How long a backend is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Lists the addresses, or prints a question to the directorate.
pub(super) async fn links(desk: &Desk, args: &LinksArgs) -> Result<u8, Failure> {
    let library = embedded()?;
    if let Some(unit) = &args.ask {
        let question = question(desk, &library, unit, args.period.as_deref()).await?;
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

/// Lists the letters: those of the backend that is set up, else those that are built in, and says which.
pub(super) async fn letters(desk: Desk) -> Result<u8, Failure> {
    let own = embedded()?.letters;
    if desk.settings.server.is_none() || desk.globals.demo {
        let letters = ChainAnswer { shown: Whose::BuiltIn, backend: None, why: None, letters: own, added: Vec::new() };
        desk.output.answer("letters", &letters, listed)?;
        return Ok(0);
    }
    let session = Session::open(desk).await?;
    let asked = tokio::time::timeout(PATIENCE, session.http.letter_chain()).await;
    let asked = asked.unwrap_or_else(|_late| Err(Fault::new(FaultKind::Away)));
    let backend = Some(session.http.address().to_owned());
    let letters = match asked {
        Ok(LetterChain { letters, added }) => ChainAnswer { shown: Whose::Backend, backend, why: None, letters, added },
        Err(fault) => {
            let why = Some(failure::unread(&session.output().texts, &fault));
            ChainAnswer { shown: Whose::BuiltIn, backend, why, letters: own, added: Vec::new() }
        }
    };
    session.output().answer("letters", &letters, listed)?;
    session.close().await;
    Ok(0)
}

fn listed(texts: &Texts, letters: &ChainAnswer) -> Vec<String> {
    let address = clean::line(letters.backend.as_deref().unwrap_or_default());
    let first = match (letters.shown, &letters.why) {
        (Whose::Backend, _) => {
            let added = letters.added.len();
            let numbers = [("own", letters.letters.len().saturating_sub(added)), ("added", added)];
            let numbers = numbers.map(|(name, count)| (name, i64::try_from(count).unwrap_or(i64::MAX)));
            texts.with_numbers("letters-of-backend", &[("address", &address)], &numbers)
        }
        (Whose::BuiltIn, Some(why)) => texts.with("letters-not-told", &[("address", &address), ("why", why)]),
        (Whose::BuiltIn, None) => texts.say("letters-built-in"),
    };
    let mut lines = vec![first, String::new()];
    for letter in &letters.letters {
        let (number, day) = (clean::line(&letter.number), date::day(letter.date));
        let head = [("number", number.as_str()), ("date", day.as_str())];
        let id = if letters.added.contains(&letter.number) { "library-letter-added" } else { "library-letter" };
        let mut card = Card::new(texts.with(id, &head));
        let (subject, sure) =
            (clean::line(&letter.subject), texts.of_family("library-subject", &letter.subject_confidence));
        let values = [("subject", subject.as_str()), ("sure", sure.as_str())];
        card.fact(texts.say("cli-letter-subject"), texts.with("library-letter-subject", &values));
        card.fact(texts.say("cli-letter-says"), clean::line(&letter.says));
        card.fact(texts.say("cli-library-source"), clean::line(&letter.source));
        card.fact(texts.say("cli-library-sure"), texts.of_family("library-sure", &letter.confidence));
        lines.extend(card.lines());
    }
    lines
}

fn embedded() -> Result<Library, Failure> {
    Library::embedded().map_err(|error| Failure::Internal(error.to_string()))
}

async fn question(desk: &Desk, library: &Library, unit: &str, period: Option<&str>) -> Result<Question, Failure> {
    let Known { register, origin, .. } = known::known(desk).await?;
    origin.tell(&desk.output);
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
