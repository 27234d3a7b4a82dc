//! Files that are told of when they are saved.
//! Imports `folder`.

use std::{ffi::OsString, io, path::PathBuf, thread, time::Duration};

use crate::folder::{self, Listening, What};

/// How long saving a file may take, from the first sign of it: editors write, rename and clear up.
const SAVING: Duration = Duration::from_millis(80);

/// Tells when one of these files was saved. The folders are watched and not the files, for an editor puts a new file in the
/// place of the old one; a folder that is not there is not watched.
///
/// # Errors
/// When the system cannot watch; then the settings are read again by a command.
pub fn watch(files: &[PathBuf], tell: impl Fn() + Send + 'static) -> io::Result<Listening> {
    let names: Vec<OsString> = files.iter().filter_map(|file| Some(file.file_name()?.to_owned())).collect();
    let folders = files.iter().filter_map(|file| file.parent()).filter(|folder| folder.is_dir());
    folder::listen(folders, What::Saved, move |told| {
        if names.iter().any(|name| told.contains(name)) {
            thread::sleep(SAVING);
            tell();
        }
    })
}
