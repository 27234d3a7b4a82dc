//! Intake: what is refused, and that every reason is told at once.

use serde_json::{Value, json};

use crate::server_world::{ELVERUM, KEY, World, application, approve, codes, give_back, submission};

fn report() -> Value {
    serde_json::to_value(submission("3420", "2023H1")).unwrap()
}

async fn refused(world: &World, change: impl FnOnce(&mut Value)) -> (u16, Value) {
    let mut body = report();
    change(&mut body);
    world.post("admin", "/v1/reports", &body).await
}

#[tokio::test]
async fn a_report_becomes_an_open_task_of_its_office() {
    let world = World::new().await;
    let (status, body) = world.submit("3420").await;
    assert_eq!((status, &body["reference"], &body["late"]), (201, &json!(ELVERUM), &json!(false)));
    let case = world.case(ELVERUM).await;
    assert_eq!(case["row"]["badges"], json!(["new"]));
    assert_eq!((&case["row"]["deadline"], &case["row"]["days_left"]), (&json!("2023-08-25"), &json!(11)));
    assert_eq!(case["events"][0]["actor"], "Åse Innsender");
}

#[tokio::test]
async fn what_is_unknown_is_refused_with_a_hint_where_there_is_one() {
    let world = World::new().await;
    let (status, body) = refused(&world, |body| body["unit"] = json!("301")).await;
    assert_eq!(status, 422);
    assert_eq!(body["refusals"], json!([{ "code": "unknown_unit", "given": "301", "hint": "0301" }]));
    assert!(body["errors"][0].as_str().unwrap().contains("Mente du 0301?"), "{body}");
    let (_, body) = refused(&world, |body| body["unit"] = json!("0301")).await;
    assert_eq!(codes(&body), ["unit_does_not_report"]);
    let (_, body) = refused(&world, |body| body["unit"] = json!("9999")).await;
    assert_eq!(codes(&body), ["unknown_unit"]);
    let (_, body) = refused(&world, |body| body["period"] = json!("2023H9")).await;
    assert_eq!(codes(&body), ["unknown_period"]);
    let (_, body) = refused(&world, |body| body["values"]["us_avls"] = json!(1)).await;
    assert_eq!(body["refusals"][0]["hint"], "us_avsl");
}

#[tokio::test]
async fn every_fault_of_a_report_is_told_at_once() {
    let world = World::new().await;
    let (status, body) = refused(&world, |body| {
        body["unit"] = json!("301");
        body["values"]["us_avsl"] = json!(-1);
        body["values"]["us_3_6m"] = json!(1.5);
        body["values"]["us_over_6m"] = Value::Null;
        body["values"]["7A"] = json!(2);
        body["submitter"]["email"] = json!("a@b.no\r\nBcc: x@y.no");
        body["submitter"]["name"] = json!("");
    })
    .await;
    assert_eq!(status, 422);
    let codes = codes(&body);
    for code in ["unknown_unit", "not_whole", "not_for_unit", "missing_point", "bad_field"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    assert_eq!(codes.iter().filter(|code| **code == "not_whole").count(), 2);
    assert_eq!(codes.iter().filter(|code| **code == "bad_field").count(), 2);
    assert_eq!(world.get("kari", "/v1/tasks").await.1["total"], 0, "nothing was stored");
}

#[tokio::test]
async fn a_code_stands_for_its_key_and_a_point_given_twice_is_refused() {
    let world = World::new().await;
    let (_, body) = refused(&world, |body| body["values"]["2E"] = json!(3)).await;
    assert_eq!(body["refusals"], json!([{ "code": "point_twice", "point": "2E" }]));
    let mut text = report().to_string();
    text = text.replacen("\"us_3_6m\":3", "\"us_3_6m\":3,\"us_3_6m\":9", 1);
    let request = world.ask_post("admin", "/v1/reports", &json!({})).body(text);
    let (_, body) = crate::server_world::read(request.send().await.unwrap()).await;
    assert_eq!(codes(&body), ["point_twice"]);
    let (status, _) = refused(&world, |body| {
        body["values"].as_object_mut().unwrap().remove("us_3_6m");
        body["values"]["2e"] = json!(3);
    })
    .await;
    assert_eq!(status, 201);
    assert_eq!(world.case(ELVERUM).await["versions"][0]["values"]["us_3_6m"], 3);
}

#[tokio::test]
async fn a_point_that_went_out_is_noticed_and_not_kept() {
    let world = World::new().await;
    let (_, form) = world.get("kari", "/v1/forms/2023").await;
    let key = form["removed"][0]["keys"][0].as_str().unwrap().to_owned();
    let (status, body) = refused(&world, |body| body["values"][&key] = json!(4)).await;
    assert_eq!((status, &body["obsolete"]), (201, &json!([key])));
    assert_eq!(world.case(ELVERUM).await["versions"][0]["values"].get(&key), None);
}

#[tokio::test]
async fn versions_come_in_order_and_each_only_once() {
    let world = World::new().await;
    let (status, body) = refused(&world, |body| body["version"] = json!(2)).await;
    assert_eq!((status, body["refusals"][0]["next"].clone()), (409, json!(1)));
    world.submit("3420").await;
    for (change, code) in [
        (json!({ "version": 1 }), "same_version"),
        (json!({ "version": 5 }), "version_gap"),
        (json!({}), "same_content"),
        (json!({ "version": 2 }), "same_content"),
    ] {
        let (status, body) = refused(&world, |body| {
            body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        })
        .await;
        assert_eq!((status, &body["kind"], codes(&body)), (409, &json!("already_submitted"), vec![code]), "{change}");
    }
    let (status, body) = refused(&world, |body| {
        body["values"]["us_3_6m"] = json!(4);
        body["values"]["us_inntil_3m"] = json!(5);
    })
    .await;
    assert_eq!((status, &body["version"]), (201, &json!(2)));
    assert_eq!(world.case(ELVERUM).await["row"]["badges"], json!(["new", "corrected"]));
    world.decide("kari", ELVERUM, 2, KEY, &approve()).await;
    let (status, body) = refused(&world, |body| body["values"]["us_3_6m"] = json!(5)).await;
    assert_eq!((status, codes(&body)), (409, vec!["case_closed"]));
}

#[tokio::test]
async fn a_returned_case_is_open_again_with_its_next_version() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    assert_eq!(world.case(ELVERUM).await["row"]["state"], "returned");
    world.correct("3420").await;
    let row = &world.case(ELVERUM).await["row"];
    assert_eq!((&row["state"], &row["version"], &row["returns"]), (&json!("open"), &json!(2), &json!(1)));
}

#[tokio::test]
async fn a_report_after_the_deadline_is_late_by_the_date_in_oslo() {
    let world = World::new().await;
    world.clock.advance(jiff::SignedDuration::from_hours(24 * 4 + 13));
    assert_eq!(world.now().to_string(), "2023-08-18T21:42:00Z");
    assert_eq!(world.submit("3420").await.1["late"], json!(false), "18 August, 23:42 in Oslo");
    world.pass(3600);
    assert_eq!(world.submit("3403").await.1["late"], json!(true), "19 August, 00:42 in Oslo");
    let (_, page) = world.get("kari", "/v1/tasks?unit=3403").await;
    assert_eq!(page["rows"][0]["badges"], json!(["new", "late"]));
}

#[tokio::test]
async fn escape_sequences_in_every_field_are_made_harmless() {
    let world = World::new().await;
    let (status, _) = refused(&world, |body| {
        body["submitter"]["name"] = json!("Åse\u{1b}]0;x\u{7}\u{202e}");
        body["remarks"] = json!({ "us_avsl": "se\u{1b}[2J\r\nher" });
    })
    .await;
    assert_eq!(status, 201);
    let version = world.case(ELVERUM).await["versions"][0].clone();
    assert_eq!(version["submitter"]["name"], "Åse\u{fffd}]0;x\u{fffd}\u{fffd}");
    assert_eq!(version["remarks"]["us_avsl"], "se\u{fffd}[2J\nher");
}

#[tokio::test]
async fn an_application_is_numbered_and_shows_what_the_applicant_seems_to_be() {
    let world = World::new().await;
    assert_eq!(world.apply("ola@elverum.kommune.example").await, "TLG-000001");
    let second = world.apply("OLA@elverum.kommune.example").await;
    let case = world.case(&second).await;
    assert_eq!((&case["type"], &case["applicant"]), (&json!("access"), &json!("municipality")));
    assert_eq!(case["earlier"][0]["reference"], "TLG-000001");
    for (email, unit, code) in [
        ("ola", "3420", "bad_field"),
        ("ola@elverum.kommune.example", "0301", "unit_does_not_report"),
        ("ola@elverum.kommune.example", "342", "unknown_unit"),
    ] {
        let (status, body) = world.post("hamar", "/v1/applications", &application(email, unit)).await;
        assert_eq!((status, codes(&body)), (422, vec![code]), "{email} {unit}");
    }
}

#[tokio::test]
async fn a_body_that_is_not_what_it_says_is_a_problem_document() {
    let world = World::new().await;
    for (body, status, kind) in [
        ("{".to_owned(), 400, "bad_request"),
        ("[]".to_owned(), 400, "bad_request"),
        (report().to_string().replacen("\"unit\"", "\"enhet\"", 1), 400, "bad_request"),
        (format!("{{\"unit\":\"{}\"}}", "3".repeat(1 << 20)), 413, "too_large"),
    ] {
        let request = world.ask_post("admin", "/v1/reports", &json!({})).body(body);
        let (found, answer) = crate::server_world::read(request.send().await.unwrap()).await;
        assert_eq!((found, &answer["kind"]), (status, &json!(kind)));
    }
    let plain = world.ask_post("admin", "/v1/reports", &json!({})).header("content-type", "text/plain").body("{}");
    assert_eq!(crate::server_world::read(plain.send().await.unwrap()).await.0, 400);
}

#[tokio::test]
async fn a_letter_that_cannot_be_stored_is_refused_with_what_to_do_and_its_name_in_a_text_is_not() {
    let world = World::new().await;
    let mut report = serde_json::to_value(submission("3420", "2023H1")).unwrap();
    report["remarks"] = json!({ "us_avsl": "Limt inn:\0" });
    let (status, body) = world.post("admin", "/v1/reports", &report).await;
    assert_eq!(status, 400, "{body}");
    assert!(body["detail"].as_str().unwrap().contains("tegnet med nummer 0"), "{body}");
    report["remarks"] = json!({ "us_avsl": "Skrevet \\u0000 i teksten" });
    assert_eq!(world.post("admin", "/v1/reports", &report).await.0, 201);
    assert_eq!(world.get("kari", "/v1/tasks?text=a%00b").await.0, 200);
}
