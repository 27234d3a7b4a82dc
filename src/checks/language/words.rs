//! The words of one written language, read from the file of both.
//! Imports `domain` only.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::register::BadData;

/// What stands at the end of an entry that means any ending.
const ANY_ENDING: char = '*';

/// Words, and beginnings of words.
#[derive(Debug, Clone, Default)]
pub(super) struct WordList {
    words: HashSet<String>,
    stems: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    bokmaal: Vec<Spanned<String>>,
    nynorsk: Vec<Spanned<String>>,
}

/// Reads the words of a file: those of bokmål and those of nynorsk.
///
/// # Errors
/// [`BadData`] with the line of an entry that is no word in lower case, that stands twice, or that both languages have.
pub(super) fn read(file: &str, text: &str) -> Result<[WordList; 2], BadData> {
    let bad = |detail: String| BadData { file: file.to_owned(), detail };
    let read: WordsFile = toml::from_str(text).map_err(|error| bad(error.to_string()))?;
    let line = |entry: &Spanned<String>| {
        let before = text.as_bytes().iter().take(entry.span().start);
        before.filter(|byte| **byte == b'\n').count() + 1
    };
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for entry in read.bokmaal.iter().chain(&read.nynorsk) {
        let word = entry.get_ref().as_str();
        let stem = word.strip_suffix(ANY_ENDING).unwrap_or(word);
        let is_word = stem.unicode_words().eq([stem]) && stem.nfc().flat_map(char::to_lowercase).eq(stem.chars());
        if !is_word {
            return Err(bad(format!("line {}: «{word}» is not one word in lower case", line(entry))));
        }
        if let Some(first) = seen.insert(stem, line(entry)) {
            return Err(bad(format!("line {}: «{word}» stands already in line {first}", line(entry))));
        }
    }
    let lists = [&read.bokmaal, &read.nynorsk].map(|entries| WordList::of(entries));
    let shared = |entry: &&Spanned<String>| {
        let stem = entry.get_ref().trim_end_matches(ANY_ENDING);
        lists.iter().all(|list| list.holds(stem))
    };
    match read.bokmaal.iter().chain(&read.nynorsk).find(shared) {
        Some(entry) => Err(bad(format!("line {}: «{}» is a word of both lists", line(entry), entry.get_ref()))),
        None => Ok(lists),
    }
}

impl WordList {
    fn of(entries: &[Spanned<String>]) -> Self {
        let mut list = Self::default();
        for entry in entries {
            match entry.get_ref().strip_suffix(ANY_ENDING) {
                Some(stem) => list.stems.push(stem.to_owned()),
                None => _ = list.words.insert(entry.get_ref().clone()),
            }
        }
        list
    }

    fn holds(&self, word: &str) -> bool {
        self.words.contains(word) || self.stems.iter().any(|stem| word.starts_with(stem.as_str()))
    }

    /// Those of the words that are in the list, each once.
    pub(super) fn among(&self, words: &[String]) -> Vec<String> {
        let mut seen = HashSet::new();
        words.iter().filter(|word| self.holds(word) && seen.insert(word.as_str())).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_bad(text: &str, told: &str) {
        let fault = read("words.toml", text).expect_err("a fault").to_string();
        assert!(fault.starts_with("words.toml: ") && fault.contains(told), "{fault}");
    }

    #[test]
    fn a_bad_file_is_refused_with_its_name_and_the_line() {
        check_bad("bokmaal = [\n \"ikke\",\n \"Jeg\",\n]\nnynorsk = []", "line 3: «Jeg»");
        check_bad("bokmaal = [\"ikke\", \"til da\"]\nnynorsk = []", "line 1: «til da»");
        check_bad("bokmaal = [\"*\"]\nnynorsk = []", "line 1: «*»");
        check_bad("bokmaal = [\"ikke\"]\nnynorsk = [\n\"eg\", \"ikke\"]", "line 3: «ikke» stands already in line 1");
        check_bad(
            "bokmaal = [\"åpne\",\n\"tenestetid\"]\nnynorsk = [\"teneste*\"]",
            "line 2: «tenestetid» is a word of both lists",
        );
        check_bad("bokmaal = []", "nynorsk");
        check_bad("bokmaal = []\nnynorsk = []\nsamisk = []", "line 3");
    }
}
