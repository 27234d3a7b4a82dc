//! What is measured, in the text form that Prometheus reads: how many requests of which route came to what, and how long they
//! took; the outbox; open streams; the database's connections. No label holds a person, a unit or a case.
//! Imports nothing of the crate.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

use super::{app::App, me, store::health};
use crate::api::path;

/// The media type of the answer.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What a process has measured since its start.
#[derive(Debug)]
pub struct Metrics {
    begun: SystemTime,
    buckets: Vec<Duration>,
    requests: Mutex<BTreeMap<Route, Times>>,
    streams: Arc<AtomicU64>,
}

/// One kind of request and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    method: String,
    path: String,
    status: u16,
}

#[derive(Debug, Default)]
struct Times {
    /// How many came under each bound and not under the one before; the last is without a bound.
    counts: Vec<u64>,
    sum: Duration,
}

/// A stream that is open as long as this lives.
#[derive(Debug)]
pub struct OpenStream(Arc<AtomicU64>);

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    /// At the start of a process.
    #[must_use]
    pub fn new(buckets: Vec<Duration>) -> Self {
        Self { begun: SystemTime::now(), buckets, requests: Mutex::default(), streams: Arc::default() }
    }

    /// Counts a stream as open.
    #[must_use]
    pub fn stream(&self) -> OpenStream {
        self.streams.fetch_add(1, Ordering::Relaxed);
        OpenStream(Arc::clone(&self.streams))
    }

    /// Counts a request by the template of its route, never by its path.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        let key = Route { method: method.to_owned(), path: route.to_owned(), status };
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let times = requests.entry(key).or_default();
        times.counts.resize(self.buckets.len() + 1, 0);
        let place = self.buckets.partition_point(|bound| *bound < took);
        if let Some(count) = times.counts.get_mut(place) {
            *count += 1;
        }
        times.sum += took;
    }

    /// The requests as text.
    fn told(&self, out: &mut String) {
        head(out, "sfv_http_request_duration_seconds", "histogram", "How long requests took, by route and status.");
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        for (Route { method, path: route, status }, times) in &*requests {
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            let mut all = 0;
            let bounds = self.buckets.iter().map(|bound| bound.as_secs_f64().to_string()).chain(["+Inf".to_owned()]);
            for (bound, count) in bounds.zip(&times.counts) {
                all += count;
                let _ = writeln!(out, "sfv_http_request_duration_seconds_bucket{{{labels},le=\"{bound}\"}} {all}");
            }
            let _ = writeln!(out, "sfv_http_request_duration_seconds_sum{{{labels}}} {}", times.sum.as_secs_f64());
            let _ = writeln!(out, "sfv_http_request_duration_seconds_count{{{labels}}} {all}");
        }
    }
}

// Writing into a string cannot fail; what `writeln!` returns is dropped here and above.
fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn gauge(out: &mut String, name: &str, help: &str, value: impl std::fmt::Display) {
    head(out, name, "gauge", help);
    let _ = writeln!(out, "{name} {value}");
}

/// All measurements. A database that does not answer is a measurement too.
async fn metrics(State(app): State<App>) -> Response {
    let mut out = String::new();
    let metrics = &app.surroundings.metrics;
    let begun = metrics.begun.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    head(&mut out, "sfv_build_info", "gauge", "The version that runs.");
    let _ = writeln!(out, "sfv_build_info{{version=\"{}\"}} 1", env!("CARGO_PKG_VERSION"));
    gauge(&mut out, "sfv_start_time_seconds", "When the process was started, in seconds since 1970.", begun);
    let open = metrics.streams.load(Ordering::Relaxed);
    gauge(&mut out, "sfv_open_event_streams", "Streams of changes that are open.", open);
    let (size, idle) = app.store.connections();
    gauge(&mut out, "sfv_database_connections", "Connections to the database.", size);
    gauge(&mut out, "sfv_database_connections_idle", "Connections to the database that nobody uses now.", idle);
    let ready = app.store.is_ready().await;
    gauge(
        &mut out,
        "sfv_database_up",
        "Whether the database answers and has the shape of this version.",
        u8::from(ready),
    );
    if ready && let Ok(states) = app.store.outbox_states().await {
        outbox(&mut out, &states);
    }
    metrics.told(&mut out);
    (StatusCode::OK, [(header::CONTENT_TYPE, TEXT)], out).into_response()
}

fn outbox(out: &mut String, states: &[health::OutboxState]) {
    head(out, "sfv_outbox_deliveries", "gauge", "Deliveries that have not left, by state.");
    for state in states {
        let _ = writeln!(out, "sfv_outbox_deliveries{{state=\"{}\"}} {}", state.state, state.count);
    }
}

/// The service of those who watch: measurements, and whether the process is alive and ready.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/metrics", get(metrics))
        .route(path::HEALTHZ, get(me::healthz))
        .route(path::READYZ, get(me::ready))
        .layer(axum::middleware::from_fn_with_state(app.clone(), super::problem::render))
        .with_state(app)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_counts_each_request_in_every_bound_above_it() {
        let metrics = Metrics::new(vec![Duration::from_millis(10), Duration::from_millis(100)]);
        for milliseconds in [5, 10, 50, 500] {
            metrics.request("GET", "/v1/tasks/{reference}", 200, Duration::from_millis(milliseconds));
        }
        let mut out = String::new();
        metrics.told(&mut out);
        let labels = "method=\"GET\",route=\"/v1/tasks/{reference}\",status=\"200\"";
        for (bound, count) in [("0.01", 2), ("0.1", 3), ("+Inf", 4)] {
            let line = format!("sfv_http_request_duration_seconds_bucket{{{labels},le=\"{bound}\"}} {count}\n");
            assert!(out.contains(&line), "{out}");
        }
        assert!(out.contains(&format!("_sum{{{labels}}} 0.565\n")), "{out}");
    }

    #[test]
    fn a_stream_is_counted_until_it_ends() {
        let metrics = Metrics::new(Vec::new());
        let stream = metrics.stream();
        assert_eq!(metrics.streams.load(Ordering::Relaxed), 1);
        drop(stream);
        assert_eq!(metrics.streams.load(Ordering::Relaxed), 0);
    }
}
