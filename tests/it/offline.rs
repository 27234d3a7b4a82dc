//! Without a line: what was read is there with its age, what is decided waits, and nothing is sent twice or lost.

use std::{path::Path, process::Command, time::Duration};

use crate::{
    cli_support::Home,
    support::{
        backend::{Backend, rows},
        pty::{Pty, signal},
    },
};

/// The demo's first clean task.
const FIRST: &str = "KHR-2023H1-3420";
/// What is begun on the demo's first task.
const DRAFTS: &str = "select comment || notes from draft where reference = 'KHR-2023H1-3420'";
/// The demo's report with an error.
const ODD: &str = "KHR-2023H1-3403";
/// What is made of the demo's first task.
const DECISIONS: &str = "select kind, person from decision where reference = 'KHR-2023H1-3420'";

/// Leaves a program that shows the queue.
fn leave(pty: &mut Pty) {
    pty.press("q");
    pty.wait_for("Avslutte?");
    pty.send("\r");
    assert_eq!(pty.ended(), Ok(0));
}

/// A program that has read the queue and the first clean case, and is left again.
fn read_and_leave(home: &Home, backend: &Backend) {
    let mut pty = Pty::start(home, &backend.client());
    pty.clean_reports(FIRST);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.escape();
    pty.wait_for("Enter åpne");
    leave(&mut pty);
}

/// A program on the first case, with a count, and the backend gone; its decision is confirmed and waits.
fn decide_without_a_line(home: &Home, backend: &mut Backend) -> Pty {
    let mut pty = Pty::open(home, &backend.client(), FIRST);
    pty.count("2");
    backend.kill();
    pty.wait_for("FRAKOBLET");
    pty.press("a");
    pty.wait_for("legger avgjørelsen i kø");
    pty.confirm_if_asked();
    pty.wait_until("the decision waits", |screen| screen.contains("venter på denne maskinen"));
    pty
}

/// Waits until the line is back; what was typed meanwhile goes out with it, and then that is told last.
#[track_caller]
fn line_is_back(pty: &Pty) {
    pty.wait_until("the line is back", |screen| {
        screen.contains("Forbindelsen er tilbake") || screen.contains("er lagret hos tjenesten")
    });
}

#[test]
fn what_was_read_is_there_without_a_line_and_says_how_old_it_is_until_the_line_is_back() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    read_and_leave(&home, &backend);
    backend.kill();
    let mut pty = Pty::start(&home, &backend.client());
    pty.wait_until("the view with its age", |screen| {
        screen.contains(&format!("> {FIRST}")) && screen.contains("hentet 1")
    });
    pty.wait_for("FRAKOBLET");
    pty.press("w");
    pty.wait_for("Velg visning");
    pty.press("1");
    pty.wait_until("the queue with its age", |screen| screen.contains("Gjøvik") && screen.contains("hentet 1"));
    pty.press("w");
    pty.wait_for("Velg visning");
    pty.press("5");
    pty.wait_for(&format!("> {FIRST}"));
    pty.send("\r");
    pty.wait_until("the case with its age", |screen| screen.contains("a godkjenn") && screen.contains("hentet 1"));
    pty.press("æ");
    pty.wait_for("Får ikke kontakt");
    pty.escape();
    pty.wait_for("Enter åpne");
    backend.restart(&home);
    pty.wait_until("the line is back and everything fresh", |screen| {
        screen.contains("Forbindelsen er tilbake") && !screen.contains("hentet 1") && screen.contains(FIRST)
    });
}

#[test]
fn the_first_picture_of_the_next_start_is_the_queue_as_it_was_and_what_is_new_takes_its_place() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    read_and_leave(&home, &backend);
    assert_eq!(backend.run(&home, &["report", "approve", FIRST, "--extensions", "2", "--confirm"]).code, 0);
    // A backend that does not answer yet, and does later.
    signal(backend.process(), "STOP");
    let pty = Pty::start(&home, &backend.client());
    let shown = pty.try_until(Duration::from_secs(25), &mut |screen| {
        screen.contains("Åpne oppgaver 34") && screen.contains("hentet 1") && screen.contains(FIRST)
    });
    if let Err(screen) = shown {
        let kept = Command::new("find").arg(home.path().join("answers")).arg("-ls").output().expect("find");
        panic!(
            "{screen}\n{}\n{:?} {:?}",
            String::from_utf8_lossy(&kept.stdout),
            pty.is_gone(),
            String::from_utf8_lossy(&pty.raw())
        );
    }
    signal(backend.process(), "CONT");
    pty.wait_until("the queue without what was decided meanwhile", |screen| {
        screen.contains("Åpne oppgaver 33") && !screen.contains("hentet 1")
    });
}

#[test]
fn a_decision_without_a_line_waits_in_sight_and_goes_out_once_when_the_line_is_back() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let pty = decide_without_a_line(&home, &mut backend);
    pty.wait_for("1 venter");
    backend.restart(&home);
    pty.wait_until("it is sent", |screen| {
        !screen.contains("1 venter") && screen.contains(&format!("{FIRST}. Se arkivet"))
    });
    assert_eq!(rows(&home, DECISIONS), [["approve", "reviewer-1"]]);
}

#[test]
fn a_decision_that_waits_survives_a_kill_and_is_made_once_by_the_next_start() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let pty = decide_without_a_line(&home, &mut backend);
    pty.signal("KILL");
    drop(pty);
    let pty = Pty::start(&home, &backend.client());
    pty.wait_for("1 venter");
    backend.restart(&home);
    pty.wait_until("it is sent", |screen| !screen.contains("1 venter") && screen.contains("Åpne oppgaver 33"));
    assert_eq!(rows(&home, DECISIONS), [["approve", "reviewer-1"]]);
}

#[test]
fn a_decision_that_waits_can_be_taken_back_and_is_never_sent_then() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let mut pty = decide_without_a_line(&home, &mut backend);
    pty.escape();
    pty.press("z");
    pty.wait_for("er trukket tilbake. Den er");
    backend.restart(&home);
    line_is_back(&pty);
    pty.wait_until("the queue is fresh", |screen| screen.contains("Åpne oppgaver 34") && !screen.contains("venter på"));
    assert_eq!(rows(&home, DECISIONS), Vec::<Vec<String>>::new());
}

#[test]
fn a_decision_that_waited_while_a_colleague_decided_is_refused_and_named() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let pty = decide_without_a_line(&home, &mut backend);
    pty.signal("KILL");
    drop(pty);
    backend.restart(&home);
    let colleague = backend.token_of("reviewer-2");
    let decided = home.run(&[
        "--server",
        &backend.url,
        "--token-file",
        &colleague,
        "report",
        "return",
        FIRST,
        "--comment",
        "Se på 2B en gang til.",
        "--confirm",
    ]);
    assert_eq!(decided.code, 0, "{}", decided.err);
    let pty = Pty::start(&home, &backend.client());
    pty.wait_for("avgjørelsen som ventet, ble ikke lagret");
    assert!(pty.screen().contains(FIRST), "{}", pty.screen());
    assert_eq!(rows(&home, DECISIONS), [["return", "reviewer-2"]]);
}

#[test]
fn after_a_wipe_nothing_is_remembered_and_what_is_not_confirmed_is_kept() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let pty = decide_without_a_line(&home, &mut backend);
    pty.signal("KILL");
    drop(pty);
    let wiped = home.run(&["wipe", "--json"]);
    assert_eq!(wiped.code, 0, "{}", wiped.err);
    assert!(wiped.json()["answers"].as_u64().is_some_and(|answers| answers > 2), "{}", wiped.out);
    assert!(home.run(&["wipe"]).out.contains("Ingenting var lagret."));
    let mut pty = Pty::start(&home, &backend.client());
    assert_eq!(pty.ended(), Ok(69), "{}", pty.screen());
    backend.restart(&home);
    let pty = Pty::start(&home, &backend.client());
    pty.wait_until("the decision is made", |screen| screen.contains("Åpne oppgaver 33"));
    assert_eq!(rows(&home, DECISIONS), [["approve", "reviewer-1"]]);
}

#[test]
fn what_one_person_read_is_shown_to_nobody_else_and_to_nobody_when_it_is_switched_off() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    read_and_leave(&home, &backend);
    backend.kill();
    let colleague = backend.token_of("reviewer-2");
    let mut pty = Pty::start(&home, &["--server", &backend.url, "--token-file", &colleague]);
    assert_eq!(pty.ended(), Ok(69), "{}", pty.screen());
    assert!(!pty.screen().contains(FIRST));
    home.file("config/config.toml", "cache_hours = 0\n");
    let mut pty = Pty::start(&home, &backend.client());
    assert_eq!(pty.ended(), Ok(69), "{}", pty.screen());
    assert!(!pty.screen().contains(FIRST));
}

#[test]
fn after_a_kill_the_next_start_offers_the_same_case_and_the_same_words_in_the_same_view() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::start(&home, &backend.client());
    pty.clean_reports(FIRST);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.comment("Midt.i.et.ord");
    pty.signal("KILL");
    drop(pty);
    let mut pty = Pty::start(&home, &backend.client());
    pty.wait_until("the view and the offer", |screen| {
        screen.contains(&format!("> {FIRST}")) && screen.contains(". fortsett") && !screen.contains("Gjøvik")
    });
    assert!(pty.screen().contains(&format!("Sist skrev du en tekst i {FIRST}")), "{}", pty.screen());
    pty.press(".");
    pty.wait_for("Midt.i.et.ord");
    pty.press(".til");
    pty.wait_for("Midt.i.et.ord.til");
}

#[test]
fn who_left_from_the_queue_is_back_in_their_view_and_on_their_row_and_is_asked_nothing() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::start(&home, &backend.client());
    pty.clean_reports(FIRST);
    pty.press("jj");
    pty.wait_until("the third row", |screen| screen.contains("3 av 15"));
    leave(&mut pty);
    let pty = Pty::start(&home, &backend.client());
    pty.wait_until("the third row of the view", |screen| screen.contains("3 av 15"));
    assert!(!pty.screen().contains("fortsett"), "{}", pty.screen());
}

#[test]
fn a_decision_that_waits_can_be_taken_back_after_a_kill_too() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let pty = decide_without_a_line(&home, &mut backend);
    pty.signal("KILL");
    drop(pty);
    let mut pty = Pty::start(&home, &backend.client());
    pty.wait_for("1 venter");
    pty.press("z");
    pty.wait_for("er trukket tilbake. Den er");
    backend.restart(&home);
    line_is_back(&pty);
    leave(&mut pty);
    assert_eq!(rows(&home, DECISIONS), Vec::<Vec<String>>::new());
}

#[test]
fn a_decision_that_never_left_is_not_sent_later_however_often_it_was_tried() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    pty.count("2");
    pty.press("a");
    pty.wait_for("Enter bekreft");
    backend.kill();
    // At once, before anybody has noticed that the line is gone.
    pty.confirm_if_asked();
    pty.wait_for("Ingenting er lagret eller sendt");
    pty.confirm_if_asked();
    pty.wait_for("sendes …");
    pty.wait_for("Ingenting er lagret eller sendt");
    pty.escape();
    pty.wait_for("u utvidelser");
    backend.restart(&home);
    line_is_back(&pty);
    pty.escape();
    pty.wait_until("nothing waits", |screen| screen.contains("Åpne oppgaver 34") && !screen.contains("venter på"));
    leave(&mut pty);
    assert_eq!(rows(&home, DECISIONS), Vec::<Vec<String>>::new());
}

#[test]
fn a_text_that_the_backend_does_not_take_is_there_at_the_next_start() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    pty.comment("Begynnelsen.");
    pty.send(format!("\x1b[200~{}Slutten\x1b[201~", "Altfor lang tekst. ".repeat(1_100)));
    pty.wait_for("grensen er 20000");
    pty.escape();
    pty.escape();
    pty.wait_for("Enter åpne");
    leave(&mut pty);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    pty.press("r");
    pty.wait_for("Slutten");
}

/// Begins, or goes on with, the reason for accepting the error of the odd report.
fn begin_a_reason(pty: &mut Pty) {
    pty.press("f");
    pty.wait_for("K12");
    pty.press("g");
    pty.wait_for("Enter");
    pty.press("Telt.om");
}

#[test]
fn a_reason_that_was_begun_is_there_after_a_kill() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), ODD);
    begin_a_reason(&mut pty);
    pty.wait_for("Telt.om");
    pty.signal("KILL");
    drop(pty);
    let mut pty = Pty::open(&home, &backend.client(), ODD);
    pty.press("f");
    pty.wait_for("K12");
    pty.press("g");
    pty.wait_for("Telt.om");
}

#[test]
fn what_the_disk_does_not_take_is_nowhere_said_to_be_on_it() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let shell = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"";
    let arguments = [&["-c", shell, env!("CARGO_BIN_EXE_sfv")], backend.client().as_slice(), &["open", FIRST]].concat();
    let home_folder = home.path().display().to_string();
    let variables = [("SFV_HOME", home_folder.as_str()), ("LC_ALL", "C.UTF-8")];
    let mut pty = Pty::start_program(Path::new("sh"), &arguments, &variables);
    pty.wait_for("a godkjenn");
    backend.kill();
    pty.wait_for("FRAKOBLET");
    pty.comment("Begynt.");
    pty.paste(&"Mer enn det er plass til. ".repeat(60));
    pty.wait_for("Det står bare på skjermen");
    pty.escape();
    pty.wait_for("bare på skjermen");
    assert!(!pty.screen().contains("[x] Lagre                 på disken"), "{}", pty.screen());
    pty.escape();
    pty.wait_for("utkast bare på skjermen");
    pty.escape();
    pty.wait_for("Enter åpne");
    pty.press("q");
    pty.wait_for("Det siste er ikke på disken. Avslutte likevel? Enter avslutter, Esc blir.");
}

#[test]
fn what_was_begun_is_kept_also_where_nothing_that_was_read_is() {
    let home = Home::new();
    home.file("config/config.toml", "cache_hours = 0\n");
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), ODD);
    begin_a_reason(&mut pty);
    pty.wait_for("Telt.om");
    pty.escape();
    pty.wait_for("a godkjenn");
    pty.signal("KILL");
    drop(pty);
    assert!(!home.path().join("answers").exists(), "nothing that was read");
    let mut pty = Pty::open(&home, &backend.client(), ODD);
    begin_a_reason(&mut pty);
    pty.wait_for("Telt.omTelt.om");
}

#[test]
fn an_application_that_was_begun_is_there_after_a_kill() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let mut pty = Pty::start(&home, &backend.client());
    pty.wait_for("Enter åpne");
    pty.press("S");
    pty.wait_for("Navn / Namn");
    pty.press("Embetet");
    pty.wait_for("Embetet");
    pty.signal("KILL");
    drop(pty);
    let mut pty = Pty::start(&home, &backend.client());
    pty.wait_for("Enter åpne");
    pty.press("S");
    pty.wait_for("Embetet");
}

#[test]
fn what_was_typed_without_a_line_in_a_case_that_was_left_is_there_again_and_sent_when_the_line_is_back() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let mut pty = Pty::start(&home, &backend.client());
    pty.clean_reports(FIRST);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    backend.kill();
    pty.wait_for("FRAKOBLET");
    pty.comment("Skrevet.uten.linje.");
    pty.escape();
    pty.wait_for("legger avgjørelsen i kø");
    pty.escape();
    pty.wait_for("a godkjenn");
    pty.escape();
    pty.wait_for("Enter åpne");
    backend.restart(&home);
    pty.wait_for("Utkast som lå på disken, er lagret hos tjenesten");
    let stored = || rows(&home, DRAFTS).concat().concat();
    assert!(stored().contains("Skrevet.uten.linje."), "{}", stored());
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.press("r");
    pty.wait_for("Skrevet.uten.linje.");
}

#[test]
fn a_note_that_was_written_without_a_line_is_stored_with_the_decision_that_waits() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    let mut pty = Pty::open(&home, &backend.client(), FIRST);
    pty.count("2");
    pty.wait_for("utkast lagret");
    backend.kill();
    pty.wait_for("FRAKOBLET");
    pty.press("N");
    pty.wait_for("Internt notat");
    pty.press("Notat.uten.linje.");
    pty.wait_for("Notat.uten.linje.");
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.press("a");
    pty.wait_for("legger avgjørelsen i kø");
    pty.confirm_if_asked();
    pty.wait_for("1 venter");
    backend.restart(&home);
    pty.wait_until("it is sent", |screen| {
        !screen.contains("1 venter") && screen.contains(&format!("{FIRST}. Se arkivet"))
    });
    assert_eq!(rows(&home, DECISIONS), [["approve", "reviewer-1"]]);
    let stored = rows(&home, DRAFTS).concat().concat();
    assert!(stored.contains("Notat.uten.linje."), "{stored}");
    // It is the last decision, and the one that is taken back.
    pty.press("z");
    pty.wait_for("Angret. Elverum er åpen igjen");
}

#[test]
fn a_question_whose_answer_never_came_is_sent_to_the_applicant_once_though_it_is_asked_again_after_a_kill() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let ask = |home: &Home| {
        let mut pty = Pty::open_at(home, &backend.client(), "TLG-000005", "c spør");
        pty.press("c");
        pty.wait_for("Esc eller F2: ferdig");
        pty
    };
    let mut pty = ask(&home);
    pty.press("Hvor.arbeider.du?");
    pty.wait_for("Hvor.arbeider.du?");
    pty.escape();
    pty.wait_for("trykk Enter");
    signal(backend.process(), "STOP");
    pty.confirm();
    std::thread::sleep(Duration::from_millis(500));
    pty.signal("KILL");
    drop(pty);
    signal(backend.process(), "CONT");
    let mut pty = ask(&home);
    pty.wait_for("Hvor.arbeider.du?");
    pty.escape();
    pty.confirm();
    pty.wait_for("Spørsmålet om TLG-000005 er på vei");
    let asked = rows(&home, "select count(*) from event where reference = 'TLG-000005' and kind = 'asked'");
    assert_eq!(asked, [["1"]]);
}

#[test]
fn the_text_of_all_returns_of_a_batch_is_there_after_a_kill() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let begin = || {
        let mut pty = Pty::start(&home, &backend.client());
        pty.wait_for("Enter åpne");
        pty.press("w");
        pty.wait_for("Velg visning");
        pty.press("5");
        pty.wait_for(&format!("> {FIRST}"));
        pty.press(" ");
        pty.wait_for("1 merket");
        pty.press("R");
        pty.wait_for("FELLES TEKST");
        pty
    };
    let mut pty = begin();
    pty.press("Felles.begynt");
    pty.wait_for("Felles.begynt");
    pty.signal("KILL");
    drop(pty);
    let pty = begin();
    pty.wait_for("Felles.begynt");
}
