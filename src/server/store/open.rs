//! Opening the database, found or made, checked to be ours, brought to the newest shape.
//! Imports `domain` and `text`.

mod file;
mod service;

use std::time::Duration;

use sqlx::{
    AnyPool, SqlSafeStr as _,
    any::{AnyPoolOptions, install_default_drivers},
    migrate::{Migration, MigrationType, Migrator},
};

use super::{Fixed, Known, Setting, Store, failure};
use crate::{
    api::fault::Fault,
    domain::burndown::Scale,
    server::{
        batch_policies::BatchPolicies,
        database::Database,
        flow::{audit::AuditNumbers, presence::PresenceNumbers, published::PublishedRules},
        start::StartError,
    },
    text::Texts,
};

/// How long a write waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many connections are kept.
const CONNECTIONS: u32 = 8;

/// A change of the database's shape: its number, its name, and how each of the two databases is told.
type Change = (i64, &'static str, [&'static str; 2]);

/// The text of a change for the embedded database and for the server.
macro_rules! change {
    ($number:literal, $name:literal, $file:literal) => {
        (
            $number,
            $name,
            [
                include_str!(concat!("../../../config/migrations/sqlite/", $file)),
                include_str!(concat!("../../../config/migrations/postgres/", $file)),
            ],
        )
    };
}

/// The changes of the database's shape, in order.
const MIGRATIONS: &[Change] = &[
    change!(1, "cases", "0001_cases.sql"),
    change!(2, "review", "0002_review.sql"),
    change!(3, "views", "0003_views.sql"),
    change!(4, "units", "0004_units.sql"),
    change!(5, "deadline", "0005_deadline.sql"),
    change!(7, "batch", "0007_batch.sql"),
    change!(8, "half_years", "0008_half_years.sql"),
    change!(9, "turns", "0009_turns.sql"),
    change!(10, "login", "0010_login.sql"),
    change!(11, "outbox", "0011_outbox.sql"),
    change!(12, "proof", "0012_proof.sql"),
    change!(14, "running", "0014_running.sql"),
    change!(15, "access", "0015_access.sql"),
    change!(16, "together", "0016_together.sql"),
    change!(17, "amendments", "0017_amendments.sql"),
    change!(19, "letters", "0019_letters.sql"),
    change!(20, "deadlines", "0020_deadlines.sql"),
    change!(23, "channel_steps", "0023_channel_steps.sql"),
];

impl Store {
    /// Opens a database; a file is made where there is none.
    ///
    /// # Errors
    /// [`StartError`] tells why it cannot be used; it is unchanged then.
    pub async fn open(database: &Database, setting: Setting) -> Result<Self, StartError> {
        let policy = setting.own.policy().map_err(|error| StartError::BadData { detail: error.to_string() })?;
        let scale = Scale::embedded().map_err(|error| StartError::BadData { detail: error.to_string() })?;
        let texts = Texts::of(crate::text::DEFAULT_LANGUAGE)
            .map_err(|error| StartError::BadData { detail: error.to_string() })?;
        let batches = BatchPolicies::embedded().map_err(|detail| StartError::BadData { detail })?;
        let pool = prepared(database).await?;
        let audit = AuditNumbers::embedded().map_err(|detail| StartError::BadData { detail })?;
        let published = PublishedRules::embedded().map_err(|detail| StartError::BadData { detail })?;
        let presence = PresenceNumbers::embedded().map_err(|detail| StartError::BadData { detail })?;
        let fixed = Fixed { texts, batches, policy, scale, audit, published, presence };
        let kind = database.kind();
        let known = Known::of(&setting.own, &[], 0).map_err(|detail| StartError::BadData { detail })?;
        let store = Self::new(pool, kind, fixed, known, setting);
        let failed = |fault: Fault| match database {
            Database::File(path) => StartError::CannotCreate { path: path.clone(), detail: fault.to_string() },
            Database::Server(address) => StartError::Database { address: address.shown(), detail: fault.to_string() },
        };
        store.chain_old_events().await.map_err(failed)?;
        let held = store.held().await.map_err(failed)?;
        store.know(&held).map_err(|detail| StartError::BadData { detail })
    }
}

/// A database with the newest shape, made where it can be.
///
/// # Errors
/// [`StartError`] tells why it cannot be used; it is unchanged then.
pub async fn prepared(database: &Database) -> Result<AnyPool, StartError> {
    install_default_drivers();
    match database {
        Database::File(path) => file::open(path).await,
        Database::Server(address) => service::open(address).await,
    }
}

/// A database as it is, whichever of our shapes it has.
///
/// # Errors
/// [`StartError`] tells why it cannot be used.
pub async fn unchanged(database: &Database) -> Result<AnyPool, StartError> {
    install_default_drivers();
    match database {
        Database::File(path) => file::found(path).await,
        Database::Server(address) => service::found(address).await,
    }
}

/// The error of a database that can no longer be used.
#[must_use]
pub fn cannot(database: &Database, error: &sqlx::Error) -> StartError {
    let detail = error.to_string();
    match database {
        Database::File(path) if matches!(failure::primary_code(error), Some(5 | 6)) => {
            StartError::Locked { path: path.clone() }
        }
        Database::File(path) => StartError::CannotCreate { path: path.clone(), detail },
        Database::Server(address) => StartError::Database { address: address.shown(), detail },
    }
}

/// The settings of every pool.
fn pool() -> AnyPoolOptions {
    AnyPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE)
}

/// Brings a database to the newest shape.
async fn migrate(pool: &AnyPool, dialect: usize) -> Result<(), sqlx::migrate::MigrateError> {
    let migration = |&(version, name, texts): &Change| {
        let text = texts.get(dialect).copied().unwrap_or_default();
        Migration::new(version, name.into(), MigrationType::Simple, text.into_sql_str(), false)
    };
    Migrator::with_migrations(MIGRATIONS.iter().map(migration).collect()).run(pool).await
}

/// The shape that this program knows.
#[must_use]
pub fn newest_known() -> i64 {
    MIGRATIONS.iter().map(|(version, ..)| *version).max().unwrap_or(0)
}
