//! Mail, hand-over and notices as commands: `serve --mail`, `receiver`, `outbox` and `notices`.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
    time::Duration,
};

use serde_json::{Value, json};

use crate::{
    cli_support::Home,
    server_world::submission,
    support::mail::{MailServer, PASSWORD, installed},
};

/// A program that runs until the test ends, and the line it began with.
struct Running(Child, Value);

impl Running {
    fn start(home: &Home, arguments: &[&str], secret: &str) -> Self {
        let mut command = home.command(arguments);
        if !secret.is_empty() {
            command.env("SFV_MAIL_PASSWORD", secret);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        let told = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        Self(child, told)
    }

    fn text(&self, name: &str) -> &str {
        self.1[name].as_str().expect("a field of the line")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ended = self.0.kill();
        let _gone = self.0.wait();
    }
}

const PEOPLE: &str = r#"
[[person]]
id = "leder"
name = "Prøve Leder"
email = "leder@statsforvalteren.example"
phone = ""
role = "leader"
office = "SFIN"

[[person]]
id = "elverum"
name = "Prøve Innsender"
email = "innsender@elverum.kommune.example"
phone = ""
role = "municipality"
unit = "3420"
"#;

#[test]
fn a_report_goes_all_the_way_by_mail_and_to_the_receiver_and_what_fails_is_sent_again() {
    let Some(installed) = installed() else { return };
    let home = Home::new();
    let token = home.file("token", "nokkel\n");
    let kept = home.path().join("mottatt");
    let listen = ["receiver", "--listen", "127.0.0.1:0", "--token-file", &token, "--folder", kept.to_str().unwrap()];
    let receiver = Running::start(&home, &listen, "");
    let mail = MailServer::start(&installed, false);
    let without =
        mail.table("ca.pem").lines().filter(|line| !line.starts_with("password_file")).collect::<Vec<_>>().join("\n");
    let address = receiver.text("listening");
    let ways =
        home.file("post.toml", format!("{without}\n[bufdir]\naddress = \"{address}\"\ntoken_file = {token:?}\n"));
    let (people, database) = (home.file("people.toml", PEOPLE), home.path().join("felles.sqlite"));
    home.file("config/config.toml", "undo_seconds = 0\n");
    let serve = ["serve", "--listen", "127.0.0.1:0", "--database", database.to_str().unwrap(), "--people", &people];
    let now = ["--mail", &ways, "--now", "2023-08-14T10:42"];
    let served = Running::start(&home, &[&serve[..], &now].concat(), PASSWORD);
    let as_person = |who: &str, arguments: &[&str]| {
        let file = format!("{}/{who}", served.text("token_dir"));
        home.run(&[&["--server", served.text("listening"), "--token-file", &file], arguments].concat())
    };
    std::fs::write(kept.join("how"), "refuse").unwrap();
    let shown = as_person("leder", &["notices", "set", "--units", "3420", "--quiet", "22:00-06:00", "--json"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert_eq!(shown.json()["units"], json!(["3420"]));
    assert!(as_person("leder", &["notices", "show"]).out.contains("3420"));
    let report = serde_json::to_string(&submission("3420", "2023H1")).unwrap();
    let report = home.file("report.json", report);
    let submitted = as_person("elverum", &["submit", &report]);
    assert_eq!(submitted.code, 0, "{}", submitted.err);
    wait(|| mail.mails().len() == 1, "a mail to the leader");
    assert!(mail.mails()[0].contains("leder@statsforvalteren.example"));
    let approved = as_person("leder", &["report", "approve", "KHR-2023H1-3420", "--extensions", "2", "--confirm"]);
    assert_eq!(approved.code, 0, "{}", approved.err);
    let failed = || as_person("leder", &["outbox", "list", "--part", "given_up", "--json"]).json()["rows"].clone();
    wait(|| failed().as_array().is_some_and(|rows| rows.len() == 1), "a delivery that was given up");
    let told = as_person("leder", &["outbox", "list"]);
    assert!(told.out.contains("IKKE LEVERT") && told.out.contains("422"), "{}", told.out);
    let id = failed()[0]["delivery"]["id"].as_str().unwrap().to_owned();
    assert_eq!(as_person("leder", &["outbox", "retry", &id]).code, 2, "not without being told to");
    assert_eq!(as_person("leder", &["outbox", "retry", "nothing", "--confirm"]).code, 66);
    std::fs::remove_file(kept.join("how")).unwrap();
    assert_eq!(as_person("leder", &["outbox", "retry", &id, "--dry-run"]).code, 0);
    assert_eq!(as_person("leder", &["outbox", "retry", "--all", "--confirm"]).code, 0);
    let receipt = || as_person("leder", &["tasks", "show", "KHR-2023H1-3420"]).out.contains("Kvittering K-");
    wait(receipt, "the receipt on the task");
    assert_eq!(as_person("elverum", &["outbox", "list"]).code, 77);
}

fn wait(done: impl Fn() -> bool, what: &str) {
    for _ in 0..200 {
        if done() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("never: {what}");
}

#[test]
fn a_way_that_could_show_what_it_carries_to_others_is_not_started() {
    let home = Home::new();
    let mail = "[mail]\nserver = \"post.example\"\nsender = \"a@post.example\"\n";
    let cases = [
        (format!("{mail}tls = \"none\"\n"), "tls = \"none\""),
        (format!("{mail}user = \"sfv\"\n"), "password_file"),
        (format!("{mail}password = \"hemmelig\"\n"), "password"),
        (format!("{mail}ca_file = \"/finnes/ikke\"\n"), "/finnes/ikke"),
        ("[bufdir]\naddress = \"http://bufdir.example/\"\ntoken_file = \"/dev/null\"\n".to_owned(), "https://"),
        ("[outbox]\ntry_seconds = 90\n".to_owned(), "try_seconds"),
    ];
    for (text, word) in cases {
        let file = home.file("post.toml", &text);
        let run = home.run(&["serve", "--listen", "127.0.0.1:0", "--mail", &file]);
        assert_eq!(run.code, 2, "{text}: {}", run.err);
        assert!(
            run.err.contains(word) && run.err.contains("post.toml") && !run.err.contains("hemmelig"),
            "{}",
            run.err
        );
    }
}
