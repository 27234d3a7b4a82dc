//! Who looks at a case just now: soft leases that end by themselves.
//! Imports `domain`.

use jiff::Timestamp;

use super::{
    Conn,
    row::{Read, Row, moment, nested, plain, stamp, text},
};
use crate::domain::{office::OfficeId, report::Reference};

/// Somebody who looks at a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The case.
    pub reference: Reference,
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// Until when, unless it is said again.
    pub until: Timestamp,
}

/// A program that looks at a case.
#[derive(Debug, Clone, Copy)]
pub struct Seat<'a> {
    /// The case.
    pub reference: &'a Reference,
    /// The person's id.
    pub person: &'a str,
    /// The program.
    pub seat: &'a str,
    /// The office of the case.
    pub office: &'a OfficeId,
}

/// Notes that a program looks; true when it did not before.
pub async fn keep(conn: &mut Conn, seat: &Seat<'_>, at: Timestamp, until: Timestamp) -> Read<bool> {
    let known = sqlx::query("update presence set until = $4 where reference = $1 and person = $2 and seat = $3")
        .bind(seat.reference.as_str())
        .bind(seat.person)
        .bind(seat.seat)
        .bind(stamp(until))
        .execute(&mut *conn)
        .await?;
    if known.rows_affected() > 0 {
        return Ok(false);
    }
    sqlx::query(
        "insert into presence (reference, person, seat, office, began_at, until) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(seat.reference.as_str())
    .bind(seat.person)
    .bind(seat.seat)
    .bind(seat.office.as_str())
    .bind(stamp(at))
    .bind(stamp(until))
    .execute(conn)
    .await?;
    Ok(true)
}

/// Notes that a program no longer looks; true when it did.
pub async fn leave(conn: &mut Conn, seat: &Seat<'_>) -> Read<bool> {
    let gone = sqlx::query("delete from presence where reference = $1 and person = $2 and seat = $3")
        .bind(seat.reference.as_str())
        .bind(seat.person)
        .bind(seat.seat)
        .execute(conn)
        .await?;
    Ok(gone.rows_affected() > 0)
}

/// True when another program of the same person has said that it looks at the same since this one said so last: one that
/// has died meanwhile has not.
pub async fn is_elsewhere(conn: &mut Conn, seat: &Seat<'_>) -> Read<bool> {
    let found = sqlx::query(
        "select 1 from presence other join presence own on own.reference = other.reference and own.person = other.person
         where own.reference = $1 and own.person = $2 and own.seat = $3 and other.seat <> $3 and other.until > own.until",
    )
    .bind(seat.reference.as_str())
    .bind(seat.person)
    .bind(seat.seat)
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// How many programs of a person look at a case.
pub async fn seats_on(conn: &mut Conn, reference: &Reference, person: &str, now: Timestamp) -> Read<u32> {
    let sql = "select count(*) as n from presence where reference = $1 and person = $2 and until > $3";
    let row = sqlx::query(sql).bind(reference.as_str()).bind(person).bind(stamp(now)).fetch_one(conn).await?;
    super::row::number(&row, "n")
}

/// Clears away what is over; true when there was any.
pub async fn clear(conn: &mut Conn, now: Timestamp) -> Read<bool> {
    let gone = sqlx::query("delete from presence where until <= $1").bind(stamp(now)).execute(conn).await?;
    Ok(gone.rows_affected() > 0)
}

/// Clears everything away.
pub async fn clear_all(conn: &mut Conn) -> Read<()> {
    sqlx::query("delete from presence").execute(conn).await?;
    Ok(())
}

/// How many programs of a person look at cases; more than a person has is a program that does not keep to its seat.
pub async fn seats(conn: &mut Conn, person: &str) -> Read<u32> {
    let row = sqlx::query("select count(*) as n from presence where person = $1").bind(person).fetch_one(conn).await?;
    super::row::number(&row, "n")
}

/// Everybody but one who looks at a case of an office, in the order of cases and names; each person once for a case.
pub async fn of_office(conn: &mut Conn, office: &OfficeId, person: &str, now: Timestamp) -> Read<Vec<Viewer>> {
    let rows = sqlx::query(
        "select p.reference, p.person, h.name, max(p.until) as until from presence p join person h on h.id = p.person
         where p.office = $1 and p.person <> $2 and p.until > $3
         group by p.reference, p.person, h.name order by p.reference, h.name, p.person",
    )
    .bind(office.as_str())
    .bind(person)
    .bind(stamp(now))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Everybody but one who looks at some cases.
pub async fn of_cases(conn: &mut Conn, references: &[Reference], person: &str, now: Timestamp) -> Read<Vec<Viewer>> {
    let rows = sqlx::query(
        "select p.reference, p.person, h.name, max(p.until) as until from presence p join person h on h.id = p.person
         where p.reference in (select value from json_each($1)) and p.person <> $2 and p.until > $3
         group by p.reference, p.person, h.name order by p.reference, h.name, p.person",
    )
    .bind(nested(&references)?)
    .bind(person)
    .bind(stamp(now))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// Takes everything away that a person looks at.
pub async fn end_of(conn: &mut Conn, person: &str) -> Read<()> {
    sqlx::query("delete from presence where person = $1").bind(person).execute(conn).await?;
    Ok(())
}

/// What changes whenever somebody comes or leaves, for processes that share an embedded database.
pub async fn mark(conn: &mut Conn) -> Read<String> {
    let row = sqlx::query("select cast(count(*) as text) || ' ' || coalesce(max(began_at), '') as mark from presence")
        .fetch_one(conn)
        .await?;
    text(&row, "mark")
}

fn read(row: &Row) -> Read<Viewer> {
    Ok(Viewer {
        reference: plain(row, "reference")?,
        person: text(row, "person")?,
        name: text(row, "name")?,
        until: moment(row, "until")?,
    })
}
