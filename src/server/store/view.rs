//! Views that people make of their own searches.
//! Imports `domain`.

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, number, stamp, text},
};
use crate::domain::query::view::View;

/// The views of a person, in the order in which they were made.
pub async fn of(conn: &mut Conn, person: &str) -> Read<Vec<View>> {
    let rows = sqlx::query("select id, name, query from saved_view where person = $1 order by id")
        .bind(person)
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| {
            let id: i64 = row.try_get("id")?;
            Ok(View {
                id: id.to_string(),
                digit: None,
                name: text(row, "name")?,
                query: text(row, "query")?,
                own: true,
                open_only: false,
            })
        })
        .collect()
}

/// How many views a person has under other names.
pub async fn others(conn: &mut Conn, person: &str, name: &str) -> Read<u32> {
    let row = sqlx::query("select count(*) as n from saved_view where person = $1 and name_fold <> $2")
        .bind(person)
        .bind(name.to_lowercase())
        .fetch_one(conn)
        .await?;
    number(&row, "n")
}

/// Keeps a view, in the place of the one with the same name.
pub async fn put(conn: &mut Conn, person: &str, name: &str, query: &str, at: Timestamp) -> Read<()> {
    sqlx::query(
        "insert into saved_view (person, name, name_fold, query, saved_at) values ($1, $2, $3, $4, $5)
         on conflict (person, name_fold) do update set name = excluded.name, query = excluded.query,
             saved_at = excluded.saved_at",
    )
    .bind(person)
    .bind(name)
    .bind(name.to_lowercase())
    .bind(query)
    .bind(stamp(at))
    .execute(conn)
    .await?;
    Ok(())
}

/// Removes a view of a person; false when there is none.
pub async fn remove(conn: &mut Conn, person: &str, id: i64) -> Read<bool> {
    let done =
        sqlx::query("delete from saved_view where person = $1 and id = $2").bind(person).bind(id).execute(conn).await?;
    Ok(done.rows_affected() > 0)
}
