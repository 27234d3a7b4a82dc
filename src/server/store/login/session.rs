//! Logins, and the tokens that belong to them.
//! Imports `domain`.

use jiff::Timestamp;

use crate::{
    domain::person::Person,
    server::store::{
        Conn, person,
        row::{Read, Row, maybe, maybe_moment, moment, stamp, text},
    },
};

/// A login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginSession {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub person: String,
    /// At which level the person logged in.
    pub acr: Option<String>,
    /// From where.
    pub address: String,
    /// With which program.
    pub agent: String,
    /// When.
    pub begun_at: Timestamp,
    /// When it was used last.
    pub used_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl LoginSession {
    /// True while its tokens open anything.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.ends_at
    }
}

/// What became of a refresh token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refresh {
    /// Nobody knows it.
    Unknown,
    /// It was used before: somebody has a copy.
    Again(LoginSession),
    /// It was used now, for the first time.
    First(LoginSession),
}

/// Notes a login.
pub async fn begin(conn: &mut Conn, session: &LoginSession) -> Read<()> {
    sqlx::query(
        "insert into login_session (id, person, acr, address, agent, begun_at, used_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&session.id)
    .bind(&session.person)
    .bind(&session.acr)
    .bind(&session.address)
    .bind(&session.agent)
    .bind(stamp(session.begun_at))
    .bind(stamp(session.used_at))
    .bind(stamp(session.ends_at))
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives a login a pair of tokens, by their hashes.
pub async fn give(conn: &mut Conn, session: &str, access: (&str, Timestamp), refresh: &str) -> Read<()> {
    sqlx::query("insert into access_token (hash, session, expires_at) values ($1, $2, $3)")
        .bind(access.0)
        .bind(session)
        .bind(stamp(access.1))
        .execute(&mut *conn)
        .await?;
    sqlx::query("insert into refresh_token (hash, session) values ($1, $2)")
        .bind(refresh)
        .bind(session)
        .execute(conn)
        .await?;
    Ok(())
}

/// The person and the login of an access token, by its hash, while it is good; and until when it is.
pub async fn by_access(conn: &mut Conn, hash: &str, now: Timestamp) -> Read<Option<(Person, LoginSession, Timestamp)>> {
    let row = sqlx::query(
        "select s.id, s.person, s.acr, s.address, s.agent, s.begun_at, s.used_at, s.ends_at, s.revoked_at, a.expires_at
         from access_token a join login_session s on s.id = a.session
         join person p on p.id = s.person and p.locked_at is null
         where a.hash = $1 and a.expires_at > $2 and s.ends_at > $2 and s.revoked_at is null",
    )
    .bind(hash)
    .bind(stamp(now))
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let (session, until) = (read(&row)?, moment(&row, "expires_at")?);
    let person = person::by_id(conn, &session.person).await?;
    Ok(person.map(|person| (person, session, until)))
}

/// A login by its number.
pub async fn one(conn: &mut Conn, id: &str) -> Read<Option<LoginSession>> {
    let row = sqlx::query(
        "select id, person, acr, address, agent, begun_at, used_at, ends_at, revoked_at from login_session
         where id = $1",
    )
    .bind(id)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// True while a login is open.
pub async fn is_open(conn: &mut Conn, id: &str, now: Timestamp) -> Read<bool> {
    let row = sqlx::query(
        "select s.id from login_session s join person p on p.id = s.person and p.locked_at is null
         where s.id = $1 and s.ends_at > $2 and s.revoked_at is null",
    )
    .bind(id)
    .bind(stamp(now))
    .fetch_optional(conn)
    .await?;
    Ok(row.is_some())
}

/// Uses a refresh token, by its hash.
pub async fn refresh(conn: &mut Conn, hash: &str, now: Timestamp) -> Read<Refresh> {
    let row = sqlx::query(
        "select s.id, s.person, s.acr, s.address, s.agent, s.begun_at, s.used_at, s.ends_at, s.revoked_at
         from refresh_token r join login_session s on s.id = r.session
         join person p on p.id = s.person and p.locked_at is null where r.hash = $1",
    )
    .bind(hash)
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(Refresh::Unknown) };
    let session = read(&row)?;
    let done = sqlx::query("update refresh_token set used_at = $2 where hash = $1 and used_at is null")
        .bind(hash)
        .bind(stamp(now))
        .execute(&mut *conn)
        .await?;
    Ok(if done.rows_affected() > 0 { Refresh::First(session) } else { Refresh::Again(session) })
}

/// The login that a token of either kind belongs to, by its hash.
pub async fn of_token(conn: &mut Conn, hash: &str) -> Read<Option<String>> {
    let row = sqlx::query(
        "select session from access_token where hash = $1 union all select session from refresh_token where hash = $1",
    )
    .bind(hash)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(|row| text(row, "session")).transpose()
}

/// Notes that a login is used.
pub async fn touch(conn: &mut Conn, id: &str, now: Timestamp) -> Read<()> {
    sqlx::query("update login_session set used_at = $2 where id = $1 and used_at < $2")
        .bind(id)
        .bind(stamp(now))
        .execute(conn)
        .await?;
    Ok(())
}

/// Revokes a login with all its tokens; false when there is none that is open.
pub async fn revoke(conn: &mut Conn, id: &str, now: Timestamp) -> Read<bool> {
    let done =
        sqlx::query("update login_session set revoked_at = $2 where id = $1 and revoked_at is null and ends_at > $2")
            .bind(id)
            .bind(stamp(now))
            .execute(&mut *conn)
            .await?;
    sqlx::query("delete from access_token where session = $1").bind(id).execute(conn).await?;
    Ok(done.rows_affected() > 0)
}

/// Forgets the logins that ended before a moment.
pub async fn forget(conn: &mut Conn, before: Timestamp) -> Read<()> {
    for text in [
        "delete from access_token where session in (select id from login_session where ends_at < $1)",
        "delete from refresh_token where session in (select id from login_session where ends_at < $1)",
        "delete from login_session where ends_at < $1",
    ] {
        sqlx::query(text).bind(stamp(before)).execute(&mut *conn).await?;
    }
    Ok(())
}

/// The logins of a person that ended after a moment, the newest first.
pub async fn of(conn: &mut Conn, person: &str, after: Timestamp) -> Read<Vec<LoginSession>> {
    let rows = sqlx::query(
        "select id, person, acr, address, agent, begun_at, used_at, ends_at, revoked_at from login_session
         where person = $1 and ends_at > $2 order by begun_at desc, id limit 200",
    )
    .bind(person)
    .bind(stamp(after))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Read<LoginSession> {
    Ok(LoginSession {
        id: text(row, "id")?,
        person: text(row, "person")?,
        acr: maybe(row, "acr")?,
        address: text(row, "address")?,
        agent: text(row, "agent")?,
        begun_at: moment(row, "begun_at")?,
        used_at: moment(row, "used_at")?,
        ends_at: moment(row, "ends_at")?,
        revoked_at: maybe_moment(row, "revoked_at")?,
    })
}
