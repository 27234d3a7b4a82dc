//! The comment editor: prose that wraps, with the hardware cursor at the caret.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::{
    layout::{Position, Rect},
    style::Style,
    widgets::Widget,
};

use super::{chrome, pen::Pen, theme::Role};
use crate::{
    api::case::Case,
    app::model::dialog::{Editor, Intent, text_of},
    text::wire_name,
};

/// The widest line of prose that is easy to read.
const WIDEST: u16 = 100;

/// Draws the editor.
pub(super) fn draw(pen: &mut Pen<'_>, editor: &Editor) -> Position {
    let Some(open) = pen.model.case.ready() else { return Position { x: 0, y: 0 } };
    let texts = pen.texts();
    let name = match editor.intent {
        Intent::Decide(kind) => wire_name(&kind),
        Intent::Ask => "ask".to_owned(),
    };
    let title = texts.say(&format!("editor-title-{name}"));
    let reference = open.case.reference().to_string();
    let end = pen.put(1, 0, pen.width(), &title, Role::Title);
    pen.put_right(end + 2, 0, pen.width().saturating_sub(end + 3), &reference, Role::Text);
    let (to, language) = match &open.case {
        Case::Report(report) => {
            let to = report.newest().map(|newest| format!("{} <{}>", newest.submitter.name, newest.submitter.email));
            let language = texts.of_family("language", &report.unit.language.value);
            let mark =
                if report.unit.language.assumed { format!(" ({})", texts.say("assumed")) } else { String::new() };
            let language = texts.with("editor-language", &[("language", &format!("{language}{mark}"))]);
            (to.unwrap_or_default(), language)
        }
        Case::Access(case) => (format!("{} <{}>", case.application.name, case.application.email), String::new()),
    };
    pen.put(1, 1, pen.width().saturating_sub(2), &texts.with("editor-to", &[("to", &to)]), Role::Text);
    let room = pen.width().saturating_sub(2 + chrome::demo_mark(pen, 2));
    pen.put(1, 2, room, &language, Role::Text);
    let cursor = text(pen, editor);
    below(pen, editor);
    chrome::foot(pen);
    cursor
}

fn text(pen: &mut Pen<'_>, editor: &Editor) -> Position {
    let area =
        Rect { x: 2, y: 3, width: pen.width().saturating_sub(4).min(WIDEST), height: pen.height().saturating_sub(7) };
    let mut shown = editor.area.clone();
    shown.set_cursor_line_style(Style::new());
    shown.set_cursor_style(Style::new());
    (&shown).render(area, pen.buffer);
    let (top, left) = shown.scroll_offset();
    let caret = shown.screen_cursor();
    let place = |at: usize, from: u16| u16::try_from(at).unwrap_or(u16::MAX).saturating_sub(from);
    Position {
        x: area.x + place(caret.col, left).min(area.width.saturating_sub(1)),
        y: area.y + place(caret.row, top).min(area.height.saturating_sub(1)),
    }
}

fn below(pen: &mut Pen<'_>, editor: &Editor) {
    let texts = pen.texts();
    let letters = i64::try_from(text_of(&editor.area).chars().count()).unwrap_or(i64::MAX);
    let count = texts.count("editor-letters", letters, &[]);
    let y = pen.height().saturating_sub(3);
    let how = texts.say("editor-enter");
    let end = pen.put(1, y, pen.width(), &how, Role::Quiet);
    pen.put_right(end + 2, y, pen.width().saturating_sub(end + 3), &count, Role::Quiet);
}
