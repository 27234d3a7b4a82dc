//! Why a backend does not start, as a sentence and an exit code.
//! Imports `text`.

use std::{net::SocketAddr, path::PathBuf};

use crate::text::{Texts, clean, foreign};

/// Why a backend does not start.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the backend does not start: {self:?}")]
pub enum StartError {
    /// Another program holds the database.
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The database cannot be written to.
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the program made the database.
    NewerVersion {
        /// The file.
        path: PathBuf,
        /// The shape it has.
        found: i64,
        /// The newest shape this program knows.
        known: i64,
    },
    /// The file is something else.
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The database cannot be made or opened.
    CannotCreate {
        /// The file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The database server does not answer, or does not let us in.
    Database {
        /// Its address, without a password.
        address: String,
        /// What it or the system says.
        detail: String,
    },
    /// The address is taken or not ours.
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        detail: String,
    },
    /// Everybody could listen along.
    OpenToAll {
        /// The address.
        address: SocketAddr,
    },
    /// The certificate or its key cannot be used.
    Certificate {
        /// Which file, and why.
        detail: String,
    },
    /// The program's own reference data does not parse.
    BadData {
        /// What is wrong with it.
        detail: String,
    },
}

impl StartError {
    /// The sentence for the one who started it.
    #[must_use]
    pub fn say(&self, texts: &Texts) -> String {
        let (found, known) = match self {
            Self::NewerVersion { found, known, .. } => (found.to_string(), known.to_string()),
            _ => Default::default(),
        };
        let path = clean::line(&self.path().map(|path| path.display().to_string()).unwrap_or_default());
        let address = match self {
            Self::Listen { address, .. } | Self::OpenToAll { address } => address.to_string(),
            Self::Database { address, .. } => clean::line(address),
            _ => String::new(),
        };
        let values = [
            ("path", path.as_str()),
            ("found", &found),
            ("known", &known),
            ("address", &address),
            ("detail", &self.detail().map(|detail| foreign::say(texts, detail)).unwrap_or_default()),
        ];
        texts.with(self.text_id(), &values)
    }

    /// The exit code of a command that ends with it.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Listen { .. } | Self::Database { .. } => 69,
            Self::OpenToAll { .. } | Self::Certificate { .. } => 2,
            Self::BadData { .. } => 70,
            _ => 73,
        }
    }

    fn text_id(&self) -> &'static str {
        match self {
            Self::Locked { .. } => "start-locked",
            Self::ReadOnly { .. } => "start-read-only",
            Self::NewerVersion { .. } => "start-newer-version",
            Self::NotADatabase { .. } => "start-not-a-database",
            Self::CannotCreate { .. } => "start-cannot-create",
            Self::Database { .. } => "start-database",
            Self::Listen { .. } => "start-listen",
            Self::OpenToAll { .. } => "start-open-to-all",
            Self::Certificate { .. } => "start-certificate",
            Self::BadData { .. } => "start-bad-data",
        }
    }

    fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Locked { path }
            | Self::ReadOnly { path }
            | Self::NewerVersion { path, .. }
            | Self::NotADatabase { path }
            | Self::CannotCreate { path, .. } => Some(path),
            Self::Database { .. }
            | Self::Listen { .. }
            | Self::OpenToAll { .. }
            | Self::Certificate { .. }
            | Self::BadData { .. } => None,
        }
    }

    fn detail(&self) -> Option<&str> {
        match self {
            Self::CannotCreate { detail, .. }
            | Self::Database { detail, .. }
            | Self::Listen { detail, .. }
            | Self::Certificate { detail }
            | Self::BadData { detail } => Some(detail),
            _ => None,
        }
    }
}
