//! The logins of the person who asks: listed, and revoked.
//! Imports `domain` and `api`.

use axum::{Json, extract::State};

use jiff::Timestamp;

use super::{
    app::App,
    caller::{Caller, Login},
    extract::Segment,
    login::config::seconds,
    problem::Answer,
    store::{
        Conn,
        login::{
            record,
            session::{self, LoginSession},
        },
    },
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        login::{SessionList, SessionView},
        path,
    },
    domain::{event::EventKind, person::Person},
};

/// The logins of the person who asks, the newest first.
#[utoipa::path(get, path = path::SESSIONS, responses((status = 200, body = SessionList)))]
pub async fn list(State(app): State<App>, Caller(person): Caller, login: Login) -> Answer<SessionList> {
    let mut conn = app.store.read().await?;
    Ok(Json(all(&app, &mut conn, &person, &login).await?))
}

/// Revokes one of the logins of the person who asks: its tokens are good for nothing from now on.
#[utoipa::path(delete, path = path::SESSION, params(("id" = String, Path)), responses((status = 200, body = SessionList)))]
pub async fn revoke(
    State(app): State<App>,
    Caller(person): Caller,
    login: Login,
    Segment(id): Segment,
) -> Answer<SessionList> {
    let mut tx = app.store.write().await?;
    let own = all(&app, &mut tx, &person, &login).await?;
    if !own.sessions.iter().any(|session| session.id == id) {
        return Err(Fault::new(FaultKind::NotFound).into());
    }
    let now = app.store.now();
    let ended = session::one(&mut tx, &id).await.map_err(Fault::from)?;
    let is_open = session::revoke(&mut tx, &id, now).await.map_err(Fault::from)?;
    if let Some(ended) = ended.filter(|_| is_open) {
        record::of(&mut tx, EventKind::LoginRevoked, &ended, now).await.map_err(Fault::from)?;
    }
    let left = all(&app, &mut tx, &person, &login).await?;
    app.store.commit(tx).await?;
    Ok(Json(left))
}

async fn all(app: &App, conn: &mut Conn, person: &Person, login: &Login) -> Result<SessionList, Fault> {
    let now = app.store.now();
    let remembered = app.login.as_ref().map_or(0, |login| login.config().times.remember_seconds);
    let current = login.0.as_ref().map(|open| open.session.id.as_str());
    let found = session::of(conn, &person.id, now - seconds(remembered)).await?;
    let sessions = found.iter().map(|found| view(found, current == Some(found.id.as_str()), now));
    Ok(SessionList { sessions: sessions.collect() })
}

/// A login as its person sees it.
pub(super) fn view(found: &LoginSession, current: bool, now: Timestamp) -> SessionView {
    SessionView {
        current,
        open: found.is_open(now),
        id: found.id.clone(),
        begun_at: found.begun_at,
        used_at: found.used_at,
        ends_at: found.ends_at,
        revoked_at: found.revoked_at,
        address: found.address.clone(),
        agent: found.agent.clone(),
        level: found.acr.clone(),
    }
}
