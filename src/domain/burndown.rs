//! The countdown to the office's deadline (*nedtelling*): how many reports are solved day by day, what pace is needed, and
//! where the pace of the last days leads.
//!
//! *Solved* is approved, and nothing else: a report that was returned comes back, and is counted apart. Today counts as a
//! day to work on, and so does the day of the deadline.
//!
//! Imports `domain` only.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    calendar::{self, is_working_day},
    period::Period,
    register::{BadData, read_toml},
};

/// The farthest a forecast looks, in days.
const FARTHEST: usize = 400;

/// The numbers of `config/overview.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// How many working days the pace is taken from.
    pub pace_days: u32,
    /// From how many days before the deadline on it is soon.
    pub soon_days: i32,
    /// From how many days before it is near.
    pub near_days: i32,
    /// From how many days before these are the last ones.
    pub last_days: i32,
    /// The most days of a table.
    pub most_days: usize,
}

impl Scale {
    /// The numbers that are built into the program.
    ///
    /// # Errors
    /// [`BadData`]; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        read_toml(&("config/overview.toml", include_str!("../../config/overview.toml")))
    }

    /// How urgent it is with so many days left and so many reports that are not solved.
    #[must_use]
    pub fn urgency(&self, days_left: i32, remaining: u32) -> Urgency {
        match days_left {
            _ if remaining == 0 => Urgency::Calm,
            left if left < 0 => Urgency::Over,
            left if left <= self.last_days => Urgency::Last,
            left if left <= self.near_days => Urgency::Near,
            left if left <= self.soon_days => Urgency::Soon,
            _ => Urgency::Calm,
        }
    }
}

/// How urgent it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// There is time, or everything is solved.
    #[default]
    Calm,
    /// The deadline is soon.
    Soon,
    /// The deadline is near.
    Near,
    /// These are the last days.
    Last,
    /// The deadline is over.
    Over,
}

/// What happened to a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// A version arrived.
    Received,
    /// It was returned.
    Returned,
    /// It was approved.
    Approved,
}

/// The report of one unit: what happened on which day, in the order of time; nothing when none has come.
pub type Story = Vec<(Date, Turn)>;

/// How many reports stand where at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Figures {
    /// Units that should report.
    pub expected: u32,
    /// Of them, those that have sent a report.
    pub received: u32,
    /// Approved.
    pub solved: u32,
    /// Returned, and not back yet.
    pub returned: u32,
    /// Waiting for the office.
    pub open: u32,
    /// Not received.
    pub missing: u32,
    /// Everything that is not solved: open, returned and missing.
    pub remaining: u32,
}

/// What kind of day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A working day.
    Working,
    /// A Saturday or a Sunday.
    Weekend,
    /// A public holiday.
    Holiday,
}

/// One day of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Whether it is a working day.
    pub kind: DayKind,
    /// The name of the public holiday.
    pub holiday: Option<String>,
    /// Where everything stood at its end, of today where it stands now; none for a day to come.
    pub figures: Option<Figures>,
    /// How many were solved on it; none for a day to come.
    pub solved: Option<u32>,
    /// How many would be left at its end, were an equal share solved on each working day.
    pub ideal: u32,
    /// How many will be left at its end at the pace of the last days; only for days to come, and when there is a pace.
    pub forecast: Option<u32>,
}

/// The pace of the last working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Pace {
    /// How many were solved.
    pub solved: u32,
    /// On how many working days.
    pub days: u32,
}

/// When everything will be solved at the pace of the last days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Forecast {
    /// The day.
    pub date: Date,
    /// Whether that is in time.
    pub in_time: bool,
}

/// What is needed to be done in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Need {
    /// The working days that are left, today and the day of the deadline among them.
    pub working_days: u32,
    /// Whether today is one.
    pub today_works: bool,
    /// How many must be solved on each of them, counted from the beginning of today; none when no working day is left.
    pub per_day: Option<u32>,
    /// How many more must be solved today; none when today is no working day that is left.
    pub today: Option<u32>,
}

/// The countdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Burndown {
    /// Today, by the backend's clock.
    pub today: Date,
    /// Days to the office's deadline; negative when it has passed.
    pub days_left: i32,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Where everything stands now.
    pub now: Figures,
    /// How many were solved today.
    pub solved_today: u32,
    /// What is needed.
    pub need: Need,
    /// The pace of the last working days before today.
    pub pace: Pace,
    /// Where that pace leads; none without a pace, when everything is solved, or when it is farther off than a year.
    pub forecast: Option<Forecast>,
    /// The day on which the last report was solved; none while something is left.
    pub finished: Option<Date>,
    /// From the units' deadline to the office's, and on while something was left.
    pub days: Vec<Day>,
    /// True when there would be more days than are shown.
    pub shortened: bool,
}

/// What the days are.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    /// Public holidays.
    pub holidays: &'a [Date],
    /// Their names.
    pub names: &'a BTreeMap<Date, String>,
}

/// The countdown of a period.
#[must_use]
pub fn burndown(stories: &[Story], period: &Period, today: Date, calendar: Calendar<'_>, scale: &Scale) -> Burndown {
    let board = Board { stories, period, today, calendar, scale };
    let now = figures(stories, today);
    let solved_today = now.solved.saturating_sub(figures(stories, before(today)).solved);
    let pace = board.pace();
    let finished = if now.expected > 0 && now.remaining == 0 { last_solved(stories) } else { None };
    let (days, shortened) = board.days(now, pace, solved_today);
    let days_left = days_between(today, period.office_deadline);
    Burndown {
        today,
        days_left,
        urgency: scale.urgency(days_left, now.remaining),
        now,
        solved_today,
        need: need(now.remaining, solved_today, today, period.office_deadline, calendar.holidays),
        pace,
        forecast: board.forecast(now.remaining, solved_today, pace),
        finished,
        days,
        shortened,
    }
}

/// What is needed to be done in time.
#[must_use]
pub fn need(remaining: u32, solved_today: u32, today: Date, deadline: Date, holidays: &[Date]) -> Need {
    let working_days = working_days(today, deadline, holidays);
    let today_works = working_days > 0 && is_working_day(today, holidays);
    let at_first = remaining + if today_works { solved_today } else { 0 };
    let per_day = (working_days > 0).then(|| at_first.div_ceil(working_days.max(1)));
    let today = per_day.filter(|_| today_works).map(|share| share.saturating_sub(solved_today).min(remaining));
    Need { working_days, today_works, per_day, today }
}

/// Days from one to another.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

/// How many reports stand where at the end of a day.
#[must_use]
pub fn figures(stories: &[Story], day: Date) -> Figures {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let mut figures = Figures { expected: count(stories.len()), ..Figures::default() };
    for story in stories {
        match story.iter().rev().find(|(date, _)| *date <= day) {
            None => figures.missing += 1,
            Some((_, Turn::Received)) => figures.open += 1,
            Some((_, Turn::Returned)) => figures.returned += 1,
            Some((_, Turn::Approved)) => figures.solved += 1,
        }
    }
    figures.received = figures.expected - figures.missing;
    figures.remaining = figures.expected - figures.solved;
    figures
}

fn last_solved(stories: &[Story]) -> Option<Date> {
    stories.iter().flatten().filter(|(_, turn)| *turn == Turn::Approved).map(|(date, _)| *date).max()
}

fn before(day: Date) -> Date {
    day.saturating_sub(1.day())
}

/// The working days from one day to another, both of them counted.
fn working_days(from: Date, to: Date, holidays: &[Date]) -> u32 {
    let works = |day: &Date| is_working_day(*day, holidays);
    let days = from.series(1.day()).take_while(|day| *day <= to).filter(works).count();
    u32::try_from(days).unwrap_or(u32::MAX)
}

/// What a countdown is made from.
struct Board<'a> {
    stories: &'a [Story],
    period: &'a Period,
    today: Date,
    calendar: Calendar<'a>,
    scale: &'a Scale,
}

impl Board<'_> {
    fn works(&self, day: Date) -> bool {
        is_working_day(day, self.calendar.holidays)
    }

    /// How many were solved from the first of the last working days to yesterday.
    fn pace(&self) -> Pace {
        let wanted = usize::try_from(self.scale.pace_days).unwrap_or(1).max(1);
        let days = self.today.series(-1.day()).skip(1).filter(|day| self.works(*day)).take(wanted);
        let Some(first) = days.last() else { return Pace::default() };
        let until = figures(self.stories, before(self.today)).solved;
        let solved = until.saturating_sub(figures(self.stories, before(first)).solved);
        Pace { solved, days: self.scale.pace_days.max(1) }
    }

    fn forecast(&self, remaining: u32, solved_today: u32, pace: Pace) -> Option<Forecast> {
        if remaining == 0 || pace.solved == 0 {
            return None;
        }
        let solved_today = if self.works(self.today) { solved_today } else { 0 };
        // More than the pace may have been solved today already: the rest is still not done before today is over.
        let needed = ((remaining + solved_today) * pace.days).div_ceil(pace.solved).max(1);
        let nth = usize::try_from(needed).unwrap_or(usize::MAX).checked_sub(1)?;
        let mut coming = self.today.series(1.day()).take(FARTHEST).filter(|day| self.works(*day));
        let date = coming.nth(nth)?;
        Some(Forecast { date, in_time: date <= self.period.office_deadline })
    }

    /// The days of the table, and whether it had to be shortened.
    fn days(&self, now: Figures, pace: Pace, solved_today: u32) -> (Vec<Day>, bool) {
        let (first, deadline) =
            (self.period.unit_deadline.min(self.period.office_deadline), self.period.office_deadline);
        let over = figures(self.stories, deadline).remaining > 0;
        let until = match last_solved(self.stories).filter(|_| now.remaining == 0) {
            Some(finished) => finished.min(self.today),
            None => self.today,
        };
        let last = if over { deadline.max(until) } else { deadline };
        let all = first.series(1.day()).take_while(|day| *day <= last);
        let days: Vec<Date> = all.take(self.scale.most_days.max(1)).collect();
        let shortened = days.last().is_some_and(|day| *day < last);
        let start = figures(self.stories, before(first)).remaining;
        let working = working_days(first, deadline, self.calendar.holidays);
        let solved_today = if self.works(self.today) { solved_today } else { 0 };
        let left_today = now.remaining + solved_today;
        let day = |date: Date| {
            let past = date <= self.today;
            let standing = past.then(|| figures(self.stories, date));
            let earlier = figures(self.stories, before(date)).solved;
            let ahead = working_days(self.today, date, self.calendar.holidays);
            Day {
                date,
                kind: self.kind(date),
                holiday: self.calendar.names.get(&date).cloned(),
                figures: standing,
                solved: standing.map(|standing| standing.solved.saturating_sub(earlier)),
                ideal: self.ideal(start, working, date),
                forecast: (!past && pace.solved > 0)
                    .then(|| left_today.saturating_sub(ahead * pace.solved / pace.days.max(1)).min(now.remaining)),
            }
        };
        (days.into_iter().map(day).collect(), shortened)
    }

    /// The line from what was left when the reports were due to nothing at the deadline.
    fn ideal(&self, start: u32, working: u32, date: Date) -> u32 {
        let to_come = working_days(date.saturating_add(1.day()), self.period.office_deadline, self.calendar.holidays);
        if working == 0 || date >= self.period.office_deadline { 0 } else { (start * to_come).div_ceil(working) }
    }

    fn kind(&self, date: Date) -> DayKind {
        if self.works(date) {
            DayKind::Working
        } else if calendar::is_weekend(date) {
            DayKind::Weekend
        } else {
            DayKind::Holiday
        }
    }
}
