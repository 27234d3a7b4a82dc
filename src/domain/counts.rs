//! The extension count (7A) of many reports at once: what is needed to give it, and what came of keeping it.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use super::{
    form::key,
    period::PeriodId,
    refusal::Refusal,
    report::{self, Breaches, Reference, Values},
    task::State,
    unit::{ExtensionRule, UnitNo},
};

/// What is needed of one report to give its extension count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CountCase {
    /// The reference of the case.
    pub reference: Reference,
    /// The unit.
    pub unit: UnitNo,
    /// Its name.
    pub unit_name: String,
    /// The period.
    pub period: PeriodId,
    /// The newest version.
    pub version: u32,
    /// Where the case stands: only an open one takes a count.
    pub state: State,
    /// The reported cases of 3–6 months (2E); none where the unit left the point empty.
    pub three_to_six: Option<u32>,
    /// The reported cases of more than 6 months (2F).
    pub over_six: Option<u32>,
    /// The investigations that were ended (2C).
    pub ended: Option<u32>,
    /// Whether the count is required, optional or forbidden.
    pub rule: ExtensionRule,
    /// Why, where the rule of the channel says so.
    pub why: Option<String>,
    /// By which letter.
    pub letter: Option<String>,
}

impl CountCase {
    /// True when a count can be given at all.
    #[must_use]
    pub fn takes_count(&self) -> bool {
        self.state == State::Open && self.rule != ExtensionRule::Forbidden
    }

    /// Judges a count by the rule of the unit and the reported cases.
    ///
    /// # Errors
    /// The reason why the count is refused.
    pub fn judge(&self, count: u32) -> Result<(), Refusal> {
        report::check_extensions(self.rule, &self.values(), Some(count))
    }

    /// The breaches that a count leaves (7B, 7C).
    #[must_use]
    pub fn breaches(&self, count: u32) -> Option<Breaches> {
        report::breaches(&self.values(), count)
    }

    /// The figures of a report that the count is judged by.
    fn values(&self) -> Values {
        let figures =
            [(key::THREE_TO_SIX, self.three_to_six), (key::OVER_SIX, self.over_six), (key::ENDED, self.ended)];
        figures.into_iter().map(|(name, figure)| (name.to_owned(), figure)).collect()
    }
}

/// What came of keeping the count of one report as a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum CountOutcome {
    /// It stands in the draft.
    Saved,
    /// A newer version than the one that was seen has arrived: nothing is stored.
    NewerVersion {
        /// The newest version.
        version: u32,
    },
    /// The case is solved: nothing is stored.
    Solved {
        /// Its state.
        state: State,
        /// Who decided it.
        by: Option<String>,
    },
    /// A colleague has a draft on it, and it was not asked to take that over: nothing is stored.
    ColleaguesDraft {
        /// The colleague's name.
        name: String,
    },
    /// The count is refused: nothing is stored.
    Refused {
        /// Why.
        refusals: Vec<Refusal>,
    },
    /// There is no such report, or it is not the caller's to see.
    NotFound,
}

impl CountOutcome {
    /// True when the count stands in the draft.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        *self == Self::Saved
    }
}

/// What can be wrong with a row of a table of counts, for a sum of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountFault {
    /// No unit has this number or name, or several have the name.
    UnknownUnit,
    /// The unit stands in several rows.
    Twice,
    /// The count is not between 0 and the reported cases.
    OutOfRange,
    /// Not a whole number.
    NotWhole,
    /// No count at all.
    Missing,
    /// The unit must not give a count.
    Forbidden,
    /// The unit is none of those in the list.
    NotListed,
    /// The unit's report is solved already.
    Solved,
    /// A colleague has a draft on the unit's report.
    Colleague,
    /// The row does not have the cells it should.
    Cells,
}

impl CountFault {
    /// Of which kind a reason is.
    #[must_use]
    pub fn of(why: &Refusal) -> Self {
        match why {
            Refusal::UnitTwice { .. } => Self::Twice,
            Refusal::ExtensionsAboveReported { .. } | Refusal::ExtensionsWithoutCases { .. } => Self::OutOfRange,
            Refusal::NotWhole { .. } => Self::NotWhole,
            Refusal::CountMissing => Self::Missing,
            Refusal::ExtensionsForbidden => Self::Forbidden,
            Refusal::UnitNotListed { .. } => Self::NotListed,
            Refusal::UnitSolved => Self::Solved,
            Refusal::ColleaguesDraft { .. } => Self::Colleague,
            Refusal::NotACountRow => Self::Cells,
            _ => Self::UnknownUnit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(rule: ExtensionRule, state: State) -> CountCase {
        CountCase {
            reference: "KHR-2023H1-3420".parse().expect("a reference"),
            unit: "3420".parse().expect("a number"),
            unit_name: "Elverum".to_owned(),
            period: PeriodId("2023H1".to_owned()),
            version: 1,
            state,
            three_to_six: Some(3),
            over_six: Some(1),
            ended: Some(20),
            rule,
            why: None,
            letter: None,
        }
    }

    #[test]
    fn a_count_is_taken_by_an_open_report_that_may_have_one_and_judged_as_in_the_report_itself() {
        assert!(case(ExtensionRule::Optional, State::Open).takes_count());
        assert!(!case(ExtensionRule::Forbidden, State::Open).takes_count());
        assert!(!case(ExtensionRule::Required, State::Approved).takes_count());
        let open = case(ExtensionRule::Required, State::Open);
        assert_eq!(open.judge(3), Ok(()));
        assert_eq!(open.judge(4), Err(Refusal::ExtensionsAboveReported { given: 4, reported: 3 }));
        assert_eq!(open.breaches(2), Some(Breaches { count: 2, per_mille: Some(100) }));
    }
}
