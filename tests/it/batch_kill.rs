//! The kill run of batches: program, backend and connection are killed inside batches of 100 decisions, and every decision is
//! stored once or not at all, every refusal explained, and every batch gone on with to its end.
//!
//! `SFV_KILLS` says how many kills hit a batch at work (20 when nothing is said, 200 for the full run), `SFV_SEED` repeats a run.

mod look;
mod screen;
mod strike;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    time::{Duration, Instant},
};

use rand::{Rng, SeedableRng, seq::SliceRandom as _};
use rand_pcg::Pcg64;
use reqwest::Method;
use serde_json::{Value, json};

use self::strike::{Deed, Victim};
use crate::{
    cli_support::{Home, Run as Ended},
    support::{backend::rows, many::Many, relay::Relay},
};

/// How many kills when nothing is said.
const FEW: usize = 20;
/// How many decisions a batch has.
const SIZE: usize = 100;
/// How many reports there are to begin with.
const REPORTS: usize = 200;
/// How often one batch is struck at most: it must come to its end.
const STRIKES: usize = 9;
/// For how many seconds a batch can be taken back. A short time, so that deliveries leave while the next batch runs.
const WINDOW: usize = 8;
/// How long one batch may take with all its restarts.
const PATIENCE: Duration = Duration::from_mins(3);
/// How often a report is corrected at most: its figures are small.
const CORRECTIONS: usize = 3;
/// A case that nobody knows, in every batch.
const NOBODY: &str = "KHR-2026H1-9999";

/// What happened so far.
#[derive(Debug, Default)]
struct Tally {
    batches: usize,
    undone: usize,
    /// Taking back that came after the window.
    too_late: usize,
    redone: usize,
    /// Sittings in the program's own screen.
    on_screen: usize,
    /// Kills by victim, and those that hit a confirmed batch at work.
    kills: BTreeMap<Victim, usize>,
    hits: BTreeMap<Victim, usize>,
    /// Of the hits: while a batch was taken back; with decisions of the batch still to be made after it.
    while_undoing: usize,
    cut_short: usize,
    restarts: usize,
    /// Exit codes of the commands that were struck or came after.
    codes: BTreeMap<i32, usize>,
    /// What programs said is so, and was looked up.
    claims: usize,
}

impl Tally {
    fn hits(&self) -> usize {
        self.hits.values().sum()
    }
}

/// How far a batch has come, as the database has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Standing {
    state: String,
    waiting: usize,
    settled: usize,
}

/// One run.
struct Run {
    home: Home,
    many: Many,
    relay: Relay,
    chance: Pcg64,
    wanted: usize,
    tally: Tally,
    /// How often a report got a newer version.
    corrections: BTreeMap<String, usize>,
    /// Newer versions that came while a batch was running: the batch and the report.
    corrected: BTreeSet<(String, String)>,
    /// How many milliseconds after its beginning each deed is struck at most: more after a hit, less after a miss, so
    /// that it fits this machine.
    spans: [u64; 4],
}

#[test]
fn whatever_is_killed_in_a_batch_every_decision_is_stored_once_or_not_at_all_and_the_batch_comes_to_its_end() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let wanted = number("SFV_KILLS").map_or(FEW, |kills| usize::try_from(kills).expect("a number of kills"));
    let seed = number("SFV_SEED").unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0 >> 32);
    println!("SFV_KILLS={wanted} SFV_SEED={seed}");
    let begun = Instant::now();
    let home = Home::new();
    home.file("config/config.toml", format!("undo_seconds = {WINDOW}\n"));
    let many = Many::start(&home, "SFIN", REPORTS);
    let relay = Relay::to(&many.backend.url);
    let chance = Pcg64::seed_from_u64(seed);
    let (tally, corrections, corrected) = Default::default();
    let mut run = Run { home, many, relay, chance, wanted, tally, corrections, corrected, spans: [400; 4] };
    while run.tally.hits() < wanted {
        run.batch();
        println!("{} of {wanted} after {:.0?}", run.tally.hits(), begun.elapsed());
    }
    look::at_the_end(&run);
    assert!(run.tally.on_screen > 0, "the screen was gone on with too");
    let reports = run.many.references.len();
    println!("{reports} reports, {:.0?}; struck within {:?} ms; {:?}", begun.elapsed(), run.spans, run.tally);
}

impl Run {
    /// One batch from its making to its end, and mostly back again, once or more.
    fn batch(&mut self) {
        let id = self.made();
        loop {
            self.run_to_its_end(&id);
            if self.chance.random_bool(0.85) {
                self.take_back(&id);
            }
            if self.standing(&id).state == "done" || self.chance.random_bool(0.4) {
                return;
            }
            self.tally.redone += 1;
            let again = self.plainly(&["bulk", "redo", &id, "--json"]).json();
            self.look_through(&id, &again);
        }
    }

    /// A batch of open reports with its sample looked through: one of the sample taken out, and one that nobody knows.
    fn made(&mut self) -> String {
        let mut open = self.open_reports();
        if open.len() <= SIZE {
            self.many.add(2 * SIZE);
            open = self.open_reports();
        }
        open.shuffle(&mut self.chance);
        open.truncate(SIZE + 1);
        let mut arguments = vec!["bulk", "approve", NOBODY, "--json"];
        arguments.extend(open.iter().map(String::as_str));
        let batch = self.plainly(&arguments).json();
        let id = batch["id"].as_str().expect("a number").to_owned();
        assert_eq!(batch["tally"]["refused"], 1, "{}", look::reasons(&batch));
        let out = drawn(&batch)[0].clone();
        let batch = self.plainly(&["bulk", "accept", &id, &out, "--take-out", "--json"]).json();
        self.look_through(&id, &batch);
        assert_eq!(batch["tally"]["waiting"], SIZE);
        self.tally.batches += 1;
        id
    }

    /// Says of everything in the sample that nobody has looked at that it is in order, and has the dry run shown.
    fn look_through(&self, id: &str, batch: &Value) {
        let drawn = drawn(batch);
        if !drawn.is_empty() {
            let mut arguments = vec!["bulk", "accept", id];
            arguments.extend(drawn.iter().map(String::as_str));
            self.plainly(&arguments);
        }
        self.plainly(&["bulk", "approve", "--batch", id, "--dry-run", "--json"]);
    }

    fn open_reports(&self) -> Vec<String> {
        let open = rows(&self.home, "select reference from task where state = 'open' order by reference");
        open.into_iter().flatten().collect()
    }

    /// Runs a command that is not struck.
    fn plainly(&self, arguments: &[&str]) -> Ended {
        let run = self.many.backend.run(&self.home, arguments);
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.err);
        run
    }

    /// Confirms a batch, and goes on with it in whatever way until it is done, struck again and again.
    fn run_to_its_end(&mut self, id: &str) {
        let begun = Instant::now();
        let waiting = self.standing(id).waiting;
        let mut deed = Deed::Confirm;
        if self.tally.on_screen == 0 || self.chance.random_bool(0.4) {
            self.begin_with_a_part(id, waiting);
            deed = Deed::Resume;
        }
        for struck in 0.. {
            assert!(begun.elapsed() < PATIENCE, "{id} does not end: {:?}", self.standing(id));
            let strike = self.strike(struck);
            self.maybe_correct(id);
            let on_screen = self.tally.on_screen == 0 || self.chance.random_bool(0.2);
            if deed == Deed::Resume && on_screen {
                if self.on_screen(id, strike) {
                    break;
                }
            } else {
                let count = waiting.to_string();
                let confirm = ["bulk", "approve", "--batch", id, "--confirm", &count, "--json"];
                let resume = ["bulk", "resume", id, "--json"];
                let arguments: &[&str] = if deed == Deed::Confirm { &confirm } else { &resume };
                match self.command(id, deed, arguments, strike) {
                    Some(0) => break,
                    // What the program advises: the same command once more.
                    Some(69 | 75) => continue,
                    _ => {}
                }
            }
            match self.standing(id).state.as_str() {
                "open" => deed = Deed::Confirm,
                "running" => deed = Deed::Resume,
                _ => break,
            }
        }
        let standing = self.standing(id);
        assert_eq!((standing.state.as_str(), standing.waiting), ("done", 0), "{id}");
        look::at_decisions(&self.home);
        look::at_refusals(&self.plainly(&["bulk", "status", id, "--json"]).json());
    }

    /// The number is typed, and a first part decided: a batch that stops anywhere.
    fn begin_with_a_part(&mut self, id: &str, waiting: usize) {
        self.plainly(&["bulk", "approve", "--batch", id, "--dry-run", "--json"]);
        let body = json!({ "count": waiting, "most": self.chance.random_range(1..waiting) });
        let path = format!("/v1/batches/{id}/run");
        let (status, answer) = self.many.api.ask("kari", Method::POST, &path, Some(&body));
        assert_eq!((status, &answer["batch"]["state"]), (200, &json!("running")), "{answer}");
    }

    /// Sometimes a unit sends a newer version of a report that waits for its turn.
    fn maybe_correct(&mut self, id: &str) {
        if self.standing(id).state != "running" || self.chance.random_bool(0.6) {
            return;
        }
        let waiting = rows(&self.home, "select batch, reference from batch_item where state = 'waiting'");
        let waiting: Vec<&String> = waiting.iter().filter(|row| number_of(id) == row[0]).map(|row| &row[1]).collect();
        if waiting.is_empty() {
            return;
        }
        let reference = waiting[self.chance.random_range(0..waiting.len())].clone();
        let corrections = self.corrections.entry(reference.clone()).or_default();
        if *corrections < CORRECTIONS {
            *corrections += 1;
            let (status, answer) = self.many.correct(&reference);
            assert_eq!(status, 201, "{answer}");
            self.corrected.insert((id.to_owned(), reference));
        }
    }

    /// Takes a batch back, struck now and then, until that is so or too late.
    fn take_back(&mut self, id: &str) {
        let begun = Instant::now();
        for struck in 0.. {
            assert!(begun.elapsed() < PATIENCE, "{id} is not taken back: {:?}", self.standing(id));
            let strike = if self.chance.random_bool(0.5) { self.strike(STRIKES - 2 + struck) } else { None };
            match self.command(id, Deed::Undo, &["bulk", "undo", id, "--json"], strike) {
                Some(4) => {
                    let until =
                        rows(&self.home, "select number, undo_until <= strftime('%Y-%m-%dT%H:%M:%fZ') from batch");
                    let over = until.iter().find(|row| row[0] == number_of(id)).expect("the batch");
                    assert_eq!((over[1].as_str(), self.standing(id).state.as_str()), ("1", "done"), "{id}");
                    self.tally.too_late += 1;
                    return;
                }
                Some(0) => {
                    self.tally.undone += 1;
                    return;
                }
                _ if self.standing(id).state == "undone" && self.chance.random_bool(0.5) => {
                    self.tally.undone += 1;
                    return;
                }
                _ => {}
            }
        }
    }

    fn standing(&self, id: &str) -> Standing {
        let counts =
            "select number, state, (select count(*) from batch_item where batch = number and state = 'waiting'),
            (select count(*) from batch_item where batch = number and state != 'waiting') from batch";
        let found = rows(&self.home, counts).into_iter().find(|row| row[0] == number_of(id)).expect("the batch");
        let number = |text: &str| text.parse().expect("a number");
        Standing { state: found[1].clone(), waiting: number(&found[2]), settled: number(&found[3]) }
    }

    /// How a batch stands once nobody works on it any more: what a killed program asked for may still be under way.
    fn settled(&self, id: &str) -> Standing {
        // Something that is refused, but waits for its turn to write.
        let nothing = json!({ "reference": NOBODY, "version": 1, "verdict": "accept" });
        let path = format!("/v1/batches/{id}/sample");
        let mut last = None;
        loop {
            let (status, answer) = self.many.api.ask("kari", Method::POST, &path, Some(&nothing));
            assert_eq!(status, 422, "{answer}");
            let now = self.standing(id);
            if last.as_ref() == Some(&now) {
                return now;
            }
            last = Some(now);
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// The number of a batch as the database has it.
fn number_of(id: &str) -> &str {
    id.trim_start_matches("B-").trim_start_matches('0')
}

/// The cases of a sample that nobody has looked at.
fn drawn(batch: &Value) -> Vec<String> {
    let items = batch["items"].as_array().expect("items").iter();
    let waits = items.filter(|item| item["sample"] == "drawn" && item["state"] == "waiting");
    waits.map(|item| item["reference"].as_str().expect("a reference").to_owned()).collect()
}
