//! Bekreft for a batch: the number that was typed, then decision after decision, each stored once whatever happens between.
//! Imports `domain` and `api`.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{judge, own, window};
use crate::{
    api::{
        batch::{Batch, ItemResult, Progress, Reason, RunRequest},
        fault::{Fault, FaultKind},
    },
    domain::{
        batch::{BatchId, BatchState, ItemState},
        event::EventKind,
        person::Person,
        refusal::Refusal,
    },
    server::{
        flow::{
            check::{self, Order},
            decide,
            stages::{self, Said},
        },
        store::{
            Conn, Store,
            batch::{self, Mark, Stored},
        },
    },
};

/// The most decisions of one request: an answer comes while the person still looks.
const MOST_PER_REQUEST: u32 = 250;
/// How many decisions share one commit.
const PER_COMMIT: u32 = 50;

/// Confirms a batch, or goes on with one that is confirmed, and makes its next decisions.
///
/// # Errors
/// What is missing before it can be confirmed, another number than there are cases, and a batch that is closed.
pub async fn run(store: &Store, caller: &Person, id: BatchId, request: RunRequest) -> Result<Progress, Fault> {
    confirm(store, caller, id, request.count).await?;
    let mut left = request.most.unwrap_or(MOST_PER_REQUEST).clamp(1, MOST_PER_REQUEST);
    let mut results = Vec::new();
    let mut held_anew = false;
    loop {
        let mut tx = store.write().await?;
        let found = own(&mut tx, caller, id).await?;
        if found.state != BatchState::Running {
            return Ok(Progress { batch: found, results });
        }
        let at = store.now();
        // What was set since the request came, here or in another process, holds for the cases that are left.
        let current = store.current(&mut tx).await?;
        let turn = batch::next(&mut tx, id, ItemState::Waiting, left.min(PER_COMMIT)).await?;
        for item in &turn {
            results.push(decide_one(&current, &mut tx, caller, &found, item, at).await?);
        }
        left -= u32::try_from(turn.len()).unwrap_or(left).min(left);
        let over = batch::next(&mut tx, id, ItemState::Waiting, 1).await?.is_empty();
        if over {
            batch::mark(&mut tx, id, BatchState::Done, Mark::Ended, at).await?;
        }
        // Each new decision is held back by itself; those of earlier requests only need a sign of life once.
        if over || !held_anew {
            batch::hold(&mut tx, id, if over { window(store, at) } else { held(&found, at) }).await?;
            held_anew = true;
        }
        let found = own(&mut tx, caller, id).await?;
        store.commit(tx).await?;
        if over || left == 0 {
            return Ok(Progress { batch: found, results });
        }
    }
}

/// Holds that everything that comes before has been done, and notes that the number was typed.
async fn confirm(store: &Store, caller: &Person, id: BatchId, typed: Option<u32>) -> Result<(), Fault> {
    let mut tx = store.write().await?;
    let found = own(&mut tx, caller, id).await?;
    match found.state {
        BatchState::Running | BatchState::Done => return Ok(()),
        BatchState::Undone | BatchState::Stopped => return Err(Fault::refused(Refusal::BatchClosed)),
        BatchState::Open => {}
    }
    let enabled = caller.office.as_ref().is_some_and(|office| store.batch_policy(office).enabled);
    ready(enabled, &found, typed)?;
    batch::mark(&mut tx, id, BatchState::Running, Mark::Confirmed, store.now()).await?;
    store.commit(tx).await
}

fn ready(enabled: bool, found: &Batch, typed: Option<u32>) -> Result<(), Fault> {
    let waiting = found.tally.waiting;
    let refusal = if !enabled {
        Refusal::BatchOff
    } else if waiting == 0 {
        Refusal::BatchEmpty
    } else if found.unseen() > 0 {
        Refusal::SampleLeft { left: found.unseen() }
    } else if found.checked_at.is_none() {
        Refusal::DryRunMissing
    } else if typed != Some(waiting) {
        Refusal::WrongNumber { given: typed.unwrap_or(0), waiting }
    } else {
        return Ok(());
    };
    Err(Fault::refused(refusal))
}

/// Until when the decisions of a batch that goes on are held back.
fn held(found: &Batch, at: Timestamp) -> Timestamp {
    let minutes = SignedDuration::from_mins(i64::from(found.policy.hold_minutes));
    at.saturating_add(minutes).unwrap_or(Timestamp::MAX)
}

async fn decide_one(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    found: &Batch,
    item: &Stored,
    at: Timestamp,
) -> Result<ItemResult, Fault> {
    let outcome = decided(store, conn, caller, found, item, at).await;
    let (state, why) = match outcome {
        Ok(()) => (ItemState::Decided, None),
        Err(fault) if judge::is_about_the_case(fault.kind) => (ItemState::Dropped, Some(Reason::from(fault))),
        Err(fault) => return Err(fault),
    };
    let when = (state == ItemState::Decided).then_some(at);
    batch::set_item(conn, found.id, &item.reference, state, why.as_ref(), when).await?;
    Ok(ItemResult { reference: item.reference.clone(), state, why })
}

async fn decided(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    found: &Batch,
    item: &Stored,
    at: Timestamp,
) -> Result<(), Fault> {
    judge::check_again(store, conn, caller, found.kind, item, at).await?;
    let record = check::decidable(store, conn, caller, &item.reference).await?;
    let name = found.id.to_string();
    let said = Said { text: Some(&name), ..Said::default() };
    stages::record(conn, &record, caller, at, EventKind::Batched, said).await?;
    let request = judge::request_of(found.kind, item);
    let order = Order { caller, reference: &item.reference, version: item.version, request: &request, at };
    let key = Uuid::parse_str(&item.key).map_err(|_error| Fault::new(FaultKind::Internal))?;
    let manner = decide::Manner::Batch(found.id, held(found, at));
    decide::decide(store, conn, &order, key, manner).await.map(|_decided| ())
}
