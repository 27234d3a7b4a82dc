//! The reports of an office's units in a period, and of one unit through the periods.
//! Imports `domain` and `api`.

use std::collections::HashMap;

use super::{
    Conn, Store,
    row::{Read, json, plain},
    sees::Sees,
    sql::Sql,
    task,
};
use crate::{
    api::tasks::TaskRow,
    domain::{period::PeriodId, report::Values, unit::UnitNo},
};

/// The reports of a period that a person sees, by unit.
pub async fn reports(store: &Store, conn: &mut Conn, sees: &Sees, period: &PeriodId) -> Read<HashMap<UnitNo, TaskRow>> {
    let mut query = Sql::new("select ");
    sees.state(&mut query, store.now());
    query.push(task::COLUMNS).push("(");
    sees.limit(&mut query, store.now());
    query.push(") and t.kind = 'report' and t.period = ").push_bind(period.as_str().to_owned());
    let rows = query.build().fetch_all(conn).await?;
    let read = |row| task::read(store, sees, row).map(|record| (record.row.unit.clone(), record.row));
    rows.iter().map(read).collect()
}

/// All cases of two numbers of a unit that a person sees, the newest first.
pub async fn of_unit(store: &Store, conn: &mut Conn, sees: &Sees, units: &[UnitNo]) -> Read<Vec<TaskRow>> {
    let mut query = Sql::new("select ");
    sees.state(&mut query, store.now());
    query.push(task::COLUMNS).push("(");
    sees.limit(&mut query, store.now());
    query.push(") and t.unit in (").push_list(units.iter().map(|unit| unit.as_str().to_owned()));
    query.push(") order by t.period desc, t.received_at desc");
    let rows = query.build().fetch_all(conn).await?;
    rows.iter().map(|row| task::read(store, sees, row).map(|record| record.row)).collect()
}

/// The newest figures of a period that a person sees, by unit.
pub async fn figures(store: &Store, conn: &mut Conn, sees: &Sees, period: &PeriodId) -> Read<HashMap<UnitNo, Values>> {
    let mut query = Sql::new(
        "select t.unit, v.figures from task t
         join report_version v on v.reference = t.reference and v.version = t.version
         where t.kind = 'report' and t.period = ",
    );
    query.push_bind(period.as_str().to_owned()).push(" and (");
    sees.limit(&mut query, store.now());
    query.push(")");
    let rows = query.build().fetch_all(conn).await?;
    rows.iter().map(|row| Ok((plain(row, "unit")?, json(row, "figures")?))).collect()
}
