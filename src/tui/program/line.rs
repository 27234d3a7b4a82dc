//! The program where it is told and not drawn: commands and texts come in as they are, without keys.
//! Imports `app`, `linear`, `view` and `client`.

use std::io::{self, Write};

use ratatui::{buffer::Buffer, layout::Rect};

use super::Program;
use crate::{
    app::{
        command::Command,
        msg::{Msg, Typed},
    },
    client::backend::Backend,
    linear::{self, Place, Told},
    view,
};

/// Wide enough that no sentence is broken.
const WIDE: u16 = 600;

impl<B: Backend, W: Write> Program<B, W> {
    /// The screen in words.
    #[must_use]
    pub fn tell(&self, place: &Place) -> Told {
        linear::tell(&self.model, &self.look.keymap, &|| self.drawn(), place)
    }

    /// The lines of the page as it would be drawn where there is room for everything.
    fn drawn(&self) -> Vec<String> {
        let area = Rect { x: 0, y: 0, width: WIDE, height: self.model.size.height };
        let mut buffer = Buffer::empty(area);
        let _cursor = view::draw(&self.model, &self.look, &mut buffer);
        let line = |y| (0..area.width).filter_map(|x| Some(buffer.cell((x, y))?.symbol())).collect::<String>();
        (0..area.height).map(|y| line(y).trim_end().to_owned()).collect()
    }

    /// Gives the model the size of what is told at a time.
    ///
    /// # Errors
    /// Never where nothing is drawn.
    pub fn fit(&mut self) -> io::Result<()> {
        let size = linear::window(&self.model);
        if size == self.model.size { Ok(()) } else { self.update(Msg::Resized(size.width, size.height)) }
    }

    /// Somebody is there.
    ///
    /// # Errors
    /// As [`Program::fit`].
    pub fn touch(&mut self) -> io::Result<()> {
        self.update(Msg::Touched(self.clock.now()))
    }

    /// A person wants something.
    ///
    /// # Errors
    /// As [`Program::fit`].
    pub fn want(&mut self, command: Command) -> io::Result<()> {
        self.update(Msg::Wanted(command, self.clock.now()))?;
        self.fit()
    }

    /// Lines of the open report were told.
    ///
    /// # Errors
    /// As [`Program::fit`].
    pub fn heard(&mut self, from: usize, to: usize) -> io::Result<()> {
        self.update(Msg::Heard(from, to))
    }

    /// Writes a line into the field that has the focus: in the place of what stands there, or below it.
    ///
    /// # Errors
    /// As [`Program::fit`].
    pub fn write_line(&mut self, field: &linear::Field, line: &str, anew: bool) -> io::Result<()> {
        if let Some(at) = field.line {
            return self.typed(Typed::Line(at, Some(line.to_owned())));
        }
        if anew {
            self.typed(Typed::Clear)?;
        } else {
            for _ in 1..field.lines {
                self.typed(Typed::Down)?;
            }
            self.typed(Typed::End)?;
            if field.prose && !field.text.is_empty() {
                self.typed(Typed::Enter)?;
            }
        }
        self.typed(Typed::Paste(line.to_owned()))
    }

    /// Takes a line of the text that has the focus away.
    ///
    /// # Errors
    /// As [`Program::fit`].
    pub fn drop_line(&mut self, at: usize) -> io::Result<()> {
        self.typed(Typed::Line(at, None))
    }

    /// Empties the field that has the focus.
    ///
    /// # Errors
    /// As [`Program::fit`].
    pub fn wipe(&mut self, field: &linear::Field) -> io::Result<()> {
        self.write_line(field, "", true)
    }
}
