//! Text from outside, made harmless before it reaches a terminal, a log or a mail header.
//! Imports nothing.

use unicode_normalization::UnicodeNormalization;

/// What a dangerous character is replaced with: it shows that something stood there.
const MARK: char = '\u{fffd}';

/// True for characters that can steer a terminal, turn the writing direction or hide.
fn is_dangerous(letter: char) -> bool {
    let control = letter.is_control();
    let direction = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hidden = matches!(letter, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}');
    let variation = matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}');
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
    let tame = |letter: char| match letter {
        '\n' | '\r' | '\t' => ' ',
        other if is_dangerous(other) => MARK,
        other => other,
    };
    text.nfc().map(tame).collect()
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
    text.replace("\r\n", "\n").replace('\r', "\n").nfc().map(tame).collect()
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
    fn letters_are_composed() {
        assert_eq!(line("Ga\u{30a}s"), "Gås");
    }
}
