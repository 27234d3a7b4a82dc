//! The person's own editor, for a text that is easier to write there.
//! Imports `client`.

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::Command,
};

use uuid::Uuid;

use crate::client::system;

/// A file with the text that only its owner can read, gone when the editor is done with it.
struct Sheet(PathBuf);

impl Sheet {
    fn with(text: &str) -> io::Result<Self> {
        let path = env::temp_dir().join(format!("sfv-{}.txt", Uuid::new_v4().simple()));
        let mut file = system::options().write(true).create_new(true).open(&path)?;
        let sheet = Self(path);
        file.write_all(text.as_bytes())?;
        Ok(sheet)
    }
}

impl Drop for Sheet {
    fn drop(&mut self) {
        // What cannot be removed was readable by its owner alone.
        drop(fs::remove_file(&self.0));
    }
}

/// Lets the person edit a text in the program that `VISUAL` or `EDITOR` names.
///
/// # Errors
/// With an empty message when none is named; else when it cannot be started or does not end well, and when what it leaves is not UTF-8.
pub(super) fn edit(text: &str) -> io::Result<String> {
    let named = |name: &str| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = named("VISUAL").or_else(|| named("EDITOR"));
    let editor = editor.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, ""))?;
    let sheet = Sheet::with(text)?;
    run(&editor, &sheet.0)?;
    fs::read_to_string(&sheet.0)
}

/// Runs the editor as the shell would: its name may carry arguments.
fn run(editor: &str, file: &Path) -> io::Result<()> {
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(file).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{editor}: {status}"))) }
}
