//! Names that may have been meant.
//! Imports nothing.

/// The longest name that is compared letter by letter.
const LONGEST: usize = 32;

/// The names that are at most two slips away, the nearest first; of a short name one slip.
#[must_use]
pub fn nearest(given: &str, names: &[String]) -> Vec<String> {
    let given = plain(given);
    if given.is_empty() || given.len() > LONGEST {
        return Vec::new();
    }
    let most = if given.len() > 4 { 2 } else { 1 };
    let mut found: Vec<(usize, &String)> =
        names.iter().map(|name| (slips(&given, &plain(name)), name)).filter(|(slips, _)| *slips <= most).collect();
    // The sort is stable: equally near names stay in the order of their kinds.
    found.sort_by_key(|(slips, _)| *slips);
    found.into_iter().map(|(_, name)| name.clone()).collect()
}

fn plain(name: &str) -> Vec<char> {
    name.trim().to_lowercase().replace('_', "-").chars().take(LONGEST + 1).collect()
}

/// How many letters must be changed, added, taken away, or swapped with the next one to make one name of the other.
fn slips(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut next = vec![at + 1];
        for (column, wanted) in other.iter().enumerate() {
            let of = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let kept = of(&row, column) + usize::from(letter != wanted);
            let mut least = kept.min(of(&row, column + 1) + 1).min(of(&next, column) + 1);
            let swapped = at.checked_sub(1).zip(column.checked_sub(1));
            if swapped.is_some_and(|(at, column)| one.get(at) == Some(wanted) && other.get(column) == Some(letter)) {
                least = least.min(of(&before, column - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_letters_changed_added_taken_away_or_swapped() {
        let check = |one: &str, other: &str, expected| assert_eq!(slips(&plain(one), &plain(other)), expected);
        check("", "", 0);
        check("", "abc", 3);
        check("kitten", "sitting", 3);
        check("version_changed", "Version-Changed", 0);
        check("2e", "2f", 1);
        check("vmi", "vim", 1);
        check("norks", "norsk", 1);
    }

    #[test]
    fn only_near_names_are_suggested() {
        let names = ["K12", "2E", "version-changed"].map(str::to_owned);
        assert_eq!(nearest("k1", &names), ["K12"]);
        assert_eq!(nearest("version-chanegd", &names), ["version-changed"]);
        assert_eq!(nearest(&"x".repeat(10_000), &names), Vec::<String>::new());
        assert_eq!(nearest(" ", &names), Vec::<String>::new());
    }
}
