//! Who has a task: beside the case, whatever its state.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    Conn,
    row::{Read, named, nested, number, plain, stamp, text},
};
use crate::{
    api::together::Colleague,
    domain::{office::OfficeId, person::Role, report::Reference},
};

/// Sets who has a task, or that nobody has.
pub async fn set(conn: &mut Conn, reference: &Reference, holder: Option<(&str, Timestamp)>) -> Read<()> {
    sqlx::query("update task set holder = $2, held_at = $3 where reference = $1")
        .bind(reference.as_str())
        .bind(holder.map(|(person, _)| person))
        .bind(holder.map(|(_, at)| stamp(at)))
        .execute(conn)
        .await?;
    Ok(())
}

/// The open tasks that a person has, each with its office.
pub async fn of_person(conn: &mut Conn, person: &str) -> Read<Vec<(Reference, OfficeId)>> {
    let rows =
        sqlx::query("select reference, office from task where holder = $1 and state = 'open' order by reference")
            .bind(person)
            .fetch_all(conn)
            .await?;
    rows.iter().map(|row| Ok((plain(row, "reference")?, plain(row, "office")?))).collect()
}

/// Takes every task from a person, those that are decided too.
pub async fn clear(conn: &mut Conn, person: &str) -> Read<()> {
    sqlx::query("update task set holder = null, held_at = null where holder = $1").bind(person).execute(conn).await?;
    Ok(())
}

/// How many of some open tasks somebody else has.
pub async fn of_others(conn: &mut Conn, references: &[Reference], person: &str) -> Read<u32> {
    let row = sqlx::query(
        "select count(*) as n from task where state = 'open' and holder <> $2
             and reference in (select value from json_each($1))",
    )
    .bind(nested(&references)?)
    .bind(person)
    .fetch_one(conn)
    .await?;
    number(&row, "n")
}

/// Those who decide for an office, by name; who is locked out is left out.
pub async fn colleagues(conn: &mut Conn, office: &OfficeId) -> Read<Vec<Colleague>> {
    let rows = sqlx::query(
        "select id, name, role from person where office = $1 and role in ('reviewer', 'leader') and locked_at is null
         order by name, id",
    )
    .bind(office.as_str())
    .fetch_all(conn)
    .await?;
    let read = |row: &super::row::Row| {
        Ok(Colleague { person: text(row, "id")?, name: text(row, "name")?, role: named(row, "role", Role::from_name)? })
    };
    rows.iter().map(read).collect()
}
