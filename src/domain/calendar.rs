//! Working days, and by when a report that is returned shall come back (*frist for ny innsending*).
//! Imports nothing.

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};

/// True for a Saturday or a Sunday.
#[must_use]
pub fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// True for a day from Monday to Friday that is no public holiday.
#[must_use]
pub fn is_working_day(day: Date, holidays: &[Date]) -> bool {
    !is_weekend(day) && !holidays.contains(&day)
}

/// By when a report that is returned today shall come back: the earlier of so many working days from now and the
/// last working day before the office's deadline.
///
/// It is never earlier than the next working day. Where the office's deadline is tomorrow, today or over, there is
/// nothing left to keep to, and a municipality that is asked today cannot answer today: the comment leaves when the undo
/// window is over, perhaps at the end of the day, and somebody has to look the figures up.
#[must_use]
pub fn resubmission_deadline(today: Date, working_days: usize, office_deadline: Date, holidays: &[Date]) -> Date {
    let works = |day: &Date| is_working_day(*day, holidays);
    let coming: Vec<Date> = today.series(1.day()).skip(1).filter(works).take(working_days.max(1)).collect();
    let before = office_deadline.series(-1.day()).skip(1).find(works).unwrap_or(office_deadline);
    let next = coming.first().copied().unwrap_or(today);
    coming.last().copied().unwrap_or(today).min(before).max(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date of the test")
    }

    fn check(today: &str, office_deadline: &str, expected: &str, why: &str) {
        // Easter 2024: Thursday 28 March to Monday 1 April; 1 May is a Wednesday.
        let holidays = ["2024-03-28", "2024-03-29", "2024-03-31", "2024-04-01", "2024-05-01"].map(date);
        let found = resubmission_deadline(date(today), 3, date(office_deadline), &holidays);
        assert_eq!(found, date(expected), "{why}");
        assert!(is_working_day(found, &holidays) && found > date(today), "{why}");
    }

    #[test]
    fn a_returned_report_is_due_in_three_working_days_or_before_the_offices_own_deadline() {
        for (today, office_deadline, expected, why) in [
            ("2023-08-14", "2023-08-25", "2023-08-17", "three working days, Monday to Thursday"),
            ("2023-08-17", "2023-08-25", "2023-08-22", "a weekend in between"),
            ("2023-08-19", "2023-08-25", "2023-08-23", "asked on a Saturday"),
            ("2023-08-21", "2023-08-25", "2023-08-24", "both rules give the same day"),
            ("2023-08-22", "2023-08-25", "2023-08-24", "the last working day before the office's deadline"),
            ("2023-08-23", "2023-08-25", "2023-08-24", "the same, and it is the next working day"),
            ("2023-08-24", "2023-08-25", "2023-08-25", "that day is today: the next working day"),
            ("2023-08-25", "2023-08-25", "2023-08-28", "the office's deadline is today: the next working day"),
            ("2023-09-06", "2023-08-25", "2023-09-07", "the office's deadline is over: the next working day"),
            ("2023-08-18", "2023-08-21", "2023-08-21", "the day before a Monday is the Friday, which is today"),
            ("2023-08-17", "2023-08-21", "2023-08-18", "the day before a Monday is the Friday"),
            ("2024-03-26", "2024-04-10", "2024-04-03", "Easter is no time to work"),
            (
                "2024-03-25",
                "2024-04-02",
                "2024-03-27",
                "the day before the Tuesday after Easter is the Wednesday before",
            ),
            ("2024-03-27", "2024-04-02", "2024-04-02", "and when that is today, the next working day"),
            ("2024-04-29", "2024-05-08", "2024-05-03", "the first of May"),
        ] {
            check(today, office_deadline, expected, why);
        }
    }
}
