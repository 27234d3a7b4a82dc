//! Asking the directorate to have a sent approval back: once, with a reason, and without claiming that it is taken back.

use serde_json::json;

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, codes, give_back},
};

async fn approved() -> World {
    let world = World::new().await;
    world.submit("3420").await;
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &approve()).await.0, 200);
    world
}

fn path() -> String {
    format!("/v1/tasks/{ELVERUM}/recall")
}

#[tokio::test]
async fn an_approval_that_was_sent_is_asked_back_by_mail_once_and_stays_approved() {
    let world = approved().await;
    let why = json!({ "comment": "Feil versjon ble godkjent." });
    let (status, body) = world.post("kari", &path(), &why).await;
    assert_eq!((status, codes(&body)), (422, vec!["undo_instead"]), "it has not been sent yet");
    world.pass(31);
    world.delivered(1).await;
    let (status, body) = world.post("per", &path(), &why).await;
    assert_eq!((status, &body["recipient"]), (200, &json!("tilgang@bufdir.example")), "{body}");
    let files = world.delivered(2).await;
    let mails: Vec<String> = files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).collect();
    let mail = mails.iter().find(|mail| mail.contains("tilbakekalling")).expect("a mail");
    for part in
        [ELVERUM, "Elverum (3420)", "Versjon: 1", "Navn per", "Feil versjon ble godkjent.", "godkjent hos embetet"]
    {
        assert!(mail.contains(part), "{part}\n{mail}");
    }
    let case = world.case(ELVERUM).await;
    assert_eq!((&case["row"]["state"], &case["row"]["delivery"]), (&json!("approved"), &json!("sent")));
    assert!(world.events(ELVERUM).await.contains(&"recall_asked".to_owned()));
    let (status, body) = world.post("kari", &path(), &why).await;
    assert_eq!((status, codes(&body)), (422, vec!["recalled_before"]));
    let (status, body) = world.post("per", &path(), &why).await;
    assert_eq!((status, &body["recipient"]), (200, &json!("tilgang@bufdir.example")), "whose answer was lost: {body}");
    let other = json!({ "comment": "En annen grunn." });
    assert_eq!(codes(&world.post("per", &path(), &other).await.1), ["recalled_before"]);
    assert_eq!(world.events(ELVERUM).await.iter().filter(|kind| *kind == "recall_asked").count(), 1);
}

#[tokio::test]
async fn only_an_approved_report_of_ones_own_office_can_be_asked_back_by_those_who_decide() {
    let world = approved().await;
    world.pass(31);
    let why = json!({ "comment": "Feil." });
    for (who, status) in [("leser", 403), ("oslo", 404), ("elverum", 403), ("bufdir", 403), ("admin", 403), ("", 401)] {
        assert_eq!(world.post(who, &path(), &why).await.0, status, "{who}");
    }
    for (comment, code) in [(" \n", "blank_comment"), ("Gjelder 15076500565", "identity_number")] {
        let (status, body) = world.post("kari", &path(), &json!({ "comment": comment })).await;
        assert_eq!((status, codes(&body)), (422, vec![code]), "{comment:?}");
    }
    world.submit("3403").await;
    let other = "/v1/tasks/KHR-2023H1-3403/recall";
    assert_eq!(codes(&world.post("kari", other, &why).await.1), ["nothing_to_recall"], "it is open");
    world.decide("kari", "KHR-2023H1-3403", 1, OTHER_KEY, &give_back()).await;
    world.pass(31);
    assert_eq!(codes(&world.post("kari", other, &why).await.1), ["nothing_to_recall"], "it was returned");
    assert_eq!(world.post("leder", &path(), &why).await.0, 200);
}

#[test]
fn the_command_line_asks_back_with_a_reason_and_a_dry_run_sends_nothing() {
    let home = Home::new();
    let page = home.demo(&["archive", "list", "--kind", "report", "--period", "2023H1", "--json"]).json();
    let rows = page["rows"].as_array().expect("rows");
    let reference =
        rows.iter().find(|row| row["state"] == "approved").expect("an approved report")["reference"].clone();
    let reference = reference.as_str().expect("a reference");
    let asked = |more: &[&str]| home.demo(&[&["report", "recall", reference], more].concat());
    assert_eq!(asked(&["--comment", "Feil tall."]).code, 2, "it is said whether to do it");
    assert_eq!(asked(&["--confirm"]).code, 65, "why is said");
    let dry = asked(&["--comment", "Feil tall.", "--dry-run", "--json"]);
    assert_eq!((dry.code, dry.json()["body"]["comment"].as_str()), (0, Some("Feil tall.")), "{}", dry.err);
    let done = asked(&["--comment", "Feil tall.", "--confirm"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("står fortsatt som godkjent"), "{}", done.out);
    assert_eq!(asked(&["--comment", "Feil tall.", "--confirm"]).code, 0, "the answer may have been lost");
    assert_eq!(asked(&["--comment", "Noe annet.", "--confirm"]).code, 65, "once");
    assert_eq!(asked(&["--comment", "Feil tall.", "--dry-run"]).code, 65, "and a dry run knows it");
    assert_eq!(
        home.demo(&["report", "recall", "KHR-2023H1-3420", "--comment", "x", "--dry-run"]).code,
        65,
        "it is open"
    );
    assert_eq!(home.demo(&["report", "show", reference, "--json"]).json()["row"]["state"], "approved");
}

fn play(keys: &str) -> serde_json::Value {
    let home = Home::new();
    let run = home.run(&["replay", "--demo", "--json", "--dump", "--keys", keys]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.json()
}

#[test]
fn after_the_window_z_explains_and_offers_a_request_that_only_enter_sends() {
    let outcome = play("2<Enter>z");
    let message = outcome["message"].as_str().expect("a message");
    assert!(message.contains("kan ikke angres her") && message.contains("blir stående som godkjent"), "{message}");
    assert_eq!(play("2<Enter>zFeil tall.<Esc>")["cases"], json!([]), "nothing is sent before Enter");
    let sent = play("2<Enter>zFeil tall.<Esc><Enter>");
    let case = &sent["cases"][0];
    assert_eq!(case["state"], "approved");
    let events = case["events"].as_array().expect("events");
    assert!(events.contains(&json!("recall_asked")), "{events:?}");
    let again = play("2<Enter>zFeil tall.<Esc><Enter><wait:2>z");
    assert!(again["message"].as_str().expect("a message").contains("alt fått spørsmål om"), "{again}");
    let typed = play("2<Enter>zEn grunn<Esc><Esc>z");
    let lines = typed["dump"].as_array().expect("a dump");
    assert!(
        lines.iter().any(|line| line.as_str().is_some_and(|line| line.contains("En grunn"))),
        "what is typed stays"
    );
}
