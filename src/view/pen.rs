//! The pen: puts text into the buffer, cut to its room, with everything dangerous in it made visible.
//! Imports `text`, `app` and `keys`.

use ratatui::{
    buffer::Buffer,
    layout::{Alignment, Rect},
    style::Style,
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    Look,
    spot::{Spot, Spots},
    theme::Role,
};
use crate::{
    app::model::Model,
    text::{Texts, clean},
};

/// What shows that a text was cut.
const CUT: &str = "…";

/// A pen over a buffer.
pub(super) struct Pen<'a> {
    pub(super) model: &'a Model,
    pub(super) look: &'a Look,
    pub(super) buffer: &'a mut Buffer,
    /// What can be clicked, as far as it is drawn.
    pub(super) spots: Spots,
    /// True once prose has not fitted where it was put.
    pub(super) cut: bool,
}

impl<'a> Pen<'a> {
    pub(super) fn new(model: &'a Model, look: &'a Look, buffer: &'a mut Buffer) -> Self {
        Self { model, look, buffer, spots: Spots::default(), cut: false }
    }

    /// Notes that a row of a list stands in some lines.
    pub(super) fn row_spot(&mut self, y: u16, lines: u16, number: usize, selected: usize) {
        let area = Rect::new(0, y, self.width(), lines);
        self.spots.put(area, Some(Spot::Row { number, selected }));
    }

    /// The texts of the screen.
    pub(super) fn texts(&self) -> &'a Texts {
        &self.model.texts
    }

    /// A text without anything to fill in.
    pub(super) fn say(&self, id: &str) -> String {
        self.model.texts.say(id)
    }

    pub(super) fn width(&self) -> u16 {
        self.buffer.area.width
    }

    pub(super) fn height(&self) -> u16 {
        self.buffer.area.height
    }

    pub(super) fn style(&self, role: Role) -> Style {
        self.look.theme.style(role)
    }

    /// Puts a text at a place, in at most `room` columns; says how many it took.
    pub(super) fn put(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        let room = room.min(self.width().saturating_sub(x));
        if room == 0 || y >= self.height() {
            return 0;
        }
        let tame = clean::line(text);
        let shown = fit(&tame, room);
        let style = self.style(role);
        let (end, _) = self.buffer.set_stringn(x, y, &shown, usize::from(room), style);
        end.saturating_sub(x)
    }

    /// Puts a text so that it ends at the right edge of its room.
    pub(super) fn put_right(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) {
        let width = width_of(text).min(room);
        self.put(x + room - width, y, width, text, role);
    }

    /// Puts a text in a column, to the left or to the right.
    pub(super) fn cell(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role, align: Alignment) {
        match align {
            Alignment::Right => self.put_right(x, y, room, text, role),
            _ => {
                self.put(x, y, room, text, role);
            }
        }
    }

    /// Puts parts one after the other; says where the last one ended.
    pub(super) fn run(&mut self, x: u16, y: u16, parts: &[(&str, Role)]) -> u16 {
        parts.iter().fold(x, |x, (text, role)| x + self.put(x, y, self.width().saturating_sub(x), text, *role))
    }

    /// Puts as many whole facts as fit, the first ones first: a fact is shown in full or not at all.
    pub(super) fn facts(&mut self, x: u16, y: u16, room: u16, facts: &[String], role: Role) {
        let separator = self.say("list-separator");
        let mut line = String::new();
        for fact in facts.iter().filter(|fact| !fact.is_empty()) {
            let longer = if line.is_empty() { fact.clone() } else { format!("{line}{separator}{fact}") };
            if width_of(&longer) <= room || line.is_empty() {
                line = longer;
            }
        }
        self.put(x, y, room, &line, role);
    }

    /// Puts prose into an area, wrapped at words; says how many lines it took.
    pub(super) fn prose(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let mut lines = wrap(text, usize::from(area.width));
        let room = usize::from(area.height);
        if lines.len() > room {
            self.cut = true;
            lines.truncate(room);
            if let Some(last) = lines.last_mut() {
                *last = fit(&format!("{last} {CUT}"), area.width);
            }
        }
        for (line, y) in lines.iter().zip(area.y..) {
            self.put(area.x, y, area.width, line, role);
        }
        u16::try_from(lines.len()).unwrap_or(0)
    }

    /// Clears a line.
    pub(super) fn clear_line(&mut self, y: u16) {
        let blank = " ".repeat(usize::from(self.width()));
        self.buffer.set_stringn(0, y, blank, usize::from(self.width()), Style::reset());
    }
}

/// The columns a text takes.
pub(super) fn width_of(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// A text cut to its room, with a mark where something is missing.
fn fit(text: &str, room: u16) -> String {
    let room = usize::from(room);
    if text.width() <= room {
        return text.to_owned();
    }
    let mut shown = String::new();
    let mut taken = 0;
    for letter in text.graphemes(true) {
        if taken + letter.width() + CUT.width() > room {
            break;
        }
        taken += letter.width();
        shown.push_str(letter);
    }
    shown + CUT
}

/// Prose as lines of at most `width` columns, broken between words, and inside one only when it is longer than a line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, width.max(1))).collect()
}

fn wrap_paragraph(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut taken = 0;
    for word in paragraph.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ').width();
        if taken > 0 && taken + bare > width {
            lines.push(String::new());
            taken = 0;
        }
        for letter in word.graphemes(true) {
            if taken + letter.width() > width && letter != " " {
                lines.push(String::new());
                taken = 0;
            }
            if let Some(line) = lines.last_mut().filter(|_| taken + letter.width() <= width) {
                line.push_str(letter);
                taken += letter.width();
            }
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_broken_between_words_and_long_words_inside() {
        assert_eq!(wrap("Rett punkt 2E og send inn", 10), ["Rett punkt", "2E og send", "inn"]);
        assert_eq!(wrap("Fristoverskridelse", 8), ["Fristove", "rskridel", "se"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn a_text_that_is_cut_says_so() {
        assert_eq!(fit("Nord-Aurdal", 8), "Nord-Au…");
        assert_eq!(fit("Gjøvik", 6), "Gjøvik");
        assert_eq!(fit("日本語", 4), "日…");
    }
}
