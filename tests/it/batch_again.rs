//! The same command on a batch once more: what the program advises when nobody knows what came of the first.

use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    cli_support::{Home, Run},
    support::many::Many,
};

/// How many reports the batch has.
const SIZE: usize = 12;

/// A batch of all reports, of which everything but the number is done.
fn ready(home: &Home, many: &Many) -> String {
    let mut arguments = vec!["bulk", "approve", "--json"];
    arguments.extend(many.references.iter().map(String::as_str));
    let batch = many.backend.run(home, &arguments).json();
    let id = batch["id"].as_str().expect("a number").to_owned();
    accept(home, many, &id, &drawn(&batch));
    id
}

/// The cases of the sample that nobody has looked at.
fn drawn(batch: &Value) -> Vec<String> {
    let items = batch["items"].as_array().expect("items").iter();
    let unseen = items.filter(|item| item["sample"] == "drawn");
    unseen.map(|item| item["reference"].as_str().expect("a reference").to_owned()).collect()
}

fn accept(home: &Home, many: &Many, id: &str, references: &[String]) {
    let references: Vec<&str> = references.iter().map(String::as_str).collect();
    assert_eq!(many.backend.run(home, &[&["bulk", "accept", id], references.as_slice()].concat()).code, 0);
}

fn confirm(home: &Home, many: &Many, id: &str, count: usize) -> Run {
    many.backend.run(home, &["bulk", "approve", "--batch", id, "--confirm", &count.to_string(), "--json"])
}

/// The number is typed and some decisions are made, and nobody hears of it.
fn begin_unheard(home: &Home, many: &Many, id: &str, most: usize) {
    assert_eq!(many.backend.run(home, &["bulk", "approve", "--batch", id, "--dry-run"]).code, 0);
    let body = json!({ "count": SIZE, "most": most });
    assert_eq!(many.api.ask("kari", Method::POST, &format!("/v1/batches/{id}/run"), Some(&body)).0, 200);
}

#[test]
fn the_command_that_confirms_a_batch_may_be_given_again_and_goes_on_with_it() {
    let home = Home::new();
    let many = Many::start(&home, "SFIN", SIZE);
    let id = ready(&home, &many);
    begin_unheard(&home, &many, &id, 5);
    for _ in 0..2 {
        let run = confirm(&home, &many, &id, SIZE);
        assert_eq!(run.code, 0, "{}", run.err);
        let progress = run.json();
        assert_eq!(
            (&progress["batch"]["state"], &progress["batch"]["tally"]["decided"]),
            (&json!("done"), &json!(SIZE))
        );
        assert_eq!(progress["results"].as_array().map(Vec::len), Some(SIZE), "each case is told of: {progress}");
    }
    let case = many.api.ask("kari", Method::GET, &format!("/v1/tasks/{}", many.references[0]), None).1;
    assert_eq!(case["decisions"].as_array().map(Vec::len), Some(1), "{case}");
}

#[test]
fn a_case_that_fell_out_in_a_run_whose_answer_was_lost_is_told_with_its_reason_by_the_run_that_ends_the_batch() {
    let home = Home::new();
    let mut many = Many::start(&home, "SFIN", SIZE);
    let id = ready(&home, &many);
    begin_unheard(&home, &many, &id, 1);
    let newer = many.references[3].clone();
    assert_eq!(many.correct(&newer).0, 201);
    let path = format!("/v1/batches/{id}/run");
    assert_eq!(many.api.ask("kari", Method::POST, &path, Some(&json!({ "most": 5 }))).0, 200);
    let run = many.backend.run(&home, &["bulk", "resume", &id, "--json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let progress = run.json();
    let dropped: Vec<&Value> =
        progress["results"].as_array().expect("results").iter().filter(|one| one["state"] == "dropped").collect();
    assert_eq!(dropped.len(), 1, "{progress}");
    assert_eq!((&dropped[0]["reference"], &dropped[0]["why"]["kind"]), (&json!(newer), &json!("version_changed")));
}

#[test]
fn a_batch_that_was_taken_back_may_be_taken_back_again_and_it_is_said_that_it_is() {
    let home = Home::new();
    let many = Many::start(&home, "SFIN", SIZE);
    let id = ready(&home, &many);
    assert_eq!(many.backend.run(&home, &["bulk", "approve", "--batch", &id, "--dry-run"]).code, 0);
    assert_eq!(confirm(&home, &many, &id, SIZE).code, 0);
    for _ in 0..2 {
        let run = many.backend.run(&home, &["bulk", "undo", &id, "--json"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let batch = &run.json()["batch"];
        assert_eq!((&batch["state"], &batch["tally"]["undone"]), (&json!("undone"), &json!(SIZE)), "{batch}");
    }
}

#[test]
fn a_batch_made_ready_once_more_draws_another_case_for_one_of_the_sample_that_fell_out() {
    let home = Home::new();
    let mut many = Many::start(&home, "SFIN", SIZE);
    let id = ready(&home, &many);
    begin_unheard(&home, &many, &id, 1);
    let batch = many.backend.run(&home, &["bulk", "status", &id, "--json"]).json();
    let mut items = batch["items"].as_array().expect("items").iter();
    let seen = items.rfind(|item| item["sample"] == "accepted" && item["state"] == "waiting").expect("one");
    assert_eq!(many.correct(seen["reference"].as_str().expect("a reference")).0, 201);
    for deed in ["resume", "undo"] {
        assert_eq!(many.backend.run(&home, &["bulk", deed, &id]).code, 0, "{deed}");
    }
    let again = many.backend.run(&home, &["bulk", "redo", &id, "--json"]).json();
    assert_eq!(drawn(&again).len(), 1, "{again}");
    accept(&home, &many, &id, &drawn(&again));
    assert_eq!(many.backend.run(&home, &["bulk", "approve", "--batch", &id, "--dry-run"]).code, 0);
    let run = confirm(&home, &many, &id, SIZE - 1);
    assert_eq!(run.code, 0, "{}", run.err);
}
