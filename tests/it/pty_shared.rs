//! Several programs on one backend, and a backend that goes away and comes back.

use std::time::{Duration, Instant};

use crate::{
    cli_support::Home,
    support::{
        backend::{Backend, rows},
        pty::{Pty, signal},
    },
};

/// The demo's first task.
const FIRST: &str = "KHR-2023H1-3420";
/// The backend tells a change at once; a program draws it within this time.
const CURRENT: Duration = Duration::from_secs(2);

#[test]
fn a_backend_that_goes_away_and_comes_back_costs_no_letter_and_no_decision() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    pty.comment("Før.");
    backend.kill();
    pty.wait_for("FRAKOBLET");
    pty.press("Mens.den.er.borte.");
    pty.wait_for("Før.Mens.den.er.borte.");
    pty.escape();
    pty.wait_until("the check fails", |screen| screen.contains("Får ikke kontakt") && screen.contains("F5 prøver"));
    assert!(pty.screen().contains("legger avgjørelsen i kø"), "{}", pty.screen());
    backend.restart(&home);
    pty.wait_for("Forbindelsen er tilbake.");
    pty.send("\x1b[15~");
    pty.confirm();
    pty.wait_for("returnert. Kan angres til");
    let stored = rows(&home, "select kind, comment from decision where reference = 'KHR-2023H1-3420'");
    assert_eq!(stored, [["return", "Før.Mens.den.er.borte."]]);
}

#[test]
fn a_decision_sent_while_the_backend_is_away_is_made_once_when_it_is_back() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    pty.count("2");
    pty.press("a");
    pty.wait_for("trykk Enter");
    backend.kill();
    pty.wait_for("FRAKOBLET");
    pty.confirm();
    pty.wait_for("F5 sender det samme på nytt");
    backend.restart(&home);
    pty.wait_for("Forbindelsen er tilbake.");
    pty.send("\x1b[15~");
    pty.wait_for("godkjent. Kan angres til");
    assert_eq!(rows(&home, "select kind from decision where reference = 'KHR-2023H1-3420'"), [["approve"]]);
    pty.press("z");
    pty.wait_for("Angret.");
}

#[test]
fn a_decision_in_one_program_shows_in_the_queue_of_another_within_two_seconds() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let colleague = backend.token_of("reviewer-2");
    let watching = Pty::start(&home, &["--server", &backend.url, "--token-file", &colleague]);
    watching.wait_until("the queue", |screen| screen.contains(FIRST) && screen.contains("Ola Testerud"));
    let mut deciding = Pty::open(&home, &backend.client(), FIRST);
    deciding.count("2");
    deciding.press("a");
    deciding.confirm();
    assert!(deciding.shows("Kan angres til", Duration::from_secs(20)));
    let made = Instant::now();
    watching.wait_until("the row is gone", |screen| !screen.contains(FIRST));
    assert!(made.elapsed() < CURRENT, "{:?}", made.elapsed());
    deciding.press("z");
    assert!(deciding.shows("Angret.", Duration::from_secs(20)));
    let undone = Instant::now();
    watching.wait_for(FIRST);
    assert!(undone.elapsed() < CURRENT, "{:?}", undone.elapsed());
}

#[test]
fn a_case_that_a_colleague_decides_while_it_is_open_says_so_and_keeps_the_text() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    // One key, then the text: all of it at once would look like a paste, and be dropped.
    pty.press("r");
    pty.wait_for("RETURNER");
    pty.press("Min.kommentar");
    pty.wait_for("Min.kommentar");
    let colleague = backend.token_of("reviewer-2");
    let run = home.run(&[
        "--server",
        &backend.url,
        "--token-file",
        &colleague,
        "report",
        "approve",
        FIRST,
        "--extensions",
        "1",
        "--confirm",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    pty.wait_for("Ola Testerud avgjorde");
    pty.wait_for("Min.kommentar");
    pty.escape();
    pty.settle();
    pty.press("\r");
    pty.settle();
    assert_eq!(
        rows(&home, "select kind, name from decision where reference = 'KHR-2023H1-3420'"),
        [["approve", "Ola Testerud"]]
    );
}

#[test]
fn a_backend_that_is_away_at_the_start_is_told_with_its_address_and_exit_code_69() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    backend.kill();
    let mut pty = Pty::start(&home, &backend.client());
    assert_eq!(pty.ended(), Ok(69));
    let address = backend.url.trim_start_matches("http://");
    assert!(pty.screen().contains(address), "{}", pty.screen());
    pty.assert_given_back();
}

#[test]
fn a_backend_that_does_not_answer_is_told_of_while_it_is_waited_for() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    signal(backend.process(), "STOP");
    pty.send("\x1b[15~");
    pty.wait_for("Tjenesten har ikke svart ennå. Programmet venter fortsatt");
    signal(backend.process(), "CONT");
    pty.wait_until("the answer", |screen| !screen.contains("har ikke svart ennå"));
}
