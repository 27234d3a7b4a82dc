//! The OpenAPI document, and what stands round every handler.

use std::collections::BTreeSet;

use statsforvalter::api::path;

use crate::server_world::World;

/// Every path there is.
#[expect(clippy::too_many_lines, reason = "a list")]
fn paths() -> BTreeSet<&'static str> {
    BTreeSet::from([
        path::ME,
        path::TASKS,
        path::ARCHIVE,
        path::TASK,
        path::DRAFT,
        path::CONTINUE,
        path::DECISION,
        path::ASK,
        path::UNDO,
        path::HOLDER,
        path::PRESENCE,
        path::COLLEAGUES,
        path::ACCEPT,
        path::DECISION_BY_KEY,
        path::FORMS,
        path::FORM,
        path::UNITS,
        path::UNIT,
        path::STANDINGS,
        path::UNIT_PAGE,
        path::REMINDERS,
        path::LETTERS,
        path::LETTER,
        path::EXTENSIONS,
        path::WITHDRAW,
        path::OFFICES,
        path::PERIODS,
        path::LETTER_CHAIN,
        path::REPORTS,
        path::APPLICATIONS,
        path::CHANGES,
        path::ADMIN_CHANNEL,
        path::ADMIN_PEOPLE,
        path::ADMIN_PERSON,
        path::ADMIN_EXPORT,
        path::ADMIN_REFERENCE,
        path::ADMIN_REFERENCE_OF,
        path::REFERENCE_DATA,
        path::HEALTH,
        path::HEALTHZ,
        path::READYZ,
        path::RECALL,
        path::OVERVIEW,
        path::BATCHES,
        path::BATCH_PREVIEW,
        path::BATCH,
        path::BATCH_SAMPLE,
        path::BATCH_DRY_RUN,
        path::BATCH_RUN,
        path::BATCH_UNDO,
        path::BATCH_REDO,
        path::BATCH_STOP,
        path::COUNTS_QUERY,
        path::DRAFT_COUNTS,
        path::REFERENCES,
        path::MARKS,
        path::VIEWS,
        path::VIEW,
        path::TASK_LOG,
        path::SESSIONS,
        path::SESSION,
        path::AUDIT_EVENTS,
        path::AUDIT_VERIFY,
        path::AUDIT_ANCHOR,
        path::AUDIT_LINK,
        path::AUDIT_RECEIPT,
        path::OUTBOX,
        path::MY_NOTICES,
        path::OUTBOX_RETRY,
        path::APPLICATION_UNITS,
        path::ACCESS,
        path::ACCESS_REMOVE,
        path::PUBLISHED,
        path::OPENAPI,
    ])
}

#[tokio::test]
async fn the_document_is_openapi_3_1_and_lists_every_route_with_its_failures() {
    let world = World::new().await;
    let (status, document) = world.get("", path::OPENAPI).await;
    assert_eq!(status, 200);
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    let listed: BTreeSet<&str> = document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(listed, paths());
    let decision = &document["paths"][path::DECISION]["post"];
    for status in ["200", "400", "401", "403", "404", "409", "412", "422", "428", "500", "503"] {
        assert!(decision["responses"][status].is_object(), "{status}");
    }
    let problem = &decision["responses"]["409"]["content"]["application/problem+json"]["schema"]["$ref"];
    assert_eq!(problem, "#/components/schemas/Problem");
    assert_eq!(decision["security"][0]["bearer"], serde_json::json!([]));
    assert_eq!(document["components"]["securitySchemes"]["bearer"]["scheme"], "bearer");
}

#[tokio::test]
async fn every_reference_in_the_document_leads_somewhere() {
    let world = World::new().await;
    let (_, document) = world.get("", path::OPENAPI).await;
    let text = document.to_string();
    for rest in text.split("#/components/schemas/").skip(1) {
        let name: String = rest.chars().take_while(|letter| *letter != '"').collect();
        assert!(document["components"]["schemas"][&name].is_object(), "{name}");
    }
}

#[tokio::test]
async fn answers_are_compressed_when_asked_for() {
    let world = World::new().await;
    let url = format!("{}{}", world.running.url, path::OPENAPI);
    let client = reqwest::Client::builder().no_gzip().build().unwrap();
    let response = client.get(url).header("Accept-Encoding", "gzip").send().await.unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
}
