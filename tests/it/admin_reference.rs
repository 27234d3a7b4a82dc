//! Reference data that an administrator sets over the API: periods with their dates, and what point 7A is for units that type the form
//! from a new case system.

use std::time::Duration;

use serde_json::{Value, json};
use statsforvalter::server;

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, Outcome, World, approve, codes, options},
    support::backend::Backend,
};

pub(crate) const REFERENCE: &str = "/v1/admin/reference";

/// A file with the first half-year of 2024 and published dates.
pub(crate) const PUBLISHED: &str = r#"
[[period]]
id = "2024H1"
name = "2024 1. halvår"
name_long = "1. halvår 2024"
from = "2024-01-01"
to = "2024-06-30"
form = "2023"
opens = "2024-07-02"
unit_deadline = "2024-08-23"
office_deadline = "2024-09-02"
assumed = false
source = "brev om frister for 1. halvår 2024"
previous = "2023H2"
same_last_year = "2023H1"
"#;

pub(crate) async fn set(world: &World, who: &str, wish: &Value) -> Outcome {
    world.put(who, REFERENCE, &json!({ "set": wish })).await
}

pub(crate) async fn dry(world: &World, wish: &Value) -> Outcome {
    world.put("admin", REFERENCE, &json!({ "set": wish, "dry_run": true })).await
}

/// What is wrong, with the kinds of the faults and all sentences.
pub(crate) fn faults(body: &Value) -> Vec<String> {
    let plain = |refusal: &Value| {
        let refusal = if refusal["code"] == "in_row" { &refusal["why"] } else { refusal };
        refusal["fault"]["what"].as_str().unwrap_or_else(|| refusal["code"].as_str().unwrap()).to_owned()
    };
    body["refusals"].as_array().unwrap_or_else(|| panic!("{body}")).iter().map(plain).collect()
}

/// What the log has of reference data.
pub(crate) async fn logged(world: &World) -> Vec<String> {
    let mut conn = world.beside().await;
    let rows = sqlx::query("select text from event where kind = 'reference_changed' order by seq");
    rows.fetch_all(&mut conn).await.unwrap().iter().map(|row| sqlx::Row::get(row, "text")).collect()
}

pub(crate) fn periods(content: &str) -> Value {
    json!({ "kind": "periods", "content": content })
}

pub(crate) fn count(rule: &str) -> Value {
    json!({ "kind": "counts", "period": "2023H1", "rule": rule, "why": "Avtalt med direktoratet.", "letter": "2023/7-1" })
}

pub(crate) async fn period(world: &World, id: &str) -> Value {
    let list = world.get("kari", "/v1/periods").await.1;
    list["periods"].as_array().unwrap().iter().find(|period| period["id"] == id).cloned().unwrap_or(Value::Null)
}

/// Elverum types the form from a new case system, and its report is in.
async fn on_a_new_system(world: &World) {
    let step = json!({ "status": "new_not_approved", "from": "2023-08-07" });
    assert_eq!(world.put("admin", "/v1/admin/units/3420/channel", &step).await.0, 200);
    assert_eq!(world.submit("3420").await.0, 201);
}

#[tokio::test]
async fn only_an_administrator_sets_reference_data() {
    let world = World::new().await;
    for who in ["kari", "leder", "leser", "elverum", "bufdir"] {
        assert_eq!(set(&world, who, &periods(PUBLISHED)).await.0, 403, "{who}");
        assert_eq!(world.get(who, "/v1/admin/reference/periods").await.0, 403, "{who}");
    }
    assert_eq!(set(&world, "", &periods(PUBLISHED)).await.0, 401);
    assert_eq!(world.get("admin", "/v1/admin/reference/moons").await.0, 404);
}

#[tokio::test]
async fn published_dates_take_the_place_of_assumed_ones_with_before_and_after_in_the_log() {
    let world = World::new().await;
    let assumed = period(&world, "2024H1").await;
    assert_eq!(assumed["assumed"], true);
    let (status, body) = dry(&world, &periods(PUBLISHED)).await;
    assert_eq!((status, &body["changed"], &body["dry_run"]), (200, &json!(true), &json!(true)), "{body}");
    assert_eq!(period(&world, "2024H1").await, assumed, "a dry run changes nothing");
    assert_eq!(logged(&world).await, Vec::<String>::new());

    let (status, body) = set(&world, "admin", &periods(PUBLISHED)).await;
    assert_eq!(status, 200, "{body}");
    let published = period(&world, "2024H1").await;
    assert_eq!((&published["assumed"], &published["unit_deadline"]), (&json!(false), &json!("2024-08-23")));
    let log = logged(&world).await;
    assert_eq!(log.len(), 1);
    for told in ["periods 2024H1: ", "assumed true > false", "unit_deadline 2024-08-19 > 2024-08-23"] {
        assert!(log[0].contains(told), "{told}: {log:?}");
    }
    assert_eq!(set(&world, "admin", &periods(PUBLISHED)).await.1["changed"], false, "the same once more");
    assert_eq!(logged(&world).await.len(), 1);
    let rows = world.get("admin", "/v1/admin/reference/periods").await.1["rows"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["name"] == "2024H1").unwrap().clone();
    assert_eq!(
        (&row["origin"], &row["in_force"], &row["by"]),
        (&json!("set"), &json!("scheduled"), &json!("Navn admin"))
    );
    let verified = world.get("admin", "/v1/audit/verify").await.1;
    assert_eq!(verified["breaks"], json!([]), "{verified}");
}

#[tokio::test]
async fn what_was_set_is_there_after_a_restart() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &periods(PUBLISHED)).await.0, 200);
    let World { dir, clock, database, running, client } = world;
    running.stop().await;
    let mut again = options(&dir, &clock);
    again.database = database.clone();
    let running = server::start(again).await.unwrap();
    let world = World { dir, clock, database, running, client };
    assert_eq!(period(&world, "2024H1").await["office_deadline"], "2024-09-02");
}

#[tokio::test]
async fn periods_out_of_order_or_overlapping_or_in_use_are_refused_by_name() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let with = |change: &[(&str, &str)]| {
        change.iter().fold(PUBLISHED.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        })
    };
    let check = async |content: String, what: &str, sentence: &str| {
        let (status, body) = set(&world, "admin", &periods(&content)).await;
        assert_eq!(status, 422, "{what}: {body}");
        assert!(faults(&body).contains(&what.to_owned()), "{what}: {body}");
        assert!(body["errors"].to_string().contains(sentence), "{sentence}: {}", body["errors"]);
    };
    check(with(&[("to = \"2024-06-30\"", "to = \"2024-07-01\"")]), "overlap", "2024H1: Dagene overlapper 2024H2").await;
    check(with(&[("id = \"2024H1\"", "id = \"2024H9\"")]), "overlap", "2024H9: Dagene overlapper 2024H1").await;
    check(with(&[("unit_deadline = \"2024-08-23\"", "unit_deadline = \"2024-09-23\"")]), "dates", "rekkefølge").await;
    check(with(&[("source = \"brev om frister for 1. halvår 2024\"\n", "")]), "no_source", "(source)").await;
    check(with(&[("form = \"2023\"", "form = \"2031\"")]), "no_form", "Skjema 2031 finnes ikke").await;
    check(with(&[("previous = \"2023H2\"", "previous = \"2024H2\"")]), "no_period", "2024H2 finnes ikke").await;
    check(with(&[("assumed", "anslått")]), "not_toml", "Linje ").await;
    check(String::new(), "nothing", "[[period]]").await;
    check(format!("{PUBLISHED}{PUBLISHED}"), "twice", "to ganger").await;
    let earlier = [
        ("id = \"2024H1\"", "id = \"2017H9\""),
        ("from = \"2024-01-01\"", "from = \"2031-01-01\""),
        ("to = \"2024-06-30\"", "to = \"2031-06-30\""),
        ("opens = \"2024-07-02\"", "opens = \"2031-07-02\""),
        ("unit_deadline = \"2024-08-23\"", "unit_deadline = \"2031-08-23\""),
        ("office_deadline = \"2024-09-02\"", "office_deadline = \"2031-09-02\""),
    ];
    check(with(&earlier), "order", "står før etter navnet").await;
    let in_use = period(&world, "2023H1").await;
    let toml = toml::to_string(&in_use).unwrap().replace("2023-07-03", "2023-07-04");
    check(format!("[[period]]\n{toml}"), "field_in_use", "2023H1: «opens» kan ikke endres: én rapport").await;
    assert_eq!(logged(&world).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_new_half_year_is_reported_as_soon_as_it_is_set() {
    let world = World::new().await;
    let far = PUBLISHED
        .replace("2024H1", "2031H1")
        .replace("\"2024", "\"2031")
        .replace("previous = \"2023H2\"\nsame_last_year = \"2023H1\"\n", "");
    assert_eq!(period(&world, "2031H1").await, Value::Null);
    assert_eq!(set(&world, "admin", &periods(&far)).await.0, 200);
    let mut report = serde_json::to_value(crate::server_world::submission("3420", "2023H1")).unwrap();
    report["period"] = json!("2031H1");
    let (status, body) = world.post("admin", "/v1/reports", &report).await;
    assert_eq!((status, &body["reference"]), (201, &json!("KHR-2031H1-3420")), "{body}");
}

/// Approves the report of Elverum with and without a count, after the rule was set for an open case.
async fn judged_by(rule: &str, without: (u16, &str), with: (u16, &str)) {
    let world = World::new().await;
    on_a_new_system(&world).await;
    let draft = json!({ "comment": "Et utkast.", "extensions": "2" });
    assert_eq!(world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await.0, 200);
    let (status, body) = set(&world, "admin", &count(rule)).await;
    assert_eq!(status, 200, "{body}");
    let case = world.case(ELVERUM).await;
    let unit = &case["unit"];
    assert_eq!(
        (&unit["extension_rule"], &unit["extension_why"], &unit["extension_letter"]),
        (&json!(rule), &json!("Avtalt med direktoratet."), &json!("2023/7-1")),
        "the rule is shown with its reason"
    );
    assert_eq!(case["draft"]["extensions"], "2", "the draft is kept");
    for (decision, expected) in [(json!({ "kind": "approve" }), without), (approve(), with)] {
        let (status, body) = world.step("kari", ELVERUM, "continue", 1, &json!({ "decision": decision })).await;
        let code = if status == 422 { codes(&body).join(",") } else { String::new() };
        assert_eq!((status, code.as_str()), expected, "{decision}: {body}");
    }
    // Units on an old case system are not touched by it.
    assert_eq!(world.get("kari", "/v1/units/3403").await.1["extension_rule"], "required");
}

#[tokio::test]
async fn a_count_that_is_set_as_required_must_be_given_for_a_new_system_too() {
    judged_by("required", (422, "extensions_missing"), (200, "")).await;
}

#[tokio::test]
async fn a_count_that_is_set_as_optional_may_be_given_for_a_new_system() {
    judged_by("optional", (200, ""), (200, "")).await;
}

#[tokio::test]
async fn a_count_that_is_set_as_forbidden_is_refused_for_a_new_system() {
    judged_by("forbidden", (200, ""), (422, "extensions_forbidden")).await;
}

#[tokio::test]
async fn the_rule_of_the_count_is_optional_with_a_notice_until_it_is_set_and_again_when_that_is_taken_back() {
    let world = World::new().await;
    on_a_new_system(&world).await;
    let rule = async |period: &str| {
        let unit = world.get("kari", &format!("/v1/units/3420?period={period}")).await.1;
        (unit["extension_rule"].as_str().unwrap().to_owned(), unit["extension_why"].as_str().unwrap().to_owned())
    };
    let default = rule("2023H1").await;
    assert_eq!(default.0, "optional");
    assert!(default.1.contains("beskjed om hver beslutning"), "{default:?}");
    let mut silent = count("required");
    silent["why"] = json!(" ");
    let (status, body) = set(&world, "admin", &silent).await;
    assert_eq!(
        (status, faults(&body)),
        (422, vec!["no_reason".to_owned()]),
        "nobody is told a rule without its reason"
    );
    assert_eq!(set(&world, "admin", &count("required")).await.0, 200);
    assert_eq!(rule("2023H1").await.0, "required");
    assert_eq!(rule("2023H2").await, default, "the next half-year keeps its own");
    assert_eq!(set(&world, "admin", &json!({ "kind": "counts", "period": "2023H1" })).await.1["changed"], true);
    assert_eq!(rule("2023H1").await, default);
    assert_eq!(logged(&world).await.len(), 2);
    // Only now is the decision stored, by the rule that holds then.
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &json!({ "kind": "approve" })).await;
    assert_eq!(status, 200, "{body}");
}

#[tokio::test]
async fn another_process_goes_by_what_was_set_within_seconds() {
    let world = World::new().await;
    let mut second = options(&world.dir, &world.clock);
    second.database = world.database.clone();
    second.outbox_worker = false;
    let second = server::start(second).await.unwrap();
    let there = async || {
        let answer = world.client.get(format!("{}/v1/periods", second.url)).bearer_auth("kari").send().await.unwrap();
        let list: Value = answer.json().await.unwrap();
        let found = list["periods"].as_array().unwrap().iter().find(|period| period["id"] == "2024H1").cloned();
        found.unwrap()["unit_deadline"].as_str().unwrap().to_owned()
    };
    assert_eq!(there().await, "2024-08-19");
    assert_eq!(set(&world, "admin", &periods(PUBLISHED)).await.0, 200);
    let known = async {
        while there().await != "2024-08-23" {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), known).await.expect("the other process hears of it");
    second.stop().await;
}

pub(crate) fn units(content: &str) -> Value {
    json!({ "kind": "units", "content": content, "from": "2023-08-01" })
}

#[tokio::test]
async fn the_written_language_of_a_unit_is_corrected_and_marked_as_official_or_assumed() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let language = async || world.case(ELVERUM).await["unit"]["language"].clone();
    assert_eq!(language().await["assumed"], true);
    let (status, body) = set(&world, "admin", &units("unit_no;language;official\n3420;nn;yes\n0301;nb;no\n")).await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(language().await, json!({ "value": "nn", "assumed": false }));
    assert_eq!(world.case(ELVERUM).await["letter"]["language"], json!({ "value": "nn", "assumed": false }));
    let log = logged(&world).await;
    assert_eq!(log[0], "units 3420: language – > nn; official – > true");
    assert_eq!(set(&world, "admin", &units("unit_no;language;official\n3420;nn;yes\n")).await.1["changed"], false);
    let rows = world.get("admin", "/v1/admin/reference/units").await.1["rows"].clone();
    assert_eq!((&rows[0]["name"], &rows[0]["from"]), (&json!("0301"), &json!("2023-08-01")), "the zero is kept");
    // Every row that is wrong is told with its line.
    let wrong =
        "unit_no;language;official\n301;nb;yes\n9999;nb;yes\n3403;da;yes\n3403;nb;kanskje\n3401;nb;ja\n3401;nn;ja\n";
    let (status, body) = set(&world, "admin", &units(wrong)).await;
    assert_eq!(
        (status, faults(&body)),
        (422, ["unknown_unit", "unknown_unit", "bad_field", "bad_field", "twice"].map(str::to_owned).to_vec())
    );
    assert!(
        body["errors"][0].as_str().unwrap().starts_with("Linje 2: ") && body["errors"][0].to_string().contains("0301")
    );
    let ahead = json!({ "kind": "units", "content": "unit_no;language;official\n3420;nb;no\n", "from": "2023-09-01" });
    assert_eq!(faults(&set(&world, "admin", &ahead).await.1), ["day_ahead"]);
}

#[tokio::test]
async fn what_is_said_of_an_office_is_set_but_not_which_counties_it_has() {
    let world = World::new().await;
    let list = world.get("kari", "/v1/offices").await.1;
    let mut office = list["offices"].as_array().unwrap().iter().find(|one| one["id"] == "SFIN").unwrap().clone();
    office["short"] = json!("Innlandet fylke");
    office["language"] = json!("nn");
    let wish = |office: &Value| json!({ "kind": "offices", "content": format!("[[office]]\n{}", toml::to_string(office).unwrap()) });
    let (status, body) = set(&world, "admin", &wish(&office)).await;
    assert_eq!(status, 200, "{body}");
    let list = world.get("kari", "/v1/offices").await.1;
    assert!(list.to_string().contains("Innlandet fylke"));
    assert_eq!(world.get("kari", "/v1/units/3420").await.1["language"], json!({ "value": "nn", "assumed": true }));
    assert_eq!(logged(&world).await[0], "offices SFIN: language nb > nn; short Innlandet > Innlandet fylke");
    office["counties_2024"] = json!(["03"]);
    office["org_no"] = json!("12");
    office["name_2024"] = json!(" ");
    let (status, body) = set(&world, "admin", &wish(&office)).await;
    assert_eq!(
        (status, faults(&body)),
        (422, ["bad_field", "bad_field", "counties"].map(str::to_owned).to_vec()),
        "{body}"
    );
    office["id"] = json!("SFXX");
    assert_eq!(faults(&set(&world, "admin", &wish(&office)).await.1), ["no_office"]);
}

#[test]
fn an_administrator_sets_periods_and_counts_from_the_command_line() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    let file = home.file("periods.toml", PUBLISHED);
    let listed = as_admin(&["admin", "periods", "list"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    assert!(listed.out.contains("2024H1") && listed.out.contains("innebygd"), "{}", listed.out);
    assert_eq!(as_admin(&["admin", "periods", "set", &file]).code, 2, "neither --confirm nor --dry-run");
    let told = as_admin(&["admin", "periods", "set", &file, "--dry-run"]);
    assert!(told.out.contains("2024-08-19 → 2024-08-23"), "{}{}", told.out, told.err);
    let done = as_admin(&["admin", "periods", "set", &file, "--confirm", "--json"]).json();
    assert_eq!((&done["schema"], &done["changed"]), (&json!("sfv.reference-set/1"), &json!(true)));
    assert!(as_admin(&["admin", "periods", "list"]).out.contains("satt av"));
    let bad = home.file("bad.toml", PUBLISHED.replace("2024-06-30", "2024-12-30"));
    let refused = as_admin(&["admin", "periods", "set", &bad, "--confirm"]);
    assert_eq!(refused.code, 65, "{}", refused.err);
    assert!(refused.err.contains("Linje 2: 2024H1: Dagene overlapper 2024H2"), "{}", refused.err);
    let rule = ["admin", "periods", "count", "2023H1", "--set", "required", "--why", "Prøve.", "--confirm"];
    assert_eq!(as_admin(&rule).code, 0);
    assert!(as_admin(&["admin", "periods", "counts"]).out.contains("Prøve."));
    assert_eq!(backend.run(&home, &["admin", "periods", "set", &file, "--confirm"]).code, 77, "not a reviewer");
}
