//! Taking a whole batch back, making it ready once more, and giving up what is left of it.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::{find, own, sample, window, with_items};
use crate::{
    api::{
        batch::{Batch, ItemResult, Progress, Reason},
        fault::{Fault, FaultKind},
    },
    domain::{
        batch::{BatchId, BatchState, ItemState},
        person::Person,
        refusal::Refusal,
    },
    server::{
        flow::undo,
        store::{
            Conn, Store,
            batch::{self, Mark},
        },
    },
};

/// Takes back everything of a batch that is still in the house, in one transaction. Sent again because nobody knew what
/// came of it, it is answered with how the batch stands.
///
/// # Errors
/// Nothing of it can be taken back, or it is a colleague's and the caller does not undo for others.
pub async fn undo(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    id: BatchId,
    at: Timestamp,
) -> Result<Progress, Fault> {
    let found = may_end(conn, caller, id).await?;
    if found.state == BatchState::Undone {
        return Ok(Progress { batch: found, results: Vec::new() });
    }
    if !matches!(found.state, BatchState::Done | BatchState::Running | BatchState::Stopped) {
        return Err(Fault::new(FaultKind::UndoOver));
    }
    let mut results = Vec::new();
    for item in batch::next(conn, id, ItemState::Decided, u32::MAX).await? {
        let (state, why) = match undo::undo(store, conn, caller, &item.reference, at).await {
            Ok(_undone) => (ItemState::Undone, None),
            Err(fault) if matches!(fault.kind, FaultKind::UndoOver | FaultKind::NotFound) => {
                (ItemState::Decided, Some(Reason::from(fault)))
            }
            Err(fault) => return Err(fault),
        };
        results.push(ItemResult { reference: item.reference, state, why });
    }
    if !results.iter().any(|result| result.state == ItemState::Undone) {
        return Err(Fault::new(FaultKind::UndoOver));
    }
    batch::mark(conn, id, BatchState::Undone, Mark::Undone, at).await?;
    Ok(Progress { batch: find(conn, caller, id).await?, results })
}

/// Makes a batch that was taken back ready once more: the sample stays looked at, and is filled up where one of it has fallen
/// out; the dry run and the number come again.
///
/// # Errors
/// A batch that was not taken back, or is not the caller's.
pub async fn redo(conn: &mut Conn, caller: &Person, id: BatchId) -> Result<Batch, Fault> {
    let found = own(conn, caller, id).await?;
    if found.state == BatchState::Open {
        // Sent again because nobody knew what came of it: it is ready.
        return with_items(conn, found).await;
    }
    if found.state != BatchState::Undone {
        return Err(Fault::refused(Refusal::BatchClosed));
    }
    for item in batch::next(conn, id, ItemState::Undone, u32::MAX).await? {
        batch::renew(conn, id, &item.reference, &Uuid::new_v4().to_string()).await?;
    }
    sample::draw_again(conn, &found).await?;
    batch::reopen(conn, id).await?;
    let found = own(conn, caller, id).await?;
    with_items(conn, found).await
}

/// Gives up a batch. What it has decided stays decided, and its undo window begins now.
///
/// # Errors
/// A batch that has ended, or a colleague's for one who does not undo for others.
pub async fn stop(store: &Store, conn: &mut Conn, caller: &Person, id: BatchId, at: Timestamp) -> Result<Batch, Fault> {
    let found = may_end(conn, caller, id).await?;
    if !found.state.is_unfinished() {
        return Err(Fault::refused(Refusal::BatchClosed));
    }
    batch::mark(conn, id, BatchState::Stopped, Mark::Ended, at).await?;
    if found.state == BatchState::Running {
        batch::hold(conn, id, window(store, at)).await?;
    }
    let found = find(conn, caller, id).await?;
    with_items(conn, found).await
}

/// A batch that the caller may end: one's own, or a colleague's for a leader.
async fn may_end(conn: &mut Conn, caller: &Person, id: BatchId) -> Result<Batch, Fault> {
    let found = find(conn, caller, id).await?;
    let may = caller.role.decides() && (found.person == caller.id || caller.role.undoes_for_others());
    if may { Ok(found) } else { Err(Fault { by: Some(found.name), ..Fault::new(FaultKind::NotAllowed) }) }
}
