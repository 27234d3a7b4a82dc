//! Setting reference data: judged as a whole, stored as amendments that are only ever added, each an event with before and after.
//! Imports `domain`, `checks`, `text` and `api`.

mod border_rows;
mod borders;
mod counts;
mod form_check;
mod forms;
mod letters;
mod lines;
mod list;
mod offices;
mod periods;
mod rules;
mod templates;
mod trial;
mod units;
mod withdraw;

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

pub use self::list::{in_force, list};
use self::{lines::Lines, templates::Wanted};
use super::{
    channels::administrator,
    deadlines::{self, Mover},
};
use crate::{
    api::{
        fault::Fault,
        reference::{FieldChange, ReferenceAnswer, ReferenceRequest, ReferenceWarning, ReferenceWish, Trial},
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        period::PeriodId,
        person::Person,
        refusal::{BadReference, ReferenceFault, Refusal},
    },
    server::store::{
        Conn, Store, amendment,
        event::{self, ReferenceEvent},
    },
    text::{clean, date::day_of},
};

/// The most letters of what an event tells of a change.
const LONGEST_TOLD: usize = 2000;
/// The most letters of a name.
const LONGEST_NAME: usize = 20;

/// An amendment that was judged, with what it changes.
#[derive(Debug)]
struct Planned {
    amendment: Amendment,
    changes: Vec<FieldChange>,
}

/// What is tried on stored reports: which period, and which pack they are judged by then.
struct Tried {
    against: PeriodId,
    form: String,
    from: PeriodId,
}

/// Sets reference data, or tells what would change. The caller commits and makes it known when something was changed.
///
/// # Errors
/// Not allowed for everybody but administrators; every reason for which it cannot be set.
pub async fn put(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    request: &ReferenceRequest,
    at: Timestamp,
) -> Result<ReferenceAnswer, Fault> {
    administrator(caller)?;
    let kind = request.set.kind();
    let words = Wanted::of(&request.set);
    let planned = judge(store, conn, caller, (&request.set, day_of(at))).await?;
    let amendments: Vec<Amendment> = planned.iter().map(|planned| planned.amendment.clone()).collect();
    // All of it is read as every process will read it: what could not be read is never stored.
    let then = store.trial(conn, &amendments).await?;
    let about = || amendments.first().map(|one| one.name.clone()).unwrap_or_default();
    let then = then.map_err(|detail| refused(&about(), ReferenceFault::DoesNotFit { detail }))?;
    let mut changes: Vec<FieldChange> = planned.iter().flat_map(|planned| planned.changes.clone()).collect();
    if matches!(kind, ReferenceKind::Forms | ReferenceKind::Rules) {
        rules::judge_examples(&then, &amendments)?;
        changes.extend(rules::carried(store, &then, &amendments));
    }
    let preview = words.map(|words| templates::preview(&then, words, day_of(at))).transpose()?.unwrap_or_default();
    let (mut stays, mut first) = (Vec::new(), None);
    if let ReferenceWish::Borders { from, .. } = &request.set {
        borders::judge_cases(store, &then, conn, *from).await?;
        changes.extend(borders::changes(store, &then, &planned, *from));
        stays = borders::stays(store, &then, conn, *from).await?;
        first = borders::first_period(&then, *from).map(|period| period.id.clone());
    }
    let warnings = warnings(store, &then, &request.set, &planned, day_of(at));
    let trial = tried_on(store, &then, conn, request).await?;
    let moves = deadlines::moves(store, &then, conn).await?;
    if !request.dry_run {
        let by_whom = Mover { person: Some(&caller.id), actor: &caller.name, at };
        deadlines::carry_out(store, &then, conn, by_whom).await?;
        record(conn, caller, &planned, at).await?;
    }
    Ok(ReferenceAnswer {
        kind,
        changed: !planned.is_empty(),
        dry_run: request.dry_run,
        changes,
        trial,
        preview,
        moves,
        stays,
        first,
        warnings,
    })
}

/// What is wanted, judged by itself and beside what holds.
async fn judge(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (wish, today): (&ReferenceWish, Date),
) -> Result<Vec<Planned>, Fault> {
    Ok(match wish {
        ReferenceWish::Templates { .. } => match Wanted::of(wish) {
            Some(words) => templates::judge(store, conn, words, today).await?,
            None => Vec::new(),
        },
        ReferenceWish::Periods { content } => periods::judge(store, conn, content).await?,
        ReferenceWish::Counts { period, rule, why, letter } => {
            counts::judge(store, period, *rule, why.as_deref(), letter.as_deref())?
        }
        ReferenceWish::Forms { content, from, .. } => forms::judge(store, conn, content, from.as_deref()).await?,
        ReferenceWish::Offices { content } => offices::judge(store, content)?,
        ReferenceWish::Units { content, from } => units::judge(store, conn, content, *from, today).await?,
        ReferenceWish::Letters { content, replace } => letters::judge(store, content, *replace)?,
        ReferenceWish::Letter { letter, replace } => letters::judge_one(store, letter, *replace)?,
        ReferenceWish::Borders { content, from, replace } => {
            borders::judge(store, conn, caller, (content, *from, *replace)).await?
        }
        ReferenceWish::Rules { content, from, .. } => rules::judge(store, conn, content, from).await?,
        ReferenceWish::Withdraw { of, name } => withdraw::judge(store, conn, *of, name).await?,
    })
}

/// What can be set and is most likely not meant.
fn warnings(
    store: &Store,
    then: &Store,
    wish: &ReferenceWish,
    planned: &[Planned],
    today: Date,
) -> Vec<ReferenceWarning> {
    match wish {
        ReferenceWish::Periods { .. } => periods::warnings(then, planned, today),
        ReferenceWish::Letters { .. } | ReferenceWish::Letter { .. } => letters::warnings(planned, today),
        ReferenceWish::Borders { from, .. } => borders::warnings(store, then, planned, *from).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// How stored reports would fare, where that was asked for.
async fn tried_on(
    store: &Store,
    then: &Store,
    conn: &mut Conn,
    request: &ReferenceRequest,
) -> Result<Option<Trial>, Fault> {
    if !request.dry_run {
        return Ok(None);
    }
    let tried = match &request.set {
        ReferenceWish::Forms { content, from, against: Some(against) } => {
            let (form, from) = forms::named(store, content, from.as_deref())?;
            Tried { against: store.register().period(against)?.id.clone(), form, from }
        }
        ReferenceWish::Rules { content, from, against: Some(against) } => {
            let form = rules::named(content)?.form;
            let from = store.register().period(from)?.id.clone();
            Tried { against: store.register().period(against)?.id.clone(), form, from }
        }
        _ => return Ok(None),
    };
    trial::run(store, then, conn, &tried).await.map(Some)
}

/// Stores what was judged, each with its event.
async fn record(conn: &mut Conn, caller: &Person, planned: &[Planned], at: Timestamp) -> Result<(), Fault> {
    let amendments: Vec<&Amendment> = planned.iter().map(|one| &one.amendment).collect();
    amendment::add(conn, &amendments, at, (&caller.id, &caller.name)).await?;
    let told: Vec<String> = planned.iter().map(|one| told(&one.amendment, &one.changes)).collect();
    let (person, actor) = (caller.id.as_str(), caller.name.as_str());
    let events: Vec<ReferenceEvent<'_>> = told.iter().map(|text| ReferenceEvent { at, person, actor, text }).collect();
    event::add_of_reference(conn, &events).await?;
    Ok(())
}

/// A change in words, for the log: which, and each field before and after.
fn told(amendment: &Amendment, changes: &[FieldChange]) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let field = |change: &FieldChange| format!("{} {} > {}", change.field, value(&change.before), value(&change.after));
    let fields: Vec<String> = changes.iter().map(field).collect();
    let mut text = format!("{} {}", amendment.kind.as_str(), amendment.name);
    if !fields.is_empty() {
        text = format!("{text}: {}", fields.join("; "));
    }
    clean::line(&text).chars().take(LONGEST_TOLD).collect()
}

/// A refusal of reference data.
fn refusal(about: &str, fault: ReferenceFault) -> Refusal {
    Refusal::BadReference(BadReference { about: clean::line(about).chars().take(LONGEST_NAME * 2).collect(), fault })
}

fn refused(about: &str, fault: ReferenceFault) -> Fault {
    Fault::refused(refusal(about, fault))
}

/// A refusal with the line it speaks of.
fn in_row(line: usize, why: Refusal) -> Refusal {
    match u32::try_from(line) {
        Ok(line) if line > 0 => Refusal::InRow { line, why: Box::new(why) },
        _ => why,
    }
}

/// What the reader of a TOML file says, with the line.
fn not_toml(about: &str, text: &str, error: &toml::de::Error) -> Fault {
    Lines::of(text).not_toml(about, error)
}

/// True for a name that can stand in references and on the screen.
fn is_name(name: &str) -> bool {
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '.');
    !name.is_empty() && name.len() <= LONGEST_NAME && plain
}

/// The fields of two values that differ.
fn differences<T: Serialize>(name: &str, before: Option<&T>, after: Option<&T>) -> Vec<FieldChange> {
    let fields = |value: Option<&T>| match value.map(serde_json::to_value) {
        Some(Ok(Value::Object(fields))) => fields,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (fields(before), fields(after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let plain = |value: Option<&Value>| match value {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    };
    let change = |field: &String| {
        let (before, after) = (plain(before.get(field)), plain(after.get(field)));
        (before != after).then(|| FieldChange { name: name.to_owned(), field: field.clone(), before, after })
    };
    names.into_iter().filter_map(change).collect()
}

/// The hash of a file, for the log.
fn digest(content: &str) -> String {
    format!("sha256:{:x}", Sha256::digest(content))
}
