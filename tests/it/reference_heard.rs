//! What is set through one process holds for what another one has begun to decide, and is heard even when that one had no hand free.

use std::time::Duration;

use serde_json::{Value, json};
use statsforvalter::{
    api::{batch::RunRequest, path::ACCEPT},
    domain::person::Role,
    server::{self, Running, flow::batch::run, store::Store},
};

use crate::{
    admin_forms::{PACK, rules},
    admin_reference::{PUBLISHED, REFERENCE, period, periods},
    batches::{UNITS, approve_all, dry_run, id, made, ready, reference, with_reports},
    server_world::{World, options, person},
};

/// Another process at the same database.
async fn another(world: &World) -> Running {
    let mut second = options(&world.dir, &world.clock);
    second.database = world.database.clone();
    second.outbox_worker = false;
    second.demo = true;
    server::start(second).await.unwrap()
}

async fn set_there(world: &World, there: &Running, wish: &Value) {
    let request = world.client.put(format!("{}{REFERENCE}", there.url)).bearer_auth("admin");
    let answer = request.json(&json!({ "set": wish })).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200, "{}", answer.text().await.unwrap());
}

/// A pack by which every report of the tests has a warning.
fn strict() -> String {
    PACK.replace("us_startet <= meld_til_us", "us_startet <= plass_akutt")
        .replace("us_startet = 2, meld_til_us = 1", "us_startet = 2, plass_akutt = 1")
        .replace("us_startet = 1, meld_til_us = 1", "us_startet = 1, plass_akutt = 1")
}

/// A store with what its process knew before another one set a pack.
async fn outdated(world: &World, pack: &str) -> (Store, Running) {
    let outdated = world.running.store.clone();
    let there = another(world).await;
    set_there(world, &there, &rules(pack, "2023H1")).await;
    (outdated, there)
}

#[tokio::test]
async fn a_batch_that_goes_on_decides_by_the_rules_that_another_process_has_set() {
    let world = with_reports(4).await;
    let batch = ready(&world, 4).await;
    let (outdated, there) = outdated(&world, PACK).await;
    let kari = person("kari", Role::Reviewer, Some("SFIN"), None);
    let request = RunRequest { count: Some(4), most: None };
    let done = run::run(&outdated, &kari, batch.parse().unwrap(), request).await.unwrap();
    assert_eq!(done.batch.tally.decided, 4);
    for unit in &UNITS[..4] {
        assert_eq!(world.case(&reference(unit)).await["review"]["pack"], "2023.9", "{unit}");
    }
    there.stop().await;
}

#[tokio::test]
async fn what_the_new_rules_warn_of_falls_out_of_a_batch_before_anything_is_weighed_anew() {
    let world = with_reports(4).await;
    let batch = ready(&world, 4).await;
    let (outdated, there) = outdated(&world, &strict()).await;
    let kari = person("kari", Role::Reviewer, Some("SFIN"), None);
    let request = RunRequest { count: Some(4), most: None };
    let done = run::run(&outdated, &kari, batch.parse().unwrap(), request).await.unwrap();
    assert_eq!((done.batch.tally.decided, done.batch.tally.dropped), (0, 4));
    there.stop().await;
}

/// A pack as another process has stored it of which this one has not been told: with no call and no event.
async fn set_unheard(world: &World, pack: &str) {
    // The embedded database is looked at once a second: what happened before is over then.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut conn = world.beside().await;
    let row = "insert into amendment (kind, name, valid_from, content, at, person, actor)
        values ('rules', '2023.9', '2023H1', $1, '2023-08-14T08:42:00.000000Z', 'admin', 'Navn admin')";
    sqlx::query(row).bind(pack).execute(&mut conn).await.unwrap();
}

#[tokio::test]
async fn a_dry_run_shows_what_the_rules_that_another_process_has_set_let_through() {
    let world = with_reports(4).await;
    let batch = made(&world, &approve_all(4)).await;
    set_unheard(&world, &strict()).await;
    let shown = dry_run(&world, id(&batch)).await;
    assert_eq!((&shown["lines"], &shown["batch"]["tally"]["dropped"]), (&json!([]), &json!(4)), "{shown}");
}

#[tokio::test]
async fn a_batch_is_made_by_the_rules_that_another_process_has_set() {
    let world = with_reports(4).await;
    set_unheard(&world, &strict()).await;
    let (_, preview) = world.post("kari", "/v1/batches/preview", &approve_all(4)).await;
    let batch = made(&world, &approve_all(4)).await;
    for items in [&preview["items"], &batch["items"]] {
        let refused = items.as_array().unwrap().iter().filter(|item| item["state"] == "refused").count();
        assert_eq!(refused, 4, "{items}");
    }
}

#[tokio::test]
async fn a_deviation_that_only_the_new_rules_find_is_accepted_by_a_process_that_has_not_heard_of_them() {
    let world = with_reports(1).await;
    set_unheard(&world, &strict()).await;
    // One that starts now knows them.
    let there = another(&world).await;
    let path = format!("{}/v1/tasks/{}", there.url, reference(UNITS[0]));
    let case: Value = world.client.get(path).bearer_auth("kari").send().await.unwrap().json().await.unwrap();
    let found = case["review"]["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "K95");
    let found = found.unwrap_or_else(|| panic!("{}", case["review"]));
    let finding = json!({ "rule": "K95", "part": 1, "point": found["points"][0] });
    let accept = json!({ "finding": finding, "reason": "Kommunen har forklart det." });
    let request =
        world.client.put(format!("{}{}", world.running.url, ACCEPT.replace("{reference}", &reference(UNITS[0]))));
    let answer = request.bearer_auth("kari").header("If-Match", "\"v1\"").json(&accept).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200, "{}", answer.text().await.unwrap());
    there.stop().await;
}

#[tokio::test]
async fn what_was_set_while_a_process_had_no_connection_free_is_known_to_it_afterwards() {
    let world = World::with(|options| options.demo = true).await;
    let there = another(&world).await;
    let mut held = Vec::new();
    while let Ok(Ok(tx)) = tokio::time::timeout(Duration::from_millis(500), world.running.store.read()).await {
        held.push(tx);
    }
    assert!(!held.is_empty());
    set_there(&world, &there, &periods(PUBLISHED)).await;
    // Longer than anybody waits for a connection.
    tokio::time::sleep(Duration::from_secs(7)).await;
    drop(held);
    let known = async {
        while period(&world, "2024H1").await["unit_deadline"] != "2024-08-23" {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), known).await.expect("it asks again until it knows");
    there.stop().await;
}
