//! Settings and keys that are saved while the program runs: what may change at once does, a mistake changes nothing, and
//! nothing wakes up in between.

use std::{fs, path::PathBuf, time::Duration};

use crate::{
    cli_support::Home,
    support::pty::{Pty, count},
};

/// The demo's first task.
const FIRST: &str = "KHR-2023H1-3420";

/// The program at the clean reports, with a file of settings.
fn open(home: &Home, settings: &str) -> Pty {
    home.file("config/config.toml", settings);
    let mut pty = Pty::start(home, &["demo"]);
    pty.wait_until("the queue", |screen| screen.contains(FIRST) && screen.contains("Kari"));
    pty.clean_reports(FIRST);
    pty
}

/// Waits for a sentence, in however many lines it stands; gives the screen as one line.
#[track_caller]
fn told(pty: &Pty, sentence: &str) -> String {
    let flat = |screen: &str| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    flat(&pty.wait_until(sentence, |screen| flat(screen).contains(sentence)))
}

/// Saves a file as an editor does: a new one takes the place of the old one.
fn save(home: &Home, name: &str, text: &str) {
    let new = PathBuf::from(home.file(&format!("config/{name}.new"), text));
    fs::rename(new, home.path().join("config").join(name)).expect("a file of the test");
}

#[test]
fn settings_and_keys_that_are_saved_hold_at_once_and_what_waits_for_the_next_start_is_told() {
    let home = Home::new();
    let mut pty = open(&home, "");
    save(&home, "config.toml", "language = \"en\"\noffice = \"SFRO\"\n");
    let screen = told(&pty, "The settings were read again: the language.");
    assert!(screen.contains("From the next start: the office.") && screen.contains("Enter open"), "{screen}");
    save(&home, "keymap.toml", "[list]\n\"å\" = \"countdown\"\n");
    told(&pty, "read again: the keys");
    pty.press("å");
    pty.wait_until("the countdown", |screen| !screen.contains("Enter open"));
    pty.escape();
    pty.wait_for("Enter open");
    pty.press("q");
    pty.wait_for("Enter");
    pty.send("\r");
    assert_eq!(pty.ended(), Ok(0));
}

#[test]
fn a_mistake_that_is_saved_is_told_with_file_and_line_and_the_old_settings_stay() {
    let home = Home::new();
    let mut pty = open(&home, "theme = \"standard\"\n");
    save(&home, "config.toml", "language = \"en\"\nthme = \"monokrom\"\nmouse = 3\n");
    let screen = told(&pty, "config.toml:2:1: Det er ingen nøkkel «thme». Mente du theme?");
    assert!(screen.contains("Innstillingene er som før") && screen.contains("én feil til"), "{screen}");
    assert!(screen.contains("Enter åpne"), "the language stays: {screen}");
    save(&home, "config.toml", "language = \"en\"\n");
    told(&pty, "The settings were read again: the language.");
    save(&home, "keymap.toml", "[list]\n\"å\" = \"countdwn\"\n");
    pty.wait_for("keymap.toml:2:");
    pty.press("j");
    pty.wait_until("the list", |screen| !screen.contains("keymap.toml"));
    assert!(count(&pty.raw(), b"\x1b[?1000") == 0, "nothing was said of a mouse");
}

#[test]
fn settings_are_read_again_by_a_command_and_it_says_so_when_nothing_has_changed() {
    let home = Home::new();
    let mut pty = open(&home, "");
    pty.press(":");
    pty.wait_for("Finn eller gjør");
    pty.press("les innst");
    pty.wait_for("Les innstillinger og taster på nytt");
    pty.send("\r");
    told(&pty, "Innstillingene er lest på nytt. Ingenting er endret.");
}

#[test]
fn a_program_that_nobody_touches_sleeps_though_it_watches_its_files() {
    let home = Home::new();
    let pty = open(&home, "");
    let switches = || {
        let tasks = fs::read_dir(format!("/proc/{}/task", pty.process())).expect("threads");
        let of = |path: PathBuf| {
            let status = fs::read_to_string(path.join("status")).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            let name = fs::read_to_string(path.join("comm")).unwrap_or_default();
            (path, name, line.and_then(|number| number.trim().parse::<u64>().ok()).unwrap_or_default())
        };
        tasks.filter_map(Result::ok).map(|task| of(task.path())).collect::<Vec<_>>()
    };
    pty.settle();
    let (bytes, before) = (pty.raw().len(), switches());
    std::thread::sleep(Duration::from_secs(2));
    let after = switches();
    assert_eq!(pty.raw().len(), bytes, "nothing is written");
    // The backend in the same process has clocks of its own; these are the threads outside of its runtime.
    let still = after.iter().filter(|thread| thread.1 == "sfv\n" && before.contains(thread)).count();
    assert!(still >= 2, "the reader of keys and the watcher of files: {before:?} {after:?}");
}

mod mouse {
    use super::*;

    /// A click at a column and a row from 1.
    fn click(pty: &mut Pty, x: usize, y: usize) {
        pty.send(format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"));
    }

    /// The row, from 1, and the column, from 1, at which a text begins.
    fn place(pty: &Pty, text: &str) -> (usize, usize) {
        let screen = pty.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| {
            let at = line.find(text)?;
            Some((row + 1, line.get(..at)?.chars().count() + 1))
        });
        found.unwrap_or_else(|| panic!("«{text}» in\n{screen}"))
    }

    #[test]
    fn without_the_setting_nothing_is_said_to_the_terminal_of_a_mouse() {
        let home = Home::new();
        let mut pty = open(&home, "");
        pty.press("q");
        pty.wait_for("Avslutte");
        pty.send("\r");
        assert_eq!(pty.ended(), Ok(0));
        for mode in ["1000", "1002", "1003", "1006", "1015"] {
            assert_eq!(count(&pty.raw(), format!("\x1b[?{mode}").as_bytes()), 0, "{mode}");
        }
    }

    #[test]
    fn a_click_selects_a_second_one_opens_the_wheel_rolls_and_a_hint_does_what_its_key_does() {
        let home = Home::new();
        let mut pty = open(&home, "mouse = true\n");
        assert_eq!(count(&pty.raw(), b"\x1b[?1000h"), 1);
        assert_eq!(count(&pty.raw(), b"\x1b[?1003h"), 0, "no movements are sent over the line");
        pty.send("\x1b[<65;10;8M");
        pty.wait_until("the wheel", |screen| screen.lines().nth(7).is_some_and(|line| line.starts_with('>')));
        let (row, _) = place(&pty, FIRST);
        click(&mut pty, 10, row);
        pty.wait_for(&format!("> {FIRST}"));
        click(&mut pty, 10, row);
        pty.wait_for("a godkjenn");
        let (row, column) = place(&pty, "u utvidelser");
        click(&mut pty, column, row);
        pty.wait_for("Antall utvidelser (7A)");
        pty.press("2");
        pty.wait_for("[ 2 ]");
        pty.send("\r");
        pty.wait_for("a godkjenn");
        let (row, column) = place(&pty, "a godkjenn");
        click(&mut pty, column + 3, row);
        pty.wait_for("trykk Enter");
        std::thread::sleep(Duration::from_millis(400));
        for (x, y) in [(10, 10), (3, 24), (40, 12)] {
            click(&mut pty, x, y);
            let screen = told(&pty, "Et klikk bekrefter ingenting");
            assert!(!screen.contains("Kan angres til"), "{screen}");
        }
    }

    #[test]
    fn the_mouse_is_turned_on_and_off_by_its_command_and_given_back_at_the_end_and_to_the_shell() {
        let home = Home::new();
        let mut pty = open(&home, "");
        pty.press(":");
        pty.wait_for("Finn eller gjør");
        pty.press("mus");
        pty.wait_for("Mus av eller på");
        pty.send("\r");
        pty.wait_for("Musen er på");
        assert_eq!((count(&pty.raw(), b"\x1b[?1000h"), count(&pty.raw(), b"\x1b[?1000l")), (1, 0));
        pty.press("q");
        pty.wait_for("Avslutte");
        pty.send("\r");
        assert_eq!(pty.ended(), Ok(0));
        pty.assert_given_back();
        assert_eq!(count(&pty.raw(), b"\x1b[?1000l"), 1);
    }
}

#[test]
fn who_chooses_the_keys_of_a_screen_reader_is_told_when_the_plain_lines_come() {
    let home = Home::new();
    let pty = open(&home, "");
    save(&home, "config.toml", "keys = \"skjermleser\"\n");
    told(&pty, "Innstillingene er lest på nytt: tastene. Enkle linjer uten tegninger kommer ved neste start.");
}
