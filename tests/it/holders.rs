//! Who has a task: taken, let go, given to a colleague, and when it ends.

use serde_json::{Value, json};

use crate::server_world::{ELVERUM, KEY, Outcome, World, approve, codes, give_back, read};

async fn take(world: &World, who: &str, reference: &str) -> Outcome {
    world.put(who, &format!("/v1/tasks/{reference}/holder"), &json!({})).await
}

async fn assign(world: &World, who: &str, reference: &str, to: &str) -> Outcome {
    world.put(who, &format!("/v1/tasks/{reference}/holder"), &json!({ "person": to })).await
}

async fn release(world: &World, who: &str, reference: &str) -> Outcome {
    let url = format!("{}/v1/tasks/{reference}/holder", world.running.url);
    read(world.client.delete(url).bearer_auth(who).send().await.unwrap()).await
}

/// Who has a task, as the queue shows it.
async fn holder(world: &World, who: &str, reference: &str) -> Value {
    let (_, page) = world.get(who, "/v1/tasks?scope=all").await;
    let row = page["rows"].as_array().unwrap().iter().find(|row| row["reference"] == reference).cloned();
    row.unwrap()["holder"]["person"].clone()
}

async fn found(world: &World, who: &str, query: &str) -> Vec<String> {
    let request = world.ask_get(who, "/v1/tasks").query(&[("query", query), ("sort", "reference")]);
    let (status, page) = read(request.send().await.unwrap()).await;
    assert_eq!(status, 200, "{page}");
    page["rows"].as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_task_that_is_taken_twice_is_one_event_and_one_that_is_let_go_can_be_taken_by_another() {
    let world = World::new().await;
    world.submit("3420").await;
    let (status, held) = take(&world, "kari", ELVERUM).await;
    assert_eq!((status, &held["changed"]), (200, &json!(true)), "{held}");
    assert_eq!(held["holder"]["name"], "Navn kari");
    assert_eq!(take(&world, "kari", ELVERUM).await.1["changed"], false);
    assert_eq!(world.events(ELVERUM).await.iter().filter(|kind| *kind == "taken").count(), 1);
    let case = world.case(ELVERUM).await;
    assert_eq!(case["row"]["holder"]["person"], "kari");
    assert_eq!(release(&world, "kari", ELVERUM).await.1["changed"], true);
    assert_eq!(release(&world, "kari", ELVERUM).await.1["changed"], false, "nobody has it: nothing to let go");
    assert_eq!(take(&world, "per", ELVERUM).await.0, 200);
    let kinds = world.events(ELVERUM).await;
    let ours: Vec<&str> =
        kinds.iter().map(String::as_str).filter(|kind| ["taken", "released"].contains(kind)).collect();
    assert_eq!(ours, ["taken", "released", "taken"]);
    let (_, verified) = world.get("leder", "/v1/audit/verify").await;
    assert_eq!(verified["breaks"], json!([]), "{verified}");
}

#[tokio::test]
async fn of_many_who_take_a_task_at_once_one_gets_it_and_the_others_are_told_who() {
    let world = World::new().await;
    world.submit("3420").await;
    let tries = ["kari", "per", "leder", "kari", "per", "leder"].map(|who| take(&world, who, ELVERUM));
    let outcomes = futures_util::future::join_all(tries).await;
    let got: Vec<&Value> = outcomes.iter().filter(|(status, _)| *status == 200).map(|(_, held)| held).collect();
    let first = got.iter().filter(|held| held["changed"] == true).collect::<Vec<_>>();
    assert_eq!(first.len(), 1, "{outcomes:?}");
    let name = &first[0]["holder"]["name"];
    for (status, fault) in outcomes.iter().filter(|(status, _)| *status != 200) {
        assert_eq!((*status, &fault["kind"], &fault["by"]), (409, &json!("held"), name), "{fault}");
        assert!(fault["detail"].as_str().unwrap().contains(name.as_str().unwrap()), "{fault}");
    }
    assert_eq!(world.events(ELVERUM).await.iter().filter(|kind| *kind == "taken").count(), 1);
}

#[tokio::test]
async fn only_a_leader_gives_a_task_to_a_colleague_and_releases_a_colleagues() {
    let world = World::new().await;
    world.submit("3420").await;
    assert_eq!(assign(&world, "kari", ELVERUM, "per").await.0, 403);
    assert_eq!(assign(&world, "leder", ELVERUM, "per").await.0, 200);
    assert_eq!(holder(&world, "kari", ELVERUM).await, "per");
    let (status, fault) = release(&world, "kari", ELVERUM).await;
    assert_eq!((status, &fault["by"]), (409, &json!("Navn per")), "{fault}");
    assert_eq!(take(&world, "kari", ELVERUM).await.0, 409);
    assert_eq!(assign(&world, "leder", ELVERUM, "kari").await.0, 200, "from one to the other");
    assert_eq!(assign(&world, "leder", ELVERUM, "leder").await.0, 200, "to oneself");
    assert_eq!(assign(&world, "leder", ELVERUM, "kari").await.0, 200);
    assert_eq!(release(&world, "leder", ELVERUM).await.0, 200);
    let case = world.case(ELVERUM).await;
    let said: Vec<(&str, &str, Option<&str>)> = case["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| ["taken", "assigned", "released"].contains(&event["kind"].as_str().unwrap()))
        .map(|event| (event["kind"].as_str().unwrap(), event["actor"].as_str().unwrap(), event["text"].as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("assigned", "Navn leder", Some("Navn per")),
            ("assigned", "Navn leder", Some("Navn kari")),
            ("taken", "Navn leder", None),
            ("assigned", "Navn leder", Some("Navn kari")),
            ("released", "Navn leder", Some("Navn kari")),
        ]
    );
    for nobody in ["leser", "oslo", "elverum", "admin", "finnes-ikke", ""] {
        let (status, refused) = assign(&world, "leder", ELVERUM, nobody).await;
        assert_eq!((status, codes(&refused)), (422, vec!["together"]), "{nobody}");
    }
    let (_, list) = world.get("leser", "/v1/colleagues").await;
    let people: Vec<&str> =
        list["people"].as_array().unwrap().iter().map(|one| one["person"].as_str().unwrap()).collect();
    assert_eq!(people, ["kari", "leder", "per"], "those who decide for the office, and nobody else");
}

#[tokio::test]
async fn who_only_reads_or_is_of_another_office_takes_nothing() {
    let world = World::new().await;
    world.submit("3420").await;
    for (who, status) in [("leser", 403), ("elverum", 403), ("bufdir", 403), ("admin", 403), ("oslo", 404)] {
        assert_eq!(take(&world, who, ELVERUM).await.0, status, "{who}");
        assert_eq!(release(&world, who, ELVERUM).await.0, status, "{who}");
    }
    assert_eq!(holder(&world, "leser", ELVERUM).await, Value::Null);
    take(&world, "kari", ELVERUM).await;
    assert_eq!(holder(&world, "leser", ELVERUM).await, "kari");
    assert_eq!(holder(&world, "elverum", ELVERUM).await, Value::Null, "the unit is told nothing of it");
    let refused = world.ask_get("elverum", "/v1/tasks").query(&[("query", "har:ingen")]).send().await.unwrap();
    assert_eq!(refused.status(), 422);
}

#[tokio::test]
async fn the_queue_finds_what_is_mine_what_a_colleague_has_and_what_nobody_has() {
    let world = World::new().await;
    for unit in ["3420", "3403", "3413"] {
        world.submit(unit).await;
    }
    let application = world.apply("ny@elverum.kommune.example").await;
    take(&world, "kari", ELVERUM).await;
    take(&world, "kari", &application).await;
    take(&world, "per", "KHR-2023H1-3403").await;
    assert_eq!(found(&world, "kari", "har:meg").await, [ELVERUM, &application]);
    assert_eq!(found(&world, "kari", "has:me").await, [ELVERUM, &application]);
    assert_eq!(found(&world, "leser", "har:per").await, ["KHR-2023H1-3403"]);
    assert_eq!(found(&world, "per", "har:ingen").await, ["KHR-2023H1-3413"]);
    assert_eq!(found(&world, "per", "har:noen type:rapport").await, ["KHR-2023H1-3403", ELVERUM]);
    let (_, page) = world.get("kari", "/v1/tasks?sort=holder").await;
    let order: Vec<&str> =
        page["rows"].as_array().unwrap().iter().map(|row| row["holder"]["person"].as_str().unwrap_or("-")).collect();
    assert_eq!(order, ["kari", "kari", "per", "-"]);
    let count = |id: &str| page["views"].as_array().unwrap().iter().find(|one| one["view"]["id"] == id).cloned();
    assert_eq!(count("mine").unwrap()["count"], 2);
    assert_eq!(count("free").unwrap()["count"], 1);
}

#[tokio::test]
async fn a_task_that_a_colleague_has_can_still_be_decided_and_is_nobodys_afterwards() {
    let world = World::new().await;
    world.submit("3420").await;
    take(&world, "per", ELVERUM).await;
    let (status, decided) = world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!(status, 200, "advice, not a lock: {decided}");
    assert_eq!(holder(&world, "kari", ELVERUM).await, Value::Null);
    assert_eq!(take(&world, "per", ELVERUM).await.1["kind"], "already_decided");
    assert_eq!(release(&world, "per", ELVERUM).await.1["kind"], "already_decided");
    assert!(found(&world, "per", "har:noen").await.is_empty());
    // Taken back inside the window it is as it was before the decision.
    assert_eq!(world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await.0, 200);
    assert_eq!(holder(&world, "kari", ELVERUM).await, "per");
}

#[tokio::test]
async fn a_new_version_is_still_of_the_one_who_had_the_task() {
    let world = World::new().await;
    world.submit("3420").await;
    take(&world, "kari", ELVERUM).await;
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &give_back()).await.0, 200);
    assert_eq!(holder(&world, "per", ELVERUM).await, Value::Null, "it is with the unit");
    world.pass(60);
    assert_eq!(world.correct("3420").await.0, 201);
    assert_eq!(holder(&world, "per", ELVERUM).await, "kari", "the one who knows what was asked");
}

#[tokio::test]
async fn who_no_longer_decides_for_the_office_has_no_task() {
    let world = World::new().await;
    for unit in ["3420", "3403", "3413", "3411"] {
        world.submit(unit).await;
    }
    let tasks = ["KHR-2023H1-3403", "KHR-2023H1-3413", "KHR-2023H1-3411"];
    let changes = [
        json!({ "locked": true }),
        json!({ "locked": false, "role": "reader" }),
        json!({ "role": "reviewer", "office": "SFOBOA" }),
    ];
    for (reference, change) in tasks.iter().zip(&changes) {
        assert_eq!(assign(&world, "leder", reference, "per").await.0, 200);
        let (status, body) = world.put("admin", "/v1/admin/people/per", change).await;
        assert_eq!(status, 200, "{body}");
        assert_eq!(holder(&world, "kari", reference).await, Value::Null, "{change}");
        assert_eq!(world.events(reference).await.last().unwrap(), "released", "{change}");
        let back = json!({ "locked": false, "role": "reviewer", "office": "SFIN" });
        assert_eq!(world.put("admin", "/v1/admin/people/per", &back).await.0, 200);
    }
    assert_eq!(assign(&world, "leder", ELVERUM, "per").await.0, 200);
    let url = format!("{}/v1/admin/people/per", world.running.url);
    let (status, removed) = read(world.client.delete(url).bearer_auth("admin").send().await.unwrap()).await;
    assert_eq!(status, 200, "{removed}");
    assert_eq!(holder(&world, "kari", ELVERUM).await, Value::Null);
    assert_eq!(world.events(ELVERUM).await.last().unwrap(), "released");
    // Of the name alone nothing ends.
    assert_eq!(assign(&world, "leder", ELVERUM, "kari").await.0, 200);
    assert_eq!(world.put("admin", "/v1/admin/people/kari", &json!({ "name": "Kari Nyttnavn" })).await.0, 200);
    assert_eq!(world.case(ELVERUM).await["row"]["holder"]["name"], "Kari Nyttnavn");
}
