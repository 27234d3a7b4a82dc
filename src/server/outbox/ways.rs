//! How deliveries leave this installation: the tables `[mail]`, `[bufdir]` and `[outbox]` of its configuration.
//! Imports nothing of the crate but its neighbours.

use std::{
    fs,
    net::IpAddr,
    path::{Path, PathBuf},
};

use lettre::{
    Address,
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, CertificateStore, TlsParameters, TlsParametersBuilder},
    },
};
use serde::Deserialize;
use url::{Host, Url};

use super::{
    habits::{Habits, address},
    handover::HandOver,
    smtp::{Protection, Smtp},
};

/// The tables as they stand in a file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WayTables {
    /// The mail server; without it mail is written to files.
    pub mail: Option<MailTable>,
    /// The directorate's system; without it reports are written to files.
    pub bufdir: Option<BufdirTable>,
    /// Where this installation wants other numbers than `config/outbox.toml`.
    pub outbox: Pace,
}

/// The mail server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailTable {
    /// Its name.
    pub server: String,
    /// Its port; without it the usual one for the way the connection is protected.
    pub port: Option<u16>,
    /// How the connection is protected.
    #[serde(default)]
    pub tls: TlsMode,
    /// Who we are there.
    pub user: Option<String>,
    /// A file with the password.
    pub password_file: Option<PathBuf>,
    /// The address that mail comes from.
    #[serde(deserialize_with = "address")]
    pub sender: Address,
    /// Certificates to trust in place of the machine's, as PEM.
    pub ca_file: Option<PathBuf>,
    /// The page where municipalities and applicants log in; it stands in every mail.
    pub portal: Option<Url>,
}

/// How the connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TlsMode {
    /// `STARTTLS`, which the server must offer.
    #[default]
    StartTls,
    /// From the first byte.
    Tls,
    /// Not at all; only for a server on this machine.
    None,
}

/// The directorate's system.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BufdirTable {
    /// Where reports are sent.
    pub address: Url,
    /// A file with the token that lets us in.
    pub token_file: PathBuf,
    /// Certificates to trust in place of the machine's, as PEM.
    pub ca_file: Option<PathBuf>,
}

/// Other numbers than those of `config/outbox.toml`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pace {
    /// The pause after the first failed try, in seconds.
    pub first_pause_seconds: Option<u64>,
    /// The longest pause, in seconds.
    pub longest_pause_seconds: Option<u64>,
    /// After how many tries a delivery is given up.
    pub most_tries: Option<u32>,
    /// How long one try may take, in seconds.
    pub try_seconds: Option<u64>,
    /// How long a delivery belongs to the worker that took it, in seconds.
    pub lease_seconds: Option<u64>,
    /// How many deliveries are carried at the same time.
    pub at_once: Option<u32>,
}

impl Pace {
    /// Puts these numbers in place of the usual ones.
    ///
    /// # Errors
    /// Numbers that do not fit each other.
    pub fn apply(self, habits: &mut Habits) -> Result<(), toml::de::Error> {
        habits.first_pause_seconds = self.first_pause_seconds.unwrap_or(habits.first_pause_seconds);
        habits.longest_pause_seconds = self.longest_pause_seconds.unwrap_or(habits.longest_pause_seconds);
        habits.most_tries = self.most_tries.unwrap_or(habits.most_tries);
        habits.try_seconds = self.try_seconds.unwrap_or(habits.try_seconds);
        habits.lease_seconds = self.lease_seconds.unwrap_or(habits.lease_seconds);
        habits.at_once = self.at_once.unwrap_or(habits.at_once);
        habits.judge()
    }
}

/// The ways that are set up, ready to be gone; by default files for everything.
#[derive(Debug, Clone, Default)]
pub struct Ways {
    /// The mail server.
    pub mail: Option<Smtp>,
    /// The directorate's system.
    pub bufdir: Option<HandOver>,
    /// The address that mail comes from.
    pub sender: Option<Address>,
    /// The page where municipalities and applicants log in.
    pub portal: Option<Url>,
    /// Whether the offices' own people are told by mail what came in; only where there is a mail server.
    pub tells_staff: bool,
    /// Other numbers than the usual ones.
    pub pace: Pace,
}

/// A way that cannot be gone as it is set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum BadWay {
    /// Unprotected mail to another machine.
    PlainMail {
        /// The server.
        server: String,
    },
    /// A user without a password, or a password without a user.
    Password,
    /// Reports to another machine without protection, or an address that is none.
    PlainBufdir {
        /// The address.
        address: String,
    },
    /// A file that cannot be read.
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// A file without a certificate that can be used.
    Certificate {
        /// The file.
        file: PathBuf,
    },
    /// Numbers that do not fit each other, or something else a library refuses.
    Other {
        /// What it says.
        detail: String,
    },
}

impl BadWay {
    /// The text that tells it, and what stands in its blanks.
    #[must_use]
    pub fn text(&self) -> (&'static str, String) {
        match self {
            Self::PlainMail { server } => ("way-plain-mail", server.clone()),
            Self::Password => ("way-password", String::new()),
            Self::PlainBufdir { address } => ("way-plain-bufdir", address.clone()),
            Self::File { file, detail } => ("way-file", format!("{}: {detail}", file.display())),
            Self::Certificate { file } => ("way-certificate", file.display().to_string()),
            Self::Other { detail } => ("way-other", detail.clone()),
        }
    }

    /// True where a library or the system says what is wrong.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        matches!(self, Self::File { .. } | Self::Other { .. })
    }
}

impl Ways {
    /// Where municipalities and applicants log in.
    #[must_use]
    pub fn portal(&self) -> String {
        let usual = || Habits::embedded().ok().map(|habits| habits.portal);
        self.portal.clone().or_else(usual).map(String::from).unwrap_or_default()
    }

    /// Makes ready what the tables say. A password from the environment stands in place of a file with it.
    ///
    /// # Errors
    /// [`BadWay`]: nothing is started with a way that could show what it carries to others.
    pub fn prepare(tables: &WayTables, password: Option<String>) -> Result<Self, BadWay> {
        let other = |error: &dyn std::error::Error| BadWay::Other { detail: error.to_string() };
        let mut habits = Habits::embedded().map_err(|error| other(&error))?;
        tables.outbox.apply(&mut habits).map_err(|error| BadWay::Other { detail: error.message().to_owned() })?;
        let mail = tables.mail.as_ref();
        Ok(Self {
            mail: mail.map(|table| smtp(table, password)).transpose()?,
            bufdir: tables.bufdir.as_ref().map(hand_over).transpose()?,
            sender: mail.map(|table| table.sender.clone()),
            portal: mail.and_then(|table| table.portal.clone()),
            tells_staff: mail.is_some(),
            pace: tables.outbox,
        })
    }
}

fn smtp(table: &MailTable, password: Option<String>) -> Result<Smtp, BadWay> {
    let password = match (&table.password_file, password) {
        (_, Some(password)) => Some(password),
        (Some(file), None) => Some(secret(file)?),
        (None, None) => None,
    };
    let credentials = match (&table.user, password) {
        (Some(user), Some(password)) => Some(Credentials::new(user.clone(), password)),
        (None, None) => None,
        _ => return Err(BadWay::Password),
    };
    let (protection, usual) = match table.tls {
        TlsMode::StartTls => (Protection::StartTls(tls(table)?), 587),
        TlsMode::Tls => (Protection::Tls(tls(table)?), 465),
        TlsMode::None if is_here(&table.server) => (Protection::None, 25),
        TlsMode::None => return Err(BadWay::PlainMail { server: table.server.clone() }),
    };
    let port = table.port.unwrap_or(usual);
    Ok(Smtp { server: table.server.clone(), port, protection, credentials, hello: table.sender.domain().to_owned() })
}

fn tls(table: &MailTable) -> Result<TlsParameters, BadWay> {
    let mut builder: TlsParametersBuilder = TlsParameters::builder(table.server.clone());
    if let Some(file) = &table.ca_file {
        let certificate = Certificate::from_pem(&certificates(file)?);
        let certificate = certificate.map_err(|_error| BadWay::Certificate { file: file.clone() })?;
        builder = builder.certificate_store(CertificateStore::None).add_root_certificate(certificate);
    }
    builder.build().map_err(|error| BadWay::Other { detail: error.to_string() })
}

fn hand_over(table: &BufdirTable) -> Result<HandOver, BadWay> {
    let refused = || BadWay::PlainBufdir { address: table.address.to_string() };
    let here = match table.address.host() {
        Some(Host::Domain(name)) => is_here(name),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(refused()),
    };
    let protected = table.address.scheme() == "https" || (table.address.scheme() == "http" && here);
    if !protected || !table.address.username().is_empty() || table.address.password().is_some() {
        return Err(refused());
    }
    let trusted = table.ca_file.as_deref().map(certificates).transpose()?;
    HandOver::new(table.address.clone(), secret(&table.token_file)?, trusted.as_deref())
        .map_err(|error| BadWay::Other { detail: error.to_string() })
}

/// True for this machine: what is said there is heard by nobody else.
fn is_here(server: &str) -> bool {
    server == "localhost" || server.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A secret from a file, without the line break at its end.
fn secret(file: &Path) -> Result<String, BadWay> {
    let bad = |detail: String| BadWay::File { file: file.to_owned(), detail };
    let text = fs::read_to_string(file).map_err(|error| bad(error.to_string()))?;
    let text = text.trim();
    let plain = !text.is_empty() && text.chars().all(|letter| !letter.is_control());
    if plain { Ok(text.to_owned()) } else { Err(bad("invalid value: string".to_owned())) }
}

/// Certificates from a file; one that holds none trusts nobody, and would fail only when the first mail leaves.
fn certificates(file: &Path) -> Result<Vec<u8>, BadWay> {
    let pem = fs::read(file).map_err(|error| BadWay::File { file: file.to_owned(), detail: error.to_string() })?;
    let holds = reqwest::Certificate::from_pem_bundle(&pem).is_ok_and(|found| !found.is_empty());
    if holds { Ok(pem) } else { Err(BadWay::Certificate { file: file.to_owned() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> BadWay {
        let tables: WayTables = toml::from_str(text).expect("the tables parse");
        Ways::prepare(&tables, None).expect_err("it is refused")
    }

    #[test]
    fn nothing_leaves_this_machine_unprotected() {
        let mail = "[mail]\nserver = \"post.example\"\nsender = \"a@post.example\"\n";
        assert!(matches!(refused(&format!("{mail}tls = \"none\"")), BadWay::PlainMail { .. }));
        assert_eq!(refused(&format!("{mail}user = \"a\"")), BadWay::Password);
        for address in ["http://bufdir.example/", "https://a:b@bufdir.example/", "ftp://127.0.0.1/"] {
            let text = format!("[bufdir]\naddress = \"{address}\"\ntoken_file = \"/dev/null\"");
            assert!(matches!(refused(&text), BadWay::PlainBufdir { .. }), "{address}");
        }
        assert!(matches!(refused("[outbox]\ntry_seconds = 60\nlease_seconds = 60"), BadWay::Other { .. }));
    }

    #[test]
    fn a_table_that_says_something_unknown_is_refused() {
        for wrong in [
            "[mail]\nserver = \"a\"",
            "[mail]\nserver = \"a\"\nsender = \"a\"",
            "[mail]\nserver = \"a\"\nsender = \"a@b.example\"\npassword = \"hemmelig\"",
            "[post]\nserver = \"a\"",
        ] {
            assert!(toml::from_str::<WayTables>(wrong).is_err(), "{wrong}");
        }
    }
}
