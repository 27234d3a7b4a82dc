//! Deadlines that an administrator moves while reports are in, and public holidays.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    admin_reference::{dry, faults, logged, set},
    cli_support::Home,
    server_changes::Lines,
    server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, give_back},
    support::backend::Backend,
};

/// The first half-year of 2023 with other dates.
fn moved(unit: &str, office: &str) -> Value {
    let content = format!(
        r#"
[[period]]
id = "2023H1"
name = "2023 1. halvår"
name_long = "1. halvår 2023"
from = "2023-01-01"
to = "2023-06-30"
form = "2023"
opens = "2023-07-03"
unit_deadline = "{unit}"
office_deadline = "{office}"
assumed = false
source = "brev om utsatt frist"
previous = "2022H2"
same_last_year = "2022H1"
"#
    );
    json!({ "kind": "periods", "content": content })
}

async fn deadline(world: &World, reference: &str) -> String {
    world.case(reference).await["row"]["deadline"].as_str().unwrap().to_owned()
}

/// The moves of the timeline: by whom, and the text.
async fn told(world: &World, reference: &str) -> Vec<(String, String)> {
    let case = world.case(reference).await;
    let events = case["events"].as_array().unwrap().clone();
    let text = |event: &Value, name: &str| event[name].as_str().unwrap().to_owned();
    let moves = events.iter().filter(|event| event["kind"] == "deadline_moved");
    moves.map(|event| (text(event, "actor"), text(event, "text"))).collect()
}

#[tokio::test]
async fn a_deadline_is_moved_on_open_tasks_and_each_says_by_whom_and_from_what() {
    let world = World::new().await;
    for unit in ["3420", "3403", "030101"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    let hamar = "KHR-2023H1-3403";
    assert_eq!(world.decide("kari", hamar, 1, KEY, &approve()).await.0, 200);
    let draft = json!({ "comment": "Et utkast.", "extensions": "2" });
    assert_eq!(world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await.0, 200);
    let wish = moved("2023-08-25", "2023-09-08");

    let (status, body) = dry(&world, &wish).await;
    assert_eq!(status, 200, "{body}");
    let expected = json!([
        { "period": "2023H1", "office": "SFIN", "open": 1, "kept": 1 },
        { "period": "2023H1", "office": "SFOBOA", "open": 1, "kept": 0 },
    ]);
    assert_eq!(body["moves"], expected, "which offices and how many");
    assert_eq!(deadline(&world, ELVERUM).await, "2023-08-25", "a dry run moves nothing");
    assert_eq!(told(&world, ELVERUM).await, vec![]);

    let (status, body) = set(&world, "admin", &wish).await;
    assert_eq!((status, &body["moves"]), (200, &expected), "{body}");
    assert_eq!(deadline(&world, ELVERUM).await, "2023-09-08");
    assert_eq!(deadline(&world, hamar).await, "2023-08-25", "what is solved keeps its own");
    assert_eq!(world.case(hamar).await["period"]["office_deadline"], "2023-08-25", "also beside its figures");
    assert_eq!(
        told(&world, ELVERUM).await,
        [(
            "Navn admin".to_owned(),
            "embetets frist fra 25.08.2023 til 08.09.2023; kommunens frist fra 18.08.2023 til 25.08.2023".to_owned()
        )]
    );
    assert_eq!(told(&world, hamar).await, vec![]);
    assert_eq!(world.case(ELVERUM).await["draft"]["comment"], "Et utkast.", "the draft is kept");
    assert_eq!(world.get("kari", "/v1/me").await.1["period"]["office_deadline"], "2023-09-08");
    assert_eq!(world.get("elverum", "/v1/tasks").await.1["rows"][0]["deadline"], "2023-09-08");
    assert!(logged(&world).await[0].contains("office_deadline 2023-08-25 > 2023-09-08"));
    assert_eq!(set(&world, "admin", &wish).await.1["changed"], false, "the same once more");
    assert_eq!(told(&world, ELVERUM).await.len(), 1);
    let verified = world.get("admin", "/v1/audit/verify").await.1;
    assert_eq!(verified["breaks"], json!([]), "{verified}");
    let log = world.get("admin", "/v1/audit/events?kind=reference_changed").await.1;
    let text = log["events"][0]["text"].as_str().unwrap_or_else(|| panic!("what was changed: {log}"));
    assert!(text.contains("2023-09-08"), "{text}");
}

#[tokio::test]
async fn a_case_that_is_open_again_gets_the_deadline_its_period_has_by_then() {
    let world = World::new().await;
    for unit in ["3420", "3403"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    let hamar = "KHR-2023H1-3403";
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &give_back()).await.0, 200);
    assert_eq!(world.decide("kari", hamar, 1, OTHER_KEY, &approve()).await.0, 200);
    assert_eq!(set(&world, "admin", &moved("2023-08-18", "2023-09-08")).await.0, 200);
    let (status, body) = world.post("kari", &format!("/v1/tasks/{hamar}/undo"), &json!({})).await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(world.correct("3420").await.0, 201);
    for reference in [ELVERUM, hamar] {
        assert_eq!(deadline(&world, reference).await, "2023-09-08", "{reference}");
        let expected = ("Navn admin".to_owned(), "embetets frist fra 25.08.2023 til 08.09.2023".to_owned());
        assert_eq!(told(&world, reference).await, [expected], "{reference}");
    }
}

#[tokio::test]
async fn a_report_is_late_only_by_a_deadline_that_holds() {
    let world = World::new().await;
    world.pass(7 * 24 * 3600);
    assert_eq!(world.submit("3420").await.0, 201);
    let late = async || {
        let case = world.case(ELVERUM).await;
        let badge = case["row"]["badges"].as_array().unwrap().contains(&json!("late"));
        let finding = case["review"]["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "K72").cloned();
        assert_eq!(badge, case["versions"][0]["late"] == true);
        assert_eq!(badge, finding.is_some(), "{case}");
        finding.map(|finding| finding.to_string())
    };
    assert!(late().await.unwrap().contains("18.08.2023"));
    assert_eq!(set(&world, "admin", &moved("2023-08-22", "2023-08-25")).await.0, 200);
    assert_eq!(late().await, None, "it came on 21 August");
    assert_eq!(set(&world, "admin", &moved("2023-08-17", "2023-08-25")).await.0, 200);
    assert!(late().await.unwrap().contains("17.08.2023"));
}

#[tokio::test]
async fn of_a_period_with_reports_nothing_but_the_deadlines_is_changed() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let with = |from: &str, to: &str| {
        let mut wish = moved("2023-08-25", "2023-09-08");
        let content = wish["content"].as_str().unwrap();
        assert!(content.contains(from));
        wish["content"] = json!(content.replace(from, to));
        wish
    };
    for (from, to, field) in [
        ("from = \"2023-01-01\"", "from = \"2023-01-02\"", "from"),
        ("to = \"2023-06-30\"", "to = \"2023-06-29\"", "to"),
        ("form = \"2023\"", "form = \"2022\"", "form"),
        ("opens = \"2023-07-03\"", "opens = \"2023-07-04\"", "opens"),
        ("previous = \"2022H2\"\n", "", "previous"),
    ] {
        let (status, body) = set(&world, "admin", &with(from, to)).await;
        assert_eq!(status, 422, "{field}: {body}");
        assert_eq!(faults(&body), ["field_in_use"], "{field}: {body}");
        assert!(body["errors"].to_string().contains(&format!("«{field}» kan ikke endres")), "{body}");
    }
    let turned = set(&world, "admin", &moved("2023-09-09", "2023-09-08")).await;
    assert_eq!(faults(&turned.1), ["dates"]);
    // A slip in a year: every day until then would be counted.
    let far = set(&world, "admin", &moved("2023-08-25", "9999-09-08")).await;
    assert_eq!(faults(&far.1), ["too_long"], "{}", far.1);
    assert_eq!(deadline(&world, ELVERUM).await, "2023-08-25");
    assert_eq!(logged(&world).await, Vec::<String>::new());
}

#[tokio::test]
async fn open_clients_of_every_office_hear_that_a_deadline_or_a_rule_is_another() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let mut own = Lines::open(&world, "kari", None).await;
    let mut other = Lines::open(&world, "oslo", None).await;
    assert_eq!(set(&world, "admin", &moved("2023-08-25", "2023-09-08")).await.0, 200);
    let (_, kind, reference) = own.next().await;
    assert_eq!((kind.as_str(), reference), ("\"delivery\"", format!("\"{ELVERUM}\"")), "the case is read again");
    for stream in [&mut own, &mut other] {
        let (_, kind, reference) = stream.next().await;
        assert_eq!((kind.as_str(), reference.as_str()), ("\"reference\"", "null"));
    }
    let rule = json!({ "kind": "counts", "period": "2023H1", "rule": "required", "why": "Avtalt." });
    assert_eq!(set(&world, "admin", &rule).await.0, 200);
    for stream in [&mut own, &mut other] {
        assert_eq!(stream.next().await.1, "\"reference\"");
    }
}

#[tokio::test]
async fn another_process_lists_the_new_deadline_within_seconds() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let mut second = crate::server_world::options(&world.dir, &world.clock);
    second.database = world.database.clone();
    second.outbox_worker = false;
    let second = statsforvalter::server::start(second).await.unwrap();
    let there = async |path: &str| -> Value {
        let answer = world.client.get(format!("{}{path}", second.url)).bearer_auth("kari").send().await.unwrap();
        answer.json().await.unwrap()
    };
    assert_eq!(set(&world, "admin", &moved("2023-08-25", "2023-09-08")).await.0, 200);
    assert_eq!(there("/v1/tasks").await["rows"][0]["deadline"], "2023-09-08", "the row is the database's");
    // What comes in there at once goes by the new one, though that process may not have heard of it.
    let body = serde_json::to_value(crate::server_world::submission("3403", "2023H1")).unwrap();
    let sent = world.client.post(format!("{}/v1/reports", second.url)).bearer_auth("admin").json(&body).send().await;
    assert_eq!(sent.unwrap().status(), 201);
    assert_eq!(deadline(&world, "KHR-2023H1-3403").await, "2023-09-08");
    let known = async {
        while there("/v1/overview").await["period"]["office_deadline"] != "2023-09-08" {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), known).await.expect("the other process hears of it");
    second.stop().await;
}

#[tokio::test]
async fn a_public_holiday_is_added_renamed_and_taken_away() {
    let world = World::new().await;
    let holidays = async || world.get("kari", "/v1/periods").await.1["holidays"].clone();
    let wish = |rows: &str| json!({ "kind": "periods", "content": rows });
    let row = |date: &str, more: &str| format!("[[holiday]]\ndate = \"{date}\"\n{more}\n");
    assert!(!holidays().await.as_array().unwrap().contains(&json!("2023-08-21")));
    let (status, body) = set(&world, "admin", &wish(&row("2023-08-21", "name = \"Ekstra fridag\""))).await;
    assert_eq!((status, &body["changed"]), (200, &json!(true)), "{body}");
    assert!(holidays().await.as_array().unwrap().contains(&json!("2023-08-21")));
    assert_eq!(logged(&world).await, ["holidays 2023-08-21: holiday – > Ekstra fridag"]);
    let need = world.get("kari", "/v1/overview").await.1["need"].clone();
    assert_eq!(set(&world, "admin", &wish(&row("2023-08-21", "working_day = true"))).await.0, 200);
    assert!(!holidays().await.as_array().unwrap().contains(&json!("2023-08-21")));
    assert_ne!(world.get("kari", "/v1/overview").await.1["need"], need, "one working day more");
    for bad in [row("2023-08-21", ""), row("2023-08-21", "name = \"X\"\nworking_day = true")] {
        assert_eq!(faults(&set(&world, "admin", &wish(&bad)).await.1), ["bad_field"]);
    }
    let twice = format!("{0}{0}", row("2023-08-21", "name = \"X\""));
    assert_eq!(faults(&set(&world, "admin", &wish(&twice)).await.1), ["twice"]);
    let rows = world.get("admin", "/v1/admin/reference/holidays").await.1["rows"].clone();
    let day = rows.as_array().unwrap().iter().find(|row| row["name"] == "2023-08-21").unwrap().clone();
    assert_eq!((&day["origin"], &day["facts"]), (&json!("set"), &json!({})), "{day}");
}

#[test]
fn an_administrator_moves_a_deadline_from_the_command_line() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    let content = moved("2023-08-25", "2023-09-08")["content"].as_str().unwrap().to_owned();
    let file = home.file("frister.toml", content);
    let told = as_admin(&["admin", "periods", "set", &file, "--dry-run"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.out.contains("2023-08-25 → 2023-09-08"), "{}", told.out);
    let done = as_admin(&["admin", "periods", "set", &file, "--confirm"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(as_admin(&["admin", "periods", "holidays"]).out.contains("17. mai"));
    assert_eq!(backend.run(&home, &["admin", "periods", "set", &file, "--confirm"]).code, 77, "not a reviewer");
}
