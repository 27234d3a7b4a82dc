//! `sfv keys`: what each key does, and what a keyboard or a terminal has against it.
//! Imports `app` (scope), `keys`, `settings` and `text`.

use std::{fs, io, path::PathBuf};

use serde::Serialize;

use super::{
    args::{KeysCommand, LintArgs},
    failure::Failure,
    session::Desk,
    table::Table,
};
use crate::{
    app::scope::Scope,
    keys::{
        file::{BadKeymap, KeyFault, scope_name},
        keymap::Keymap,
        lint::{Found, Layouts, Snag},
    },
    settings::{Places, Settings, alike::nearest},
    text::{Texts, clean, foreign},
};

/// The file of a person's own keys, in the folder of the settings.
const OWN: &str = "keymap.toml";
/// The exit code when something cannot be typed.
const CANNOT_BE_TYPED: u8 = 3;

/// What a key does.
#[derive(Serialize)]
struct Line {
    scope: String,
    keys: Vec<String>,
    command: &'static str,
    does: String,
}

/// What is known of the keys.
#[derive(Serialize)]
struct Listed {
    preset: String,
    keys: Vec<Line>,
}

/// What a keyboard has against them.
#[derive(Serialize)]
struct Linted {
    layout: String,
    found: Vec<SnagLine>,
}

#[derive(Serialize)]
struct SnagLine {
    scope: String,
    key: String,
    command: &'static str,
    snag: Snag,
    alone: bool,
}

/// The file of a person's own keys.
pub(super) fn own_file(places: &Places) -> PathBuf {
    places.config.join(OWN)
}

/// The key map that holds: the preset of the settings, and the person's own file on top.
pub(super) fn keymap(places: &Places, settings: &Settings) -> Result<Keymap, Failure> {
    let preset = &settings.keys;
    if !Keymap::names().any(|name| name == preset.value) {
        let choices = Keymap::names().map(str::to_owned).collect();
        return Err(Failure::NotOneOf { place: preset.origin.to_string(), given: preset.value.clone(), choices });
    }
    let file = own_file(places);
    let built = match fs::read_to_string(&file) {
        Ok(text) => Keymap::own(&preset.value, &text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Keymap::preset(&preset.value),
        Err(cause) => return Err(Failure::Input { file, cause }),
    };
    built.map_err(|bad| Failure::Keymap { file, bad: Box::new(bad) })
}

/// Does what is wanted, and gives the exit code.
pub(super) fn run(desk: &Desk, command: &KeysCommand) -> Result<u8, Failure> {
    let keymap = keymap(&desk.places, &desk.settings)?;
    match command {
        KeysCommand::List => {
            desk.output.answer("keys", &listed(desk, &keymap), list)?;
            Ok(0)
        }
        KeysCommand::Lint(args) => lint(desk, &keymap, args),
    }
}

fn listed(desk: &Desk, keymap: &Keymap) -> Listed {
    let texts = &desk.output.texts;
    let of = |scope: Scope| {
        keymap.commands(scope).into_iter().filter_map(move |command| {
            let keys = keymap.keys_of(scope, command);
            // What holds everywhere is told once.
            let everywhere = scope != Scope::Global && keymap.keys_of(Scope::Global, command) == keys;
            let keys = keys.iter().map(ToString::to_string).collect();
            let does = texts.say(&format!("cmd-{}", command.id()));
            (!everywhere).then(|| Line { scope: scope_name(scope), keys, command: command.id(), does })
        })
    };
    Listed { preset: desk.settings.keys.value.clone(), keys: Scope::ALL.into_iter().flat_map(of).collect() }
}

fn list(texts: &Texts, listed: &Listed) -> Vec<String> {
    let mut lines = vec![texts.with("keys-preset", &[("preset", &listed.preset)])];
    for rows in listed.keys.chunk_by(|one, other| one.scope == other.scope) {
        let mut table = Table::plain();
        for row in rows {
            table.push(vec![row.keys.join(", "), row.does.clone(), row.command.to_owned()]);
        }
        lines.extend([String::new(), texts.say(&format!("scope-{}", rows[0].scope))]);
        lines.extend(table.lines().into_iter().map(|line| format!("  {line}")));
    }
    lines
}

fn lint(desk: &Desk, keymap: &Keymap, args: &LintArgs) -> Result<u8, Failure> {
    let layouts = Layouts::embedded().map_err(|error| Failure::Internal(error.to_string()))?;
    let Some(found) = layouts.lint(keymap, &args.layout) else {
        let choices = layouts.names().map(str::to_owned).collect();
        return Err(Failure::NotOneOf { place: "--layout".to_owned(), given: args.layout.clone(), choices });
    };
    let line = |found: &Found| SnagLine {
        scope: scope_name(found.scope),
        key: found.stroke.to_string(),
        command: found.command.id(),
        snag: found.snag,
        alone: found.alone,
    };
    let linted = Linted { layout: args.layout.clone(), found: found.iter().map(line).collect() };
    desk.output.answer("keys-lint", &linted, snags)?;
    Ok(if found.iter().any(|found| found.alone) { CANNOT_BE_TYPED } else { 0 })
}

fn snags(texts: &Texts, linted: &Linted) -> Vec<String> {
    let mut lines: Vec<String> = linted
        .found
        .iter()
        .map(|found| {
            let values = [
                ("scope", texts.say(&format!("scope-{}", found.scope))),
                ("key", clean::line(&found.key)),
                ("command", texts.say(&format!("cmd-{}", found.command))),
                ("snag", texts.of_family("keys-snag", &found.snag)),
            ];
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            texts.with(if found.alone { "keys-snag-alone" } else { "keys-snag-beside" }, &values)
        })
        .collect();
    let alone = linted.found.iter().filter(|found| found.alone).count();
    lines.push(texts.count("keys-linted", i64::try_from(alone).unwrap_or(i64::MAX), &[("layout", &linted.layout)]));
    lines
}

/// A sentence about a name that does not exist, with the one that may have been meant; none where none is near.
pub(super) fn or_meant(texts: &Texts, sentence: &str, given: &str, names: &[String]) -> Option<String> {
    let name = nearest(given, names).into_iter().next()?;
    Some(format!("{sentence} {}", texts.with("keys-near", &[("name", &name)])))
}

/// What is wrong with a key map, in a sentence.
pub(super) fn say(texts: &Texts, bad: &BadKeymap) -> String {
    let near = |id: &str, given: &str, nearest: Option<&String>| {
        let near = nearest.map(|name| texts.with("keys-near", &[("name", name)])).unwrap_or_default();
        texts.with(id, &[("given", &clean::line(given)), ("near", &near)])
    };
    let scope = |scope: &Scope| texts.say(&format!("scope-{}", scope_name(*scope)));
    match &bad.fault {
        KeyFault::Syntax(detail) => texts.with("keys-bad-syntax", &[("detail", &foreign::say(texts, detail))]),
        KeyFault::Scope(given, nearest) => near("keys-bad-scope", given, nearest.as_ref()),
        KeyFault::Command(given, nearest) => near("keys-bad-command", given, nearest.as_ref()),
        KeyFault::Key(given) => texts.with("keys-bad-key", &[("given", &clean::line(given))]),
        KeyFault::Loose(given) => texts.with("keys-loose", &[("given", &clean::line(given))]),
        KeyFault::Shape(given) => texts.with("keys-bad-shape", &[("given", &clean::line(given))]),
        KeyFault::NotHere(command, here) => {
            texts.with("keys-not-here", &[("command", command.id()), ("scope", &scope(here))])
        }
        KeyFault::OnlyEnter(command) => texts.with("keys-only-enter", &[("command", command.id())]),
        KeyFault::EnterBegins(command) => texts.with("keys-enter-begins", &[("command", command.id())]),
        KeyFault::Begins(one, other) => {
            texts.with("keys-begins", &[("one", &one.to_string()), ("other", &other.to_string())])
        }
        KeyFault::Letter(stroke, here) => {
            texts.with("keys-letter", &[("key", &stroke.to_string()), ("scope", &scope(here))])
        }
        KeyFault::Trapped(command, here) => {
            texts.with("keys-trapped", &[("command", command.id()), ("scope", &scope(here))])
        }
        KeyFault::Map(given, choices) => {
            let told =
                texts.with("cli-not-one-of", &[("given", &clean::line(given)), ("choices", &choices.join(", "))]);
            or_meant(texts, &format!("{told}."), given, choices).unwrap_or(told)
        }
    }
}
