//! Keys, palettes and languages of one's own: chosen in the settings, told of when they cannot be, and the same program behind them.

use crate::cli_support::Home;

const REPORT: &str = "KHR-2023H1-3420";

/// The last screen after some keys, with settings of one's own.
fn screen(settings: &str, keymap: Option<&str>, keys: &str) -> String {
    let home = Home::new();
    home.file("config/config.toml", settings);
    if let Some(keymap) = keymap {
        home.file("config/keymap.toml", keymap);
    }
    let run = home.run(&["--demo", "replay", "--open", REPORT, "--keys", keys, "--dump"]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

#[test]
fn with_the_preset_prefix_a_letter_does_nothing_and_after_the_comma_what_it_may_be_is_told() {
    let settings = "keys = \"prefix\"\n";
    let alone = screen(settings, None, "c");
    assert!(!alone.contains("Historikk"), "{alone}");
    let told = screen(settings, None, ",");
    assert!(told.contains("Etter , (Esc: ingenting):") && told.contains("a   godkjenn"), "{told}");
    let left = screen(settings, None, ",<Esc>");
    assert!(left.contains(REPORT) && !left.contains("Etter ,"), "Esc leaves the first key and not the case: {left}");
    let done = screen(settings, None, ",u2<Enter>,a<Enter>");
    assert!(done.contains("Elverum: godkjent."), "a whole decision: {done}");
}

#[test]
fn keys_of_ones_own_hold_on_the_screen_and_in_the_list() {
    let home = Home::new();
    home.file("config/keymap.toml", "[report]\n\"å\" = \"timeline\"\n\"c\" = \"\"\n");
    let run = home.run(&["--demo", "replay", "--open", REPORT, "--keys", "å", "--dump"]);
    assert!(run.out.contains("Historikk"), "{}", run.out);
    let listed = home.run(&["keys", "list", "--json"]).json();
    let keys = listed["keys"].as_array().expect("keys");
    let timeline = keys.iter().find(|line| line["scope"] == "report" && line["command"] == "timeline").expect("a line");
    assert_eq!(timeline["keys"], serde_json::json!(["å"]));
}

#[test]
fn a_key_map_with_a_mistake_is_told_with_file_line_and_the_nearest_name_and_nothing_starts() {
    let home = Home::new();
    home.file("config/keymap.toml", "[report]\n\"å\" = \"timline\"\n");
    for command in [&["--demo", "replay", "--keys", ""][..], &["keys", "list"]] {
        let run = home.run(command);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains("keymap.toml:2:7: ") && run.err.contains("Mente du timeline?"), "{}", run.err);
    }
    home.file("config/keymap.toml", "[summary]\n\"a\" = \"confirm\"\n");
    let run = home.run(&["keys", "list"]);
    assert!(run.code == 2 && run.err.contains("alltid Enter"), "{}", run.err);
}

#[test]
fn a_name_that_is_no_preset_and_no_palette_is_refused_with_those_there_are() {
    let check = |settings: &str, told: &[&str]| {
        let home = Home::new();
        home.file("config/config.toml", settings);
        let run = home.run(&["--demo", "replay", "--keys", ""]);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(told.iter().all(|word| run.err.contains(word)), "{}", run.err);
    };
    check("keys = \"emacs\"\n", &["config.toml", "«emacs»", "norsk", "piler", "prefix", "vim"]);
    check("theme = \"neon\"\n", &["config.toml", "«neon»", "deuteranopi", "hoykontrast", "monokrom"]);
}

#[test]
fn what_a_keyboard_has_against_the_keys_is_told_and_ends_with_three_when_something_cannot_be_typed() {
    let home = Home::new();
    let run = home.run(&["keys", "lint", "--layout", "no"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("Alt kan tastes på tastaturet no."), "{}", run.out);
    home.file("config/keymap.toml", "[list]\n\"@\" = \"take\"\n\"t\" = \"\"\n");
    let run = home.run(&["keys", "lint"]);
    assert_eq!(run.code, 3, "{}", run.out);
    assert!(run.out.contains("trenger AltGr, og ingen annen tast"), "{}", run.out);
    let run = home.run(&["keys", "lint", "--layout", "xx"]);
    assert!(run.code == 2 && run.err.contains("--layout") && run.err.contains("gb"), "{}", run.err);
}

#[test]
fn the_language_of_the_screen_is_switched_in_the_middle_of_a_case_and_nothing_typed_is_lost() {
    let nb = screen("", None, "u2<Enter>");
    assert!(nb.contains("godkjenn") && nb.contains("deler sett"), "{nb}");
    let nn = screen("language = \"nn\"\n", None, "u2<Enter>");
    assert!(nn.contains("av 5 delar"), "{nn}");
    let en = screen("language = \"nn\"\n", None, "u2<Enter><F9>");
    assert!(en.contains("approve") && en.contains("[ 2 ]"), "after nynorsk comes English: {en}");
}
