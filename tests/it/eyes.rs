//! Four eyes: where the office asks for it, one person prepares an approval and a colleague confirms exactly the same.

use serde_json::{Value, json};
use statsforvalter::{domain::policy::Policy, server::own::OwnData};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, codes, give_back, submission},
    support::backend::Backend,
};

async fn world(rule: &str) -> World {
    let policy = Policy::parse(&format!("[offices.SFIN]\nfour_eyes = \"{rule}\"")).unwrap();
    let world = World::with(|options| options.own = OwnData { policy: Some(policy), ..OwnData::default() }).await;
    assert_eq!(world.submit("3420").await.0, 201);
    world
}

/// Fortsett arbeidsflyt.
async fn prepare(world: &World, who: &str, body: &Value) -> Value {
    let (status, found) = world.step(who, ELVERUM, "continue", 1, &json!({ "decision": body })).await;
    assert_eq!(status, 200, "{found}");
    found
}

async fn decide(world: &World, who: &str, key: &str, body: &Value) -> (u16, Value) {
    world.decide(who, ELVERUM, 1, key, body).await
}

#[tokio::test]
async fn with_never_one_person_is_enough() {
    let world = world("never").await;
    assert_eq!(prepare(&world, "kari", &approve()).await["four_eyes"], Value::Null);
    assert_eq!(decide(&world, "kari", KEY, &approve()).await.0, 200);
}

#[tokio::test]
async fn with_always_nobody_approves_alone_and_a_colleague_confirms_the_same() {
    let world = world("always").await;
    let (status, body) = decide(&world, "kari", KEY, &approve()).await;
    assert_eq!((status, codes(&body)), (422, vec!["needs_colleague"]), "nobody has prepared it");
    let prepared = prepare(&world, "kari", &approve()).await;
    assert_eq!(prepared["four_eyes"], json!({ "prepared_by": null, "prepared_at": null }));
    assert_eq!(decide(&world, "kari", KEY, &approve()).await.0, 422, "the same person twice is one person");
    let seen = prepare(&world, "per", &approve()).await;
    assert_eq!(seen["four_eyes"]["prepared_by"], "Navn kari");
    let (status, decided) = decide(&world, "per", OTHER_KEY, &approve()).await;
    assert_eq!((status, &decided["state"]), (200, &json!("approved")), "{decided}");
    let case = world.case(ELVERUM).await;
    assert_eq!(case["decisions"][0]["person"], "per");
}

#[tokio::test]
async fn a_colleague_who_prepared_another_count_or_a_return_does_not_count() {
    let world = world("always").await;
    prepare(&world, "kari", &json!({ "kind": "approve", "extensions": 1 })).await;
    let (status, body) = decide(&world, "per", KEY, &approve()).await;
    assert_eq!((status, codes(&body)), (422, vec!["needs_colleague"]), "one case of extension is not two");
    prepare(&world, "kari", &approve()).await;
    prepare(&world, "kari", &give_back()).await;
    assert_eq!(decide(&world, "per", KEY, &approve()).await.0, 422, "the colleague has thought better of it");
    prepare(&world, "kari", &approve()).await;
    assert_eq!(decide(&world, "per", KEY, &approve()).await.0, 200);
}

#[tokio::test]
async fn what_was_prepared_on_an_older_version_or_before_an_undo_does_not_count() {
    let world = world("always").await;
    prepare(&world, "kari", &approve()).await;
    world.correct("3420").await;
    assert_eq!(world.decide("per", ELVERUM, 2, KEY, &approve()).await.0, 422);
    let (status, _) = world.step("kari", ELVERUM, "continue", 2, &json!({ "decision": approve() })).await;
    assert_eq!((status, world.decide("per", ELVERUM, 2, KEY, &approve()).await.0), (200, 200));
    assert_eq!(world.post("per", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await.0, 200);
    assert_eq!(world.decide("per", ELVERUM, 2, OTHER_KEY, &approve()).await.0, 422, "what was undone begins anew");
}

#[tokio::test]
async fn with_errors_two_persons_are_asked_for_only_where_there_is_one() {
    let world = world("errors").await;
    assert_eq!(decide(&world, "kari", KEY, &approve()).await.0, 200, "a report without errors");
    let mut wrong = submission("3403", "2023H1");
    wrong.values.insert("us_henlagt".to_owned(), Some(8));
    let (status, body) = world.post("admin", "/v1/reports", &serde_json::to_value(wrong).unwrap()).await;
    assert_eq!(status, 201, "{body}");
    let reference = "KHR-2023H1-3403";
    let case = world.case(reference).await;
    let errors: Vec<Value> = case["review"]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] == "ERROR")
        .cloned()
        .collect();
    assert!(!errors.is_empty(), "{case}");
    for finding in errors {
        let id = json!({ "rule": finding["rule"], "part": finding["part"], "point": finding["points"][0] });
        let body = json!({ "finding": id, "reason": "Talt om igjen i fagsystemet." });
        let request =
            world.client.put(format!("{}/v1/tasks/{reference}/accept", world.running.url)).bearer_auth("kari");
        let answer = request.header("If-Match", "\"v1\"").json(&body).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{}", answer.text().await.unwrap());
    }
    let (status, body) = world.decide("kari", reference, 1, OTHER_KEY, &approve()).await;
    assert_eq!((status, codes(&body)), (422, vec!["needs_colleague"]), "accepted errors need two");
    world.step("per", reference, "continue", 1, &json!({ "decision": approve() })).await;
    assert_eq!(world.decide("kari", reference, 1, OTHER_KEY, &approve()).await.0, 200);
}

#[tokio::test]
async fn a_return_and_another_office_need_no_second_person() {
    let world = world("always").await;
    assert_eq!(decide(&world, "kari", KEY, &give_back()).await.0, 200);
    world.submit("030101").await;
    let reference = "KHR-2023H1-030101";
    assert_eq!(world.decide("oslo", reference, 1, OTHER_KEY, &approve()).await.0, 200);
}

#[test]
fn the_policy_of_the_office_is_a_file_and_a_wrong_one_does_not_start() {
    let home = Home::new();
    for (text, place) in [
        ("[offices.SFIN]\nfour_eyes = \"sometimes\"\n", ":2:"),
        ("[offices.TULL]\nfour_eyes = \"always\"\n", "offices.TULL"),
        ("[offices.SFIN]\nfoureyes = \"always\"\n", "foureyes"),
    ] {
        let file = home.file("policy.toml", text);
        let run = home.run(&["serve", "--demo", "--listen", "127.0.0.1:0", "--policy", &file]);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains(place), "{}", run.err);
    }
}

#[test]
fn from_the_command_line_the_first_person_is_told_that_a_colleague_must_confirm() {
    let home = Home::new();
    let file = home.file("policy.toml", "[default]\nfour_eyes = \"always\"\n");
    let backend = Backend::start(&home, &["--policy", &file]);
    let arguments = ["report", "approve", ELVERUM, "--extensions", "2", "--confirm"];
    let first = backend.run(&home, &arguments);
    assert_eq!(first.code, 65, "{}{}", first.out, first.err);
    assert!(first.err.contains("en kollega må åpne saken og bekrefte"), "{}", first.err);
    assert_eq!(backend.run(&home, &arguments).code, 65, "however often");
    let second = backend.token_of("reviewer-2");
    let run = home.run(&[&["--server", &backend.url, "--token-file", &second], &arguments[..]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
}
