//! Going on where one left off: the place, and what is typed outside of drafts, are told when they change, and taken up again
//! at the next start.
//! Imports nothing beyond the model.

use super::{case, decide, go_to};
use crate::app::{
    effect::{Effect, ListKind},
    model::{Model, Screen, Tone, dialog::Intent},
};

/// Tells where the person is, when that has changed.
pub(super) fn note(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.me.as_ref().is_none_or(|me| me.needs_registration) || model.watch.gate.is_some() {
        return;
    }
    let words = model.typed_words();
    if words != model.words {
        let gone = model.words.keys().filter(|place| !words.contains_key(*place)).map(|place| (place, ""));
        let fresh = words.iter().filter(|(place, text)| model.words.get(*place) != Some(*text));
        let changed = gone.chain(fresh.map(|(place, text)| (place, text.as_str())));
        let kept: Vec<Effect> =
            changed.map(|(place, text)| Effect::KeepWords(place.clone(), text.to_owned())).collect();
        effects.splice(0..0, kept);
        model.words = words;
    }
    let place = model.place();
    let leaves = effects.contains(&Effect::Quit);
    if leaves || model.placed.as_ref().is_none_or(|before| !place.is_like(before)) {
        model.placed = Some(place.clone());
        effects.insert(0, Effect::KeepPlace(Box::new(place)));
    }
}

/// Takes the list of last time up again, and offers the case that was open.
pub(super) fn begin(model: &mut Model) {
    let Some(place) = model.resume.clone() else { return };
    if model.open_first.is_some() {
        return;
    }
    let kind = place.list();
    model.screen = if kind == ListKind::Archive { Screen::Archive } else { Screen::Queue };
    let list = model.list_mut(kind);
    (list.view, list.text, list.sort, list.descending) = (place.view, place.text, place.sort, place.descending);
    list.follow = place.case.clone().or(place.selected);
    if let Some(reference) = &place.case {
        let id = if place.writing.is_some() { "message-resume-writing" } else { "message-resume" };
        let text = model.texts.with(id, &[("reference", reference.as_str())]);
        model.announce(Tone::Plain, text);
    }
}

/// Opens the case that was open last time, in its editor where its words were being written.
pub(super) fn resume(model: &mut Model) -> Vec<Effect> {
    let Some((kind, reference, writing)) =
        model.resume.take().and_then(|place| Some((place.list(), place.case.clone()?, place.writing)))
    else {
        let text = model.texts.say("message-nothing-to-resume");
        model.announce(Tone::Plain, text);
        return vec![];
    };
    let mut effects = Vec::new();
    if model.current_list() != kind {
        effects.extend(go_to(model, if kind == ListKind::Archive { Screen::Archive } else { Screen::Queue }));
    }
    model.reopen = writing.map(|kind| (reference.clone(), kind));
    effects.extend(case::open(model, kind, reference));
    effects
}

/// A case is there: its editor opens where its words were being written.
pub(super) fn opened(model: &mut Model) -> Vec<Effect> {
    let open = model.case.ready().filter(|open| open.is_open()).map(|open| open.case.reference().clone());
    let Some((reference, kind)) = model.reopen.take() else { return vec![] };
    let undisturbed = model.dialog.is_none() && open == Some(reference);
    if undisturbed { decide::edit(model, Intent::Decide(kind)) } else { vec![] }
}
