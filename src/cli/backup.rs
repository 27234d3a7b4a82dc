//! `sfv backup` and `sfv restore`: the embedded database as a folder, and back. A database server has better tools of its own.
//! Imports `server`, `settings` and `text`.

use std::path::PathBuf;

use super::{
    args::{BackupArgs, RestoreArgs},
    failure::Failure,
    service,
    session::Desk,
    table::Table,
};
use crate::{
    clock::Clock,
    server::{
        backup::{self, BackupError, Manifest},
        database::Database,
    },
    text::{Texts, clean, date, foreign},
};

/// The tables whose rows are told to people; all stand in the manifest.
const COUNTED: [(&str, &str); 6] = [
    ("backup-count-task", "task"),
    ("backup-count-report-version", "report_version"),
    ("backup-count-decision", "decision"),
    ("backup-count-delivery", "delivery"),
    ("backup-count-event", "event"),
    ("backup-count-person", "person"),
];

/// Makes a backup.
pub(super) async fn backup(desk: &Desk, args: &BackupArgs) -> Result<u8, Failure> {
    let database = file(desk, args.config.clone(), args.database.clone())?;
    let now = desk.now()?.map_or_else(Clock::wall, Clock::from).now();
    let manifest = backup::make(&database, &args.folder, now).await?;
    tell(desk, "backup", "backup-made", &manifest, &args.folder.display().to_string())
}

/// Checks a backup, and puts it where no database is.
pub(super) async fn restore(desk: &Desk, args: &RestoreArgs) -> Result<u8, Failure> {
    if args.dry_run {
        let manifest = backup::check(&args.folder).await?;
        return tell(desk, "restore", "backup-checked", &manifest, &args.folder.display().to_string());
    }
    let database = file(desk, args.config.clone(), args.database.clone())?;
    let manifest = backup::restore(&args.folder, &database).await?;
    tell(desk, "restore", "backup-restored", &manifest, &database.display().to_string())
}

/// The file; a database server has better tools.
fn file(desk: &Desk, config: Option<PathBuf>, database: Option<String>) -> Result<PathBuf, Failure> {
    match service::chosen(desk, config, database)? {
        Database::File(file) => Ok(file),
        Database::Server(address) => Err(Failure::BackupOnServer(address.shown())),
    }
}

fn tell(desk: &Desk, noun: &str, id: &'static str, manifest: &Manifest, place: &str) -> Result<u8, Failure> {
    desk.output.answer(noun, manifest, |texts, manifest| lines(texts, id, manifest, place))?;
    Ok(0)
}

/// What is in it.
fn lines(texts: &Texts, id: &str, manifest: &Manifest, place: &str) -> Vec<String> {
    let contents = &manifest.contents;
    let newest = contents.newest_event.as_ref().map(|event| format!("{}, {}", event.seq, date::moment(event.at)));
    let mut table = Table::plain();
    let mut fact = |id: &str, value: String| table.push(vec![texts.say(id), value]);
    fact("backup-fact-made", date::moment(manifest.made_at));
    fact("backup-fact-program", clean::line(&manifest.program));
    fact("backup-fact-shape", contents.shape.to_string());
    fact("backup-fact-event", newest.unwrap_or_else(|| "–".to_owned()));
    for (id, table) in COUNTED {
        fact(id, contents.counts.get(table).copied().unwrap_or_default().to_string());
    }
    fact("backup-fact-sha256", clean::line(&manifest.sha256));
    let mut lines = vec![texts.with(id, &[("place", &clean::line(place))])];
    lines.extend(table.lines());
    lines
}

/// The sentence of a backup that did not come about.
pub(super) fn say(texts: &Texts, error: &BackupError) -> String {
    let shown = |path: &PathBuf| clean::line(&path.display().to_string());
    match error {
        BackupError::NoDatabase { path } => texts.with("backup-no-database", &[("path", &shown(path))]),
        BackupError::Exists { path } => texts.with("backup-exists", &[("path", &shown(path))]),
        BackupError::NotABackup { path, detail } => {
            texts.with("backup-not-a-backup", &[("path", &shown(path)), ("detail", &foreign::say(texts, detail))])
        }
        BackupError::Damaged { path, detail } => {
            texts.with("backup-damaged", &[("path", &shown(path)), ("detail", &clean::line(detail))])
        }
        BackupError::Newer { found, known } => {
            texts.with("backup-newer", &[("found", &found.to_string()), ("known", &known.to_string())])
        }
        BackupError::Database { path, detail } => {
            texts.with("backup-database", &[("path", &shown(path)), ("detail", &foreign::say(texts, detail))])
        }
        BackupError::Write { path, detail } => {
            texts.with("backup-write", &[("path", &shown(path)), ("detail", &foreign::say(texts, detail))])
        }
    }
}

/// The exit code of a backup that did not come about.
pub(super) fn exit_code(error: &BackupError) -> u8 {
    match error {
        BackupError::NoDatabase { .. } => 66,
        BackupError::NotABackup { .. } | BackupError::Damaged { .. } | BackupError::Newer { .. } => 65,
        BackupError::Exists { .. } | BackupError::Database { .. } | BackupError::Write { .. } => 73,
    }
}
