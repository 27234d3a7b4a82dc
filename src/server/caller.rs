//! Who asks: the person behind the bearer token, one of their own or that of a login.
//! Imports `domain` and `api`.

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use jiff::Timestamp;

use super::{
    app::App,
    extract,
    login::{config, secrets},
    problem::Error,
    store::{
        login::session::{self, LoginSession},
        person,
    },
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        path,
    },
    domain::{person::Person, reach},
};

/// What a person may ask before they have told how they are reached.
const BEFORE_REGISTRATION: [&str; 2] = [path::ME, path::SESSIONS];

/// The person who asks.
#[derive(Debug, Clone)]
pub struct Caller(pub Person);

/// The login by which the person asks; none for a token of their own.
#[derive(Debug, Clone)]
pub struct Login(pub Option<Open>);

/// A login that is open.
#[derive(Debug, Clone)]
pub struct Open {
    /// The login.
    pub session: LoginSession,
    /// Until when the token is good.
    pub until: Timestamp,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        Self::find(parts, app).await
    }
}

impl Caller {
    /// Finds the person behind the token of a request, and notes the login it belongs to.
    ///
    /// # Errors
    /// Not logged in, or not registered yet; a storage fault.
    pub async fn find(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let (person, login) = who(parts, app).await?;
        if login.is_some() && !reach::is_complete(&person) && !is_open(parts.uri.path()) {
            return Err(Fault::new(FaultKind::NotRegistered).into());
        }
        parts.extensions.insert(Login(login));
        Ok(Self(person))
    }
}

impl FromRequestParts<App> for Login {
    type Rejection = Error;

    /// Stands after [`Caller`] in a handler.
    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Error> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or(Self(None)))
    }
}

fn is_open(path: &str) -> bool {
    BEFORE_REGISTRATION.into_iter().any(|open| path == open || path.starts_with(&format!("{open}/")))
}

async fn who(parts: &Parts, app: &App) -> Result<(Person, Option<Open>), Error> {
    let unknown = || Fault::new(FaultKind::NotLoggedIn);
    let token = extract::header(&parts.headers, header::AUTHORIZATION.as_str())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .ok_or_else(unknown)?;
    let mut conn = app.store.read().await?;
    if let Some(person) = person::by_token(&mut conn, token).await.map_err(Fault::from)? {
        return Ok((person, None));
    }
    let now = app.store.now();
    let found = session::by_access(&mut conn, &secrets::hash(token), now).await.map_err(Fault::from)?;
    drop(conn);
    let (person, session, until) = found.ok_or_else(unknown)?;
    let often = app.login.as_ref().map_or(0, |login| login.config().times.touch_seconds);
    if session.used_at + config::seconds(often) < now {
        let mut tx = app.store.write().await?;
        session::touch(&mut tx, &session.id, now).await.map_err(Fault::from)?;
        app.store.commit(tx).await?;
    }
    Ok((person, Some(Open { session, until })))
}
