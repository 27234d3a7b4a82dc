//! The words of a search as `config/query.toml` lists them.
//! Imports `domain` only.

use std::collections::{BTreeMap, BTreeSet};

use serde::{
    Deserialize,
    de::{IntoDeserializer, value::Error},
};

use super::{Compare, Found, Moment, Test, Who};
use crate::domain::{
    refusal::QueryFault,
    register::{BadData, File, read_toml},
};

const FILE: File = ("config/query.toml", include_str!("../../../config/query.toml"));

/// What a term can ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Where it stands.
    State,
    /// Report or access request.
    Kind,
    /// The office's deadline.
    Deadline,
    /// When the newest version arrived.
    Received,
    /// When it was decided last.
    Decided,
    /// What the rules found.
    Findings,
    /// The score.
    Score,
    /// The version.
    Version,
    /// How many times it was returned.
    Returns,
    /// The period.
    Period,
    /// The unit.
    Unit,
    /// How the unit reports.
    Channel,
    /// Who has a draft on it.
    Draft,
    /// Who has it.
    Holder,
    /// Who decided it last.
    DecidedBy,
    /// The applicant.
    Applicant,
    /// What the row is marked with.
    Badge,
    /// Whether it was delivered too late.
    Late,
    /// Where the deliveries stand.
    Delivery,
}

impl Field {
    /// True for a field whose values can be compared with `<` and `>`.
    #[must_use]
    pub fn compares(self) -> bool {
        matches!(self, Self::Deadline | Self::Received | Self::Decided | Self::Score | Self::Version | Self::Returns)
    }

    /// The date behind the field.
    #[must_use]
    pub fn moment(self) -> Option<Moment> {
        match self {
            Self::Deadline => Some(Moment::Deadline),
            Self::Received => Some(Moment::Received),
            Self::Decided => Some(Moment::Decided),
            _ => None,
        }
    }

    /// The condition behind a word on the wire; none where the field has no such word.
    fn test(self, name: &str) -> Option<Meaning> {
        let plain = Meaning::Test;
        match self {
            Self::State => of(name).map(Test::State).map(plain),
            Self::Kind => of(name).map(Test::Kind).map(plain),
            Self::Findings => of::<Found>(name).map(Test::Findings).map(plain),
            Self::Channel => of(name).map(Test::Channel).map(plain),
            Self::Badge => of(name).map(Test::Badge).map(plain),
            Self::Delivery => of(name).map(Test::Delivery).map(plain),
            Self::Late => match name {
                "yes" => Some(plain(Test::Late(true))),
                "no" => Some(plain(Test::Late(false))),
                _ => None,
            },
            Self::Draft => who(name).map(Test::Draft).map(plain),
            Self::Holder => who(name).map(Test::Holder).map(plain),
            Self::DecidedBy => who(name).map(Test::DecidedBy).map(plain),
            Self::Deadline | Self::Received | Self::Decided => self.day(name),
            _ => None,
        }
    }

    fn day(self, name: &str) -> Option<Meaning> {
        let moment = self.moment()?;
        match name {
            "none" => Some(Meaning::Test(Test::NoDate(moment))),
            "passed" => Some(Meaning::Day(Compare::Less, 0)),
            "today" => Some(Meaning::Day(Compare::Equal, 0)),
            "tomorrow" => Some(Meaning::Day(Compare::Equal, 1)),
            "yesterday" => Some(Meaning::Day(Compare::Equal, -1)),
            _ => None,
        }
    }
}

/// What a word of a field means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A condition.
    Test(Test),
    /// A day so many days from today.
    Day(Compare, i32),
}

fn of<'de, T: Deserialize<'de>>(name: &'de str) -> Option<T> {
    T::deserialize(IntoDeserializer::<Error>::into_deserializer(name)).ok()
}

fn who(name: &str) -> Option<Who> {
    match name {
        "me" => Some(Who::Me),
        "any" => Some(Who::Any),
        "nobody" => Some(Who::Nobody),
        _ => None,
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    units: Units,
    key: Vec<ListedKey>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Units {
    day: Vec<String>,
    week: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListedKey {
    field: Field,
    names: Vec<String>,
    #[serde(default)]
    inside: bool,
    #[serde(default)]
    values: Vec<Vec<String>>,
    nn: Shown,
    en: Shown,
}

/// The words of a key that are shown in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    name: String,
    #[serde(default)]
    values: Vec<String>,
}

impl ListedKey {
    /// The words that are shown, by language.
    fn shown(&self) -> BTreeMap<&'static str, Shown> {
        let first = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
        let values = self.values.iter().map(|spelled| first(spelled, 1)).collect();
        let nb = Shown { name: first(&self.names, 0), values };
        BTreeMap::from([("nb", nb), ("nn", self.nn.clone()), ("en", self.en.clone())])
    }

    /// A word that is shown and would not be understood.
    fn is_strange(&self, shown: &Shown) -> Option<String> {
        let known = |(word, spelled): (&String, &Vec<String>)| spelled.contains(word);
        let all = shown.values.len() == self.values.len() && shown.values.iter().zip(&self.values).all(known);
        (!all || !self.names.contains(&shown.name)).then(|| format!("{:?} is shown as {shown:?}", self.field))
    }
}

/// A word that may stand before the colon, with the words that may stand after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) field: Field,
    pub(super) names: Vec<String>,
    pub(super) inside: bool,
    pub(super) values: Vec<(Vec<String>, Meaning)>,
    shown: BTreeMap<&'static str, Shown>,
}

impl Key {
    /// The name that is shown.
    pub(super) fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// The meaning of a word.
    pub(super) fn meaning(&self, word: &str) -> Option<&Meaning> {
        self.values.iter().find(|(names, _)| names.iter().any(|name| name == word)).map(|(_, meaning)| meaning)
    }

    /// The words that are shown when another one was typed.
    pub(super) fn words(&self) -> String {
        let shown: Vec<&str> = self.values.iter().filter_map(|(names, _)| names.get(1).map(String::as_str)).collect();
        shown.join(", ")
    }
}

/// The words of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    pub(super) keys: Vec<Key>,
    units: Units,
}

impl Vocabulary {
    /// The words that are built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the word that cannot be used; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        Self::checked(read_toml(&FILE)?)
    }

    fn checked(listed: Listed) -> Result<Self, BadData> {
        let bad = |detail: String| BadData { file: FILE.0.to_owned(), detail };
        let mut taken = BTreeSet::new();
        let mut keys = Vec::new();
        for key in listed.key {
            let shown = key.shown();
            if let Some(strange) = shown.values().find_map(|shown| key.is_strange(shown)) {
                return Err(bad(strange));
            }
            let mut words = BTreeSet::new();
            let mut values = Vec::new();
            for spelled in key.values {
                let name = spelled.first().map_or("", String::as_str);
                let meaning = key.field.test(name).ok_or_else(|| bad(format!("{:?} has no {name}", key.field)))?;
                if let Some(twice) = spelled.iter().find(|word| !words.insert((*word).clone())) {
                    return Err(bad(format!("{:?}: {twice} stands twice", key.field)));
                }
                values.push((spelled, meaning));
            }
            if let Some(twice) = key.names.iter().find(|name| !taken.insert((*name).clone())) {
                return Err(bad(format!("{twice} stands twice")));
            }
            keys.push(Key { field: key.field, names: key.names, inside: key.inside, values, shown });
        }
        Ok(Self { keys, units: listed.units })
    }

    /// The key with a name.
    pub(super) fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.names.iter().any(|known| known == name))
    }

    /// The key of a field.
    pub(super) fn of(&self, field: Field) -> Option<&Key> {
        self.keys.iter().find(|key| key.field == field)
    }

    /// The names that are shown when another one was typed.
    #[must_use]
    pub fn names(&self) -> String {
        self.keys.iter().map(Key::name).collect::<Vec<_>>().join(", ")
    }

    /// A fault with the words of a language in the place of those of bokmål.
    #[must_use]
    pub fn in_language(&self, fault: &QueryFault, language: &str) -> QueryFault {
        let named = |key: &str| self.key(key).and_then(|key| key.shown.get(language));
        let name = |key: &String| named(key).map_or_else(|| key.clone(), |shown| shown.name.clone());
        let words = |key: &String, before: &String| {
            named(key).filter(|_| !before.is_empty()).map_or_else(|| before.clone(), |shown| shown.values.join(", "))
        };
        let mut fault = fault.clone();
        match &mut fault {
            QueryFault::UnknownKey { allowed, .. } => {
                let all: Vec<String> = self.keys.iter().map(|key| name(&key.name().to_owned())).collect();
                *allowed = all.join(", ");
            }
            QueryFault::UnknownValue { key, allowed, .. } | QueryFault::NoWord { key, allowed } => {
                *allowed = words(key, allowed);
                *key = name(key);
            }
            QueryFault::NoValue { key }
            | QueryFault::NotADate { key, .. }
            | QueryFault::NotANumber { key, .. }
            | QueryFault::NoOrder { key }
            | QueryFault::NotForRole { key } => *key = name(key),
            QueryFault::NothingLeftOut
            | QueryFault::OpenQuote
            | QueryFault::TooLong { .. }
            | QueryFault::TooMany { .. } => {}
        }
        fault
    }

    /// How many days a unit of time has.
    pub(super) fn days_of(&self, unit: &str) -> Option<i32> {
        let named = |names: &[String]| names.iter().any(|name| name == unit);
        if named(&self.units.day) { Some(1) } else { named(&self.units.week).then_some(7) }
    }

    /// The field that only an office may ask about, by the name that is shown.
    #[must_use]
    pub fn inside_name(&self, field: Field) -> Option<&str> {
        self.of(field).filter(|key| key.inside).map(Key::name)
    }
}
