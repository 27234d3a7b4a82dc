//! No path approves a report without a named person, a confirmation and, in a batch, the drawn sample: whatever is asked
//! of the backend, in whatever order, by whomever.
//!
//! `SFV_PATHS` says how many requests are made (400 when nothing is said), `SFV_SEED` repeats a run.

use std::env;

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use serde_json::{Value, json};

use crate::{
    batches::{UNITS, reference, with_reports},
    server_world::World,
};

/// How many reports there are to play with.
const REPORTS: usize = 8;
/// After how many requests everything is looked at.
const LOOK_EVERY: u64 = 8;
const PEOPLE: [&str; 7] = ["kari", "per", "leder", "leser", "oslo", "elverum", ""];

struct Run {
    world: World,
    chance: Pcg64,
    batches: u32,
    /// How often a report was seen approved by itself, and in a batch.
    alone: usize,
    together: usize,
}

impl Run {
    fn unit(&mut self) -> &'static str {
        UNITS[self.chance.random_range(0..REPORTS)]
    }

    fn person(&mut self) -> &'static str {
        // Mostly those who may: else nothing would ever be decided.
        if self.chance.random_bool(0.6) { "kari" } else { PEOPLE[self.chance.random_range(0..PEOPLE.len())] }
    }

    fn batch(&mut self) -> String {
        let newest = self.batches.max(1);
        // Mostly the newest: the older ones have ended.
        let number = if self.chance.random_bool(0.8) { newest } else { self.chance.random_range(1..=newest) };
        format!("B-{number:04}")
    }

    /// One request, sensible or not.
    async fn ask(&mut self) {
        let who = self.person();
        match self.chance.random_range(0..24) {
            0 => self.make(who).await,
            1..=8 => self.verdict(who).await,
            9..=11 => self.post(who, "dry-run", json!({})).await,
            12..=16 => {
                let count = self.count().await;
                let most = self.chance.random_range(1..4);
                let body = match self.chance.random_range(0..3) {
                    0 => json!({}),
                    1 => json!({ "count": count }),
                    _ => json!({ "count": count, "most": most }),
                };
                self.post(who, "run", body).await;
            }
            17 => {
                let deed = ["undo", "redo", "stop"][self.chance.random_range(0..3)];
                self.post(who, deed, json!({})).await;
            }
            18 => self.alone(who).await,
            _ => {
                let unit = self.unit();
                let path = format!("/v1/tasks/{}/undo", reference(unit));
                drop(self.world.post(who, &path, &json!({})).await);
            }
        }
    }

    /// A number to type: mostly the right one.
    async fn count(&mut self) -> u64 {
        let batch = self.batch();
        let (_, shown) = self.world.get("kari", &format!("/v1/batches/{batch}")).await;
        let right = shown["tally"]["waiting"].as_u64().unwrap_or(0);
        if self.chance.random_bool(0.7) { right } else { self.chance.random_range(0..=REPORTS as u64) }
    }

    async fn make(&mut self, who: &str) {
        let units: Vec<&str> = (0..self.chance.random_range(1..=REPORTS)).map(|_| self.unit()).collect();
        let mut items: Vec<Value> = Vec::new();
        for unit in units {
            let item = json!({ "reference": reference(unit), "extensions": self.chance.random_range(0..2) });
            if items.iter().all(|known| known["reference"] != item["reference"]) {
                items.push(item);
            }
        }
        let kind = if self.chance.random_bool(0.8) { "approve" } else { "return" };
        let wanted = json!({ "kind": kind, "items": items, "comment": "Se på tallene." });
        let (status, _) = self.world.post(who, "/v1/batches", &wanted).await;
        self.batches += u32::from(status == 201);
    }

    async fn verdict(&mut self, who: &str) {
        let batch = self.batch();
        let (status, shown) = self.world.get("kari", &format!("/v1/batches/{batch}")).await;
        let drawn: Vec<&str> = shown["items"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|item| item["sample"] == "drawn" && item["state"] == "waiting")
            .filter_map(|item| item["reference"].as_str())
            .collect();
        let guessed = reference(self.unit());
        let wanted =
            if status == 200 && !drawn.is_empty() && self.chance.random_bool(0.8) { drawn[0] } else { &guessed };
        let verdict = if self.chance.random_bool(0.85) { "accept" } else { "take_out" };
        let body = json!({ "reference": wanted, "version": 1, "verdict": verdict });
        self.post_to(who, &batch, "sample", &body).await;
    }

    async fn post(&mut self, who: &str, deed: &str, body: Value) {
        let batch = self.batch();
        self.post_to(who, &batch, deed, &body).await;
    }

    async fn post_to(&self, who: &str, batch: &str, deed: &str, body: &Value) {
        drop(self.world.post(who, &format!("/v1/batches/{batch}/{deed}"), body).await);
    }

    /// A decision by itself, with or without what it needs.
    async fn alone(&mut self, who: &str) {
        let reference = reference(self.unit());
        let body = json!({ "kind": "approve", "extensions": 1 });
        if self.chance.random_bool(0.3) {
            drop(self.world.post(who, &format!("/v1/tasks/{reference}/decision"), &body).await);
        } else {
            let key = uuid::Uuid::new_v4().to_string();
            drop(self.world.decide(who, &reference, 1, &key, &body).await);
        }
    }

    /// What must be true of every approved report.
    async fn look(&mut self, unit: &str) {
        let case = self.world.case(&reference(unit)).await;
        if case["row"]["state"] != "approved" {
            return;
        }
        let decisions = case["decisions"].as_array().unwrap();
        let made = decisions.iter().rev().find(|made| made["undone_at"].is_null()).unwrap();
        let person = made["person"].as_str().unwrap();
        assert!(["kari", "per", "leder"].contains(&person), "a reviewer or leader of the office: {made}");
        let events = case["events"].as_array().unwrap();
        let confirmed = events.iter().rposition(|event| event["kind"] == "confirmed").unwrap();
        assert_eq!(events[confirmed]["actor"], format!("Navn {person}"), "{case}");
        let before: Vec<&str> = events[..confirmed].iter().map(|event| event["kind"].as_str().unwrap()).collect();
        assert!(before.contains(&"saved") && before.contains(&"continued"), "all three stages: {before:?}");
        if let Some(batch) = made["batch"].as_str() {
            self.look_at_batch(batch, person).await;
            assert!(before.contains(&"batched"), "{before:?}");
            self.together += 1;
        } else {
            self.alone += 1;
        }
    }

    async fn look_at_batch(&self, batch: &str, person: &str) {
        let (_, batch) = self.world.get("kari", &format!("/v1/batches/{batch}")).await;
        assert_eq!(batch["person"], person, "under one's own confirmation: {batch}");
        assert!(batch["confirmed_at"].is_string() && batch["checked_at"].is_string(), "{batch}");
        let items = batch["items"].as_array().unwrap();
        let held = |item: &&Value| ["waiting", "decided", "undone"].contains(&item["state"].as_str().unwrap());
        let left = items.iter().filter(held).count();
        // What was looked at and dropped out afterwards, since somebody decided it alone, was looked at all the same.
        let counts = |item: &&Value| held(item) || item["state"] == "dropped";
        let seen = items.iter().filter(counts).filter(|item| item["sample"] == "accepted").count();
        let needed = usize::try_from(batch["needed"].as_u64().unwrap()).unwrap();
        assert!(seen >= needed.min(left), "the sample was looked at: {batch}");
    }
}

#[tokio::test]
async fn no_path_approves_a_report_without_a_person_a_confirmation_and_the_drawn_sample() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let requests = number("SFV_PATHS").unwrap_or(400);
    let seed = number("SFV_SEED").unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0 >> 32);
    println!("SFV_PATHS={requests} SFV_SEED={seed}");
    let world = with_reports(REPORTS).await;
    let mut run = Run { world, chance: Pcg64::seed_from_u64(seed), batches: 0, alone: 0, together: 0 };
    for asked in 1..=5 * requests {
        if asked > requests && run.alone > 0 && run.together > 0 {
            break;
        }
        if asked % requests == 0 {
            // Chance may have approved all of them in one way: there are new reports for the other.
            run.world = with_reports(REPORTS).await;
            run.batches = 0;
        }
        run.ask().await;
        if asked % LOOK_EVERY == 0 {
            for unit in UNITS.iter().take(REPORTS) {
                run.look(unit).await;
            }
        }
    }
    println!("{} batches; approved alone: {}, in a batch: {}", run.batches, run.alone, run.together);
    assert!(run.alone > 0 && run.together > 0, "both ways were gone");
}

#[test]
fn decisions_are_written_in_one_place_only() {
    let mut writers = Vec::new();
    for entry in walk(std::path::Path::new("src")) {
        let text = std::fs::read_to_string(&entry).unwrap();
        if text.contains("decision::add(") {
            writers.push(entry.to_string_lossy().replace('\\', "/"));
        }
    }
    assert_eq!(writers, ["src/server/flow/decide.rs"]);
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
