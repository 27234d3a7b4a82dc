//! Login from a terminal: asking for a code, keeping the tokens, and renewing them before they are needed.
//! Imports `api`.

pub mod device;
pub mod file;
pub mod keeper;
mod ring;

use std::io;

use crate::api::fault::Fault;

/// Why a login does not come about.
#[derive(Debug, thiserror::Error)]
pub enum LoginFault {
    /// The backend, or the way to it.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The backend has no login.
    #[error("the backend has no login")]
    NoLogin,
    /// The person said that the code is not theirs.
    #[error("denied")]
    Denied,
    /// Nobody confirmed the code in time.
    #[error("expired")]
    Expired,
    /// The tokens cannot be kept.
    #[error(transparent)]
    Keeping(#[from] io::Error),
}
