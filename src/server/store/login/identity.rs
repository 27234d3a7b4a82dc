//! Who a person is at an identity provider.
//! Imports `domain`.

use jiff::Timestamp;

use crate::{
    domain::person::Person,
    server::store::{
        Conn, person,
        row::{Read, stamp, text},
    },
};

/// The person with a subject at an issuer.
pub async fn find(conn: &mut Conn, issuer: &str, subject: &str) -> Read<Option<Person>> {
    let row = sqlx::query("select person from identity where issuer = $1 and subject = $2")
        .bind(issuer)
        .bind(subject)
        .fetch_optional(&mut *conn)
        .await?;
    match row {
        Some(row) => person::by_id(conn, &text(&row, "person")?).await,
        None => Ok(None),
    }
}

/// Notes who a person is at an issuer; false when the person, or the subject, is somebody else there already.
pub async fn bind(conn: &mut Conn, issuer: &str, subject: &str, person: &str, at: Timestamp) -> Read<bool> {
    let done = sqlx::query(
        "insert into identity (issuer, subject, person, first_at) values ($1, $2, $3, $4) on conflict do nothing",
    )
    .bind(issuer)
    .bind(subject)
    .bind(person)
    .bind(stamp(at))
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() > 0 {
        return Ok(true);
    }
    Ok(find(conn, issuer, subject).await?.is_some_and(|found| found.id == person))
}

/// The one person whom an administrator has registered with an address; none when there are several.
pub async fn invited(conn: &mut Conn, email: &str) -> Read<Option<Person>> {
    let rows = sqlx::query("select id from person where invited = $1 and invited <> '' order by id")
        .bind(email.trim().to_lowercase())
        .fetch_all(&mut *conn)
        .await?;
    match rows.as_slice() {
        [row] => person::by_id(conn, &text(row, "id")?).await,
        _ => Ok(None),
    }
}
