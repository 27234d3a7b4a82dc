//! What an office has decided about its own work: `config/policy.toml`, or a file of the office's own.
//! Imports `domain` only.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    batch::BatchOverride,
    office::OfficeId,
    register::{BadData, read_toml},
};

/// The policy that is built in.
const BUILT_IN: (&str, &str) = ("config/policy.toml", include_str!("../../config/policy.toml"));

/// When an approval needs two persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FourEyes {
    /// One person is enough.
    #[default]
    Never,
    /// Two for a report with an error, though it is accepted.
    Errors,
    /// Two for every report.
    Always,
}

impl FourEyes {
    /// True when a report needs two persons.
    #[must_use]
    pub fn ask(self, has_errors: bool) -> bool {
        match self {
            Self::Never => false,
            Self::Errors => has_errors,
            Self::Always => true,
        }
    }
}

/// What one office has decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OfficePolicy {
    /// When an approval needs two persons.
    pub four_eyes: FourEyes,
    /// Whether the one who submitted a report is told by mail when it is approved.
    pub tell_approved: bool,
    /// What may be decided together, where it is not as `config/batch.toml` has it.
    pub batch: BatchOverride,
}

/// What the offices have decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// For every office without a table of its own.
    default: OfficePolicy,
    /// By office.
    offices: BTreeMap<OfficeId, OfficePolicy>,
}

impl Policy {
    /// The policy that is built in.
    ///
    /// # Errors
    /// [`BadData`]; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        read_toml(&BUILT_IN)
    }

    /// Reads a policy.
    ///
    /// # Errors
    /// What the reader says, with the line.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The ids of the offices with a table of their own.
    pub fn offices(&self) -> impl Iterator<Item = &OfficeId> {
        self.offices.keys()
    }

    /// What an office has decided.
    #[must_use]
    pub fn of(&self, office: &OfficeId) -> &OfficePolicy {
        self.offices.get(office).unwrap_or(&self.default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_is_enough_unless_the_office_has_decided_otherwise() {
        let built_in = Policy::embedded().expect("config/policy.toml parses");
        assert_eq!(built_in.of(&OfficeId("SFIN".to_owned())).four_eyes, FourEyes::Never);
        let own = Policy::parse("[default]\nfour_eyes = \"errors\"\n[offices.SFIN]\nfour_eyes = \"always\"");
        let own = own.expect("a policy of the test");
        assert_eq!(own.of(&OfficeId("SFIN".to_owned())).four_eyes, FourEyes::Always);
        assert_eq!(own.of(&OfficeId("SFVL".to_owned())).four_eyes, FourEyes::Errors);
        for wrong in ["four_eyes = 1", "[default]\nfour_eyes = \"perhaps\"", "[default]\nfour_eye = \"never\""] {
            assert!(Policy::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn two_persons_are_asked_for_where_there_is_an_error_or_always() {
        assert_eq!([false, true].map(|errors| FourEyes::Never.ask(errors)), [false, false]);
        assert_eq!([false, true].map(|errors| FourEyes::Errors.ask(errors)), [false, true]);
        assert_eq!([false, true].map(|errors| FourEyes::Always.ask(errors)), [true, true]);
    }
}
