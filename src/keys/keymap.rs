//! The key map: which key does what in which scope, from `config/keymap.toml`.
//! Imports `app` (command, msg, scope).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::spelling::{Key, UnknownKey};
use crate::app::{command::Command, msg::Typed, scope::Scope};

/// The key map that is built in.
const DEFAULT: &str = include_str!("../../config/keymap.toml");

/// A key map that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadKeymap {
    /// The file does not parse.
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    /// A scope binds something that is no key.
    #[error("[{scope:?}]: {fault}")]
    Key {
        /// The scope.
        scope: Scope,
        /// What is wrong.
        fault: UnknownKey,
    },
    /// A scope binds a key to something that is no command.
    #[error("[{scope:?}]: no command is named `{id}`")]
    Command {
        /// The scope.
        scope: Scope,
        /// What was named.
        id: String,
    },
    /// A scope is missing.
    #[error("the scope [{0:?}] is missing")]
    Scope(Scope),
}

/// What a key does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A person wants something.
    Command(Command),
    /// A person types.
    Typed(Typed),
}

#[derive(Debug, Deserialize)]
struct ScopeTable {
    #[serde(default)]
    modal: bool,
    #[serde(default)]
    types: bool,
    #[serde(default)]
    hints: Vec<String>,
    #[serde(flatten)]
    keys: BTreeMap<String, String>,
}

/// The keys of one scope.
#[derive(Debug, Clone, Default)]
struct Bindings {
    modal: bool,
    types: bool,
    hints: Vec<Key>,
    keys: BTreeMap<Key, Command>,
}

/// The key map.
#[derive(Debug, Clone)]
pub struct Keymap {
    scopes: BTreeMap<Scope, Bindings>,
}

impl Keymap {
    /// The key map that is built in.
    ///
    /// # Errors
    /// [`BadKeymap`]; a test holds that this never happens in a build.
    pub fn standard() -> Result<Self, BadKeymap> {
        Self::parse(DEFAULT)
    }

    /// Reads a key map.
    ///
    /// # Errors
    /// [`BadKeymap`] names the scope and the key or command that is not known.
    pub fn parse(text: &str) -> Result<Self, BadKeymap> {
        let tables: BTreeMap<Scope, ScopeTable> = toml::from_str(text)?;
        let scopes = tables
            .into_iter()
            .map(|(scope, table)| bindings(scope, &table).map(|bindings| (scope, bindings)))
            .collect::<Result<BTreeMap<_, _>, _>>()?;
        match Scope::ALL.iter().find(|scope| !scopes.contains_key(scope)) {
            Some(missing) => Err(BadKeymap::Scope(*missing)),
            None => Ok(Self { scopes }),
        }
    }

    /// What a key does in a scope: the inner scope wins, a modal scope lets nothing through, a field takes the rest.
    #[must_use]
    pub fn deed(&self, scope: Scope, key: Key) -> Option<Deed> {
        let bindings = self.scopes.get(&scope)?;
        if let Some(command) = bindings.keys.get(&key) {
            return Some(Deed::Command(*command));
        }
        if bindings.types {
            return key.typed().map(Deed::Typed);
        }
        if bindings.modal {
            return None;
        }
        self.scopes.get(&Scope::Global)?.keys.get(&key).copied().map(Deed::Command)
    }

    /// True when a scope takes printable keys as text.
    #[must_use]
    pub fn types(&self, scope: Scope) -> bool {
        self.scopes.get(&scope).is_some_and(|bindings| bindings.types)
    }

    /// The keys of a command in a scope, named ones last; the global ones where the scope lets them through.
    #[must_use]
    pub fn keys_of(&self, scope: Scope, command: Command) -> Vec<Key> {
        let of = |scope: Scope| {
            let keys = self.scopes.get(&scope).map(|bindings| &bindings.keys);
            keys.into_iter().flatten().filter(move |(_, bound)| **bound == command).map(|(key, _)| *key)
        };
        let modal = self.scopes.get(&scope).is_some_and(|bindings| bindings.modal);
        let mut keys: Vec<Key> = of(scope).collect();
        if !modal && scope != Scope::Global {
            keys.extend(of(Scope::Global));
        }
        keys
    }

    /// What the bottom line shows in a scope: keys and their commands.
    pub fn hints(&self, scope: Scope) -> impl Iterator<Item = (Key, Command)> {
        let keys = self.scopes.get(&scope).map_or(&[][..], |bindings| bindings.hints.as_slice());
        keys.iter().filter_map(move |key| match self.deed(scope, *key) {
            Some(Deed::Command(command)) => Some((*key, command)),
            _ => None,
        })
    }

    /// Every command that has a key in a scope, in the order of the list of commands.
    #[must_use]
    pub fn commands(&self, scope: Scope) -> Vec<Command> {
        Command::ALL.iter().copied().filter(|command| !self.keys_of(scope, *command).is_empty()).collect()
    }

    /// Every key that is bound anywhere.
    pub fn every_key(&self) -> impl Iterator<Item = Key> {
        self.scopes.values().flat_map(|bindings| bindings.keys.keys().copied())
    }
}

fn bindings(scope: Scope, table: &ScopeTable) -> Result<Bindings, BadKeymap> {
    let command = |id: &str| Command::from_id(id).ok_or_else(|| BadKeymap::Command { scope, id: id.to_owned() });
    let key = |text: &str| text.parse::<Key>().map_err(|fault| BadKeymap::Key { scope, fault });
    let keys = table
        .keys
        .iter()
        .map(|(text, id)| Ok((key(text)?, command(id)?)))
        .collect::<Result<BTreeMap<Key, Command>, BadKeymap>>()?;
    let hints = table.hints.iter().map(|text| key(text)).collect::<Result<Vec<_>, _>>()?;
    Ok(Bindings { modal: table.modal, types: table.types, hints, keys })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keymap() -> Keymap {
        Keymap::standard().expect("config/keymap.toml parses")
    }

    fn check(scope: Scope, key: &str, deed: Option<&Deed>) {
        assert_eq!(keymap().deed(scope, key.parse().expect("a key of the test")).as_ref(), deed, "{scope:?} {key}");
    }

    #[test]
    fn no_default_key_needs_altgr_or_a_dead_key_on_a_norwegian_keyboard() {
        for key in keymap().every_key() {
            if let Key::Char(letter) = key {
                assert!(!"[]{}@$£€~^`´|\\".contains(letter), "{letter}");
            }
        }
    }

    #[test]
    fn a_decision_is_begun_inside_a_task_only_and_confirmed_by_enter_only() {
        for scope in Scope::ALL {
            for command in keymap().commands(scope) {
                let inside = matches!(scope, Scope::Report | Scope::Access);
                let begins = matches!(
                    command,
                    Command::Approve | Command::Return | Command::Grant | Command::Reject | Command::Forward
                );
                assert!(!begins || inside, "{scope:?} {command:?}");
            }
        }
        let keys = keymap().keys_of(Scope::Summary, Command::Confirm);
        assert_eq!(keys.iter().map(ToString::to_string).collect::<Vec<_>>(), ["Enter"]);
    }

    #[test]
    fn a_dialog_lets_no_key_through_and_a_field_takes_them_as_text() {
        check(Scope::Summary, "a", None);
        check(Scope::Summary, "z", None);
        check(Scope::Editor, "a", Some(&Deed::Typed(Typed::Char('a'))));
        check(Scope::Editor, "Enter", Some(&Deed::Typed(Typed::Enter)));
        check(Scope::Report, "z", Some(&Deed::Command(Command::Undo)));
        check(Scope::List, "a", None);
    }

    #[test]
    fn a_key_map_with_an_unknown_command_or_key_is_refused_by_name() {
        let fault = |text: &str| Keymap::parse(text).expect_err("not a key map").to_string();
        assert!(fault("[list]\n\"x\" = \"aprove\"").contains("aprove"));
        assert!(fault("[list]\n\"Entr\" = \"open\"").contains("Entr"));
        assert!(fault("[nowhere]\n").contains("nowhere"));
    }
}
