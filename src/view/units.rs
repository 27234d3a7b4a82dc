//! The units of the office: who has not delivered first.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{
    chrome,
    list::field,
    pen::{Pen, width_of},
    theme::Role,
};
use crate::{
    api::units::{Standing, UnitRow},
    app::model::{list::Loading, units::Units},
    text::{Texts, clean, countdown::days_sentence, date, refusal::say_unread},
};

/// The first line of rows.
const FIRST: u16 = 4;
/// From this width on, more columns are shown.
const WIDE: u16 = 120;

/// A column: its heading, how wide it is, and what it says of a row.
struct Column {
    heading: &'static str,
    width: u16,
    cell: fn(&Texts, &UnitRow) -> String,
}

const COLUMNS: [Column; 5] = [
    Column { heading: "column-unit", width: 26, cell: name },
    Column { heading: "column-standing", width: 13, cell: state },
    Column { heading: "column-unit-deadline", width: 15, cell: deadline },
    Column { heading: "column-findings", width: 8, cell: findings },
    Column { heading: "column-reminded", width: 15, cell: reminded_short },
];
const COLUMNS_WIDE: [Column; 8] = [
    Column { heading: "column-unit", width: 30, cell: name },
    Column { heading: "column-standing", width: 14, cell: state },
    Column { heading: "column-unit-deadline", width: 15, cell: deadline },
    Column { heading: "column-findings", width: 9, cell: findings },
    Column { heading: "column-channel", width: 22, cell: channel },
    Column { heading: "column-language", width: 18, cell: language },
    Column { heading: "column-reminded", width: 31, cell: reminded },
    Column { heading: "column-leader", width: 20, cell: leader },
];

/// Draws the units.
pub(super) fn draw(pen: &mut Pen<'_>) -> Position {
    let units = &pen.model.units;
    chrome::title(pen);
    heading(pen, units);
    let cursor = rows(pen, units);
    detail(pen, units);
    chrome::foot(pen);
    field(pen).unwrap_or(cursor)
}

fn heading(pen: &mut Pen<'_>, units: &Units) {
    let texts = pen.texts();
    let title = texts.say("units-title");
    let x = pen.put(1, 1, pen.width(), &title, Role::Title) + 2;
    if let Some(list) = &units.list {
        let assumed = if list.period.assumed { format!(" ({})", texts.say("assumed")) } else { String::new() };
        let left = list.today.until(list.period.unit_deadline).map_or(0, |span| span.get_days());
        let day = format!("{}{assumed}", date::short_day(list.period.unit_deadline));
        let left = days_sentence(texts, left);
        let values = [("period", list.period.id.as_str()), ("date", day.as_str()), ("left", left.as_str())];
        let room = pen.width().saturating_sub(x + 1);
        let sentences = ["units-deadline", "units-deadline-short"].map(|id| texts.with(id, &values));
        if let Some(sentence) = sentences.iter().find(|sentence| width_of(sentence) <= room) {
            pen.put_right(x, 1, room, sentence, Role::Strong);
        }
        let missing = texts.count("units-missing", i64::from(list.missing), &[]);
        let role = if list.missing > 0 { Role::Strong } else { Role::Good };
        let mut x = 1 + pen.put(1, 2, pen.width(), &missing, role) + 2;
        if !units.marks.is_empty() {
            let hidden = units.hidden_marks();
            let count = i64::try_from(units.marks.len()).unwrap_or(0);
            let id = if hidden == 0 { "units-marked" } else { "units-marked-hidden" };
            let hidden = hidden.to_string();
            let values: &[(&str, &str)] = if id == "units-marked" { &[] } else { &[("hidden", &hidden)] };
            x += pen.put(x, 2, pen.width(), &texts.count(id, count, values), Role::Warning) + 2;
        }
        if !units.text.is_empty() {
            let sentence = texts.with("queue-search", &[("text", &units.text)]);
            pen.put_right(x, 2, pen.width().saturating_sub(x + 1), &sentence, Role::Strong);
        } else if pen.width() < 44 {
            chrome::demo_mark(pen, 2);
        }
    }
}

fn rows(pen: &mut Pen<'_>, units: &Units) -> Position {
    let shown = units.shown();
    if shown.is_empty() {
        return nothing(pen, units);
    }
    let size = pen.model.size;
    let columns: &[Column] = if pen.width() >= WIDE { &COLUMNS_WIDE } else { &COLUMNS };
    if !size.is_narrow() {
        let mut x = 3;
        for column in columns {
            let text = pen.say(column.heading);
            pen.put(x, FIRST - 1, column.width.saturating_sub(1), &text, Role::Quiet);
            x += column.width;
        }
    }
    let mut cursor = Position { x: 0, y: FIRST };
    for (place, (number, row)) in shown.iter().enumerate().skip(units.top).take(size.list_rows()).enumerate() {
        let y = FIRST + u16::try_from(place).unwrap_or(0) * size.lines_per_row();
        let selected = number == units.selected;
        pen.row_spot(y, size.lines_per_row(), number, units.selected);
        if selected {
            cursor = Position { x: 0, y };
            pen.put(0, y, 1, ">", Role::Marker);
        }
        if units.marks.contains(&row.no) {
            pen.put(1, y, 1, "*", Role::Marker);
        }
        if size.is_narrow() {
            narrow(pen, row, y, selected);
        } else {
            cells(pen, columns, row, y, selected);
        }
    }
    cursor
}

fn cells(pen: &mut Pen<'_>, columns: &[Column], row: &UnitRow, y: u16, selected: bool) {
    let mut x = 3;
    for (place, column) in columns.iter().enumerate() {
        let text = (column.cell)(&pen.model.texts, row);
        let role = match place {
            0 if selected => Role::Strong,
            2 if row.state == Standing::Missing && row.days_left < 0 => Role::Danger,
            _ => Role::Text,
        };
        pen.put(x, y, column.width.saturating_sub(1), &text, role);
        x += column.width;
    }
}

fn narrow(pen: &mut Pen<'_>, row: &UnitRow, y: u16, selected: bool) {
    let texts = &pen.model.texts;
    let role = if selected { Role::Strong } else { Role::Text };
    pen.put(3, y, pen.width().saturating_sub(3), &name(texts, row), role);
    let missing = row.state == Standing::Missing;
    let more =
        if missing { vec![deadline(texts, row), reminded_short(texts, row)] } else { vec![findings(texts, row)] };
    let facts: Vec<String> = std::iter::once(state(texts, row)).chain(more).collect();
    pen.facts(5, y + 1, pen.width().saturating_sub(5), &facts, Role::Quiet);
}

fn nothing(pen: &mut Pen<'_>, units: &Units) -> Position {
    let texts = pen.texts();
    let (sentence, role) = match &units.loading {
        Loading::Failed(fault) => (texts.with("list-failed", &[("why", &say_unread(texts, fault))]), Role::Danger),
        Loading::NotAsked | Loading::Waiting { .. } if units.list.is_none() => (pen.say("list-waiting"), Role::Text),
        _ if units.text.is_empty() => (pen.say("units-none"), Role::Text),
        _ => (texts.with("units-none-found", &[("text", &units.text)]), Role::Text),
    };
    let area = Rect { x: 2, y: FIRST, width: pen.width().saturating_sub(4), height: pen.height().saturating_sub(7) };
    pen.prose(area, &sentence, role);
    Position { x: 2, y: FIRST }
}

/// The line below the rows: whom to call.
fn detail(pen: &mut Pen<'_>, units: &Units) {
    let Some(row) = units.selected_row() else { return };
    let texts = &pen.model.texts;
    let y = pen.height().saturating_sub(3);
    let (at, total) = ((units.selected + 1).to_string(), units.shown().len().to_string());
    let position = texts.with("list-position", &[("at", &at), ("total", &total)]);
    let room = pen.width().saturating_sub(width_of(&position) + 4);
    let mut facts = contact(texts, row);
    facts.push(channel(texts, row));
    facts.push(language(texts, row));
    pen.facts(1, y, room, &facts, Role::Text);
    pen.put_right(1, y, pen.width().saturating_sub(2), &position, Role::Quiet);
}

/// Who answers for a unit, in as many parts as are known.
pub(super) fn contact(texts: &Texts, row: &UnitRow) -> Vec<String> {
    let Some(contact) = &row.contact else { return vec![texts.say("contact-unknown")] };
    let email = if contact.email.is_empty() { texts.say("contact-no-address") } else { clean::line(&contact.email) };
    [clean::line(&contact.leader), email, clean::line(&contact.phone)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect()
}

fn name(_: &Texts, row: &UnitRow) -> String {
    format!("{} ({})", row.name, row.no)
}

pub(super) fn state(texts: &Texts, row: &UnitRow) -> String {
    texts.of_family("standing", &row.state)
}

pub(super) fn deadline(texts: &Texts, row: &UnitRow) -> String {
    match (row.state, row.days_left) {
        (Standing::Missing, left) if left < 0 => texts.count("deadline-over", i64::from(-left), &[]),
        (Standing::Missing, left) => texts.count("deadline-left", i64::from(left), &[]),
        _ => texts.say("value-none"),
    }
}

fn findings(texts: &Texts, row: &UnitRow) -> String {
    match row.weight {
        None => texts.say("value-none"),
        Some(weight) if weight.risk.is_clean() => texts.say("findings-clean"),
        Some(weight) => [("findings-errors", weight.risk.errors), ("findings-warnings", weight.risk.warnings)]
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(id, number)| texts.with(id, &[("number", &number.to_string())]))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn assumed(texts: &Texts, text: String, assumed: bool) -> String {
    if assumed { format!("{text} ({})", texts.say("assumed")) } else { text }
}

pub(super) fn channel(texts: &Texts, row: &UnitRow) -> String {
    assumed(texts, texts.of_family("channel-of", &row.channel.value), row.channel.assumed)
}

pub(super) fn language(texts: &Texts, row: &UnitRow) -> String {
    assumed(texts, texts.of_family("language", &row.language.value), row.language.assumed)
}

/// When it was reminded last; «ikke purret» only where there is something to remind of.
fn reminded_short(texts: &Texts, row: &UnitRow) -> String {
    match &row.reminded {
        Some(last) => texts.with("reminded-short", &[("at", &date::short_day(date::day_of(last.at)))]),
        None if row.state == Standing::Missing => texts.say("reminded-never"),
        None => texts.say("value-none"),
    }
}

pub(super) fn reminded(texts: &Texts, row: &UnitRow) -> String {
    match &row.reminded {
        Some(last) => {
            texts.with("reminded-last", &[("at", &date::short_moment(last.at)), ("name", &clean::line(&last.by))])
        }
        None => reminded_short(texts, row),
    }
}

fn leader(texts: &Texts, row: &UnitRow) -> String {
    let leader = row.contact.as_ref().map(|contact| clean::line(&contact.leader)).filter(|name| !name.is_empty());
    leader.unwrap_or_else(|| texts.say("value-none"))
}
