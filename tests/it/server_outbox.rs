//! Deliveries: nothing leaves before the window is over, nothing that was taken back, and nothing twice.

use jiff::SignedDuration;
use serde_json::{Value, json};
use statsforvalter::domain::delivery::Miss;
use statsforvalter::server::{
    outbox::{self, carrier::Carrier},
    store::{
        Store,
        carrying::{self, Due, Failing, Taking},
    },
};

use crate::server_world::{ELVERUM, KEY, World, approve, codes, give_back};

/// Takes what is due of both channels, as a worker does.
async fn take(store: &Store, by: &str, now: jiff::Timestamp, seconds: i64) -> Vec<Due> {
    let mut taken = Vec::new();
    for channel in ["mail", "bufdir"] {
        let mut tx = store.write().await.unwrap();
        let taking = Taking { channel, most: 3, by, now, until: now + SignedDuration::from_secs(seconds) };
        taken.extend(carrying::claim(&mut tx, &taking).await.unwrap());
        store.commit(tx).await.unwrap();
    }
    taken
}

pub(crate) fn text(path: &std::path::Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// A mail's text: the body decoded from quoted-printable or base64.
pub(crate) fn body(mail: &str) -> String {
    let (head, body) = mail.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("charset=utf-8"), "{head}");
    if !head.contains("quoted-printable") {
        return body.to_owned();
    }
    let joined = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        let mut pair = || [rest.next().unwrap(), rest.next().unwrap()];
        let hex = |pair: [u8; 2]| u8::from_str_radix(std::str::from_utf8(&pair).unwrap(), 16).unwrap();
        bytes.push(if byte == b'=' { hex(pair()) } else { byte });
    }
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn an_approved_report_is_handed_over_after_the_window_and_not_before() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(29);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert_eq!(world.outbox().len(), 0);
    world.pass(1);
    let files = world.delivered(1).await;
    let report: Value = serde_json::from_str(&text(&files[0])).unwrap();
    assert_eq!((&report["reference"], &report["version"]), (&json!(ELVERUM), &json!(1)));
    assert_eq!((&report["extensions"], &report["breaches"]), (&json!(2), &json!(2)));
    assert_eq!(report["breach_share_per_mille"], 200);
    assert_eq!(report["values"]["us_3_6m"], 3);
    assert_eq!(report["decision"]["by"], "Navn kari");
    assert_eq!(report["submitter"]["email"], "innsender@3420.kommune.example");
    wait_for(&world, "delivered").await;
    assert_eq!(world.case(ELVERUM).await["row"]["delivery"], "sent");
}

async fn wait_for(world: &World, event: &str) {
    for _ in 0..200 {
        if world.events(ELVERUM).await.iter().any(|kind| kind == event) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("no {event} in {:?}", world.events(ELVERUM).await);
}

#[tokio::test]
async fn what_was_taken_back_never_leaves() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await;
    world.pass(3600);
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    assert_eq!(world.outbox().len(), 0);
    assert_eq!(world.case(ELVERUM).await["decisions"][0]["deliveries"][0]["state"], "cancelled");
}

#[tokio::test]
async fn a_returned_report_is_told_to_the_submitter_with_the_comment() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &give_back()).await;
    world.pass(30);
    let mail = text(&world.delivered(1).await[0]);
    assert!(mail.contains("To: innsender@3420.kommune.example\r\n"), "{mail}");
    assert!(mail.contains(&format!("Message-ID: <{KEY}-1@statsforvalteren.example>\r\n")), "{mail}");
    let said = body(&mail);
    assert!(said.contains("Kontroller 2E.") && said.contains("Se også 2F."), "{said}");
    assert!(said.contains("Statsforvalteren i Innlandet") && said.contains("sfv open KHR-2023H1-3420"), "{said}");
}

#[tokio::test]
async fn a_forwarded_application_is_sent_to_the_directorate_with_exactly_four_fields() {
    let world = World::new().await;
    let reference = world.apply("ola@firma.example").await;
    world.decide("kari", &reference, 1, KEY, &json!({ "kind": "forward", "comment": "internt" })).await;
    world.pass(30);
    let files = world.delivered(2).await;
    let said = body(&text(&files[0]));
    assert!(text(&files[0]).contains("To: tilgang@bufdir.example\r\n"));
    let lines: Vec<&str> = said.lines().filter(|line| !line.is_empty()).collect();
    let fields =
        ["Navn: Ola Søker", "E-post: ola@firma.example", "Telefon: 000 00 003", "Oppgitt tilknytning: Kommunen"];
    assert_eq!(lines, fields);
    assert!(text(&files[1]).contains("To: ola@firma.example\r\n"));
    let (status, case) = world.get("bufdir", &format!("/v1/tasks/{reference}")).await;
    assert_eq!((status, &case["row"]["state"]), (200, &json!("forwarded")));
}

#[tokio::test]
async fn a_question_to_an_applicant_leaves_at_once_and_the_case_stays_open() {
    let world = World::new().await;
    let reference = world.apply("ola@elverum.kommune.example").await;
    let ask = format!("/v1/tasks/{reference}/ask");
    let (status, _) = world.post("kari", &ask, &json!({ "comment": "Hvor arbeider du?" })).await;
    assert_eq!(status, 200);
    assert!(body(&text(&world.delivered(1).await[0])).contains("Hvor arbeider du?"));
    assert_eq!(world.case(&reference).await["row"]["state"], "open");
    assert_eq!(codes(&world.post("kari", &ask, &json!({ "comment": " " })).await.1), ["blank_comment"]);
    world.submit("3420").await;
    let wrong = world.post("kari", &format!("/v1/tasks/{ELVERUM}/ask"), &json!({ "comment": "?" })).await;
    assert_eq!((wrong.0, codes(&wrong.1)), (422, vec!["wrong_kind"]));
}

#[tokio::test]
async fn nobody_decides_their_own_application() {
    let world = World::new().await;
    let reference = world.apply("Kari@statsforvalteren.example").await;
    let (status, body) = world.decide("kari", &reference, 1, KEY, &json!({ "kind": "grant" })).await;
    assert_eq!((status, codes(&body)), (422, vec!["own_application"]));
    let (status, body) = world.decide("per", &reference, 1, KEY, &json!({ "kind": "grant" })).await;
    assert_eq!((status, &body["state"]), (200, &json!("granted")));
    assert_eq!(world.case(&reference).await["applicant"], "colleague");
}

#[tokio::test]
async fn a_failed_delivery_is_told_once_and_tried_again() {
    let world = World::new().await;
    let blocked = world.dir.path().join("outbox");
    std::fs::write(&blocked, "not a folder").unwrap();
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    wait_for(&world, "delivery_failed").await;
    assert_eq!(world.case(ELVERUM).await["row"]["delivery"], "failed");
    std::fs::remove_file(&blocked).unwrap();
    world.pass(5);
    world.delivered(1).await;
    wait_for(&world, "delivered").await;
    let events = world.events(ELVERUM).await;
    assert_eq!(events.iter().filter(|kind| *kind == "delivery_failed").count(), 1);
}

#[tokio::test]
async fn a_delivery_that_was_cut_off_is_carried_again_and_is_still_one_file() {
    let world = World::with(|options| options.outbox_worker = false).await;
    let store = &world.running.store;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    let carrier = Carrier::folder(world.dir.path().join("outbox")).unwrap();
    // The process dies between the file and the mark.
    let due = take(store, "killed", world.now(), 60).await;
    carrier.deliver(&due[0]).await.unwrap();
    let undone = world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await;
    assert_eq!(undone.1["kind"], "undo_over");
    outbox::round(store, &carrier).await.unwrap();
    assert_eq!(world.case(ELVERUM).await["row"]["delivery"], "held", "it is leased");
    world.pass(60);
    outbox::round(store, &carrier).await.unwrap();
    assert_eq!(world.outbox().len(), 1);
    assert_eq!(world.case(ELVERUM).await["row"]["delivery"], "sent");
}

#[tokio::test]
async fn a_claimed_delivery_cannot_be_taken_back_even_if_the_clock_goes_back() {
    let world = World::with(|options| options.outbox_worker = false).await;
    let store = &world.running.store;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let later = world.now() + SignedDuration::from_secs(31);
    assert_eq!(take(store, "early", later, 0).await.len(), 1);
    let undone = world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await;
    assert_eq!((undone.0, &undone.1["kind"]), (409, &json!("undo_over")));
}

#[tokio::test]
async fn a_delivery_is_taken_by_one_of_many_workers() {
    let world = World::with(|options| options.outbox_worker = false).await;
    for number in 0..20 {
        let reference = world.apply(&format!("soker{number}@elverum.kommune.example")).await;
        world.post("kari", &format!("/v1/tasks/{reference}/ask"), &json!({ "comment": "Hvor?" })).await;
    }
    let workers = (0..6).map(|number| {
        let (store, now) = (world.running.store.clone(), world.now());
        tokio::spawn(async move {
            let mut taken = Vec::new();
            loop {
                let more = take(&store, &format!("worker {number}"), now, 60).await;
                if more.is_empty() {
                    return taken;
                }
                taken.extend(more.into_iter().map(|due| due.id));
            }
        })
    });
    let mut taken = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        taken.extend(worker.await.unwrap());
    }
    taken.sort();
    let once: std::collections::BTreeSet<_> = taken.iter().cloned().collect();
    assert_eq!((taken.len(), once.len()), (20, 20));
}

#[tokio::test]
async fn a_worker_that_comes_back_after_its_lease_does_not_undo_what_another_one_did() {
    let world = World::with(|options| options.outbox_worker = false).await;
    let store = &world.running.store;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    let slow = take(store, "slow", world.now(), 60).await;
    world.pass(60);
    let carrier = Carrier::folder(world.dir.path().join("outbox")).unwrap();
    outbox::round(store, &carrier).await.unwrap();
    let mut tx = store.write().await.unwrap();
    let failing = Failing { miss: Miss::Away, answer: "late", at: world.now(), next_try: Some(world.now()) };
    assert!(!carrying::failed(&mut tx, &slow[0], &failing).await.unwrap());
    assert!(!carrying::sent(&mut tx, &slow[0].id, world.now(), None).await.unwrap());
    store.commit(tx).await.unwrap();
    assert_eq!(world.case(ELVERUM).await["row"]["delivery"], "sent");
    assert_eq!(world.events(ELVERUM).await.iter().filter(|kind| *kind == "delivered").count(), 1);
}

#[tokio::test]
async fn what_never_leaves_is_given_up_and_a_leader_sends_it_again() {
    let world = World::with(|options| options.outbox_worker = false).await;
    let store = &world.running.store;
    let blocked = world.dir.path().join("outbox");
    std::fs::write(&blocked, "not a folder").unwrap();
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    let carrier = Carrier::folder(blocked.clone()).unwrap();
    let trouble = async || world.case(ELVERUM).await["decisions"][0]["deliveries"][0]["trouble"].clone();
    outbox::round(store, &carrier).await.unwrap();
    let first = trouble().await;
    assert_eq!((&first["miss"], &first["tries"]), (&json!("folder"), &json!(1)));
    assert_eq!((&first["since"], &first["given_up_at"]), (&json!(world.now().to_string()), &Value::Null));
    for _ in 1..carrier.habits().most_tries {
        world.pass(7200);
        outbox::round(store, &carrier).await.unwrap();
    }
    let last = trouble().await;
    assert_eq!((&last["next_try"], &last["tries"]), (&Value::Null, &json!(carrier.habits().most_tries)));
    assert_eq!((&last["given_up_at"], &last["since"]), (&json!(world.now().to_string()), &first["since"]));
    std::fs::remove_file(&blocked).unwrap();
    world.pass(86_400);
    outbox::round(store, &carrier).await.unwrap();
    assert_eq!(world.outbox().len(), 0, "nobody tries it any more");
    // Only a leader of the office sends it again.
    let (_, waiting) = world.get("leser", "/v1/outbox").await;
    let id = waiting["rows"][0]["delivery"]["id"].as_str().unwrap().to_owned();
    let retry = format!("/v1/outbox/{id}/retry");
    for (who, status) in [("kari", 403), ("leser", 403), ("admin", 403), ("elverum", 403), ("oslo", 403), ("", 401)] {
        assert_eq!(world.post(who, &retry, &json!({})).await.0, status, "{who}");
    }
    assert_eq!(world.get("oslo", "/v1/outbox?part=all").await.1["rows"], json!([]), "another office's");
    assert_eq!(world.get("elverum", "/v1/outbox").await.0, 403);
    assert_eq!(world.post("leder", "/v1/outbox/nothing/retry", &json!({})).await.0, 404);
    let (status, row) = world.post("leder", &retry, &json!({})).await;
    assert_eq!((status, &row["delivery"]["trouble"]["given_up_at"]), (200, &Value::Null));
    outbox::round(store, &carrier).await.unwrap();
    assert_eq!(world.outbox().len(), 1);
    let again = world.post("leder", &retry, &json!({})).await;
    assert_eq!(codes(&again.1), ["nothing_to_send_again"]);
    let events = world.events(ELVERUM).await;
    let tail: Vec<&str> = events.iter().rev().take(4).rev().map(String::as_str).collect();
    assert_eq!(tail, ["delivery_failed", "given_up", "sent_again", "delivered"]);
    // The municipality sees that it was sent, and nothing of the trouble.
    let (_, case) = world.get("elverum", &format!("/v1/tasks/{ELVERUM}")).await;
    assert!(case["decisions"][0]["deliveries"][0].get("trouble").is_none(), "{case}");
}
