//! Drafts: one per case.
//! Imports `domain` and `api`.

use super::{
    Conn,
    row::{Read, json, maybe_json, maybe_moment, nested, number, stamp, text},
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
    row.map(|row| {
        Ok(Draft {
            person: text(&row, "person")?,
            name: text(&row, "name")?,
            saved_at: maybe_moment(&row, "saved_at")?,
            version: number(&row, "version")?,
            extensions: text(&row, "extensions")?,
            comment: text(&row, "comment")?,
            asked: maybe_json(&row, "asked")?,
            seen: json(&row, "seen")?,
            notes: json(&row, "notes")?,
            bookmarks: json(&row, "bookmarks")?,
        })
    })
    .transpose()
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
