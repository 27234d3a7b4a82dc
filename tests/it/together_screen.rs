//! Two programs on one backend: who has a task and who looks at it, as each of them shows it; and the same without a screen.

use std::time::{Duration, Instant};

use crate::{
    cli_support::Home,
    support::{
        backend::{Backend, rows},
        pty::Pty,
    },
};

const FIRST: &str = "KHR-2023H1-3420";
const CURRENT: Duration = Duration::from_secs(2);

#[test]
fn who_opens_a_task_is_named_at_its_head_in_the_other_program_and_gone_when_they_leave() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let colleague = backend.token_of("reviewer-2");
    let mut kari = Pty::start(&home, &[backend.client().as_slice(), &["open", FIRST]].concat());
    kari.wait_for("a godkjenn");
    let mut ola = Pty::start(&home, &["--server", &backend.url, "--token-file", &colleague, "open", FIRST]);
    ola.wait_for("Kari Prøvenes ser på denne");
    kari.wait_for("Ola Testerud ser på denne");
    // Taken by one, shown by the other, without a word too much.
    ola.press("t");
    ola.wait_for("Du har KHR-2023H1-3420");
    kari.wait_for("Ola Testerud har den");
    kari.press("t");
    kari.wait_for("Ola Testerud har den. Snakk med kollegaen");
    ola.escape();
    let left = Instant::now();
    kari.wait_until("nobody else", |screen| !screen.contains("ser på denne"));
    assert!(left.elapsed() < CURRENT + Duration::from_secs(1), "{:?}", left.elapsed());
    kari.count("2");
    kari.press("a");
    kari.wait_for("Ola Testerud har tatt den. Du kan likevel avgjøre den.");
}

#[test]
fn the_command_line_takes_gives_and_lets_go_and_says_who_has_it() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let (leader, colleague) = (backend.token_of("leader"), backend.token_of("reviewer-2"));
    let taken = backend.run(&home, &["tasks", "take", FIRST, "TLG-000004", "--json"]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    let listed = backend.run(&home, &["tasks", "list", "--query", "har:meg", "--json"]).json();
    assert_eq!(listed["total"], 2, "{listed}");
    assert_eq!(listed["rows"][0]["holder"]["name"], "Kari Prøvenes");
    let text = backend.run(&home, &["tasks", "list", "--query", "har:meg"]).out;
    assert!(text.contains("HAR DEN") && text.contains("Kari Prøvenes"), "{text}");
    let as_person = |token: &str, rest: &[&str]| {
        home.run(&[&["--server", backend.url.as_str(), "--token-file", token], rest].concat())
    };
    let refused = as_person(&colleague, &["tasks", "take", FIRST]);
    assert_eq!(refused.code, 4, "{}", refused.err);
    assert!(refused.err.contains("Kari Prøvenes har den"), "{}", refused.err);
    assert_eq!(as_person(&colleague, &["tasks", "assign", FIRST, "--to", "reviewer-2"]).code, 4);
    let people = as_person(&leader, &["tasks", "colleagues"]).out;
    assert!(people.contains("reviewer-2") && people.contains("Ola Testerud"), "{people}");
    let given = as_person(&leader, &["tasks", "assign", FIRST, "--to", "reviewer-2"]);
    assert!(given.code == 0 && given.out.contains("Ola Testerud har den nå"), "{}", given.err);
    let wrong = as_person(&leader, &["tasks", "assign", FIRST, "--to", "ingen"]);
    assert_eq!(wrong.code, 65, "{}", wrong.err);
    assert_eq!(as_person(&leader, &["tasks", "release", FIRST]).code, 0);
    let read_only = as_person(&colleague, &["--readonly", "tasks", "take", FIRST]);
    assert_eq!(read_only.code, 77, "{}", read_only.err);
}

#[test]
fn who_has_the_same_case_open_twice_is_told_so_in_both_windows() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    // A window that has died is no other window.
    let dead = Pty::open(&home, &backend.client(), FIRST);
    dead.signal("KILL");
    let first = Pty::open(&home, &backend.client(), FIRST);
    let second = Pty::open(&home, &backend.client(), FIRST);
    let early = [first.screen(), second.screen()];
    assert!(early.iter().all(|screen| !screen.contains("annet vindu")), "{early:?}");
    // Each says again that it looks, and hears then whether another one has said so too.
    for window in [&first, &second] {
        let told =
            |screen: &str| screen.contains("Skriver du i begge") && screen.contains("også åpen hos deg i et annet");
        window
            .try_until(Duration::from_mins(1), &mut |screen| told(screen))
            .unwrap_or_else(|screen| panic!("{screen}"));
    }
}

#[test]
fn what_is_noted_in_two_windows_of_one_person_is_all_kept() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut first = Pty::open(&home, &backend.client(), FIRST);
    let mut second = Pty::open(&home, &backend.client(), FIRST);
    note(&mut first, "j", "EN");
    note(&mut second, "jjj", "TO");
    note(&mut first, "j", "TRE");
    note(&mut first, "jj", "FIRE");
    let notes =
        || rows(&home, "select comment || notes from draft where reference = 'KHR-2023H1-3420'").concat().concat();
    for _ in 0..200 {
        if ["EN", "TO", "TRE", "FIRE"].iter().all(|note| notes().contains(note)) {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{}", notes());
}

/// Goes to a point, writes an internal note on it, and waits until it is stored.
fn note(pty: &mut Pty, keys: &str, text: &str) {
    pty.press(keys);
    pty.press("N");
    pty.wait_for("Internt notat");
    pty.press(text);
    pty.wait_for(text);
    pty.send("\r");
    pty.wait_for("utkast lagret");
    std::thread::sleep(Duration::from_millis(1500));
}
