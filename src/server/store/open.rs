//! Opening the database file: found or made, checked to be ours, brought to the newest shape.
//! Imports `domain` and `text`.

use std::{path::Path, time::Duration};

use sqlx::{
    ConnectOptions as _, Connection as _, Row as _, SqlSafeStr as _, SqliteConnection, SqlitePool,
    migrate::{Migration, MigrationType, Migrator},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Known, Setting, Store, failure};
use crate::{
    domain::burndown::Scale,
    server::{batch_policies::BatchPolicies, rules::Rules, start::StartError},
    text::Texts,
};

/// How long a write waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long the start waits for a file that somebody else holds.
const PATIENCE_AT_START: Duration = Duration::from_secs(1);
/// How much of the database a connection keeps in memory: 32 MiB.
const CACHE: &str = "-32768";
/// How many connections are kept: one writes at a time, the others read.
const CONNECTIONS: u32 = 8;

/// The changes of the database's shape, in order.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "cases", include_str!("../../../config/migrations/sqlite/0001_cases.sql")),
    (2, "review", include_str!("../../../config/migrations/sqlite/0002_review.sql")),
    (3, "views", include_str!("../../../config/migrations/sqlite/0003_views.sql")),
    (4, "units", include_str!("../../../config/migrations/sqlite/0004_units.sql")),
    (5, "deadline", include_str!("../../../config/migrations/sqlite/0005_deadline.sql")),
    (7, "batch", include_str!("../../../config/migrations/sqlite/0007_batch.sql")),
    (8, "half_years", include_str!("../../../config/migrations/sqlite/0008_half_years.sql")),
];

impl Store {
    /// Opens the database in a file, and makes it where there is none.
    ///
    /// # Errors
    /// [`StartError`] tells why the file cannot be used; it is unchanged then.
    pub async fn open(path: &Path, setting: Setting) -> Result<Self, StartError> {
        let register = setting.own.register().map_err(|error| StartError::BadData { detail: error.to_string() })?;
        let policy = setting.own.policy().map_err(|error| StartError::BadData { detail: error.to_string() })?;
        let scale = Scale::embedded().map_err(|error| StartError::BadData { detail: error.to_string() })?;
        let texts = Texts::of(crate::text::DEFAULT_LANGUAGE)
            .map_err(|error| StartError::BadData { detail: error.to_string() })?;
        let rules = Rules::embedded(&register).map_err(|detail| StartError::BadData { detail })?;
        let batches = BatchPolicies::embedded().map_err(|detail| StartError::BadData { detail })?;
        prepare_folder(path)?;
        probe(path).await.map_err(|found| found.at(path))?;
        let pool = connect(path).await.map_err(|error| judge(&error).at(path))?;
        migrator().run(&pool).await.map_err(|error| judge_migration(error).at(path))?;
        Ok(Self::new(pool, Known { register, texts, rules, batches, policy, scale }, setting))
    }
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
        Ok(_) => Ok(()),
        Err(_) => path.parent().map_or(Ok(()), |folder| std::fs::create_dir_all(folder).map_err(cannot)),
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

async fn connect(path: &Path) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A decision is on the disk before it is answered.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", CACHE)
        // Every statement of this program is short; what is worth a line in the log is logged by those who ask.
        .disable_statement_logging();
    SqlitePoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE).connect_with(options).await
}

fn migrator() -> Migrator {
    let migration = |&(version, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(MIGRATIONS.iter().map(migration).collect())
}

fn newest_known() -> i64 {
    MIGRATIONS.iter().map(|(version, ..)| *version).max().unwrap_or(0)
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
