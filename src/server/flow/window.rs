//! A window of the queue: which rows, where they start, and where the windows beside it start.
//! Imports `domain` and `api`.

use super::overview;
use crate::{
    api::{
        fault::{Fault, FaultKind},
        tasks::{MOST_ROWS, TaskPage, TaskQuery},
    },
    domain::{person::Person, report::Reference, unit::UnitNo},
    server::{
        extract,
        store::{Conn, Store, queue, sees::Sees},
    },
};

/// How many rows are answered when nothing is said.
const USUAL_ROWS: u32 = 50;
/// The longest search that is looked at, in characters.
const LONGEST_TEXT: usize = 200;

/// A window of tasks that a person sees.
///
/// # Errors
/// Not allowed for those who have nothing to do with cases; a bad request for a cursor that was never given.
pub async fn window(store: &Store, conn: &mut Conn, caller: &Person, query: TaskQuery) -> Result<TaskPage, Fault> {
    let sees = Sees::of(caller).ok_or_else(|| Fault::new(FaultKind::NotAllowed))?;
    let query = judged(store, query)?;
    let limit = query.limit.unwrap_or(USUAL_ROWS).clamp(1, MOST_ROWS);
    let total = queue::total(store, conn, &sees, &query).await?;
    let wanted = start(store, conn, &sees, &query, limit).await?;
    // A window beyond the end is the last one: rows may have gone since it was asked for.
    let at = if wanted < total { wanted } else { total.saturating_sub(limit) };
    let rows = queue::window(store, conn, &sees, &query, at, limit).await?;
    let counts = queue::counts(store, conn, &sees).await?;
    let progress = overview::progress(store, conn, &sees).await?;
    let end = at.saturating_add(limit);
    Ok(TaskPage {
        rows,
        at,
        total,
        counts,
        next: (end < total).then(|| cursor(end)),
        previous: (at > 0).then(|| cursor(at.saturating_sub(limit))),
        progress,
    })
}

fn judged(store: &Store, query: TaskQuery) -> Result<TaskQuery, Fault> {
    let period = query.period.as_deref().map(|id| store.register().period(id)).transpose()?;
    let unit = query.unit.as_deref().map(|number| number.trim().parse::<UnitNo>()).transpose()?;
    Ok(TaskQuery {
        period: period.map(|period| period.id.to_string()),
        unit: unit.map(|unit| unit.to_string()),
        text: query.text.chars().take(LONGEST_TEXT).collect(),
        ..query
    })
}

/// The number of the first row that is wanted.
async fn start(store: &Store, conn: &mut Conn, sees: &Sees, query: &TaskQuery, limit: u32) -> Result<u32, Fault> {
    if let Some(given) = &query.cursor {
        let place = given.strip_prefix('r').and_then(|number| u32::from_str_radix(number, 36).ok());
        return place.ok_or_else(|| extract::bad(store.texts(), "server-bad-cursor", &[given]));
    }
    let Some(wanted) = &query.around else { return Ok(query.at.unwrap_or(0)) };
    let reference: Reference = wanted.parse()?;
    let place = queue::position(store, conn, sees, query, &reference).await?;
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
