//! A page of text above a screen, which can be scrolled.
//! Imports `app`.

use ratatui::layout::Position;

use super::{
    chrome,
    pen::{Pen, wrap},
    theme::Role,
};
use crate::app::model::dialog::Page;

/// A line of a page.
pub(super) struct Line {
    indent: u16,
    text: String,
    role: Role,
}

/// The lines of a page, written one after the other.
#[derive(Default)]
pub(super) struct Lines(Vec<Line>);

impl Lines {
    /// A heading, with an empty line before it unless it is the first.
    pub(super) fn heading(&mut self, text: String) {
        if !self.0.is_empty() {
            self.plain(0, String::new(), Role::Text);
        }
        self.plain(0, text, Role::Heading);
    }

    /// True when nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A line, wrapped when it is drawn; its indent stays.
    pub(super) fn plain(&mut self, indent: u16, text: String, role: Role) {
        self.0.push(Line { indent, text, role });
    }

    /// A label and its value.
    pub(super) fn pair(&mut self, label: &str, value: &str) {
        self.plain(2, format!("{label}: {value}"), Role::Text);
    }

    /// Draws the page, from its first visible line on; the cursor stands at its beginning.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, title: &str, shown: Page) -> Position {
        chrome::demo_mark(pen, 1);
        // The right end of the title line is for the place in the page.
        pen.put(1, 0, pen.width().saturating_sub(14), title, Role::Title);
        let room = pen.model.size.text_lines();
        let lines: Vec<(u16, String, Role)> = self
            .0
            .iter()
            .flat_map(|line| {
                let width = usize::from(pen.width().saturating_sub(line.indent + 3));
                wrap(&line.text, width).into_iter().map(|text| (line.indent, text, line.role))
            })
            .collect();
        let top = shown.top.min(lines.len().saturating_sub(room));
        for ((indent, text, role), y) in lines.iter().skip(top).take(room).zip(2..) {
            pen.put(1 + indent, y, pen.width().saturating_sub(2 + indent), text, *role);
        }
        if lines.len() > room {
            let (at, total) = ((top + room).min(lines.len()).to_string(), lines.len().to_string());
            let position = pen.texts().with("list-position", &[("at", &at), ("total", &total)]);
            pen.put_right(40, 0, pen.width().saturating_sub(41), &position, Role::Quiet);
        }
        chrome::foot(pen);
        Position { x: 1, y: 2 }
    }
}
