//! The signs by which a system tells a service to stop, or to read its certificate anew. The one place of the command line that
//! knows how a system says it.
//! Imports `server`.

use super::failure::Failure;
use crate::server::tls::Tls;

/// What a hang-up means.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hangup<'a> {
    /// The end.
    Ends,
    /// Reading the certificate anew, if there is one.
    Reads(Option<&'a Tls>),
}

/// The signs that stop the process or make it read its certificate anew.
pub(super) struct Signs {
    #[cfg(unix)]
    end: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    hangup: tokio::signal::unix::Signal,
}

impl Signs {
    /// Listens from now on.
    pub(super) fn listen() -> Result<Self, Failure> {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let cannot = |error: std::io::Error| Failure::Internal(error.to_string());
            Ok(Self {
                end: signal(SignalKind::terminate()).map_err(cannot)?,
                interrupt: signal(SignalKind::interrupt()).map_err(cannot)?,
                hangup: signal(SignalKind::hangup()).map_err(cannot)?,
            })
        }
        #[cfg(not(unix))]
        Ok(Self {})
    }

    /// Waits until the process is told to stop. A hang-up reads the certificate anew where the service is set up by a file or has
    /// a certificate; else it is the end of the terminal that it was started in.
    #[cfg(unix)]
    pub(super) async fn stop(&mut self, hangup: Hangup<'_>) {
        loop {
            tokio::select! {
                _ = self.interrupt.recv() => return,
                _ = self.end.recv() => return,
                _ = self.hangup.recv() => match hangup {
                    Hangup::Reads(tls) => renew(tls),
                    Hangup::Ends => return,
                },
            }
        }
    }

    /// Waits until the process is told to stop.
    #[cfg(not(unix))]
    pub(super) async fn stop(&mut self, _hangup: Hangup<'_>) {
        let _told = tokio::signal::ctrl_c().await;
    }
}

/// Reads the certificate anew; one that cannot be used leaves the old one where it is.
#[cfg(unix)]
fn renew(tls: Option<&Tls>) {
    match tls.map(Tls::renew) {
        None => tracing::info!("Nothing to read anew: there is no certificate"),
        Some(Ok(())) => tracing::info!("The certificate was read anew"),
        Some(Err(error)) => tracing::error!(error, "The certificate cannot be used; the old one stays"),
    }
}
