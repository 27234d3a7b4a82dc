//! Where a request comes from: the other end of the connection, or what a trusted proxy says.
//! Imports nothing of the crate.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr},
    str::FromStr,
};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};

use super::app::App;

/// The header in which a proxy says for whom it asks.
const FORWARDED: &str = "x-forwarded-for";

/// The other end of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// Where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin(pub IpAddr);

/// An address, or all that begin alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

/// Text that is no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a network")]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.trim().parse().map_err(|_error| NoNetwork)?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(most), str::parse).map_err(|_error| NoNetwork)?;
        if prefix <= most { Ok(Self { address, prefix }) } else { Err(NoNetwork) }
    }
}

impl Network {
    /// True for an address of this network.
    #[must_use]
    pub fn holds(&self, other: IpAddr) -> bool {
        match (self.address, other.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let shift = 32 - u32::from(self.prefix);
                own.to_bits().checked_shr(shift) == other.to_bits().checked_shr(shift)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let shift = 128 - u32::from(self.prefix);
                own.to_bits().checked_shr(shift) == other.to_bits().checked_shr(shift)
            }
            _ => false,
        }
    }
}

/// Where a request comes from: the last address of the header that is no trusted proxy, if the other end is one.
///
/// A proxy adds the address it was asked from at the end; what stands before that is only what somebody claims.
#[must_use]
pub fn origin(peer: IpAddr, headers: &HeaderMap, proxies: &[Network]) -> IpAddr {
    let trusted = |address: IpAddr| proxies.iter().any(|network| network.holds(address));
    if !trusted(peer) {
        return peer;
    }
    let lines = headers.get_all(FORWARDED).iter().rev().filter_map(|line| line.to_str().ok());
    let mut last = peer;
    for claimed in lines.flat_map(|line| line.rsplit(',')) {
        let Ok(address) = claimed.trim().parse::<IpAddr>() else { return last };
        last = address;
        if !trusted(address) {
            break;
        }
    }
    last
}

/// Where the request of these parts comes from; loopback where nobody knows.
#[must_use]
pub fn of(extensions: &axum::http::Extensions, headers: &HeaderMap, app: &App) -> IpAddr {
    let peer = extensions.get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
    origin(peer.to_canonical(), headers, &app.surroundings.serving.proxies).to_canonical()
}

impl FromRequestParts<App> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self(of(&parts.extensions, &parts.headers, app)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(peer: &str, forwarded: &[&str], expected: &str) {
        let proxies: Vec<Network> =
            ["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"].iter().map(|text| text.parse().expect("a network")).collect();
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, line.parse().expect("a header"));
        }
        let found = origin(peer.parse().expect("an address"), &headers, &proxies);
        assert_eq!(found.to_string(), expected, "{peer} {forwarded:?}");
    }

    #[test]
    fn only_a_trusted_proxy_says_where_a_request_comes_from() {
        check("198.51.100.1", &["203.0.113.9"], "198.51.100.1");
        check("10.1.2.3", &["203.0.113.9"], "203.0.113.9");
        check("10.1.2.3", &["1.1.1.1, 203.0.113.9, 192.0.2.7"], "203.0.113.9");
        check("10.1.2.3", &["1.1.1.1", "203.0.113.9"], "203.0.113.9");
        check("10.1.2.3", &[], "10.1.2.3");
        check("10.1.2.3", &["tull"], "10.1.2.3");
        check("2001:db8::1", &["2001:db9::1"], "2001:db9::1");
        check("192.0.2.8", &["203.0.113.9"], "192.0.2.8");
    }

    #[test]
    fn a_network_is_an_address_with_a_length_that_fits() {
        for bad in ["", "10.0.0.0/33", "10.0.0/8", "2001:db8::/129", "a"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
        let all: Network = "0.0.0.0/0".parse().expect("a network");
        assert!(all.holds("203.0.113.9".parse().expect("an address")));
    }
}
