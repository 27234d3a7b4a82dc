//! The outbox: what decisions send, and where that stands.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    Conn,
    row::{Read, Row, maybe, maybe_json, maybe_moment, maybe_plain, moment, nested, number, plain, stamp, text},
};
use crate::{
    api::case::{DeliveryView, Trouble},
    domain::{delivery::Miss, office::OfficeId, report::Reference, task::Delivery, unit::UnitNo},
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

/// True when something was posted under a key.
pub async fn exists(conn: &mut Conn, key: &str) -> Read<bool> {
    let row = sqlx::query("select count(*) as posted from delivery where id = $1")
        .bind(format!("{key}-1"))
        .fetch_one(conn)
        .await?;
    Ok(number(&row, "posted")? > 0)
}

/// The name that what was sent under a key has in the outbox, with what the key stood for.
#[must_use]
pub fn keyed(key: &str, fingerprint: &str) -> String {
    format!("{key}.{fingerprint}")
}

/// What was posted under a key: what the key stood for, and when it was sent.
pub async fn by_request(conn: &mut Conn, key: &str) -> Read<Option<(String, Timestamp)>> {
    // After the point comes the fingerprint; the stroke is the letter after the point.
    let row = sqlx::query("select id, release_at from delivery where id >= $1 and id < $2 order by id limit 1")
        .bind(format!("{key}."))
        .bind(format!("{key}/"))
        .fetch_optional(conn)
        .await?;
    let read = |row: Row| {
        let id = text(&row, "id")?;
        let fingerprint = id.rsplit_once('-').and_then(|(name, _)| name.split_once('.')).map(|(_, after)| after);
        Ok((fingerprint.unwrap_or_default().to_owned(), moment(&row, "release_at")?))
    };
    row.map(read).transpose()
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

/// The deliveries of a case with the keys of their decisions, in order; those to the office's own people are not among them.
pub async fn of_case(conn: &mut Conn, reference: &Reference) -> Read<Vec<(Option<String>, DeliveryView)>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "select decision, {VIEW} from delivery where reference = $1 and person is null order by release_at, decision, position"
    )))
    .bind(reference.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((maybe(row, "decision")?, read_view(row)?))).collect()
}

/// The columns of a delivery that is shown.
pub(super) const VIEW: &str =
    "id, channel, recipient, state, release_at, tried_at, attempts, next_try, failed_since, miss, last_error,
    given_up_at, receipt";

/// A delivery that is shown.
pub(super) fn read_view(row: &Row) -> Read<DeliveryView> {
    let state: Delivery = plain(row, "state")?;
    let given_up_at = maybe_moment(row, "given_up_at")?;
    let trouble = match maybe_moment(row, "failed_since")?.filter(|_| state == Delivery::Failed) {
        None => None,
        Some(since) => Some(Trouble {
            since,
            miss: maybe_plain(row, "miss")?.unwrap_or(Miss::Other),
            answer: maybe(row, "last_error")?.unwrap_or_default(),
            tries: number(row, "attempts")?,
            next_try: if given_up_at.is_some() { None } else { Some(moment(row, "next_try")?) },
            given_up_at,
        }),
    };
    Ok(DeliveryView {
        id: text(row, "id")?,
        channel: text(row, "channel")?,
        recipient: text(row, "recipient")?,
        state,
        at: maybe_moment(row, "tried_at")?,
        release_at: moment(row, "release_at")?,
        trouble,
        receipt: maybe_json(row, "receipt")?,
    })
}
