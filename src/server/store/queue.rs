//! Windows of the queue: filter, order, where a row stands, and how many tasks each view holds.
//! Imports `domain`, `text` and `api`.

use super::{
    Conn, Store,
    row::{Read, number, plain},
    search::{Asker, DELIVERY, Making, score, word},
    sees::Sees,
    sql::Sql,
    task,
};
use crate::{
    api::tasks::{Counts, Scope, Sort, TaskQuery, TaskRow},
    domain::{query::Query, report::Reference, task::TaskKind},
    text::fold,
};

/// The most words of a plain search that are looked at.
const MOST_WORDS: usize = 12;

/// What is wanted of the queue: the list as it was asked for, its search as it was read, and who asks.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The list.
    pub list: TaskQuery,
    /// Its search.
    pub search: Query,
    /// Who asks.
    pub asker: Asker,
}

/// A window of rows.
pub async fn window(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    wanted: &Wanted,
    at: u32,
    limit: u32,
) -> Read<Vec<TaskRow>> {
    let mut sql = Sql::new("select ");
    sees.state(&mut sql, store.now());
    sql.push(task::COLUMNS);
    // What is shown of a row takes several look-ups: they are made for the rows of the window, not for all that are sorted.
    sql.push("t.reference in (select t.reference from task t where ");
    filter(store, &mut sql, sees, wanted);
    sql.push(" order by ");
    order(store, &mut sql, &wanted.list);
    sql.push(" limit ").push_bind(i64::from(limit)).push(" offset ").push_bind(i64::from(at));
    sql.push(") order by ");
    order(store, &mut sql, &wanted.list);
    let rows = sql.build().fetch_all(conn).await?;
    rows.iter().map(|row| task::read(store, sees, row).map(|record| record.row)).collect()
}

/// How many rows a query has in all.
pub async fn total(store: &Store, conn: &mut Conn, sees: &Sees, wanted: &Wanted) -> Read<u32> {
    let mut sql = Sql::new("select count(*) as total from task t where ");
    filter(store, &mut sql, sees, wanted);
    number(&sql.build().fetch_one(conn).await?, "total")
}

/// The row number of a case in a query; none when the query does not hold it.
pub async fn position(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    wanted: &Wanted,
    reference: &Reference,
) -> Read<Option<u32>> {
    let mut sql = Sql::new("select place from (select t.reference, row_number() over (order by ");
    order(store, &mut sql, &wanted.list);
    sql.push(") - 1 as place from task t where ");
    filter(store, &mut sql, sees, wanted);
    sql.push(") placed where reference = ").push_bind(reference.as_str().to_owned());
    sql.build().fetch_optional(conn).await?.map(|row| number(&row, "place")).transpose()
}

/// The references of a stretch of rows, in their order.
pub async fn references(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    wanted: &Wanted,
    (at, limit): (u32, u32),
) -> Read<Vec<Reference>> {
    let mut sql = Sql::new("select t.reference from task t where ");
    filter(store, &mut sql, sees, wanted);
    sql.push(" order by ");
    order(store, &mut sql, &wanted.list);
    sql.push(" limit ").push_bind(i64::from(limit)).push(" offset ").push_bind(i64::from(at));
    sql.build().fetch_all(conn).await?.iter().map(|row| plain(row, "reference")).collect()
}

/// How many tasks each view of the program holds.
pub async fn counts(store: &Store, conn: &mut Conn, sees: &Sees) -> Read<Counts> {
    let mut sql = Sql::new(
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
    // What the rules say is the office's own.
    let inside = |count: u32| if sees.is_outside() { 0 } else { count };
    Ok(Counts {
        all: number(&row, "every")?,
        reports: number(&row, "reports")?,
        clean: inside(number(&row, "clean")?),
        findings: inside(number(&row, "findings")?),
        corrected: number(&row, "corrected")?,
        access: number(&row, "access")?,
        solved: number(&row, "solved")?,
    })
}

/// How many tasks each of some searches holds in a scope, in one reading.
pub async fn count_each(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    scope: Scope,
    searches: &[(Query, Asker)],
) -> Read<Vec<u32>> {
    let mut sql = Sql::new("select count(*) as n");
    for (place, (query, asker)) in searches.iter().enumerate() {
        sql.push(", count(*) filter (where true");
        Making { store, sees, asker }.terms(&mut sql, query);
        sql.push(format!(") as n{place}"));
    }
    sql.push(" from task t where ");
    let all = Wanted { list: TaskQuery { scope, ..TaskQuery::default() }, ..Wanted::default() };
    filter(store, &mut sql, sees, &all);
    let row = sql.build().fetch_one(conn).await?;
    (0..searches.len()).map(|place| number(&row, &format!("n{place}"))).collect()
}

/// Adds the condition of everything that is wanted.
pub(super) fn filter(store: &Store, sql: &mut Sql, sees: &Sees, wanted: &Wanted) {
    let (now, list) = (store.now(), &wanted.list);
    sql.push("(");
    sees.limit(sql, now);
    sql.push(")");
    if list.scope != Scope::All {
        sql.push(" and ");
        sees.state(sql, now);
        sql.push(if list.scope == Scope::Open { " = 'open'" } else { " <> 'open'" });
    }
    match list.kind {
        Some(TaskKind::Report) => sql.push(" and t.kind = 'report'"),
        Some(TaskKind::Access) => sql.push(" and t.kind = 'access'"),
        None => sql,
    };
    if let Some(period) = &list.period {
        sql.push(" and t.period = ").push_bind(period.to_ascii_uppercase());
    }
    if let Some(unit) = &list.unit {
        sql.push(" and t.unit = ").push_bind(unit.clone());
    }
    if list.corrected {
        sql.push(" and t.version > 1");
    }
    if let Some(clean) = list.clean {
        sql.push(" and t.kind = 'report' and t.errors + t.warnings ").push(if clean { "= 0" } else { "> 0" });
    }
    for word in list.text.split_whitespace().take(MOST_WORDS) {
        plain_word(sql, word);
    }
    Making { store, sees, asker: &wanted.asker }.terms(sql, &wanted.search);
}

fn plain_word(sql: &mut Sql, typed: &str) {
    match typed.strip_prefix('!') {
        Some(unwanted) if fold::search(unwanted).is_empty() => {}
        Some(unwanted) => {
            sql.push(" and not (");
            word(sql, unwanted, true);
            sql.push(")");
        }
        None => {
            sql.push(" and (");
            word(sql, typed, false);
            sql.push(")");
        }
    }
}

fn order(store: &Store, sql: &mut Sql, list: &TaskQuery) {
    let direction = if list.descending { " desc, " } else { ", " };
    if list.sort == Sort::Score {
        score(store, sql);
        sql.push(if list.descending { ", " } else { " desc, " });
    }
    let columns: &[&str] = match list.sort {
        Sort::Score | Sort::Deadline => &["t.due", "t.received_at"],
        Sort::Reference => &[],
        Sort::Name => &["t.name_order"],
        Sort::Kind => &["t.kind"],
        Sort::Version => &["t.version"],
        Sort::Received => &["t.received_at"],
        Sort::Decided => &["coalesce(t.decided_at, '')"],
        Sort::State => &["t.state"],
        Sort::Unit => &["t.unit"],
        Sort::Findings => &["t.errors", "t.warnings"],
        // The last letter there is: those without a draft or a decision come last.
        Sort::Draft => &["coalesce((select d.name from draft d where d.reference = t.reference), '\u{10ffff}')"],
        Sort::Holder => {
            &["coalesce((select h.name from person h where h.id = t.holder and t.state = 'open'), '\u{10ffff}')"]
        }
        Sort::Badges => &["-t.late", "case when t.version > 1 then 0 else 1 end", "t.touched"],
        Sort::DecidedBy => &["coalesce(t.decided_by, '\u{10ffff}')"],
        Sort::Returns => &["t.returns"],
        Sort::Delivery => &[DELIVERY],
    };
    for column in columns {
        sql.push(column).push(direction);
    }
    sql.push(if list.descending && columns.is_empty() { "t.reference desc" } else { "t.reference" });
}
