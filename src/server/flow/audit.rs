//! The log: who opened a case, what is read of it, whether its chain holds, and receipts.
//! Imports `domain`, `text` and `api`.

use jiff::{SignedDuration, Timestamp, ToSpan as _};
use serde::Deserialize;

use super::check;
use crate::{
    api::{
        audit::{AuditPage, AuditQuery, Link, MOST_EVENTS, Receipt, ReceiptVerdict, VerifyPage, VerifyQuery},
        fault::{Fault, FaultKind},
    },
    domain::{
        chain::{Break, BreakKind, Entry, Walk},
        event::EventKind,
        person::{Person, Role},
        report::Reference,
    },
    server::store::{
        Conn, Store, audit, chain,
        decision::{self, Stored},
        event::{self, NewEvent},
        sees::Sees,
        task::Record,
    },
    text::date::{day_of, start_of},
};

/// The numbers of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditNumbers {
    /// For how many minutes opening the same version again gives no new line.
    pub opened_again_minutes: u32,
}

impl AuditNumbers {
    /// The numbers of the program.
    ///
    /// # Errors
    /// What is wrong with `config/audit.toml`; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, String> {
        toml::from_str(include_str!("../../../config/audit.toml"))
            .map_err(|error| format!("config/audit.toml: {error}"))
    }
}

/// Writes in the read log that a person opened a case, unless that stands there already. What cannot be logged is not
/// shown.
///
/// # Errors
/// A storage fault.
pub async fn opened(store: &Store, conn: &mut Conn, person: &Person, record: &Record) -> Result<bool, Fault> {
    let now = store.now();
    let minutes = i64::from(store.audit().opened_again_minutes);
    let since = now.saturating_sub(SignedDuration::from_mins(minutes)).unwrap_or(Timestamp::MIN);
    let row = &record.row;
    Ok(event::opened_since(conn, &row.reference, row.version, &person.id, since).await?)
}

/// Adds a line to the read log.
///
/// # Errors
/// A storage fault.
pub async fn open(store: &Store, conn: &mut Conn, person: &Person, record: &Record) -> Result<(), Fault> {
    let new = NewEvent {
        reference: &record.row.reference,
        office: &record.office,
        at: store.now(),
        kind: EventKind::Opened,
        person: Some(&person.id),
        actor: &person.name,
        version: record.row.version,
        decision: None,
        extensions: None,
        text: None,
    };
    Ok(event::add(conn, &new).await?)
}

/// Events of the log: of their own office for leaders, of all for the administrator, who does not read what the cases
/// say.
///
/// # Errors
/// Not allowed for everybody else.
pub async fn list(conn: &mut Conn, caller: &Person, query: &AuditQuery) -> Result<AuditPage, Fault> {
    let not_allowed = || Fault::new(FaultKind::NotAllowed);
    let office = match caller.role {
        Role::Leader => Some(caller.office.clone().ok_or_else(not_allowed)?),
        Role::Admin => None,
        _ => return Err(not_allowed()),
    };
    let without_texts = caller.role == Role::Admin;
    let limit = query.limit.unwrap_or(MOST_EVENTS).clamp(1, MOST_EVENTS);
    let wanted = audit::Wanted {
        office,
        reference: query.reference.as_ref().map(|reference| reference.trim().to_ascii_uppercase()),
        person: query.person.clone(),
        from: query.from.map(start_of),
        until: query.to.map(|to| start_of(to.saturating_add(1.day()))),
        kind: query.kind,
        before: query.before,
    };
    let mut events = audit::list(conn, &wanted, limit).await?;
    if without_texts {
        for event in &mut events {
            // What is told of a login is its level and why it was refused, and of reference data what was changed: nothing of a case.
            let of_no_case = |kind: EventKind| kind.is_of_login() || kind == EventKind::ReferenceChanged;
            if !EventKind::from_name(&event.kind).is_some_and(of_no_case) {
                event.text = None;
            }
        }
    }
    let full = u32::try_from(events.len()).is_ok_and(|found| found >= limit);
    let next = events.last().map(|event| event.seq).filter(|_| full);
    Ok(AuditPage { events, without_texts, next })
}

/// Walks along a piece of the chain. It tells numbers and hashes only, so that everybody of an office may ask.
///
/// # Errors
/// Not allowed for those who are of no office.
pub async fn verify(conn: &mut Conn, caller: &Person, query: VerifyQuery) -> Result<VerifyPage, Fault> {
    may_verify(caller)?;
    let mut walk = Walk { at_once: query.at_once, ..Walk::default() };
    if let Some(hash) = query.hash {
        walk.hash = hash;
    }
    let entries = chain::after(conn, query.after).await?;
    let mut page = VerifyPage {
        checked: u64::try_from(entries.len()).unwrap_or(u64::MAX),
        late: 0,
        late_at: None,
        breaks: Vec::new(),
        until: entries.last().map_or(query.after, |entry| entry.seq),
        hash: String::new(),
        at_once: false,
        done: entries.is_empty(),
    };
    for entry in &entries {
        page.breaks.extend(walk.step(entry));
        page.breaks.extend(content_break(conn, entry).await?);
        if let Some(late) = &entry.late {
            page.late += 1;
            page.late_at = Some(late.clone());
        }
    }
    (page.hash, page.at_once) = (walk.hash, walk.at_once);
    Ok(page)
}

/// The number and the hash of an event; without a number of the newest.
///
/// # Errors
/// Not allowed for those who are of no office, and not found.
pub async fn link(conn: &mut Conn, caller: &Person, seq: Option<i64>) -> Result<Link, Fault> {
    may_verify(caller)?;
    let Some(seq) = seq else {
        let (seq, hash) = chain::newest(conn).await?;
        return Ok(Link { seq, hash });
    };
    let entry = chain::one(conn, seq).await?.ok_or_else(|| Fault::new(FaultKind::NotFound))?;
    Ok(Link { seq, hash: entry.hash })
}

fn may_verify(caller: &Person) -> Result<(), Fault> {
    let may = matches!(caller.role, Role::Reader | Role::Reviewer | Role::Leader | Role::Admin);
    if may { Ok(()) } else { Err(Fault::new(FaultKind::NotAllowed)) }
}

/// What a decision was made over, against what stands there now.
async fn content_break(conn: &mut Conn, entry: &Entry) -> Result<Option<Break>, Fault> {
    let (Some(key), Some(expected)) = (&entry.decision_key, &entry.content) else { return Ok(None) };
    let found = chain::content(conn, key).await?.map(|content| content.computed()).unwrap_or_default();
    let wrong =
        || Break { seq: entry.seq, what: BreakKind::ContentChanged, expected: expected.clone(), found: found.clone() };
    Ok((found != *expected).then(wrong))
}

/// The receipt of a decision that stands: not one that was taken back, and not before its undo window is over.
///
/// # Errors
/// A storage fault.
pub async fn receipt(store: &Store, conn: &mut Conn, made: &Stored, record: &Record) -> Result<Option<Receipt>, Fault> {
    if made.undone_at.is_some() || made.undo_until > store.now() {
        return Ok(None);
    }
    let Some(entry) = chain::of_decision(conn, &made.key).await? else { return Ok(None) };
    let Some(content) = entry.content else { return Ok(None) };
    let office = store.register().office(&record.office);
    Ok(Some(Receipt {
        reference: made.reference.clone(),
        version: made.version,
        decision: made.kind,
        person: made.person.clone(),
        name: made.name.clone(),
        office: office.map(|office| office.name_in(day_of(made.at).year()).to_owned()).unwrap_or_default(),
        at: made.at,
        key: made.key.clone(),
        content,
        seq: entry.seq,
        previous: entry.previous,
        hash: entry.hash,
    }))
}

/// The events of a case with their places in the chain, for those who see it from the inside; who opened it is told to
/// leaders alone.
///
/// # Errors
/// Not allowed outside the office, and not found.
pub async fn of_case(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
) -> Result<Vec<Entry>, Fault> {
    let (sees, _record) = check::seen(store, conn, caller, reference).await?;
    if sees.is_outside() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    let mut log = chain::of_case(conn, reference.as_str()).await?;
    if caller.role != Role::Leader {
        log.retain(|entry| entry.kind != EventKind::Opened.as_str());
    }
    Ok(log)
}

/// Whether a receipt belongs to the chain, for those who see its case.
///
/// # Errors
/// Not found for a case that is not theirs, or a decision that there is not.
pub async fn judge(store: &Store, conn: &mut Conn, caller: &Person, given: &Receipt) -> Result<ReceiptVerdict, Fault> {
    let (sees, record) = check::seen(store, conn, caller, &given.reference).await?;
    let missing = || Fault::new(FaultKind::NotFound);
    let made = decision::by_key(conn, &given.key).await?.filter(|made| made.reference == given.reference);
    let made = made.filter(|made| !sees.is_outside() || made.undo_until <= store.now()).ok_or_else(missing)?;
    let undone = made.undone_at.is_some();
    let own = receipt(store, conn, &Stored { undone_at: None, ..made }, &record).await?.ok_or_else(missing)?;
    let differ = differences(&own, given);
    let entry = chain::one(conn, own.seq).await?.ok_or_else(missing)?;
    let mut walk = Walk { hash: before(conn, &entry).await?, at_once: false };
    let mut breaks = walk.step(&entry);
    breaks.extend(content_break(conn, &entry).await?);
    Ok(ReceiptVerdict { holds: differ.is_empty() && breaks.is_empty() && !undone, undone, differ, breaks })
}

/// The hash of the event before another one.
async fn before(conn: &mut Conn, entry: &Entry) -> Result<String, Fault> {
    let wanted = audit::Wanted { before: Some(entry.seq), ..audit::Wanted::default() };
    let found = audit::list(conn, &wanted, 1).await?;
    Ok(found.into_iter().next().map_or_else(|| Walk::default().hash, |found| found.hash))
}

/// The fields in which two receipts differ.
fn differences(own: &Receipt, given: &Receipt) -> Vec<String> {
    let pairs = [
        ("version", own.version == given.version),
        ("decision", own.decision == given.decision),
        ("person", own.person == given.person),
        ("name", own.name == given.name),
        ("office", own.office == given.office),
        ("at", own.at == given.at),
        ("content", own.content == given.content),
        ("seq", own.seq == given.seq),
        ("previous", own.previous == given.previous),
        ("hash", own.hash == given.hash),
    ];
    pairs.into_iter().filter(|(_, same)| !same).map(|(name, _)| name.to_owned()).collect()
}

/// The receipts of decisions that the reader may see, each beside its decision.
///
/// # Errors
/// A storage fault.
pub async fn receipts(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    record: &Record,
    decisions: &[Stored],
) -> Result<Vec<Option<Receipt>>, Fault> {
    let mut receipts = Vec::with_capacity(decisions.len());
    for made in decisions {
        // The unit and the directorate have the decision itself; who decided stands there as well.
        receipts.push(if sees.is_outside() { None } else { receipt(store, conn, made, record).await? });
    }
    Ok(receipts)
}
