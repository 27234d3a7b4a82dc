//! The served interface against its own description: schemathesis makes requests from the OpenAPI document, good and bad
//! ones, and looks whether every answer is one that the document promises.

use std::process::Command;

use crate::{
    cli_support::Home,
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

/// Lets the tester loose on a backend as a person.
fn let_loose(backend: &mut Backend, person: &str) {
    let Some(program) = std::env::var_os(PROGRAM) else {
        println!("left out: no schemathesis ({PROGRAM} is not set; tests/run installs it)");
        return;
    };
    let of = |variable: &str, usual: &str| std::env::var(variable).unwrap_or_else(|_| usual.to_owned());
    let token = std::fs::read_to_string(backend.token_of(person)).unwrap();
    let run = Command::new(program)
        .current_dir(backend.token_dir.parent().unwrap())
        .args([
            "run",
            &format!("{}/openapi.json", backend.url),
            "-H",
            &format!("Authorization: Bearer {}", token.trim()),
        ])
        .args(CHECKS)
        .args([
            "--phases",
            "coverage,fuzzing",
            "--warnings",
            "off",
            "--max-examples",
            "100",
            "--generation-database",
            "none",
        ])
        .args(["--max-time", &of(SECONDS, "40"), "--seed", &of(SEED, "1"), "--no-color"])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stdout);
    let cases = told.lines().find(|line| line.contains(" generated")).unwrap_or_default().trim();
    println!("{person}: {cases}");
    assert!(run.status.success(), "{person}:\n{told}\n{}", String::from_utf8_lossy(&run.stderr));
    assert!(!cases.is_empty(), "{told}");
    assert!(!backend.is_dead(), "{person}");
}

#[test]
fn a_tester_that_knows_the_description_finds_no_answer_against_it_on_the_embedded_database() {
    let home = Home::new();
    let mut backend = Backend::start(&home, &[]);
    for person in ["reviewer-1", "admin"] {
        let_loose(&mut backend, person);
    }
}

#[test]
fn a_tester_that_knows_the_description_finds_no_answer_against_it_on_postgresql() {
    if postgres::server().is_none() {
        return;
    }
    let home = Home::new();
    let mut backend = Backend::on(&home, &postgres::fresh(), &["--demo"]);
    for person in ["leader", "admin"] {
        let_loose(&mut backend, person);
    }
}
