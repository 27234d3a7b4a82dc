//! Batches and their cases.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    Conn,
    row::{
        Read, Row, json, maybe, maybe_json, maybe_moment, maybe_number, maybe_plain, moment, named, nested, number,
        plain, stamp, text,
    },
};
use crate::{
    api::batch::{Batch, Item, Reason, Tally},
    domain::{
        access::AccessRole,
        batch::{BatchId, BatchKind, BatchPolicy, BatchState, ItemState, Sample},
        finding::Question,
        office::OfficeId,
        person::Person,
        report::Reference,
        unit::UnitNo,
    },
};

/// A batch that is about to be written.
#[derive(Debug, Clone)]
pub struct NewBatch<'a> {
    /// What is done with every case.
    pub kind: BatchKind,
    /// The office.
    pub office: &'a OfficeId,
    /// Whose it is.
    pub person: &'a Person,
    /// When.
    pub at: Timestamp,
    /// What the sample is drawn from.
    pub seed: &'a str,
    /// How many are drawn.
    pub needed: u32,
    /// The policy.
    pub policy: &'a BatchPolicy,
    /// The common text.
    pub comment: Option<&'a str>,
}

/// A case of a batch as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The case.
    pub reference: Reference,
    /// The unit.
    pub unit: Option<UnitNo>,
    /// The unit's name.
    pub unit_name: String,
    /// The version that is decided on.
    pub version: u32,
    /// The extension count.
    pub extensions: Option<u32>,
    /// The comment that is sent.
    pub comment: Option<String>,
    /// What it asks about.
    pub asked: Vec<Question>,
    /// Whether it is in the sample.
    pub sample: Sample,
    /// Where it stands.
    pub state: ItemState,
    /// Why it is not decided.
    pub why: Option<Reason>,
    /// The idempotency key of its decision.
    pub key: String,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
}

const COLUMNS: &str = "select number, case when about = 'access' then 'grant' else kind end as kind, state, office, person, name, created_at, seed, needed, policy, comment,
    checked_at, confirmed_at, ended_at, undo_until, undone_at,
    (select count(*) from batch_item i where i.batch = number) as every,
    (select count(*) from batch_item i where i.batch = number and i.state = 'waiting') as waiting,
    (select count(*) from batch_item i where i.batch = number and i.state = 'refused') as refused,
    (select count(*) from batch_item i where i.batch = number and i.state = 'taken_out') as taken_out,
    (select count(*) from batch_item i where i.batch = number and i.state = 'decided') as decided,
    (select count(*) from batch_item i where i.batch = number and i.state = 'dropped') as dropped,
    (select count(*) from batch_item i where i.batch = number and i.state = 'undone') as undone,
    (select count(*) from batch_item i where i.batch = number and i.sample = 'accepted'
        and i.state in ('waiting', 'decided', 'undone')) as accepted
    from batch ";

/// Adds a batch and gives its number.
pub async fn add(conn: &mut Conn, new: &NewBatch<'_>) -> Read<BatchId> {
    let row = sqlx::query(
        "insert into batch (kind, state, office, person, name, created_at, seed, needed, policy, comment, about)
         values ($1, 'open', $2, $3, $4, $5, $6, $7, $8, $9, $10) returning number",
    )
    // A grant approves, too: of an application.
    .bind(if new.kind == BatchKind::Grant { BatchKind::Approve } else { new.kind }.as_str())
    .bind(new.office.as_str())
    .bind(&new.person.id)
    .bind(&new.person.name)
    .bind(stamp(new.at))
    .bind(new.seed)
    .bind(i64::from(new.needed))
    .bind(nested(new.policy)?)
    .bind(new.comment)
    .bind(if new.kind == BatchKind::Grant { "access" } else { "report" })
    .fetch_one(conn)
    .await?;
    number(&row, "number").map(BatchId)
}

/// Adds a case to a batch.
pub async fn add_item(conn: &mut Conn, batch: BatchId, position: u32, item: &Stored) -> Read<()> {
    sqlx::query(
        "insert into batch_item (batch, position, reference, unit, unit_name, version, extensions, comment, asked,
             sample, state, why, key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(i64::from(batch.0))
    .bind(i64::from(position))
    .bind(item.reference.as_str())
    .bind(item.unit.as_ref().map(UnitNo::as_str))
    .bind(&item.unit_name)
    .bind(i64::from(item.version))
    .bind(item.extensions.map(i64::from))
    .bind(&item.comment)
    .bind(nested(&item.asked)?)
    .bind(item.sample.as_str())
    .bind(item.state.as_str())
    .bind(item.why.as_ref().map(nested).transpose()?)
    .bind(&item.key)
    .execute(conn)
    .await?;
    Ok(())
}

/// A batch of an office, without its cases.
pub async fn find(conn: &mut Conn, office: &OfficeId, id: BatchId) -> Read<Option<Batch>> {
    let sql = format!("{COLUMNS} where number = $1 and office = $2");
    let row =
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(i64::from(id.0)).bind(office.as_str()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The batches of an office, the newest first; only those with something left to do, or all.
pub async fn all(conn: &mut Conn, office: &OfficeId, unfinished: bool) -> Read<Vec<Batch>> {
    let which = if unfinished { "and state in ('open', 'running')" } else { "" };
    let sql = format!("{COLUMNS} where office = $1 {which} order by number desc limit 200");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(office.as_str()).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// All cases of a batch, in order.
pub async fn items(conn: &mut Conn, id: BatchId) -> Read<Vec<Stored>> {
    let rows = sqlx::query(
        "select reference, unit, unit_name, version, extensions, comment, asked, sample, state, why, key, decided_at
         from batch_item where batch = $1 order by position",
    )
    .bind(i64::from(id.0))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_item).collect()
}

/// The next cases of a batch in a state, in order.
pub async fn next(conn: &mut Conn, id: BatchId, state: ItemState, most: u32) -> Read<Vec<Stored>> {
    let rows = sqlx::query(
        "select reference, unit, unit_name, version, extensions, comment, asked, sample, state, why, key, decided_at
         from batch_item where batch = $1 and state = $2 order by position limit $3",
    )
    .bind(i64::from(id.0))
    .bind(state.as_str())
    .bind(i64::from(most))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_item).collect()
}

/// Sets where a case of a batch stands.
pub async fn set_item(
    conn: &mut Conn,
    id: BatchId,
    reference: &Reference,
    state: ItemState,
    why: Option<&Reason>,
    at: Option<Timestamp>,
) -> Read<()> {
    sqlx::query("update batch_item set state = $3, why = $4, decided_at = $5 where batch = $1 and reference = $2")
        .bind(i64::from(id.0))
        .bind(reference.as_str())
        .bind(state.as_str())
        .bind(why.map(nested).transpose()?)
        .bind(at.map(stamp))
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets the extension count of a case that waits.
pub async fn set_extensions(conn: &mut Conn, id: BatchId, reference: &Reference, count: u32) -> Read<()> {
    sqlx::query("update batch_item set extensions = $3 where batch = $1 and reference = $2")
        .bind(i64::from(id.0))
        .bind(reference.as_str())
        .bind(i64::from(count))
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets whether a case is in the sample.
pub async fn set_sample(conn: &mut Conn, id: BatchId, reference: &Reference, sample: Sample) -> Read<()> {
    sqlx::query("update batch_item set sample = $3 where batch = $1 and reference = $2")
        .bind(i64::from(id.0))
        .bind(reference.as_str())
        .bind(sample.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives a case of a batch a fresh key, for a decision that is made anew after it was taken back.
pub async fn renew(conn: &mut Conn, id: BatchId, reference: &Reference, key: &str) -> Read<()> {
    sqlx::query(
        "update batch_item set state = 'waiting', why = null, decided_at = null, key = $3
         where batch = $1 and reference = $2",
    )
    .bind(i64::from(id.0))
    .bind(reference.as_str())
    .bind(key)
    .execute(conn)
    .await?;
    Ok(())
}

/// The moments of a batch that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The dry run was shown.
    Checked,
    /// The number was typed.
    Confirmed,
    /// The last decision was made.
    Ended,
    /// It was taken back.
    Undone,
}

/// Sets a state and a moment of a batch.
pub async fn mark(conn: &mut Conn, id: BatchId, state: BatchState, mark: Mark, at: Timestamp) -> Read<()> {
    let sql = match mark {
        Mark::Checked => "update batch set state = $2, checked_at = $3 where number = $1",
        Mark::Confirmed => "update batch set state = $2, confirmed_at = $3 where number = $1",
        Mark::Ended => "update batch set state = $2, ended_at = $3 where number = $1",
        Mark::Undone => "update batch set state = $2, undone_at = $3 where number = $1",
    };
    sqlx::query(sql).bind(i64::from(id.0)).bind(state.as_str()).bind(stamp(at)).execute(conn).await?;
    Ok(())
}

/// Opens a batch again from before its dry run.
pub async fn reopen(conn: &mut Conn, id: BatchId) -> Read<()> {
    sqlx::query(
        "update batch set state = 'open', checked_at = null, confirmed_at = null, ended_at = null, undo_until = null,
             undone_at = null
         where number = $1",
    )
    .bind(i64::from(id.0))
    .execute(conn)
    .await?;
    Ok(())
}

/// Moves the end of the undo window of everything a batch has decided and that is still in the house.
pub async fn hold(conn: &mut Conn, id: BatchId, until: Timestamp) -> Read<()> {
    let number = i64::from(id.0);
    for sql in [
        "update delivery set release_at = $2, next_try = $2
         where state = 'held' and attempts = 0 and decision in
             (select key from decision where batch = $1 and undone_at is null)",
        "update task set undo_until = $2 where decision in
             (select d.key from decision d where d.batch = $1 and d.undone_at is null and not exists
                 (select 1 from delivery x where x.decision = d.key and x.attempts > 0))",
        "update decision set undo_until = $2 where batch = $1 and undone_at is null and not exists
             (select 1 from delivery x where x.decision = decision.key and x.attempts > 0)",
        "update batch set undo_until = $2 where number = $1",
    ] {
        sqlx::query(sql).bind(number).bind(stamp(until)).execute(&mut *conn).await?;
    }
    Ok(())
}

/// Notes that a decision of a batch was taken back by itself.
pub async fn decision_undone(conn: &mut Conn, key: &str) -> Read<()> {
    sqlx::query("update batch_item set state = 'undone' where key = $1 and state = 'decided'")
        .bind(key)
        .execute(conn)
        .await?;
    Ok(())
}

/// What is shown of a case; the breaches are worked out from its figures.
#[must_use]
pub fn shown(stored: Stored) -> Item {
    Item {
        role: stored.reference.is_access().then_some(AccessRole::Municipality),
        reference: stored.reference,
        unit: stored.unit,
        unit_name: stored.unit_name,
        version: stored.version,
        extensions: stored.extensions,
        breaches: None,
        comment: stored.comment,
        sample: stored.sample,
        state: stored.state,
        why: stored.why,
        decided_at: stored.decided_at,
    }
}

fn read(row: &Row) -> Read<Batch> {
    Ok(Batch {
        id: BatchId(number(row, "number")?),
        kind: named(row, "kind", BatchKind::from_name)?,
        state: named(row, "state", BatchState::from_name)?,
        person: text(row, "person")?,
        name: text(row, "name")?,
        created_at: moment(row, "created_at")?,
        seed: text(row, "seed")?,
        needed: number(row, "needed")?,
        policy: json(row, "policy")?,
        comment: maybe(row, "comment")?,
        checked_at: maybe_moment(row, "checked_at")?,
        confirmed_at: maybe_moment(row, "confirmed_at")?,
        ended_at: maybe_moment(row, "ended_at")?,
        undo_until: maybe_moment(row, "undo_until")?,
        undone_at: maybe_moment(row, "undone_at")?,
        tally: Tally {
            all: number(row, "every")?,
            waiting: number(row, "waiting")?,
            refused: number(row, "refused")?,
            taken_out: number(row, "taken_out")?,
            decided: number(row, "decided")?,
            dropped: number(row, "dropped")?,
            undone: number(row, "undone")?,
            accepted: number(row, "accepted")?,
        },
        items: Vec::new(),
    })
}

fn read_item(row: &Row) -> Read<Stored> {
    Ok(Stored {
        reference: plain(row, "reference")?,
        unit: maybe_plain(row, "unit")?,
        unit_name: text(row, "unit_name")?,
        version: number(row, "version")?,
        extensions: maybe_number(row, "extensions")?,
        comment: maybe(row, "comment")?,
        asked: json(row, "asked")?,
        sample: named(row, "sample", Sample::from_name)?,
        state: named(row, "state", ItemState::from_name)?,
        why: maybe_json(row, "why")?,
        key: text(row, "key")?,
        decided_at: maybe_moment(row, "decided_at")?,
    })
}
