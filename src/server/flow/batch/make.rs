//! A batch is made: every case is looked at, and the review sample is drawn from a seed that is kept.
//! Imports `domain` and `api`.

use std::collections::BTreeSet;

use jiff::Timestamp;
use uuid::Uuid;

use super::{judge, office_of, with_items};
use crate::{
    api::{
        batch::{Batch, NewBatch},
        fault::{Fault, FaultKind},
    },
    domain::{
        batch::{ItemState, Sample, drawing_order},
        person::Person,
        refusal::Refusal,
        report::Reference,
    },
    server::store::{Conn, Store, batch, batch::Stored},
    text::date::day_of,
};

/// Looks at every case that is wished for; nothing is stored.
///
/// # Errors
/// Batches are off, there are too many cases or one of them twice, and not allowed for those who only read.
pub async fn look_through(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    wanted: &NewBatch,
    at: Timestamp,
) -> Result<Vec<Stored>, Fault> {
    let office = office_of(caller)?;
    if !caller.role.decides() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    let policy = &store.batch_policy(office);
    if !policy.enabled {
        return Err(Fault::refused(Refusal::BatchOff));
    }
    let count = u32::try_from(wanted.items.len()).unwrap_or(u32::MAX);
    if count > policy.most {
        return Err(Fault::refused(Refusal::BatchTooLarge { given: count, most: policy.most }));
    }
    let different: BTreeSet<&Reference> = wanted.items.iter().map(|item| &item.reference).collect();
    if different.len() < wanted.items.len() {
        return Err(Fault::refused(Refusal::BatchTwice));
    }
    let wish = judge::Wish { caller, kind: wanted.kind, policy, comment: wanted.comment.as_deref(), at };
    let mut items = Vec::new();
    for item in &wanted.items {
        items.push(judge::judge(store, conn, &wish, item, Uuid::new_v4().to_string()).await?);
    }
    Ok(items)
}

/// Draws the sample and stores the batch.
///
/// # Errors
/// A batch in which no case could be decided is stored too, so that its refusals can be read; only storage faults.
pub async fn store_batch(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    wanted: &NewBatch,
    mut items: Vec<Stored>,
    at: Timestamp,
) -> Result<Batch, Fault> {
    let office = office_of(caller)?;
    let policy = &store.batch_policy(office);
    let seed = seed(store, at);
    let waiting = items.iter().filter(|item| item.state == ItemState::Waiting);
    let order: Vec<Reference> =
        drawing_order(&seed, waiting.map(|item| &item.reference)).into_iter().cloned().collect();
    let needed = policy.sample_size(order.len());
    let drawn: BTreeSet<&Reference> = order.iter().take(needed).collect();
    for item in &mut items {
        item.sample = if drawn.contains(&item.reference) { Sample::Drawn } else { Sample::No };
    }
    let comment = wanted.comment.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let new = batch::NewBatch {
        kind: wanted.kind,
        office,
        person: caller,
        at,
        seed: &seed,
        needed: u32::try_from(needed).unwrap_or(u32::MAX),
        policy,
        comment,
    };
    let id = batch::add(conn, &new).await?;
    for (position, item) in (1..).zip(&items) {
        batch::add_item(conn, id, position, item).await?;
    }
    let made = batch::find(conn, office, id).await?.ok_or_else(|| Fault::new(FaultKind::Internal))?;
    with_items(conn, made).await
}

/// What a sample is drawn from. Nobody can know it before the cases are chosen; in the demo it is always the same.
fn seed(store: &Store, at: Timestamp) -> String {
    let day = day_of(at);
    let rest = if store.setting().demo { "demo".to_owned() } else { Uuid::new_v4().simple().to_string() };
    format!("{day}-{rest}")
}
