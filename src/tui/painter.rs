//! The step between frame and terminal: only what changed is written, in one go.
//! Imports nothing of other layers.

use std::io::{self, Write};

use crossterm::{
    clipboard::CopyToClipboard,
    queue,
    terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate},
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr as _;

use super::{mouse, scroll::Shift, strokes::Hand};
use crate::app::model::gate::Call;

/// From this many changed cells on, the terminal is asked to show them at once.
const MANY: usize = 200;

/// Paints frames onto a terminal, or into memory.
#[derive(Debug)]
pub struct Painter<W: Write> {
    out: W,
    shown: Buffer,
    cursor: Option<Position>,
    hand: Hand,
    mouse: bool,
    bytes: u64,
}

impl<W: Write> Painter<W> {
    /// A painter over an empty screen.
    #[must_use]
    pub fn new(out: W, width: u16, height: u16) -> Self {
        Self {
            out,
            shown: Buffer::empty(Rect::new(0, 0, width, height)),
            cursor: None,
            hand: Hand::default(),
            mouse: false,
            bytes: 0,
        }
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
        self.hand = Hand::default();
        let mut bytes = Vec::new();
        queue!(bytes, Clear(ClearType::All))?;
        self.write(&bytes)
    }

    /// Writes what is different from the frame before, and puts the hardware cursor in its place.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn paint(&mut self, next: Buffer, cursor: Position) -> io::Result<()> {
        let mut strokes = String::new();
        if let Some(shift) = Shift::between(&self.shown, &next) {
            self.hand.shift(shift, &mut strokes);
            shift.apply(&mut self.shown);
        }
        doubt_halves(&mut self.shown, &next);
        let changes = self.shown.diff(&next);
        let many = changes.len() > MANY;
        self.hand.write(&changes, &next, &mut strokes);
        self.hand.go(cursor, &next, &mut strokes);
        self.shown = next;
        self.cursor = Some(cursor);
        if strokes.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        if many {
            queue!(bytes, BeginSynchronizedUpdate)?;
        }
        bytes.extend_from_slice(strokes.as_bytes());
        if many {
            queue!(bytes, EndSynchronizedUpdate)?;
        }
        self.write(&bytes)
    }

    /// Puts a text on the clipboard of the terminal, also over SSH and through GNU screen.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn copy(&mut self, text: &str, through_screen: bool) -> io::Result<()> {
        let mut bytes = Vec::new();
        // GNU screen keeps to itself what it does not know, and hands on what is wrapped for the terminal behind it.
        bytes.extend_from_slice(if through_screen { b"\x1bP" } else { b"" });
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        bytes.extend_from_slice(if through_screen { b"\x1b\\" } else { b"" });
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

    /// Turns the mouse of the terminal on or off, if that is another thing than before.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn mouse(&mut self, on: bool) -> io::Result<()> {
        if self.mouse == on {
            return Ok(());
        }
        self.mouse = on;
        self.write(mouse::switch(on).as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes += bytes.len() as u64;
        self.out.write_all(bytes)?;
        self.out.flush()
    }
}

/// Where a wide letter goes, terminals differ in what they leave of its second half: that is written again.
fn doubt_halves(shown: &mut Buffer, next: &Buffer) {
    const UNKNOWN: &str = "\u{e000}";
    let width = usize::from(shown.area.width).max(1);
    for place in 0..shown.content.len().min(next.content.len()) {
        let cell = &shown.content[place];
        let goes = cell.symbol().len() > 2 && *cell != next.content[place] && cell.symbol().width() == 2;
        if goes && (place + 1) % width != 0 {
            shown.content[place + 1].set_symbol(UNKNOWN);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use ratatui::{
        buffer::Cell,
        style::{Color, Modifier, Style},
    };

    use super::*;

    const WIDTH: u16 = 24;
    const HEIGHT: u16 = 9;

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

    /// What may be done to a frame to get the next one.
    #[derive(Debug, Clone)]
    enum Change {
        Write(u16, u16, String, Style),
        Shift(u16, u16, u16, bool),
        Clear(u16),
    }

    fn style() -> impl Strategy<Value = Style> {
        let colours = [Color::Reset, Color::Reset, Color::Cyan, Color::LightRed];
        let strokes = [Modifier::empty(), Modifier::BOLD, Modifier::REVERSED | Modifier::BOLD, Modifier::UNDERLINED];
        let of = |colour, stroke| Style::new().fg(colour).add_modifier(stroke);
        (prop::sample::select(colours.to_vec()), prop::sample::select(strokes.to_vec()))
            .prop_map(move |(colour, stroke)| of(colour, stroke))
    }

    fn change() -> impl Strategy<Value = Change> {
        let words =
            prop::sample::select(&["Gjøvik", "", " ", "   ", "漢字", "a漢", "e\u{301}", "Kárášjohka 2023H1 frist"][..]);
        prop_oneof![
            4 => (0..WIDTH, 0..HEIGHT, words, style())
                .prop_map(|(x, y, text, style)| Change::Write(x, y, text.to_owned(), style)),
            3 => (0..HEIGHT, 0..HEIGHT, 1..4_u16, any::<bool>())
                .prop_map(|(top, bottom, lines, up)| Change::Shift(top.min(bottom), top.max(bottom), lines, up)),
            1 => (0..HEIGHT).prop_map(Change::Clear),
        ]
    }

    fn changed(before: &Buffer, change: &Change) -> Buffer {
        let mut next = before.clone();
        match change {
            Change::Write(x, y, text, style) => {
                next.set_string(*x, *y, text, *style);
            }
            Change::Shift(top, bottom, lines, up) if lines <= &(bottom - top) => {
                let shift = Shift { top: *top, bottom: *bottom, lines: *lines, up: *up };
                shift.apply(&mut next);
            }
            Change::Shift(..) => {}
            Change::Clear(row) => (0..WIDTH).for_each(|x| next[(x, *row)].reset()),
        }
        whole_letters(next)
    }

    /// A wide letter of which something was written over is no letter any more.
    fn whole_letters(mut frame: Buffer) -> Buffer {
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let wide = frame[(x, y)].symbol().width() == 2;
                if wide && (x + 1 == WIDTH || frame[(x + 1, y)] != Cell::EMPTY) {
                    frame[(x, y)].reset();
                }
            }
        }
        frame
    }

    /// A letter as a terminal shows it: bold, inverse, underlined, and its colour.
    type Shown = (String, bool, bool, bool, vt100::Color);

    /// What a terminal shows, cell by cell.
    fn told(terminal: &vt100::Screen) -> BTreeMap<(u16, u16), Shown> {
        let places = (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (y, x)));
        places
            .map(|(y, x)| {
                let cell = terminal.cell(y, x).expect("a cell of the screen");
                let text = if cell.has_contents() { cell.contents() } else { " " };
                ((y, x), (text.to_owned(), cell.bold(), cell.inverse(), cell.underline(), cell.fgcolor()))
            })
            // Of a blank only what can be seen of it.
            .filter(|(_, (text, _, inverse, underline, _))| text != " " || *inverse || *underline)
            .collect()
    }

    fn screen(bytes: &[u8]) -> vt100::Parser {
        let size = |number| std::num::NonZeroU16::new(number).expect("not zero");
        let mut terminal = vt100::Parser::new(size(HEIGHT), size(WIDTH), 0);
        terminal.process(bytes);
        terminal
    }

    proptest! {
        #[test]
        fn a_terminal_shows_each_frame_as_if_it_had_been_drawn_whole(
            changes in prop::collection::vec((prop::collection::vec(change(), 1..4), 0..WIDTH, 0..HEIGHT), 1..12)
        ) {
            let mut painter = Painter::new(Vec::new(), WIDTH, HEIGHT);
            let mut frame = painter.blank();
            for row in 0..HEIGHT {
                frame.set_string(0, row, format!("{row} Kommune nr. {row}{row}"), Style::new());
            }
            for (steps, x, y) in changes {
                frame = steps.iter().fold(frame, |frame, step| changed(&frame, step));
                painter.paint(frame.clone(), Position { x, y }).expect("memory");
                let mut whole = Painter::new(Vec::new(), WIDTH, HEIGHT);
                whole.paint(frame.clone(), Position { x, y }).expect("memory");
                let (bit_by_bit, at_once) = (screen(&painter.out), screen(&whole.out));
                let bytes = String::from_utf8_lossy(&painter.out).into_owned();
                prop_assert_eq!(told(bit_by_bit.screen()), told(at_once.screen()), "{:?}", bytes);
                prop_assert_eq!(bit_by_bit.screen().cursor_position(), (y, x));
                let expected: String = (0..WIDTH).map(|x| frame[(x, 0)].symbol()).collect();
                let shown: String = at_once.screen().rows(0, WIDTH).next().unwrap_or_default();
                prop_assert_eq!(shown.replace(' ', ""), expected.replace(' ', ""));
            }
        }
    }
}
