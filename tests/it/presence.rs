//! Who looks at a case: told to the others of the office at once, and forgotten by itself.

use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use serde_json::{Value, json};

use crate::server_world::{ELVERUM, Outcome, World};

const SEAT: &str = "0190a1b2-0000-7000-8000-00000000000a";
const OTHER_SEAT: &str = "0190a1b2-0000-7000-8000-00000000000b";

async fn look(world: &World, who: &str, seat: &str, looking: bool) -> Outcome {
    let body = json!({ "seat": seat, "looking": looking });
    world.put(who, &format!("/v1/tasks/{ELVERUM}/presence"), &body).await
}

async fn viewers(world: &World, who: &str) -> Value {
    let (_, page) = world.get(who, "/v1/tasks").await;
    page["rows"][0].get("viewers").cloned().unwrap_or_else(|| json!([]))
}

/// What an open stream tells of who looks at cases.
struct Watch {
    stream: std::pin::Pin<Box<dyn futures_util::Stream<Item = String> + Send>>,
    text: String,
}

impl Watch {
    async fn open(world: &World, who: &str) -> Self {
        let response = world.ask_get(who, "/v1/changes").send().await.unwrap();
        assert_eq!(response.status(), 200);
        let stream = response.bytes_stream().map(|part| String::from_utf8(part.unwrap().to_vec()).unwrap());
        Self { stream: Box::pin(stream), text: String::new() }
    }

    /// The next list of those who look; what else happens is passed over.
    async fn next(&mut self) -> Option<(String, Value)> {
        loop {
            while !self.text.contains("\n\n") {
                let part = tokio::time::timeout(Duration::from_secs(2), self.stream.next()).await.ok()??;
                self.text += &part;
            }
            let text = std::mem::take(&mut self.text);
            let (event, rest) = text.split_once("\n\n").unwrap();
            rest.clone_into(&mut self.text);
            let Some(data) = event.lines().find_map(|line| line.strip_prefix("data:")) else { continue };
            let change: Value = serde_json::from_str(data.trim()).unwrap();
            if change["kind"] == "watched" {
                assert!(!event.lines().any(|line| line.starts_with("id:")), "it is no event to go on from: {event}");
                return Some((change["reference"].as_str().unwrap().to_owned(), change["viewers"].clone()));
            }
        }
    }
}

#[tokio::test]
async fn who_opens_and_leaves_a_task_is_told_to_the_office_within_two_seconds_and_to_nobody_else() {
    let world = World::new().await;
    world.submit("3420").await;
    let mut watch = Watch::open(&world, "per").await;
    let mut own = Watch::open(&world, "kari").await;
    let mut elsewhere = Watch::open(&world, "oslo").await;
    let mut unit = Watch::open(&world, "elverum").await;
    let begun = Instant::now();
    let (status, seen) = look(&world, "kari", SEAT, true).await;
    assert_eq!((status, &seen["viewers"], &seen["renew_seconds"]), (200, &json!([]), &json!(25)), "{seen}");
    assert_eq!(watch.next().await, Some((ELVERUM.to_owned(), json!(["Navn kari"]))));
    assert!(begun.elapsed() < Duration::from_secs(2));
    // A reader who looks counts as well, and is told of the one who looks already.
    assert_eq!(look(&world, "leser", SEAT, true).await.1["viewers"], json!(["Navn kari"]));
    assert_eq!(watch.next().await.unwrap().1, json!(["Navn kari", "Navn leser"]));
    assert_eq!(own.next().await.unwrap().1, json!(["Navn leser"]), "of oneself one is not told");
    assert_eq!(viewers(&world, "per").await, json!(["Navn kari", "Navn leser"]));
    assert_eq!(viewers(&world, "kari").await, json!(["Navn leser"]));
    assert_eq!(viewers(&world, "elverum").await, json!([]));
    look(&world, "kari", SEAT, false).await;
    assert_eq!(watch.next().await.unwrap().1, json!(["Navn leser"]));
    assert_eq!((elsewhere.next().await, unit.next().await), (None, None), "never another office, and not the unit");
    for (who, status) in [("oslo", 404), ("elverum", 403), ("admin", 403), ("bufdir", 403)] {
        assert_eq!(look(&world, who, SEAT, true).await.0, status, "{who}");
    }
}

#[tokio::test]
async fn a_program_that_died_is_forgotten_by_itself_and_one_that_says_so_again_is_not() {
    let world = World::new().await;
    world.submit("3420").await;
    look(&world, "kari", SEAT, true).await;
    look(&world, "leser", SEAT, true).await;
    let mut watch = Watch::open(&world, "per").await;
    assert_eq!(watch.next().await.unwrap().1, json!(["Navn kari", "Navn leser"]), "a stream begins with what is so");
    world.pass(40);
    look(&world, "kari", SEAT, true).await;
    world.pass(21);
    assert_eq!(watch.next().await.unwrap().1, json!(["Navn kari"]), "nobody stored anything: the time did it");
    assert_eq!(viewers(&world, "per").await, json!(["Navn kari"]));
    world.pass(60);
    assert_eq!(watch.next().await.unwrap().1, json!([]));
    look(&world, "per", SEAT, true).await;
    let mut conn = world.beside().await;
    let rows = sqlx::query("select person from presence").fetch_all(&mut conn).await.unwrap();
    assert_eq!(rows.len(), 1, "what is over is cleared away");
}

#[tokio::test]
async fn ones_own_other_terminal_is_nobody_else_and_goes_on_when_the_first_is_closed() {
    let world = World::new().await;
    world.submit("3420").await;
    let mut watch = Watch::open(&world, "per").await;
    look(&world, "kari", SEAT, true).await;
    assert_eq!(watch.next().await.unwrap().1, json!(["Navn kari"]));
    assert_eq!(look(&world, "kari", OTHER_SEAT, true).await.1["viewers"], json!([]));
    assert_eq!(viewers(&world, "per").await, json!(["Navn kari"]), "once, however many terminals");
    look(&world, "kari", SEAT, false).await;
    assert_eq!(viewers(&world, "per").await, json!(["Navn kari"]));
    look(&world, "kari", OTHER_SEAT, false).await;
    assert_eq!(watch.next().await.unwrap().1, json!([]));
}

#[tokio::test]
async fn who_looks_through_another_process_is_told_too() {
    let world = World::new().await;
    world.submit("3420").await;
    let mut options = crate::server_world::options(&world.dir, &world.clock);
    options.database = world.database.clone();
    options.outbox_worker = false;
    let other = statsforvalter::server::start(options).await.unwrap();
    let mut watch = Watch::open(&world, "per").await;
    let body = json!({ "seat": SEAT, "looking": true });
    let url = format!("{}/v1/tasks/{ELVERUM}/presence", other.url);
    assert_eq!(world.client.put(&url).bearer_auth("kari").json(&body).send().await.unwrap().status(), 200);
    assert_eq!(watch.next().await.unwrap().1, json!(["Navn kari"]));
    other.stop().await;
}

#[tokio::test]
async fn looking_is_no_event_of_the_log_and_ends_with_the_person() {
    let world = World::new().await;
    world.submit("3420").await;
    let before = world.events(ELVERUM).await;
    look(&world, "per", SEAT, true).await;
    assert_eq!(world.events(ELVERUM).await, before);
    let url = format!("{}/v1/admin/people/per", world.running.url);
    assert_eq!(world.client.delete(url).bearer_auth("admin").send().await.unwrap().status(), 200);
    assert_eq!(viewers(&world, "kari").await, json!([]));
}

#[tokio::test]
async fn a_person_does_not_look_from_more_programs_than_a_person_has() {
    let world = World::new().await;
    world.submit("3420").await;
    for number in 0..50 {
        assert_eq!(look(&world, "kari", &format!("0190a1b2-0000-7000-8000-0000000001{number:02}"), true).await.0, 200);
    }
    assert_eq!(look(&world, "kari", SEAT, true).await.0, 429);
    world.pass(61);
    assert_eq!(look(&world, "kari", SEAT, true).await.0, 200);
}
