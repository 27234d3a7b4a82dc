//! Where a request comes from.
//! Imports `text`.

use std::net::IpAddr;

use axum::http::{Extensions, HeaderMap, header};

use crate::{
    server::{app::App, peer},
    text::clean,
};

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
    /// Where a request comes from.
    #[must_use]
    pub fn of(headers: &HeaderMap, extensions: &Extensions, app: &App) -> Self {
        let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Self {
            address: peer::of(extensions, headers, app).to_string(),
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
