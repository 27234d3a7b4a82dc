//! The digits of a text, of whatever script, in rows and groups.
//! Imports nothing.

use unicode_normalization::char::decompose_compatible;

/// How many characters may stand between two digits of one number, and how many of them may be dots, dashes or strokes.
const GAP: (usize, usize) = (8, 2);

/// The noughts of the scripts that have digits of their own; what is only another shape of a Latin digit is known by
/// its decomposition.
const NOUGHTS: [char; 20] = [
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
    '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{1090}', '\u{17e0}', '\u{1810}',
];

/// A digit, where it stands in the text, and what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digit {
    pub(super) value: u8,
    pub(super) from: usize,
    pub(super) to: usize,
    before: Before,
}

/// What stands between a digit and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that can be seen.
    Nothing,
    /// What may part the groups of one number.
    Gap,
    /// Something else: a new row begins.
    Break,
}

/// The digits of a text.
pub(super) fn digits(text: &str) -> Vec<Digit> {
    let mut digits = Vec::new();
    let (mut letters, mut marks, mut broken) = (0, 0, true);
    for (from, letter) in text.char_indices() {
        if let Some(value) = digit_value(letter) {
            let before = match (broken || letters > GAP.0 || marks > GAP.1, letters) {
                (true, _) => Before::Break,
                (false, 0) => Before::Nothing,
                (false, _) => Before::Gap,
            };
            digits.push(Digit { value, from, to: from + letter.len_utf8(), before });
            (letters, marks, broken) = (0, 0, false);
            continue;
        }
        if is_invisible(letter) {
            continue;
        }
        letters += 1;
        marks += usize::from(is_mark(letter));
        broken |= !is_mark(letter) && !letter.is_whitespace();
    }
    digits
}

/// The rows: digits that only gaps stand between.
pub(super) fn rows(digits: &[Digit]) -> impl Iterator<Item = &[Digit]> {
    digits.chunk_by(|_, next| next.before != Before::Break)
}

/// The groups of a row: digits that nothing stands between.
pub(super) fn groups(row: &[Digit]) -> impl Iterator<Item = &[Digit]> {
    row.chunk_by(|_, next| next.before == Before::Nothing)
}

/// The value of a digit of any script.
fn digit_value(letter: char) -> Option<u8> {
    let latin = |letter: char| letter.to_digit(10);
    if letter.is_ascii() || !letter.is_numeric() {
        return latin(letter).and_then(|value| u8::try_from(value).ok());
    }
    let own = |nought: &char| u32::from(letter).checked_sub(u32::from(*nought)).filter(|value| *value < 10);
    let mut shape = Vec::new();
    decompose_compatible(letter, |part| shape.push(part));
    let shaped = match shape.as_slice() {
        [one] => latin(*one),
        _ => None,
    };
    NOUGHTS.iter().find_map(own).or(shaped).and_then(|value| u8::try_from(value).ok())
}

/// True for dots, dashes and strokes.
fn is_mark(letter: char) -> bool {
    let dot = matches!(letter, '.' | '·' | '․' | '．');
    let stroke = matches!(letter, '/' | '\\' | '⁄' | '∕' | '／');
    let dash = matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '−' | '﹘' | '﹣' | '－');
    dot || stroke || dash
}

/// True for what takes no room of its own, and for the mark that `text::clean` puts in place of it.
fn is_invisible(letter: char) -> bool {
    let control = letter.is_control() && !letter.is_whitespace();
    let joined = matches!(letter, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}');
    let format =
        matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
    let newer = matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}' | '\u{e0000}'..='\u{e01ef}');
    control || joined || format || newer
}
