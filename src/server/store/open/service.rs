//! The database of many offices: a PostgreSQL server.
//! Imports nothing of the crate but the errors of a start.

use sqlx::{AnyPool, ConnectOptions as _, Executor as _, Row as _, any::AnyConnectOptions, migrate::MigrateError};

use super::{migrate, newest_known, pool};
use crate::server::{database::Address, start::StartError};

/// What every connection is told: nobody waits longer for a lock than a person waits for an answer, and a process that
/// was stopped in the middle of a transaction does not hold the others up for long.
const SETTINGS: &str = "set application_name = 'sfv'; set lock_timeout = '5s';
    set idle_in_transaction_session_timeout = '10s'; set client_min_messages = 'warning'; set time zone 'UTC'";

/// Opens the database of a server. The database itself is made by whoever runs the server.
pub(super) async fn open(address: &Address) -> Result<AnyPool, StartError> {
    let pool = found(address).await?;
    migrate(&pool, 1).await.map_err(|error| judge(error, address))?;
    Ok(pool)
}

/// The database as it is.
pub(super) async fn found(address: &Address) -> Result<AnyPool, StartError> {
    let cannot = |error: sqlx::Error| StartError::Database { address: address.shown(), detail: error.to_string() };
    let options: AnyConnectOptions = address.secret().parse().map_err(cannot)?;
    let told = pool().after_connect(|conn, _| Box::pin(async move { conn.execute(SETTINGS).await.map(drop) }));
    let pool = told.connect_with(options.disable_statement_logging()).await.map_err(cannot)?;
    look(&pool, address).await?;
    Ok(pool)
}

/// Looks at a database before anything of it is changed.
async fn look(pool: &AnyPool, address: &Address) -> Result<(), StartError> {
    let cannot = |error: sqlx::Error| StartError::Database { address: address.shown(), detail: error.to_string() };
    let text = "select table_name::text as name from information_schema.tables where table_schema = current_schema()";
    let rows = pool.fetch_all(text).await.map_err(cannot)?;
    let tables = rows.iter().map(|row| row.try_get("name")).collect::<Result<Vec<String>, _>>().map_err(cannot)?;
    if tables.is_empty() {
        return Ok(());
    }
    if !tables.iter().any(|name| name == "_sqlx_migrations") {
        return Err(StartError::NotADatabase { path: address.shown().into() });
    }
    let text = "select coalesce(max(version), 0) as newest from _sqlx_migrations";
    let found: i64 = pool.fetch_one(text).await.and_then(|row| row.try_get("newest")).map_err(cannot)?;
    if found > newest_known() {
        return Err(StartError::NewerVersion { path: address.shown().into(), found, known: newest_known() });
    }
    Ok(())
}

fn judge(error: MigrateError, address: &Address) -> StartError {
    match error {
        MigrateError::VersionMissing(found) => {
            StartError::NewerVersion { path: address.shown().into(), found, known: newest_known() }
        }
        other => StartError::Database { address: address.shown(), detail: other.to_string() },
    }
}
