//! Many operations over a line on which half of all requests go wrong: what the program believes in the end is what
//! stands in the database, with nothing lost and nothing twice.
//!
//! `SFV_FAULT_OPS` says how many (500 when nothing is said), `SFV_SEED` repeats the faults.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::{Duration, Instant},
};

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use sqlx::Row as _;
use statsforvalter::{
    api::{
        case::Draft,
        decide::DecisionRequest,
        fault::{Fault, FaultKind, Stored},
    },
    app::{
        effect::{Effect, Ticket},
        msg::Reply,
    },
    client::{
        backend::Backend as _,
        http::{Http, Patience},
        journal::Journal,
    },
    clock::Clock,
    domain::{decision::DecisionKind, report::Reference, task::State},
    tui::runner::{Kept, Runner},
};
use tempfile::TempDir;
use tokio::{sync::mpsc::UnboundedReceiver, time::timeout};
use uuid::Uuid;

use crate::{
    server_world::{REGISTER, World},
    support::faults::{Faults, Wrong},
};

/// How many operations when nothing is said.
const FEW: usize = 500;
/// How many programs work at the same time, each on cases of its own.
const PROGRAMS: usize = 12;
/// How many cases each has.
const CASES: usize = 3;
/// How long a program waits: an attempt of a decision longer than the backend waits for its own turn, as outside of tests. What
/// is given up earlier could still be done after a later attempt was refused.
const PATIENCE: Patience =
    Patience { connect: Duration::from_secs(2), answer: Duration::from_secs(24), silence: Duration::from_secs(5) };
/// How long one step may take with everything that goes wrong.
const LONGEST: Duration = Duration::from_mins(3);

/// What a program believes of a decision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Believed {
    key: Uuid,
    kind: &'static str,
    comment: String,
    undone: bool,
}

/// What a program believes of a case.
#[derive(Debug, Default)]
struct Case {
    decisions: Vec<Believed>,
    /// The comment of the draft that the backend said it has.
    draft: Option<String>,
    /// What was done and answered, for a failure to tell.
    story: Vec<String>,
}

impl Case {
    fn stands(&self) -> bool {
        self.decisions.last().is_some_and(|decision| !decision.undone)
    }
}

/// What was met on the way.
#[derive(Debug, Default)]
struct Tally {
    decided: usize,
    undone: usize,
    drafts: usize,
    refused: usize,
    unknown: usize,
    restarts: usize,
    again: usize,
}

/// A program without a screen: the runner with its journal, on the faulty line.
struct Program {
    http: Http,
    folder: TempDir,
    clock: Clock,
    runner: Runner<Http>,
    replies: UnboundedReceiver<Reply>,
    chance: Pcg64,
    tickets: u64,
    tally: Tally,
}

fn start(http: &Http, folder: &TempDir, clock: &Clock) -> (Runner<Http>, UnboundedReceiver<Reply>) {
    let journal = Journal::open(folder.path(), "linjen", "kari").expect("a journal");
    Runner::start(http.clone(), clock.clone(), Kept { journal: Some(journal), ..Kept::default() })
}

impl Program {
    fn new(url: &str, clock: &Clock, seed: u64) -> Self {
        let http = Http::new(url, "kari", PATIENCE).expect("an address");
        let folder = TempDir::new().expect("a folder");
        let (runner, replies) = start(&http, &folder, clock);
        let chance = Pcg64::seed_from_u64(seed);
        Self { http, folder, clock: clock.clone(), runner, replies, chance, tickets: 0, tally: Tally::default() }
    }

    /// The next reply that is looked for.
    async fn reply<T>(&mut self, mut wanted: impl FnMut(Reply) -> Option<T>) -> T {
        let next = async {
            loop {
                let reply = self.replies.recv().await.expect("the runner answers");
                if let Some(found) = wanted(reply) {
                    return found;
                }
            }
        };
        timeout(LONGEST, next).await.expect("an answer in time")
    }

    fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    async fn operation(&mut self, reference: &Reference, case: &mut Case) {
        match (case.stands(), self.chance.random_range(0..10)) {
            (false, 0..6) | (true, 0..3) => self.decide(reference, case).await,
            (false, _) => self.draft(reference, case).await,
            (true, _) => self.undo(reference, case).await,
        }
    }

    /// A decision with a key of its own, asked about until its outcome is known: by the same program, or by one that was
    /// started anew and finds it in the journal.
    async fn decide(&mut self, reference: &Reference, case: &mut Case) {
        let key = Uuid::new_v4();
        let returns = self.chance.random_bool(0.5);
        let comment = if returns { format!("Rett 2E. {key}") } else { String::new() };
        let request = DecisionRequest {
            kind: if returns { DecisionKind::Return } else { DecisionKind::Approve },
            extensions: (!returns).then_some(2),
            comment: returns.then(|| comment.clone()),
            asked: Vec::new(),
            role: None,
            confirm_role: false,
        };
        let mut outcome = self.send(reference, key, &request).await;
        let mut asked = 1;
        while let Err(fault) = &outcome {
            case.story.push(format!("decide {key} {asked}: {:?} {:?}", fault.kind, fault.stored));
            if !fault.may_be_stored(asked > 1) {
                // Nothing of it is stored. What was no verdict would be tried again by a person, as a new decision.
                self.tally.refused += 1;
                return;
            }
            self.tally.unknown += 1;
            if self.chance.random_bool(0.5) {
                self.tally.again += 1;
                outcome = self.send(reference, key, &request).await;
            } else {
                let recovered = self.restart().await;
                outcome =
                    recovered.unwrap_or_else(|| panic!("{reference}: the journal has forgotten {key} after {fault:?}"));
            }
            asked += 1;
            assert!(asked < 60, "{reference}: {key} is never answered");
        }
        self.tally.decided += 1;
        case.story.push(format!("decide {key} {asked}: stored"));
        assert!(!case.stands(), "{reference}: decided twice {:#?}", case.story);
        case.draft = None;
        case.decisions.push(Believed { key, kind: if returns { "return" } else { "approve" }, comment, undone: false });
    }

    async fn send(&mut self, reference: &Reference, key: Uuid, request: &DecisionRequest) -> Result<(), Fault> {
        let ticket = self.ticket();
        self.runner.perform(Effect::Decide(ticket, reference.clone(), 1, key, request.clone()));
        self.reply(|reply| match reply {
            Reply::Decided(of, answer) if of == ticket => Some(answer.map(drop)),
            Reply::JournalFailed(why) => panic!("{why}"),
            _ => None,
        })
        .await
    }

    /// Ends the program and starts it again; tells what came of the decision that the journal held.
    async fn restart(&mut self) -> Option<Result<(), Fault>> {
        self.tally.restarts += 1;
        while !self.runner.is_idle() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        // The old one lets go of its journal before the new one opens it.
        let folder = TempDir::new().expect("a folder");
        let (runner, replies) = start(&self.http, &folder, &self.clock);
        drop(std::mem::replace(&mut self.runner, runner));
        drop(std::mem::replace(&mut self.replies, replies));
        tokio::time::sleep(Duration::from_millis(30)).await;
        (self.runner, self.replies) = start(&self.http, &self.folder, &self.clock);
        self.runner.perform(Effect::Recover);
        let recovery =
            self.reply(|reply| if let Reply::Recovered(recovery) = reply { Some(recovery) } else { None }).await;
        recovery.decisions.into_iter().next_back().map(|(_, answer)| answer.map(drop))
    }

    async fn draft(&mut self, reference: &Reference, case: &mut Case) {
        let comment = format!("Utkast {}", Uuid::new_v4());
        let draft = Draft { version: 1, comment: comment.clone(), ..Draft::default() };
        // As the screen does: first to the disk, then to the backend; again until it is there.
        self.runner.perform(Effect::KeepDraft(reference.clone(), draft.clone()));
        for _ in 0..60 {
            self.runner.perform(Effect::SaveDraft(reference.clone(), draft.clone()));
            let answer =
                self.reply(|reply| if let Reply::Saved(_, _, answer) = reply { Some(answer) } else { None }).await;
            match answer {
                Ok(_) => {
                    self.tally.drafts += 1;
                    case.draft = Some(comment);
                    return;
                }
                Err(fault) => assert!(fault.is_retryable(), "{reference}: {fault:?} {:#?}", case.story),
            }
        }
        panic!("{reference}: the draft is never saved");
    }

    /// Takes the last decision back. Where the answer is no plain yes, the case itself tells, as on the screen.
    async fn undo(&mut self, reference: &Reference, case: &mut Case) {
        self.runner.perform(Effect::Undo(reference.clone()));
        let answer = self.reply(|reply| if let Reply::Undone(_, answer) = reply { Some(answer) } else { None }).await;
        case.story.push(format!("undo: {:?}", answer.as_ref().map_err(|fault| (fault.kind, fault.stored)).err()));
        let undone = match answer {
            Ok(_) => true,
            Err(fault) => {
                self.tally.unknown += usize::from(fault.stored == Stored::Unknown);
                self.is_open(reference).await
            }
        };
        case.story.push(format!("undone: {undone}"));
        if let Some(last) = case.decisions.last_mut().filter(|_| undone) {
            self.tally.undone += 1;
            last.undone = true;
        }
    }

    async fn is_open(&self, reference: &Reference) -> bool {
        for _ in 0..60 {
            match self.http.case(reference.clone()).await {
                Ok(case) => return case.row().state == State::Open,
                Err(fault) => {
                    assert!(
                        matches!(fault.kind, FaultKind::Away | FaultKind::Garbled | FaultKind::Unknown),
                        "{fault:?}"
                    );
                }
            }
        }
        panic!("{reference} is never read");
    }
}

/// The decisions that stand in the database, by case.
async fn stored(world: &World) -> BTreeMap<String, BTreeSet<Believed>> {
    let mut conn = world.beside().await;
    let query = "select key, reference, kind, coalesce(comment, '') as comment, case when undone_at is null then 0 else 1 end as undone from decision";
    let rows = sqlx::query(query).fetch_all(&mut conn).await.expect("the rows");
    let mut found: BTreeMap<String, BTreeSet<Believed>> = BTreeMap::new();
    for row in rows {
        let kind = if row.get::<String, _>("kind") == "return" { "return" } else { "approve" };
        let undone = row.get::<i64, _>("undone") == 1;
        let key = row.get::<String, _>("key").parse().expect("a key");
        let believed = Believed { key, kind, comment: row.get("comment"), undone };
        assert!(found.entry(row.get("reference")).or_default().insert(believed), "a key stands twice");
    }
    found
}

/// How many events of a kind the log of a case has.
async fn events(world: &World, reference: &str) -> BTreeMap<String, usize> {
    let mut conn = world.beside().await;
    let rows = sqlx::query("select kind, count(*) as n from event where reference = $1 group by kind")
        .bind(reference)
        .fetch_all(&mut conn)
        .await
        .expect("the rows");
    rows.iter().map(|row| (row.get("kind"), usize::try_from(row.get::<i64, _>("n")).expect("a number"))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_a_line_on_which_half_of_all_goes_wrong_nothing_is_lost_and_nothing_is_done_twice() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let operations = number("SFV_FAULT_OPS").map_or(FEW, |count| usize::try_from(count).expect("a number"));
    let seed = number("SFV_SEED").unwrap_or_else(|| Uuid::new_v4().as_u64_pair().0 >> 32);
    println!("SFV_FAULT_OPS={operations} SFV_SEED={seed}");
    let begun = Instant::now();
    let world = World::new().await;
    let references = reports(&world).await;
    let line = Faults::to(&world.running.url, seed).await;
    let share = operations.div_ceil(PROGRAMS);
    let programs = references.chunks(CASES).take(PROGRAMS).enumerate().map(|(number, own)| {
        let (url, clock, own) = (line.url.clone(), world.clock.clone(), own.to_vec());
        tokio::spawn(async move {
            let mut program = Program::new(&url, &clock, seed + 1 + u64::try_from(number).expect("small"));
            let mut cases: Vec<(Reference, Case)> =
                own.into_iter().map(|reference| (reference, Case::default())).collect();
            for _ in 0..share {
                let at = program.chance.random_range(0..cases.len());
                let (reference, case) = &mut cases[at];
                program.operation(reference, case).await;
            }
            (cases, program.tally)
        })
    });
    let programs: Vec<_> = programs.collect();
    let mut believed: BTreeMap<String, BTreeSet<Believed>> = BTreeMap::new();
    let mut drafts = Vec::new();
    let mut tallies = Vec::new();
    for program in programs {
        let (cases, tally) = program.await.unwrap_or_else(|error| panic!("SFV_SEED={seed}: {error}"));
        tallies.push(tally);
        for (reference, case) in cases {
            if !case.decisions.is_empty() {
                believed.insert(reference.to_string(), case.decisions.iter().cloned().collect());
            }
            drafts.push((reference, case.draft.clone(), case.stands()));
        }
    }
    let sum = |of: fn(&Tally) -> usize| tallies.iter().map(of).sum::<usize>();
    println!(
        "{operations} operations in {:.0?}: {} decided, {} undone, {} drafts, {} refused; {} times unknown, {} asked again, {} restarts\n{:?}",
        begun.elapsed(),
        sum(|t| t.decided),
        sum(|t| t.undone),
        sum(|t| t.drafts),
        sum(|t| t.refused),
        sum(|t| t.unknown),
        sum(|t| t.again),
        sum(|t| t.restarts),
        line.counted()
    );
    look(&world, seed, &believed, &drafts).await;
    assert!(line.counted().keys().filter(|wrong| **wrong != Wrong::Nothing).count() > 8, "most faults were met");
}

/// The reports of the office, handed in.
async fn reports(world: &World) -> Arc<[Reference]> {
    let period = REGISTER.period("2023H1").expect("a period");
    let units = REGISTER.units(period).iter().filter(|unit| unit.office.0 == "SFIN" && unit.reports);
    let units: Vec<String> = units.map(|unit| unit.no.to_string()).collect();
    let mut references: Vec<Reference> = Vec::new();
    for unit in units {
        let (status, body) = world.submit(&unit).await;
        if status == 201 {
            references.push(body["reference"].as_str().expect("a reference").parse().expect("a reference"));
        }
        if references.len() == PROGRAMS * CASES {
            break;
        }
    }
    assert_eq!(references.len(), PROGRAMS * CASES);
    references.into()
}

/// Holds what the programs believe against what stands at the backend.
async fn look(
    world: &World,
    seed: u64,
    believed: &BTreeMap<String, BTreeSet<Believed>>,
    drafts: &[(Reference, Option<String>, bool)],
) {
    let stored = stored(world).await;
    for (reference, decisions) in believed {
        let there = stored.get(reference).cloned().unwrap_or_default();
        let lost: Vec<_> = decisions.difference(&there).collect();
        let more: Vec<_> = there.difference(decisions).collect();
        assert!(lost.is_empty() && more.is_empty(), "SFV_SEED={seed} {reference}: lost {lost:?}, unknown {more:?}");
        let events = events(world, reference).await;
        let count = |kind: &str| events.get(kind).copied().unwrap_or_default();
        let undone = decisions.iter().filter(|decision| decision.undone).count();
        let told = (count("confirmed"), count("undone"));
        assert_eq!(told, (decisions.len(), undone), "SFV_SEED={seed} {reference}: {events:?}");
    }
    assert_eq!(stored.len(), believed.len(), "SFV_SEED={seed}: no other case is decided");
    for (reference, draft, stands) in drafts {
        let case = world.case(reference.as_str()).await;
        let there = case["draft"]["comment"].as_str().map(ToOwned::to_owned);
        if let (Some(draft), false) = (draft, stands) {
            assert_eq!(there.as_ref(), Some(draft), "SFV_SEED={seed} {reference}");
        }
    }
    // What was decided and not taken back leaves the house, each letter once.
    let mut conn = world.beside().await;
    let query = sqlx::query(
        "select count(*) as n from delivery d join decision e on e.key = d.decision where e.undone_at is null",
    );
    let wanted =
        usize::try_from(query.fetch_one(&mut conn).await.expect("a row").get::<i64, _>("n")).expect("a number");
    world.pass(31);
    assert_eq!(world.delivered(wanted).await.len(), wanted, "SFV_SEED={seed}");
}
