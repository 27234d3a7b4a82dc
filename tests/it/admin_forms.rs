//! Versions of the form and rule packs that an administrator prepares, tries on stored reports and schedules long before their period.

use serde_json::{Value, json};

use crate::{
    admin_reference::{dry, faults, logged, set},
    cli_support::Home,
    server_world::{ELVERUM, KEY, World, approve, submission},
    support::backend::Backend,
};

const OLD: &str = include_str!("../../config/forms/2023.toml");

/// A point that nobody asked before.
const NEW_POINT: &str = r#"
[[section.point]]
key = "fost_nye"
code = "5H"
label = "Barn som flyttet til et nytt fosterhjem"
short = "Nye fosterhjem"
kind = "count"
filled_by = "municipality"
measure = "flow"
status = "in_form"
required = true
confidence = "reconstructed"
source = "prøve"
definition = "Barn som flyttet fra ett fosterhjem til et annet i halvåret."

"#;

/// The form of 2023 without a point and with another one.
pub(crate) fn form() -> String {
    let (before, rest) = OLD.split_once("[[section.point]]\nkey = \"fost_uten_tilsynsperson\"").unwrap();
    let (_, after) = rest.split_once("[[section]]").unwrap();
    let form = format!("{before}{NEW_POINT}[[section]]{after}");
    form.replace("version = \"2023\"", "version = \"2024\"").replacen("from = \"2023H1\"", "from = \"2024H1\"", 1)
}

pub(crate) fn forms(content: &str, from: &str) -> Value {
    json!({ "kind": "forms", "content": content, "from": from })
}

pub(crate) fn rules(content: &str, from: &str) -> Value {
    json!({ "kind": "rules", "content": content, "from": from })
}

/// A pack that goes on with the rules of 2023, without one of them, with one of its own.
pub(crate) const PACK: &str = r#"
version = "2023.9"
form = "2023"
base = "2023.1"
without = ["K41"]

[[rule]]
id = "K95"
severity = "WARNING"
source = "prøve"
confidence = "reconstructed"
words.nb = { title = "Prøve", explain = "Prøve.", check = "Prøve?" }
words.nn = { title = "Prøve", explain = "Prøve.", check = "Prøve?" }
words.en = { title = "Trial", explain = "Trial.", check = "Trial?" }
[[rule.says]]
pattern = "link"
test = { formula = "us_startet <= meld_til_us" }
fires = [{ values = { us_startet = 2, meld_til_us = 1 } }]
silent = [{ values = { us_startet = 1, meld_til_us = 1 } }]
"#;

pub(crate) async fn row(world: &World, kind: &str, name: &str) -> Value {
    let list = world.get("admin", &format!("/v1/admin/reference/{kind}")).await.1;
    list["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).cloned().unwrap_or(Value::Null)
}

/// A report of 2024H1 by the unit of Elverum.
pub(crate) fn report(with_new_point: bool) -> Value {
    let mut report = serde_json::to_value(submission("3420", "2023H1")).unwrap();
    report["period"] = json!("2024H1");
    if with_new_point {
        report["values"].as_object_mut().unwrap().remove("fost_uten_tilsynsperson");
        report["values"]["fost_nye"] = json!(2);
    }
    report
}

#[tokio::test]
async fn a_form_is_scheduled_long_before_its_period_and_is_asked_from_then_on() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    let before = world.case(ELVERUM).await;
    let (status, body) = set(&world, "admin", &forms(&form(), "2024H1")).await;
    assert_eq!(status, 200, "{body}");
    let changes = body["changes"].as_array().unwrap();
    let of = |field: &str| changes.iter().find(|change| change["field"] == field).cloned().unwrap_or(Value::Null);
    assert!(of("fost_uten_tilsynsperson")["after"].is_null() && of("fost_uten_tilsynsperson")["before"].is_string());
    assert_eq!(of("fost_nye")["after"], "5H Barn som flyttet til et nytt fosterhjem *");
    let ended: Vec<&Value> = changes.iter().filter(|change| change["before"] == "2023.2").collect();
    assert_eq!(ended.len(), 1, "the one rule that names the point ends: {ended:?}");
    let scheduled = row(&world, "forms", "2024").await;
    assert_eq!((&scheduled["in_force"], &scheduled["from"]), (&json!("scheduled"), &json!("2024H1")));
    assert_eq!(row(&world, "forms", "2023").await["in_force"], "now");
    assert_eq!(row(&world, "rules", "2023.2+2024").await["in_force"], "scheduled", "no form is without rules");
    assert!(logged(&world).await[0].starts_with("forms 2024: from – > 2024H1; content – > sha256:"));
    // What is stored keeps its form, and its half-year goes on with it.
    assert_eq!(world.case(ELVERUM).await["form"], before["form"]);
    assert_eq!(world.submit("3403").await.0, 201);
    // From its period on it is asked, and only it.
    let (status, body) = world.post("admin", "/v1/reports", &report(false)).await;
    assert_eq!(status, 422, "{body}");
    let (status, body) = world.post("admin", "/v1/reports", &report(true)).await;
    assert_eq!(status, 201, "{body}");
    let case = world.case("KHR-2024H1-3420").await;
    assert_eq!((&case["form"]["version"], &case["review"]["pack"]), (&json!("2024"), &json!("2023.2+2024")));
    // Now reports rest on it.
    let (status, body) = set(&world, "admin", &forms(&form().replace("5H", "5K"), "2024H1")).await;
    assert_eq!((status, faults(&body)), (422, vec!["in_use".to_owned()]));
    assert_eq!(set(&world, "admin", &forms(&form(), "2024H1")).await.1["changed"], false);
}

#[tokio::test]
async fn a_form_is_tried_on_the_stored_reports_of_a_period_before_it_is_set() {
    let world = World::new().await;
    for unit in ["3420", "3403"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    let mut wish = forms(&form(), "2024H1");
    wish["against"] = json!("2023H1");
    let (status, body) = dry(&world, &wish).await;
    assert_eq!(status, 200, "{body}");
    let trial = &body["trial"];
    assert_eq!((&trial["reports"], &trial["refused_count"]), (&json!(2), &json!(2)), "{trial}");
    assert_eq!(
        trial["refused"][0]["why"][0],
        json!({ "code": "missing_point", "point": "5H", "label": "Barn som flyttet til et nytt fosterhjem" })
    );
    assert_eq!(trial["dropped"], json!({ "fost_uten_tilsynsperson": 2 }));
    assert_eq!(row(&world, "forms", "2024").await, Value::Null);

    let mut wish = rules(PACK, "2023H2");
    wish["against"] = json!("2023H1");
    let trial = dry(&world, &wish).await.1["trial"].clone();
    let of = |rule: &str| trial["findings"].as_array().unwrap().iter().find(|one| one["rule"] == rule).cloned();
    assert_eq!(of("K95").unwrap(), json!({ "rule": "K95", "severity": "WARNING", "before": 0, "after": 2 }), "{trial}");
}

#[tokio::test]
async fn a_form_that_cannot_be_right_is_refused_with_every_reason() {
    let world = World::new().await;
    let check = async |content: String, from: &str, what: &str| {
        let (status, body) = dry(&world, &forms(&content, from)).await;
        assert_eq!(status, 422, "{what}: {body}");
        assert!(faults(&body).contains(&what.to_owned()), "{what}: {body}");
    };
    let with = |from: &str, to: &str| {
        let form = form();
        assert!(form.contains(from), "{from}");
        form.replacen(from, to, 1)
    };
    check(with("code = \"5H\"", "koda = \"5H\""), "2024H1", "not_toml").await;
    check(with("code = \"5H\"", "code = \"5A\""), "2024H1", "code_twice").await;
    check(with("code = \"5H\"", "code = \"4H\""), "2024H1", "bad_code").await;
    check(with("key = \"fost_nye\"", "key = \"meld_i_alt\""), "2024H1", "key_twice").await;
    check(with("code = \"5H\"", "code = \"5H\"\nsums_to = \"ukjent\""), "2024H1", "missing_point").await;
    check(with("code = \"5H\"", "code = \"5H\"\nsums_to = \"fost_nye\""), "2024H1", "circle").await;
    check(with("key = \"us_3_6m\"", "key = \"us_3_7m\""), "2024H1", "needed_point").await;
    check(
        with(
            "status = \"in_form\"\nrequired = true\nconfidence = \"reconstructed\"",
            "status = \"unknown\"\nrequired = true\nconfidence = \"reconstructed\"",
        ),
        "2024H1",
        "wrong_required",
    )
    .await;
    check(with("no = 7", "no = 5"), "2024H1", "section_twice").await;
    check(OLD.to_owned(), "2024H1", "built_in").await;
    check(form(), "2023H1", "not_after").await;
    check(with("version = \"2024\"", "version = \"20 24\""), "2024H1", "bad_name").await;
    check(form(), "2099H1", "unknown_period").await;
    // Two forms for one half-year.
    assert_eq!(set(&world, "admin", &forms(&form(), "2024H1")).await.0, 200);
    check(with("version = \"2024\"", "version = \"2024b\""), "2024H1", "not_after").await;
}

#[tokio::test]
async fn a_rule_pack_holds_from_its_period_and_a_decision_keeps_what_the_rules_said() {
    let world = World::new().await;
    for unit in ["3420", "3403"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    let pack = async |reference: &str| {
        let case = world.case(reference).await;
        let rules: Vec<String> = case["review"]["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| finding["rule"].as_str().unwrap().to_owned())
            .collect();
        (case["review"]["pack"].as_str().unwrap().to_owned(), rules.contains(&"K95".to_owned()))
    };
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!(status, 200, "{body}");
    let (status, body) = set(&world, "admin", &rules(PACK, "2023H1")).await;
    assert_eq!(status, 200, "{body}");
    let ended = body["changes"].as_array().unwrap().iter().find(|change| change["field"] == "K41").unwrap().clone();
    assert_eq!((&ended["before"], &ended["after"]), (&json!("2023.1"), &Value::Null));
    assert_eq!(pack("KHR-2023H1-3403").await, ("2023.9".to_owned(), true), "open cases go by it at once");
    assert_eq!(pack(ELVERUM).await, ("2023.1".to_owned(), false), "what was decided stands with what the rules said");
    assert_eq!(set(&world, "admin", &rules(PACK, "2023H1")).await.1["changed"], false);
    // A version must always mean the same rules once something was decided by it.
    let key = "0190a1b2-0000-7000-8000-00000000000a";
    assert_eq!(world.decide("kari", "KHR-2023H1-3403", 1, key, &approve()).await.0, 200);
    let (status, body) = set(&world, "admin", &rules(&PACK.replace("\"K41\"", "\"K40\""), "2023H1")).await;
    assert_eq!((status, faults(&body)), (422, vec!["in_use".to_owned()]));
}

#[tokio::test]
async fn a_rule_pack_that_cannot_be_right_is_refused_with_line_and_reason() {
    let world = World::new().await;
    let check = async |content: String, what: &str, sentence: &str| {
        let (status, body) = dry(&world, &rules(&content, "2023H2")).await;
        assert_eq!((status, faults(&body)), (422, vec![what.to_owned()]), "{body}");
        assert!(body["errors"].to_string().contains(sentence), "{sentence}: {}", body["errors"]);
    };
    let with = |from: &str, to: &str| {
        assert!(PACK.contains(from), "{from}");
        PACK.replacen(from, to, 1)
    };
    check(with("us_startet <= meld_til_us", "us_startet <= meld_ukjent"), "does_not_fit", "meld_ukjent").await;
    check(with("severity", "alvor"), "bad_rules", "Linje ").await;
    check(with("base = \"2023.1\"", "base = \"1999.1\""), "does_not_fit", "1999.1").await;
    check(with("\"K41\"", "\"K999\""), "does_not_fit", "K999").await;
    check(with("us_startet = 2, meld_til_us = 1", "us_startet = 1, meld_til_us = 1"), "bad_example", "K95").await;
    check(with("version = \"2023.9\"", "version = \"2023.1\""), "built_in", "bygd inn").await;
    check(with("form = \"2023\"", "form = \"2022\""), "other_form", "skjema 2023").await;
}

#[test]
fn an_administrator_prepares_a_form_and_rules_from_the_command_line() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    let (file, pack) = (home.file("2024.toml", form()), home.file("rules.toml", PACK));
    let checked = as_admin(&["admin", "forms", "check", &file]);
    assert!(checked.code == 0 && checked.out.contains("Ingenting er endret"), "{}{}", checked.out, checked.err);
    let tried = as_admin(&["admin", "forms", "import", &file, "--from", "2024H1", "--dry-run", "--against", "2023H1"]);
    assert!(tried.out.contains("ville blitt avvist") && tried.out.contains("fost_uten_tilsynsperson"), "{}", tried.out);
    assert_eq!(as_admin(&["admin", "forms", "import", &file, "--from", "2024H1"]).code, 2, "neither yes nor dry run");
    assert_eq!(as_admin(&["admin", "forms", "import", &file, "--from", "2024H1", "--confirm"]).code, 0);
    let listed = as_admin(&["admin", "forms", "list", "--json"]).json();
    let scheduled = listed["rows"].as_array().unwrap().iter().find(|row| row["name"] == "2024").unwrap().clone();
    assert_eq!((&scheduled["in_force"], &scheduled["origin"]), (&json!("scheduled"), &json!("set")));
    // The program that submits goes by the form of the backend, not by the one it was built with.
    let report = home.file("report.json", report(true).to_string());
    let sent = as_admin(&["submit", &report]);
    assert_eq!(sent.code, 0, "{}", sent.err);
    assert_eq!(as_admin(&["admin", "rules", "check", &pack, "--from", "2023H2"]).code, 0);
    assert_eq!(as_admin(&["admin", "rules", "import", &pack, "--from", "2023H2", "--confirm"]).code, 0);
    assert!(as_admin(&["admin", "rules", "list"]).out.contains("2023.9"));
}
