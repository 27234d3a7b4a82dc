//! The first registration, as a form of two fields.
//! Imports `text` and `app`.

use ratatui::layout::{Position, Rect};

use super::{chrome, pen::Pen, theme::Role};
use crate::{
    app::model::{dialog::text_of, registration::Registration},
    text::refusal,
};

/// The labels of the fields.
const LABELS: [&str; 2] = ["registration-email", "registration-phone"];
/// The line of the first field, below title and help.
const FIRST: u16 = 7;
/// The lines of a field: its label, itself, what is wrong with it, and a gap.
const STEP: u16 = 4;

/// Draws the form.
pub(super) fn draw(pen: &mut Pen<'_>, form: &Registration) -> Position {
    let texts = pen.texts();
    let width = pen.width().saturating_sub(4);
    pen.put(1, 0, pen.width().saturating_sub(2), &texts.say("registration-title"), Role::Title);
    let help = Rect { x: 2, y: 2, width, height: FIRST - 3 };
    pen.prose(help, &texts.say("registration-help"), Role::Text);
    // A short screen has no gaps.
    let step = if pen.height() < FIRST + 2 * STEP + 2 { STEP - 1 } else { STEP };
    let labels = LABELS.map(|id| texts.say(id));
    let mut cursor = Position { x: 4, y: FIRST };
    for (place, (label, field)) in labels.iter().zip(&form.fields).enumerate() {
        let y = FIRST - 1 + u16::try_from(place).unwrap_or(0) * step;
        let focused = place == form.focus;
        if focused {
            pen.put(0, y, 1, ">", Role::Marker);
        }
        pen.put(2, y, width, label, if focused { Role::Strong } else { Role::Text });
        let typed = text_of(field);
        let room = pen.width().saturating_sub(6);
        pen.put(4, y + 1, room, if typed.is_empty() { "\u{b7}" } else { &typed }, Role::Field);
        if let Some(Some(wrong)) = form.wrong.get(place) {
            let sentence = refusal::say(texts, wrong);
            pen.prose(Rect { x: 4, y: y + 2, width: room, height: step - 2 }, &sentence, Role::Danger);
        }
        if focused {
            let caret = u16::try_from(field.screen_cursor().col).unwrap_or(0);
            cursor = Position { x: (4 + caret).min(pen.width().saturating_sub(1)), y: y + 1 };
        }
    }
    let y = (FIRST + 2 * step).min(pen.height().saturating_sub(4));
    let below = Rect { x: 2, y, width, height: pen.height().saturating_sub(y + 3) };
    if let Some(fault) = &form.fault {
        let sentence = refusal::say_fault(texts, fault);
        pen.prose(below, &sentence, Role::Danger);
    } else if form.sent.is_some() {
        pen.prose(below, &texts.say("registration-sending"), Role::Text);
    }
    chrome::foot(pen);
    cursor
}
