//! Marks: which open tasks a search holds, and which of the marked ones still wait.
//! Imports `domain` and `api`.

use super::search;
use crate::{
    api::{
        fault::{Fault, FaultKind},
        marks::{MOST_MARKS, MarkCheck, MarksChecked, ReferenceQuery, References},
        tasks::{Scope, TaskQuery},
    },
    domain::{person::Person, refusal::Refusal, report::Reference},
    server::store::{
        Conn, Store, marks,
        queue::{self, Wanted},
        sees::Sees,
    },
};

/// The references of the open tasks of a search, or of a stretch of them.
///
/// # Errors
/// A refusal of a search that cannot be understood, and of one that holds more than can be marked; not found when an end
/// of the stretch is not in it.
pub async fn references(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    asked: ReferenceQuery,
) -> Result<References, Fault> {
    let sees = search::sees(caller)?;
    let (from, to) = (asked.from, asked.to);
    let list = TaskQuery {
        scope: Scope::Open,
        query: asked.query,
        sort: asked.sort,
        descending: asked.descending,
        ..TaskQuery::default()
    };
    let wanted = search::wanted(store, conn, &sees, caller, list).await?;
    let (at, count) = match (from, to) {
        (None, None) => (0, queue::total(store, conn, &sees, &wanted).await?),
        (from, to) => stretch(store, conn, &sees, &wanted, [from, to]).await?,
    };
    if count > MOST_MARKS {
        return Err(Refusal::TooManyMarks { limit: MOST_MARKS }.into());
    }
    Ok(References { references: queue::references(store, conn, &sees, &wanted, (at, count)).await? })
}

/// Where a stretch begins and how many rows it has; one end alone is a stretch of one.
async fn stretch(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    wanted: &Wanted,
    ends: [Option<String>; 2],
) -> Result<(u32, u32), Fault> {
    let mut places = Vec::new();
    for end in ends.into_iter().flatten() {
        let reference: Reference = end.parse()?;
        let place = queue::position(store, conn, sees, wanted, &reference).await?;
        places.push(place.ok_or_else(|| Fault::new(FaultKind::NotFound))?);
    }
    let (first, last) = (places.iter().min().copied().unwrap_or(0), places.iter().max().copied().unwrap_or(0));
    Ok((first, last - first + 1))
}

/// What has become of marked tasks, and how many the search that is shown does not hold.
///
/// # Errors
/// A refusal of a search that cannot be understood, and of more marks than there can be.
pub async fn check(store: &Store, conn: &mut Conn, caller: &Person, asked: MarkCheck) -> Result<MarksChecked, Fault> {
    let sees = search::sees(caller)?;
    if asked.references.len() > MOST_MARKS as usize {
        return Err(Refusal::TooManyMarks { limit: MOST_MARKS }.into());
    }
    let list = TaskQuery { scope: Scope::Open, query: asked.query, ..TaskQuery::default() };
    let wanted = search::wanted(store, conn, &sees, caller, list).await?;
    let gone = marks::gone(store, conn, &sees, &asked.references).await?;
    let held = marks::held(store, conn, &sees, &wanted, &asked.references).await?;
    let open = asked.references.len().saturating_sub(gone.len());
    let hidden = u32::try_from(open).unwrap_or(u32::MAX).saturating_sub(held);
    Ok(MarksChecked { hidden, gone })
}
