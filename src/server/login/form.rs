//! Requests of OAuth 2.0 (RFC 6749): a form in, JSON out, and its own codes for what is wrong.
//! Imports nothing of the crate.

use std::collections::BTreeMap;

use axum::{
    Json,
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::api::fault::{Fault, FaultKind};

/// What is wrong with a request, by its name in RFC 6749, 7009 or 8628.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the specifications'")]
pub enum Code {
    InvalidRequest,
    InvalidClient,
    InvalidGrant,
    UnsupportedGrantType,
    AuthorizationPending,
    SlowDown,
    ExpiredToken,
    AccessDenied,
    TemporarilyUnavailable,
    ServerError,
}

/// A failure on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OAuthError {
    status: StatusCode,
    code: Code,
}

impl From<Code> for OAuthError {
    fn from(code: Code) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code }
    }
}

impl From<Fault> for OAuthError {
    fn from(fault: Fault) -> Self {
        if fault.kind == FaultKind::Storage {
            return Self { status: StatusCode::SERVICE_UNAVAILABLE, code: Code::TemporarilyUnavailable };
        }
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, code: Code::ServerError }
    }
}

impl OAuthError {
    /// Somebody who is needed for the answer does not answer.
    #[must_use]
    pub fn unavailable() -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, code: Code::TemporarilyUnavailable }
    }

    /// Too many requests from one address.
    #[must_use]
    pub fn too_many() -> Self {
        Self { status: StatusCode::TOO_MANY_REQUESTS, code: Code::SlowDown }
    }
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        #[derive(Serialize)]
        struct Body {
            error: Code,
        }
        unkept((self.status, Json(Body { error: self.code })).into_response())
    }
}

/// An answer that nobody keeps.
#[must_use]
pub fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
    response
}

/// The fields of a form. One that stands twice, or a body that is no form, is none of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// Reads a body.
    ///
    /// # Errors
    /// [`Code::InvalidRequest`].
    pub fn read(headers: &HeaderMap, body: &Bytes) -> Result<Self, Code> {
        let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let media = media.split(';').next().unwrap_or_default().trim();
        if !media.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Code::InvalidRequest);
        }
        Self::parse(body)
    }

    /// Reads the text of a form or of a query.
    ///
    /// # Errors
    /// [`Code::InvalidRequest`].
    pub fn parse(text: &[u8]) -> Result<Self, Code> {
        let mut fields = BTreeMap::new();
        for (name, value) in url::form_urlencoded::parse(text) {
            if fields.insert(name.into_owned(), value.into_owned()).is_some() {
                return Err(Code::InvalidRequest);
            }
        }
        Ok(Self(fields))
    }

    /// A field; a blank one is as good as none (RFC 6749, section 3.2).
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A field that must be there.
    ///
    /// # Errors
    /// [`Code::InvalidRequest`].
    pub fn must(&self, name: &str) -> Result<&str, Code> {
        self.get(name).ok_or(Code::InvalidRequest)
    }
}
