//! Mail by SMTP. Each mail has a connection of its own: one that was left in the middle of a conversation is never used for another mail.
//! Imports `domain`.

use std::{error::Error as _, time::Duration};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, TlsParameters},
    extension::ClientId,
};

use super::{carrier::Trip, letter::Letter};
use crate::domain::delivery::Miss;

/// How long the server gets to say goodbye once it has the mail.
const GOODBYE: Duration = Duration::from_secs(2);

/// How the connection is protected.
#[derive(Clone)]
pub enum Protection {
    /// Plain at first, protected before anything is said (port 587); refused where the server does not offer it.
    StartTls(TlsParameters),
    /// Protected from the first byte (port 465).
    Tls(TlsParameters),
    /// Not at all, for a server on this machine.
    None,
}

impl std::fmt::Debug for Protection {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::StartTls(_) => "StartTls",
            Self::Tls(_) => "Tls",
            Self::None => "None",
        })
    }
}

/// The way to a mail server.
#[derive(Clone)]
pub struct Smtp {
    /// Its name.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// Who we are there.
    pub credentials: Option<Credentials>,
    /// What we call ourselves.
    pub hello: String,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Smtp({}:{}, {:?})", self.server, self.port, self.protection)
    }
}

impl Smtp {
    /// Sends a mail. It is sent when the server has said so; how the two part after that does not matter.
    pub(super) async fn send(&self, letter: &Letter) -> Result<(), Trip> {
        let mut connection = self.connect().await.map_err(|error| of_connection(&error))?;
        let outcome = connection.send(&letter.envelope, &letter.content).await;
        let told = outcome.map(drop).map_err(|error| of_letter(&error, letter));
        let _goodbye = tokio::time::timeout(GOODBYE, connection.abort()).await;
        told
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let hello = ClientId::Domain(self.hello.clone());
        let address = (self.server.as_str(), self.port);
        let at_once = match &self.protection {
            Protection::Tls(parameters) => Some(parameters.clone()),
            Protection::StartTls(_) | Protection::None => None,
        };
        let mut connection = AsyncSmtpConnection::connect_tokio1(address, None, &hello, at_once, None).await?;
        if let Protection::StartTls(parameters) = &self.protection {
            connection.starttls(parameters.clone(), &hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

/// Why there is no connection, or none that lets us in: never the fault of the mail, so that it is never final.
fn of_connection(error: &Error) -> Trip {
    let said = error.to_string();
    let miss = if said.contains("certificate") {
        Miss::Certificate
    } else if error.is_permanent() || error.is_client() || error.is_tls() {
        Miss::Login
    } else if error.is_transient() {
        Miss::Busy
    } else if error.is_response() {
        Miss::Other
    } else {
        Miss::Away
    };
    Trip::failed(miss, answer(error))
}

/// Why the mail was not taken.
fn of_letter(error: &Error, letter: &Letter) -> Trip {
    let miss = if error.status().is_some_and(|code| code.to_string().starts_with("53")) {
        // It is we who are not let in, whatever the mail is.
        Miss::Login
    } else if error.is_permanent() {
        Miss::Refused
    } else if error.is_transient() {
        Miss::Busy
    } else if error.is_client() {
        // The server cannot carry letters of its own alphabet in an address.
        let plain = letter.envelope.to().iter().all(|address| address.to_string().is_ascii());
        if plain { Miss::Login } else { Miss::Address }
    } else {
        // The line broke before the server had said anything: it may have the mail or not.
        Miss::Silent
    };
    Trip::failed(miss, answer(error))
}

/// What the server said, with its number; or what the system says.
fn answer(error: &Error) -> String {
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    match error.status() {
        Some(code) => format!("{code} {said}"),
        None => said,
    }
}
