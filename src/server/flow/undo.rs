//! Taking a decision back: inside the window, and only while nothing of it has left the house.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{check, deadlines, stages};
use crate::{
    api::{
        case::Draft,
        decide::Undone,
        fault::{Fault, FaultKind},
    },
    domain::{decision::DecisionKind, person::Person, report::Reference, task::State},
    server::store::{
        Conn, Store, batch,
        decision::{self, Stored},
        delivery, draft,
        task::{self, Outcome, Record},
    },
};

/// Takes the decision that holds back.
///
/// # Errors
/// Nothing to take back, the window is over, a newer version has come, or it is a colleague's decision.
pub async fn undo(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    at: Timestamp,
) -> Result<Undone, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    let made = still_undoable(conn, &record, at).await?;
    if made.person != caller.id && !caller.role.undoes_for_others() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    delivery::cancel(conn, &made.key).await?;
    decision::undo(conn, &made.key, at).await?;
    if made.batch.is_some() {
        batch::decision_undone(conn, &made.key).await?;
    }
    reopen(conn, &record, &made).await?;
    restore_draft(conn, &made, at).await?;
    stages::undone(conn, &record, caller, at, (made.kind, &made.key)).await?;
    deadlines::follow(store, conn, reference, at).await?;
    Ok(Undone { reference: reference.clone(), kind: made.kind, at })
}

async fn still_undoable(conn: &mut Conn, record: &Record, at: Timestamp) -> Result<Stored, Fault> {
    let over = || Fault { state: Some(record.row.state), ..Fault::new(FaultKind::UndoOver) };
    let key = record.decision.as_deref().filter(|_| record.row.state != State::Open).ok_or_else(over)?;
    let made = decision::by_key(conn, key).await?.ok_or_else(over)?;
    let untouched = made.version == record.row.version && made.undone_at.is_none() && at < made.undo_until;
    if untouched && delivery::taken(conn, key).await? == 0 { Ok(made) } else { Err(over()) }
}

/// The case is open again; what stands as its last decision is the one before, if there was one.
async fn reopen(conn: &mut Conn, record: &Record, made: &Stored) -> Result<(), Fault> {
    let decisions = decision::all(conn, &made.reference).await?;
    let before = decisions.iter().rev().find(|other| other.undone_at.is_none());
    let outcome = Outcome {
        state: State::Open,
        decision: before.map(|before| before.key.as_str()),
        decided_at: before.map(|before| before.at),
        decided_by: before.map(|before| before.name.as_str()),
        undo_until: before.map(|before| before.undo_until),
        returns: record.row.returns.saturating_sub(u32::from(made.kind == DecisionKind::Return)),
    };
    Ok(task::settle(conn, &made.reference, &outcome).await?)
}

/// Nothing that was typed is lost: the count and the comment of the decision are the draft again.
async fn restore_draft(conn: &mut Conn, made: &Stored, at: Timestamp) -> Result<(), Fault> {
    let kept = draft::of(conn, &made.reference).await?.unwrap_or_default();
    let restored = Draft {
        person: made.person.clone(),
        name: made.name.clone(),
        saved_at: Some(at),
        version: made.version,
        extensions: made.extensions.map_or(kept.extensions, |count| count.to_string()),
        comment: made.comment.clone().unwrap_or(kept.comment),
        ..kept
    };
    Ok(draft::put(conn, &made.reference, &restored).await?)
}
