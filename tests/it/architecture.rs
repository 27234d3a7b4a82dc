//! The arrows between the layers: `docs/ARCHITECTURE.md` holds the table, and `src` is held against it.

use std::{collections::BTreeSet, fs, path::Path};

use crate::source::{self, Placed, Token};

/// The longest a file of `src` may be.
const LONGEST_FILE: usize = 450;
/// Where the table of the layers begins and ends in the document.
const TABLE: (&str, &str) = ("<!-- layers -->", "<!-- /layers -->");
/// The one folder that holds SQL.
const SQL_FOLDER: &str = "src/server/store/";

/// The one place of each layer that knows how a system says things.
const OF_A_SYSTEM: [&str; 6] = [
    "src/cli/signs.rs",
    "src/client/system.rs",
    "src/folder.rs",
    "src/server/private.rs",
    "src/settings/service/value.rs",
    "src/tui/system.rs",
];

/// A row of the table: a module, what it may import of the others, and what must not stand in it.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    module: Vec<String>,
    may: Vec<Vec<String>>,
    never: Vec<String>,
}

/// A path that a file names, absolute where it is of this crate.
#[derive(Debug, PartialEq, Eq)]
struct Import {
    path: Vec<String>,
    ours: bool,
    line: usize,
}

#[test]
fn no_layer_imports_what_the_table_of_the_architecture_forbids() {
    let rows = table(&document());
    let files = source::files();
    let faults: Vec<String> =
        files.iter().flat_map(|file| faults(&rows, &file.path, &file.module, &file.text)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_table_has_a_row_for_every_layer_and_no_row_for_a_layer_that_is_not_there() {
    let modules: BTreeSet<String> = source::files().iter().filter_map(|file| file.module.first().cloned()).collect();
    let rows: BTreeSet<String> = table(&document()).iter().filter_map(|row| row.module.first().cloned()).collect();
    assert_eq!(rows, modules);
}

#[test]
fn sql_stands_in_the_store_of_the_server_and_nowhere_else() {
    let faults: Vec<String> = source::files()
        .iter()
        .filter(|file| !file.path.starts_with(SQL_FOLDER))
        .flat_map(|file| {
            let tokens = source::tokens(&file.text);
            let found: Vec<String> = source::without_tests(&tokens)
                .iter()
                .filter(|placed| placed.text().is_some_and(looks_like_sql))
                .map(|placed| format!("{}:{}: SQL", file.path, placed.line))
                .collect();
            found
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(looks_like_sql("select id from task") && looks_like_sql("insert into task (id) values (?)"));
    assert!(!looks_like_sql("select a task") && !looks_like_sql("update"));
}

#[test]
fn every_source_file_says_what_it_is_and_is_short_enough_to_be_read() {
    let faults: Vec<String> = source::files()
        .iter()
        .flat_map(|file| {
            let lines = file.text.lines().count();
            let opening = (!file.text.starts_with("//!")).then(|| format!("{}: no opening sentence (//!)", file.path));
            let length = (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines", file.path));
            opening.into_iter().chain(length)
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What only one system understands.
const SYSTEM_WORDS: [&str; 8] = [
    "cfg(unix",
    "cfg(windows",
    "cfg(not(unix",
    "cfg(not(windows",
    "target_os",
    "target_family",
    "std::os::",
    "signal::unix",
];

/// The lines of a source, its tests left out, that only one system understands.
fn of_a_system(text: &str) -> Vec<usize> {
    let product = text.split("#[cfg(test)]").next().unwrap_or_default();
    let product = product.split("#[cfg(all(test").next().unwrap_or_default();
    let is = |line: &str| {
        let line = line.trim_start();
        let code = if line.starts_with("//") { "" } else { line };
        let dense: String = code.split_whitespace().collect();
        SYSTEM_WORDS.iter().any(|word| dense.contains(word))
    };
    product.lines().enumerate().filter(|(_, line)| is(line)).map(|(at, _)| at + 1).collect()
}

#[test]
fn what_only_one_system_understands_stands_in_one_file_of_a_layer() {
    let files = source::files();
    let product = files.iter().filter(|file| !file.path.ends_with("tests.rs"));
    let found: BTreeSet<&str> =
        product.filter(|file| !of_a_system(&file.text).is_empty()).map(|file| file.path.as_str()).collect();
    assert_eq!(found, BTreeSet::from(OF_A_SYSTEM));
    let planted = "// cfg(unix)\nuse std::os::unix::fs::OpenOptionsExt;\n#[cfg( unix )]\nfn f() {}\n#[cfg(test)]\nmod tests { use std::os::unix; }";
    assert_eq!(of_a_system(planted), [2, 3]);
}

#[test]
fn a_planted_import_is_found_however_it_is_written() {
    check("src/domain/unit.rs", "use crate::api::fault::Fault;", &["crate::api::fault::Fault"]);
    check("src/domain/unit.rs", "fn f() -> crate::text::Texts { todo() }", &["crate::text::Texts"]);
    check("src/domain/unit.rs", "use super::super::server;", &["crate::server"]);
    check("src/domain/unit.rs", "mod tests { use super::super::super::view; }", &["crate::view"]);
    check(
        "src/app/update/list.rs",
        "use crate::{domain::unit::UnitNo, client::{self, http::Http}};",
        &["crate::client", "crate::client::http::Http"],
    );
    check(
        "src/app/msg.rs",
        "use std::{collections::BTreeMap, fs, time::{Duration}};",
        &["std::fs", "std::time::Duration"],
    );
    check("src/app/msg.rs", "fn now() { let t = std::time::Instant::now(); }", &["std::time::Instant::now"]);
    check("src/app/msg.rs", "async fn f() { g().await }", &["async", ".await"]);
    check("src/app/mod.rs", "use ratatui::Frame;", &["ratatui::Frame"]);
    check("src/view/list.rs", "use crate::app::update::update;", &["crate::app::update::update"]);
    check("src/view/list.rs", "use crate::app::effect::{Effect, ListKind};", &["crate::app::effect::Effect"]);
    check("src/view/list.rs", "pub fn draw(model: &mut Model) {}", &["&mut Model"]);
    check("src/keys/guard.rs", "use crate::app::model::Model;", &["crate::app::model::Model"]);
    check("src/server/tasks.rs", "fn f() { sqlx::query(\"\") }", &["sqlx::query"]);
    check("src/server/store/task.rs", "use axum::Json;", &["axum::Json"]);
    check("src/server/mod.rs", "use crate::*;", &["crate::*"]);
}

#[test]
fn what_the_table_allows_passes() {
    check(
        "src/app/update/case.rs",
        "use super::super::model::Model; use crate::{domain::unit::UnitNo, text::date};",
        &[],
    );
    check("src/app/model/dialog.rs", "use tui_textarea::TextArea;", &[]);
    check("src/view/list.rs", "use crate::{app::effect::ListKind, app::model::Model, keys::keymap::Keymap};", &[]);
    check("src/server/store/task.rs", "use sqlx::Row; use crate::server::store::row; // use crate::client::Http;", &[]);
    check("src/cli/run.rs", "use crate::{server::run, tui::terminal}; let x = \"use crate::app::update\";", &[]);
    check("src/main.rs", "fn main() { statsforvalter::cli::run() }", &[]);
}

/// Holds a planted source against the real table.
fn check(path: &str, planted: &str, expected: &[&str]) {
    let found = faults(&table(&document()), path, &source::module_of(path), planted);
    let named: Vec<&str> =
        found.iter().map(|fault| fault.split('`').nth(1).expect("a fault names what was found")).collect();
    assert_eq!(named, expected, "{path}: {planted}");
}

fn document() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ARCHITECTURE.md"))
        .expect("docs/ARCHITECTURE.md is there")
}

/// The rows of the table: module, what it may import, what must not stand in it, each in backticks.
fn table(document: &str) -> Vec<Row> {
    let (_, from) = document.split_once(TABLE.0).expect("the document marks where the table begins");
    let (inside, _) = from.split_once(TABLE.1).expect("the document marks where the table ends");
    let rows: Vec<Row> = inside
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let mut cells = line.trim_matches('|').split('|').map(in_backticks);
            let module = cells.next().and_then(|names| names.into_iter().next()).expect("a row names its module");
            let may = cells.next().expect("a row says what may be imported");
            let never = cells.next().expect("a row says what must not stand there");
            Row { module: segments(&module), may: may.iter().map(|path| segments(path)).collect(), never }
        })
        .collect();
    assert!(rows.len() > 10, "the table is read: {rows:?}");
    rows
}

fn in_backticks(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn segments(path: &str) -> Vec<String> {
    path.split("::").map(str::to_owned).collect()
}

/// What a file imports or holds against the table.
fn faults(rows: &[Row], path: &str, module: &[String], text: &str) -> Vec<String> {
    let Some(row) = rows.iter().filter(|row| module.starts_with(&row.module)).max_by_key(|row| row.module.len()) else {
        return Vec::new(); // lib.rs and main.rs see everything.
    };
    let tokens = source::tokens(text);
    let imports = imports(module, &tokens);
    let against = imports.iter().filter(|import| !allowed(row, import));
    let mut found: Vec<String> = against.map(|import| sentence(row, path, import.line, &shown(import))).collect();
    for never in row.never.iter().filter(|never| !never.contains("::")) {
        let wanted: Vec<Token> = source::tokens(never).into_iter().map(|placed| placed.token).collect();
        let named = imports.iter().any(|import| import.path.first() == Some(never));
        let at = tokens.windows(wanted.len()).find(|window| window.iter().map(|placed| &placed.token).eq(&wanted));
        found.extend(at.filter(|_| !named).map(|window| sentence(row, path, window[0].line, never)));
    }
    found
}

fn sentence(row: &Row, path: &str, line: usize, what: &str) -> String {
    format!("{path}:{line}: `{what}` does not belong in {}", row.module.join("::"))
}

fn shown(import: &Import) -> String {
    let path = import.path.join("::");
    if import.ours { format!("crate::{path}") } else { path }
}

/// True when a row lets an import pass.
fn allowed(row: &Row, import: &Import) -> bool {
    let forbidden = row.never.iter().any(|never| import.path.starts_with(&segments(never)));
    let own = import.path.first() == row.module.first();
    let open = row.may.iter().any(|may| import.path.starts_with(may) || may.first().is_some_and(|first| first == "*"));
    !forbidden && (!import.ours || own || open)
}

/// Every path of a source, from `use` and from the middle of code, with `self` and `super` resolved.
fn imports(module: &[String], tokens: &[Placed]) -> Vec<Import> {
    let mut found = Vec::new();
    let mut inside: Vec<(String, usize)> = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(placed) = tokens.get(at) {
        let here = || module.iter().cloned().chain(inside.iter().map(|(name, _)| name.clone())).collect::<Vec<_>>();
        match (&placed.token, tokens.get(at + 1).map(|next| &next.token)) {
            (Token::Word(word), Some(Token::Word(name)))
                if word == "mod" && tokens.get(at + 2).is_some_and(|next| next.is('{')) =>
            {
                inside.push((name.clone(), depth));
            }
            (Token::Word(word), Some(Token::Word(_) | Token::Path)) if word == "use" => {
                let (paths, after) = tree(tokens, at + 1, &[]);
                let resolved = paths.into_iter().filter_map(|path| resolve(&here(), path, placed.line));
                found.extend(resolved);
                at = after;
                continue;
            }
            (Token::Word(_), Some(Token::Path)) => {
                let (path, after) = inline(tokens, at);
                found.extend(resolve(&here(), path, placed.line));
                at = after;
                continue;
            }
            (Token::Sign('{'), _) => depth += 1,
            (Token::Sign('}'), _) => {
                depth = depth.saturating_sub(1);
                inside.pop_if(|(_, opened)| *opened == depth);
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The paths of a `use` tree that begins at a token, and the place after it.
fn tree(tokens: &[Placed], mut at: usize, prefix: &[String]) -> (Vec<Vec<String>>, usize) {
    let mut path = prefix.to_vec();
    while let Some(placed) = tokens.get(at) {
        match &placed.token {
            Token::Word(word) if word == "as" => at += 1,
            Token::Word(word) if word == "self" && !path.is_empty() => {}
            Token::Word(word) => path.push(word.clone()),
            Token::Sign('*') => path.push("*".to_owned()),
            Token::Path => {}
            Token::Sign('{') => {
                let mut paths = Vec::new();
                while !tokens.get(at).is_none_or(|placed| placed.is('}')) {
                    if tokens.get(at + 1).is_some_and(|placed| placed.is('}')) {
                        at += 1;
                        break;
                    }
                    let (branch, after) = tree(tokens, at + 1, &path);
                    paths.extend(branch);
                    at = after;
                }
                return (paths, at + 1);
            }
            _ => break,
        }
        at += 1;
    }
    (vec![path], at)
}

/// A path in the middle of code, and the place after it.
fn inline(tokens: &[Placed], mut at: usize) -> (Vec<String>, usize) {
    let mut path = Vec::new();
    while let Some(word) = tokens.get(at).and_then(Placed::word) {
        path.push(word.to_owned());
        at += 1;
        if tokens.get(at).is_none_or(|placed| placed.token != Token::Path) {
            break;
        }
        at += 1;
    }
    (path, at)
}

/// A path from the root of its crate.
fn resolve(module: &[String], path: Vec<String>, line: usize) -> Option<Import> {
    let first = path.first()?.as_str();
    let rest = || path.iter().skip(1).cloned();
    let (path, ours) = match first {
        "crate" | "statsforvalter" => (rest().collect(), true),
        "self" => (module.iter().cloned().chain(rest()).collect(), true),
        "super" => {
            let up = path.iter().take_while(|segment| *segment == "super").count();
            let kept = module.len().checked_sub(up)?;
            (module.iter().take(kept).chain(path.iter().skip(up)).cloned().collect(), true)
        }
        _ => (path, false),
    };
    Some(Import { path, ours, line })
}

/// True for a text that reads like a statement of SQL.
fn looks_like_sql(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    [("select ", " from "), ("insert into ", " "), ("update ", " set "), ("delete from ", " "), ("create table", " ")]
        .iter()
        .any(|(opening, later)| lower.starts_with(opening) && lower.contains(later))
}
