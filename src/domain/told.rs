//! How a person of an office wants to be told of what comes in: of which units, at once or together, and when not.
//! Imports `domain` only.

use jiff::{
    ToSpan as _,
    civil::{DateTime, Time},
};
use serde::{Deserialize, Serialize};

use super::unit::{Language, UnitNo};

/// How a person wants to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// Whether at all.
    #[serde(default = "yes")]
    pub active: bool,
    /// Only of these units; none is every unit of the office.
    #[serde(default)]
    pub units: Option<Vec<UnitNo>>,
    /// At which time of day everything is told together, as `08:00`; none is at once.
    #[serde(default)]
    pub digest: Option<String>,
    /// When nothing is sent; what comes then is told together afterwards.
    #[serde(default)]
    pub quiet: Option<Quiet>,
    /// In which language; none is the office's.
    #[serde(default)]
    pub language: Option<Language>,
}

/// The hours in which nothing is sent, by the clock of Oslo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Quiet {
    /// From this time, as `16:00`.
    pub from: String,
    /// Until this time, which may be the next day's.
    pub until: String,
}

fn yes() -> bool {
    true
}

impl Default for Telling {
    fn default() -> Self {
        Self { active: true, units: None, digest: None, quiet: None, language: None }
    }
}

/// A time of day, as `08:00`.
#[must_use]
pub fn time_of_day(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str| {
        if part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse::<i8>().ok() } else { None }
    };
    Time::new(number(hour)?, number(minute)?, 0, 0).ok()
}

impl Telling {
    /// True when the person wants to hear of a unit.
    #[must_use]
    pub fn wants(&self, unit: &UnitNo) -> bool {
        self.active && self.units.as_ref().is_none_or(|units| units.contains(unit))
    }

    /// When something that happens now is told, by the clock on the wall.
    #[must_use]
    pub fn due(&self, now: DateTime) -> DateTime {
        let together = self.digest.as_deref().and_then(time_of_day);
        let due = together.map_or(now, |time| next(now, time));
        let quiet = self.quiet.as_ref();
        let Some((from, until)) = quiet.and_then(|quiet| Some((time_of_day(&quiet.from)?, time_of_day(&quiet.until)?)))
        else {
            return due;
        };
        let time = due.time();
        let is_quiet = if from <= until { (from..until).contains(&time) } else { time >= from || time < until };
        if is_quiet { next(due, until) } else { due }
    }
}

/// The next moment at which a clock shows a time.
fn next(now: DateTime, time: Time) -> DateTime {
    let today = now.date().to_datetime(time);
    if today > now { today } else { today.checked_add(1.day()).unwrap_or(today) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(digest: Option<&str>, quiet: Option<(&str, &str)>, now: &str, due: &str) {
        let quiet = quiet.map(|(from, until)| Quiet { from: from.to_owned(), until: until.to_owned() });
        let telling = Telling { digest: digest.map(ToOwned::to_owned), quiet, ..Telling::default() };
        let read = |text: &str| text.parse::<DateTime>().expect("a moment of the test");
        assert_eq!(telling.due(read(now)), read(due), "{digest:?} {now}");
    }

    #[test]
    fn at_once_together_at_a_time_or_after_the_quiet_hours() {
        check(None, None, "2023-08-24T10:42", "2023-08-24T10:42");
        check(Some("08:00"), None, "2023-08-24T07:59", "2023-08-24T08:00");
        check(Some("08:00"), None, "2023-08-24T08:00", "2023-08-25T08:00");
        check(None, Some(("16:00", "08:00")), "2023-08-24T15:59", "2023-08-24T15:59");
        check(None, Some(("16:00", "08:00")), "2023-08-24T16:00", "2023-08-25T08:00");
        check(None, Some(("16:00", "08:00")), "2023-08-25T02:00", "2023-08-25T08:00");
        check(None, Some(("11:00", "12:00")), "2023-08-24T11:30", "2023-08-24T12:00");
        check(Some("06:00"), Some(("16:00", "08:00")), "2023-08-24T10:00", "2023-08-25T08:00");
        check(None, Some(("08:00", "08:00")), "2023-08-24T08:00", "2023-08-24T08:00");
    }

    #[test]
    fn a_time_of_day_has_two_digits_twice() {
        assert!(time_of_day("08:00").is_some() && time_of_day("23:59").is_some());
        for wrong in ["8:00", "24:00", "08:60", "", "08", "08:0", "+8:00", "08:00:00"] {
            assert_eq!(time_of_day(wrong), None, "{wrong:?}");
        }
    }
}
