//! The extension counts of many reports: what they are judged by, and keeping them as drafts, each with its own result.
//! Imports `domain` and `api`.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{extensions, stages, window};
use crate::{
    api::{
        case::Draft,
        counts::{CountItem, CountPage, CountQuery, CountResult, CountRow, CountsSaved, MOST_COUNTS, as_typed},
        fault::{Fault, FaultKind},
        tasks::{MOST_ROWS, Scope, TaskQuery},
    },
    domain::{
        counts::{CountCase, CountOutcome},
        form::key,
        person::Person,
        refusal::Refusal,
        report::Reference,
        task::{State, TaskKind},
    },
    server::store::{
        Conn, Store,
        counts::{Reported, reports},
        draft,
        sees::Sees,
        task,
    },
};

/// The reports that are asked for, with what their counts are judged by.
///
/// # Errors
/// Not allowed for those outside the office; refused for more references than one answer carries.
pub async fn query(store: &Store, conn: &mut Conn, caller: &Person, asked: CountQuery) -> Result<CountPage, Fault> {
    let sees = inside(caller)?;
    at_most(asked.references.len(), "references")?;
    let (references, total) = match asked.query {
        Some(query) if asked.references.is_empty() => queried(store, conn, caller, query).await?,
        _ => (asked.references, None),
    };
    let mut found = reports(store, conn, &sees, &references).await?;
    let mut drafts = draft::of_many(conn, &references).await?;
    let mut rows = Vec::with_capacity(found.len());
    for reference in &references {
        let Some(reported) = found.remove(reference) else { continue };
        let case = case(store, &reported)?;
        let draft = drafts.remove(reference).filter(|_| case.state == State::Open);
        let registered = match (&sees, store.register().period(case.period.as_str())) {
            (Sees::Office(office), Ok(period)) => extensions::count(conn, office, &case.unit, period).await?.proposed(),
            _ => None,
        };
        rows.push(CountRow { case, decided_by: reported.record.row.decided_by, draft, registered });
    }
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    Ok(CountPage { rows, total: total.unwrap_or(count) })
}

/// Keeps many counts as drafts. What else stands in a draft is not touched.
///
/// # Errors
/// Not allowed for those who do not decide; refused for more counts than one request carries. What is wrong with a
/// single count is the result of that count.
pub async fn save(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    items: &[CountItem],
    at: Timestamp,
) -> Result<CountsSaved, Fault> {
    let sees = inside(caller)?;
    if !caller.role.decides() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    at_most(items.len(), "counts")?;
    let references: Vec<Reference> = items.iter().map(|item| item.reference.clone()).collect();
    let found = reports(store, conn, &sees, &references).await?;
    let mut drafts = draft::of_many(conn, &references).await?;
    let mut results = Vec::with_capacity(items.len());
    for item in items {
        let outcome = save_one(store, conn, caller, item, found.get(&item.reference), &mut drafts, at).await?;
        results.push(CountResult { reference: item.reference.clone(), outcome });
    }
    Ok(CountsSaved { results })
}

async fn save_one(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    item: &CountItem,
    reported: Option<&Reported>,
    drafts: &mut HashMap<Reference, Draft>,
    at: Timestamp,
) -> Result<CountOutcome, Fault> {
    let Some(reported) = reported else { return Ok(CountOutcome::NotFound) };
    let row = &reported.record.row;
    if row.state != State::Open {
        return Ok(CountOutcome::Solved { state: row.state, by: row.decided_by.clone() });
    }
    if item.version != row.version {
        return Ok(CountOutcome::NewerVersion { version: row.version });
    }
    if let Some(Err(refusal)) =
        item.count.map(|count| case(store, reported).map(|case| case.judge(count))).transpose()?
    {
        return Ok(CountOutcome::Refused { refusals: vec![refusal] });
    }
    let known = drafts.get(&item.reference);
    let colleague = known.and_then(|draft| draft.colleague(&caller.id));
    if let Some(name) = colleague.filter(|_| !item.take_over) {
        return Ok(CountOutcome::ColleaguesDraft { name: name.to_owned() });
    }
    let typed = as_typed(item.count);
    if colleague.is_none() && typed == known.map_or("", |draft| draft.extensions.as_str()) {
        return Ok(CountOutcome::Saved);
    }
    let mut draft = known.cloned().unwrap_or_default();
    if draft.version != row.version {
        // What was seen of an older version says nothing of this one.
        draft.seen.clear();
        draft.version = row.version;
    }
    draft.extensions = typed;
    draft.person.clone_from(&caller.id);
    draft.name.clone_from(&caller.name);
    draft.saved_at = Some(at);
    draft::put(conn, &item.reference, &draft).await?;
    stages::save_once(conn, &reported.record, caller, at).await?;
    task::touch(conn, &item.reference).await?;
    drafts.insert(item.reference.clone(), draft);
    Ok(CountOutcome::Saved)
}

/// What a person sees, for those inside an office.
fn inside(caller: &Person) -> Result<Sees, Fault> {
    Sees::of(caller).filter(|sees| !sees.is_outside()).ok_or_else(|| Fault::new(FaultKind::NotAllowed))
}

fn at_most(count: usize, field: &str) -> Result<(), Fault> {
    if count > MOST_COUNTS { Err(Fault::refused(Refusal::BadField { field: field.to_owned() })) } else { Ok(()) }
}

/// The references of a query in its order, as many as one answer carries, and how many there are in all.
async fn queried(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    query: TaskQuery,
) -> Result<(Vec<Reference>, Option<u32>), Fault> {
    let query = TaskQuery {
        scope: Scope::Open,
        kind: Some(TaskKind::Report),
        around: None,
        cursor: None,
        limit: Some(MOST_ROWS),
        ..query
    };
    let mut references = Vec::new();
    loop {
        let at = u32::try_from(references.len()).ok();
        let page = window::window(store, conn, caller, TaskQuery { at, ..query.clone() }, None).await?;
        let before = references.len();
        references.extend(page.rows.into_iter().map(|row| row.reference));
        let full = references.len() >= MOST_COUNTS || references.len() >= page.total as usize;
        if full || references.len() == before {
            references.truncate(MOST_COUNTS);
            return Ok((references, Some(page.total)));
        }
    }
}

fn case(store: &Store, reported: &Reported) -> Result<CountCase, Fault> {
    let row = &reported.record.row;
    let rule = store.register().count_rule(reported.record.channel, row.period.as_ref());
    let figure = |name: &str| reported.values.get(name).copied().flatten();
    Ok(CountCase {
        reference: row.reference.clone(),
        unit: row.unit.clone(),
        unit_name: row.unit_name.clone(),
        period: row.period.clone().ok_or_else(|| Fault::new(FaultKind::Internal))?,
        version: row.version,
        state: row.state,
        three_to_six: figure(key::THREE_TO_SIX),
        over_six: figure(key::OVER_SIX),
        ended: figure(key::ENDED),
        rule: rule.rule,
        why: rule.why,
        letter: rule.letter,
    })
}
