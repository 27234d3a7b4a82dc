//! The draft of the open case: on the disk at once, at the backend a second later, and never over a colleague's that was not
//! read.
//! Imports `domain` and `api`.

use super::case;
use crate::{
    api::{
        case::Draft,
        decide::Saved,
        fault::{Fault, FaultKind},
    },
    app::{
        command::Command,
        effect::Effect,
        model::{Model, Tone, case::OpenCase},
    },
    domain::report::Reference,
    text::{clean, refusal::say_fault},
};

/// True when the draft is a colleague's: that is said once, and the same key again takes it over. Where both have written,
/// both texts are kept then.
pub(super) fn is_a_colleague_s(model: &mut Model, command: Command) -> bool {
    let Some(name) = colleague(model) else { return false };
    let now = model.now;
    let Some(open) = model.case.ready_mut() else { return false };
    if open.asked_over.replace(command) == Some(command) {
        open.join_beside(now);
        open.taken_over = true;
        return false;
    }
    let id = if open.beside.is_some() { "message-colleague-both" } else { "message-colleague" };
    let text = model.texts.with(id, &[("name", &name)]);
    model.announce(Tone::Warning, text);
    true
}

/// Leaves the open case: what is not saved yet is saved on the way.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    if let Some(open) = model.case.ready().filter(|open| open.is_open()) {
        let seen = (open.draft.version, open.draft.seen.clone());
        model.seen.insert(open.case.reference().clone(), seen);
    }
    if let Some(open) = model.case.ready().filter(|open| open.beside.is_some()) {
        model.beside.insert(open.case.reference().clone(), open.draft.clone());
    }
    unsaved(model).into_iter().collect()
}

/// The draft, if anything in it is not saved. What is typed over a colleague's stays on the disk until it is taken over.
fn unsaved(model: &mut Model) -> Option<Effect> {
    let theirs = colleague(model).is_some();
    let open = model.case.ready_mut()?;
    open.unsaved_since.take().filter(|_| !theirs)?;
    Some(Effect::SaveDraft(open.case.reference().clone(), open.draft.clone()))
}

/// The colleague whose draft lies on the open case.
fn colleague(model: &Model) -> Option<String> {
    let me = model.me.as_ref()?;
    let open = model.case.ready().filter(|open| open.is_open())?;
    open.colleague(&me.person).map(clean::line)
}

/// Notes a change of the draft: it goes to the disk at once, and to the backend a second later.
pub(super) fn touch(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(open) = model.case.ready_mut() else { return vec![] };
    open.unsaved_since.get_or_insert(now);
    open.heed_comment(&model.guides);
    keep(model)
}

/// Puts the draft on the disk as it is.
pub(super) fn keep(model: &Model) -> Vec<Effect> {
    let kept = |open: &OpenCase| Effect::KeepDraft(open.case.reference().clone(), open.draft.clone());
    model.case.ready().map(kept).into_iter().collect()
}

/// Sends the draft to the backend when its time has come.
pub(super) fn save_if_due(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let due = model.case.ready().and_then(OpenCase::save_at).is_some_and(|at| at <= now);
    if due { save(model) } else { vec![] }
}

/// Sends the draft to the backend if anything in it is not saved.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    let sent = unsaved(model);
    if let Some(open) = model.case.ready_mut().filter(|_| sent.is_some()) {
        open.saving = true;
    }
    sent.into_iter().collect()
}

/// A draft was saved, or could not be.
pub(super) fn saved(
    model: &mut Model,
    reference: &Reference,
    sent: &Draft,
    answer: Result<Saved, Fault>,
) -> Vec<Effect> {
    if let Some(name) = answer.as_ref().err().and_then(Fault::colleague_who_wrote).map(clean::line) {
        return beside_a_colleague_s(model, reference, sent, &name);
    }
    if answer.as_ref().is_err_and(|fault| fault.kind == FaultKind::AlreadyDecided) && sent.says_something() {
        model.beside.insert(reference.clone(), sent.clone());
    }
    let now = model.now;
    let Some(open) = model.case.ready_mut().filter(|open| open.case.reference() == reference) else { return vec![] };
    open.saving = false;
    match answer {
        Ok(_) if open.beside.is_some() => {}
        Ok(Saved { draft, .. }) => {
            (open.draft.person, open.draft.name) = (draft.person.clone(), draft.name.clone());
            open.draft.saved_at = draft.saved_at.or(Some(now));
            open.save_fault = None;
            // What the same person has written in another window stands in the answer, and was not sent.
            let unsent = |own: &str, stored: String| if own.is_empty() { stored } else { String::new() };
            open.draft.keep_notes_of(Draft {
                notes: draft.notes.into_iter().filter(|(point, _)| !sent.notes.contains_key(point)).collect(),
                bookmarks: &draft.bookmarks - &sent.bookmarks,
                comment: unsent(&sent.comment, draft.comment),
                extensions: unsent(&sent.extensions, draft.extensions),
                ..Draft::default()
            });
        }
        // The case is decided: what was typed stays on the disk, and comes back if the decision is taken back.
        Err(fault) if fault.kind == FaultKind::AlreadyDecided => {
            open.save_fault = None;
            if sent.says_something() {
                let values = [("reference", reference.as_str())];
                model.announce(Tone::Warning, model.texts.with("message-decided-meanwhile", &values));
            }
        }
        Err(fault) => {
            // Who is logged out sends it when they are in again.
            if fault.leaves_it_waiting() && open.draft == *sent {
                open.unsaved_since = Some(now);
            }
            let id = if model.disk_fails { "message-draft-only-here" } else { "message-draft-on-disk" };
            let text = model.texts.with(id, &[("why", &say_fault(&model.texts, &fault))]);
            let first = model.case.ready_mut().is_some_and(|open| open.save_fault.replace(fault).is_none());
            if first {
                model.announce(Tone::Warning, text);
            }
        }
    }
    vec![]
}

/// A colleague has stored a draft meanwhile. Theirs is fetched; what was typed here stays beside it, and is sent when the
/// person takes over.
fn beside_a_colleague_s(model: &mut Model, reference: &Reference, sent: &Draft, name: &str) -> Vec<Effect> {
    let Some(open) = model.case.ready_mut().filter(|open| open.case.reference() == reference) else {
        model.beside.insert(reference.clone(), sent.clone());
        let values = [("name", name), ("reference", reference.as_str())];
        model.announce(Tone::Warning, model.texts.with("message-colleague-wrote-on", &values));
        return vec![];
    };
    open.saving = false;
    let typed = open.draft.clone();
    open.put_beside(name.to_owned(), typed);
    model.announce(Tone::Warning, model.texts.with("message-colleague-wrote", &[("name", name)]));
    let mut effects = keep(model);
    effects.extend(case::look_again(model));
    effects
}

/// What was typed here when somebody else decided the case.
pub(super) fn decided_over(before: &OpenCase, fresh: &OpenCase, me: &str) -> Option<Draft> {
    let same = before.case.reference() == fresh.case.reference() && before.is_open() && !fresh.is_open();
    let own = before.beside.is_some() || before.colleague(me).is_none();
    (same && own && before.draft.says_something()).then(|| before.draft.clone())
}

/// Keeps what was typed for when the decision is taken back; one's own decision has taken it along. It is told of to who
/// heard of the decision while they were typing.
pub(super) fn keep_for_later(model: &mut Model, typed: Draft, heard: bool) -> Vec<Effect> {
    let Some(row) = model.case.ready().map(|open| open.case.row()) else { return vec![] };
    let by = row.decided_by.clone().filter(|by| model.me.as_ref().is_none_or(|me| me.name != *by));
    let (Some(by), reference) = (by, row.reference.clone()) else { return vec![] };
    let typed = Draft { person: String::new(), name: String::new(), saved_at: None, ..typed };
    let values = [("name", clean::line(&by)), ("reference", reference.to_string())];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    if heard {
        // Who asked reads what came of that instead.
        model.announce(Tone::Warning, model.texts.with("message-decided-above", &values));
    }
    model.beside.insert(reference.clone(), typed.clone());
    vec![Effect::KeepDraft(reference, typed)]
}
