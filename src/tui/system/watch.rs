//! Files that are told of when they are saved. The system tells it (inotify): nothing wakes up in between.
//! Imports nothing of other layers.

use std::{io, path::PathBuf};

/// How long saving a file may take, from the first sign of it: editors write, rename and clear up.
#[cfg(target_os = "linux")]
const SAVING: std::time::Duration = std::time::Duration::from_millis(80);

/// Tells when one of these files was saved, until the process ends. The folders are watched and not the files, for an editor
/// puts a new file in the place of the old one; a folder that is not there is not watched.
///
/// # Errors
/// When the system cannot watch.
#[cfg(target_os = "linux")]
pub fn watch(files: &[PathBuf], tell: impl Fn() + Send + 'static) -> io::Result<()> {
    use std::os::unix::ffi::OsStrExt as _;

    use rustix::fs::inotify::{self, CreateFlags, Reader, WatchFlags};

    let fd = inotify::init(CreateFlags::CLOEXEC)?;
    let flags = WatchFlags::CLOSE_WRITE | WatchFlags::MOVED_TO | WatchFlags::MOVED_FROM | WatchFlags::DELETE;
    for folder in files.iter().filter_map(|file| file.parent()).filter(|folder| folder.is_dir()) {
        inotify::add_watch(&fd, folder, flags)?;
    }
    let names: Vec<Vec<u8>> = files.iter().filter_map(|file| Some(file.file_name()?.as_bytes().to_owned())).collect();
    // A thread that sleeps in the system until something is told costs nothing, and ends with the process.
    std::thread::spawn(move || {
        let mut room = [std::mem::MaybeUninit::uninit(); 4096];
        let mut reader = Reader::new(fd, &mut room);
        while let Ok(event) = reader.next() {
            if event.file_name().is_some_and(|name| names.iter().any(|ours| ours == name.to_bytes())) {
                std::thread::sleep(SAVING);
                tell();
            }
        }
    });
    Ok(())
}

/// Where the system has no such thing, the settings are read again by a command.
///
/// # Errors
/// Never.
#[cfg(not(target_os = "linux"))]
pub fn watch(_files: &[PathBuf], _tell: impl Fn() + Send + 'static) -> io::Result<()> {
    Ok(())
}
