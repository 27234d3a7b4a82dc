//! The countdown in words: the one sentence that says what the plot and the table show.
//! Imports `domain`.

use jiff::civil::{Date, Weekday};

use super::{Texts, date, name};
use crate::domain::{
    burndown::{Burndown, Need},
    period::Period,
};

/// «1 dag igjen», «2 dager over fristen».
#[must_use]
pub fn days_sentence(texts: &Texts, left: i32) -> String {
    if left < 0 {
        texts.count("deadline-sentence-over", i64::from(-left), &[])
    } else {
        texts.count("deadline-sentence-left", i64::from(left), &[])
    }
}

/// The id of a weekday's name.
#[must_use]
pub fn weekday_id(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

/// «fredag 25.08».
#[must_use]
pub fn weekday_and_day(texts: &Texts, day: Date) -> String {
    format!("{} {}", texts.say(weekday_id(day)), date::short_day(day))
}

/// What is needed, in a few words: «trenger 12 i dag».
#[must_use]
pub fn need(texts: &Texts, need: &Need, remaining: u32) -> String {
    match (need.today, need.per_day) {
        _ if remaining == 0 => texts.say("need-done"),
        (Some(0), _) => texts.say("need-today-reached"),
        (Some(today), _) => texts.count("need-today", today.into(), &[]),
        (None, Some(each)) => texts.count("need-each", each.into(), &[]),
        (None, None) => texts.count("need-late", remaining.into(), &[]),
    }
}

/// The whole countdown in words, for those who do not see the plot.
#[must_use]
pub fn sentence(texts: &Texts, period: &Period, burndown: &Burndown) -> String {
    let now = burndown.now;
    if now.expected == 0 {
        return texts.with("countdown-nobody", &[("period", &name::period_long(texts, period))]);
    }
    let (solved, expected) = (now.solved.to_string(), now.expected.to_string());
    let mut parts = vec![texts.with("countdown-solved", &[("solved", &solved), ("expected", &expected)])];
    if now.remaining > 0 {
        parts.push(left(texts, burndown));
    }
    parts.push(deadline(texts, period, burndown));
    parts.join(" ")
}

/// What is left, and where it is.
fn left(texts: &Texts, burndown: &Burndown) -> String {
    let now = burndown.now;
    let places =
        [("countdown-open", now.open), ("countdown-returned", now.returned), ("countdown-missing", now.missing)];
    let places: Vec<String> = places
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(id, number)| texts.count(id, number.into(), &[]))
        .collect();
    texts.count("countdown-left", now.remaining.into(), &[("places", &places.join(", "))])
}

fn deadline(texts: &Texts, period: &Period, burndown: &Burndown) -> String {
    let assumed = if period.assumed { texts.say("status-assumed") } else { String::new() };
    let day = format!("{}{assumed}", weekday_and_day(texts, period.office_deadline));
    if let Some(finished) = burndown.finished {
        let finished = weekday_and_day(texts, finished);
        return texts.with("countdown-finished", &[("day", &finished), ("deadline", &day)]);
    }
    let days = days_sentence(texts, burndown.days_left);
    let mut parts = vec![texts.with("countdown-deadline", &[("day", &day), ("left", &days)])];
    let need = burndown.need;
    if let Some(each) = need.per_day {
        let working = texts.count("countdown-working-days", need.working_days.into(), &[]);
        parts.push(texts.count("countdown-need", each.into(), &[("days", &working)]));
    }
    if let Some(today) = need.today {
        parts.push(match today {
            0 => texts.say("countdown-today-reached"),
            _ => texts.count("countdown-today", today.into(), &[]),
        });
    }
    parts.push(forecast(texts, burndown));
    parts.join(" ")
}

fn forecast(texts: &Texts, burndown: &Burndown) -> String {
    let pace = burndown.pace;
    let Some(forecast) = burndown.forecast else {
        let id = if pace.solved == 0 { "countdown-no-pace" } else { "countdown-far" };
        return texts.count(id, pace.days.into(), &[]);
    };
    let days = texts.count("countdown-pace-days", pace.days.into(), &[]);
    let date = format!("{} {}", texts.say(weekday_id(forecast.date)), date::day(forecast.date));
    let id = if forecast.in_time { "countdown-in-time" } else { "countdown-too-late" };
    texts.count(id, pace.solved.into(), &[("days", &days), ("date", &date)])
}
