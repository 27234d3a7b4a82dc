//! The addresses, the letters and the question to the directorate: choosing one, and copying it.
//! Imports nothing of other layers.

use crate::app::{
    command::Command,
    effect::Effect,
    model::{Model, dialog::Dialog, library::entries},
};

/// Does what a person wants with the page.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let entries = entries(model);
    let end = entries.len().saturating_sub(1);
    let Some(Dialog::Library(selected)) = &mut model.dialog else { return vec![] };
    match command {
        Command::Up => *selected = selected.saturating_sub(1),
        Command::Down => *selected = (*selected + 1).min(end),
        Command::First => *selected = 0,
        Command::Last => *selected = end,
        Command::Copy => {
            return entries.get(*selected).map(|entry| Effect::Copy(entry.copied.clone())).into_iter().collect();
        }
        _ => model.dialog = None,
    }
    vec![]
}
