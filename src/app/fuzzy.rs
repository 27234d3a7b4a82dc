//! How well a name fits what was typed: whole words first, then beginnings, then letters in their order.
//! Imports nothing of other layers.

/// What a word gives that stands in the name as it was typed.
const WHOLE: u32 = 100;
/// What is added when it stands at the beginning of a word of the name.
const BEGINNING: u32 = 60;
/// What is added when it stands at the very beginning.
const FIRST: u32 = 40;
/// What letters in their order give.
const SCATTERED: u32 = 10;
/// How few letters may stand scattered.
const FEWEST: usize = 3;
/// How many times its own length a word may be spread over.
const SPREAD: usize = 3;
/// What is added for each letter that follows right upon the one before.
const NEXT: u32 = 5;

/// How well a name fits; none when a word of what was typed is not in it. Both are folded already.
#[must_use]
pub fn score(typed: &str, name: &str) -> Option<u32> {
    let mut total = 0;
    for word in typed.split_whitespace() {
        total += of_word(word, name)?;
    }
    // Of two that fit alike the shorter one is meant more often.
    let length = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
    Some((total * 4).saturating_sub(length.min(total)))
}

fn of_word(word: &str, name: &str) -> Option<u32> {
    let places = name.match_indices(word).map(|(at, _)| {
        let first = if at == 0 { FIRST } else { 0 };
        let begins =
            name.get(..at).is_some_and(|before| before.chars().next_back().is_none_or(|last| !last.is_alphanumeric()));
        WHOLE + first + if begins { BEGINNING } else { 0 }
    });
    places.max().or_else(|| scattered(word, name).filter(|_| word.chars().count() >= FEWEST))
}

/// The letters of a word in their order, from the beginning of a word of the name on.
fn scattered(word: &str, name: &str) -> Option<u32> {
    let first = word.chars().next()?;
    let mut before = ' ';
    let mut best = None;
    for (at, letter) in name.char_indices() {
        if letter == first && !before.is_alphanumeric() {
            best = best.max(name.get(at..).and_then(|rest| in_order(word, rest)));
        }
        before = letter;
    }
    best
}

fn in_order(word: &str, rest: &str) -> Option<u32> {
    let mut letters = rest.chars().enumerate();
    let length = word.chars().count();
    let mut last = None;
    let mut total = SCATTERED;
    for wanted in word.chars() {
        let (at, _) = letters.find(|(_, letter)| *letter == wanted).filter(|(at, _)| *at < length * SPREAD)?;
        if last.is_some_and(|last| last + 1 == at) {
            total += NEXT;
        }
        last = Some(at);
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_and_beginnings_win_over_letters_in_their_order() {
        let best = |typed: &str, names: &[&str]| {
            let of = |name: &&&str| score(typed, name).unwrap_or(0);
            names.iter().max_by_key(of).map(ToString::to_string)
        };
        assert_eq!(best("gran", &["granvin", "gran", "oster gran"]).as_deref(), Some("gran"));
        assert_eq!(best("gjv", &["gjovik", "sogn og fjordane"]).as_deref(), Some("gjovik"));
        assert_eq!(best("retur", &["korreturn", "returner rapporten"]).as_deref(), Some("returner rapporten"));
        assert_eq!(score("jvk", "gjovik"), None, "a word begins at a beginning");
        assert_eq!(score("elverum tlg", "elverum"), None, "every word must be there");
        assert!(score("", "hva som helst").is_some());
    }
}
