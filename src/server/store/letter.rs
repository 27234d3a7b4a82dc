//! Letters of an office to its units, and how each copy fares.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, Row, maybe_moment, moment, number, plain, stamp, text},
};
use crate::{
    api::letters::{LetterCopy, LetterRow, LetterText},
    domain::office::OfficeId,
};

/// A letter that is about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewLetter<'a> {
    /// The idempotency key of the request.
    pub request: &'a str,
    /// What the request stands for.
    pub fingerprint: &'a str,
    /// The office.
    pub office: &'a OfficeId,
    /// By whom: the person's id and name.
    pub by: (&'a str, &'a str),
    /// When.
    pub at: Timestamp,
    /// In bokmål and in nynorsk.
    pub text: &'a [LetterText; 2],
}

/// Adds a letter; its number.
pub async fn add(conn: &mut Conn, letter: &NewLetter<'_>) -> Read<i64> {
    let [nb, nn] = letter.text;
    let row = sqlx::query(
        "insert into letter (request, fingerprint, office, person, name, at, subject_nb, body_nb, subject_nn, body_nn)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
    )
    .bind(letter.request)
    .bind(letter.fingerprint)
    .bind(letter.office.as_str())
    .bind(letter.by.0)
    .bind(letter.by.1)
    .bind(stamp(letter.at))
    .bind(&nb.subject)
    .bind(&nb.body)
    .bind(&nn.subject)
    .bind(&nn.body)
    .fetch_one(conn)
    .await?;
    row.try_get("id")
}

const HEAD: &str = "select l.id, l.at, l.name, l.fingerprint, l.subject_nb, l.body_nb, l.subject_nn, l.body_nn,
        min(n.undo_until) as undo_until, max(n.undone_at) as undone_at, count(n.key) as copies,
        count(case when d.state = 'held' then 1 end) as held, count(case when d.state = 'sent' then 1 end) as sent,
        count(case when d.state = 'failed' then 1 end) as failed
    from letter l join notice n on n.letter = l.id join delivery d on d.notice = n.key";

const GROUP: &str = " group by l.id, l.at, l.name, l.fingerprint, l.subject_nb, l.body_nb, l.subject_nn, l.body_nn order by l.id desc limit 200";

/// The letter that was written with a key, with what the request stood for.
pub async fn of_request(conn: &mut Conn, request: &str) -> Read<Option<(LetterRow, String, OfficeId)>> {
    let row = sqlx::query("select id, office, fingerprint from letter where request = $1")
        .bind(request)
        .fetch_optional(&mut *conn);
    let Some(row) = row.await? else { return Ok(None) };
    let (id, office): (i64, OfficeId) = (row.try_get("id")?, plain(&row, "office")?);
    let fingerprint = text(&row, "fingerprint")?;
    Ok(of(conn, &office, Some(id)).await?.pop().map(|letter| (letter, fingerprint, office)))
}

/// The letters of an office, the newest first; or one of them.
pub async fn of(conn: &mut Conn, office: &OfficeId, id: Option<i64>) -> Read<Vec<LetterRow>> {
    let only = if id.is_some() { " and l.id = $2" } else { "" };
    let text = format!("{HEAD} where l.office = $1{only}{GROUP}");
    let mut query = sqlx::query(sqlx::AssertSqlSafe(text)).bind(office.as_str());
    if let Some(id) = id {
        query = query.bind(id);
    }
    query.fetch_all(conn).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Read<LetterRow> {
    Ok(LetterRow {
        id: row.try_get("id")?,
        at: moment(row, "at")?,
        by: text(row, "name")?,
        nb: LetterText { subject: text(row, "subject_nb")?, body: text(row, "body_nb")? },
        nn: LetterText { subject: text(row, "subject_nn")?, body: text(row, "body_nn")? },
        undo_until: moment(row, "undo_until")?,
        undone_at: maybe_moment(row, "undone_at")?,
        copies: number(row, "copies")?,
        held: number(row, "held")?,
        sent: number(row, "sent")?,
        failed: number(row, "failed")?,
    })
}

/// The copies of a letter, in the order in which they were written.
pub async fn copies(conn: &mut Conn, id: i64) -> Read<Vec<LetterCopy>> {
    let rows = sqlx::query(
        "select n.unit, n.language, d.recipient, d.state, d.tried_at, d.last_error
         from notice n join delivery d on d.notice = n.key where n.letter = $1 order by n.turn",
    )
    .bind(id)
    .fetch_all(conn)
    .await?;
    let read = |row: &Row| -> Read<LetterCopy> {
        Ok(LetterCopy {
            unit: plain(row, "unit")?,
            name: String::new(),
            language: plain(row, "language")?,
            recipient: text(row, "recipient")?,
            delivery: plain(row, "state")?,
            tried_at: maybe_moment(row, "tried_at")?,
            answer: row.try_get("last_error")?,
        })
    };
    rows.iter().map(read).collect()
}
