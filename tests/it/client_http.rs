//! Trouble on the wire: what the client makes of every answer that is none.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use statsforvalter::{
    api::{
        decide::{Decided, DecisionRequest},
        fault::{FaultKind, Stored},
    },
    client::{
        backend::{Answer, Backend},
        http::{BadServer, Http, Patience},
    },
    domain::{decision::DecisionKind, refusal::Refusal, report::Reference},
};
use tokio::net::TcpListener;
use uuid::Uuid;
use wiremock::{
    Mock, MockServer, Request, ResponseTemplate,
    matchers::{any, header, method, path},
};

const SHORT: Patience =
    Patience { connect: Duration::from_secs(1), answer: Duration::from_millis(150), silence: Duration::from_secs(1) };

fn http(address: &str) -> Http {
    Http::new(address, "hemmelig", SHORT).expect("an address of the test")
}

fn reference() -> Reference {
    "KHR-2023H1-3420".parse().expect("a reference of the test")
}

fn approval() -> DecisionRequest {
    DecisionRequest {
        kind: DecisionKind::Approve,
        extensions: Some(2),
        comment: None,
        asked: Vec::new(),
        role: None,
        confirm_role: false,
    }
}

fn decided() -> Value {
    json!({ "reference": "KHR-2023H1-3420", "kind": "approve", "state": "approved", "version": 1,
        "at": "2023-08-24T08:42:00Z", "undo_until": "2023-08-24T08:42:30Z", "replayed": false })
}

fn problem(status: u16, kind: &str) -> ResponseTemplate {
    let body = json!({ "type": format!("urn:sfv:problem:{kind}"), "title": "t", "status": status, "detail": "d",
        "kind": kind, "stored": "no", "refusals": [{ "code": "blank_comment" }], "errors": ["e"], "version": 2,
        "state": "approved", "by": "Kari" });
    ResponseTemplate::new(status).set_body_raw(body.to_string(), "application/problem+json")
}

/// What reading makes of an answer.
async fn read(answer: ResponseTemplate) -> (FaultKind, Stored) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let fault = http(&server.uri()).me().await.expect_err("a fault");
    (fault.kind, fault.stored)
}

/// What undoing, which writes, makes of an answer.
async fn write(answer: ResponseTemplate) -> (FaultKind, Stored) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).expect(1).mount(&server).await;
    let fault = http(&server.uri()).undo(reference()).await.expect_err("a fault");
    (fault.kind, fault.stored)
}

async fn decide(server: &MockServer, key: Uuid) -> Answer<Decided> {
    http(&server.uri()).decide(reference(), 1, key, approval()).await
}

#[tokio::test]
async fn a_backend_that_is_away_is_named_and_has_stored_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let fault = http(&address).undo(reference()).await.expect_err("a fault");
    assert_eq!((fault.kind, fault.stored, fault.detail), (FaultKind::Away, Stored::No, address));
}

#[tokio::test]
async fn a_slow_answer_is_away_for_who_reads_and_unknown_for_who_writes() {
    let slow = || ResponseTemplate::new(200).set_delay(Duration::from_secs(5));
    assert_eq!(read(slow()).await, (FaultKind::Away, Stored::No));
    assert_eq!(write(slow()).await, (FaultKind::Unknown, Stored::Unknown));
}

#[tokio::test]
async fn nonsense_is_garbled_whatever_it_is() {
    let html = || ResponseTemplate::new(200).set_body_raw("<html>Logg inn på nettet</html>", "text/html");
    let cut = || ResponseTemplate::new(200).set_body_raw(r#"{"reference":"KHR-20"#, "application/json");
    let other = || ResponseTemplate::new(200).set_body_json(json!({ "hello": "world" }));
    let untyped = || ResponseTemplate::new(200).set_body_raw(decided().to_string(), "text/plain");
    for answer in [html(), cut(), other(), untyped()] {
        assert_eq!(read(answer.clone()).await, (FaultKind::Garbled, Stored::No));
        assert_eq!(write(answer).await, (FaultKind::Garbled, Stored::Unknown));
    }
    let moved = ResponseTemplate::new(302).insert_header("location", "http://127.0.0.1:1/");
    assert_eq!(read(moved).await.0, FaultKind::Garbled);
    let half = ResponseTemplate::new(422).set_body_raw("{", "application/problem+json");
    assert_eq!(read(half).await.0, FaultKind::Garbled);
}

#[tokio::test]
async fn a_body_without_end_is_given_up() {
    let huge = ResponseTemplate::new(200).set_body_raw(vec![b' '; 17 * 1024 * 1024], "application/json");
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(huge).mount(&server).await;
    let patient = Http::new(&server.uri(), "t", Patience::default()).expect("an address");
    assert_eq!(patient.me().await.expect_err("a fault").kind, FaultKind::Garbled);
}

#[tokio::test]
async fn a_gateway_without_its_backend_is_a_backend_that_is_away() {
    let gateway = || ResponseTemplate::new(502).set_body_raw("<html>Bad Gateway</html>", "text/html");
    assert_eq!(read(gateway()).await, (FaultKind::Away, Stored::No));
    assert_eq!(write(gateway()).await, (FaultKind::Unknown, Stored::Unknown));
}

#[tokio::test]
async fn a_problem_document_keeps_all_its_fields() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(problem(412, "version_changed")).mount(&server).await;
    let fault = http(&server.uri()).me().await.expect_err("a fault");
    assert_eq!((fault.kind, fault.version, fault.by.as_deref()), (FaultKind::VersionChanged, Some(2), Some("Kari")));
    assert_eq!((fault.refusals, fault.detail.as_str()), (vec![Refusal::BlankComment], "d"));
}

#[tokio::test]
async fn a_locked_database_is_asked_again_until_it_answers() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(problem(503, "storage")).up_to_n_times(2).expect(2).mount(&server).await;
    let form = ResponseTemplate::new(200).set_body_json(json!({ "period": "2023H1", "units": [] }));
    Mock::given(path("/v1/units")).respond_with(form).expect(1).mount(&server).await;
    assert!(http(&server.uri()).units("2023H1".to_owned()).await.is_ok());
}

#[tokio::test]
async fn a_decision_that_is_answered_late_goes_again_with_the_same_key_and_version() {
    let server = MockServer::start().await;
    let key = Uuid::new_v4();
    let same = || {
        Mock::given(method("POST"))
            .and(path("/v1/tasks/KHR-2023H1-3420/decision"))
            .and(header("Idempotency-Key", key.to_string()))
            .and(header("If-Match", "\"v1\""))
            .and(header("Authorization", "Bearer hemmelig"))
    };
    let late = ResponseTemplate::new(200).set_delay(Duration::from_secs(5)).set_body_json(decided());
    same().respond_with(late).up_to_n_times(1).expect(1).mount(&server).await;
    same().respond_with(ResponseTemplate::new(200).set_body_json(decided())).expect(1).mount(&server).await;
    assert!(decide(&server, key).await.is_ok());
}

#[tokio::test]
async fn a_decision_that_may_have_arrived_stays_unknown_when_the_backend_goes_away() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    // Takes one connection, hears the request and is gone.
    let backend = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        stream.readable().await.expect("a request");
        tokio::time::sleep(Duration::from_millis(50)).await;
    });
    let fault = http(&address).decide(reference(), 1, Uuid::new_v4(), approval()).await.expect_err("a fault");
    backend.await.expect("the backend ends");
    assert_eq!((fault.kind, fault.stored), (FaultKind::Unknown, Stored::Unknown));
}

#[tokio::test]
async fn an_answer_about_another_case_does_not_confirm_this_one() {
    let server = MockServer::start().await;
    let mut other = decided();
    other["reference"] = json!("KHR-2023H1-0301");
    Mock::given(any()).respond_with(ResponseTemplate::new(200).set_body_json(other)).mount(&server).await;
    assert_eq!(decide(&server, Uuid::new_v4()).await.expect_err("a fault").kind, FaultKind::Unknown);
}

#[tokio::test]
async fn a_refused_decision_is_sent_once() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(problem(409, "already_decided")).expect(1).mount(&server).await;
    let fault = decide(&server, Uuid::new_v4()).await.expect_err("a fault");
    assert_eq!(fault.kind, FaultKind::AlreadyDecided);
}

#[tokio::test]
async fn the_search_goes_over_the_wire_as_it_was_typed() {
    let server = MockServer::start().await;
    Mock::given(path("/v1/tasks")).respond_with(problem(400, "bad_request")).mount(&server).await;
    let query = statsforvalter::api::tasks::TaskQuery { text: "Ål & co".into(), limit: Some(5), ..Default::default() };
    let _refused = http(&server.uri()).tasks(query).await;
    let requests: Vec<Request> = server.received_requests().await.expect("requests are recorded");
    let query: Vec<_> = requests.first().expect("one request").url.query_pairs().into_owned().collect();
    assert!(query.contains(&("text".to_owned(), "Ål & co".to_owned())), "{query:?}");
    assert!(query.contains(&("limit".to_owned(), "5".to_owned())) && !query.iter().any(|(name, _)| name == "unit"));
}

#[test]
fn an_address_with_a_password_or_of_another_kind_is_refused() {
    for address in ["", "x", "ftp://a", "file:///etc/passwd", "http://a:b@c", "https://a?b=c", "//a"] {
        assert_eq!(Http::new(address, "t", SHORT).err(), Some(BadServer::Address), "{address}");
    }
    assert_eq!(Http::new("http://a", "a\nb", SHORT).err(), Some(BadServer::Token));
    assert!(!format!("{:?}", http("http://127.0.0.1:1")).contains("hemmelig"));
}

#[tokio::test]
async fn asking_again_does_not_take_for_ever() {
    let begun = Instant::now();
    let fault = http("http://127.0.0.1:1").me().await.expect_err("a fault");
    assert_eq!(fault.kind, FaultKind::Away);
    assert!(begun.elapsed() < Duration::from_secs(3));
}
