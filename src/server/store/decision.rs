//! Decisions.
//! Imports `domain`.

use jiff::Timestamp;

use super::{
    Conn,
    row::{
        Read, Row, json, maybe, maybe_json, maybe_moment, maybe_number, moment, named, nested, number, plain, stamp,
        text,
    },
};
use crate::domain::{
    batch::BatchId,
    decision::DecisionKind,
    finding::{Question, Review},
    report::Reference,
};

/// A decision as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The idempotency key.
    pub key: String,
    /// What was sent with the key, so that another content under the same key is seen.
    pub fingerprint: String,
    /// The case.
    pub reference: Reference,
    /// The version decided on.
    pub version: u32,
    /// What was decided.
    pub kind: DecisionKind,
    /// By whom: the person's id.
    pub person: String,
    /// By whom: the person's name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// The extension count.
    pub extensions: Option<u32>,
    /// The comment.
    pub comment: Option<String>,
    /// What a return asks about.
    pub asked: Vec<Question>,
    /// What the rules said when it was made.
    pub review: Option<Review>,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
    /// The batch it was made in.
    pub batch: Option<BatchId>,
}

/// Adds a decision.
pub async fn add(conn: &mut Conn, decision: &Stored) -> Read<()> {
    sqlx::query(
        "insert into decision (key, fingerprint, reference, version, kind, person, name, decided_at, extensions,
             comment, undo_until, asked, review, batch)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(&decision.key)
    .bind(&decision.fingerprint)
    .bind(decision.reference.as_str())
    .bind(i64::from(decision.version))
    .bind(decision.kind.as_str())
    .bind(&decision.person)
    .bind(&decision.name)
    .bind(stamp(decision.at))
    .bind(decision.extensions.map(i64::from))
    .bind(&decision.comment)
    .bind(stamp(decision.undo_until))
    .bind(nested(&decision.asked)?)
    .bind(decision.review.as_ref().map(nested).transpose()?)
    .bind(decision.batch.map(|batch| i64::from(batch.0)))
    .execute(conn)
    .await?;
    Ok(())
}

/// The decision with a key.
pub async fn by_key(conn: &mut Conn, key: &str) -> Read<Option<Stored>> {
    let row = sqlx::query(
        "select key, fingerprint, reference, version, kind, person, name, decided_at, extensions, comment, undo_until,
             undone_at, asked, review, batch
         from decision where key = $1",
    )
    .bind(key)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// All decisions of a case, oldest first.
pub async fn all(conn: &mut Conn, reference: &Reference) -> Read<Vec<Stored>> {
    let rows = sqlx::query(
        "select key, fingerprint, reference, version, kind, person, name, decided_at, extensions, comment, undo_until,
             undone_at, asked, review, batch
         from decision where reference = $1 order by decided_at, key",
    )
    .bind(reference.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Marks a decision as taken back.
pub async fn undo(conn: &mut Conn, key: &str, at: Timestamp) -> Read<()> {
    sqlx::query("update decision set undone_at = $2 where key = $1").bind(key).bind(stamp(at)).execute(conn).await?;
    Ok(())
}

fn read(row: &Row) -> Read<Stored> {
    Ok(Stored {
        key: text(row, "key")?,
        fingerprint: text(row, "fingerprint")?,
        reference: plain(row, "reference")?,
        version: number(row, "version")?,
        kind: named(row, "kind", DecisionKind::from_name)?,
        person: text(row, "person")?,
        name: text(row, "name")?,
        at: moment(row, "decided_at")?,
        extensions: maybe_number(row, "extensions")?,
        comment: maybe(row, "comment")?,
        asked: json(row, "asked")?,
        review: maybe_json(row, "review")?,
        undo_until: moment(row, "undo_until")?,
        undone_at: maybe_moment(row, "undone_at")?,
        batch: maybe_number(row, "batch")?.map(BatchId),
    })
}
