//! One file of a key map, read so that every mistake has its place: a preset of `config/keymaps`, or a person's own.
//! Imports `app` (command, scope) and `settings` (alike).

use serde::{Deserialize as _, de::value::StrDeserializer};
use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::spelling::{Key, Stroke};
use crate::{
    app::{command::Command, scope::Scope},
    settings::alike::nearest,
};

/// A mistake of a key map, with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {fault:?}")]
pub struct BadKeymap {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong there.
    pub fault: KeyFault,
}

/// What is wrong with a key map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFault {
    /// The file does not parse; in the reader's words.
    Syntax(String),
    /// No scope has this name; with the nearest one.
    Scope(String, Option<String>),
    /// No command has this name; with the nearest one.
    Command(String, Option<String>),
    /// No key is spelled so.
    Key(String),
    /// Something else was wanted here: a text, a list of texts, or yes or no.
    Shape(String),
    /// A key stands outside of every scope.
    Loose(String),
    /// The command does nothing in this scope.
    NotHere(Command, Scope),
    /// Bekreft is Enter and nothing else: what confirms must not be what begins.
    OnlyEnter(Command),
    /// Enter confirms decisions: it must not begin one.
    EnterBegins(Command),
    /// The key begins another one of the same scope, so that neither could be told.
    Begins(Stroke, Stroke),
    /// A field takes this key as a letter.
    Letter(Stroke, Scope),
    /// The command has lost its last key here, and there is no other way out.
    Trapped(Command, Scope),
    /// No key map has this name; with those there are.
    Map(String, Vec<String>),
}

/// Where something stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Byte(usize);

/// A key map as it stands in a file.
#[derive(Debug, Default)]
pub(super) struct File {
    /// The map it builds on.
    pub(super) base: Option<(String, Byte)>,
    /// The key behind which all letters stand.
    pub(super) leader: Option<Key>,
    /// The scopes it says something of.
    pub(super) scopes: Vec<(Scope, Table)>,
}

/// What a file says of a scope.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// True for a scope that lets nothing through.
    pub(super) modal: Option<bool>,
    /// True for a scope that takes printable keys as text.
    pub(super) types: Option<bool>,
    /// The keys of the bottom line.
    pub(super) hints: Option<Vec<Stroke>>,
    /// The keys, and what they do; nothing for a key that is taken away.
    pub(super) keys: Vec<(Stroke, Option<Command>, Byte)>,
}

/// Reads a file: what can be used of it, and every mistake.
pub(super) fn read(text: &str) -> (File, Vec<BadKeymap>) {
    let reader = Reader { text };
    let mut file = File::default();
    let parsed = match DeTable::parse(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            let at = Byte(error.span().map_or(0, |span| span.start));
            return (file, vec![reader.fault(at, KeyFault::Syntax(error.message().to_owned()))]);
        }
    };
    let mut faults = Vec::new();
    for (name, value) in parsed.get_ref() {
        if let Err(fault) = reader.entry(&mut file, name, value, &mut faults) {
            faults.push(fault);
        }
    }
    (file, faults)
}

/// Line and column of a place in a text.
pub(super) fn fault(text: &str, Byte(at): Byte, fault: KeyFault) -> BadKeymap {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    BadKeymap { line, column, fault }
}

/// How a scope is named in a file.
#[must_use]
pub fn scope_name(scope: Scope) -> String {
    format!("{scope:?}").to_lowercase()
}

struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn fault(&self, at: Byte, kind: KeyFault) -> BadKeymap {
        fault(self.text, at, kind)
    }

    fn shape(&self, value: &Spanned<DeValue<'_>>) -> BadKeymap {
        let given = self.text.get(value.span()).unwrap_or_default();
        self.fault(Byte(value.span().start), KeyFault::Shape(given.to_owned()))
    }

    fn word<'v>(&self, value: &'v Spanned<DeValue<'_>>) -> Result<&'v str, BadKeymap> {
        value.get_ref().as_str().ok_or_else(|| self.shape(value))
    }

    fn flag(&self, value: &Spanned<DeValue<'_>>) -> Result<bool, BadKeymap> {
        value.get_ref().as_bool().ok_or_else(|| self.shape(value))
    }

    fn key(&self, given: &str, at: usize) -> Result<Key, BadKeymap> {
        given.parse().map_err(|_unknown| self.fault(Byte(at), KeyFault::Key(given.to_owned())))
    }

    fn stroke(&self, given: &str, at: usize) -> Result<Stroke, BadKeymap> {
        given.parse().map_err(|_unknown| self.fault(Byte(at), KeyFault::Key(given.to_owned())))
    }

    fn scope(&self, given: &str, at: Byte) -> Result<Scope, BadKeymap> {
        let found: Result<Scope, serde::de::value::Error> = Scope::deserialize(StrDeserializer::new(given));
        found.map_err(|_unknown| {
            let names: Vec<String> = Scope::ALL.iter().map(|scope| scope_name(*scope)).collect();
            self.fault(at, KeyFault::Scope(given.to_owned(), nearest(given, &names).into_iter().next()))
        })
    }

    fn command(&self, given: &str, at: usize) -> Result<Command, BadKeymap> {
        Command::from_id(given).ok_or_else(|| {
            let names: Vec<String> = Command::ALL.iter().map(|command| command.id().to_owned()).collect();
            self.fault(Byte(at), KeyFault::Command(given.to_owned(), nearest(given, &names).into_iter().next()))
        })
    }

    /// Takes in what stands at the top of a file; the mistakes inside a table are added to those there are.
    fn entry(
        &self,
        file: &mut File,
        name: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
        faults: &mut Vec<BadKeymap>,
    ) -> Result<(), BadKeymap> {
        let at = Byte(name.span().start);
        match (name.get_ref().as_ref(), value.get_ref()) {
            ("base", _) => file.base = Some((self.word(value)?.to_owned(), at)),
            ("leader", _) => file.leader = Some(self.key(self.word(value)?, value.span().start)?),
            (scope, DeValue::Table(table)) => {
                let read = self.table(table, faults);
                file.scopes.push((self.scope(scope, at)?, read));
            }
            (other, _) => return Err(self.fault(at, KeyFault::Loose(other.to_owned()))),
        }
        Ok(())
    }

    fn table(&self, table: &DeTable<'_>, faults: &mut Vec<BadKeymap>) -> Table {
        let mut read = Table::default();
        for (name, value) in table {
            let taken = match name.get_ref().as_ref() {
                "modal" => self.flag(value).map(|flag| read.modal = Some(flag)),
                "types" => self.flag(value).map(|flag| read.types = Some(flag)),
                "hints" => self.hints(value).map(|hints| read.hints = Some(hints)),
                _ => self.binding(name, value).map(|binding| read.keys.push(binding)),
            };
            faults.extend(taken.err());
        }
        read
    }

    fn hints(&self, value: &Spanned<DeValue<'_>>) -> Result<Vec<Stroke>, BadKeymap> {
        let list = value.get_ref().as_array().ok_or_else(|| self.shape(value))?;
        list.iter().map(|hint| self.stroke(self.word(hint)?, hint.span().start)).collect()
    }

    fn binding(
        &self,
        name: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(Stroke, Option<Command>, Byte), BadKeymap> {
        let stroke = self.stroke(name.get_ref(), name.span().start)?;
        let id = self.word(value)?;
        let command = if id.is_empty() { None } else { Some(self.command(id, value.span().start)?) };
        Ok((stroke, command, Byte(name.span().start)))
    }
}
