//! The stream of changes.

use std::time::{Duration, Instant};

use futures_util::StreamExt as _;

use crate::server_world::{ELVERUM, KEY, World, approve};

/// An open stream, read line by line.
pub(crate) struct Lines {
    stream: std::pin::Pin<Box<dyn futures_util::Stream<Item = String> + Send>>,
    text: String,
}

impl Lines {
    pub(crate) async fn open(world: &World, who: &str, last: Option<&str>) -> Self {
        let mut request = world.ask_get(who, "/v1/changes");
        if let Some(last) = last {
            request = request.header("Last-Event-ID", last);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let stream = response.bytes_stream().map(|part| String::from_utf8(part.unwrap().to_vec()).unwrap());
        Self { stream: Box::pin(stream), text: String::new() }
    }

    /// The next event as (id, kind, reference).
    pub(crate) async fn next(&mut self) -> (u64, String, String) {
        while !self.text.contains("\n\n") {
            self.text += &tokio::time::timeout(Duration::from_secs(2), self.stream.next()).await.unwrap().unwrap();
        }
        let text = std::mem::take(&mut self.text);
        let (event, rest) = text.split_once("\n\n").unwrap();
        let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
        assert_eq!(field("event:"), "change");
        let change: serde_json::Value = serde_json::from_str(&field("data:")).unwrap();
        let found = (field("id:").parse().unwrap(), change["kind"].to_string(), change["reference"].to_string());
        assert_eq!(change["seq"], found.0);
        self.text.push_str(rest);
        found
    }
}

#[tokio::test]
async fn a_new_task_is_told_within_two_seconds() {
    let world = World::new().await;
    let mut stream = Lines::open(&world, "kari", None).await;
    let begun = Instant::now();
    world.submit("3420").await;
    let (_, kind, reference) = stream.next().await;
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert_eq!((kind.as_str(), reference), ("\"arrived\"", format!("\"{ELVERUM}\"")));
}

#[tokio::test]
async fn a_change_by_another_process_is_told_too() {
    let world = World::new().await;
    let mut options = crate::server_world::options(&world.dir, &world.clock);
    options.database = world.database.clone();
    options.outbox_worker = false;
    let other = statsforvalter::server::start(options).await.unwrap();
    let mut stream = Lines::open(&world, "kari", None).await;
    let body = serde_json::to_value(crate::server_world::submission("3420", "2023H1")).unwrap();
    let request = world.client.post(format!("{}/v1/reports", other.url)).bearer_auth("admin").json(&body);
    assert_eq!(request.send().await.unwrap().status(), 201);
    assert_eq!(stream.next().await.1, "\"arrived\"");
    other.stop().await;
}

#[tokio::test]
async fn a_stream_goes_on_where_it_broke_off_and_holds_only_the_callers_cases() {
    let world = World::new().await;
    world.submit("030101").await;
    world.submit("3420").await;
    world.submit("3403").await;
    let mut stream = Lines::open(&world, "kari", Some("0")).await;
    let (first, _, reference) = stream.next().await;
    assert_eq!(reference, format!("\"{ELVERUM}\""), "not the district of Oslo");
    let mut again = Lines::open(&world, "kari", Some(&first.to_string())).await;
    assert_eq!(again.next().await.2, "\"KHR-2023H1-3403\"");
    let mut outside = Lines::open(&world, "elverum", Some("0")).await;
    assert_eq!(outside.next().await.2, format!("\"{ELVERUM}\""));
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    assert_eq!(outside.next().await.1, "\"delivery\"", "what happens inside the office is not told");
    assert_eq!(world.ask_get("kari", "/v1/changes").header("Last-Event-ID", "x").send().await.unwrap().status(), 400);
    assert_eq!(world.get("admin", "/v1/changes").await.0, 403);
}

#[tokio::test]
async fn a_stop_ends_open_streams() {
    let world = World::new().await;
    let mut stream = Lines::open(&world, "kari", None).await;
    let begun = Instant::now();
    world.running.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    assert_eq!(tokio::time::timeout(Duration::from_secs(2), stream.stream.next()).await.unwrap(), None);
}
