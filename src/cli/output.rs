//! What a command says: the only place that writes to the standard streams.
//! Imports `text`.

use std::{
    fmt,
    io::{self, Write},
    sync::Arc,
};

use serde::Serialize;
use serde_json::Value;

use super::failure::Failure;
use crate::text::{Texts, clean};

/// Where a command's words go, and in which form.
#[derive(Clone)]
pub struct Output {
    /// True for JSON.
    pub json: bool,
    /// The sentences.
    pub texts: Arc<Texts>,
}

impl fmt::Debug for Output {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Output").field("json", &self.json).finish_non_exhaustive()
    }
}

impl Output {
    /// Writes lines. What would steer a terminal does not get through, also where it was forgotten before.
    ///
    /// # Errors
    /// [`Failure::Output`] when nobody takes them.
    pub fn lines<Line: fmt::Display>(&self, lines: impl IntoIterator<Item = Line>) -> Result<(), Failure> {
        let mut stream = io::stdout().lock();
        for line in lines {
            let line = line.to_string();
            // Control characters may stand in JSON as they are, and a terminal obeys them all the same.
            let tame = if self.json { clean::json(&line) } else { clean::printed(&line) };
            writeln!(stream, "{tame}").map_err(Failure::Output)?;
        }
        stream.flush().map_err(Failure::Output)
    }

    /// Writes a picture of the screen with its colours: the cells are clean, and the sequences between them our own.
    ///
    /// # Errors
    /// [`Failure::Output`] when nobody takes it.
    pub fn drawn(&self, rows: impl IntoIterator<Item = String>) -> Result<(), Failure> {
        let mut stream = io::stdout().lock();
        rows.into_iter().try_for_each(|row| writeln!(stream, "{row}")).map_err(Failure::Output)?;
        stream.flush().map_err(Failure::Output)
    }

    /// Writes a line for people.
    ///
    /// # Errors
    /// [`Failure::Output`] when nobody takes it.
    pub fn line(&self, line: impl fmt::Display) -> Result<(), Failure> {
        self.lines([line])
    }

    /// Writes an answer: as JSON with its schema, or as the lines that `told` makes of it.
    ///
    /// # Errors
    /// [`Failure::Output`] when nobody takes it.
    pub fn answer<T: Serialize>(
        &self,
        noun: &str,
        answer: &T,
        told: impl FnOnce(&Texts, &T) -> Vec<String>,
    ) -> Result<(), Failure> {
        if self.json {
            return self.line(schema(noun, answer)?);
        }
        self.lines(told(&self.texts, answer))
    }
}

/// Lines to the standard error stream; there is nobody to tell when that fails.
pub(super) fn complain(lines: impl IntoIterator<Item = String>) {
    let mut stream = io::stderr().lock();
    for line in lines {
        if writeln!(stream, "{}", clean::printed(&line)).is_err() {
            return;
        }
    }
}

/// An answer with the name and version of its schema in front.
pub(super) fn schema(noun: &str, answer: &impl Serialize) -> Result<Value, Failure> {
    let mut whole = serde_json::Map::from_iter([("schema".to_owned(), format!("sfv.{noun}/1").into())]);
    match serde_json::to_value(answer).map_err(|error| Failure::Output(error.into()))? {
        Value::Object(fields) => whole.extend(fields),
        other => {
            whole.insert(noun.to_owned(), other);
        }
    }
    Ok(Value::Object(whole))
}
