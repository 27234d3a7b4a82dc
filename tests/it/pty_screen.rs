//! What the real program writes to a real terminal: sizes, colours, silence, the cursor, and text that would do harm.

use std::{collections::BTreeSet, time::Duration};

use statsforvalter::tui::terminal::Guard;

use crate::{
    cli_support::Home,
    support::pty::{Pty, count},
};

/// The demo's first task.
const FIRST: &str = "KHR-2023H1-3420";
/// The demo's report with control and escape sequences in its remarks and its sender's name.
const HOSTILE: &str = "KHR-2023H1-3441";
/// Set in the terminal of a test in which that test itself shall panic.
const PANICS: &str = "SFV_TEST_PANICS";

fn queue(home: &Home, variables: &[(&str, &str)]) -> Pty {
    let mut pty = Pty::start_in(home, &["demo"], (80, 24), variables);
    pty.wait_until("the queue", |screen| screen.contains(FIRST) && screen.contains("Kari"));
    pty.clean_reports(FIRST);
    pty
}

/// Walks over most screens: report, help, editor, summary, outcome, archive.
fn walk(pty: &mut Pty) {
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.press("?");
    pty.wait_for("skriv for å søke");
    pty.escape();
    pty.wait_for("a godkjenn");
    pty.press("i");
    pty.wait_for("Hva som telles");
    pty.escape();
    pty.wait_for("a godkjenn");
    pty.press("u");
    pty.wait_for("Antall utvidelser (7A)");
    pty.press("99");
    pty.wait_for("[ 99 ]");
    pty.press("\x7f\x7f2");
    pty.wait_for("[ 2 ]");
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.press("a");
    pty.confirm();
    pty.wait_for("Kan angres til");
    pty.press("2");
    pty.wait_for("Løste oppgaver");
    pty.press("1");
    pty.wait_for("Åpne oppgaver");
    pty.press("/");
    pty.wait_for("status: type: frist:");
    pty.press("xyz");
    pty.wait_for("Ingen treff");
    pty.escape();
    pty.wait_for(FIRST.split_at(10).0);
}

/// The lines of a screen without the blanks at their ends.
fn lines(screen: &str) -> Vec<&str> {
    screen.lines().map(str::trim_end).collect()
}

/// The parameters of every SGR sequence.
fn attributes(raw: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\x1b[").skip(1);
    let of = |rest: &str| {
        let end = rest.find(|letter: char| letter.is_ascii_alphabetic())?;
        let (parameters, kind) = rest.split_at(end);
        kind.starts_with('m').then(|| parameters.to_owned())
    };
    sequences.filter_map(of).flat_map(|all| all.split(';').map(ToOwned::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn a_storm_of_sizes_ends_with_the_same_screen_and_a_small_one_says_so() {
    let home = Home::new();
    let mut pty = queue(&home, &[]);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    let before = pty.settle();
    let cursor = pty.cursor();
    for step in 0..30_u16 {
        // Not larger than before: more on the screen is more that has been seen, and that is kept.
        let (width, height) = (10 + (step * 37) % 140, 3 + (step * 11) % 22);
        pty.resize((width, height));
    }
    pty.resize((10, 3));
    pty.wait_until("too small", |screen| screen.starts_with("Vinduet er") && screen.contains("for lite"));
    pty.resize((80, 24));
    pty.wait_until("the screen as before", |screen| lines(screen) == lines(&before));
    assert_eq!(pty.cursor(), cursor);
    let there = pty.cursor().0;
    pty.press("jjjj");
    pty.wait_for_cursor("another point", |line, _| line != there);
    let before = pty.settle();
    pty.resize((10, 3));
    pty.wait_until("too small", |screen| screen.starts_with("Vinduet er"));
    pty.resize((80, 24));
    pty.wait_until("the lines as before", |screen| lines(screen) == lines(&before));
}

#[test]
fn too_small_a_terminal_takes_no_decision_and_no_text_is_lost_in_it() {
    let home = Home::new();
    let mut pty = queue(&home, &[]);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.comment("Hei");
    pty.resize((20, 5));
    pty.wait_for("for lite");
    pty.resize((160, 45));
    pty.wait_for("Hei");
    pty.resize((80, 24));
    pty.wait_for("Hei");
}

#[test]
fn without_a_terminal_the_queue_is_printed_as_plain_text() {
    let home = Home::new();
    let run = home.run(&["demo"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains(FIRST) && !run.out.contains('\x1b'), "{}", run.out);
}

#[test]
fn a_dumb_terminal_gets_plain_text_without_one_escape_sequence() {
    let home = Home::new();
    let mut pty = Pty::start_in(&home, &["demo"], (120, 60), &[("TERM", "dumb")]);
    assert_eq!(pty.ended(), Ok(0));
    assert!(pty.screen().contains(FIRST), "{}", pty.screen());
    assert_eq!(count(&pty.raw(), b"\x1b"), 0);
}

#[test]
fn with_no_color_no_colour_is_written_and_the_selected_row_is_marked_all_the_same() {
    let home = Home::new();
    let mut pty = queue(&home, &[("NO_COLOR", "1")]);
    assert!(pty.screen().contains(&format!("> {FIRST}")), "{}", pty.screen());
    walk(&mut pty);
    let allowed = ["", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49", "59"];
    let used = attributes(&pty.raw());
    assert!(used.iter().all(|used| allowed.contains(&used.as_str())), "{used:?}");
    assert!(used.contains("1"), "bold is no colour: {used:?}");
}

#[test]
fn only_the_sixteen_colours_of_the_terminal_are_used_and_never_a_background() {
    let home = Home::new();
    let mut pty = queue(&home, &[("COLORTERM", "truecolor")]);
    walk(&mut pty);
    let plain = ["", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49", "59"];
    let colour = |used: &str| used.parse().is_ok_and(|code: u8| (30..=37).contains(&code) || (90..=97).contains(&code));
    let used = attributes(&pty.raw());
    assert!(used.iter().all(|used| plain.contains(&used.as_str()) || colour(used)), "{used:?}");
    assert!(used.iter().any(|used| colour(used)), "there is some colour: {used:?}");
}

#[test]
fn a_program_left_alone_writes_nothing() {
    let home = Home::new();
    let mut pty = queue(&home, &[]);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.count("2");
    pty.press("a");
    pty.confirm();
    pty.wait_for("Kan angres til");
    // The draft is saved and the news of the decision has come.
    std::thread::sleep(Duration::from_millis(1500));
    let before = pty.raw().len();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(pty.raw().len() - before, 0, "also while a decision can be taken back");
}

#[test]
fn escape_sequences_from_outside_never_reach_the_terminal() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["open", HOSTILE, "--demo"]);
    pty.wait_for("Limt inn fra et annet program:");
    for keys in ["i", "c", "?"] {
        let before = pty.screen();
        pty.press(keys);
        let over = pty.wait_until("another screen", |screen| screen != before);
        pty.escape();
        pty.wait_until("the report again", |screen| screen != over && screen.contains("a godkjenn"));
    }
    pty.press("\t\t\t\t");
    pty.settle();
    pty.press("r");
    pty.wait_for("Til: Rar[2J");
    let raw = pty.raw();
    // The terminal of the test leaves out the marks that stand for what was taken away; they were written.
    assert!(count(&raw, "\u{fffd}".as_bytes()) >= 3);
    for part in ["\x1b[2J", "\x1b]0;", "\x07", "\u{202e}", "\u{200b}", "\u{9b}", "\0", "\x1b[31m i r"] {
        assert_eq!(count(&raw, part.as_bytes()), 0, "{part:?}");
    }
    let told = home.demo(&["report", "show", HOSTILE]);
    let listed = home.demo(&["tasks", "list", "--search", "gausdal"]);
    for text in [told.out, listed.out] {
        assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control()), "{text}");
    }
}

#[test]
fn the_cursor_of_the_terminal_stands_on_the_focus() {
    let home = Home::new();
    let mut pty = queue(&home, &[]);
    let marked = |line: &str, column: usize| line.chars().nth(column) == Some('>');
    pty.wait_for_cursor("the first row", |line, column| marked(line, column) && line.contains(FIRST));
    pty.press("jj");
    pty.wait_for_cursor("the third row", |line, column| marked(line, column) && !line.contains(FIRST));
    pty.press("kk");
    pty.wait_for_cursor("the first row again", |line, column| marked(line, column) && line.contains(FIRST));
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.wait_for_cursor("the first point", |line, column| marked(line, column) && line.contains("1A"));
    pty.press("j");
    pty.wait_for_cursor("the next point", |line, column| marked(line, column) && line.contains("1B"));
    let ends = |line: &str, column: usize, with: &str| line.chars().take(column).collect::<String>().ends_with(with);
    pty.press("u");
    pty.wait_for("Antall utvidelser (7A)");
    pty.press("12");
    pty.wait_for("[ 12 ]");
    pty.wait_for_cursor("the count", |line, column| line.contains("Antall utvidelser") && ends(line, column, "12"));
    pty.escape();
    pty.wait_for("a godkjenn");
    pty.comment("Hei du");
    pty.wait_for_cursor("the comment", |line, column| ends(line, column, "Hei du"));
    pty.escape();
    pty.wait_for("trykk Enter");
    pty.wait_for_cursor("the confirmation", |line, column| line.contains("Bekreft") && ends(line, column, "["));
    pty.escape();
    pty.wait_for("a godkjenn");
    pty.escape();
    pty.wait_for("Enter åpne");
    pty.escape();
    pty.wait_for_cursor("the question", |line, _| line.contains("Avslutte?"));
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    if std::env::var_os(PANICS).is_some() {
        let _guard = Guard::set_up().expect("a terminal");
        panic!("with the terminal taken");
    }
    let this = std::env::current_exe().expect("this test");
    let arguments = ["--exact", "pty_screen::a_panic_gives_the_terminal_back_before_it_speaks", "--nocapture"];
    let mut pty = Pty::start_program(&this, &arguments, &[(PANICS, "1")]);
    assert!(pty.ended().is_ok_and(|code| code != 0));
    let raw = pty.raw();
    let at = |part: &[u8]| raw.windows(part.len()).position(|window| window == part).expect("written");
    assert!(at(b"\x1b[?1049h") < at(b"\x1b[?1049l") && at(b"\x1b[?1049l") < at(b"with the terminal taken"));
    pty.assert_given_back();
}

#[test]
fn a_comment_can_be_written_in_an_editor_of_ones_own_which_has_the_keyboard_to_itself() {
    let home = Home::new();
    let editor = home.file("editor.sh", "#!/bin/sh\nprintf 'NAVN: '\nread word\nprintf ' %s.' \"$word\" >> \"$1\"\n");
    let variables = [("VISUAL", format!("sh {editor}"))];
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut pty = Pty::start_in(&home, &["demo"], (80, 24), &variables);
    pty.clean_reports(FIRST);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.press("r");
    pty.wait_for("F4 egen editor");
    pty.press("Hei");
    pty.wait_for("Hei");
    pty.send("\u{1b}OS");
    pty.wait_for("NAVN:");
    pty.send("æøå\r");
    pty.wait_for("Hei æøå.");
    pty.wait_for("F4 egen editor");
    pty.press("!");
    pty.wait_for("Hei æøå.!");
}
