//! The key map: which key does what in which scope. `config/keymaps/norsk.toml` is the whole of it; other presets, and a
//! person's own file, say only what differs.
//! Imports `app` (command, msg, scope).

use std::collections::{BTreeMap, BTreeSet};

use super::{
    file::{self, BadKeymap, Byte, File, KeyFault, Table},
    spelling::{Key, Stroke},
};
use crate::app::{command::Command, msg::Typed, scope::Scope};

/// Every preset that is built in: the name of its file, and its text.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/keymaps.rs"));

/// The preset that all others build on, and that is used when no other is chosen.
pub const STANDARD: &str = "norsk";

/// The preset with which the screen is told and not drawn.
pub const LINEAR: &str = "skjermleser";

/// What a key does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A person wants something.
    Command(Command),
    /// A person types.
    Typed(Typed),
    /// The key begins another one: the next key tells.
    Begins,
}

/// The keys of one scope.
#[derive(Debug, Clone, Default)]
struct Bindings {
    modal: bool,
    types: bool,
    hints: Vec<Stroke>,
    keys: BTreeMap<Stroke, Command>,
}

/// The key map.
#[derive(Debug, Clone)]
pub struct Keymap {
    scopes: BTreeMap<Scope, Bindings>,
    leader: Option<Key>,
}

impl Keymap {
    /// The preset that is used when no other is chosen.
    ///
    /// # Errors
    /// [`BadKeymap`]; a test holds that this never happens in a build.
    pub fn standard() -> Result<Self, BadKeymap> {
        Self::preset(STANDARD)
    }

    /// A preset that is built in.
    ///
    /// # Errors
    /// [`KeyFault::Map`] when there is none of this name.
    pub fn preset(name: &str) -> Result<Self, BadKeymap> {
        let (built, faults) = Self::empty().with(text_of(STANDARD)?);
        let built = first(built, faults)?;
        if name == STANDARD {
            return Ok(built);
        }
        let (built, faults) = built.with(text_of(name)?);
        first(built, faults)
    }

    /// A person's own file, on top of the preset that it names itself, else of the one that is chosen.
    ///
    /// # Errors
    /// [`BadKeymap`] names the place and what is wrong there.
    pub fn own(preset: &str, text: &str) -> Result<Self, BadKeymap> {
        let (built, faults) = Self::laid_over(preset, text);
        first(built, faults)
    }

    /// Every mistake in a person's own file, in the order of the file.
    #[must_use]
    pub fn mistakes(preset: &str, text: &str) -> Vec<BadKeymap> {
        let mut faults = Self::laid_over(preset, text).1;
        faults.sort_by_key(|fault| (fault.line, fault.column));
        faults
    }

    fn laid_over(preset: &str, text: &str) -> (Self, Vec<BadKeymap>) {
        let named = file::read(text).0.base;
        let (name, at) = named.clone().unwrap_or_else(|| (preset.to_owned(), Byte::default()));
        let bad = match Self::preset(&name) {
            Ok(built) => return built.with(text),
            Err(bad) => file::fault(text, at, bad.fault),
        };
        // The rest of the file is read as it would be on the map that is used without it.
        let (built, mut faults) = match Self::preset(preset) {
            Ok(built) if named.is_some() => built.with(text),
            _ => (Self::empty(), Vec::new()),
        };
        faults.retain(|fault| !matches!(fault.fault, KeyFault::Trapped(..)));
        faults.push(bad);
        (built, faults)
    }

    fn empty() -> Self {
        Self { scopes: BTreeMap::new(), leader: None }
    }

    /// The names of the presets.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().filter_map(|(file, _)| file.strip_suffix(".toml"))
    }

    /// This key map with what a file says on top, and every mistake in it.
    fn with(mut self, text: &str) -> (Self, Vec<BadKeymap>) {
        let (File { leader, scopes, .. }, mut faults) = file::read(text);
        let whole = self.scopes.is_empty();
        for (scope, table) in scopes {
            let found = self.take(scope, table, whole).into_iter();
            faults.extend(found.map(|(at, fault)| file::fault(text, at, fault)));
        }
        if let Some(leader) = leader {
            self.lead(leader);
        }
        // What is missing may be what was mistaken: it is asked for only when nothing was.
        if faults.is_empty() {
            faults.extend(self.usable().err().map(|fault| file::fault(text, Byte::default(), fault)));
        }
        (self, faults)
    }

    /// Takes in what a file says of a scope, and gives back the mistakes in it.
    fn take(&mut self, scope: Scope, table: Table, whole: bool) -> Vec<(Byte, KeyFault)> {
        let mut faults = Vec::new();
        let known: BTreeSet<Command> = [scope, Scope::Global].into_iter().flat_map(|scope| self.bound(scope)).collect();
        let bindings = self.scopes.entry(scope).or_default();
        bindings.modal = table.modal.unwrap_or(bindings.modal);
        bindings.types = table.types.unwrap_or(bindings.types);
        for (stroke, command, at) in table.keys {
            let Some(command) = command else {
                bindings.keys.remove(&stroke);
                continue;
            };
            if command == Command::Confirm && stroke != Stroke::from(Key::ENTER) {
                faults.push((at, KeyFault::OnlyEnter(command)));
                continue;
            }
            if command.begins_decision() && stroke == Stroke::from(Key::ENTER) {
                faults.push((at, KeyFault::EnterBegins(command)));
                continue;
            }
            if !whole && !known.contains(&command) {
                faults.push((at, KeyFault::NotHere(command, scope)));
                continue;
            }
            let letter = matches!(stroke.first.unwrap_or(stroke.key), Key::Char(_));
            if !whole && bindings.types && letter && !bindings.keys.contains_key(&stroke) {
                faults.push((at, KeyFault::Letter(stroke, scope)));
                continue;
            }
            bindings.keys.insert(stroke, command);
        }
        if let Some(hints) = table.hints {
            bindings.hints = hints;
        }
        faults
    }

    /// Puts every letter outside the fields behind a key.
    fn lead(&mut self, leader: Key) {
        self.leader = Some(leader);
        let behind = |stroke: Stroke| match stroke {
            Stroke { first: None, key: key @ Key::Char(_) } => Stroke { first: Some(leader), key },
            other => other,
        };
        for bindings in self.scopes.values_mut().filter(|bindings| !bindings.types) {
            bindings.keys = bindings.keys.iter().map(|(stroke, command)| (behind(*stroke), *command)).collect();
            bindings.hints = bindings.hints.iter().map(|stroke| behind(*stroke)).collect();
        }
    }

    /// What no key map may be: one in which a key both does and begins something, or one without a way out.
    fn usable(&self) -> Result<(), KeyFault> {
        if let Some(missing) = Scope::ALL.into_iter().find(|scope| !self.scopes.contains_key(scope)) {
            return Err(KeyFault::Scope(file::scope_name(missing), None));
        }
        for (scope, bindings) in &self.scopes {
            let mut strokes = self.strokes(*scope);
            if let Some((single, double)) = strokes.find_map(|double| {
                let single = Stroke::from(double.first?);
                (self.command(*scope, single).is_some()).then_some((single, double))
            }) {
                return Err(KeyFault::Begins(single, double));
            }
            let out = [Command::Back, Command::Done, Command::ClearSearch, Command::Unlock];
            let shut = bindings.modal && !bindings.keys.values().any(|command| out.contains(command));
            if shut && *scope != Scope::Gate {
                return Err(KeyFault::Trapped(Command::Back, *scope));
            }
        }
        let sure = self.command(Scope::Summary, Stroke::from(Key::ENTER)) == Some(Command::Confirm);
        if sure { Ok(()) } else { Err(KeyFault::Trapped(Command::Confirm, Scope::Summary)) }
    }

    /// What a key does in a scope: the inner scope wins, a modal scope lets nothing through, a field takes the rest.
    #[must_use]
    pub fn deed(&self, scope: Scope, key: Key) -> Option<Deed> {
        if let Some(command) = self.scopes.get(&scope)?.keys.get(&Stroke::from(key)) {
            return Some(Deed::Command(*command));
        }
        if self.types(scope) {
            return key.typed().map(Deed::Typed);
        }
        match self.command(scope, Stroke::from(key)) {
            Some(command) => Some(Deed::Command(command)),
            None => self.strokes(scope).any(|stroke| stroke.first == Some(key)).then_some(Deed::Begins),
        }
    }

    /// What a key does after one that begins it.
    #[must_use]
    pub fn after(&self, scope: Scope, first: Key, key: Key) -> Option<Command> {
        self.command(scope, Stroke { first: Some(first), key })
    }

    /// The keys that go on from one that begins them, and what they do.
    #[must_use]
    pub fn following(&self, scope: Scope, first: Key) -> Vec<(Key, Command)> {
        let strokes = self.strokes(scope).filter(|stroke| stroke.first == Some(first));
        strokes.filter_map(|stroke| Some((stroke.key, self.command(scope, stroke)?))).collect()
    }

    /// True when a key may begin or confirm a decision in a scope, alone or after another one.
    #[must_use]
    pub fn is_weighty(&self, scope: Scope, key: Key) -> bool {
        let mut commands =
            self.strokes(scope).filter(|stroke| stroke.key == key).filter_map(|stroke| self.command(scope, stroke));
        commands.any(|command| command.concerns_decision() || command == Command::Open)
    }

    /// The key behind which all letters stand, if there is one.
    #[must_use]
    pub fn leader(&self) -> Option<Key> {
        self.leader
    }

    fn command(&self, scope: Scope, stroke: Stroke) -> Option<Command> {
        let bindings = self.scopes.get(&scope)?;
        let own = bindings.keys.get(&stroke);
        let behind = || self.scopes.get(&Scope::Global).filter(|_| !bindings.modal)?.keys.get(&stroke);
        own.or_else(behind).copied()
    }

    /// Every key that does something in a scope.
    fn strokes(&self, scope: Scope) -> impl Iterator<Item = Stroke> {
        let modal = self.scopes.get(&scope).is_some_and(|bindings| bindings.modal);
        let global = self.scopes.get(&Scope::Global).filter(|_| !modal && scope != Scope::Global);
        let tables = self.scopes.get(&scope).into_iter().chain(global);
        let strokes: BTreeSet<Stroke> = tables.flat_map(|bindings| bindings.keys.keys().copied()).collect();
        strokes.into_iter()
    }

    fn bound(&self, scope: Scope) -> impl Iterator<Item = Command> {
        self.scopes.get(&scope).into_iter().flat_map(|bindings| bindings.keys.values().copied())
    }

    /// True when a scope takes printable keys as text.
    #[must_use]
    pub fn types(&self, scope: Scope) -> bool {
        self.scopes.get(&scope).is_some_and(|bindings| bindings.types)
    }

    /// The keys of a command in a scope, named ones last; the global ones where the scope lets them through.
    #[must_use]
    pub fn keys_of(&self, scope: Scope, command: Command) -> Vec<Stroke> {
        let of = |scope: Scope| {
            let keys = self.scopes.get(&scope).map(|bindings| &bindings.keys);
            keys.into_iter().flatten().filter(move |(_, bound)| **bound == command).map(|(stroke, _)| *stroke)
        };
        let modal = self.scopes.get(&scope).is_some_and(|bindings| bindings.modal);
        let mut keys: Vec<Stroke> = of(scope).collect();
        if !modal && scope != Scope::Global {
            keys.extend(of(Scope::Global));
        }
        keys
    }

    /// What the bottom line shows in a scope: keys and their commands.
    pub fn hints(&self, scope: Scope) -> impl Iterator<Item = (Stroke, Command)> {
        let hints = self.scopes.get(&scope).map_or(&[][..], |bindings| bindings.hints.as_slice());
        hints.iter().filter_map(move |stroke| Some((*stroke, self.command(scope, *stroke)?)))
    }

    /// Every command that has a key in a scope, in the order of the list of commands.
    #[must_use]
    pub fn commands(&self, scope: Scope) -> Vec<Command> {
        Command::ALL.iter().copied().filter(|command| !self.keys_of(scope, *command).is_empty()).collect()
    }

    /// Every key that is bound anywhere, with its scope.
    pub fn every_key(&self) -> impl Iterator<Item = (Scope, Stroke, Command)> {
        self.scopes
            .iter()
            .flat_map(|(scope, bindings)| bindings.keys.iter().map(|(stroke, command)| (*scope, *stroke, *command)))
    }
}

/// The key map, unless something is mistaken: then what stands first.
fn first(built: Keymap, faults: Vec<BadKeymap>) -> Result<Keymap, BadKeymap> {
    match faults.into_iter().min_by_key(|fault| (fault.line, fault.column)) {
        Some(fault) => Err(fault),
        None => Ok(built),
    }
}

/// The text of a preset.
fn text_of(name: &str) -> Result<&'static str, BadKeymap> {
    let file = FILES.iter().find(|(file, _)| file.strip_suffix(".toml") == Some(name));
    file.map(|(_, text)| *text).ok_or_else(|| {
        let names = Keymap::names().map(str::to_owned).collect();
        file::fault("", Byte::default(), KeyFault::Map(name.to_owned(), names))
    })
}

#[cfg(test)]
mod tests;
