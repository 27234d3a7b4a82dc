//! The closed gate before the screen: locked for idleness or logged out, on a clock that is moved.

use crate::cli_support::Home;

const FIRST: &str = "KHR-2023H1-3420";

/// What the demo shows after some keys.
fn shown(home: &Home, keys: &str, size: &str) -> String {
    let run = home.run(&["replay", "--demo", "--open", FIRST, "--keys", keys, "--size", size, "--dump"]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

#[test]
fn after_fifteen_minutes_without_a_key_the_screen_shows_nothing_and_keeps_what_was_typed() {
    let home = Home::new();
    let before = shown(&home, "rMin.tekst<wait:899>", "80x24");
    assert!(before.contains("Min.tekst"), "{before}");
    for size in ["40x12", "80x24", "160x45"] {
        let locked = shown(&home, "rMin.tekst<wait:900>", size);
        assert!(locked.contains("Låst") && locked.contains("Trykk Enter for å åpne"), "{locked}");
        for hidden in ["Min.tekst", "3420", "Kari", "Løten", "Innlandet"] {
            assert!(!locked.contains(hidden), "{hidden}: {locked}");
        }
    }
    let pressed = shown(&home, "rMin.tekst<wait:900>xyz<Esc>zq1", "80x24");
    assert!(pressed.contains("Låst"), "{pressed}");
    let opened = shown(&home, "rMin.tekst<wait:900>xyz<Esc>zq<Enter>.Mer", "80x24");
    assert!(opened.contains("Min.tekst.Mer"), "{opened}");
}

#[test]
fn the_time_until_the_screen_is_locked_is_a_setting_and_zero_is_never() {
    let home = Home::new();
    home.file("config/config.toml", "idle_lock_minutes = 1\n");
    assert!(shown(&home, "<wait:61>", "80x24").contains("Låst"));
    home.file("config/config.toml", "idle_lock_minutes = 0\n");
    assert!(shown(&home, "<wait:86400>", "80x24").contains(FIRST));
    home.file("config/config.toml", "idle_lock_minutes = -1\n");
    let run = home.run(&["replay", "--demo", "--keys", "j", "--dump"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("idle_lock_minutes skal være fra 0 til 1440"), "{}", run.err);
}

#[test]
fn a_summary_that_was_locked_away_waits_for_its_own_enter() {
    let home = Home::new();
    let summary = shown(&home, "u2<Enter>a", "80x24");
    assert!(summary.contains("trykk Enter"), "{summary}");
    let opened = shown(&home, "u2<Enter>a<wait:900><Enter>", "80x24");
    assert!(opened.contains("trykk Enter") && !opened.contains("godkjent. Kan angres"), "{opened}");
    let confirmed = shown(&home, "u2<Enter>a<wait:900><Enter><Enter>", "80x24");
    assert!(confirmed.contains("godkjent. Kan angres"), "{confirmed}");
}

#[test]
fn before_the_screen_is_locked_a_warning_stands_there_and_any_key_keeps_it_open() {
    let home = Home::new();
    let warned = "Skjermen låses om";
    let before = shown(&home, "rMin.tekst<wait:839>", "80x24");
    assert!(!before.contains(warned) && before.contains("Min.tekst"), "{before}");
    let now = shown(&home, "rMin.tekst<wait:840>", "80x24");
    assert!(now.contains(warned) && now.contains("idle_lock_minutes") && now.contains("Min.tekst"), "{now}");
    let kept_open = shown(&home, "rMin.tekst<wait:860>x<wait:800>", "80x24");
    assert!(kept_open.contains("Min.tekstx") && !kept_open.contains("Låst"), "{kept_open}");
    let again = shown(&home, "rMin.tekst<wait:860>x<wait:845>", "80x24");
    assert!(again.contains(warned), "{again}");
}

#[test]
fn how_long_before_the_lock_it_is_warned_is_a_setting_and_it_is_never_later_than_halfway() {
    let home = Home::new();
    home.file("config/config.toml", "idle_warning_seconds = 300\n");
    assert!(shown(&home, "<wait:601>", "80x24").contains("Skjermen låses om"));
    home.file("config/config.toml", "idle_lock_minutes = 1\nidle_warning_seconds = 600\n");
    assert!(!shown(&home, "<wait:29>", "80x24").contains("Skjermen låses om"));
    assert!(shown(&home, "<wait:31>", "80x24").contains("Skjermen låses om"));
    home.file("config/config.toml", "idle_warning_seconds = 0\n");
    assert!(!shown(&home, "<wait:899>", "80x24").contains("Skjermen låses om"));
}

#[test]
fn the_message_that_a_key_took_away_is_read_again_with_m() {
    let home = Home::new();
    let told = shown(&home, "a", "80x24");
    let message = "Antall utvidelser (7A)";
    assert!(told.contains(message), "{told}");
    let moved = shown(&home, "aj", "80x24");
    let again = shown(&home, "ajm", "80x24");
    let foot = |screen: &str| screen.lines().rev().take(3).collect::<Vec<_>>().join("\n");
    assert_ne!(foot(&moved), foot(&told));
    assert_eq!(foot(&again), foot(&told));
}
