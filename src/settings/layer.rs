//! One layer of the settings, parsed on its own so that an error names its own file and place.
//! Imports nothing of the crate.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Environment, SettingsError};

/// What one layer says; everything it does not name comes from the layer below.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Layer {
    /// The backend's address.
    pub server: Option<String>,
    /// A file with the token.
    pub token_file: Option<PathBuf>,
    /// A file with the certificates that alone vouch for the backend.
    pub ca_file: Option<PathBuf>,
    /// The office of the embedded backend.
    pub office: Option<String>,
    /// The undo window of the embedded backend.
    pub undo_seconds: Option<UndoSeconds>,
    /// The language of the screen.
    pub language: Option<String>,
    /// The palette of the screen.
    pub theme: Option<String>,
    /// The key map of the screen.
    pub keys: Option<String>,
    /// Whether the next task opens by itself.
    pub auto_advance: Option<bool>,
    /// Whether all sections must have been seen before an approval.
    pub require_seen: Option<bool>,
    /// After how many minutes without a key the screen is locked; 0 is never.
    pub idle_lock_minutes: Option<LockMinutes>,
    /// For how many hours what was read is remembered; 0 is not at all.
    pub cache_hours: Option<CacheHours>,
    /// How many seconds before the lock the person is warned; 0 is not at all.
    pub idle_warning_seconds: Option<WarningSeconds>,
    /// How the terminal calls when something comes in.
    pub call: Option<CallWord>,
    /// Where external applicants are forwarded.
    pub bufdir_address: Option<String>,
    /// Whom mail comes from.
    pub mail_from: Option<String>,
}

/// The undo window in seconds, 0 to 600.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "i64")]
pub struct UndoSeconds(u32);

impl UndoSeconds {
    /// The seconds.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<i64> for UndoSeconds {
    type Error = String;

    fn try_from(seconds: i64) -> Result<Self, String> {
        u32::try_from(seconds)
            .ok()
            .filter(|seconds| *seconds <= 600)
            .map(Self)
            .ok_or_else(|| format!("undo_seconds: invalid value: integer `{seconds}`, expected 0–600"))
    }
}

/// After how many minutes without a key the screen is locked, 0 to 1440.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "i64")]
pub struct LockMinutes(u32);

impl LockMinutes {
    /// The minutes; none for never.
    #[must_use]
    pub fn get(self) -> Option<u32> {
        Some(self.0).filter(|minutes| *minutes > 0)
    }
}

impl TryFrom<i64> for LockMinutes {
    type Error = String;

    fn try_from(minutes: i64) -> Result<Self, String> {
        let valid = u32::try_from(minutes).ok().filter(|minutes| *minutes <= 1440);
        valid.map(Self).ok_or_else(|| format!("idle_lock_minutes: invalid value: integer `{minutes}`, expected 0–1440"))
    }
}

/// For how many hours what was read is remembered, 0 to 720.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "i64")]
pub struct CacheHours(u32);

impl CacheHours {
    /// The hours; none for not at all.
    #[must_use]
    pub fn get(self) -> Option<u32> {
        Some(self.0).filter(|hours| *hours > 0)
    }
}

impl TryFrom<i64> for CacheHours {
    type Error = String;

    fn try_from(hours: i64) -> Result<Self, String> {
        let valid = u32::try_from(hours).ok().filter(|hours| *hours <= 720);
        valid.map(Self).ok_or_else(|| format!("cache_hours: invalid value: integer `{hours}`, expected 0–720"))
    }
}

/// How many seconds before the lock a warning comes, 0 to 600.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "i64")]
pub struct WarningSeconds(u32);

impl WarningSeconds {
    /// The seconds; none for no warning.
    #[must_use]
    pub fn get(self) -> Option<u32> {
        Some(self.0).filter(|seconds| *seconds > 0)
    }
}

impl TryFrom<i64> for WarningSeconds {
    type Error = String;

    fn try_from(seconds: i64) -> Result<Self, String> {
        let valid = u32::try_from(seconds).ok().filter(|seconds| *seconds <= 600);
        valid
            .map(Self)
            .ok_or_else(|| format!("idle_warning_seconds: invalid value: integer `{seconds}`, expected 0–600"))
    }
}

/// How the terminal calls a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CallWord {
    /// Not at all.
    Off,
    /// By its bell.
    Bell,
    /// By a note of the desktop.
    Note,
}

impl Layer {
    /// Reads a file's text.
    pub(super) fn parse(text: &str, file: &Path) -> Result<Self, SettingsError> {
        toml::from_str(text).map_err(|error: toml::de::Error| {
            let (line, column) = place(text, error.span().map_or(0, |span| span.start));
            SettingsError::Syntax { file: file.to_owned(), line, column, detail: error.message().to_owned() }
        })
    }

    /// What the environment says; an empty variable says nothing.
    pub(super) fn from_environment(environment: Environment<'_>) -> Self {
        let text = |name: &str| environment(name).filter(|value| !value.is_empty());
        Self {
            server: text("SFV_SERVER").and_then(|value| value.into_string().ok()),
            token_file: text("SFV_TOKEN_FILE").map(PathBuf::from),
            ca_file: text("SFV_CA_FILE").map(PathBuf::from),
            ..Self::default()
        }
    }
}

/// Line and column of a byte, both from 1, the column in characters.
pub(super) fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
