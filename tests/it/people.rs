//! Who has access: added, changed and locked out by an administrator, told what is stored about them, and taken away.

use serde_json::{Value, json};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, World, approve, codes},
};

fn new() -> Value {
    json!({ "name": "Nora Ny", "email": "nora@statsforvalteren.example", "role": "reader", "office": "SFIN" })
}

#[tokio::test]
async fn only_an_administrator_sees_and_changes_who_has_access() {
    let world = World::new().await;
    for who in ["kari", "leder", "leser", "elverum", "bufdir"] {
        assert_eq!(world.get(who, "/v1/admin/people").await.0, 403, "{who}");
        assert_eq!(world.get(who, "/v1/admin/people/kari/export").await.0, 403, "{who}");
        assert_eq!(world.put(who, "/v1/admin/people/ny", &new()).await.0, 403, "{who}");
    }
    let list = world.get("admin", "/v1/admin/people").await.1;
    assert_eq!(list["people"].as_array().unwrap().len(), 9);
}

#[tokio::test]
async fn a_person_is_added_changed_and_kept_within_the_role() {
    let world = World::new().await;
    let (status, added) = world.put("admin", "/v1/admin/people/ny", &new()).await;
    assert_eq!((status, &added["role"], &added["office"]), (200, &json!("reader"), &json!("SFIN")));
    let (_, moved) =
        world.put("admin", "/v1/admin/people/ny", &json!({ "role": "municipality", "unit": "3420" })).await;
    assert_eq!((&moved["office"], &moved["unit"], &moved["name"]), (&Value::Null, &json!("3420"), &json!("Nora Ny")));
    for (body, field) in [
        (json!({ "role": "reviewer", "unit": "3420" }), "office"),
        (json!({ "role": "reviewer", "office": "SFXX" }), "office"),
        (json!({ "role": "municipality", "unit": "9999" }), "unit"),
        (json!({ "email": "a\r\nBcc: b@c.example" }), "email"),
        (json!({ "name": " " }), "name"),
    ] {
        let (status, answer) = world.put("admin", "/v1/admin/people/ny", &body).await;
        assert_eq!((status, &answer["refusals"][0]["field"]), (422, &json!(field)), "{body} {answer}");
    }
    assert_eq!(world.put("admin", "/v1/admin/people/..%2fkari", &new()).await.0, 422);
    let (status, body) = world.put("admin", "/v1/admin/people/admin", &json!({ "locked": true })).await;
    assert_eq!((status, codes(&body)), (422, vec!["own_account"]));
    let (status, body) =
        world.put("admin", "/v1/admin/people/admin", &json!({ "role": "reader", "office": "SFIN" })).await;
    assert_eq!((status, codes(&body)), (422, vec!["own_account"]));
}

#[tokio::test]
async fn who_is_locked_out_is_out_at_once() {
    let world = World::new().await;
    assert_eq!(world.get("kari", "/v1/me").await.0, 200);
    let (_, locked) = world.put("admin", "/v1/admin/people/kari", &json!({ "locked": true })).await;
    assert!(locked["locked_at"].is_string(), "{locked}");
    assert_eq!(world.get("kari", "/v1/me").await.0, 401);
    world.put("admin", "/v1/admin/people/kari", &json!({ "locked": false })).await;
    assert_eq!(world.get("kari", "/v1/me").await.0, 401, "the old token does not come back");
}

#[tokio::test]
async fn every_act_of_an_administrator_is_an_event_without_contact_data() {
    let world = World::new().await;
    world.put("admin", "/v1/admin/people/ny", &new()).await;
    world
        .put("admin", "/v1/admin/people/ny", &json!({ "role": "leader", "email": "annen@statsforvalteren.example" }))
        .await;
    world.put("admin", "/v1/admin/people/ny", &json!({ "locked": true })).await;
    world.put("admin", "/v1/admin/people/ny", &json!({})).await;
    let export = world.get("admin", "/v1/admin/people/admin/export").await.1;
    let kinds: Vec<_> = export["events"].as_array().unwrap().iter().map(|event| &event["kind"]).collect();
    assert_eq!(kinds, ["person_changed", "person_changed", "person_changed"], "nothing changed the last time");
    let mut conn = world.beside().await;
    let rows = sqlx::query("select text from event where kind = 'person_changed' order by seq");
    let rows = rows.fetch_all(&mut conn).await.unwrap();
    let texts: Vec<String> = rows.iter().map(|row| sqlx::Row::get(row, "text")).collect();
    assert_eq!(texts, ["ny: + reader", "ny: role: reader > leader, email", "ny: locked"]);
}

#[tokio::test]
async fn what_is_stored_about_a_person_is_told_and_taken_away_as_far_as_the_archive_allows() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let export = world.get("admin", "/v1/admin/people/kari/export").await.1;
    assert_eq!((&export["decisions"], &export["tokens"]), (&json!(1), &json!(1)));
    assert!(export["events"].as_array().unwrap().iter().any(|event| event["about"] == ELVERUM), "{export}");

    let delete =
        |id: &str| world.client.delete(format!("{}/v1/admin/people/{id}", world.running.url)).bearer_auth("admin");
    let removed: Value = delete("kari").send().await.unwrap().json().await.unwrap();
    assert_eq!((&removed["outcome"], &removed["decisions"]), (&json!("pseudonymised"), &json!(1)));
    assert_eq!(world.get("kari", "/v1/me").await.0, 401);
    let after = world.get("admin", "/v1/admin/people/kari/export").await.1;
    assert_eq!((&after["person"]["email"], &after["person"]["phone"]), (&json!(""), &json!("")));
    assert!(!after["person"]["name"].as_str().unwrap().contains("Navn"), "{after}");
    let case = world.get("per", &format!("/v1/tasks/{ELVERUM}")).await.1;
    assert_eq!(case["row"]["decided_by"], "Navn kari", "who decided stays");

    let removed: Value = delete("hamar").send().await.unwrap().json().await.unwrap();
    assert_eq!(removed["outcome"], "deleted");
    assert_eq!(world.get("admin", "/v1/admin/people/hamar/export").await.0, 404);
    assert_eq!(delete("admin").send().await.unwrap().status(), 422);
    assert_eq!(delete("ingen").send().await.unwrap().status(), 404);
}

#[test]
fn the_commands_of_an_administrator_are_headless() {
    let home = Home::new();
    let folder = home.path().join("data");
    assert_eq!(home.demo(&["whoami"]).code, 0, "makes the demo");
    let _ = folder;
    let served =
        crate::serving_log::Served::start(&home, &["--demo", "--listen", "127.0.0.1:0"], &home.file("log", ""));
    let url = served.line["listening"].as_str().unwrap().to_owned();
    let admin = format!("{}/admin", served.line["token_dir"].as_str().unwrap());
    let run = |arguments: &[&str]| {
        home.run(&[&["--server", url.as_str(), "--token-file", admin.as_str(), "admin"], arguments].concat())
    };
    let refused = run(&["channel", "3401", "--set", "approved", "--from", "2023-08-07", "--confirm"]);
    assert_eq!(refused.code, 65, "{}", refused.err);
    let listed = run(&["users", "list"]);
    assert!(listed.code == 0 && listed.out.contains("leader"), "{}{}", listed.out, listed.err);
    assert_eq!(run(&["users", "set", "ny", "--name", "Nora Ny", "--role", "reader"]).code, 65, "no office, no address");
    let added = run(&[
        "users",
        "set",
        "ny",
        "--name",
        "Nora Ny",
        "--email",
        "ny@a.example",
        "--role",
        "reader",
        "--of-office",
        "sfin",
    ]);
    assert_eq!(added.code, 0, "{}", added.err);
    let locked = run(&["users", "lock", "ny"]);
    assert!(locked.out.contains("stengt ute"), "{}", locked.out);
    assert_eq!(run(&["users", "delete", "ny"]).code, 2, "nothing without --confirm");
    let gone = run(&["users", "delete", "ny", "--confirm"]);
    assert!(gone.code == 0 && gone.out.contains("Ingenting er igjen"), "{}{}", gone.out, gone.err);
    let history = run(&["channel", "3401"]);
    assert_eq!(history.code, 0, "{}", history.err);
    assert!(!history.out.contains('‹') && !listed.out.contains('‹'), "{}", history.out);
}
