//! The addresses, the letters and the question to the directorate.
//! Imports `text` and `app`.

use ratatui::layout::Position;

use super::{
    chrome,
    pen::{Pen, wrap},
    theme::Role,
};
use crate::app::model::library::{Entry, LETTERS, entries, whose};

/// A line that is to be drawn, and whether its entry is the selected one.
struct Shown {
    indent: u16,
    text: String,
    role: Role,
}

/// Draws the page so that the whole selected entry is on it.
pub(super) fn draw(pen: &mut Pen<'_>, selected: usize) -> Position {
    let all = entries(pen.model);
    let mut lines: Vec<Shown> = Vec::new();
    let mut heading = "";
    let (mut from, mut to) = (0, 0);
    for (place, entry) in all.iter().enumerate() {
        if entry.heading != heading {
            heading = entry.heading;
            if !lines.is_empty() {
                lines.push(Shown { indent: 0, text: String::new(), role: Role::Text });
            }
            lines.push(Shown { indent: 1, text: pen.say(heading), role: Role::Heading });
            if heading == LETTERS {
                let width = usize::from(pen.width().saturating_sub(6));
                let whose = wrap(&whose(pen.model), width).into_iter();
                lines.extend(whose.map(|text| Shown { indent: 3, text, role: Role::Quiet }));
            }
        }
        if place == selected {
            from = lines.len();
        }
        write(pen, &mut lines, entry, place == selected);
        if place == selected {
            to = lines.len();
        }
    }
    let title = pen.say("library-title");
    pen.put(1, 0, pen.width().saturating_sub(2), &title, Role::Title);
    chrome::demo_mark(pen, 1);
    let room = pen.model.size.text_lines();
    // The entry with the heading above it, its beginning above all.
    let top = to.saturating_sub(room).min(from);
    for (line, y) in lines.iter().skip(top).take(room).zip(2..) {
        pen.put(line.indent, y, pen.width().saturating_sub(line.indent + 1), &line.text, line.role);
    }
    chrome::foot(pen);
    let y = 2 + u16::try_from(from.saturating_sub(top)).unwrap_or(0);
    Position { x: 1, y: y.min(pen.height().saturating_sub(1)) }
}

fn write(pen: &Pen<'_>, lines: &mut Vec<Shown>, entry: &Entry, selected: bool) {
    let width = usize::from(pen.width().saturating_sub(6));
    let mark = if selected { ">" } else { " " };
    for (number, part) in wrap(&entry.title, width).into_iter().enumerate() {
        let mark = if number == 0 { mark } else { " " };
        let role = if selected { Role::Strong } else { Role::Text };
        lines.push(Shown { indent: 1, text: format!("{mark} {part}"), role });
    }
    for part in entry.lines.iter().flat_map(|line| wrap(line, width)) {
        lines.push(Shown { indent: 5, text: part, role: Role::Quiet });
    }
}

/// The same as sections of the help, one line for each entry.
pub(super) fn help_lines(pen: &Pen<'_>) -> Vec<(&'static str, Vec<String>)> {
    let mut sections: Vec<(&'static str, Vec<String>)> = Vec::new();
    for entry in entries(pen.model) {
        let line = [entry.title.as_str()].into_iter().chain(entry.lines.iter().map(String::as_str));
        let line = line.filter(|part| !part.is_empty()).take(2).collect::<Vec<_>>().join(": ");
        match sections.last_mut().filter(|(heading, _)| *heading == entry.heading) {
            Some((_, lines)) => lines.push(line),
            None => sections.push((entry.heading, vec![line])),
        }
    }
    sections
}
