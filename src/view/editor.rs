//! The comment editor: prose that wraps, with the hardware cursor at the caret.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::{
    layout::{Position, Rect},
    style::Style,
    widgets::Widget,
};

use tui_textarea::TextArea;

use super::{chrome, pen::Pen, theme::Role};
use crate::{
    api::case::Case,
    app::model::{
        case::OpenCase,
        dialog::{Editor, Intent, text_of},
    },
    domain::decision::DecisionKind,
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
        Intent::Recall => "recall".to_owned(),
    };
    let title = texts.say(&format!("editor-title-{name}"));
    let reference = open.case.reference().to_string();
    let end = pen.put(1, 0, pen.width(), &title, Role::Title);
    pen.put_right(end + 2, 0, pen.width().saturating_sub(end + 3), &reference, Role::Text);
    let (to, language) = match &open.case {
        _ if editor.intent == Intent::Recall => (String::new(), texts.say("recall-short")),
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
    let to = match editor.intent {
        Intent::Recall => texts.say("editor-to-bufdir"),
        Intent::Decide(DecisionKind::Grant) => texts.say("editor-to-office"),
        _ => texts.with("editor-to", &[("to", &to)]),
    };
    pen.put(1, 1, pen.width().saturating_sub(2), &to, Role::Text);
    let room = pen.width().saturating_sub(2 + chrome::demo_mark(pen, 2));
    pen.put(1, 2, room, &language, Role::Text);
    let cursor = text(pen, editor);
    below(pen, editor);
    chrome::foot(pen);
    cursor
}

fn text(pen: &mut Pen<'_>, editor: &Editor) -> Position {
    prose(pen, &editor.area, 8)
}

/// Draws prose that is being written, with so many lines left for what stands round it; the cursor is at the caret.
pub(super) fn prose(pen: &mut Pen<'_>, field: &TextArea<'static>, frame: u16) -> Position {
    let area = Rect {
        x: 2,
        y: 3,
        width: pen.width().saturating_sub(4).min(WIDEST),
        height: pen.height().saturating_sub(frame),
    };
    let mut shown = field.clone();
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

/// What must be seen before the text leaves: an identity number, words of the other language, or what it asks about.
fn guard(pen: &Pen<'_>, open: &OpenCase, editor: &Editor) -> (String, Role) {
    let texts = pen.texts();
    if let Some(masked) = &open.heed.identity {
        return (texts.with("editor-identity", &[("masked", masked)]), Role::Danger);
    }
    if let Some(sentence) = misfit(pen, open) {
        return (sentence, Role::Warning);
    }
    if editor.intent != Intent::Decide(DecisionKind::Return) {
        return (String::new(), Role::Quiet);
    }
    let asked: Vec<String> = open.questions().into_iter().map(|asked| asked.finding.rule).collect();
    if asked.is_empty() {
        return (texts.say("editor-asked-none"), Role::Quiet);
    }
    let count = i64::try_from(asked.len()).unwrap_or(i64::MAX);
    (texts.count("editor-asked", count, &[("rules", &asked.join(", "))]), Role::Quiet)
}

/// The words of the comment that do not belong to the unit's written language, in a sentence.
pub(super) fn misfit(pen: &Pen<'_>, open: &OpenCase) -> Option<String> {
    let (language, words) = open.heed.misfit.as_ref()?;
    let language = pen.texts().of_family("language", language);
    Some(pen.texts().with("editor-language-misfit", &[("language", &language), ("words", &words.join(", "))]))
}

fn below(pen: &mut Pen<'_>, editor: &Editor) {
    let texts = pen.texts();
    let letters = i64::try_from(text_of(&editor.area).chars().count()).unwrap_or(i64::MAX);
    let count = texts.count("editor-letters", letters, &[]);
    let width = pen.width().saturating_sub(2);
    if let Some(open) = pen.model.case.ready() {
        let y = pen.height().saturating_sub(4);
        let (sentence, role) = guard(pen, open, editor);
        pen.clear_line(y);
        pen.put(1, y, width, &sentence, role);
    }
    let y = pen.height().saturating_sub(3);
    let how = texts.say("editor-enter");
    let end = pen.put(1, y, pen.width(), &how, Role::Quiet);
    pen.put_right(end + 2, y, pen.width().saturating_sub(end + 3), &count, Role::Quiet);
}
