//! A task (*oppgave*): a case that waits for the office, or one that is solved.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

/// What kind of task it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// A half-yearly report.
    Report,
    /// An access request (*godkjenne rapporttilgang*).
    Access,
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Waits for the office.
    Open,
    /// A report, approved and on its way to the directorate.
    Approved,
    /// A report, back with the unit for correction.
    Returned,
    /// An access request, granted.
    Granted,
    /// An access request, rejected.
    Rejected,
    /// An access request of an external person, forwarded to the directorate.
    Forwarded,
}

impl State {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Returned => "returned",
            Self::Granted => "granted",
            Self::Rejected => "rejected",
            Self::Forwarded => "forwarded",
        }
    }

    /// The state with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Approved, Self::Returned, Self::Granted, Self::Rejected, Self::Forwarded]
            .into_iter()
            .find(|state| state.as_str() == name)
    }
}

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Held back until the undo window ends.
    Held,
    /// Delivered.
    Sent,
    /// Failed; it is tried again.
    Failed,
    /// Taken back inside the undo window.
    Cancelled,
}

/// What a row of the queue is marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Badge {
    /// Nobody has opened or drafted it (*ny*).
    New,
    /// A corrected version (*korrigert*).
    Corrected,
    /// A draft is saved (*utkast*).
    Draft,
    /// New case system, typed by hand (*nytt fagsystem, manuelt*).
    NewSystem,
    /// Computed from the register (*maskinell*).
    Machine,
    /// Arrived after the unit's deadline (*levert for sent*).
    Late,
    /// Arrived before the first day on which units may submit (*før åpning*).
    Early,
}
