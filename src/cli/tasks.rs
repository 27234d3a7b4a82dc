//! The queue and the archive: windows of rows, and one case in full.
//! Imports `api`, `client`, `domain` and `text`.

use super::{args::ListArgs, failure::Failure, report, session::Session, table::Table};
use crate::{
    api::{
        case::Case,
        tasks::{MOST_ROWS, Scope, Sort, TaskPage, TaskQuery, TaskRow},
    },
    client::backend::Backend,
    domain::{
        query::{Field, Query, Vocabulary},
        report::Reference,
    },
    text::{Texts, clean, date},
};

/// Lists tasks.
pub(super) async fn list(session: &Session, state: Option<Scope>, args: ListArgs) -> Result<(), Failure> {
    let scope = scope_of(state, &args)?;
    // The archive begins with what was decided last.
    let newest_first = scope == Scope::Solved && args.sort.is_none();
    let query = TaskQuery {
        scope,
        kind: args.kind,
        period: args.period.map(|period| period.to_ascii_uppercase()),
        unit: args.unit,
        text: args.search.unwrap_or_default(),
        query: args.query.unwrap_or_default(),
        sort: args.sort.unwrap_or(if newest_first { Sort::Decided } else { Sort::Deadline }),
        descending: args.desc != newest_first,
        ..TaskQuery::default()
    };
    let page = pages(session, query, args.limit).await?;
    session.output().answer("tasks", &page, lines)
}

/// Which tasks a list without `--state` has: the open ones, and all when the query itself says where they stand.
fn scope_of(state: Option<Scope>, args: &ListArgs) -> Result<Scope, Failure> {
    let Some(query) = args.query.as_deref().filter(|_| state.is_none()) else { return Ok(state.unwrap_or_default()) };
    let words = Vocabulary::embedded().map_err(|error| Failure::Internal(error.to_string()))?;
    // Of the query only its fields are asked; the backend counts the days by its own clock.
    let query = Query::parse(query, &words, jiff::civil::Date::default())?;
    Ok(if query.asks_about(Field::State) { Scope::All } else { Scope::Open })
}

/// Shows one case.
pub(super) async fn show(session: &Session, reference: &str) -> Result<(), Failure> {
    let reference: Reference = reference.parse()?;
    let case = session.http.case(reference).await?;
    session.output().answer("case", &case, |texts, case| match case {
        Case::Report(case) => report::lines(texts, case),
        Case::Access(case) => super::access::lines(texts, case),
    })
}

/// Everything that a query finds.
pub(super) async fn found(session: &Session, scope: Scope, query: &str) -> Result<TaskPage, Failure> {
    let wanted = TaskQuery { scope, query: query.to_owned(), ..TaskQuery::default() };
    pages(session, wanted, u32::MAX).await
}

/// As many windows as it takes to have the wanted rows.
async fn pages(session: &Session, query: TaskQuery, limit: u32) -> Result<TaskPage, Failure> {
    let ask = |cursor: Option<String>, left: u32| {
        session.http.tasks(TaskQuery { cursor, limit: Some(left.clamp(1, MOST_ROWS)), ..query.clone() })
    };
    let mut page = ask(None, limit).await?;
    while let Some(cursor) = page.next.take() {
        let have = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
        if have >= limit {
            page.next = Some(cursor);
            break;
        }
        let more = ask(Some(cursor), limit - have).await?;
        page.next = more.next.filter(|_| !more.rows.is_empty());
        page.rows.extend(more.rows);
    }
    Ok(page)
}

fn lines(texts: &Texts, page: &TaskPage) -> Vec<String> {
    let shown = page.rows.len().to_string();
    let foot = texts.with("cli-rows", &[("shown", &shown), ("total", &page.total.to_string())]);
    if page.rows.is_empty() {
        return vec![texts.say("cli-no-rows")];
    }
    let head = ["reference", "unit", "kind", "version", "deadline", "state", "holder", "marks"];
    let mut table = Table::new(head.map(|name| texts.say(&format!("cli-column-{name}"))).to_vec());
    for row in &page.rows {
        table.push(cells(texts, row));
    }
    let mut lines = table.lines();
    lines.push(foot);
    lines
}

fn cells(texts: &Texts, row: &TaskRow) -> Vec<String> {
    let deadline = row.deadline.map(date::day).unwrap_or_default();
    let assumed = if row.deadline_assumed { texts.say("cli-assumed") } else { String::new() };
    vec![
        clean::line(row.reference.as_str()),
        name(row),
        texts.of_family("cli-kind", &row.kind),
        row.version.to_string(),
        format!("{deadline} {assumed}").trim().to_owned(),
        texts.of_family("cli-state", &row.state),
        row.holder.as_ref().map(|holder| clean::line(&holder.name)).unwrap_or_default(),
        marks(texts, row),
    ]
}

/// The unit with its number, and the applicant where there is one.
fn name(row: &TaskRow) -> String {
    let unit = clean::line(&format!("{} {}", row.unit.as_str(), row.unit_name));
    match &row.applicant {
        Some(applicant) => format!("{} – {unit}", clean::line(applicant)),
        None => unit,
    }
}

fn marks(texts: &Texts, row: &TaskRow) -> String {
    let badges = row.badges.iter().map(|badge| texts.of_family("cli-badge", badge));
    let delivery = row.delivery.iter().map(|delivery| texts.of_family("cli-delivery", delivery));
    badges.chain(delivery).collect::<Vec<_>>().join(", ")
}
