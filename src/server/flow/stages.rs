//! The stages of a decision in the log: Lagre, Fortsett arbeidsflyt, Bekreft.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use crate::{
    api::fault::Fault,
    domain::{decision::DecisionKind, event::EventKind, person::Person},
    server::store::{
        Conn,
        event::{self, NewEvent, Proof},
        task::Record,
    },
};

/// What an event says beside who, when and where.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    /// The decision.
    pub decision: Option<DecisionKind>,
    /// The extension count.
    pub extensions: Option<u32>,
    /// The comment.
    pub text: Option<&'a str>,
}

/// Adds an event by a person.
///
/// # Errors
/// A storage fault.
pub async fn record(
    conn: &mut Conn,
    case: &Record,
    person: &Person,
    at: Timestamp,
    kind: EventKind,
    said: Said<'_>,
) -> Result<(), Fault> {
    Ok(event::add(conn, &line(case, person, at, kind, said)).await?)
}

/// Adds that a person took a decision back, with the decision's key.
///
/// # Errors
/// A storage fault.
pub async fn undone(
    conn: &mut Conn,
    case: &Record,
    person: &Person,
    at: Timestamp,
    (kind, key): (DecisionKind, &str),
) -> Result<(), Fault> {
    let said = Said { decision: Some(kind), ..Said::default() };
    let proof = Proof { key: Some(key.to_owned()), content: None };
    Ok(event::add_proved(conn, &[line(case, person, at, EventKind::Undone, said)], proof).await?)
}

fn line<'a>(case: &'a Record, person: &'a Person, at: Timestamp, kind: EventKind, said: Said<'a>) -> NewEvent<'a> {
    NewEvent {
        reference: &case.row.reference,
        office: &case.office,
        at,
        kind,
        person: Some(&person.id),
        actor: &person.name,
        version: case.row.version,
        decision: said.decision,
        extensions: said.extensions,
        text: said.text,
    }
}

/// Adds a «saved», unless the last event of the case is one by the same person.
///
/// # Errors
/// A storage fault.
pub async fn save_once(conn: &mut Conn, case: &Record, person: &Person, at: Timestamp) -> Result<(), Fault> {
    let last = event::last(conn, &case.row.reference).await?;
    if last == Some((EventKind::Saved, Some(person.id.clone()))) {
        return Ok(());
    }
    record(conn, case, person, at, EventKind::Saved, Said::default()).await
}

/// Adds a Bekreft with what proves it, and before it the stages that are not in the log since the case came to be open:
/// all three are always there.
///
/// # Errors
/// A storage fault.
pub async fn confirm(
    conn: &mut Conn,
    case: &Record,
    person: &Person,
    at: Timestamp,
    said: Said<'_>,
    proof: Proof,
) -> Result<(), Fault> {
    let before = event::since_opened(conn, &case.row.reference).await?;
    let missing = [EventKind::Saved, EventKind::Continued].into_iter().filter(|stage| !before.contains(stage));
    let mut lines: Vec<NewEvent<'_>> = missing.map(|stage| line(case, person, at, stage, Said::default())).collect();
    lines.push(line(case, person, at, EventKind::Confirmed, said));
    Ok(event::add_proved(conn, &lines, proof).await?)
}
