//! A backend with many clean reports: seeded once, and served from a fresh copy for every measurement.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;
use statsforvalter::{
    api::tasks::{Scope, TaskQuery, TaskRow},
    client::{
        backend::Backend,
        http::{Http, Patience},
    },
    clock::Clock,
    domain::{
        decision::DecisionKind,
        office::OfficeId,
        period::Period,
        person::Role,
        report::{Reference, Submission},
        unit::{Unit, UnitNo},
    },
    server::{
        self,
        database::Database,
        seed::{Seed, Step},
    },
};
use tempfile::TempDir;

use crate::server_world::{self, REGISTER, person, submission};

/// The office with the most units, so that a thousand reports need the fewest half-years.
const OFFICE: &str = "SFOBOA";
/// The person who decides, whose token is the same word.
pub(crate) const PERSON: &str = "reviewer";
/// Batches are allowed; so are units whose earlier reports are old, for the reports are of many half-years at once.
const POLICY: &str = "[default]\nbatch = { enabled = true, first_report = true }\n";
/// Clock ticks per second in `/proc`, which has been a hundred on every Linux for decades.
const TICK_MS: u64 = 10;
/// The largest units report the usual figures once for so many children, or they would be unusually quiet.
const CHILDREN: u32 = 250;
/// Rows of one page of the queue.
const PAGE: u32 = 200;

/// A database with many clean reports of one office.
#[derive(Debug)]
pub(crate) struct Seeded {
    dir: TempDir,
    /// How many reports wait in it.
    pub(crate) open: u32,
    /// Half-years and units that they come from.
    pub(crate) told: String,
}

impl Seeded {
    /// Lives through half-years until so many clean reports wait, each unit's first one being approved.
    pub(crate) async fn with(wanted: usize) -> Self {
        Self::on(wanted, None).await
    }

    /// The same in an empty database of a server.
    pub(crate) async fn on(wanted: usize, server: Option<Database>) -> Self {
        let dir = TempDir::new().expect("a folder");
        let clock = Clock::manual("2026-11-22T08:00:00Z".parse().expect("a moment"));
        let mut options = server_world::options(&dir, &clock);
        options.outbox_worker = false;
        if let Some(server) = server {
            options.database = server;
        }
        let office = OfficeId(OFFICE.to_owned());
        let people = vec![(person(PERSON, Role::Reviewer, Some(OFFICE), None), PERSON.to_owned())];
        let mut steps = Vec::new();
        let mut open = 0;
        let mut periods = 0;
        for (number, period) in REGISTER.periods.iter().enumerate() {
            if open >= wanted {
                break;
            }
            periods += 1;
            let mut units: Vec<&Unit> = REGISTER.office_units(&office, period).collect();
            units.sort_by_key(|unit| (unit.children, unit.no.clone()));
            // What was left over in the half-year that is approved is what there was to begin with in the next one.
            let share = if number == 0 { 3 } else { 2 };
            let mut size = 0;
            for unit in units {
                size = (size + 1).max(unit.children.unwrap_or_default() / CHILDREN);
                let at = day(period);
                steps.push(Step::Submit { at, submission: times(&unit.no, period, share * size) });
                if number == 0 {
                    steps.push(approval(&unit.no, period, at));
                    continue;
                }
                open += 1;
                if open == wanted {
                    break;
                }
            }
        }
        assert_eq!(open, wanted, "there are not so many half-years and units");
        let running = server::start(options).await.expect("a backend");
        running.store.fill(&Seed { people, steps, ..Seed::default() }).await.expect("the history is lived through");
        running.stop().await;
        fs::write(dir.path().join("policy.toml"), POLICY).expect("a file");
        let open = u32::try_from(open).expect("a number of reports");
        Self { dir, open, told: format!("{periods} half-years of {OFFICE}") }
    }

    /// A fresh copy in a folder of its own, served by the program itself.
    pub(crate) async fn serve(&self) -> Served {
        let dir = TempDir::new().expect("a folder");
        let database = dir.path().join("sfv.db");
        fs::copy(self.dir.path().join("sfv.db"), &database).expect("the database is copied");
        let log = self.dir.path().join("sfv.db-wal");
        assert!(fs::metadata(log).map_or(0, |log| log.len()) == 0, "the seeded database is whole in its file");
        self.serve_on(dir, database.to_str().expect("UTF-8")).await
    }

    /// The program itself on a database where the reports are.
    pub(crate) async fn serve_on(&self, dir: TempDir, database: &str) -> Served {
        let served = Served::start(dir, database, &self.dir.path().join("policy.toml"));
        served.settle().await;
        served
    }
}

/// The first day of a half-year on which units may submit, in the morning.
fn day(period: &Period) -> Timestamp {
    period.opens.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a moment").timestamp()
}

/// A clean report: its figures add up. They are so many times the usual ones, which grow with the unit and are no two units' own.
fn times(unit: &UnitNo, period: &Period, times: u32) -> Submission {
    let mut report = submission(unit.as_str(), period.id.as_str());
    for (key, figure) in [("meld_til_us", 8), ("meld_henlagt", 2)] {
        report.values.insert(key.to_owned(), Some(figure));
    }
    for figure in report.values.values_mut() {
        *figure = figure.map(|figure| figure * times);
    }
    report
}

fn approval(unit: &UnitNo, period: &Period, at: Timestamp) -> Step {
    Step::Decide {
        at,
        person: PERSON.to_owned(),
        reference: Reference::report(&period.id, unit),
        kind: DecisionKind::Approve,
        extensions: Some(1),
        comment: None,
    }
}

/// A backend as a process of its own, on a folder that goes with it.
#[derive(Debug)]
pub(crate) struct Served {
    child: Child,
    /// The folder of its files, which goes with it.
    _dir: TempDir,
    /// Where it answers.
    pub(crate) address: SocketAddr,
}

impl Served {
    fn start(dir: TempDir, database: &str, policy: &Path) -> Self {
        let program = env::var_os("SFV").unwrap_or_else(|| env!("CARGO_BIN_EXE_sfv").into());
        let mut command = Command::new(program);
        command.env_clear().env("SFV_HOME", dir.path());
        // What is measured is the work, not the limit on how often somebody may ask.
        command.env("SFV_LIMITS_PER_TOKEN", "0").env("SFV_LIMITS_PER_ADDRESS", "0");
        command.args(["serve", "--listen", "127.0.0.1:0", "--database"]).arg(database).arg("--policy").arg(policy);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the backend starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        let started: Value = serde_json::from_str(&line).expect("one line of JSON");
        let url = started["listening"].as_str().expect("an address");
        let address = url.trim_start_matches("http://").parse().expect("an address");
        Self { child, _dir: dir, address }
    }

    /// Waits until the backend has nothing more to do for itself: at its start it weighs all reports that wait.
    async fn settle(&self) {
        let mut before = self.cpu_ms();
        for _ in 0..600 {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let now = self.cpu_ms();
            if now.saturating_sub(before) < 2 * TICK_MS {
                return;
            }
            before = now;
        }
    }

    /// The processor time of the backend so far; 0 where the system does not tell.
    pub(crate) fn cpu_ms(&self) -> u64 {
        let text = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        // Behind the name, which may hold blanks: the 12th and 13th field are the ticks of the program and of the kernel for it.
        let after = text.rsplit(") ").next().unwrap_or_default();
        after.split(' ').skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() * TICK_MS
    }

    /// A client of it, over a line or beside it.
    pub(crate) fn client(address: SocketAddr) -> Http {
        let patience = Patience { answer: Duration::from_mins(5), ..Patience::default() };
        Http::new(&format!("http://{address}"), PERSON, patience).expect("a client")
    }

    /// Clean reports that wait, in the order of the queue.
    pub(crate) async fn clean(&self, wanted: usize) -> Vec<TaskRow> {
        let client = Self::client(self.address);
        let mut rows = Vec::new();
        while rows.len() < wanted {
            let at = u32::try_from(rows.len()).ok();
            let query = TaskQuery { clean: Some(true), at, limit: Some(PAGE), ..TaskQuery::default() };
            let page = client.tasks(query).await.expect("the queue");
            assert!(page.total as usize >= wanted, "only {} of {wanted} reports are clean", page.total);
            rows.extend(page.rows);
        }
        rows.truncate(wanted);
        rows
    }

    /// How many tasks wait.
    pub(crate) async fn open(&self) -> u32 {
        let query = TaskQuery { scope: Scope::Open, limit: Some(1), ..TaskQuery::default() };
        Self::client(self.address).tasks(query).await.expect("the queue").total
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
