//! What a terminal asks: for a code (RFC 8628), for tokens (RFC 6749), and to have one revoked (RFC 7009).
//! Imports `domain` and `api`.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Request, State},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::{
    Broker,
    config::{Device, seconds},
    form::{Code, Fields, OAuthError, unkept},
    grant,
    origin::Origin,
    secrets,
};
use crate::{
    api::{
        fault::Fault,
        login::{CLIENT_ID, DEVICE_GRANT, REFRESH_GRANT},
        path,
    },
    domain::event::EventKind,
    server::{
        app::App,
        store::{
            Conn,
            login::{
                record,
                request::{self, DeviceRequest, Standing},
                session::{self, LoginSession, Refresh},
            },
        },
    },
};

type Answered = Result<Response, OAuthError>;

/// What a terminal is told to show (RFC 8628, section 3.2).
#[derive(Serialize)]
struct DeviceAnswer {
    device_code: String,
    user_code: String,
    verification_uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    verification_uri_complete: Option<String>,
    expires_in: u32,
    interval: u32,
}

/// Tokens (RFC 6749, section 5.1).
#[derive(Serialize)]
struct TokenAnswer {
    access_token: String,
    token_type: &'static str,
    expires_in: u32,
    refresh_token: String,
}

/// What this server can (RFC 8414).
#[derive(Serialize)]
struct Metadata {
    issuer: String,
    device_authorization_endpoint: String,
    token_endpoint: String,
    revocation_endpoint: String,
    grant_types_supported: [&'static str; 2],
    response_types_supported: [&'static str; 0],
    token_endpoint_auth_methods_supported: [&'static str; 1],
    ui_locales_supported: [&'static str; 3],
}

/// What this server can.
pub(super) async fn metadata(broker: Broker) -> Response {
    let at = |path: &str| format!("{}{path}", broker.base());
    Json(Metadata {
        issuer: broker.base().to_owned(),
        device_authorization_endpoint: at(path::OAUTH_DEVICE),
        token_endpoint: at(path::OAUTH_TOKEN),
        revocation_endpoint: at(path::OAUTH_REVOKE),
        grant_types_supported: [DEVICE_GRANT, REFRESH_GRANT],
        response_types_supported: [],
        token_endpoint_auth_methods_supported: ["none"],
        ui_locales_supported: crate::text::WRITTEN,
    })
    .into_response()
}

/// A terminal asks for a code.
pub(super) async fn authorize(State(app): State<App>, broker: Broker, request: Request) -> Answered {
    let (fields, origin) = read(&app, request).await?;
    client(&fields)?;
    let (config, now) = (broker.config(), app.store.now());
    let since = now - seconds(config.limits.window_seconds);
    let near = origin.neighbourhood();
    let mut tx = app.store.write().await?;
    request::sweep(&mut tx, since).await.map_err(Fault::from)?;
    session::forget(&mut tx, now - seconds(config.times.remember_seconds)).await.map_err(Fault::from)?;
    if request::tries(&mut tx, "request", &near, since).await.map_err(Fault::from)? >= config.limits.requests {
        return Err(OAuthError::too_many());
    }
    request::tried(&mut tx, "request", &near, since, now).await.map_err(Fault::from)?;
    app.store.commit(tx).await?;
    let (answer, code) = match config.provider.device {
        Device::Broker => own_code(&broker),
        Device::Provider => theirs(&broker).await?,
    };
    let waiting = DeviceRequest {
        device: secrets::hash(&answer.device_code),
        address: origin.address,
        agent: origin.agent,
        made_at: now,
        expires_at: now + seconds(answer.expires_in),
        wait_seconds: answer.interval,
        polled_at: None,
        state: Standing::Waiting,
        person: None,
        acr: None,
    };
    let mut tx = app.store.write().await?;
    request::add(&mut tx, &waiting, &code).await.map_err(Fault::from)?;
    app.store.commit(tx).await?;
    Ok(unkept(Json(answer).into_response()))
}

/// A code of our own, and how it is kept.
fn own_code(broker: &Broker) -> (DeviceAnswer, String) {
    let config = broker.config();
    let user_code = secrets::user_code(&config.codes);
    let verification_uri = format!("{}{}", broker.base(), path::LOGIN);
    let kept = secrets::hash(&secrets::plain_code(&user_code));
    let answer = DeviceAnswer {
        verification_uri_complete: Some(format!("{verification_uri}?user_code={user_code}")),
        device_code: secrets::fresh("device"),
        user_code,
        verification_uri,
        expires_in: config.times.device_seconds,
        interval: config.times.poll_seconds,
    };
    (answer, kept)
}

/// A code of the provider's. Nobody can write it on a page of ours: it is kept under a name that nobody can guess.
async fn theirs(broker: &Broker) -> Result<(DeviceAnswer, String), OAuthError> {
    let times = broker.config().times;
    let begun = broker.provider().begin_grant().await.map_err(|fault| {
        tracing::warn!(%fault, "The identity provider gave no code for a terminal");
        OAuthError::unavailable()
    })?;
    let answer = DeviceAnswer {
        device_code: grant::secret(&begun),
        user_code: begun.code,
        verification_uri: begun.address,
        verification_uri_complete: begun.whole,
        expires_in: begun.lasts.min(times.device_seconds),
        interval: begun.interval.max(times.poll_seconds),
    };
    Ok((answer, secrets::hash(&secrets::fresh("code"))))
}

/// A terminal asks for tokens.
pub(super) async fn token(State(app): State<App>, broker: Broker, request: Request) -> Answered {
    let (fields, origin) = read(&app, request).await?;
    let grant = fields.must("grant_type")?;
    if grant != DEVICE_GRANT && grant != REFRESH_GRANT {
        return Err(Code::UnsupportedGrantType.into());
    }
    client(&fields)?;
    if grant == DEVICE_GRANT
        && broker.config().provider.device == Device::Provider
        && let Some(code) = super::grant::ask(&app, &broker, fields.must("device_code")?).await?
    {
        return Err(code.into());
    }
    let mut tx = app.store.write().await?;
    let now = app.store.now();
    let outcome = if grant == DEVICE_GRANT {
        by_device(&mut tx, &broker, (fields.must("device_code")?, origin), now).await?
    } else {
        by_refresh(&mut tx, &broker, fields.must("refresh_token")?, now).await?
    };
    // What a refused request has changed, the waiting time or a revoked login, must stay.
    app.store.commit(tx).await?;
    Ok(unkept(Json(outcome?).into_response()))
}

/// A terminal gives a token back. One that is not known is as good as revoked.
pub(super) async fn revoke(State(app): State<App>, request: Request) -> Answered {
    let (fields, _) = read(&app, request).await?;
    client(&fields)?;
    let hash = secrets::hash(fields.must("token")?);
    let mut tx = app.store.write().await?;
    if let Some(id) = session::of_token(&mut tx, &hash).await.map_err(Fault::from)? {
        end(&mut tx, EventKind::LoggedOut, &id, app.store.now()).await?;
    }
    app.store.commit(tx).await?;
    Ok(unkept(().into_response()))
}

/// Ends a login and notes it; one that is over already is not noted again.
async fn end(conn: &mut Conn, kind: EventKind, id: &str, now: Timestamp) -> Result<(), Fault> {
    let login = session::one(conn, id).await?;
    if session::revoke(conn, id, now).await?
        && let Some(login) = login
    {
        record::of(conn, kind, &login, now).await?;
    }
    Ok(())
}

/// What the tokens are, or why there are none: the inner failure is kept together with what it changed.
type Outcome = Result<Result<TokenAnswer, OAuthError>, Fault>;

async fn by_device(conn: &mut Conn, broker: &Broker, (code, origin): (&str, Origin), now: Timestamp) -> Outcome {
    let refused = |code: Code| Ok(Err(code.into()));
    let Some(found) = request::by_device(conn, &secrets::hash(code)).await? else {
        return refused(Code::InvalidGrant);
    };
    match found.state {
        Standing::Used => return refused(Code::InvalidGrant),
        Standing::Denied => return refused(Code::AccessDenied),
        _ if found.expires_at <= now => return refused(Code::ExpiredToken),
        Standing::Waiting => {
            let next = found.polled_at.map(|at| at + seconds(found.wait_seconds));
            let soon = next.is_some_and(|next| now < next);
            let wait = found.wait_seconds + if soon { broker.config().times.slow_down_seconds } else { 0 };
            request::polled(conn, &found.device, now, wait).await?;
            return refused(if soon { Code::SlowDown } else { Code::AuthorizationPending });
        }
        Standing::Allowed => {}
    }
    let Some(person) = found.person else { return refused(Code::InvalidGrant) };
    if !request::take(conn, &found.device).await? {
        return refused(Code::InvalidGrant);
    }
    let login = LoginSession {
        id: Uuid::new_v4().to_string(),
        person,
        acr: found.acr,
        address: origin.address,
        agent: origin.agent,
        begun_at: now,
        used_at: now,
        ends_at: now + seconds(broker.config().times.session_seconds),
        revoked_at: None,
    };
    session::begin(conn, &login).await?;
    record::of(conn, EventKind::LoggedIn, &login, now).await?;
    Ok(Ok(give(conn, broker, &login, now).await?))
}

async fn by_refresh(conn: &mut Conn, broker: &Broker, token: &str, now: Timestamp) -> Outcome {
    let refused = || Ok(Err(Code::InvalidGrant.into()));
    match session::refresh(conn, &secrets::hash(token), now).await? {
        Refresh::Unknown => refused(),
        Refresh::Again(login) => {
            // Two have the same token, and nobody knows which of them is the person.
            tracing::warn!(session = %login.id, "A refresh token came a second time; its login is revoked");
            end(conn, EventKind::LoginEnded, &login.id, now).await?;
            refused()
        }
        Refresh::First(login) if !login.is_open(now) => refused(),
        Refresh::First(login) => {
            session::touch(conn, &login.id, now).await?;
            Ok(Ok(give(conn, broker, &login, now).await?))
        }
    }
}

/// Gives a login its next pair of tokens. No token outlasts the login.
async fn give(conn: &mut Conn, broker: &Broker, login: &LoginSession, now: Timestamp) -> Result<TokenAnswer, Fault> {
    let (access_token, refresh_token) = (secrets::fresh("access"), secrets::fresh("refresh"));
    let until = (now + seconds(broker.config().times.access_seconds)).min(login.ends_at);
    session::give(conn, &login.id, (&secrets::hash(&access_token), until), &secrets::hash(&refresh_token)).await?;
    let left = u32::try_from(until.duration_since(now).as_secs()).unwrap_or_default();
    Ok(TokenAnswer { access_token, token_type: "Bearer", expires_in: left, refresh_token })
}

/// The form of a request, and where it comes from.
async fn read(app: &App, request: Request) -> Result<(Fields, Origin), OAuthError> {
    let origin = Origin::of(request.headers(), request.extensions(), app);
    let headers = request.headers().clone();
    let body =
        <Bytes as FromRequest<()>>::from_request(request, &()).await.map_err(|_rejection| Code::InvalidRequest)?;
    Ok((Fields::read(&headers, &body)?, origin))
}

/// There is one kind of client, and it has no secret: what it may do depends on the person alone.
fn client(fields: &Fields) -> Result<(), Code> {
    if fields.must("client_id")? == CLIENT_ID { Ok(()) } else { Err(Code::InvalidClient) }
}
