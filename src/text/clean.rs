//! Text from outside, made harmless before it reaches a terminal, a log or a mail header.
//! Imports nothing.

use std::fmt::Write as _;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What a dangerous character is replaced with: it shows that something stood there.
const MARK: char = '\u{fffd}';
/// The most strokes over and under one letter; languages use two or three.
const MOST_STROKES: usize = 4;
/// A hyphen that shows only where a line is broken; terminals differ in whether it takes a column.
const SOFT_HYPHEN: char = '\u{ad}';

/// True for characters that can steer a terminal, turn the writing direction or hide.
fn is_dangerous(letter: char) -> bool {
    let control = letter.is_control();
    let direction =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hidden = matches!(letter, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}'
        | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}');
    // Variation selectors and tags: terminals differ in how wide they make what stands before them.
    let variation = matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}');
    control || direction || hidden || variation
}

/// True for a character that no text of a person's needs: it steers a terminal, turns the writing direction, or is a mark that
/// only programs read. Line breaks and tabs are none.
#[must_use]
pub fn steers(letter: char) -> bool {
    let control = letter.is_control() && !matches!(letter, '\n' | '\t');
    let direction = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control || direction || matches!(letter, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// One line: composed letters, tabs and line breaks as a space, everything dangerous as a visible mark.
#[must_use]
pub fn line(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let tame = |letter: char| match letter {
        '\n' | '\r' | '\t' => ' ',
        other if is_dangerous(other) => MARK,
        other => other,
    };
    few_strokes(text.nfc().map(tame))
}

/// True for what stands in almost every text, is composed already and harms nothing: printable letters and signs of Western Europe.
fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}')
}

/// A text without the strokes that no letter needs, which would cover the lines above and below, and without soft hyphens.
fn few_strokes(text: impl Iterator<Item = char>) -> String {
    let mut strokes = 0;
    let keeps = |letter: &char| {
        strokes = if is_combining_mark(*letter) { strokes + 1 } else { 0 };
        strokes <= MOST_STROKES && *letter != SOFT_HYPHEN
    };
    text.filter(keeps).collect()
}

/// What is about to be printed: nothing in it steers or hides, whatever was forgotten before. Line breaks stay, a tab is a space.
#[must_use]
pub fn printed(text: &str) -> String {
    few_strokes(text.chars().map(|letter| match letter {
        '\n' => letter,
        '\t' => ' ',
        other if is_dangerous(other) => MARK,
        other => other,
    }))
}

/// JSON in which everything dangerous is written with its number, so that it can be printed on a terminal and means the same.
#[must_use]
pub fn json(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut strokes = 0;
    for letter in text.chars() {
        strokes = if is_combining_mark(letter) { strokes + 1 } else { 0 };
        if (letter != '\n' && is_dangerous(letter)) || letter == SOFT_HYPHEN || strokes > MOST_STROKES {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing into a string cannot fail.
                let _ = write!(plain, "\\u{unit:04x}");
            }
        } else {
            plain.push(letter);
        }
    }
    plain
}

/// True for a text with something that would be replaced with a mark, or with a mark that somebody else left; tabs and line breaks
/// are neither.
#[must_use]
pub fn hides(text: &str) -> bool {
    text.chars().any(hides_in)
}

/// As [`hides`], of one character.
#[must_use]
pub fn hides_in(letter: char) -> bool {
    letter == MARK || (is_dangerous(letter) && !matches!(letter, '\n' | '\r' | '\t'))
}

/// Prose: as [`line()`], but line breaks stay (CRLF and CR become LF).
#[must_use]
pub fn prose(text: &str) -> String {
    let tame = |letter: char| match letter {
        '\n' => '\n',
        '\t' => ' ',
        other if is_dangerous(other) => MARK,
        other => other,
    };
    few_strokes(text.replace("\r\n", "\n").replace('\r', "\n").nfc().map(tame))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_lose_their_escape() {
        assert_eq!(line("a\u{1b}[2Jb\u{7}c\u{9b}d\re\nf"), "a\u{fffd}[2Jb\u{fffd}c\u{fffd}d e f");
        assert_eq!(prose("a\u{1b}]52;c;x\u{7}\r\nb\rc"), "a\u{fffd}]52;c;x\u{fffd}\nb\nc");
    }

    #[test]
    fn a_letter_that_is_taken_as_it_is_would_have_stayed_as_it_is() {
        for letter in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|letter| is_plain(*letter)) {
            assert!(!is_dangerous(letter) && letter != SOFT_HYPHEN && !is_combining_mark(letter), "{letter:?}");
            assert!(letter.nfc().eq([letter]), "{letter:?}");
        }
    }

    #[test]
    fn text_cannot_turn_its_direction_or_hide() {
        assert_eq!(line("Ola\u{202e}gro.live\u{200b}x"), "Ola\u{fffd}gro.live\u{fffd}x");
    }

    #[test]
    fn what_would_be_marked_is_known_beforehand() {
        for hidden in ["a\u{1b}b", "a\u{202e}b", "a\u{200b}b", "a\u{0}b", "a\u{fffd}b"] {
            assert!(hides(hidden), "{hidden:?}");
        }
        assert!(!hides("Gåsdal – «én»\r\n\tto"));
    }

    #[test]
    fn letters_keep_their_strokes_and_lose_a_flood_of_them() {
        assert_eq!(line("a\u{ad}b"), "ab");
        assert_eq!(line(&format!("q{}x", "\u{302}".repeat(300))).chars().count(), 2 + MOST_STROKES);
        assert_eq!(prose("\u{1ea5}\u{323}"), prose("a\u{323}\u{302}\u{301}"));
    }

    #[test]
    fn json_is_written_so_that_it_means_the_same_and_steers_nothing() {
        let flood = format!("q{}", "\u{302}".repeat(6));
        assert_eq!(json(&flood), format!("q{}\\u0302\\u0302", "\u{302}".repeat(4)));
        let text = "{\"a\":\"\u{9b}31m\u{202e}\u{e0041}å\u{7f}\"}";
        assert_eq!(json(text), "{\"a\":\"\\u009b31m\\u202e\\udb40\\udc41å\\u007f\"}");
    }

    #[test]
    fn letters_are_composed() {
        assert_eq!(line("Ga\u{30a}s"), "Gås");
    }
}
