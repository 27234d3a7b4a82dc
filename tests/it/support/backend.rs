//! The real backend as a process of its own, which can be killed and started again where it was.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Stdio},
};

use serde_json::Value;
use sqlx::{Row, SqlitePool, sqlite::SqliteConnectOptions};

use super::pty::signal;
use crate::cli_support::{Home, Run};

/// A backend on a database in the home.
pub(crate) struct Backend {
    child: Child,
    arguments: Vec<String>,
    /// Where it answers; the same after it was started again.
    pub(crate) url: String,
    /// The token of the first reviewer.
    pub(crate) token_file: String,
    /// The folder with a token per person.
    pub(crate) token_dir: PathBuf,
}

impl Backend {
    /// Starts a backend with the demo, with something more on its command line.
    pub(crate) fn start(home: &Home, more: &[&str]) -> Self {
        Self::serve(home, &[&["--demo"], more].concat())
    }

    /// Starts a backend with nothing but what its command line says.
    pub(crate) fn serve(home: &Home, more: &[&str]) -> Self {
        let database = home.path().join("shared.sqlite");
        Self::on(home, database.to_str().expect("UTF-8"), more)
    }

    /// Starts a backend on a database of the caller's choice: a file, or the address of a server.
    pub(crate) fn on(home: &Home, database: &str, more: &[&str]) -> Self {
        let arguments = ["serve", "--database", database];
        let arguments: Vec<String> = arguments.iter().chain(more).map(ToString::to_string).collect();
        let (child, started) = launch(home, &arguments, "127.0.0.1:0").expect("the backend starts");
        let text = |name: &str| started[name].as_str().expect("a string").to_owned();
        let (url, token_file) = (text("listening"), text("token_file"));
        Self { child, arguments, url, token_file, token_dir: text("token_dir").into() }
    }

    /// Kills it on the spot.
    pub(crate) fn kill(&mut self) {
        signal(self.child.id(), "KILL");
        drop(self.child.wait());
    }

    /// True when it does not run.
    pub(crate) fn is_dead(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// The number of the process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Starts it again at the same address on the same database.
    pub(crate) fn restart(&mut self, home: &Home) {
        let address = self.url.trim_start_matches("http://").to_owned();
        let (child, started) = launch(home, &self.arguments, &address).expect("the backend starts again");
        assert_eq!(started["listening"].as_str(), Some(self.url.as_str()));
        self.child = child;
    }

    /// The arguments with which the first reviewer uses it.
    pub(crate) fn client(&self) -> Vec<&str> {
        vec!["--server", &self.url, "--token-file", &self.token_file]
    }

    /// The arguments with which another person uses it.
    pub(crate) fn token_of(&self, person: &str) -> String {
        self.token_dir.join(person).to_str().expect("UTF-8").to_owned()
    }

    /// Runs a command as the first reviewer.
    pub(crate) fn run(&self, home: &Home, arguments: &[&str]) -> Run {
        home.run(&[self.client().as_slice(), arguments].concat())
    }

    /// One case in full.
    pub(crate) fn case(&self, home: &Home, reference: &str) -> Value {
        let run = self.run(home, &["tasks", "show", reference, "--json"]);
        assert_eq!(run.code, 0, "{reference}: {}", run.err);
        run.json()
    }
}

impl Drop for Backend {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.kill();
        }
    }
}

fn launch(home: &Home, arguments: &[String], address: &str) -> Option<(Child, Value)> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut command = home.command(&arguments);
    command.args(["--listen", address]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let mut line = String::new();
    let read = BufReader::new(child.stdout.take()?).read_line(&mut line);
    if let Some(started) = read.ok().and_then(|_| serde_json::from_str(&line).ok()) {
        return Some((child, started));
    }
    drop(child.kill());
    drop(child.wait());
    None
}

/// Rows of the backend's database: one text per column.
pub(crate) fn rows(home: &Home, query: &'static str) -> Vec<Vec<String>> {
    rows_of(home, "shared.sqlite", query)
}

/// Rows of a database in a home: one text per column.
pub(crate) fn rows_of(home: &Home, file: &str, query: &'static str) -> Vec<Vec<String>> {
    let options = SqliteConnectOptions::new().filename(home.path().join(file)).read_only(true);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let pool = SqlitePool::connect_with(options).await.expect("the database opens");
        let found = sqlx::query(query).fetch_all(&pool).await.expect("the query runs");
        pool.close().await;
        let text = |row: &sqlx::sqlite::SqliteRow, at: usize| {
            row.try_get::<Option<String>, _>(at).ok().flatten().unwrap_or_else(|| {
                row.try_get::<Option<i64>, _>(at).ok().flatten().map(|number| number.to_string()).unwrap_or_default()
            })
        };
        found.iter().map(|row| (0..row.len()).map(|at| text(row, at)).collect()).collect()
    })
}
