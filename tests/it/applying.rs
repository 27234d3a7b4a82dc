//! Applying for access without a screen, and applications that seem to be of the same person.

use serde_json::json;

use crate::{cli_support::Home, server_world::World};

#[tokio::test(flavor = "multi_thread")]
async fn an_application_comes_from_a_file_and_a_unit_that_is_missing_is_refused() {
    let world = World::new().await;
    let home = Home::new();
    let token = home.file("elverum.token", "elverum");
    let apply = |content: serde_json::Value, consent: &str| {
        let file = home.file("soknad.json", content.to_string());
        let server = ["--server", &world.running.url, "--token-file", &token];
        tokio::task::block_in_place(|| home.run(&[&server[..], &["access", "apply", &file, consent]].concat()))
    };
    let whole = json!({ "name": "Ola Søker", "email": "ola@elverum.kommune.example", "phone": "000 00 003", "represents": "Elverum kommune", "unit": "3420" });
    let dry = apply(whole.clone(), "--dry-run");
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(world.get("kari", "/v1/tasks").await.1["rows"].as_array().unwrap().is_empty());
    let sent = apply(whole.clone(), "--confirm");
    assert!(sent.code == 0 && sent.out.contains("mottatt som TLG-000001"), "{}{}", sent.out, sent.err);
    for (unit, expected) in [(json!(""), 65), (json!("9999"), 65), (json!(null), 65)] {
        let mut without = whole.clone();
        without["unit"] = unit;
        let refused = apply(without, "--confirm");
        assert_eq!(refused.code, expected, "{}", refused.err);
    }
}

#[tokio::test]
async fn earlier_applications_of_the_same_person_are_found_by_address_telephone_and_name_with_unit() {
    let world = World::new().await;
    let apply = async |name: &str, email: &str, phone: &str, unit: &str| {
        let body = json!({ "name": name, "email": email, "phone": phone, "represents": "Kommunen", "unit": unit });
        let (status, body) = world.post("elverum", "/v1/applications", &body).await;
        assert_eq!(status, 201, "{body}");
        body["reference"].as_str().unwrap().to_owned()
    };
    let first = apply("Ola Søker", "ola@elverum.kommune.example", "000 00 003", "3420").await;
    let address = apply("O. Søker", "OLA@elverum.kommune.example", "000 00 004", "3403").await;
    let phone = apply("Noen Andre", "noen@hamar.kommune.example", "000 00 003", "3403").await;
    let name = apply("Ola Søker", "os@elverum.kommune.example", "000 00 005", "3420").await;
    let other = apply("Ola Søker", "os@hamar.kommune.example", "000 00 006", "3403").await;
    for (reference, expected) in
        [(&address, json!([first])), (&phone, json!([first])), (&name, json!([first])), (&other, json!([]))]
    {
        let case = world.case(reference).await;
        let found: Vec<_> = case["earlier"].as_array().unwrap().iter().map(|one| one["reference"].clone()).collect();
        assert_eq!(json!(found), expected, "{reference}");
    }
}
