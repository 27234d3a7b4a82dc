//! What a request carries: reference, version seen, idempotency key, query and body; each failure is a problem document.
//! Imports `domain`, `text` and `api`.

use axum::{
    Json,
    extract::{
        FromRequest, FromRequestParts, Path, Query as AxumQuery, Request,
        rejection::{JsonRejection, QueryRejection},
    },
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{app::App, problem::Error};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        path,
    },
    domain::report::Reference,
    text::{Texts, clean},
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
        let number = value.trim().trim_start_matches("W/").trim_matches('"').trim_start_matches('v');
        let seen = number.parse().map_err(|_error| bad(app.store.texts(), "server-bad-if-match", &[]))?;
        Ok(Self(seen))
    }
}

/// The idempotency key of a decision.
#[derive(Debug, Clone, Copy)]
pub struct Key(pub Uuid);

impl FromRequestParts<App> for Key {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let key = header(&parts.headers, path::IDEMPOTENCY_KEY).and_then(|text| Uuid::parse_str(text.trim()).ok());
        Ok(Self(key.ok_or_else(|| bad(app.store.texts(), "server-bad-key", &[]))?))
    }
}

/// The query part of the address.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let AxumQuery(query) =
            AxumQuery::<T>::from_request_parts(parts, app).await.map_err(|rejection: QueryRejection| {
                bad(app.store.texts(), "server-bad-query", &[&rejection.body_text()])
            })?;
        Ok(Self(query))
    }
}

/// The body, which must be JSON.
#[derive(Debug, Clone)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let Json(body) =
            Json::<T>::from_request(request, app).await.map_err(|rejection| bad_body(app.store.texts(), &rejection))?;
        Ok(Self(body))
    }
}

fn bad_body(texts: &Texts, rejection: &JsonRejection) -> Fault {
    match rejection {
        JsonRejection::MissingJsonContentType(_) => bad(texts, "server-bad-media-type", &[]),
        other if other.status() == StatusCode::PAYLOAD_TOO_LARGE => Fault::new(FaultKind::TooLarge),
        other => bad(texts, "server-bad-body", &[&other.body_text()]),
    }
}

/// A request that is not of its form, in words.
#[must_use]
pub fn bad(texts: &Texts, id: &str, detail: &[&str]) -> Fault {
    let detail: String = clean::line(&detail.concat()).chars().take(300).collect();
    Fault::new(FaultKind::BadRequest).because(texts.with(id, &[("detail", &detail), ("given", &detail)]))
}

/// A header as text.
#[must_use]
pub fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
