//! Folders that the system tells of (inotify on Linux): as long as nobody writes in them, nothing wakes up and nobody looks.
//! Imports nothing of other layers.

use std::{collections::BTreeSet, ffi::OsString, io, path::Path};

/// What is told of the files of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// That one was saved, or another put in its place.
    Saved,
    /// Every writing.
    Written,
}

/// Folders that are listened to, until this is dropped.
#[derive(Debug)]
#[must_use = "nothing is told any more once this is dropped"]
pub struct Listening {
    _line: line::Line,
}

/// Calls somebody with the names of the files of which something was told, from a thread of its own; what is told while they
/// are busy comes in one call after it. The call is dropped when nothing will be told any more, as when the folders are gone.
///
/// # Errors
/// When the system has no room for it, knows none of the folders, or has no such thing.
pub fn listen<'p>(
    folders: impl IntoIterator<Item = &'p Path>,
    what: What,
    tell: impl FnMut(&BTreeSet<OsString>) + Send + 'static,
) -> io::Result<Listening> {
    line::listen(folders, what, tell).map(|line| Listening { _line: line })
}

#[cfg(target_os = "linux")]
mod line {
    use std::{
        collections::BTreeSet,
        ffi::{OsStr, OsString},
        io,
        mem::MaybeUninit,
        os::{fd::OwnedFd, unix::ffi::OsStrExt as _},
        path::Path,
        sync::Arc,
        thread,
    };

    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};

    use super::What;

    /// Room for what is told while nobody reads.
    const ROOM: usize = 1 << 16;

    #[derive(Debug)]
    pub(super) struct Line {
        system: Arc<OwnedFd>,
        watches: Vec<i32>,
    }

    impl Drop for Line {
        /// The end of a watch is told too, and ends the thread that reads.
        fn drop(&mut self) {
            for watch in &self.watches {
                let _gone_already = inotify::remove_watch(&self.system, *watch);
            }
        }
    }

    pub(super) fn listen<'p>(
        folders: impl IntoIterator<Item = &'p Path>,
        what: What,
        tell: impl FnMut(&BTreeSet<OsString>) + Send + 'static,
    ) -> io::Result<Line> {
        let system = Arc::new(inotify::init(CreateFlags::CLOEXEC)?);
        let flags = match what {
            What::Saved => WatchFlags::CLOSE_WRITE | WatchFlags::MOVE | WatchFlags::DELETE,
            What::Written => WatchFlags::MODIFY | WatchFlags::CREATE | WatchFlags::MOVE | WatchFlags::DELETE,
        };
        let mut watches = BTreeSet::new();
        for folder in folders {
            // The same folder twice is one watch.
            watches.insert(inotify::add_watch(&system, folder, flags)?);
        }
        if watches.is_empty() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let (reading, left) = (Arc::clone(&system), watches.len());
        thread::Builder::new().name("folder".to_owned()).spawn(move || read(&reading, left, tell))?;
        Ok(Line { system, watches: watches.into_iter().collect() })
    }

    /// Sleeps in the system until something is told, takes all of it, and tells it on, until every watch has ended.
    fn read(system: &OwnedFd, mut watches: usize, mut tell: impl FnMut(&BTreeSet<OsString>)) {
        let mut room = vec![MaybeUninit::uninit(); ROOM].into_boxed_slice();
        let mut reader = Reader::new(system, &mut room);
        while watches > 0 {
            let mut names = BTreeSet::new();
            loop {
                let Ok(event) = reader.next() else { return };
                if event.events().contains(ReadFlags::IGNORED) {
                    watches -= 1;
                }
                names.extend(event.file_name().map(|name| OsStr::from_bytes(name.to_bytes()).to_owned()));
                if reader.is_buffer_empty() {
                    break;
                }
            }
            if !names.is_empty() {
                tell(&names);
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod line {
    use std::{collections::BTreeSet, ffi::OsString, io, path::Path};

    use super::What;

    #[derive(Debug)]
    pub(super) enum Line {}

    pub(super) fn listen<'p>(
        _folders: impl IntoIterator<Item = &'p Path>,
        _what: What,
        _tell: impl FnMut(&BTreeSet<OsString>) + Send + 'static,
    ) -> io::Result<Line> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::{fs, sync::mpsc, time::Duration};

    use super::*;

    #[test]
    fn what_is_written_is_told_by_name_and_the_call_is_dropped_when_nobody_listens_or_the_folder_is_gone() {
        let home = tempfile::tempdir().expect("a folder of the test");
        let patience = Duration::from_secs(20);
        for gone in [false, true] {
            let folder = home.path().join(gone.to_string());
            fs::create_dir(&folder).expect("a folder");
            let (told, hears) = mpsc::channel();
            let tell = move |names: &BTreeSet<OsString>| drop(told.send(names.clone()));
            let listening = listen([folder.as_path(), folder.as_path()], What::Written, tell).expect("listens");
            fs::write(folder.join("fil"), "ord").expect("written");
            assert!(hears.recv_timeout(patience).expect("told").contains("fil".as_ref() as &std::ffi::OsStr));
            if gone {
                fs::remove_dir_all(&folder).expect("removed");
            } else {
                drop(listening);
            }
            let ended = std::iter::repeat_with(|| hears.recv_timeout(patience)).find_map(Result::err);
            assert_eq!(ended, Some(mpsc::RecvTimeoutError::Disconnected), "gone: {gone}");
        }
        assert!(listen([home.path().join("none").as_path()], What::Saved, |_| {}).is_err());
    }
}
