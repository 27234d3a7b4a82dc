//! A browser's way: the code, the identity provider and back, the question, the answer.
//! Imports `text` and `api`.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use jiff::Timestamp;
use url::Url;

use super::{
    Broker,
    config::seconds,
    form::Fields,
    id_token::{BadToken, Claims},
    origin::Origin,
    pages::{Pages, Question, Trouble, guarded},
    provider::{Back, ProviderFault},
    secrets,
};
use crate::{
    api::{fault::Fault, path},
    domain::person::Person,
    server::{
        app::App,
        problem::Error,
        reader,
        store::{
            Conn,
            login::{
                identity, record,
                request::{self, DeviceRequest, Standing},
                visit::{self, Visit},
            },
            person,
        },
    },
};

type Answered = Result<Response, Error>;

/// A request of a browser.
struct Visitor {
    /// The secret of its cookie; a new one where it has none.
    secret: String,
    /// Whether the cookie must be set.
    is_new: bool,
    /// The language of its pages.
    language: String,
    /// The fields of the query or of the form.
    fields: Fields,
    /// Where it comes from.
    origin: Origin,
    /// Whether the browser says that the request comes from one of our own pages.
    from_us: bool,
}

impl Visitor {
    async fn read(app: &App, broker: &Broker, request: Request) -> Option<Self> {
        let origin = Origin::of(request.headers(), request.extensions(), app);
        let headers = request.headers().clone();
        let fields = if request.method() == axum::http::Method::POST {
            let body = <Bytes as FromRequest<()>>::from_request(request, &()).await.ok()?;
            Fields::read(&headers, &body).ok()?
        } else {
            Fields::parse(request.uri().query().unwrap_or_default().as_bytes()).ok()?
        };
        let found = cookie(&headers, cookie_name(broker));
        let language = fields.get("lang").map_or_else(|| reader::wanted(&headers).to_owned(), str::to_owned);
        Some(Self {
            is_new: found.is_none(),
            secret: found.unwrap_or_else(|| secrets::fresh("browser")),
            language,
            from_us: comes_from(broker, &headers),
            fields,
            origin,
        })
    }

    /// How the browser is kept in the store.
    fn mark(&self) -> String {
        secrets::hash(&self.secret)
    }

    /// The proof that a form was given to this very browser.
    fn proof(&self, purpose: &str) -> String {
        secrets::hash(&format!("{purpose} {}", self.secret))
    }

    fn has_proof(&self, purpose: &str) -> bool {
        let given = self.fields.get("proof").unwrap_or_default();
        !self.is_new && self.from_us && secrets::same(given, &self.proof(purpose))
    }

    /// An answer with the browser's cookie.
    fn with_cookie(&self, broker: &Broker, mut response: Response) -> Response {
        if self.is_new {
            let secure = if is_secure(broker) { "; Secure" } else { "" };
            let cookie = format!("{}={}; Path=/; HttpOnly; SameSite=Lax{secure}", cookie_name(broker), self.secret);
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
        }
        response
    }
}

/// The purposes of proofs: one for each form.
const ENTRY: &str = "entry";

/// The page for the code.
pub(super) async fn entry(State(app): State<App>, broker: Broker, request: Request) -> Answered {
    let Some(visitor) = Visitor::read(&app, &broker, request).await else { return Ok(bare()) };
    let Some(pages) = Pages::of(&broker, &visitor.language) else { return Ok(bare()) };
    let code = visitor.fields.get("user_code").unwrap_or_default();
    let code: String =
        code.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').take(40).collect();
    let page = pages.entry((&code, &visitor.proof(ENTRY)), false, &broker.provider().origins().await);
    Ok(visitor.with_cookie(&broker, page))
}

/// The code from that page: the browser goes on to the provider.
pub(super) async fn code(State(app): State<App>, broker: Broker, request: Request) -> Answered {
    let Some(visitor) = Visitor::read(&app, &broker, request).await else { return Ok(bare()) };
    let Some(pages) = Pages::of(&broker, &visitor.language) else { return Ok(bare()) };
    if !visitor.has_proof(ENTRY) {
        return Ok(pages.trouble(Trouble::Forged));
    }
    let plain = secrets::plain_code(visitor.fields.get("user_code").unwrap_or_default());
    let found = match look_up(&app, &broker, &visitor.origin, &plain).await? {
        Ok(found) => found,
        Err(Some(trouble)) => return Ok(pages.trouble(trouble)),
        Err(None) => {
            let origins = broker.provider().origins().await;
            let given = visitor.fields.get("user_code").unwrap_or_default();
            let given: String = given.chars().take(40).collect();
            return Ok(pages.entry((&given, &visitor.proof(ENTRY)), true, &origins));
        }
    };
    let way = match broker.provider().way(&visitor.language).await {
        Ok(way) => way,
        Err(fault) => return Ok(pages.trouble(told(&fault))),
    };
    let began = Visit {
        id: secrets::hash(&way.state),
        device: found.device,
        browser: visitor.mark(),
        nonce: way.nonce,
        verifier: way.verifier,
        shown_code: grouped(&plain),
        language: visitor.language,
        person: None,
        acr: None,
        expires_at: app.store.now() + seconds(broker.config().times.visit_seconds),
    };
    let mut tx = app.store.write().await?;
    visit::add(&mut tx, &began).await.map_err(Fault::from)?;
    app.store.commit(tx).await?;
    Ok(guarded(Redirect::to(way.url.as_str()).into_response(), &[]))
}

/// The terminal that waits with a code; without one, what to tell, or that the code is wrong.
type Found = Result<DeviceRequest, Option<Trouble>>;

async fn look_up(app: &App, broker: &Broker, origin: &Origin, plain: &str) -> Result<Found, Fault> {
    let (limits, now) = (broker.config().limits, app.store.now());
    let (near, since) = (origin.neighbourhood(), now - seconds(limits.window_seconds));
    let mut tx = app.store.write().await?;
    if request::tries(&mut tx, "code", &near, since).await? >= limits.wrong_codes {
        return Ok(Err(Some(Trouble::Limited)));
    }
    let found = request::by_code(&mut tx, &secrets::hash(plain)).await?;
    let found = found.filter(|found| found.state == Standing::Waiting && found.expires_at > now);
    if found.is_none() {
        request::tried(&mut tx, "code", &near, since, now).await?;
        app.store.commit(tx).await?;
    }
    Ok(found.ok_or(None))
}

/// The browser comes back.
pub(super) async fn callback(State(app): State<App>, broker: Broker, request: Request) -> Answered {
    let Some(visitor) = Visitor::read(&app, &broker, request).await else { return Ok(bare()) };
    let id = visitor.fields.get("state").map(secrets::hash).unwrap_or_default();
    let now = app.store.now();
    let mut tx = app.store.write().await?;
    let began = visit::take(&mut tx, &id, &visitor.mark(), now).await.map_err(Fault::from)?;
    app.store.commit(tx).await?;
    let language = began.as_ref().map_or_else(|| visitor.language.clone(), |began| began.language.clone());
    let Some(pages) = Pages::of(&broker, &language) else { return Ok(bare()) };
    let Some(began) = began else { return Ok(pages.trouble(Trouble::State)) };
    let claims = match who(&broker, &visitor.fields, &began, now).await {
        Ok(claims) => claims,
        Err((trouble, why)) => {
            if trouble != Trouble::Away {
                let mut tx = app.store.write().await?;
                record::refused(&mut tx, None, &why, now).await.map_err(Fault::from)?;
                app.store.commit(tx).await?;
            }
            return Ok(pages.trouble(trouble));
        }
    };
    let mut tx = app.store.write().await?;
    let Some(person) = known(&mut tx, &broker, &claims, now).await? else {
        record::refused(&mut tx, None, "person", now).await.map_err(Fault::from)?;
        app.store.commit(tx).await?;
        return Ok(pages.trouble(Trouble::Unknown));
    };
    let level = claims.acr.unwrap_or_default();
    visit::arrived(&mut tx, &began.id, &person.id, &level).await.map_err(Fault::from)?;
    app.store.commit(tx).await?;
    // The code of the provider does not stay in the address of a page.
    let on = format!("{}?visit={}", path::LOGIN_CONFIRM, began.id);
    Ok(guarded(Redirect::to(&on).into_response(), &[]))
}

/// Who comes back, if the provider says so; else what the person is told, and a word for the log.
async fn who(broker: &Broker, fields: &Fields, began: &Visit, now: Timestamp) -> Result<Claims, (Trouble, String)> {
    let provider = broker.provider();
    let failed = |fault: ProviderFault| (told(&fault), fault.word());
    if !provider.sent(fields.get("iss")).await.map_err(failed)? {
        tracing::warn!("An answer came from another issuer");
        return Err((Trouble::Token, "issuer".to_owned()));
    }
    if let Some(error) = fields.get("error") {
        tracing::info!(error = %crate::text::clean::line(error), "The identity provider did not let somebody in");
        let cancelled = error == "access_denied";
        let trouble = if cancelled { Trouble::Cancelled } else { Trouble::Token };
        return Err((trouble, if cancelled { "cancelled" } else { "provider" }.to_owned()));
    }
    let code = fields.get("code").ok_or_else(|| (Trouble::Token, "code".to_owned()))?;
    let back = Back { code, nonce: &began.nonce, verifier: &began.verifier, now };
    provider.who(&back).await.map_err(failed)
}

/// The person of an ID token: known by the subject, or the first time by a verified and registered address.
pub(super) async fn known(
    conn: &mut Conn,
    broker: &Broker,
    claims: &Claims,
    now: Timestamp,
) -> Result<Option<Person>, Fault> {
    let provider = &broker.config().provider;
    if let Some(person) = identity::find(conn, &provider.issuer, &claims.sub).await? {
        return Ok(Some(person));
    }
    let email = claims.email.as_deref().filter(|_| provider.first_by_email && claims.email_verified);
    let Some(email) = email else { return Ok(None) };
    let Some(person) = identity::invited(conn, email).await? else { return Ok(None) };
    let is_theirs = identity::bind(conn, &provider.issuer, &claims.sub, &person.id, now).await?;
    Ok(Some(person).filter(|_| is_theirs))
}

/// The question whether the code is the person's.
pub(super) async fn question(State(app): State<App>, broker: Broker, request: Request) -> Answered {
    let Some(visitor) = Visitor::read(&app, &broker, request).await else { return Ok(bare()) };
    let now = app.store.now();
    let mut tx = app.store.read().await?;
    let id = visitor.fields.get("visit").unwrap_or_default();
    let visit = visit::confirming(&mut tx, id, &visitor.mark(), now).await.map_err(Fault::from)?;
    let chosen = visitor.fields.get("lang").map(str::to_owned);
    let language = chosen.or_else(|| visit.as_ref().map(|visit| visit.language.clone())).unwrap_or_default();
    let Some(pages) = Pages::of(&broker, &language) else { return Ok(bare()) };
    let Some(visit) = visit else { return Ok(pages.trouble(Trouble::State)) };
    let waiting = request::by_device(&mut tx, &visit.device).await.map_err(Fault::from)?;
    let waiting = waiting.filter(|waiting| waiting.state == Standing::Waiting && waiting.expires_at > now);
    let person = person::by_id(&mut tx, visit.person.as_deref().unwrap_or_default()).await.map_err(Fault::from)?;
    let (Some(waiting), Some(person)) = (waiting, person) else { return Ok(pages.trouble(Trouble::Over)) };
    Ok(pages.question(&Question {
        visit: &visit.id,
        proof: &visitor.proof(&visit.id),
        code: &visit.shown_code,
        person: &person.name,
        asked: waiting.made_at,
        address: &waiting.address,
        agent: &waiting.agent,
    }))
}

/// The person's answer.
pub(super) async fn answer(State(app): State<App>, broker: Broker, request: Request) -> Answered {
    let Some(visitor) = Visitor::read(&app, &broker, request).await else { return Ok(bare()) };
    let (now, id) = (app.store.now(), visitor.fields.get("visit").unwrap_or_default());
    let Some(pages) = Pages::of(&broker, &visitor.language) else { return Ok(bare()) };
    if !visitor.has_proof(id) {
        return Ok(pages.trouble(Trouble::Forged));
    }
    let mut tx = app.store.write().await?;
    let visit = visit::confirming(&mut tx, id, &visitor.mark(), now).await.map_err(Fault::from)?;
    let Some(visit) = visit else { return Ok(pages.trouble(Trouble::State)) };
    let pages = Pages::of(&broker, &visit.language).unwrap_or(pages);
    let state = match visitor.fields.get("answer") {
        Some("yes") => Standing::Allowed,
        Some("no") => Standing::Denied,
        _ => return Ok(pages.trouble(Trouble::State)),
    };
    if !visit::finish(&mut tx, &visit.id).await.map_err(Fault::from)? {
        return Ok(pages.trouble(Trouble::State));
    }
    let person = visit.person.as_deref();
    let answer = (state, person, visit.acr.as_deref());
    let in_time = request::answer(&mut tx, &visit.device, answer, now).await.map_err(Fault::from)?;
    if in_time && state == Standing::Denied {
        record::refused(&mut tx, person, "denied", now).await.map_err(Fault::from)?;
    }
    app.store.commit(tx).await?;
    Ok(if in_time { pages.end(state == Standing::Allowed) } else { pages.trouble(Trouble::Over) })
}

/// What a person is told of a failure of the provider; the rest is for the log.
fn told(fault: &ProviderFault) -> Trouble {
    tracing::warn!(%fault, "A login did not succeed");
    match fault {
        ProviderFault::Away(_) => Trouble::Away,
        ProviderFault::Token(BadToken::Level) => Trouble::Level,
        ProviderFault::Refused(_) | ProviderFault::Token(_) => Trouble::Token,
    }
}

/// A request that is not of its form.
fn bare() -> Response {
    guarded(StatusCode::BAD_REQUEST.into_response(), &[])
}

/// A code as it stands in the terminal.
fn grouped(plain: &str) -> String {
    let letters: Vec<char> = plain.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

fn is_secure(broker: &Broker) -> bool {
    broker.base().starts_with("https:")
}

/// The cookie's name. The prefix makes browsers refuse one that somebody beside us has set.
fn cookie_name(broker: &Broker) -> &'static str {
    if is_secure(broker) { "__Host-sfv-login" } else { "sfv-login" }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let value = pairs.into_iter().find(|(found, _)| *found == name).map(|(_, value)| value.to_owned());
    value.filter(|value| !value.is_empty() && value.len() < 200)
}

/// Whether a browser says that a request comes from one of our own pages. An old one that says nothing has the proof
/// alone.
fn comes_from(broker: &Broker, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let own = Url::parse(broker.base()).map(|url| url.origin().ascii_serialization()).unwrap_or_default();
    let origin = text("origin").is_none_or(|origin| origin == own);
    origin && text("sec-fetch-site").is_none_or(|site| site == "same-origin")
}
