//! The queue and the archive.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{
    chrome,
    pen::{Pen, width_of},
    theme::Role,
};
use crate::{
    api::tasks::TaskRow,
    app::{
        effect::ListKind,
        model::{
            Model,
            dialog::{Dialog, text_of},
            list::{List, Loading, View},
        },
    },
    domain::task::{Badge, Delivery, State},
    text::{Texts, date, number, refusal::say_unread},
};

/// The first line of rows.
const FIRST: u16 = 4;
/// From this width on, words take the place of letters and more columns are shown.
const WIDE: u16 = 120;

/// A column: its heading, where it begins, how wide it is, and what it says of a row.
struct Column {
    heading: &'static str,
    width: u16,
    cell: fn(&Texts, &TaskRow) -> String,
}

const QUEUE: [Column; 7] = [
    Column { heading: "column-reference", width: 16, cell: reference },
    Column { heading: "column-unit", width: 23, cell: name },
    Column { heading: "column-deadline", width: 14, cell: deadline },
    Column { heading: "column-findings", width: 8, cell: findings },
    Column { heading: "column-score-short", width: 5, cell: score },
    Column { heading: "column-version-short", width: 4, cell: version },
    Column { heading: "column-badges", width: 7, cell: letters },
];
const QUEUE_WIDE: [Column; 10] = [
    Column { heading: "column-reference", width: 17, cell: reference },
    Column { heading: "column-unit", width: 36, cell: name },
    Column { heading: "column-kind", width: 9, cell: kind },
    Column { heading: "column-deadline", width: 15, cell: deadline },
    Column { heading: "column-findings", width: 9, cell: findings },
    Column { heading: "column-score", width: 8, cell: score },
    Column { heading: "column-version", width: 8, cell: version },
    Column { heading: "column-received", width: 12, cell: received },
    Column { heading: "column-draft", width: 18, cell: draft },
    Column { heading: "column-badges", width: 23, cell: badges },
];
const ARCHIVE: [Column; 6] = [
    Column { heading: "column-reference", width: 16, cell: reference },
    Column { heading: "column-unit", width: 27, cell: name },
    Column { heading: "column-outcome", width: 12, cell: outcome },
    Column { heading: "column-decided", width: 12, cell: decided },
    Column { heading: "column-version-short", width: 4, cell: version },
    Column { heading: "column-returns", width: 5, cell: returns },
];
const ARCHIVE_WIDE: [Column; 8] = [
    Column { heading: "column-reference", width: 17, cell: reference },
    Column { heading: "column-unit", width: 36, cell: name },
    Column { heading: "column-outcome", width: 14, cell: outcome },
    Column { heading: "column-decided", width: 14, cell: decided },
    Column { heading: "column-by", width: 24, cell: decided_by },
    Column { heading: "column-version", width: 8, cell: version },
    Column { heading: "column-returns", width: 8, cell: returns },
    Column { heading: "column-delivery", width: 30, cell: delivery },
];

/// Draws the list on the screen.
pub(super) fn draw(pen: &mut Pen<'_>) -> Position {
    let model = pen.model;
    let kind = model.current_list();
    let list = model.list(kind);
    chrome::title(pen);
    heading(pen, kind);
    views(pen, list);
    let cursor = rows(pen, list);
    detail(pen, list);
    chrome::foot(pen);
    field(pen).unwrap_or(cursor)
}

fn heading(pen: &mut Pen<'_>, kind: ListKind) {
    let model = pen.model;
    let title = pen.say(if kind == ListKind::Queue { "queue-title" } else { "archive-title" });
    let x = pen.put(1, 1, pen.width(), &title, Role::Title) + 2;
    let room = pen.width().saturating_sub(x + 1);
    let fitting = ["queue-period", "queue-period-short"].map(|id| period_sentence(model, id));
    if let Some(period) = fitting.iter().find(|sentence| width_of(sentence) <= room) {
        pen.put_right(x, 1, room, period, Role::Strong);
    }
}

/// The period that is reported, its deadline and how long there is left, in the words of a text.
fn period_sentence(model: &Model, id: &str) -> String {
    let texts = &model.texts;
    let Some(period) = model.me.as_ref().and_then(|me| me.period.as_ref()) else {
        return String::new();
    };
    let left = model.days_to_deadline().unwrap_or(0);
    let assumed = if period.assumed { format!(" ({})", texts.say("assumed")) } else { String::new() };
    let weekday = texts.say(weekday_id(period.office_deadline));
    texts.with(
        id,
        &[
            ("period", period.id.as_str()),
            ("weekday", &weekday),
            ("date", &format!("{}{assumed}", date::short_day(period.office_deadline))),
            ("left", &days_sentence(texts, left)),
        ],
    )
}

fn weekday_id(day: jiff::civil::Date) -> &'static str {
    use jiff::civil::Weekday;
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

/// «1 dag igjen», «2 dager over fristen».
pub(super) fn days_sentence(texts: &Texts, left: i32) -> String {
    if left < 0 {
        texts.count("deadline-sentence-over", i64::from(-left), &[])
    } else {
        texts.count("deadline-sentence-left", i64::from(left), &[])
    }
}

fn views(pen: &mut Pen<'_>, list: &List) {
    let choosing = matches!(pen.model.dialog, Some(Dialog::Views));
    let label = pen.say(if choosing { "views-title" } else { "queue-views" });
    let mut x = pen.put(1, 2, pen.width(), &label, if choosing { Role::Strong } else { Role::Quiet }) + 2;
    for (place, view) in View::ALL.into_iter().enumerate() {
        if pen.model.size.is_narrow() && !choosing && view != list.view {
            continue;
        }
        let name = pen.say(view.text_id());
        let count = match list.kind {
            // Before the first answer nobody knows how many there are.
            _ if choosing && pen.width() < WIDE => String::new(),
            ListKind::Queue if list.was_answered() => format!(" {}", number::whole(view.count(&list.counts).into())),
            _ => String::new(),
        };
        let key = if choosing { format!("{} ", place + 1) } else { String::new() };
        let role = if view == list.view { Role::Tab } else { Role::Text };
        x = pen.run(x, 2, &[(&key, Role::Key), (&name, role), (&count, Role::Text)]) + 2;
    }
    let demo = pen.model.me.as_ref().is_some_and(|me| me.demo);
    let (sentence, role) = match list.text.as_str() {
        // Where the title line has no room for it, the mark of made-up figures stands here.
        "" if demo && pen.width() < 44 => (pen.say("demo-mark-short"), Role::Demo),
        "" => (sort_sentence(&pen.model.texts, list), Role::Quiet),
        text => (pen.texts().with("queue-search", &[("text", text)]), Role::Strong),
    };
    let room = pen.width().saturating_sub(x + 1);
    if role == Role::Strong || room >= width_of(&sentence) {
        pen.put_right(x, 2, room, &sentence, role);
    }
}

fn sort_sentence(texts: &Texts, list: &List) -> String {
    let column = texts.of_family("sort", &list.sort);
    texts.with(if list.descending { "queue-sorted-down" } else { "queue-sorted" }, &[("column", &column)])
}

fn columns(pen: &Pen<'_>, kind: ListKind) -> &'static [Column] {
    match (kind, pen.width() >= WIDE) {
        (ListKind::Queue, false) => &QUEUE,
        (ListKind::Queue, true) => &QUEUE_WIDE,
        (ListKind::Archive, false) => &ARCHIVE,
        (ListKind::Archive, true) => &ARCHIVE_WIDE,
    }
}

/// Draws the rows that are visible, and says where the selected one is.
fn rows(pen: &mut Pen<'_>, list: &List) -> Position {
    if list.total == 0 {
        return nothing(pen, list);
    }
    let size = pen.model.size;
    let columns = columns(pen, list.kind);
    if !size.is_narrow() {
        head(pen, columns);
    }
    let mut cursor = Position { x: 0, y: FIRST };
    for (place, number) in (list.top..list.total.min(list.top + size.list_rows())).enumerate() {
        let y = FIRST + u16::try_from(place).unwrap_or(0) * size.lines_per_row();
        let selected = number == list.selected;
        if selected {
            cursor = Position { x: 0, y };
            pen.put(0, y, 1, ">", Role::Marker);
        }
        match list.row(number) {
            Some(row) if size.is_narrow() => narrow_row(pen, row, y, selected),
            Some(row) => row_cells(pen, columns, row, y, selected),
            None => {
                let text = pen.say("row-loading");
                pen.put(2, y, 4, &text, Role::Quiet);
            }
        }
    }
    cursor
}

fn nothing(pen: &mut Pen<'_>, list: &List) -> Position {
    let texts = pen.texts();
    let (sentence, role) = match &list.loading {
        Loading::Failed(fault) => (texts.with("list-failed", &[("why", &say_unread(texts, fault))]), Role::Danger),
        Loading::NotAsked | Loading::Waiting { .. } => (pen.say("list-waiting"), Role::Text),
        Loading::Ready if !list.text.is_empty() => (
            texts.with("list-empty-search", &[("text", &list.text), ("view", &texts.say(list.view.text_id()))]),
            Role::Text,
        ),
        Loading::Ready if list.view != View::All => (pen.say("list-empty-view"), Role::Text),
        Loading::Ready if list.kind == ListKind::Archive => (pen.say("list-empty-archive"), Role::Text),
        Loading::Ready => (pen.say("list-empty-queue"), Role::Text),
    };
    let area = Rect { x: 2, y: FIRST, width: pen.width().saturating_sub(4), height: pen.height().saturating_sub(7) };
    pen.prose(area, &sentence, role);
    Position { x: 2, y: FIRST }
}

fn head(pen: &mut Pen<'_>, columns: &[Column]) {
    let mut x = 2;
    for column in columns {
        let text = pen.say(column.heading);
        pen.put(x, FIRST - 1, column.width.saturating_sub(1), &text, Role::Quiet);
        x += column.width;
    }
}

fn row_cells(pen: &mut Pen<'_>, columns: &[Column], row: &TaskRow, y: u16, selected: bool) {
    let mut x = 2;
    for (place, column) in columns.iter().enumerate() {
        let text = (column.cell)(&pen.model.texts, row);
        let role = match place {
            1 if selected => Role::Strong,
            _ if column.heading == "column-deadline" && row.days_left.is_some_and(|left| left < 0) => Role::Danger,
            _ => Role::Text,
        };
        pen.put(x, y, column.width.saturating_sub(1), &text, role);
        x += column.width;
    }
}

fn narrow_row(pen: &mut Pen<'_>, row: &TaskRow, y: u16, selected: bool) {
    let texts = &pen.model.texts;
    let role = if selected { Role::Strong } else { Role::Text };
    let first = name(texts, row);
    let state = match row.decided_at {
        Some(at) if row.state != State::Open => format!("{} {}", outcome(texts, row), date::day(date::day_of(at))),
        _ => deadline(texts, row),
    };
    let found = if row.weight.is_some() { findings(texts, row) } else { String::new() };
    let second = [row.reference.to_string(), state, version(texts, row), found, letters(texts, row)];
    let second =
        second.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&texts.say("list-separator"));
    pen.put(2, y, pen.width().saturating_sub(2), &first, role);
    pen.put(4, y + 1, pen.width().saturating_sub(4), &second, Role::Quiet);
}

/// The line below the rows: the selected row in words.
fn detail(pen: &mut Pen<'_>, list: &List) {
    let Some(row) = list.selected_row() else { return };
    let texts = &pen.model.texts;
    let mut parts = vec![name(texts, row)];
    parts.push(texts.with("row-detail-received", &[("at", &date::short_moment(row.received_at))]));
    parts
        .extend(row.badges.iter().filter(|badge| **badge != Badge::Draft).map(|badge| texts.of_family("badge", badge)));
    if let Some(name) = &row.draft_by {
        parts.push(texts.with("row-detail-draft", &[("name", name)]));
    }
    if let (Some(at), Some(by), false) = (row.decided_at, &row.decided_by, row.state == State::Open) {
        let outcome = texts.of_family("outcome", &row.state);
        let values = [("outcome", outcome.as_str()), ("at", &date::short_moment(at)), ("name", by)];
        parts.push(texts.with("row-detail-decided", &values));
    }
    if let Some(state) = row.delivery.filter(|_| row.state != State::Open) {
        parts.push(texts.of_family("delivery", &state));
    }
    let y = pen.height().saturating_sub(3);
    let (at, total) = ((list.selected + 1).to_string(), list.total.to_string());
    let position = texts.with("list-position", &[("at", &at), ("total", &total)]);
    let room = pen.width().saturating_sub(width_of(&position) + 4);
    pen.facts(1, y, room, &parts, Role::Text);
    pen.put_right(1, y, pen.width().saturating_sub(2), &position, Role::Quiet);
}

/// The field for the words searched for, or the question before leaving, in the line of announcements.
pub(super) fn field(pen: &mut Pen<'_>) -> Option<Position> {
    let y = pen.height().saturating_sub(2);
    match &pen.model.dialog {
        Some(Dialog::Search(area)) => {
            let label = pen.say("search-label");
            pen.clear_line(y);
            let x = pen.put(1, y, pen.width(), &label, Role::Strong) + 2;
            pen.put(x, y, pen.width().saturating_sub(x + 1), &text_of(area), Role::Field);
            let caret = u16::try_from(area.screen_cursor().col).unwrap_or(0);
            Some(Position { x: (x + caret).min(pen.width().saturating_sub(1)), y })
        }
        Some(Dialog::Views) => Some(Position { x: 1, y: 2 }),
        _ => None,
    }
}

fn reference(_: &Texts, row: &TaskRow) -> String {
    row.reference.to_string()
}

/// The unit with its number, or the applicant with the unit.
pub(super) fn name(texts: &Texts, row: &TaskRow) -> String {
    match &row.applicant {
        Some(applicant) => texts.with("row-access-name", &[("name", applicant), ("unit", &row.unit_name)]),
        None => format!("{} ({})", row.unit_name, row.unit),
    }
}

fn kind(texts: &Texts, row: &TaskRow) -> String {
    texts.of_family("kind", &row.kind)
}

/// How many errors and warnings are open; for an access request, what it is.
fn findings(texts: &Texts, row: &TaskRow) -> String {
    match row.weight {
        None => kind(texts, row),
        Some(weight) if weight.risk.is_clean() => texts.say("findings-clean"),
        Some(weight) => [("findings-errors", weight.risk.errors), ("findings-warnings", weight.risk.warnings)]
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(id, number)| texts.with(id, &[("number", &number.to_string())]))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn score(texts: &Texts, row: &TaskRow) -> String {
    row.weight.map_or_else(|| texts.say("value-none"), |weight| format!("{:>4}", weight.score.total))
}

fn deadline(texts: &Texts, row: &TaskRow) -> String {
    match row.days_left {
        None => texts.say("deadline-none"),
        Some(left) if left < 0 => texts.count("deadline-over", i64::from(-left), &[]),
        Some(left) => texts.count("deadline-left", i64::from(left), &[]),
    }
}

fn version(texts: &Texts, row: &TaskRow) -> String {
    if row.applicant.is_some() {
        return texts.say("value-none");
    }
    texts.with("version-short", &[("version", &row.version.to_string())])
}

fn letters(texts: &Texts, row: &TaskRow) -> String {
    row.badges.iter().map(|badge| texts.of_family("letter", badge)).collect::<Vec<_>>().join(" ")
}

fn badges(texts: &Texts, row: &TaskRow) -> String {
    row.badges.iter().map(|badge| texts.of_family("badge", badge)).collect::<Vec<_>>().join(", ")
}

fn received(_: &Texts, row: &TaskRow) -> String {
    date::short_moment(row.received_at)
}

fn draft(_: &Texts, row: &TaskRow) -> String {
    row.draft_by.clone().unwrap_or_default()
}

fn outcome(texts: &Texts, row: &TaskRow) -> String {
    texts.of_family("state", &row.state)
}

fn decided(_: &Texts, row: &TaskRow) -> String {
    row.decided_at.map(|at| date::day(date::day_of(at))).unwrap_or_default()
}

fn decided_by(_: &Texts, row: &TaskRow) -> String {
    row.decided_by.clone().unwrap_or_default()
}

fn returns(_: &Texts, row: &TaskRow) -> String {
    row.returns.to_string()
}

fn delivery(texts: &Texts, row: &TaskRow) -> String {
    row.delivery.map(|state: Delivery| texts.of_family("delivery", &state)).unwrap_or_default()
}
