//! Codes and tokens that nobody can guess, and how they are kept.
//! Imports nothing of the crate.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::config::Codes;

/// How many letters of a code stand together on the screen.
const GROUP: usize = 4;

/// A token that nobody can guess: 244 random bits, with the family's name in front.
#[must_use]
pub fn fresh(family: &str) -> String {
    format!("sfv_{family}_{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}

/// How a code or a token is kept.
#[must_use]
pub fn hash(secret: &str) -> String {
    format!("{:x}", Sha256::digest(secret.as_bytes()))
}

/// A code for the screen, as `BCDF-GHJK`.
#[must_use]
pub fn user_code(codes: &Codes) -> String {
    let letters = codes.letters.as_bytes();
    // A byte past the last whole row of letters would make some of them likelier than others.
    let rows = 256 - 256 % letters.len().max(1);
    let mut chosen = Vec::with_capacity(codes.length);
    while chosen.len() < codes.length {
        let bytes: [u8; 32] = Sha256::digest(fresh("code")).into();
        let fair = bytes.into_iter().map(usize::from).filter(|byte| *byte < rows);
        chosen.extend(fair.filter_map(|byte| letters.get(byte % letters.len()).copied().map(char::from)));
    }
    let groups: Vec<String> = chosen[..codes.length].chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// A code as it is compared: without dashes and blanks, in capital letters.
#[must_use]
pub fn plain_code(given: &str) -> String {
    given.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).take(64).collect()
}

/// True when two texts are the same; the time it takes tells nothing of where they differ.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    hash(one) == hash(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_of_the_letters_and_the_length_and_never_the_same() {
        let codes = Codes { letters: "BCDFGHJKLMNPQRSTVWXZ".to_owned(), length: 8 };
        let made: std::collections::BTreeSet<String> = (0..200).map(|_| user_code(&codes)).collect();
        assert_eq!(made.len(), 200);
        for code in made {
            assert_eq!((code.len(), code.find('-')), (9, Some(4)), "{code}");
            assert!(plain_code(&code).chars().all(|letter| codes.letters.contains(letter)), "{code}");
        }
    }

    #[test]
    fn a_code_is_compared_without_case_and_dash() {
        for given in ["wdjb-mjht", "WDJBMJHT", " wdjb mjht\n", "wdjb–mjht"] {
            assert_eq!(plain_code(given), "WDJBMJHT");
        }
    }
}
