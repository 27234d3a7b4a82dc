//! A batch of approvals against a backend far away: what it costs beside one round trip, and beside deciding one by one.
//!
//! `SFV_BATCH=1000 SFV_SINGLES=1000 SFV_ROUNDS=3 cargo bench --bench line`. `SFV_BATCH` is the number of reports (50 when nothing is
//! said), `SFV_SINGLES` how many are decided one by one (10), `SFV_DELAYS` the milliseconds each way, one run for each (40,0), `SFV_ROUNDS`
//! the number of rounds (1), `SFV_LOAD` asks for decisions per second in place of all this (see `load.rs`), `SFV` another program than the one that is built. What was measured, where and when is in docs/ytelse.md; no test and no step of CI runs this.

#![expect(clippy::print_stdout, reason = "a bench has no screen of its own")]

mod load;
mod relay;
#[expect(dead_code, clippy::unwrap_used, reason = "a part of the tests: only its figures and people are used")]
#[path = "../../tests/it/server_world.rs"]
mod server_world;
#[path = "."]
mod support {
    #[expect(clippy::unwrap_used, reason = "a part of the tests: only a fresh database is wanted")]
    #[path = "../../tests/it/support/postgres.rs"]
    pub(crate) mod postgres;
}
mod world;

use std::{
    env,
    time::{Duration, Instant},
};

use relay::{Count, Relay};
use statsforvalter::{
    api::{
        batch::{Batch, BatchAnswer, BatchDeed, NewBatch, NewItem, Progress, RunRequest, Verdict, VerdictKind},
        case::{Case, Draft},
        decide::DecisionRequest,
        tasks::TaskRow,
    },
    client::{backend::Backend, http::Http},
    domain::{
        batch::{BatchId, BatchKind, BatchState, ItemState, Sample},
        decision::DecisionKind,
    },
};
use uuid::Uuid;
use world::{Seeded, Served};

/// The extension count of every report.
const EXTENSIONS: u32 = 1;
/// How often the floor is measured in a run.
const FLOORS: usize = 20;

/// What one step cost.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    wall: Duration,
    crossed: Count,
    cpu_ms: u64,
}

/// The steps of one round on one line.
#[derive(Debug, Default)]
struct Round {
    steps: Vec<(&'static str, Cost)>,
    singles: usize,
}

/// A client at the end of a line, and what it has cost so far.
struct Desk<'a> {
    served: &'a Served,
    relay: Relay,
    client: Http,
}

fn main() {
    let number = |name: &str, usual: usize| {
        env::var(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
    };
    let (batch, singles, rounds) = (number("SFV_BATCH", 50), number("SFV_SINGLES", 10), number("SFV_ROUNDS", 1));
    let delays = env::var("SFV_DELAYS").unwrap_or_else(|_| "40,0".to_owned());
    let delays: Vec<u64> = delays.split(',').map(|text| text.parse().expect("SFV_DELAYS are numbers")).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime");
    match number("SFV_LOAD", 0) {
        0 => runtime.block_on(all(batch, singles, rounds, &delays)),
        decisions => runtime.block_on(load::all(decisions, rounds)),
    }
}

async fn all(batch: usize, singles: usize, rounds: usize, delays: &[u64]) {
    let seeded = Seeded::with(batch.max(singles)).await;
    println!("{} clean reports, {}; load {}", seeded.open, seeded.told, load());
    let mut found: Vec<(u64, Vec<Round>)> = delays.iter().map(|delay| (*delay, Vec::new())).collect();
    for round in 1..=rounds {
        for (delay, rounds) in &mut found {
            let mut steps = together(&seeded, *delay, batch).await;
            steps.steps.push(one_by_one(&seeded, *delay, singles).await);
            steps.singles = singles;
            println!("round {round}, {delay} ms each way, load {}: {}", load(), steps.tell());
            rounds.push(steps);
        }
    }
    for (delay, rounds) in &found {
        table(*delay, batch, singles, rounds);
    }
}

/// The load of the machine over the last minute.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}

impl<'a> Desk<'a> {
    async fn at(served: &'a Served, delay: u64) -> Self {
        let relay = Relay::lay(served.address, Duration::from_millis(delay)).await;
        let client = Served::client(relay.address);
        client.me().await.expect("the backend answers");
        Self { served, relay, client }
    }

    /// What something costs.
    async fn cost<T>(&self, what: impl Future<Output = T>) -> (T, Cost) {
        let (crossed, cpu, begun) = (self.relay.count(), self.served.cpu_ms(), Instant::now());
        let answer = what.await;
        let wall = begun.elapsed();
        let cost = Cost { wall, crossed: self.relay.count().since(crossed), cpu_ms: self.served.cpu_ms() - cpu };
        (answer, cost)
    }

    async fn bulk(&self, deed: BatchDeed) -> BatchAnswer {
        self.client.bulk(deed).await.unwrap_or_else(|fault| panic!("{fault:?}"))
    }

    async fn make(&self, rows: &[TaskRow]) -> Batch {
        let item = |row: &TaskRow| NewItem {
            reference: row.reference.clone(),
            version: Some(row.version),
            extensions: Some(EXTENSIONS),
        };
        let wanted = NewBatch { kind: BatchKind::Approve, items: rows.iter().map(item).collect(), comment: None };
        match self.bulk(BatchDeed::Make(wanted)).await {
            BatchAnswer::Batch(batch) => batch,
            other => panic!("{other:?}"),
        }
    }

    /// Every report of the sample is opened, read and found in order.
    async fn accept_sample(&self, batch: &Batch) -> usize {
        let drawn: Vec<_> = batch.items.iter().filter(|item| item.sample == Sample::Drawn).collect();
        for item in &drawn {
            self.client.case(item.reference.clone()).await.expect("the case");
            let (reference, version) = (item.reference.clone(), item.version);
            let said = Verdict { reference, version, verdict: VerdictKind::Accept };
            self.bulk(BatchDeed::Verdict(batch.id, said)).await;
        }
        drawn.len()
    }

    /// Bekreft by the number, and on until the batch has ended: as the program does it.
    async fn run(&self, id: BatchId, count: u32) -> Progress {
        let mut request = RunRequest { count: Some(count), most: None };
        loop {
            let BatchAnswer::Progress(progress) = self.bulk(BatchDeed::Run(id, request)).await else {
                panic!("another answer than was asked for");
            };
            if progress.batch.state != BatchState::Running {
                return progress;
            }
            request = RunRequest::default();
        }
    }

    /// One report, as on the screen: opened, saved, gone on with, confirmed.
    async fn decide(&self, row: &TaskRow) {
        let case = self.client.case(row.reference.clone()).await.expect("the case");
        let Case::Report(report) = &case else { panic!("not a report") };
        let version = report.row.version;
        let draft = Draft { version, extensions: EXTENSIONS.to_string(), ..Draft::default() };
        self.client.save(row.reference.clone(), draft).await.expect("Lagre");
        let request = DecisionRequest {
            kind: DecisionKind::Approve,
            extensions: Some(EXTENSIONS),
            comment: None,
            asked: Vec::new(),
            role: None,
            confirm_role: false,
        };
        self.client.proceed(row.reference.clone(), version, request.clone()).await.expect("Fortsett arbeidsflyt");
        self.client.decide(row.reference.clone(), version, Uuid::new_v4(), request).await.expect("Bekreft");
    }
}

/// A whole batch, step by step, and one round trip beside it.
async fn together(seeded: &Seeded, delay: u64, size: usize) -> Round {
    let served = seeded.serve().await;
    let rows = served.clean(size).await;
    let desk = Desk::at(&served, delay).await;
    let mut floors = Vec::new();
    for _ in 0..FLOORS {
        let (me, cost) = desk.cost(desk.client.me()).await;
        me.expect("the backend answers");
        floors.push(cost);
    }
    floors.sort_by_key(|cost| cost.wall);
    let floor = floors.get(FLOORS / 2).copied().unwrap_or_default();
    let (batch, make) = desk.cost(desk.make(&rows)).await;
    let refused: Vec<_> = batch.items.iter().filter(|item| item.state != ItemState::Waiting).collect();
    assert!(refused.is_empty(), "{refused:?}");
    let (looked_at, sample) = desk.cost(desk.accept_sample(&batch)).await;
    assert_eq!(looked_at, batch.needed as usize);
    let (_, dry_run) = desk.cost(desk.bulk(BatchDeed::DryRun(batch.id))).await;
    let (progress, run) = desk.cost(desk.run(batch.id, batch.tally.waiting)).await;
    let tally = progress.batch.tally;
    assert_eq!((progress.batch.state, tally.decided as usize), (BatchState::Done, size), "{tally:?}");
    assert_eq!(served.open().await as usize, seeded.open as usize - size, "every case is decided");
    let steps = vec![("floor", floor), ("make", make), ("sample", sample), ("dry run", dry_run), ("run", run)];
    Round { steps, singles: 0 }
}

/// The same decisions one by one, on reports of their own.
async fn one_by_one(seeded: &Seeded, delay: u64, count: usize) -> (&'static str, Cost) {
    let served = seeded.serve().await;
    let rows = served.clean(count).await;
    let desk = Desk::at(&served, delay).await;
    let ((), cost) = desk
        .cost(async {
            for row in &rows {
                desk.decide(row).await;
            }
        })
        .await;
    assert_eq!(served.open().await as usize, seeded.open as usize - count, "every case is decided");
    ("one by one", cost)
}

impl Round {
    fn tell(&self) -> String {
        let one = |(name, cost): &(&str, Cost)| {
            let Cost { wall, crossed, cpu_ms } = cost;
            let requests = crossed.requests;
            format!("{name} {:.1} ms ({requests} requests, backend {cpu_ms} ms)", wall.as_secs_f64() * 1e3)
        };
        self.steps.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn ms(&self, step: &str) -> f64 {
        self.steps.iter().find(|(name, _)| *name == step).map_or(f64::NAN, |(_, cost)| cost.wall.as_secs_f64() * 1e3)
    }
}

fn median(mut values: Vec<f64>) -> (f64, f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
    let middle = values.len() / 2;
    let median = if values.len().is_multiple_of(2) { f64::midpoint(at(middle - 1), at(middle)) } else { at(middle) };
    (median, at(0), at(values.len() - 1))
}

/// The figures of one line: medians with the least and the most, and ratios taken in each round.
fn table(delay: u64, size: usize, singles: usize, rounds: &[Round]) {
    println!("\n## {size} approvals, {} ms there and back, {} rounds\n", 2 * delay, rounds.len());
    println!("| step | ms, median (least..most) | requests | connections | kB up | kB down | backend, CPU ms |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    let Some(first) = rounds.first() else { return };
    for (place, (name, _)) in first.steps.iter().enumerate() {
        let of = |read: fn(&Cost) -> f64| {
            median(rounds.iter().filter_map(|round| round.steps.get(place)).map(|(_, cost)| read(cost)).collect())
        };
        let (wall, least, most) = of(|cost| cost.wall.as_secs_f64() * 1e3);
        let (requests, ..) = of(|cost| whole(cost.crossed.requests));
        let (connections, ..) = of(|cost| whole(cost.crossed.connections));
        let (up, ..) = of(|cost| whole(cost.crossed.up) / 1e3);
        let (down, ..) = of(|cost| whole(cost.crossed.down) / 1e3);
        let (cpu, ..) = of(|cost| whole(cost.cpu_ms));
        let wall = format!("{wall:.1} ({least:.1}..{most:.1})");
        println!("| {name} | {wall} | {requests} | {connections} | {up:.1} | {down:.1} | {cpu} |");
    }
    let ratio = |name: &str, of: &dyn Fn(&Round) -> f64| {
        let (middle, least, most) = median(rounds.iter().map(of).collect());
        println!("{name}: {middle:.2} ({least:.2}..{most:.2})");
    };
    let per = |round: &Round| round.ms("one by one") / whole(singles as u64);
    let path = |round: &Round| ["make", "sample", "dry run", "run"].map(|step| round.ms(step)).iter().sum::<f64>();
    println!();
    ratio("run : floor", &|round| round.ms("run") / round.ms("floor"));
    ratio("whole path : floor", &|round| path(round) / round.ms("floor"));
    ratio("one single : floor", &|round| per(round) / round.ms("floor"));
    ratio("as many singles : run", &|round| per(round) * whole(size as u64) / round.ms("run"));
    ratio("as many singles : whole path", &|round| per(round) * whole(size as u64) / path(round));
}

#[expect(clippy::cast_precision_loss, reason = "no count here is near 2^52")]
fn whole(number: u64) -> f64 {
    number as f64
}
