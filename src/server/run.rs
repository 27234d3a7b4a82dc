//! Starting and stopping a backend.
//! Imports nothing of the crate but the clock.

use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::sync::{CancellationToken, DropGuard};

use super::{
    app::App,
    database::Database,
    outbox::{self, carrier::Carrier, ways::Ways},
    own::OwnData,
    rights::Rights,
    routes,
    start::StartError,
    store::{Setting, Store, others},
    weighing,
};
use crate::clock::Clock;

/// How long a stop waits for requests and deliveries that are under way.
const PATIENCE_AT_STOP: Duration = Duration::from_secs(5);

/// How a backend is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the data lie; a file is made where there is none.
    pub database: Database,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The folder that deliveries are written to.
    pub outbox: PathBuf,
    /// The clock.
    pub clock: Clock,
    /// The undo window in seconds.
    pub undo_seconds: u32,
    /// True when every figure is made up.
    pub demo: bool,
    /// The address that external applicants are forwarded to.
    pub bufdir_address: String,
    /// Whether this process delivers what is in the outbox.
    pub outbox_worker: bool,
    /// What stands in files of the office's own.
    pub own: OwnData,
    /// How deliveries leave; by default as files.
    pub ways: Ways,
}

/// A backend that runs. It stops when this is dropped; [`Running::stop`] waits for what is under way.
#[derive(Debug)]
pub struct Running {
    /// Where it answers, without a slash at the end.
    pub url: String,
    /// Its store.
    pub store: Store,
    stopping: DropGuard,
    parts: Vec<JoinHandle<()>>,
}

/// Starts a backend: the database is opened, the address taken, and the outbox worker set to work.
///
/// # Errors
/// [`StartError`] tells why not.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let setting = Setting {
        clock: options.clock,
        undo_seconds: options.undo_seconds,
        demo: options.demo,
        bufdir_address: options.bufdir_address,
        own: options.own,
        portal: options.ways.portal(),
        tells_staff: options.ways.tells_staff,
    };
    let store = Store::open(&options.database, setting).await?;
    let cannot = |error: std::io::Error| StartError::Listen { address: options.listen, detail: error.to_string() };
    let listener = TcpListener::bind(options.listen).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    let rights = Rights::embedded().map_err(|detail| StartError::BadData { detail })?;
    let (stopping, rights) = (CancellationToken::new(), Arc::new(rights));
    let mut parts =
        vec![tokio::spawn(serve(listener, App { store: store.clone(), stopping: stopping.clone(), rights }))];
    parts.push(tokio::spawn(others::run(store.clone(), options.database, stopping.clone())));
    parts.push(tokio::spawn(weighing::run(store.clone(), stopping.clone())));
    if options.outbox_worker {
        let carrier = Carrier::new(options.outbox, &options.ways)
            .map_err(|error| StartError::BadData { detail: format!("config/outbox.toml: {error}") })?;
        parts.push(tokio::spawn(outbox::run(store.clone(), carrier, stopping.clone())));
    }
    Ok(Running { url: format!("http://{address}"), store, stopping: stopping.drop_guard(), parts })
}

impl Running {
    /// Stops: no new requests, streams end, what is under way is finished or given up after a few seconds.
    pub async fn stop(self) {
        self.stopping.disarm().cancel();
        for mut part in self.parts {
            if tokio::time::timeout(PATIENCE_AT_STOP, &mut part).await.is_err() {
                part.abort();
            }
        }
        self.store.close().await;
    }
}

async fn serve(listener: TcpListener, app: App) {
    let stopping = app.stopping.clone();
    let router = routes::router(app);
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopping.cancelled_owned()).await {
        tracing::error!(%error, "The backend stopped listening");
    }
}
