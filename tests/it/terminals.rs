//! The program in real terminals: what they show is what the replay shows, and they are given back as they were.

use crate::{
    cli_support::Home,
    support::{
        pty::{Pty, count},
        terminals::{self, Key, Kind, Terminal, trimmed},
    },
};

/// The kinds that are known; the program asks none of them anything.
const NAMES: [&str; 8] =
    ["linux", "screen", "screen-256color", "tmux-256color", "xterm-256color", "xterm", "xterm-16color", "vt220"];
/// Widths from the narrowest that is told about to the widest.
const WIDTHS: [u16; 9] = [40, 60, 79, 80, 100, 120, 160, 220, 300];

/// What the replay shows after some keys.
fn replayed(home: &Home, keys: &str, (width, height): (u16, u16)) -> String {
    let size = format!("{width}x{height}");
    let run = home.run(&["replay", "--demo", "--keys", keys, "--size", &size, "--dump"]);
    assert_eq!(run.code, 0, "{}", run.err);
    trimmed(&run.out)
}

/// Starts the demo, opens a case, goes back and leaves; each screen is held against the replay.
fn visits(kind: Kind, size: (u16, u16)) {
    let home = Home::new();
    let queue = replayed(&home, "", size);
    let mut terminal = Terminal::start(kind, &home, size, &[]);
    let shows = |terminal: &Terminal, expected: &str| {
        terminal.wait_until(&format!("{kind:?}:\n{expected}"), |screen| screen == expected);
    };
    shows(&terminal, &queue);
    terminal.press(Key::Enter);
    shows(&terminal, &replayed(&home, "<Enter>", size));
    terminal.press(Key::Esc);
    shows(&terminal, &queue);
    terminal.types("2");
    shows(&terminal, &replayed(&home, "2", size));
    terminal.types("1");
    shows(&terminal, &queue);
    terminal.press(Key::Interrupt);
    terminal.wait_for("Avslutte?");
    terminal.press(Key::Enter);
    let (before, after) = terminal.settings();
    assert!(before.contains("icanon") && before == after, "{kind:?}: the settings\n{before}\n{after}");
    let left = terminal.wait_for("slutt 0");
    assert!(left.contains("foran") && !left.contains("REFERANSE"), "{kind:?}: what stood there before\n{left}");
    if kind == Kind::Tmux {
        let flags = terminal.tmux(&["display-message", "-p", "#{cursor_flag} #{alternate_on} #{mouse_any_flag}"]);
        assert_eq!(flags.trim(), "1 0 0");
    }
}

#[test]
fn tmux_shows_what_the_replay_shows_and_is_given_back() {
    if terminals::are_there() {
        visits(Kind::Tmux, (80, 24));
        visits(Kind::Tmux, (160, 45));
    }
}

#[test]
fn gnu_screen_shows_what_the_replay_shows_and_is_given_back() {
    if terminals::are_there() {
        visits(Kind::Screen, (80, 24));
    }
}

#[test]
fn xterm_shows_what_the_replay_shows_and_is_given_back() {
    if terminals::are_there() {
        visits(Kind::Xterm, (80, 24));
        visits(Kind::Xterm, (132, 43));
    }
}

#[test]
fn a_reference_that_is_copied_in_tmux_lies_in_its_buffer() {
    if !terminals::are_there() {
        return;
    }
    let home = Home::new();
    let mut terminal = Terminal::start(Kind::Tmux, &home, (80, 24), &[]);
    terminal.wait_for("Enter åpne");
    terminal.types("y");
    let shown = terminal.wait_for("utklippstavle");
    let copied = terminal.tmux(&["show-buffer"]);
    assert!(copied.starts_with("KHR-") && shown.contains(copied.trim()), "{copied}\n{shown}");
    assert!(shown.contains("tmux"), "the message says where it went\n{shown}");
}

#[test]
fn whatever_the_terminal_is_called_and_however_wide_it_is_it_shows_what_the_replay_shows() {
    let home = Home::new();
    let widest = NAMES.iter().map(|name| (*name, 80)).chain(WIDTHS.iter().map(|width| ("xterm-256color", *width)));
    for (name, width) in widest {
        let size = (width, 30);
        let mut pty = Pty::start_in(&home, &["demo"], size, &[("TERM", name)]);
        for (keys, script) in [("", ""), ("\r", "<Enter>")] {
            pty.send(keys);
            let expected = replayed(&home, script, size);
            pty.wait_until(&format!("{name} {width}:\n{expected}"), |screen| trimmed(screen) == expected);
        }
        pty.send("\x03");
        pty.wait_for("Avslutte?");
        pty.send("\r");
        assert_eq!(pty.ended(), Ok(0), "{name} {width}");
        pty.assert_given_back();
        // The next one begins as if it were the first: nothing is offered from this one.
        assert_eq!(home.run(&["wipe"]).code, 0);
    }
}

#[test]
fn a_program_that_is_put_aside_gives_the_terminal_back_and_comes_back_drawn() {
    let home = Home::new();
    let program = env!("CARGO_BIN_EXE_sfv");
    let place = home.path().to_str().expect("UTF-8");
    let variables = [("SFV_HOME", place), ("LC_ALL", "C.UTF-8"), ("TERM", "xterm-256color"), ("PS1", "KLAR> ")];
    let arguments = ["--norc", "--noprofile", "--noediting", "-i"];
    let mut pty = Pty::start_program_in(std::path::Path::new("bash"), &arguments, (80, 24), &variables);
    pty.wait_for("KLAR>");
    pty.send(format!("'{program}' demo\r"));
    let before = pty.wait_until("the queue", |screen| screen.contains("> KHR-") && screen.contains("trenger"));
    pty.send("\x1a");
    let shell = pty.wait_for("Stopped");
    assert!(!shell.contains("REFERANSE"), "{shell}");
    pty.look(|screen| assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor()));
    pty.send("stty -a\r");
    pty.wait_until("cooked", |screen| screen.contains(" icanon") && screen.contains(" echo "));
    pty.send("fg\r");
    pty.wait_until("the same screen", |screen| trimmed(screen) == trimmed(&before));
    pty.press("j");
    pty.wait_until("a key is answered", |screen| screen != before && screen.contains("Enter åpne"));
    pty.send("\x03");
    pty.wait_for("Avslutte?");
    pty.send("\r");
    pty.wait_for("KLAR>");
}

#[test]
fn a_program_whose_line_hangs_up_or_that_is_told_to_end_leaves_the_terminal_as_it_was() {
    for (signal, code) in [("HUP", 129), ("TERM", 143)] {
        let home = Home::new();
        let mut pty = Pty::start(&home, &["demo"]);
        pty.wait_for("Enter åpne");
        pty.signal(signal);
        assert_eq!(pty.ended(), Ok(code), "{signal}");
        pty.assert_given_back();
    }
}

#[test]
fn a_text_that_is_pasted_is_one_step_of_the_undo() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["demo"]);
    pty.clean_reports("KHR-2023H1-3420");
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.comment("Hei.");
    pty.paste(" Limt inn: mange ord på én gang.");
    pty.wait_for("på én gang.");
    pty.send("\x1b[19~");
    pty.wait_until("the paste is gone", |screen| screen.contains("Hei.") && !screen.contains("Limt inn"));
    assert_eq!(count(&pty.raw(), b"\x1b[3J"), 0);
}
