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
        let (name, at) = file::read(text).0.base.unwrap_or_else(|| (preset.to_owned(), Byte::default()));
        match Self::preset(&name) {
            Ok(built) => built.with(text),
            Err(bad) => (Self::empty(), vec![file::fault(text, at, bad.fault)]),
        }
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
mod tests {
    use super::*;

    fn keymap() -> Keymap {
        Keymap::standard().expect("the preset parses")
    }

    fn check(scope: Scope, key: &str, deed: Option<&Deed>) {
        assert_eq!(keymap().deed(scope, key.parse().expect("a key of the test")).as_ref(), deed, "{scope:?} {key}");
    }

    #[test]
    fn no_default_key_needs_altgr_or_a_dead_key_on_a_norwegian_keyboard() {
        for (_, stroke, _) in Keymap::names().flat_map(|name| preset(name).every_key().collect::<Vec<_>>()) {
            for key in [stroke.first, Some(stroke.key)].into_iter().flatten() {
                assert!(!matches!(key, Key::Char(letter) if "[]{}@$£€~^`´|\\".contains(letter)), "{stroke}");
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

    fn preset(name: &str) -> Keymap {
        Keymap::preset(name).expect("the preset parses")
    }

    #[test]
    fn in_every_preset_every_command_has_a_key_where_it_has_one_in_norsk() {
        for name in Keymap::names() {
            let keymap = preset(name);
            for scope in Scope::ALL {
                assert_eq!(keymap.commands(scope), preset(STANDARD).commands(scope), "{name} {scope:?}");
            }
        }
    }

    #[test]
    fn behind_a_leader_no_letter_does_anything_alone() {
        let keymap = preset("prefix");
        let leader = keymap.leader().expect("a leader");
        for (scope, stroke, command) in keymap.every_key() {
            let alone = stroke.first.is_none() && matches!(stroke.key, Key::Char(_));
            assert!(!alone || keymap.types(scope), "{scope:?} {stroke} {command:?}");
        }
        assert_eq!(keymap.deed(Scope::Report, Key::Char('a')), None);
        assert_eq!(keymap.deed(Scope::Report, leader), Some(Deed::Begins));
        assert_eq!(keymap.after(Scope::Report, leader, Key::Char('a')), Some(Command::Approve));
        assert_eq!(keymap.after(Scope::Report, leader, Key::Char('z')), Some(Command::Undo));
        assert!(keymap.following(Scope::Report, leader).contains(&(Key::Char('a'), Command::Approve)));
    }

    #[test]
    fn in_vim_two_letters_go_to_the_beginning_and_one_to_the_end() {
        let keymap = preset("vim");
        let g = Key::Char('g');
        assert_eq!(keymap.deed(Scope::List, g), Some(Deed::Begins));
        assert_eq!(keymap.after(Scope::List, g, g), Some(Command::First));
        assert_eq!(keymap.deed(Scope::List, Key::Char('G')), Some(Deed::Command(Command::Last)));
    }

    #[test]
    fn keys_of_one_s_own_come_on_top_of_a_preset() {
        let keymap = Keymap::own(STANDARD, "[report]\n\"å\" = \"next-task\"\n\"æ\" = \"\"\n").expect("a key map");
        assert_eq!(keymap.deed(Scope::Report, Key::Char('å')), Some(Deed::Command(Command::NextTask)));
        assert_eq!(keymap.deed(Scope::Report, Key::Char('æ')), None);
        let vim = Keymap::own(STANDARD, "base = \"vim\"\n").expect("a key map");
        assert_eq!(vim.deed(Scope::List, Key::Char('g')), Some(Deed::Begins));
    }

    fn refused(text: &str, at: (usize, usize), fault: &KeyFault) {
        let bad = Keymap::own(STANDARD, text).expect_err("a mistake");
        assert_eq!(((bad.line, bad.column), &bad.fault), (at, fault), "{text}");
    }

    #[test]
    fn a_mistake_in_a_key_map_is_told_with_its_place_and_the_nearest_name() {
        let some = |text: &str| Some(text.to_owned());
        refused("[list]\n\"x\" = \"opem\"\n", (2, 7), &KeyFault::Command("opem".into(), some("open")));
        refused("[list]\n\"Entr\" = \"open\"\n", (2, 1), &KeyFault::Key("Entr".into()));
        refused("# mine\n[lst]\n", (2, 2), &KeyFault::Scope("lst".into(), some("list")));
        refused("[list]\n\"x\" = 4\n", (2, 7), &KeyFault::Shape("4".into()));
        let names = Keymap::names().map(str::to_owned).collect();
        refused("\nbase = \"emacs\"\n", (2, 1), &KeyFault::Map("emacs".into(), names));
        let bad = Keymap::own(STANDARD, "[list]\n\"x\" = \n").expect_err("a mistake");
        assert!(matches!(bad.fault, KeyFault::Syntax(_)) && bad.line == 2, "{bad:?}");
    }

    #[test]
    fn every_mistake_of_a_key_map_is_told_in_the_order_of_the_file() {
        let text = "[list]\n\"x\" = \"opem\"\n\"Entr\" = \"open\"\n[lst]\n[summary]\n\"a\" = \"confirm\"\n";
        let lines: Vec<usize> = Keymap::mistakes(STANDARD, text).iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [2, 3, 4, 6]);
        assert_eq!(Keymap::mistakes(STANDARD, "[list]\n\"å\" = \"open\"\n"), []);
    }

    #[test]
    fn a_key_map_cannot_make_a_decision_easier_to_give_by_accident() {
        let q = Stroke::from(Key::Char('q'));
        refused("[summary]\n\"a\" = \"confirm\"\n", (2, 1), &KeyFault::OnlyEnter(Command::Confirm));
        refused("[list]\n\"a\" = \"approve\"\n", (2, 1), &KeyFault::NotHere(Command::Approve, Scope::List));
        refused("[summary]\n\"Enter\" = \"\"\n", (1, 1), &KeyFault::Trapped(Command::Confirm, Scope::Summary));
        let shut = "[summary]\n\"Esc\" = \"\"\n\"q\" = \"\"\n";
        refused(shut, (1, 1), &KeyFault::Trapped(Command::Back, Scope::Summary));
        let both = Stroke { first: Some(Key::Char('q')), key: Key::Char('q') };
        refused("[list]\n\"q q\" = \"back\"\n", (1, 1), &KeyFault::Begins(q, both));
        refused("[editor]\n\"x\" = \"done\"\n", (2, 1), &KeyFault::Letter(Key::Char('x').into(), Scope::Editor));
    }
}
