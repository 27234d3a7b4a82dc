//! The addresses, the letters and the question to the directorate: choosing one, and copying it.
//! Imports `api`.

use super::show;
use crate::{
    api::{fault::Fault, reference::LetterChain},
    app::{
        command::Command,
        effect::{Effect, Ticket},
        model::{Model, dialog::Dialog, library::entries},
    },
};

/// Shows the page, and asks the backend which letters it has.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let mut effects = show(model, Dialog::Library(0));
    effects.extend(fetch(model));
    effects
}

/// Asks again while the page is shown: reference data are other ones.
pub(super) fn refresh(model: &mut Model) -> Vec<Effect> {
    if matches!(model.dialog, Some(Dialog::Library(_))) { fetch(model) } else { vec![] }
}

fn fetch(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    model.letters.waiting = Some(ticket);
    vec![Effect::FetchLetters(ticket)]
}

/// The letters have come, or not.
pub(super) fn arrived(model: &mut Model, ticket: Ticket, answer: Result<LetterChain, Fault>) -> Vec<Effect> {
    if model.letters.waiting == Some(ticket) {
        let before = entries(model);
        model.letters.waiting = None;
        model.letters.answer = Some(answer);
        let after = entries(model);
        if let Some(Dialog::Library(selected)) = &mut model.dialog {
            // The same entry stays selected, wherever it stands now.
            let same = before.get(*selected).and_then(|entry| after.iter().position(|one| one.copied == entry.copied));
            *selected = same.unwrap_or(*selected).min(after.len().saturating_sub(1));
        }
    }
    vec![]
}

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
