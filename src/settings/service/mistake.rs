//! What is wrong with the settings of the shared backend, and where it stands.
//! Imports nothing of the crate.

use std::path::PathBuf;

use serde::Serialize;

use super::schema::ValueKind;

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Place {
    /// In the list of defaults.
    Default,
    /// In the operator's file.
    File {
        /// The file.
        file: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// The column in letters, from 1.
        column: usize,
    },
    /// In an environment variable.
    Environment {
        /// Its name.
        variable: String,
    },
    /// On the command line.
    Flag {
        /// The flag.
        flag: String,
    },
    /// Nowhere: it is missing.
    Nowhere,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum MistakeKind {
    /// The file is not TOML there.
    Syntax {
        /// What the reader says.
        detail: String,
    },
    /// No key, table or variable has this name.
    Unknown {
        /// As it stands.
        given: String,
        /// The nearest name there is.
        nearest: Option<String>,
    },
    /// The value is of another kind.
    WrongKind {
        /// The key.
        key: String,
        /// The kind it must be of.
        kind: ValueKind,
    },
    /// A number outside its bounds.
    OutOfRange {
        /// The key.
        key: String,
        /// The least.
        least: u64,
        /// The largest.
        most: u64,
    },
    /// A word that is none of those to choose from.
    NotOneOf {
        /// The key.
        key: String,
        /// As it stands.
        given: String,
        /// The words.
        choices: String,
    },
    /// An address at which no backend can be.
    NoServer {
        /// The key.
        key: String,
        /// As it stands.
        given: String,
    },
    /// A secret where it can be read by others.
    SecretHere {
        /// The key.
        key: String,
    },
    /// A database on another machine without TLS.
    PlainDatabase {
        /// The key.
        key: String,
    },
    /// A file that cannot be read.
    Unreadable {
        /// The key.
        key: String,
        /// The file.
        path: String,
        /// What the system says.
        detail: String,
    },
    /// A file with a secret that others can read.
    ReadableByOthers {
        /// The key.
        key: String,
        /// The file.
        path: String,
    },
    /// A key that makes no sense without another.
    Needs {
        /// The key.
        key: String,
        /// The other one.
        other: String,
    },
    /// A file that is named and does not say what it should.
    BadContent {
        /// The key.
        key: String,
        /// What is wrong, with the place in that file.
        detail: String,
    },
    /// Keys of one's own that cannot be used.
    BadKeys {
        /// What is wrong with them.
        detail: String,
    },
    /// Listening for everybody without TLS.
    OpenToAll {
        /// The address.
        address: String,
    },
}

/// A mistake and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What.
    #[serde(flatten)]
    pub kind: MistakeKind,
}
