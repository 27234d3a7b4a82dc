//! Starting and stopping a backend.
//! Imports nothing of the crate but the clock.

use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::sync::{CancellationToken, DropGuard};

use super::{
    app::App,
    database::Database,
    listen::{self, Answering},
    login::{Broker, config::LoginConfig},
    metrics,
    outbox::{self, carrier::Carrier, ways::Ways},
    own::OwnData,
    private,
    rights::Rights,
    routes,
    serving::{Limits, Serving, Surroundings},
    start::StartError,
    store::{Setting, Store, others},
    tls::Tls,
    weighing,
};
use crate::clock::Clock;

/// How long a stop waits for the database to be left, after what was under way has ended or been given up.
const CLOSING: Duration = Duration::from_secs(2);

/// How a backend is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the data lie; a file is made where there is none.
    pub database: Database,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// A place that was taken there already: who asks there waits until the backend runs.
    pub taken: Option<Arc<std::net::TcpListener>>,
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
    /// How it is served to others.
    pub serving: Serving,
    /// How people log in; without it they have the tokens they are given.
    pub login: Option<LoginConfig>,
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
    /// Its certificate, where it has one.
    pub tls: Option<Tls>,
    /// Where its measurements are shown.
    pub metrics: Option<SocketAddr>,
    patience: Duration,
    login: Option<Broker>,
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
    let serving = options.serving;
    let tls = serving.tls.clone().map(Tls::read).transpose().map_err(|detail| StartError::Certificate { detail })?;
    let (patience, limits) = (serving.patience, serving.limits);
    private(options.listen, tls.is_some() || serving.plain)?;
    let watched = match serving.metrics {
        Some(address) => {
            private(address, serving.plain)?;
            Some(bind(address).await?)
        }
        None => None,
    };
    let store = Store::open(&options.database, setting).await?;
    let (listener, address) = match options.taken {
        Some(taken) => take_over(options.listen, &taken)?,
        None => bind(options.listen).await?,
    };
    let scheme = if tls.is_some() { "https" } else { "http" };
    let url = format!("{scheme}://{address}");
    let login = match options.login {
        Some(config) => Some(Broker::new(config, &url).map_err(|detail| StartError::BadData { detail })?),
        None => None,
    };
    let rights = Arc::new(Rights::embedded().map_err(|detail| StartError::BadData { detail })?);
    let stopping = CancellationToken::new();
    let surroundings = Surroundings::new(serving);
    let app = App { store: store.clone(), stopping: stopping.clone(), rights, surroundings, login: login.clone() };
    let answering = |router, tls, limits| Answering { router, tls, limits, stopping: stopping.clone() };
    let mut parts =
        vec![tokio::spawn(listen::serve(listener, answering(routes::router(app.clone()), tls.clone(), limits)))];
    parts.push(tokio::spawn(others::run(store.clone(), options.database, stopping.clone())));
    let metrics = watched.as_ref().map(|(_, address)| *address);
    if let Some((listener, _)) = watched {
        let watching = answering(metrics::router(app), None, Limits::default());
        parts.push(tokio::spawn(listen::serve(listener, watching)));
    }
    parts.push(tokio::spawn(weighing::run(store.clone(), stopping.clone())));
    if options.outbox_worker {
        if private::is_open_to_others(&options.outbox) {
            tracing::warn!("The folder that deliveries are written to can be read by others");
        }
        let carrier = Carrier::new(options.outbox, &options.ways)
            .map_err(|error| StartError::BadData { detail: format!("config/outbox.toml: {error}") })?;
        parts.push(tokio::spawn(outbox::run(store.clone(), carrier, stopping.clone())));
    }
    Ok(Running { url, store, tls, metrics, patience, login, stopping: stopping.drop_guard(), parts })
}

/// Takes an address; port 0 takes a free one.
async fn bind(address: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let cannot = |error: std::io::Error| StartError::Listen { address, detail: error.to_string() };
    let listener = TcpListener::bind(address).await.map_err(cannot)?;
    let taken = listener.local_addr().map_err(cannot)?;
    Ok((listener, taken))
}

/// Takes over a place that was taken already.
fn take_over(address: SocketAddr, taken: &std::net::TcpListener) -> Result<(TcpListener, SocketAddr), StartError> {
    let cannot = |error: std::io::Error| StartError::Listen { address, detail: error.to_string() };
    let listener = taken.try_clone().map_err(cannot)?;
    listener.set_nonblocking(true).map_err(cannot)?;
    let listener = TcpListener::from_std(listener).map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    Ok((listener, address))
}

/// Nobody else hears what goes over the wire, or it was said expressly that they may.
fn private(address: SocketAddr, allowed: bool) -> Result<(), StartError> {
    if allowed || address.ip().is_loopback() { Ok(()) } else { Err(StartError::OpenToAll { address }) }
}

impl Running {
    /// Notes who the people of the login's configuration are at the identity provider. They must be there already.
    ///
    /// # Errors
    /// [`StartError::BadData`] names a person who is not, or who is somebody else there.
    pub async fn know_people(&self) -> Result<(), StartError> {
        let Some(login) = &self.login else { return Ok(()) };
        let bad = |detail: String| StartError::BadData { detail };
        let known = login.know(&self.store).await.map_err(|fault| bad(fault.to_string()))?;
        known.map_err(|person| bad(format!("login: identity: {person}")))
    }

    /// Stops: no new requests, streams end, what is under way is finished, or given up when the time for it is over.
    pub async fn stop(self) {
        self.stopping.disarm().cancel();
        let over = tokio::time::Instant::now() + self.patience;
        for mut part in self.parts {
            if tokio::time::timeout_at(over, &mut part).await.is_err() {
                part.abort();
            }
        }
        // A statement that does not end holds up nothing: what was answered is on the disk.
        if tokio::time::timeout(CLOSING, self.store.close()).await.is_err() {
            tracing::warn!("The database was left while it was in use");
        }
    }
}
