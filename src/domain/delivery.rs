//! Why a delivery did not leave, and what the one who took it answered.
//! Imports nothing of the crate.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Why a delivery did not leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Miss {
    /// The recipient is no address that mail can be sent to.
    Address,
    /// The mail server refuses it for good.
    Refused,
    /// The other side asks to come again later.
    Busy,
    /// The other side is not there.
    Away,
    /// The other side does not let us in, or cannot do what we ask of it.
    Login,
    /// The other side cannot prove who it is.
    Certificate,
    /// The other side does not answer in time, so that nobody knows whether it took it.
    Silent,
    /// The directorate's system refuses it for good.
    Rejected,
    /// The folder cannot be written to.
    Folder,
    /// Something else.
    Other,
}

impl Miss {
    /// True when the same delivery can never leave by trying again.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, Self::Address | Self::Refused | Self::Rejected)
    }

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Refused => "refused",
            Self::Busy => "busy",
            Self::Away => "away",
            Self::Login => "login",
            Self::Certificate => "certificate",
            Self::Silent => "silent",
            Self::Rejected => "rejected",
            Self::Folder => "folder",
            Self::Other => "other",
        }
    }
}

/// What the directorate's system answered: the proof that a report was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = HandoverReceipt)]
pub struct Receipt {
    /// Its number there.
    pub id: String,
    /// When it was taken, by the clock there.
    pub received_at: Timestamp,
    /// SHA-256 of what was taken, in hexadecimal.
    pub sha256: String,
}
