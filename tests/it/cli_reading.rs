//! Commands that only read: their form for people, their form for programs, and their exit codes.

use std::{io::Read, process::Stdio};

use serde_json::Value;

use crate::cli_support::Home;

#[test]
fn a_configured_server_that_is_away_ends_with_69_and_is_named() {
    let home = Home::new();
    let run = home.run(&["--server", "http://127.0.0.1:9", "whoami"]);
    assert_eq!((run.code, run.out.as_str()), (69, ""));
    assert!(run.err.contains("http://127.0.0.1:9"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    let fault = home.run(&["--server", "http://127.0.0.1:9", "whoami", "--json"]).fault();
    assert_eq!((fault["kind"].as_str(), fault["exit_code"].as_i64()), (Some("away"), Some(69)));
    assert_eq!((fault["schema"].as_str(), fault["detail"].as_str()), (Some("sfv.fault/1"), Some("http://127.0.0.1:9")));
}

#[test]
fn the_settings_name_the_file_and_the_place_of_a_mistake() {
    let home = Home::new();
    home.file("config/config.toml", "office = \"SFIN\"\nundo_seconds = 601\n");
    let run = home.run(&["whoami"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("config.toml:2:16"), "{}", run.err);
}

#[test]
fn the_server_of_the_settings_is_used_and_a_flag_wins_over_it() {
    let home = Home::new();
    home.file("config/config.toml", "server = \"http://127.0.0.1:7\"\n");
    assert!(home.run(&["whoami"]).err.contains("127.0.0.1:7"));
    assert!(home.run(&["whoami", "--server", "http://127.0.0.1:9"]).err.contains("127.0.0.1:9"));
    let run = home.command(&["whoami"]).env("SFV_SERVER", "http://127.0.0.1:8").output().expect("the program runs");
    assert!(String::from_utf8_lossy(&run.stderr).contains("127.0.0.1:8"));
}

#[test]
fn an_own_backend_is_started_where_none_is_configured() {
    let home = Home::new();
    let me = home.run(&["whoami", "--json"]).json();
    assert_eq!((me["schema"].as_str(), me["embedded"].as_bool()), (Some("sfv.whoami/1"), Some(true)));
    assert_eq!((me["office"].as_str(), me["demo"].as_bool()), (Some("SFIN"), Some(false)));
    assert_eq!(home.run(&["tasks", "list"]).out.trim(), "Ingen oppgaver.");
    assert!(home.path().join("data/sfv.sqlite").exists());
}

#[test]
fn the_queue_is_a_table_for_people_and_rows_for_programs() {
    let home = Home::new();
    let table = home.demo(&["tasks", "list", "--kind", "report", "--limit", "3"]).out;
    let lines: Vec<&str> = table.lines().collect();
    let column = |line: &str| line.chars().position(|letter| letter == 'h' || letter == 'T');
    assert_eq!(lines.len(), 5, "{table}");
    assert!(lines[0].starts_with("Referanse        Rapporteringsenhet"), "{table}");
    assert_eq!(column(lines[0]).is_some(), column(lines[1]).is_some());
    assert!(!table.contains('\u{1b}'), "no colours where no terminal is");
    let page = home.demo(&["tasks", "list", "--state", "all", "--limit", "250", "--json"]).json();
    assert_eq!(page["schema"], "sfv.tasks/1");
    assert_eq!(page["rows"].as_array().map(Vec::len), Some(250), "more rows than one window has");
}

#[test]
fn a_task_is_found_by_any_spelling_of_its_unit() {
    let home = Home::new();
    for spelling in ["Østre Toten", "ostre toten", "3442"] {
        let page = home.demo(&["tasks", "list", "--state", "all", "--search", spelling, "--json"]).json();
        let units = |row: &Value| row["unit"].as_str().map(ToOwned::to_owned);
        let found: Vec<_> = page["rows"].as_array().expect("rows").iter().filter_map(units).collect();
        assert!(!found.is_empty() && found.iter().any(|unit| unit == "3442"), "{spelling}: {found:?}");
    }
}

#[test]
fn a_period_tells_its_dates_and_an_unknown_one_how_it_is_written() {
    let home = Home::new();
    let period = home.demo(&["periods", "show", "2023h1", "--json"]).json();
    assert_eq!((period["schema"].as_str(), period["from"].as_str()), (Some("sfv.period/1"), Some("2023-01-01")));
    assert_eq!(
        (period["unit_deadline"].as_str(), period["office_deadline"].as_str()),
        (Some("2023-08-18"), Some("2023-08-25")),
    );
    let unknown = home.demo(&["periods", "show", "2023H3"]);
    assert_eq!(unknown.code, 65);
    assert!(unknown.err.contains("Skriv for eksempel 2023H1."), "{}", unknown.err);
}

#[test]
fn a_unit_is_known_by_its_whole_number_and_one_without_its_zero_gets_a_hint() {
    let home = Home::new();
    let unit = home.demo(&["units", "show", "3420", "--json"]).json();
    assert_eq!((unit["schema"].as_str(), unit["name"].as_str()), (Some("sfv.unit/1"), Some("Elverum")));
    let hint = home.demo(&["units", "show", "301", "--json"]);
    assert_eq!((hint.code, hint.fault()["refusals"][0]["hint"].as_str()), (65, Some("0301")));
    let units = home.demo(&["units", "list", "--json"]).json();
    assert_eq!(units["units"].as_array().map(Vec::len), Some(46));
}

#[test]
fn what_is_not_there_ends_with_66_and_what_is_no_reference_with_65() {
    let home = Home::new();
    assert_eq!(home.demo(&["tasks", "show", "KHR-2023H1-9999"]).code, 66);
    assert_eq!(home.demo(&["tasks", "show", "noe annet"]).code, 65);
    assert_eq!(home.demo(&["submit", "/nowhere/report.json"]).code, 66);
    assert_eq!(home.demo(&["tasks", "list", "--sort", "farge"]).code, 2);
    assert_eq!(home.demo(&["tasks", "list", "--now", "i morgen"]).code, 2);
    assert_eq!(home.demo(&["tasks", "list", "--office", "SFXX"]).code, 2);
    assert_eq!(home.run(&["godkjenn"]).code, 2);
    assert_eq!(home.run(&["--help"]).code, 0);
}

#[test]
fn a_reader_who_has_enough_is_no_failure() {
    let home = Home::new();
    let mut child = home
        .command(&["--demo", "tasks", "list", "--state", "all", "--limit", "400"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut complaint = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut complaint).expect("UTF-8");
    let code = child.wait().expect("the program ends").code();
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
}
