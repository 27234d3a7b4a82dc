//! The worker's side of the outbox: taking deliveries, saying what came of them, and sending again what was given up.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    Conn,
    delivery::{Payload, VIEW, read_view},
    row::{Read, Row, json, maybe_moment, maybe_plain, moment, nested, number, plain, stamp, text},
    sql::Sql,
};
use crate::{
    api::outbox::{OutboxPart, OutboxRow},
    domain::{
        delivery::{Miss, Receipt},
        office::OfficeId,
        report::Reference,
        unit::UnitNo,
    },
};

/// A delivery whose time has come.
#[derive(Debug, Clone)]
pub struct Due {
    /// Its id.
    pub id: String,
    /// The case; none where it belongs to a notice or to a person of the office.
    pub reference: Option<Reference>,
    /// The unit, where it belongs to a notice.
    pub unit: Option<UnitNo>,
    /// The office of the case, of the notice or of the person.
    pub office: OfficeId,
    /// The newest version of the case; 0 where there is none.
    pub version: u32,
    /// To whom.
    pub recipient: String,
    /// What.
    pub payload: Payload,
    /// When it was allowed to leave: the date of the mail, whichever try it is.
    pub release_at: Timestamp,
    /// Which try this is since it was last asked for, from 1.
    pub attempt: u32,
    /// The worker's name for having taken it.
    pub taken_by: String,
}

/// How a worker takes deliveries.
#[derive(Debug, Clone)]
pub struct Taking<'a> {
    /// `mail` or `bufdir`.
    pub channel: &'a str,
    /// At most so many.
    pub most: u32,
    /// A name that nobody else has: whose they are now.
    pub by: &'a str,
    /// When.
    pub now: Timestamp,
    /// Nobody else takes them before.
    pub until: Timestamp,
}

/// Takes the deliveries whose time has come. Nobody else takes them before the lease is over, and they cannot be cancelled.
pub async fn claim(conn: &mut Conn, taking: &Taking<'_>) -> Read<Vec<Due>> {
    let rows = sqlx::query(
        "update delivery set attempts = attempts + 1, next_try = $2, tried_at = $1, taken_by = $3
         where id in (select id from delivery where channel = $4 and state in ('held', 'failed') and given_up_at is null
             and next_try <= $1 order by next_try, id limit $5)
         returning id, reference, unit, recipient, payload, release_at, attempts - tries_before as tries, taken_by,
             coalesce(office, (select t.office from task t where t.reference = delivery.reference)) as of_office,
             coalesce((select t.version from task t where t.reference = delivery.reference), 0) as version",
    )
    .bind(stamp(taking.now))
    .bind(stamp(taking.until))
    .bind(taking.by)
    .bind(taking.channel)
    .bind(i64::from(taking.most))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_due).collect()
}

/// When the next delivery of a channel wants to leave.
pub async fn next(conn: &mut Conn, channel: &str) -> Read<Option<Timestamp>> {
    let row = sqlx::query(
        "select min(next_try) as next from delivery
         where channel = $1 and state in ('held', 'failed') and given_up_at is null",
    )
    .bind(channel)
    .fetch_one(conn)
    .await?;
    maybe_moment(&row, "next")
}

/// Marks a delivery as delivered. False when it was already: whoever carried it, it has left once for us.
pub async fn sent(conn: &mut Conn, id: &str, at: Timestamp, receipt: Option<&Receipt>) -> Read<bool> {
    let done = sqlx::query(
        "update delivery set state = 'sent', tried_at = $2, taken_by = null, failed_since = null, miss = null,
             last_error = null, given_up_at = null, receipt = $3
         where id = $1 and state <> 'sent'",
    )
    .bind(id)
    .bind(stamp(at))
    .bind(receipt.map(nested).transpose()?)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// How a try failed, and what happens now.
#[derive(Debug, Clone, Copy)]
pub struct Failing<'a> {
    /// Why.
    pub miss: Miss,
    /// What the other side said.
    pub answer: &'a str,
    /// When.
    pub at: Timestamp,
    /// When it is tried again; none gives it up.
    pub next_try: Option<Timestamp>,
}

/// Marks a delivery as failed. False when it is no longer the worker's: then another one knows better.
pub async fn failed(conn: &mut Conn, due: &Due, failing: &Failing<'_>) -> Read<bool> {
    let given_up = failing.next_try.is_none().then(|| stamp(failing.at));
    let done = sqlx::query(
        "update delivery set state = 'failed', failed_since = coalesce(failed_since, $3), miss = $4, last_error = $5,
             next_try = coalesce($6, next_try), given_up_at = $7, taken_by = null
         where id = $1 and taken_by = $2 and state in ('held', 'failed')",
    )
    .bind(&due.id)
    .bind(&due.taken_by)
    .bind(stamp(failing.at))
    .bind(failing.miss.as_str())
    .bind(failing.answer)
    .bind(failing.next_try.map(stamp))
    .bind(given_up)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The most deliveries that are listed.
const MOST_LISTED: i64 = 500;

/// A delivery is of the office of its case, or of its own.
const OF_OFFICE: &str = "coalesce(d.office, (select t.office from task t where t.reference = d.reference))";

/// The deliveries of an office; those that wait for somebody first, then the newest.
pub async fn listed(conn: &mut Conn, office: &OfficeId, part: OutboxPart) -> Read<Vec<OutboxRow>> {
    let mut query = Sql::new("select d.reference, d.unit, ");
    query.push(VIEW.split(", ").map(|column| format!("d.{}", column.trim())).collect::<Vec<_>>().join(", "));
    query.push(" from delivery d where ").push(OF_OFFICE).push(" = ").push_bind(office.as_str().to_owned());
    query.push(match part {
        OutboxPart::All => "",
        OutboxPart::Failed => " and d.state = 'failed'",
        OutboxPart::GivenUp => " and d.state = 'failed' and d.given_up_at is not null",
        OutboxPart::Waiting => " and d.state in ('held', 'failed') and d.given_up_at is null",
        OutboxPart::Sent => " and d.state = 'sent'",
    });
    query.push(" order by case when d.given_up_at is not null then 0 when d.state = 'failed' then 1 else 2 end, d.release_at desc, d.id limit ");
    query.push_bind(MOST_LISTED);
    query.build().fetch_all(conn).await?.iter().map(read_listed).collect()
}

/// One delivery of an office.
pub async fn one(conn: &mut Conn, office: &OfficeId, id: &str) -> Read<Option<OutboxRow>> {
    let mut query = Sql::new("select d.reference, d.unit, ");
    query.push(VIEW.split(", ").map(|column| format!("d.{}", column.trim())).collect::<Vec<_>>().join(", "));
    query.push(" from delivery d where ").push(OF_OFFICE).push(" = ").push_bind(office.as_str().to_owned());
    query.push(" and d.id = ").push_bind(id.to_owned());
    query.build().fetch_optional(conn).await?.as_ref().map(read_listed).transpose()
}

/// Lets a delivery that failed leave at once, with all its tries before it again.
pub async fn again(conn: &mut Conn, id: &str, at: Timestamp) -> Read<bool> {
    let done = sqlx::query(
        "update delivery set next_try = $2, given_up_at = null, tries_before = attempts
         where id = $1 and state = 'failed' and taken_by is null",
    )
    .bind(id)
    .bind(stamp(at))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

fn read_listed(row: &Row) -> Read<OutboxRow> {
    Ok(OutboxRow {
        reference: maybe_plain(row, "reference")?,
        unit: maybe_plain(row, "unit")?,
        delivery: read_view(row)?,
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
        attempt: number(row, "tries")?,
        taken_by: text(row, "taken_by")?,
    })
}
