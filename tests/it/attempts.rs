//! What must be refused, one attempt a line of `tests/data/attempts/attempts.txt`; after each of them nothing has changed.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

use crate::server_world::{KEY, OTHER_KEY, World, application, approve, submission};

const ATTEMPTS: &str = include_str!("../data/attempts/attempts.txt");

/// How long a head and an answer may take in this world, and how long a pause of an attempt is.
const HEAD: Duration = Duration::from_secs(1);
const ANSWER: Duration = Duration::from_secs(4);
const PAUSE: Duration = Duration::from_millis(600);

/// One line of the file.
struct Attempt {
    group: &'static str,
    what: &'static str,
    who: &'static str,
    request: &'static str,
    headers: &'static str,
    body: &'static str,
    answer: &'static str,
}

fn attempts() -> Vec<Attempt> {
    let mut group = "";
    let mut found = Vec::new();
    for line in ATTEMPTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            group = name;
            continue;
        }
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [what, who, request, headers, body, answer] = parts[..] else { panic!("not six parts: {line}") };
        found.push(Attempt { group, what, who, request, headers, body, answer });
    }
    found
}

/// Puts in what stands for more than itself.
fn filled(text: &str) -> String {
    let mut text = text.replace("{key}", KEY).replace("{other}", OTHER_KEY);
    let mut report = serde_json::to_value(submission("3420", "2023H1")).unwrap();
    while let Some((before, rest)) = text.split_once("{report:email:") {
        let (email, after) = rest.split_once('}').unwrap();
        report["submitter"]["email"] = json!(email.replace("\\r\\n", "\r\n"));
        text = format!("{before}{report}{after}");
    }
    while let Some((before, rest)) = text.split_once("{report:unit:") {
        let (unit, after) = rest.split_once('}').unwrap();
        let report = serde_json::to_value(submission(unit, "2023H1")).unwrap();
        text = format!("{before}{report}{after}");
    }
    text = text.replace("{report}", &report.to_string());
    for (name, make) in [
        ("{big:", (|count| "x".repeat(count)) as fn(usize) -> String),
        ("{nest:", |count| "{\"a\":".repeat(count)),
        ("{headers:", |count| "X-Many: y\r\n".repeat(count)),
    ] {
        while let Some((before, rest)) = text.split_once(name) {
            let (count, after) = rest.split_once('}').unwrap();
            text = format!("{before}{}{after}", make(count.parse().unwrap()));
        }
    }
    text
}

/// A connection that is sent bytes with pauses; the status of its answer, or `cut`.
fn raw(url: &str, text: &str) -> String {
    let bytes = filled(text)
        .replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("\\x16\\x03\\x01\\x02\\x00\\x01", "\x16\x03\x01\x02");
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    for (at, piece) in bytes.split('~').enumerate() {
        if at > 0 {
            std::thread::sleep(PAUSE);
        }
        if stream.write_all(piece.as_bytes()).is_err() {
            break;
        }
    }
    let mut answer = Vec::new();
    if let Err(error) = stream.read_to_end(&mut answer) {
        assert!(error.kind() != ErrorKind::WouldBlock, "never answered and never cut");
    }
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert_eq!(answer.matches("HTTP/1.1 ").count(), usize::from(!answer.is_empty()), "one answer at most: {answer}");
    answer.split(' ').nth(1).map_or("cut", |status| status).to_owned()
}

async fn asked(world: &World, attempt: &Attempt) -> String {
    if attempt.who == "raw" {
        let (url, request) = (world.running.url.clone(), attempt.request);
        return tokio::task::spawn_blocking(move || raw(&url, request)).await.unwrap();
    }
    let (method, path) = attempt.request.split_once(' ').unwrap();
    let url = format!("{}{}", world.running.url, filled(path));
    let mut request = world.client.request(method.parse::<Method>().unwrap(), url);
    let token = attempt.who.strip_prefix('"').and_then(|token| token.strip_suffix('"')).unwrap_or(attempt.who);
    if attempt.who != "-" {
        request = request.bearer_auth(filled(token));
    }
    let own = filled(attempt.headers);
    // What stands after `;` is a header when it looks like one, and else a part of the value.
    let mut headers: Vec<String> = Vec::new();
    for part in own.split("; ").filter(|part| !part.is_empty()) {
        match (part.contains(": "), headers.last_mut()) {
            (false, Some(last)) => last.extend(["; ", part]),
            _ => headers.push(part.to_owned()),
        }
    }
    for header in &headers {
        let (name, value) = header.split_once(": ").unwrap();
        request = request.header(name, value);
    }
    if !attempt.body.is_empty() {
        if !own.contains("Content-Type") {
            request = request.header("Content-Type", "application/json");
        }
        request = request.body(filled(attempt.body));
    }
    let response = request.send().await.unwrap();
    let status = response.status().as_u16().to_string();
    let told: Value = response.json().await.unwrap_or(Value::Null);
    let said = told.to_string();
    for secret in ["Navn oslo", "Åse Innsender", "Gamle Oslo"] {
        assert!(!said.contains(secret), "{}: {said}", attempt.what);
    }
    status
}

/// Everything that a refusal must leave as it was, as one text.
async fn stored(conn: &mut AnyConnection) -> String {
    let mut all = String::new();
    for table in ["task", "decision", "delivery", "draft", "person", "event", "batch", "login_session"] {
        let text = format!("select count(*) as n from {table}");
        let row = sqlx::query(AssertSqlSafe(text)).fetch_one(&mut *conn).await.unwrap();
        all.extend([table, " ", &row.get::<i64, _>("n").to_string(), ", "]);
    }
    let rows =
        sqlx::query("select reference, state, version from task order by reference").fetch_all(conn).await.unwrap();
    for row in rows {
        let (reference, state): (String, String) = (row.get("reference"), row.get("state"));
        all.extend([&*reference, " ", &state, " v", &row.get::<i64, _>("version").to_string(), ", "]);
    }
    all
}

#[tokio::test]
async fn every_attempt_of_the_list_is_refused_and_changes_nothing() {
    let world = World::with(|options| {
        options.serving.limits.header = HEAD;
        options.serving.limits.answer = ANSWER;
        options.demo = true;
    })
    .await;
    for unit in ["3420", "3403", "030101", "030102"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    assert_eq!(world.correct("3420").await.0, 201);
    assert_eq!(world.apply("ola@elverum.kommune.example").await, "TLG-000001");
    let own = application("kari@statsforvalteren.example", "3420");
    assert_eq!(world.post("admin", "/v1/applications", &own).await.1["reference"], "TLG-000002");
    let decided = world.decide("kari", "KHR-2023H1-3403", 1, KEY, &approve()).await;
    assert_eq!(decided.0, 200, "{}", decided.1);
    let decided = world.decide("oslo", "KHR-2023H1-030102", 1, OTHER_KEY, &approve()).await;
    assert_eq!(decided.0, 200, "{}", decided.1);
    let items = json!({ "kind": "return", "comment": "Felles.", "items": [{ "reference": "KHR-2023H1-3420" }] });
    let (status, batch) = world.post("kari", "/v1/batches", &items).await;
    assert_eq!((status, &batch["id"]), (201, &json!("B-0001")), "{batch}");

    let mut conn = world.beside().await;
    let before = stored(&mut conn).await;
    let mut wrong = Vec::new();
    let attempts = attempts();
    for attempt in &attempts {
        let answer = asked(&world, attempt).await;
        if answer != attempt.answer {
            wrong.push(format!("{}: {}: {answer} in place of {}", attempt.group, attempt.what, attempt.answer));
        }
        let after = stored(&mut conn).await;
        assert_eq!(after, before, "{}: {}", attempt.group, attempt.what);
    }
    assert!(wrong.is_empty(), "of {}:\n{}", attempts.len(), wrong.join("\n"));
    assert_eq!(world.get("kari", "/v1/tasks").await.0, 200, "and the service is as alive as before");
}
