//! The words of mails, reminders and return comments, which an administrator sets and gives back.

use std::time::Duration;

use serde_json::{Value, json};
use sqlx::Row;
use statsforvalter::{
    checks::letter::{
        settable::Settable,
        sheets::{Parts, Sheets},
    },
    domain::{register::Register, unit::Language},
    server,
};

use crate::{
    admin_reference::{dry, faults, logged, set},
    cli_support::Home,
    server_units::{keyed, served},
    server_world::{ELVERUM, KEY, OTHER_KEY, World, give_back, options},
    support::backend::Backend,
};

const A_DAY: i64 = 86_400;
const SECOND: &str = "KHR-2023H1-3403";

/// New words of the mail on a returned report.
const RETURN: &str = r#"
subject = "Se over halvårsrapporten {reference}"
body = """
Til {unit}.

{office} ber dere se over rapporten for {period}, versjon {version}.

{comment}

Innlogging: {portal}

sfv open {reference}"""
"#;

fn text(template: &str, content: &str) -> Value {
    json!({ "kind": "templates", "template": template, "language": "nb", "content": content })
}

fn from(mut wish: Value, day: &str) -> Value {
    wish["from"] = json!(day);
    wish
}

fn reset() -> Value {
    json!({ "kind": "templates", "template": "mail.return", "language": "nb" })
}

fn with(change: &str, to: &str) -> String {
    assert!(RETURN.contains(change), "{change}");
    RETURN.replacen(change, to, 1)
}

/// The mails of a case as they wait or were sent: subject and text.
async fn mails(world: &World, reference: &str) -> Vec<(String, String)> {
    let mut conn = world.beside().await;
    let rows = sqlx::query("select payload from delivery where reference = $1 and channel = 'mail' order by id");
    let rows = rows.bind(reference).fetch_all(&mut conn).await.unwrap();
    let read = |row: &sqlx::any::AnyRow| {
        let payload: Value = serde_json::from_str(row.get::<&str, _>("payload")).unwrap();
        (payload["subject"].as_str().unwrap().to_owned(), payload["body"].as_str().unwrap().to_owned())
    };
    rows.iter().map(read).collect()
}

async fn send_back(world: &World, reference: &str, unit: &str, key: &str) {
    assert_eq!(world.submit(unit).await.0, 201);
    let (status, body) = world.decide("kari", reference, 1, key, &give_back()).await;
    assert_eq!(status, 200, "{body}");
}

async fn rows(world: &World, name: &str) -> Vec<Value> {
    let list = world.get("admin", "/v1/admin/reference/templates").await.1;
    list["rows"].as_array().unwrap().iter().filter(|row| row["name"] == name).cloned().collect()
}

/// What a mail on a returned report of Elverum would say today.
async fn subject(world: &World) -> String {
    let row = rows(world, "mail.return.nb").await.into_iter().find(|row| row["in_force"] == "now").unwrap();
    row["facts"]["subject"].as_str().unwrap().to_owned()
}

#[test]
fn every_text_that_is_sent_stands_in_the_list_and_what_is_built_in_passes_its_own_checks() {
    let register = Register::embedded().expect("the reference data parses");
    let sheets = Sheets::embedded(&register.offices).expect("config/letters parses");
    let settable = Settable::embedded().expect("config/templates.toml parses");
    assert_eq!(settable.names().collect::<Vec<_>>(), sheets.names());
    let texts = settable.names().filter_map(|name| settable.text(name)).filter(|text| !text.fixed);
    for (text, language) in texts.flat_map(|text| [(text, Language::Nb), (text, Language::Nn)]) {
        let parts = sheets.parts(&text.id, language).expect("the words");
        assert_eq!(settable.judge(text, &parts, &parts, |_blank| false), Ok(parts.clone()), "{}", text.id);
        for (part, words) in settable.preview(&parts, language) {
            assert!(!words.contains(['{', '}']) && !words.contains("  "), "{} {part}: {words}", text.id);
        }
        for blank in parts.keys().flat_map(|part| Sheets::blanks(&text.id, part)) {
            let shown = settable.preview(&Parts::from([(String::new(), format!("{{{blank}}}"))]), language);
            assert!(shown.values().all(|value| !value.is_empty()), "no sample of {blank}");
        }
    }
}

#[tokio::test]
async fn a_text_that_is_set_is_sent_from_then_on_and_a_mail_that_waits_keeps_the_words_it_had() {
    let world = World::new().await;
    send_back(&world, ELVERUM, "3420", KEY).await;
    let before = mails(&world, ELVERUM).await;
    assert_eq!(before[0].0, "Halvårsrapporten KHR-2023H1-3420 er returnert for korrigering");
    let (status, body) = set(&world, "admin", &text("mail.return", RETURN)).await;
    assert_eq!((status, &body["changed"]), (200, &json!(true)), "{body}");
    assert_eq!(mails(&world, ELVERUM).await, before, "what waits keeps its words");
    send_back(&world, SECOND, "3403", OTHER_KEY).await;
    let (subject, words) = mails(&world, SECOND).await.remove(0);
    assert_eq!(subject, "Se over halvårsrapporten KHR-2023H1-3403");
    assert!(words.contains("Kontroller 2E.\nSe også 2F.") && words.ends_with("sfv open KHR-2023H1-3403"), "{words}");
    assert!(!words.contains('{'), "{words}");
    world.pass(60);
    let files = world.delivered(2).await;
    let sent: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    assert_eq!(sent.iter().filter(|mail| mail.contains("Kommentar fra saksbehandleren")).count(), 1);
    assert_eq!(sent.iter().filter(|mail| mail.contains("Innlogging: ")).count(), 1);
    // Who, what and when stand in the log, with the hash of the words; the other language is as it was.
    let log = logged(&world).await;
    assert_eq!(log.len(), 1);
    assert!(log[0].starts_with("templates mail.return.nb@2023-08-14: content sha256:"), "{log:?}");
    assert!(log[0].contains("> Se over halvårsrapporten {reference}"), "{log:?}");
    assert_eq!(rows(&world, "mail.return.nn").await.len(), 1);
    assert_eq!(set(&world, "admin", &text("mail.return", RETURN)).await.1["changed"], false);
    let verified = world.get("admin", "/v1/audit/verify").await.1;
    assert_eq!(verified["breaks"], json!([]), "{verified}");
    for who in ["kari", "leder", "elverum", "bufdir"] {
        assert_eq!(set(&world, who, &text("mail.return", RETURN)).await.0, 403, "{who}");
    }
}

#[tokio::test]
async fn a_text_holds_from_its_day_on_and_the_built_in_one_holds_again_when_that_is_taken_back() {
    let world = World::new().await;
    let built_in = subject(&world).await;
    assert_eq!(set(&world, "admin", &from(text("mail.return", RETURN), "2023-08-16")).await.0, 200);
    let later = with("Se over", "Rett");
    assert_eq!(set(&world, "admin", &from(text("mail.return", &later), "2023-08-18")).await.0, 200);
    let standing: Vec<String> = rows(&world, "mail.return.nb")
        .await
        .iter()
        .map(|row| format!("{} {} {}", row["from"], row["until"], row["in_force"]).replace('"', ""))
        .collect();
    assert_eq!(
        standing,
        [" 2023-08-16 now", "2023-08-16 2023-08-18 scheduled", "2023-08-18 null scheduled"],
        "a text that is to come does not take away the one before it"
    );
    assert_eq!(subject(&world).await, built_in);
    world.pass(2 * A_DAY);
    send_back(&world, ELVERUM, "3420", KEY).await;
    assert_eq!(mails(&world, ELVERUM).await[0].0, "Se over halvårsrapporten KHR-2023H1-3420");
    // From the day after on the built-in words hold again, also instead of what was to come.
    let (status, body) = set(&world, "admin", &from(reset(), "2023-08-17")).await;
    assert_eq!((status, &body["changed"]), (200, &json!(true)), "{body}");
    assert_eq!(subject(&world).await, "Se over halvårsrapporten {reference}");
    world.pass(A_DAY);
    assert_eq!(subject(&world).await, built_in);
    world.pass(3 * A_DAY);
    send_back(&world, SECOND, "3403", OTHER_KEY).await;
    assert_eq!(mails(&world, SECOND).await[0].0, "Halvårsrapporten KHR-2023H1-3403 er returnert for korrigering");
    assert_eq!(set(&world, "admin", &reset()).await.1["changed"], false, "it is built in already");
    let over = set(&world, "admin", &from(text("mail.return", RETURN), "2023-08-14")).await;
    assert_eq!((over.0, faults(&over.1)), (422, vec!["day_over".to_owned()]));
}

#[tokio::test]
async fn a_dry_run_shows_the_text_on_made_up_values_and_stores_nothing() {
    let world = World::new().await;
    let built_in = subject(&world).await;
    let (status, body) = dry(&world, &from(text("mail.return", RETURN), "2023-09-01")).await;
    assert_eq!((status, &body["dry_run"]), (200, &json!(true)), "{body}");
    let part = |name: &str| {
        let parts = body["preview"].as_array().unwrap();
        parts.iter().find(|part| part["part"] == name).unwrap()["text"].as_str().unwrap().to_owned()
    };
    assert_eq!(part("subject"), "Se over halvårsrapporten KHR-2023H1-9999");
    let words = part("body");
    assert!(words.starts_with("Til Prøvevik.") && words.ends_with("sfv open KHR-2023H1-9999"), "{words}");
    assert!(words.contains("Statsforvalteren i Prøvefylket") && !words.contains('{'), "{words}");
    assert_eq!(subject(&world).await, built_in);
    assert_eq!(logged(&world).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_text_that_says_too_little_or_too_much_is_refused_with_every_reason() {
    let world = World::new().await;
    let refused = async |template: &str, content: String, what: &str, sentence: &str| {
        let (status, body) = set(&world, "admin", &text(template, &content)).await;
        assert_eq!(status, 422, "{what}: {body}");
        assert!(faults(&body).contains(&what.to_owned()), "{what}: {body}");
        assert!(body["errors"].to_string().contains(sentence), "{sentence}: {}", body["errors"]);
    };
    let check = async |content: String, what: &str, sentence: &str| {
        refused("mail.return", content, what, sentence).await;
    };
    // What must be there.
    check(with(" {reference}\"", "\""), "needed_blank", "«subject» mangler feltet {reference}").await;
    check(with("{comment}", ""), "needed_blank", "«body» mangler feltet {comment}").await;
    check(with("sfv open {reference}", "{reference}"), "needed_words", "«sfv open {reference}»").await;
    check(with("subject = \"Se over halvårsrapporten {reference}\"", ""), "text_field", "Feltet «subject»").await;
    let rejected = "subject = \"Om {reference}\"\nbody = \"{office} {comment} {by} {portal} sfv open {reference}\"\n";
    refused("mail.reject", rejected.to_owned(), "needed_words", "mail.reject: Delen «body» mangler ordene «klage»")
        .await;
    // What no text may hold: figures, persons, secrets, a name or a number in the subject.
    check(with("{comment}", "{comment} {meld_nye}"), "forbidden_blank", "tall fra rapporten").await;
    check(with("{comment}", "{comment} {1A}"), "forbidden_blank", "tall fra rapporten").await;
    check(with("{comment}", "{comment} {values}"), "forbidden_blank", "tall fra rapporten").await;
    check(with("{comment}", "{comment} {contact_phone}"), "forbidden_blank", "kontaktpersoner").await;
    check(with("{comment}", "{comment} {token}"), "forbidden_blank", "passord, kjennetegn").await;
    check(with("{comment}", "{comment} Passord: hemmelig"), "holds_secret", "passord:").await;
    check(with("{comment}", "{comment} 01010750160"), "holds_identity", "fødselsnummer").await;
    check(with("Se over", "{unit} Se over"), "unknown_blank", "Disse kan stå der: reference.").await;
    check(with("Se over", "{comment}"), "unknown_blank", "«subject»").await;
    check(with("Se over", "Til kari@embete.example:"), "subject_says", "Emnet har en adresse").await;
    check(with("Se over", "Sak 4815162342:"), "subject_says", "mer enn 4 sifre").await;
    // What it cannot be.
    check(with("{unit}", "{enhet}"), "unknown_blank", "{enhet}").await;
    check(with("{unit}", "{unit"), "open_blank", "krøllparentes").await;
    check(with("{unit}", "unit}"), "open_blank", "krøllparentes").await;
    check(with("Til", "\\u001b[2J"), "hidden_sign", "«body»").await;
    check(with("Se over", "Se\\u202eover"), "hidden_sign", "«subject»").await;
    check(with("Se over", "Se over\\nBcc: x"), "hidden_sign", "linjeskift").await;
    check(with("Se over", &"x".repeat(121)), "text_field", "120 tegn").await;
    check(with("Til", &"x".repeat(4001)), "text_field", "4000 tegn").await;
    check(format!("line = \"x\"\n{RETURN}"), "strange_part", "Delene er: body, subject.").await;
    check("subject = 7".to_owned(), "not_toml", "Linje 1").await;
    refused("mail.hello", RETURN.to_owned(), "no_text", "mail.return, mail.approved").await;
    refused("mail.forward", RETURN.to_owned(), "text_fixed", "nøyaktig fire opplysninger").await;
    let neutral = json!({ "kind": "templates", "template": "mail.return", "language": "neutral", "content": RETURN });
    assert_eq!(faults(&set(&world, "admin", &neutral).await.1), ["word_field"]);
    assert_eq!(logged(&world).await, Vec::<String>::new());
    assert_eq!(rows(&world, "mail.return.nb").await.len(), 1);
}

#[tokio::test]
async fn reminders_and_return_comments_have_the_words_that_were_set_in_the_language_they_were_set_in() {
    let world = served().await;
    let reminder = r#"
subject = "Vi venter på {reference}"
body = "{unit}: {period}, {deadline}{assumed}. {portal} {reference} {office}"
"#;
    assert_eq!(set(&world, "admin", &text("notice.reminder-before", reminder)).await.0, 200);
    let ask = json!({ "units": ["3403"], "dry_run": true });
    let (status, body) = keyed(&world, "kari", "/v1/reminders", KEY, &ask).await;
    assert_eq!(status, 200, "{body}");
    assert!(body.to_string().contains("Vi venter på KHR-2023H1-3403"), "{body}");
    let comment = r#"
head = "Til {unit} om {period}:"
alone = "Til {unit} om {period}."
tail = "Frist {deadline}. {office}"
"#;
    assert_eq!(set(&world, "admin", &text("comment.retur-standard", comment)).await.0, 200);
    assert_eq!(world.submit("3420").await.0, 201);
    let letter = world.case(ELVERUM).await["letter"].clone();
    assert_eq!(letter["head"], "Til Elverum om 1. halvår 2023:");
    assert!(letter["tail"].as_str().unwrap().starts_with("Frist "), "{letter}");
    // A unit that is written to in nynorsk gets what is built in.
    let nynorsk =
        json!({ "kind": "units", "content": "unit_no;language;official\n3420;nn;yes\n", "from": "2023-08-01" });
    assert_eq!(set(&world, "admin", &nynorsk).await.0, 200);
    assert!(world.case(ELVERUM).await["letter"]["head"].as_str().unwrap().contains("ber dykk sjå over"));
}

#[tokio::test]
async fn another_process_sends_the_words_that_were_set_within_seconds_and_they_are_there_after_a_restart() {
    let world = World::new().await;
    let mut second = options(&world.dir, &world.clock);
    second.database = world.database.clone();
    second.outbox_worker = false;
    let second = server::start(second).await.unwrap();
    assert_eq!(world.submit("3403").await.0, 201);
    let comment = "head = \"Til {unit} om {period}:\"\nalone = \"{unit} {period}\"\ntail = \"{deadline} {office}\"\n";
    let head = async || {
        let address = format!("{}/v1/tasks/{SECOND}", second.url);
        let answer = world.client.get(address).bearer_auth("kari").send().await.unwrap();
        let case: Value = answer.json().await.unwrap();
        case["letter"]["head"].as_str().unwrap().to_owned()
    };
    assert!(head().await.contains("Takk for rapporten"));
    assert_eq!(set(&world, "admin", &text("comment.retur-standard", comment)).await.0, 200);
    let waited = async {
        while !head().await.starts_with("Til ") {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waited).await.expect("the other process hears of it");
    second.stop().await;
    let World { dir, clock, database, running, client } = world;
    running.stop().await;
    let mut again = options(&dir, &clock);
    again.database = database.clone();
    let running = server::start(again).await.unwrap();
    let world = World { dir, clock, database, running, client };
    assert!(world.case(SECOND).await["letter"]["head"].as_str().unwrap().starts_with("Til "));
}

#[test]
fn an_administrator_lists_shows_sets_and_gives_back_texts_from_the_command_line() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    let listed = as_admin(&["admin", "templates", "list"]);
    assert!(
        listed.out.contains("mail.return.nb") && listed.out.contains("comment.retur-standard.nn"),
        "{}",
        listed.out
    );
    let shown = as_admin(&["admin", "templates", "show", "mail.return", "--language", "nb"]);
    for told in
        ["Må ha: reference, unit", "Høyst 120 tegn", "Må ha ordene «sfv open {reference}»", "{office} har sendt"]
    {
        assert!(shown.out.contains(told), "{told}: {}", shown.out);
    }
    assert!(!shown.out.contains("mail.return.nn") && !shown.out.contains('‹'), "{}", shown.out);
    assert!(as_admin(&["admin", "templates", "show", "mail.forward"]).out.contains("nøyaktig fire opplysninger"));
    assert_eq!(as_admin(&["admin", "templates", "show", "mail.hello"]).code, 66);
    // What is shown as a file is what is set, so that nobody begins with an empty one.
    let file = as_admin(&["admin", "templates", "show", "mail.return", "--language", "nb", "--toml"]).out;
    let same = home.file("same.toml", file.clone());
    let set = |file: &str, consent: &str| {
        as_admin(&["admin", "templates", "set", "mail.return", file, "--language", "nb", consent])
    };
    assert!(set(&same, "--dry-run").out.contains("Slik er det fra før"));
    assert!(file.contains("er returnert for korrigering"), "{file}");
    let other = home.file("other.toml", file.replace("er returnert for korrigering", "må rettes"));
    assert_eq!(as_admin(&["admin", "templates", "set", "mail.return", &other, "--language", "nb"]).code, 2);
    let told = set(&other, "--dry-run");
    assert!(told.out.contains("Halvårsrapporten KHR-2023H1-9999 må rettes"), "{}{}", told.out, told.err);
    assert_eq!(set(&other, "--confirm").code, 0);
    assert!(as_admin(&["admin", "templates", "list"]).out.contains("satt av"));
    let bad = home.file("bad.toml", file.replace("{comment}", "{1A}"));
    let refused = set(&bad, "--confirm");
    assert_eq!(refused.code, 65, "{}", refused.err);
    assert!(refused.err.contains("mail.return: Delen «body»: {1A} kan aldri stå"), "{}", refused.err);
    let back = as_admin(&["admin", "templates", "reset", "mail.return", "--language", "nb", "--confirm", "--json"]);
    assert_eq!(back.json()["changed"], true);
    let now = as_admin(&["admin", "templates", "show", "mail.return", "--language", "nb", "--toml"]).out;
    assert_eq!(now, file);
    assert_eq!(backend.run(&home, &["admin", "templates", "list"]).code, 77, "not a reviewer");
}
