//! What the rules say at the backend: findings with a case, accepting them, what a return asks and whether it was answered.

use serde_json::{Value, json};

use crate::server_world::{ELVERUM, KEY, OTHER_KEY, Outcome, World, approve, codes, kinds, read, submission};

/// A report whose under 18 and aftercare do not add up to all (K12), in the open period or another one.
async fn submit(world: &World, period: &str, aftercare: u32) -> Outcome {
    let mut body = submission("3420", period);
    body.values.insert("ettervern".to_owned(), Some(aftercare));
    world.post("admin", "/v1/reports", &serde_json::to_value(body).unwrap()).await
}

/// A K12 as it is named on the wire.
fn k12() -> Value {
    json!({ "rule": "K12", "part": 1, "point": "tiltak_i_alt" })
}

async fn accept(world: &World, who: &str, version: u32, finding: &Value, reason: &str) -> Outcome {
    let url = format!("{}/v1/tasks/{ELVERUM}/accept", world.running.url);
    let request = world.client.put(url).bearer_auth(who).header("If-Match", format!("\"v{version}\""));
    read(request.json(&json!({ "finding": finding, "reason": reason })).send().await.unwrap()).await
}

fn finding<'a>(case: &'a Value, rule: &str) -> &'a Value {
    let found = case["review"]["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == rule);
    found.unwrap_or_else(|| panic!("no {rule}: {}", case["review"]["findings"]))
}

#[tokio::test]
async fn a_finding_comes_with_the_case_and_weighs_in_the_queue_from_the_moment_the_report_arrives() {
    let world = World::new().await;
    assert_eq!(submit(&world, "2023H1", 3).await.0, 201);
    assert_eq!(world.submit("3403").await.0, 201);
    let case = world.case(ELVERUM).await;
    let found = finding(&case, "K12");
    assert_eq!(found["severity"], "ERROR");
    assert_eq!(found["message"], "3B 10 + 3C 3 = 13, men 3A 12. Forskjell 1.");
    assert_eq!(found["points"][0], "tiltak_i_alt", "it stands at the total");
    assert_eq!(case["review"]["pack"], "2023.1");
    assert!(case["review"]["passed"].as_array().unwrap().len() > 15);
    let (_, page) = world.get("kari", "/v1/tasks").await;
    assert_eq!(page["rows"][0]["reference"], ELVERUM, "the one with an error stands first");
    let weight = &page["rows"][0]["weight"];
    assert_eq!((&weight["risk"]["errors"], &weight["score"]["findings"]), (&json!(1), &json!(30)));
    assert_eq!((&page["counts"]["clean"], &page["counts"]["findings"]), (&json!(1), &json!(1)));
    for (query, reference) in [("clean=true", "KHR-2023H1-3403"), ("clean=false", ELVERUM)] {
        let (_, page) = world.get("kari", &format!("/v1/tasks?{query}")).await;
        assert_eq!((&page["total"], &page["rows"][0]["reference"]), (&json!(1), &json!(reference)), "{query}");
    }
}

#[tokio::test]
async fn an_error_is_approved_only_with_a_reason_and_what_the_rules_said_is_kept_with_the_decision() {
    let world = World::new().await;
    submit(&world, "2023H1", 3).await;
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    assert_eq!((status, codes(&body)), (422, vec!["open_errors"]));
    assert!(body["detail"].as_str().unwrap().contains("K12"), "{body}");
    let (status, body) = accept(&world, "per", 1, &k12(), " Rettet i fagsystemet etter telling. ").await;
    assert_eq!((status, &body["accepted"]["reason"]), (200, &json!("Rettet i fagsystemet etter telling.")));
    let case = world.case(ELVERUM).await;
    assert_eq!(finding(&case, "K12")["accepted"]["by"], "Navn per");
    assert_eq!(case["weight"]["risk"]["errors"], 0);
    let (_, page) = world.get("kari", "/v1/tasks").await;
    assert_eq!(page["rows"][0]["weight"]["risk"]["errors"], 0, "the queue knows it at once");
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &approve()).await.0, 200);
    assert_eq!(kinds(&world.case(ELVERUM).await), ["submitted", "accepted", "saved", "continued", "confirmed"]);
    let mut conn = world.beside().await;
    let kept: String = sqlx::query_scalar("select review from decision").fetch_one(&mut conn).await.unwrap();
    let kept: Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept["pack"], "2023.1");
    assert_eq!(kept["findings"][0]["accepted"]["reason"], "Rettet i fagsystemet etter telling.");
}

#[tokio::test]
async fn an_acceptance_holds_for_the_figures_it_was_given_for_and_is_shown_the_next_time() {
    let world = World::new().await;
    submit(&world, "2023H1", 3).await;
    accept(&world, "kari", 1, &k12(), "Talt om igjen.").await;
    let mut same = submission("3420", "2023H1");
    same.values.extend([("ettervern".to_owned(), Some(3)), ("plass_akutt".to_owned(), Some(1))]);
    assert_eq!(world.post("admin", "/v1/reports", &serde_json::to_value(same).unwrap()).await.0, 201);
    let case = world.case(ELVERUM).await;
    assert_eq!(finding(&case, "K12")["accepted"]["reason"], "Talt om igjen.", "the same three figures");
    submit(&world, "2023H1", 4).await;
    let case = world.case(ELVERUM).await;
    assert_eq!(finding(&case, "K12")["accepted"], Value::Null, "other figures need a word of their own");
    submit(&world, "2022H2", 3).await;
    let (_, before) = world.get("kari", "/v1/tasks/KHR-2022H2-3420").await;
    let known = &finding(&before, "K12")["accepted_before"];
    assert_eq!((&known["reason"], &known["period"]), (&json!("Talt om igjen."), &json!("2023H1")));
}

#[tokio::test]
async fn a_blank_reason_takes_an_acceptance_back_and_both_are_in_the_timeline() {
    let world = World::new().await;
    submit(&world, "2023H1", 3).await;
    accept(&world, "kari", 1, &k12(), "Talt om igjen.").await;
    let (status, body) = accept(&world, "kari", 1, &k12(), "  ").await;
    assert_eq!((status, &body["accepted"]), (200, &Value::Null));
    let case = world.case(ELVERUM).await;
    assert_eq!(finding(&case, "K12")["accepted"], Value::Null);
    assert_eq!(kinds(&case), ["submitted", "accepted", "unaccepted"]);
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &approve()).await.0, 422);
}

#[tokio::test]
async fn only_those_who_decide_accept_and_only_findings_that_are_there() {
    let world = World::new().await;
    submit(&world, "2023H1", 3).await;
    for (who, status) in [("leser", 403), ("oslo", 404), ("elverum", 403), ("bufdir", 403), ("admin", 403)] {
        assert_eq!(accept(&world, who, 1, &k12(), "Fordi.").await.0, status, "{who}");
    }
    assert_eq!(accept(&world, "kari", 2, &k12(), "Fordi.").await.0, 412, "a version that is not there");
    for (rule, point) in [("K10", "us_avsl"), ("K12", "ettervern"), ("K999", ""), ("\u{1b}[2J", "")] {
        let other = json!({ "rule": rule, "part": 1, "point": point });
        let (status, body) = accept(&world, "kari", 1, &other, "Fordi.").await;
        assert_eq!((status, codes(&body)), (422, vec!["no_such_finding"]), "{rule}");
    }
    assert_eq!(accept(&world, "kari", 1, &k12(), &"x".repeat(2001)).await.0, 422);
    assert_eq!(world.events(ELVERUM).await, ["submitted"], "nothing of it is stored");
}

#[tokio::test]
async fn what_a_return_asks_is_stored_with_it_and_the_next_version_is_held_against_it() {
    let world = World::new().await;
    submit(&world, "2023H1", 3).await;
    let question = json!({ "rule": "K12", "part": 1, "point": "tiltak_i_alt",
        "points": ["tiltak_i_alt", "tiltak_u18", "ettervern"] });
    let unknown = json!({ "rule": "K999", "part": 1, "point": "", "points": [] });
    let back = |asked: &Value| json!({ "kind": "return", "comment": "Kontroller 3A.", "asked": [asked] });
    let (status, body) = world.decide("kari", ELVERUM, 1, KEY, &back(&unknown)).await;
    assert_eq!((status, codes(&body)), (422, vec!["no_such_finding"]));
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &back(&question)).await.0, 200);
    assert_eq!(world.case(ELVERUM).await["decisions"][0]["asked"], json!([question]));
    let mut other = submission("3420", "2023H1");
    other.values.extend([("ettervern".to_owned(), Some(3)), ("plass_akutt".to_owned(), Some(1))]);
    let answered = |case: &Value| case["review"]["answers"][0]["outcome"].clone();
    world.post("admin", "/v1/reports", &serde_json::to_value(&other).unwrap()).await;
    let case = world.case(ELVERUM).await;
    assert_eq!(answered(&case), "unanswered");
    assert_eq!(case["weight"]["score"]["unanswered"], 20);
    assert_eq!(finding(&case, "K85")["severity"], "INFO");
    other.remarks.insert("tiltak_u18".to_owned(), "Tallet er riktig.".to_owned());
    world.post("admin", "/v1/reports", &serde_json::to_value(&other).unwrap()).await;
    assert_eq!(answered(&world.case(ELVERUM).await), "remarked");
    assert_eq!(submit(&world, "2023H1", 2).await.0, 201);
    assert_eq!(answered(&world.case(ELVERUM).await), "changed");
}

/// A synthetic birth number (month + 80) with its two check digits: no person can have it.
fn synthetic() -> String {
    let check = |digits: &[u32], weights: &[u32]| {
        let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
        (11 - sum % 11) % 11
    };
    for individual in 100..500 {
        let text = format!("018190{individual}");
        let mut digits: Vec<u32> = text.chars().filter_map(|digit| digit.to_digit(10)).collect();
        digits.push(check(&digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2]));
        digits.push(check(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
        if digits.iter().all(|digit| *digit < 10) {
            return digits.iter().map(ToString::to_string).collect();
        }
    }
    panic!("some number has check digits below ten");
}

#[tokio::test]
async fn no_text_with_an_identity_number_leaves_the_office() {
    let world = World::new().await;
    world.submit("3420").await;
    let application = world.apply("ola@elverum.kommune.example").await;
    let text = format!("Gjelder barnet {}.", synthetic());
    let body = json!({ "kind": "return", "comment": text });
    let (status, answer) = world.step("kari", ELVERUM, "continue", 1, &json!({ "decision": body })).await;
    assert_eq!((status, codes(&answer)), (422, vec!["identity_number"]));
    assert!(!answer.to_string().contains(&synthetic()), "the number is not repeated: {answer}");
    assert_eq!(codes(&world.decide("kari", ELVERUM, 1, KEY, &body).await.1), ["identity_number"]);
    let reject = json!({ "kind": "reject", "comment": text });
    assert_eq!(codes(&world.decide("kari", &application, 1, OTHER_KEY, &reject).await.1), ["identity_number"]);
    let (_, asked) = world.post("kari", &format!("/v1/tasks/{application}/ask"), &json!({ "comment": text })).await;
    assert_eq!(codes(&asked), ["identity_number"]);
}

#[tokio::test]
async fn outside_the_office_nobody_sees_what_the_rules_say() {
    let world = World::new().await;
    submit(&world, "2023H1", 3).await;
    accept(&world, "kari", 1, &k12(), "Talt om igjen.").await;
    let (status, case) = world.get("elverum", &format!("/v1/tasks/{ELVERUM}")).await;
    assert_eq!((status, &case["review"]["findings"]), (200, &json!([])));
    assert!(!case.to_string().contains("Talt om igjen"), "{case}");
    let (_, page) = world.get("elverum", "/v1/tasks").await;
    assert_eq!(page["rows"][0]["weight"], Value::Null);
}
