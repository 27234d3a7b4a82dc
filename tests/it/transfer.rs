//! Everything of a database comes out as one file and into an empty database of either kind, whole or not at all.

use std::{collections::BTreeSet, fs, os::unix::fs::PermissionsExt as _, path::Path};

use serde_json::json;
use sha2::{Digest as _, Sha256};
use sqlx::{Connection as _, Row as _, SqliteConnection};
use statsforvalter::server::{
    self,
    backup::BackupError,
    database::Database,
    seed::Seed,
    store::transfer::Plan,
    transfer::{self, TransferError},
};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, World, approve, options, people},
    support::postgres,
};

/// A backend in which something of most kinds has happened, stopped.
async fn lived_in() -> World {
    let world = World::with(|options| {
        options.database = Database::File(options.outbox.with_file_name("sfv.db"));
        options.outbox_worker = false;
    })
    .await;
    for unit in ["3420", "3403", "3405"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    // Nothing is carried meanwhile: what is compared afterwards must stand still.
    world
}

/// The lines of a file without its first, which tells when it was made, and its last, which has the hash of it.
fn rows(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    lines[1..lines.len() - 1].iter().map(|line| (*line).to_owned()).collect()
}

#[tokio::test]
async fn everything_goes_out_and_into_the_other_database_and_out_again_the_same_and_work_goes_on_there() {
    let world = lived_in().await;
    let dir = world.dir.path();
    let [first, second] = ["alt.jsonl", "igjen.jsonl"].map(|name| dir.join(name));
    let head = transfer::export(&world.database, &first, world.now()).await.unwrap();
    assert_eq!(fs::metadata(&first).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(head.counts["task"] == 3 && head.counts["event"] > 3 && head.counts["decision"] == 1, "{head:?}");
    assert_eq!(transfer::check(&first).unwrap().accepted(false).unwrap(), head);

    let other = if postgres::server().is_some() {
        postgres::fresh().parse().unwrap()
    } else {
        Database::File(dir.join("ny").join("sfv.db"))
    };
    assert_eq!(transfer::import(&first, &other, false).await.unwrap(), head);
    let head = transfer::export(&other, &second, world.now()).await.unwrap();
    assert_eq!(transfer::check(&second).unwrap().accepted(false).unwrap(), head);
    assert_eq!(rows(&first), rows(&second));
    if let Some(path) = other.file() {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = transfer::import(&first, &other, false).await;
    assert!(matches!(again, Err(TransferError::NotEmpty { .. })), "{again:?}");

    // The backend goes on with it: the same case, a log whose chain holds, and numbers that go on.
    let before = world.case(ELVERUM).await;
    let World { dir, clock, running, client, database: _ } = world;
    running.stop().await;
    let mut set = options(&dir, &clock);
    set.database = other;
    let running = server::start(set.clone()).await.unwrap();
    // Keys are not moved: everybody gets new ones.
    let people = people().into_iter().map(|person| (person.clone(), person.id)).collect();
    running.store.fill(&Seed { people, ..Seed::default() }).await.unwrap();
    let world = World { dir, clock, database: set.database, running, client };
    let after = world.case(ELVERUM).await;
    for part in ["decisions", "events", "versions"] {
        assert_eq!(after[part], before[part], "{part}");
    }
    assert_eq!(world.submit("3407").await.0, 201);
    // A number that the database gives out.
    let view = json!({ "name": "Min", "query": "elverum" });
    assert!(world.post("kari", "/v1/views", &view).await.0 < 300);
    let (status, verdict) = world.get("leder", "/v1/audit/verify").await;
    assert_eq!((status, &verdict["breaks"]), (200, &json!([])), "{verdict}");
    assert!(verdict["checked"].as_i64().unwrap() > head.counts["event"], "{verdict}");
}

#[tokio::test]
async fn a_file_that_is_not_whole_changes_nothing() {
    let world = lived_in().await;
    let dir = world.dir.path();
    let file = dir.join("alt.jsonl");
    transfer::export(&world.database, &file, world.now()).await.unwrap();
    let again = transfer::export(&world.database, &file, world.now()).await;
    assert!(matches!(again, Err(TransferError::File(BackupError::Exists { .. }))), "{again:?}");
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let without = |gone: usize| {
        let kept = lines.iter().enumerate().filter(|(at, _)| *at != gone);
        kept.flat_map(|(_, line)| [*line, "\n"]).collect::<String>()
    };
    let evil = text.replacen("{\"table\":\"person\"", "{\"table\":\"person; drop table task\"", 1);
    let shape = text.replacen("\"shape\":", "\"shape\":9", 1);
    let cases = [
        ("cut", lines[..lines.len() / 2].join("\n")),
        ("a row less", without(lines.len() / 2)),
        ("no last line", without(lines.len() - 1)),
        ("something more", format!("{text}{{}}\n")),
        ("a changed figure", text.replacen("3420", "3421", 1)),
        ("no table", evil),
        ("of a newer program", shape),
        ("empty", String::new()),
    ];
    let target = Database::File(dir.join("ny.db"));
    for (what, text) in cases {
        let bad = dir.join("feil.jsonl");
        fs::write(&bad, text).unwrap();
        let outcome = transfer::import(&bad, &target, false).await;
        assert!(
            matches!(outcome, Err(TransferError::Line { .. } | TransferError::Shape { .. })),
            "{what}: {outcome:?}"
        );
        assert!(!dir.join("ny.db").exists(), "{what}");
    }
}

/// The same file with a changed log, its last line worked out anew as somebody would who wants it to pass for whole.
fn with_another_log(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.pop();
    let event = lines.iter().position(|line| line.contains("\"kind\":\"confirmed\"")).expect("a decision");
    let other = lines[event].replacen("\"actor\":\"", "\"actor\":\"Ikke ", 1);
    lines[event] = &other;
    let body: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
    let foot = json!({ "rows": lines.len() - 1, "sha256": format!("{:x}", Sha256::digest(&body)) });
    format!("{body}{foot}\n")
}

#[tokio::test]
async fn a_log_that_was_changed_on_the_way_is_taken_in_only_by_who_says_so() {
    let world = lived_in().await;
    let dir = world.dir.path();
    let file = dir.join("alt.jsonl");
    transfer::export(&world.database, &file, world.now()).await.unwrap();
    let forged = dir.join("endret.jsonl");
    fs::write(&forged, with_another_log(&fs::read_to_string(&file).unwrap())).unwrap();
    let target = Database::File(dir.join("ny.db"));
    let outcome = transfer::import(&forged, &target, false).await;
    assert!(matches!(outcome, Err(TransferError::BrokenLog(broken)) if broken.places == 1), "{outcome:?}");
    assert!(!dir.join("ny.db").exists());
    transfer::import(&forged, &target, true).await.unwrap();
}

#[tokio::test]
async fn a_database_in_use_by_an_older_program_is_left_in_its_shape() {
    let world = lived_in().await;
    let dir = world.dir.path();
    let file = dir.join("alt.jsonl");
    transfer::export(&world.database, &file, world.now()).await.unwrap();
    let older = dir.join("eldre.db");
    let address = format!("sqlite://{}?mode=rwc", older.display());
    let mut conn = SqliteConnection::connect(&address).await.unwrap();
    for statement in [
        "create table _sqlx_migrations (version bigint primary key, description text not null, installed_on timestamp \
         not null default current_timestamp, success boolean not null, checksum blob not null, execution_time bigint \
         not null)",
        "insert into _sqlx_migrations values (1, 'x', current_timestamp, true, x'00', 1)",
        "create table task (reference text)",
        "insert into task values ('KHR-2023H1-3420')",
    ] {
        sqlx::query(statement).execute(&mut conn).await.unwrap();
    }
    let outcome = transfer::import(&file, &Database::File(older.clone()), false).await;
    assert!(matches!(outcome, Err(TransferError::Shape { found: 1, .. })), "{outcome:?}");
    let tables = sqlx::query("select name from sqlite_master where type = 'table' order by name");
    let left: Vec<String> = tables.fetch_all(&mut conn).await.unwrap().iter().map(|row| row.get("name")).collect();
    assert_eq!(left, ["_sqlx_migrations", "task"]);
}

#[tokio::test]
async fn a_trial_looks_at_the_database_too_and_makes_none() {
    let world = lived_in().await;
    let dir = world.dir.path();
    let file = dir.join("alt.jsonl");
    let head = transfer::export(&world.database, &file, world.now()).await.unwrap();
    let full = transfer::ready(&head, &world.database).await;
    assert!(matches!(full, Err(TransferError::NotEmpty { .. })), "{full:?}");
    let other = Database::File(dir.join("ny.db"));
    transfer::ready(&head, &other).await.unwrap();
    assert!(!dir.join("ny.db").exists());
    if postgres::server().is_some() {
        transfer::ready(&head, &postgres::fresh().parse().unwrap()).await.unwrap();
    }
}

#[tokio::test]
async fn every_table_is_moved_or_left_out_for_a_reason() {
    let world = lived_in().await;
    let address = format!("sqlite://{}", world.dir.path().join("sfv.db").display());
    let mut conn = SqliteConnection::connect(&address).await.unwrap();
    let asked = "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~'
        and name <> '_sqlx_migrations'";
    let there: BTreeSet<String> =
        sqlx::query(asked).fetch_all(&mut conn).await.unwrap().iter().map(|row| row.get("name")).collect();
    let plan = Plan::embedded().unwrap();
    let told: BTreeSet<String> = plan.tables.iter().chain(plan.left_out.keys()).cloned().collect();
    assert_eq!(told, there);
    assert_eq!(told.len(), plan.tables.len() + plan.left_out.len(), "nothing is in both");
}

#[test]
fn the_page_on_privacy_tells_of_every_table_how_long_it_is_kept() {
    let page = include_str!("../../docs/personvern.md");
    let plan = Plan::embedded().unwrap();
    for table in plan.tables.iter().chain(plan.left_out.keys()) {
        let told = page.lines().any(|line| line.starts_with("| `") && line.contains(&format!("`{table}`")));
        assert!(told, "{table}");
    }
}

#[test]
fn the_commands_tell_what_is_in_the_file_and_refuse_in_words() {
    let home = Home::new();
    let file = home.path().join("alt.jsonl");
    let file = file.to_str().unwrap();
    let database = home.path().join("sfv.db");
    let database = database.to_str().unwrap();
    let missing = home.run(&["export", file, "--database", database]);
    assert_eq!(missing.code, 66, "{}", missing.err);
    let text = "{\"schema\":\"sfv.backup/1\"}\n";
    let bad = home.file("feil.jsonl", text);
    let refused = home.run(&["import", &bad, "--database", database]);
    assert_eq!(refused.code, 65, "{}", refused.err);
    assert!(refused.err.contains("Linje 1") && refused.err.contains("Ingenting er lagt inn"), "{}", refused.err);
    let gone = home.run(&["import", "finnes-ikke.jsonl", "--database", database]);
    assert!(gone.code == 66 && gone.err.contains("kan ikke leses"), "{}", gone.err);
    assert_eq!(home.demo(&["tasks", "list"]).code, 0);
}
