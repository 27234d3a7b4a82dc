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
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::{Color, Modifier},
};

use crate::app::model::gate::Call;

/// From this many changed cells on, the terminal is asked to show them at once.
const MANY: usize = 200;

/// Paints frames onto a terminal, or into memory.
#[derive(Debug)]
pub struct Painter<W: Write> {
    out: W,
    shown: Buffer,
    cursor: Option<Position>,
    /// The style the terminal writes in just now; none when it is not known.
    style: Option<Strokes>,
    bytes: u64,
}

/// What of a cell's style the terminal is told: its own sixteen colours and four strokes, never a background.
type Strokes = (Color, Modifier);

impl<W: Write> Painter<W> {
    /// A painter over an empty screen.
    #[must_use]
    pub fn new(out: W, width: u16, height: u16) -> Self {
        Self { out, shown: Buffer::empty(Rect::new(0, 0, width, height)), cursor: None, style: None, bytes: 0 }
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
        self.style = None;
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
            encode(&changes, &mut self.style, &mut bytes)?;
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

    /// Calls a person who looks elsewhere: by the bell, or by a note of the desktop that says only who calls.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn call(&mut self, call: Call) -> io::Result<()> {
        match call {
            Call::Off => Ok(()),
            Call::Bell => self.write(b"\x07"),
            Call::Note => self.write(b"\x1b]9;sfv\x1b\\"),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes += bytes.len() as u64;
        self.out.write_all(bytes)?;
        self.out.flush()
    }
}

/// Writes cells: the cursor is moved only over gaps, and a style is told only when it changes.
fn encode(changes: &[(u16, u16, &Cell)], style: &mut Option<Strokes>, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut next = None;
    for (x, y, cell) in changes {
        if next != Some((*x, *y)) {
            queue!(bytes, MoveTo(*x, *y))?;
        }
        let strokes = (cell.fg, cell.modifier);
        if *style != Some(strokes) {
            write!(bytes, "\x1b[{}m", select(strokes))?;
            *style = Some(strokes);
        }
        bytes.extend_from_slice(cell.symbol().as_bytes());
        let width = u16::try_from(unicode_width::UnicodeWidthStr::width(cell.symbol())).unwrap_or(1);
        next = Some((x + width, *y));
    }
    Ok(())
}

/// The parameters that select a style from nothing (SGR): «0» or, say, «0;1;36».
fn select((colour, modifier): Strokes) -> String {
    let strokes = [(Modifier::BOLD, 1), (Modifier::DIM, 2), (Modifier::UNDERLINED, 4), (Modifier::REVERSED, 7)];
    let set = strokes.into_iter().filter(|(stroke, _)| modifier.contains(*stroke)).map(|(_, code)| code);
    let codes: Vec<String> =
        [0].into_iter().chain(set).chain(foreground(colour)).map(|code| code.to_string()).collect();
    codes.join(";")
}

/// The code of one of the terminal's own sixteen colours; none for its default.
fn foreground(colour: Color) -> Option<u8> {
    const DARK: [Color; 8] =
        [Color::Black, Color::Red, Color::Green, Color::Yellow, Color::Blue, Color::Magenta, Color::Cyan, Color::Gray];
    const BRIGHT: [Color; 8] = [
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let place = |colours: [Color; 8]| colours.iter().position(|known| *known == colour);
    let code = place(DARK).map(|at| at + 30).or_else(|| place(BRIGHT).map(|at| at + 90))?;
    u8::try_from(code).ok()
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
    fn only_the_sixteen_colours_of_the_terminal_are_used_and_never_a_background() {
        assert_eq!(select((Color::Reset, Modifier::empty())), "0");
        assert_eq!(select((Color::Cyan, Modifier::BOLD)), "0;1;36");
        assert_eq!(select((Color::LightRed, Modifier::REVERSED | Modifier::UNDERLINED)), "0;4;7;91");
        assert_eq!(
            select((Color::Rgb(1, 2, 3), Modifier::empty())),
            "0",
            "a theme that asks for more gets the default"
        );
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
