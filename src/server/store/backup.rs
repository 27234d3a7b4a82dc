//! A copy of the embedded database while it is in use, and what a database holds.
//! Imports nothing of the crate.

use std::{collections::BTreeMap, path::Path, time::Duration};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Connection as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use super::failure::primary_code;

/// How long the copy waits for a lock.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a database holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The shape of the database: the number of its newest change.
    pub shape: i64,
    /// Rows by table.
    pub counts: BTreeMap<String, i64>,
    /// The newest event.
    pub newest_event: Option<NewestEvent>,
}

/// The newest event of a database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewestEvent {
    /// Its number.
    pub seq: i64,
    /// When it happened.
    pub at: Timestamp,
}

/// Why there is no copy, in the words of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyFault {
    /// The database cannot be read.
    Unread(String),
    /// The copy cannot be written.
    Unwritten(String),
}

/// SQLite's primary result codes for a file that cannot be written: read-only, input or output failed, full, cannot be opened.
const UNWRITTEN: [i32; 4] = [8, 10, 13, 14];

/// Copies a database into an empty file, or one that is not there yet: everything that was stored when the copy began, and
/// nothing half.
///
/// # Errors
/// Which of the two files it fails at, and what the database says.
pub async fn copy(from: &Path, to: &Path) -> Result<(), CopyFault> {
    let mut conn = open(from).await.map_err(|error| CopyFault::Unread(error.to_string()))?;
    let copied = copied(&mut conn, to).await;
    // What was read does not depend on how the reading ends.
    let _closed = conn.close().await;
    copied.map_err(|error| {
        let unwritten = primary_code(&error).is_some_and(|code| UNWRITTEN.contains(&code));
        if unwritten { CopyFault::Unwritten(error.to_string()) } else { CopyFault::Unread(error.to_string()) }
    })
}

async fn copied(conn: &mut SqliteConnection, to: &Path) -> Result<(), sqlx::Error> {
    let target = to.to_str().ok_or_else(|| sqlx::Error::Configuration("not UTF-8".into()))?;
    sqlx::query("vacuum into $1").bind(target).execute(conn).await.map(drop)
}

/// What a database holds, after it has been found to be whole.
///
/// # Errors
/// What the database says, or what is wrong with it.
pub async fn contents(file: &Path) -> Result<Contents, String> {
    let found = async {
        let mut conn = open(file).await?;
        let found = look(&mut conn).await;
        conn.close().await?;
        found
    };
    found.await.map_err(|error| error.to_string())
}

async fn open(file: &Path) -> Result<SqliteConnection, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(false).busy_timeout(PATIENCE);
    SqliteConnection::connect_with(&options).await
}

async fn look(conn: &mut SqliteConnection) -> Result<Contents, sqlx::Error> {
    let verdict: String = sqlx::query("pragma integrity_check(1)").fetch_one(&mut *conn).await?.try_get(0)?;
    if verdict != "ok" {
        return Err(sqlx::Error::Protocol(verdict));
    }
    let shape = sqlx::query("select coalesce(max(version), 0) as newest from _sqlx_migrations").fetch_one(&mut *conn);
    let shape: i64 = shape.await?.try_get("newest")?;
    let names =
        "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~' order by name";
    let mut counts = BTreeMap::new();
    for row in sqlx::query(names).fetch_all(&mut *conn).await? {
        let name: String = row.try_get("name")?;
        let counting = format!("select count(*) as count from \"{}\"", name.replace('"', "\"\""));
        let count = sqlx::query(AssertSqlSafe(counting)).fetch_one(&mut *conn).await?.try_get("count")?;
        counts.insert(name, count);
    }
    let newest = sqlx::query("select seq, at from event order by seq desc limit 1").fetch_optional(conn).await?;
    let newest_event = newest.map(|row| {
        let at: String = row.try_get("at")?;
        let at = at.parse().map_err(|error: jiff::Error| sqlx::Error::Decode(error.into()))?;
        Ok::<_, sqlx::Error>(NewestEvent { seq: row.try_get("seq")?, at })
    });
    Ok(Contents { shape, counts, newest_event: newest_event.transpose()? })
}
