//! What the settings promise.

use std::{collections::HashMap, path::Path};

use super::*;

/// Reads settings with a user's file and an environment of the test.
fn read(file: &str, variables: &[(&str, &str)], flags: Layer) -> Result<Settings, SettingsError> {
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
    let fault = read(file, &[], Layer::default()).expect_err("a fault").to_string();
    assert!(fault.contains(&format!("config.toml:{place}")), "{fault}");
}

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file_and_that_over_the_defaults() {
    let flags = Layer { server: Some("http://flag".into()), ..Layer::default() };
    let file = "server = \"http://file\"\noffice = \"SFRO\"\ntoken_file = \"a\"";
    let settings = read(file, &[("SFV_SERVER", "http://env"), ("SFV_TOKEN_FILE", "b")], flags).expect("settings");
    let server = settings.server.expect("a server");
    assert_eq!((server.value.as_str(), server.origin), ("http://flag", Origin::Flag("--server")));
    let token_file = settings.token_file.expect("a file");
    assert_eq!(
        (token_file.value.as_path(), token_file.origin),
        (Path::new("b"), Origin::Environment("SFV_TOKEN_FILE"))
    );
    assert_eq!(settings.office.value, "SFRO");
    assert!(matches!(settings.office.origin, Origin::File(_)));
    assert_eq!((settings.undo_seconds.value.get(), settings.undo_seconds.origin), (30, Origin::Default));
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
    let settings = read("", &[("SFV_TOKEN", " hemmelig \n")], Layer::default()).expect("settings");
    assert!(!format!("{settings:?}").contains("hemmelig"));
    assert_eq!(
        settings.read_token().expect("a token").map(|token| token.reveal().to_owned()).as_deref(),
        Some("hemmelig")
    );
}

#[test]
fn a_settings_file_that_was_named_must_be_there() {
    let fault = read("", &[("SFV_CONFIG", "/nowhere/config.toml")], Layer::default()).expect_err("a fault");
    assert!(matches!(fault, SettingsError::Unreadable { .. }));
}
