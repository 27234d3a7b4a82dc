//! Who asks: the person behind the bearer token.
//! Imports `domain` and `api`.

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};

use super::{app::App, extract, problem::Error, store::person};
use crate::{
    api::fault::{Fault, FaultKind},
    domain::person::Person,
};

/// The person who asks.
#[derive(Debug, Clone)]
pub struct Caller(pub Person);

impl FromRequestParts<App> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        match parts.extensions.get::<Self>() {
            Some(known) => Ok(known.clone()),
            None => Self::find(parts, app).await,
        }
    }
}

impl Caller {
    /// Finds the person behind the token of a request.
    ///
    /// # Errors
    /// Not logged in; a storage fault.
    pub async fn find(parts: &Parts, app: &App) -> Result<Self, Error> {
        let unknown = || Fault::new(FaultKind::NotLoggedIn);
        let token = extract::header(&parts.headers, header::AUTHORIZATION.as_str())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or_else(unknown)?;
        let mut conn = app.store.read().await?;
        let found = person::by_token(&mut conn, token).await.map_err(Fault::from)?;
        Ok(Self(found.ok_or_else(unknown)?))
    }
}
