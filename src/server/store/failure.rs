//! What a failing database means to the one who asked.
//! Imports `api`.

use sqlx::postgres::PgDatabaseError;

use crate::api::fault::{Fault, FaultKind};

/// SQLite's primary result codes for a database that cannot be written to now: busy, locked, read-only, input or output
/// failed, full, cannot be opened.
const STORAGE: [i32; 6] = [5, 6, 8, 10, 13, 14];

/// The beginnings of PostgreSQL's states for the same: the connection is gone, a standby is read-only, memory or disk is
/// full, a lock could not be had, somebody stopped the server, the system failed.
const STATES: [&str; 6] = ["08", "25006", "53", "55", "57", "58"];

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        let storage = match &error {
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => true,
            other => is_storage(other),
        };
        tracing::error!(%error, storage, "The database failed");
        Self::new(if storage { FaultKind::Storage } else { FaultKind::Internal })
    }
}

/// True when either database says that it cannot be written to now.
pub(super) fn is_storage(error: &sqlx::Error) -> bool {
    let server = error.as_database_error().and_then(|error| error.try_downcast_ref::<PgDatabaseError>());
    match server {
        Some(error) => STATES.iter().any(|state| error.code().starts_with(state)),
        None => primary_code(error).is_some_and(|code| STORAGE.contains(&code)),
    }
}

/// The primary result code of SQLite, without what the extended code adds.
pub(super) fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let code = error.as_database_error()?.code()?;
    code.parse::<i32>().ok().map(|extended| extended & 0xff)
}
