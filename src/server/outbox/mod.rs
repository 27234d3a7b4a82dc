//! The outbox: deliveries leave when their time has come, are tried again when they fail, and never leave twice as two.
//! Imports `domain`, `text` and `api`.

pub mod carrier;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use self::carrier::Carrier;
use super::store::{
    Conn, Store,
    delivery::{self, Due},
    event::{self, NewEvent, UnitEvent},
};
use crate::{api::fault::Fault, domain::event::EventKind, text::clean};

/// How long the worker sleeps at most: another process may have left something behind.
const LONGEST_SLEEP: Duration = Duration::from_secs(30);
/// The longest message of a failed try that is kept, in characters.
const LONGEST_ERROR: usize = 300;

/// Delivers what is due, until the backend stops.
pub async fn run(store: Store, carrier: Carrier, stopping: CancellationToken) {
    let mut changes = store.changes();
    loop {
        changes.borrow_and_update();
        let next = match round(&store, &carrier).await {
            Ok(next) => next,
            Err(fault) => {
                tracing::warn!(kind = ?fault.kind, "The outbox could not be read");
                Some(after(store.now(), carrier.pause(1)))
            }
        };
        tokio::select! {
            () = stopping.cancelled() => return,
            _ = changes.changed() => {}
            () = wait(&store, next) => {}
        }
    }
}

/// Delivers everything that is due now, and tells when the next delivery is.
///
/// # Errors
/// A storage fault.
pub async fn round(store: &Store, carrier: &Carrier) -> Result<Option<Timestamp>, Fault> {
    loop {
        let now = store.now();
        let next = delivery::next(&mut *store.read().await?).await?;
        if next.is_none_or(|next| next > now) {
            return Ok(next);
        }
        for due in claim(store, carrier, now).await? {
            let outcome = carrier.deliver(&due).await;
            settle(store, carrier, &due, outcome.map_err(|error| error.to_string())).await?;
        }
    }
}

async fn claim(store: &Store, carrier: &Carrier, now: Timestamp) -> Result<Vec<Due>, Fault> {
    let mut tx = store.write().await?;
    let due = delivery::claim(&mut tx, now, after(now, carrier.lease())).await?;
    store.commit(tx).await?;
    Ok(due)
}

async fn settle(store: &Store, carrier: &Carrier, due: &Due, outcome: Result<(), String>) -> Result<(), Fault> {
    let now = store.now();
    let mut tx = store.write().await?;
    match outcome {
        Ok(()) => {
            delivery::sent(&mut tx, &due.id, now).await?;
            record(store, &mut tx, due, EventKind::Delivered, now).await?;
        }
        Err(error) => {
            tracing::warn!(delivery.id = %due.id, attempt = due.attempt, %error, "A delivery failed");
            let error: String = clean::line(&error).chars().take(LONGEST_ERROR).collect();
            delivery::failed(&mut tx, &due.id, &error, after(now, carrier.pause(due.attempt))).await?;
            if due.attempt == 1 {
                record(store, &mut tx, due, EventKind::DeliveryFailed, now).await?;
            }
        }
    }
    store.commit(tx).await
}

async fn record(store: &Store, conn: &mut Conn, due: &Due, kind: EventKind, at: Timestamp) -> Result<(), Fault> {
    let (actor, text) = (store.texts().say("server-actor"), due.recipient.as_str());
    if let Some(reference) = &due.reference {
        let new = NewEvent {
            reference,
            office: &due.office,
            at,
            kind,
            person: None,
            actor: &actor,
            version: due.version,
            decision: None,
            extensions: None,
            text: Some(text),
        };
        event::add(conn, &new).await?;
    }
    if let Some(unit) = &due.unit {
        let new = UnitEvent { unit, office: &due.office, at, kind, person: None, actor: &actor, text };
        event::add_of_unit(conn, &new).await?;
    }
    Ok(())
}

async fn wait(store: &Store, next: Option<Timestamp>) {
    let sleep = tokio::time::sleep(LONGEST_SLEEP);
    match next {
        Some(next) => tokio::select! {
            () = store.setting().clock.sleep_until(next) => {}
            () = sleep => {}
        },
        None => sleep.await,
    }
}

fn after(now: Timestamp, pause: Duration) -> Timestamp {
    let pause = SignedDuration::try_from(pause).unwrap_or(SignedDuration::MAX);
    now.saturating_add(pause).unwrap_or(Timestamp::MAX)
}
