//! How the program is set up: defaults < file < environment < flag, with the origin of each value.
//! Imports nothing of the crate.

pub mod alike;
mod layer;
mod places;
pub mod service;

use std::{ffi::OsString, fmt, fs, io, path::PathBuf};

pub use self::layer::{CacheHours, CallWord, Layer, LockMinutes, UndoSeconds, WarningSeconds};
pub use self::places::Places;

/// The defaults that are built in, each line with its meaning.
pub const DEFAULTS: &str = include_str!("../config/defaults.toml");

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The defaults that are built in.
    Default,
    /// The user's file.
    File(PathBuf),
    /// An environment variable.
    Environment(&'static str),
    /// A flag of the command line.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => out.write_str("config/defaults.toml"),
            Self::File(path) => write!(out, "{}", path.display()),
            Self::Environment(name) | Self::Flag(name) => out.write_str(name),
        }
    }
}

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// The token of a person; it never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A token, without the blanks round it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// What goes over the wire.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(…)")
    }
}

/// How the program is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The backend's address; none is the embedded one.
    pub server: Option<Setting<String>>,
    /// A file with the token.
    pub token_file: Option<Setting<PathBuf>>,
    /// The token itself, from the environment.
    pub token: Option<Setting<Token>>,
    /// A file with the certificates that alone vouch for the backend.
    pub ca_file: Option<Setting<PathBuf>>,
    /// The office of the embedded backend.
    pub office: Setting<String>,
    /// The undo window of the embedded backend.
    pub undo_seconds: Setting<UndoSeconds>,
    /// The language of the screen.
    pub language: Setting<String>,
    /// The palette of the screen: a file of `config/themes`.
    pub theme: Setting<String>,
    /// The key map of the screen: a file of `config/keymaps`.
    pub keys: Setting<String>,
    /// Whether the next task opens by itself.
    pub auto_advance: Setting<bool>,
    /// Whether all sections must have been seen before an approval.
    pub require_seen: Setting<bool>,
    /// After how many minutes without a key the screen is locked.
    pub idle_lock_minutes: Setting<LockMinutes>,
    /// For how many hours what was read is remembered.
    pub cache_hours: Setting<CacheHours>,
    /// How many seconds before that the person is warned.
    pub idle_warning_seconds: Setting<WarningSeconds>,
    /// How the terminal calls when something comes in.
    pub call: Setting<CallWord>,
    /// Where external applicants are forwarded.
    pub bufdir_address: Setting<String>,
    /// Whom mail comes from.
    pub mail_from: Setting<String>,
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A file that does not say what it should, with the place.
    #[error("{}:{line}:{column}: {detail}", file.display())]
    Syntax {
        /// The file.
        file: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the reader says.
        detail: String,
    },
    /// A file that cannot be read.
    #[error("{}: {cause}", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// No default for a value: the program is built wrong.
    #[error("config/defaults.toml: {0}")]
    Missing(&'static str),
    /// The system tells no home folder.
    #[error("no home folder")]
    Homeless,
}

/// What the environment says of a variable; tests have their own.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

impl Settings {
    /// Reads all layers: the defaults, the user's file, the environment, and the flags as they were given.
    ///
    /// # Errors
    /// [`SettingsError`] names the file and the place.
    pub fn read(places: &Places, environment: Environment<'_>, flags: Layer) -> Result<Self, SettingsError> {
        let defaults = Layer::parse(DEFAULTS, &PathBuf::from("config/defaults.toml"))?;
        let named = environment("SFV_CONFIG").filter(|name| !name.is_empty()).map(PathBuf::from);
        let file = named.clone().unwrap_or_else(|| places.config.join("config.toml"));
        let own = match fs::read_to_string(&file) {
            Ok(text) => Layer::parse(&text, &file)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => Layer::default(),
            Err(cause) => return Err(SettingsError::Unreadable { file, cause }),
        };
        Stack { flags, surroundings: Layer::from_environment(environment), own, defaults, file }.settle(environment)
    }

    /// The file that [`Settings::read_token`] reads, if it reads one.
    #[must_use]
    pub fn file_of_token(&self) -> Option<&PathBuf> {
        let by_flag = self.token_file.as_ref().is_some_and(|file| matches!(file.origin, Origin::Flag(_)));
        self.token_file.as_ref().filter(|_| by_flag || self.token.is_none()).map(|file| &file.value)
    }

    /// The token: the flag's file, then `SFV_TOKEN`, then a file named by the environment or the settings.
    ///
    /// # Errors
    /// [`SettingsError::Unreadable`] when the file cannot be read.
    pub fn read_token(&self) -> Result<Option<Token>, SettingsError> {
        let by_flag = self.token_file.as_ref().is_some_and(|file| matches!(file.origin, Origin::Flag(_)));
        match (&self.token_file, &self.token) {
            (_, Some(token)) if !by_flag => Ok(Some(token.value.clone())),
            (Some(file), _) => fs::read_to_string(&file.value)
                .map(|text| Some(Token::new(&text)))
                .map_err(|cause| SettingsError::Unreadable { file: file.value.clone(), cause }),
            (None, _) => Ok(None),
        }
    }
}

/// The layers, the strongest first.
struct Stack {
    flags: Layer,
    surroundings: Layer,
    own: Layer,
    defaults: Layer,
    file: PathBuf,
}

impl Stack {
    /// The strongest value there is.
    fn pick<T>(
        &mut self,
        flag: &'static str,
        variable: &'static str,
        take: fn(&mut Layer) -> Option<T>,
    ) -> Option<Setting<T>> {
        let found = |value: Option<T>, origin: Origin| value.map(|value| Setting { value, origin });
        found(take(&mut self.flags), Origin::Flag(flag))
            .or_else(|| found(take(&mut self.surroundings), Origin::Environment(variable)))
            .or_else(|| found(take(&mut self.own), Origin::File(self.file.clone())))
            .or_else(|| found(take(&mut self.defaults), Origin::Default))
    }

    fn must<T>(&mut self, name: &'static str, take: fn(&mut Layer) -> Option<T>) -> Result<Setting<T>, SettingsError> {
        self.pick(name, name, take).ok_or(SettingsError::Missing(name))
    }

    fn settle(mut self, environment: Environment<'_>) -> Result<Settings, SettingsError> {
        let token = environment("SFV_TOKEN").and_then(|text| text.into_string().ok()).filter(|text| !text.is_empty());
        Ok(Settings {
            server: self.pick("--server", "SFV_SERVER", |layer| layer.server.take()),
            token_file: self.pick("--token-file", "SFV_TOKEN_FILE", |layer| layer.token_file.take()),
            ca_file: self.pick("--ca", "SFV_CA_FILE", |layer| layer.ca_file.take()),
            token: token.map(|text| Setting { value: Token::new(&text), origin: Origin::Environment("SFV_TOKEN") }),
            office: self.must("--office", |layer| layer.office.take())?,
            undo_seconds: self.must("undo_seconds", |layer| layer.undo_seconds.take())?,
            language: self.must("language", |layer| layer.language.take())?,
            theme: self.must("theme", |layer| layer.theme.take())?,
            keys: self.must("keys", |layer| layer.keys.take())?,
            auto_advance: self.must("auto_advance", |layer| layer.auto_advance.take())?,
            require_seen: self.must("require_seen", |layer| layer.require_seen.take())?,
            idle_lock_minutes: self.must("idle_lock_minutes", |layer| layer.idle_lock_minutes.take())?,
            cache_hours: self.must("cache_hours", |layer| layer.cache_hours.take())?,
            idle_warning_seconds: self.must("idle_warning_seconds", |layer| layer.idle_warning_seconds.take())?,
            call: self.must("call", |layer| layer.call.take())?,
            bufdir_address: self.must("bufdir_address", |layer| layer.bufdir_address.take())?,
            mail_from: self.must("mail_from", |layer| layer.mail_from.take())?,
        })
    }
}

#[cfg(test)]
mod tests;
