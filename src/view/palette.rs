//! The palette: what was typed, what fits it, and the same from the command line; and a point that is explained.
//! Imports `domain`, `text`, `app` and `keys`.

use ratatui::layout::Position;

use super::{
    chrome::{self, key_name},
    page::Lines,
    pen::{Pen, width_of},
    theme::Role,
};
use crate::{
    app::{
        layout,
        model::{
            dialog::{Page, text_of},
            palette::{Found, Item, Palette},
        },
        scope,
    },
    domain::{form::Point, task::State},
    text::refusal::say_unread,
};

/// The line of the field.
const FIELD: u16 = 1;
/// The first line of what fits.
const FIRST: u16 = 3;
/// Where the names stand.
const NAMES: u16 = 14;
/// From this width on the line of the command line stands beside each name.
const WIDE: u16 = 120;

/// Draws the palette.
pub(super) fn draw(pen: &mut Pen<'_>, palette: &Palette) -> Position {
    let texts = pen.texts();
    let title = texts.say("palette-title");
    let room = pen.width().saturating_sub(2 + chrome::demo_mark(pen, 0));
    pen.put(1, 0, room, &title, Role::Title);
    let label = texts.say("palette-label");
    let x = pen.put(1, FIELD, 4, &label, Role::Strong) + 2;
    pen.put(x, FIELD, pen.width().saturating_sub(x + 1), &text_of(&palette.area), Role::Field);
    let caret = u16::try_from(palette.area.screen_cursor().col).unwrap_or(0);
    list(pen, palette);
    below(pen, palette);
    chrome::foot(pen);
    Position { x: (x + caret).min(pen.width().saturating_sub(1)), y: FIELD }
}

fn list(pen: &mut Pen<'_>, palette: &Palette) {
    let room = usize::from(pen.height().saturating_sub(FIRST + 4)).max(1);
    let top = layout::follow(0, palette.selected, room, palette.items.len());
    if palette.items.is_empty() {
        let text = pen.say("palette-nothing");
        pen.put(2, FIRST, pen.width().saturating_sub(3), &text, Role::Text);
    }
    for ((at, item), y) in palette.items.iter().enumerate().skip(top).take(room).zip(FIRST..) {
        let selected = at == palette.selected;
        pen.row_spot(y, 1, at, palette.selected);
        if selected {
            pen.put(0, y, 1, ">", Role::Marker);
        }
        line(pen, item, y, selected);
    }
}

fn line(pen: &mut Pen<'_>, item: &Item, y: u16, selected: bool) {
    let names = if pen.model.size.is_narrow() { 2 } else { NAMES };
    if names > 2 {
        let kind = kind(pen, item);
        pen.put(2, y, names - 3, &kind, Role::Quiet);
    }
    let key = key(pen, item);
    let wide = pen.width() >= WIDE;
    let end = if wide { 80 } else { pen.width().saturating_sub(1) };
    let room = end.saturating_sub(names + width_of(&key) + 2);
    pen.put(names, y, room, &item.name, if selected { Role::Strong } else { Role::Text });
    pen.put_right(names, y, end.saturating_sub(names + 1), &key, Role::Key);
    if wide {
        pen.put(82, y, pen.width().saturating_sub(83), &item.line, Role::Quiet);
    }
}

/// What kind of thing it is; of a task how it stands.
fn kind(pen: &Pen<'_>, item: &Item) -> String {
    let texts = pen.texts();
    match &item.found {
        Found::Command(_) | Found::Hand(_) => texts.say("palette-kind-command"),
        Found::Task(row) if row.state != State::Open => texts.of_family("state", &row.state),
        Found::Task(_) => texts.say("palette-kind-task"),
        Found::Unit(_) => texts.say("palette-kind-unit"),
        Found::Point(_) => texts.say("palette-kind-point"),
    }
}

/// The keys of a command.
fn key(pen: &Pen<'_>, item: &Item) -> String {
    let Found::Command(command) = item.found else { return String::new() };
    let keys = pen.look.keymap.keys_of(scope::below(pen.model), command);
    keys.first().map(|key| key_name(&key.to_string())).unwrap_or_default()
}

/// Below the list: the selected line from the command line, and whether tasks are still looked for.
fn below(pen: &mut Pen<'_>, palette: &Palette) {
    let texts = pen.texts();
    let width = pen.width().saturating_sub(2);
    let y = pen.height().saturating_sub(3);
    let (sentence, role) = match &palette.fault {
        Some(fault) => (texts.with("palette-failed", &[("why", &say_unread(texts, fault))]), Role::Danger),
        None if palette.waiting.is_some() => (texts.say("palette-looking"), Role::Quiet),
        None if text_of(&palette.area).trim().is_empty() => (texts.say("palette-hint"), Role::Quiet),
        None => (String::new(), Role::Quiet),
    };
    pen.put(1, y - 1, width, &sentence, role);
    if let Some(item) = palette.items.get(palette.selected).filter(|item| !item.line.is_empty()) {
        let line = texts.with("palette-line", &[("line", &item.line)]);
        pen.put(1, y, width, &line, Role::Text);
    }
}

/// A point of the form, outside a report: what it counts, by which law, and how sure we are of it.
pub(super) fn point(pen: &mut Pen<'_>, shown: Page, key: &str) -> Position {
    let texts = pen.texts();
    let mut lines = Lines::default();
    let form = pen.model.shelf.form.as_deref();
    let Some((form, point)) = form.and_then(|form| Some((form, form.point(key)?))) else {
        return lines.draw(pen, key, shown);
    };
    lines.heading(texts.say("explain-definition"));
    lines.plain(2, point.definition_in(texts.language()).to_owned(), Role::Text);
    lines.pair(&texts.say("explain-measure"), &texts.of_family("measure", &point.measure));
    lines.heading(texts.say("explain-law"));
    let law = point.law_in(texts.language()).map_or_else(|| texts.say("value-none"), str::to_owned);
    lines.plain(2, texts.with("explain-law-value", &[("law", &law), ("act", &form.law)]), Role::Text);
    lines.heading(texts.say("explain-confidence"));
    lines.plain(2, texts.of_family("point-confidence", &point.confidence), Role::Text);
    lines.pair(&texts.say("explain-source"), &point.source);
    let title = title(pen, point);
    lines.draw(pen, &title, shown)
}

fn title(pen: &Pen<'_>, point: &Point) -> String {
    let label = point.explained_in(pen.texts().language());
    pen.texts().with("point-title", &[("code", &point.code), ("label", &label)])
}
