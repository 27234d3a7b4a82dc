//! Where a request comes from.
//! Imports `text`.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap, header},
};

use crate::text::clean;

/// How much of a program's own name is kept.
const LONGEST_AGENT: usize = 80;

/// Where a request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The address.
    pub address: String,
    /// The program.
    pub agent: String,
}

impl Origin {
    /// Where a request comes from. A header is believed only where the operator has named it, and of a list of addresses
    /// only the last one, which the own proxy added.
    #[must_use]
    pub fn of(headers: &HeaderMap, extensions: &Extensions, proxy_header: Option<&str>) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let told = proxy_header.and_then(|name| headers.get_all(name).iter().next_back()?.to_str().ok());
        let forwarded = told.and_then(|value| value.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
        let address = forwarded.or(peer);
        let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Self {
            address: address.map(|address| address.to_canonical().to_string()).unwrap_or_default(),
            agent: clean::line(agent).chars().take(LONGEST_AGENT).collect(),
        }
    }

    /// The neighbourhood of the address: whoever has one address of version 6 has as many as they want.
    #[must_use]
    pub fn neighbourhood(&self) -> String {
        match self.address.parse() {
            Ok(IpAddr::V6(address)) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
            _ => self.address.clone(),
        }
    }
}
