//! Writing: a field of one line is done with its line; a text goes on until a full stop stands alone.
//! Imports `app`, `client` and `linear`.

use std::io::{self, Write};

use tokio::sync::mpsc::UnboundedReceiver;

use super::{Front, Writing, input::Line};
use crate::{
    app::{command::Command, model::dialog::Dialog},
    client::backend::Backend,
    linear::{self, Field, Menu},
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
        let of_a_list = self.place.field.is_some();
        let before = self.count();
        if of_a_list
            && field.done == Some(Command::NextRow)
            && !line.text.trim().chars().all(|one| one.is_ascii_digit())
        {
            // A row of counts takes digits, and keeps the one that it has.
            self.stop_writing();
            self.say("linear-count-kept")?;
            return self.tell().await;
        }
        self.program.write_line(&field, line.text.trim(), true)?;
        self.note();
        if let Some(done) = field.done {
            self.program.want(done)?;
            self.note();
        }
        self.stop_writing();
        if field.line.is_some() {
            self.place.menu = Menu::Main;
        }
        if matches!(self.program.model.dialog, Some(Dialog::Count(_, Some(_)))) {
            // What was not taken must not stand there as the figure of the report.
            self.program.write_line(&field, &before, true)?;
        }
        self.settle().await?;
        let stays = self.here.as_ref() == Some(&linear::here(&self.program.model));
        if stays && field.done == Some(Command::Confirm) && !self.awaits {
            // The number was not the right one: why is told, and not all of it once more.
            self.program.wipe(&field)?;
            self.note();
            self.tell_news()?;
            self.told = self.program.tell(&self.place);
            self.writing = Some(writing);
            return self.prompt(false).await;
        }
        if stays && !of_a_list && field.at_once && field.done.is_some() && !self.awaits {
            // It was not taken: it is asked for again.
            self.writing = Some(writing);
        }
        self.tell().await
    }

    /// Takes away what stands in the field.
    pub(super) async fn empty(&mut self) -> io::Result<()> {
        if let Some(field) = self.told.field.clone() {
            self.program.wipe(&field)?;
            if let Some(done) = field.done {
                self.program.want(done)?;
            }
            self.note();
        }
        self.settle().await?;
        self.tell().await
    }

    /// Takes away a line of the text.
    pub(super) async fn drop_line(&mut self, at: usize) -> io::Result<()> {
        self.program.drop_line(at)?;
        self.place.menu = Menu::Main;
        self.settle().await?;
        self.tell().await
    }

    /// The extension count that is given so far.
    fn count(&self) -> String {
        self.program.model.case.ready().map(|open| open.draft.extensions.clone()).unwrap_or_default()
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
