//! What a keyboard, or a terminal, has against a key map; the facts stand in `config/layouts.toml`.
//! Imports `app` (command, scope).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    keymap::Keymap,
    spelling::{Key, Stroke},
};
use crate::app::{command::Command, scope::Scope};

/// The facts that are built in.
const FILE: &str = include_str!("../../config/layouts.toml");

/// What is known of keyboards and terminals.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layouts {
    /// Keys that terminals often keep for themselves.
    taken: Vec<String>,
    /// The keyboards, by the name of their country.
    layout: BTreeMap<String, Layout>,
}

/// A keyboard.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Layout {
    /// Signs that need `AltGr`.
    altgr: String,
    /// Signs that wait for the next letter.
    dead: String,
    /// Letters that are not there.
    missing: String,
}

/// What is wrong with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Snag {
    /// It needs `AltGr`.
    AltGr,
    /// It waits for the next letter.
    Dead,
    /// It is not on the keyboard.
    Missing,
    /// Terminals often keep it for themselves.
    Taken,
}

/// A key with a snag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The scope.
    pub scope: Scope,
    /// The key.
    pub stroke: Stroke,
    /// What it does.
    pub command: Command,
    /// What is wrong with it.
    pub snag: Snag,
    /// True when no other key does the same there.
    pub alone: bool,
}

impl Layouts {
    /// The facts that are built in.
    ///
    /// # Errors
    /// When the file does not parse; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, toml::de::Error> {
        toml::from_str(FILE)
    }

    /// The names of the keyboards.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.layout.keys().map(String::as_str)
    }

    /// Every key of a map that has a snag on a keyboard; none for a keyboard that is not known.
    #[must_use]
    pub fn lint(&self, keymap: &Keymap, name: &str) -> Option<Vec<Found>> {
        let layout = self.layout.get(name)?;
        let snag = |stroke: Stroke| {
            [stroke.first, Some(stroke.key)].into_iter().flatten().find_map(|key| self.snag(layout, key))
        };
        let found = keymap.every_key().filter_map(|(scope, stroke, command)| {
            let snag_here = snag(stroke)?;
            let alone = keymap.keys_of(scope, command).into_iter().all(|other| snag(other).is_some());
            Some(Found { scope, stroke, command, snag: snag_here, alone })
        });
        Some(found.collect())
    }

    fn snag(&self, layout: &Layout, key: Key) -> Option<Snag> {
        if self.taken.iter().any(|taken| taken.parse() == Ok(key)) {
            return Some(Snag::Taken);
        }
        let Key::Char(letter) = key else { return None };
        let of = [(&layout.altgr, Snag::AltGr), (&layout.dead, Snag::Dead), (&layout.missing, Snag::Missing)];
        of.into_iter().find(|(letters, _)| letters.contains(letter)).map(|(_, snag)| snag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_preset_has_a_key_that_a_norwegian_keyboard_or_a_terminal_is_against() {
        let layouts = Layouts::embedded().expect("config/layouts.toml parses");
        for name in Keymap::names() {
            let found = layouts.lint(&Keymap::preset(name).expect("the preset parses"), "no").expect("a keyboard");
            assert!(found.iter().all(|found| !found.alone && found.snag == Snag::Taken), "{name}: {found:?}");
        }
    }

    #[test]
    fn what_a_keyboard_lacks_is_found_and_whether_another_key_does_the_same() {
        let layouts = Layouts::embedded().expect("config/layouts.toml parses");
        let own = "[list]\n\"@\" = \"take\"\n\"t\" = \"\"\n\"^\" = \"up\"\n";
        let keymap = Keymap::own("norsk", own).expect("a key map");
        let found = layouts.lint(&keymap, "no").expect("a keyboard");
        let told: Vec<(String, Snag, bool)> = found
            .iter()
            .filter(|found| found.scope == Scope::List)
            .map(|one| (one.stroke.to_string(), one.snag, one.alone))
            .collect();
        assert_eq!(told, [("@".to_owned(), Snag::AltGr, true), ("^".to_owned(), Snag::Dead, false)]);
        let american = layouts.lint(&Keymap::standard().expect("the preset parses"), "us").expect("a keyboard");
        assert!(american.iter().any(|found| found.snag == Snag::Missing && !found.alone), "æ has n beside it");
        assert!(american.iter().all(|found| !found.alone));
        assert_eq!(layouts.lint(&keymap, "xx"), None);
    }
}
