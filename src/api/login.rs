//! Login: what both sides agree on beyond RFC 8628, and the logins of a person.
//! Imports nothing of other layers.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{fault::Fault, me::Me};

/// What the program calls itself at the backend. It has no secret.
pub const CLIENT_ID: &str = "sfv";
/// The grant of a terminal.
pub const DEVICE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// The grant of a login that goes on.
pub const REFRESH_GRANT: &str = "refresh_token";

/// A login.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionView {
    /// Its id.
    pub id: String,
    /// When the person logged in.
    pub begun_at: Timestamp,
    /// When it was used last, to the minute.
    pub used_at: Timestamp,
    /// Until when it lasts.
    pub ends_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// The address it was begun from.
    pub address: String,
    /// The program it was begun with.
    pub agent: String,
    /// The level at which the person logged in.
    pub level: Option<String>,
    /// True for the one that asks.
    pub current: bool,
    /// True while it can be used.
    pub open: bool,
}

/// The logins of a person, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionList {
    /// The logins.
    pub sessions: Vec<SessionView>,
}

/// How a person is reached at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// The e-mail address at work.
    pub email: String,
    /// The telephone at work.
    pub phone: String,
}

/// What a person is shown who shall log in: open the address anywhere, and write the code there. The code does not show itself
/// in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct DoorCode {
    /// The address.
    pub address: String,
    /// The address with the code in it.
    pub whole: Option<String>,
    /// The code.
    pub code: String,
    /// How long it lasts.
    pub lasts: SignedDuration,
}

impl fmt::Debug for DoorCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("DoorCode").field("address", &self.address).finish_non_exhaustive()
    }
}

/// A person who is let in again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetIn {
    /// The person.
    pub me: Me,
    /// True when they came in at this terminal; false when they logged in at another one on the same machine.
    pub here: bool,
}

/// Why a person who was logged out is not let in again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFault {
    /// The backend, or the way to it.
    Fault(Fault),
    /// The backend has no login, or the program came in without one.
    NoLogin,
    /// The person said that the code is not theirs.
    Denied,
    /// Nobody confirmed the code in time.
    Expired,
    /// Somebody else logged in: their name.
    Other(String),
    /// The tokens cannot be kept: what the system says.
    Unkept(String),
}
