//! Whether a database may have been written since the last look: the system tells it where it can, and elsewhere it is looked
//! at again and again.
//! Imports `folder`.

use std::{path::Path, thread, time::Duration};

use tokio::{
    sync::mpsc::{self, Receiver},
    time::Instant,
};

use crate::folder::{self, Listening, What};

/// The shortest time from one look to the next, so that a whole run of writing costs a look a second.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Tells when it is time to look.
pub(super) struct Stir {
    told: Option<(Receiver<()>, Listening)>,
    last: Instant,
}

impl Stir {
    /// Watches the folder of a file, for a database has files beside its own.
    pub(super) fn of(file: &Path) -> Self {
        Self { told: listen(file), last: Instant::now() }
    }

    /// Waits until something was written, or only a second where nothing tells of it or somebody is in doubt.
    pub(super) async fn wait(&mut self, in_doubt: bool) {
        if let (false, Some((told, _))) = (in_doubt, &mut self.told)
            && told.recv().await.is_none()
        {
            self.told = None;
        }
        tokio::time::sleep_until(self.last + LOOK_AGAIN).await;
        self.last = Instant::now();
    }
}

fn listen(file: &Path) -> Option<(Receiver<()>, Listening)> {
    let file = file.canonicalize().ok()?;
    let (tell, told) = mpsc::channel(1);
    let listening = folder::listen(file.parent(), What::Written, move |_| {
        // One word waits already: that is enough.
        let _waits = tell.try_send(());
        thread::sleep(LOOK_AGAIN);
    });
    Some((told, listening.ok()?))
}
