//! People and their tokens.
//! Imports `domain`.

use sha2::{Digest as _, Sha256};
use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, Row, maybe_plain, named, text},
};
use crate::domain::person::{Person, Role};

/// Adds a person, or changes the one with the same id.
pub async fn add(conn: &mut Conn, person: &Person) -> Read<()> {
    sqlx::query(
        "insert into person (id, name, email, phone, role, office, unit) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
             role = excluded.role, office = excluded.office, unit = excluded.unit",
    )
    .bind(&person.id)
    .bind(&person.name)
    .bind(&person.email)
    .bind(&person.phone)
    .bind(person.role.as_str())
    .bind(person.office.as_ref().map(|office| office.as_str().to_owned()))
    .bind(person.unit.as_ref().map(|unit| unit.as_str().to_owned()))
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives a person a token. It is stored as its hash; a blank one is none.
pub async fn give_token(conn: &mut Conn, person: &Person, token: &str) -> Read<()> {
    if token.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "insert into token (hash, person) values ($1, $2) on conflict (hash) do update set person = excluded.person",
    )
    .bind(hash(token))
    .bind(&person.id)
    .execute(conn)
    .await?;
    Ok(())
}

/// The person a token belongs to.
pub async fn by_token(conn: &mut Conn, token: &str) -> Read<Option<Person>> {
    let row = sqlx::query(
        "select p.id, p.name, p.email, p.phone, p.role, p.office, p.unit
         from token t join person p on p.id = t.person where t.hash = $1 and p.locked_at is null",
    )
    .bind(hash(token))
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The person with an id.
pub async fn by_id(conn: &mut Conn, id: &str) -> Read<Option<Person>> {
    let row = sqlx::query("select id, name, email, phone, role, office, unit from person where id = $1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The ids and names of everybody.
pub async fn names(conn: &mut Conn) -> Read<Vec<(String, String)>> {
    let rows = sqlx::query("select id, name from person order by id").fetch_all(conn).await?;
    rows.iter().map(|row| Ok((text(row, "id")?, text(row, "name")?))).collect()
}

fn read(row: &Row) -> Read<Person> {
    Ok(Person {
        id: row.try_get("id")?,
        name: text(row, "name")?,
        email: text(row, "email")?,
        phone: text(row, "phone")?,
        role: named(row, "role", Role::from_name)?,
        office: maybe_plain(row, "office")?,
        unit: maybe_plain(row, "unit")?,
    })
}

fn hash(token: &str) -> String {
    format!("{:x}", Sha256::digest(token.as_bytes()))
}
