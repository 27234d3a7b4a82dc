//! Decisions per second on each database, beside the floor of the same machine: one durable insert per decision.
//!
//! `SFV_LOAD=500 SFV_ROUNDS=3 SFV_TEST_POSTGRES=postgres://… cargo bench --bench line`. `SFV_LOAD` is the number of decisions of one
//! measurement, `SFV_CLIENTS` how many people decide at the same time, one measurement for each (1,8). Without `SFV_TEST_POSTGRES` only
//! the embedded database is measured. The floor is one row in one transaction: with `SQLite` by the same settings as the backend's, with
//! `PostgreSQL` by `pgbench`.

use std::{env, fs, process::Command, time::Instant};

use sqlx::{
    Connection as _, Executor as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use statsforvalter::{
    api::{decide::DecisionRequest, tasks::TaskRow},
    client::backend::Backend as _,
    domain::decision::DecisionKind,
};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    load as machine_load,
    support::postgres,
    world::{Seeded, Served},
};

/// What is stored with a decision is about so many letters: the row, its event and its delivery.
const ROW: usize = 1000;

/// Measures both databases, each with every number of people.
pub(crate) async fn all(decisions: usize, rounds: usize) {
    let clients = env::var("SFV_CLIENTS").unwrap_or_else(|_| "1,8".to_owned());
    let clients: Vec<usize> = clients.split(',').map(|text| text.parse().expect("SFV_CLIENTS are numbers")).collect();
    println!("| runde | database | samtidige | gulv per sekund | avgjørelser per sekund | forhold | last |");
    println!("|---|---|---|---|---|---|---|");
    let embedded = Seeded::with(decisions).await;
    for round in 1..=rounds {
        for &people in &clients {
            let floor = floor_of_file(decisions).await;
            let served = embedded.serve().await;
            tell(round, "SQLite", people, floor, decide_all(&served, decisions, people).await);
        }
    }
    if postgres::server().is_none() {
        return;
    }
    for round in 1..=rounds {
        for &people in &clients {
            let address = postgres::fresh();
            let floor = floor_of_server(&address, decisions, people);
            let seeded = Seeded::on(decisions, Some(address.parse().expect("an address"))).await;
            let served = seeded.serve_on(TempDir::new().expect("a folder"), &address).await;
            tell(round, "PostgreSQL", people, floor, decide_all(&served, decisions, people).await);
        }
    }
}

fn tell(round: usize, database: &str, people: usize, floor: f64, found: f64) {
    let share = found / floor;
    println!("| {round} | {database} | {people} | {floor:.0} | {found:.0} | {share:.2} | {} |", machine_load());
}

/// Rows per second of one connection, each in a transaction of its own that is on the disk when it is answered.
async fn floor_of_file(rows: usize) -> f64 {
    let dir = TempDir::new().expect("a folder");
    let options = SqliteConnectOptions::new()
        .filename(dir.path().join("floor.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut conn = SqliteConnection::connect_with(&options).await.expect("a database");
    conn.execute("create table floor (key text primary key, what text)").await.expect("a table");
    let what = "x".repeat(ROW);
    let begun = Instant::now();
    for _ in 0..rows {
        let insert = sqlx::query("insert into floor values ($1, $2)").bind(Uuid::new_v4().to_string()).bind(&what);
        insert.execute(&mut conn).await.expect("a row");
    }
    per_second(rows, begun)
}

/// The same by the server's own program, with so many connections.
fn floor_of_server(address: &str, rows: usize, people: usize) -> f64 {
    let dir = TempDir::new().expect("a folder");
    let script = dir.path().join("floor.sql");
    let insert = format!("insert into floor values (gen_random_uuid()::text, repeat('x', {ROW}));\n");
    fs::write(&script, insert).expect("a file");
    let run = |program: &str, arguments: &[&str]| {
        let done = Command::new(program).args(arguments).output().expect("PostgreSQL's own programs are on the path");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("UTF-8")
    };
    run("psql", &["--quiet", "--command", "create table floor (key text primary key, what text)", address]);
    let (each, people) = ((rows / people).to_string(), people.to_string());
    let script = script.to_str().expect("UTF-8");
    let told = run("pgbench", &["-n", "-f", script, "-c", &people, "-j", "2", "-t", &each, address]);
    run("psql", &["--quiet", "--command", "drop table floor", address]);
    let line = told.lines().find_map(|line| line.strip_prefix("tps = ")).expect("what pgbench found");
    line.split(' ').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// So many people each confirm their part of the reports, one after the other.
async fn decide_all(served: &Served, decisions: usize, people: usize) -> f64 {
    let rows = served.clean(decisions).await;
    let begun = Instant::now();
    let part = rows.len().div_ceil(people);
    let desks: Vec<_> = rows.chunks(part).map(|part| tokio::spawn(desk(served.address, part.to_vec()))).collect();
    for desk in desks {
        desk.await.expect("every decision is stored");
    }
    per_second(decisions, begun)
}

async fn desk(address: std::net::SocketAddr, rows: Vec<TaskRow>) {
    let client = Served::client(address);
    for row in rows {
        let request = DecisionRequest {
            kind: DecisionKind::Approve,
            extensions: Some(crate::EXTENSIONS),
            comment: None,
            asked: Vec::new(),
            role: None,
            confirm_role: false,
        };
        client.decide(row.reference, row.version, Uuid::new_v4(), request).await.expect("Bekreft");
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of decisions")]
fn per_second(count: usize, begun: Instant) -> f64 {
    count as f64 / begun.elapsed().as_secs_f64()
}
