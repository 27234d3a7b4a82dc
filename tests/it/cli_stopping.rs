//! A shared backend that is told to stop while it is at work: it ends in its time, and nothing is lost.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    process::Command,
    time::{Duration, Instant},
};

use crate::{cli_serving::Served, cli_support::Home, server_world::submission};

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

[[person]]
id = "hamar"
name = "Prøve Hamar"
email = "innsender@hamar.kommune.example"
phone = ""
role = "municipality"
unit = "3403"
"#;
/// The time in which a delivery comes again, in seconds.
const LEASE: u64 = 40;
/// What the machine may take for what is done at once, in seconds.
const SLACK: u64 = 6;

/// A backend whose directorate takes connections and never says anything, with the reports of two units approved.
struct Stuck {
    home: Home,
    silent: TcpListener,
    arguments: Vec<String>,
    served: Served,
}

impl Stuck {
    /// Starts it with a time for a stop, and with what the outbox does.
    fn start(stop: u64, outbox: &str) -> Self {
        let home = Home::new();
        let silent = TcpListener::bind("127.0.0.1:0").expect("an address");
        let address = silent.local_addr().expect("an address");
        let token = home.file("token", "nokkel\n");
        let ways = format!("[bufdir]\naddress = \"http://{address}/\"\ntoken_file = {token:?}\n[outbox]\n{outbox}");
        let (ways, people) = (home.file("veier.toml", ways), home.file("people.toml", PEOPLE));
        home.file("config/config.toml", "undo_seconds = 0\n");
        let config = home.file("sfv.toml", format!("[listen]\nstop_seconds = {stop}\n"));
        let database = home.path().join("felles.sqlite").display().to_string();
        let flags = [("--config", &config), ("--database", &database), ("--people", &people), ("--mail", &ways)];
        let mut arguments: Vec<String> =
            flags.iter().flat_map(|(flag, value)| [(*flag).to_owned(), (*value).clone()]).collect();
        arguments.extend(["--now", "2023-08-14T10:42"].map(str::to_owned));
        let served = serve(&home, &arguments);
        let stuck = Self { home, silent, arguments, served };
        for (who, unit) in [("elverum", "3420"), ("hamar", "3403")] {
            let report = serde_json::to_string(&submission(unit, "2023H1")).expect("JSON");
            let report = stuck.home.file(&format!("{unit}.json"), report);
            stuck.run(who, &["submit", &report]);
            let reference = format!("KHR-2023H1-{unit}");
            stuck.run("leder", &["report", "approve", &reference, "--extensions", "2", "--confirm"]);
        }
        stuck
    }

    fn run(&self, who: &str, arguments: &[&str]) -> String {
        let file = format!("{}/{who}", self.served.text("token_dir"));
        let server = ["--server", self.served.text("listening"), "--token-file", &file];
        let run = self.home.run(&[&server[..], arguments].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    }

    /// The next delivery that comes, in its time.
    fn next(&self, within: u64) -> Option<TcpStream> {
        self.silent.set_nonblocking(true).expect("a socket of ours");
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(within) {
            if let Ok((stream, _)) = self.silent.accept() {
                return Some(stream);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    /// Tells it to stop.
    fn tell(&self) {
        let id = self.served.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
    }

    /// Its exit code; it must end within so many seconds.
    fn ended(&mut self, within: u64) -> Option<i32> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(within) {
            if let Some(status) = self.served.child.try_wait().expect("the program is ours") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it does not end");
    }
}

fn serve(home: &Home, arguments: &[String]) -> Served {
    Served::start(home, &arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_stop_ends_in_its_time_while_a_delivery_hangs_and_a_stream_is_open_and_nothing_is_lost() {
    let mut stuck = Stuck::start(2, "try_seconds = 14\nlease_seconds = 15\n");
    let hanging = stuck.next(SLACK).expect("a delivery is on its way");
    let stream = changes(&stuck.served);
    stuck.tell();
    assert_eq!(stuck.ended(2 + SLACK), Some(0));
    drop((hanging, stream));
    while stuck.next(1).is_some() {}

    stuck.served = serve(&stuck.home, &stuck.arguments);
    assert!(stuck.next(LEASE).is_some(), "the delivery comes again");
    assert!(stuck.run("leder", &["tasks", "show", "KHR-2023H1-3420"]).contains("godkjent"));
}

#[test]
fn after_a_stop_no_delivery_begins_and_the_end_comes_with_that_of_the_last_one() {
    let mut stuck = Stuck::start(60, "at_once = 1\n");
    let hanging = stuck.next(SLACK).expect("a delivery is on its way");
    stuck.tell();
    assert!(stuck.next(1).is_none(), "there is one at a time");
    drop(hanging);
    assert_eq!(stuck.ended(SLACK), Some(0));
    assert!(stuck.next(1).is_none(), "nothing has begun");
}

#[test]
fn who_tells_it_to_stop_twice_does_not_wait() {
    let mut stuck = Stuck::start(60, "at_once = 1\n");
    let _hanging = stuck.next(SLACK).expect("a delivery is on its way");
    stuck.tell();
    std::thread::sleep(Duration::from_millis(300));
    stuck.tell();
    assert_eq!(stuck.ended(SLACK), Some(0));
}

/// An open stream of changes.
fn changes(served: &Served) -> TcpStream {
    let token = std::fs::read_to_string(format!("{}/leder", served.text("token_dir"))).expect("a token");
    let address = served.text("listening").trim_start_matches("http://").to_owned();
    let mut stream = TcpStream::connect(&address).expect("it listens");
    let asked = format!(
        "GET /v1/changes HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\nAccept: text/event-stream\r\n\r\n",
        token.trim()
    );
    stream.write_all(asked.as_bytes()).expect("it reads");
    let mut head = [0; 12];
    stream.read_exact(&mut head).expect("it answers");
    assert_eq!(&head, b"HTTP/1.1 200");
    stream
}
