//! What the next key may be, after one that begins another.
//! Imports `text`, `app` and `keys`.

use super::{
    chrome::key_name,
    pen::{Pen, width_of},
    theme::Role,
};
use crate::app::{command::Command, scope};

/// The room of one key and its word: the longest word of a hint, the key and what stands between.
const COLUMN: u16 = 24;

/// Above the bottom lines: each key that goes on from the one that was pressed, and what it does.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let Some((begun_in, first)) = pen.look.begun else { return };
    let scope = scope::innermost(pen.model);
    let following = pen.look.keymap.following(scope, first);
    let useful = |(_, command): &(_, Command)| scope::is_useful(pen.model, *command);
    let entries: Vec<(String, String)> = following
        .into_iter()
        .filter(useful)
        .map(|(key, command)| (key_name(&key.to_string()), pen.say(&format!("hint-{}", command.id()))))
        .collect();
    if begun_in != scope || entries.is_empty() {
        return;
    }
    let columns = usize::from((pen.width().saturating_sub(2) / COLUMN).max(1));
    let rows = entries.len().div_ceil(columns);
    let bottom = pen.height().saturating_sub(1);
    let top = bottom.saturating_sub(u16::try_from(rows + 1).unwrap_or(bottom));
    for y in top..=bottom {
        pen.clear_line(y);
    }
    let heading = pen.texts().with("which-heading", &[("key", &key_name(&first.to_string()))]);
    pen.put(1, top, pen.width().saturating_sub(2), &heading, Role::Heading);
    // Down the columns, as a page of words is read.
    for (place, (key, word)) in entries.iter().enumerate() {
        let (Ok(row), Ok(column)) = (u16::try_from(place % rows), u16::try_from(place / rows)) else { return };
        let x = 1 + column * COLUMN;
        pen.put(x, top + 1 + row, COLUMN - 1, key, Role::Key);
        pen.put(x + width_of(key).max(3) + 1, top + 1 + row, COLUMN - 5, word, Role::Text);
    }
}
