//! When things happen: on working days, in working hours, on the clock of Oslo.
//! Imports `domain` and `text`.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime},
};

use super::chance::{Chance, whole};
use crate::{domain::calendar::is_working_day, text::date};

/// First and last minute of a working day, counted from midnight.
const HOURS: (f64, f64) = (480.0, 930.0);

/// The calendar of the history.
#[derive(Debug, Clone)]
pub struct Calendar<'a> {
    /// Public holidays.
    pub holidays: &'a [Date],
}

impl Calendar<'_> {
    /// A moment in working hours from one day to another, later days more often; the last day if none is a working day.
    pub fn moment(&self, chance: &mut Chance, from: Date, to: Date) -> Timestamp {
        let days: Vec<Date> = from
            .series(1.day())
            .take_while(|day| *day <= to)
            .filter(|day| is_working_day(*day, self.holidays))
            .collect();
        let place = chance.share().sqrt();
        let length = f64::from(u32::try_from(days.len()).unwrap_or(u32::MAX));
        let day = days.get(usize::try_from(whole((place * length).floor())).unwrap_or(0)).copied().unwrap_or(to);
        let second = whole(chance.between(HOURS.0, HOURS.1) * 60.0);
        let midnight = oslo(day.at(0, 0, 0, 0));
        midnight.checked_add(i64::from(second).seconds()).unwrap_or(midnight)
    }
}

/// The moment a local time in Oslo names.
#[must_use]
pub fn oslo(local: DateTime) -> Timestamp {
    date::parse_moment(&local.to_string()).unwrap_or_default()
}

/// So many days later.
#[must_use]
pub fn later(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}
