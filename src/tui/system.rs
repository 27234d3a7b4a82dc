//! What the screen needs of a system: the signals that end it, and the shell it is put aside for. The one place of the screen
//! that knows how a system says it.
//! Imports nothing of other layers.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The number of the signal of a terminal that has gone away.
pub(super) const HANG_UP: i32 = 1;

/// What ends a session from outside.
#[cfg(unix)]
pub(super) struct Endings {
    hang_up: Signal,
    terminate: Signal,
}

#[cfg(unix)]
impl Endings {
    /// Listens from now on.
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self { hang_up: signal(SignalKind::hangup())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Waits for the next one, and gives its number.
    pub(super) async fn next(&mut self) -> i32 {
        tokio::select! {
            _ = self.hang_up.recv() => HANG_UP,
            _ = self.terminate.recv() => SignalKind::terminate().as_raw_value(),
        }
    }
}

/// What ends a session from outside.
#[cfg(windows)]
pub(super) struct Endings {
    closed: tokio::signal::windows::CtrlClose,
    shut_down: tokio::signal::windows::CtrlShutdown,
}

#[cfg(windows)]
impl Endings {
    /// Listens from now on.
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self { closed: tokio::signal::windows::ctrl_close()?, shut_down: tokio::signal::windows::ctrl_shutdown()? })
    }

    /// Waits for the next one, and gives the number that it has elsewhere.
    pub(super) async fn next(&mut self) -> i32 {
        tokio::select! {
            _ = self.closed.recv() => HANG_UP,
            _ = self.shut_down.recv() => 15,
        }
    }
}

/// Puts the program aside until it is called back (Ctrl-Z, `fg`); where there is no such thing, goes on at once.
pub(super) fn put_aside() -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(())
}
