//! What other processes store: everybody who waits in this one is woken within a second.
//! Imports nothing of the crate.

mod stir;

use std::{
    path::Path,
    time::{Duration, SystemTime},
};

use sqlx::{Executor as _, postgres::PgListener};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use self::stir::Stir;
use super::{Conn, Store, Tx, event, is_embedded, presence};
use crate::server::database::{Address, Database};

/// The name that processes call each other by.
const CHANNEL: &str = "sfv";
/// What is called when the reference data was amended.
const AMENDED: &str = "amended";
/// How long it takes until a database that went away is asked again.
const COME_BACK: Duration = Duration::from_secs(1);

/// Wakes those who wait when another process has stored something, until the backend stops.
pub async fn run(store: Store, database: Database, stopping: CancellationToken) {
    let watching = async {
        match &database {
            Database::File(path) => look(&store, path).await,
            Database::Server(address) => {
                let amended = Notify::new();
                tokio::join!(listen(&store, address, &amended), keep_up(&store, &amended));
            }
        }
    };
    tokio::select! {
        () = stopping.cancelled() => {}
        () = watching => {}
    }
}

/// Tells the other processes of a transaction that is about to be committed; the embedded database has no such call.
pub(super) async fn tell(tx: &mut Tx, own: Uuid) -> Result<(), sqlx::Error> {
    if is_embedded(tx) {
        return Ok(());
    }
    tx.execute(sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(own.to_string())).await?;
    Ok(())
}

/// Tells the other processes that the reference data is another one when a transaction is committed; the embedded database is
/// looked at instead.
///
/// # Errors
/// What the database says.
pub async fn tell_amended(tx: &mut Tx) -> Result<(), sqlx::Error> {
    if !is_embedded(tx) {
        tx.execute(sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(AMENDED)).await?;
    }
    Ok(())
}

/// A name for what a connection sees: as long as it is the same, so are the rows.
///
/// # Errors
/// What the database says.
pub async fn moment(conn: &mut Conn) -> Result<String, sqlx::Error> {
    if is_embedded(conn) {
        return event::newest(conn).await.map(|newest| newest.to_string());
    }
    super::row::text(&sqlx::query("select pg_current_snapshot()::text as moment").fetch_one(conn).await?, "moment")
}

/// The database is asked only when its files are other than they were; as long as nobody writes, nothing is done at all.
async fn look(store: &Store, path: &Path) {
    let mut last = None;
    let mut before = stamps(path);
    let mut doubt = true;
    let mut stir = Stir::of(path);
    loop {
        let now = stamps(path);
        let changed = now != before;
        if changed || doubt {
            ask(store, &mut last).await;
        }
        // Once more after a change: what was written while the database was asked may bear the same stamp.
        doubt = changed || last.is_none();
        before = now;
        stir.wait(doubt).await;
    }
}

/// When the file and the log of its changes were last written, and how long they are.
fn stamps(path: &Path) -> [Option<(SystemTime, u64)>; 2] {
    ["", "-wal"].map(|ending| {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        let about = Path::new(&file).metadata().ok()?;
        Some((about.modified().ok()?, about.len()))
    })
}

/// Wakes everybody when there is more than the last time.
async fn ask(store: &Store, last: &mut Option<(i64, String)>) {
    if let Ok(mut conn) = store.read().await
        && let Ok(newest) = event::newest(&mut conn).await
        && let Ok(watched) = presence::mark(&mut conn).await
        && let now = (newest, watched)
        && last.replace(now.clone()).is_none_or(|last| last != now)
    {
        drop(conn);
        if !store.renew().await {
            *last = None;
        }
        store.wake();
    }
}

/// Takes over what others have set each time it is called, and asks again until the database has answered.
async fn keep_up(store: &Store, amended: &Notify) {
    loop {
        amended.notified().await;
        while !store.renew().await {
            tokio::time::sleep(COME_BACK).await;
        }
        store.wake();
    }
}

/// Hears the others. A call may be lost while the line is down, so everybody looks when it is up again.
async fn listen(store: &Store, address: &Address, amended: &Notify) {
    let own = store.inner.id.to_string();
    loop {
        if let Ok(mut listener) = PgListener::connect(address.secret()).await
            && listener.listen(CHANNEL).await.is_ok()
        {
            amended.notify_one();
            store.wake();
            while let Ok(heard) = listener.try_recv().await {
                if heard.as_ref().is_none_or(|heard| heard.payload() == AMENDED) {
                    amended.notify_one();
                }
                if heard.is_none_or(|heard| heard.payload() != own) {
                    store.wake();
                }
            }
        }
        tokio::time::sleep(COME_BACK).await;
    }
}
