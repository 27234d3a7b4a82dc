//! What the settings promise.

use std::{collections::HashMap, path::Path};

use super::{service::MistakeKind, *};

/// Reads settings with a user's file and an environment of the test.
fn read(file: &str, variables: &[(&str, &str)], flags: Flags) -> Result<(Settings, Vec<Mistake>), SettingsError> {
    let home = tempfile::tempdir().expect("a folder of the test");
    let map: HashMap<String, OsString> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect();
    let environment = |name: &str| match name {
        "SFV_HOME" => Some(home.path().into()),
        other => map.get(other).cloned(),
    };
    let places = Places::find(&environment)?;
    fs::create_dir_all(&places.config).expect("a folder of the test");
    fs::write(places.config.join("config.toml"), file).expect("a file of the test");
    Settings::read(&places, &environment, flags)
}

fn check_fault(file: &str, place: &str) {
    let (_, mistakes) = read(file, &[], vec![]).expect("settings");
    let told: Vec<String> = mistakes.iter().map(|mistake| mistake.place.to_string()).collect();
    assert!(told.len() == 1 && told[0].ends_with(&format!("config.toml:{place}")), "{told:?}");
}

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file_and_that_over_the_defaults() {
    let flags = vec![("server", "http://flag".to_owned())];
    let file = "server = \"http://file\"\noffice = \"SFRO\"\ntoken_file = \"a\"";
    let settings = read(file, &[("SFV_SERVER", "http://env"), ("SFV_TOKEN_FILE", "b")], flags).expect("settings").0;
    let server = settings.server.expect("a server");
    assert_eq!((server.value.as_str(), server.origin), ("http://flag", Place::Flag { flag: "--server".into() }));
    let token_file = settings.token_file.expect("a file");
    assert_eq!(
        (token_file.value.as_path(), token_file.origin),
        (Path::new("b"), Place::Environment { variable: "SFV_TOKEN_FILE".into() })
    );
    assert_eq!(settings.office.value, "SFRO");
    assert!(matches!(settings.office.origin, Place::File { line: 2, .. }));
    assert_eq!((settings.undo_seconds.value, settings.undo_seconds.origin), (30, Place::Default));
}

#[test]
fn a_fault_in_the_file_is_named_with_line_and_column() {
    check_fault("office = \"SFIN\"\nundo_seconds = 601\n", "2:16");
    check_fault("\nundo_seconds = -1\n", "2:16");
    check_fault("ofice = \"SFIN\"\n", "1:1");
    check_fault("office = 3\n", "1:10");
    check_fault("office = \"SFIN\n", "1:15");
}

#[test]
fn a_token_never_shows_itself() {
    let settings = read("", &[("SFV_TOKEN", " hemmelig \n")], vec![]).expect("settings").0;
    assert!(!format!("{settings:?}").contains("hemmelig"));
    assert_eq!(
        settings.read_token().expect("a token").map(|token| token.reveal().to_owned()).as_deref(),
        Some("hemmelig")
    );
}

#[test]
fn a_settings_file_that_was_named_must_be_there() {
    let fault = read("", &[("SFV_CONFIG", "/nowhere/config.toml")], vec![]).expect_err("a fault");
    assert!(matches!(fault, SettingsError::Unreadable { .. }));
}

#[test]
fn every_mistake_of_the_file_is_told_and_what_can_be_used_holds() {
    let file = "ofice = \"SFRO\"\nmouse = 1\ntheme = \"neon\"\ncall = \"bell\"\nundo_seconds = -1\n";
    let (settings, mistakes) = read(file, &[("SFV_BANDWIDTH", "slow")], vec![]).expect("settings");
    let kinds: Vec<MistakeKind> = mistakes.into_iter().map(|mistake| mistake.kind).collect();
    assert_eq!(kinds.len(), 5, "{kinds:?}");
    let near = MistakeKind::Unknown { given: "ofice".into(), nearest: Some("office".into()) };
    assert!(kinds.contains(&near), "{kinds:?}");
    let out = MistakeKind::OutOfRange { key: "undo_seconds".into(), least: 0, most: 600 };
    assert!(kinds.contains(&out), "{kinds:?}");
    assert_eq!((settings.call.value.as_str(), settings.theme.value.as_str()), ("bell", "standard"));
}

#[test]
fn what_may_change_while_the_program_runs_is_told_by_the_list() {
    let one = read("theme = \"monokrom\"\noffice = \"SFRO\"\n", &[], vec![]).expect("settings").0;
    let other = read("", &[], vec![]).expect("settings").0;
    assert_eq!(one.differing(&other), ["office", "theme"]);
    assert!(one.is_live("theme") && !one.is_live("office"));
}
