//! The database file: what cannot be used is told and left alone, and a restart keeps everything.

use std::{net::SocketAddr, path::Path};

use serde_json::json;
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use statsforvalter::{
    clock::Clock,
    server::{self, Options, database::Database, start::StartError},
    text::Texts,
};
use tempfile::TempDir;

use crate::server_world::{ELVERUM, KEY, START, World, approve, options};

fn clock() -> Clock {
    Clock::manual(START.parse().unwrap())
}

async fn refused(dir: &TempDir) -> StartError {
    server::start(options(dir, &clock())).await.expect_err("it must not start")
}

async fn raw(path: &Path) -> SqliteConnection {
    SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(path).create_if_missing(true)).await.unwrap()
}

fn check(error: &StartError, code: u8, word: &str) {
    let said = error.say(&Texts::of("nb").unwrap());
    assert!(said.contains(word) && !said.contains('‹'), "{said}");
    assert_eq!(error.exit_code(), code, "{said}");
}

#[tokio::test]
async fn a_file_that_is_something_else_is_left_as_it_is() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("sfv.db");
    std::fs::write(&path, "Dette er et brev.".repeat(100)).unwrap();
    let error = refused(&dir).await;
    assert!(matches!(error, StartError::NotADatabase { .. }), "{error:?}");
    check(&error, 73, "er ingen database");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Dette er et brev.".repeat(100));
}

#[tokio::test]
async fn a_database_of_another_program_is_left_as_it_is() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("sfv.db");
    let mut conn = raw(&path).await;
    sqlx::query("create table bokmerker (id integer)").execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(refused(&dir).await, StartError::NotADatabase { .. }));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_damaged_database_is_told() {
    let world = World::new().await;
    world.running.stop().await;
    let path = world.dir.path().join("sfv.db");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100..8192].fill(0x55);
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(refused(&world.dir).await, StartError::NotADatabase { .. }));
}

/// The number at the beginning of a change's name.
fn number_of(change: &Path) -> i64 {
    let name = change.file_name().unwrap().to_str().unwrap();
    name.split('_').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_told_with_both_versions() {
    let dir = TempDir::new().unwrap();
    server::start(options(&dir, &clock())).await.unwrap().stop().await;
    let mut conn = raw(&dir.path().join("sfv.db")).await;
    let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
        values (99, 'x', 1, x'00', 0)";
    sqlx::query(newer).execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    let error = refused(&dir).await;
    let changes = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/config/migrations/sqlite")).unwrap();
    let newest = changes.map(|file| number_of(&file.unwrap().path())).max().unwrap();
    assert!(matches!(error, StartError::NewerVersion { found: 99, known, .. } if known == newest), "{error:?}");
    check(&error, 73, &format!("versjon 99; dette programmet kjenner {newest}"));
}

#[tokio::test]
async fn a_locked_database_is_told() {
    let dir = TempDir::new().unwrap();
    server::start(options(&dir, &clock())).await.unwrap().stop().await;
    let mut conn = raw(&dir.path().join("sfv.db")).await;
    sqlx::query("pragma locking_mode = exclusive").execute(&mut conn).await.unwrap();
    sqlx::query("begin exclusive").execute(&mut conn).await.unwrap();
    let error = refused(&dir).await;
    assert!(matches!(error, StartError::Locked { .. }), "{error:?}");
    check(&error, 73, "er låst");
}

#[tokio::test]
async fn a_read_only_file_and_a_folder_that_cannot_be_made_are_told() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("sfv.db");
    server::start(options(&dir, &clock())).await.unwrap().stop().await;
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let error = refused(&dir).await;
    assert!(matches!(error, StartError::ReadOnly { .. }), "{error:?}");
    check(&error, 73, "skrivebeskyttet");
    let mut options = options(&dir, &clock());
    options.database = Database::File(path.join("inni").join("sfv.db"));
    let error = server::start(options).await.err().unwrap();
    assert!(matches!(error, StartError::CannotCreate { .. }), "{error:?}");
}

#[tokio::test]
async fn an_address_that_is_taken_is_told() {
    let world = World::new().await;
    let dir = TempDir::new().unwrap();
    let mut options = options(&dir, &clock());
    let taken: SocketAddr = world.running.url.trim_start_matches("http://").parse().unwrap();
    options.listen = taken;
    check(&server::start(options).await.err().unwrap(), 69, "Kan ikke lytte");
}

#[tokio::test]
async fn a_restart_keeps_everything_and_delivers_what_was_held() {
    let World { dir, clock, database, running, client } = World::new().await;
    let world = World { dir, clock, database, running, client };
    world.submit("3420").await;
    world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &json!({ "comment": "Kontroller 2E." })).await;
    let decided = world.decide("kari", ELVERUM, 1, KEY, &approve()).await.1;
    let before = world.case(ELVERUM).await;
    let World { dir, clock, database, running, client } = world;
    running.stop().await;
    let running = server::start(Options { database: database.clone(), ..options(&dir, &clock) }).await.unwrap();
    let world = World { dir, clock, database, running, client };
    assert_eq!(world.case(ELVERUM).await, before);
    let again = world.decide("kari", ELVERUM, 1, KEY, &approve()).await.1;
    assert_eq!((&again["at"], &again["replayed"]), (&decided["at"], &json!(true)));
    world.pass(30);
    world.delivered(1).await;
}

/// The rights of a file or folder.
fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path).unwrap().permissions()) & 0o777
}

#[tokio::test]
async fn a_database_that_is_made_and_what_is_written_beside_it_is_its_owners_alone() {
    let dir = TempDir::new().unwrap();
    let folder = dir.path().join("data");
    let mut options = options(&dir, &clock());
    options.database = Database::File(folder.join("sfv.db"));
    let running = server::start(options).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() >= 2, "the database and its log: {files:?}");
    for file in &files {
        assert_eq!(mode(file), 0o600, "{file:?}");
    }
    assert_eq!(mode(&folder), 0o700);
    running.stop().await;
}

#[tokio::test]
async fn a_database_that_others_could_read_is_closed_to_them_at_the_start() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("sfv.db");
    server::start(options(&dir, &clock())).await.unwrap().stop().await;
    // What a program that was killed leaves behind, made by an older version.
    for name in ["sfv.db", "sfv.db-wal", "sfv.db-shm"] {
        let file = dir.path().join(name);
        std::fs::OpenOptions::new().create(true).append(true).open(&file).unwrap();
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    }
    let running = server::start(options(&dir, &clock())).await.unwrap();
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&dir.path().join("sfv.db-wal")), 0o600);
    running.stop().await;
}

#[tokio::test]
async fn what_is_delivered_as_a_file_is_its_owners_alone() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(30);
    world.delivered(1).await;
    let folder = world.dir.path().join("outbox");
    for file in &world.outbox() {
        assert_eq!(mode(file), 0o600, "{file:?}");
    }
    assert_eq!(mode(&folder), 0o700);
}
