//! A statement that is put together while it is asked for: text of this program, and values that are bound, never a part
//! of the text. The placeholders are the numbered ones that both databases read.
//! Imports nothing of the crate.

use std::fmt::{Display, Write as _};

use sqlx::{Any, Arguments as _, AssertSqlSafe, Encode, Type, any::AnyArguments, query::Query, query_with};

/// A statement and its values.
pub(super) struct Sql {
    text: String,
    values: AnyArguments,
}

impl Sql {
    /// A statement that begins with a text.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), values: AnyArguments::default() }
    }

    /// Adds text of this program.
    pub(super) fn push(&mut self, text: impl Display) -> &mut Self {
        // Writing into a string cannot fail.
        let _ = write!(self.text, "{text}");
        self
    }

    /// Adds a value, and in the text the place it stands in.
    pub(super) fn push_bind<'t, T>(&mut self, value: T) -> &mut Self
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        if let Err(error) = self.values.add(value) {
            // Text and whole numbers always can be bound; a statement with a value too few is refused by the database.
            tracing::error!(%error, "A value could not be bound");
        }
        self.push(format_args!("${}", self.values.len()))
    }

    /// Adds values with commas between them, for a list that something is looked for in; in one without values nothing is
    /// found.
    pub(super) fn push_list<'t, T>(&mut self, values: impl IntoIterator<Item = T>) -> &mut Self
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        let mut between = "";
        for value in values {
            self.push(between).push_bind(value);
            between = ", ";
        }
        if between.is_empty() { self.push("null") } else { self }
    }

    /// The statement, ready to be asked.
    pub(super) fn build(self) -> Query<'static, Any, AnyArguments> {
        query_with(AssertSqlSafe(self.text), self.values)
    }
}
