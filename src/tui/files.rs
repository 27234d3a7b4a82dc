//! Reading a file that a person names: an ordinary one, and no more of it than anybody wants.
//! Imports `app`.

use std::{
    fs::File,
    io::{self, Read},
    path::PathBuf,
};

use crate::app::msg::FileTrouble;

/// The most bytes that are handed on; whoever reads them says what is too much.
const MOST: u64 = 8 * 1024 * 1024;

/// The bytes of a file, or why they cannot be read. `~/` is the person's home.
pub(super) async fn read(path: String) -> Result<Vec<u8>, FileTrouble> {
    let read = tokio::task::spawn_blocking(move || bytes(&path)).await;
    read.unwrap_or_else(|stopped| Err(FileTrouble::Other(stopped.to_string())))
}

fn bytes(path: &str) -> Result<Vec<u8>, FileTrouble> {
    let home = path.strip_prefix("~/").and_then(|rest| Some(PathBuf::from(std::env::var_os("HOME")?).join(rest)));
    let path = home.unwrap_or_else(|| PathBuf::from(path));
    if !path.metadata().map_err(|error| trouble(&error))?.is_file() {
        // A pipe or a terminal would be waited for without end.
        return Err(FileTrouble::NotPlain);
    }
    let mut bytes = Vec::new();
    File::open(&path).and_then(|file| file.take(MOST).read_to_end(&mut bytes)).map_err(|error| trouble(&error))?;
    Ok(bytes)
}

fn trouble(error: &io::Error) -> FileTrouble {
    match error.kind() {
        io::ErrorKind::NotFound => FileTrouble::Missing,
        io::ErrorKind::PermissionDenied => FileTrouble::NotAllowed,
        _ => FileTrouble::Other(error.to_string()),
    }
}
