//! The seeding with many reports: every one of them may be approved in a batch.
//!
//! `SFV_MANY` says how many (200 when nothing is said); 1 000 have been tried.

use reqwest::Method;
use serde_json::{Value, json};

use crate::{cli_support::Home, support::many::Many};

/// What a batch of all reports would refuse.
fn refused(many: &Many) -> Vec<Value> {
    let items: Vec<Value> = many.references.iter().map(|reference| json!({ "reference": reference })).collect();
    let body = json!({ "kind": "approve", "items": items });
    let (status, preview) = many.api.ask("kari", Method::POST, "/v1/batches/preview", Some(&body));
    assert_eq!(status, 200, "{preview}");
    let shown = preview["items"].as_array().expect("items");
    assert_eq!(shown.len(), many.references.len());
    shown.iter().filter(|item| item["state"] != "waiting").cloned().collect()
}

#[test]
fn an_office_has_more_clean_reports_than_units_and_a_batch_takes_all_of_them_also_in_a_newer_version() {
    let count = std::env::var("SFV_MANY").ok().and_then(|text| text.parse().ok()).unwrap_or(200);
    let home = Home::new();
    let mut many = Many::start(&home, "SFIN", count);
    let none: Vec<Value> = Vec::new();
    assert_eq!(refused(&many), none);
    let corrected = many.references[count / 2].clone();
    for _ in 0..2 {
        assert_eq!(many.correct(&corrected).0, 201);
    }
    assert_eq!(refused(&many), none);
}
