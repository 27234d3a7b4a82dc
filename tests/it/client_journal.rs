//! The journal: what is written is not lost, whatever ends the program.

use std::{fs, io::Write, path::Path};

use jiff::{SignedDuration, Timestamp};
use statsforvalter::{
    api::{case::Draft, decide::DecisionRequest},
    client::journal::{Journal, PendingDecision},
    domain::{decision::DecisionKind, report::Reference},
};
use tempfile::TempDir;
use uuid::Uuid;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder of the test")
}

fn open(folder: &Path) -> Journal {
    Journal::open(folder, "http://backend", "kari").expect("a journal")
}

fn reference() -> Reference {
    "KHR-2023H1-3420".parse().expect("a reference of the test")
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_692_866_520 + second).expect("a moment of the test")
}

fn draft(comment: &str) -> Draft {
    Draft { comment: comment.to_owned(), version: 1, ..Draft::default() }
}

fn decision(key: Uuid, second: i64) -> PendingDecision {
    let decision = DecisionRequest {
        kind: DecisionKind::Approve,
        extensions: Some(2),
        comment: None,
        asked: Vec::new(),
        role: None,
        confirm_role: false,
    };
    PendingDecision { key, reference: reference(), version: 1, decision, at: at(second), unsent: false }
}

/// The comment of the pending draft.
fn comment(journal: &Journal) -> Option<String> {
    journal.pending().drafts.get(&reference()).map(|pending| pending.draft.comment.clone())
}

#[test]
fn what_was_written_and_not_answered_is_pending_after_a_kill() {
    let folder = folder();
    let key = Uuid::new_v4();
    let mut journal = open(folder.path());
    journal.draft(&reference(), &draft("første"), at(0)).expect("written");
    journal.draft(&reference(), &draft("andre\nlinje"), at(1)).expect("written");
    journal.decision(decision(key, 2)).expect("written");
    // A kill runs no destructor; only the system gives the lock back.
    drop(journal);
    let again = open(folder.path());
    assert_eq!(comment(&again).as_deref(), Some("andre\nlinje"));
    assert_eq!(again.same(&reference(), 1, &decision(key, 2).decision), Some(key));
    assert_eq!(again.same(&reference(), 2, &decision(key, 2).decision), None);
}

#[test]
fn what_was_answered_is_not_pending_and_a_later_draft_still_is() {
    let folder = folder();
    let key = Uuid::new_v4();
    let mut journal = open(folder.path());
    journal.draft(&reference(), &draft("første"), at(0)).expect("written");
    journal.draft(&reference(), &draft("andre"), at(1)).expect("written");
    journal.draft_done(&reference(), at(0)).expect("written");
    journal.decision(decision(key, 2)).expect("written");
    journal.decision_done(key).expect("written");
    drop(journal);
    let mut again = open(folder.path());
    assert_eq!(comment(&again).as_deref(), Some("andre"));
    assert!(again.pending().decisions.is_empty());
    again.draft_done(&reference(), at(1)).expect("written");
    drop(again);
    assert!(open(folder.path()).pending().is_empty());
}

#[test]
fn a_torn_last_line_costs_only_itself() {
    let folder = folder();
    let mut journal = open(folder.path());
    journal.draft(&reference(), &draft("hel"), at(0)).expect("written");
    let path = journal.path().to_owned();
    drop(journal);
    let mut file = fs::OpenOptions::new().append(true).open(&path).expect("the journal");
    file.write_all(b"{\"line\":\"draft\",\"reference\":\"KHR-2023H1-3420\",\"draft\":{\"comm\xc3").expect("written");
    drop(file);
    let mut again = open(folder.path());
    assert_eq!(comment(&again).as_deref(), Some("hel"));
    again.draft(&reference(), &draft("ny"), at(1)).expect("written");
    drop(again);
    assert_eq!(comment(&open(folder.path())).as_deref(), Some("ny"));
}

#[test]
fn what_nobody_can_read_is_put_aside_and_not_thrown_away() {
    let folder = folder();
    let mut journal = open(folder.path());
    journal.draft(&reference(), &draft("hel"), at(0)).expect("written");
    assert!(journal.set_aside().is_empty());
    let path = journal.path().to_owned();
    drop(journal);
    for (number, unknown) in
        [&b"{\"line\":\"draft9\",\"text\":\"fra en nyere utgave\"}\n"[..], b"\x07\xff\x00 st\xf8y\n"].iter().enumerate()
    {
        let mut file = fs::OpenOptions::new().append(true).open(&path).expect("the journal");
        file.write_all(unknown).expect("written");
        drop(file);
        let again = open(folder.path());
        assert_eq!(comment(&again).as_deref(), Some("hel"), "what can be read is kept");
        let [aside] = again.set_aside() else { panic!("one file: {:?}", again.set_aside()) };
        assert!(
            aside.extension().is_some_and(|ending| ending.to_string_lossy() == format!("unreadable-{}", number + 1))
        );
        let kept = fs::read(aside).expect("the file");
        assert!(kept.windows(unknown.len()).any(|part| part == *unknown), "{aside:?}");
    }
    assert!(open(folder.path()).set_aside().is_empty(), "it is told once");
}

#[test]
fn a_journal_keeps_only_what_is_pending_when_it_is_opened_and_when_it_has_grown() {
    let folder = folder();
    let mut journal = open(folder.path());
    let path = journal.path().to_owned();
    for second in 0..40 {
        journal.draft(&reference(), &draft(&"å".repeat(20_000)), at(second)).expect("written");
    }
    assert!(fs::metadata(&path).expect("the journal").len() < 1024 * 1024 + 50_000);
    drop(journal);
    let again = open(folder.path());
    assert_eq!(fs::read_to_string(again.path()).expect("the journal").lines().count(), 1);
}

#[test]
fn two_programs_have_a_file_each_and_what_the_first_left_is_taken_over() {
    let folder = folder();
    let mut first = open(folder.path());
    let mut second = open(folder.path());
    assert_ne!(first.path(), second.path());
    first.draft(&reference(), &draft("av den første"), at(0)).expect("written");
    let key = Uuid::new_v4();
    second.decision(decision(key, 1)).expect("written");
    assert!(open(folder.path()).pending().is_empty(), "both are at work: nothing is taken from them");
    drop(second);
    let third = open(folder.path());
    assert_eq!(third.pending().decisions, [decision(key, 1)], "the second has ended");
    drop((first, third));
    let last = open(folder.path());
    assert_eq!(comment(&last).as_deref(), Some("av den første"));
    assert_eq!(last.pending().decisions.len(), 1);
}

#[test]
fn people_and_backends_do_not_share_a_journal() {
    let folder = folder();
    let mut kari = open(folder.path());
    kari.draft(&reference(), &draft("av Kari"), at(0)).expect("written");
    drop(kari);
    for (backend, person) in [("http://backend", "ola"), ("http://other", "kari"), ("http://backend", "../kari")] {
        let other = Journal::open(folder.path(), backend, person).expect("a journal");
        assert!(other.pending().is_empty(), "{backend} {person}");
        assert!(other.path().starts_with(folder.path()));
    }
    assert!(!Journal::open(folder.path(), "http://backend/", "kari").expect("a journal").pending().is_empty());
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_a_journal() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let mut journal = Journal::open(&folder.path().join("state"), "b", "p").expect("a journal");
    journal.draft(&reference(), &draft("hemmelig"), at(0)).expect("written");
    let mode = |path: &Path| fs::metadata(path).expect("it exists").permissions().mode() & 0o777;
    assert_eq!(mode(journal.path()), 0o600);
    assert_eq!(mode(&folder.path().join("state")), 0o700);
}

#[test]
fn the_same_application_said_again_after_an_unknown_outcome_has_the_same_key_and_after_an_answer_another() {
    let folder = folder();
    let mut journal = open(folder.path());
    let key = journal.request("apply ola@elverum.kommune.example", at(1)).expect("written").0;
    drop(journal);
    let mut journal = open(folder.path());
    assert_eq!(
        journal.request("apply ola@elverum.kommune.example", at(1)).expect("written").0,
        key,
        "also after a kill"
    );
    assert_ne!(journal.request("apply eva@elverum.kommune.example", at(1)).expect("written").0, key);
    journal.request_done(key).expect("written");
    assert_ne!(journal.request("apply ola@elverum.kommune.example", at(1)).expect("written").0, key);
    let kept = fs::read_to_string(journal.path()).expect("the journal");
    assert!(!kept.contains("elverum"), "of what is sent only the hash is kept: {kept}");
}

#[test]
fn what_is_typed_outside_of_drafts_is_pending_until_it_is_taken_away_and_the_newest_counts() {
    let folder = tempfile::tempdir().expect("a folder of the test");
    let open = || Journal::open(folder.path(), "backend", "kari").expect("a journal");
    let now = Timestamp::UNIX_EPOCH;
    let mut journal = open();
    journal.words("one", "Begynt", now).expect("written");
    journal.words("other", "Noe annet", now).expect("written");
    let mut second = open();
    second.words("one", "Nyere", now + SignedDuration::from_secs(1)).expect("written");
    drop((journal, second));
    let mut journal = open();
    let words =
        |journal: &Journal| -> Vec<String> { journal.pending().words.values().map(|kept| kept.text.clone()).collect() };
    assert_eq!(words(&journal), ["Nyere", "Noe annet"]);
    journal.words("one", "", now + SignedDuration::from_secs(2)).expect("written");
    drop(journal);
    assert_eq!(words(&open()), ["Noe annet"]);
}
