//! A window of the queue: which rows, where they start, and where the windows beside it start.
//! Imports `domain`, `text` and `api`.

use super::{overview, presence, search};
use crate::{
    api::{
        fault::Fault,
        tasks::{MOST_ROWS, Scope, TaskPage, TaskQuery},
    },
    domain::{person::Person, report::Reference},
    server::{
        extract, reader,
        store::{
            Conn, Store, others,
            queue::{self, Wanted},
            sees::Sees,
        },
        tallies::{Moment, Tally},
    },
    text::date::day_of,
};

/// How many rows are answered when nothing is said.
const USUAL_ROWS: u32 = 50;

/// A window of tasks that a person sees. What the views hold is counted anew only when something was committed since: `commits`
/// is how many there were before anything was read in this transaction, and without it nothing is kept.
///
/// # Errors
/// Not allowed for those who have nothing to do with cases; a bad request for a cursor that was never given.
pub async fn window(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    query: TaskQuery,
    commits: Option<u64>,
) -> Result<TaskPage, Fault> {
    let sees = search::sees(caller)?;
    let wanted = search::wanted(store, conn, &sees, caller, query).await?;
    let limit = wanted.list.limit.unwrap_or(USUAL_ROWS).clamp(1, MOST_ROWS);
    let total = queue::total(store, conn, &sees, &wanted).await?;
    let first = start(store, conn, &sees, &wanted, limit).await?;
    // A window beyond the end is the last one: rows may have gone since it was asked for.
    let at = if first < total { first } else { total.saturating_sub(limit) };
    let mut rows = queue::window(store, conn, &sees, &wanted, at, limit).await?;
    presence::mark(store, conn, (&sees, caller), &mut rows).await?;
    let Tally { counts, views } = tally(store, conn, &sees, caller, wanted.list.scope, commits).await?;
    let progress = overview::progress(store, conn, &sees).await?;
    let end = at.saturating_add(limit);
    Ok(TaskPage {
        rows,
        at,
        total,
        counts,
        views,
        next: (end < total).then(|| cursor(end)),
        previous: (at > 0).then(|| cursor(at.saturating_sub(limit))),
        progress,
    })
}

/// How many tasks the views of a person hold.
async fn tally(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    caller: &Person,
    scope: Scope,
    commits: Option<u64>,
) -> Result<Tally, Fault> {
    let moment = match commits {
        Some(commits) => Some(Moment { commits, newest: others::moment(conn).await?, day: day_of(store.now()) }),
        None => None,
    };
    if let Some(known) = moment.as_ref().and_then(|moment| store.tallies().known(moment, caller, scope)) {
        return Ok(known);
    }
    let counts = queue::counts(store, conn, sees).await?;
    let counted = Tally { counts, views: search::views(store, conn, sees, caller, scope).await? };
    if let Some(moment) = &moment {
        store.tallies().keep(moment, caller, scope, &counted);
    }
    Ok(counted)
}

/// The number of the first row that is wanted.
async fn start(store: &Store, conn: &mut Conn, sees: &Sees, wanted: &Wanted, limit: u32) -> Result<u32, Fault> {
    let query = &wanted.list;
    if let Some(given) = &query.cursor {
        let place = given.strip_prefix('r').and_then(|number| u32::from_str_radix(number, 36).ok());
        return place.ok_or_else(|| extract::bad(reader::texts(store), "server-bad-cursor", &[given]));
    }
    let Some(around) = &query.around else { return Ok(query.at.unwrap_or(0)) };
    let reference: Reference = around.parse()?;
    let place = queue::position(store, conn, sees, wanted, &reference).await?;
    Ok(place.map_or(0, |place| place - place % limit))
}

fn cursor(mut place: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(place % 36, 36).unwrap_or('0'));
        place /= 36;
        if place == 0 {
            break;
        }
    }
    std::iter::once('r').chain(digits.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        for place in [0, 1, 35, 36, 50, 99_999, u32::MAX] {
            let text = cursor(place);
            assert_eq!(u32::from_str_radix(text.trim_start_matches('r'), 36), Ok(place), "{text}");
        }
    }
}
