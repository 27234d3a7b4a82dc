//! Reading columns: text to moments, numbers, names and nested values.
//! Imports nothing of the crate.

use jiff::{Timestamp, civil::Date};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::Row as _;

/// A row of an answer.
pub(super) type Row = sqlx::any::AnyRow;

/// What came of reading a column.
pub(super) type Read<T> = Result<T, sqlx::Error>;

/// A moment as it is stored: UTC, always with three decimals, so that text sorts as time.
pub(super) fn stamp(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// A nested value as it is stored.
pub(super) fn nested(value: &impl Serialize) -> Read<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// Text.
pub(super) fn text(row: &Row, column: &str) -> Read<String> {
    row.try_get(column)
}

/// Text that may be missing.
pub(super) fn maybe(row: &Row, column: &str) -> Read<Option<String>> {
    row.try_get(column)
}

/// A whole number of 0 or more.
pub(super) fn number(row: &Row, column: &str) -> Read<u32> {
    let value: i64 = row.try_get(column)?;
    u32::try_from(value).map_err(|error| bad(column, error))
}

/// A whole number of 0 or more that may be missing.
pub(super) fn maybe_number(row: &Row, column: &str) -> Read<Option<u32>> {
    let value: Option<i64> = row.try_get(column)?;
    value.map(|value| u32::try_from(value).map_err(|error| bad(column, error))).transpose()
}

/// Yes or no: a stored 1 or 0, or the answer to a condition, which is a kind of its own in one of the databases.
pub(super) fn flag(row: &Row, column: &str) -> Read<bool> {
    row.try_get::<bool, _>(column).or_else(|_| row.try_get::<i64, _>(column).map(|value| value != 0))
}

/// A moment.
pub(super) fn moment(row: &Row, column: &str) -> Read<Timestamp> {
    text(row, column)?.parse().map_err(|error: jiff::Error| bad(column, error))
}

/// A moment that may be missing.
pub(super) fn maybe_moment(row: &Row, column: &str) -> Read<Option<Timestamp>> {
    maybe(row, column)?.map(|value| value.parse().map_err(|error: jiff::Error| bad(column, error))).transpose()
}

/// A date that may be missing.
pub(super) fn maybe_date(row: &Row, column: &str) -> Read<Option<Date>> {
    maybe(row, column)?.map(|value| value.parse().map_err(|error: jiff::Error| bad(column, error))).transpose()
}

/// A nested value.
pub(super) fn json<T: DeserializeOwned>(row: &Row, column: &str) -> Read<T> {
    serde_json::from_str(&text(row, column)?).map_err(|error| bad(column, error))
}

/// A nested value that may be missing.
pub(super) fn maybe_json<T: DeserializeOwned>(row: &Row, column: &str) -> Read<Option<T>> {
    let found = maybe(row, column)?;
    found.map(|found| serde_json::from_str(&found).map_err(|error| bad(column, error))).transpose()
}

/// A value that is stored under its name on the wire.
pub(super) fn named<T>(row: &Row, column: &str, find: impl Fn(&str) -> Option<T>) -> Read<T> {
    let name = text(row, column)?;
    find(&name).ok_or_else(|| bad(column, format!("no such name: {name}")))
}

/// A value that may be missing and is stored under its name on the wire.
pub(super) fn maybe_named<T>(row: &Row, column: &str, find: impl Fn(&str) -> Option<T>) -> Read<Option<T>> {
    let Some(name) = maybe(row, column)? else { return Ok(None) };
    find(&name).map(Some).ok_or_else(|| bad(column, format!("no such name: {name}")))
}

/// A plain value of the domain that reads itself from its wire form.
pub(super) fn plain<T: DeserializeOwned>(row: &Row, column: &str) -> Read<T> {
    wire(column, text(row, column)?)
}

/// A plain value of the domain that may be missing.
pub(super) fn maybe_plain<T: DeserializeOwned>(row: &Row, column: &str) -> Read<Option<T>> {
    maybe(row, column)?.map(|value| wire(column, value)).transpose()
}

fn wire<T: DeserializeOwned>(column: &str, value: String) -> Read<T> {
    serde_json::from_value(serde_json::Value::String(value)).map_err(|error| bad(column, error))
}

fn bad(column: &str, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> sqlx::Error {
    sqlx::Error::ColumnDecode { index: column.to_owned(), source: error.into() }
}
