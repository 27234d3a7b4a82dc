//! All rows of a database, one after the other, and the way back into an empty one: the same on both databases.
//! Imports the crate's `server` (database) only.

use std::collections::BTreeMap;

use futures_util::TryStreamExt as _;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sqlx::{AnyPool, Column as _, Row as _, ValueRef as _, any::AnyTypeInfoKind};

use super::{READING, Tx, WRITING, failure, is_embedded, open, row::Row, sql::Sql};
use crate::server::{database::Database, start::StartError};

/// What is moved, and what is not.
const PLAN: &str = include_str!("../../../config/transfer.toml");

/// Which tables are moved, in which order, and which stay behind for which reason.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The tables that are moved, each after those it points into.
    pub tables: Vec<String>,
    /// The tables that stay behind, with the reason.
    pub left_out: BTreeMap<String, String>,
}

impl Plan {
    /// The plan of this program.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn embedded() -> Result<Self, String> {
        toml::from_str(PLAN).map_err(|error| error.to_string())
    }
}

/// What a database says that does not give or take a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{words}")]
pub struct Says {
    words: String,
    /// True when it cannot be written to now: locked, full, gone.
    pub storage: bool,
}

impl From<sqlx::Error> for Says {
    fn from(error: sqlx::Error) -> Self {
        Self { words: error.to_string(), storage: failure::is_storage(&error) }
    }
}

/// A row on its way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// Its table.
    pub table: String,
    /// Its columns that hold something: text and whole numbers.
    pub row: Map<String, Value>,
}

/// A database that is read as it stood at one moment, or written in one piece.
pub struct Transfer {
    tx: Tx,
    pool: AnyPool,
}

impl Transfer {
    /// Opens a database to read all of it. Nothing of it is changed, and whoever uses it goes on.
    ///
    /// # Errors
    /// [`StartError`].
    pub async fn read(database: &Database) -> Result<Self, StartError> {
        Self::begin(database, open::unchanged(database).await?, READING).await
    }

    /// Opens a database to fill it; a file is made, and the tables are.
    ///
    /// # Errors
    /// [`StartError`].
    pub async fn write(database: &Database) -> Result<Self, StartError> {
        Self::begin(database, open::prepared(database).await?, WRITING).await
    }

    async fn begin(database: &Database, pool: AnyPool, told: [&'static str; 2]) -> Result<Self, StartError> {
        let [embedded, server] = told;
        let told = if database.file().is_some() { embedded } else { server };
        let tx = pool.begin_with(told).await.map_err(|error| open::cannot(database, &error))?;
        Ok(Self { tx, pool })
    }

    /// The shape of the database: the number of its newest change.
    ///
    /// # Errors
    /// What the database says.
    pub async fn shape(&mut self) -> Result<i64, Says> {
        let text = "select coalesce(max(version), 0) as newest from _sqlx_migrations";
        sqlx::query(text).fetch_one(&mut *self.tx).await?.try_get("newest").map_err(Says::from)
    }

    /// True when nothing was ever made in it: no table of this program stands there.
    ///
    /// # Errors
    /// What the database says.
    pub async fn is_bare(&mut self) -> Result<bool, Says> {
        let text = if is_embedded(&self.tx) {
            "select count(*) as count from sqlite_master where name = '_sqlx_migrations'"
        } else {
            "select count(*) as count from information_schema.tables
             where table_schema = current_schema() and table_name = '_sqlx_migrations'"
        };
        let count: i64 = sqlx::query(text).fetch_one(&mut *self.tx).await?.try_get("count")?;
        Ok(count == 0)
    }

    /// How many rows a table has.
    ///
    /// # Errors
    /// What the database says.
    pub async fn count(&mut self, table: &str) -> Result<i64, Says> {
        let counting = Sql::new(format!("select count(*) as count from {}", named(table)?));
        counting.build().fetch_one(&mut *self.tx).await?.try_get("count").map_err(Says::from)
    }

    /// Gives every row of a table, in the order in which it was made where it has numbers.
    ///
    /// # Errors
    /// What the database says, or whoever takes the rows.
    pub async fn each<Fault: From<Says>>(
        &mut self,
        table: &str,
        mut take: impl FnMut(Moved) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        // The first column is the key, or the first part of it.
        let asked = Sql::new(format!("select * from {} order by 1", named(table).map_err(Says::from)?)).build();
        let mut rows = asked.fetch(&mut *self.tx);
        while let Some(row) = rows.try_next().await.map_err(Says::from)? {
            let row = columns(&row).map_err(Says::from)?;
            take(Moved { table: table.to_owned(), row })?;
        }
        Ok(())
    }

    /// Adds a row.
    ///
    /// # Errors
    /// What the database says.
    pub async fn add(&mut self, moved: &Moved) -> Result<(), Says> {
        let mut names = Vec::with_capacity(moved.row.len());
        for name in moved.row.keys() {
            names.push(named(name)?);
        }
        let mut adding = Sql::new(format!("insert into {} ({}) values (", named(&moved.table)?, names.join(", ")));
        let mut between = "";
        for value in moved.row.values() {
            adding.push(between);
            match value {
                Value::String(text) => adding.push_bind(text.clone()),
                Value::Number(number) => adding.push_bind(number.as_i64().ok_or_else(|| odd(value))?),
                other => return Err(odd(other).into()),
            };
            between = ", ";
        }
        adding.push(")");
        adding.build().execute(&mut *self.tx).await?;
        Ok(())
    }

    /// Makes what was added durable. The numbers that the database gives out go on after the largest one.
    ///
    /// # Errors
    /// What the database says; nothing is stored then.
    pub async fn finish(mut self) -> Result<(), Says> {
        if !is_embedded(&self.tx) {
            let asked = "select table_name::text as t, column_name::text as c from information_schema.columns
                where table_schema = current_schema() and is_identity = 'YES'";
            for row in sqlx::query(asked).fetch_all(&mut *self.tx).await? {
                let (table, column): (String, String) = (row.try_get("t")?, row.try_get("c")?);
                let (table, column) = (named(&table)?, named(&column)?);
                let next = format!(
                    "select setval(pg_get_serial_sequence('{table}', '{column}'),
                        (select coalesce(max({column}), 0) + 1 from {table}), false)"
                );
                Sql::new(next).build().execute(&mut *self.tx).await?;
            }
        }
        self.tx.commit().await?;
        self.pool.close().await;
        Ok(())
    }

    /// Leaves the database as it was.
    pub async fn leave(self) {
        drop(self.tx);
        self.pool.close().await;
    }
}

/// A name that can stand in a statement: those of this program's tables and columns all are of this form.
fn named(name: &str) -> Result<&str, sqlx::Error> {
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    if is_name { Ok(name) } else { Err(sqlx::Error::ColumnNotFound(name.to_owned())) }
}

fn odd(value: &Value) -> sqlx::Error {
    sqlx::Error::Encode(format!("neither a text nor a whole number: {value}").into())
}

/// What a row holds; a column that holds nothing is left out.
fn columns(row: &Row) -> Result<Map<String, Value>, sqlx::Error> {
    let mut held = Map::new();
    for (at, column) in row.columns().iter().enumerate() {
        let found = row.try_get_raw(at)?;
        if found.is_null() {
            continue;
        }
        let is_number = matches!(
            found.type_info().kind(),
            AnyTypeInfoKind::SmallInt | AnyTypeInfoKind::Integer | AnyTypeInfoKind::BigInt
        );
        let value = if is_number { row.try_get::<i64, _>(at)?.into() } else { row.try_get::<String, _>(at)?.into() };
        held.insert(column.name().to_owned(), value);
    }
    Ok(held)
}
