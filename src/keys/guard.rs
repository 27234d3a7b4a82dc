//! The guard: keys that look like a stray paste, and could decide something, never arrive.
//! Imports `app` (command, scope).

use super::{
    keymap::{Deed, Keymap},
    spelling::{Key, Name},
};
use crate::app::scope::Scope;

/// Keys that come closer together than this are one burst, in milliseconds.
pub const BURST_MS: i64 = 5;
/// From this many different printable characters on, a burst looks like a paste.
const MANY: usize = 3;

/// True when a burst of keys, read outside a text field, must be dropped.
///
/// A burst looks like a paste when it holds a line break together with printable characters, or at least three different
/// ones; it is dropped when a key of it could begin or confirm a decision. Movement, however fast, always passes.
#[must_use]
pub fn is_stray_paste(keymap: &Keymap, scope: Scope, burst: &[Key]) -> bool {
    if scope == Scope::Grid {
        return is_table(keymap, burst);
    }
    if keymap.types(scope) {
        return false;
    }
    let mut printable: Vec<char> = burst.iter().filter_map(|key| letter(keymap, scope, *key)).collect();
    printable.sort_unstable();
    printable.dedup();
    let line_break = burst.contains(&Key::Named(Name::Enter));
    let looks_pasted = (line_break && !printable.is_empty()) || printable.len() >= MANY;
    looks_pasted && burst.iter().any(|key| decides(keymap, scope, *key))
}

/// True when a burst in the grid is more than digits typed down the column: a table that a terminal hands on key by key
/// would put its figures into rows that they do not belong to.
fn is_table(keymap: &Keymap, burst: &[Key]) -> bool {
    let foreign = |key: &Key| {
        matches!(key, Key::Char(letter) if !letter.is_ascii_digit())
            && !matches!(keymap.deed(Scope::Grid, *key), Some(Deed::Command(_)))
    };
    burst.len() >= MANY && burst.iter().any(foreign)
}

/// The character of a key, unless it only moves.
fn letter(keymap: &Keymap, scope: Scope, key: Key) -> Option<char> {
    let Key::Char(letter) = key else { return None };
    match keymap.deed(scope, key) {
        Some(Deed::Command(command)) if command.moves() => None,
        _ => Some(letter),
    }
}

/// True when a key could begin or confirm a decision here, or after the keys before it.
fn decides(keymap: &Keymap, scope: Scope, key: Key) -> bool {
    let scopes = [scope, Scope::List, Scope::Report, Scope::Access, Scope::Summary];
    scopes.into_iter().any(|scope| keymap.is_weighty(scope, key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::spelling::script;

    fn check(scope: Scope, keys: &str, stray: bool) {
        let keymap = Keymap::standard().expect("the preset parses");
        let burst = script(keys).expect("a script of the test");
        assert_eq!(is_stray_paste(&keymap, scope, &burst), stray, "{scope:?} {keys}");
    }

    #[test]
    fn a_pasted_text_that_could_decide_something_is_dropped() {
        check(Scope::Report, "har a\n", true);
        check(Scope::Report, "Rapporten er god", true);
        check(Scope::List, "<Enter>a<Enter>", true);
        check(Scope::Summary, "ja<Enter>", true);
    }

    #[test]
    fn repeated_movement_passes_however_fast() {
        check(Scope::Report, &"j".repeat(500), false);
        check(Scope::List, "jjkk<Down><Down><PageDown>jk<Up>", false);
        check(Scope::Report, "a", false);
        check(Scope::Summary, "<Enter>", false);
    }

    #[test]
    fn a_text_field_takes_whatever_is_pasted() {
        check(Scope::Editor, "Rett punkt 2E.\nHilsen oss", false);
        check(Scope::Field, "12<Enter>", false);
    }

    #[test]
    fn a_table_that_comes_key_by_key_is_not_typed_down_the_grid() {
        check(Scope::Grid, "Elverum;3<Enter>", true);
        check(Scope::Grid, "3420;3<Enter>", true);
        check(Scope::Grid, "3<Enter>12<Enter>0<Enter>", false);
        check(Scope::Grid, "t3<Enter>", false);
    }
}
