//! How the program is set up: defaults < file < environment < flag, with the origin of each value.
//! Imports nothing of the crate.

pub mod alike;
pub mod editor;
mod places;
pub mod service;

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

pub use self::places::Places;
use self::service::{Given, Mistake, Place, Service, Value};

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Place,
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

impl std::fmt::Debug for Token {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Token(…)")
    }
}

/// How the program is set up, as `config/settings.toml` lists it.
#[derive(Debug, Clone)]
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
    /// The undo window of the embedded backend, in seconds.
    pub undo_seconds: Setting<u32>,
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
    /// After how many minutes without a key the screen is locked; 0 is never.
    pub idle_lock_minutes: Setting<u32>,
    /// How many seconds before that the person is warned; 0 is not at all.
    pub idle_warning_seconds: Setting<u32>,
    /// For how many hours what was read is remembered; 0 is not at all.
    pub cache_hours: Setting<u32>,
    /// How the terminal calls when something comes in: `off`, `bell` or `note`.
    pub call: Setting<String>,
    /// Whether the mouse can be used.
    pub mouse: Setting<bool>,
    /// How fast the line to the terminal is: `normal` or `low`.
    pub bandwidth: Setting<String>,
    /// Where external applicants are forwarded.
    pub bufdir_address: Setting<String>,
    /// Whom mail comes from.
    pub mail_from: Setting<String>,
    /// The person's own file, whether it is there or not.
    pub file: PathBuf,
    /// Every setting by its name.
    pub held: Service,
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
    #[error("{0}")]
    Missing(&'static str),
    /// The system tells no home folder.
    #[error("no home folder")]
    Homeless,
}

/// What the environment says of a variable; tests have their own.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// The flags that were given, by the name of their setting.
pub type Flags = Vec<(&'static str, String)>;

impl Settings {
    /// Reads all layers: the defaults, the person's file, the environment, and the flags as they were given. What can be used
    /// is there even when there are mistakes: a mistaken line counts as none.
    ///
    /// # Errors
    /// [`SettingsError`] when the file cannot be read, or the program is built wrong.
    pub fn read(
        places: &Places,
        environment: Environment<'_>,
        flags: Flags,
    ) -> Result<(Self, Vec<Mistake>), SettingsError> {
        let named = environment("SFV_CONFIG").filter(|name| !name.is_empty()).map(PathBuf::from);
        let file = named.clone().unwrap_or_else(|| places.config.join("config.toml"));
        let there = match fs::read(&file).map(String::from_utf8) {
            Ok(Ok(_)) => true,
            Ok(Err(error)) => {
                let before = String::from_utf8_lossy(
                    error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default(),
                );
                let (line, column) = place(&before, before.len());
                return Err(SettingsError::Syntax { file, line, column, detail: error.utf8_error().to_string() });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => false,
            Err(cause) => return Err(SettingsError::Unreadable { file, cause }),
        };
        let variables = Service::of_person(&Given::default())?.0;
        let variables = variables.keys().iter().map(service::Key::variable);
        let given = Given {
            file: there.then(|| file.clone()),
            environment: variables.filter_map(|name| Some((OsString::from(&name), environment(&name)?))).collect(),
            flags,
        };
        let (held, mistakes) = Service::of_person(&given)?;
        Ok((Self::settle(held, file, environment)?, mistakes))
    }

    fn settle(held: Service, file: PathBuf, environment: Environment<'_>) -> Result<Self, SettingsError> {
        let token = environment("SFV_TOKEN").and_then(|text| text.into_string().ok()).filter(|text| !text.is_empty());
        let origin = Place::Environment { variable: "SFV_TOKEN".to_owned() };
        let path = |name: &str| held.place_of(name, held.path(name));
        Ok(Self {
            server: held.place_of("server", held.text("server").map(str::to_owned)),
            token_file: path("token_file"),
            ca_file: path("ca_file"),
            token: token.map(|text| Setting { value: Token::new(&text), origin }),
            office: text(&held, "office")?,
            undo_seconds: number(&held, "undo_seconds")?,
            language: text(&held, "language")?,
            theme: text(&held, "theme")?,
            keys: text(&held, "keys")?,
            auto_advance: flag(&held, "auto_advance")?,
            require_seen: flag(&held, "require_seen")?,
            idle_lock_minutes: number(&held, "idle_lock_minutes")?,
            idle_warning_seconds: number(&held, "idle_warning_seconds")?,
            cache_hours: number(&held, "cache_hours")?,
            call: text(&held, "call")?,
            mouse: flag(&held, "mouse")?,
            bandwidth: text(&held, "bandwidth")?,
            bufdir_address: text(&held, "bufdir_address")?,
            mail_from: text(&held, "mail_from")?,
            file,
            held,
        })
    }

    /// The names of the settings that are not as they were.
    #[must_use]
    pub fn differing(&self, before: &Self) -> Vec<String> {
        let value = |settings: &Self, name: &str| settings.held.get(name).map(|held| held.value.clone());
        let keys = self.held.keys().iter().map(|key| key.name.clone());
        keys.filter(|name| value(self, name) != value(before, name)).collect()
    }

    /// True for a setting that is taken over while the program runs.
    #[must_use]
    pub fn is_live(&self, name: &str) -> bool {
        self.held.keys().iter().any(|key| key.name == name && key.live)
    }

    /// The file that [`Settings::read_token`] reads, if it reads one.
    #[must_use]
    pub fn file_of_token(&self) -> Option<&PathBuf> {
        let by_flag = self.token_file.as_ref().is_some_and(is_flag);
        self.token_file.as_ref().filter(|_| by_flag || self.token.is_none()).map(|file| &file.value)
    }

    /// The token: the flag's file, then `SFV_TOKEN`, then a file named by the environment or the settings.
    ///
    /// # Errors
    /// [`SettingsError::Unreadable`] when the file cannot be read.
    pub fn read_token(&self) -> Result<Option<Token>, SettingsError> {
        let by_flag = self.token_file.as_ref().is_some_and(is_flag);
        match (&self.token_file, &self.token) {
            (_, Some(token)) if !by_flag => Ok(Some(token.value.clone())),
            (Some(file), _) => read_token(&file.value).map(Some),
            (None, _) => Ok(None),
        }
    }
}

fn read_token(file: &Path) -> Result<Token, SettingsError> {
    let unreadable = |cause| SettingsError::Unreadable { file: file.to_owned(), cause };
    fs::read_to_string(file).map(|text| Token::new(&text)).map_err(unreadable)
}

fn is_flag(setting: &Setting<PathBuf>) -> bool {
    matches!(setting.origin, Place::Flag { .. })
}

fn must<T>(held: &Service, name: &'static str, value: Option<T>) -> Result<Setting<T>, SettingsError> {
    held.place_of(name, value).ok_or(SettingsError::Missing(name))
}

fn text(held: &Service, name: &'static str) -> Result<Setting<String>, SettingsError> {
    must(held, name, held.text(name).map(str::to_owned))
}

fn number(held: &Service, name: &'static str) -> Result<Setting<u32>, SettingsError> {
    must(held, name, held.get(name).and_then(|_| u32::try_from(held.number(name)).ok()))
}

fn flag(held: &Service, name: &'static str) -> Result<Setting<bool>, SettingsError> {
    must(held, name, held.get(name).map(|held| held.value == Value::Flag(true)))
}

/// Line and column of a byte, both from 1, the column in characters.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests;
