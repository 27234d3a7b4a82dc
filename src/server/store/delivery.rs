//! The outbox: what decisions send, and where that stands.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    Conn,
    row::{Read, Row, json, maybe, maybe_moment, maybe_plain, moment, nested, number, plain, stamp, text},
};
use crate::{
    api::case::DeliveryView,
    domain::{office::OfficeId, report::Reference, unit::UnitNo},
};

/// What is delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum Payload {
    /// A mail.
    Mail {
        /// Its subject.
        subject: String,
        /// Its text.
        body: String,
        /// As what an applicant is granted access (`municipality`, `district`, `colleague`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
    },
    /// An approved report for the directorate.
    Bufdir {
        /// The document.
        report: serde_json::Value,
    },
}

impl Payload {
    /// The name of the way it goes.
    #[must_use]
    pub fn channel(&self) -> &'static str {
        match self {
            Self::Mail { .. } => "mail",
            Self::Bufdir { .. } => "bufdir",
        }
    }
}

/// A delivery that is about to be written.
#[derive(Debug, Clone)]
pub struct NewDelivery<'a> {
    /// Its id, stable for ever, so that a repeated delivery is recognised.
    pub id: String,
    /// The case.
    pub reference: &'a Reference,
    /// The key of the decision it belongs to.
    pub decision: Option<&'a str>,
    /// Its place among the deliveries of the decision.
    pub position: u32,
    /// To whom.
    pub recipient: &'a str,
    /// What.
    pub payload: &'a Payload,
    /// When it may leave.
    pub release_at: Timestamp,
}

/// A delivery whose time has come.
#[derive(Debug, Clone)]
pub struct Due {
    /// Its id.
    pub id: String,
    /// The case; none where it belongs to a notice.
    pub reference: Option<Reference>,
    /// The unit, where it belongs to a notice.
    pub unit: Option<UnitNo>,
    /// The office of the case or of the notice.
    pub office: OfficeId,
    /// The newest version of the case; 0 for a notice.
    pub version: u32,
    /// To whom.
    pub recipient: String,
    /// What.
    pub payload: Payload,
    /// When it was allowed to leave: the date of the mail, whichever try it is.
    pub release_at: Timestamp,
    /// Which try this is, from 1.
    pub attempt: u32,
}

/// The mail of a notice that is about to be written.
#[derive(Debug, Clone)]
pub struct NewNoticeDelivery<'a> {
    /// The key of the notice, which is the id of its one delivery too.
    pub notice: &'a str,
    /// The unit.
    pub unit: &'a UnitNo,
    /// The office.
    pub office: &'a OfficeId,
    /// To whom.
    pub recipient: &'a str,
    /// What.
    pub payload: &'a Payload,
    /// When it may leave.
    pub release_at: Timestamp,
}

/// Adds the mail of a notice, held until its time.
pub async fn add_notice(conn: &mut Conn, delivery: &NewNoticeDelivery<'_>) -> Read<()> {
    sqlx::query(
        "insert into delivery (id, notice, unit, office, position, channel, recipient, payload, state, release_at,
             next_try)
         values ($1, $1, $2, $3, 1, $4, $5, $6, 'held', $7, $7)",
    )
    .bind(delivery.notice)
    .bind(delivery.unit.as_str())
    .bind(delivery.office.as_str())
    .bind(delivery.payload.channel())
    .bind(delivery.recipient)
    .bind(nested(delivery.payload)?)
    .bind(stamp(delivery.release_at))
    .execute(conn)
    .await?;
    Ok(())
}

/// How many mails of the notices of a request have been taken by the outbox.
pub async fn notices_taken(conn: &mut Conn, request: &str) -> Read<u32> {
    let row = sqlx::query(
        "select count(*) as taken from delivery where attempts > 0
             and notice in (select key from notice where request = $1)",
    )
    .bind(request)
    .fetch_one(conn)
    .await?;
    number(&row, "taken")
}

/// Cancels the mails of the notices of a request.
pub async fn cancel_notices(conn: &mut Conn, request: &str) -> Read<()> {
    sqlx::query(
        "update delivery set state = 'cancelled' where state = 'held' and attempts = 0
             and notice in (select key from notice where request = $1)",
    )
    .bind(request)
    .execute(conn)
    .await?;
    Ok(())
}

/// Marks the mails of the notices of a request as delivered when their time came: for a history.
pub async fn settle_notices(conn: &mut Conn, request: &str) -> Read<()> {
    sqlx::query(
        "update delivery set state = 'sent', attempts = 1, tried_at = release_at
         where notice in (select key from notice where request = $1)",
    )
    .bind(request)
    .execute(conn)
    .await?;
    Ok(())
}

/// Adds a delivery, held until its time.
pub async fn add(conn: &mut Conn, delivery: &NewDelivery<'_>) -> Read<()> {
    sqlx::query(
        "insert into delivery (id, reference, decision, position, channel, recipient, payload, state, release_at,
             next_try)
         values ($1, $2, $3, $4, $5, $6, $7, 'held', $8, $8)",
    )
    .bind(&delivery.id)
    .bind(delivery.reference.as_str())
    .bind(delivery.decision)
    .bind(i64::from(delivery.position))
    .bind(delivery.payload.channel())
    .bind(delivery.recipient)
    .bind(nested(delivery.payload)?)
    .bind(stamp(delivery.release_at))
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes the deliveries whose time has come. Nobody else takes them before `lease`, and they cannot be cancelled.
pub async fn claim(conn: &mut Conn, now: Timestamp, lease: Timestamp) -> Read<Vec<Due>> {
    let rows = sqlx::query(
        "update delivery set attempts = attempts + 1, next_try = $2, tried_at = $1
         where id in (select id from delivery where state in ('held', 'failed') and next_try <= $1
             order by next_try, id limit 50)
         returning id, reference, unit, recipient, payload, release_at, attempts,
             coalesce(office, (select t.office from task t where t.reference = delivery.reference)) as of_office,
             coalesce((select t.version from task t where t.reference = delivery.reference), 0) as version",
    )
    .bind(stamp(now))
    .bind(stamp(lease))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_due).collect()
}

/// When the next delivery wants to leave.
pub async fn next(conn: &mut Conn) -> Read<Option<Timestamp>> {
    let row = sqlx::query("select min(next_try) as next from delivery where state in ('held', 'failed')")
        .fetch_one(conn)
        .await?;
    maybe_moment(&row, "next")
}

/// Marks a delivery as delivered.
pub async fn sent(conn: &mut Conn, id: &str, at: Timestamp) -> Read<()> {
    sqlx::query("update delivery set state = 'sent', tried_at = $2, last_error = null where id = $1")
        .bind(id)
        .bind(stamp(at))
        .execute(conn)
        .await?;
    Ok(())
}

/// Marks a delivery as failed, to be tried again later.
pub async fn failed(conn: &mut Conn, id: &str, error: &str, next_try: Timestamp) -> Read<()> {
    sqlx::query("update delivery set state = 'failed', last_error = $2, next_try = $3 where id = $1")
        .bind(id)
        .bind(error)
        .bind(stamp(next_try))
        .execute(conn)
        .await?;
    Ok(())
}

/// True when something was posted under a key.
pub async fn exists(conn: &mut Conn, key: &str) -> Read<bool> {
    let row = sqlx::query("select count(*) as posted from delivery where id = $1")
        .bind(format!("{key}-1"))
        .fetch_one(conn)
        .await?;
    Ok(number(&row, "posted")? > 0)
}

/// How many deliveries of a decision have been taken by the outbox.
pub async fn taken(conn: &mut Conn, decision: &str) -> Read<u32> {
    let row = sqlx::query("select count(*) as taken from delivery where decision = $1 and attempts > 0")
        .bind(decision)
        .fetch_one(conn)
        .await?;
    number(&row, "taken")
}

/// Cancels the deliveries of a decision.
pub async fn cancel(conn: &mut Conn, decision: &str) -> Read<()> {
    sqlx::query("update delivery set state = 'cancelled' where decision = $1 and state = 'held' and attempts = 0")
        .bind(decision)
        .execute(conn)
        .await?;
    Ok(())
}

/// Marks the deliveries of a decision as delivered when their time came, and answers to whom: for a history.
pub async fn settle(conn: &mut Conn, decision: &str) -> Read<Vec<String>> {
    let rows = sqlx::query(
        "update delivery set state = 'sent', attempts = 1, tried_at = release_at where decision = $1
         returning recipient",
    )
    .bind(decision)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| text(row, "recipient")).collect()
}

/// The deliveries of a case with the keys of their decisions, in order.
pub async fn of_case(conn: &mut Conn, reference: &Reference) -> Read<Vec<(Option<String>, DeliveryView)>> {
    let rows = sqlx::query(
        "select decision, channel, recipient, state, tried_at from delivery where reference = $1
         order by decision, position",
    )
    .bind(reference.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((maybe(row, "decision")?, read_view(row)?))).collect()
}

fn read_view(row: &Row) -> Read<DeliveryView> {
    Ok(DeliveryView {
        channel: text(row, "channel")?,
        recipient: text(row, "recipient")?,
        state: plain(row, "state")?,
        at: maybe_moment(row, "tried_at")?,
    })
}

fn read_due(row: &Row) -> Read<Due> {
    Ok(Due {
        id: text(row, "id")?,
        reference: maybe_plain(row, "reference")?,
        unit: maybe_plain(row, "unit")?,
        office: plain(row, "of_office")?,
        version: number(row, "version")?,
        recipient: text(row, "recipient")?,
        payload: json(row, "payload")?,
        release_at: moment(row, "release_at")?,
        attempt: number(row, "attempts")?,
    })
}
