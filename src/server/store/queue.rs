//! Windows of the queue: filter, folded search, order, and where a row stands.
//! Imports `domain`, `text` and `api`.

use sqlx::{QueryBuilder, Sqlite};

use super::{
    Conn, Store,
    row::{Read, number},
    sees::Sees,
    task,
};
use crate::{
    api::tasks::{Counts, Scope, Sort, TaskQuery, TaskRow},
    domain::{report::Reference, task::TaskKind},
    text::{date::day_of, fold},
};

/// The most words of a search that are looked at.
const MOST_WORDS: usize = 12;

/// A window of rows.
pub async fn window(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    query: &TaskQuery,
    at: u32,
    limit: u32,
) -> Read<Vec<TaskRow>> {
    let mut sql = QueryBuilder::<Sqlite>::new("select ");
    sees.state(&mut sql, store.now());
    sql.push(task::COLUMNS);
    filter(store, &mut sql, sees, query);
    sql.push(" order by ");
    order(store, &mut sql, query);
    sql.push(" limit ").push_bind(i64::from(limit)).push(" offset ").push_bind(i64::from(at));
    let rows = sql.build().fetch_all(conn).await?;
    rows.iter().map(|row| task::read(store, sees, row).map(|record| record.row)).collect()
}

/// How many rows a query has in all.
pub async fn total(store: &Store, conn: &mut Conn, sees: &Sees, query: &TaskQuery) -> Read<u32> {
    let mut sql = QueryBuilder::<Sqlite>::new("select count(*) as total from task t where ");
    filter(store, &mut sql, sees, query);
    number(&sql.build().fetch_one(conn).await?, "total")
}

/// The row number of a case in a query; none when the query does not hold it.
pub async fn position(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    query: &TaskQuery,
    reference: &Reference,
) -> Read<Option<u32>> {
    let mut sql = QueryBuilder::<Sqlite>::new("select place from (select t.reference, row_number() over (order by ");
    order(store, &mut sql, query);
    sql.push(") - 1 as place from task t where ");
    filter(store, &mut sql, sees, query);
    sql.push(") placed where reference = ").push_bind(reference.as_str().to_owned());
    sql.build().fetch_optional(conn).await?.map(|row| number(&row, "place")).transpose()
}

/// How many tasks each view holds.
pub async fn counts(store: &Store, conn: &mut Conn, sees: &Sees) -> Read<Counts> {
    let mut sql = QueryBuilder::<Sqlite>::new(
        "select count(*) filter (where state = 'open') as every,
             count(*) filter (where state = 'open' and kind = 'report') as reports,
             count(*) filter (where state = 'open' and kind = 'report' and errors + warnings = 0) as clean,
             count(*) filter (where state = 'open' and kind = 'report' and errors + warnings > 0) as findings,
             count(*) filter (where state = 'open' and kind = 'report' and version > 1) as corrected,
             count(*) filter (where state = 'open' and kind = 'access') as access,
             count(*) filter (where state <> 'open') as solved
         from (select ",
    );
    sees.state(&mut sql, store.now());
    sql.push(" as state, t.kind, t.version, t.errors, t.warnings from task t where ");
    sees.limit(&mut sql, store.now());
    sql.push(") seen");
    let row = sql.build().fetch_one(conn).await?;
    Ok(Counts {
        all: number(&row, "every")?,
        reports: number(&row, "reports")?,
        clean: number(&row, "clean")?,
        findings: number(&row, "findings")?,
        corrected: number(&row, "corrected")?,
        access: number(&row, "access")?,
        solved: number(&row, "solved")?,
    })
}

fn filter(store: &Store, sql: &mut QueryBuilder<Sqlite>, sees: &Sees, query: &TaskQuery) {
    let now = store.now();
    sql.push("(");
    sees.limit(sql, now);
    sql.push(")");
    if query.scope != Scope::All {
        sql.push(" and ");
        sees.state(sql, now);
        sql.push(if query.scope == Scope::Open { " = 'open'" } else { " <> 'open'" });
    }
    match query.kind {
        Some(TaskKind::Report) => sql.push(" and t.kind = 'report'"),
        Some(TaskKind::Access) => sql.push(" and t.kind = 'access'"),
        None => sql,
    };
    if let Some(period) = &query.period {
        sql.push(" and t.period = ").push_bind(period.to_ascii_uppercase());
    }
    if let Some(unit) = &query.unit {
        sql.push(" and t.unit = ").push_bind(unit.clone());
    }
    if query.corrected {
        sql.push(" and t.version > 1");
    }
    if let Some(clean) = query.clean {
        sql.push(" and t.kind = 'report' and t.errors + t.warnings ").push(if clean { "= 0" } else { "> 0" });
    }
    for word in query.text.split_whitespace().take(MOST_WORDS) {
        search(sql, word);
    }
}

fn search(sql: &mut QueryBuilder<Sqlite>, word: &str) {
    match word.strip_prefix('!').map(fold::search) {
        Some(unwanted) if unwanted.is_empty() => {}
        Some(unwanted) => {
            sql.push(" and t.search not like ").push_bind(anywhere(&unwanted)).push(" escape '\\'");
        }
        None => {
            let wanted = fold::search(word);
            let letters = in_order(&wanted);
            sql.push(" and (t.search like ").push_bind(anywhere(&wanted)).push(" escape '\\'");
            sql.push(" or t.unit_fold like ").push_bind(letters.clone()).push(" escape '\\'");
            sql.push(" or t.applicant_fold like ").push_bind(letters).push(" escape '\\')");
        }
    }
}

/// A pattern for a word anywhere.
fn anywhere(word: &str) -> String {
    format!("%{}%", word.chars().map(literal).collect::<String>())
}

/// A pattern for a name that begins with the first letter and has the others in their order.
fn in_order(word: &str) -> String {
    word.chars().flat_map(|letter| [literal(letter), "%".to_owned()]).collect()
}

/// A letter that stands for itself in a pattern.
fn literal(letter: char) -> String {
    match letter {
        '%' | '_' | '\\' => format!("\\{letter}"),
        other => other.to_string(),
    }
}

fn order(store: &Store, sql: &mut QueryBuilder<Sqlite>, query: &TaskQuery) {
    let direction = if query.descending { " desc, " } else { ", " };
    if query.sort == Sort::Score {
        score(store, sql);
        sql.push(if query.descending { ", " } else { " desc, " });
    }
    let columns: &[&str] = match query.sort {
        Sort::Score | Sort::Deadline => &["t.due", "t.received_at"],
        Sort::Reference => &[],
        Sort::Name => &["t.name_order"],
        Sort::Kind => &["t.kind"],
        Sort::Version => &["t.version"],
        Sort::Received => &["t.received_at"],
        Sort::Decided => &["coalesce(t.decided_at, '')"],
        Sort::State => &["t.state"],
    };
    for column in columns {
        sql.push(column).push(direction);
    }
    let last = if query.descending && columns.is_empty() { "t.reference desc" } else { "t.reference" };
    sql.push(last);
}

/// The score: what the findings weigh, and what the deadline adds by the days that are left.
fn score(store: &Store, sql: &mut QueryBuilder<Sqlite>) {
    sql.push("(t.risk + case");
    for (until, weight) in store.rules().deadlines(day_of(store.now())) {
        sql.push(" when t.due <= ").push_bind(until.to_string());
        sql.push(" then ").push_bind(i64::from(weight));
    }
    sql.push(" else 0 end)");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_never_acts_as_a_pattern() {
        assert_eq!(anywhere("100%_\\"), "%100\\%\\_\\\\%");
        assert_eq!(in_order("a_l"), "a%\\_%l%");
    }
}
