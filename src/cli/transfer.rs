//! `sfv export` and `sfv import`: everything of a database as one file of lines, and into an empty database of either kind.
//! Imports `server`, `settings` and `text`.

use super::{
    args::{ImportAllArgs, TransferArgs},
    backup,
    failure::Failure,
    service,
    session::Desk,
    table::Table,
};
use crate::{
    clock::Clock,
    server::{
        database::Database,
        transfer::{self, Head, TransferError},
    },
    text::{Texts, clean, date, foreign},
};

/// Writes everything into a file.
pub(super) async fn export(desk: &Desk, args: &TransferArgs) -> Result<u8, Failure> {
    let database = chosen(desk, args)?;
    let now = desk.now()?.map_or_else(Clock::wall, Clock::from).now();
    let head = transfer::export(&database, &args.file, now).await?;
    tell(desk, "export", "transfer-written", &head, &args.file.display().to_string())
}

/// Puts a file into a database that holds nothing.
pub(super) async fn import(desk: &Desk, args: &ImportAllArgs) -> Result<u8, Failure> {
    let file = &args.transfer.file;
    let database = chosen(desk, &args.transfer)?;
    if args.dry_run {
        let head = transfer::check(file)?.accepted(args.broken_log)?;
        transfer::ready(&head, &database).await?;
        return tell(desk, "import", "transfer-checked", &head, &file.display().to_string());
    }
    let head = transfer::import(file, &database, args.broken_log).await?;
    tell(desk, "import", "transfer-taken-in", &head, &shown(&database))
}

fn chosen(desk: &Desk, args: &TransferArgs) -> Result<Database, Failure> {
    service::chosen(desk, args.config.clone(), args.database.clone())
}

fn shown(database: &Database) -> String {
    match database {
        Database::File(path) => path.display().to_string(),
        Database::Server(address) => address.shown(),
    }
}

fn tell(desk: &Desk, noun: &str, id: &'static str, head: &Head, place: &str) -> Result<u8, Failure> {
    desk.output.answer(noun, head, |texts, head| lines(texts, id, head, place))?;
    Ok(0)
}

/// What is in it: the rows of each table, and what is not.
fn lines(texts: &Texts, id: &str, head: &Head, place: &str) -> Vec<String> {
    let mut table = Table::plain();
    table.push(vec![texts.say("backup-fact-made"), date::moment(head.made_at)]);
    table.push(vec![texts.say("backup-fact-program"), clean::line(&head.program)]);
    table.push(vec![texts.say("backup-fact-shape"), head.shape.to_string()]);
    for (name, count) in head.counts.iter().filter(|(_, count)| **count > 0) {
        table.push(vec![clean::line(name), count.to_string()]);
    }
    let left: Vec<&str> = head.left_out.keys().map(String::as_str).collect();
    let mut lines = vec![texts.with(id, &[("place", &clean::line(place))])];
    lines.extend(table.lines());
    lines.push(texts.with("transfer-left-out", &[("tables", &clean::line(&left.join(", ")))]));
    lines
}

/// The sentences of a transfer that did not come about.
pub(super) fn say(texts: &Texts, error: &TransferError) -> Vec<String> {
    let line = match error {
        TransferError::File(error) => backup::say(texts, error),
        TransferError::Start(error) => error.say(texts),
        TransferError::Database(error) => {
            texts.with("transfer-database", &[("detail", &foreign::say(texts, &error.to_string()))])
        }
        TransferError::Shape { found, known } => {
            texts.with("transfer-shape", &[("found", &found.to_string()), ("known", &known.to_string())])
        }
        TransferError::NotEmpty { table } => texts.with("transfer-not-empty", &[("table", &clean::line(table))]),
        TransferError::Unreadable { path, detail } => texts.with(
            "transfer-unreadable",
            &[("path", &clean::line(&path.display().to_string())), ("detail", &foreign::say(texts, detail))],
        ),
        TransferError::BrokenLog(broken) => texts.with_numbers(
            "transfer-broken-log",
            &[("first", &broken.first.to_string())],
            &[("places", i64::try_from(broken.places).unwrap_or(i64::MAX))],
        ),
        TransferError::Line { line, detail } => {
            texts.with("transfer-line", &[("line", &line.to_string()), ("detail", &foreign::say(texts, detail))])
        }
    };
    vec![line]
}

/// The exit code of a transfer that did not come about.
pub(super) fn exit_code(error: &TransferError) -> u8 {
    match error {
        TransferError::File(error) => backup::exit_code(error),
        TransferError::Start(error) => error.exit_code(),
        TransferError::Shape { .. } | TransferError::Line { .. } | TransferError::BrokenLog(_) => 65,
        TransferError::Unreadable { .. } => 66,
        TransferError::Database(_) | TransferError::NotEmpty { .. } => 73,
    }
}
