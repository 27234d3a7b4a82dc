//! Terminals that wait for their person, and how often an address has tried.
//! Imports nothing of the crate.

use jiff::Timestamp;

use crate::server::store::{
    Conn,
    row::{Read, Row, maybe, maybe_moment, moment, number, stamp, text},
};

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The person has not confirmed it.
    Waiting,
    /// The person has.
    Allowed,
    /// The person says that it is not theirs.
    Denied,
    /// The terminal has its tokens.
    Used,
}

impl Standing {
    fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Allowed => "allowed",
            Self::Denied => "denied",
            Self::Used => "used",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Allowed, Self::Denied, Self::Used].into_iter().find(|standing| standing.as_str() == name)
    }
}

/// A terminal that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRequest {
    /// The hash of its secret.
    pub device: String,
    /// Where it was asked from.
    pub address: String,
    /// With which program.
    pub agent: String,
    /// When.
    pub made_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
    /// How long it must wait between two questions.
    pub wait_seconds: u32,
    /// When it asked last.
    pub polled_at: Option<Timestamp>,
    /// How it stands.
    pub state: Standing,
    /// Whose it is.
    pub person: Option<String>,
    /// The level at which the person logged in.
    pub acr: Option<String>,
}

const COLUMNS: &str = "select device, address, agent, made_at, expires_at, wait_seconds, polled_at, state, person, acr from login_request";

/// Adds a request; the code as its hash.
pub async fn add(conn: &mut Conn, request: &DeviceRequest, code: &str) -> Read<()> {
    sqlx::query(
        "insert into login_request (device, code, address, agent, made_at, expires_at, wait_seconds, state)
         values ($1, $2, $3, $4, $5, $6, $7, 'waiting')",
    )
    .bind(&request.device)
    .bind(code)
    .bind(&request.address)
    .bind(&request.agent)
    .bind(stamp(request.made_at))
    .bind(stamp(request.expires_at))
    .bind(i64::from(request.wait_seconds))
    .execute(conn)
    .await?;
    Ok(())
}

/// The request of a terminal.
pub async fn by_device(conn: &mut Conn, device: &str) -> Read<Option<DeviceRequest>> {
    find(conn, "where device = $1", device).await
}

/// The request with a code, by the code's hash.
pub async fn by_code(conn: &mut Conn, code: &str) -> Read<Option<DeviceRequest>> {
    find(conn, "where code = $1", code).await
}

async fn find(conn: &mut Conn, condition: &'static str, value: &str) -> Read<Option<DeviceRequest>> {
    let query = sqlx::AssertSqlSafe(format!("{COLUMNS} {condition}"));
    let row = sqlx::query(query).bind(value).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// Notes that a terminal has asked, and how long it must wait from now on.
pub async fn polled(conn: &mut Conn, device: &str, at: Timestamp, wait_seconds: u32) -> Read<()> {
    sqlx::query("update login_request set polled_at = $2, wait_seconds = $3 where device = $1")
        .bind(device)
        .bind(stamp(at))
        .bind(i64::from(wait_seconds))
        .execute(conn)
        .await?;
    Ok(())
}

/// What the person says of a request that waits; false when it waits no more.
pub async fn answer(
    conn: &mut Conn,
    device: &str,
    (state, person, acr): (Standing, Option<&str>, Option<&str>),
    at: Timestamp,
) -> Read<bool> {
    let done = sqlx::query(
        "update login_request set state = $2, person = $3, acr = $4
         where device = $1 and state = 'waiting' and expires_at > $5",
    )
    .bind(device)
    .bind(state.as_str())
    .bind(person)
    .bind(acr)
    .bind(stamp(at))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Gives a request's tokens out, once; false when it is not allowed, or used already.
pub async fn take(conn: &mut Conn, device: &str) -> Read<bool> {
    let done = sqlx::query("update login_request set state = 'used' where device = $1 and state = 'allowed'")
        .bind(device)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Forgets what was over before a moment.
pub async fn sweep(conn: &mut Conn, before: Timestamp) -> Read<()> {
    for text in [
        "delete from login_visit where expires_at < $1
         or device in (select device from login_request where expires_at < $1)",
        "delete from login_request where expires_at < $1",
        "delete from access_token where expires_at < $1",
        "delete from login_attempt where begun_at < $1",
    ] {
        sqlx::query(text).bind(stamp(before)).execute(&mut *conn).await?;
    }
    Ok(())
}

/// How often an address has tried since a moment.
pub async fn tries(conn: &mut Conn, kind: &str, address: &str, since: Timestamp) -> Read<u32> {
    let row = sqlx::query("select tries from login_attempt where kind = $1 and address = $2 and begun_at >= $3")
        .bind(kind)
        .bind(address)
        .bind(stamp(since))
        .fetch_optional(conn)
        .await?;
    row.map_or(Ok(0), |row| number(&row, "tries"))
}

/// Notes that an address has tried; what was before `since` counts no more.
pub async fn tried(conn: &mut Conn, kind: &str, address: &str, since: Timestamp, at: Timestamp) -> Read<()> {
    sqlx::query(
        "insert into login_attempt (kind, address, begun_at, tries) values ($1, $2, $4, 1)
         on conflict (kind, address) do update set
             tries = case when login_attempt.begun_at < $3 then 1 else login_attempt.tries + 1 end,
             begun_at = case when login_attempt.begun_at < $3 then excluded.begun_at else login_attempt.begun_at end",
    )
    .bind(kind)
    .bind(address)
    .bind(stamp(since))
    .bind(stamp(at))
    .execute(conn)
    .await?;
    Ok(())
}

fn read(row: &Row) -> Read<DeviceRequest> {
    Ok(DeviceRequest {
        device: text(row, "device")?,
        address: text(row, "address")?,
        agent: text(row, "agent")?,
        made_at: moment(row, "made_at")?,
        expires_at: moment(row, "expires_at")?,
        wait_seconds: number(row, "wait_seconds")?,
        polled_at: maybe_moment(row, "polled_at")?,
        state: crate::server::store::row::named(row, "state", Standing::from_name)?,
        person: maybe(row, "person")?,
        acr: maybe(row, "acr")?,
    })
}
