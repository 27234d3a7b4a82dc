//! Deciding from the command line: said twice or not at all, once stored, and taken back.

use std::time::Duration;

use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{method, path},
};

use crate::cli_support::Home;

/// A report of the demo that waits and needs an extension count.
const REPORT: &str = "KHR-2023H1-3420";

fn state(home: &Home, reference: &str) -> String {
    let case = home.demo(&["tasks", "show", reference, "--json"]).json();
    assert_eq!(case["schema"], "sfv.case/1");
    case["row"]["state"].as_str().expect("a state").to_owned()
}

fn kinds(home: &Home, reference: &str) -> Vec<String> {
    let case = home.demo(&["tasks", "show", reference, "--json"]).json();
    let kind = |event: &Value| event["kind"].as_str().map(ToOwned::to_owned);
    case["events"].as_array().expect("a timeline").iter().filter_map(kind).collect()
}

#[test]
fn without_confirm_nothing_is_sent_and_the_flag_is_named() {
    let home = Home::new();
    let run = home.demo(&["report", "approve", REPORT, "--extensions", "2"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--confirm") && run.err.contains("--dry-run"), "{}", run.err);
    assert_eq!(state(&home, REPORT), "open");
}

#[test]
fn a_dry_run_says_exactly_what_would_be_sent_and_changes_nothing() {
    let home = Home::new();
    let before = kinds(&home, REPORT);
    let run = home.demo(&["report", "approve", REPORT, "--extensions", "2", "--dry-run", "--json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(
        run.json(),
        json!({ "schema": "sfv.dry_run/1", "method": "POST", "path": format!("/v1/tasks/{REPORT}/decision"),
            "if_match": "\"v1\"", "body": { "kind": "approve", "extensions": 2, "comment": null } }),
    );
    assert_eq!(kinds(&home, REPORT), before);
    let refused = home.demo(&["report", "approve", REPORT, "--dry-run"]);
    assert_eq!(refused.code, 65, "the count is required");
    assert!(refused.err.contains("--extensions"), "{}", refused.err);
}

#[test]
fn an_approval_goes_through_its_three_stages_and_can_be_taken_back() {
    let home = Home::new();
    let run = home.demo(&["report", "approve", REPORT, "--extensions", "2", "--confirm"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], format!("{REPORT}, versjon 1: godkjent."));
    assert!(lines[1].starts_with("Kan angres til 10:4") && lines[1].ends_with(&format!("med: sfv undo {REPORT}")));
    assert_eq!(state(&home, REPORT), "approved");
    let events = kinds(&home, REPORT);
    assert!(events.ends_with(&["saved", "continued", "confirmed"].map(ToOwned::to_owned)), "{events:?}");
    let again = home.demo(&["report", "approve", REPORT, "--extensions", "2", "--confirm", "--json"]);
    assert_eq!((again.code, again.fault()["kind"].as_str()), (4, Some("already_decided")));
    let undone = home.demo(&["undo", REPORT, "--json"]);
    assert_eq!((undone.code, undone.json()["kind"].as_str()), (0, Some("approve")));
    assert_eq!(state(&home, REPORT), "open");
    assert_eq!(home.demo(&["undo", REPORT]).code, 4);
}

#[test]
fn a_count_that_cannot_be_is_refused() {
    let home = Home::new();
    for count in ["-1", "1.5", "to", "99999", ""] {
        let run = home.demo(&["report", "approve", REPORT, "--extensions", count, "--confirm", "--json"]);
        assert_eq!((run.code, run.fault()["stored"].as_str()), (65, Some("no")), "{count}");
    }
    assert_eq!(state(&home, REPORT), "open");
}

#[test]
fn a_version_that_was_not_the_newest_is_not_decided() {
    let home = Home::new();
    let run = home.demo(&["report", "return", REPORT, "--version", "2", "--comment", "Se 2E", "--confirm", "--json"]);
    assert_eq!((run.code, run.fault()["version"].as_u64()), (4, Some(1)));
}

#[test]
fn a_return_needs_words_and_takes_them_from_a_flag_a_file_or_a_pipe() {
    let home = Home::new();
    let empty = "Kommentaren er tom.";
    let refused: [(&[&str], &str); 4] = [
        (&[], empty),
        (&["--comment", " \n "], empty),
        (&["--comment", "\u{200b}"], "(U+200B), linje 1, tegn 1."),
        // It would arrive as a mark that nobody typed.
        (&["--comment", "Rett\u{200b} 2E"], "(U+200B), linje 1, tegn 5."),
    ];
    for (comment, why) in refused {
        let arguments = [&["report", "return", REPORT, "--confirm"], comment].concat();
        let run = home.demo(&arguments);
        assert_eq!(run.code, 65, "{comment:?}");
        assert!(run.err.contains(why), "{}", run.err);
    }
    let file = home.file("comment.txt", "\u{feff}2E stemmer ikke.\r\nSe brevet.");
    let run = home.demo(&["report", "return", REPORT, "--comment-file", &file, "--dry-run", "--json"]);
    assert_eq!(run.json()["body"]["comment"], "2E stemmer ikke.\nSe brevet.");
    let arguments = ["--demo", "report", "return", REPORT, "--comment-file", "-", "--confirm", "--json"];
    let refused = home.run_with(&arguments, "Fra et rør \u{1b}[2J");
    assert_eq!(refused.code, 65, "what steers a terminal is not sent: {}", refused.out);
    let run = home.run_with(&arguments, "Fra et rør");
    assert_eq!((run.code, run.json()["state"].as_str()), (0, Some("returned")), "{}", run.err);
    let binary = home.file("comment.bin", b"\xff\xfe\x00");
    assert_eq!(home.demo(&["report", "return", REPORT, "--comment-file", &binary, "--confirm"]).code, 65);
}

#[test]
fn access_requests_are_decided_and_a_report_is_none() {
    let home = Home::new();
    let page = home.demo(&["tasks", "list", "--kind", "access", "--sort", "reference", "--json"]).json();
    let reference = page["rows"][0]["reference"].as_str().expect("an access request").to_owned();
    let asked = home.demo(&["access", "ask", &reference, "--comment", "Hvem gjelder det?", "--confirm"]);
    assert_eq!((asked.code, state(&home, &reference).as_str()), (0, "open"), "{}", asked.err);
    assert_eq!(home.demo(&["access", "reject", &reference, "--confirm"]).code, 65, "a rejection has words");
    let granted = home.demo(&["access", "grant", &reference, "--confirm", "--json"]);
    assert_eq!((granted.code, granted.json()["state"].as_str()), (0, Some("granted")), "{}", granted.err);
    let wrong = home.demo(&["access", "grant", REPORT, "--confirm", "--json"]);
    assert_eq!((wrong.code, wrong.fault()["refusals"][0]["code"].as_str()), (65, Some("wrong_kind")));
}

#[test]
fn a_returned_report_comes_back_in_a_new_version_from_a_file() {
    let home = Home::new();
    let returned = home.demo(&["report", "return", REPORT, "--comment", "Se 2E", "--confirm"]);
    assert_eq!(returned.code, 0, "{}", returned.err);
    let case = home.demo(&["report", "show", REPORT, "--json"]).json();
    let mut values = case["versions"][0]["values"].clone();
    values["us_3_6m"] = json!(5);
    let report = json!({ "unit": "3420", "period": "2023H1", "values": values });
    let file = home.file("report.json", report.to_string());
    let dry = home.demo(&["submit", &file, "--dry-run", "--json"]);
    assert_eq!((dry.code, dry.json()["body"]["unit"].as_str()), (0, Some("3420")), "{}", dry.err);
    let sent = home.demo(&["submit", &file, "--json"]);
    assert_eq!((sent.code, sent.json()["version"].as_u64()), (0, Some(2)), "{}", sent.err);
    assert_eq!(state(&home, REPORT), "open");
}

/// What the mocked backend says of the one case it has.
async fn mocked(decided: ResponseTemplate) -> (MockServer, Home) {
    let home = Home::new();
    let (case, me) = tokio::task::block_in_place(|| {
        let mut case = home.demo(&["report", "show", REPORT, "--json"]).json();
        let mut me = home.demo(&["whoami", "--json"]).json();
        for answer in [&mut case, &mut me] {
            answer.as_object_mut().expect("an object").remove("schema");
        }
        (case, me)
    });
    let server = MockServer::start().await;
    let at = "2023-08-24T08:42:00Z";
    let answers = [
        ("GET", "/v1/me", ResponseTemplate::new(200).set_body_json(me)),
        ("GET", "/v1/tasks/KHR-2023H1-3420", ResponseTemplate::new(200).set_body_json(case)),
        (
            "PUT",
            "/v1/tasks/KHR-2023H1-3420/draft",
            ResponseTemplate::new(200).set_body_json(json!({ "reference": REPORT, "draft": {} })),
        ),
        (
            "POST",
            "/v1/tasks/KHR-2023H1-3420/continue",
            ResponseTemplate::new(200).set_body_json(json!({ "reference": REPORT, "at": at, "recipients": [] })),
        ),
        ("POST", "/v1/tasks/KHR-2023H1-3420/decision", decided),
    ];
    for (verb, at, answer) in answers {
        Mock::given(method(verb)).and(path(at)).respond_with(answer).mount(&server).await;
    }
    (server, home)
}

/// The idempotency keys that were sent.
async fn keys(server: &MockServer) -> Vec<String> {
    let requests = server.received_requests().await.expect("requests are recorded");
    let key = |request: &wiremock::Request| {
        request.headers.get("Idempotency-Key").and_then(|key| key.to_str().ok()).map(ToOwned::to_owned)
    };
    requests.iter().filter_map(key).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_of_unknown_outcome_ends_with_75_and_the_same_command_sends_the_same_key() {
    let gateway = ResponseTemplate::new(504).set_body_raw("<html>", "text/html").set_delay(Duration::from_millis(10));
    let (server, home) = mocked(gateway).await;
    let uri = server.uri();
    let arguments = ["--server", &uri, "report", "approve", REPORT, "--extensions", "2", "--confirm"];
    let first = tokio::task::block_in_place(|| home.run(&arguments));
    assert_eq!(first.code, 75, "{}", first.err);
    assert!(first.err.contains("ikke kjent") && !first.err.contains("Ingenting"), "{}", first.err);
    let second = tokio::task::block_in_place(|| home.run(&arguments));
    assert_eq!(second.code, 75);
    let mut keys = keys(&server).await;
    assert!(keys.len() >= 4, "tried again by itself");
    keys.dedup();
    assert_eq!(keys.len(), 1, "always the same key");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_ends_after_a_lost_answer_does_not_forget_the_key() {
    let gone = ResponseTemplate::new(401)
        .set_body_raw(r#"{"type":"urn:sfv:problem:not_logged_in","title":"","status":401,"detail":"","kind":"not_logged_in","stored":"no"}"#, "application/problem+json");
    let (server, home) = mocked(gone).await;
    let lost = ResponseTemplate::new(504).set_body_raw("<html>", "text/html");
    Mock::given(method("POST"))
        .and(path("/v1/tasks/KHR-2023H1-3420/decision"))
        .respond_with(lost)
        .up_to_n_times(1)
        .with_priority(1)
        .mount(&server)
        .await;
    let uri = server.uri();
    let arguments = ["--server", &uri, "report", "approve", REPORT, "--extensions", "2", "--confirm"];
    for _ in 0..3 {
        let run = tokio::task::block_in_place(|| home.run(&arguments));
        assert!([75, 77].contains(&run.code), "{} {}", run.code, run.err);
    }
    let mut keys = keys(&server).await;
    assert_eq!(keys.len(), 4, "the first command asks twice: {keys:?}");
    keys.dedup();
    assert_eq!(keys.len(), 1, "always the same key");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_to_the_units_goes_again_with_its_key_when_the_answer_was_lost_and_something_else_with_another() {
    let lost = || ResponseTemplate::new(504).set_body_raw("<html>", "text/html");
    let (server, home) = mocked(lost()).await;
    for to in ["/v1/letters", "/v1/reminders", "/v1/extensions"] {
        Mock::given(method("POST")).and(path(to)).respond_with(lost()).mount(&server).await;
    }
    let text = |body: &str| format!("[nb]\nsubject = \"A\"\nbody = \"{body}\"\n[nn]\nsubject = \"A\"\nbody = \"B\"\n");
    let (file, other) = (home.file("brev.toml", text("B")), home.file("annet.toml", text("C")));
    let uri = server.uri();
    let mut seen = Vec::new();
    let commands: [&[&str]; 4] = [
        &["letter", "send", &file, "--confirm", "2"],
        &["letter", "send", &other, "--confirm", "2"],
        &["remind", "3420", "--confirm"],
        &[
            "extensions",
            "add",
            "--unit",
            "3420",
            "--ref",
            "A17",
            "--asked",
            "2023-05-01",
            "--granted",
            "--decided",
            "2023-05-02",
            "--confirm",
        ],
    ];
    for command in commands {
        let mut of_this = Vec::new();
        for _ in 0..2 {
            let run = tokio::task::block_in_place(|| home.run(&[&["--server", &uri], command].concat()));
            assert_eq!(run.code, 75, "{command:?}: {}", run.err);
            of_this = keys(&server).await.split_off(seen.len());
        }
        assert!(of_this.len() >= 4 && of_this.iter().all(|key| *key == of_this[0]), "{command:?}: {of_this:?}");
        assert!(!seen.contains(&of_this[0]), "{command:?}");
        seen.extend(of_this);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_instead_of_an_answer_never_says_that_nothing_was_sent() {
    let html = ResponseTemplate::new(200).set_body_raw("<html>Logg inn</html>", "text/html");
    let (server, home) = mocked(html).await;
    let uri = server.uri();
    let arguments = ["--server", &uri, "report", "approve", REPORT, "--extensions", "2", "--confirm"];
    let run = tokio::task::block_in_place(|| home.run(&arguments));
    assert_eq!(run.code, 75);
    assert!(run.err.contains("ikke kjent") && !run.err.contains("Ingenting"), "{}", run.err);
}

#[test]
fn a_colleague_s_draft_is_named_before_anything_is_decided_over_it() {
    let home = Home::new();
    let words = ["report", "approve", "KHR-2023H1-3414", "--extensions", "0"];
    for consent in ["--dry-run", "--confirm"] {
        let run = home.demo(&[&words[..], &[consent]].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains("Ola Testerud har et utkast på saken."), "{}", run.err);
    }
}
