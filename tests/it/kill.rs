//! The kill run: program and backend are killed at random moments of many decisions, and nothing is lost or doubled.
//!
//! `SFV_KILLS` says how many decisions (20 when nothing is said, 200 for the full run), `SFV_SEED` repeats a run.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    process::Stdio,
    thread::JoinHandle,
    time::{Duration, Instant},
};

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use serde_json::Value;
use statsforvalter::client::journal::Journal;

use crate::{
    cli_support::Home,
    support::{
        backend::{Backend, rows},
        pty::{Pty, signal},
    },
};

/// How many decisions when nothing is said.
const FEW: usize = 20;
/// Every so many decisions one is made on the screen.
const SCREEN_EVERY: usize = 3;
/// How long a decision may take with all its restarts.
const PATIENCE: Duration = Duration::from_mins(2);
/// How many letters are typed before the screen is looked at.
const PIECE: usize = 5;
/// The line of the editor's screen where the text begins.
const TEXT: usize = 3;
const F5: &str = "\x1b[15~";

/// A decision that shall be made.
#[derive(Debug, Clone)]
struct Task {
    reference: String,
    noun: &'static str,
    verb: &'static str,
    count: Option<&'static str>,
    comment: Option<String>,
    /// True when the screen suggests a comment: then what is typed does not stand alone.
    suggested: bool,
}

impl Task {
    fn arguments(&self) -> Vec<&str> {
        let mut all = vec![self.noun, self.verb, &self.reference, "--confirm", "--json"];
        all.extend(self.count.iter().flat_map(|count| ["--extensions", *count]));
        all.extend(self.comment.iter().flat_map(|comment| ["--comment", comment.as_str()]));
        all
    }
}

/// What is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Victim {
    Nobody,
    Program,
    Backend,
    Both,
}

/// What happened so far.
#[derive(Debug, Default)]
struct Tally {
    /// Decisions a program said are made: the references.
    claimed: BTreeSet<String>,
    on_screen: usize,
    kills: BTreeMap<Victim, usize>,
    /// Kills that hit a program or backend still at work.
    hits: usize,
    restarts: usize,
    /// Exit codes of the commands.
    codes: BTreeMap<i32, usize>,
    /// Comments that were half typed on a screen when something was killed, and found again.
    found_again: usize,
}

/// One run.
struct Run {
    home: Home,
    backend: Backend,
    chance: Pcg64,
    tally: Tally,
}

#[test]
fn whatever_is_killed_every_decision_is_stored_once_and_no_typed_comment_is_lost() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let decisions = number("SFV_KILLS").map_or(FEW, |kills| usize::try_from(kills).expect("a number of decisions"));
    let seed = number("SFV_SEED").unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0 >> 32);
    println!("SFV_KILLS={decisions} SFV_SEED={seed}");
    let begun = Instant::now();
    let home = Home::new();
    let tasks = (decisions + 40).to_string();
    let backend = Backend::start(&home, &["--tasks", &tasks]);
    let mut run = Run { home, backend, chance: Pcg64::seed_from_u64(seed), tally: Tally::default() };
    let plan = run.plan(decisions);
    let before = newest_event(&run.home);
    for (number, task) in plan.iter().enumerate() {
        let on_screen = number % SCREEN_EVERY == 0 && !task.suggested;
        if on_screen { run.on_screen(task) } else { run.headless(task) }
    }
    run.look_at_the_end(&plan, before);
    println!("{decisions} decisions in {:.0?}\n{}", begun.elapsed(), run.tally.tell());
}

impl Tally {
    fn tell(&self) -> String {
        let Self { claimed, on_screen, kills, hits, restarts, codes, found_again } = self;
        format!(
            "said to be made: {}; on the screen: {on_screen}; killed: {kills:?}, of these at work: {hits}; \
             backend started again: {restarts}; ends of commands: {codes:?}; half-typed comments found again: {found_again}",
            claimed.len(),
        )
    }
}

impl Run {
    /// As many open tasks as decisions, each with what shall be decided.
    fn plan(&mut self, decisions: usize) -> Vec<Task> {
        let list = self.backend.run(&self.home, &["tasks", "list", "--json", "--limit", "1000"]).json();
        let rows = list["rows"].as_array().expect("rows");
        // One's own application is a colleague's to decide, and a colleague's draft is taken over by pressing twice.
        let mine = |row: &&Value| row["applicant"] != "Kari Prøvenes" && row["draft_by"] != "Ola Testerud";
        let mut plan: Vec<Task> = rows.iter().filter(mine).filter_map(|row| self.task(row)).collect();
        assert!(plan.len() >= decisions, "{} tasks for {decisions} decisions", plan.len());
        for at in (1..plan.len()).rev() {
            plan.swap(at, self.chance.random_range(0..=at));
        }
        plan.truncate(decisions);
        plan
    }

    fn task(&mut self, row: &Value) -> Option<Task> {
        let reference = row["reference"].as_str()?.to_owned();
        // Without blanks: one at the end of a line cannot be told from none on a screen.
        let comment = format!("Rett.2E.og.3A.i.{reference}.–.ærlig.på.«åtte».nr.{}", self.chance.random_range(10..99));
        // A report with errors is not approved without a reason for each of them: it is returned.
        let open = |name: &str| row["weight"]["risk"][name].as_u64().is_some_and(|number| number > 0);
        let errors = open("errors");
        let suggested = errors || open("warnings");
        // Who seems to be external is granted nothing without saying as what: they are rejected here.
        let external = row["kind"] == "access" && self.backend.case(&self.home, &reference)["suggested"].is_null();
        let says_no = errors || self.chance.random_bool(0.5) || external;
        let comment = says_no.then_some(comment);
        if row["kind"] == "access" {
            let verb = if says_no { "reject" } else { "grant" };
            return Some(Task { reference, noun: "access", verb, count: None, comment, suggested: false });
        }
        let case = self.backend.case(&self.home, &reference);
        let count = (!says_no && case["unit"]["extension_rule"] == "required").then_some("0");
        let verb = if says_no { "return" } else { "approve" };
        Some(Task { reference, noun: "report", verb, count, comment, suggested })
    }

    fn victim(&mut self) -> Victim {
        let victim = match self.chance.random_range(0..20) {
            0 => Victim::Nobody,
            1..=9 => Victim::Program,
            10..=14 => Victim::Backend,
            _ => Victim::Both,
        };
        *self.tally.kills.entry(victim).or_default() += 1;
        victim
    }

    /// Starts the backend again when it is dead.
    fn revive(&mut self) {
        if self.backend.is_dead() {
            self.tally.restarts += 1;
            self.backend.restart(&self.home);
        }
    }

    fn is_open(&mut self, reference: &str) -> bool {
        self.revive();
        self.backend.case(&self.home, reference)["row"]["state"] == "open"
    }

    /// One decision by the command, which is killed and run again until it is made.
    fn headless(&mut self, task: &Task) {
        let victim = self.victim();
        let after = Duration::from_millis(self.chance.random_range(0..220));
        let mut code = self.command(task, Some((victim, after)));
        let begun = Instant::now();
        while !matches!(code, Some(0 | 4)) {
            assert!(begun.elapsed() < PATIENCE, "{task:?} ended with {code:?}");
            self.revive();
            code = self.command(task, None);
        }
        if code == Some(0) {
            self.tally.claimed.insert(task.reference.clone());
        }
    }

    fn command(&mut self, task: &Task, strike: Option<(Victim, Duration)>) -> Option<i32> {
        let arguments = [self.backend.client().as_slice(), task.arguments().as_slice()].concat();
        let mut command = self.home.command(&arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        if let Some((victim, after)) = strike {
            std::thread::sleep(after);
            let at_work = matches!(child.try_wait(), Ok(None));
            self.tally.hits += usize::from(at_work && victim != Victim::Nobody);
            if matches!(victim, Victim::Program | Victim::Both) {
                drop(child.kill());
            }
            if matches!(victim, Victim::Backend | Victim::Both) {
                self.backend.kill();
            }
        }
        let output = child.wait_with_output().expect("the program ends");
        let code = output.status.code();
        *self.tally.codes.entry(code.unwrap_or(-9)).or_default() += 1;
        let expected = matches!(code, None | Some(0 | 4 | 69 | 73 | 75));
        assert!(expected, "{task:?}: {code:?} {}", String::from_utf8_lossy(&output.stderr));
        code
    }

    /// One decision on the screen, which is killed and opened again until it is made.
    fn on_screen(&mut self, task: &Task) {
        self.tally.on_screen += 1;
        let mut typist = Typist::new(task);
        let victim = self.victim();
        let after = Duration::from_millis(self.chance.random_range(50..2500));
        let mut strike = Some((victim, after));
        let begun = Instant::now();
        while !self.sitting(&mut typist, strike.take()) {
            assert!(begun.elapsed() < PATIENCE, "{task:?} is not decided; the last screen was\n{}", typist.last);
            if !self.is_open(&task.reference) {
                return;
            }
        }
        self.tally.claimed.insert(task.reference.clone());
    }

    /// One start of the program; true when its screen said that the decision is made.
    fn sitting(&mut self, typist: &mut Typist, strike: Option<(Victim, Duration)>) -> bool {
        self.revive();
        let arguments = [self.backend.client().as_slice(), &["open", &typist.task.reference]].concat();
        let mut pty = Pty::start(&self.home, &arguments);
        typist.begin();
        let killer = strike.map(|(victim, after)| (victim, self.killer(&pty, victim, after)));
        let begun = Instant::now();
        let mut said = false;
        while !said && !pty.is_gone() && begun.elapsed() < PATIENCE / 2 {
            match typist.step(&mut pty) {
                Step::Outcome => said = true,
                Step::Elsewhere => break,
                Step::Again => {}
            }
            // The program lives on while its backend is away for a moment.
            if self.backend.is_dead() {
                std::thread::sleep(Duration::from_millis(self.chance.random_range(0..600)));
                self.revive();
            }
        }
        if let Some((victim, killer)) = killer {
            self.tally.hits += usize::from(killer.is_finished() && victim != Victim::Nobody);
            let struck = killer.join().expect("the killer ends");
            if struck == Some(self.backend.process()) {
                // A process that was told to die may take a moment to be dead.
                self.backend.kill();
            }
        }
        self.tally.found_again += typist.found_again();
        said
    }

    /// Kills after a while, and says which backend it was. Neither process is waited for before this thread has ended, so no other one has its number.
    fn killer(&self, pty: &Pty, victim: Victim, after: Duration) -> JoinHandle<Option<u32>> {
        let program = pty.process();
        let backend = self.backend.process();
        std::thread::spawn(move || {
            std::thread::sleep(after);
            if matches!(victim, Victim::Program | Victim::Both) {
                signal(program, "KILL");
            }
            let strikes = matches!(victim, Victim::Backend | Victim::Both);
            if strikes {
                signal(backend, "KILL");
            }
            strikes.then_some(backend)
        })
    }

    fn look_at_the_end(&mut self, plan: &[Task], before: i64) {
        self.revive();
        self.last_start();
        let live: BTreeMap<String, Vec<(String, String)>> = grouped(rows(
            &self.home,
            "select decision.reference, decision.kind, decision.comment from decision
                 join task using (reference, version) where undone_at is null",
        ));
        for task in plan {
            let made = live.get(&task.reference).map_or(&[][..], Vec::as_slice);
            let comment = task.comment.clone().unwrap_or_default();
            assert_eq!(made, [(task.verb.to_owned(), comment)], "{} is decided once, in its own words", task.reference);
        }
        for reference in &self.tally.claimed {
            assert!(live.contains_key(reference), "{reference} was said to be decided");
        }
        self.look_at_events(plan, before);
        let several = "select 1 from decision where undone_at is null group by reference, version having count(*) > 1";
        assert!(rows(&self.home, several).is_empty(), "no version of any case is decided twice");
        let twice =
            rows(&self.home, "select decision, notice, position from delivery group by 1, 2, 3 having count(*) > 1");
        assert!(twice.is_empty(), "deliveries are there once: {twice:?}");
        let keys = rows(&self.home, "select fingerprint from decision group by 1 having count(*) > 1");
        assert!(keys.is_empty(), "no decision is stored under two keys: {keys:?}");
    }

    /// Since the run began every case has exactly one Bekreft, with Lagre and Fortsett before it.
    fn look_at_events(&self, plan: &[Task], before: i64) {
        let events = rows(&self.home, "select reference, seq, kind from event order by seq");
        let mut stages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for event in &events {
            if event[1].parse::<i64>().expect("a number") > before {
                stages.entry(&event[0]).or_default().push(&event[2]);
            }
        }
        for task in plan {
            let stages = stages.get(task.reference.as_str()).map_or(&[][..], Vec::as_slice);
            let at = |kind: &str| stages.iter().position(|stage| *stage == kind);
            let (saved, continued, confirmed) = (at("saved"), at("continued"), at("confirmed"));
            let count = stages.iter().filter(|stage| **stage == "confirmed").count();
            assert_eq!(count, 1, "{}: {stages:?}", task.reference);
            assert!(saved.is_some() && saved < continued && continued < confirmed, "{}: {stages:?}", task.reference);
        }
    }

    /// A last start of the program finishes what is left in the journal.
    fn last_start(&mut self) {
        let mut pty = Pty::start(&self.home, &self.backend.client());
        pty.wait_for("Enter åpne");
        pty.escape();
        pty.wait_for("Avslutte?");
        pty.send("\r");
        assert_eq!(pty.ended(), Ok(0));
        let journal =
            Journal::open(&self.home.path().join("state"), &self.backend.url, "reviewer-1").expect("a journal");
        assert!(journal.pending().is_empty(), "{:?}", journal.pending());
    }
}

fn newest_event(home: &Home) -> i64 {
    rows(home, "select max(seq) from event")[0][0].parse().expect("a number")
}

fn grouped(rows: Vec<Vec<String>>) -> BTreeMap<String, Vec<(String, String)>> {
    let mut groups: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for row in rows {
        let [reference, kind, comment] = <[String; 3]>::try_from(row).expect("three columns");
        groups.entry(reference).or_default().push((kind, comment));
    }
    groups
}

/// What came of one look at the screen.
enum Step {
    /// The screen says that the decision is made.
    Outcome,
    /// The case is not on the screen, or is not open any more.
    Elsewhere,
    /// On with it.
    Again,
}

/// A person who wants one decision, does what the screen asks for next, and remembers what was seen of the comment.
struct Typist<'a> {
    task: &'a Task,
    /// How many letters of the comment have been on a screen.
    seen: usize,
    /// What had been seen before this start, until the editor was looked at again.
    owed: Option<usize>,
    found: usize,
    counted: bool,
    last: String,
}

impl<'a> Typist<'a> {
    fn new(task: &'a Task) -> Self {
        Self { task, seen: 0, owed: None, found: 0, counted: false, last: String::new() }
    }

    fn begin(&mut self) {
        self.owed = (self.seen > 0).then_some(self.seen);
        self.counted = self.task.count.is_none();
    }

    fn found_again(&mut self) -> usize {
        std::mem::take(&mut self.found)
    }

    fn step(&mut self, pty: &mut Pty) -> Step {
        let Ok(screen) = pty.try_until(Duration::from_secs(10), &mut |screen| !screen.is_empty()) else {
            return Step::Again;
        };
        self.last.clone_from(&screen);
        let has = |text: &str| screen.contains(text);
        if has("Kan angres til") {
            return Step::Outcome;
        }
        if has("FORTSETT ARBEIDSFLYT") {
            summary(pty, &screen);
        } else if has("Esc eller F2: ferdig") {
            self.editor(pty, &screen);
        } else if has("Antall utvidelser (7A)") {
            self.count(pty, &screen);
        } else if has("Kunne ikke åpne") {
            pty.send(F5);
            changed(pty, &screen);
        } else if has("a godkjenn") && has(&self.task.reference) && !has("Enter åpne") {
            pty.press(if !self.counted {
                "u"
            } else if self.task.comment.is_some() {
                "r"
            } else {
                "a"
            });
            changed(pty, &screen);
        } else if has("Henter ") {
            changed(pty, &screen);
        } else {
            return Step::Elsewhere;
        }
        Step::Again
    }

    fn count(&mut self, pty: &mut Pty, screen: &str) {
        if screen.contains("[ 0 ]") {
            self.counted = true;
            pty.send("\r");
        } else {
            pty.press("0");
        }
        changed(pty, screen);
    }

    /// Types on, a few letters at a time, from what stands there.
    fn editor(&mut self, pty: &mut Pty, screen: &str) {
        let text = self.task.comment.as_deref().unwrap_or_default();
        let letters: Vec<char> = text.chars().collect();
        let begin = |length: usize| letters[..length].iter().collect::<String>();
        let line = screen.lines().nth(TEXT).unwrap_or_default().trim();
        let there = (0..=letters.len()).rev().find(|length| line == begin(*length));
        let there = there.unwrap_or_else(|| panic!("not what was typed:\n{screen}"));
        if let Some(owed) = self.owed.take() {
            assert!(there >= owed, "«{}» was on the screen, and is lost:\n{screen}", begin(owed));
            self.found += 1;
        }
        if there == letters.len() {
            pty.escape();
            changed(pty, screen);
            return;
        }
        let word = (there + PIECE).min(letters.len());
        pty.press(&letters[there..word].iter().collect::<String>());
        if pty.shows(&begin(word), Duration::from_secs(10)) {
            self.seen = self.seen.max(word);
        }
    }
}

fn summary(pty: &mut Pty, screen: &str) {
    if screen.contains("trykk Enter") {
        pty.confirm_if_asked();
    } else if screen.contains("F5 sender") || screen.contains("F5 prøver") {
        pty.send(F5);
    }
    changed(pty, screen);
}

/// Waits a moment for another screen.
fn changed(pty: &Pty, before: &str) {
    drop(pty.try_until(Duration::from_millis(1500), &mut |screen| screen != before));
}
