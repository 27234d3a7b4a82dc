//! Marking: what a mark has changed is told, and nothing else.
//! Imports `client` and `linear`.

use std::io::{self, Write};

use super::Front;
use crate::{
    client::backend::Backend,
    linear::{self, Deed},
};

impl<B: Backend, W: Write, O: Write> Front<'_, B, W, O> {
    /// Tells what a mark has changed, and not the whole list again.
    pub(super) async fn tell_mark(&mut self, deed: &Deed) -> io::Result<()> {
        let told = self.program.tell(&self.place);
        let at = told.choices.iter().position(|choice| choice.deed == *deed);
        let same_rows = told.choices.len() == self.told.choices.len();
        let Some((at, choice)) = at.filter(|_| same_rows).and_then(|at| Some((at, told.choices.get(at)?))) else {
            return self.tell().await;
        };
        self.tell_news()?;
        writeln!(self.out, "{}", linear::marks(&self.program.model))?;
        writeln!(self.out, "{} {}", at + 1, choice.text)?;
        self.told = told;
        self.prompt(false).await
    }
}
