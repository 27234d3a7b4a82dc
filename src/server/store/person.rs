//! People and their tokens.
//! Imports `domain`.

use sha2::{Digest as _, Sha256};
use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, Row, maybe_plain, named, text},
};
use crate::domain::person::{Person, Role};

/// Adds a person, or changes the one with the same id. What the person has registered stays where nothing is given; the
/// address given here is the one that the person is known by at a first login.
pub async fn add(conn: &mut Conn, person: &Person) -> Read<()> {
    sqlx::query(
        "insert into person (id, name, email, phone, role, office, unit, invited) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (id) do update set name = excluded.name,
             email = case when excluded.email = '' or excluded.invited = person.invited then person.email else excluded.email end,
             phone = case when excluded.phone = '' then person.phone else excluded.phone end,
             role = excluded.role, office = excluded.office, unit = excluded.unit, invited = excluded.invited",
    )
    .bind(&person.id)
    .bind(&person.name)
    .bind(&person.email)
    .bind(&person.phone)
    .bind(person.role.as_str())
    .bind(person.office.as_ref().map(|office| office.as_str().to_owned()))
    .bind(person.unit.as_ref().map(|unit| unit.as_str().to_owned()))
    .bind(person.email.trim().to_lowercase())
    .execute(conn)
    .await?;
    Ok(())
}

/// Changes a person, and leaves their address and the one they are known by as they are.
pub async fn change(conn: &mut Conn, person: &Person) -> Read<()> {
    sqlx::query(
        "update person set name = $2, phone = case when $3 = '' then phone else $3 end, role = $4, office = $5, unit = $6
         where id = $1",
    )
    .bind(&person.id)
    .bind(&person.name)
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

/// Notes how a person is reached at work, in the person's own words.
pub async fn reach(conn: &mut Conn, id: &str, email: &str, phone: &str) -> Read<()> {
    sqlx::query("update person set email = $2, phone = $3 where id = $1")
        .bind(id)
        .bind(email)
        .bind(phone)
        .execute(conn)
        .await?;
    Ok(())
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
