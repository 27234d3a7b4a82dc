//! The log of the shared backend, on the standard error stream; the one line on standard output is for the caller.
//! Imports `settings`.

use tracing_subscriber::{
    Layer as _,
    filter::{LevelFilter, Targets},
    layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

use crate::settings::service::Service;

/// Starts the log: as text, or one JSON object per line. Of other people's code only warnings are told.
pub(super) fn start(service: &Service) {
    let level = service.text("log.level").and_then(|level| level.parse().ok()).unwrap_or(LevelFilter::INFO);
    let own = env!("CARGO_CRATE_NAME");
    let filter = Targets::new().with_default(level.min(LevelFilter::WARN)).with_target(own, level);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    // Another log that is there already stays.
    let _there = if service.text("log.form") == Some("json") {
        let lines = lines.json().flatten_event(true).with_current_span(true).with_span_list(false);
        tracing_subscriber::registry().with(lines.with_filter(filter)).try_init()
    } else {
        tracing_subscriber::registry().with(lines.with_filter(filter)).try_init()
    };
}
