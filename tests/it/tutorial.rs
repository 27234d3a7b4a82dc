//! The guided walk through the demo: done by keys, left and gone on with, and nothing outside of it.

use std::fs;

use crate::{cli_support::Home, support::pty::Pty};

/// The keys of each step, and what its pane says.
const WALK: &[(&str, &str)] = &[
    ("jk", "åpne oppgavene"),
    ("w5", "visning"),
    ("<Enter>", "Åpne rapporten"),
    ("<Tab>", "fem deler"),
    ("F<Esc>", "kontrollene har funnet"),
    ("u2<Enter><wait:2>", "Antallet utvidelser"),
    ("a<Enter>", "Godkjenn:"),
    ("z", "ikke sendt ennå"),
    ("rRett 2E.", "Nå en retur"),
    ("<Esc><Enter>", "avslutter teksten"),
    ("<Esc>w3<Enter>v", "kommer tilbake rettet"),
    ("<Esc>w4<Enter>a<Enter>", "Søknader om tilgang"),
    ("<Esc>w5M", "avgjøres sammen"),
    ("A<Esc>", "en bunke"),
    ("sGran<Enter>", "Søk med"),
    ("2", "arkivet"),
    ("?<Esc>", "alt som kan gjøres"),
    ("<F9>", "bytter språk"),
];

fn played(keys: &str, more: &[&str]) -> serde_json::Value {
    let home = Home::new();
    let run = home.run(&[&["replay", "--tutorial", "--json", "--dump", "--keys", keys], more].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    run.json()
}

fn screen(outcome: &serde_json::Value) -> String {
    let lines = outcome["dump"].as_array().expect("a screen").iter().filter_map(|line| line.as_str());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_whole_tutorial_is_done_by_doing_the_things_themselves() {
    for number in 0..=WALK.len() {
        // Each step on the way is looked at every few steps only: the keys before it are played anew each time.
        if number % 3 != 0 && number != WALK.len() {
            continue;
        }
        let keys: String = WALK.iter().take(number).map(|(keys, _)| *keys).collect();
        let outcome = played(&keys, &[]);
        let said = screen(&outcome);
        assert_eq!(outcome["tutorial"], serde_json::json!([number + 1, WALK.len()]), "{keys}\n{said}");
        match WALK.get(number) {
            Some((_, told)) => assert!(said.contains(told), "{told}: {said}"),
            None => assert!(said.contains("demo"), "{said}"),
        }
        assert!(keys.chars().count() < 200, "ten minutes are enough");
    }
}

#[test]
fn the_pane_covers_nothing_of_the_screen_it_speaks_of() {
    let with = screen(&played("w5<Enter>", &["--size", "80x28"]));
    let home = Home::new();
    let without = home.run(&["replay", "--demo", "--dump", "--keys", "w5<Enter>", "--size", "80x24"]).out;
    let upper: Vec<&str> = with.lines().take(24).collect();
    assert_eq!(upper, without.lines().collect::<Vec<_>>(), "the screen is the one of a terminal four lines lower");
    assert!(
        with.lines().nth(24).is_some_and(|line| line.contains("Øvelse") && line.contains("F3 hopp over")),
        "{with}"
    );
    let summary = screen(&played("w5<Enter>u2<Enter>a", &[]));
    assert!(summary.contains("trykk Enter") && summary.contains("Øvelse"), "{summary}");
}

#[test]
fn a_step_is_skipped_and_the_tutorial_left_by_a_key() {
    assert_eq!(played("<F3><F3>", &[])["tutorial"], serde_json::json!([3, WALK.len()]));
    let left = played("<F3><F12>", &[]);
    assert_eq!(left["tutorial"], serde_json::Value::Null);
    let screen = screen(&left);
    assert!(screen.contains("sfv tutorial fortsetter der du var") && !screen.contains("Øvelse 2"), "{screen}");
}

#[test]
fn outside_of_the_tutorial_its_keys_only_tell_how_it_begins() {
    let home = Home::new();
    let run = home.run(&["replay", "--demo", "--dump", "--keys", "<F3>"]);
    assert!(run.out.contains("Øvelsen begynner med sfv tutorial"), "{}", run.out);
}

#[test]
fn the_tutorial_goes_on_where_it_was_left() {
    let home = Home::new();
    for (at, next) in [("Øvelse 1 av", "Øvelse 2 av"), ("Øvelse 2 av", "Øvelse 3 av")] {
        let mut pty = Pty::start(&home, &["tutorial"]);
        pty.wait_for(at);
        pty.send("\x1bOR");
        pty.wait_for(next);
        pty.press("q");
        pty.wait_for("Avslutte");
        pty.send("\r");
        assert_eq!(pty.ended(), Ok(0));
    }
    let kept = fs::read_to_string(home.path().join("state/tutorial")).expect("the step");
    assert_eq!(kept, "2");
    let pty = Pty::start(&home, &["tutorial", "--restart"]);
    pty.wait_for("Øvelse 1 av");
}
