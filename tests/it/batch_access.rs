//! Access requests granted together: only of applicants with their own unit's address, after a sample, each by itself.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use uuid::Uuid;

use crate::server_world::World;

async fn world() -> World {
    World::with(|options| options.demo = true).await
}

async fn apply(world: &World, name: &str, email: &str, unit: &str) -> String {
    static APPLIED: AtomicU32 = AtomicU32::new(100);
    let phone = format!("000 00 {}", APPLIED.fetch_add(1, Ordering::Relaxed));
    let body = json!({ "name": name, "email": email, "phone": phone, "represents": "Kommunen", "unit": unit });
    let (status, body) = world.post("admin", "/v1/applications", &body).await;
    assert_eq!(status, 201, "{body}");
    body["reference"].as_str().unwrap().to_owned()
}

/// So many applicants with the address of their own municipality.
async fn applicants(world: &World, count: usize) -> Vec<String> {
    let mut references = Vec::new();
    for number in 0..count {
        let email = format!("soker{number}@elverum.kommune.example");
        references.push(apply(world, &format!("Søker nummer {number}"), &email, "3420").await);
    }
    references
}

fn grant(references: &[String]) -> Value {
    let items = references.iter().map(|reference| json!({ "reference": reference }));
    json!({ "kind": "grant", "items": items.collect::<Vec<_>>() })
}

async fn made(world: &World, references: &[String]) -> Value {
    let (status, body) = world.post("kari", "/v1/batches", &grant(references)).await;
    assert_eq!(status, 201, "{body}");
    assert_eq!(body["kind"], "grant", "{body}");
    body
}

async fn step(world: &World, batch: &Value, step: &str, body: &Value) -> (u16, Value) {
    world.post("kari", &format!("/v1/batches/{}/{step}", batch["id"].as_str().unwrap()), body).await
}

fn states(batch: &Value) -> Vec<&str> {
    batch["items"].as_array().unwrap().iter().map(|item| item["state"].as_str().unwrap()).collect()
}

async fn look_through(world: &World, batch: &Value) {
    let items = batch["items"].as_array().unwrap().iter();
    for item in items.filter(|item| item["sample"] == "drawn" && item["state"] == "waiting") {
        let verdict = json!({ "reference": item["reference"], "version": 1, "verdict": "accept" });
        assert_eq!(step(world, batch, "sample", &verdict).await.0, 200);
    }
}

#[tokio::test]
async fn requests_from_ones_own_municipality_are_granted_together_after_a_sample_a_summary_and_the_number() {
    let world = world().await;
    let references = applicants(&world, 5).await;
    assert_eq!(world.put("per", &format!("/v1/tasks/{}/holder", references[0]), &json!({})).await.0, 200);
    let (_, preview) = world.post("kari", "/v1/batches/preview", &grant(&references)).await;
    assert_eq!((&preview["needed"], &preview["taken"]), (&json!(3), &json!(1)), "{preview}");
    let batch = made(&world, &references).await;
    assert_eq!(batch["needed"], 3, "{batch}");
    assert_eq!(step(&world, &batch, "run", &json!({ "count": 5 })).await.0, 422, "the sample comes first");
    look_through(&world, &batch).await;
    assert_eq!(step(&world, &batch, "run", &json!({ "count": 5 })).await.0, 422, "the summary comes first");
    let (status, shown) = step(&world, &batch, "dry-run", &json!({})).await;
    assert_eq!((status, &shown["taken"]), (200, &json!(1)), "{shown}");
    let lines = shown["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 5);
    for (number, line) in lines.iter().enumerate() {
        assert_eq!(line["role"], "municipality", "{line}");
        assert_eq!(line["unit_name"], format!("Søker nummer {number} / Elverum"), "{line}");
        assert_eq!(line["recipients"], json!([format!("soker{number}@elverum.kommune.example")]), "{line}");
    }
    assert_eq!(step(&world, &batch, "run", &json!({ "count": 4 })).await.0, 422, "another number confirms nothing");
    let (status, done) = step(&world, &batch, "run", &json!({ "count": 5 })).await;
    assert_eq!((status, &done["batch"]["tally"]["decided"]), (200, &json!(5)), "{done}");
    let (_, again) = step(&world, &batch, "run", &json!({ "count": 5 })).await;
    assert_eq!(again["batch"]["tally"]["decided"], 5, "once, however often it is sent");
    // Each has its own undo inside the window.
    assert_eq!(world.post("kari", &format!("/v1/tasks/{}/undo", references[4]), &json!({})).await.0, 200);
    world.pass(60);
    assert_eq!(world.delivered(4).await.len(), 4, "each its own mail");
    for reference in &references[..4] {
        let case = world.case(reference).await;
        assert_eq!((&case["row"]["state"], &case["permission"]["role"]), (&json!("granted"), &json!("municipality")));
        assert_eq!(case["decisions"].as_array().unwrap().len(), 1);
    }
    assert_eq!(world.case(&references[4]).await["row"]["state"], "open");
}

#[tokio::test]
async fn what_is_not_plainly_ones_own_municipality_or_known_from_before_is_decided_one_by_one() {
    let world = world().await;
    let good = apply(&world, "Ada Ansatt", "ada@elverum.kommune.example", "3420").await;
    let external = apply(&world, "Eva Ekstern", "eva@konsulent.example", "3420").await;
    let elsewhere = apply(&world, "Nils Nabo", "nils@hamar.kommune.example", "3420").await;
    let colleague = apply(&world, "Kai Kollega", "kai@statsforvalteren.example", "3420").await;
    let twice = apply(&world, "Ada Ansatt", "ada@elverum.kommune.example", "3420").await;
    let asked = apply(&world, "Per Spurt", "per@elverum.kommune.example", "3420").await;
    let question = json!({ "comment": "Hvor arbeider du?" });
    assert_eq!(world.post("kari", &format!("/v1/tasks/{asked}/ask"), &question).await.0, 200);
    world.submit("3420").await;
    let report = "KHR-2023H1-3420".to_owned();
    // The caller's own, by the telephone that stands in it.
    let own = json!({ "name": "Kari Selv", "email": "kari.selv@elverum.kommune.example", "phone": "000 00 001",
        "represents": "Kommunen", "unit": "3420" });
    let (_, own) = world.post("kari", "/v1/applications", &own).await;
    let own = own["reference"].as_str().unwrap().to_owned();
    let all = [good, external, elsewhere, colleague, twice, asked, report, own];
    let batch = made(&world, &all).await;
    assert_eq!(
        states(&batch),
        ["waiting", "refused", "refused", "refused", "refused", "refused", "refused", "refused"]
    );
    let why = |place: usize| {
        let refusals = batch["items"][place]["why"]["refusals"].as_array().unwrap().clone();
        let said = |refusal: &Value| refusal["what"].as_str().or_else(|| refusal["code"].as_str()).unwrap().to_owned();
        refusals.iter().map(said).collect::<Vec<_>>()
    };
    assert!(why(1).contains(&"other_address".to_owned()), "{:?}", why(1));
    assert!(why(2).contains(&"other_address".to_owned()), "another municipality's address: {:?}", why(2));
    assert!(why(3).contains(&"other_address".to_owned()), "{:?}", why(3));
    assert_eq!(why(4), ["applied_before"]);
    assert_eq!(why(5), ["question_open"]);
    assert_eq!(why(6), ["wrong_kind"]);
    assert!(why(7).contains(&"own_application".to_owned()), "{:?}", why(7));
    let approve = json!({ "kind": "approve", "items": [{ "reference": all[0] }] });
    let (_, refused) = world.post("kari", "/v1/batches", &approve).await;
    assert_eq!(refused["items"][0]["why"]["refusals"][0]["code"], "wrong_kind", "a batch of reports takes reports");
}

#[tokio::test]
async fn what_has_changed_since_the_summary_falls_out_and_is_said() {
    let world = world().await;
    let references = applicants(&world, 4).await;
    let batch = made(&world, &references).await;
    look_through(&world, &batch).await;
    assert_eq!(step(&world, &batch, "dry-run", &json!({})).await.0, 200);
    // A colleague decides one, and asks another for more.
    let key = Uuid::new_v4().to_string();
    assert_eq!(world.decide("per", &references[0], 1, &key, &json!({ "kind": "grant" })).await.0, 200);
    let question = json!({ "comment": "Hvor arbeider du?" });
    assert_eq!(world.post("per", &format!("/v1/tasks/{}/ask", references[1]), &question).await.0, 200);
    let (status, done) = step(&world, &batch, "run", &json!({ "count": 4 })).await;
    assert_eq!(status, 200, "{done}");
    let tally = &done["batch"]["tally"];
    assert_eq!((&tally["decided"], &tally["dropped"]), (&json!(2), &json!(2)), "{done}");
    let results = done["results"].as_array().unwrap();
    assert_eq!(results[0]["why"]["kind"], "already_decided");
    assert_eq!(results[0]["why"]["by"], "Navn per");
    assert_eq!(results[1]["why"]["refusals"][0]["what"], "question_open");
    assert_eq!(world.case(&references[1]).await["row"]["state"], "open");
    let (status, _) = step(&world, &batch, "undo", &json!({})).await;
    assert_eq!(status, 200, "one undo takes the whole of it back");
    assert_eq!(world.case(&references[2]).await["row"]["state"], "open");
    assert_eq!(world.case(&references[0]).await["row"]["state"], "granted", "the colleague's stays");
}

#[tokio::test]
async fn each_reason_against_a_case_is_told_once() {
    let world = world().await;
    let applicant = apply(&world, "Eva Ekstern", "eva@konsulent.example", "3420").await;
    world.submit("3420").await;
    let report = "KHR-2023H1-3420".to_owned();
    for case in [&applicant, &report] {
        let draft = json!({ "version": 1, "extensions": "", "comment": "Påbegynt." });
        assert_eq!(world.put("per", &format!("/v1/tasks/{case}/draft"), &draft).await.0, 200);
    }
    let back = json!({ "kind": "return", "items": [{ "reference": report }], "comment": "Se over tallene." });
    for wanted in [grant(&[applicant]), back] {
        let (_, preview) = world.post("kari", "/v1/batches/preview", &wanted).await;
        let refusals = preview["items"][0]["why"]["refusals"].as_array().unwrap().clone();
        let drafts = refusals.iter().filter(|refusal| refusal.to_string().contains("colleagues_draft")).count();
        assert_eq!(drafts, 1, "{preview}");
    }
}

#[tokio::test]
async fn an_address_that_all_districts_share_does_not_say_which_one_an_applicant_is_from() {
    let world = world().await;
    let own = apply(&world, "Ada Ansatt", "ada@sagene.oslo.kommune.example", "030103").await;
    let shared = apply(&world, "Bo Bydel", "bo@oslo.kommune.example", "030103").await;
    let other = apply(&world, "Eli Ellers", "eli@frogner.oslo.kommune.example", "030103").await;
    let (status, batch) = world.post("oslo", "/v1/batches", &grant(&[own, shared.clone(), other])).await;
    assert_eq!(status, 201, "{batch}");
    assert_eq!(states(&batch), ["waiting", "refused", "refused"], "{batch}");
    for place in [1, 2] {
        let why = &batch["items"][place]["why"]["refusals"];
        assert_eq!((&why[0]["what"], why.as_array().unwrap().len()), (&json!("shared_address"), 1), "{why}");
    }
    // One by one it is granted as before.
    let key = Uuid::new_v4().to_string();
    assert_eq!(world.decide("oslo", &shared, 1, &key, &json!({ "kind": "grant" })).await.0, 200);
}
