//! Handing an approved report over to the directorate's system, which answers with a receipt.
//! Imports `domain`.

use std::time::Duration;

use reqwest::{Client, StatusCode, redirect};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use url::Url;

use super::carrier::Trip;
use crate::{
    api::path,
    domain::delivery::{Miss, Receipt},
    text::clean,
};

/// The longest answer that is read.
const LONGEST_ANSWER: usize = 64 * 1024;
/// How long it takes at most to reach the system.
const CONNECT: Duration = Duration::from_secs(10);

/// The way to the directorate's system.
#[derive(Clone)]
pub struct HandOver {
    client: Client,
    address: Url,
    token: String,
}

impl std::fmt::Debug for HandOver {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "HandOver({})", self.address)
    }
}

impl HandOver {
    /// The way to an address, as the one whom a token names; where there are certificates, only they are trusted.
    ///
    /// # Errors
    /// What the HTTP library says.
    pub fn new(address: Url, token: String, trusted: Option<&[u8]>) -> Result<Self, reqwest::Error> {
        let builder = Client::builder().redirect(redirect::Policy::none()).connect_timeout(CONNECT);
        let builder = match trusted {
            Some(pem) => builder.tls_certs_only(reqwest::Certificate::from_pem_bundle(pem)?),
            None => builder,
        };
        Ok(Self { client: builder.build()?, address, token })
    }

    /// Gives a report under its key. The same key may be used again: the answer is the same receipt.
    pub(super) async fn give(&self, key: &str, report: &Value) -> Result<Receipt, Trip> {
        let content = serde_json::to_vec(report).map_err(|error| Trip::failed(Miss::Other, error.to_string()))?;
        let hash = format!("{:x}", Sha256::digest(&content));
        let request = self
            .client
            .post(self.address.clone())
            .bearer_auth(&self.token)
            .header(reqwest::header::CONTENT_TYPE, "application/json")
            .header(path::IDEMPOTENCY_KEY, key)
            .body(content);
        let response = request.send().await.map_err(|error| broken(&error))?;
        let status = response.status();
        let answer = read(response).await?;
        if !status.is_success() {
            return Err(Trip::failed(miss_of(status), said(status, &answer)));
        }
        let receipt: Receipt = serde_json::from_slice(&answer)
            .map_err(|error| Trip::failed(Miss::Other, format!("{} {error}", status.as_u16())))?;
        if !receipt.sha256.eq_ignore_ascii_case(&hash) {
            // A receipt for something else is none.
            return Err(Trip::failed(Miss::Other, format!("sha256 {} ≠ {hash}", receipt.sha256)));
        }
        let id = clean::line(&receipt.id).chars().take(100).collect();
        Ok(Receipt { id, received_at: receipt.received_at, sha256: hash })
    }
}

/// What an answer without a receipt means.
fn miss_of(status: StatusCode) -> Miss {
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::PROXY_AUTHENTICATION_REQUIRED => Miss::Login,
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => Miss::Busy,
        status if status.is_server_error() => Miss::Busy,
        status if status.is_client_error() => Miss::Rejected,
        _ => Miss::Other,
    }
}

/// What the system said: the detail of a problem document, else the beginning of the text.
fn said(status: StatusCode, answer: &[u8]) -> String {
    let text = String::from_utf8_lossy(answer);
    let detail = serde_json::from_slice::<Value>(answer).ok();
    let detail = detail.as_ref().and_then(|problem| problem.get("detail")).and_then(Value::as_str);
    format!("{} {}", status.as_u16(), detail.unwrap_or(&text))
}

/// Why there was no answer.
fn broken(error: &reqwest::Error) -> Trip {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        said = inner.to_string();
        if said.contains("certificate") {
            return Trip::failed(Miss::Certificate, said);
        }
        cause = inner.source();
    }
    // Where nobody was reached nothing was taken; after that nobody knows.
    Trip::failed(if error.is_connect() { Miss::Away } else { Miss::Silent }, said)
}

async fn read(mut response: reqwest::Response) -> Result<Vec<u8>, Trip> {
    let mut answer = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|error| broken(&error))? {
        answer.extend_from_slice(&part);
        if answer.len() > LONGEST_ANSWER {
            return Err(Trip::failed(Miss::Other, format!("> {LONGEST_ANSWER} B")));
        }
    }
    Ok(answer)
}
