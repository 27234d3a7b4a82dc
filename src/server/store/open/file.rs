//! The embedded database: a file.
//! Imports nothing of the crate but the errors of a start.

use std::{fmt::Write as _, path::Path, time::Duration};

use sqlx::{
    AnyPool, ConnectOptions as _, Connection as _, Executor as _, Row as _, SqliteConnection, any::AnyConnectOptions,
    sqlite::SqliteConnectOptions,
};

use super::{migrate, newest_known, pool};
use crate::server::{private, start::StartError, store::failure};

/// How long the start waits for a file that somebody else holds.
const PATIENCE_AT_START: Duration = Duration::from_secs(1);
/// What every connection is told: readers do not wait for the writer, a decision is on the disk before it is answered, and
/// 32 MiB of the database are kept in memory.
const PRAGMAS: &str = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
    pragma busy_timeout = 5000; pragma cache_size = -32768;";

/// Opens the file, and makes it where there is none.
pub(super) async fn open(path: &Path) -> Result<AnyPool, StartError> {
    prepare_folder(path)?;
    let pool = found(path).await?;
    migrate(&pool, 0).await.map_err(|error| judge_migration(error).at(path))?;
    Ok(pool)
}

/// The file as it is.
pub(super) async fn found(path: &Path) -> Result<AnyPool, StartError> {
    probe(path).await.map_err(|found| found.at(path))?;
    connect(path).await.map_err(|error| judge(&error).at(path))
}

/// What is wrong with a file, before its path is added.
enum Found {
    Locked,
    ReadOnly,
    Newer { found: i64 },
    Foreign,
    Other(String),
}

impl Found {
    fn at(self, path: &Path) -> StartError {
        let path = path.to_owned();
        match self {
            Self::Locked => StartError::Locked { path },
            Self::ReadOnly => StartError::ReadOnly { path },
            Self::Newer { found } => StartError::NewerVersion { path, found, known: newest_known() },
            Self::Foreign => StartError::NotADatabase { path },
            Self::Other(detail) => StartError::CannotCreate { path, detail },
        }
    }
}

impl From<sqlx::Error> for Found {
    fn from(error: sqlx::Error) -> Self {
        judge(&error)
    }
}

fn prepare_folder(path: &Path) -> Result<(), StartError> {
    let cannot = |error: std::io::Error| StartError::CannotCreate { path: path.to_owned(), detail: error.to_string() };
    match path.metadata() {
        Ok(file) if file.permissions().readonly() => Err(StartError::ReadOnly { path: path.to_owned() }),
        Ok(file) if file.is_dir() => Err(StartError::NotADatabase { path: path.to_owned() }),
        Ok(_) => {
            close_to_others(path);
            Ok(())
        }
        // Made before the database is: the files beside it get the rights of this one.
        Err(_) => {
            path.parent().map_or(Ok(()), private::make_folder).and_then(|()| private::make_file(path)).map_err(cannot)
        }
    }
}

/// Closes the file and those beside it to others; earlier versions of the program left them open.
fn close_to_others(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        match private::close_to_others(Path::new(&file)) {
            Ok(false) => {}
            Ok(true) => {
                tracing::info!(ending, "A file of the database could be read by others, and is closed to them now");
            }
            Err(error) => tracing::warn!(ending, kind = ?error.kind(), "A file of the database can be read by others"),
        }
    }
}

/// Looks at a file before anything of it is changed.
async fn probe(path: &Path) -> Result<(), Found> {
    if path.metadata().map_or(true, |file| file.len() == 0) {
        return Ok(());
    }
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(PATIENCE_AT_START);
    let mut conn = SqliteConnection::connect_with(&options).await?;
    let outcome = look(&mut conn).await;
    drop(conn.close().await);
    outcome
}

async fn look(conn: &mut SqliteConnection) -> Result<(), Found> {
    let rows = sqlx::query("select name from sqlite_master where type = 'table'").fetch_all(&mut *conn).await?;
    let tables = rows.iter().map(|row| row.try_get("name")).collect::<Result<Vec<String>, _>>()?;
    if tables.iter().any(|name| name == "_sqlx_migrations") {
        let row = sqlx::query("select max(version) as newest from _sqlx_migrations").fetch_one(&mut *conn).await?;
        let found: i64 = row.try_get::<Option<i64>, _>("newest")?.unwrap_or(0);
        if found > newest_known() {
            return Err(Found::Newer { found });
        }
    } else if tables.is_empty() {
        // A database somebody has just begun to make: the first migration fills it.
    } else {
        return Err(Found::Foreign);
    }
    let tx = conn.begin_with("begin immediate").await?;
    Ok(tx.rollback().await?)
}

async fn connect(path: &Path) -> Result<AnyPool, sqlx::Error> {
    let options: AnyConnectOptions = address(path).parse()?;
    // A file's connections do not grow old: nothing wakes a program that rests to look at their age.
    let told = pool().idle_timeout(None).max_lifetime(None);
    let told = told.after_connect(|conn, _| Box::pin(async move { conn.execute(PRAGMAS).await.map(drop) }));
    // Every statement of this program is short; what is worth a line in the log is logged by those who ask.
    told.connect_with(options.disable_statement_logging()).await
}

/// The file as an address, whatever letters its path has.
fn address(path: &Path) -> String {
    let mut address = String::from("sqlite://");
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte) {
            address.push(char::from(*byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address.push_str("?mode=rwc");
    address
}

fn judge(error: &sqlx::Error) -> Found {
    match failure::primary_code(error) {
        Some(5 | 6) => Found::Locked,
        Some(8) => Found::ReadOnly,
        Some(11 | 26) => Found::Foreign,
        _ => Found::Other(error.to_string()),
    }
}

fn judge_migration(error: sqlx::migrate::MigrateError) -> Found {
    use sqlx::migrate::MigrateError as Error;
    match error {
        Error::Execute(error) | Error::ExecuteMigration(error, _) => judge(&error),
        Error::VersionMissing(found) => Found::Newer { found },
        other => Found::Other(other.to_string()),
    }
}
