//! Ta, slipp og tildel without a screen, and who the colleagues are.
//! Imports `api`, `domain` and `text`.

use super::{
    args::{AssignArgs, RefsArgs, TasksCommand},
    failure::Failure,
    session::Session,
    table::Table,
};
use crate::{
    api::together::{ColleagueList, Held, HolderRequest},
    domain::report::Reference,
    text::{Texts, clean},
};

/// What is wanted, its arguments already read.
pub(super) enum Wish {
    Take(Vec<Reference>, HolderRequest),
    Release(Vec<Reference>),
    Colleagues,
}

impl Wish {
    /// Reads the arguments.
    pub(super) fn new(command: &TasksCommand) -> Result<Self, Failure> {
        let read = |args: &RefsArgs| args.references.iter().map(|text| text.parse()).collect::<Result<_, _>>();
        Ok(match command {
            TasksCommand::Take(args) => Self::Take(read(args)?, HolderRequest::default()),
            TasksCommand::Assign(AssignArgs { cases, to }) => {
                Self::Take(read(cases)?, HolderRequest { person: Some(to.clone()) })
            }
            TasksCommand::Release(args) => Self::Release(read(args)?),
            _ => Self::Colleagues,
        })
    }

    /// Does it. What was done before one is refused stays done, and is told.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let (references, request) = match self {
            Self::Colleagues => {
                return session.output().answer("colleagues", &session.http.colleagues().await?, colleagues);
            }
            Self::Take(references, request) => (references, Some(request)),
            Self::Release(references) => (references, None),
        };
        let mut done: Vec<Held> = Vec::new();
        let mut failed = None;
        for reference in references {
            let answer = match &request {
                Some(request) => session.http.take(&reference, request).await,
                None => session.http.release(&reference).await,
            };
            match answer {
                Ok(held) => done.push(held),
                Err(fault) => {
                    failed = Some(fault);
                    break;
                }
            }
        }
        if !done.is_empty() || failed.is_none() {
            session
                .output()
                .answer("held", &done, |texts, done| done.iter().map(|held| line(texts, held)).collect())?;
        }
        failed.map_or(Ok(()), |fault| Err(fault.into()))
    }
}

fn line(texts: &Texts, held: &Held) -> String {
    let reference = held.reference.as_str();
    let id = if held.changed { "cli-held" } else { "cli-held-before" };
    match &held.holder {
        Some(holder) => texts.with(id, &[("reference", reference), ("name", &clean::line(&holder.name))]),
        None => texts.with("cli-held-by-nobody", &[("reference", reference)]),
    }
}

fn colleagues(texts: &Texts, list: &ColleagueList) -> Vec<String> {
    let mut table = Table::plain();
    for one in &list.people {
        table.push(vec![clean::line(&one.person), clean::line(&one.name), texts.of_family("cli-role", &one.role)]);
    }
    table.lines()
}
