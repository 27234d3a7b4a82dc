//! The served interface against its own description: schemathesis makes requests from the OpenAPI document, good and bad
//! ones, and looks whether every answer is one that the document promises.

use std::process::Command;

use tempfile::TempDir;

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, World, approve},
    support::{backend::Backend, postgres},
};

/// The program, where `tests/run` has put it.
const PROGRAM: &str = "SFV_TEST_SCHEMATHESIS";
/// How many seconds are spent for each person; a long run takes its size from here.
const SECONDS: &str = "SFV_API_SECONDS";
/// Another run makes other requests.
const SEED: &str = "SFV_API_SEED";

/// Everything but one check. That one wants whatever has the right form to be accepted, and a decision that the rules of the
/// trade refuse has the right form: it is answered 422 with its reasons.
const CHECKS: [&str; 4] = ["--checks", "all", "--exclude-checks", "positive_data_acceptance"];

/// Lets the tester loose on a backend as somebody with a token.
fn let_loose(url: &str, who: &str, token: &str) {
    let Some(program) = std::env::var_os(PROGRAM) else {
        println!("left out: no schemathesis ({PROGRAM} is not set; tests/run installs it)");
        return;
    };
    let of = |variable: &str, usual: &str| std::env::var(variable).unwrap_or_else(|_| usual.to_owned());
    let folder = TempDir::new().unwrap();
    let run = Command::new(program)
        .current_dir(folder.path())
        .args(["run", &format!("{url}/openapi.json"), "-H", &format!("Authorization: Bearer {}", token.trim())])
        .args(CHECKS)
        .args(["--phases", "coverage,fuzzing", "--warnings", "off", "--max-examples", "100"])
        .args(["--generation-database", "none", "--no-color"])
        .args(["--max-time", &of(SECONDS, "40"), "--seed", &of(SEED, "1")])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stdout);
    let cases = told.lines().find(|line| line.contains(" generated")).unwrap_or_default().trim();
    println!("{who}: {cases}");
    assert!(run.status.success(), "{who}:\n{told}\n{}", String::from_utf8_lossy(&run.stderr));
    assert!(!cases.is_empty(), "{told}");
}

#[test]
fn a_tester_that_knows_the_description_finds_no_answer_against_it_on_the_demo() {
    if postgres::is_wanted() {
        // The demo has a file of its own.
        return;
    }
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    for person in ["reviewer-1", "admin"] {
        let token = std::fs::read_to_string(backend.token_of(person)).unwrap();
        let_loose(&backend.url, person, &token);
        assert!(!backend.is_dead(), "{person}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tester_that_knows_the_description_finds_no_answer_against_it_on_postgresql() {
    if !postgres::is_wanted() {
        println!("left out: the second pass of tests/run does it, on PostgreSQL");
        return;
    }
    let world = World::with(|options| options.demo = true).await;
    for unit in ["3420", "3403", "3405"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &approve()).await.0, 200);
    world.apply("ola@elverum.kommune.example").await;
    for person in ["leder", "admin"] {
        let url = world.running.url.clone();
        tokio::task::spawn_blocking(move || let_loose(&url, person, person)).await.unwrap();
        assert_eq!(world.get("", "/readyz").await.0, 200, "{person}");
    }
}
