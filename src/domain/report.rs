//! A half-yearly report: its figures, versions and what follows from the extension count.
//! Imports `domain` only.

use std::{collections::BTreeMap, fmt, str::FromStr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    form::key,
    period::PeriodId,
    refusal::Refusal,
    unit::{ExtensionRule, UnitNo},
};

/// The reference (*Reference*) of a case: `KHR-2023H1-3420` for a report, `TLG-000212` for an access request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Reference(String);

impl Reference {
    /// The reference of a unit's report for a period.
    #[must_use]
    pub fn report(period: &PeriodId, unit: &UnitNo) -> Self {
        Self(format!("KHR-{period}-{unit}"))
    }

    /// The reference of an access request.
    #[must_use]
    pub fn access(number: u32) -> Self {
        Self(format!("TLG-{number:06}"))
    }

    /// The reference as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for an access request.
    #[must_use]
    pub fn is_access(&self) -> bool {
        self.0.starts_with("TLG-")
    }
}

impl FromStr for Reference {
    type Err = Refusal;

    /// Takes what the program itself writes, whatever the case of the letters.
    ///
    /// # Errors
    /// [`Refusal::UnknownReference`] for anything else.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let upper = text.trim().to_ascii_uppercase();
        let shape = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        let known = upper.starts_with("KHR-") || upper.starts_with("TLG-");
        if known && upper.len() <= 32 && upper.chars().all(shape) {
            Ok(Self(upper))
        } else {
            Err(Refusal::UnknownReference { given: text.chars().take(40).collect() })
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Figures by point key. `None` is an empty point, which is not 0; a missing key was never asked.
pub type Values = BTreeMap<String, Option<u32>>;

/// The person at the unit who sent the report, and who is told when it is returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Submitter {
    /// Name.
    pub name: String,
    /// E-mail address at work.
    pub email: String,
    /// Telephone at work.
    #[serde(default)]
    pub phone: String,
}

/// A report as it arrives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The unit.
    pub unit: UnitNo,
    /// The period.
    pub period: PeriodId,
    /// The version this is meant to be; without it, the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// The figures.
    pub values: Values,
    /// The unit's own remarks, by point key.
    #[serde(default)]
    pub remarks: BTreeMap<String, String>,
    /// Who sent it.
    pub submitter: Submitter,
    /// Where the figures come from.
    #[serde(default, skip_serializing_if = "Source::is_form")]
    pub source: Source,
    /// When they were computed, of those from the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated_at: Option<Timestamp>,
}

/// Where the figures of a report come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Somebody typed them in the form.
    #[default]
    Form,
    /// They were computed from an extract of the register (*Barnevernsregisteret*).
    Register,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 2] = [Self::Form, Self::Register];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Register => "register",
        }
    }

    /// The source with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.as_str() == name)
    }

    /// True when somebody typed the figures.
    #[must_use]
    pub fn is_form(&self) -> bool {
        *self == Self::Form
    }
}

/// One version of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Version {
    /// 1 for the first.
    pub version: u32,
    /// When it arrived.
    pub received_at: Timestamp,
    /// True when it arrived after the unit's deadline.
    pub late: bool,
    /// Who sent it.
    pub submitter: Submitter,
    /// The figures.
    pub values: Values,
    /// The unit's own remarks, by point key.
    pub remarks: BTreeMap<String, String>,
    /// Keys of points that were given a value though the form no longer asks them (*utgått punkt*).
    pub obsolete: Vec<String>,
    /// Where the figures come from.
    #[serde(default)]
    pub source: Source,
    /// When they were computed, of those from the register.
    #[serde(default)]
    pub generated_at: Option<Timestamp>,
}

/// The breaches that are left after the extensions (7B and 7C).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Breaches {
    /// 7B: (2E − 7A) + 2F.
    pub count: u32,
    /// 7C: 7B / 2C, rounded to the nearest per mille, where anything was ended.
    pub per_mille: Option<u32>,
}

/// The points that breaches are worked out from.
pub const BREACH_POINTS: [&str; 3] = [key::THREE_TO_SIX, key::OVER_SIX, key::ENDED];

/// The breaches that an extension count leaves. The names 7B and 7C are sure, the formula is inferred (K30).
///
/// None when the unit has not filled in 2E or 2F, or the count is larger than 2E.
#[must_use]
pub fn breaches(values: &Values, extensions: u32) -> Option<Breaches> {
    let figure = |name: &str| values.get(name).copied().flatten();
    let kept = figure(key::THREE_TO_SIX)?.checked_sub(extensions)?;
    let count = kept.checked_add(figure(key::OVER_SIX)?)?;
    let share = |ended: u32| u32::try_from((u64::from(count) * 1000 + u64::from(ended) / 2) / u64::from(ended)).ok();
    Some(Breaches { count, per_mille: figure(key::ENDED).filter(|ended| *ended > 0).and_then(share) })
}

/// Checks an extension count (7A) against the rule of the unit and the reported 3–6-month cases (K20, K70, K71).
///
/// # Errors
/// The reason why the count, or its absence, is refused.
pub fn check_extensions(rule: ExtensionRule, values: &Values, count: Option<u32>) -> Result<(), Refusal> {
    let reported = values.get(key::THREE_TO_SIX).copied().flatten();
    match (rule, count) {
        (ExtensionRule::Forbidden, Some(_)) => Err(Refusal::ExtensionsForbidden),
        (ExtensionRule::Required, None) => Err(Refusal::ExtensionsMissing),
        (_, None) => Ok(()),
        (_, Some(given)) => match reported {
            Some(reported) if given > reported => Err(Refusal::ExtensionsAboveReported { given, reported }),
            None if given > 0 => Err(Refusal::ExtensionsWithoutCases { given }),
            _ => Ok(()),
        },
    }
}

/// Reads an extension count as it was typed.
///
/// # Errors
/// [`Refusal::NotWhole`] for anything but a whole number that is not negative.
pub fn parse_extensions(typed: &str) -> Result<u32, Refusal> {
    let trimmed = typed.trim();
    let whole = !trimmed.is_empty() && trimmed.len() <= 7 && trimmed.chars().all(|letter| letter.is_ascii_digit());
    let refusal = || Refusal::NotWhole { point: "7A".to_owned(), given: trimmed.chars().take(40).collect() };
    let number = if whole { trimmed.parse().ok() } else { None };
    number.ok_or_else(refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(three_to_six: Option<u32>, over_six: u32, ended: u32) -> Values {
        Values::from([
            (key::THREE_TO_SIX.to_owned(), three_to_six),
            (key::OVER_SIX.to_owned(), Some(over_six)),
            (key::ENDED.to_owned(), Some(ended)),
        ])
    }

    #[test]
    fn breaches_are_what_the_extensions_leave_and_all_over_six_months() {
        assert_eq!(breaches(&values(Some(3), 1, 20), 2), Some(Breaches { count: 2, per_mille: Some(100) }));
        assert_eq!(breaches(&values(Some(6), 0, 82), 2).and_then(|left| left.per_mille), Some(49), "4 of 82 is 4,9 %");
        assert_eq!(breaches(&values(Some(3), 0, 0), 3), Some(Breaches { count: 0, per_mille: None }));
        assert_eq!(breaches(&values(Some(3), 0, 20), 4), None);
        assert_eq!(breaches(&values(None, 0, 20), 0), None, "empty is not 0");
    }

    #[test]
    fn a_count_is_judged_by_the_rule_of_the_unit_and_the_reported_cases() {
        let reported = values(Some(3), 0, 20);
        assert_eq!(check_extensions(ExtensionRule::Required, &reported, Some(3)), Ok(()));
        assert_eq!(check_extensions(ExtensionRule::Required, &reported, None), Err(Refusal::ExtensionsMissing));
        assert_eq!(check_extensions(ExtensionRule::Optional, &reported, None), Ok(()));
        assert_eq!(
            check_extensions(ExtensionRule::Optional, &reported, Some(4)),
            Err(Refusal::ExtensionsAboveReported { given: 4, reported: 3 })
        );
        assert_eq!(check_extensions(ExtensionRule::Forbidden, &reported, Some(0)), Err(Refusal::ExtensionsForbidden));
        assert_eq!(check_extensions(ExtensionRule::Forbidden, &reported, None), Ok(()));
        assert_eq!(
            check_extensions(ExtensionRule::Required, &values(None, 0, 20), Some(1)),
            Err(Refusal::ExtensionsWithoutCases { given: 1 })
        );
    }

    #[test]
    fn a_typed_count_is_a_whole_number_that_is_not_negative() {
        assert_eq!(parse_extensions(" 12 "), Ok(12));
        for typed in ["", "-1", "1,5", "1.5", "to", "99999999999", "٣"] {
            assert!(parse_extensions(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_reference_is_read_whatever_the_case_and_nothing_else_is() {
        assert_eq!("khr-2023h1-3420".parse::<Reference>().map(|read| read.to_string()), Ok("KHR-2023H1-3420".into()));
        for text in ["", "KHR", "KHR-2023H1-34;drop", "ABC-1", "KHR-\u{1b}[2J"] {
            assert!(text.parse::<Reference>().is_err(), "{text}");
        }
    }
}
