//! The queue and the archive.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};
use tui_textarea::TextArea;

pub(super) use super::columns::name;
use super::{
    chrome,
    columns::{Column, columns, deadline, findings, letters, outcome, version},
    marks,
    pen::{Pen, width_of},
    theme::Role,
    together,
};
use crate::{
    api::{overview::Progress, tasks::TaskRow, views::ViewCount},
    app::{
        effect::ListKind,
        model::{
            Model,
            dialog::{Dialog, text_of},
            list::{List, Loading},
        },
    },
    domain::{
        query::{Field, Query},
        task::{Badge, State},
    },
    text::{
        Texts, countdown, date,
        name::view as called,
        number,
        refusal::{say, say_unread},
    },
};

/// The first line of rows.
const FIRST: u16 = 4;

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
    let x = 1 + pen.put(1, 1, pen.width(), &title, Role::Title) + 1;
    let x = x + marks::title(pen, x, model.list(kind));
    let room = pen.width().saturating_sub(x + 1);
    let (fitting, role) = match list_progress(model, kind) {
        Some(progress) => super::head::sentences(model, progress),
        None => (["queue-period", "queue-period-short"].map(|id| period_sentence(model, id)).to_vec(), Role::Strong),
    };
    if let Some(period) = fitting.iter().find(|sentence| width_of(sentence) <= room) {
        pen.put_right(x, 1, room, period, role);
    }
}

/// How far the office has come, for the queue, once it is known.
fn list_progress(model: &Model, kind: ListKind) -> Option<&Progress> {
    model.list(kind).progress.as_ref().filter(|_| kind == ListKind::Queue && model.days_to_deadline().is_some())
}

/// The period that is reported, its deadline and how long there is left, in the words of a text.
fn period_sentence(model: &Model, id: &str) -> String {
    let texts = &model.texts;
    let Some(period) = model.me.as_ref().and_then(|me| me.period.as_ref()) else {
        return String::new();
    };
    let left = model.days_to_deadline().unwrap_or(0);
    let assumed = if period.assumed { format!(" ({})", texts.say("assumed")) } else { String::new() };
    let weekday = texts.say(countdown::weekday_id(period.office_deadline));
    texts.with(
        id,
        &[
            ("period", period.id.as_str()),
            ("weekday", &weekday),
            ("date", &format!("{}{assumed}", date::short_day(period.office_deadline))),
            ("left", &countdown::days_sentence(texts, left)),
        ],
    )
}

/// The views with how many tasks each holds, as many as fit and always the one that is shown; then the search or the order.
fn views(pen: &mut Pen<'_>, list: &List) {
    let mut x = pen.put(1, 2, pen.width(), &pen.say("queue-views"), Role::Quiet) + 2;
    let alone = pen.model.size.is_narrow() || !list.text.is_empty();
    let shown = list.views.iter().position(|one| one.view.id == list.view.id);
    let parts: Vec<(String, String)> =
        list.views.iter().map(|one| (called(&pen.model.texts, &one.view), counted(one))).collect();
    let wide = |(name, count): &(String, String)| width_of(name) + width_of(count) + 2;
    let own = shown.and_then(|place| parts.get(place)).map_or(0, wide);
    let mut left_out = false;
    for (place, part) in parts.iter().enumerate() {
        let this = shown == Some(place);
        let kept = if shown.is_some_and(|shown| place < shown) { own } else { 0 };
        let fits = !alone && x + wide(part) + kept <= pen.width();
        if this || (fits && !left_out) {
            let role = if this { Role::Tab } else { Role::Text };
            x = pen.run(x, 2, &[(&part.0, role), (&part.1, Role::Text)]) + 2;
        } else {
            left_out |= !alone;
        }
    }
    if shown.is_none() {
        x = pen.run(x, 2, &[(&called(&pen.model.texts, &list.view), Role::Tab)]) + 2;
    }
    if left_out && x < pen.width() {
        x += pen.put(x - 1, 2, 1, "…", Role::Quiet);
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

/// « 34», once it is known.
pub(super) fn counted(one: &ViewCount) -> String {
    one.count.map_or_else(String::new, |count| format!(" {}", number::whole(count.into())))
}

fn sort_sentence(texts: &Texts, list: &List) -> String {
    let column = texts.of_family("sort", &list.sort);
    texts.with(if list.falls() { "queue-sorted-down" } else { "queue-sorted" }, &[("column", &column)])
}

/// Draws the rows that are visible, and says where the selected one is.
fn rows(pen: &mut Pen<'_>, list: &List) -> Position {
    if list.total == 0 {
        return nothing(pen, list);
    }
    let size = pen.model.size;
    let columns = columns(pen, list.kind);
    if !size.is_narrow() {
        head(pen, list, columns);
    }
    let mut cursor = Position { x: 0, y: FIRST };
    for (place, number) in (list.top..list.total.min(list.top + size.list_rows())).enumerate() {
        let y = FIRST + u16::try_from(place).unwrap_or(0) * size.lines_per_row();
        let selected = number == list.selected;
        pen.row_spot(y, size.lines_per_row(), number, list.selected);
        if selected {
            cursor = Position { x: 0, y };
            pen.put(0, y, 1, ">", Role::Marker);
        }
        marks::sign(pen, list, number, y);
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
        Loading::Ready if list.kind == ListKind::Queue && asks_for_state(pen.model, list) => {
            (texts.with("list-empty-state", &[("text", &list.text), ("view", &called(texts, &list.view))]), Role::Text)
        }
        Loading::Ready if !list.text.is_empty() => {
            (texts.with("list-empty-search", &[("text", &list.text), ("view", &called(texts, &list.view))]), Role::Text)
        }
        Loading::Ready if !list.view.query.is_empty() => (pen.say("list-empty-view"), Role::Text),
        Loading::Ready if list.kind == ListKind::Archive => (pen.say("list-empty-archive"), Role::Text),
        Loading::Ready => (pen.say("list-empty-queue"), Role::Text),
    };
    let area = Rect { x: 2, y: FIRST, width: pen.width().saturating_sub(4), height: pen.height().saturating_sub(7) };
    pen.prose(area, &sentence, role);
    Position { x: 2, y: FIRST }
}

/// True when the words that are searched for say where a task stands.
fn asks_for_state(model: &Model, list: &List) -> bool {
    let read = Query::parse(&list.text, &model.guides.search, date::day_of(model.now));
    read.is_ok_and(|query| query.asks_about(Field::State))
}

/// The headings, with an arrow at the one that the rows are sorted on: up when the smallest stand first.
fn head(pen: &mut Pen<'_>, list: &List, columns: &[Column]) {
    let mut x = 2;
    for column in columns {
        let text = pen.say(column.heading);
        let taken = pen.put(x, FIRST - 1, column.width.saturating_sub(1), &text, Role::Quiet);
        if column.sorts.contains(&list.sort) {
            pen.put(x + taken, FIRST - 1, 1, if list.falls() { "↓" } else { "↑" }, Role::Strong);
        }
        x += column.width;
    }
}

fn row_cells(pen: &mut Pen<'_>, columns: &[Column], row: &TaskRow, y: u16, selected: bool) {
    let mut x = 2;
    for (place, column) in columns.iter().enumerate() {
        let text = column.text(pen.model, row);
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
    let holder = together::short_holder(pen.model, row);
    let second = [row.reference.to_string(), state, version(texts, row), found, letters(texts, row), holder];
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
    if pen.model.waits(&row.reference).is_some() {
        parts.push(texts.say("row-detail-waits"));
    }
    parts.push(together::viewers_sentence(pen.model, row));
    parts.push(together::holder_sentence(pen.model, row));
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
    let whole = |count: usize| number::whole(i64::try_from(count).unwrap_or(i64::MAX));
    let (at, total) = (whole(list.selected + 1), whole(list.total));
    let position = texts.with("list-position", &[("at", &at), ("total", &total)]);
    let room = pen.width().saturating_sub(width_of(&position) + 4);
    pen.facts(1, y, room, &parts, Role::Text);
    pen.put_right(1, y, pen.width().saturating_sub(2), &position, Role::Quiet);
}

/// The field for the words searched for, or the question before leaving, in the line of announcements.
pub(super) fn field(pen: &mut Pen<'_>) -> Option<Position> {
    let y = pen.height().saturating_sub(2);
    match &pen.model.dialog {
        Some(Dialog::Search(area, wrong)) => {
            let told = match (&pen.model.list(pen.model.current_list()).loading, wrong) {
                (_, Some(refusal)) => Some((say(pen.texts(), refusal), Role::Warning)),
                (Loading::Failed(fault), None) => Some((say_unread(pen.texts(), fault), Role::Warning)),
                _ if text_of(area).is_empty() => Some((pen.say("search-words"), Role::Quiet)),
                _ => None,
            };
            if let Some((sentence, role)) = told {
                chrome::above(pen, y, &sentence, role);
            }
            Some(typed_field(pen, y, "search-label", area))
        }
        Some(Dialog::ViewName(area, wrong)) => {
            let (sentence, role) = match wrong {
                Some(refusal) => (say(pen.texts(), refusal), Role::Warning),
                None => (pen.texts().with("view-name-of", &[("query", &list_search(pen))]), Role::Quiet),
            };
            chrome::above(pen, y, &sentence, role);
            Some(typed_field(pen, y, "view-name-label", area))
        }
        _ => None,
    }
}

fn list_search(pen: &Pen<'_>) -> String {
    pen.model.list(pen.model.current_list()).search()
}

/// A field with its label in a line; says where its caret stands. What is longer than the line is shown at its end.
fn typed_field(pen: &mut Pen<'_>, y: u16, label: &str, area: &TextArea<'_>) -> Position {
    pen.clear_line(y);
    let x = pen.put(1, y, pen.width(), &pen.say(label), Role::Strong) + 2;
    let room = pen.width().saturating_sub(x + 1);
    let (text, caret) = (text_of(area), area.screen_cursor().col);
    let hidden = caret.saturating_sub(usize::from(room.saturating_sub(1)));
    let shown: String = text.chars().skip(hidden).collect();
    pen.put(x, y, room, &shown, Role::Field);
    let caret = u16::try_from(caret - hidden).unwrap_or(0);
    Position { x: (x + caret).min(pen.width().saturating_sub(1)), y }
}
