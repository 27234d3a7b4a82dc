//! The worker that keeps the order of the queue true: when figures arrive, what all units tell is another thing, and with
//! it what the rules say of reports that wait.
//! Imports `api`.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::{flow::review, store::Store};
use crate::api::fault::Fault;

/// How long it waits after a change, so that many changes are one round.
const PAUSE: Duration = Duration::from_secs(2);

/// Weighs the open reports anew at the start and after changes, until the backend stops.
pub async fn run(store: Store, stopping: CancellationToken) {
    let mut changes = store.changes();
    let mut last = String::new();
    loop {
        changes.borrow_and_update();
        match round(&store.clone(), &last).await {
            Ok(generation) => last = generation,
            Err(fault) => tracing::warn!(kind = ?fault.kind, "The open reports could not be weighed"),
        }
        tokio::select! {
            () = stopping.cancelled() => return,
            more = changes.changed() => if more.is_err() { return },
        }
        tokio::select! {
            () = stopping.cancelled() => return,
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

/// One round; nothing is worked out when no figures have come since the last. Tells of which figures it was.
async fn round(store: &Store, last: &str) -> Result<String, Fault> {
    let mut conn = store.read().await?;
    let generation = review::generations(store, &mut conn).await?;
    if generation == last {
        return Ok(generation);
    }
    let weighed = review::weigh_all(store, &mut conn).await?;
    drop(conn);
    let mut tx = store.write().await?;
    if review::store_weights(&mut tx, &weighed).await? {
        store.commit(tx).await?;
    }
    Ok(generation)
}
