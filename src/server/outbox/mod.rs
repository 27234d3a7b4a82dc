//! The outbox: deliveries leave when their time has come, are tried again when they fail, are given up in the end, and
//! never leave twice as two. Any number of processes may work at it: each delivery belongs to the one that took it.
//! Imports `domain`, `text` and `api`.

pub mod carrier;
mod habits;
mod handover;
mod letter;
mod smtp;
pub mod ways;

use std::time::Duration;

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use self::carrier::{Carrier, Trip};
use super::{
    flow::staff,
    store::{
        Conn, Store,
        carrying::{self, Due, Failing, Taking},
        event::{self, NewEvent, UnitEvent},
    },
};
use crate::{
    api::fault::Fault,
    domain::{delivery::Receipt, event::EventKind},
};

/// How long the worker sleeps at most while something waits: the machine may have slept meanwhile, and its clock gone on.
const LONGEST_SLEEP: Duration = Duration::from_secs(30);
/// How long it sleeps at most when nothing waits: what another process leaves behind wakes it, unless that was not heard. Long,
/// for a program that nobody touches shall rest.
const LONGEST_REST: Duration = Duration::from_hours(1);
/// How long it waits after the database could not be read.
const AFTER_FAULT: Duration = Duration::from_secs(5);
/// The two ways out. Each has a worker of its own, so that a mail server that is stuck holds up no report.
const CHANNELS: [&str; 2] = ["mail", "bufdir"];

/// Delivers what is due, until the backend stops.
pub async fn run(store: Store, carrier: Carrier, stopping: CancellationToken) {
    join_all(CHANNELS.map(|channel| work(&store, &carrier, channel, &stopping))).await;
}

async fn work(store: &Store, carrier: &Carrier, channel: &str, stopping: &CancellationToken) {
    let mut changes = store.changes();
    loop {
        changes.borrow_and_update();
        let next = match lane(&store.clone(), carrier, channel, stopping).await {
            Ok(next) => next,
            Err(fault) => {
                tracing::warn!(kind = ?fault.kind, "The outbox could not be read");
                Some(after(store.now(), AFTER_FAULT))
            }
        };
        tokio::select! {
            () = stopping.cancelled() => return,
            _ = changes.changed() => {}
            () = wait(store, next) => {}
        }
    }
}

/// Delivers everything that is due now, and tells when the next delivery is.
///
/// # Errors
/// A storage fault.
pub async fn round(store: &Store, carrier: &Carrier) -> Result<Option<Timestamp>, Fault> {
    let (mut next, never) = (None, CancellationToken::new());
    for channel in CHANNELS {
        let of_channel = lane(store, carrier, channel, &never).await?;
        next = [next, of_channel].into_iter().flatten().min();
    }
    Ok(next)
}

async fn lane(
    store: &Store,
    carrier: &Carrier,
    channel: &str,
    stopping: &CancellationToken,
) -> Result<Option<Timestamp>, Fault> {
    loop {
        // A stop waits for what is on its way, and not for all that is due.
        if stopping.is_cancelled() {
            return Ok(None);
        }
        // What is gathered for the office's own people becomes mail first.
        let gathered = if channel == "mail" { staff::gather(store).await? } else { None };
        let now = store.now();
        let next = carrying::next(&mut *store.read().await?, channel).await?;
        let next = [next, gathered].into_iter().flatten().min();
        if next.is_none_or(|next| next > now) {
            return Ok(next);
        }
        let taken = claim(store, carrier, channel, now).await?;
        let settled = join_all(taken.iter().map(|due| carry(store, carrier, due))).await;
        settled.into_iter().collect::<Result<(), Fault>>()?;
    }
}

async fn claim(store: &Store, carrier: &Carrier, channel: &str, now: Timestamp) -> Result<Vec<Due>, Fault> {
    let by = Uuid::new_v4().to_string();
    let habits = carrier.habits();
    let taking = Taking { channel, most: habits.at_once, by: &by, now, until: after(now, habits.lease()) };
    let mut tx = store.write().await?;
    let due = carrying::claim(&mut tx, &taking).await?;
    store.commit(tx).await?;
    Ok(due)
}

async fn carry(store: &Store, carrier: &Carrier, due: &Due) -> Result<(), Fault> {
    let outcome = carrier.deliver(due).await;
    settle(store, carrier, due, outcome).await
}

async fn settle(
    store: &Store,
    carrier: &Carrier,
    due: &Due,
    outcome: Result<Option<Receipt>, Trip>,
) -> Result<(), Fault> {
    let now = store.now();
    let mut tx = store.write().await?;
    match outcome {
        Ok(receipt) => {
            if carrying::sent(&mut tx, &due.id, now, receipt.as_ref()).await? {
                record(store, &mut tx, due, EventKind::Delivered, now).await?;
            }
        }
        Err(Trip { miss, answer }) => {
            let habits = carrier.habits();
            let give_up = miss.is_final() || due.attempt >= habits.most_tries;
            // What the other side says may name a person: it stands on the task, not in the log.
            tracing::warn!(delivery.id = %due.id, attempt = due.attempt, ?miss, give_up, "A delivery failed");
            let next_try = (!give_up).then(|| after(now, habits.pause(&due.id, due.attempt)));
            let failing = Failing { miss, answer: &answer, at: now, next_try };
            if carrying::failed(&mut tx, due, &failing).await? {
                if give_up {
                    record(store, &mut tx, due, EventKind::GivenUp, now).await?;
                } else if due.attempt == 1 {
                    record(store, &mut tx, due, EventKind::DeliveryFailed, now).await?;
                }
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
    match next {
        Some(next) => tokio::select! {
            () = store.setting().clock.sleep_until(next) => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
        },
        None => tokio::time::sleep(LONGEST_REST).await,
    }
}

fn after(now: Timestamp, pause: Duration) -> Timestamp {
    let pause = SignedDuration::try_from(pause).unwrap_or(SignedDuration::MAX);
    now.saturating_add(pause).unwrap_or(Timestamp::MAX)
}
