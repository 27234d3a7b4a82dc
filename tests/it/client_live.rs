//! The stream of changes: garbage is skipped, and a broken stream is taken up where it ended.

use std::time::Duration;

use statsforvalter::{
    api::change::{Change, ChangeKind},
    client::{
        http::{Http, Patience},
        live::{self, Live},
    },
};
use tokio::{sync::mpsc::Receiver, time::timeout};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{any, header},
};

fn change(seq: u64) -> Live {
    let reference = "KHR-2023H1-3420".parse().expect("a reference of the test");
    Live::Change(Change {
        seq,
        reference: Some(reference),
        unit: None,
        kind: ChangeKind::Decided,
        version: 1,
        actor: "Kari".into(),
        viewers: None,
    })
}

fn event(seq: u64) -> String {
    format!(
        "id: {seq}\nevent: change\ndata: {{\"seq\":{seq},\"reference\":\"KHR-2023H1-3420\",\"kind\":\"decided\",\
         \"version\":1,\"actor\":\"Kari\"}}\n\n"
    )
}

fn stream(body: String) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(body, "text/event-stream")
}

async fn next(news: &mut Receiver<Live>) -> Live {
    timeout(Duration::from_secs(5), news.recv()).await.expect("news in time").expect("the stream goes on")
}

#[tokio::test]
async fn a_broken_stream_is_taken_up_after_the_last_event_and_garbage_is_skipped() {
    let server = MockServer::start().await;
    let again = stream(event(9));
    Mock::given(header("Last-Event-ID", "7")).respond_with(again).mount(&server).await;
    let first = format!(": hello\n\ndata: {{nonsense\n\n{}data: {{\"seq\":1}}\n\n", event(7));
    Mock::given(any()).respond_with(stream(first)).up_to_n_times(1).mount(&server).await;
    let http = Http::new(&server.uri(), "t", Patience::default()).expect("an address");
    let mut news = live::follow(http, None);
    let expected = [Live::Connected, change(7), Live::Lost, Live::Connected, change(9), Live::Lost];
    for wanted in expected {
        assert_eq!(next(&mut news).await, wanted);
    }
}

#[tokio::test]
async fn a_stream_that_cannot_be_had_is_told_once() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(401)).mount(&server).await;
    let http = Http::new(&server.uri(), "t", Patience::default()).expect("an address");
    let mut news = live::follow(http, Some(3));
    assert_eq!(next(&mut news).await, Live::Lost);
    assert_eq!(next(&mut news).await, Live::LoggedOut);
    assert!(timeout(Duration::from_millis(1800), news.recv()).await.is_err(), "silence");
    let asked = server.received_requests().await.expect("requests are recorded");
    assert!((2..=4).contains(&asked.len()), "{}", asked.len());
}

#[tokio::test]
async fn who_may_hear_nothing_yet_has_not_lost_the_line_and_hears_all_from_then_on() {
    let server = MockServer::start().await;
    let refused = ResponseTemplate::new(403).set_body_raw("{}", "application/problem+json");
    Mock::given(any()).respond_with(refused).up_to_n_times(2).with_priority(1).mount(&server).await;
    Mock::given(any()).respond_with(stream(event(7))).with_priority(2).mount(&server).await;
    let http = Http::new(&server.uri(), "t", Patience::default()).expect("an address");
    let mut news = live::follow(http, None);
    for wanted in [Live::Connected, change(7), Live::Lost] {
        assert_eq!(next(&mut news).await, wanted);
    }
}

#[tokio::test]
async fn a_backend_on_the_same_machine_is_asked_for_no_signs_of_life() {
    let server = MockServer::start().await;
    let silent = header("sfv-signs-of-life", "none");
    Mock::given(silent).respond_with(stream(event(7))).expect(1..).mount(&server).await;
    let http = Http::new(&server.uri(), "t", Patience::default()).expect("an address");
    let mut news = live::follow(http, None);
    for wanted in [Live::Connected, change(7)] {
        assert_eq!(next(&mut news).await, wanted);
    }
}
