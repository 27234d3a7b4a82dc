//! Letters of the directorate that an administrator adds to the chain that is built in.

use std::time::Duration;

use serde_json::{Value, json};
use statsforvalter::server;

use crate::{
    admin_reference::{dry, faults, logged, set},
    cli_support::Home,
    server_world::{World, options},
    support::backend::Backend,
};

const CHAIN: &str = "/v1/letter-chain";
const BUILT_IN: &str = include_str!("../../config/letter_chain.toml");

/// A file with two letters that nobody has sent.
const ADDED: &str = r#"
[[letter]]
number = "2024/70001-3"
date = "2024-02-29"
subject = "Prøvebrev om frister for 2. halvår 2023"
subject_confidence = "sure"
says = "Fristene for 2. halvår 2023 er som i brevet."
confidence = "sure"
source = "Prøvebrevet selv"

[[letter]]
number = "2021/70001-1"
date = "2021-03-01"
subject = "Et eldre prøvebrev"
subject_confidence = "likely"
says = "Ingenting."
confidence = "reconstructed"
source = "Prøvebrev 2024/70001-3"
"#;

fn letters(content: &str) -> Value {
    json!({ "kind": "letters", "content": content })
}

fn with(from: &str, to: &str) -> String {
    assert!(ADDED.contains(from), "{from}");
    ADDED.replacen(from, to, 1)
}

async fn numbers(world: &World) -> (Vec<String>, Value) {
    let (status, chain) = world.get("kari", CHAIN).await;
    assert_eq!(status, 200, "{chain}");
    let number = |letter: &Value| letter["number"].as_str().unwrap().to_owned();
    (chain["letters"].as_array().unwrap().iter().map(number).collect(), chain["added"].clone())
}

#[tokio::test]
async fn an_added_letter_stands_in_the_chain_by_its_date_with_who_added_it_in_the_log() {
    let world = World::new().await;
    let before = numbers(&world).await;
    assert_eq!((before.0.len(), &before.1), (6, &json!([])));
    let (status, body) = dry(&world, &letters(ADDED)).await;
    assert_eq!((status, &body["changed"], &body["dry_run"]), (200, &json!(true), &json!(true)), "{body}");
    assert_eq!(numbers(&world).await, before, "a dry run changes nothing");
    assert_eq!(logged(&world).await, Vec::<String>::new());

    let (status, body) = set(&world, "admin", &letters(ADDED)).await;
    assert_eq!(status, 200, "{body}");
    let (after, added) = numbers(&world).await;
    let place = |number: &str| after.iter().position(|other| other == number).unwrap_or_else(|| panic!("{number}"));
    assert_eq!((after.len(), place("2024/70001-3")), (8, 7), "the newest is the last");
    assert_eq!(place("2021/70001-1"), place("2020/55315-2") + 1, "between the letters of 2020 and 2022: {after:?}");
    assert_eq!(added, json!(["2021/70001-1", "2024/70001-3"]));
    let log = logged(&world).await;
    assert_eq!(log.len(), 2, "{log:?}");
    assert!(log[0].starts_with("letters 2024/70001-3: ") && log[0].contains("date – > 2024-02-29"), "{log:?}");
    let rows = world.get("admin", "/v1/admin/reference/letters").await.1["rows"].clone();
    let row = |number: &str| rows.as_array().unwrap().iter().find(|row| row["name"] == number).cloned().unwrap();
    assert_eq!((&row("2024/70001-3")["origin"], &row("2024/70001-3")["by"]), (&json!("set"), &json!("Navn admin")));
    assert_eq!((&row("2020/55315-1")["origin"], &row("2020/55315-1")["by"]), (&json!("built_in"), &Value::Null));
    // The same once more is no change, and the built-in ones may stand in the file as they are.
    let whole = format!("{BUILT_IN}{ADDED}");
    assert_eq!(set(&world, "admin", &letters(&whole)).await.1["changed"], false);
    assert_eq!(logged(&world).await.len(), 2);
    let verified = world.get("admin", "/v1/audit/verify").await.1;
    assert_eq!(verified["breaks"], json!([]), "{verified}");
    for who in ["kari", "leder", "elverum", "bufdir"] {
        assert_eq!(set(&world, who, &letters(ADDED)).await.0, 403, "{who}");
    }
}

#[tokio::test]
async fn a_file_of_letters_with_a_mistake_is_refused_whole_by_letter_and_line() {
    let world = World::new().await;
    let check = async |content: String, what: &str, sentence: &str| {
        let (status, body) = set(&world, "admin", &letters(&content)).await;
        assert_eq!(status, 422, "{what}: {body}");
        assert!(faults(&body).contains(&what.to_owned()), "{what}: {body}");
        assert!(body["errors"].to_string().contains(sentence), "{sentence}: {}", body["errors"]);
    };
    check(with("2024-02-29", "2023-02-29"), "no_date", "Linje 2: 2024/70001-3: «2023-02-29» er ingen dato").await;
    check(with("2021-03-01", "1.3.2021"), "no_date", "Linje 11: 2021/70001-1: «1.3.2021»").await;
    check(with("says = \"Ingenting.\"\n", ""), "text_field", "2021/70001-1: Feltet «says»").await;
    check(with("Ingenting.", " "), "text_field", "Feltet «says»").await;
    check(with("Ingenting.", &"x".repeat(1001)), "text_field", "1000 tegn").await;
    check(with("reconstructed", "kanskje"), "word_field", "sure, likely, reconstructed").await;
    check(with("Ingenting.", "a\\u001bb"), "hidden_sign", "«says»").await;
    check(with("Ingenting.", "a\\u202eb"), "hidden_sign", "«says»").await;
    check(with("Ingenting.", "Gjelder 01010750160."), "holds_identity", "fødselsnummer").await;
    check(with("2024/70001-3", "2024 70001-3"), "letter_number", "2020/55315-1").await;
    check(with("number = \"2024/70001-3\"\n", ""), "letter_number", "letter: Nummeret mangler").await;
    check(with("2021/70001-1", "2024/70001-3"), "twice", "to ganger").await;
    check(with("2021/70001-1", "2020/55315-1"), "letter_built_in", "2020/55315-1: Brevet er innebygd").await;
    check(with("source", "kilde"), "not_toml", "Linje ").await;
    check(String::new(), "nothing", "").await;
    assert_eq!(numbers(&world).await.0.len(), 6, "no letter of a file with a mistake is stored");
    assert_eq!(logged(&world).await, Vec::<String>::new());
}

#[tokio::test]
async fn an_added_letter_is_only_corrected_when_that_is_said_and_a_built_in_one_never() {
    let world = World::new().await;
    assert_eq!(set(&world, "admin", &letters(ADDED)).await.0, 200);
    let other = with("Ingenting.", "Noe annet.");
    assert_eq!(faults(&set(&world, "admin", &letters(&other)).await.1), ["letter_there"]);
    let mut wish = letters(&other);
    wish["replace"] = json!(true);
    let (status, body) = set(&world, "admin", &wish).await;
    assert_eq!((status, body["changes"].as_array().unwrap().len()), (200, 1), "{body}");
    assert_eq!(logged(&world).await[2], "letters 2021/70001-1: says Ingenting. > Noe annet.");
    let mut built_in = letters(&BUILT_IN.replace("barnevernsregisteret@bufdir.no", "andre@bufdir.example"));
    built_in["replace"] = json!(true);
    assert_eq!(faults(&set(&world, "admin", &built_in).await.1), ["letter_built_in"]);
}

#[tokio::test]
async fn another_process_knows_an_added_letter_within_seconds_and_so_does_a_step_of_a_unit() {
    let world = World::new().await;
    let mut second = options(&world.dir, &world.clock);
    second.database = world.database.clone();
    second.outbox_worker = false;
    let second = server::start(second).await.unwrap();
    let known = async || {
        let step = json!({ "status": "new_not_approved", "letter": "2024/70001-3", "dry_run": true });
        let address = format!("{}/v1/admin/units/3420/channel", second.url);
        let answer = world.client.put(address).bearer_auth("admin").json(&step).send().await.unwrap();
        let body: Value = answer.json().await.unwrap();
        body["letter_known"].as_bool().unwrap_or_else(|| panic!("{body}"))
    };
    assert!(!known().await);
    assert_eq!(set(&world, "admin", &letters(ADDED)).await.0, 200);
    let waited = async {
        while !known().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waited).await.expect("the other process hears of it");
    second.stop().await;
}

#[test]
fn letters_are_added_from_the_command_line_and_the_list_says_whose_it_is() {
    let home = Home::new();
    let built_in = home.run(&["letters", "--json"]).json();
    assert_eq!((&built_in["shown"], &built_in["backend"]), (&json!("built_in"), &Value::Null));
    assert!(home.run(&["letters"]).out.starts_with("Brevene slik de er innebygd i programmet."));
    let mut backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let server = backend.url.clone();
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", server.as_str(), "--token-file", admin.as_str()], more].concat());
    let letter = |date: &'static str, consent: &'static str| {
        let words =
            ["--subject", "Et prøvebrev", "--subject-confidence", "sure", "--says", "Ingenting.", "--confidence"];
        let head = ["admin", "letters", "add", "2024/70001-3", "--date", date];
        [&head[..], &words[..], &["likely", "--source", "Prøve", consent]].concat()
    };
    let told = as_admin(&letter("29.02.2024", "--dry-run"));
    assert!(
        told.code == 0 && told.out.contains("Ingenting er endret") && told.out.contains("2024-02-29"),
        "{}",
        told.out
    );
    assert_eq!(as_admin(&letter("29.02.2024", "--confirm")).code, 0);
    let refused = as_admin(&letter("30.02.2024", "--confirm"));
    assert_eq!(refused.code, 65, "{}", refused.err);
    assert!(refused.err.contains("2024/70001-3: «30.02.2024» er ingen dato"), "{}", refused.err);
    let file = home.file("letters.toml", with("2024/70001-3", "2024/70001-9"));
    assert_eq!(as_admin(&["admin", "letters", "import", &file]).code, 2, "neither --confirm nor --dry-run");
    assert_eq!(as_admin(&["admin", "letters", "import", &file, "--confirm"]).code, 0);
    let listed = as_admin(&["admin", "letters", "list"]);
    assert!(listed.out.contains("2024/70001-9") && listed.out.contains("satt av"), "{}", listed.out);
    // A reviewer sees them, and whose list it is.
    let shown = backend.run(&home, &["letters"]);
    assert!(
        shown.out.contains(&format!("tjenesten på {server} kjenner dem: 6 innebygde og 3 lagt til")),
        "{}",
        shown.out
    );
    assert!(shown.out.contains("2024/70001-3, 29.02.2024 (lagt til av en administrator)"), "{}", shown.out);
    let json = backend.run(&home, &["letters", "--json"]).json();
    assert_eq!((&json["shown"], json["letters"].as_array().unwrap().len()), (&json!("backend"), 9));
    // Without an answer the program says that it has only its own.
    backend.kill();
    let alone = backend.run(&home, &["letters"]);
    assert_eq!(alone.code, 0, "{}", alone.err);
    assert!(alone.out.starts_with("Bare brevene som er innebygd i programmet."), "{}", alone.out);
    assert!(alone.out.contains("2020/55315-1") && !alone.out.contains("2024/70001-3"), "{}", alone.out);
}
