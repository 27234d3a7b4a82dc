//! A unit's way to the register: one step at a time, one channel in a period, and open tasks that follow with their drafts.

use serde_json::{Value, json};

use crate::server_world::{ELVERUM, Outcome, World, codes};

const CHANNEL: &str = "/v1/admin/units/3420/channel";

async fn set(world: &World, who: &str, body: &Value) -> Outcome {
    world.put(who, CHANNEL, body).await
}

fn step(status: &str) -> Value {
    json!({ "status": status, "from": "2023-08-07" })
}

fn by_letter(status: &str) -> Value {
    json!({ "status": status, "from": "2023-08-07", "letter": "2023/1" })
}

#[tokio::test]
async fn only_an_administrator_changes_how_a_unit_reports() {
    let world = World::new().await;
    for who in ["kari", "leder", "leser", "elverum", "bufdir"] {
        assert_eq!(set(&world, who, &step("new_not_approved")).await.0, 403, "{who}");
        assert_eq!(world.get(who, CHANNEL).await.0, 403, "{who}");
    }
    assert_eq!(set(&world, "", &step("new_not_approved")).await.0, 401);
    assert_eq!(world.put("admin", "/v1/admin/units/0301/channel", &step("new_not_approved")).await.0, 422);
    assert_eq!(world.put("admin", "/v1/admin/units/9999/channel", &step("new_not_approved")).await.0, 404);
}

#[tokio::test]
async fn a_unit_goes_one_step_at_a_time_and_is_not_approved_without_a_letter() {
    let world = World::new().await;
    let (status, body) = set(&world, "admin", &step("pilot")).await;
    assert_eq!((status, codes(&body)), (422, vec!["channel_step"]), "not from an old system");
    assert!(body["errors"][0].as_str().unwrap().contains("«gammelt fagsystem»"), "{body}");
    assert_eq!(set(&world, "admin", &step("new_not_approved")).await.0, 200);
    let (status, body) = set(&world, "admin", &by_letter("approved")).await;
    assert_eq!((status, codes(&body)), (422, vec!["channel_step"]), "not without a pilot");
    let (_, body) = set(&world, "admin", &step("pilot")).await;
    let approval = &body["now"]["approval"];
    assert_eq!((&approval["earliest"], &approval["latest"]), (&json!("2023-10-02"), &json!("2023-10-30")));
    let approve = json!({ "status": "approved", "from": "2023-10-09", "replace": true });
    let (status, body) = set(&world, "admin", &approve).await;
    assert_eq!((status, codes(&body)), (422, vec!["channel_letter"]));
    let (status, body) =
        set(&world, "admin", &json!({ "status": "approved", "from": "2023-08-01", "letter": "x" })).await;
    assert_eq!((status, codes(&body)), (422, vec!["channel_date"]));
    let approve = json!({ "status": "approved", "from": "2024-02-01", "letter": " 2024/17 " });
    let (status, body) = set(&world, "admin", &approve).await;
    assert_eq!((status, &body["now"]["period"], &body["now"]["channel"]), (200, &json!("2023H2"), &json!("register")));
    assert_eq!(body["now"]["approval"]["letter"], "2024/17");
    let history = world.get("admin", CHANNEL).await.1;
    let kinds: Vec<_> = history["changes"].as_array().unwrap().iter().map(|one| &one["approval"]["status"]).collect();
    assert_eq!(kinds, ["new_not_approved", "pilot", "approved"], "each step, also where two fall within one period");
    assert_eq!(
        world
            .put("admin", CHANNEL, &json!({ "status": "approved", "from": "2024-02-01", "letter": "2024/18" }))
            .await
            .0,
        200
    );
    let history = world.get("admin", CHANNEL).await.1["changes"].clone();
    assert_eq!(history.as_array().unwrap().len(), 3, "the same step said again takes its own place");
    assert_eq!(history[2]["approval"]["letter"], "2024/18");
    // The half-year before keeps the channel it had.
    let unit = |period: &str| format!("/v1/units/3420?period={period}");
    let before = world.get("kari", &unit("2023H1")).await.1;
    assert_eq!(
        (&before["channel"]["value"], &before["approval"]["earliest"]),
        (&json!("form_new"), &json!("2023-10-02"))
    );
    assert_eq!(world.get("kari", &unit("2023H2")).await.1["extension_rule"], "forbidden");
}

#[tokio::test]
async fn a_unit_has_one_channel_in_a_period() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &step("new_not_approved")).await.0, 200);
    assert_eq!(set(&world, "admin", &step("pilot")).await.0, 200, "the same channel, a step further");
    let (status, body) = set(&world, "admin", &by_letter("approved")).await;
    assert_eq!((status, codes(&body)), (422, vec!["channel_taken"]));
    assert!(body["errors"][0].as_str().unwrap().contains("på én måte i en periode"), "{body}");
    // The database holds it too, whoever writes.
    let mut conn = world.beside().await;
    let second = "insert into unit_channel (unit, from_period, channel, case_system, assumed)
        values ('3420', '2023H1', 'register', 'x', 0)";
    assert!(sqlx::query(second).execute(&mut conn).await.is_err());
    let no_letter = "insert into unit_channel (unit, from_period, channel, case_system, assumed, status)
        values ('3403', '2023H1', 'register', 'x', 0, 'approved')";
    assert!(sqlx::query(no_letter).execute(&mut conn).await.is_err());
    let mut replace = by_letter("approved");
    replace["replace"] = json!(true);
    assert_eq!(set(&world, "admin", &replace).await.0, 200, "when it is said expressly");
}

#[tokio::test]
async fn a_change_during_the_period_reaches_the_open_task_and_keeps_its_draft() {
    let world = World::new().await;
    world.submit("3420").await;
    let draft = json!({ "comment": "Et utkast.", "extensions": "2" });
    assert_eq!(world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await.0, 200);
    let before = world.case(ELVERUM).await;
    let mut dry = step("new_not_approved");
    dry["dry_run"] = json!(true);
    let (_, body) = set(&world, "admin", &dry).await;
    assert_eq!((&body["case"], &body["changed"], &body["dry_run"]), (&json!(ELVERUM), &json!(true), &json!(true)));
    assert_eq!(world.case(ELVERUM).await, before, "a dry run changes nothing");

    let mut stream = world.ask_get("kari", "/v1/changes").send().await.unwrap();
    let (_, body) = set(&world, "admin", &step("new_not_approved")).await;
    assert_eq!(body["case"], ELVERUM);
    let told = String::from_utf8(stream.chunk().await.unwrap().unwrap().to_vec()).unwrap();
    assert!(told.contains("\"change\"") || told.contains("event: change"), "{told}");
    let after = world.case(ELVERUM).await;
    assert_eq!(after["draft"], before["draft"]);
    assert_eq!(after["events"].as_array().unwrap().last().unwrap()["kind"], "channel_changed");
    let text = after["events"].as_array().unwrap().last().unwrap()["text"].as_str().unwrap().to_owned();
    assert_eq!(text, "nytt fagsystem, ikke godkjent fra 07.08.2023");
    assert_eq!(after["unit"]["extension_rule"], "optional", "{}", after["unit"]);
    assert!(after["row"]["badges"].as_array().unwrap().contains(&json!("new_system")), "{}", after["row"]);
    // The same said once more is no second change.
    let events = world.events(ELVERUM).await.len();
    assert_eq!(set(&world, "admin", &step("new_not_approved")).await.1["changed"], false);
    assert_eq!(world.events(ELVERUM).await.len(), events);
    let page = world.get("kari", "/v1/units/3420/page?period=2023H1").await.1;
    assert_eq!(page["unit"]["approval"]["status"], "new_not_approved");
}

#[tokio::test]
async fn a_case_system_is_one_of_the_list() {
    let world = World::new().await;
    let mut wrong = step("new_not_approved");
    wrong["case_system"] = json!("Regneark");
    let (status, body) = set(&world, "admin", &wrong).await;
    assert_eq!((status, codes(&body)), (422, vec!["unknown_system"]));
    wrong["case_system"] = json!("modulus barn");
    assert_eq!(set(&world, "admin", &wrong).await.1["now"]["case_system"], "Modulus Barn");
}
