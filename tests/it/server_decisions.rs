//! Decisions: stored once, on the version that was seen, and taken back inside the window.

use serde_json::json;

use crate::server_world::{APPROVE, ELVERUM, KEY, OTHER_KEY, World, approve, codes, give_back, kinds};

#[tokio::test]
async fn an_approval_closes_the_case_with_all_three_stages_in_its_timeline() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!((status, &body["state"], &body["replayed"]), (200, &json!("approved"), &json!(false)));
    assert_eq!(body["undo_until"], "2023-08-14T08:42:30Z");
    let case = world.case(ELVERUM).await;
    assert_eq!(kinds(&case), ["submitted", "saved", "continued", "confirmed"]);
    assert_eq!(case["decisions"][0]["breaches"], json!({ "count": 2, "per_mille": 200 }));
    assert_eq!(case["decisions"][0]["deliveries"][0]["state"], "held");
}

#[tokio::test]
async fn one_key_stores_one_decision_however_often_it_is_sent_at_once() {
    let world = World::new().await;
    world.submit("3420").await;
    let tries = (0..20).map(|_| async { world.decide("kari", ELVERUM, 1, KEY, &approve()).await });
    let outcomes = futures_util::future::join_all(tries).await;
    assert!(outcomes.iter().all(|(status, body)| *status == 200 && body["state"] == "approved"), "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(|(_, body)| body["replayed"] == false).count(), 1);
    let case = world.case(ELVERUM).await;
    assert_eq!(case["decisions"].as_array().unwrap().len(), 1);
    assert_eq!(kinds(&case).iter().filter(|kind| *kind == "confirmed").count(), 1);
    let (status, body) = world.get("kari", &format!("/v1/decisions/{KEY}")).await;
    assert_eq!((status, &body["kind"]), (200, &json!("approve")));
}

#[tokio::test]
async fn a_key_that_is_used_for_something_else_is_refused() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let other = world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    assert_eq!((other.0, &other.1["kind"]), (409, &json!("key_reused")));
    let colleague = world.decide("per", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!((colleague.0, &colleague.1["kind"]), (409, &json!("key_reused")));
}

#[tokio::test]
async fn a_decision_on_an_older_version_is_told_the_newest_and_stores_nothing() {
    let world = World::new().await;
    world.submit("3420").await;
    assert_eq!(world.correct("3420").await.1["version"], 2);
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!((status, &body["kind"], &body["version"]), (412, &json!("version_changed"), &json!(2)));
    assert_eq!(world.events(ELVERUM).await, ["submitted", "submitted"]);
}

#[tokio::test]
async fn a_repeated_key_is_answered_even_when_the_case_has_moved_on() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.correct("3420").await;
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    assert_eq!((status, &body["replayed"], &body["state"]), (200, &json!(true), &json!("returned")));
    assert_eq!(world.case(ELVERUM).await["row"]["state"], "open");
}

#[tokio::test]
async fn a_case_is_decided_once_and_the_second_is_told_by_whom() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let (status, body) = world.decide("per", ELVERUM, 1, OTHER_KEY, &give_back()).await;
    assert_eq!((status, &body["kind"]), (409, &json!("already_decided")));
    assert_eq!((&body["state"], &body["by"]), (&json!("approved"), &json!("Navn kari")));
    let draft = json!({ "comment": "for sent" });
    assert_eq!(world.put("per", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await.0, 409);
}

#[tokio::test]
async fn a_decision_that_breaks_a_rule_is_refused_with_the_rule() {
    let world = World::new().await;
    world.submit("3420").await;
    for (body, wanted) in [
        (json!({ "kind": "approve" }), "extensions_missing"),
        (json!({ "kind": "approve", "extensions": 4 }), "extensions_above_reported"),
        (json!({ "kind": "approve", "extensions": -1 }), "not_whole"),
        (json!({ "kind": "approve", "extensions": 1.5 }), "not_whole"),
        (json!({ "kind": "approve", "extensions": "to" }), "not_whole"),
        (json!({ "kind": "approve", "extensions": 1e12 }), "not_whole"),
        (json!({ "kind": "return" }), "blank_comment"),
        (json!({ "kind": "return", "comment": " \n\u{200b}" }), "blank_comment"),
        (json!({ "kind": "return", "comment": "x".repeat(20_001) }), "long_comment"),
        (json!({ "kind": "grant" }), "wrong_kind"),
    ] {
        let (status, answer) = world.decide("kari", ELVERUM, 1, KEY, &body).await;
        assert_eq!((status, codes(&answer)), (422, vec![wanted]), "{body}");
        let (status, answer) = world.step("kari", ELVERUM, "continue", 1, &json!({ "decision": body })).await;
        assert_eq!((status, codes(&answer)), (422, vec![wanted]), "{body}");
    }
    assert_eq!(world.events(ELVERUM).await, ["submitted"], "nothing was stored");
}

#[tokio::test]
async fn headers_that_are_missing_or_garbage_are_told_apart() {
    let world = World::new().await;
    world.submit("3420").await;
    let path = format!("/v1/tasks/{ELVERUM}/decision");
    let send = async |version: Option<&str>, key: Option<&str>, body: &'static str| {
        let mut request = world.ask_post("kari", &path, &json!({})).body(body);
        if let Some(version) = version {
            request = request.header("If-Match", version);
        }
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let (status, body) = crate::server_world::read(request.send().await.unwrap()).await;
        (status, body["kind"].as_str().unwrap_or_default().to_owned())
    };
    let outcome = |status: u16, kind: &str| (status, kind.to_owned());
    assert_eq!(send(None, Some(KEY), APPROVE).await, outcome(428, "version_missing"));
    assert_eq!(send(Some("nyeste"), Some(KEY), APPROVE).await, outcome(400, "bad_request"));
    assert_eq!(send(Some("\"v1\""), None, APPROVE).await, outcome(400, "bad_request"));
    assert_eq!(send(Some("\"v1\""), Some("nei"), APPROVE).await, outcome(400, "bad_request"));
    assert_eq!(send(Some("\"v1\""), Some(KEY), "{").await, outcome(400, "bad_request"));
    assert_eq!(send(Some("\"v1\""), Some(KEY), r#"{"kind":"approve","hvem":1}"#).await, outcome(400, "bad_request"));
    assert_eq!(world.events(ELVERUM).await, ["submitted"]);
}

#[tokio::test]
async fn continue_tells_who_will_be_sent_something_and_is_in_the_timeline() {
    let world = World::new().await;
    world.submit("3420").await;
    let (status, body) = world.step("kari", ELVERUM, "continue", 1, &json!({ "decision": approve() })).await;
    assert_eq!((status, &body["recipients"]), (200, &json!(["Bufdir"])));
    let (_, body) = world.step("kari", ELVERUM, "continue", 1, &json!({ "decision": give_back() })).await;
    assert_eq!(body["recipients"], json!(["innsender@3420.kommune.example"]));
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    let stages = ["submitted", "saved", "continued", "saved", "continued", "confirmed"];
    assert_eq!(world.events(ELVERUM).await, stages);
}

#[tokio::test]
async fn inside_the_window_a_decision_is_taken_back_and_the_draft_is_as_it_was() {
    let world = World::new().await;
    world.submit("3420").await;
    let draft = json!({ "extensions": "2", "comment": "Kontroller 2E.", "seen": [1, 2], "bookmarks": ["us_avsl"],
        "notes": { "us_avsl": "spør Åse" } });
    world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.pass(29);
    let undone = world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await;
    assert_eq!((undone.0, &undone.1["kind"]), (200, &json!("return")));
    let case = world.case(ELVERUM).await;
    assert_eq!((&case["row"]["state"], &case["row"]["returns"]), (&json!("open"), &json!(0)));
    assert_eq!(case["draft"]["comment"], "Kontroller 2E.\nSe også 2F.");
    assert_eq!((&case["draft"]["extensions"], &case["draft"]["seen"]), (&json!("2"), &json!([1, 2])));
    assert_eq!(case["draft"]["notes"]["us_avsl"], "spør Åse");
    assert_eq!(case["decisions"][0]["deliveries"][0]["state"], "cancelled");
    assert_eq!(kinds(&case).last().unwrap(), "undone");
    let again = world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await;
    assert_eq!((again.0, &again.1["kind"]), (409, &json!("undo_over")));
    let repeated = world.decide("kari", ELVERUM, 1, KEY, &give_back()).await.1;
    assert_eq!((&repeated["replayed"], &repeated["state"]), (&json!(true), &json!("open")), "it was taken back");
    let (status, _) = world.decide("kari", ELVERUM, 1, OTHER_KEY, &approve()).await;
    assert_eq!(status, 200, "it can be decided anew");
}

#[tokio::test]
async fn after_the_window_or_a_newer_version_nothing_is_taken_back() {
    // Without a worker: the window alone must hold.
    let world = World::with(|options| options.outbox_worker = false).await;
    let undo = format!("/v1/tasks/{ELVERUM}/undo");
    world.submit("3420").await;
    assert_eq!(world.post("kari", &undo, &json!({})).await.1["kind"], "undo_over", "nothing is decided");
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.correct("3420").await;
    assert_eq!(world.post("kari", &undo, &json!({})).await.1["kind"], "undo_over", "a newer version is there");
    world.decide("kari", ELVERUM, 2, OTHER_KEY, &approve()).await;
    world.pass(30);
    assert_eq!(world.post("kari", &undo, &json!({})).await.1["kind"], "undo_over", "the window is over");
    assert_eq!(world.case(ELVERUM).await["row"]["state"], "approved");
}

#[tokio::test]
async fn only_a_leader_takes_back_what_a_colleague_decided() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let undo = format!("/v1/tasks/{ELVERUM}/undo");
    assert_eq!(world.post("per", &undo, &json!({})).await.0, 403);
    assert_eq!(world.post("leser", &undo, &json!({})).await.0, 403);
    assert_eq!(world.post("leder", &undo, &json!({})).await.0, 200);
    assert_eq!(world.case(ELVERUM).await["draft"]["person"], "kari", "the draft is still the one who wrote it's");
}

#[tokio::test]
async fn an_undo_gives_a_case_back_the_decision_it_had_before() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.pass(31);
    world.correct("3420").await;
    world.decide("per", ELVERUM, 2, OTHER_KEY, &approve()).await;
    assert_eq!(world.post("per", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await.0, 200);
    let row = &world.case(ELVERUM).await["row"];
    assert_eq!((&row["state"], &row["decided_by"], &row["returns"]), (&json!("open"), &json!("Navn kari"), &json!(1)));
}

#[tokio::test]
async fn a_draft_on_an_older_version_is_kept_and_told_whose_it_is() {
    let world = World::new().await;
    let draft = format!("/v1/tasks/{ELVERUM}/draft");
    world.submit("3420").await;
    let typed = json!({ "version": 1, "comment": "halvskrevet", "person": "en annen", "name": "En Annen" });
    world.put("kari", &draft, &typed).await;
    world.put("kari", &draft, &typed).await;
    world.correct("3420").await;
    let case = world.case(ELVERUM).await;
    assert_eq!((&case["draft"]["comment"], &case["draft"]["version"]), (&json!("halvskrevet"), &json!(1)));
    assert_eq!(case["draft"]["name"], "Navn kari");
    assert_eq!(kinds(&case), ["submitted", "saved", "submitted"], "one line for one spell of writing");
    let mut read = case["draft"].clone();
    read["version"] = json!(2);
    read["comment"] = json!("ny");
    let (_, saved) = world.put("per", &draft, &read).await;
    assert_eq!(saved["draft"]["name"], "Navn per");
    assert_eq!(world.put("leser", &draft, &typed).await.0, 403);
}

#[tokio::test]
async fn a_spent_draft_does_not_follow_into_the_next_version() {
    let world = World::new().await;
    world.submit("3420").await;
    world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &json!({ "comment": "Kontroller 2E." })).await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.correct("3420").await;
    assert_eq!(world.case(ELVERUM).await["draft"], json!(null));
}
