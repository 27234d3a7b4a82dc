//! The device grant of a provider that has one itself (RFC 8628): begun for a terminal, and asked about once whenever the
//! terminal asks.
//! Imports nothing of the crate.

use std::time::Duration;

use jiff::Timestamp;
use oauth2::{
    DeviceAuthorizationUrl, DeviceCodeErrorResponseType, RequestTokenError, Scope, StandardDeviceAuthorizationResponse,
};
use serde_json::json;

use super::{Claims, Line, Metadata, Provider, ProviderFault};

/// How long a grant is said to last while the library asks once: it must only be longer than that.
const LONG_ENOUGH: u32 = 600;

/// What a provider says that is busy, or not well, just now (RFC 6749 § 4.1.2.1): it is asked again.
const PASSING: [&str; 2] = ["temporarily_unavailable", "server_error"];

/// What the provider gives a terminal to show.
#[derive(Debug)]
pub struct Begun {
    /// The provider's own secret for this terminal.
    pub secret: String,
    /// The code.
    pub code: String,
    /// The address.
    pub address: String,
    /// The address with the code in it.
    pub whole: Option<String>,
    /// How long it lasts, in seconds.
    pub lasts: u32,
    /// How long to wait between two questions, in seconds.
    pub interval: u32,
}

/// How a grant stands.
#[derive(Debug)]
pub enum Stand {
    /// The person has not said anything yet.
    Pending,
    /// The same, and it must be asked less often.
    SlowDown,
    /// The person, or the provider, said no.
    Denied,
    /// It is over.
    Expired,
    /// The person is known, by an ID token that holds.
    Known(Claims),
}

impl Provider {
    /// Begins a grant.
    ///
    /// # Errors
    /// [`ProviderFault::Away`], also for a provider without the grant.
    pub async fn begin_grant(&self) -> Result<Begun, ProviderFault> {
        let known = self.known(None).await?;
        let party = self.party(&known.metadata)?.set_device_authorization_url(endpoint(&known.metadata)?);
        let provider = &self.config.provider;
        let mut request = party.exchange_device_code().add_extra_param("acr_values", provider.acr_values.join(" "));
        for scope in &provider.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        let line = Line(self.http.clone());
        let told: StandardDeviceAuthorizationResponse =
            request.request_async(&line).await.map_err(|error| ProviderFault::Away(error.to_string()))?;
        let seconds = |time: Duration| u32::try_from(time.as_secs()).unwrap_or(u32::MAX);
        Ok(Begun {
            secret: told.device_code().secret().clone(),
            code: told.user_code().secret().clone(),
            address: told.verification_uri().to_string(),
            whole: told.verification_uri_complete().map(|whole| whole.secret().clone()),
            lasts: seconds(told.expires_in()),
            interval: seconds(told.interval()),
        })
    }

    /// Asks once how a grant stands that is asked about every `interval` seconds. A nonce has no place in this grant;
    /// everything else of the ID token must hold.
    ///
    /// # Errors
    /// [`ProviderFault`].
    pub async fn ask_grant(&self, secret: &str, interval: u32, now: Timestamp) -> Result<Stand, ProviderFault> {
        let away = |error: &dyn std::fmt::Display| ProviderFault::Away(error.to_string());
        let known = self.known(None).await?;
        let party = self.party(&known.metadata)?.set_device_authorization_url(endpoint(&known.metadata)?);
        let grant: StandardDeviceAuthorizationResponse = serde_json::from_value(json!({
            "device_code": secret, "user_code": "-", "verification_uri": self.config.provider.issuer,
            "expires_in": LONG_ENOUGH, "interval": interval,
        }))
        .map_err(|error| away(&error))?;
        // The library would ask until there is an answer: it is the terminal that waits, and not this request.
        let (wants, mut wanted) = tokio::sync::mpsc::unbounded_channel();
        let wait = move |longer: Duration| {
            // When nobody listens any more, the answer has come.
            wants.send(longer).ok();
            std::future::pending::<()>()
        };
        let line = Line(self.http.clone());
        let asking = party.exchange_device_access_token(&grant).request_async(&line, wait, None);
        let answer = tokio::select! {
            answer = asking => answer,
            Some(longer) = wanted.recv() => {
                let slower = longer > Duration::from_secs(u64::from(interval));
                return Ok(if slower { Stand::SlowDown } else { Stand::Pending });
            }
        };
        match answer {
            Ok(answer) => self.believe(known, &answer, None, now).await.map(Stand::Known),
            Err(RequestTokenError::ServerResponse(said)) => match said.error() {
                DeviceCodeErrorResponseType::AccessDenied => Ok(Stand::Denied),
                DeviceCodeErrorResponseType::ExpiredToken => Ok(Stand::Expired),
                other => Err(refused(other.as_ref())),
            },
            Err(error) => Err(away(&error)),
        }
    }
}

/// What a provider's refusal comes to: one that passes is none.
fn refused(said: &str) -> ProviderFault {
    let code = said.split(':').next().unwrap_or_default().trim();
    if PASSING.contains(&code) { ProviderFault::Away(said.to_owned()) } else { ProviderFault::Refused(said.to_owned()) }
}

fn endpoint(metadata: &Metadata) -> Result<DeviceAuthorizationUrl, ProviderFault> {
    let missing = || ProviderFault::Away("it has no device_authorization_endpoint".to_owned());
    let address = metadata.device_authorization_endpoint.clone().ok_or_else(missing)?;
    DeviceAuthorizationUrl::new(address).map_err(|error| ProviderFault::Away(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_that_is_busy_has_not_refused() {
        assert!(matches!(refused("temporarily_unavailable"), ProviderFault::Away(_)));
        assert!(matches!(refused("server_error: database"), ProviderFault::Away(_)));
        assert!(matches!(refused("invalid_grant"), ProviderFault::Refused(_)));
    }
}
