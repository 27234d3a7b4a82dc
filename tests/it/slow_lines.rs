//! What a key costs on the line to the terminal, and what a slow line is spared.

use serde_json::Value;

use crate::cli_support::Home;

/// The most bytes of a movement of the cursor, and of another screen, at 80×24.
const MOVE: u64 = 300;
const SCREEN: u64 = 4_096;

/// A walk over most screens: keys that move, and keys that show something else.
const WALK: &str = "jjjkkjj<Down><Up><End><Home>w5<Enter>jjjjjkk<Tab><Tab><Tab>jjjf<Esc>F<Esc>i<Esc>c<Esc>u2<Enter>a<Esc>r<Esc><Esc><Esc>2jj\
                    <Enter><Esc>3<Tab>4jjj<Enter><Esc>1?<Esc>:<Esc>L<Esc>d<Esc>Mjj<Esc>";

fn played(arguments: &[&str], keys: &str) -> Value {
    let home = Home::new();
    let run = home.run(&[&["replay", "--demo", "--json", "--keys", keys], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    run.json()
}

/// Each key with its bytes.
fn per_key(outcome: &Value) -> Vec<(String, u64)> {
    let keys = outcome["per_key"].as_array().expect("keys").iter();
    keys.map(|key| (key["key"].as_str().expect("a key").to_owned(), key["bytes"].as_u64().expect("bytes"))).collect()
}

#[test]
fn a_movement_of_the_cursor_costs_at_most_300_bytes_and_another_screen_at_most_4_kilobytes() {
    for arguments in [&[][..], &["--low-bandwidth"]] {
        let outcome = played(arguments, WALK);
        let keys = per_key(&outcome);
        assert_eq!(outcome["keys"].as_u64(), u64::try_from(keys.len()).ok());
        let moves = |key: &str| matches!(key, "j" | "k" | "Up" | "Down");
        for (number, (key, bytes)) in keys.iter().enumerate() {
            let most = if moves(key) { MOVE } else { SCREEN };
            assert!(*bytes <= most, "key {number}, {key}: {bytes} bytes of {most}; {arguments:?} {keys:?}");
        }
        assert!(keys.iter().filter(|(key, _)| moves(key)).any(|(_, bytes)| *bytes > 0));
    }
}

#[test]
fn a_slow_line_is_spared_decoration_and_columns_and_costs_less() {
    let wide = |low: &[&str], keys: &str| {
        played(&[&["--dump", "--size", "160x45"], low].concat(), keys)["dump"]
            .as_array()
            .map_or_else(String::new, |lines| lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"))
    };
    let (full, spared) = (wide(&[], ""), wide(&["--low-bandwidth"], ""));
    assert!(full.contains("MOTTATT") && !spared.contains("MOTTATT"), "{spared}");
    let (full, spared) = (wide(&[], "w5<Enter>"), wide(&["--low-bandwidth"], "w5<Enter>"));
    let bars = |screen: &str| screen.chars().filter(|letter| "▁▂▃▄▅▆▇█".contains(*letter)).count();
    assert!(bars(&full) > 20 && bars(&spared) == 0, "{spared}");
    let cost = |low: &[&str]| played(low, WALK)["bytes"].as_u64().expect("bytes");
    assert!(cost(&["--low-bandwidth"]) < cost(&[]));
}

#[test]
fn the_setting_and_the_flag_mean_the_same() {
    let home = Home::new();
    home.file("config/config.toml", "bandwidth = \"low\"\n");
    let shown = ["replay", "--demo", "--json", "--dump", "--size", "160x45", "--keys", "w5<Enter>"];
    let by_setting = home.run(&shown).json()["dump"].clone();
    let low = ["--dump", "--size", "160x45", "--low-bandwidth"];
    assert_eq!(by_setting, played(&low, "w5<Enter>")["dump"]);
    assert_ne!(by_setting, played(&low[..3], "w5<Enter>")["dump"], "an ordinary line has more");
}
