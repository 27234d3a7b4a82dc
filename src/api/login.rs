//! Login: what both sides agree on beyond RFC 8628, and the logins of a person.
//! Imports nothing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
