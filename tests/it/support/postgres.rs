//! The PostgreSQL server of the tests, which `tests/run` starts.

use sqlx::{Connection as _, Executor as _, PgConnection};
use uuid::Uuid;

/// Where `tests/run` tells the address of a database that may make others.
const SERVER: &str = "SFV_TEST_POSTGRES";
/// Set to `postgres`, the tests that could use either database use the server.
const WHICH: &str = "SFV_TEST_DATABASE";

/// The address of the server's own database; none where no server was started, which is said.
pub(crate) fn server() -> Option<String> {
    let address = std::env::var(SERVER).ok();
    if address.is_none() {
        println!("left out: no PostgreSQL server; run ./tests/run");
    }
    address
}

/// True when the tests that could use either database shall use the server.
pub(crate) fn is_wanted() -> bool {
    std::env::var(WHICH).is_ok_and(|which| which == "postgres")
}

/// Makes an empty database, and answers its address.
pub(crate) fn fresh() -> String {
    let server = std::env::var(SERVER).expect("tests/run starts a server");
    let name = format!("sfv_{}", Uuid::new_v4().simple());
    let made = name.clone();
    // The caller may be inside a runtime already.
    let maker = std::thread::spawn(move || {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut conn = PgConnection::connect(&server).await.unwrap();
            let text = format!("create database {made}");
            conn.execute(sqlx::AssertSqlSafe(text)).await.unwrap();
            server.rsplit_once('/').map(|(server, _)| format!("{server}/{made}")).unwrap()
        })
    });
    maker.join().unwrap()
}
