//! How the units of an office stand, reminders of reports that are missing, and one unit's page.

use serde_json::{Value, json};
use statsforvalter::{
    domain::{
        contact::{Contact, Cooperation},
        period::PeriodId,
        unit::Channel,
    },
    server::seed::{Seed, UnitChannel},
};

use crate::server_world::{KEY, OTHER_KEY, Outcome, World, codes, read, submission};

/// Four days before the unit's deadline of 18 August the world begins; this many seconds later it is 21 August.
const A_WEEK: i64 = 7 * 24 * 3600;

pub(crate) fn contact(unit: &str, email: &str) -> Contact {
    Contact {
        unit: unit.parse().unwrap(),
        leader: format!("Leder {unit}"),
        email: email.to_owned(),
        phone: "000 00 004".to_owned(),
    }
}

/// A world with contacts of some units; Lom reports through the register, and Vang has no address.
pub(crate) async fn served() -> World {
    let world = World::new().await;
    let seed = Seed {
        people: crate::server_world::people().into_iter().map(|person| (person.clone(), person.id)).collect(),
        channels: [("3434", Channel::Register), ("3446", Channel::FormNew)]
            .map(|(unit, channel)| UnitChannel {
                unit: unit.parse().unwrap(),
                from: PeriodId("2023H1".to_owned()),
                channel,
                case_system: "Modulus Barn".to_owned(),
                assumed: true,
                approval: None,
            })
            .to_vec(),
        contacts: ["3420", "3403", "3405", "3446", "3453"]
            .map(|unit| contact(unit, &format!("barnevern@{unit}.kommune.example")))
            .into_iter()
            .chain([contact("3454", ""), contact("030101", "barnevern@oslo.kommune.example")])
            .collect(),
        cooperations: vec![Cooperation {
            id: "to".to_owned(),
            name: "Barnevernet i to".to_owned(),
            host: "3420".parse().unwrap(),
            members: vec!["3420".parse().unwrap(), "3403".parse().unwrap()],
            made_up: true,
        }],
        ..Seed::default()
    };
    world.running.store.fill(&seed).await.unwrap();
    world
}

pub(crate) async fn keyed(world: &World, who: &str, path: &str, key: &str, body: &Value) -> Outcome {
    read(world.ask_post(who, path, body).header("Idempotency-Key", key).send().await.unwrap()).await
}

async fn remind(world: &World, who: &str, key: &str, units: &[&str]) -> Outcome {
    keyed(world, who, "/v1/reminders", key, &json!({ "units": units })).await
}

fn state_of<'a>(list: &'a Value, unit: &str) -> &'a Value {
    list["rows"].as_array().unwrap().iter().find(|row| row["no"] == unit).unwrap()
}

#[tokio::test]
async fn units_that_have_not_delivered_stand_first_and_a_register_unit_is_not_expected_to() {
    let world = served().await;
    world.submit("3420").await;
    let (status, list) = world.get("kari", "/v1/standings?period=2023H1").await;
    assert_eq!((status, &list["missing"]), (200, &json!(44)), "46 units, one delivered, one in the register");
    assert_eq!(state_of(&list, "3420")["state"], "open");
    assert_eq!(state_of(&list, "3434")["state"], "not_expected");
    let missing = state_of(&list, "3403");
    assert_eq!((&missing["state"], &missing["reference"]), (&json!("missing"), &json!("KHR-2023H1-3403")));
    assert_eq!((&missing["days_left"], &missing["deadline"]), (&json!(4), &json!("2023-08-18")));
    assert_eq!(missing["contact"]["email"], "barnevern@3403.kommune.example");
    let rows = list["rows"].as_array().unwrap();
    let end = rows.iter().rposition(|row| row["state"] == "missing").unwrap();
    assert_eq!(rows.iter().position(|row| row["state"] != "missing").unwrap(), end + 1);
    world.pass(A_WEEK);
    let (_, list) = world.get("leser", "/v1/standings").await;
    assert_eq!(state_of(&list, "3403")["days_left"], -3, "a reader sees it too");
}

#[tokio::test]
async fn each_role_sees_and_reminds_as_the_contract_says() {
    let world = served().await;
    for (who, list, page, remind_own) in [
        ("kari", 200, 200, 200),
        ("leder", 200, 200, 200),
        ("leser", 200, 200, 403),
        ("oslo", 200, 404, 422),
        ("elverum", 403, 403, 403),
        ("bufdir", 403, 403, 403),
        ("admin", 403, 403, 403),
        ("", 401, 401, 401),
    ] {
        let dry = json!({ "units": ["3420"], "dry_run": false });
        let key = uuid::Uuid::new_v4().to_string();
        let found = [
            world.get(who, "/v1/standings").await.0,
            world.get(who, "/v1/units/3420/page").await.0,
            keyed(&world, who, "/v1/reminders", &key, &dry).await.0,
        ];
        assert_eq!(found, [list, page, remind_own], "{who}");
        world.pass(24 * 3600);
    }
    let (_, list) = world.get("oslo", "/v1/standings").await;
    assert!(!list.to_string().contains("3420"), "nothing of another office");
}

#[tokio::test]
async fn a_reminder_is_a_mail_in_the_units_language_after_the_window_and_holds_no_figure() {
    let world = served().await;
    let (status, answer) = remind(&world, "kari", KEY, &["3453"]).await;
    assert_eq!((status, answer["units"].as_array().unwrap().len()), (200, 1), "{answer}");
    let notice = &answer["units"][0]["notice"];
    assert_eq!(notice["language"]["value"], "nn", "{notice}");
    assert_eq!(answer["undo_until"], "2023-08-14T08:42:30Z");
    assert_eq!(world.outbox(), Vec::<std::path::PathBuf>::new(), "nothing before the window is over");
    world.pass(30);
    let files = world.delivered(1).await;
    let mail = std::fs::read_to_string(&files[0]).unwrap();
    assert!(mail.contains("To: barnevern@3453.kommune.example"), "{mail}");
    assert!(notice["body"].as_str().unwrap().contains("Fristen er fredag 18. august 2023"), "{notice}");
    assert!(notice["body"].as_str().unwrap().contains("Statsforvaltaren i Innlandet"), "{notice}");
    let (_, list) = world.get("kari", "/v1/standings").await;
    let row = state_of(&list, "3453");
    assert_eq!((&row["reminded"]["by"], &row["reminded"]["times"]), (&json!("Navn kari"), &json!(1)));
    assert_eq!(row["reminded"]["delivery"], "sent");
    world.pass(A_WEEK);
    let (_, answer) = remind(&world, "kari", OTHER_KEY, &["3405"]).await;
    let body = answer["units"][0]["notice"]["body"].as_str().unwrap();
    assert!(body.contains("Fristen var fredag 18. august 2023") && body.contains("Hilsen"), "{body}");
}

#[tokio::test]
async fn a_reminder_is_refused_with_its_reason_and_the_others_go() {
    let world = served().await;
    world.submit("3420").await;
    let units = ["3420", "3434", "3454", "030101", "301", "3403"];
    let (status, answer) = remind(&world, "kari", KEY, &units).await;
    assert_eq!(status, 200);
    let why: Vec<&Value> = answer["units"].as_array().unwrap().iter().map(|unit| &unit["refusal"]["code"]).collect();
    let wanted =
        ["already_delivered", "no_form_due", "no_address", "not_your_unit", "unknown_unit"].map(|code| json!(code));
    assert_eq!(why, wanted.iter().chain([&Value::Null]).collect::<Vec<_>>());
    let (status, body) = remind(&world, "kari", OTHER_KEY, &["3420", "3454"]).await;
    assert_eq!((status, codes(&body)), (422, vec!["already_delivered", "no_address"]), "nobody is left to remind");
    let early = json!({ "units": ["3403"], "period": "2023H2" });
    let (_, early) = keyed(&world, "kari", "/v1/reminders", OTHER_KEY, &early).await;
    assert_eq!(codes(&early), ["not_open_yet"]);
}

#[tokio::test]
async fn nobody_is_reminded_twice_the_same_day_without_saying_so() {
    let world = served().await;
    remind(&world, "kari", KEY, &["3403"]).await;
    let (status, body) = remind(&world, "per", OTHER_KEY, &["3403"]).await;
    assert_eq!((status, codes(&body), &body["refusals"][0]["by"]), (422, vec!["reminded_today"], &json!("Navn kari")));
    let again = json!({ "units": ["3403"], "again": true });
    assert_eq!(keyed(&world, "per", "/v1/reminders", OTHER_KEY, &again).await.0, 200);
    world.pass(24 * 3600);
    let key = uuid::Uuid::new_v4().to_string();
    assert_eq!(remind(&world, "kari", &key, &["3403"]).await.0, 200, "the next day it goes again");
    world.delivered(2).await;
}

#[tokio::test]
async fn the_same_key_reminds_once_and_another_content_with_it_is_refused() {
    let world = served().await;
    let (_, first) = remind(&world, "kari", KEY, &["3403"]).await;
    let (status, again) = remind(&world, "kari", KEY, &["3403"]).await;
    assert_eq!((status, &again["replayed"]), (200, &json!(true)));
    assert_eq!(again["units"][0]["notice"], first["units"][0]["notice"]);
    assert_eq!(remind(&world, "kari", KEY, &["3405"]).await.1["kind"], "key_reused");
    world.pass(31);
    world.delivered(1).await;
}

#[tokio::test]
async fn a_dry_run_of_reminders_stores_and_sends_nothing() {
    let world = served().await;
    let dry = json!({ "units": [], "dry_run": true });
    let (status, answer) = keyed(&world, "kari", "/v1/reminders", KEY, &dry).await;
    let written = answer["units"].as_array().unwrap().iter().filter(|unit| unit["notice"].is_object()).count();
    assert_eq!((status, written), (200, 5), "those with an address: {answer}");
    let (_, list) = world.get("kari", "/v1/standings").await;
    assert_eq!(state_of(&list, "3403")["reminded"], Value::Null);
    assert_eq!(remind(&world, "kari", KEY, &["3403"]).await.0, 200, "the key is still free");
}

#[tokio::test]
async fn a_reminder_is_taken_back_inside_the_window_by_its_sender_or_a_leader() {
    let world = served().await;
    let undo = format!("/v1/notices/{KEY}/undo");
    remind(&world, "kari", KEY, &["3403", "3405"]).await;
    for (who, status) in [("per", 403), ("leser", 403), ("oslo", 404), ("elverum", 403)] {
        assert_eq!(world.post(who, &undo, &json!({})).await.0, status, "{who}");
    }
    let (status, body) = world.post("leder", &undo, &json!({})).await;
    assert_eq!((status, &body["count"]), (200, &json!(2)));
    assert_eq!(world.post("kari", &undo, &json!({})).await.1["kind"], "undo_over", "there is nothing left");
    world.pass(60);
    let (_, list) = world.get("kari", "/v1/standings").await;
    assert_eq!(state_of(&list, "3403")["reminded"], Value::Null);
    assert_eq!(remind(&world, "kari", OTHER_KEY, &["3403"]).await.0, 200, "it was never reminded");
    world.pass(30);
    assert_eq!(world.delivered(1).await.len(), 1);
    let late = format!("/v1/notices/{OTHER_KEY}/undo");
    assert_eq!(world.post("kari", &late, &json!({})).await.1["kind"], "undo_over");
}

#[tokio::test]
async fn a_reminder_reaches_the_screens_of_its_office_and_of_no_other() {
    use statsforvalter::{
        domain::person::Role,
        server::store::{event, sees::Sees},
    };
    let world = served().await;
    remind(&world, "kari", KEY, &["3403"]).await;
    let store = &world.running.store;
    let mut conn = store.read().await.unwrap();
    for (role, office, unit, seen) in [
        (Role::Reviewer, Some("SFIN"), None, 1),
        (Role::Reviewer, Some("SFOBOA"), None, 0),
        (Role::Municipality, None, Some("3403"), 0),
        (Role::Bufdir, None, None, 0),
    ] {
        let sees = Sees::of(&crate::server_world::person("x", role, office, unit)).unwrap();
        let changes = event::after(store, &mut conn, &sees, 0).await.unwrap().changes;
        assert_eq!(changes.len(), seen, "{role:?} {office:?}");
        for change in changes {
            assert_eq!((change.reference, change.unit.map(|unit| unit.to_string())), (None, Some("3403".to_owned())));
        }
    }
}

#[tokio::test]
async fn the_page_of_a_unit_has_its_contact_reports_letters_and_a_sum_only_when_all_members_have_delivered() {
    let world = served().await;
    world.submit("3420").await;
    let page = |world: World| async move {
        let (status, page) = world.get("kari", "/v1/units/3420/page?period=2023H1").await;
        assert_eq!(status, 200, "{page}");
        (world, page)
    };
    let (world, found) = page(world).await;
    assert_eq!(found["row"]["contact"]["leader"], "Leder 3420");
    assert_eq!((&found["reports"][0]["state"], &found["reports"][0]["version"]), (&json!("open"), &json!(1)));
    let together = &found["cooperations"][0];
    assert_eq!((&together["made_up"], &together["members"][1]["state"]), (&json!(true), &json!("missing")));
    assert!(together["sums"].as_array().unwrap().iter().all(|sum| sum["sum"].is_null()), "{together}");
    world.submit("3403").await;
    let (world, found) = page(world).await;
    assert_eq!(found["cooperations"][0]["sums"][0]["sum"], 40, "20 messages in each");
    world.decide("kari", "KHR-2023H1-3420", 1, KEY, &crate::server_world::give_back()).await;
    let (_, found) = page(world).await;
    let letter = &found["letters"][0];
    assert_eq!((&letter["kind"], &letter["about"]), (&json!("return"), &json!("KHR-2023H1-3420")));
    assert_eq!(letter["delivery"], "held");
}

#[tokio::test]
async fn a_report_before_the_opening_day_is_taken_and_marked() {
    let world = World::new().await;
    world.pass(-50 * 24 * 3600);
    let body = serde_json::to_value(submission("3420", "2023H1")).unwrap();
    let (status, received) = world.post("admin", "/v1/reports", &body).await;
    assert_eq!((status, world.now().to_string().as_str()), (201, "2023-06-25T08:42:00Z"), "{received}");
    world.pass(50 * 24 * 3600);
    world.submit("3403").await;
    let (_, list) = world.get("kari", "/v1/tasks").await;
    let badges = |unit: &str| {
        let rows = list["rows"].as_array().unwrap();
        rows.iter().find(|row| row["unit"] == unit).unwrap()["badges"].to_string()
    };
    assert!(badges("3420").contains("early"), "{}", badges("3420"));
    assert!(!badges("3403").contains("early"), "{}", badges("3403"));
}
