//! How people log in: `config/login.toml`, and over it the file of whoever runs the backend.
//! Imports nothing of the crate.

use std::fmt;

use jiff::SignedDuration;
use serde::Deserialize;
use url::{Host, Url};

/// What holds where nobody says otherwise.
const DEFAULTS: &str = include_str!("../../../config/login.toml");

/// The characters that a code on the screen may be made of.
const FEWEST_LETTERS: usize = 16;
/// The shortest code on the screen.
const SHORTEST_CODE: usize = 8;

/// How people log in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoginConfig {
    /// Where browsers find this backend; blank is the address it listens on.
    pub base_url: String,
    /// How long things last.
    pub times: Times,
    /// What the codes on the screen look like.
    pub codes: Codes,
    /// How often something may be tried.
    pub limits: Limits,
    /// Who knows the people.
    pub provider: ProviderConfig,
    /// People who are known by their subject at the provider.
    #[serde(default)]
    pub identity: Vec<Identity>,
    /// The client's secret, from its file or the environment; never from the text of a file of settings.
    #[serde(skip)]
    pub secret: Secret,
}

/// How long things last, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// An access token.
    pub access_seconds: u32,
    /// A login.
    pub session_seconds: u32,
    /// A code on the screen.
    pub device_seconds: u32,
    /// A browser's way through the provider.
    pub visit_seconds: u32,
    /// Between two questions of a terminal.
    pub poll_seconds: u32,
    /// What is added when it asks too soon.
    pub slow_down_seconds: u32,
    /// Between the clocks of the provider and of this machine.
    pub leeway_seconds: u32,
    /// What the provider tells of itself.
    pub metadata_seconds: u32,
    /// An answer of the provider.
    pub answer_seconds: u32,
    /// Between two notes of the last use.
    pub touch_seconds: u32,
    /// A login that is over, in the list of its person.
    pub remember_seconds: u32,
}

/// What the codes on the screen look like.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// The letters they are made of.
    pub letters: String,
    /// How many.
    pub length: usize,
}

/// How often something may be tried from one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Wrong codes.
    pub wrong_codes: u32,
    /// Terminals that ask for a code.
    pub requests: u32,
    /// Within so many seconds.
    pub window_seconds: u32,
}

/// Who knows the people: an `OpenID` provider.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderConfig {
    /// Its issuer.
    pub issuer: String,
    /// Who we are there.
    pub client_id: String,
    /// The file with our secret.
    pub client_secret_file: String,
    /// What we ask to know.
    pub scopes: Vec<String>,
    /// The levels that are good enough.
    pub acr_values: Vec<String>,
    /// The algorithms that an ID token may be signed with.
    pub algorithms: Vec<String>,
    /// Whether it must ask the person again.
    pub prompt: String,
    /// Whether a verified and registered e-mail address is enough the first time.
    pub first_by_email: bool,
    /// Where it leads browsers on to.
    pub leads_to: Vec<String>,
    /// Who gives out the codes for terminals.
    pub device: Device,
}

/// Who gives out the codes for terminals (RFC 8628).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Device {
    /// The backend: it sends the person's browser through the provider.
    Broker,
    /// The provider itself: the backend only asks it in the terminal's name.
    Provider,
}

/// A person who is known by their subject at the provider.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The person's id here.
    pub person: String,
    /// The subject there.
    pub subject: String,
}

/// A secret; it never shows itself.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(String);

impl Secret {
    /// A secret, without the blanks round it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// What goes over the wire; none for a client that has no secret.
    #[must_use]
    pub fn reveal(&self) -> Option<&str> {
        Some(self.0.as_str()).filter(|secret| !secret.is_empty())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

/// A setting that cannot be used: its name and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {why}")]
pub struct BadLogin {
    /// The setting.
    pub key: String,
    /// Why not.
    pub why: String,
}

impl LoginConfig {
    /// The defaults with a file over them. The secret is not in it: see [`LoginConfig::secret`].
    ///
    /// # Errors
    /// [`BadLogin`] names the setting.
    pub fn over(own: toml::Table) -> Result<Self, BadLogin> {
        let fault = |error: &toml::de::Error| bad("config/login.toml", error.message());
        let mut whole: toml::Table = DEFAULTS.parse().map_err(|error| fault(&error))?;
        lay(&mut whole, own);
        let config: Self = whole.try_into().map_err(|error: toml::de::Error| bad("login", error.to_string().trim()))?;
        config.judge()?;
        Ok(config)
    }

    fn judge(&self) -> Result<(), BadLogin> {
        let provider = &self.provider;
        if !is_safe(&provider.issuer) {
            return Err(bad("provider.issuer", "https://, or http:// on loopback"));
        }
        if !self.base_url.is_empty() && !is_safe(&self.base_url) {
            return Err(bad("base_url", "https://, or http:// on loopback"));
        }
        if provider.client_id.is_empty() {
            return Err(bad("provider.client_id", "is missing"));
        }
        if provider.acr_values.is_empty() {
            return Err(bad("provider.acr_values", "is missing"));
        }
        if !provider.scopes.iter().any(|scope| scope == "openid") {
            return Err(bad("provider.scopes", "openid is missing"));
        }
        for name in &provider.algorithms {
            // A key that both sides know would make every client an issuer.
            if name.starts_with("HS") || name.parse::<jsonwebtoken::Algorithm>().is_err() {
                return Err(bad("provider.algorithms", name));
            }
        }
        if provider.algorithms.is_empty() {
            return Err(bad("provider.algorithms", "is missing"));
        }
        let letters = &self.codes.letters;
        if letters.len() < FEWEST_LETTERS || !letters.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Err(bad("codes.letters", "at least 16, A–Z"));
        }
        if self.codes.length < SHORTEST_CODE {
            return Err(bad("codes.length", "at least 8"));
        }
        let times = &self.times;
        let lasting = [times.access_seconds, times.session_seconds, times.device_seconds, times.visit_seconds];
        if lasting.contains(&0) || times.poll_seconds == 0 || times.answer_seconds == 0 {
            return Err(bad("times", "0"));
        }
        if self.limits.wrong_codes == 0 || self.limits.requests == 0 {
            return Err(bad("limits", "0"));
        }
        Ok(())
    }
}

/// So many seconds.
#[must_use]
pub fn seconds(count: u32) -> SignedDuration {
    SignedDuration::from_secs(i64::from(count))
}

fn bad(key: &str, why: impl Into<String>) -> BadLogin {
    BadLogin { key: key.to_owned(), why: why.into() }
}

/// Lays a table over another: tables meet table by table, everything else is replaced.
fn lay(below: &mut toml::Table, above: toml::Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) => lay(old, new),
            (_, value) => drop(below.insert(key, value)),
        }
    }
}

/// True for an address that nobody on the way can read or change.
fn is_safe(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return false,
    };
    url.query().is_none() && url.fragment().is_none() && (url.scheme() == "https" || url.scheme() == "http" && loopback)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "[provider]\nissuer = \"https://id.example\"\nclient_id = \"sfv\"\nacr_values = [\"high\"]\n";

    fn read(more: &str) -> Result<LoginConfig, BadLogin> {
        LoginConfig::over(format!("{OWN}{more}").parse().expect("TOML of the test"))
    }

    #[test]
    fn a_file_is_laid_over_the_defaults_table_by_table() {
        let config = read("first_by_email = true\n[times]\naccess_seconds = 60\n").expect("a configuration");
        assert_eq!((config.times.access_seconds, config.times.session_seconds), (60, 43_200));
        assert!(config.provider.first_by_email && config.provider.scopes == ["openid"]);
    }

    #[test]
    fn what_would_weaken_a_login_is_refused_by_its_name() {
        for (more, key) in [
            ("algorithms = [\"HS256\"]", "provider.algorithms"),
            ("algorithms = [\"none\"]", "provider.algorithms"),
            ("algorithms = []", "provider.algorithms"),
            ("scopes = [\"email\"]", "provider.scopes"),
            ("[codes]\nlength = 4", "codes.length"),
            ("[codes]\nletters = \"AB\"", "codes.letters"),
            ("[times]\naccess_seconds = 0", "times"),
            ("[limits]\nwrong_codes = 0", "limits"),
            ("client_secret = \"x\"", "login"),
        ] {
            assert_eq!(read(more).expect_err(more).key, key, "{more}");
        }
        let plain = OWN.replace("https", "http").parse().expect("TOML of the test");
        assert_eq!(LoginConfig::over(plain).expect_err("no TLS").key, "provider.issuer");
    }

    #[test]
    fn a_secret_never_shows_itself() {
        let config = LoginConfig { secret: Secret::new(" hemmelig\n"), ..read("").expect("a configuration") };
        assert!(!format!("{config:?}").contains("hemmelig"));
        assert_eq!(config.secret.reveal(), Some("hemmelig"));
    }
}
