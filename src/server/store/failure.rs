//! What a failing database means to the one who asked.
//! Imports `api`.

use crate::api::fault::{Fault, FaultKind};

/// SQLite's primary result codes for a database that cannot be written to now: busy, locked, read-only, input or output
/// failed, full, cannot be opened.
const STORAGE: [i32; 6] = [5, 6, 8, 10, 13, 14];

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        let storage = match &error {
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => true,
            other => primary_code(other).is_some_and(|code| STORAGE.contains(&code)),
        };
        tracing::error!(%error, storage, "The database failed");
        Self::new(if storage { FaultKind::Storage } else { FaultKind::Internal })
    }
}

/// The primary result code of SQLite, without what the extended code adds.
pub(super) fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let code = error.as_database_error()?.code()?;
    code.parse::<i32>().ok().map(|extended| extended & 0xff)
}
