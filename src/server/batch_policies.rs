//! What may be decided together, as the files say it.
//! Imports `domain`.

use serde::Deserialize;

use crate::domain::batch::BatchPolicy;

const FILE: &str = include_str!("../../config/batch.toml");

/// The policies of a backend.
#[derive(Debug, Clone)]
pub struct BatchPolicies {
    shared: BatchPolicy,
    demo: BatchPolicy,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    policy: BatchPolicy,
    demo: Demo,
}

/// How the demo differs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Demo {
    enabled: bool,
}

impl BatchPolicies {
    /// The policies that are built into the program.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn embedded() -> Result<Self, String> {
        let file: File = toml::from_str(FILE).map_err(|error| format!("config/batch.toml: {error}"))?;
        let demo = BatchPolicy { enabled: file.demo.enabled, ..file.policy.clone() };
        Ok(Self { shared: file.policy, demo })
    }

    /// The policy that holds.
    #[must_use]
    pub fn of(&self, demo: bool) -> &BatchPolicy {
        if demo { &self.demo } else { &self.shared }
    }
}
