//! People as an administrator sees them, what is stored about one, and taking it away.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use super::{
    Conn, holder, presence,
    row::{Read, Row, maybe, maybe_moment, maybe_plain, moment, named, number, stamp, text},
};
use crate::{
    api::admin::{PersonEvent, PersonView},
    domain::person::Role,
};

const COLUMNS: &str = "id, name, email, phone, role, office, unit, locked_at";

/// Everybody, by id.
pub async fn all(conn: &mut Conn) -> Read<Vec<PersonView>> {
    let query = format!("select {COLUMNS} from person order by id");
    sqlx::query(AssertSqlSafe(query)).fetch_all(conn).await?.iter().map(read).collect()
}

/// One person.
pub async fn of(conn: &mut Conn, id: &str) -> Read<Option<PersonView>> {
    let query = format!("select {COLUMNS} from person where id = $1");
    sqlx::query(AssertSqlSafe(query)).bind(id).fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// Locks a person out, or lets them in again. Their tokens are gone with it.
pub async fn lock(conn: &mut Conn, id: &str, at: Option<Timestamp>) -> Read<()> {
    sqlx::query("update person set locked_at = $2 where id = $1")
        .bind(id)
        .bind(at.map(stamp))
        .execute(&mut *conn)
        .await?;
    if at.is_some() {
        drop_tokens(conn, id).await?;
    }
    Ok(())
}

/// Takes away all tokens of a person, those of their logins too.
pub async fn drop_tokens(conn: &mut Conn, id: &str) -> Read<()> {
    for text in [
        "delete from token where person = $1",
        "delete from access_token where session in (select id from login_session where person = $1)",
        "delete from refresh_token where session in (select id from login_session where person = $1)",
    ] {
        sqlx::query(text).bind(id).execute(&mut *conn).await?;
    }
    Ok(())
}

/// Takes away who a person is at an identity provider, and their logins.
async fn drop_logins(conn: &mut Conn, id: &str) -> Read<()> {
    for text in [
        "delete from login_visit where person = $1 or device in (select device from login_request where person = $1)",
        "delete from login_request where person = $1",
        "delete from login_session where person = $1",
        "delete from identity where person = $1",
    ] {
        sqlx::query(text).bind(id).execute(&mut *conn).await?;
    }
    Ok(())
}

/// What a person has done.
pub async fn events(conn: &mut Conn, id: &str) -> Read<Vec<PersonEvent>> {
    let rows = sqlx::query("select seq, at, kind, reference, unit from event where person = $1 order by seq");
    let read = |row: &Row| {
        let about = maybe(row, "reference")?.or(maybe(row, "unit")?).unwrap_or_default();
        Ok(PersonEvent { seq: number(row, "seq")?.into(), at: moment(row, "at")?, kind: text(row, "kind")?, about })
    };
    rows.bind(id).fetch_all(conn).await?.iter().map(read).collect()
}

/// How much is stored about a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traces {
    /// Their tokens.
    pub tokens: u32,
    /// Events with their name.
    pub events: u32,
    /// Decisions with their name.
    pub decisions: u32,
    /// Their drafts.
    pub drafts: u32,
    /// Registered extensions and letters to units with their name.
    pub extensions: u32,
    /// Batches and accepted deviations with their name.
    pub others: u32,
    /// Reports submitted under their address.
    pub submitted: u32,
    /// Access requests from their address.
    pub applications: u32,
}

/// How much is stored about a person.
pub async fn traces(conn: &mut Conn, id: &str, email: &str) -> Read<Traces> {
    let row = sqlx::query(
        "select (select count(*) from token where person = $1) as tokens,
             (select count(*) from event where person = $1) as events,
             (select count(*) from decision where person = $1) as decisions,
             (select count(*) from draft where person = $1) as drafts,
             (select count(*) from extension where person = $1)
                 + (select count(*) from notice where person = $1) as extensions,
             (select count(*) from batch where person = $1)
                 + (select count(*) from acceptance where person = $1) as others,
             (select count(*) from report_version where submitter_email = $2) as submitted,
             (select count(*) from application where email = $2) as applications",
    )
    .bind(id)
    .bind(email)
    .fetch_one(conn)
    .await?;
    Ok(Traces {
        tokens: number(&row, "tokens")?,
        events: number(&row, "events")?,
        decisions: number(&row, "decisions")?,
        drafts: number(&row, "drafts")?,
        extensions: number(&row, "extensions")?,
        others: number(&row, "others")?,
        submitted: number(&row, "submitted")?,
        applications: number(&row, "applications")?,
    })
}

/// Removes a person whom nothing speaks of; false where something does.
pub async fn remove(conn: &mut Conn, id: &str, traces: &Traces) -> Read<bool> {
    drop_tokens(conn, id).await?;
    drop_logins(conn, id).await?;
    sqlx::query("delete from saved_view where person = $1").bind(id).execute(&mut *conn).await?;
    presence::end_of(conn, id).await?;
    holder::clear(conn, id).await?;
    if traces.events + traces.decisions + traces.drafts + traces.extensions + traces.others > 0 {
        return Ok(false);
    }
    sqlx::query("delete from person where id = $1").bind(id).execute(conn).await?;
    Ok(true)
}

/// Takes a person's contact data and access away. The row stays, for what has been decided names it.
pub async fn pseudonymise(conn: &mut Conn, id: &str, name: &str, at: Timestamp) -> Read<()> {
    sqlx::query(
        "update person set name = $2, email = '', phone = '', invited = '', locked_at = coalesce(locked_at, $3) where id = $1",
    )
    .bind(id)
    .bind(name)
    .bind(stamp(at))
    .execute(conn)
    .await
    .map(drop)
}

fn read(row: &Row) -> Read<PersonView> {
    Ok(PersonView {
        id: text(row, "id")?,
        name: text(row, "name")?,
        email: text(row, "email")?,
        phone: text(row, "phone")?,
        role: named(row, "role", Role::from_name)?,
        office: maybe_plain(row, "office")?,
        unit: maybe_plain(row, "unit")?,
        locked_at: maybe_moment(row, "locked_at")?,
    })
}
