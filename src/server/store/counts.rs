//! Many reports at once, with the figures that the extension count is judged by.
//! Imports `domain`.

use std::collections::HashMap;

use super::{
    Conn, Store,
    row::{Read, json, nested, plain},
    sees::Sees,
    sql::Sql,
    task::{self, Record},
};
use crate::domain::report::{Reference, Values};

/// A report with the figures of its newest version.
#[derive(Debug, Clone)]
pub struct Reported {
    /// The case.
    pub record: Record,
    /// Its figures.
    pub values: Values,
}

/// The reports with some references, as far as the person sees them; access requests are left out.
pub async fn reports(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    references: &[Reference],
) -> Read<HashMap<Reference, Reported>> {
    let now = store.now();
    let wanted = nested(&references)?;
    let mut sql = Sql::new("select ");
    sees.state(&mut sql, now);
    sql.push(task::COLUMNS);
    sees.limit(&mut sql, now);
    sql.push(" and t.kind = 'report' and t.reference in (select value from json_each(");
    sql.push_bind(wanted.clone()).push("))");
    let rows = sql.build().fetch_all(&mut *conn).await?;
    let mut figures = figures(conn, &wanted).await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in &rows {
        let record = task::read(store, sees, row)?;
        let reference = record.row.reference.clone();
        let values = figures.remove(&reference).unwrap_or_default();
        found.insert(reference, Reported { record, values });
    }
    Ok(found)
}

/// The figures of the newest version of each case.
async fn figures(conn: &mut Conn, wanted: &str) -> Read<HashMap<Reference, Values>> {
    let rows = sqlx::query(
        "select t.reference, v.figures
         from task t join report_version v on v.reference = t.reference and v.version = t.version
         where t.reference in (select value from json_each($1))",
    )
    .bind(wanted)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((plain(row, "reference")?, json(row, "figures")?))).collect()
}
