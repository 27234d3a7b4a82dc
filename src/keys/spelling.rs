//! How a key is spelled in a key map: `a`, `Ø`, `Enter`, `Shift-Tab`, `F5`.
//! Imports `app::msg`.

use std::{fmt, str::FromStr};

use crate::app::msg::Typed;

/// A key, as a person thinks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character that is typed, with Shift already in it.
    Char(char),
    /// A key with a name.
    Named(Name),
    /// A function key.
    F(u8),
}

/// Keys with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
}

/// Every named key and its spelling.
const NAMES: [(Name, &str); 14] = [
    (Name::Enter, "Enter"),
    (Name::Esc, "Esc"),
    (Name::Tab, "Tab"),
    (Name::BackTab, "Shift-Tab"),
    (Name::Up, "Up"),
    (Name::Down, "Down"),
    (Name::Left, "Left"),
    (Name::Right, "Right"),
    (Name::PageUp, "PageUp"),
    (Name::PageDown, "PageDown"),
    (Name::Home, "Home"),
    (Name::End, "End"),
    (Name::Backspace, "Backspace"),
    (Name::Delete, "Delete"),
];

/// A spelling that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no key is spelled `{0}`")]
pub struct UnknownKey(pub String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Ok(Self::Char(letter));
        }
        if text.eq_ignore_ascii_case("space") {
            return Ok(Self::Char(' '));
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, spelled)| spelled.eq_ignore_ascii_case(text)) {
            return Ok(Self::Named(*name));
        }
        let number = text.strip_prefix(['F', 'f']).and_then(|digits| digits.parse().ok());
        number.filter(|number| (1..=12).contains(number)).map(Self::F).ok_or_else(|| UnknownKey(text.to_owned()))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(' ') => out.write_str("Space"),
            Self::Char(letter) => write!(out, "{letter}"),
            Self::F(number) => write!(out, "F{number}"),
            Self::Named(name) => {
                let spelled = NAMES.iter().find(|(known, _)| known == name).map_or("", |(_, spelled)| *spelled);
                out.write_str(spelled)
            }
        }
    }
}

/// One key, or two that are pressed one after the other: `a`, `g g`, `, a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stroke {
    /// The key that is pressed before, if there are two.
    pub first: Option<Key>,
    /// The key.
    pub key: Key,
}

impl From<Key> for Stroke {
    fn from(key: Key) -> Self {
        Self { first: None, key }
    }
}

impl FromStr for Stroke {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        match text.trim().split_once(' ') {
            Some((first, key)) => Ok(Self { first: Some(first.parse()?), key: key.trim().parse()? }),
            // A blank alone is the key that is as long as it is wide.
            None => Ok(Self { first: None, key: if text == " " { Key::Char(' ') } else { text.parse()? } }),
        }
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.map_or(Ok(()), |first| write!(out, "{first} "))?;
        self.key.fmt(out)
    }
}

impl Key {
    /// Enter, which alone confirms.
    pub const ENTER: Self = Self::Named(Name::Enter);

    /// What the key types into a field that has the focus.
    #[must_use]
    pub fn typed(self) -> Option<Typed> {
        Some(match self {
            Self::Char(letter) => Typed::Char(letter),
            Self::Named(Name::Enter) => Typed::Enter,
            Self::Named(Name::Backspace) => Typed::Backspace,
            Self::Named(Name::Delete) => Typed::Delete,
            Self::Named(Name::Left) => Typed::Left,
            Self::Named(Name::Right) => Typed::Right,
            Self::Named(Name::Up) => Typed::Up,
            Self::Named(Name::Down) => Typed::Down,
            Self::Named(Name::Home) => Typed::Home,
            Self::Named(Name::End) => Typed::End,
            Self::Named(Name::PageUp) => Typed::PageUp,
            Self::Named(Name::PageDown) => Typed::PageDown,
            _ => return None,
        })
    }
}

/// Reads a script of keys: characters stand for themselves, named keys in angle brackets, `<lt>` for `<`.
///
/// # Errors
/// [`UnknownKey`] with the part that names no key.
pub fn script(text: &str) -> Result<Vec<Key>, UnknownKey> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = rest.split_at(letter.len_utf8()).1;
        let bracketed = if letter == '<' { after.split_once('>') } else { None };
        match (letter, bracketed) {
            ('<', Some((name, tail))) => {
                keys.push(if name == "lt" { Key::Char('<') } else { name.parse()? });
                rest = tail;
            }
            ('<', None) => return Err(UnknownKey(rest.to_owned())),
            ('\n', _) => {
                keys.push(Key::Named(Name::Enter));
                rest = after;
            }
            (other, _) => {
                keys.push(Key::Char(other));
                rest = after;
            }
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_back_as_it_is_written() {
        let written = ["a", "Ø", "/", "Space", "Enter", "Shift-Tab", "F12", "PageDown"];
        for text in written {
            assert_eq!(text.parse::<Key>().map(|key| key.to_string()), Ok(text.to_owned()));
        }
        for text in ["Entr", "F13", "Ctrl-A", ""] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }

    #[test]
    fn two_keys_one_after_the_other_are_read_back_as_they_are_written() {
        for text in ["a", "g g", ", Space", "Space", "Esc q"] {
            assert_eq!(text.parse::<Stroke>().map(|stroke| stroke.to_string()), Ok(text.to_owned()));
        }
        for text in ["g g g", "", "g Entr"] {
            assert!(text.parse::<Stroke>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_script_of_keys_is_read_letter_by_letter() {
        let keys = script("<Enter>u2<Enter>å<lt>").expect("a script of the test");
        let spelled: Vec<String> = keys.iter().map(ToString::to_string).collect();
        assert_eq!(spelled, ["Enter", "u", "2", "Enter", "å", "<"]);
        assert!(script("a<Enter").is_err());
        assert!(script("<Nope>").is_err());
    }
}
