//! Fortsett arbeidsflyt and Bekreft: a decision is checked, then stored once with its events and deliveries.
//! Imports `domain` and `api`.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    access,
    check::{self, Checked, Matter, Order},
    eyes, parcels, review,
    stages::{self, Said},
};
use crate::{
    api::{
        decide::{Continued, Decided, DecisionRequest},
        fault::{Fault, FaultKind},
    },
    domain::{
        batch::BatchId,
        decision::DecisionKind,
        event::EventKind,
        finding::Review,
        person::Person,
        report::Reference,
        task::{State, TaskKind},
    },
    server::store::{
        Conn, Store, chain,
        decision::{self, Stored},
        event::Proof,
        sees::Sees,
        task::{self, Outcome},
    },
};

/// Fortsett arbeidsflyt: checks a decision and records that its summary was shown.
///
/// # Errors
/// Everything for which the decision itself would be refused.
pub async fn proceed(store: &Store, conn: &mut Conn, order: &Order<'_>) -> Result<Continued, Fault> {
    let record = check::decidable(store, conn, order.caller, order.reference).await?;
    let checked = check::check(store, conn, order, record).await?;
    let Order { caller, at, .. } = *order;
    stages::save_once(conn, &checked.record, caller, at).await?;
    // Who prepared it before counts, not the one who prepares it now.
    let four_eyes = eyes::of(store, conn, order, &checked).await?;
    let said = Said { decision: Some(order.request.kind), extensions: checked.extensions, text: None };
    stages::record(conn, &checked.record, caller, at, EventKind::Continued, said).await?;
    task::touch(conn, order.reference).await?;
    let parcels = parcels::pack(store, &checked, order.request.kind, caller, at);
    let recipients = parcels.into_iter().map(|parcel| parcel.recipient).collect();
    Ok(Continued { reference: order.reference.clone(), at, recipients, four_eyes })
}

/// How a decision comes to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// By itself: what the rules say is kept with it, for a person saw it.
    Single,
    /// In a batch: held back until the batch has ended, or until a moment.
    Batch(BatchId, Timestamp),
    /// In a history that is lived through: what the rules say is not kept.
    History,
}

/// Bekreft: stores a decision once, however often it is sent with the same key.
///
/// # Errors
/// A key that was used for something else, a newer version, a decision already made, or the reasons of a refusal.
pub async fn decide(
    store: &Store,
    conn: &mut Conn,
    order: &Order<'_>,
    key: Uuid,
    manner: Manner,
) -> Result<Decided, Fault> {
    let record = check::decidable(store, conn, order.caller, order.reference).await?;
    let key = key.to_string();
    let fingerprint = fingerprint(order);
    if let Some(before) = decision::by_key(conn, &key).await? {
        let same = before.fingerprint == fingerprint;
        return if same { Ok(answer(&before, true)) } else { Err(Fault::new(FaultKind::KeyReused)) };
    }
    let checked = check::check(store, conn, order, record).await?;
    if manner != Manner::History {
        eyes::hold(store, conn, order, &checked).await?;
    }
    let window = SignedDuration::from_secs(i64::from(store.setting().undo_seconds));
    let review = if manner == Manner::History { None } else { reviewed(store, conn, &checked).await? };
    let (batch, held) = match manner {
        Manner::Batch(id, until) => (Some(id), until),
        Manner::Single | Manner::History => (None, order.at.saturating_add(window).unwrap_or(Timestamp::MAX)),
    };
    let made = Stored {
        key,
        fingerprint,
        reference: order.reference.clone(),
        version: order.version,
        kind: order.request.kind,
        person: order.caller.id.clone(),
        name: order.caller.name.clone(),
        at: order.at,
        extensions: checked.extensions,
        comment: checked.comment.clone(),
        asked: order.request.asked.clone(),
        review,
        undo_until: held,
        undone_at: None,
        batch,
    };
    store_decision(store, conn, order.caller, &made, &checked).await?;
    Ok(answer(&made, false))
}

/// The outcome of the decision with a key, if the caller sees its case.
///
/// # Errors
/// Not found.
pub async fn by_key(store: &Store, conn: &mut Conn, caller: &Person, key: Uuid) -> Result<Decided, Fault> {
    let sees = Sees::of(caller).filter(|sees| !sees.is_outside()).ok_or_else(|| Fault::new(FaultKind::NotAllowed))?;
    let missing = || Fault::new(FaultKind::NotFound);
    let found = decision::by_key(conn, &key.to_string()).await?.ok_or_else(missing)?;
    task::find(store, conn, &sees, &found.reference).await?.ok_or_else(missing)?;
    Ok(answer(&found, true))
}

/// What the rules said when a report was decided: kept with the decision, whatever the rules say later.
async fn reviewed(store: &Store, conn: &mut Conn, checked: &Checked) -> Result<Option<Review>, Fault> {
    match checked.record.row.kind {
        TaskKind::Report => review::now(store, conn, &checked.record).await,
        TaskKind::Access => Ok(None),
    }
}

async fn store_decision(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    made: &Stored,
    checked: &Checked,
) -> Result<(), Fault> {
    let case = &checked.record;
    let said = Said { decision: Some(made.kind), extensions: made.extensions, text: made.comment.as_deref() };
    decision::add(conn, made).await?;
    let content = chain::content(conn, &made.key).await?.map(|content| content.computed());
    let proof = Proof { key: Some(made.key.clone()), content };
    stages::confirm(conn, case, caller, made.at, said, proof).await?;
    let outcome = Outcome {
        state: made.kind.outcome(),
        decision: Some(&made.key),
        decided_at: Some(made.at),
        decided_by: Some(&made.name),
        undo_until: Some(made.undo_until),
        returns: case.row.returns + u32::from(made.kind == DecisionKind::Return),
    };
    task::settle(conn, &made.reference, &outcome).await?;
    if let (Matter::Access(application), Some(role)) = (&checked.matter, checked.role) {
        access::give(conn, caller, case, (application, role), &made.key, made.at).await?;
    }
    let parcels = parcels::pack(store, checked, made.kind, caller, made.at);
    parcels::post(conn, case, &made.key, Some(&made.key), made.undo_until, &parcels).await
}

fn answer(stored: &Stored, replayed: bool) -> Decided {
    // A repeated key is answered with what was stored; only that it was taken back since must not be hidden.
    let state = if stored.undone_at.is_some() { State::Open } else { stored.kind.outcome() };
    Decided {
        reference: stored.reference.clone(),
        kind: stored.kind,
        state,
        version: stored.version,
        at: stored.at,
        undo_until: stored.undo_until,
        replayed,
    }
}

/// What a key stands for: the same person, case, version and content.
fn fingerprint(order: &Order<'_>) -> String {
    let DecisionRequest { kind, extensions, comment, asked, role, .. } = order.request;
    let Person { id, .. } = order.caller;
    let reference: &Reference = order.reference;
    let mut content = serde_json::json!([id, reference, order.version, kind, extensions, comment, asked]);
    // Only where it was said: a key from before roles still stands for the same.
    if let (Some(role), Some(fields)) = (role, content.as_array_mut()) {
        fields.push(role.as_str().into());
    }
    format!("{:x}", Sha256::digest(content.to_string()))
}
