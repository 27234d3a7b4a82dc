//! Drafts: one per case.
//! Imports `domain` and `api`.

use std::collections::HashMap;

use super::{
    Conn,
    row::{Read, Row, json, maybe_json, maybe_moment, nested, number, plain, stamp, text},
};
use crate::{api::case::Draft, domain::report::Reference};

/// The draft of a case.
pub async fn of(conn: &mut Conn, reference: &Reference) -> Read<Option<Draft>> {
    let row = sqlx::query(
        "select person, name, saved_at, version, extensions, comment, asked, seen, notes, bookmarks
         from draft where reference = $1",
    )
    .bind(reference.as_str())
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The drafts of many cases, of those that have one.
pub async fn of_many(conn: &mut Conn, references: &[Reference]) -> Read<HashMap<Reference, Draft>> {
    let rows = sqlx::query(
        "select reference, person, name, saved_at, version, extensions, comment, asked, seen, notes, bookmarks
         from draft where reference in (select value from json_each($1))",
    )
    .bind(nested(&references)?)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((plain(row, "reference")?, read(row)?))).collect()
}

fn read(row: &Row) -> Read<Draft> {
    Ok(Draft {
        person: text(row, "person")?,
        name: text(row, "name")?,
        saved_at: maybe_moment(row, "saved_at")?,
        version: number(row, "version")?,
        extensions: text(row, "extensions")?,
        comment: text(row, "comment")?,
        asked: maybe_json(row, "asked")?,
        seen: json(row, "seen")?,
        notes: json(row, "notes")?,
        bookmarks: json(row, "bookmarks")?,
    })
}

/// Stores the draft of a case in place of the one before.
pub async fn put(conn: &mut Conn, reference: &Reference, draft: &Draft) -> Read<()> {
    sqlx::query(
        "insert into draft (reference, person, name, saved_at, version, extensions, comment, seen, notes, bookmarks,
             asked)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (reference) do update set person = excluded.person, name = excluded.name,
             saved_at = excluded.saved_at, version = excluded.version, extensions = excluded.extensions,
             comment = excluded.comment, seen = excluded.seen, notes = excluded.notes,
             bookmarks = excluded.bookmarks, asked = excluded.asked",
    )
    .bind(reference.as_str())
    .bind(&draft.person)
    .bind(&draft.name)
    .bind(draft.saved_at.map(stamp))
    .bind(i64::from(draft.version))
    .bind(&draft.extensions)
    .bind(&draft.comment)
    .bind(nested(&draft.seen)?)
    .bind(nested(&draft.notes)?)
    .bind(nested(&draft.bookmarks)?)
    .bind(draft.asked.as_ref().map(nested).transpose()?)
    .execute(conn)
    .await?;
    Ok(())
}

/// Removes the draft of a case.
pub async fn remove(conn: &mut Conn, reference: &Reference) -> Read<()> {
    sqlx::query("delete from draft where reference = $1").bind(reference.as_str()).execute(conn).await?;
    Ok(())
}
