//! A program that nobody touches: it writes nothing, and hardly anything wakes it.
//!
//! How long is watched stands in `SFV_IDLE_SECONDS`; ten minutes were watched for docs/terminaler.md.

use std::{collections::BTreeMap, fs, time::Duration};

use crate::{
    cli_support::Home,
    support::{backend::Backend, pty::Pty},
};

/// How long is watched when nothing is said.
const SECONDS: u64 = 5;
/// So long the connections are kept that nobody uses any more; closing them is the last thing a program does by itself.
const CONNECTIONS_CLOSE: Duration = Duration::from_secs(40);
/// A screen that does not lock.
const UNLOCKED: &str = "idle_lock_minutes = 0\n";

fn seconds() -> u64 {
    std::env::var("SFV_IDLE_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(SECONDS)
}

/// How often each thread of a process has gone to sleep by itself so far: once for each time it was woken.
fn sleeps(process: u32) -> BTreeMap<String, u64> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).expect("the program runs");
    let of_thread = |folder: std::path::PathBuf| {
        let status = fs::read_to_string(folder.join("status")).ok()?;
        let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let count = field("voluntary_ctxt_switches:")?.parse().ok()?;
        Some((format!("{} {}", field("Name:")?, folder.file_name()?.to_str()?), count))
    };
    threads.filter_map(|thread| of_thread(thread.expect("a thread").path())).collect()
}

/// What was written to the terminal, and which threads were woken how often, while nobody touched a program.
fn watch(pty: &Pty) -> (usize, BTreeMap<String, u64>) {
    pty.settle();
    // The demo's own work at its start, such as weighing its reports, comes to an end.
    let total = || sleeps(pty.process()).values().sum::<u64>();
    let (mut before, mut calm) = (total(), 0);
    for _ in 0..60 {
        std::thread::sleep(Duration::from_secs(1));
        let now = total();
        calm = if now <= before + 4 { calm + 1 } else { 0 };
        before = now;
        if calm == 4 {
            break;
        }
    }
    if seconds() > CONNECTIONS_CLOSE.as_secs() {
        std::thread::sleep(CONNECTIONS_CLOSE);
    }
    let (written, before) = (pty.raw().len(), sleeps(pty.process()));
    std::thread::sleep(Duration::from_secs(seconds()));
    let after = sleeps(pty.process());
    let mut woken: BTreeMap<String, u64> = after
        .into_iter()
        .map(|(thread, count)| {
            let times = count - before.get(&thread).copied().unwrap_or_default();
            (thread, times)
        })
        .collect();
    woken.retain(|_, times| *times > 0);
    println!("{} s: {} byte, {woken:?}", seconds(), pty.raw().len() - written);
    (pty.raw().len() - written, woken)
}

#[test]
fn a_program_beside_a_backend_that_nobody_touches_writes_nothing_and_is_not_woken() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let settings = home.file("ro.toml", UNLOCKED);
    let pty = Pty::start_in(&home, &backend.client(), (80, 24), &[("SFV_CONFIG", &settings)]);
    pty.wait_until("the queue", |screen| screen.contains("> KHR-") && screen.contains("trenger"));
    let (bytes, woken) = watch(&pty);
    assert_eq!(bytes, 0, "nothing is written");
    // What closes its unused connections may fall into a short watch, each with a thread or two.
    let allowed = if seconds() > CONNECTIONS_CLOSE.as_secs() { 0 } else { 12 };
    assert!(woken.values().sum::<u64>() <= allowed, "{woken:?}");
}

#[test]
fn a_program_with_its_own_backend_that_nobody_touches_writes_nothing_and_is_hardly_woken() {
    let home = Home::new();
    let settings = home.file("ro.toml", UNLOCKED);
    let pty = Pty::start_in(&home, &["demo"], (80, 24), &[("SFV_CONFIG", &settings)]);
    pty.wait_until("the queue", |screen| screen.contains("> KHR-") && screen.contains("trenger"));
    let (bytes, woken) = watch(&pty);
    assert_eq!(bytes, 0, "nothing is written");
    // Whether another program writes to the same file is told by the system: nothing looks for it. The outbox looks once in
    // an hour, which wakes those who speak with the database.
    let allowed = if seconds() > CONNECTIONS_CLOSE.as_secs() { 40 * (seconds() / 3600) } else { 12 };
    assert!(woken.values().sum::<u64>() <= allowed, "{woken:?}");
}
