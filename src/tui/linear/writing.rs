//! Writing: a field of one line is done with its line; a text goes on until a full stop stands alone.
//! Imports `app`, `client` and `linear`.

use std::io::{self, Write};

use tokio::sync::mpsc::UnboundedReceiver;

use super::{Front, Writing, input::Line};
use crate::{
    app::command::Command,
    client::backend::Backend,
    linear::{self, Field},
};

impl<B: Backend, W: Write, O: Write> Front<'_, B, W, O> {
    /// Takes in a line of a text, or the whole of a field.
    pub(super) async fn write(
        &mut self,
        line: &Line,
        writing: Writing,
        lines: &mut UnboundedReceiver<Line>,
    ) -> io::Result<()> {
        let Some(field) = self.program.tell(&self.place).field else {
            self.writing = None;
            return self.tell().await;
        };
        if line.text.trim() == "." {
            self.stop_writing();
            return self.tell().await;
        }
        if field.done == Some(Command::Confirm) && self.is_stray(line, lines) {
            return self.say_and_prompt("linear-stray").await;
        }
        if field.prose {
            return self.write_prose(&field, &line.text, writing);
        }
        if line.text.trim().is_empty() {
            return self.say_and_prompt("linear-nothing-written").await;
        }
        self.program.write_line(&field, line.text.trim(), true)?;
        self.note();
        if let Some(done) = field.done {
            self.program.want(done)?;
            self.note();
        }
        let of_a_list = self.place.field.is_some();
        self.stop_writing();
        self.settle().await?;
        let stays = self.here.as_ref() == Some(&linear::here(&self.program.model));
        if stays && !of_a_list && field.at_once && field.done.is_some() && !self.awaits {
            // It was not taken: it is asked for again.
            self.writing = Some(writing);
        }
        self.tell().await
    }

    fn write_prose(&mut self, field: &Field, line: &str, writing: Writing) -> io::Result<()> {
        if writing.anew {
            self.program.wipe(field)?;
            self.writing = Some(Writing { anew: false });
            self.program.write_line(&Field { text: String::new(), lines: 1, ..field.clone() }, line, false)?;
        } else {
            self.program.write_line(field, line, false)?;
        }
        self.note();
        // Each line is on the disk now; nothing is said between the lines of a text.
        Ok(())
    }

    fn stop_writing(&mut self) {
        self.writing = None;
        self.place.field = None;
    }
}
