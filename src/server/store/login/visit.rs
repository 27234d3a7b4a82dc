//! Browsers on their way through the identity provider and back.
//! Imports nothing of the crate.

use jiff::Timestamp;

use crate::server::store::{
    Conn,
    row::{Read, Row, maybe, moment, stamp, text},
};

/// A browser on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The hash of the state it carries.
    pub id: String,
    /// The terminal it comes for.
    pub device: String,
    /// The hash of the browser's cookie.
    pub browser: String,
    /// What the ID token must repeat.
    pub nonce: String,
    /// The secret of PKCE.
    pub verifier: String,
    /// The code as the person typed it.
    pub shown_code: String,
    /// The language of its pages.
    pub language: String,
    /// Who came back.
    pub person: Option<String>,
    /// At which level.
    pub acr: Option<String>,
    /// Until when.
    pub expires_at: Timestamp,
}

/// Adds a visit that begins.
pub async fn add(conn: &mut Conn, visit: &Visit) -> Read<()> {
    sqlx::query(
        "insert into login_visit (id, device, browser, nonce, verifier, shown_code, language, stage, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'begun', $8)",
    )
    .bind(&visit.id)
    .bind(&visit.device)
    .bind(&visit.browser)
    .bind(&visit.nonce)
    .bind(&visit.verifier)
    .bind(&visit.shown_code)
    .bind(&visit.language)
    .bind(stamp(visit.expires_at))
    .execute(conn)
    .await?;
    Ok(())
}

/// The visit of a browser that comes back with its state: once, and only from where it began.
pub async fn take(conn: &mut Conn, id: &str, browser: &str, now: Timestamp) -> Read<Option<Visit>> {
    let row = sqlx::query(
        "update login_visit set stage = 'exchanging' where id = $1 and browser = $2 and stage = 'begun' and expires_at > $3
         returning id, device, browser, nonce, verifier, shown_code, language, person, acr, expires_at",
    )
    .bind(id)
    .bind(browser)
    .bind(stamp(now))
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Notes who came back; the secrets of the way are not needed any more.
pub async fn arrived(conn: &mut Conn, id: &str, person: &str, acr: &str) -> Read<()> {
    sqlx::query(
        "update login_visit set stage = 'confirming', person = $2, acr = $3, verifier = '', nonce = ''
         where id = $1 and stage = 'exchanging'",
    )
    .bind(id)
    .bind(person)
    .bind(acr)
    .execute(conn)
    .await?;
    Ok(())
}

/// The visit of a browser whose person is asked whether the code is theirs.
pub async fn confirming(conn: &mut Conn, id: &str, browser: &str, now: Timestamp) -> Read<Option<Visit>> {
    let row = sqlx::query(
        "select id, device, browser, nonce, verifier, shown_code, language, person, acr, expires_at from login_visit
         where id = $1 and browser = $2 and stage = 'confirming' and expires_at > $3",
    )
    .bind(id)
    .bind(browser)
    .bind(stamp(now))
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Ends a visit; false when it has ended already.
pub async fn finish(conn: &mut Conn, id: &str) -> Read<bool> {
    let done =
        sqlx::query("update login_visit set stage = 'done', shown_code = '' where id = $1 and stage = 'confirming'")
            .bind(id)
            .execute(conn)
            .await?;
    Ok(done.rows_affected() > 0)
}

fn read(row: &Row) -> Read<Visit> {
    Ok(Visit {
        id: text(row, "id")?,
        device: text(row, "device")?,
        browser: text(row, "browser")?,
        nonce: text(row, "nonce")?,
        verifier: text(row, "verifier")?,
        shown_code: text(row, "shown_code")?,
        language: text(row, "language")?,
        person: maybe(row, "person")?,
        acr: maybe(row, "acr")?,
        expires_at: moment(row, "expires_at")?,
    })
}
