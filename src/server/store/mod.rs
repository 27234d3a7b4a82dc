//! What is stored: the database, and every SQL statement there is, one file per table.
//! Imports `domain`, `text` and `api`.

pub mod account;
pub mod amendment;
pub mod application;
pub mod audit;
pub mod backup;
pub mod batch;
pub mod carrying;
pub mod chain;
pub mod channel;
pub mod contact;
pub mod counts;
pub mod deadline;
pub mod decision;
pub mod delivery;
pub mod draft;
pub mod event;
pub mod extension;
mod failure;
pub mod health;
pub mod holder;
mod known;
pub mod letter;
pub mod login;
pub mod marks;
pub mod notice;
pub mod open;
pub mod others;
pub mod overview;
pub mod permission;
pub mod person;
pub mod place;
pub mod presence;
pub mod queue;
pub mod review;
mod row;
pub mod search;
pub mod sees;
mod sql;
pub mod staff;
pub mod standing;
pub mod task;
pub mod transfer;
pub mod version;
pub mod view;

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use jiff::Timestamp;
use sqlx::{Any, AnyConnection, AnyPool, Transaction};
use tokio::sync::watch;
use uuid::Uuid;

use self::known::Known;
use super::{
    batch_policies::BatchPolicies,
    database::Kind,
    flow::{audit::AuditNumbers, presence::PresenceNumbers, published::PublishedRules},
    own::OwnData,
    rules::Rules,
    seed::UnitChannel,
    tallies::Tallies,
};
use crate::{
    api::fault::Fault,
    clock::Clock,
    domain::{
        batch::BatchPolicy, burndown::Scale, office::OfficeId, period::PeriodId, person::Person, policy::Policy,
        register::Register, unit::UnitNo,
    },
    text::Texts,
};

/// One connection, inside a transaction or not.
pub type Conn = AnyConnection;

/// A transaction that is under way.
pub type Tx = Transaction<'static, Any>;

/// How a transaction to read in begins: all its statements see one moment.
const READING: [&str; 2] = ["begin", "begin isolation level repeatable read, read only"];
/// How a transaction to write in begins. It holds the one lock of those who write from its first statement, so what it
/// reads stays true, and events get their numbers in the order in which they become visible.
const WRITING: [&str; 2] = ["begin immediate", "begin; select pg_advisory_xact_lock(72637600)"];

/// True when a connection is one to the embedded database.
fn is_embedded(conn: &Conn) -> bool {
    conn.backend_name() == "SQLite"
}

/// What a backend is told at its start and never changes.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The clock.
    pub clock: Clock,
    /// The undo window in seconds.
    pub undo_seconds: u32,
    /// True when every figure is made up.
    pub demo: bool,
    /// The address that external applicants are forwarded to.
    pub bufdir_address: String,
    /// What stands in files of the office's own.
    pub own: OwnData,
    /// Where municipalities and applicants log in; it stands in every mail.
    pub portal: String,
    /// Whether the offices' own people are told by mail what came in.
    pub tells_staff: bool,
}

/// The database together with the reference data that gives its rows their meaning. A clone is the same store with the newest
/// reference data this process has heard of: each request sees one state of it from its beginning to its end.
#[derive(Debug)]
pub struct Store {
    inner: Arc<Inner>,
    known: Arc<Known>,
}

/// What is built in and is the same as long as the process lives.
#[derive(Debug)]
struct Fixed {
    texts: Texts,
    batches: BatchPolicies,
    policy: Policy,
    scale: Scale,
    audit: AuditNumbers,
    published: PublishedRules,
    presence: PresenceNumbers,
}

#[derive(Debug)]
struct Inner {
    pool: AnyPool,
    kind: Kind,
    fixed: Fixed,
    /// The reference data with what administrators have set, as it was read last.
    newest: RwLock<Arc<Known>>,
    setting: Setting,
    tallies: Tallies,
    changed: watch::Sender<u64>,
    /// What this process is called by the others.
    id: Uuid,
}

impl Store {
    fn new(pool: AnyPool, kind: Kind, fixed: Fixed, known: Known, setting: Setting) -> Self {
        let known = Arc::new(known);
        let inner = Arc::new(Inner {
            pool,
            kind,
            fixed,
            newest: RwLock::new(Arc::clone(&known)),
            setting,
            tallies: Tallies::default(),
            changed: watch::channel(0).0,
            id: Uuid::new_v4(),
        });
        Self { inner, known }
    }

    /// The reference data.
    #[must_use]
    pub fn register(&self) -> &Register {
        &self.known.register
    }

    /// The sentences of mail and of problem documents.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.inner.fixed.texts
    }

    /// The rules, their sentences, and what all units tell.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.known.rules
    }

    /// What the offices have decided about their work.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.inner.fixed.policy
    }

    /// What an office allows to be decided together.
    #[must_use]
    pub fn batch_policy(&self, office: &OfficeId) -> BatchPolicy {
        self.inner.fixed.batches.of(self.inner.setting.demo).with(&self.policy().of(office).batch)
    }

    /// The numbers of the countdown.
    #[must_use]
    pub fn scale(&self) -> &Scale {
        &self.inner.fixed.scale
    }

    /// What of the published figures is shown.
    #[must_use]
    pub fn published(&self) -> &PublishedRules {
        &self.inner.fixed.published
    }

    /// How long a look at a task lasts.
    #[must_use]
    pub fn presence(&self) -> PresenceNumbers {
        self.inner.fixed.presence
    }

    /// The numbers of the log.
    #[must_use]
    pub fn audit(&self) -> AuditNumbers {
        self.inner.fixed.audit
    }

    /// What the backend was told at its start.
    #[must_use]
    pub fn setting(&self) -> &Setting {
        &self.inner.setting
    }

    /// What the backend's clock shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.inner.setting.clock.now()
    }

    /// What this kind of database is told.
    fn told(&self, both: [&'static str; 2]) -> &'static str {
        let [embedded, server] = both;
        if self.inner.kind == Kind::Embedded { embedded } else { server }
    }

    /// A transaction to read in: however many statements a question takes, they all see the same moment.
    ///
    /// # Errors
    /// A storage fault when none is free in time.
    pub async fn read(&self) -> Result<Tx, Fault> {
        Ok(self.inner.pool.begin_with(self.told(READING)).await?)
    }

    /// A transaction to write in. It holds the only write lock from its start, so what it reads stays true.
    ///
    /// # Errors
    /// A storage fault when the database is locked or read-only.
    pub async fn write(&self) -> Result<Tx, Fault> {
        Ok(self.inner.pool.begin_with(self.told(WRITING)).await?)
    }

    /// Makes what was written durable, and wakes everybody who waits for changes.
    ///
    /// # Errors
    /// A storage fault; nothing of the transaction is stored then.
    pub async fn commit(&self, mut tx: Tx) -> Result<(), Fault> {
        others::tell(&mut tx, self.inner.id).await?;
        tx.commit().await?;
        self.wake();
        Ok(())
    }

    /// Makes durable what nobody waits for.
    ///
    /// # Errors
    /// A storage fault; nothing of the transaction is stored then.
    pub async fn commit_quietly(&self, tx: Tx) -> Result<(), Fault> {
        Ok(tx.commit().await?)
    }

    /// Wakes everybody who waits for changes.
    fn wake(&self) {
        self.inner.changed.send_modify(|count| *count += 1);
    }

    /// How many changes this process has made or heard of.
    #[must_use]
    pub fn commits(&self) -> u64 {
        *self.inner.changed.borrow()
    }

    /// How many tasks the views hold, as they were counted last.
    #[must_use]
    pub fn tallies(&self) -> &Tallies {
        &self.inner.tallies
    }

    /// Tells of every commit of this process.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.inner.changed.subscribe()
    }

    /// Adds a person, or changes the one with the same id, and gives them a token.
    ///
    /// # Errors
    /// A storage fault.
    pub async fn add_person(&self, person: &Person, token: &str) -> Result<(), Fault> {
        let mut tx = self.write().await?;
        person::add(&mut tx, person).await?;
        person::give_token(&mut tx, person, token).await?;
        self.commit(tx).await
    }

    /// When the newest event happened; none in an empty database.
    ///
    /// # Errors
    /// A storage fault.
    pub async fn latest_event(&self) -> Result<Option<Timestamp>, Fault> {
        Ok(event::latest(&mut *self.read().await?).await?)
    }

    /// Nobody looks at any case: for a database whose clock begins anew, where what was noted would seem to be of now.
    ///
    /// # Errors
    /// A storage fault.
    pub async fn forget_presence(&self) -> Result<(), Fault> {
        let mut tx = self.write().await?;
        presence::clear_all(&mut tx).await?;
        self.commit(tx).await
    }

    /// How units report in a period, without those on the default.
    ///
    /// # Errors
    /// A storage fault.
    pub async fn channels(&self, period: &PeriodId) -> Result<HashMap<UnitNo, UnitChannel>, Fault> {
        Ok(channel::all(&mut *self.read().await?, period).await?)
    }

    /// Waits for open reads and writes, and closes the database file.
    pub async fn close(&self) {
        self.inner.pool.close().await;
    }
}
