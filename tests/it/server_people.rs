//! Who may do what: every persona with the same verbs.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::json;

use crate::server_world::{ELVERUM, KEY, World, approve, give_back};

#[tokio::test]
async fn without_a_token_of_somebody_nothing_is_answered() {
    let world = World::new().await;
    for path in ["/v1/me", "/v1/tasks", "/v1/forms", "/v1/units", "/v1/changes", "/v1/periods", "/v1/offices"] {
        for who in ["", "feil", "kari "] {
            let request = world.ask_get("", path);
            let request =
                if who.is_empty() { request } else { request.header("Authorization", format!("Bearer x{who}")) };
            let response = request.send().await.unwrap();
            assert_eq!(response.headers()["www-authenticate"], "Bearer", "{path}");
            let (status, body) = crate::server_world::read(response).await;
            assert_eq!((status, &body["kind"]), (401, &json!("not_logged_in")), "{path}");
        }
    }
    assert_eq!(world.get("", "/health").await.0, 200);
    assert_eq!(world.post("", "/v1/reports", &json!({})).await.0, 401, "before the body is looked at");
}

#[tokio::test]
async fn every_role_may_do_what_the_contract_says_and_no_more() {
    let world = World::new().await;
    world.submit("3420").await;
    let task = format!("/v1/tasks/{ELVERUM}");
    // Who: the queue, the case, a draft (not over the one that kari has begun by then), a decision that is refused for its
    // content (422) or for the person.
    for (who, list, one, draft, decide) in [
        ("kari", 200, 200, 200, 422),
        ("leder", 200, 200, 422, 422),
        ("leser", 200, 200, 403, 403),
        ("oslo", 200, 404, 404, 404),
        ("elverum", 200, 200, 403, 403),
        ("hamar", 200, 404, 403, 403),
        ("bufdir", 200, 404, 403, 403),
        ("admin", 403, 403, 403, 403),
        ("", 401, 401, 401, 401),
    ] {
        let draft_path = format!("{task}/draft");
        let found = [
            world.get(who, "/v1/tasks").await.0,
            world.get(who, &task).await.0,
            world.put(who, &draft_path, &json!({ "comment": "x" })).await.0,
            world.decide(who, ELVERUM, 1, KEY, &json!({ "kind": "approve" })).await.0,
        ];
        assert_eq!(found, [list, one, draft, decide], "{who}");
    }
}

#[tokio::test]
async fn a_municipality_submits_for_itself_only() {
    let world = World::new().await;
    let report = serde_json::to_value(crate::server_world::submission("3420", "2023H1")).unwrap();
    for (who, status) in [("elverum", 201), ("hamar", 403), ("kari", 403), ("leser", 403), ("bufdir", 403)] {
        assert_eq!(world.post(who, "/v1/reports", &report).await.0, status, "{who}");
    }
    let mut lost = report.clone();
    lost["unit"] = json!("342");
    assert_eq!(world.post("elverum", "/v1/reports", &lost).await.0, 403);
}

#[tokio::test]
async fn outside_the_office_a_decision_is_not_made_before_its_window_is_over() {
    let world = World::new().await;
    let task = format!("/v1/tasks/{ELVERUM}");
    world.submit("3420").await;
    world.put("kari", &format!("{task}/draft"), &json!({ "comment": "internt" })).await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    let (_, case) = world.get("elverum", &task).await;
    assert_eq!((&case["row"]["state"], &case["row"]["decided_by"]), (&json!("open"), &json!(null)));
    assert_eq!((&case["draft"], &case["decisions"]), (&json!(null), &json!([])));
    assert_eq!(crate::server_world::kinds(&case), ["submitted"]);
    assert_eq!(world.get("elverum", "/v1/tasks").await.1["total"], 1);
    world.pass(30);
    world.delivered(1).await;
    let (_, case) = world.get("elverum", &task).await;
    assert_eq!(case["row"]["state"], "returned");
    assert_eq!(case["decisions"][0]["comment"], "Kontroller 2E.\nSe også 2F.");
    assert!(!crate::server_world::kinds(&case).contains(&"saved".to_owned()));
    assert_eq!(world.get("elverum", "/v1/archive").await.1["total"], 1);
}

#[tokio::test]
async fn bufdir_reads_a_report_when_it_has_left_the_office() {
    let world = World::new().await;
    let task = format!("/v1/tasks/{ELVERUM}");
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!(world.get("bufdir", &task).await.0, 404);
    world.pass(30);
    assert_eq!(world.get("bufdir", &task).await.0, 200);
    assert_eq!(world.get("bufdir", "/v1/archive").await.1["total"], 1);
}

#[tokio::test]
async fn the_list_of_units_is_the_callers_and_any_unit_can_be_looked_up() {
    let world = World::new().await;
    let (_, list) = world.get("kari", "/v1/units?period=2023H1").await;
    assert_eq!(list["units"].as_array().unwrap().len(), 46);
    assert_eq!(world.get("oslo", "/v1/units").await.1["units"].as_array().unwrap().len(), 66);
    assert_eq!(world.get("elverum", "/v1/units").await.1["units"][0]["name"], "Elverum");
    assert_eq!(world.get("kari", "/v1/units/3420").await.1["extension_rule"], "required");
    for (who, path, status) in [
        ("kari", "/v1/units/030101", 200),
        ("kari", "/v1/units/0301", 200),
        ("elverum", "/v1/units/3403", 200),
        ("kari", "/v1/units/342", 404),
        ("kari", "/v1/units?period=1999H1", 422),
        ("kari", "/v1/forms/1999", 404),
    ] {
        assert_eq!(world.get(who, path).await.0, status, "{path}");
    }
}

#[tokio::test]
async fn me_tells_what_the_program_needs_at_its_start() {
    let world = World::new().await;
    let (_, me) = world.get("kari", "/v1/me").await;
    assert_eq!((&me["office_short"], &me["period"]["id"]), (&json!("Innlandet"), &json!("2023H1")));
    assert_eq!((&me["undo_seconds"], &me["now"]), (&json!(30), &json!("2023-08-14T08:42:00Z")));
}

#[test]
fn nobody_ever_sees_a_case_of_another_office() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let units = ["3420", "3403", "3405", "030101", "030102", "3005", "1103", "4601"];
    for unit in units {
        assert_eq!(runtime.block_on(world.submit(unit)).0, 201, "{unit}");
    }
    let who = prop::sample::select(vec!["kari", "leder", "leser", "oslo", "elverum", "hamar", "bufdir", "admin"]);
    let way = prop::sample::select(vec!["", "/undo", "/ask", "/draft", "list"]);
    let mut runner =
        TestRunner::new(Config { cases: 300, failure_persistence: None, max_shrink_iters: 20, ..Config::default() });
    let outcome = runner.run(&(who, prop::sample::select(units.to_vec()), way), |(who, unit, way)| {
        let own = match who {
            "kari" | "leder" | "leser" => unit.starts_with("34"),
            "oslo" => unit.starts_with("0301") || unit.starts_with("30"),
            "elverum" => unit == "3420",
            "hamar" => unit == "3403",
            _ => false,
        };
        let reference = format!("KHR-2023H1-{unit}");
        let path = format!("/v1/tasks/{reference}{way}");
        let (status, body) = runtime.block_on(async {
            match way {
                "list" => world.get(who, &format!("/v1/tasks?scope=all&text={unit}&around={reference}")).await,
                "" => world.get(who, &path).await,
                "/draft" => world.put(who, &path, &json!({ "comment": "x" })).await,
                _ => world.post(who, &path, &json!({ "comment": "x" })).await,
            }
        });
        let shown = body.to_string().contains(&reference);
        prop_assert!(own || !shown, "{who} {path}: {status} {body}");
        prop_assert!(own || way == "list" || matches!(status, 403 | 404), "{who} {path}: {status}");
        prop_assert!(!own || !matches!(way, "" | "list") || shown, "{who} {path}: {status} {body}");
        Ok(())
    });
    outcome.unwrap();
}
