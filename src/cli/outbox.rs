//! What leaves the office, and sending again what could not be delivered.
//! Imports `api`, `client`, `domain` and `text`.

use serde::Serialize;

use super::{
    args::{OutboxCommand, RetryArgs},
    failure::Failure,
    session::Session,
};
use crate::{
    api::outbox::{OutboxList, OutboxPart, OutboxRow},
    text::{Texts, clean, delivery},
};

/// A command on the outbox, its consent already read.
#[derive(Debug)]
pub(super) enum Wish {
    List(OutboxPart),
    Retry(RetryArgs),
}

/// What was sent again, or would be.
#[derive(Debug, Serialize)]
struct Again {
    dry_run: bool,
    rows: Vec<OutboxRow>,
}

impl Wish {
    /// Reads it; nothing is asked of the backend before the person has said whether to do it.
    pub(super) fn new(command: OutboxCommand) -> Result<Self, Failure> {
        match command {
            OutboxCommand::List { part } => Ok(Self::List(part)),
            OutboxCommand::Retry(args) if args.consent.confirm || args.consent.dry_run => Ok(Self::Retry(args)),
            OutboxCommand::Retry(_) => Err(Failure::NoConsent),
        }
    }

    /// Lists, or sends again.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::List(part) => {
                let list = session.http.outbox(part).await?;
                session.output().answer("outbox", &list, lines)
            }
            Self::Retry(args) => retry(session, args).await,
        }
    }
}

async fn retry(session: &Session, args: RetryArgs) -> Result<(), Failure> {
    let part = if args.all { OutboxPart::GivenUp } else { OutboxPart::All };
    let mut rows = session.http.outbox(part).await?.rows;
    if !args.all {
        rows.retain(|row| args.ids.contains(&row.delivery.id));
        if let Some(unknown) = args.ids.iter().find(|id| rows.iter().all(|row| row.delivery.id != **id)) {
            return Err(Failure::UnknownName { given: unknown.clone(), suggestions: Vec::new() });
        }
    }
    if args.consent.confirm {
        for row in &mut rows {
            *row = session.http.retry_delivery(&row.delivery.id).await?;
        }
    }
    let again = Again { dry_run: args.consent.dry_run, rows };
    session.output().answer("outbox_retry", &again, |texts, again: &Again| {
        let count = i64::try_from(again.rows.len()).unwrap_or(i64::MAX);
        let id = if again.dry_run { "cli-outbox-would" } else { "cli-outbox-again" };
        std::iter::once(texts.count(id, count, &[]))
            .chain(again.rows.iter().flat_map(|row| row_lines(texts, row)))
            .collect()
    })
}

fn lines(texts: &Texts, list: &OutboxList) -> Vec<String> {
    if list.rows.is_empty() {
        return vec![texts.say("cli-outbox-none")];
    }
    list.rows.iter().flat_map(|row| row_lines(texts, row)).collect()
}

/// The id and what it is about, and below it where it stands.
fn row_lines(texts: &Texts, row: &OutboxRow) -> Vec<String> {
    let about = row.reference.as_ref().map(ToString::to_string).or_else(|| row.unit.as_ref().map(ToString::to_string));
    let head = format!("{}  {}", about.unwrap_or_default(), clean::line(&row.delivery.id));
    let below = delivery::say(texts, &row.delivery).into_iter().map(|line| format!("  {line}"));
    std::iter::once(head.trim().to_owned()).chain(below).collect()
}
