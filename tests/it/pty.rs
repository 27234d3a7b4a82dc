//! The real program in a real terminal: a decision, what is typed and pasted, and every way to be cut off.

use crate::{
    cli_support::Home,
    support::{
        backend::{Backend, rows},
        pty::Pty,
    },
};

/// The demo's first task: it needs an extension count.
const FIRST: &str = "KHR-2023H1-3420";
/// A bit of the report's hint line.
const REPORT: &str = "a godkjenn";
/// A bit of the editor.
const EDITOR: &str = "Esc eller F2: ferdig";
/// How many decisions the demo begins with do not matter; those of the open task do.
const DECISIONS: &str = "select kind, comment from decision where reference = 'KHR-2023H1-3420'";

/// A program on a backend of its own process, with the first task open.
fn on_first_task(home: &Home, backend: &Backend) -> Pty {
    let pty = Pty::start(home, &[backend.client().as_slice(), &["open", FIRST]].concat());
    pty.wait_for(REPORT);
    pty.settle();
    pty
}

fn in_editor(home: &Home, backend: &Backend) -> Pty {
    let mut pty = on_first_task(home, backend);
    pty.press("r");
    pty.wait_for(EDITOR);
    pty
}

fn draft(home: &Home, backend: &Backend) -> String {
    let case = backend.case(home, FIRST);
    case["draft"]["comment"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_first_task_is_decided_in_a_real_terminal_which_is_then_given_back() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["demo"]);
    pty.wait_for("Enter åpne");
    pty.press("w5");
    pty.wait_until("the clean reports", |screen| {
        screen.contains(&format!("> {FIRST}")) && screen.contains("Enter åpne")
    });
    pty.look(|screen| assert!(screen.alternate_screen() && screen.bracketed_paste() && !screen.hide_cursor()));
    pty.send("\r");
    pty.wait_for(REPORT);
    pty.count("2");
    pty.press("a");
    pty.confirm();
    pty.wait_until("the outcome", |screen| {
        screen.contains("Elverum: godkjent. Kan angres til") && screen.contains(REPORT)
    });
    pty.escape();
    pty.wait_for("Enter åpne");
    pty.escape();
    pty.wait_for("Avslutte?");
    pty.send("\r");
    assert_eq!(pty.ended(), Ok(0));
    pty.assert_given_back();
    let case = home.demo(&["tasks", "show", FIRST, "--json"]).json();
    assert_eq!(
        (case["row"]["state"].as_str(), case["decisions"][0]["extensions"].as_u64()),
        (Some("approved"), Some(2))
    );
}

#[test]
fn norwegian_letters_in_a_comment_arrive_at_the_backend_as_they_were_typed() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = in_editor(&home, &backend);
    pty.press("Kjære Ågot Østby: få på plass 2E – «ærlig» €5 ÆØÅ.");
    pty.send("\r");
    pty.press("Ny linje.");
    pty.wait_for("Ny linje.");
    pty.escape();
    pty.confirm();
    pty.wait_for("returnert. Kan angres til");
    let comment = "Kjære Ågot Østby: få på plass 2E – «ærlig» €5 ÆØÅ.\nNy linje.";
    assert_eq!(rows(&home, DECISIONS), [["return", comment]]);
}

#[test]
fn a_text_pasted_into_the_editor_is_text_and_decides_nothing() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = in_editor(&home, &backend);
    pty.paste("Rett 2E.\ra\r\rHilsen æøå\x1b[2Jq");
    pty.wait_for("Hilsen æøå");
    pty.escape();
    pty.wait_for("trykk Enter");
    assert_eq!(draft(&home, &backend), "Rett 2E.\na\n\nHilsen æøå\u{fffd}[2Jq");
    assert!(rows(&home, DECISIONS).is_empty());
}

#[test]
fn a_text_pasted_outside_a_field_is_dropped_with_a_message() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = on_first_task(&home, &backend);
    let before = pty.screen();
    pty.paste("a\rr\rGodkjenn alt\r");
    let after = pty.wait_for("Det så ut som innlimt tekst");
    assert_eq!(before.lines().take(20).collect::<Vec<_>>(), after.lines().take(20).collect::<Vec<_>>());
    assert!(rows(&home, DECISIONS).is_empty());
}

#[test]
fn keys_that_come_all_at_once_like_a_paste_decide_nothing() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = on_first_task(&home, &backend);
    for burst in ["har a\r", "har a\n", "\ra\r", "u2\ra\r"] {
        pty.send(burst);
        pty.wait_for("Det så ut som innlimt tekst");
        assert!(pty.screen().contains(REPORT), "{burst:?} leaves the report on the screen");
        pty.press("j");
        // Gone with the key: what comes next is not taken for a part of the burst.
        pty.wait_until("the message is gone", |screen| !screen.contains("Det så ut"));
        pty.settle();
    }
    pty.count("2");
    pty.press("a");
    pty.wait_for("trykk Enter");
    pty.send("ja\r");
    pty.wait_for("Det så ut som innlimt tekst");
    assert!(rows(&home, DECISIONS).is_empty());
}

#[test]
fn a_long_text_pasted_by_a_terminal_without_brackets_decides_nothing() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let decisions = "select count(*) from decision";
    let before = rows(&home, decisions);
    let mut pty = Pty::start(&home, &backend.client());
    pty.wait_for("Enter åpne");
    pty.settle();
    let prose = "Hei alle. Rapporten er god, a og b og r.\ra\rJa\r\r".repeat(400);
    for piece in prose.as_bytes().chunks(1500) {
        pty.send(piece);
    }
    pty.settle();
    assert_eq!(rows(&home, decisions), before, "the screen\n{}", pty.screen());
    // All of it was read: a key that comes now is answered at once, and nothing old comes with it.
    pty.press("?");
    pty.settle();
    // One Esc at a time: a second one, pressed because the machine was slow to answer, takes the question away again.
    for _ in 0..6 {
        if pty.shows("Avslutte?", std::time::Duration::from_secs(2)) {
            break;
        }
        pty.escape();
    }
    pty.wait_for("Avslutte?");
    assert_eq!(rows(&home, decisions), before);
}

/// What a person has typed when the program is cut off in the middle of a comment, and reads on the next start.
fn typed_before(cut_off: impl FnOnce(&mut Pty)) -> (Home, Pty, String) {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["demo"]);
    pty.clean_reports(FIRST);
    pty.send("\r");
    pty.wait_for(REPORT);
    pty.press("r");
    pty.wait_for(EDITOR);
    pty.press("Halvferdig setning om 2E, som ikke er lagr");
    assert!(pty.shows("ikke er lagr", std::time::Duration::from_secs(20)), "{}", pty.screen());
    cut_off(&mut pty);
    let mut next = Pty::start(&home, &["demo"]);
    next.clean_reports(FIRST);
    next.send("\r");
    next.wait_for(REPORT);
    next.press("r");
    let screen = next.wait_for(EDITOR);
    (home, pty, screen)
}

#[test]
fn a_terminal_that_goes_away_in_the_middle_of_a_comment_loses_no_letter() {
    let (_home, mut pty, screen) = typed_before(Pty::hang_up);
    assert!(screen.contains("Halvferdig setning om 2E, som ikke er lagr"), "{screen}");
    assert_eq!(pty.ended(), Ok(128 + 1));
}

#[test]
fn a_program_told_to_end_in_the_middle_of_a_comment_gives_the_terminal_back_and_loses_no_letter() {
    let (_home, mut pty, screen) = typed_before(|pty| {
        pty.signal("TERM");
        assert_eq!(pty.ended(), Ok(128 + 15));
    });
    assert!(screen.contains("Halvferdig setning om 2E, som ikke er lagr"), "{screen}");
    assert_eq!(pty.ended(), Ok(128 + 15));
    pty.assert_given_back();
}

#[test]
fn a_program_killed_in_the_middle_of_a_comment_loses_no_letter() {
    let (_home, _pty, screen) = typed_before(|pty| {
        pty.signal("KILL");
        assert!(pty.ended().is_err(), "killed");
    });
    assert!(screen.contains("Halvferdig setning om 2E, som ikke er lagr"), "{screen}");
}
