//! Mail over a real mail server: what arrives, what does not, and that nothing is said of it that is not so.

use std::time::Duration;

use serde_json::{Value, json};
use statsforvalter::server::{
    outbox::ways::{WayTables, Ways},
    store::delivery::{self, NewDelivery, Payload},
};

use crate::{
    server_world::{ELVERUM, KEY, World, give_back},
    support::mail::{MailServer, installed},
};

/// Numbers that let a test see the end of a try.
const PACE: &str = "[outbox]\ntry_seconds = 3\nlease_seconds = 10\nmost_tries = 4\n";

fn ways(table: &str) -> Ways {
    let tables: WayTables = toml::from_str(&format!("{table}{PACE}")).unwrap();
    // What the office's own people are told has tests of its own.
    Ways { tells_staff: false, ..Ways::prepare(&tables, None).unwrap() }
}

async fn world(table: &str) -> World {
    let ways = ways(table);
    World::with(|options| options.ways = ways).await
}

/// A world in which a return is on its way to the submitter, its undo window over.
async fn returned(table: &str) -> World {
    let world = world(table).await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.pass(30);
    world
}

async fn delivery(world: &World) -> Value {
    world.case(ELVERUM).await["decisions"][0]["deliveries"][0].clone()
}

/// Waits until the delivery is as it is wanted.
async fn until(world: &World, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..1500 {
        let found = delivery(world).await;
        if wanted(&found) {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("never {what}: {}", delivery(world).await);
}

async fn sent(world: &World) -> Value {
    until(world, "sent", |delivery| delivery["state"] == "sent").await
}

/// Waits until it has failed so many times.
async fn failed(world: &World, tries: u32, miss: &str) -> Value {
    until(world, miss, |delivery| delivery["trouble"]["tries"] == tries && delivery["trouble"]["miss"] == miss).await
}

fn header<'a>(mail: &'a str, name: &str) -> Vec<&'a str> {
    let head = mail.split("\r\n\r\n").next().unwrap();
    head.split("\r\n")
        .filter_map(|line| line.split_once(": "))
        .filter(|(own, _)| *own == name)
        .map(|(_, value)| value)
        .collect()
}

#[tokio::test]
async fn a_mail_arrives_once_over_a_protected_line() {
    let Some(installed) = installed() else { return };
    for wrapped in [false, true] {
        let server = MailServer::start(&installed, wrapped);
        let world = returned(&server.table("ca.pem")).await;
        let told = sent(&world).await;
        assert_eq!(told["recipient"], "innsender@3420.kommune.example");
        let mails = server.mails();
        assert_eq!(mails.len(), 1);
        let mail = &mails[0];
        assert_eq!(header(mail, "X-Envelope"), ["noreply@statsforvalteren.example -> innsender@3420.kommune.example"]);
        assert_eq!(header(mail, "Message-ID"), [format!("<{KEY}-1@statsforvalteren.example>")]);
        assert_eq!(header(mail, "Auto-Submitted"), ["auto-generated"]);
        assert_eq!(header(mail, "From"), ["noreply@statsforvalteren.example"]);
        assert_eq!(header(mail, "Content-Type"), ["text/plain; charset=utf-8"]);
        assert!(world.outbox().is_empty(), "no file beside the mail");
    }
}

#[tokio::test]
async fn a_server_that_is_away_gets_the_mail_when_it_is_back() {
    let Some(installed) = installed() else { return };
    let mut server = MailServer::start(&installed, false);
    server.go_away();
    let world = returned(&server.table("ca.pem")).await;
    let told = failed(&world, 1, "away").await;
    assert_eq!((&told["state"], &told["trouble"]["given_up_at"]), (&json!("failed"), &Value::Null));
    assert_eq!(world.case(ELVERUM).await["row"]["delivery"], "failed");
    server.go_on();
    world.pass(5);
    sent(&world).await;
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_server_that_asks_to_come_again_later_is_asked_again_later() {
    let Some(installed) = installed() else { return };
    let server = MailServer::start(&installed, false);
    server.how("later");
    let world = returned(&server.table("ca.pem")).await;
    let told = failed(&world, 1, "busy").await;
    assert!(told["trouble"]["answer"].as_str().unwrap().starts_with("451 "), "{told}");
    server.how("ok");
    world.pass(5);
    assert!(sent(&world).await.get("trouble").is_none());
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_is_given_up_at_once_and_shown_with_the_answer() {
    let Some(installed) = installed() else { return };
    let server = MailServer::start(&installed, false);
    server.how("never");
    let world = returned(&server.table("ca.pem")).await;
    let told = failed(&world, 1, "refused").await;
    assert_eq!(told["trouble"]["given_up_at"], json!(world.now().to_string()));
    let answer = told["trouble"]["answer"].as_str().unwrap();
    assert!(answer.starts_with("550 ") && answer.contains("No such mailbox"), "{answer}");
    assert!(!answer.contains('\u{1b}'), "what a stranger's server says cannot speak to a terminal: {answer:?}");
    assert_eq!(world.events(ELVERUM).await.last().unwrap(), "given_up");
    server.how("ok");
    world.pass(86_400);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(server.mails().len(), 0, "nobody tries it by itself");
    let id = told["id"].as_str().unwrap();
    assert_eq!(world.post("leder", &format!("/v1/outbox/{id}/retry"), &json!({})).await.0, 200);
    sent(&world).await;
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_mail_whose_fate_is_not_known_is_sent_again_with_the_same_number() {
    let Some(installed) = installed() else { return };
    for how in ["cut", "stall"] {
        let server = MailServer::start(&installed, false);
        server.how(how);
        let world = returned(&server.table("ca.pem")).await;
        failed(&world, 1, "silent").await;
        server.how("ok");
        world.pass(5);
        sent(&world).await;
        let mails = server.mails();
        assert_eq!(mails.len(), 2, "{how}");
        assert_eq!(header(&mails[0], "Message-ID"), header(&mails[1], "Message-ID"), "{how}");
        assert_eq!(header(&mails[0], "Date"), header(&mails[1], "Date"), "{how}");
    }
}

#[tokio::test]
async fn a_server_that_cannot_prove_who_it_is_gets_nothing() {
    let Some(installed) = installed() else { return };
    for wrapped in [false, true] {
        let server = MailServer::start(&installed, wrapped);
        let world = returned(&server.table("other.pem")).await;
        let told = failed(&world, 1, "certificate").await;
        assert_eq!(told["trouble"]["given_up_at"], Value::Null, "it may be put right");
        assert_eq!(server.mails().len(), 0);
    }
}

#[tokio::test]
async fn a_wrong_password_and_a_line_without_protection_are_our_fault_and_not_the_mails() {
    let Some(installed) = installed() else { return };
    let server = MailServer::start(&installed, false);
    let wrong = server.table("ca.pem");
    std::fs::write(server.folder.path().join("password"), "galt").unwrap();
    let world = returned(&wrong).await;
    let told = failed(&world, 1, "login").await;
    assert_eq!(told["trouble"]["given_up_at"], Value::Null);
    assert!(!told.to_string().contains("galt"), "{told}");
    // A server that wants the whole line protected does not speak plain first: nothing is sent there either.
    let wrapped = MailServer::start(&installed, true);
    let world = returned(&wrapped.table("ca.pem").replace("\"tls\"", "\"starttls\"")).await;
    until(&world, "a failure", |delivery| delivery["state"] == "failed").await;
    assert_eq!(server.mails().len() + wrapped.mails().len(), 0);
}

#[tokio::test]
async fn a_mail_that_nobody_takes_is_given_up_after_the_last_try() {
    let Some(installed) = installed() else { return };
    let mut server = MailServer::start(&installed, false);
    server.go_away();
    let world = returned(&server.table("ca.pem")).await;
    for tries in 1..=4 {
        failed(&world, tries, "away").await;
        world.pass(7200);
    }
    assert_ne!(delivery(&world).await["trouble"]["given_up_at"], Value::Null);
}

#[tokio::test]
async fn a_hostile_subject_or_recipient_adds_no_header_and_no_other_recipient() {
    let Some(installed) = installed() else { return };
    let server = MailServer::start(&installed, false);
    let world = world(&server.table("ca.pem")).await;
    world.submit("3420").await;
    let store = &world.running.store;
    let subject = "Tittel\r\nBcc: snok@ond.example\r\n\r\nTekst \u{1b}[31m";
    let body = "Første linje\r\n.\r\nMAIL FROM:<snok@ond.example>\r\n";
    let recipients = [
        "innsender@3420.kommune.example",
        "innsender@3420.kommune.example\r\nBcc: snok@ond.example",
        "innsender@3420.kommune.example> NOTIFY=SUCCESS\r\nRCPT TO:<snok@ond.example",
        "innsender@3420.kommune.example, snok@ond.example",
        "\"snok@ond.example\" <innsender@3420.kommune.example>",
    ];
    let reference = ELVERUM.parse().unwrap();
    let mut tx = store.write().await.unwrap();
    for (position, recipient) in (1..).zip(recipients) {
        let payload = Payload::Mail { subject: subject.to_owned(), body: body.to_owned(), role: None };
        let id = format!("hostile-{position}");
        let (reference, release_at) = (&reference, world.now());
        let new = NewDelivery { id, reference, decision: None, position, recipient, payload: &payload, release_at };
        delivery::add(&mut tx, &new).await.unwrap();
    }
    store.commit(tx).await.unwrap();
    let settled = async || {
        let (_, list) = world.get("kari", "/v1/outbox?part=all").await;
        let rows = list["rows"].as_array().unwrap().clone();
        let done =
            |row: &Value| row["delivery"]["state"] == "sent" || row["delivery"]["trouble"]["given_up_at"].is_string();
        rows.iter().all(done).then_some(rows)
    };
    let mut rows = None;
    for _ in 0..500 {
        rows = settled().await;
        if rows.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let rows = rows.expect("all deliveries are settled");
    assert_eq!(rows.iter().filter(|row| row["delivery"]["trouble"]["miss"] == "address").count(), 4, "{rows:?}");
    let mails = server.mails();
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert_eq!(header(&mails[0], "X-Envelope"), ["noreply@statsforvalteren.example -> innsender@3420.kommune.example"]);
    assert!(header(&mails[0], "Bcc").is_empty() && header(&mails[0], "Subject").len() == 1, "{}", mails[0]);
    assert_eq!(header(&mails[0], "To"), ["innsender@3420.kommune.example"]);
}
