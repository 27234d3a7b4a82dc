//! The door of a backend: a code for the screen (RFC 8628), tokens for it, and their return.
//! Imports `api`.

use std::{fmt, pin::Pin, time::Duration};

use jiff::{SignedDuration, Timestamp};
use oauth2::{
    AsyncHttpClient, ClientId, DeviceAuthorizationUrl, DeviceCodeErrorResponseType, EndpointNotSet, EndpointSet,
    HttpRequest, HttpResponse, RefreshToken, RequestTokenError, StandardDeviceAuthorizationResponse,
    TokenResponse as _, TokenUrl,
    basic::{BasicClient, BasicErrorResponseType, BasicTokenResponse},
};
use reqwest::Client;
use uuid::Uuid;

use super::{LoginFault, file::Kept};
use crate::api::{
    fault::{Fault, FaultKind},
    login::{CLIENT_ID, DoorCode},
    path,
};

/// The largest answer that is read.
const LARGEST: usize = 64 << 10;
/// The longest wait between two questions while the backend is away.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

type Party = BasicClient<EndpointNotSet, EndpointSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// The door of a backend.
#[derive(Clone)]
pub struct Door {
    address: String,
    line: Line,
    party: Party,
}

impl fmt::Debug for Door {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Door").field("address", &self.address).finish_non_exhaustive()
    }
}

/// What the person is shown. The terminal's own secret in it does not show itself.
#[derive(Debug, Clone)]
pub struct Shown(StandardDeviceAuthorizationResponse);

impl Shown {
    /// The address to open.
    #[must_use]
    pub fn address(&self) -> String {
        self.0.verification_uri().to_string()
    }

    /// The address with the code in it.
    #[must_use]
    pub fn whole(&self) -> Option<&str> {
        self.0.verification_uri_complete().map(|uri| uri.secret().as_str())
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.0.user_code().secret()
    }

    /// How long the code lasts.
    #[must_use]
    pub fn lasts(&self) -> Duration {
        self.0.expires_in()
    }

    /// The same as plain data, without the terminal's secret.
    #[must_use]
    pub fn told(&self) -> DoorCode {
        DoorCode {
            address: self.address(),
            whole: self.whole().map(ToOwned::to_owned),
            code: self.code().to_owned(),
            lasts: SignedDuration::try_from(self.lasts()).unwrap_or_default(),
        }
    }
}

impl Door {
    /// The door of the backend at an address, asked by a client that follows no redirects.
    ///
    /// # Errors
    /// `Away` for an address that cannot be one.
    pub fn new(address: &str, client: Client) -> Result<Self, Fault> {
        let at = |path: &str| format!("{address}{path}");
        let bad = |error: oauth2::url::ParseError| Fault::new(FaultKind::Away).because(error.to_string());
        let party = BasicClient::new(ClientId::new(CLIENT_ID.to_owned()))
            .set_auth_type(oauth2::AuthType::RequestBody)
            .set_device_authorization_url(DeviceAuthorizationUrl::new(at(path::OAUTH_DEVICE)).map_err(bad)?)
            .set_token_uri(TokenUrl::new(at(path::OAUTH_TOKEN)).map_err(bad)?);
        Ok(Self { address: address.to_owned(), line: Line(client), party })
    }

    /// The backend's address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Asks for a code.
    ///
    /// # Errors
    /// [`LoginFault`].
    pub async fn knock(&self) -> Result<Shown, LoginFault> {
        let asked: Result<StandardDeviceAuthorizationResponse, _> =
            self.party.exchange_device_code().request_async(&self.line).await;
        asked.map(Shown).map_err(|error| match error {
            RequestTokenError::Request(fault) => fault,
            // A backend without a login answers as for every address it does not know.
            _ => LoginFault::NoLogin,
        })
    }

    /// Waits until the person has confirmed the code. It asks as often as the backend allows.
    ///
    /// # Errors
    /// [`LoginFault`].
    pub async fn wait(&self, shown: &Shown) -> Result<Kept, LoginFault> {
        let answer = self
            .party
            .exchange_device_access_token(&shown.0)
            .set_max_backoff_interval(LONGEST_WAIT)
            .request_async(&self.line, tokio::time::sleep, None)
            .await;
        match answer {
            Ok(tokens) => Ok(self.kept(&tokens, None)),
            Err(RequestTokenError::ServerResponse(said)) => Err(match said.error() {
                DeviceCodeErrorResponseType::AccessDenied => LoginFault::Denied,
                _ => LoginFault::Expired,
            }),
            Err(RequestTokenError::Request(fault)) => Err(fault),
            Err(RequestTokenError::Parse(error, _)) => {
                Err(Fault::new(FaultKind::Garbled).because(error.to_string()).into())
            }
            Err(RequestTokenError::Other(said)) => Err(Fault::new(FaultKind::Garbled).because(said).into()),
        }
    }

    /// The next pair of tokens.
    ///
    /// # Errors
    /// [`LoginFault::Expired`] when the login is over.
    pub async fn refresh(&self, token: &str) -> Result<Kept, LoginFault> {
        let spent = RefreshToken::new(token.to_owned());
        let answer = self.party.exchange_refresh_token(&spent).request_async(&self.line).await;
        match answer {
            Ok(tokens) => Ok(self.kept(&tokens, Some(token))),
            Err(RequestTokenError::ServerResponse(said)) => Err(match said.error() {
                BasicErrorResponseType::InvalidGrant => LoginFault::Expired,
                _ => Fault::new(FaultKind::Away).because(self.address.clone()).into(),
            }),
            Err(RequestTokenError::Request(fault)) => Err(fault),
            Err(_) => Err(Fault::new(FaultKind::Away).because(self.address.clone()).into()),
        }
    }

    /// Gives a login back: all its tokens are good for nothing afterwards.
    ///
    /// # Errors
    /// [`LoginFault`].
    pub async fn give_back(&self, kept: &Kept) -> Result<(), LoginFault> {
        let away = || LoginFault::from(Fault::new(FaultKind::Away).because(self.address.clone()));
        let fields = [("token", kept.refresh_token.as_str()), ("client_id", CLIENT_ID)];
        // The library gives a token back over TLS only, and the backend of a test is on loopback without.
        let request = self.line.0.post(format!("{}{}", self.address, path::OAUTH_REVOKE)).form(&fields);
        let answer = request.send().await.map_err(|_error| away())?;
        if answer.status().is_success() { Ok(()) } else { Err(away()) }
    }

    fn kept(&self, tokens: &BasicTokenResponse, before: Option<&str>) -> Kept {
        let refresh = tokens.refresh_token().map(|token| token.secret().as_str()).or(before);
        let lasts = tokens.expires_in().and_then(|lasts| SignedDuration::try_from(lasts).ok()).unwrap_or_default();
        Kept {
            server: self.address.clone(),
            access_token: tokens.access_token().secret().clone(),
            refresh_token: refresh.unwrap_or_default().to_owned(),
            until: Timestamp::now().saturating_add(lasts).unwrap_or(Timestamp::MAX),
            login: Uuid::new_v4().to_string(),
            person: String::new(),
        }
    }
}

/// The line on which the protocol's library asks.
#[derive(Clone)]
struct Line(Client);

impl<'c> AsyncHttpClient<'c> for Line {
    type Error = LoginFault;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, LoginFault>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let away = |error: reqwest::Error| {
                let host = error.url().and_then(url::Url::host_str).unwrap_or_default().to_owned();
                LoginFault::from(Fault::new(FaultKind::Away).because(host))
            };
            let mut response = self.0.execute(request.try_into().map_err(away)?).await.map_err(away)?;
            let mut answer = HttpResponse::new(Vec::new());
            *answer.status_mut() = response.status();
            *answer.headers_mut() = response.headers().clone();
            while let Some(part) = response.chunk().await.map_err(away)? {
                if answer.body().len() + part.len() > LARGEST {
                    return Err(Fault::new(FaultKind::Garbled).into());
                }
                answer.body_mut().extend_from_slice(&part);
            }
            if response.status() == reqwest::StatusCode::NOT_FOUND {
                return Err(LoginFault::NoLogin);
            }
            if response.status().is_server_error() || response.status() == reqwest::StatusCode::TOO_MANY_REQUESTS {
                return Err(Fault::new(FaultKind::Away).into());
            }
            Ok(answer)
        })
    }
}
