//! Taking a decision back while there is time, and what came of that.
//! Imports `api` and `text`.

use super::{batch, case, deadline, decide::refuse, list, waiting};
use crate::{
    api::{decide::Undone, fault::Fault},
    app::{
        effect::Effect,
        model::{Model, Tone, Undo},
    },
    domain::report::Reference,
    text::refusal::say_fault,
};

/// Takes the last decision back, or the one of the solved case on the screen.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    if let Some(solved) = model.case.ready().filter(|open| !open.is_open()) {
        // In a solved case the key speaks of that case alone.
        if solved.undoable_by(model.me.as_ref(), model.now) {
            let reference = solved.case.reference().clone();
            return take_back(model, reference);
        }
        if let Some(effects) = deadline::offer_recall(model) {
            return effects;
        }
        return refuse(model, "message-undo-over");
    }
    if let Some(effects) = waiting::withdraw(model) {
        return effects;
    }
    let on_its_way = |what: &Undo| matches!(what, Undo::Case(reference) if model.undoing.contains(reference));
    let next = model.undoable.iter().rev().map(|undoable| &undoable.what).find(|what| !on_its_way(what));
    match next.cloned() {
        Some(Undo::Case(reference)) => take_back(model, reference),
        Some(Undo::Batch(id)) => batch::undo(model, id),
        // The same key twice: the first one is not answered yet.
        None if !model.undoable.is_empty() => {
            model.announce(Tone::Plain, model.texts.say("message-undo-under-way"));
            vec![]
        }
        None => refuse(model, "message-nothing-to-undo"),
    }
}

fn take_back(model: &mut Model, reference: Reference) -> Vec<Effect> {
    if model.undoing.insert(reference.clone()) { vec![Effect::Undo(reference)] } else { vec![] }
}

/// A decision has been taken back, or not.
pub(super) fn undone(model: &mut Model, reference: &Reference, answer: Result<Undone, Fault>) -> Vec<Effect> {
    model.undoing.remove(reference);
    match answer {
        Ok(undone) => {
            let what = Undo::Case(undone.reference.clone());
            let known = model.undoable.iter().find(|undoable| undoable.what == what);
            let name = known.map_or_else(|| undone.reference.to_string(), |undoable| undoable.name.clone());
            model.undoable.retain(|undoable| undoable.what != what);
            model.redoable = Some(what);
            let text = model.texts.with("message-undone", &[("name", &name)]);
            model.announce(Tone::Good, text);
            model.queue.follow = model.queue.selected_row().map(|row| row.reference.clone());
            let mut effects = list::fetch(model, model.current_list());
            if model.case.reference() == Some(&undone.reference) {
                effects.extend(case::reload(model));
            }
            effects
        }
        Err(fault) => {
            // What had no answer can be tried again while there is time.
            if !fault.leaves_it_waiting() {
                model.undoable.retain(|undoable| undoable.what != Undo::Case(reference.clone()));
            }
            let text = say_fault(&model.texts, &fault);
            model.announce(Tone::Bad, text);
            vec![]
        }
    }
}
