//! Units on a new case system: stricter checks while they type the form by hand, and reports that are computed from the register once
//! they are approved for it.

use serde_json::{Value, json};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, World, approve, codes, submission},
    support::backend::Backend,
};

async fn step(world: &World, unit: &str, body: &Value) {
    let (status, body) = world.put("admin", &format!("/v1/admin/units/{unit}/channel"), body).await;
    assert_eq!(status, 200, "{body}");
}

/// The rules that have a finding.
async fn found(world: &World, reference: &str) -> Vec<String> {
    let case = world.case(reference).await;
    let findings = case["review"]["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_same_figures_are_checked_more_strictly_when_they_are_typed_from_a_new_system() {
    let world = World::new().await;
    let new = json!({ "status": "new_not_approved", "from": "2023-08-07" });
    step(&world, "3403", &new).await;
    for unit in ["3420", "3403"] {
        let report = serde_json::to_value(submission(unit, "2023H2")).unwrap();
        assert_eq!(world.post("admin", "/v1/reports", &report).await.0, 201);
    }
    let (old, typed) = (found(&world, "KHR-2023H2-3420").await, found(&world, "KHR-2023H2-3403").await);
    assert!(!old.contains(&"K90".to_owned()), "{old:?}");
    assert!(typed.contains(&"K90".to_owned()), "{typed:?}");
    let case = world.case("KHR-2023H2-3403").await;
    assert!(case["row"]["badges"].as_array().unwrap().contains(&json!("new_system")), "{}", case["row"]);
    // It follows the channel, and speaks only where the usual rule is silent.
    step(&world, "3420", &new).await;
    assert!(found(&world, "KHR-2023H2-3420").await.contains(&"K90".to_owned()));
    let mut far = submission("3420", "2023H2");
    far.values.extend([("us_startet".to_owned(), Some(20)), ("us_inntil_3m".to_owned(), Some(6))]);
    let (status, body) = world.post("admin", "/v1/reports", &serde_json::to_value(far).unwrap()).await;
    assert_eq!(status, 201, "{body}");
    let found = found(&world, "KHR-2023H2-3420").await;
    assert!(found.contains(&"K42".to_owned()) && !found.contains(&"K90".to_owned()), "{found:?}");
}

/// Elverum is approved for the register.
async fn approved(world: &World) {
    for body in [
        json!({ "status": "new_not_approved", "from": "2023-08-07" }),
        json!({ "status": "pilot", "from": "2023-08-07" }),
        json!({ "status": "approved", "from": "2023-08-07", "letter": "2023/1234-5", "replace": true }),
    ] {
        step(world, "3420", &body).await;
    }
}

fn computed(generated: &str) -> Value {
    let mut report = serde_json::to_value(submission("3420", "2023H1")).unwrap();
    report["source"] = json!("register");
    report["generated_at"] = json!(generated);
    report
}

const GENERATED: &str = "2023-08-10T03:15:00Z";

#[tokio::test]
async fn a_report_computed_from_the_register_is_a_task_with_its_source_and_when_it_was_computed() {
    let world = World::new().await;
    approved(&world).await;
    let (status, body) = world.post("admin", "/v1/reports", &computed(GENERATED)).await;
    assert_eq!(status, 201, "{body}");
    let case = world.case(ELVERUM).await;
    let version = &case["versions"][0];
    assert_eq!(version["source"], "register");
    assert_eq!(
        version["generated_at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap(),
        GENERATED.parse().unwrap()
    );
    assert_eq!(case["events"][0]["text"], "beregnet av Barnevernsregisteret 10.08.2023 05:15");
    let tasks = world.get("kari", "/v1/tasks").await.1;
    assert!(tasks["rows"][0]["badges"].as_array().unwrap().contains(&json!("machine")), "{tasks}");
    // The office does not report extensions of such a unit.
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!((status, codes(&body)), (422, vec!["extensions_forbidden"]));
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &json!({ "kind": "approve" })).await.0, 200);
}

#[tokio::test]
async fn a_computed_report_is_refused_for_a_unit_that_is_not_approved_and_for_a_time_that_cannot_be() {
    let world = World::new().await;
    let (status, body) = world.post("admin", "/v1/reports", &computed(GENERATED)).await;
    assert_eq!((status, &body["refusals"][0]["what"]), (422, &json!("not_on_register")), "{body}");
    assert!(body["errors"][0].as_str().unwrap().contains("3420: Enheten er ikke godkjent"), "{body}");
    step(&world, "3420", &json!({ "status": "new_not_approved", "from": "2023-08-07" })).await;
    step(&world, "3420", &json!({ "status": "pilot", "from": "2023-08-07" })).await;
    assert_eq!(world.post("admin", "/v1/reports", &computed(GENERATED)).await.0, 422, "a pilot is not approved");
    approved_from_pilot(&world).await;
    for generated in ["2023-06-30T12:00:00Z", "2023-08-14T09:00:00Z"] {
        let (status, body) = world.post("admin", "/v1/reports", &computed(generated)).await;
        assert_eq!((status, codes(&body)), (422, vec!["bad_field"]), "{generated}");
    }
    let mut typed = computed(GENERATED);
    typed.as_object_mut().unwrap().remove("source");
    let (status, body) = world.post("admin", "/v1/reports", &typed).await;
    assert_eq!((status, codes(&body)), (422, vec!["bad_field"]), "a typed form is not computed: {body}");
}

async fn approved_from_pilot(world: &World) {
    let body = json!({ "status": "approved", "from": "2023-08-07", "letter": "2023/1234-5", "replace": true });
    step(world, "3420", &body).await;
}

#[test]
fn a_computed_report_is_submitted_from_the_command_line() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    // A unit of another office that has not delivered 2023H2, and that goes all the way to the register for it.
    for (status, more) in [("new-not-approved", None), ("pilot", None), ("approved", Some("2024/1-1"))] {
        let mut arguments =
            vec!["admin", "channel", "3420", "--set", status, "--from", "2024-01-15", "--replace", "--confirm"];
        arguments.extend(more.iter().flat_map(|letter| ["--letter", letter]));
        let run = as_admin(&arguments);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let mut report = serde_json::to_value(submission("3420", "2023H1")).unwrap();
    report["period"] = json!("2023H2");
    let file = home.file("report.json", report.to_string());
    let early = as_admin(&["submit", &file, "--source", "register", "--generated", "2023-08-20T10:00:00Z"]);
    assert_eq!(early.code, 65, "{}", early.err);
    assert_eq!(as_admin(&["submit", &file, "--source", "register"]).code, 2, "when it was computed belongs to it");
}
