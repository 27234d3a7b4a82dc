//! What stands round the service where it is served to others: TLS, proxies, limits, measurements.
//! Imports nothing of the crate.

use std::{net::SocketAddr, num::NonZeroU32, path::PathBuf, sync::Arc, time::Duration};

use super::{gate::Gate, metrics::Metrics, peer::Network};

/// How the service is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Serving {
    /// The certificate; without it the service speaks plain HTTP.
    pub tls: Option<TlsFiles>,
    /// Whether it may listen to others without TLS.
    pub plain: bool,
    /// Who may say where a request comes from.
    pub proxies: Vec<Network>,
    /// What is too much.
    pub limits: Limits,
    /// How long a stop waits for what is under way.
    pub patience: Duration,
    /// Where the measurements are shown.
    pub metrics: Option<SocketAddr>,
    /// The bounds of the histogram of answers.
    pub buckets: Vec<Duration>,
    /// Whether each request gets a line in the log.
    pub log_requests: bool,
}

/// The files of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate with those between it and the root.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// What is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest body in bytes.
    pub body: usize,
    /// How long the head of a request may take, and a connection be silent between two requests.
    pub header: Duration,
    /// How long an answer may take.
    pub answer: Duration,
    /// The most connections at once.
    pub connections: usize,
    /// Requests in a minute with one token.
    pub per_token: Option<NonZeroU32>,
    /// Requests in a minute from one address.
    pub per_address: Option<NonZeroU32>,
    /// Requests at once.
    pub burst: u32,
}

impl Default for Serving {
    /// For a backend that only its own machine asks.
    fn default() -> Self {
        Self {
            tls: None,
            plain: false,
            proxies: Vec::new(),
            limits: Limits::default(),
            patience: Duration::from_secs(5),
            metrics: None,
            buckets: Vec::new(),
            log_requests: false,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 1 << 20,
            header: Duration::from_mins(2),
            answer: Duration::from_secs(30),
            connections: 1024,
            per_token: None,
            per_address: None,
            burst: 400,
        }
    }
}

/// What every request passes by.
#[derive(Debug)]
pub struct Surroundings {
    /// How the service is served.
    pub serving: Serving,
    /// What was measured.
    pub metrics: Metrics,
    /// Who asks too often.
    pub gate: Gate,
}

impl Surroundings {
    /// At the start.
    #[must_use]
    pub fn new(serving: Serving) -> Arc<Self> {
        let metrics = Metrics::new(serving.buckets.clone());
        Arc::new(Self { gate: Gate::new(&serving.limits), metrics, serving })
    }
}
