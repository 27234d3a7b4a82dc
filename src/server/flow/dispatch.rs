//! What leaves an office: the list, and sending again what could not be delivered.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::notices::office_of;
use crate::{
    api::{
        fault::{Fault, FaultKind},
        outbox::{OutboxList, OutboxPart, OutboxRow},
    },
    domain::{event::EventKind, person::Person, refusal::Refusal},
    server::store::{
        Conn, carrying,
        event::{self, NewEvent, UnitEvent},
        task,
    },
};

/// The deliveries of the caller's office.
///
/// # Errors
/// Not allowed for those who have nothing to do with an office's cases.
pub async fn list(conn: &mut Conn, caller: &Person, part: OutboxPart) -> Result<OutboxList, Fault> {
    Ok(OutboxList { rows: carrying::listed(conn, office_of(caller)?, part).await? })
}

/// Sends a delivery again: at once, and with all its tries before it. Only a leader may.
///
/// # Errors
/// Not allowed, no such delivery in the caller's office, or one that has not failed.
pub async fn again(conn: &mut Conn, caller: &Person, id: &str, at: Timestamp) -> Result<OutboxRow, Fault> {
    let office = office_of(caller)?;
    if !caller.role.undoes_for_others() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    let missing = || Fault::new(FaultKind::NotFound);
    let row = carrying::one(conn, office, id).await?.ok_or_else(missing)?;
    if !carrying::again(conn, id, at).await? {
        return Err(Fault::refused(Refusal::NothingToSendAgain));
    }
    let text = row.delivery.recipient.as_str();
    if let Some(reference) = &row.reference {
        let standing = task::standing(conn, reference).await?.ok_or_else(missing)?;
        let new = NewEvent {
            reference,
            office,
            at,
            kind: EventKind::SentAgain,
            person: Some(&caller.id),
            actor: &caller.name,
            version: standing.version,
            decision: None,
            extensions: None,
            text: Some(text),
        };
        event::add(conn, &new).await?;
    } else if let Some(unit) = &row.unit {
        let (person, actor) = (Some(caller.id.as_str()), caller.name.as_str());
        let new = UnitEvent { unit, office, at, kind: EventKind::SentAgain, person, actor, text };
        event::add_of_unit(conn, &new).await?;
    }
    tracing::info!(delivery.id = id, "A delivery is sent again");
    carrying::one(conn, office, id).await?.ok_or_else(missing)
}
