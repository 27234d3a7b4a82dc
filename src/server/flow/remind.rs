//! Purr: a unit whose report is missing is reminded, in its written language, once a day unless somebody says otherwise.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    notices::{self, Outgoing},
    standing,
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        units::{NoticeText, RemindAnswer, RemindRequest, Reminded, Standing},
    },
    checks::{letter::notice::NoticeKind, say::long_day},
    domain::{
        event::EventKind,
        period::Period,
        person::Person,
        refusal::Refusal,
        report::Reference,
        unit::{Assumed, Language, Unit, UnitNo},
    },
    server::store::{
        Conn, Store, channel, contact, delivery,
        delivery::Payload,
        notice::{self, About, Sent},
        task,
    },
    text::date::day_of,
};

/// The most units of one request: every unit of the largest office, and then some.
const MOST_UNITS: usize = 200;

/// One unit that shall be reminded. A batch makes many of them with one key in one transaction.
#[derive(Debug, Clone, Copy)]
pub struct Reminder<'a> {
    /// Who reminds.
    pub caller: &'a Person,
    /// Of the report of which period.
    pub period: &'a Period,
    /// Whom.
    pub unit: &'a str,
    /// The idempotency key of the whole request: what is sent with it is taken back with it.
    pub request: &'a str,
    /// What the request stands for.
    pub fingerprint: &'a str,
    /// Also when the unit was reminded earlier the same day.
    pub again: bool,
    /// When.
    pub at: Timestamp,
}

/// A reminder that can be sent.
#[derive(Debug, Clone)]
pub struct Ready<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// What is written to it.
    pub text: NoticeText,
}

/// Checks one reminder and writes its text. Nothing is stored.
///
/// # Errors
/// Not allowed, or one reason for which it is refused: an unknown unit or another office's, a period that has not opened,
/// a report that is there, a unit that sends no form, no address, reminded earlier the same day.
pub async fn check<'a>(store: &'a Store, conn: &mut Conn, order: &Reminder<'_>) -> Result<Ready<'a>, Fault> {
    let office = notices::deciding_office(order.caller)?;
    let (period, today) = (order.period, day_of(order.at));
    let unit = notices::unit_on(store, office, order.unit, period)?;
    let name = || unit.name.clone();
    if today < period.opens {
        return Err(Refusal::NotOpenYet { period: period.name_long.clone() }.into());
    }
    let reference = Reference::report(&period.id, &unit.no);
    if task::standing(conn, &reference).await?.is_some() {
        return Err(Refusal::AlreadyDelivered { unit: name() }.into());
    }
    let recorded = channel::of(conn, &unit.no, &period.id).await?;
    if !standing::form_is_due(store, recorded.map(|recorded| recorded.channel)) {
        return Err(Refusal::NoFormDue { unit: name() }.into());
    }
    let contact = contact::of(conn, &unit.no).await?;
    let Some(recipient) = notices::address(contact.as_ref()) else {
        return Err(Refusal::NoAddress { unit: name() }.into());
    };
    let last = notice::reminders(conn, office, &period.id).await?.remove(&unit.no);
    if let Some(last) = last.filter(|last| !order.again && day_of(last.at) == today) {
        return Err(Refusal::RemindedToday { unit: name(), by: last.by }.into());
    }
    let text = write(store, unit, period, recipient, order.at)?;
    Ok(Ready { unit, text })
}

/// Reminds one unit: checks, writes the text, puts the mail in the outbox until the undo window is over, and records it.
///
/// # Errors
/// As [`check`]; nothing is stored then.
pub async fn one(store: &Store, conn: &mut Conn, order: &Reminder<'_>) -> Result<(NoticeText, Timestamp), Fault> {
    let Ready { unit, text } = check(store, conn, order).await?;
    let Reminder { caller, request, fingerprint, at, .. } = *order;
    let about = About::Reminder(&order.period.id);
    let out = Outgoing { caller, request, fingerprint, unit, about, at };
    let undo_until = notices::send(store, conn, &out, &text).await?;
    let said = order.period.id.as_str();
    notices::record(conn, (&unit.office, &unit.no), caller, at, EventKind::Reminded, said).await?;
    Ok((text, undo_until))
}

/// Reminds many units, each with its own outcome; or only tells, for a dry run.
///
/// # Errors
/// Not allowed, an unknown period, a key that was used for something else; and, when not one unit can be reminded, all
/// reasons for it.
pub async fn many(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    request: &RemindRequest,
    key: Uuid,
    at: Timestamp,
) -> Result<RemindAnswer, Fault> {
    let office = notices::deciding_office(caller)?;
    let period = standing::period_of(store, request.period.as_deref(), at)?;
    let key = key.to_string();
    let content = serde_json::json!([period.id, request.units, request.again]);
    let fingerprint = notices::fingerprint(caller, &content);
    let before = notice::of_request(conn, &key).await?;
    if let Some(first) = before.first().filter(|_| !request.dry_run) {
        let same = first.fingerprint == fingerprint;
        return if same { replayed(store, period, &before) } else { Err(Fault::new(FaultKind::KeyReused)) };
    }
    let wanted = if request.units.is_empty() {
        let rows = standing::standings(store, conn, caller, request.period.as_deref(), at).await?.rows;
        rows.into_iter().filter(|row| row.state == Standing::Missing).map(|row| row.no.to_string()).collect()
    } else {
        once_each(&request.units)
    };
    if wanted.len() > MOST_UNITS {
        return Err(Refusal::BadField { field: "units".to_owned() }.into());
    }
    let mut answer = RemindAnswer {
        period: period.id.clone(),
        at,
        undo_until: None,
        dry_run: request.dry_run,
        replayed: false,
        units: Vec::new(),
    };
    for unit in &wanted {
        let (request_key, again) = (key.as_str(), request.again);
        let order = Reminder { caller, period, unit, request: request_key, fingerprint: &fingerprint, again, at };
        let outcome = if request.dry_run {
            check(store, conn, &order).await.map(|ready| ready.text)
        } else {
            one(store, conn, &order).await.map(|(text, until)| {
                answer.undo_until = Some(until);
                text
            })
        };
        let found = notices::unit_on(store, office, unit, period);
        let (no, name) = found
            .map_or_else(|_unknown| (short(unit), String::new()), |found| (found.no.to_string(), found.name.clone()));
        let told = |notice, refusal| Reminded { unit: no, name, notice, refusal };
        answer.units.push(match outcome {
            Ok(text) => told(Some(text), None),
            Err(fault) => match fault.refusals.first() {
                Some(refusal) => told(None, Some(refusal.clone())),
                None => return Err(fault),
            },
        });
    }
    if !request.dry_run && answer.count() == 0 && !answer.units.is_empty() {
        return Err(Fault::refused_for(answer.units.into_iter().filter_map(|unit| unit.refusal).collect()));
    }
    Ok(answer)
}

fn once_each(units: &[String]) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    units.iter().map(|unit| unit.trim().to_owned()).filter(|unit| seen.insert(unit.clone())).collect()
}

fn short(given: &str) -> String {
    given.chars().take(40).collect()
}

/// What was sent with a key before.
fn replayed(store: &Store, period: &Period, before: &[Sent]) -> Result<RemindAnswer, Fault> {
    let internal = || Fault::new(FaultKind::Internal);
    let first = before.first().ok_or_else(internal)?;
    let told = |sent: &Sent| {
        let Payload::Mail { subject, body, .. } = sent.payload.clone() else { return Err(internal()) };
        let unit = store.register().unit(&sent.unit, period)?;
        let value = if sent.language == "nn" { Language::Nn } else { Language::Nb };
        let language = Assumed { value, assumed: unit.language.assumed };
        let notice = NoticeText { recipient: sent.recipient.clone(), language, subject, body };
        Ok(Reminded { unit: sent.unit.to_string(), name: unit.name.clone(), notice: Some(notice), refusal: None })
    };
    Ok(RemindAnswer {
        period: period.id.clone(),
        at: first.at,
        undo_until: Some(first.undo_until),
        dry_run: false,
        replayed: true,
        units: before.iter().map(told).collect::<Result<_, Fault>>()?,
    })
}

/// The text of a reminder, in the words for before or after the deadline.
fn write(store: &Store, unit: &Unit, period: &Period, recipient: String, at: Timestamp) -> Result<NoticeText, Fault> {
    let (tongue, _, texts) = notices::tongue(store, unit)?;
    let over = day_of(at) > period.unit_deadline;
    let kind = if over { NoticeKind::ReminderAfter } else { NoticeKind::ReminderBefore };
    let deadline = long_day(texts, period.unit_deadline);
    let assumed = if period.assumed { store.rules().own_sheets().notices.assumed(tongue.value) } else { "" };
    let reference = Reference::report(&period.id, &unit.no);
    let values = [
        ("reference", reference.as_str()),
        ("period", period.name_long.as_str()),
        ("deadline", deadline.as_str()),
        ("assumed", assumed),
    ];
    notices::write(store, unit, recipient, kind, at, &values)
}

/// A reminder of the past has long been delivered: for a history.
///
/// # Errors
/// A storage fault.
pub async fn settle(store: &Store, conn: &mut Conn, request: &str) -> Result<(), Fault> {
    for sent in notice::of_request(conn, request).await? {
        let (unit, office): (&UnitNo, _) = (&sent.unit, &sent.office);
        let actor = store.texts().say("server-actor");
        let new = crate::server::store::event::UnitEvent {
            unit,
            office,
            at: sent.undo_until,
            kind: EventKind::Delivered,
            person: None,
            actor: &actor,
            text: &sent.recipient,
        };
        crate::server::store::event::add_of_unit(conn, &new).await?;
    }
    Ok(delivery::settle_notices(conn, request).await?)
}
