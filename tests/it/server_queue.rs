//! The queue and the archive: views, search, order and windows.

use serde_json::{Value, json};
use statsforvalter::domain::person::Role;

use crate::server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, give_back};

const UNITS: [&str; 7] = ["3420", "3403", "3405", "3407", "3411", "3437", "3451"];

async fn filled() -> World {
    let world = World::new().await;
    for unit in UNITS {
        assert_eq!(world.submit(unit).await.0, 201, "{unit}");
        world.pass(60);
    }
    world.apply("ola@elverum.kommune.example").await;
    world
}

fn column(page: &Value, name: &str) -> Vec<String> {
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|row| row[name].as_str().unwrap_or_default().to_owned()).collect()
}

async fn found(world: &World, query: &str) -> Vec<String> {
    let (status, page) = world.get("kari", &format!("/v1/tasks?{query}")).await;
    assert_eq!(status, 200, "{query} {page}");
    column(&page, "unit_name")
}

#[tokio::test]
async fn search_folds_letters_takes_all_words_and_leaves_out_the_unwanted() {
    let world = filled().await;
    for (text, wanted) in [
        ("elv", vec!["Elverum", "Elverum"]),
        ("ELVERUM tlg", vec!["Elverum"]),
        ("elverum !tlg", vec!["Elverum"]),
        ("lillehammer", vec!["Lillehammer"]),
        ("gjovik", vec!["Gjøvik"]),
        ("GJØV", vec!["Gjøvik"]),
        ("gjv", vec!["Gjøvik"]),
        ("jvk", vec![]),
        ("3405", vec!["Lillehammer"]),
        ("soker", vec!["Elverum"]),
        ("osk", vec!["Elverum"]),
        ("%", vec![]),
        ("_", vec![]),
        ("' or 1=1 --", vec![]),
    ] {
        let text = text.replace('%', "%25").replace(' ', "+");
        assert_eq!(found(&world, &format!("text={text}")).await, wanted, "{text}");
    }
}

#[tokio::test]
async fn views_hold_what_they_say_and_counts_do_not_depend_on_the_search() {
    let world = filled().await;
    world.correct("3420").await;
    world.decide("kari", "KHR-2023H1-3403", 1, KEY, &approve()).await;
    assert_eq!(found(&world, "kind=access").await, ["Elverum"]);
    assert_eq!(found(&world, "corrected=true").await, ["Elverum"]);
    assert_eq!(found(&world, "scope=solved").await, ["Hamar"]);
    assert_eq!(found(&world, "scope=all&unit=3403&period=2023h1").await, ["Hamar"]);
    let (_, page) = world.get("kari", "/v1/tasks?text=finnesikke").await;
    assert_eq!((&page["total"], &page["rows"]), (&json!(0), &json!([])));
    let counts = json!({
        "all": 7, "reports": 6, "clean": 1, "findings": 5, "corrected": 1, "access": 1, "solved": 1
    });
    assert_eq!(page["counts"], counts);
}

#[tokio::test]
async fn rows_come_in_the_order_that_is_asked_for_with_the_reference_last() {
    let world = filled().await;
    let names = found(&world, "sort=name&kind=report").await;
    assert_eq!(names, ["Elverum", "Gjøvik", "Hamar", "Lillehammer", "Nord-Aurdal", "Ringsaker", "Sel"]);
    let mut backwards = names.clone();
    backwards.reverse();
    assert_eq!(found(&world, "sort=name&kind=report&descending=true").await, backwards);
    let (_, page) = world.get("kari", "/v1/tasks?sort=version").await;
    let mut references = column(&page, "reference");
    assert!(references.is_sorted(), "{references:?}");
    references = column(&world.get("kari", "/v1/tasks?sort=reference&descending=true").await.1, "reference");
    assert!(references.iter().rev().is_sorted());
    let (_, page) = world.get("kari", "/v1/tasks?sort=deadline").await;
    assert_eq!(page["rows"][0]["kind"], "access", "a week after it came is before the deadline of the reports");
    assert_eq!(page["rows"][1]["reference"], ELVERUM, "of one deadline the one that came first");
}

#[tokio::test]
async fn windows_follow_each_other_without_a_gap() {
    let world = filled().await;
    let mut seen = Vec::new();
    let mut next = Some("limit=3&sort=name".to_owned());
    while let Some(query) = next.take() {
        let (_, page) = world.get("kari", &format!("/v1/tasks?{query}")).await;
        assert_eq!((&page["total"], page["at"].as_u64()), (&json!(8), Some(seen.len() as u64)));
        seen.extend(column(&page, "reference"));
        next = page["next"].as_str().map(|cursor| format!("limit=3&sort=name&cursor={cursor}"));
    }
    assert_eq!(seen.len(), 8);
    let (_, page) = world.get("kari", "/v1/tasks?limit=3&sort=name&around=KHR-2023H1-3437").await;
    assert!(column(&page, "reference").contains(&"KHR-2023H1-3437".to_owned()), "{page}");
    assert!(page["at"].as_u64().unwrap() > 0 && page["previous"].is_string());
    let (_, page) = world.get("kari", "/v1/tasks?limit=3&around=KHR-2023H1-3999").await;
    assert_eq!(page["at"], 0);
    let (_, page) = world.get("kari", "/v1/tasks?limit=3&at=4000000000").await;
    assert_eq!((&page["at"], page["rows"].as_array().unwrap().len()), (&json!(5), 3), "the last window");
}

#[tokio::test]
async fn a_query_that_makes_no_sense_is_told_so() {
    let world = World::new().await;
    for (query, status) in [
        ("cursor=tull", 400),
        ("cursor=r%00", 400),
        ("sort=pris", 400),
        ("limit=-1", 400),
        ("hvem=meg", 400),
        ("period=2023H9", 422),
        ("unit=301", 422),
        ("around=tull", 422),
    ] {
        assert_eq!(world.get("kari", &format!("/v1/tasks?{query}")).await.0, status, "{query}");
    }
    assert_eq!(world.get("kari", "/v1/tasks/tull").await.0, 404);
    assert_eq!(world.get("kari", "/v1/finnes/ikke").await.0, 404);
    assert_eq!(world.post("kari", "/v1/me", &json!({})).await.0, 405);
}

#[tokio::test]
async fn the_archive_shows_the_last_decided_first() {
    let world = filled().await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(60);
    world.decide("kari", "KHR-2023H1-3403", 1, OTHER_KEY, &give_back()).await;
    let (_, page) = world.get("kari", "/v1/archive").await;
    assert_eq!(column(&page, "unit_name"), ["Hamar", "Elverum"]);
    assert_eq!((&page["rows"][0]["decided_by"], &page["rows"][0]["returns"]), (&json!("Navn kari"), &json!(1)));
}

#[tokio::test]
async fn a_case_has_the_figures_of_earlier_periods_and_its_version_as_etag() {
    let world = World::new().await;
    for period in ["2022H1", "2022H2"] {
        let report = serde_json::to_value(crate::server_world::submission("3420", period)).unwrap();
        assert_eq!(world.post("admin", "/v1/reports", &report).await.0, 201);
    }
    world.decide("kari", "KHR-2022H1-3420", 1, KEY, &approve()).await;
    world.pass(30);
    world.submit("3420").await;
    let response = world.ask_get("kari", &format!("/v1/tasks/{}", ELVERUM.to_lowercase())).send().await.unwrap();
    assert_eq!(response.headers()["etag"], "\"v1\"");
    let case: Value = response.json().await.unwrap();
    let earlier = case["earlier"].as_array().unwrap();
    assert_eq!(earlier.len(), 1, "only what is approved");
    assert_eq!((&earlier[0]["period"], &earlier[0]["extensions"]), (&json!("2022H1"), &json!(2)));
    assert_eq!(earlier[0]["breaches"]["count"], 2);
    assert_eq!((&case["break_in_series"], &case["period"]["id"]), (&json!(false), &json!("2023H1")));
}

#[tokio::test]
async fn figures_from_before_a_split_are_not_shown_and_those_of_a_renumbered_unit_are() {
    let world = World::new().await;
    for (unit, period) in [("3005", "2023H1"), ("3301", "2024H1"), ("1580", "2024H1")] {
        let report = serde_json::to_value(crate::server_world::submission(unit, period)).unwrap();
        assert_eq!(world.post("admin", "/v1/reports", &report).await.0, 201, "{unit}");
    }
    world.decide("oslo", "KHR-2023H1-3005", 1, KEY, &approve()).await;
    world.pass(30);
    let (_, drammen) = world.get("oslo", "/v1/tasks/KHR-2024H1-3301").await;
    assert_eq!(drammen["earlier"][0]["unit"], "3005");
    let register = &crate::server_world::REGISTER;
    let unit = register.unit(&"1580".parse().unwrap(), register.period("2024H1").unwrap()).unwrap();
    let reader = crate::server_world::person("more", Role::Reader, Some(unit.office.as_str()), None);
    world.running.store.add_person(&reader, "more").await.unwrap();
    let (_, case) = world.get("more", "/v1/tasks/KHR-2024H1-1580").await;
    assert_eq!((&case["break_in_series"], &case["earlier"]), (&json!(true), &json!([])));
}
