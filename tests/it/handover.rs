//! Handing approved reports over to a receiver by HTTP: a receipt, the same one for a repetition, and what is refused.

use std::time::Duration;

use serde_json::{Value, json};
use statsforvalter::server::{
    outbox::{
        self,
        carrier::Carrier,
        ways::{WayTables, Ways},
    },
    receiver::{self, Receiver},
    store::carrying::{self, Taking},
};
use tempfile::TempDir;

use crate::server_world::{ELVERUM, KEY, World, approve};

/// The directorate's system, as the receiver that is shipped for tests and training.
pub(crate) struct Directorate {
    folder: TempDir,
    running: Receiver,
}

impl Directorate {
    pub(crate) async fn open(token: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let listen = "127.0.0.1:0".parse().unwrap();
        let running = receiver::start(listen, folder.path().to_owned(), Some(token.to_owned())).await.unwrap();
        Self { folder, running }
    }

    fn how(&self, word: &str) {
        std::fs::write(self.folder.path().join("how"), word).unwrap();
    }

    /// The reports it has kept.
    pub(crate) fn kept(&self) -> Vec<Value> {
        let files = std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let kept = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
        kept.map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
    }

    /// The tables that lead to it, with a pace of which a test sees the end.
    pub(crate) fn table(&self, token: &str) -> String {
        let file = self.folder.path().join("token");
        std::fs::write(&file, format!("{token}\n")).unwrap();
        format!(
            "[bufdir]\naddress = \"{}\"\ntoken_file = \"{}\"\n[outbox]\ntry_seconds = 3\nlease_seconds = 10\n",
            self.running.url,
            file.display()
        )
    }

    fn ways(&self, token: &str) -> Ways {
        let tables: WayTables = toml::from_str(&self.table(token)).unwrap();
        Ways::prepare(&tables, None).unwrap()
    }
}

/// A world with an approval whose undo window is over.
async fn approved(ways: Ways) -> World {
    let world = World::with(|options| options.ways = ways).await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    world
}

async fn until(world: &World, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    let mut found = Value::Null;
    for _ in 0..1000 {
        found = world.case(ELVERUM).await["decisions"][0]["deliveries"][0].clone();
        if wanted(&found) {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("never {what}: {found}");
}

async fn sent(world: &World) -> Value {
    until(world, "sent", |delivery| delivery["state"] == "sent").await
}

async fn failed(world: &World, miss: &str) -> Value {
    until(world, miss, |delivery| delivery["trouble"]["miss"] == miss).await
}

#[tokio::test]
async fn an_approved_report_is_handed_over_and_its_receipt_stands_on_the_task() {
    let directorate = Directorate::open("nokkel").await;
    let world = approved(directorate.ways("nokkel")).await;
    let told = sent(&world).await;
    let kept = directorate.kept();
    assert_eq!(kept.len(), 1);
    assert_eq!(told["receipt"], kept[0]["receipt"]);
    let report = &kept[0]["report"];
    assert_eq!((&report["reference"], &report["version"]), (&json!(ELVERUM), &json!(1)));
    assert_eq!(report["decision"]["kind"], "approve");
    assert!(world.outbox().is_empty());
}

#[tokio::test]
async fn a_receipt_that_was_lost_is_the_same_when_the_report_comes_again() {
    for how in ["lose", "stall"] {
        let directorate = Directorate::open("nokkel").await;
        directorate.how(how);
        let world = approved(directorate.ways("nokkel")).await;
        failed(&world, "silent").await;
        let before = directorate.kept();
        assert_eq!(before.len(), 1, "{how}: it may have been taken");
        directorate.how("ok");
        world.pass(5);
        let told = sent(&world).await;
        assert_eq!(directorate.kept(), before, "{how}");
        assert_eq!(told["receipt"], before[0]["receipt"], "{how}");
    }
}

#[tokio::test]
async fn a_receiver_that_is_busy_is_asked_again_and_one_that_refuses_is_not() {
    let directorate = Directorate::open("nokkel").await;
    directorate.how("busy");
    let world = approved(directorate.ways("nokkel")).await;
    let told = failed(&world, "busy").await;
    assert_eq!(told["trouble"]["answer"], "503 come back later");
    directorate.how("refuse");
    world.pass(5);
    let told = failed(&world, "rejected").await;
    assert_eq!(told["trouble"]["answer"], "422 the report is not as it should be");
    assert_eq!(told["trouble"]["given_up_at"], json!(world.now().to_string()));
    assert!(directorate.kept().is_empty());
    directorate.how("ok");
    let id = told["id"].as_str().unwrap();
    assert_eq!(world.post("leder", &format!("/v1/outbox/{id}/retry"), &json!({})).await.0, 200);
    sent(&world).await;
    assert_eq!(directorate.kept().len(), 1);
}

#[tokio::test]
async fn a_wrong_token_is_our_fault_and_does_not_give_the_report_up() {
    let directorate = Directorate::open("nokkel").await;
    let world = approved(directorate.ways("feil-nokkel")).await;
    let told = failed(&world, "login").await;
    assert_eq!(told["trouble"]["given_up_at"], Value::Null);
    assert!(!told.to_string().contains("feil-nokkel"));
    assert!(directorate.kept().is_empty());
}

#[tokio::test]
async fn a_report_that_was_handed_over_by_a_process_that_died_is_handed_over_again_and_kept_once() {
    let directorate = Directorate::open("nokkel").await;
    let ways = directorate.ways("nokkel");
    let world = World::with(|options| options.outbox_worker = false).await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    let (store, now) = (&world.running.store, world.now());
    let carrier = Carrier::new(world.dir.path().join("outbox"), &ways).unwrap();
    let mut tx = store.write().await.unwrap();
    let until = now + jiff::SignedDuration::from_secs(10);
    let due = carrying::claim(&mut tx, &Taking { channel: "bufdir", most: 1, by: "killed", now, until }).await.unwrap();
    store.commit(tx).await.unwrap();
    let receipt = carrier.deliver(&due[0]).await.unwrap().unwrap();
    world.pass(10);
    outbox::round(store, &carrier).await.unwrap();
    let told = sent(&world).await;
    assert_eq!(told["receipt"]["id"], json!(receipt.id));
    assert_eq!(directorate.kept().len(), 1);
}

#[tokio::test]
async fn the_receiver_takes_nothing_without_a_token_a_key_or_a_report() {
    let directorate = Directorate::open("nokkel").await;
    let client = reqwest::Client::new();
    let ask = |token: &str, key: &str, body: &str| {
        let request = client.post(&directorate.running.url).bearer_auth(token).body(body.to_owned());
        if key.is_empty() { request } else { request.header("Idempotency-Key", key) }
    };
    let cases =
        [("", "a", "{}", 401), ("nokkel", "", "{}", 400), ("nokkel", "../a", "{}", 400), ("nokkel", "a", "{", 400)];
    for (token, key, body, status) in cases {
        assert_eq!(ask(token, key, body).send().await.unwrap().status(), status, "{token} {key} {body}");
    }
    assert_eq!(ask("nokkel", "a", "{}").send().await.unwrap().status(), 200);
    assert_eq!(ask("nokkel", "a", "{\"x\":1}").send().await.unwrap().status(), 409, "the key of another report");
    assert_eq!(directorate.kept().len(), 1);
}
