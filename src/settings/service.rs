//! Settings by a list of keys: one file, the environment and flags, with the origin of each value and every mistake told at
//! once. The shared backend has one list, the program another.
//! Imports nothing of the crate.

mod mistake;
mod schema;
mod value;

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

pub use self::mistake::{Mistake, MistakeKind, Place};
pub use self::schema::{Key, ValueKind};
use self::value::Raw;
pub use self::value::Value;
use super::{Setting, SettingsError, alike::nearest, place};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
}

/// How the shared backend is set up.
#[derive(Debug, Clone, Default)]
pub struct Service {
    keys: Vec<Key>,
    held: BTreeMap<String, Held>,
}

/// What was given, strongest last.
#[derive(Debug, Default)]
pub struct Given {
    /// The operator's file.
    pub file: Option<PathBuf>,
    /// The environment.
    pub environment: Vec<(OsString, OsString)>,
    /// The flags that were given, by the name of their key.
    pub flags: Vec<(&'static str, String)>,
}

impl Service {
    /// Reads everything that was given. What can be used is there even when there are mistakes.
    ///
    /// # Errors
    /// [`SettingsError`] when the program is built wrong.
    pub fn read(given: &Given) -> Result<(Self, Vec<Mistake>), SettingsError> {
        Self::of(schema::SERVE, given)
    }

    /// The same for what a person can set in the program.
    ///
    /// # Errors
    /// As [`Service::read`].
    pub fn of_person(given: &Given) -> Result<(Self, Vec<Mistake>), SettingsError> {
        Self::of(schema::CLIENT, given)
    }

    fn of(list: (&'static str, &str), given: &Given) -> Result<(Self, Vec<Mistake>), SettingsError> {
        let mut reading =
            Reading { service: Self { keys: schema::keys(list)?, held: BTreeMap::new() }, mistakes: Vec::new() };
        reading.defaults();
        if let Some(file) = &given.file {
            reading.file(file);
        }
        reading.environment(&given.environment);
        for (name, words) in &given.flags {
            reading.flag(name, words);
        }
        reading.together();
        Ok((reading.service, reading.mistakes))
    }

    /// The keys in their order.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// What holds for a key; none where nobody has said anything.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Held> {
        self.held.get(name)
    }

    /// Where a value stands.
    #[must_use]
    pub fn place(&self, name: &str) -> Place {
        self.get(name).map_or(Place::Nowhere, |held| held.place.clone())
    }

    /// A value with where it comes from.
    #[must_use]
    pub fn place_of<T>(&self, name: &str, value: Option<T>) -> Option<Setting<T>> {
        value.map(|value| Setting { value, origin: self.place(name) })
    }

    /// A text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name).map(|held| &held.value) {
            Some(Value::Text(text) | Value::Secret(text)) => Some(text),
            _ => None,
        }
    }

    /// A path.
    #[must_use]
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.text(name).map(PathBuf::from)
    }

    /// An address to listen on.
    #[must_use]
    pub fn address(&self, name: &str) -> Option<SocketAddr> {
        self.text(name)?.parse().ok()
    }

    /// A number; 0 for a key that has none.
    #[must_use]
    pub fn number(&self, name: &str) -> u64 {
        match self.get(name).map(|held| &held.value) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        }
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.get(name).map(|held| &held.value), Some(Value::Flag(true)))
    }

    /// Several texts.
    #[must_use]
    pub fn texts(&self, name: &str) -> &[String] {
        match self.get(name).map(|held| &held.value) {
            Some(Value::Texts(texts)) => texts,
            _ => &[],
        }
    }

    /// Several numbers.
    #[must_use]
    pub fn numbers(&self, name: &str) -> &[u64] {
        match self.get(name).map(|held| &held.value) {
            Some(Value::Numbers(numbers)) => numbers,
            _ => &[],
        }
    }
}

/// A reading that is under way.
struct Reading {
    service: Service,
    mistakes: Vec<Mistake>,
}

impl Reading {
    fn mistake(&mut self, place: Place, kind: MistakeKind) {
        self.mistakes.push(Mistake { place, kind });
    }

    fn take(&mut self, key: &Key, raw: &Raw, place: Place) {
        match value::judge(key, raw, &place) {
            Ok(value) => drop(self.service.held.insert(key.name.clone(), Held { value, place })),
            Err(kind) => self.mistake(place, kind),
        }
    }

    fn defaults(&mut self) {
        for key in self.service.keys.clone() {
            if let Some(value) = key.default.clone() {
                self.take(&key, &Raw::Toml(value), Place::Default);
            }
        }
    }

    fn file(&mut self, file: &Path) {
        let at = |line, column| Place::File { file: file.to_owned(), line, column };
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(cause) => {
                let path = file.display().to_string();
                let kind = MistakeKind::Unreadable { key: "--config".to_owned(), path, detail: cause.to_string() };
                return self.mistake(Place::Flag { flag: "--config".to_owned() }, kind);
            }
        };
        let here = |start: usize| {
            let (line, column) = place(&text, start);
            at(line, column)
        };
        let (whole, errors) = DeTable::parse_recoverable(&text);
        for error in &errors {
            let start = error.span().map_or(0, |span| span.start);
            // Only the reader's own sentence: the line it stands in may hold a secret.
            self.mistake(here(start), MistakeKind::Syntax { detail: error.message().to_owned() });
        }
        let found: Vec<(String, usize, &Spanned<DeValue<'_>>)> = whole
            .get_ref()
            .iter()
            .flat_map(|(table, inside)| match inside.get_ref() {
                DeValue::Table(inside) => inside
                    .iter()
                    .map(|(name, value)| (format!("{}.{}", table.get_ref(), name.get_ref()), name.span().start, value))
                    .collect(),
                _ => vec![(table.get_ref().to_string(), table.span().start, inside)],
            })
            .collect();
        for (name, start, value) in found {
            let Some(key) = self.key(&name) else {
                let nearest = self.near(&name);
                self.mistake(here(start), MistakeKind::Unknown { given: name, nearest });
                continue;
            };
            match toml::Value::try_from(Plain(value.get_ref())) {
                Ok(plain) => self.take(&key, &Raw::Toml(plain), here(value.span().start)),
                Err(error) => self.mistake(here(start), MistakeKind::Syntax { detail: error.to_string() }),
            }
        }
        self.empty_tables(&whole, here);
        self.mistakes.sort_by_key(|mistake| match mistake.place {
            Place::File { line, column, .. } => (line, column),
            _ => (0, 0),
        });
    }

    /// Tables that nothing stands in, of a name there is none of.
    fn empty_tables(&mut self, whole: &Spanned<DeTable<'_>>, here: impl Fn(usize) -> Place) {
        let tables: Vec<String> = self.service.keys.iter().map(|key| key.table().to_owned()).collect();
        for (table, inside) in whole.get_ref() {
            let name = table.get_ref().to_string();
            if matches!(inside.get_ref(), DeValue::Table(inside) if inside.is_empty()) && !tables.contains(&name) {
                let nearest = nearest(&name, &tables).into_iter().next();
                self.mistake(here(table.span().start), MistakeKind::Unknown { given: name, nearest });
            }
        }
    }

    fn environment(&mut self, environment: &[(OsString, OsString)]) {
        let keys = self.service.keys.clone();
        let names: Vec<String> = keys.iter().map(Key::variable).collect();
        let tables: Vec<String> = keys.iter().map(|key| format!("SFV_{}_", key.table().to_ascii_uppercase())).collect();
        for (variable, words) in environment {
            let (Some(variable), Some(words)) = (variable.to_str(), words.to_str()) else { continue };
            if words.is_empty() {
                continue;
            }
            let place = Place::Environment { variable: variable.to_owned() };
            match keys.iter().find(|key| key.variable() == variable) {
                Some(key) => self.take(key, &Raw::Words(words.to_owned()), place),
                None if tables.iter().any(|table| variable.starts_with(table)) => {
                    let nearest = nearest(variable, &names).into_iter().next();
                    self.mistake(place, MistakeKind::Unknown { given: variable.to_owned(), nearest });
                }
                None => {}
            }
        }
    }

    fn flag(&mut self, name: &str, words: &str) {
        let Some(key) = self.key(name) else { return };
        let flag = key.flag.clone().unwrap_or_default();
        self.take(&key, &Raw::Words(words.to_owned()), Place::Flag { flag });
    }

    /// What must fit together.
    fn together(&mut self) {
        let given = |service: &Service, name: &str| service.get(name).is_some();
        for (key, other) in [("tls.certificate", "tls.key"), ("tls.key", "tls.certificate")] {
            if given(&self.service, key) && !given(&self.service, other) {
                let kind = MistakeKind::Needs { key: key.to_owned(), other: other.to_owned() };
                self.mistake(self.service.place(key), kind);
            }
        }
        for name in ["listen.address", "metrics.address"] {
            let Some(address) = self.service.address(name) else { continue };
            let safe = name == "listen.address" && given(&self.service, "tls.certificate");
            if !address.ip().is_loopback() && !safe && !self.service.flag("listen.plain") {
                self.mistake(self.service.place(name), MistakeKind::OpenToAll { address: address.to_string() });
            }
        }
    }

    fn key(&self, name: &str) -> Option<Key> {
        self.service.keys.iter().find(|key| key.name == name).cloned()
    }

    /// The nearest name: of all keys, or of those with the same last part.
    fn near(&self, given: &str) -> Option<String> {
        let names: Vec<String> = self.service.keys.iter().map(|key| key.name.clone()).collect();
        let last = given.rsplit('.').next().unwrap_or(given);
        nearest(given, &names)
            .into_iter()
            .next()
            .or_else(|| names.iter().find(|name| name.rsplit('.').next() == Some(last)).cloned())
    }
}

/// A value without its places, so that it can be turned into a plain one.
struct Plain<'a>(&'a DeValue<'a>);

impl serde::Serialize for Plain<'_> {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error as _;
        match self.0 {
            DeValue::String(text) => out.serialize_str(text),
            DeValue::Integer(number) => {
                let read = i64::from_str_radix(number.as_str(), number.radix());
                out.serialize_i64(read.map_err(|_error| S::Error::custom("integer"))?)
            }
            DeValue::Float(number) => out.serialize_f64(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(flag) => out.serialize_bool(*flag),
            DeValue::Datetime(moment) => out.serialize_str(&moment.to_string()),
            DeValue::Array(parts) => out.collect_seq(parts.iter().map(|part| Plain(part.get_ref()))),
            DeValue::Table(table) => {
                out.collect_map(table.iter().map(|(name, value)| (name.get_ref(), Plain(value.get_ref()))))
            }
        }
    }
}

/// A place in words that need no translation: a file with line and column, a variable, a flag.
impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File { file, line, column } => write!(out, "{}:{line}:{column}", file.display()),
            Self::Environment { variable } => out.write_str(variable),
            Self::Flag { flag } => out.write_str(flag),
            Self::Default | Self::Nowhere => out.write_str("–"),
        }
    }
}

#[cfg(test)]
mod tests;
