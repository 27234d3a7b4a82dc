//! Dates and times as Norwegian writes them, always on the clock of Oslo.
//! Imports nothing.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// The clock of Oslo; its rules are built into the program.
fn oslo() -> TimeZone {
    TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC)
}

/// The date in Oslo at a moment.
#[must_use]
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(oslo()).date()
}

/// The moment at which a date begins in Oslo.
#[must_use]
pub fn start_of(date: Date) -> Timestamp {
    date.to_zoned(oslo()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// What the clock on the wall in Oslo shows at a moment.
#[must_use]
pub fn local(at: Timestamp) -> DateTime {
    at.to_zoned(oslo()).datetime()
}

/// The moment at which the clock on the wall in Oslo shows a date and time.
#[must_use]
pub fn of_local(wall: DateTime) -> Timestamp {
    wall.to_zoned(oslo()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// «25.08.2023».
#[must_use]
pub fn day(date: Date) -> String {
    date.strftime("%d.%m.%Y").to_string()
}

/// «25.08».
#[must_use]
pub fn short_day(date: Date) -> String {
    date.strftime("%d.%m").to_string()
}

/// «25.08.2023 09:41».
#[must_use]
pub fn moment(at: Timestamp) -> String {
    at.to_zoned(oslo()).strftime("%d.%m.%Y %H:%M").to_string()
}

/// «25.08 09:41».
#[must_use]
pub fn short_moment(at: Timestamp) -> String {
    at.to_zoned(oslo()).strftime("%d.%m %H:%M").to_string()
}

/// «09:41» on the same day, else «25.08 09:41».
#[must_use]
pub fn recently(at: Timestamp, now: Timestamp) -> String {
    if day_of(at) == day_of(now) { at.to_zoned(oslo()).strftime("%H:%M").to_string() } else { short_moment(at) }
}

/// «09:41:07».
#[must_use]
pub fn clock(at: Timestamp) -> String {
    at.to_zoned(oslo()).strftime("%H:%M:%S").to_string()
}

/// The moment a local date and time in Oslo names, as `2023-08-24T10:42`, a date alone (noon) or a full timestamp.
#[must_use]
pub fn parse_moment(text: &str) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    let local = text
        .parse::<jiff::civil::DateTime>()
        .ok()
        .or_else(|| text.parse::<Date>().ok().map(|date| date.at(12, 0, 0, 0)))?;
    let local = if text.len() <= 10 { local.date().at(12, 0, 0, 0) } else { local };
    local.to_zoned(oslo()).ok().map(|zoned| zoned.timestamp())
}

/// The day that is named as `24.08.2023`, `24.8.2023` or `2023-08-24`.
#[must_use]
pub fn parse_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let [day, month, year] = text.split('.').collect::<Vec<_>>().as_slice() {
        let whole = year.len() == 4 && [day, month, year].iter().all(|part| part.chars().all(|d| d.is_ascii_digit()));
        return whole.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()).flatten();
    }
    let plain = text.len() == 10 && text.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    text.parse::<Date>().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_and_winter_time_are_those_of_oslo() {
        let at = |text: &str| moment(text.parse().expect("a timestamp of the test"));
        assert_eq!(at("2023-08-24T08:42:00Z"), "24.08.2023 10:42");
        assert_eq!(at("2023-12-24T08:42:00Z"), "24.12.2023 09:42");
    }

    #[test]
    fn a_day_is_read_as_norwegian_writes_it_and_as_the_wire_does() {
        let wire = |text: &str| parse_day(text).map(|day| day.to_string());
        for given in ["24.08.2023", "24.8.2023", " 2023-08-24 "] {
            assert_eq!(wire(given).as_deref(), Some("2023-08-24"), "{given}");
        }
        for given in ["", "24.08.23", "31.02.2023", "2023-13-01", "24/8", "2023-08-24T10:42", "+1.1.2023"] {
            assert_eq!(wire(given), None, "{given}");
        }
    }

    #[test]
    fn a_moment_is_read_as_oslo_time_or_as_a_timestamp() {
        let utc = |text: &str| parse_moment(text).map(|at| at.to_string());
        assert_eq!(utc("2023-08-24T10:42").as_deref(), Some("2023-08-24T08:42:00Z"));
        assert_eq!(utc("2023-08-24").as_deref(), Some("2023-08-24T10:00:00Z"));
        assert_eq!(utc("2023-08-24T08:42:00Z").as_deref(), Some("2023-08-24T08:42:00Z"));
        assert_eq!(utc("i morgen"), None);
    }
}
