//! `sfv serve` set up by a file, and the log of a whole run: nothing of it tells who, about whom, or what was written.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    cli_support::Home,
    server_world::{application, submission},
};

const PEOPLE: &str = r#"
[[person]]
id = "kari-id"
name = "Kari Navnesen"
email = "kari.navnesen@statsforvalteren.example"
phone = "000 00 041"
role = "reviewer"
office = "SFIN"

[[person]]
id = "styr-id"
name = "Styr Bestemsen"
email = "styr@statsforvalteren.example"
phone = "000 00 042"
role = "admin"
"#;

/// A service that is ended with the test.
pub(crate) struct Served {
    pub(crate) child: Child,
    pub(crate) line: Value,
}

impl Served {
    pub(crate) fn start(home: &Home, arguments: &[&str], log: &str) -> Self {
        let log = fs::File::create(log).expect("a file of the test");
        let mut command = home.command(&[&["serve"], arguments].concat());
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().expect("the program runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        Self { child, line: serde_json::from_str(&line).expect("one line of JSON") }
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &id]).status().expect("kill runs").success());
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// Asks as a person and gives the status.
async fn ask(request: reqwest::RequestBuilder, token: &str) -> u16 {
    request.bearer_auth(token).send().await.expect("an answer").status().as_u16()
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story")]
async fn the_log_of_a_whole_run_names_nobody_and_no_case() {
    let home = Home::new();
    let people = home.file("people.toml", PEOPLE);
    let config = format!(
        "[listen]\naddress = \"127.0.0.1:0\"\n[data]\npeople = \"{people}\"\n[log]\nform = \"json\"\nlevel = \"debug\"\n\
         [metrics]\naddress = \"127.0.0.1:0\"\n[outbox]\nundo_seconds = 77\n"
    );
    let config = home.file("serve.toml", config);
    let log = home.file("log", "");
    let served = Served::start(&home, &["--config", &config], &log);
    let url = served.line["listening"].as_str().expect("an address").to_owned();
    let token = |id: &str| {
        let file = format!("{}/{id}", served.line["token_dir"].as_str().expect("a folder"));
        fs::read_to_string(file).expect("a token").trim().to_owned()
    };
    let (kari, admin) = (token("kari-id"), token("styr-id"));
    let client = reqwest::Client::new();
    let report = submission("3420", "2023H1");
    let send = |method: reqwest::Method, path: &str| client.request(method, format!("{url}{path}"));
    let post = |path: &str| send(reqwest::Method::POST, path);
    let get = |path: &str| send(reqwest::Method::GET, path);
    assert_eq!(ask(post("/v1/reports").json(&report), &admin).await, 201);
    let someone = application("ola.soker@kommune.example", "3420");
    assert_eq!(ask(post("/v1/applications").json(&someone), &admin).await, 201);
    let case = "/v1/tasks/KHR-2023H1-3420";
    assert_eq!(ask(get(case), &kari).await, 200);
    let me: Value = get("/v1/me").bearer_auth(&kari).send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(me["undo_seconds"], 77);
    let draft = json!({ "comment": "Hemmelig merknad om 2E." });
    let draft = send(reqwest::Method::PUT, &format!("{case}/draft")).json(&draft);
    assert_eq!(ask(draft, &kari).await, 200);
    let give_back = json!({ "kind": "return", "comment": "Hemmelig merknad om 2E." });
    let decide = post(&format!("{case}/decision")).json(&give_back).header("If-Match", "\"v1\"");
    assert_eq!(ask(decide.header("Idempotency-Key", crate::server_world::KEY), &kari).await, 200);
    // What goes wrong is logged with no more words than what goes right.
    assert_eq!(ask(get("/v1/tasks?search=Navnesen&sort=tull"), &kari).await, 400);
    assert_eq!(ask(get("/v1/me"), "et-galt-kjennetegn").await, 401);
    assert_eq!(ask(get("/Navnesen/3420"), &kari).await, 404);
    assert_eq!(ask(post("/v1/reports").json(&json!({ "unit": "Navnesen" })), &admin).await, 400);
    assert_eq!(ask(post("/v1/reports").json(&report), &kari).await, 403);
    let metrics = served.line["metrics"].as_str().expect("an address").to_owned();
    assert_eq!(client.get(format!("{metrics}/metrics")).send().await.expect("an answer").status(), 200);
    served.signal("-HUP");
    served.signal("-TERM");
    let mut served = served;
    assert_eq!(served.child.wait().expect("it ends").code(), Some(0));
    let log = fs::read_to_string(log).expect("the log");
    let secrets = [
        "Kari",
        "Navnesen",
        "kari",
        "Styr",
        "Bestemsen",
        "styr",
        "@",
        "Åse",
        "Innsender",
        "Ola",
        "Søker",
        "000 00",
        "Hemmelig",
        "merknad",
        "2E",
        "3420",
        "KHR-",
        "TLG-",
        "et-galt",
        &kari,
        &admin,
    ];
    for secret in secrets {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret}");
    }
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let decided = lines.iter().find(|line| line["span"]["route"] == "/v1/tasks/{reference}/decision");
    let decided = decided.unwrap_or_else(|| panic!("{log}"));
    assert_eq!((&decided["status"], &decided["span"]["method"]), (&json!(200), &json!("POST")));
    assert!(decided["ms"].is_number() && decided["span"]["id"].as_str().is_some_and(|id| id.len() == 36), "{decided}");
    assert!(log.contains("Stopping") && log.contains("there is no certificate"), "{log}");
}

#[test]
fn config_check_tells_what_holds_where_it_comes_from_and_every_mistake() {
    let home = Home::new();
    let file = home.file("serve.toml", "[limits]\nburst = 7\nbrust = 8\n[listen]\naddress = \"alle\"\n");
    let mut command = home.command(&["config", "check", "--config", &file, "--json"]);
    command.env("SFV_DATABASE", "postgres://sfv:hemmelig@db.example/sfv?sslmode=require").env("SFV_LOG_FROM", "json");
    let output = command.output().expect("the program runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(!said.contains("hemmelig"), "{said}");
    let checked: Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((&checked["schema"], &checked["ok"]), (&json!("sfv.config/1"), &json!(false)));
    let mistakes = checked["mistakes"].as_array().expect("mistakes");
    let places: Vec<_> =
        mistakes.iter().map(|mistake| (&mistake["what"], &mistake["line"], &mistake["column"])).collect();
    let expected = [
        (json!("unknown"), json!(3), json!(1)),
        (json!("wrong_kind"), json!(5), json!(11)),
        (json!("unknown"), Value::Null, Value::Null),
    ];
    let mut found: Vec<String> = places.iter().map(|place| format!("{place:?}")).collect();
    let mut wanted: Vec<String> = expected.iter().map(|(a, b, c)| format!("{:?}", (a, b, c))).collect();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted, "{said}");
    let line = |key: &str| {
        let values = checked["values"].as_array().expect("values");
        values.iter().find(|line| line["key"] == key).expect("a key").clone()
    };
    assert_eq!((&line("limits.burst")["value"], &line("limits.burst")["line"]), (&json!("7"), &json!(2)));
    assert_eq!(line("database.address")["variable"], "SFV_DATABASE");
    assert_eq!((&line("log.form")["from"], &line("log.form")["value"]), (&json!("default"), &json!("text")));

    let told = home.run(&["config", "check", "--config", &file]);
    assert_eq!(told.code, 3);
    assert!(
        told.out.contains("serve.toml:3:1: Det er ingen nøkkel «limits.brust». Mente du limits.burst?"),
        "{}",
        told.out
    );
    assert!(!told.out.contains('‹'), "{}", told.out);
    let refused = home.run(&["serve", "--config", &file]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(refused.err.contains("serve.toml:5:11") && refused.err.contains("Oppsettet har"), "{}", refused.err);
    let good = home.run(&["config", "check", "--listen", "127.0.0.1:1"]);
    assert_eq!(good.code, 0, "{}", good.out);
    assert!(good.out.contains("Oppsettet er i orden") && good.out.contains("--listen"), "{}", good.out);
    let missing = home.run(&["config", "check", "--people", "/finnes/ikke.toml"]);
    assert_eq!(missing.code, 3, "{}", missing.out);
}
