//! Whether outgoing text is in the written language of the unit (rule K81), by the words that only one of them has.
//! Imports `domain` only.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::{register::BadData, unit::Language};

const FILE: (&str, &str) = ("config/language_words.toml", include_str!("../../config/language_words.toml"));

/// What stands at the end of an entry that means any ending.
const ANY_ENDING: char = '*';

/// The marks round somebody else's words.
const QUOTES: [(char, char); 5] = [('«', '»'), ('“', '”'), ('„', '“'), ('”', '”'), ('"', '"')];

/// The words that tell the written languages apart.
#[derive(Debug, Clone)]
pub struct LanguageWords {
    bokmaal: WordList,
    nynorsk: WordList,
}

/// Words, and beginnings of words.
#[derive(Debug, Clone, Default)]
struct WordList {
    words: HashSet<String>,
    stems: Vec<String>,
}

/// What the words of a text say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The words that only bokmål has, each once, in the order of the text and in lower case.
    pub bokmaal: Vec<String>,
    /// The words that only nynorsk has.
    pub nynorsk: Vec<String>,
    /// Which language it is.
    pub verdict: Verdict,
}

/// Which written language a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Only words of bokmål.
    Bokmaal,
    /// Only words of nynorsk.
    Nynorsk,
    /// Words of both.
    Mixed,
    /// No word that tells: a short text, figures, names.
    Unclear,
}

/// A text that is not in the language it should be in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misfit {
    /// The words of the other language, each once, in the order of the text and in lower case.
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    bokmaal: Vec<Spanned<String>>,
    nynorsk: Vec<Spanned<String>>,
}

impl LanguageWords {
    /// The words that are built into the program.
    ///
    /// # Errors
    /// [`BadData`]; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        Self::parse(FILE.0, FILE.1)
    }

    /// Reads the words of a file.
    ///
    /// # Errors
    /// [`BadData`] with the line of an entry that is no word in lower case, that stands twice, or that both languages have.
    pub fn parse(file: &str, text: &str) -> Result<Self, BadData> {
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
        let words = Self { bokmaal: WordList::of(&read.bokmaal), nynorsk: WordList::of(&read.nynorsk) };
        let shared = |entry: &&Spanned<String>| {
            let stem = entry.get_ref().trim_end_matches(ANY_ENDING);
            words.bokmaal.holds(stem) && words.nynorsk.holds(stem)
        };
        match read.bokmaal.iter().chain(&read.nynorsk).find(shared) {
            Some(entry) => Err(bad(format!("line {}: «{}» is a word of both lists", line(entry), entry.get_ref()))),
            None => Ok(words),
        }
    }

    /// What the words of a text say, leaving out what is quoted and the labels that stand in it as they are.
    #[must_use]
    pub fn judge(&self, text: &str, ignore: &[&str]) -> Judgement {
        let words = own_words(text, ignore);
        let (bokmaal, nynorsk) = (self.bokmaal.among(&words), self.nynorsk.among(&words));
        let verdict = match (bokmaal.is_empty(), nynorsk.is_empty()) {
            (false, true) => Verdict::Bokmaal,
            (true, false) => Verdict::Nynorsk,
            (false, false) => Verdict::Mixed,
            (true, true) => Verdict::Unclear,
        };
        Judgement { bokmaal, nynorsk, verdict }
    }

    /// The words of a text that are not in the language it should be in.
    ///
    /// One word is enough: it is named, so that a slip is put right at once, and where many are named the whole text is
    /// in the other language. A unit without an adopted language takes both.
    #[must_use]
    pub fn misfit(&self, text: &str, wanted: Language, ignore: &[&str]) -> Option<Misfit> {
        let Judgement { bokmaal, nynorsk, .. } = self.judge(text, ignore);
        let words = match wanted {
            Language::Nb => nynorsk,
            Language::Nn => bokmaal,
            Language::Neutral => return None,
        };
        (!words.is_empty()).then_some(Misfit { words })
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
    fn among(&self, words: &[String]) -> Vec<String> {
        let mut seen = HashSet::new();
        words.iter().filter(|word| self.holds(word) && seen.insert(word.as_str())).cloned().collect()
    }
}

/// The words the writer chose: without quotations and without the labels.
fn own_words(text: &str, ignore: &[&str]) -> Vec<String> {
    let words = lower_words(&unquoted(text));
    let mut labels: Vec<Vec<String>> = ignore.iter().map(|label| lower_words(label)).collect();
    labels.retain(|label| !label.is_empty());
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    let mut own = Vec::new();
    let mut rest = words.as_slice();
    while let [word, more @ ..] = rest {
        let label = labels.iter().find_map(|label| rest.strip_prefix(label.as_slice()));
        if label.is_none() {
            own.push(word.clone());
        }
        rest = label.unwrap_or(more);
    }
    own
}

fn lower_words(text: &str) -> Vec<String> {
    text.nfc().collect::<String>().unicode_words().map(str::to_lowercase).collect()
}

/// The text without what stands between marks of quotation; a mark that nothing closes is a letter like others.
fn unquoted(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let ends = QUOTES.iter().filter(|(open, _)| *open == letter).map(|(_, close)| *close);
        let after = ends.filter_map(|close| letters.as_str().split_once(close)).map(|(_, after)| after).next();
        match after {
            Some(after) => {
                kept.push(' ');
                letters = after.chars();
            }
            None => kept.push(letter),
        }
    }
    kept
}

#[cfg(test)]
mod tests;
