//! The services behind the units: co-operations, reminders and decisions on extensions.
//! Imports `domain`.

use jiff::civil::DateTime;
use serde::Deserialize;

/// What the history tells of the services.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Services {
    /// The address of a service; `{domain}` is the unit's.
    pub email: String,
    /// Its telephone; `{n}` are two digits.
    pub phone: String,
    /// Co-operations.
    #[serde(rename = "cooperation")]
    pub cooperations: Vec<Together>,
    /// Reminders.
    #[serde(rename = "reminder")]
    pub reminders: Vec<Nudge>,
    /// Decisions on extensions.
    #[serde(rename = "extension")]
    pub extensions: Vec<Ruling>,
}

/// A co-operation of the wanted office's units.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// Short and stable.
    pub id: String,
    /// What it is called; `{host}` is the name of the unit that runs it.
    pub name: String,
    /// The situations whose units are in it, the one that runs it first.
    pub situations: Vec<String>,
}

/// A reminder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nudge {
    /// When.
    pub at: DateTime,
    /// The person's id.
    pub by: String,
    /// The situation whose first unit is reminded.
    pub situation: String,
}

/// A decision on an extension.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// When it was registered.
    pub at: DateTime,
    /// The person's id.
    pub by: String,
    /// The situation whose first unit it is about.
    pub situation: String,
    /// The service's own reference of the case.
    pub case_ref: String,
    /// The day on which it was asked.
    pub asked: String,
    /// `granted`, `refused` or `pending`.
    pub verdict: String,
    /// The day of the decision.
    #[serde(default)]
    pub decided: Option<String>,
    /// The day on which the service was told otherwise.
    #[serde(default)]
    pub told: Option<String>,
}
