//! The extension counts of a batch from a file: matched with its cases before a batch is made.
//! Imports `api`, `checks`, `client`, `domain` and `text`.

use std::{collections::BTreeMap, path::Path};

use crate::{
    api::{
        batch::NewItem,
        counts::{CountQuery, MOST_COUNTS},
        fault::Fault,
    },
    checks::counts::{CountTables, Matched, Problem},
    cli::{failure::Failure, known, output::complain, session::Session, words},
    client::backend::Backend,
    domain::{refusal::Refusal, report::Reference},
    text::{
        Texts,
        refusal::{note, say},
    },
};

/// The cases with the counts of a file, and what the file held. A row that does not fit stops everything, unless it is to be left out
/// or nothing is to be done at all: then it is told with its line.
///
/// # Errors
/// What is wrong with the file or, all at once, with its rows.
pub(super) async fn given(
    session: &Session,
    mut items: Vec<NewItem>,
    file: &Path,
    go_on: bool,
) -> Result<(Vec<NewItem>, Matched), Failure> {
    let internal = |error: &dyn std::fmt::Display| Failure::Internal(error.to_string());
    let tables = CountTables::embedded().map_err(|error| internal(&error))?;
    let register = known::served(&session.http).await?;
    let bytes = words::read(file, tables.largest)?;
    let mut cases = Vec::with_capacity(items.len());
    for some in items.chunks(MOST_COUNTS) {
        let references = some.iter().map(|item| item.reference.clone()).collect();
        let page = session.http.counts(CountQuery { references, query: None }).await?;
        cases.extend(page.rows.into_iter().map(|row| row.case));
    }
    let matched = tables.read(&bytes, &register, &cases)?;
    if matched.refused() > 0 && !go_on {
        return Err(refused(&matched));
    }
    let found: BTreeMap<&Reference, u32> =
        matched.fitting.iter().map(|fitting| (&fitting.reference, fitting.count)).collect();
    for item in &mut items {
        item.extensions = found.get(&item.reference).copied();
    }
    if !session.output().json {
        complain(lines(&session.output().texts, &matched));
    }
    Ok((items, matched))
}

/// The rows that do not fit, each with its line.
pub(super) fn refused(matched: &Matched) -> Failure {
    Fault::refused_for(matched.problems.iter().map(placed).collect()).into()
}

fn placed(problem: &Problem) -> Refusal {
    Refusal::InRow { line: problem.line, why: Box::new(problem.why.clone()) }
}

/// How many rows there are, how many fit, and what is wrong with each of the others.
fn lines(texts: &Texts, matched: &Matched) -> Vec<String> {
    let fitting = i64::try_from(matched.fitting.len()).unwrap_or(i64::MAX);
    let rows = texts.count("counts-sum", i64::from(matched.rows), &[]);
    let sum = format!("{rows}: {}", texts.count("counts-fit", fitting, &[]));
    let notes = matched.notes.iter().map(|one| note(texts, one));
    let problems = matched.problems.iter().map(|problem| say(texts, &placed(problem)));
    std::iter::once(sum).chain(notes).chain(problems).collect()
}
