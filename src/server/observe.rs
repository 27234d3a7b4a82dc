//! One line in the log and one measurement per request: its number, the template of its route, status and time. Never the path
//! itself, which may hold a case, and never who asked.
//! Imports nothing of the crate.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    http::HeaderValue,
    middleware::Next,
    response::Response,
};
use tracing::Instrument as _;
use uuid::Uuid;

use super::app::App;

/// The header with the number of a request.
pub const REQUEST_ID: &str = "x-request-id";

/// The layer round everything else.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = Uuid::now_v7();
    let route = request.extensions().get::<MatchedPath>().map_or("other", MatchedPath::as_str).to_owned();
    let method = plain(request.method());
    let span = tracing::info_span!("request", %id, method, route);
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    let took = begun.elapsed();
    let status = response.status().as_u16();
    app.surroundings.metrics.request(method, &route, status, took);
    if app.surroundings.serving.log_requests {
        let _within = span.enter();
        tracing::info!(status, ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX), "Answered");
    }
    response
}

/// The name of a method; anybody can invent others, and they must not fill the memory.
fn plain(method: &axum::http::Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "PATCH" => "PATCH",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
