//! Batches at the backend: the policy, the sample, the dry run, the number, and taking it all back.

use serde_json::{Value, json};
use statsforvalter::domain::report::Submission;

use crate::server_world::{World, submission};

/// Twelve units of the office, each with an approved report of the half-year before and a clean open one.
pub(crate) const UNITS: [&str; 12] =
    ["3401", "3403", "3405", "3407", "3411", "3412", "3413", "3414", "3415", "3416", "3417", "3418"];

pub(crate) fn reference(unit: &str) -> String {
    format!("KHR-2023H1-{unit}")
}

/// A world in which batches are allowed and so many clean reports wait.
pub(crate) async fn with_reports(count: usize) -> World {
    let world = World::with(|options| options.demo = true).await;
    for (place, unit) in (2..).zip(UNITS.iter().take(count)) {
        // What was left over half a year ago is what there was to begin with now.
        earlier(&world, unit, 3 * place).await;
        let report = serde_json::to_value(times(unit, "2023H1", 2 * place)).unwrap();
        assert_eq!(world.post("admin", "/v1/reports", &report).await.0, 201, "{unit}");
    }
    world.pass(31);
    world.delivered(count).await;
    world
}

/// A report whose figures are so many times the usual ones: they add up, and no two units report the same.
fn times(unit: &str, period: &str, times: u32) -> Submission {
    let mut report = submission(unit, period);
    report.values.extend([("meld_til_us".to_owned(), Some(8)), ("meld_henlagt".to_owned(), Some(2))]);
    for figure in report.values.values_mut() {
        *figure = figure.map(|figure| figure * times);
    }
    report
}

/// An approved report of the half-year before.
async fn earlier(world: &World, unit: &str, size: u32) {
    let report = serde_json::to_value(times(unit, "2022H2", size)).unwrap();
    let (status, body) = world.post("admin", "/v1/reports", &report).await;
    assert_eq!(status, 201, "{body}");
    let reference = format!("KHR-2022H2-{unit}");
    let key = uuid::Uuid::new_v4().to_string();
    let (status, body) =
        world.decide("kari", &reference, 1, &key, &json!({ "kind": "approve", "extensions": 1 })).await;
    assert_eq!(status, 200, "{body}");
}

pub(crate) fn approve_all(count: usize) -> Value {
    let items = UNITS.iter().take(count).map(|unit| json!({ "reference": reference(unit), "extensions": 1 }));
    json!({ "kind": "approve", "items": items.collect::<Vec<_>>() })
}

pub(crate) async fn made(world: &World, wanted: &Value) -> Value {
    let (status, body) = world.post("kari", "/v1/batches", wanted).await;
    assert_eq!(status, 201, "{body}");
    body
}

pub(crate) fn id(batch: &Value) -> &str {
    batch["id"].as_str().unwrap()
}

fn drawn(batch: &Value) -> Vec<String> {
    let items = batch["items"].as_array().unwrap().iter();
    let of_sample = items.filter(|item| item["sample"] == "drawn" && item["state"] == "waiting");
    of_sample.map(|item| item["reference"].as_str().unwrap().to_owned()).collect()
}

async fn say(world: &World, batch: &str, reference: &str, verdict: &str) -> (u16, Value) {
    let body = json!({ "reference": reference, "version": 1, "verdict": verdict });
    world.post("kari", &format!("/v1/batches/{batch}/sample"), &body).await
}

async fn accept_sample(world: &World, batch: &Value) {
    for reference in drawn(batch) {
        let (status, body) = say(world, id(batch), &reference, "accept").await;
        assert_eq!(status, 200, "{body}");
    }
}

pub(crate) async fn dry_run(world: &World, batch: &str) -> Value {
    let (status, body) = world.post("kari", &format!("/v1/batches/{batch}/dry-run"), &json!({})).await;
    assert_eq!(status, 200, "{body}");
    body
}

async fn run(world: &World, batch: &str, body: &Value) -> (u16, Value) {
    world.post("kari", &format!("/v1/batches/{batch}/run"), body).await
}

/// A batch in which everything but the number is done.
pub(crate) async fn ready(world: &World, count: usize) -> String {
    let batch = made(world, &approve_all(count)).await;
    accept_sample(world, &batch).await;
    dry_run(world, id(&batch)).await;
    id(&batch).to_owned()
}

fn codes(body: &Value) -> Vec<&str> {
    body["refusals"].as_array().unwrap().iter().map(|refusal| refusal["code"].as_str().unwrap()).collect()
}

async fn state(world: &World, unit: &str) -> String {
    world.case(&reference(unit)).await["row"]["state"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn clean_reports_are_approved_together_after_sample_dry_run_and_number() {
    let world = with_reports(12).await;
    let batch = made(&world, &approve_all(12)).await;
    assert_eq!((batch["id"].as_str(), batch["needed"].as_u64()), (Some("B-0001"), Some(3)), "{batch}");
    assert_eq!(drawn(&batch).len(), 3);
    assert!(batch["seed"].as_str().unwrap().starts_with("2023-08-14"), "{batch}");
    accept_sample(&world, &batch).await;
    let shown = dry_run(&world, "B-0001").await;
    assert_eq!(shown["lines"].as_array().unwrap().len(), 12);
    assert_eq!(shown["lines"][0]["recipients"], json!(["Bufdir"]));
    let (status, done) = run(&world, "B-0001", &json!({ "count": 12 })).await;
    assert_eq!((status, done["batch"]["state"].as_str()), (200, Some("done")), "{done}");
    assert_eq!(done["batch"]["tally"]["decided"], 12);
    for unit in UNITS {
        assert_eq!(state(&world, unit).await, "approved", "{unit}");
    }
    let case = world.case(&reference("3401")).await;
    assert_eq!(case["decisions"][0]["batch"], "B-0001");
    assert_eq!(case["decisions"][0]["person"], "kari");
    let events = world.events(&reference("3401")).await;
    let tail: Vec<&str> = events.iter().rev().take(4).rev().map(String::as_str).collect();
    assert_eq!(tail, ["batched", "saved", "continued", "confirmed"], "{events:?}");
    world.pass(31);
    assert_eq!(world.delivered(24).await.len(), 24, "twelve of each half-year");
}

#[tokio::test]
async fn a_batch_is_not_confirmed_without_its_sample_its_dry_run_and_the_right_number() {
    let world = with_reports(12).await;
    let batch = made(&world, &approve_all(12)).await;
    let (status, body) = run(&world, id(&batch), &json!({ "count": 12 })).await;
    assert_eq!((status, codes(&body)), (422, vec!["sample_left"]), "{body}");
    accept_sample(&world, &batch).await;
    let (status, body) = run(&world, id(&batch), &json!({ "count": 12 })).await;
    assert_eq!((status, codes(&body)), (422, vec!["dry_run_missing"]), "{body}");
    dry_run(&world, id(&batch)).await;
    for wrong in [json!({ "count": 11 }), json!({ "count": 0 }), json!({})] {
        let (status, body) = run(&world, id(&batch), &wrong).await;
        assert_eq!((status, codes(&body)), (422, vec!["wrong_number"]), "{body}");
    }
    for unit in UNITS {
        assert_eq!(state(&world, unit).await, "open", "{unit}");
    }
}

#[tokio::test]
async fn what_the_policy_refuses_is_listed_with_every_reason_and_the_rest_goes_on() {
    let world = with_reports(4).await;
    // A report with a sum that does not add up; the first report of a unit; a colleague's draft; a count that is too high.
    let mut wrong = submission("3422", "2023H1");
    wrong.values.insert("us_inntil_3m".to_owned(), Some(9));
    world.post("admin", "/v1/reports", &serde_json::to_value(wrong).unwrap()).await;
    let draft = json!({ "version": 1, "extensions": "1", "comment": "" });
    let path = format!("/v1/tasks/{}/draft", reference("3403"));
    assert_eq!(world.put("per", &path, &draft).await.0, 200);
    let wanted = json!({ "kind": "approve", "items": [
        { "reference": reference("3401"), "extensions": 2 },
        { "reference": reference("3403"), "extensions": 1 },
        { "reference": reference("3405"), "extensions": 99 },
        { "reference": reference("3407") },
        { "reference": reference("3422"), "extensions": 1 },
        { "reference": "KHR-2023H1-0301", "extensions": 1 },
    ] });
    let batch = made(&world, &wanted).await;
    let items = batch["items"].as_array().unwrap();
    let reasons: Vec<Vec<&str>> =
        items.iter().map(|item| if item["why"].is_null() { vec![] } else { codes(&item["why"]) }).collect();
    assert_eq!(reasons[0], Vec::<&str>::new(), "{batch}");
    assert_eq!(reasons[1], ["colleagues_draft"]);
    assert_eq!(reasons[2], ["extensions_above_reported"]);
    assert_eq!(reasons[3], ["extensions_missing"]);
    assert!(reasons[4].contains(&"not_clean") && reasons[4].contains(&"first_report"), "{reasons:?}");
    assert_eq!(items[5]["why"]["kind"], "not_found");
    assert_eq!((batch["tally"]["waiting"].as_u64(), batch["tally"]["refused"].as_u64()), (Some(1), Some(5)));
}

#[tokio::test]
async fn a_case_taken_out_of_the_sample_is_replaced_by_the_next_that_the_seed_draws() {
    let world = with_reports(12).await;
    let batch = made(&world, &approve_all(12)).await;
    let first = drawn(&batch)[0].clone();
    let (status, after) = say(&world, id(&batch), &first, "take_out").await;
    assert_eq!(status, 200, "{after}");
    assert_eq!(drawn(&after).len(), 3, "another one is drawn: {after}");
    assert!(!drawn(&after).contains(&first));
    accept_sample(&world, &after).await;
    dry_run(&world, id(&batch)).await;
    let (_, done) = run(&world, id(&batch), &json!({ "count": 11 })).await;
    assert_eq!(done["batch"]["tally"]["decided"], 11, "{done}");
    let taken_out = first.rsplit('-').next().unwrap();
    assert_eq!(state(&world, taken_out).await, "open");
    assert!(world.events(&first).await.contains(&"taken_out".to_owned()));
}

#[tokio::test]
async fn a_version_that_arrives_in_the_middle_drops_out_with_the_reason_and_the_rest_is_decided() {
    let world = with_reports(12).await;
    let batch = ready(&world, 12).await;
    // Three decisions are made, then a report is taken back by its unit with a newer version.
    let (status, progress) = run(&world, &batch, &json!({ "count": 12, "most": 3 })).await;
    assert_eq!((status, progress["batch"]["state"].as_str()), (200, Some("running")), "{progress}");
    assert_eq!(world.correct("3417").await.0, 201);
    let (_, done) = run(&world, &batch, &json!({})).await;
    assert_eq!(done["batch"]["state"], "done", "{done}");
    assert_eq!((&done["batch"]["tally"]["decided"], &done["batch"]["tally"]["dropped"]), (&json!(11), &json!(1)));
    let dropped = done["results"].as_array().unwrap().iter().find(|result| result["state"] == "dropped").unwrap();
    assert_eq!(
        (dropped["reference"].as_str(), dropped["why"]["kind"].as_str()),
        (Some("KHR-2023H1-3417"), Some("version_changed"))
    );
    assert_eq!(state(&world, "3417").await, "open");
}

#[tokio::test]
async fn nothing_of_a_batch_leaves_before_it_has_ended_and_one_undo_takes_all_of_it_back() {
    let world = with_reports(12).await;
    let batch = ready(&world, 12).await;
    let before = world.outbox().len();
    run(&world, &batch, &json!({ "count": 12, "most": 5 })).await;
    // Much longer than the undo window: the batch has not ended, so nothing has gone.
    world.pass(120);
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(world.outbox().len(), before);
    run(&world, &batch, &json!({})).await;
    world.pass(29);
    let (status, undone) = world.post("kari", &format!("/v1/batches/{batch}/undo"), &json!({})).await;
    assert_eq!((status, undone["batch"]["tally"]["undone"].as_u64()), (200, Some(12)), "{undone}");
    for unit in UNITS {
        assert_eq!(state(&world, unit).await, "open", "{unit}");
    }
    world.pass(120);
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(world.outbox().len(), before, "nothing of it has left the house");
}

#[tokio::test]
async fn a_batch_that_is_taken_back_can_be_made_again_but_only_by_the_dry_run_and_the_number() {
    let world = with_reports(12).await;
    let batch = ready(&world, 12).await;
    run(&world, &batch, &json!({ "count": 12 })).await;
    world.post("kari", &format!("/v1/batches/{batch}/undo"), &json!({})).await;
    let (status, body) = run(&world, &batch, &json!({ "count": 12 })).await;
    assert_eq!((status, codes(&body)), (422, vec!["batch_closed"]));
    let (status, again) = world.post("kari", &format!("/v1/batches/{batch}/redo"), &json!({})).await;
    assert_eq!((status, again["tally"]["waiting"].as_u64()), (200, Some(12)), "{again}");
    let (status, repeated) = world.post("kari", &format!("/v1/batches/{batch}/redo"), &json!({})).await;
    assert_eq!((status, &repeated), (200, &again), "sent again, it is answered with how it stands");
    let (status, body) = run(&world, &batch, &json!({ "count": 12 })).await;
    assert_eq!((status, codes(&body)), (422, vec!["dry_run_missing"]), "{body}");
    dry_run(&world, &batch).await;
    let (_, done) = run(&world, &batch, &json!({ "count": 12 })).await;
    assert_eq!(done["batch"]["tally"]["decided"], 12, "{done}");
}

#[tokio::test]
async fn the_window_over_a_batch_cannot_be_taken_back() {
    let world = with_reports(3).await;
    let batch = ready(&world, 3).await;
    run(&world, &batch, &json!({ "count": 3 })).await;
    world.pass(31);
    world.delivered(6).await;
    let (status, body) = world.post("kari", &format!("/v1/batches/{batch}/undo"), &json!({})).await;
    assert_eq!((status, body["kind"].as_str()), (409, Some("undo_over")), "{body}");
}

#[tokio::test]
async fn a_batch_that_is_never_gone_on_with_leaves_the_house_after_the_time_of_the_policy() {
    let world = with_reports(12).await;
    let batch = ready(&world, 12).await;
    run(&world, &batch, &json!({ "count": 12, "most": 5 })).await;
    world.pass(30 * 60 + 1);
    world.delivered(17).await;
    let (_, done) = run(&world, &batch, &json!({})).await;
    assert_eq!(done["batch"]["tally"]["decided"], 12, "it can still be gone on with: {done}");
}

#[tokio::test]
async fn only_reviewers_and_leaders_make_batches_and_nobody_decides_in_another_s() {
    let world = with_reports(3).await;
    for (who, expected) in [("", 401), ("leser", 403), ("elverum", 403), ("bufdir", 403), ("admin", 403)] {
        let (status, body) = world.post(who, "/v1/batches", &approve_all(3)).await;
        assert_eq!(status, expected, "{who}: {body}");
    }
    let batch = ready(&world, 3).await;
    for who in ["per", "leder", "leser"] {
        let (status, body) = world.post(who, &format!("/v1/batches/{batch}/run"), &json!({ "count": 3 })).await;
        assert_eq!(status, 403, "{who}: {body}");
    }
    let (status, body) = world.post("oslo", &format!("/v1/batches/{batch}/run"), &json!({ "count": 3 })).await;
    assert_eq!(status, 404, "{body}");
    run(&world, &batch, &json!({ "count": 3 })).await;
    let (status, body) = world.post("per", &format!("/v1/batches/{batch}/undo"), &json!({})).await;
    assert_eq!(status, 403, "{body}");
    let (status, body) = world.post("leder", &format!("/v1/batches/{batch}/undo"), &json!({})).await;
    assert_eq!((status, body["batch"]["tally"]["undone"].as_u64()), (200, Some(3)), "{body}");
}

#[tokio::test]
async fn batches_are_off_until_the_office_has_set_a_policy() {
    let world = World::new().await;
    let (status, body) = world.post("kari", "/v1/batches", &approve_all(1)).await;
    assert_eq!((status, codes(&body)), (422, vec!["batch_off"]), "{body}");
}

#[tokio::test]
async fn reports_are_returned_together_each_with_its_own_findings_and_the_common_text() {
    let world = World::with(|options| options.demo = true).await;
    for (unit, ended) in [("3401", 9), ("3403", 8)] {
        let mut wrong = submission(unit, "2023H1");
        wrong.values.insert("us_inntil_3m".to_owned(), Some(ended));
        world.post("admin", "/v1/reports", &serde_json::to_value(wrong).unwrap()).await;
    }
    world.submit("3405").await;
    let items: Vec<Value> =
        ["3401", "3403", "3405"].iter().map(|unit| json!({ "reference": reference(unit) })).collect();
    let batch = made(&world, &json!({ "kind": "return", "items": items, "comment": "" })).await;
    assert_eq!(codes(&batch["items"][2]["why"]), ["nothing_to_say"], "{batch}");
    let wanted = json!({ "kind": "return", "items": &items[..2], "comment": "Alle får denne teksten." });
    let batch = made(&world, &wanted).await;
    let texts: Vec<&str> =
        batch["items"].as_array().unwrap().iter().map(|item| item["comment"].as_str().unwrap()).collect();
    assert!(texts.iter().all(|text| text.contains("Alle får denne teksten.")), "{texts:?}");
    assert_ne!(texts[0], texts[1], "each has its own figures");
    accept_sample(&world, &batch).await;
    dry_run(&world, id(&batch)).await;
    let (_, done) = run(&world, id(&batch), &json!({ "count": 2 })).await;
    assert_eq!(done["batch"]["tally"]["decided"], 2, "{done}");
    let case = world.case(&reference("3401")).await;
    assert_eq!(case["row"]["state"], "returned");
    assert!(!case["decisions"][0]["asked"].as_array().unwrap().is_empty(), "the reason codes are kept");
}

#[tokio::test]
async fn every_case_of_a_batch_is_shown_with_the_breaches_that_its_own_figures_and_count_leave() {
    let world = with_reports(4).await;
    let batch = made(&world, &approve_all(4)).await;
    for (place, item) in (2..).zip(batch["items"].as_array().unwrap()) {
        // 2E is three and 2F one of every figure, times twice the place; one case was extended.
        assert_eq!(item["breaches"]["count"], 2 * place * (3 + 1) - 1, "{item}");
    }
    let reference = drawn(&batch).remove(0);
    let (_, after) = say(&world, id(&batch), &reference, "accept").await;
    let shown = |batch: &Value| {
        batch["items"].as_array().unwrap().iter().map(|item| item["breaches"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&after), shown(&batch));
}

#[tokio::test]
async fn a_later_request_holds_back_what_an_earlier_one_decided_as_long_as_its_own() {
    let world = with_reports(6).await;
    let batch = ready(&world, 6).await;
    run(&world, &batch, &json!({ "count": 6, "most": 2 })).await;
    world.pass(20 * 60);
    let (status, progress) = run(&world, &batch, &json!({ "most": 2 })).await;
    assert_eq!((status, progress["batch"]["state"].as_str()), (200, Some("running")), "{progress}");
    let held = world.now() + jiff::SignedDuration::from_mins(30);
    let held = format!("{held:.0}");
    for unit in UNITS.iter().take(4) {
        let case = world.case(&reference(unit)).await;
        assert_eq!(case["decisions"][0]["undo_until"].as_str().unwrap().get(..19), held.get(..19), "{unit}");
    }
    world.pass(15 * 60);
    assert_eq!(world.delivered(6).await.len(), 6, "only those of the half-year before have left");
}

#[tokio::test]
async fn a_count_corrected_since_is_what_the_dry_run_shows_and_one_corrected_after_it_drops_the_case_out() {
    let world = with_reports(3).await;
    let batch = ready(&world, 3).await;
    let draft = |count: &str| json!({ "version": 1, "extensions": count, "comment": "" });
    let keep = async |unit: &str, count: &str| {
        let (status, body) = world.put("kari", &format!("/v1/tasks/{}/draft", reference(unit)), &draft(count)).await;
        assert_eq!(status, 200, "{body}");
    };
    keep(UNITS[0], "2").await;
    let shown = dry_run(&world, &batch).await;
    let count = |shown: &Value, unit: &str| {
        let lines = shown["lines"].as_array().unwrap();
        lines.iter().find(|line| line["reference"] == reference(unit).as_str()).unwrap()["extensions"].as_u64()
    };
    assert_eq!((count(&shown, UNITS[0]), count(&shown, UNITS[1])), (Some(2), Some(1)), "{shown}");
    keep(UNITS[1], "3").await;
    let (status, body) = run(&world, &batch, &json!({ "count": 3 })).await;
    assert_eq!((status, body["batch"]["tally"]["decided"].as_u64()), (200, Some(2)), "{body}");
    let fallen = body["results"].as_array().unwrap().iter().find(|result| result["state"] == "dropped").unwrap();
    assert_eq!(fallen["reference"], reference(UNITS[1]).as_str(), "{body}");
    assert_eq!(fallen["why"]["refusals"][0]["code"], "count_differs", "{body}");
    assert_eq!(state(&world, UNITS[1]).await, "open");
}

#[tokio::test]
async fn a_letter_begun_since_a_batch_of_returns_was_made_is_not_passed_over() {
    let world = with_reports(2).await;
    let items: Vec<Value> = UNITS[..2].iter().map(|unit| json!({ "reference": reference(unit) })).collect();
    let batch = made(&world, &json!({ "kind": "return", "items": items, "comment": "Se over." })).await;
    accept_sample(&world, &batch).await;
    let body = json!({ "version": 1, "extensions": "", "comment": "Mine egne ord." });
    let place = format!("/v1/tasks/{}/draft", reference(UNITS[0]));
    assert_eq!(world.put("kari", &place, &body).await.0, 200);
    let shown = dry_run(&world, id(&batch)).await;
    assert_eq!(shown["lines"].as_array().unwrap().len(), 1, "{shown}");
    let item = shown["batch"]["items"].as_array().unwrap().iter().find(|item| item["state"] == "dropped").unwrap();
    assert_eq!(item["why"]["refusals"][0]["code"], "comment_begun", "{shown}");
    let (status, body) = world.post("kari", "/v1/batches/preview", &json!({ "kind": "return", "items": items })).await;
    assert_eq!(status, 200, "{body}");
    assert!(body["items"][0]["why"]["refusals"].to_string().contains("comment_begun"), "{body}");
}
