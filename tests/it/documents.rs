//! The documents against the program: pages and pictures that are made from it, rows that name its tests, links that
//! lead somewhere. `SFV_BLESS=1 cargo test --test it documents` writes what is made.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use statsforvalter::{
    app::scope::Scope,
    domain::person::Role,
    keys::{file::scope_name, keymap::Keymap, spelling::Stroke},
    server::rights::{All, Rights, Who},
    text::{DEFAULT_LANGUAGE, Texts},
};

use crate::{
    cli_support::Home,
    source::{self, Placed},
};

/// Documents with pictures of the screen.
const WITH_PICTURES: &[&str] = &["README.md", "docs/brukerveiledning.md"];
/// Documents whose links are followed.
const WITH_LINKS: &[&str] = &[
    "README.md",
    "CHANGELOG.md",
    "docs/ARCHITECTURE.md",
    "docs/api.md",
    "docs/brukerveiledning.md",
    "docs/fuzz.md",
    "docs/rettigheter.md",
    "docs/skjermsjekk.md",
    "docs/sprak.md",
    "docs/status.md",
    "docs/taster.md",
    "docs/tilgjengelighet.md",
    "docs/treffsikkerhet.md",
    "docs/ytelse.md",
];
/// What surrounds a picture: the command that makes it, and its end.
const PICTURE: (&str, &str, &str) = ("<!-- picture: ", " -->\n", "<!-- /picture -->");

#[test]
fn the_page_of_keys_is_what_the_keys_do() {
    hold("docs/taster.md", &page_of_keys());
}

#[test]
fn the_schemas_for_editors_are_what_the_readers_go_by() {
    for name in ["config", "keymap", "serve"] {
        let run = Home::new().run(&["config", "schema", name]);
        assert_eq!(run.code, 0, "{}", run.err);
        hold(&format!("docs/schema/{name}.schema.json"), &run.out);
    }
}

#[test]
fn the_page_of_rights_is_the_table_that_the_doors_hold() {
    hold("docs/rettigheter.md", &page_of_rights());
}

#[test]
fn every_picture_of_the_screen_is_what_its_command_shows() {
    for name in WITH_PICTURES {
        let text = read(name);
        hold(name, &with_pictures(&text));
    }
}

#[test]
fn every_row_of_the_status_names_tests_that_are_there() {
    let tests = names_of_functions();
    let status = read("docs/status.md");
    let mut missing = Vec::new();
    let mut rows = 0;
    for line in status.lines().filter(|line| id_of(line).is_some()) {
        rows += 1;
        let quoted = line.split('`').skip(1).step_by(2);
        let named = quoted.filter(|name| name.matches('_').count() > 2 && name.chars().all(is_of_name));
        missing.extend(named.filter(|name| !tests.contains(*name)).map(str::to_owned));
    }
    assert!(missing.is_empty(), "{missing:?}");
    assert!(rows > 200, "the rows are read: {rows}");
}

#[test]
fn every_row_of_the_accessibility_page_names_tests_that_are_there() {
    let tests = names_of_functions();
    let page = read("docs/tilgjengelighet.md");
    let rows: Vec<&str> = page.lines().filter(|line| is_criterion(line)).collect();
    let mut missing = Vec::new();
    for row in &rows {
        let quoted: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        let named: Vec<&&str> =
            quoted.iter().filter(|name| name.matches('_').count() > 2 && name.chars().all(is_of_name)).collect();
        let without = named.is_empty() && !row.contains("ikke prøvd") && !row.contains("ikke aktuelt");
        missing.extend(without.then(|| format!("no test: {row}")));
        missing.extend(named.iter().filter(|name| !tests.contains(***name)).map(ToString::to_string));
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(rows.len() >= 40, "the rows are read: {}", rows.len());
}

/// True for a row that begins with the number of a criterion: `| 1.4.3 …`.
fn is_criterion(line: &str) -> bool {
    let number = line.strip_prefix("| ").and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    number.matches('.').count() == 2 && number.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}

#[test]
fn every_capability_has_its_row_in_the_status() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/capabilities.md");
    let Ok(capabilities) = fs::read_to_string(&path) else {
        println!("left out: {} is not there", path.display());
        return;
    };
    let wanted: BTreeSet<&str> = capabilities.lines().filter_map(id_of).collect();
    let status = read("docs/status.md");
    let ours: Vec<&str> = status.lines().filter_map(id_of).collect();
    let different: BTreeSet<&str> = ours.iter().copied().collect();
    assert_eq!(ours.len(), different.len(), "no row stands twice");
    assert_eq!(wanted.difference(&different).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in WITH_LINKS {
        let folder = root.join(name).parent().expect("a document lies in a folder").to_owned();
        for target in read(name).split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let inside = !target.is_empty() && !target.contains("://");
            assert!(!inside || folder.join(target).exists(), "{name}: {target}");
        }
    }
}

/// Holds a document to what it should be, or writes it when that is asked for.
fn hold(name: &str, wanted: &str) {
    if std::env::var_os("SFV_BLESS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(name), wanted).expect("a document can be written");
    }
    let found = read(name);
    let fresh = found.lines().zip(wanted.lines()).find(|(found, wanted)| found != wanted);
    assert_eq!(fresh, None, "{name} is not what the program does; SFV_BLESS=1 writes it anew");
    assert_eq!(found.lines().count(), wanted.lines().count(), "{name}; SFV_BLESS=1 writes it anew");
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap_or_default()
}

/// The id of a row of a table: `| S01 | …` and `| Q01 | …`.
fn id_of(line: &str) -> Option<&str> {
    let id = line.strip_prefix("| ")?.split(' ').next()?;
    let (letter, digits) = id.split_at_checked(1)?;
    let row = letter.chars().all(|letter| letter.is_ascii_uppercase())
        && digits.len() == 2
        && digits.chars().all(|digit| digit.is_ascii_digit());
    row.then_some(id)
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
}

/// The name of every function in `src` and in the tests.
fn names_of_functions() -> BTreeSet<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let tests = fs::read_dir(tests).expect("the tests can be read").map(|entry| entry.expect("an entry").path());
    let tests = tests.filter_map(|path| fs::read_to_string(path).ok());
    let sources = source::files().into_iter().map(|file| file.text);
    let mut names = BTreeSet::new();
    for text in tests.chain(sources) {
        let tokens = source::tokens(&text);
        let functions = tokens.windows(2).filter(|pair| pair[0].word() == Some("fn"));
        names.extend(functions.filter_map(|pair| Placed::word(&pair[1]).map(str::to_owned)));
    }
    names
}

/// A document with every picture made anew.
fn with_pictures(document: &str) -> String {
    let home = Home::new();
    let mut parts = document.split(PICTURE.0);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (command, rest) = part.split_once(PICTURE.1).expect("a picture names its command");
        let (_, after) = rest.split_once(PICTURE.2).expect("a picture has an end");
        let run = home.run(&arguments(command).iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(run.code, 0, "{command}: {}", run.err);
        let shown: Vec<&str> = run.out.lines().map(str::trim_end).collect();
        let shown = shown.join("\n");
        let _ =
            write!(out, "{}{command}{}```text\n{}\n```\n{}{after}", PICTURE.0, PICTURE.1, shown.trim_end(), PICTURE.2);
    }
    out
}

/// The arguments of a command as a shell reads them: parts between single quotes are one.
fn arguments(command: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, part) in command.strip_prefix("sfv ").expect("a command of the program").split('\'').enumerate() {
        if at % 2 == 1 {
            found.push(part.to_owned());
        } else {
            found.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    found
}

/// What the screen of a scope is called in Norwegian.
/// The page of rights, from the table of rights.
fn page_of_rights() -> String {
    let rights = Rights::embedded().expect("config/rights.toml parses");
    let roles = [
        (Role::Municipality, "kommune"),
        (Role::Reader, "leser"),
        (Role::Reviewer, "saksbehandler"),
        (Role::Leader, "leder"),
        (Role::Bufdir, "Bufdir"),
        (Role::Admin, "admin"),
    ];
    let mut page = String::from(
        "# Hvem som får gjøre hva\n\nDenne siden er laget av `config/rights.toml`; en test holder den ved like. Tjenesten slår \
         opp i den samme tabellen\nfor hvert kall, og en adresse som ikke står her, er stengt for alle. `alle` er også dem \
         som ikke er logget inn.\n",
    );
    for part in &rights.parts {
        let names: Vec<&str> = roles.iter().map(|(_, name)| *name).collect();
        let _ =
            write!(page, "\n## {}\n\n| Kall | {} | Hva de ser eller gjør det med |\n", part.name, names.join(" | "));
        let _ = writeln!(page, "|---{}|---|", "|:-:".repeat(roles.len()));
        for route in &part.routes {
            let cell = |role: &Role| match &route.roles {
                Who::All(All::Anybody) => "alle",
                who if who.lets_in(*role) => "ja",
                _ => "–",
            };
            let cells: Vec<&str> = roles.iter().map(|(role, _)| cell(role)).collect();
            let _ = writeln!(page, "| `{} {}` | {} | {} |", route.method, route.path, cells.join(" | "), route.limit);
        }
    }
    page
}

/// The page of keys, from the key map and the texts.
fn page_of_keys() -> String {
    let keymap = Keymap::standard().expect("the preset parses");
    let texts = Texts::of(DEFAULT_LANGUAGE).expect("the texts of the program");
    let mut page = String::from(
        "# Taster\n\nDenne siden er laget av `config/keymaps/norsk.toml` og tekstene i `config/locales`; en test holder den \
         ved like.\nIngen tast trenger AltGr, Ctrl eller Alt. `?` eller `F1` viser det samme i programmet.\n",
    );
    for scope in Scope::ALL {
        let _ = write!(page, "\n## {}\n\n", texts.say(&format!("scope-{}", scope_name(scope))));
        if keymap.types(scope) {
            page.push_str("Alle andre tegn skrives inn i teksten.\n\n");
        }
        page.push_str("| Tast | Hva den gjør | Kommando |\n|---|---|---|\n");
        for command in keymap.commands(scope) {
            let own: Vec<String> = keymap.keys_of(scope, command).into_iter().map(shown).collect();
            let global = scope != Scope::Global
                && keymap.keys_of(Scope::Global, command).into_iter().map(shown).collect::<Vec<_>>() == own;
            if !global {
                let does = texts.say(&format!("cmd-{}", command.id()));
                let _ = writeln!(page, "| {} | {does} | `{}` |", own.join(", "), command.id());
            }
        }
    }
    page
}

fn shown(stroke: Stroke) -> String {
    format!("`{stroke}`")
}
