//! Units that an administrator changes from a day on: new ones, new names, other offices, mergers and splits.

use std::{collections::BTreeSet, time::Duration};

use jiff::Timestamp;
use rand::{Rng as _, SeedableRng as _};
use rand_pcg::Pcg64;
use serde_json::{Value, json};
use statsforvalter::{
    domain::person::Role,
    server::{self, seed::Seed},
};

use crate::{
    admin_reference::{dry, faults, logged, set},
    cli_support::Home,
    server_world::{ELVERUM, World, options, person, submission},
    support::backend::Backend,
};

const HEAD: &str = "unit_no;change;name;also;county_no;county;office;reports;predecessors";
/// The first day of the half-year after the one that is reported.
const SOON: &str = "2024-07-01";
/// A moment after that half-year, when it is reported.
const LATER: &str = "2025-01-15T09:00:00Z";

fn borders(from: &str, rows: &[&str]) -> Value {
    let lines: Vec<String> = rows.iter().map(|row| format!("{row}\n")).collect();
    json!({ "kind": "borders", "content": format!("{HEAD}\n{}", lines.concat()), "from": from })
}

/// The units of the country in a period, as number, name and office.
async fn units(world: &World, period: &str) -> Vec<(String, String, String)> {
    let (status, body) = world.get("admin", &format!("/v1/units?period={period}")).await;
    assert_eq!(status, 200, "{body}");
    let text = |unit: &Value, name: &str| unit[name].as_str().unwrap().to_owned();
    body["units"].as_array().unwrap().iter().map(|unit| (text(unit, "no"), text(unit, "name"), office(unit))).collect()
}

fn office(unit: &Value) -> String {
    unit["office"]["id"].as_str().or_else(|| unit["office"].as_str()).unwrap().to_owned()
}

async fn unit(world: &World, no: &str, period: &str) -> Option<(String, String)> {
    let found = units(world, period).await.into_iter().find(|(other, ..)| other == no);
    found.map(|(_, name, office)| (name, office))
}

async fn submit(world: &World, no: &str, period: &str) -> (u16, Value) {
    let mut report = serde_json::to_value(submission(no, "2023H1")).unwrap();
    report["period"] = json!(period);
    world.post("admin", "/v1/reports", &report).await
}

#[tokio::test]
async fn a_new_name_holds_from_the_first_period_after_its_day() {
    let world = World::new().await;
    let wish = borders(SOON, &["3420;set;Elverum og Åmot;Elverum ja Åmot;;;;;"]);
    let (status, body) = dry(&world, &wish).await;
    assert_eq!((status, &body["first"]), (200, &json!("2024H2")), "{body}");
    assert!(body.to_string().contains("Elverum og Åmot (Elverum ja Åmot), 34 Innlandet, SFIN"), "{body}");
    assert_eq!(unit(&world, "3420", "2024H2").await.unwrap().0, "Elverum");
    assert_eq!(set(&world, "admin", &wish).await.0, 200);
    assert_eq!(unit(&world, "3420", "2024H2").await.unwrap().0, "Elverum og Åmot");
    assert_eq!(unit(&world, "3420", "2024H1").await.unwrap().0, "Elverum");
    assert_eq!(set(&world, "admin", &wish).await.1["changed"], false);
    let log = logged(&world).await;
    assert_eq!(log.len(), 1);
    assert!(log[0].starts_with("borders 2024-07-01/3420: ") && log[0].contains("name – > Elverum og Åmot"), "{log:?}");
    let rows = world.get("admin", "/v1/admin/reference/borders").await.1["rows"].clone();
    assert_eq!((&rows[0]["name"], &rows[0]["in_force"]), (&json!("2024-07-01/3420"), &json!("scheduled")));
    // Taken back, it is as it was.
    let (status, body) = set(&world, "admin", &borders(SOON, &["3420;withdraw;;;;;;;"])).await;
    assert_eq!((status, &body["changed"]), (200, &json!(true)), "{body}");
    assert_eq!(unit(&world, "3420", "2024H2").await.unwrap().0, "Elverum");
    assert_eq!(faults(&set(&world, "admin", &borders(SOON, &["3420;withdraw;;;;;;;"])).await.1), ["not_set_from"]);
}

#[tokio::test]
async fn merged_units_become_one_and_their_open_tasks_stay_where_they_are() {
    let world = World::new().await;
    for no in ["3420", "3403"] {
        assert_eq!(world.submit(no).await.0, 201);
    }
    let application = world.apply("ny@kommune.example").await;
    let rows = ["3403;end;;;;;;;", "3420;end;;;;;;;", "3499;set;Hamar-Elverum;;;;;;3403 3420"];
    let (status, body) = dry(&world, &borders(SOON, &rows)).await;
    assert_eq!(status, 200, "{body}");
    let stays = json!([
        { "unit": "3403", "office": "SFIN", "open": 1 },
        { "unit": "3420", "office": "SFIN", "open": 2 },
    ]);
    assert_eq!(body["stays"], stays);
    assert_eq!(set(&world, "admin", &borders(SOON, &rows)).await.0, 200);
    assert_eq!(unit(&world, "3420", "2024H2").await, None);
    assert_eq!(unit(&world, "3499", "2024H2").await, Some(("Hamar-Elverum".to_owned(), "SFIN".to_owned())));
    assert!(unit(&world, "3420", "2024H1").await.is_some());
    // The new unit reports, the old ones not any more; a hint says who has come instead.
    assert_eq!(submit(&world, "3499", "2024H2").await.0, 201);
    let (status, body) = submit(&world, "3420", "2024H2").await;
    assert_eq!(status, 422);
    assert!(body["refusals"].to_string().contains("3499"), "{body}");
    assert_eq!(world.correct("3420").await.0, 201, "an earlier half-year is still corrected");
    let later: Timestamp = LATER.parse().unwrap();
    world.clock.advance(later.duration_since(world.now()));
    for reference in [ELVERUM, "KHR-2023H1-3403", application.as_str()] {
        let (status, case) = world.get("kari", &format!("/v1/tasks/{reference}")).await;
        assert_eq!((status, &case["row"]["state"]), (200, &json!("open")), "{reference}: {case}");
    }
    assert_eq!(world.get("kari", "/v1/tasks").await.1["rows"].as_array().unwrap().len(), 4);
    let new = world.case("KHR-2024H2-3499").await;
    assert_eq!((&new["break_in_series"], &new["earlier"]), (&json!(true), &json!([])), "it is another unit");
}

#[tokio::test]
async fn a_unit_that_only_gets_another_number_goes_on_with_its_figures() {
    let world = World::new().await;
    assert_eq!(submit(&world, "3420", "2024H1").await.0, 201);
    let decision = crate::server_world::approve();
    let approved = world.decide("kari", "KHR-2024H1-3420", 1, crate::server_world::KEY, &decision).await;
    assert_eq!(approved.0, 200, "{}", approved.1);
    world.pass(3600);
    let rows = ["3420;end;;;;;;;", "3498;set;Elverum;;;;;;3420"];
    assert_eq!(set(&world, "admin", &borders(SOON, &rows)).await.0, 200);
    assert_eq!(submit(&world, "3498", "2024H2").await.0, 201);
    let case = world.case("KHR-2024H2-3498").await;
    assert_eq!(case["break_in_series"], false);
    assert_eq!((&case["earlier"][0]["period"], &case["earlier"][0]["unit"]), (&json!("2024H1"), &json!("3420")));
}

#[tokio::test]
async fn a_split_unit_and_its_part_are_other_units_than_before() {
    let world = World::new().await;
    let rows = ["3420;set;;;;;;;3420", "3497;set;Heradsbygd;;;;;;3420"];
    let (status, body) = set(&world, "admin", &borders(SOON, &rows)).await;
    assert_eq!(status, 200, "{body}");
    for no in ["3420", "3497"] {
        assert_eq!(submit(&world, no, "2024H2").await.0, 201, "{no}");
        assert_eq!(world.case(&format!("KHR-2024H2-{no}")).await["break_in_series"], true, "{no}");
    }
}

#[tokio::test]
async fn a_unit_that_goes_to_another_office_reports_there_and_its_earlier_tasks_stay() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let rows = ["3420;set;;;;;SFOBOA;;"];
    assert_eq!(set(&world, "admin", &borders(SOON, &rows)).await.0, 200);
    assert_eq!(submit(&world, "3420", "2024H2").await.0, 201);
    assert_eq!(world.get("oslo", "/v1/tasks/KHR-2024H2-3420").await.0, 200);
    assert_eq!(world.get("kari", "/v1/tasks/KHR-2024H2-3420").await.0, 404);
    assert_eq!(world.get("kari", &format!("/v1/tasks/{ELVERUM}")).await.0, 200);
    assert_eq!(world.get("oslo", &format!("/v1/tasks/{ELVERUM}")).await.0, 404);
}

#[tokio::test]
async fn a_unit_that_cases_rest_on_is_not_taken_away_under_them() {
    let world = World::new().await;
    assert_eq!(submit(&world, "3420", "2024H2").await.0, 201);
    for rows in [&["3420;end;;;;;;;", "3496;set;Ny;;;;;;3420"][..], &["3420;set;;;;;SFOBOA;;"], &["3420;set;;;;;;no;"]]
    {
        let (status, body) = set(&world, "admin", &borders(SOON, rows)).await;
        assert_eq!((status, faults(&body)), (422, vec!["unit_in_use".to_owned()]), "{rows:?}: {body}");
        // After that half-year it can be done.
        let (status, body) = dry(&world, &borders("2025-01-01", rows)).await;
        assert_eq!(status, 200, "{rows:?}: {body}");
    }
    // A case rests on a change, too: that is not taken back under it.
    assert_eq!(
        set(&world, "admin", &borders("2025-01-01", &["3495;set;Ny;;;;;;3403 3420", "3420;end;;;;;;;"])).await.0,
        200
    );
    assert_eq!(submit(&world, "3495", "2025H1").await.0, 201);
    let back = borders("2025-01-01", &["3495;withdraw;;;;;;;", "3420;withdraw;;;;;;;"]);
    assert_eq!(faults(&set(&world, "admin", &back).await.1), ["unit_in_use"]);
}

#[tokio::test]
async fn a_file_of_units_holds_as_a_whole_or_not_at_all_and_every_wrong_row_is_told() {
    let world = World::new().await;
    let check = async |from: &str, rows: &[&str], expected: &[&str]| {
        let (status, body) = set(&world, "admin", &borders(from, rows)).await;
        assert_eq!((status, faults(&body)), (422, expected.iter().map(|one| (*one).to_owned()).collect()), "{body}");
        body["errors"].clone()
    };
    let many = [
        "3420;set;Nytt navn;;;;;;",
        "340;set;X;;;;;;",
        "3403;flytt;;;;;;;",
        "3405;set;;;;;SFXX;;",
        "3407;set;;;;;;kanskje;",
        "9999;end;;;;;;;",
        "3499;set;;;;;;;3403 9998",
        "3420;set;Enda et navn;;;;;;",
    ];
    let wanted = ["unknown_unit", "bad_field", "no_office", "bad_field", "no_unit", "no_unit", "bad_field", "twice"];
    let errors = check(SOON, &many, &wanted).await;
    assert!(errors[0].as_str().unwrap().starts_with("Linje 3: "), "{errors}");
    assert_eq!(unit(&world, "3420", "2024H2").await.unwrap().0, "Elverum", "nothing of the file holds");
    check(SOON, &["3420;end;;;;;;;"], &["no_successor"]).await;
    check("2024-01-01", &["3420;set;X;;;;;;"], &["built_in_borders"]).await;
    check(SOON, &["990101;set;Bydel;;34;;SFIN;;"], &["does_not_fit"]).await;
    check(SOON, &["9901;set;Ny;;;;SFIN;;"], &["bad_field"]).await;
    check(SOON, &[], &["nothing"]).await;
    check(SOON, &["3420;set;X"], &["not_csv"]).await;
    // What was set for a later day must go on to fit.
    assert_eq!(
        set(&world, "admin", &borders("2025-01-01", &["3420;end;;;;;;;", "3496;set;Ny;;;;;;3420"])).await.0,
        200
    );
    check(SOON, &["3420;end;;;;;;;", "3494;set;Ny;;;;;;3420"], &["does_not_fit"]).await;
    for who in ["kari", "leder", "elverum"] {
        assert_eq!(set(&world, who, &borders(SOON, &["3420;set;X;;;;;;"])).await.0, 403, "{who}");
    }
}

#[tokio::test]
async fn new_borders_are_there_after_a_restart_and_in_another_process_within_seconds() {
    let world = World::new().await;
    let mut second = options(&world.dir, &world.clock);
    second.database = world.database.clone();
    second.outbox_worker = false;
    let second = server::start(second).await.unwrap();
    let there = async || -> String {
        let path = format!("{}/v1/units/3420?period=2024H2", second.url);
        let answer = world.client.get(path).bearer_auth("kari").send().await.unwrap();
        answer.json::<Value>().await.unwrap()["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(there().await, "Elverum");
    assert_eq!(set(&world, "admin", &borders(SOON, &["3420;set;Elvrom;;;;;;"])).await.0, 200);
    let known = async {
        while there().await != "Elvrom" {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), known).await.expect("the other process hears of it");
    second.stop().await;
    let World { dir, clock, database, running, client } = world;
    running.stop().await;
    let mut again = options(&dir, &clock);
    again.database = database.clone();
    let running = server::start(again).await.unwrap();
    let world = World { dir, clock, database, running, client };
    assert_eq!(unit(&world, "3420", "2024H2").await.unwrap().0, "Elvrom");
}

#[tokio::test]
async fn whoever_is_logged_in_gets_the_reference_data_that_were_set_but_rules_only_those_who_work_by_them() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &borders(SOON, &["3420;set;Elvrom;;;;;;"])).await.0, 200);
    for (who, rules) in [("kari", true), ("leser", true), ("admin", true), ("elverum", false), ("bufdir", false)] {
        let (status, body) = world.get(who, "/v1/reference").await;
        assert_eq!((status, &body["rules"]), (200, &json!(rules)), "{who}: {body}");
        assert_eq!(body["amendments"][0]["name"], "2024-07-01/3420", "{who}");
    }
    assert_eq!(world.get("", "/v1/reference").await.0, 401);
}

/// A row of a random file: a merger, a split, another office, a name, or an end.
fn random_rows(random: &mut Pcg64, units: &[&str]) -> Vec<String> {
    let offices = ["SFIN", "SFOBOA", "SFRO"];
    let mut rows = Vec::new();
    let new = random.random_range(3480..3499);
    let one = units[random.random_range(0..units.len())];
    let other = units[random.random_range(0..units.len())];
    let office = offices[random.random_range(0..offices.len())];
    match random.random_range(0..4) {
        0 => {
            rows.push(format!("{new};set;Ny {new};;;;{office};;{one} {other}"));
            rows.extend(
                [one, other].into_iter().collect::<BTreeSet<_>>().iter().map(|old| format!("{old};end;;;;;;;")),
            );
        }
        1 => rows.extend([format!("{new};set;Del {new};;;;{office};;{one}"), format!("{one};set;;;;;;;{one}")]),
        2 => rows.push(format!("{one};set;;;;;{office};;")),
        _ => rows.push(format!("{one};set;Navn {new};;;;;;")),
    }
    rows
}

#[tokio::test]
async fn whatever_becomes_of_the_borders_every_open_task_is_seen_by_exactly_one_office() {
    let world = World::new().await;
    let third = person("rogaland", Role::Reviewer, Some("SFRO"), None);
    world.running.store.fill(&Seed { people: vec![(third, "rogaland".to_owned())], ..Seed::default() }).await.unwrap();
    let seed: u64 = std::env::var("SFV_TEST_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(20);
    let mut random = Pcg64::seed_from_u64(seed);
    let units = ["3420", "3403", "3405", "3407", "3411"];
    let days = ["2024-02-01", SOON, "2024-10-01", "2025-01-01"];
    let periods = ["2023H2", "2024H1", "2024H2", "2025H1"];
    let mut references = BTreeSet::new();
    let (mut drawn, mut refused) = (0, 0);
    for step in 0..40 {
        if random.random_bool(0.5) {
            let no = units[random.random_range(0..units.len())];
            let (status, body) = submit(&world, no, periods[random.random_range(0..periods.len())]).await;
            if status == 201 {
                references.insert(body["reference"].as_str().unwrap().to_owned());
            }
        } else {
            let rows = random_rows(&mut random, &units);
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let (status, body) = set(&world, "admin", &borders(days[random.random_range(0..days.len())], &rows)).await;
            assert!(matches!(status, 200 | 422), "seed {seed}, step {step}: {rows:?}: {body}");
            *(if status == 200 { &mut drawn } else { &mut refused }) += 1;
        }
    }
    assert!(drawn > 3 && refused > 0 && references.len() > 3, "{drawn} {refused} {}", references.len());
    for reference in &references {
        let mut offices = 0;
        for who in ["kari", "oslo", "rogaland"] {
            let (status, body) = world.get(who, &format!("/v1/tasks/{reference}")).await;
            assert!(matches!(status, 200 | 404), "seed {seed}: {who} {reference}: {body}");
            let list = world.get(who, "/v1/tasks?limit=200").await.1;
            let listed = list["rows"].as_array().unwrap().iter().any(|row| row["reference"] == **reference);
            assert_eq!(listed, status == 200, "seed {seed}: {who} {reference}");
            offices += usize::from(listed);
        }
        assert_eq!(offices, 1, "seed {seed}: {reference}");
    }
}

#[test]
fn an_administrator_changes_units_and_files_are_checked_by_them_from_the_command_line() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    let file = home.file(
        "enheter.csv",
        format!("{HEAD}\n3403;end;;;;;;;\n3420;end;;;;;;;\n3499;set;Hamar-Elverum;;;;;;3403 3420\n"),
    );
    let change = ["admin", "units", "change", file.as_str(), "--from", SOON];
    assert_eq!(as_admin(&change).code, 2, "neither --confirm nor --dry-run");
    let told = as_admin(&[&change[..], &["--dry-run"]].concat());
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.out.contains("Hamar-Elverum") && told.out.contains("fra og med 2024H2"), "{}", told.out);
    let mut report = serde_json::to_value(submission("3499", "2023H1")).unwrap();
    report["period"] = json!("2024H2");
    let report = home.file("rapport.json", report.to_string());
    let checked = as_admin(&["report", "check", &report]);
    assert_eq!(checked.code, 65, "nobody knows the unit yet: {}", checked.out);
    assert_eq!(as_admin(&[&change[..], &["--confirm"]].concat()).code, 0);
    let checked = as_admin(&["report", "check", &report, "--json"]).json();
    assert_eq!(checked["reports"][0]["unit_name"], "Hamar-Elverum");
    assert_eq!(checked["reference"], json!({ "from": "backend", "address": backend.url, "rules": true }));
    let told = as_admin(&["report", "check", &report]);
    assert!(told.err.contains(&format!("slik {} har dem", backend.url)), "{}", told.err);
    assert_eq!(home.run(&["report", "check", &report]).code, 65, "the built-in data do not have it");
    let explained = as_admin(&["explain", "K12", "--json"]).json();
    assert_eq!(explained["reference"]["from"], "backend");
    assert_eq!(home.run(&["explain", "K12", "--json"]).json()["reference"], json!({ "from": "built_in" }));
    let nobody = home.run(&["--server", "http://127.0.0.1:9", "explain", "K12"]);
    assert!(nobody.code == 0 && nobody.err.contains("de innebygde"), "{}", nobody.err);
    let set = ["admin", "units", "set", "3405", "--from", SOON, "--name", "Lillehammer; ny", "--confirm"];
    let set = as_admin(&set);
    assert_eq!(set.code, 0, "{}", set.err);
    let listed = as_admin(&["admin", "units", "borders"]);
    assert!(listed.out.contains("2024-07-01/3405") && listed.out.contains("Lillehammer; ny"), "{}", listed.out);
    assert_eq!(as_admin(&["admin", "units", "set", "3405", "--from", SOON, "--withdraw", "--confirm"]).code, 0);
    assert_eq!(backend.run(&home, &[&change[..], &["--confirm"]].concat()).code, 77, "not a reviewer");
}
