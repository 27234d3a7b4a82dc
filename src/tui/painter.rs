//! The step between frame and terminal: only what changed is written, in one go.
//! Imports nothing of other layers.

use std::io::{self, Write};

use crossterm::{
    clipboard::CopyToClipboard,
    cursor::MoveTo,
    queue,
    terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate},
};
use ratatui::{
    backend::{Backend, CrosstermBackend},
    buffer::Buffer,
    layout::{Position, Rect},
};

/// From this many changed cells on, the terminal is asked to show them at once.
const MANY: usize = 200;

/// Paints frames onto a terminal, or into memory.
#[derive(Debug)]
pub struct Painter<W: Write> {
    out: W,
    shown: Buffer,
    cursor: Option<Position>,
    bytes: u64,
}

impl<W: Write> Painter<W> {
    /// A painter over an empty screen.
    #[must_use]
    pub fn new(out: W, width: u16, height: u16) -> Self {
        Self { out, shown: Buffer::empty(Rect::new(0, 0, width, height)), cursor: None, bytes: 0 }
    }

    /// An empty frame of the screen's size.
    #[must_use]
    pub fn blank(&self) -> Buffer {
        Buffer::empty(self.shown.area)
    }

    /// The frame that is shown.
    #[must_use]
    pub fn shown(&self) -> &Buffer {
        &self.shown
    }

    /// Where the hardware cursor stands.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// How many bytes were written so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The terminal has another size, or its content is not known: the next frame is written whole.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn reset(&mut self, width: u16, height: u16) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::new(0, 0, width, height));
        self.cursor = None;
        let mut bytes = Vec::new();
        queue!(bytes, Clear(ClearType::All))?;
        self.write(&bytes)
    }

    /// Writes what is different from the frame before, and puts the hardware cursor in its place.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn paint(&mut self, next: Buffer, cursor: Position) -> io::Result<()> {
        let mut bytes = Vec::new();
        let changes = self.shown.diff(&next);
        let many = changes.len() > MANY;
        if many {
            queue!(bytes, BeginSynchronizedUpdate)?;
        }
        if !changes.is_empty() {
            CrosstermBackend::new(&mut bytes).draw(changes.into_iter())?;
        }
        if !bytes.is_empty() || self.cursor != Some(cursor) {
            queue!(bytes, MoveTo(cursor.x, cursor.y))?;
        }
        if many {
            queue!(bytes, EndSynchronizedUpdate)?;
        }
        self.shown = next;
        self.cursor = Some(cursor);
        if bytes.is_empty() { Ok(()) } else { self.write(&bytes) }
    }

    /// Puts a text on the clipboard of the terminal, also over SSH.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        self.write(&bytes)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes += bytes.len() as u64;
        self.out.write_all(bytes)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn frame(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        buffer.set_string(0, 0, text, Style::new());
        buffer
    }

    #[test]
    fn a_frame_that_changed_nothing_writes_nothing() {
        let mut painter = Painter::new(Vec::new(), 20, 2);
        let origin = Position { x: 0, y: 0 };
        painter.paint(frame("Gjøvik"), origin).expect("memory");
        let before = painter.bytes();
        painter.paint(frame("Gjøvik"), origin).expect("memory");
        assert_eq!(painter.bytes(), before);
        painter.paint(frame("Gjøvi"), origin).expect("memory");
        assert!(painter.bytes() > before);
    }
}
