//! The identity provider: what it tells of itself, its keys, and the exchange of a code for an ID token.
//! Imports nothing of the crate. This file and `id_token.rs` are the only places of the server that ask somebody else.

pub mod grant;

use std::{
    pin::Pin,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use jsonwebtoken::jwk::JwkSet;
use oauth2::{
    AsyncHttpClient, AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields,
    EndpointNotSet, EndpointSet, ExtraTokenFields, HttpRequest, HttpResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError, Scope, StandardRevocableToken, StandardTokenIntrospectionResponse,
    StandardTokenResponse, TokenUrl,
    basic::{BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenType},
};
use reqwest::redirect;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tokio::sync::RwLock;
use url::Url;

use super::{
    config::LoginConfig,
    id_token::{self, BadToken, Claims, Wanted},
};

/// The largest answer that is read.
const LARGEST: usize = 1 << 20;
/// The keys are fetched anew for a key that is not known, but not more often than this.
const KEYS_AGAIN: Duration = Duration::from_secs(5);

/// Why the provider could not tell who a person is.
#[derive(Debug, thiserror::Error)]
pub enum ProviderFault {
    /// It does not answer, or not as it should.
    #[error("the identity provider: {0}")]
    Away(String),
    /// It does not take the code.
    #[error("the identity provider refuses the code: {0}")]
    Refused(String),
    /// Its ID token is not good enough.
    #[error("the ID token: {0}")]
    Token(#[from] BadToken),
}

impl ProviderFault {
    /// A word for the log of logins: what did not hold, and nothing of what was said.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Away(_) => "away".to_owned(),
            Self::Refused(_) => "code".to_owned(),
            Self::Token(bad) => bad.to_string(),
        }
    }
}

/// What a provider tells of itself.
#[derive(Debug, Clone, Deserialize)]
struct Metadata {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    device_authorization_endpoint: Option<String>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// What is known of the provider, and since when. It can be asked again at any time: it is no state.
#[derive(Debug, Clone)]
struct Known {
    metadata: Metadata,
    keys: JwkSet,
    at: Instant,
    keys_at: Instant,
}

/// What a browser takes along to the provider.
#[derive(Debug)]
pub struct Way {
    /// Where it goes.
    pub url: Url,
    /// What it brings back.
    pub state: String,
    /// What the ID token repeats.
    pub nonce: String,
    /// The secret of PKCE.
    pub verifier: String,
}

/// What a browser brings back.
#[derive(Debug)]
pub struct Back<'a> {
    /// The code.
    pub code: &'a str,
    /// What the ID token must repeat.
    pub nonce: &'a str,
    /// The secret of PKCE.
    pub verifier: &'a str,
    /// What time it is.
    pub now: Timestamp,
}

/// The token beside the others.
#[derive(Debug, Serialize, Deserialize)]
struct WithIdToken {
    id_token: Option<String>,
}

impl ExtraTokenFields for WithIdToken {}

type Answer = StandardTokenResponse<WithIdToken, BasicTokenType>;
type Party = Client<
    BasicErrorResponse,
    Answer,
    StandardTokenIntrospectionResponse<EmptyExtraTokenFields, BasicTokenType>,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// The identity provider.
#[derive(Debug)]
pub struct Provider {
    config: LoginConfig,
    redirect: String,
    http: reqwest::Client,
    known: RwLock<Option<Known>>,
}

impl Provider {
    /// The provider of a configuration; browsers come back to `redirect`.
    ///
    /// # Errors
    /// What the HTTP library says when it cannot be set up.
    pub fn new(config: LoginConfig, redirect: String) -> Result<Self, String> {
        let patience = Duration::from_secs(u64::from(config.times.answer_seconds));
        // A token endpoint that sends us on could send our secret to somebody else.
        let mut builder = reqwest::Client::builder().timeout(patience).redirect(redirect::Policy::none());
        if config.provider.issuer.starts_with("http:") {
            builder = builder.no_proxy();
        }
        let http = builder.build().map_err(|error| error.to_string())?;
        Ok(Self { config, redirect, http, known: RwLock::new(None) })
    }

    /// The way of a browser to the provider.
    ///
    /// # Errors
    /// [`ProviderFault::Away`].
    pub async fn way(&self, language: &str) -> Result<Way, ProviderFault> {
        let known = self.known(None).await?;
        let party = self.party(&known.metadata)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let nonce = super::secrets::fresh("nonce");
        let provider = &self.config.provider;
        let mut request = party
            .authorize_url(|| CsrfToken::new(super::secrets::fresh("state")))
            .set_pkce_challenge(challenge)
            .add_extra_param("nonce", &nonce)
            .add_extra_param("acr_values", provider.acr_values.join(" "))
            .add_extra_param("ui_locales", language);
        for scope in &provider.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        if !provider.prompt.is_empty() {
            request = request.add_extra_param("prompt", &provider.prompt);
        }
        let (url, state) = request.url();
        Ok(Way { url, state: state.secret().clone(), nonce, verifier: verifier.secret().clone() })
    }

    /// Where the browser is sent, and on to where: what a form's answer may lead to.
    pub async fn origins(&self) -> Vec<String> {
        let known = self.known(None).await.ok();
        let own = known.and_then(|known| Url::parse(&known.metadata.authorization_endpoint).ok());
        let own = own.map(|url| url.origin().ascii_serialization());
        let on = self.config.provider.leads_to.iter().filter_map(|address| Url::parse(address).ok());
        own.into_iter().chain(on.map(|url| url.origin().ascii_serialization())).collect()
    }

    /// True when an answer comes from this provider (RFC 9207).
    ///
    /// # Errors
    /// [`ProviderFault::Away`].
    pub async fn sent(&self, issuer: Option<&str>) -> Result<bool, ProviderFault> {
        let known = self.known(None).await?;
        Ok(match issuer {
            Some(issuer) => issuer == known.metadata.issuer,
            None => !known.metadata.authorization_response_iss_parameter_supported,
        })
    }

    /// Who a person is: exchanges the code, and reads the ID token.
    ///
    /// # Errors
    /// [`ProviderFault`].
    pub async fn who(&self, back: &Back<'_>) -> Result<Claims, ProviderFault> {
        let known = self.known(None).await?;
        let party = self.party(&known.metadata)?;
        let line = Line(self.http.clone());
        let answer = party
            .exchange_code(AuthorizationCode::new(back.code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(back.verifier.to_owned()))
            .request_async(&line)
            .await
            .map_err(|error| match error {
                RequestTokenError::ServerResponse(said) => ProviderFault::Refused(said.error().to_string()),
                RequestTokenError::Request(error) => ProviderFault::Away(error.to_string()),
                RequestTokenError::Parse(error, _) => ProviderFault::Away(error.to_string()),
                RequestTokenError::Other(said) => ProviderFault::Away(said),
            })?;
        self.believe(known, &answer, Some(back.nonce), back.now).await
    }

    /// Who a person is, by the ID token of an answer.
    async fn believe(
        &self,
        known: Known,
        answer: &Answer,
        nonce: Option<&str>,
        now: Timestamp,
    ) -> Result<Claims, ProviderFault> {
        let token = answer.extra_fields().id_token.as_deref().ok_or(BadToken::Missing)?;
        let kid = id_token::key_of(token, &self.config.provider.algorithms)?;
        let known = if known.keys.find(&kid).is_some() { known } else { self.known(Some(known.keys_at)).await? };
        let key = known.keys.find(&kid).ok_or(BadToken::Key)?;
        let wanted = Wanted {
            issuer: &self.config.provider.issuer,
            client: &self.config.provider.client_id,
            nonce,
            levels: &self.config.provider.acr_values,
            leeway: i64::from(self.config.times.leeway_seconds),
            now: now.as_second(),
        };
        Ok(id_token::judge(token, key, &wanted)?)
    }

    fn party(&self, metadata: &Metadata) -> Result<Party, ProviderFault> {
        let fault = |error: oauth2::url::ParseError| ProviderFault::Away(error.to_string());
        let mut party = Client::new(ClientId::new(self.config.provider.client_id.clone()))
            .set_auth_uri(AuthUrl::new(metadata.authorization_endpoint.clone()).map_err(fault)?)
            .set_token_uri(TokenUrl::new(metadata.token_endpoint.clone()).map_err(fault)?)
            .set_redirect_uri(RedirectUrl::new(self.redirect.clone()).map_err(fault)?);
        if let Some(secret) = self.config.secret.reveal() {
            party = party.set_client_secret(ClientSecret::new(secret.to_owned()));
        }
        Ok(party)
    }

    /// What is known of the provider; asked when it is old, or when its keys are as old as those that did not do.
    async fn known(&self, stale: Option<Instant>) -> Result<Known, ProviderFault> {
        let longest = Duration::from_secs(u64::from(self.config.times.metadata_seconds));
        let good = |known: &Known| match stale {
            Some(at) => known.keys_at > at || known.keys_at.elapsed() < KEYS_AGAIN,
            None => known.at.elapsed() < longest,
        };
        if let Some(known) = self.known.read().await.as_ref().filter(|known| good(known)) {
            return Ok(known.clone());
        }
        let mut place = self.known.write().await;
        if let Some(known) = place.as_ref().filter(|known| good(known)) {
            return Ok(known.clone());
        }
        let issuer = &self.config.provider.issuer;
        let metadata: Metadata =
            self.fetch(&format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'))).await?;
        if metadata.issuer != *issuer {
            return Err(ProviderFault::Away(format!("the issuer is called {}", metadata.issuer)));
        }
        let keys = self.fetch(&metadata.jwks_uri).await?;
        let now = Instant::now();
        let known = Known { metadata, keys, at: now, keys_at: now };
        *place = Some(known.clone());
        Ok(known)
    }

    async fn fetch<T: DeserializeOwned>(&self, address: &str) -> Result<T, ProviderFault> {
        let fault = |error: &dyn std::fmt::Display| ProviderFault::Away(format!("{address}: {error}"));
        let response = self.http.get(address).send().await.map_err(|error| fault(&error.without_url()))?;
        if !response.status().is_success() {
            return Err(fault(&response.status()));
        }
        let body = body(response).await.map_err(|error| fault(&error))?;
        serde_json::from_slice(&body).map_err(|error| fault(&error))
    }
}

/// The line on which the protocol's library asks.
struct Line(reqwest::Client);

impl<'c> AsyncHttpClient<'c> for Line {
    type Error = CallFault;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, CallFault>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let response = self.0.execute(request.try_into()?).await.map_err(reqwest::Error::without_url)?;
            let mut answer = HttpResponse::new(Vec::new());
            *answer.status_mut() = response.status();
            *answer.headers_mut() = response.headers().clone();
            *answer.body_mut() = body(response).await?;
            Ok(answer)
        })
    }
}

/// Why a request of the protocol's library has no answer.
#[derive(Debug, thiserror::Error)]
enum CallFault {
    /// It did not get through.
    #[error(transparent)]
    Http(#[from] reqwest::Error),
    /// It is too large.
    #[error("an answer of more than {LARGEST} bytes")]
    TooLarge,
}

/// A whole answer, within bounds.
async fn body(mut response: reqwest::Response) -> Result<Vec<u8>, CallFault> {
    let mut whole = Vec::new();
    while let Some(part) = response.chunk().await.map_err(reqwest::Error::without_url)? {
        if whole.len() + part.len() > LARGEST {
            return Err(CallFault::TooLarge);
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole)
}
