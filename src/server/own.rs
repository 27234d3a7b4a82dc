//! What stands in files of the office's own: its policy, and its periods where they are not the usual ones.
//! Imports `domain`.

use crate::domain::{
    policy::Policy,
    register::{BadData, Register},
};

/// What stands in files of the office's own; what does not, is built in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnData {
    /// What the offices have decided about their work.
    pub policy: Option<Policy>,
    /// The periods and public holidays, as in `config/periods.toml`.
    pub periods: Option<String>,
    /// The header in which the own proxy tells where a request comes from; none is believed without it.
    pub proxy_header: Option<String>,
}

impl OwnData {
    /// The policy.
    ///
    /// # Errors
    /// [`BadData`]; a test holds that this never happens in a build.
    pub fn policy(&self) -> Result<Policy, BadData> {
        self.policy.clone().map_or_else(Policy::embedded, Ok)
    }

    /// The reference data with the office's own periods.
    ///
    /// # Errors
    /// [`BadData`] for periods that cannot be used.
    pub fn register(&self) -> Result<Register, BadData> {
        match &self.periods {
            Some(text) => Register::with_periods(&("periods.toml", text)),
            None => Register::embedded(),
        }
    }
}
