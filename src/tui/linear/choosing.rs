//! Choosing: what a written line stands for, and what is said where it stands for nothing.
//! Imports `client` and `linear`.

use std::io::{self, Write};

use tokio::sync::mpsc::UnboundedReceiver;

use super::{Front, Line};
use crate::{
    client::backend::Backend,
    linear::{self, Choice},
};

impl<B: Backend, W: Write, O: Write> Front<'_, B, W, O> {
    /// The choice with a number, or with a word.
    pub(super) fn chosen(&self, text: &str) -> Option<Choice> {
        let word = text.to_lowercase();
        let by_word = |choice: &&Choice| choice.word.as_deref() == Some(word.as_str());
        if let Some(choice) = self.told.choices.iter().find(by_word) {
            return Some(choice.clone());
        }
        let number: usize = text.parse().ok()?;
        let choice = match number.checked_sub(1) {
            Some(at) => self.told.choices.get(at),
            None => self.told.back.as_ref(),
        };
        choice.filter(|choice| choice.word.is_none()).cloned()
    }

    /// True for a line that was written before the whole screen was told: it is dropped, with all that waits behind it.
    pub(super) fn is_stray(&self, line: &Line, lines: &mut UnboundedReceiver<Line>) -> bool {
        let stray = line.at < self.told_at;
        if stray {
            while lines.try_recv().is_ok() {}
        }
        stray
    }

    /// What was written is no choice; where a word is asked for, it is said which.
    pub(super) async fn unknown(&mut self) -> io::Result<()> {
        let mut words = self.told.choices.iter().filter(|choice| choice.word.as_deref() != Some(linear::UNDO));
        let Some(word) = words.find_map(|choice| choice.word.clone()) else {
            return self.say_and_prompt("linear-unknown").await;
        };
        let text = self.program.model.texts.with("linear-unknown-word", &[("word", &word)]);
        writeln!(self.out, "{text}")?;
        self.prompt(false).await
    }
}
