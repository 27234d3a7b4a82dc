//! Login: the backend is the broker between a terminal without a browser (RFC 8628) and an `OpenID` provider that knows
//! the person. It gives out tokens of its own, which are good for this backend only.
//! Imports `text` and `api`.

pub mod browser;
pub mod config;
pub mod device;
pub mod form;
mod grant;
pub mod id_token;
pub mod origin;
pub mod pages;
pub mod provider;
pub mod secrets;

use std::{collections::HashMap, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    middleware,
    response::Response,
    routing::{get, post},
};

use self::{config::LoginConfig, provider::Provider};
use super::{
    app::App,
    store::{Store, login::identity},
};
use crate::{
    api::{fault::Fault, path},
    text::{Texts, WRITTEN},
};

/// The largest form.
const LARGEST_FORM: usize = 16 << 10;

/// What a login needs.
#[derive(Debug, Clone)]
pub struct Broker(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: LoginConfig,
    /// Where browsers find this backend, without a slash at the end.
    base: String,
    provider: Provider,
    words: HashMap<&'static str, Texts>,
}

impl Broker {
    /// A broker whose backend listens at an address.
    ///
    /// # Errors
    /// What is wrong with the build or the HTTP library.
    pub fn new(config: LoginConfig, listening: &str) -> Result<Self, String> {
        let base = if config.base_url.is_empty() { listening } else { &config.base_url };
        let base = base.trim_end_matches('/').to_owned();
        let provider = Provider::new(config.clone(), format!("{base}{}", path::LOGIN_CALLBACK))?;
        let words = |code| Texts::wording(code).map(|texts| (code, texts)).map_err(|error| error.to_string());
        let words = WRITTEN.into_iter().map(words).collect::<Result<_, _>>()?;
        Ok(Self(Arc::new(Inner { config, base, provider, words })))
    }

    /// Notes the people of the configuration.
    ///
    /// # Errors
    /// A storage fault; and the person's id, for one who is somebody else at the provider already or not here at all.
    pub async fn know(&self, store: &Store) -> Result<Result<(), String>, Fault> {
        let mut tx = store.write().await?;
        let issuer = &self.0.config.provider.issuer;
        for known in &self.0.config.identity {
            let there = super::store::person::by_id(&mut tx, &known.person).await?.is_some();
            if !there || !identity::bind(&mut tx, issuer, &known.subject, &known.person, store.now()).await? {
                return Ok(Err(known.person.clone()));
            }
        }
        store.commit(tx).await.map(Ok)
    }

    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &LoginConfig {
        &self.0.config
    }

    fn base(&self) -> &str {
        &self.0.base
    }

    fn provider(&self) -> &Provider {
        &self.0.provider
    }

    fn words(&self) -> &HashMap<&'static str, Texts> {
        &self.0.words
    }
}

/// The routes that are not of our own making: forms in, and answers that the specifications shape. They are not there
/// where nobody can log in.
pub fn routes(app: &App) -> Router<App> {
    let Some(broker) = app.login.clone() else { return Router::new() };
    Router::new()
        .route(path::OAUTH_METADATA, get(device::metadata))
        .route(path::OAUTH_DEVICE, post(device::authorize))
        .route(path::OAUTH_TOKEN, post(device::token))
        .route(path::OAUTH_REVOKE, post(device::revoke))
        .route(path::LOGIN, get(browser::entry))
        .route(path::LOGIN_CODE, post(browser::code))
        .route(path::LOGIN_CALLBACK, get(browser::callback))
        .route(path::LOGIN_CONFIRM, get(browser::question).post(browser::answer))
        .route(path::LOGIN_STYLE, get(pages::style))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(middleware::from_fn_with_state(app.clone(), super::origin::remember))
        .layer(middleware::map_response_with_state(broker, apologise))
}

/// A page for the person in the place of a failure that has none.
async fn apologise(State(broker): State<Broker>, response: Response) -> Response {
    if response.extensions().get::<Fault>().is_none() {
        return response;
    }
    let page = pages::Pages::of(&broker, crate::text::DEFAULT_LANGUAGE);
    page.map_or(response, |pages| pages.trouble(pages::Trouble::Failed))
}

impl axum::extract::FromRequestParts<App> for Broker {
    type Rejection = axum::http::StatusCode;

    async fn from_request_parts(_parts: &mut axum::http::request::Parts, app: &App) -> Result<Self, Self::Rejection> {
        app.login.clone().ok_or(axum::http::StatusCode::NOT_FOUND)
    }
}
