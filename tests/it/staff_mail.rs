//! What the office's own people are told: of which units, at once or together, in which language, and nothing that must not
//! stand in a mail. And what units and applicants are told in theirs.

use std::{path::PathBuf, time::Duration};

use serde_json::{Value, json};
use statsforvalter::{
    domain::{person::Role, policy::Policy},
    server::seed::Seed,
};

use crate::{
    server_outbox::body,
    server_world::{ELVERUM, KEY, OTHER_KEY, World, application, approve, codes, give_back, person, submission},
};

async fn world() -> World {
    World::with(|options| options.ways.tells_staff = true).await
}

/// The mails that lie in the outbox to somebody, decoded.
fn to(world: &World, who: &str) -> Vec<(String, String)> {
    let read = |path: &PathBuf| {
        let mail = std::fs::read_to_string(path).unwrap();
        (mail.split("\r\n\r\n").next().unwrap().to_owned(), body(&mail))
    };
    let wanted = format!("To: {who}@");
    let files = world.outbox();
    let mails = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
    mails.map(read).filter(|(head, _)| head.contains(&wanted)).collect()
}

/// Waits until so many mails lie there to somebody, and sees that no more come.
async fn told(world: &World, who: &str, count: usize) -> Vec<(String, String)> {
    for _ in 0..300 {
        if to(world, who).len() >= count {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let found = to(world, who);
    assert_eq!(found.len(), count, "{who}: {found:?}");
    found
}

fn subject(head: &str) -> &str {
    head.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap()
}

async fn wish(world: &World, who: &str, wish: &Value) -> (u16, Value) {
    world.put(who, "/v1/me/notices", wish).await
}

#[tokio::test]
async fn a_report_that_comes_and_comes_again_is_told_to_those_who_decide() {
    let world = world().await;
    world.submit("3420").await;
    for who in ["kari", "per", "leder"] {
        let mails = told(&world, who, 1).await;
        let (head, body) = &mails[0];
        assert!(subject(head).contains(ELVERUM), "{head}");
        assert!(
            body.contains(&format!("sfv open {ELVERUM}")) && body.contains("https://portal.barnevern.example/"),
            "{body}"
        );
        assert!(!body.contains("innsender") && !body.contains("Innsender"), "{body}");
    }
    told(&world, "leser", 0).await;
    told(&world, "oslo", 0).await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.correct("3420").await;
    let mails = told(&world, "per", 2).await;
    assert!(mails.iter().any(|(_, body)| body.contains("i en ny versjon") && body.contains("versjon 2")), "{mails:?}");
    // What is told to the office's people does not stand on the task.
    let case = world.case(ELVERUM).await;
    assert!(!case.to_string().contains("kari@statsforvalteren.example"), "{case}");
    assert!(!world.events(ELVERUM).await.contains(&"delivered".to_owned()));
}

#[tokio::test]
async fn an_access_request_is_told_without_the_name_or_the_address_of_the_applicant() {
    let world = world().await;
    let reference = world.apply("ola@elverum.kommune.example").await;
    let mails = told(&world, "kari", 1).await;
    let (head, body) = &mails[0];
    assert!(head.contains(&reference) && body.contains(&format!("sfv open {reference}")), "{head} {body}");
    for secret in ["Ola", "elverum.kommune", "000 00 003"] {
        assert!(!head.contains(secret) && !body.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_person_hears_of_the_units_they_chose_and_nobody_of_what_they_switched_off() {
    let world = world().await;
    assert_eq!(world.get("kari", "/v1/me/notices").await.1["active"], true);
    assert_eq!(wish(&world, "kari", &json!({ "units": ["3403"] })).await.0, 200);
    assert_eq!(wish(&world, "per", &json!({ "active": false })).await.0, 200);
    world.submit("3420").await;
    // What comes while a mail is written would stand in the same one.
    told(&world, "leder", 1).await;
    world.submit("3403").await;
    let mails = told(&world, "kari", 1).await;
    assert!(subject(&mails[0].0).contains("KHR-2023H1-3403"));
    told(&world, "per", 0).await;
    told(&world, "leder", 2).await;
}

#[tokio::test]
async fn a_digest_tells_everything_together_at_its_time() {
    let world = world().await;
    assert_eq!(wish(&world, "kari", &json!({ "digest": "08:00", "language": "nn" })).await.0, 200);
    world.submit("3420").await;
    told(&world, "leder", 1).await;
    world.submit("3403").await;
    told(&world, "leder", 2).await;
    told(&world, "kari", 0).await;
    // It is 10:42 in Oslo on 14 August.
    world.pass(21 * 3600 + 17 * 60);
    told(&world, "kari", 0).await;
    world.pass(60);
    let mails = told(&world, "kari", 1).await;
    let (head, body) = &mails[0];
    assert_eq!(subject(head), "Nytt i sakene til embetet (2)");
    assert!(body.contains("sfv open KHR-2023H1-3420") && body.contains("sfv open KHR-2023H1-3403"), "{body}");
    world.pass(86_400);
    told(&world, "kari", 1).await;
}

#[tokio::test]
async fn nothing_is_sent_in_the_quiet_hours_and_a_new_wish_holds_for_what_waits() {
    let world = world().await;
    let quiet = json!({ "quiet": { "from": "10:00", "until": "12:00" } });
    for who in ["kari", "per", "leder"] {
        assert_eq!(wish(&world, who, &quiet).await.0, 200);
    }
    world.submit("3420").await;
    world.submit("3403").await;
    told(&world, "kari", 0).await;
    assert_eq!(wish(&world, "per", &json!({})).await.0, 200, "per wants it at once after all");
    told(&world, "per", 1).await;
    assert_eq!(wish(&world, "leder", &json!({ "active": false })).await.0, 200);
    world.pass(78 * 60);
    told(&world, "kari", 1).await;
    told(&world, "leder", 0).await;
}

#[tokio::test]
async fn a_wish_that_cannot_be_followed_is_refused_with_its_reasons() {
    let world = world().await;
    for (given, code) in [
        (json!({ "digest": "8" }), "bad_field"),
        (json!({ "quiet": { "from": "08:00", "until": "08:00" } }), "bad_field"),
        (json!({ "language": "neutral" }), "bad_field"),
        (json!({ "units": ["0301"] }), "not_your_unit"),
    ] {
        let (status, body) = wish(&world, "kari", &given).await;
        assert_eq!((status, codes(&body)), (422, vec![code]), "{given}");
    }
    assert_eq!(wish(&world, "kari", &json!({ "person": "per" })).await.0, 400);
    for who in ["leser", "elverum", "bufdir", "admin"] {
        assert_eq!(wish(&world, who, &json!({})).await.0, 403, "{who}");
    }
}

#[tokio::test]
async fn somebody_who_has_left_the_office_is_told_nothing_that_waited() {
    let world = world().await;
    assert_eq!(wish(&world, "kari", &json!({ "digest": "08:00" })).await.0, 200);
    world.submit("3420").await;
    let moved = person("kari", Role::Reviewer, Some("SFOBOA"), None);
    let people = vec![(moved, "kari".to_owned())];
    world.running.store.fill(&Seed { people, ..Seed::default() }).await.unwrap();
    world.pass(2 * 86_400);
    told(&world, "kari", 0).await;
}

#[tokio::test]
async fn units_and_applicants_are_written_to_in_the_units_language() {
    let world = World::new().await;
    // Lom writes nynorsk.
    let lom = serde_json::to_value(submission("3434", "2023H1")).unwrap();
    assert_eq!(world.post("admin", "/v1/reports", &lom).await.0, 201);
    world.decide("kari", "KHR-2023H1-3434", 1, KEY, &give_back()).await;
    let (_, received) = world.post("admin", "/v1/applications", &application("per@lom.kommune.example", "3434")).await;
    let reference = received["reference"].as_str().unwrap();
    world.decide("kari", reference, 1, OTHER_KEY, &json!({ "kind": "reject", "comment": "Feil eining." })).await;
    world.pass(30);
    let files = world.delivered(2).await;
    for file in files {
        let mail = body(&std::fs::read_to_string(file).unwrap());
        assert!(mail.contains("Statsforvaltaren i Innlandet"), "{mail}");
        assert!(mail.contains("sfv open ") && mail.contains("https://portal.barnevern.example/"), "{mail}");
    }
}

#[tokio::test]
async fn the_submitter_is_told_of_an_approval_where_the_office_wants_it() {
    let policy = Policy::parse("[default]\ntell_approved = true").unwrap();
    let world = World::with(|options| options.own.policy = Some(policy)).await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    world.delivered(2).await;
    let mails = told(&world, "innsender", 1).await;
    assert!(subject(&mails[0].0).contains(ELVERUM) && mails[0].1.contains("godkjent"), "{mails:?}");
}
