//! Which keys the shared backend and the program can be told, as `config/serve.toml` and `config/settings.toml` list them.
//! Imports nothing of the crate.

use serde::{Deserialize, Serialize};

use crate::settings::SettingsError;

/// What the shared backend can be told, with the defaults: the file's name and its text.
pub(super) const SERVE: (&str, &str) = ("config/serve.toml", include_str!("../../../config/serve.toml"));
/// What a person can set in the program.
pub(super) const CLIENT: (&str, &str) = ("config/settings.toml", include_str!("../../../config/settings.toml"));

/// One key.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Table and name, as `listen.address`.
    pub name: String,
    /// What its value is.
    pub kind: ValueKind,
    /// What holds when nobody says otherwise.
    #[serde(default)]
    pub default: Option<toml::Value>,
    /// The flag, if it has one.
    #[serde(default)]
    pub flag: Option<String>,
    /// The environment variable, where it is not made of the name.
    #[serde(default)]
    variable: Option<String>,
    /// The least number.
    #[serde(default)]
    pub least: u64,
    /// The largest number.
    #[serde(default = "largest")]
    pub most: u64,
    /// The values to choose from.
    #[serde(default)]
    pub choices: Vec<String>,
    /// What a number counts, in Norwegian.
    #[serde(default)]
    pub unit: Option<String>,
    /// True when it is taken over while the program runs.
    #[serde(default)]
    pub live: bool,
    /// What it is for, in Norwegian.
    pub about: String,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// Any text.
    Text,
    /// An address to listen on.
    Address,
    /// Addresses and networks.
    Networks,
    /// A file that is there.
    File,
    /// A file that nobody but its owner can read.
    SecretFile,
    /// A place that may be made.
    Path,
    /// Yes or no.
    Flag,
    /// A whole number.
    Number,
    /// Whole numbers, each larger than the one before.
    Numbers,
    /// One of a few words.
    Choice,
    /// A database.
    Database,
    /// What is never shown and never stands in a file of settings.
    Secret,
}

fn largest() -> u64 {
    u64::MAX
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    key: Vec<Key>,
}

impl Key {
    /// The environment variable.
    #[must_use]
    pub fn variable(&self) -> String {
        let made = || format!("SFV_{}", self.name.replace('.', "_").to_ascii_uppercase());
        self.variable.clone().unwrap_or_else(made)
    }

    /// The table it stands in.
    #[must_use]
    pub fn table(&self) -> &str {
        self.name.split_once('.').map_or("", |(table, _)| table)
    }
}

/// The keys in their order.
///
/// # Errors
/// [`SettingsError::Missing`] when the program is built wrong; a test holds that this does not happen.
pub(super) fn keys((name, text): (&'static str, &str)) -> Result<Vec<Key>, SettingsError> {
    toml::from_str::<List>(text).map(|list| list.key).map_err(|_error| SettingsError::Missing(name))
}
