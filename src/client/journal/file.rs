//! The journal on the disk: private files, a lock per seat, appending and writing anew.
//! Imports nothing of other layers.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use super::{super::system, JournalError, Pending, entry::Entry};

/// Names the file in an error.
pub(super) fn fault(path: &Path) -> impl Fn(io::Error) -> JournalError + use<> {
    let path = path.to_owned();
    move |cause| JournalError { path: path.clone(), cause }
}

/// The folder, readable by its owner only.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    system::make_folder(folder)
}

/// Options for a file that only its owner reads.
fn private() -> OpenOptions {
    let mut options = system::options();
    options.create(true);
    options
}

/// Takes a seat; None when another program has it. The system gives it back when the program ends, however it ends.
pub(super) fn lock(path: &Path) -> io::Result<Option<File>> {
    let file = private().write(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// What a file leaves pending, and whether it has lines that nobody here can read. A line that is no line – torn when the
/// program was killed or the disk was full – was never sent, and is not one of them.
pub(super) fn read(path: &Path) -> io::Result<(Pending, bool)> {
    let mut bytes = Vec::new();
    match File::open(path) {
        Ok(mut file) => file.read_to_end(&mut bytes)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((Pending::default(), false)),
        Err(error) => return Err(error),
    };
    let (mut pending, mut unreadable) = (Pending::default(), false);
    for line in bytes.split(|byte| *byte == b'\n') {
        match serde_json::from_slice::<Entry>(line) {
            Ok(entry) => pending.apply(entry),
            Err(error) => unreadable |= !error.is_eof(),
        }
    }
    Ok((pending, unreadable))
}

/// Copies a file that cannot be read in full to a name beside it that is free, before it is written anew.
pub(super) fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let free = path.with_extension(format!("unreadable-{number}"));
        match system::options().write(true).create_new(true).open(&free) {
            Ok(mut copy) => {
                let copied = io::copy(&mut File::open(path)?, &mut copy).and_then(|_| copy.sync_all());
                if copied.is_err() {
                    drop(fs::remove_file(&free));
                }
                return copied.map(|()| free);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Adds a line and waits until it is on the disk; returns its length. After a torn line it begins on a new one.
pub(super) fn append(file: &mut File, entry: &Entry, torn: bool) -> io::Result<u64> {
    let mut line = if torn { vec![b'\n'] } else { Vec::new() };
    serde_json::to_writer(&mut line, entry)?;
    line.push(b'\n');
    file.write_all(&line)?;
    file.sync_data()?;
    Ok(line.len() as u64)
}

/// Writes the file anew with only what is pending; a kill at any moment leaves the old or the new one.
pub(super) fn rewrite(path: &Path, pending: &Pending) -> io::Result<(File, u64)> {
    let fresh = path.with_extension("new");
    let mut file = private().write(true).truncate(true).open(&fresh)?;
    let mut text = Vec::new();
    for entry in pending.lines() {
        serde_json::to_writer(&mut text, &entry)?;
        text.push(b'\n');
    }
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok((file, text.len() as u64))
}
