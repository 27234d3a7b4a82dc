//! The embedded database and PostgreSQL have the same tables with the same columns, whichever of the two a backend stands on.

use std::collections::BTreeSet;

use sqlx::{Connection as _, PgConnection, Row as _, SqliteConnection};
use statsforvalter::{
    clock::Clock,
    server::{self, database::Database},
};
use tempfile::TempDir;

use crate::{
    server_world::{START, options},
    support::postgres,
};

/// What the migrations of the library itself keep, each in its own way.
const OF_THE_LIBRARY: &str = "_sqlx_migrations";

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    if postgres::server().is_none() {
        return;
    }
    let dir = TempDir::new().unwrap();
    let clock = Clock::manual(START.parse().unwrap());
    let (file, address) = (dir.path().join("sfv.db"), postgres::fresh());
    for database in [Database::File(file.clone()), address.parse().unwrap()] {
        let mut options = options(&dir, &clock);
        options.database = database;
        server::start(options).await.unwrap().stop().await;
    }

    let mut embedded = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let columns = "select m.name as t, c.name as c from sqlite_master m, pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'sqlite~_%' escape '~'";
    let rows = sqlx::query(columns).fetch_all(&mut embedded).await.unwrap();
    let embedded: BTreeSet<(String, String)> = rows.iter().map(|row| (row.get("t"), row.get("c"))).collect();

    let mut server = PgConnection::connect(&address).await.unwrap();
    let columns = "select table_name::text as t, column_name::text as c from information_schema.columns
        where table_schema = 'public'";
    let rows = sqlx::query(columns).fetch_all(&mut server).await.unwrap();
    let server: BTreeSet<(String, String)> = rows.iter().map(|row| (row.get("t"), row.get("c"))).collect();

    let own = |all: &BTreeSet<(String, String)>| -> BTreeSet<(String, String)> {
        all.iter().filter(|(table, _)| table != OF_THE_LIBRARY).cloned().collect()
    };
    let (embedded, server) = (own(&embedded), own(&server));
    let only = |one: &BTreeSet<(String, String)>, other: &BTreeSet<(String, String)>| {
        one.difference(other).map(|(table, column)| format!("{table}.{column}")).collect::<Vec<_>>()
    };
    assert_eq!(only(&embedded, &server), Vec::<String>::new(), "only in the embedded database");
    assert_eq!(only(&server, &embedded), Vec::<String>::new(), "only on the server");
    assert!(embedded.len() > 100, "{}", embedded.len());
}
