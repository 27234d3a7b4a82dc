//! Asking the directorate to have an approval back that has been sent. Nothing is taken back by it: the case stays as it
//! is, and the directorate answers outside the program.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;

use super::{
    check,
    parcels::{self, Parcel},
    stages::{self, Said},
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        overview::Recalled,
    },
    checks::identity,
    domain::{
        decision::{Comment, DecisionKind},
        event::EventKind,
        person::Person,
        refusal::Refusal,
        report::Reference,
        task::{State, TaskKind},
    },
    server::store::{
        Conn, Store,
        decision::{self, Stored},
        delivery::{self, Payload},
        event,
        task::Record,
    },
    text::{clean, date},
};

/// Sends a request to have an approval back, once however often it is asked for in the same words.
///
/// # Errors
/// A blank reason or one with an identity number, a case that is not approved, a decision that can still be undone, or one
/// that was asked back already.
pub async fn recall(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    reason: &str,
    at: Timestamp,
) -> Result<Recalled, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    let made = sent(conn, &record, at).await?;
    let key = format!("recall-{}", made.key);
    let text = clean::prose(Comment::new(reason)?.as_str());
    if delivery::exists(conn, &key).await? {
        // Who asks again in the same words did not get the answer.
        let said = event::said_before(conn, reference, (EventKind::RecallAsked, &caller.id, &text)).await?;
        let recipient = store.setting().bufdir_address.clone();
        return said
            .map(|at| Recalled { reference: reference.clone(), at, recipient })
            .ok_or_else(|| Fault::refused(Refusal::RecalledBefore));
    }
    if let Some(refusal) = identity::refusal(&text) {
        return Err(Fault::refused(refusal));
    }
    let parcel = letter(store, &record, &made, caller, &text);
    parcels::post(conn, &record, &key, None, at, std::slice::from_ref(&parcel)).await?;
    let said = Said { text: Some(&text), ..Said::default() };
    stages::record(conn, &record, caller, at, EventKind::RecallAsked, said).await?;
    Ok(Recalled { reference: reference.clone(), at, recipient: parcel.recipient })
}

/// The approval that holds and has left the house.
async fn sent(conn: &mut Conn, record: &Record, at: Timestamp) -> Result<Stored, Fault> {
    let refused = || Fault::refused(Refusal::NothingToRecall);
    if record.row.kind != TaskKind::Report || record.row.state != State::Approved {
        return Err(refused());
    }
    let key = record.decision.as_deref().ok_or_else(refused)?;
    let made = decision::by_key(conn, key).await?.ok_or_else(|| Fault::new(FaultKind::Internal))?;
    if made.kind != DecisionKind::Approve {
        return Err(refused());
    }
    if at < made.undo_until && delivery::taken(conn, key).await? == 0 {
        return Err(Fault::refused(Refusal::UndoInstead));
    }
    Ok(made)
}

/// The mail: which report, which version, approved when and by whom, who asks, and why.
fn letter(store: &Store, record: &Record, made: &Stored, caller: &Person, reason: &str) -> Parcel {
    let (texts, register) = (store.texts(), store.register());
    let period = record.row.period.as_ref().and_then(|id| register.period(id.as_str()).ok());
    let office = register.office(&record.office);
    let values = [
        ("reference", record.row.reference.as_str()),
        ("office", office.map(|office| office.name_in(date::day_of(made.at).year())).unwrap_or_default()),
        ("unit", &format!("{} ({})", record.row.unit_name, record.row.unit)),
        ("period", period.map(|period| period.name_long.as_str()).unwrap_or_default()),
        ("version", &made.version.to_string()),
        ("decided", &date::moment(made.at)),
        ("by", &made.name),
        ("name", &caller.name),
        ("email", &caller.email),
        ("comment", reason),
    ];
    let payload = Payload::Mail {
        subject: texts.with("mail-recall-subject", &[("reference", record.row.reference.as_str())]),
        body: texts.with("mail-recall-body", &values),
        role: None,
    };
    Parcel { recipient: store.setting().bufdir_address.clone(), payload }
}
