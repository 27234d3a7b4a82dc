//! One answer from the wire: its body within bounds, its meaning, and every way in which it can be none.
//! Imports `api`.

use reqwest::{Response, StatusCode, header::CONTENT_TYPE};
use serde::de::DeserializeOwned;
use url::{Host, Url};

use super::backend::Answer;
use crate::api::fault::{Fault, FaultKind, Problem, Stored};

/// The largest body that is read.
const LARGEST: usize = 16 * 1024 * 1024;

/// Whether a request changes anything at the backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// It only reads: a lost answer is lost, nothing else.
    Reads,
    /// It writes: a lost answer leaves the outcome unknown.
    Writes,
}

impl Effect {
    /// The fault of a backend that did not answer at `address`.
    pub(super) fn lost(self, address: &str) -> Fault {
        let kind = if self == Self::Writes { FaultKind::Unknown } else { FaultKind::Away };
        Fault::new(kind).because(address)
    }

    /// The fault of an answer that makes no sense.
    fn garbled(self, why: impl Into<String>) -> Fault {
        let stored = if self == Self::Writes { Stored::Unknown } else { Stored::No };
        Fault { stored, ..Fault::new(FaultKind::Garbled).because(why) }
    }

    /// The fault of a request that did not get through.
    pub(super) fn failed(self, error: &reqwest::Error, address: &str) -> Fault {
        if error.is_connect() || error.is_builder() {
            return Fault::new(FaultKind::Away).because(address);
        }
        self.lost(address)
    }
}

/// True for an address on this machine: a proxy has no business there.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// What an answer says.
pub(super) async fn read<T: DeserializeOwned>(response: Response, effect: Effect, address: &str) -> Answer<T> {
    let status = response.status();
    let media = media_type(&response);
    let body = body(response, effect, address).await?;
    match media.as_str() {
        "application/json" if status.is_success() => {
            serde_json::from_slice(&body).map_err(|error| effect.garbled(error.to_string()))
        }
        "application/problem+json" if !status.is_success() => Err(problem(&body, effect)),
        _ if is_gateway(status) => Err(effect.lost(address)),
        _ => Err(effect.garbled(format!("{status}, {media}"))),
    }
}

/// A fault from its problem document.
fn problem(body: &[u8], effect: Effect) -> Fault {
    match serde_json::from_slice::<Problem>(body) {
        Ok(problem) => Fault {
            kind: problem.kind,
            stored: problem.stored,
            detail: problem.detail,
            refusals: problem.refusals,
            version: problem.version,
            state: problem.state,
            by: problem.by,
        },
        Err(error) => effect.garbled(error.to_string()),
    }
}

/// The media type without its parameters, lower case.
fn media_type(response: &Response) -> String {
    let header = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// True for what a gateway says when the backend behind it is away or slow.
fn is_gateway(status: StatusCode) -> bool {
    matches!(status, StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT)
}

/// The whole body, unpacked; one that does not end is given up.
async fn body(mut response: Response, effect: Effect, address: &str) -> Answer<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(part)) if whole.len() + part.len() > LARGEST => {
                return Err(effect.garbled(format!("> {LARGEST} byte")));
            }
            Ok(Some(part)) => whole.extend_from_slice(&part),
            Ok(None) => return Ok(whole),
            Err(_) => return Err(effect.lost(address)),
        }
    }
}
