//! The memory on the disk: private files, each whole at every moment.
//! Imports nothing of other layers.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    time::SystemTime,
};

use jiff::SignedDuration;
use uuid::Uuid;

use super::super::system;

/// How often it is tried to remove a folder that somebody writes to.
const TRIES: usize = 10;

/// Writes a file in the place of the one before. It is not waited for until it is on the disk: it can be made again.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        system::make_folder(folder)?;
    }
    let fresh = path.with_extension(format!("{}.new", Uuid::new_v4().simple()));
    let opened = system::options().write(true).create_new(true).open(&fresh);
    let written = opened.and_then(|mut file| file.write_all(bytes)).and_then(|()| fs::rename(&fresh, path));
    if written.is_err() {
        drop(fs::remove_file(&fresh));
    }
    written
}

/// Throws away files that are older than they last, and folders that are empty then; says how many files that were.
pub(super) fn sweep(folder: &Path, lasts: SignedDuration) -> io::Result<usize> {
    let mut swept = 0;
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            swept += sweep(&path, lasts)?;
            // Only an empty one goes.
            drop(fs::remove_dir(&path));
            continue;
        }
        let made = entry.metadata().and_then(|data| data.modified());
        let age = made.ok().and_then(|made| SystemTime::now().duration_since(made).ok());
        if age.is_some_and(|age| age > lasts.unsigned_abs()) && fs::remove_file(&path).is_ok() {
            swept += 1;
        }
    }
    Ok(swept)
}

/// Removes a folder with everything in it; says how many files that were.
pub(super) fn remove(folder: &Path) -> io::Result<usize> {
    let count = count(folder);
    let mut tries = TRIES;
    loop {
        tries -= 1;
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(count),
            // A program that runs has written meanwhile.
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty && tries > 0 => {}
            other => return other.map(|()| count),
        }
    }
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let of = |entry: fs::DirEntry| if entry.path().is_dir() { count(&entry.path()) } else { 1 };
    entries.map(of).sum()
}
