//! The extension counts of many reports at the backend: one request to read, one to keep, a result for each.

use serde_json::{Value, json};

use crate::server_world::{ELVERUM, KEY, Outcome, World, approve, codes, kinds};

const HAMAR: &str = "KHR-2023H1-3403";

/// A world with open reports of some units.
async fn world(units: &[&str]) -> World {
    let world = World::new().await;
    for unit in units {
        assert_eq!(world.submit(unit).await.0, 201, "{unit}");
    }
    world
}

async fn ask(world: &World, who: &str, references: &[&str]) -> Outcome {
    world.post(who, "/v1/counts/query", &json!({ "references": references })).await
}

async fn keep(world: &World, who: &str, counts: Value) -> Outcome {
    world.put(who, "/v1/drafts/extensions", &json!({ "counts": counts })).await
}

fn item(reference: &str, version: u32, count: impl Into<Value>) -> Value {
    json!({ "reference": reference, "version": version, "count": count.into() })
}

/// The outcomes in their order.
fn outcomes(body: &Value) -> Vec<&str> {
    body["results"].as_array().unwrap().iter().map(|result| result["outcome"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn one_request_gives_what_the_counts_of_all_reports_are_judged_by_in_the_order_that_was_asked_for() {
    let world = world(&["3420", "3403", "3405"]).await;
    let access = world.apply("ola@elverum.kommune.example").await;
    keep(&world, "kari", json!([item(HAMAR, 1, 2)])).await;
    let (status, page) = ask(&world, "kari", &[HAMAR, ELVERUM, &access, "KHR-2023H1-9999"]).await;
    assert_eq!((status, page["rows"].as_array().unwrap().len()), (200, 2), "{page}");
    let row = &page["rows"][0];
    assert_eq!((&row["reference"], &row["unit_name"], &row["version"]), (&json!(HAMAR), &json!("Hamar"), &json!(1)));
    assert_eq!((&row["three_to_six"], &row["over_six"], &row["ended"]), (&json!(3), &json!(1), &json!(10)));
    assert_eq!((&row["rule"], &row["state"]), (&json!("required"), &json!("open")));
    assert_eq!((&row["draft"]["extensions"], &row["draft"]["name"]), (&json!("2"), &json!("Navn kari")));
    assert_eq!(page["rows"][1]["reference"], ELVERUM);
    assert_eq!(page["rows"][1]["draft"], Value::Null);
    let by_query = json!({ "query": { "sort": "name", "descending": true } });
    let (_, page) = world.post("leser", "/v1/counts/query", &by_query).await;
    let names: Vec<&str> =
        page["rows"].as_array().unwrap().iter().filter_map(|row| row["unit_name"].as_str()).collect();
    assert_eq!((names, &page["total"]), (vec!["Lillehammer", "Hamar", "Elverum"], &json!(3)));
}

#[tokio::test]
async fn two_hundred_and_more_references_are_one_request_and_more_than_a_thousand_are_refused() {
    let world = world(&["3420"]).await;
    let many: Vec<String> = (0..999).map(|number| format!("KHR-2023H1-{number:04}")).collect();
    let mut many: Vec<&str> = many.iter().map(String::as_str).collect();
    many.push(ELVERUM);
    let (status, page) = ask(&world, "kari", &many).await;
    assert_eq!((status, page["rows"].as_array().unwrap().len()), (200, 1));
    many.push(HAMAR);
    let (status, body) = ask(&world, "kari", &many).await;
    assert_eq!((status, codes(&body)), (422, vec!["bad_field"]));
    let counts: Vec<Value> = many.iter().map(|reference| item(reference, 1, 0)).collect();
    let (status, body) = keep(&world, "kari", json!(counts)).await;
    assert_eq!((status, codes(&body)), (422, vec!["bad_field"]));
}

#[tokio::test]
async fn each_count_has_its_own_result_and_what_is_wrong_with_one_stops_no_other() {
    let world = world(&["3420", "3403", "3405", "3407", "3411"]).await;
    assert_eq!(world.decide("kari", "KHR-2023H1-3405", 1, KEY, &approve()).await.0, 200);
    let draft = json!({ "version": 1, "extensions": "", "comment": "Ringer i morgen." });
    assert_eq!(world.put("per", "/v1/tasks/KHR-2023H1-3407/draft", &draft).await.0, 200);
    let counts = json!([
        item(ELVERUM, 1, 3),
        item(HAMAR, 1, 4),
        item("KHR-2023H1-3405", 1, 1),
        item("KHR-2023H1-3407", 1, 1),
        item("KHR-2023H1-3411", 2, 1),
        item("KHR-2023H1-0301", 1, 1),
        item("KHR-2023H1-3411", 1, Value::Null),
    ]);
    let (status, body) = keep(&world, "kari", counts).await;
    assert_eq!(status, 200, "{body}");
    let expected = ["saved", "refused", "solved", "colleagues_draft", "newer_version", "not_found", "saved"];
    assert_eq!(outcomes(&body), expected, "{body}");
    let results = body["results"].as_array().unwrap();
    assert_eq!(results[1]["refusals"], json!([{ "code": "extensions_above_reported", "given": 4, "reported": 3 }]));
    assert_eq!((&results[2]["by"], &results[2]["state"]), (&json!("Navn kari"), &json!("approved")));
    assert_eq!((&results[3]["name"], &results[4]["version"]), (&json!("Navn per"), &json!(1)));
    assert_eq!(world.case(ELVERUM).await["draft"]["extensions"], "3");
    for untouched in [HAMAR, "KHR-2023H1-3411"] {
        assert_eq!(world.case(untouched).await["draft"], Value::Null, "{untouched}");
    }
    let kept = world.case("KHR-2023H1-3407").await;
    assert_eq!((&kept["draft"]["extensions"], &kept["draft"]["person"]), (&json!(""), &json!("per")));
}

#[tokio::test]
async fn a_count_changes_nothing_else_in_a_draft_and_an_empty_one_takes_it_out() {
    let world = world(&["3420"]).await;
    let draft = json!({ "version": 1, "extensions": "1", "comment": "Se 2E.", "seen": [1, 2],
        "notes": { "us_3_6m": "sjekket" }, "bookmarks": ["us_avsl"] });
    world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await;
    for (count, typed) in [(json!(3), "3"), (Value::Null, "")] {
        let (_, body) = keep(&world, "kari", json!([item(ELVERUM, 1, count)])).await;
        assert_eq!(outcomes(&body), ["saved"]);
        let kept = world.case(ELVERUM).await["draft"].clone();
        assert_eq!(kept["extensions"], typed);
        for part in ["comment", "seen", "notes", "bookmarks"] {
            assert_eq!(kept[part], draft[part], "{part}");
        }
    }
    assert_eq!(kinds(&world.case(ELVERUM).await), ["submitted", "saved"], "one line of the log, however often");
}

#[tokio::test]
async fn a_colleague_s_draft_is_taken_over_only_when_that_is_asked_for_and_keeps_its_words() {
    let world = world(&["3420"]).await;
    let draft = json!({ "version": 1, "extensions": "1", "comment": "Ringer i morgen." });
    world.put("per", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await;
    let (_, body) = keep(&world, "kari", json!([item(ELVERUM, 1, 2)])).await;
    assert_eq!(outcomes(&body), ["colleagues_draft"]);
    let mut taken = item(ELVERUM, 1, 2);
    taken["take_over"] = json!(true);
    let (_, body) = keep(&world, "kari", json!([taken])).await;
    assert_eq!(outcomes(&body), ["saved"]);
    let kept = world.case(ELVERUM).await["draft"].clone();
    assert_eq!(
        (&kept["extensions"], &kept["person"], &kept["comment"]),
        (&json!("2"), &json!("kari"), &json!("Ringer i morgen."))
    );
}

#[tokio::test]
async fn counts_are_read_inside_the_office_and_kept_by_those_who_decide() {
    let world = world(&["3420"]).await;
    for (who, reads, keeps) in [
        ("kari", 200, 200),
        ("leder", 200, 200),
        ("leser", 200, 403),
        ("oslo", 200, 200),
        ("elverum", 403, 403),
        ("bufdir", 403, 403),
        ("admin", 403, 403),
        ("", 401, 401),
    ] {
        let (status, page) = ask(&world, who, &[ELVERUM]).await;
        assert_eq!(status, reads, "{who}");
        let (status, body) = keep(&world, who, json!([item(ELVERUM, 1, Value::Null)])).await;
        assert_eq!(status, keeps, "{who}");
        if who == "oslo" {
            assert_eq!((&page["rows"], outcomes(&body)), (&json!([]), vec!["not_found"]), "another office's report");
        }
    }
}
