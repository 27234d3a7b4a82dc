//! What a request carries: reference, version seen, idempotency key, query and body; each failure is a problem document.
//! Imports `domain`, `text` and `api`.

use axum::{
    Json,
    body::{Bytes, HttpBody as _},
    extract::{
        FromRequest, FromRequestParts, Path, Query as AxumQuery, Request,
        rejection::{BytesRejection, JsonRejection, QueryRejection},
    },
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use super::{app::App, problem::Error, reader};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        path,
    },
    domain::report::Reference,
    text::{Texts, clean, foreign},
};

/// The reference in the path.
#[derive(Debug, Clone)]
pub struct Case(pub Reference);

impl FromRequestParts<App> for Case {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let text: String = Segment::from_request_parts(parts, app).await?.0;
        let unknown = |refusal| Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotFound) };
        Ok(Self(text.parse().map_err(unknown)?))
    }
}

/// The one segment of the path that is not fixed, as text.
#[derive(Debug, Clone)]
pub struct Segment(pub String);

impl FromRequestParts<App> for Segment {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Path(text) = Path::<String>::from_request_parts(parts, app)
            .await
            .map_err(|_rejection| Fault::new(FaultKind::NotFound))?;
        if text.contains('\0') {
            return Err(Fault::new(FaultKind::NotFound).into());
        }
        Ok(Self(text))
    }
}

/// The version that was seen, from `If-Match`.
#[derive(Debug, Clone, Copy)]
pub struct Seen(pub u32);

impl FromRequestParts<App> for Seen {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let value =
            header(&parts.headers, header::IF_MATCH.as_str()).ok_or_else(|| Fault::new(FaultKind::VersionMissing))?;
        Ok(Self(version(value.trim()).ok_or_else(|| bad(reader::texts(&app.store), "server-bad-if-match", &[]))?))
    }
}

/// The version that an entity tag names: `"v3"` and nothing like it, since a case is decided on it.
fn version(tag: &str) -> Option<u32> {
    let number = tag.strip_prefix("\"v")?.strip_suffix('"')?;
    let plain = number.bytes().all(|digit| digit.is_ascii_digit()) && !number.starts_with('0');
    number.parse().ok().filter(|_| plain)
}

/// The idempotency key of a decision.
#[derive(Debug, Clone, Copy)]
pub struct Key(pub Uuid);

impl FromRequestParts<App> for Key {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let key = header(&parts.headers, path::IDEMPOTENCY_KEY).and_then(|text| Uuid::parse_str(text.trim()).ok());
        Ok(Self(key.ok_or_else(|| bad(reader::texts(&app.store), "server-bad-key", &[]))?))
    }
}

/// The idempotency key of a request that may also come without one, as programs that know of none send it.
#[derive(Debug, Clone, Copy)]
pub struct MaybeKey(pub Option<Uuid>);

impl FromRequestParts<App> for MaybeKey {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        if !parts.headers.contains_key(path::IDEMPOTENCY_KEY) {
            return Ok(Self(None));
        }
        Key::from_request_parts(parts, app).await.map(|Key(key)| Self(Some(key)))
    }
}

/// The query part of the address. The letter with the number zero, which no database keeps, is read as a blank.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let uri = parts.uri.to_string().replace("%00", "%20").parse().unwrap_or_else(|_| parts.uri.clone());
        let AxumQuery(query) = AxumQuery::<T>::try_from_uri(&uri).map_err(|rejection: QueryRejection| {
            bad(reader::texts(&app.store), "server-bad-query", &[&rejection.body_text()])
        })?;
        Ok(Self(query))
    }
}

/// The body, which must be JSON, without the letter that has the number zero: no database keeps it.
#[derive(Debug, Clone)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let texts = reader::texts(&app.store);
        let is_json = request.headers().get(header::CONTENT_TYPE).is_some_and(is_json);
        if !is_json {
            return Err(bad(texts, "server-bad-media-type", &[]).into());
        }
        // What says itself that it is too large is not waited for.
        let limit = u64::try_from(app.surroundings.serving.limits.body).unwrap_or(u64::MAX);
        if request.body().size_hint().lower() > limit {
            return Err(Fault::new(FaultKind::TooLarge).into());
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|rejection| bad_bytes(texts, &rejection))?;
        // A list would be read as the fields of an object in their order.
        if bytes.trim_ascii_start().starts_with(b"[") {
            return Err(bad(texts, "server-not-an-object", &[]).into());
        }
        let Json(body) = Json::<T>::from_bytes(&bytes).map_err(|rejection| bad_body(texts, &rejection))?;
        if bytes.windows(ZERO.len()).any(|part| part == ZERO) && holds_zero(&bytes) {
            return Err(bad(texts, "server-zero-letter", &[]).into());
        }
        Ok(Self(body))
    }
}

/// How the letter with the number zero is written in JSON.
const ZERO: &[u8] = b"\\u0000";

/// True when a text of a document holds the letter with the number zero; it may also be two strokes and a number.
fn holds_zero(document: &[u8]) -> bool {
    fn in_value(value: &Value) -> bool {
        match value {
            Value::String(text) => text.contains('\0'),
            Value::Array(values) => values.iter().any(in_value),
            Value::Object(fields) => fields.iter().any(|(key, value)| key.contains('\0') || in_value(value)),
            _ => false,
        }
    }
    serde_json::from_slice(document).is_ok_and(|value| in_value(&value))
}

/// True for JSON and for what is built on it.
fn is_json(kind: &HeaderValue) -> bool {
    let kind = kind.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

fn bad_bytes(texts: &Texts, rejection: &BytesRejection) -> Fault {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Fault::new(FaultKind::TooLarge);
    }
    bad(texts, "server-bad-body", &[&rejection.body_text()])
}

fn bad_body(texts: &Texts, rejection: &JsonRejection) -> Fault {
    bad(texts, "server-bad-body", &[&rejection.body_text()])
}

/// A request that is not of its form, in words.
#[must_use]
pub fn bad(texts: &Texts, id: &str, detail: &[&str]) -> Fault {
    let given: String = clean::line(&detail.concat()).chars().take(300).collect();
    let told = if given.is_empty() { String::new() } else { foreign::say(texts, &given) };
    Fault::new(FaultKind::BadRequest).because(texts.with(id, &[("detail", &told), ("given", &given)]))
}

/// A header as text.
#[must_use]
pub fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
