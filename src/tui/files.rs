//! Reading a file that a person names: an ordinary one, and no more of it than anybody wants.
//! Imports nothing of the crate.

use std::{
    fs::File,
    io::{self, Read},
    path::PathBuf,
};

/// The most bytes that are handed on; whoever reads them says what is too much.
const MOST: u64 = 8 * 1024 * 1024;

/// The bytes of a file, or why they cannot be read in the system's own words; no words for what is no ordinary file.
/// `~/` is the person's home.
pub(super) async fn read(path: String) -> Result<Vec<u8>, String> {
    let read = tokio::task::spawn_blocking(move || bytes(&path)).await;
    match read {
        Ok(Ok(bytes)) => bytes.ok_or_else(String::new),
        Ok(Err(error)) => Err(error.to_string()),
        Err(stopped) => Err(stopped.to_string()),
    }
}

fn bytes(path: &str) -> io::Result<Option<Vec<u8>>> {
    let home = path.strip_prefix("~/").and_then(|rest| Some(PathBuf::from(std::env::var_os("HOME")?).join(rest)));
    let path = home.unwrap_or_else(|| PathBuf::from(path));
    if !path.metadata()?.is_file() {
        // A pipe or a terminal would be waited for without end.
        return Ok(None);
    }
    let mut bytes = Vec::new();
    File::open(&path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}
