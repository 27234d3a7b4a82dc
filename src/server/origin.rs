//! Where a request comes from: the address of the program that sent it, known to everything that is done for the request.
//! Imports nothing of the crate.

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::Response,
};

use super::{app::App, extract};

/// The longest address that is kept: IPv6 with an IPv4 ending needs 45 characters.
const LONGEST: usize = 45;

tokio::task_local! {
    static ORIGIN: Option<String>;
}

/// The address that the request which is being answered came from; none outside of requests.
#[must_use]
pub fn current() -> Option<String> {
    ORIGIN.try_with(Clone::clone).ok().flatten()
}

/// The layer that remembers where a request comes from. A header is believed only where the operator has named it, and
/// of a list of addresses only the last one, which the own proxy added.
pub async fn remember(State(app): State<App>, request: Request, next: Next) -> Response {
    let told = app.store.setting().own.proxy_header.as_deref();
    let told =
        told.and_then(|name| extract::header(request.headers(), name)).and_then(|value| value.rsplit(',').next());
    let address = |text: &str| text.trim().parse::<std::net::IpAddr>().ok().map(|address| address.to_string());
    let peer = || {
        let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
        Some(peer.ip().to_canonical().to_string())
    };
    let origin = told.and_then(address).or_else(peer).map(|text| text.chars().take(LONGEST).collect());
    ORIGIN.scope(origin, next.run(request)).await
}
