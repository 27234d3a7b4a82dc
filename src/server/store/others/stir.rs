//! Whether a file may have been written since the last look. The system tells it where it can (inotify), so that nothing wakes
//! up as long as nobody writes; elsewhere it is looked at again and again.
//! Imports nothing of the crate.

use std::{path::Path, time::Duration};

use tokio::time::Instant;

/// The shortest time from one look to the next, so that a whole run of writing costs a look a second.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Tells when it is time to look.
pub(super) struct Stir {
    told: Option<Told>,
    last: Instant,
}

impl Stir {
    /// Watches the folder of a file, for a database has files beside its own.
    pub(super) fn of(file: &Path) -> Self {
        Self { told: Told::of(file), last: Instant::now() }
    }

    /// Waits until something was written, or only a second where nothing tells of it or somebody is in doubt.
    pub(super) async fn wait(&mut self, in_doubt: bool) {
        if let (false, Some(told)) = (in_doubt, &self.told) {
            told.is_heard().await;
            if told.is_over() {
                self.told = None;
            }
        }
        tokio::time::sleep_until(self.last + LOOK_AGAIN).await;
        self.last = Instant::now();
    }
}

#[cfg(target_os = "linux")]
use linux::Told;

#[cfg(target_os = "linux")]
mod linux {
    use std::{
        mem::MaybeUninit,
        os::fd::OwnedFd,
        path::Path,
        sync::{
            Arc,
            atomic::{AtomicBool, Ordering},
        },
        thread,
    };

    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};
    use tokio::sync::Notify;

    use super::LOOK_AGAIN;

    /// What the system tells of the files of a folder, until it is dropped.
    pub(super) struct Told {
        line: Arc<OwnedFd>,
        watch: i32,
        ear: Arc<Ear>,
    }

    #[derive(Default)]
    struct Ear {
        heard: Notify,
        over: AtomicBool,
    }

    impl Told {
        /// None where the system has no more room for it, or does not know the folder.
        pub(super) fn of(file: &Path) -> Option<Self> {
            let file = file.canonicalize().ok()?;
            let line = Arc::new(inotify::init(CreateFlags::CLOEXEC).ok()?);
            let flags = WatchFlags::MODIFY | WatchFlags::CREATE | WatchFlags::DELETE | WatchFlags::MOVE;
            let watch = inotify::add_watch(&line, file.parent()?, flags).ok()?;
            let ear = Arc::new(Ear::default());
            let (reading, telling) = (line.clone(), ear.clone());
            thread::Builder::new().name("stir".to_owned()).spawn(move || listen(&reading, &telling)).ok()?;
            Some(Self { line, watch, ear })
        }

        /// Waits until something has been told since the last time.
        pub(super) async fn is_heard(&self) {
            self.ear.heard.notified().await;
        }

        /// True when nothing will be told any more: the folder has gone.
        pub(super) fn is_over(&self) -> bool {
            self.ear.over.load(Ordering::Relaxed)
        }
    }

    impl Drop for Told {
        /// The end of a watch is told too, and ends the thread that reads.
        fn drop(&mut self) {
            let _gone_already = inotify::remove_watch(&self.line, self.watch);
        }
    }

    /// Sleeps in the system until something is told, takes all of it, and says so at most once a second.
    fn listen(line: &OwnedFd, ear: &Ear) {
        let mut room = vec![MaybeUninit::uninit(); 1 << 16].into_boxed_slice();
        let mut reader = Reader::new(line, &mut room);
        loop {
            loop {
                match reader.next() {
                    Ok(event) if !event.events().contains(ReadFlags::IGNORED) => {}
                    _ => {
                        ear.over.store(true, Ordering::Relaxed);
                        return ear.heard.notify_one();
                    }
                }
                if reader.is_buffer_empty() {
                    break;
                }
            }
            ear.heard.notify_one();
            thread::sleep(LOOK_AGAIN);
        }
    }
}

#[cfg(not(target_os = "linux"))]
use elsewhere::Told;

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use std::path::Path;

    /// Nothing is told.
    pub(super) enum Told {}

    impl Told {
        pub(super) fn of(_file: &Path) -> Option<Self> {
            None
        }

        pub(super) async fn is_heard(&self) {
            match *self {}
        }

        pub(super) fn is_over(&self) -> bool {
            match *self {}
        }
    }
}
