//! What rests on reference data keeps it as it was: names that are read everywhere, forms with reports, rules with decisions; and what
//! is wrong is said where it is.

use serde_json::{Value, json};

use crate::{
    admin_forms::{PACK, form, forms, report, row, rules},
    admin_reference::{PUBLISHED, count, faults, logged, periods, set, units},
    server_world::{KEY, World, approve, submission},
};

#[tokio::test]
async fn a_period_is_named_by_its_year_a_letter_and_a_number() {
    let world = World::new().await;
    for name in ["2031h1", "2031.1", "2031-1", "2031H123", "20311H1", "31H1", "2031H", "H1", "2031H1.1", "æ031H1"] {
        let content = PUBLISHED.replace("id = \"2024H1\"", &format!("id = \"{name}\"")).replace("\"2024-", "\"2031-");
        let (status, body) = set(&world, "admin", &periods(&content)).await;
        assert_eq!(status, 422, "{name}: {body}");
        assert!(faults(&body).contains(&"bad_period".to_owned()), "{name}: {body}");
        assert!(body["errors"].to_string().contains("2028H1"), "an example is given: {}", body["errors"]);
    }
    assert_eq!(logged(&world).await, Vec::<String>::new());
}
#[tokio::test]
async fn a_form_with_reports_is_not_changed_by_beginning_earlier() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &forms(&form(), "2024H1")).await.0, 200);
    assert_eq!(world.post("admin", "/v1/reports", &report(true)).await.0, 201);
    let other = form().replace("Barn som flyttet til et nytt fosterhjem", "Barn som flyttet hjem");
    let (status, body) = set(&world, "admin", &forms(&other, "2023H2")).await;
    assert_eq!((status, faults(&body)), (422, vec!["in_use".to_owned()]), "{body}");
    assert_eq!(row(&world, "forms", "2024").await["from"], "2024H1");
}
/// A pack that goes on with the one of the tests.
fn over(base: &str) -> String {
    PACK.replace("version = \"2023.9\"", "version = \"2023.10\"")
        .replace("base = \"2023.1\"", &format!("base = \"{base}\""))
        .replace("without = [\"K41\"]", "without = []")
        .replace("\"K95\"", "\"K96\"")
}

async fn decided(world: &World, report: &Value, reference: &str, pack: &str) {
    let (status, body) = world.post("admin", "/v1/reports", report).await;
    assert_eq!(status, 201, "{body}");
    assert_eq!(world.decide("kari", reference, 1, KEY, &approve()).await.0, 200);
    assert_eq!(world.case(reference).await["review"]["pack"], pack);
}

#[tokio::test]
async fn a_rule_pack_is_not_replaced_under_the_decisions_of_a_pack_that_rests_on_it() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &rules(PACK, "2023H1")).await.0, 200);
    assert_eq!(set(&world, "admin", &rules(&over("2023.9"), "2023H2")).await.0, 200);
    let changed = PACK.replace("\"K41\"", "\"K40\"");
    let free = json!({ "set": rules(&changed, "2023H1"), "dry_run": true });
    assert_eq!(world.put("admin", "/v1/admin/reference", &free).await.0, 200, "nothing is decided yet");
    let report = serde_json::to_value(submission("3420", "2023H2")).unwrap();
    decided(&world, &report, "KHR-2023H2-3420", "2023.10").await;
    let (status, body) = set(&world, "admin", &rules(&changed, "2023H1")).await;
    assert_eq!((status, faults(&body)), (422, vec!["in_use".to_owned()]), "{body}");
}

#[tokio::test]
async fn a_rule_pack_is_not_replaced_under_the_decisions_on_a_form_that_carries_it_on() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &rules(PACK, "2023H2")).await.0, 200);
    assert_eq!(set(&world, "admin", &forms(&form(), "2024H1")).await.0, 200);
    decided(&world, &report(true), "KHR-2024H1-3420", "2023.9+2024").await;
    let (status, body) = set(&world, "admin", &rules(&PACK.replace("\"K41\"", "\"K40\""), "2023H2")).await;
    assert_eq!((status, faults(&body)), (422, vec!["in_use".to_owned()]), "{body}");
}
#[tokio::test]
async fn a_reason_or_a_letter_that_is_too_long_is_refused_by_its_name() {
    let world = World::new().await;
    for (field, length) in [("letter", 61), ("why", 301)] {
        let mut wish = count("required");
        wish[field] = json!("x".repeat(length));
        let (status, body) = set(&world, "admin", &wish).await;
        assert_eq!(status, 422, "{field}: {body}");
        assert_eq!(body["refusals"], json!([{ "code": "bad_field", "field": field }]), "{body}");
    }
    assert_eq!(logged(&world).await, Vec::<String>::new());
}
#[tokio::test]
async fn a_row_that_is_wrong_is_told_with_its_own_line_past_comments_and_blank_lines() {
    let world = World::new().await;
    let content =
        "unit_no;language;official\n# meldt i brev\n\n3403;da;yes\n3401;nb;yes\r\n\r\n# og en til\r\n9999;nb;yes\n";
    let (status, body) = set(&world, "admin", &units(content)).await;
    assert_eq!(status, 422, "{body}");
    let lines: Vec<&Value> = body["refusals"].as_array().unwrap().iter().map(|refusal| &refusal["line"]).collect();
    assert_eq!(lines, [&json!(4), &json!(8)], "{body}");
}
