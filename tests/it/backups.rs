//! A backup is whole while the database is in use, says what is in it, and is never put over anything.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use serde_json::Value;
use statsforvalter::{
    cli::failure::Failure,
    server::{
        self,
        backup::{self, BackupError},
        database::Database,
    },
    text::Texts,
};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, World, approve, options},
};

#[tokio::test]
async fn a_backup_of_a_database_in_use_is_whole_and_comes_back_as_it_was() {
    let world = World::with(|options| options.database = Database::File(folder_of(options).join("sfv.db"))).await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let before = world.case(ELVERUM).await;
    let folder = world.dir.path().join("kopi");
    let database = world.dir.path().join("sfv.db");
    // Somebody writes all the time.
    let busy = async {
        for unit in ["3403", "3405", "3407", "3411"] {
            world.submit(unit).await;
        }
    };
    let (manifest, ()) = tokio::join!(backup::make(&database, &folder, world.now()), busy);
    let manifest = manifest.unwrap();
    assert_eq!(backup::check(&folder).await.unwrap(), manifest);
    let tasks = manifest.contents.counts["task"];
    assert!((1..=5).contains(&tasks) && manifest.contents.counts["decision"] == 1, "{manifest:?}");
    assert!(manifest.contents.newest_event.is_some());
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(folder.join("sfv.sqlite")).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(backup::make(&database, &folder, world.now()).await, Err(BackupError::Exists { path: folder.clone() }));

    assert_eq!(backup::restore(&folder, &database).await, Err(BackupError::Exists { path: database.clone() }));
    let back = world.dir.path().join("tilbake").join("sfv.db");
    assert_eq!(backup::restore(&folder, &back).await.unwrap(), manifest);
    let World { dir, clock, running, client, database: _ } = world;
    running.stop().await;
    let mut set = options(&dir, &clock);
    set.database = Database::File(back);
    let running = server::start(set.clone()).await.unwrap();
    let world = World { dir, clock, database: set.database, running, client };
    // The findings weigh a report against those of other units, and how many of those came into the copy is chance.
    let after = world.case(ELVERUM).await;
    for part in ["decisions", "events", "versions"] {
        assert_eq!(after[part], before[part], "{part}");
    }
}

fn folder_of(options: &server::Options) -> std::path::PathBuf {
    options.outbox.parent().unwrap().to_owned()
}

async fn made(dir: &Path) -> std::path::PathBuf {
    let temp = tempfile::TempDir::new_in(dir).unwrap();
    let clock = statsforvalter::clock::Clock::wall();
    let mut set = options(&temp, &clock);
    set.database = Database::File(dir.join("sfv.db"));
    server::start(set).await.unwrap().stop().await;
    let folder = dir.join("kopi");
    backup::make(&dir.join("sfv.db"), &folder, clock.now()).await.unwrap();
    folder
}

#[tokio::test]
async fn a_backup_that_is_not_what_it_says_is_not_restored() {
    let dir = tempfile::tempdir().unwrap();
    let folder = made(dir.path()).await;
    let target = dir.path().join("ny.db");
    let manifest = fs::read_to_string(folder.join("manifest.json")).unwrap();
    let put = |text: &str| fs::write(folder.join("manifest.json"), text).unwrap();

    put(&manifest.replace("\"person\": 0", "\"person\": 1"));
    assert!(matches!(backup::restore(&folder, &target).await, Err(BackupError::Damaged { .. })));
    put(&manifest.replace("sfv.backup/1", "sfv.backup/9"));
    assert!(matches!(backup::restore(&folder, &target).await, Err(BackupError::NotABackup { .. })));
    let mut newer: Value = serde_json::from_str(&manifest).unwrap();
    newer["shape"] = 999.into();
    put(&newer.to_string());
    assert!(matches!(backup::restore(&folder, &target).await, Err(BackupError::Newer { found: 999, .. })));
    put("tull");
    assert!(matches!(backup::restore(&folder, &target).await, Err(BackupError::NotABackup { .. })));
    put(&manifest);
    let mut bytes = fs::read(folder.join("sfv.sqlite")).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(folder.join("sfv.sqlite"), bytes).unwrap();
    assert!(matches!(backup::restore(&folder, &target).await, Err(BackupError::Damaged { .. })));
    fs::remove_file(folder.join("sfv.sqlite")).unwrap();
    let error = backup::restore(&folder, &target).await.unwrap_err();
    assert!(matches!(error, BackupError::NotABackup { .. }), "{error:?}");
    let said = Failure::from(error).lines(&Texts::of("nb").unwrap());
    assert!(said[0].contains("er ingen sikkerhetskopi") && !said[0].contains('‹'), "{said:?}");
    assert!(!target.exists());
}

#[test]
fn the_commands_tell_what_is_in_a_backup_and_overwrite_nothing() {
    let home = Home::new();
    assert_eq!(home.run(&["tasks", "list"]).code, 0, "makes the program's own database");
    let folder = home.path().join("kopi");
    let folder = folder.to_str().unwrap();
    let made = home.run(&["backup", folder]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(made.out.contains("Hendelser") && made.out.contains("SHA-256"), "{}", made.out);
    let again = home.run(&["backup", folder]);
    assert_eq!(again.code, 73);
    assert!(again.err.contains("finnes allerede"), "{}", again.err);
    let told = home.run(&["restore", folder, "--dry-run", "--json"]).json();
    assert_eq!((&told["counts"]["person"], &told["schema"]), (&1.into(), &"sfv.backup/1".into()));
    assert_eq!(home.run(&["restore", folder]).code, 73, "the program's own database is there");
    let back = home.path().join("ny.sqlite");
    assert_eq!(home.run(&["restore", folder, "--database", back.to_str().unwrap()]).code, 0);
    assert!(back.exists());
    assert_eq!(home.run(&["restore", "/finnes/ikke", "--dry-run"]).code, 65);
    assert_eq!(home.run(&["backup", "ny", "--database", "/finnes/ikke.db"]).code, 66);
    let server = home.run(&["backup", "ny", "--database", "postgres://sfv@127.0.0.1/sfv"]);
    assert_eq!(server.code, 2);
    assert!(
        server.err.contains("pg_dump --format=custom --file=sfv.dump \"postgres://sfv@127.0.0.1/sfv\""),
        "{}",
        server.err
    );
}
