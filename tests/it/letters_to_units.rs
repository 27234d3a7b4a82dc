//! Letters to all or some units of an office: each unit gets its own language, the number is typed, all of it can be taken back.

use std::fs;

use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{
    cli_support::Home,
    server_outbox::body,
    server_units::{keyed, served},
    server_world::{KEY, OTHER_KEY, World, codes},
};

const LETTERS: &str = "/v1/letters";

fn letter(more: &Value) -> Value {
    let mut whole = json!({
        "nb": { "subject": "Frister for 1. halvår", "body": "Hei!\n\nFristen er 18. august.\n" },
        "nn": { "subject": "Fristar for 1. halvår", "body": "Hei!\n\nFristen er 18. august, seier direktoratet.\n" },
    });
    whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    whole
}

async fn send(world: &World, who: &str, key: &str, more: &Value) -> (u16, Value) {
    keyed(world, who, LETTERS, key, &letter(more)).await
}

#[tokio::test]
async fn a_letter_goes_to_every_unit_with_an_address_in_its_language_once_its_number_is_typed() {
    let world = served().await;
    let (status, dry) = send(&world, "kari", KEY, &json!({ "dry_run": true })).await;
    assert_eq!((status, &dry["count"], &dry["id"]), (200, &json!(5), &Value::Null), "{dry}");
    let units = dry["units"].as_array().unwrap();
    assert_eq!(units.len(), 46, "every unit of the office that reports is told of");
    let of = |no: &str| units.iter().find(|unit| unit["unit"] == no).unwrap();
    assert_eq!(of("3420")["notice"]["subject"], "Frister for 1. halvår");
    assert_eq!(of("3453")["notice"]["subject"], "Fristar for 1. halvår", "a unit that writes nynorsk");
    assert_eq!(of("3454")["refusal"]["code"], "no_address");
    assert_eq!(world.get("kari", LETTERS).await.1["letters"], json!([]), "a dry run stores nothing");

    for wrong in [json!({}), json!({ "count": 4 }), json!({ "count": 46 })] {
        let (status, answer) = send(&world, "kari", KEY, &wrong).await;
        assert_eq!((status, codes(&answer)), (422, vec!["wrong_units"]), "{wrong}");
    }
    let (status, sent) = send(&world, "kari", KEY, &json!({ "count": 5 })).await;
    assert_eq!((status, &sent["count"], &sent["replayed"]), (200, &json!(5), &json!(false)), "{sent}");
    let (_, again) = send(&world, "kari", KEY, &json!({ "count": 5 })).await;
    assert_eq!((&again["replayed"], &again["id"], &again["count"]), (&json!(true), &sent["id"], &json!(5)));
    let other = json!({ "count": 1, "units": ["3420"] });
    assert_eq!(send(&world, "kari", KEY, &other).await.0, 409, "the key of another letter");
    assert!(world.outbox().is_empty(), "nothing has left while it can be taken back");

    world.pass(30);
    let mails = world.delivered(5).await;
    let texts: Vec<String> = mails.iter().map(|mail| fs::read_to_string(mail).unwrap()).collect();
    let said: Vec<String> = texts.iter().map(|mail| body(mail)).collect();
    assert_eq!(said.iter().filter(|body| body.contains("seier direktoratet")).count(), nynorsk(units), "{said:?}");
    let id = &sent["id"];
    let list = world.get("leser", LETTERS).await.1;
    let row = &list["letters"][0];
    assert_eq!((&row["copies"], &row["by"]), (&json!(5), &json!("Navn kari")), "{list}");
    let shown = sent_all(&world, &format!("{LETTERS}/{id}")).await;
    assert_eq!(shown["copies"].as_array().unwrap().len(), 5);
    let page = world.get("kari", "/v1/units/3420/page").await.1;
    let told = &page["letters"][0];
    assert_eq!((&told["kind"], &told["about"]), (&json!("letter"), &json!("Frister for 1. halvår")), "{page}");
}

fn nynorsk(units: &[Value]) -> usize {
    let count = units.iter().filter(|unit| unit["notice"]["language"]["value"] == "nn").count();
    assert!(count > 0);
    count
}

/// Waits until every copy is delivered.
async fn sent_all(world: &World, path: &str) -> Value {
    let mut shown = Value::Null;
    for _ in 0..500 {
        shown = world.get("kari", path).await.1;
        if shown["letter"]["sent"] == shown["letter"]["copies"] {
            return shown;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("never delivered: {shown}");
}

#[tokio::test]
async fn a_letter_is_taken_back_as_a_whole_inside_its_window() {
    let world = served().await;
    let (_, sent) = send(&world, "kari", KEY, &json!({ "count": 5 })).await;
    let undo = format!("/v1/notices/{KEY}/undo");
    assert_eq!(world.post("per", &undo, &json!({})).await.0, 403, "a colleague's");
    assert_eq!(world.post("oslo", &undo, &json!({})).await.0, 404, "another office's");
    let (status, back) = world.post("kari", &undo, &json!({})).await;
    assert_eq!((status, &back["count"]), (200, &json!(5)), "{back}");
    world.pass(60);
    let shown = world.get("kari", &format!("{LETTERS}/{}", sent["id"])).await.1;
    assert!(shown["letter"]["undone_at"].is_string(), "{shown}");
    assert!(world.outbox().is_empty());
    assert_eq!(world.get("kari", "/v1/units/3420/page").await.1["letters"], json!([]));
    let (_, late) = send(&world, "kari", OTHER_KEY, &json!({ "count": 1, "units": ["3420"] })).await;
    assert_eq!(late["count"], 1, "{late}");
    world.pass(31);
    assert_eq!(world.post("kari", &format!("/v1/notices/{OTHER_KEY}/undo"), &json!({})).await.0, 409);
}

#[tokio::test]
async fn a_letter_is_refused_where_it_says_nothing_or_too_much_and_for_those_who_may_not_write() {
    let world = served().await;
    let text = |subject: &str, body: &str| json!({ "nn": { "subject": subject, "body": body }, "count": 5 });
    for (wrong, code) in [
        (text("", "Hei"), "bad_field"),
        (text("Emne", " \n"), "bad_field"),
        (text(&"x".repeat(200), "Hei"), "bad_field"),
        (text("Gjelder 01010750160", "Hei"), "identity_number"),
        (text("Emne", "Gjelder 01010750160"), "identity_number"),
    ] {
        let (status, answer) = send(&world, "kari", KEY, &wrong).await;
        assert_eq!((status, codes(&answer)[0]), (422, code), "{wrong} {answer}");
    }
    for (who, status) in [("leser", 403), ("elverum", 403), ("bufdir", 403), ("admin", 403), ("", 401)] {
        assert_eq!(send(&world, who, KEY, &json!({ "count": 5 })).await.0, status, "{who}");
    }
    let (status, answer) = send(&world, "oslo", KEY, &json!({ "count": 1, "units": ["3420"] })).await;
    assert_eq!((status, codes(&answer)), (422, vec!["not_your_unit"]));
    let (_, sent) = send(&world, "kari", KEY, &json!({ "count": 5 })).await;
    assert_eq!(world.get("oslo", &format!("{LETTERS}/{}", sent["id"])).await.0, 404);
    assert_eq!(world.get("oslo", LETTERS).await.1["letters"], json!([]));
}

#[test]
fn a_letter_is_sent_from_a_file_after_its_dry_run_and_each_copy_is_told() {
    let home = Home::new();
    let letter = "[nb]\nsubject = \"Frister\"\nbody = \"Hei!\"\n\n[nn]\nsubject = \"Fristar\"\nbody = \"Hei!\"\n";
    let file = home.file("brev.toml", letter);
    let bad = home.file("feil.toml", "[nb]\nsubject = \"Frister\"\n\n[nn]\nemne = \"x\"\n");
    let demo = |arguments: &[&str]| home.demo(&[&["letter"], arguments].concat());
    let wrong = demo(&["send", &bad, "--dry-run"]);
    assert_eq!(wrong.code, 65, "{}", wrong.err);
    assert!(wrong.err.contains("feil.toml:") && wrong.err.contains("[nb] og [nn]"), "{}", wrong.err);
    assert_eq!(demo(&["send", &file]).code, 2, "neither tried nor confirmed");
    let dry = demo(&["send", &file, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    let number = dry.out.lines().last().unwrap().rsplit(' ').next().unwrap().to_owned();
    assert!(dry.out.starts_with(&format!("Prøvekjøring: brevet ville gå til {number} enheter.")), "{}", dry.out);
    let sent = demo(&["send", &file, "--confirm", &number]);
    assert_eq!(sent.code, 0, "{}", sent.err);
    assert!(sent.out.contains("sfv undo "), "{}", sent.out);
    assert!(demo(&["list"]).out.contains(&format!("av {number} levert")));
    let shown = demo(&["show", "1"]);
    assert!(shown.out.contains("Fristar") && shown.out.contains("nynorsk"), "{}", shown.out);
    assert_eq!(demo(&["show", "2"]).code, 66);
}

#[tokio::test]
async fn what_was_written_before_there_were_letters_is_kept_with_its_deliveries() {
    let dir = tempfile::TempDir::new().unwrap();
    let options =
        SqliteConnectOptions::new().filename(dir.path().join("old.db")).create_if_missing(true).foreign_keys(true);
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/config/migrations/sqlite");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        if file.ends_with("0019_letters.sql") {
            let old = "insert into person (id, name, email, phone, role) values ('kari', 'Kari', 'k@x.example', '', 'reviewer');
                insert into notice (key, request, fingerprint, kind, office, unit, period, language, person, name, at, undo_until, turn)
                values ('a', 'r', 'f', 'reminder', 'SFIN', '3420', '2023H1', 'nb', 'kari', 'Kari', '2023', '2023', 7);
                insert into delivery (id, notice, unit, office, position, channel, recipient, payload, state, release_at, next_try)
                values ('d', 'a', '3420', 'SFIN', 1, 'mail', 'x@y.example', '{}', 'sent', '2023', '2023');";
            conn.execute(old).await.unwrap();
        }
        let mut tx = conn.begin().await.unwrap();
        tx.execute(sqlx::AssertSqlSafe(text)).await.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        tx.commit().await.unwrap();
    }
    let row = sqlx::query("select n.turn, n.kind, d.id from notice n join delivery d on d.notice = n.key");
    let row = row.fetch_one(&mut conn).await.unwrap();
    let found: (i64, String, String) = (row.get(0), row.get(1), row.get(2));
    assert_eq!(found, (7, "reminder".to_owned(), "d".to_owned()));
    assert!(sqlx::query("pragma foreign_key_check").fetch_all(&mut conn).await.unwrap().is_empty());
}
