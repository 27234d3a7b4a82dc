//! The shared backend as a command, and the demo's database.

use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::Instant,
};

use serde_json::Value;

use crate::cli_support::Home;

/// A backend that is ended with the test.
pub(crate) struct Served {
    pub(crate) child: Child,
    line: Value,
}

impl Served {
    pub(crate) fn start(home: &Home, arguments: &[&str]) -> Self {
        let whole = [&["serve", "--listen", "127.0.0.1:0"], arguments].concat();
        let mut child =
            home.command(&whole).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        Self { child, line: serde_json::from_str(&line).expect("one line of JSON") }
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.line[name].as_str().expect("a field of the line")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _gone = self.child.wait();
    }
}

#[test]
fn serve_demo_tells_its_address_and_a_token_file_for_each_person() {
    let home = Home::new();
    let served = Served::start(&home, &["--demo"]);
    let token_file = served.text("token_file");
    assert_eq!(fs::metadata(token_file).expect("a token").permissions().mode() & 0o777, 0o600);
    assert!(fs::read_dir(served.text("token_dir")).expect("a folder").count() >= 7);
    let me = home.run(&["--server", served.text("listening"), "--token-file", token_file, "whoami", "--json"]).json();
    assert_eq!((me["server"].as_str(), me["embedded"].as_bool()), (Some(served.text("listening")), Some(false)));
    assert_eq!((me["role"].as_str(), me["demo"].as_bool()), (Some("reviewer"), Some(true)));
    let reader = Path::new(served.text("token_dir")).join("reader");
    let reader = fs::read_to_string(reader).expect("a token");
    let refused = home
        .command(&["--server", served.text("listening"), "undo", "KHR-2023H1-3420"])
        .env("SFV_TOKEN", reader)
        .output()
        .expect("the program runs");
    assert_eq!(refused.status.code(), Some(77));
    assert_eq!(home.run(&["--server", served.text("listening"), "whoami"]).code, 77, "no token");
}

#[test]
fn serve_ends_by_itself_when_it_is_told_to() {
    let home = Home::new();
    let mut served = Served::start(&home, &[]);
    let id = served.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
    assert_eq!(served.child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn the_people_of_a_file_get_a_token_each_and_keep_it() {
    let home = Home::new();
    let people = "[[person]]\nid = \"kari\"\nname = \"Kari\"\nemail = \"kari@a.example\"\nphone = \"\"\n\
                  role = \"reviewer\"\noffice = \"SFIN\"\n";
    let file = home.file("people.toml", people);
    let database = home.path().join("felles.sqlite");
    let arguments = ["--people", &file, "--database", database.to_str().expect("UTF-8")];
    let first = Served::start(&home, &arguments);
    let token = fs::read_to_string(first.text("token_file")).expect("a token");
    drop(first);
    let second = Served::start(&home, &arguments);
    assert_eq!(fs::read_to_string(second.text("token_file")).expect("a token"), token);
    let me = home
        .run(&["--server", second.text("listening"), "--token-file", second.text("token_file"), "whoami", "--json"])
        .json();
    assert_eq!(me["person"], "kari");
    let bad = home.file("bad.toml", "[[person]]\nid = \"../kari\"\nrole = 3\n");
    let run = home.run(&["serve", "--listen", "127.0.0.1:0", "--people", &bad]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("bad.toml:3:8"), "{}", run.err);
}

#[test]
fn a_database_that_is_none_is_named_and_left_alone() {
    let home = Home::new();
    let file = home.file("data/sfv.sqlite", "dette er ingen database, men den er lang nok til å se ut som noe annet");
    let run = home.run(&["tasks", "list"]);
    assert_eq!(run.code, 73, "{}", run.err);
    assert!(run.err.contains("sfv.sqlite"), "{}", run.err);
    assert!(fs::read_to_string(file).expect("the file").starts_with("dette"));
}

#[test]
fn the_demo_stays_between_runs_until_it_is_told_to_start_over() {
    let home = Home::new();
    assert_eq!(home.demo(&["report", "approve", "KHR-2023H1-3420", "--extensions", "1", "--confirm"]).code, 0);
    let count = || home.demo(&["tasks", "list", "--json"]).json()["total"].as_u64().expect("a number");
    let after = count();
    let begun = Instant::now();
    assert_eq!(count(), after);
    assert!(begun.elapsed().as_secs() < 5, "the template is there");
    let served = Served::start(&home, &["--demo", "--fresh"]);
    let arguments = ["--server", served.text("listening"), "--token-file", served.text("token_file")];
    let fresh = home.run(&[&arguments[..], &["tasks", "list", "--json"]].concat()).json();
    assert_eq!(fresh["total"].as_u64(), Some(after + 1));
}
