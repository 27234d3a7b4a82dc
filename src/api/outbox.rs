//! The outbox: what leaves an office, where it stands, and sending again what was given up.
//! Imports `domain`.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::case::DeliveryView;
use crate::domain::{report::Reference, unit::UnitNo};

/// Which part of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutboxPart {
    /// What could not be delivered: given up, or tried again later.
    #[default]
    Failed,
    /// What was given up: somebody has to look at it.
    GivenUp,
    /// What has not left yet.
    Waiting,
    /// What has left.
    Sent,
    /// Everything.
    All,
}

/// Which part of the outbox is asked for.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OutboxQuery {
    /// Which part; without it what could not be delivered.
    pub part: OutboxPart,
}

/// The deliveries of an office, at most a few hundred: what was given up first, then the newest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutboxList {
    /// The deliveries.
    pub rows: Vec<OutboxRow>,
}

/// A delivery, and what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutboxRow {
    /// The case.
    pub reference: Option<Reference>,
    /// The unit, where it is no case.
    pub unit: Option<UnitNo>,
    /// The delivery.
    pub delivery: DeliveryView,
}
