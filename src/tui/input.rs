//! What comes from the terminal: keys as a person thinks of them, pastes and sizes.
//! Imports `keys`.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::mouse::{Pointer, pointer};
use crate::keys::spelling::{Key, Name};

/// What comes from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A text that was pasted.
    Paste(String),
    /// The terminal has another size: columns and rows.
    Size(u16, u16),
    /// The mouse, where it is turned on.
    Mouse(Pointer),
    /// Ctrl-C: ask before leaving.
    Interrupt,
    /// Ctrl-Z: to the shell and back.
    Suspend,
    /// Ctrl-L: the screen is not to be trusted, draw it whole.
    Redraw,
}

/// What an event of the terminal is to the program; most are nothing.
#[must_use]
pub fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_input(key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(event) => pointer(event).map(Input::Mouse),
        Event::Resize(width, height) => Some(Input::Size(width, height)),
        _ => None,
    }
}

fn key_input(event: KeyEvent) -> Option<Input> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    match event.code {
        KeyCode::Char('c') if control && !alt => Some(Input::Interrupt),
        KeyCode::Char('z') if control && !alt => Some(Input::Suspend),
        KeyCode::Char('l') if control && !alt => Some(Input::Redraw),
        // Ctrl and Alt together are AltGr on many terminals: what it types is text.
        KeyCode::Char(letter) if control == alt => Some(Input::Key(Key::Char(letter))),
        KeyCode::Char(_) => None,
        code => named(code, event.modifiers).map(Input::Key),
    }
}

fn named(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    Some(Key::Named(match code {
        KeyCode::Enter => Name::Enter,
        KeyCode::Esc => Name::Esc,
        KeyCode::BackTab => Name::BackTab,
        KeyCode::Tab if modifiers.contains(KeyModifiers::SHIFT) => Name::BackTab,
        KeyCode::Tab => Name::Tab,
        KeyCode::Up => Name::Up,
        KeyCode::Down => Name::Down,
        KeyCode::Left => Name::Left,
        KeyCode::Right => Name::Right,
        KeyCode::PageUp => Name::PageUp,
        KeyCode::PageDown => Name::PageDown,
        KeyCode::Home => Name::Home,
        KeyCode::End => Name::End,
        KeyCode::Backspace => Name::Backspace,
        KeyCode::Delete => Name::Delete,
        KeyCode::F(number) => return Some(Key::F(number)),
        _ => return None,
    }))
}
