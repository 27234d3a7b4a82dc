//! The extension register: decisions, corrections, notices to services on new case systems, and what is refused.

use serde_json::{Value, json};

use crate::{
    server_units::{keyed, served},
    server_world::{ELVERUM, KEY, OTHER_KEY, Outcome, World, codes},
};

const REGISTER: &str = "/v1/extensions";

fn line(unit: &str, case_ref: &str, verdict: &str) -> Value {
    json!({ "unit": unit, "case_ref": case_ref, "asked": "2023-06-01", "verdict": verdict, "decided": "2023-06-02" })
}

fn changed(line: &Value, field: &str, value: &str) -> Value {
    let mut line = line.clone();
    line[field] = json!(value);
    line
}

async fn add(world: &World, who: &str, key: &str, line: &Value) -> Outcome {
    keyed(world, who, REGISTER, key, &json!({ "lines": [line] })).await
}

fn fresh() -> String {
    uuid::Uuid::new_v4().to_string()
}

#[tokio::test]
async fn a_decision_for_a_unit_on_an_old_system_is_counted_and_sends_nothing() {
    let world = served().await;
    world.submit("3420").await;
    for (case_ref, verdict) in [("A17", "granted"), ("A18", "ja"), ("A19", "nei")] {
        let (status, body) = add(&world, "kari", &fresh(), &line("3420", case_ref, verdict)).await;
        assert_eq!((status, &body["taken"], &body["notices"]), (200, &json!(1), &json!(0)), "{body}");
    }
    add(&world, "kari", &fresh(), &json!({ "unit": "3420", "case_ref": "A20", "asked": "01.06.2023" })).await;
    // Another half-year: by the day of the decision.
    let later = json!({ "unit": "3420", "case_ref": "A21", "asked": "2023-06-30", "verdict": "granted",
        "decided": "2023-07-03" });
    add(&world, "kari", &fresh(), &later).await;
    let case = world.case(ELVERUM).await;
    assert_eq!(case["registered"], json!({ "granted": 2, "refused": 1, "pending": 1 }));
    let (_, outside) = world.get("elverum", &format!("/v1/tasks/{ELVERUM}")).await;
    assert_eq!(outside["registered"]["granted"], 0, "outside the office nobody sees the register");
    world.pass(60);
    assert!(world.outbox().is_empty());
}

#[tokio::test]
async fn each_decision_for_a_unit_on_a_new_system_is_one_notice_to_the_service() {
    let world = served().await;
    let (status, body) = add(&world, "kari", KEY, &line("3446", "N4", "granted")).await;
    assert_eq!((status, &body["notices"]), (200, &json!(1)), "{body}");
    let again = add(&world, "kari", KEY, &line("3446", "N4", "granted")).await.1;
    assert_eq!((&again["replayed"], &again["taken"]), (&json!(true), &json!(1)));
    world.pass(30);
    let files = world.delivered(1).await;
    let mail = std::fs::read_to_string(&files[0]).unwrap();
    assert!(mail.contains("To: barnevern@3446.kommune.example") && mail.contains("N4"), "{mail}");
    let (_, list) = world.get("leser", "/v1/extensions?unit=3446").await;
    let entry = &list["entries"][0];
    assert_eq!((&entry["told"], &entry["delivery"]), (&json!("2023-08-14"), &json!("sent")));
    let pending = json!({ "unit": "3446", "case_ref": "N5", "asked": "2023-06-01" });
    assert_eq!(add(&world, "kari", &fresh(), &pending).await.1["notices"], 0, "nothing is decided yet");
    let told = changed(&line("3446", "N6", "granted"), "told", "2023-06-05");
    assert_eq!(add(&world, "kari", &fresh(), &told).await.1["notices"], 0, "the service was told already");
    let register = add(&world, "kari", &fresh(), &line("3434", "L1", "granted")).await.1;
    assert_eq!(codes(&register), ["no_address"], "a service that cannot be told: {register}");
}

#[tokio::test]
async fn names_identity_numbers_and_birthdays_are_refused_as_references_and_never_repeated() {
    let world = served().await;
    for (case_ref, code) in [
        ("Kari Nordmann", "bad_case_ref"),
        ("Nordmann17", "bad_case_ref"),
        ("ABC", "bad_case_ref"),
        ("010115", "case_ref_is_birthday"),
        ("01010112356", "identity_number"),
        ("010101-12356", "identity_number"),
    ] {
        let (status, body) = add(&world, "kari", &fresh(), &line("3420", case_ref, "granted")).await;
        let found = codes(&body);
        let wanted =
            if code == "identity_number" { vec![code, "bad_case_ref", "case_ref_is_birthday"] } else { vec![code] };
        assert!(status == 422 && found.len() == 1 && wanted.contains(&found[0]), "{case_ref}: {body}");
        assert!(!body.to_string().contains(case_ref), "{case_ref}: {body}");
    }
    let real = statsforvalter::checks::identity::first("01010750160").is_some();
    println!("a made-up number counts as one: {real}");
    let (_, list) = world.get("kari", REGISTER).await;
    assert_eq!(list["entries"], json!([]));
}

#[tokio::test]
async fn days_that_cannot_be_are_refused_each_with_its_field() {
    let world = served().await;
    let good = line("3420", "A17", "granted");
    for (wrong, code) in [
        (changed(&good, "asked", "31.02.2023"), "bad_day"),
        (changed(&good, "asked", "2024-01-01"), "day_ahead"),
        (changed(&good, "decided", "2023-05-31"), "days_turned"),
        (changed(&good, "told", "2023-06-01"), "days_turned"),
        (changed(&good, "verdict", "pending"), "day_without_decision"),
        (changed(&good, "verdict", "kanskje"), "bad_verdict"),
        (changed(&good, "unit", "030101"), "not_your_unit"),
        (changed(&good, "unit", "342"), "unknown_unit"),
    ] {
        let (status, body) = add(&world, "kari", &fresh(), &wrong).await;
        assert!(status == 422 && codes(&body).contains(&code), "{wrong}: {body}");
    }
}

#[tokio::test]
async fn a_correction_is_a_new_row_and_must_be_asked_for() {
    let world = served().await;
    let first = line("3446", "N4", "granted");
    add(&world, "kari", &fresh(), &first).await;
    let known = add(&world, "per", &fresh(), &first).await.1;
    assert_eq!((&known["known"], &known["taken"]), (&json!(1), &json!(0)), "{known}");
    let other = line("3446", "N4", "refused");
    assert_eq!(codes(&add(&world, "per", &fresh(), &other).await.1), ["extension_differs"]);
    let body = json!({ "lines": [other], "correct": true });
    let (status, corrected) = keyed(&world, "per", REGISTER, KEY, &body).await;
    assert_eq!((status, &corrected["taken"]), (200, &json!(1)));
    let text = corrected["lines"][0]["notice"]["body"].as_str().unwrap();
    assert!(text.contains("retter en tidligere melding") && text.contains("ikke innvilget"), "{text}");
    let (_, list) = world.get("kari", REGISTER).await;
    let rows = list["entries"].as_array().unwrap();
    assert_eq!(rows.len(), 2, "both rows are there");
    assert_eq!((&rows[1]["superseded"], &rows[0]["supersedes"]), (&json!(true), &rows[1]["id"]));
    // Taken back inside the window, the first one holds again.
    assert_eq!(world.post("per", &format!("/v1/notices/{KEY}/undo"), &json!({})).await.0, 200);
    let (_, list) = world.get("kari", REGISTER).await;
    assert_eq!((list["entries"].as_array().unwrap().len(), &list["entries"][0]["superseded"]), (1, &json!(false)));
    world.pass(31);
    assert_eq!(world.delivered(1).await.len(), 1, "only the first notice left");
}

#[tokio::test]
async fn what_was_pending_is_decided_without_being_a_correction() {
    let world = served().await;
    add(&world, "kari", &fresh(), &json!({ "unit": "3420", "case_ref": "A17", "asked": "2023-06-01" })).await;
    let (status, body) = add(&world, "kari", &fresh(), &line("3420", "a17", "granted")).await;
    assert_eq!((status, &body["taken"]), (200, &json!(1)), "{body}");
    let (_, list) = world.get("kari", "/v1/extensions?unit=3420&period=2023H1").await;
    let holding = list["entries"].as_array().unwrap().iter().filter(|row| row["superseded"] == false).count();
    assert_eq!(holding, 1);
}

#[tokio::test]
async fn an_import_is_all_or_nothing_unless_bad_lines_are_left_out() {
    let world = served().await;
    let mut lines = vec![
        line("3420", "A17", "ja"),
        line("3420", "Kari", "ja"),
        line("3420", "A17", "nei"),
        line("9999", "A18", "ja"),
    ];
    for (line, number) in lines.iter_mut().zip(2..) {
        line["line"] = json!(number);
    }
    let dry = keyed(&world, "kari", REGISTER, KEY, &json!({ "lines": lines, "dry_run": true })).await.1;
    let outcomes: Vec<&Value> = dry["lines"].as_array().unwrap().iter().map(|line| &line["outcome"]).collect();
    assert_eq!(outcomes, ["taken", "refused", "refused", "refused"]);
    let (status, body) = keyed(&world, "kari", REGISTER, KEY, &json!({ "lines": lines })).await;
    assert_eq!((status, codes(&body)), (422, vec!["in_row"; 3]), "{body}");
    assert_eq!(body["refusals"][0]["line"], 3, "the line of the file");
    assert_eq!(world.get("kari", REGISTER).await.1["entries"], json!([]), "nothing of it");
    let skipped = keyed(&world, "kari", REGISTER, OTHER_KEY, &json!({ "lines": lines, "skip_bad": true })).await.1;
    assert_eq!((&skipped["taken"], &skipped["refused"]), (&json!(1), &json!(3)));
}

#[tokio::test]
async fn each_role_reads_and_writes_the_register_as_the_contract_says() {
    let world = served().await;
    for (who, list, write) in [
        ("kari", 200, 200),
        ("leder", 200, 200),
        ("leser", 200, 403),
        ("oslo", 200, 422),
        ("elverum", 403, 403),
        ("bufdir", 403, 403),
        ("admin", 403, 403),
        ("", 401, 401),
    ] {
        let found =
            [world.get(who, REGISTER).await.0, add(&world, who, &fresh(), &line("3420", "A17", "granted")).await.0];
        assert_eq!(found, [list, write], "{who}");
    }
    assert_eq!(world.get("oslo", REGISTER).await.1["entries"], json!([]), "another office's register is empty");
}
