//! What has become of references that somebody has marked.
//! Imports `domain` and `api`.

use super::{
    Conn, Store,
    queue::{self, Wanted},
    row::{Read, maybe, named, nested, number, plain},
    sees::Sees,
    sql::Sql,
};
use crate::{
    api::marks::Gone,
    domain::{report::Reference, task::State},
};

/// Those of some references that the person sees and that are no longer open.
pub async fn gone(store: &Store, conn: &mut Conn, sees: &Sees, references: &[Reference]) -> Read<Vec<Gone>> {
    let mut sql = Sql::new("select t.reference, t.decided_by, ");
    sees.state(&mut sql, store.now());
    sql.push(" as state from task t where ");
    sees.limit(&mut sql, store.now());
    sql.push(" and t.reference in (select value from json_each(").push_bind(nested(&references)?).push("))");
    let rows = sql.build().fetch_all(conn).await?;
    let mut missing: std::collections::BTreeSet<&Reference> = references.iter().collect();
    let mut found = Vec::new();
    for row in &rows {
        let reference: Reference = plain(row, "reference")?;
        missing.remove(&reference);
        let state = named(row, "state", State::from_name)?;
        if state != State::Open {
            found.push(Gone { reference, state: Some(state), by: maybe(row, "decided_by")? });
        }
    }
    found.extend(missing.into_iter().map(|gone| Gone { reference: gone.clone(), state: None, by: None }));
    Ok(found)
}

/// How many of some references a list holds.
pub async fn held(store: &Store, conn: &mut Conn, sees: &Sees, wanted: &Wanted, references: &[Reference]) -> Read<u32> {
    let mut sql = Sql::new("select count(*) as n from task t where ");
    queue::filter(store, &mut sql, sees, wanted);
    sql.push(" and t.reference in (select value from json_each(").push_bind(nested(&references)?).push("))");
    number(&sql.build().fetch_one(conn).await?, "n")
}
