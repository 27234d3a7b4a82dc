//! The extension register: decisions are judged one by one, stored all or none, and told to services on a new case system.
//! Imports `domain`, `checks`, `text` and `api`.

mod judge;

use std::collections::BTreeSet;

use jiff::Timestamp;
use uuid::Uuid;

use self::judge::{Judged, judge};
use super::notices::{self, Outgoing};
use crate::{
    api::{
        extensions::{
            ExtensionAnswer, ExtensionEntry, ExtensionList, ExtensionRequest, ExtensionResult, LineOutcome, MOST_LINES,
        },
        fault::{Fault, FaultKind},
    },
    domain::{event::EventKind, office::OfficeId, period::Period, person::Person, refusal::Refusal, unit::UnitNo},
    server::store::{
        Conn, Store,
        extension::{self, NewExtension, Part},
        notice::About,
    },
};

/// The register of the caller's office, or a part of it.
///
/// # Errors
/// Not allowed for those who have nothing to do with an office; an unknown unit or period.
pub async fn list(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (unit, period): (Option<&str>, Option<&str>),
) -> Result<ExtensionList, Fault> {
    let office = notices::office_of(caller)?;
    let period = period.map(|id| store.register().period(id)).transpose()?;
    let today = super::standing::period_of(store, None, store.now())?;
    let numbers = match unit {
        Some(given) => {
            let period = period.unwrap_or(today);
            Some(store.register().numbers_of(&notices::unit_on(store, office, given, period)?.no, period))
        }
        None => None,
    };
    let part = Part {
        units: numbers.as_deref(),
        days: period.map(|period: &Period| (period.from, period.to)),
        ..Part::of(office)
    };
    Ok(ExtensionList { entries: named(store, extension::list(conn, &part).await?) })
}

/// Rows with the names of their units.
#[must_use]
pub fn named(store: &Store, mut entries: Vec<ExtensionEntry>) -> Vec<ExtensionEntry> {
    for entry in &mut entries {
        entry.unit_name = judge::period_on(store, entry.decided.unwrap_or(entry.asked))
            .and_then(|period| store.register().unit(&entry.unit, period).ok())
            .map_or_else(|| entry.unit.to_string(), |unit| unit.name.clone());
    }
    entries
}

/// Registers decisions, or only tells what would come of them.
///
/// # Errors
/// Not allowed, a key that was used for something else, too many lines; and, unless refused lines are left out, the
/// reasons of every refused line. Nothing is stored then.
pub async fn register(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    request: &ExtensionRequest,
    key: Uuid,
    at: Timestamp,
) -> Result<ExtensionAnswer, Fault> {
    let office = notices::deciding_office(caller)?;
    if request.lines.is_empty() || request.lines.len() > MOST_LINES {
        return Err(Refusal::BadField { field: "lines".to_owned() }.into());
    }
    let key = key.to_string();
    let fingerprint = notices::fingerprint(caller, &serde_json::json!([request.lines, request.correct]));
    let before = extension::of_request(conn, &key).await?;
    let replayed = !request.dry_run && !before.is_empty();
    if replayed && before.iter().any(|row| row.fingerprint != fingerprint) {
        return Err(Fault::new(FaultKind::KeyReused));
    }
    let judged = judge_all(store, conn, office, request, at).await?;
    let bad = reasons(&judged);
    if !bad.is_empty() && !request.dry_run && !replayed {
        let none_left = judged.iter().all(|(_, outcome)| outcome.is_err());
        if !request.skip_bad || none_left {
            return Err(Fault::refused_for(bad));
        }
    }
    let store_them = !request.dry_run && !replayed;
    let mut answer = ExtensionAnswer {
        at: before.first().map_or(at, |row| row.at),
        undo_until: before.first().filter(|_| replayed).map(|row| row.undo_until),
        stored: store_them,
        replayed,
        taken: 0,
        known: 0,
        refused: 0,
        notices: 0,
        lines: Vec::new(),
    };
    for (number, (line, outcome)) in (1_u32..).zip(judged) {
        let result = match outcome {
            Err(refusals) => told(line, LineOutcome::Refused, refusals),
            Ok(mut found) => {
                if store_them && !found.known {
                    let by = Outcome { caller, request: &key, fingerprint: &fingerprint, at };
                    answer.undo_until = Some(take(store, conn, by, number, &mut found).await?);
                }
                let taken = !found.known || before.iter().any(|row| row.id == found.entry.id);
                let kind = if taken { LineOutcome::Taken } else { LineOutcome::Known };
                ExtensionResult { entry: Some(found.entry), notice: found.notice, ..told(line, kind, Vec::new()) }
            }
        };
        match result.outcome {
            LineOutcome::Taken => answer.taken += 1,
            LineOutcome::Known => answer.known += 1,
            LineOutcome::Refused => answer.refused += 1,
        }
        answer.notices += u32::from(result.notice.is_some());
        answer.lines.push(result);
    }
    answer.stored = store_them && answer.taken > 0;
    Ok(answer)
}

/// A line of a request, and what came of it.
type Line<'a> = (u32, Result<Judged<'a>, Vec<Refusal>>);

/// Judges every line; a case that stands twice is refused the second time.
async fn judge_all<'a>(
    store: &'a Store,
    conn: &mut Conn,
    office: &OfficeId,
    request: &ExtensionRequest,
    at: Timestamp,
) -> Result<Vec<Line<'a>>, Fault> {
    let mut judged = Vec::new();
    let mut seen: BTreeSet<(UnitNo, String)> = BTreeSet::new();
    for line in &request.lines {
        let mut outcome = judge(store, conn, office, line, request.correct, at).await?;
        if let Ok(found) = &outcome {
            let case_ref = found.entry.case_ref.to_string();
            if !seen.insert((found.unit.no.clone(), case_ref.clone())) {
                outcome = Err(vec![Refusal::ExtensionTwice { reference: case_ref }]);
            }
        }
        judged.push((line.line, outcome));
    }
    Ok(judged)
}

/// The reasons of every line that is refused.
fn reasons(judged: &[Line<'_>]) -> Vec<Refusal> {
    let of = |(line, outcome): &Line<'_>| {
        let line = *line;
        let refusals = outcome.as_ref().err().map_or(&[][..], Vec::as_slice);
        refusals.iter().map(|why| in_row(line, why.clone())).collect::<Vec<_>>()
    };
    judged.iter().flat_map(of).collect()
}

fn told(line: u32, outcome: LineOutcome, refusals: Vec<Refusal>) -> ExtensionResult {
    ExtensionResult { line, outcome, entry: None, notice: None, refusals }
}

fn in_row(line: u32, why: Refusal) -> Refusal {
    if line == 0 { why } else { Refusal::InRow { line, why: Box::new(why) } }
}

/// Who registers, with which key.
#[derive(Clone, Copy)]
struct Outcome<'a> {
    caller: &'a Person,
    request: &'a str,
    fingerprint: &'a str,
    at: Timestamp,
}

/// Stores one decision, its notice and its event.
async fn take(
    store: &Store,
    conn: &mut Conn,
    by: Outcome<'_>,
    number: u32,
    found: &mut Judged<'_>,
) -> Result<Timestamp, Fault> {
    let Outcome { caller, request, fingerprint, at } = by;
    let undo_until = notices::window_end(store, at);
    let (entry, unit) = (&mut found.entry, found.unit);
    let new = NewExtension {
        request: (request, number),
        fingerprint,
        office: &unit.office,
        unit: &unit.no,
        case_ref: &entry.case_ref,
        asked: entry.asked,
        verdict: entry.verdict,
        decided: entry.decided,
        told: entry.told,
        by: (&caller.id, &caller.name),
        at,
        supersedes: entry.supersedes,
        undo_until,
    };
    entry.id = extension::add(conn, &new).await?;
    entry.by.clone_from(&caller.name);
    if let Some(text) = &found.notice {
        let about = About::Extension(entry.id);
        let out = Outgoing { caller, request, fingerprint, unit, about, at };
        notices::send(store, conn, &out, text).await?;
        entry.delivery = Some(crate::domain::task::Delivery::Held);
    }
    let said = entry.case_ref.as_str();
    notices::record(conn, (&unit.office, &unit.no), caller, at, EventKind::Registered, said).await?;
    Ok(undo_until)
}

/// How many decisions of the register fall into the period of a report, inside the office.
///
/// # Errors
/// A storage fault.
pub async fn count(
    conn: &mut Conn,
    office: &OfficeId,
    unit: &UnitNo,
    period: &Period,
) -> Result<crate::domain::extension::ExtensionCount, Fault> {
    Ok(extension::count(conn, office, unit, period).await?)
}
