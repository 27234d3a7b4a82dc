//! Where a request comes from, known to everything that is done for the request.
//! Imports nothing of the crate but the other end of a connection.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

use super::{app::App, peer};

tokio::task_local! {
    static ORIGIN: Option<String>;
}

/// The address that the request which is being answered came from; none outside of requests.
#[must_use]
pub fn current() -> Option<String> {
    ORIGIN.try_with(Clone::clone).ok().flatten()
}

/// The layer that remembers where a request comes from.
pub async fn remember(State(app): State<App>, request: Request, next: Next) -> Response {
    let origin = peer::of(request.extensions(), request.headers(), &app).to_string();
    ORIGIN.scope(Some(origin), next.run(request)).await
}
