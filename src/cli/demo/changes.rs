//! Makes a change of a report's figures: plants a fault, or arranges a shape.
//! Imports `domain`.

use super::recipe::change::Change;
use crate::domain::report::Values;

/// Makes a change; `before` is what the unit reported for the half-year before.
pub fn make(change: &Change, values: &mut Values, before: &Values) {
    match change {
        Change::Add { key, by } => put(values, key, figure(values, key) + by),
        Change::Exceed { key, over, by } => put(values, key, figure(values, over) + by),
        Change::Times { key, by } => put(values, key, figure(values, key).max(1) * by),
        Change::Swap { keys } => swap(values, keys),
        Change::Copy { except } => copy(values, before, except),
        Change::Raise { key, per_cent, with } => raise(values, key, *per_cent, with),
        Change::Between { key, from, to, against } => between(values, key, (*from, *to), against),
    }
}

fn figure(values: &Values, key: &str) -> u32 {
    values.get(key).copied().flatten().unwrap_or(0)
}

fn put(values: &mut Values, key: &str, figure: u32) {
    values.insert(key.to_owned(), Some(figure));
}

fn swap(values: &mut Values, keys: &[String]) {
    let found = keys.iter().find_map(|key| swapped(figure(values, key)).map(|wrong| (key, wrong)));
    if let Some((key, wrong)) = found {
        put(values, key, wrong);
    }
}

/// A number with its last two digits the wrong way round, where that makes a difference one can see.
fn swapped(number: u32) -> Option<u32> {
    let (tens, ones) = (number / 10 % 10, number % 10);
    let visible = number >= 10 && ones > 0 && tens.abs_diff(ones) >= 2;
    visible.then(|| number - tens * 10 - ones + ones * 10 + tens)
}

fn copy(values: &mut Values, before: &Values, except: &[String]) {
    for (key, value) in values.iter_mut().filter(|(key, _)| !except.contains(key)) {
        *value = before.get(key).copied().flatten();
    }
}

fn raise(values: &mut Values, key: &str, per_cent: u32, totals: &[String]) {
    let more = (figure(values, key) * per_cent / 100).max(5);
    for key in totals.iter().map(String::as_str).chain([key]) {
        put(values, key, figure(values, key) + more);
    }
}

fn between(values: &mut Values, key: &str, (from, to): (u32, u32), against: &str) {
    let (now, other) = (figure(values, key), figure(values, against));
    let then = now.clamp(from, to).min(now + other);
    put(values, key, then);
    put(values, against, other + now - then);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_digits_can_be_seen() {
        let results: Vec<_> = [31, 114, 7, 33, 34, 40, 1270, 1207].into_iter().map(swapped).collect();
        assert_eq!(results, [Some(13), Some(141), None, None, None, None, None, Some(1270)]);
    }

    #[test]
    fn what_is_brought_within_bounds_is_taken_up_by_another_point() {
        let mut values = Values::from([("a".to_owned(), Some(12)), ("b".to_owned(), Some(30))]);
        between(&mut values, "a", (4, 9), "b");
        assert_eq!((figure(&values, "a"), figure(&values, "b")), (9, 33));
        between(&mut values, "b", (50, 60), "a");
        assert_eq!((figure(&values, "a"), figure(&values, "b")), (0, 42), "there is no more to take");
    }
}
