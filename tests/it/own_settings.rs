//! A person's own settings: checked all at once, shown with where they come from, and described for editors.

use std::collections::BTreeSet;

use statsforvalter::{
    keys::keymap::Keymap,
    settings::service::{Given, Service},
    text::Texts,
    view::theme::Theme,
};

use crate::cli_support::Home;

#[test]
fn the_check_tells_every_mistake_of_the_settings_and_the_keys_with_its_place_and_what_is_allowed() {
    let home = Home::new();
    home.file("config/config.toml", "thme = \"neon\"\nmouse = 1\nundo_seconds = 601\noffice = \"SFXX\"\n");
    home.file("config/keymap.toml", "[list]\n\"x\" = \"opem\"\n[lst]\n");
    let run = home.run(&["config", "check"]);
    assert_eq!(run.code, 3, "{}{}", run.out, run.err);
    for told in [
        "config.toml:1:1: Det er ingen nøkkel «thme». Mente du theme?",
        "config.toml:2:9: mouse skal være true eller false.",
        "config.toml:3:16: undo_seconds skal være fra 0 til 600.",
        "config.toml:4:10: «SFXX» kan ikke stå her.",
        "keymap.toml:2:7: ",
        "keymap.toml:3:2: ",
        "Oppsettet har 6 feil.",
    ] {
        assert!(run.out.contains(told), "{told}: {}", run.out);
    }
    let json = home.run(&["config", "check", "--json"]).json();
    assert_eq!(json["mistakes"].as_array().map(Vec::len), Some(6), "{json}");
    let refused = home.run(&["tasks", "list"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("config.toml:1:1") && refused.err.contains("config.toml:3:16"), "{}", refused.err);
}

#[test]
fn a_value_that_is_nearly_right_is_told_with_the_one_that_may_be_meant_and_a_wrong_base_hides_no_other_mistake() {
    let home = Home::new();
    home.file("config/config.toml", "keys = \"norks\"\ntheme = \"monokrm\"\nserver = \"rapportering.example\"\n");
    home.file("config/keymap.toml", "base = \"vmi\"\n\"x\" = 5\n[list]\n\"y\" = \"opem\"\n");
    let run = home.run(&["config", "check"]);
    assert_eq!(run.code, 3, "{}{}", run.out, run.err);
    for told in [
        "config.toml:1:8: «norks» kan ikke stå her.",
        "Mente du norsk?",
        "Mente du monokrom?",
        "config.toml:3:10: «rapportering.example» er ikke en adresse som kan brukes.",
        "keymap.toml:1:1: «vmi» finnes ikke.",
        "Mente du vim?",
        "keymap.toml:2:1: «x» kan ikke stå her. Taster står under et sted",
        "keymap.toml:4:7: ",
        "Mente du open?",
        "Oppsettet har 6 feil.",
    ] {
        assert!(run.out.contains(told), "{told}: {}", run.out);
    }
}

#[test]
fn a_file_of_settings_that_is_not_utf_8_is_told_with_the_place_of_the_first_wrong_sign() {
    let home = Home::new();
    let file = home.file("config/config.toml", "");
    std::fs::write(file, b"mouse = true\nbufdir_address = \"b\xe5t@bufdir.example\"\n").expect("a file");
    let run = home.run(&["config", "check"]);
    assert_eq!(run.code, 2, "{}{}", run.out, run.err);
    assert!(run.err.contains("config.toml:2:20: den er ikke i UTF-8"), "{}", run.err);
}

#[test]
fn the_settings_are_shown_with_where_each_comes_from() {
    let home = Home::new();
    home.file("config/config.toml", "\ntheme = \"monokrom\"\n");
    let shown = home.command(&["config", "show", "--json", "--office", "SFRO"]).env("SFV_CALL", "bell").output();
    let shown: serde_json::Value = serde_json::from_slice(&shown.expect("the program runs").stdout).expect("JSON");
    let of = |name: &str| {
        let all = shown["settings"].as_array().expect("settings");
        all.iter().find(|line| line["key"] == name).cloned().unwrap_or_default()
    };
    assert_eq!((&of("theme")["from"], &of("theme")["line"]), (&"file".into(), &2.into()));
    assert_eq!((&of("call")["from"], &of("call")["variable"]), (&"environment".into(), &"SFV_CALL".into()));
    assert_eq!((&of("office")["from"], &of("office")["value"]), (&"flag".into(), &"SFRO".into()));
    assert_eq!(of("undo_seconds")["from"], "default");
    let told = home.run(&["config", "show"]);
    assert!(told.out.contains("config.toml:2:9") && told.out.contains("standard"), "{}", told.out);
}

#[test]
fn what_can_be_chosen_is_what_there_is() {
    let (list, _) = Service::of_person(&Given::default()).expect("the list of settings");
    let check = |name: &str, there: BTreeSet<&str>| {
        let key = list.keys().iter().find(|key| key.name == name).expect("a setting");
        assert_eq!(key.choices.iter().map(String::as_str).collect::<BTreeSet<_>>(), there, "{name}");
    };
    check("keys", Keymap::names().collect());
    check("theme", Theme::names().collect());
    check("language", Texts::languages().collect());
    assert!(list.keys().iter().all(|key| !key.about.is_empty()));
    assert!(list.keys().iter().filter(|key| key.most < u64::MAX).all(|key| key.unit.is_some()));
}
