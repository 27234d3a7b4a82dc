//! The mouse of the terminal: asked for only when it is wanted, and given back with the terminal.
//! Imports nothing of other layers.

use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// Clicks and the wheel, with places that may be large; no movements: each would be sent over the line.
const ON: &str = "\x1b[?1000h\x1b[?1006h";
const OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether the terminal of this process was asked for the mouse: whoever gives the terminal back must know.
static WANTED: AtomicBool = AtomicBool::new(false);

/// What somebody does with the mouse, in columns and rows from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// The left button.
    Click(u16, u16),
    /// The wheel, up.
    WheelUp,
    /// The wheel, down.
    WheelDown,
}

/// What an event of the mouse is to the program.
#[must_use]
pub(super) fn pointer(event: MouseEvent) -> Option<Pointer> {
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Pointer::Click(event.column, event.row)),
        MouseEventKind::ScrollUp => Some(Pointer::WheelUp),
        MouseEventKind::ScrollDown => Some(Pointer::WheelDown),
        _ => None,
    }
}

/// What is written to turn the mouse on or off; it is remembered.
pub(super) fn switch(on: bool) -> &'static str {
    WANTED.store(on, Ordering::SeqCst);
    if on { ON } else { OFF }
}

/// What is written when the terminal is taken: the mouse, if it was on before.
pub(super) fn again() -> &'static str {
    if WANTED.load(Ordering::SeqCst) { ON } else { "" }
}

/// What is written when the terminal is given back: nothing where it was never asked for the mouse.
pub(super) fn give_back() -> &'static str {
    if WANTED.load(Ordering::SeqCst) { OFF } else { "" }
}
