//! The countdown to the office's deadline: one sentence, a plot of plain characters, and a table.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::Position;

use super::{page::Lines, pen::Pen, theme::Role};
use crate::{
    api::overview::Overview,
    app::model::dialog::Page,
    domain::burndown::{Day, DayKind, Urgency},
    text::{Texts, countdown, name, refusal::say_unread},
};

/// The columns before the plot: the scale and its line.
const SCALE: usize = 7;
/// The widest column of the plot.
const WIDEST: usize = 10;
/// The width of the columns of the table, the day first.
const TABLE: [usize; 9] = [14, 5, 6, 7, 6, 6, 6, 6, 7];

/// Draws the countdown.
pub(super) fn draw(pen: &mut Pen<'_>, shown: Page) -> Position {
    let model = pen.model;
    let texts = pen.texts();
    let mut lines = Lines::default();
    let period = match &model.countdown.answer {
        Some(Ok(overview)) => {
            fill(pen, &mut lines, overview);
            name::period(texts, &overview.period)
        }
        Some(Err(fault)) => {
            lines.plain(0, texts.with("countdown-failed", &[("why", &say_unread(texts, fault))]), Role::Danger);
            String::new()
        }
        None => {
            lines.plain(0, texts.say("countdown-waiting"), Role::Text);
            String::new()
        }
    };
    let title = texts.with("countdown-title", &[("period", &period)]);
    lines.draw(pen, title.trim_end_matches([' ', '·']), shown)
}

/// The role and the word of how urgent it is; no word when it is not, or when the sentence says it itself.
pub(super) fn urgency(texts: &Texts, urgency: Urgency) -> (Role, String) {
    match urgency {
        Urgency::Calm => (Role::Strong, String::new()),
        Urgency::Over => (Role::Danger, String::new()),
        Urgency::Last => (Role::Danger, texts.of_family("urgency", &urgency)),
        Urgency::Soon | Urgency::Near => (Role::Warning, texts.of_family("urgency", &urgency)),
    }
}

fn fill(pen: &Pen<'_>, lines: &mut Lines, overview: &Overview) {
    let texts = pen.texts();
    let burndown = &overview.burndown;
    let (role, word) = urgency(texts, burndown.urgency);
    let word = if word.is_empty() { String::new() } else { format!("{}: ", word.to_uppercase()) };
    let role = if burndown.urgency == Urgency::Calm { Role::Text } else { role };
    lines.plain(0, format!("{word}{}", countdown::sentence(texts, &overview.period, burndown)), role);
    lines.plain(0, String::new(), Role::Text);
    let narrow = pen.model.size.is_narrow();
    if !narrow && burndown.now.expected > 0 {
        for line in plot(&burndown.days, usize::from(pen.width()), usize::from(pen.height())) {
            lines.plain(0, line, Role::Text);
        }
        lines.plain(0, texts.say("countdown-legend"), Role::Quiet);
        lines.plain(0, String::new(), Role::Text);
    }
    if narrow {
        stacked(texts, lines, overview);
    } else {
        table(texts, lines, overview);
    }
    if burndown.shortened {
        let count = i64::try_from(burndown.days.len()).unwrap_or(i64::MAX);
        lines.plain(0, texts.count("countdown-shortened", count, &[]), Role::Warning);
    }
    lines.plain(0, String::new(), Role::Text);
    lines.plain(0, texts.say("countdown-note"), Role::Quiet);
}

/// Bars of what is left at the end of each day, with the even share as a line of its own.
fn plot(days: &[Day], width: usize, height: usize) -> Vec<String> {
    let rows = if height >= 40 { 14 } else { 6 };
    let room = width.saturating_sub(SCALE + 3);
    let column = (room / days.len().max(1)).clamp(1, WIDEST);
    // Where there are more days than columns, the last ones are the ones that matter.
    let days = days.get(days.len().saturating_sub(room / column)..).unwrap_or_default();
    let left = |day: &Day| day.figures.map_or(0, |figures| figures.remaining);
    let most = days.iter().map(|day| left(day).max(day.ideal).max(day.forecast.unwrap_or(0))).max();
    let most = usize::try_from(most.unwrap_or(0).max(1)).unwrap_or(1);
    let mut lines: Vec<String> = (0..rows).rev().map(|row| plot_line(days, row, rows, most, column)).collect();
    let base: String = days.iter().map(|day| cell('-', (day.ideal == 0).then_some('o'), column, '-')).collect();
    lines.push(format!("{:>5} +{base}", 0));
    let names: Vec<String> = days.iter().map(|day| format!("{:<column$}", short(day, column))).collect();
    lines.push(format!("{:>SCALE$}{}", "", names.concat().trim_end()));
    lines
}

fn plot_line(days: &[Day], row: usize, rows: usize, most: usize, column: usize) -> String {
    // A bar fills a row when it reaches into it.
    let reaches = |left: u32| usize::try_from(left).unwrap_or(0) * rows > most * row;
    let tops = |left: u32| reaches(left) && usize::try_from(left).unwrap_or(0) * rows <= most * (row + 1);
    let cells: String = days
        .iter()
        .map(|day| {
            let left = day.figures.map(|figures| figures.remaining);
            let fill = match (left, day.forecast) {
                (Some(left), _) if reaches(left) => '#',
                (None, Some(forecast)) if reaches(forecast) => ':',
                _ => ' ',
            };
            cell(fill, tops(day.ideal).then_some('o'), column, ' ')
        })
        .collect();
    let scale = match row {
        _ if row + 1 == rows => most.to_string(),
        _ if row + 1 == rows / 2 => (most / 2).to_string(),
        _ => String::new(),
    };
    format!("{scale:>5} |{}", cells.trim_end())
}

/// One day's part of a row: its bar, with the mark of the even share in its middle, and a gap where there is room.
fn cell(fill: char, mark: Option<char>, column: usize, gap: char) -> String {
    let bar = if column > 2 { column - 1 } else { column };
    let letter = |at: usize| match mark {
        Some(mark) if at == bar / 2 => mark,
        _ if at < bar => fill,
        _ => gap,
    };
    (0..column).map(letter).collect()
}

/// The name of a day below the plot: as much of it as fits.
fn short(day: &Day, column: usize) -> String {
    let number = day.date.day();
    match column {
        0..=2 => String::new(),
        3..=5 => format!("{number:02}"),
        _ => format!("{number:02}.{:02}", day.date.month()),
    }
}

/// What is special about a day: today, the deadline, a weekend, a public holiday by its name.
fn marks(texts: &Texts, day: &Day, overview: &Overview) -> String {
    let weekend = (day.kind == DayKind::Weekend).then(|| texts.say("countdown-mark-weekend"));
    let today = (day.date == overview.burndown.today).then(|| texts.say("countdown-mark-today"));
    let deadline = (day.date == overview.period.office_deadline).then(|| texts.say("countdown-mark-deadline"));
    let marks = [weekend, day.holiday.clone(), deadline, today];
    marks.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn table(texts: &Texts, lines: &mut Lines, overview: &Overview) {
    let heads = [
        "countdown-column-day",
        "countdown-column-solved",
        "countdown-column-total",
        "countdown-column-received",
        "countdown-column-open",
        "countdown-column-returned",
        "countdown-column-left",
        "countdown-column-ideal",
        "countdown-column-forecast",
    ]
    .map(|id| texts.say(id));
    lines.plain(0, row(&heads, ""), Role::Quiet);
    let none = texts.say("value-none");
    for day in &overview.burndown.days {
        let known = |of: fn(&crate::domain::burndown::Figures) -> u32| {
            day.figures.as_ref().map_or_else(|| none.clone(), |figures| of(figures).to_string())
        };
        let number = |number: Option<u32>| number.map_or_else(|| none.clone(), |number| number.to_string());
        let cells = [
            countdown::weekday_and_day(texts, day.date),
            number(day.solved),
            known(|figures| figures.solved),
            known(|figures| figures.received),
            known(|figures| figures.open),
            known(|figures| figures.returned),
            known(|figures| figures.remaining),
            day.ideal.to_string(),
            number(day.forecast),
        ];
        let role = match day.kind {
            _ if day.date == overview.burndown.today => Role::Strong,
            DayKind::Working => Role::Text,
            DayKind::Weekend | DayKind::Holiday => Role::Quiet,
        };
        lines.plain(0, row(&cells, &marks(texts, day, overview)), role);
    }
}

/// The day to the left, the numbers to the right, and what is special about the day.
fn row(cells: &[String; 9], marks: &str) -> String {
    let columns = cells
        .iter()
        .zip(TABLE)
        .enumerate()
        .map(|(at, (cell, width))| if at == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
    format!("{}  {marks}", columns.collect::<String>()).trim_end().to_owned()
}

/// Where there is no room for a table: one sentence per day.
fn stacked(texts: &Texts, lines: &mut Lines, overview: &Overview) {
    for day in &overview.burndown.days {
        let marks = marks(texts, day, overview);
        let marks = if marks.is_empty() { String::new() } else { format!(" ({marks})") };
        let name = format!("{}{marks}", countdown::weekday_and_day(texts, day.date));
        let ideal = day.ideal.to_string();
        let sentence = if let Some(figures) = day.figures {
            let number = |number: u32| number.to_string();
            let values = [
                ("day", name),
                ("solved", number(day.solved.unwrap_or(0))),
                ("total", number(figures.solved)),
                ("left", number(figures.remaining)),
                ("ideal", ideal),
                ("received", number(figures.received)),
                ("open", number(figures.open)),
                ("returned", number(figures.returned)),
            ];
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            texts.with("countdown-row-past", &values)
        } else {
            let forecast = day.forecast.map_or_else(|| texts.say("value-none"), |left| left.to_string());
            texts.with("countdown-row-ahead", &[("day", &name), ("ideal", &ideal), ("forecast", &forecast)])
        };
        lines.plain(0, sentence, Role::Text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plot_without_days_or_units_is_empty_and_never_wider_than_the_terminal() {
        assert_eq!(plot(&[], 80, 24).len(), 8);
        let day = Day {
            date: jiff::civil::date(2023, 8, 18),
            kind: DayKind::Working,
            holiday: None,
            figures: None,
            solved: None,
            ideal: 3,
            forecast: None,
        };
        for (days, width) in [(1, 78), (8, 80), (92, 80), (92, 160)] {
            let lines = plot(&vec![day.clone(); days], width, 24);
            assert!(lines.iter().all(|line| line.chars().count() < width - 1), "{days} {width}\n{}", lines.join("\n"));
        }
    }
}
