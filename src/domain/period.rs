//! A reporting period (*halvår*) with its dates.
//! Imports `domain` only.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How many digits a year has.
const YEAR_DIGITS: usize = 4;

/// A period with its deadlines spans at most so many days: more is a slip in a year, and every day of it is counted.
pub const MOST_DAYS: i32 = 1000;

/// The id of a period: `2023H1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct PeriodId(pub String);

impl PeriodId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for a year of four digits, a capital letter and one or two digits (`2023H1`, `2024Q3`, `2024M07`): what stands in
    /// a reference is read back only in this form.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let (year, part) = self.0.split_at_checked(YEAR_DIGITS).unwrap_or_default();
        let number = part.strip_prefix(|letter: char| letter.is_ascii_uppercase()).unwrap_or_default();
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        digits(year) && (1..=2).contains(&number.len()) && digits(number)
    }
}

impl fmt::Display for PeriodId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A period and its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Its id.
    pub id: PeriodId,
    /// Its name, «2023 1. halvår».
    pub name: String,
    /// Its name in running text, «1. halvår 2023».
    pub name_long: String,
    /// First day.
    pub from: Date,
    /// Last day, also the reference date of stocks.
    pub to: Date,
    /// The version of the form that is asked.
    pub form: String,
    /// First day on which municipalities may submit.
    pub opens: Date,
    /// The municipalities' deadline.
    pub unit_deadline: Date,
    /// The office's deadline.
    pub office_deadline: Date,
    /// True when the dates are derived and not published: the screen then says «antatt».
    pub assumed: bool,
    /// Where the dates stand, if they are published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The period before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PeriodId>,
    /// The same half-year a year earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_last_year: Option<PeriodId>,
}

/// True when a period with its deadlines lasts longer than any does.
#[must_use]
pub fn is_too_long(period: &Period) -> bool {
    let days = |until: Date| period.from.until(until).map_or(i32::MAX, |span| span.get_days());
    days(period.to.max(period.office_deadline)) > MOST_DAYS
}

/// Holds that periods stand in one order, by their days and by their ids: they are looked up by the one and compared by
/// the other.
///
/// # Errors
/// Which period stands wrong.
pub fn in_order(periods: &[Period]) -> Result<(), String> {
    for (one, next) in periods.iter().zip(periods.iter().skip(1)) {
        if one.id >= next.id || one.to >= next.from {
            return Err(format!("{} must come after {}, by its days and as text", next.id, one.id));
        }
    }
    let wrong = |period: &&Period| period.unit_deadline > period.office_deadline || period.from > period.to;
    match periods.iter().find(wrong) {
        Some(period) => Err(format!("the dates of {} are not in order", period.id)),
        None => Ok(()),
    }
}
