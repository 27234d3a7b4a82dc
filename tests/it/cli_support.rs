//! The real program in a home of its own.

use std::{
    fs,
    io::Write,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

/// A home for the program: settings, databases and journals of one test.
pub(crate) struct Home(TempDir);

/// How a run ended.
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Run {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }

    /// Standard error as JSON.
    pub(crate) fn fault(&self) -> Value {
        serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {}", self.err))
    }

    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Home {
    /// An empty home. Only the filled demo that everybody copies is shared.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder of the test");
        let cache = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sfv-cache");
        fs::create_dir_all(&cache).expect("a folder of the test");
        symlink(&cache, home.path().join("cache")).expect("a link of the test");
        Self(home)
    }

    /// The home's folder.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file into the home and gives its path.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of the test");
        fs::write(&path, content).expect("a file of the test");
        path.to_str().expect("UTF-8").to_owned()
    }

    /// The program, ready to run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sfv"));
        command.args(arguments).env("SFV_HOME", self.path()).stdin(Stdio::null());
        for name in ["SFV_SERVER", "SFV_TOKEN", "SFV_TOKEN_FILE", "SFV_NOW", "SFV_CONFIG"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().expect("the program runs"))
    }

    /// Runs the program with something on its standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("the program reads");
        Run::of(child.wait_with_output().expect("the program ends"))
    }

    /// Runs a command on the demo.
    pub(crate) fn demo(&self, arguments: &[&str]) -> Run {
        self.run(&[&["--demo"], arguments].concat())
    }
}
