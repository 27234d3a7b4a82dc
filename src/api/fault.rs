//! Every failure, in one shape: what happened, whether anything was stored, and by which reasons.
//! On the wire it is a problem document (RFC 9457); on the screen the text layer makes sentences of it.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    refusal::{Refusal, TogetherFault},
    task::State,
};

/// What kind of failure it is: the machine-readable part of a problem document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Not logged in, or the token is no longer valid (401).
    NotLoggedIn,
    /// Logged in, but not allowed (403).
    NotAllowed,
    /// Logged in, but the person has not told how they are reached at work (403).
    NotRegistered,
    /// The program was started to read only: nothing was sent.
    ReadOnly,
    /// No such case, unit, form or page (404).
    NotFound,
    /// A newer version of the case than the one that was seen (412).
    VersionChanged,
    /// The case is decided already (409).
    AlreadyDecided,
    /// A colleague has the task (409).
    Held,
    /// Nothing to take back, or the window is over (409).
    UndoOver,
    /// The idempotency key was used for another decision (409).
    KeyReused,
    /// The same version is already there (409).
    AlreadySubmitted,
    /// The input is refused; the reasons are in `refusals` (422).
    Refused,
    /// The request is not of its form (400).
    BadRequest,
    /// The version seen is missing (428).
    VersionMissing,
    /// The request is too large (413).
    TooLarge,
    /// Too many requests in a short time; nothing was stored, and later it will be answered (429).
    TooMany,
    /// The backend's database is locked, full or read-only (503).
    Storage,
    /// The backend itself failed (500).
    Internal,
    /// The backend cannot be reached: nothing was sent.
    Away,
    /// The connection broke or timed out after the request had gone: the outcome is not known.
    Unknown,
    /// The answer is not one the program understands.
    Garbled,
}

impl FaultKind {
    /// Every kind.
    pub const ALL: [Self; 21] = [
        Self::NotLoggedIn,
        Self::NotAllowed,
        Self::NotRegistered,
        Self::ReadOnly,
        Self::NotFound,
        Self::VersionChanged,
        Self::AlreadyDecided,
        Self::Held,
        Self::UndoOver,
        Self::KeyReused,
        Self::AlreadySubmitted,
        Self::Refused,
        Self::BadRequest,
        Self::VersionMissing,
        Self::TooLarge,
        Self::TooMany,
        Self::Storage,
        Self::Internal,
        Self::Away,
        Self::Unknown,
        Self::Garbled,
    ];

    /// True when the backend has judged the request itself, and not who sent it or the way it came: what it then says of a
    /// request with a key is true of every earlier attempt with the same key too.
    #[must_use]
    pub fn is_verdict(self) -> bool {
        match self {
            Self::NotFound
            | Self::VersionChanged
            | Self::AlreadyDecided
            | Self::Held
            | Self::UndoOver
            | Self::KeyReused
            | Self::AlreadySubmitted
            | Self::Refused
            | Self::BadRequest
            | Self::VersionMissing
            | Self::TooLarge => true,
            Self::NotLoggedIn
            | Self::NotAllowed
            | Self::NotRegistered
            | Self::ReadOnly
            | Self::TooMany
            | Self::Storage
            | Self::Internal
            | Self::Away
            | Self::Unknown
            | Self::Garbled => false,
        }
    }
}

/// Whether a request changed anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stored {
    /// Nothing was stored.
    No,
    /// It is not known; the same request may safely be sent again.
    Unknown,
}

/// A failure, as a value both sides understand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{kind:?}: {detail}")]
pub struct Fault {
    /// What kind of failure.
    pub kind: FaultKind,
    /// Whether anything was stored.
    pub stored: Stored,
    /// What the one who found it says, in Norwegian from a backend; may be empty.
    pub detail: String,
    /// The reasons of a refusal.
    pub refusals: Vec<Refusal>,
    /// The newest version of the case, for `version_changed`.
    pub version: Option<u32>,
    /// Where the case stands, for `already_decided`.
    pub state: Option<State>,
    /// Who got there first, for `already_decided` and `held`.
    pub by: Option<String>,
}

impl Fault {
    /// A fault of a kind, with nothing stored and nothing more to say.
    #[must_use]
    pub fn new(kind: FaultKind) -> Self {
        let stored = if kind == FaultKind::Unknown { Stored::Unknown } else { Stored::No };
        Self { kind, stored, detail: String::new(), refusals: Vec::new(), version: None, state: None, by: None }
    }

    /// The same with a detail.
    #[must_use]
    pub fn because(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// A refusal for one reason.
    #[must_use]
    pub fn refused(refusal: Refusal) -> Self {
        Self::refused_for(vec![refusal])
    }

    /// A refusal for several reasons.
    #[must_use]
    pub fn refused_for(refusals: Vec<Refusal>) -> Self {
        Self { refusals, ..Self::new(FaultKind::Refused) }
    }

    /// True when sending the same request again may help.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(
            self.kind,
            FaultKind::Away | FaultKind::Unknown | FaultKind::Storage | FaultKind::TooMany | FaultKind::Garbled
        )
    }

    /// True for faults after which what was typed waits on this machine: it is sent when the backend, or the person, is back.
    #[must_use]
    pub fn leaves_it_waiting(&self) -> bool {
        self.is_retryable() || self.kind == FaultKind::NotLoggedIn
    }

    /// True when a request with a key may be stored after this fault: by this attempt, or by one before that had no answer.
    #[must_use]
    pub fn may_be_stored(&self, asked_before: bool) -> bool {
        self.stored == Stored::Unknown || (asked_before && !self.kind.is_verdict())
    }

    /// The colleague whose draft stands where this one should have been stored.
    #[must_use]
    pub fn colleague_who_wrote(&self) -> Option<&str> {
        self.refusals.iter().find_map(|refusal| match refusal {
            Refusal::Together(TogetherFault::ColleagueWrote { name }) => Some(name.as_str()),
            _ => None,
        })
    }

    /// The exit code of a command that ends with this fault.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        if self.stored == Stored::Unknown {
            return 75;
        }
        match self.kind {
            FaultKind::VersionChanged
            | FaultKind::AlreadyDecided
            | FaultKind::Held
            | FaultKind::UndoOver
            | FaultKind::AlreadySubmitted => 4,
            FaultKind::Refused | FaultKind::TooLarge => 65,
            FaultKind::NotFound => 66,
            FaultKind::Away | FaultKind::TooMany | FaultKind::Garbled => 69,
            FaultKind::BadRequest | FaultKind::VersionMissing | FaultKind::KeyReused | FaultKind::Internal => 70,
            FaultKind::Storage => 73,
            FaultKind::Unknown => 75,
            FaultKind::NotLoggedIn | FaultKind::NotAllowed | FaultKind::NotRegistered | FaultKind::ReadOnly => 77,
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::refused(refusal)
    }
}

/// The problem document of a fault (RFC 9457), media type `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `urn:sfv:problem:` and the kind.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// The kind in words.
    pub title: String,
    /// The status code.
    pub status: u16,
    /// What happened here, and what to do.
    pub detail: String,
    /// The machine-readable kind.
    pub kind: FaultKind,
    /// Whether anything was stored.
    pub stored: Stored,
    /// The reasons of a refusal.
    #[serde(default)]
    pub refusals: Vec<Refusal>,
    /// The reasons in words, in the same order.
    #[serde(default)]
    pub errors: Vec<String>,
    /// The newest version of the case.
    #[serde(default)]
    pub version: Option<u32>,
    /// Where the case stands.
    #[serde(default)]
    pub state: Option<State>,
    /// Who got there first.
    #[serde(default)]
    pub by: Option<String>,
}
