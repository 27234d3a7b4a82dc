//! The chooser of views: each with its digit, how many tasks it holds, and the search that it is.
//! Imports `api`, `app` and `text`.

use ratatui::layout::Position;

use super::{
    chrome,
    pen::{Pen, width_of},
    theme::Role,
};
use crate::{
    api::views::ViewCount,
    app::{layout, model::dialog::Chooser},
    text::{name, number},
};

/// The first line of views.
const FIRST: u16 = 2;
/// Where the number of tasks ends, behind the longest name.
const NUMBERS: u16 = 38;
/// Where the search begins.
const SEARCH: u16 = 41;

/// Draws the chooser, with the cursor on the view that is pointed at.
pub(super) fn draw(pen: &mut Pen<'_>, chooser: Chooser) -> Position {
    let list = pen.model.list(pen.model.current_list());
    let room = pen.model.size.text_lines();
    let mark = chrome::demo_mark(pen, 0);
    let title = pen.say("views-title");
    let x = pen.put(1, 0, pen.width().saturating_sub(mark + 2), &title, Role::Title) + 3;
    if !list.text.is_empty() {
        let search = pen.texts().with("queue-search", &[("text", &list.text)]);
        pen.put(x, 0, pen.width().saturating_sub(x + mark + 1), &search, Role::Quiet);
    }
    let top = layout::follow(0, chooser.selected, room, list.views.len());
    let mut cursor = Position { x: 0, y: FIRST };
    for ((place, one), y) in list.views.iter().enumerate().skip(top).take(room).zip(FIRST..) {
        pen.row_spot(y, 1, place, chooser.selected);
        if place == chooser.selected {
            cursor = Position { x: 0, y };
            pen.put(0, y, 1, ">", Role::Marker);
        }
        line(pen, one, y, one.view.id == list.view.id);
    }
    chrome::foot(pen);
    cursor
}

fn line(pen: &mut Pen<'_>, one: &ViewCount, y: u16, shown: bool) {
    let view = &one.view;
    let digit = view.digit.map_or_else(String::new, |digit| digit.to_string());
    pen.put(2, y, 1, &digit, Role::Key);
    let numbers = NUMBERS.min(pen.width().saturating_sub(1));
    let count = match one.count {
        Some(count) => number::whole(count.into()),
        None => pen.say("value-none"),
    };
    let room = numbers.saturating_sub(width_of(&count) + 6);
    let name = name::view(pen.texts(), view);
    pen.put(5, y, room, &name, if shown { Role::Tab } else { Role::Text });
    pen.put_right(5, y, numbers - 5, &count, Role::Text);
    let search = if view.query.is_empty() { pen.say("views-everything") } else { view.query.clone() };
    pen.put(SEARCH, y, pen.width().saturating_sub(SEARCH + 1), &search, Role::Quiet);
}
