//! Taking back a period, a form or a rule pack that nothing rests on.

use serde_json::{Value, json};

use crate::{
    admin_forms::{PACK, form, forms, report, row, rules},
    admin_reference::{PUBLISHED, dry, faults, logged, period, periods, set},
    cli_support::Home,
    server_world::{ELVERUM, KEY, World, approve, submission},
    support::backend::Backend,
};

/// A half-year that is not built in.
fn far() -> String {
    PUBLISHED
        .replace("2024H1", "2031H1")
        .replace("\"2024", "\"2031")
        .replace("previous = \"2023H2\"\nsame_last_year = \"2023H1\"\n", "")
}

fn withdraw(of: &str, name: &str) -> Value {
    json!({ "kind": "withdraw", "of": of, "name": name })
}

async fn refused(world: &World, of: &str, name: &str, why: &str) {
    let (status, body) = set(world, "admin", &withdraw(of, name)).await;
    assert_eq!((status, faults(&body)), (422, vec![why.to_owned()]), "{of} {name}: {body}");
}

#[tokio::test]
async fn a_period_that_nothing_rests_on_is_withdrawn_and_the_built_in_dates_hold_again() {
    let world = World::new().await;
    let assumed = period(&world, "2024H1").await;
    assert_eq!(set(&world, "admin", &periods(PUBLISHED)).await.0, 200);
    assert_eq!(set(&world, "admin", &periods(&far())).await.0, 200);
    for who in ["kari", "leder", "elverum"] {
        assert_eq!(set(&world, who, &withdraw("periods", "2031H1")).await.0, 403, "{who}");
    }
    let (status, body) = dry(&world, &withdraw("periods", "2031H1")).await;
    assert_eq!((status, &body["changed"], &body["kind"]), (200, &json!(true), &json!("periods")), "{body}");
    assert_ne!(period(&world, "2031H1").await, Value::Null, "a dry run changes nothing");
    for name in ["2031H1", "2024H1"] {
        let (status, body) = set(&world, "admin", &withdraw("periods", name)).await;
        assert_eq!((status, &body["changed"]), (200, &json!(true)), "{body}");
    }
    assert_eq!(period(&world, "2031H1").await, Value::Null);
    assert_eq!(period(&world, "2024H1").await, assumed);
    let log = logged(&world).await;
    assert!(log[2].starts_with("periods 2031H1: withdrawn 2031-01-01 > –; content sha256:"), "{log:?}");
    refused(&world, "periods", "2031H1", "not_set").await;
    refused(&world, "periods", "2023H1", "not_set").await;
    assert_eq!(world.get("admin", "/v1/audit/verify").await.1["breaks"], json!([]));
    // It can be set once more.
    assert_eq!(set(&world, "admin", &periods(&far())).await.1["changed"], true);
}

#[tokio::test]
async fn a_period_that_something_rests_on_is_not_withdrawn() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &periods(&far())).await.0, 200);
    let rule = json!({ "kind": "counts", "period": "2031H1", "rule": "required", "why": "Prøve." });
    assert_eq!(set(&world, "admin", &rule).await.0, 200);
    refused(&world, "periods", "2031H1", "named_by").await;
    assert_eq!(set(&world, "admin", &json!({ "kind": "counts", "period": "2031H1" })).await.0, 200);
    assert_eq!(dry(&world, &withdraw("periods", "2031H1")).await.0, 200);
    let mut later = serde_json::to_value(submission("3420", "2023H1")).unwrap();
    later["period"] = json!("2031H1");
    assert_eq!(world.post("admin", "/v1/reports", &later).await.0, 201);
    refused(&world, "periods", "2031H1", "in_use").await;
}

#[tokio::test]
async fn a_form_is_withdrawn_as_long_as_no_report_and_no_rule_pack_rests_on_it() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &forms(&form(), "2024H1")).await.0, 200);
    let own =
        PACK.replace("version = \"2023.9\"", "version = \"2024.1\"").replace("form = \"2023\"", "form = \"2024\"");
    let (status, body) = set(&world, "admin", &rules(&own, "2024H1")).await;
    assert_eq!(status, 200, "{body}");
    refused(&world, "forms", "2024", "named_by").await;
    assert_eq!(set(&world, "admin", &withdraw("rules", "2024.1")).await.0, 200);
    let (status, body) = set(&world, "admin", &withdraw("forms", "2024")).await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(row(&world, "forms", "2024").await, Value::Null);
    assert_eq!(world.post("admin", "/v1/reports", &report(false)).await.0, 201, "the form before it is asked");
    refused(&world, "forms", "2023", "not_set").await;

    let world = World::new().await;
    assert_eq!(set(&world, "admin", &forms(&form(), "2024H1")).await.0, 200);
    assert_eq!(world.post("admin", "/v1/reports", &report(true)).await.0, 201);
    refused(&world, "forms", "2024", "in_use").await;
}

#[tokio::test]
async fn a_rule_pack_is_withdrawn_as_long_as_no_decision_and_no_other_pack_rests_on_it() {
    let world = World::new().await;
    assert_eq!(world.submit("3420").await.0, 201);
    assert_eq!(set(&world, "admin", &rules(PACK, "2023H1")).await.0, 200);
    assert_eq!(world.case(ELVERUM).await["review"]["pack"], "2023.9");
    let over = PACK
        .replace("version = \"2023.9\"", "version = \"2023.10\"")
        .replace("base = \"2023.1\"", "base = \"2023.9\"")
        .replace("without = [\"K41\"]", "without = []")
        .replace("\"K95\"", "\"K96\"");
    assert_eq!(set(&world, "admin", &rules(&over, "2023H2")).await.0, 200);
    refused(&world, "rules", "2023.9", "named_by").await;
    for name in ["2023.10", "2023.9"] {
        let (status, body) = set(&world, "admin", &withdraw("rules", name)).await;
        assert_eq!(status, 200, "{body}");
    }
    assert_eq!(world.case(ELVERUM).await["review"]["pack"], "2023.1", "open cases go by the rules before at once");
    assert_eq!(set(&world, "admin", &rules(PACK, "2023H1")).await.0, 200);
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &approve()).await.0, 200);
    refused(&world, "rules", "2023.9", "in_use").await;
    let (status, body) = set(&world, "admin", &withdraw("offices", "SFIN")).await;
    assert_eq!((status, &body["refusals"][0]["code"]), (422, &json!("bad_field")), "{body}");
}

#[test]
fn an_administrator_withdraws_a_period_from_the_command_line() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    let file = home.file("periods.toml", far());
    assert_eq!(as_admin(&["admin", "periods", "set", &file, "--confirm"]).code, 0);
    assert_eq!(as_admin(&["admin", "periods", "withdraw", "2031H1"]).code, 2, "neither --confirm nor --dry-run");
    let told = as_admin(&["admin", "periods", "withdraw", "2031H1", "--dry-run"]);
    assert!(told.out.contains("2031-01-01 → –"), "{}{}", told.out, told.err);
    let done = as_admin(&["admin", "periods", "withdraw", "2031H1", "--confirm", "--json"]).json();
    assert_eq!((&done["changed"], &done["kind"]), (&json!(true), &json!("periods")), "{done}");
    let again = as_admin(&["admin", "periods", "withdraw", "2031H1", "--confirm"]);
    assert_eq!(again.code, 65, "{}", again.err);
    assert!(again.err.contains("ikke satt av en administrator"), "{}", again.err);
    assert_eq!(as_admin(&["admin", "forms", "withdraw", "2023", "--confirm"]).code, 65, "built in");
    assert_eq!(as_admin(&["admin", "rules", "withdraw", "2023.1", "--confirm"]).code, 65, "built in");
}
