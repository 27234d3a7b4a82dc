//! What happens at the backend meanwhile: changes of cases, the line that is lost and found, what was left last time.
//! Imports `domain` and `api`.

use super::{CaseState, case, deadline, draft, grid, library, list, together, units};
use crate::{
    api::{
        change::{Change, ChangeKind},
        decide::Decided,
        fault::Fault,
    },
    app::{
        effect::Effect,
        model::{
            Around, Model, Screen, Tone, Undo, Undoable,
            dialog::{Dialog, Summary},
            list::Loading,
        },
        msg::{Recovery, Reply},
    },
    domain::{report::Reference, task::State},
    text::{clean, foreign, refusal::say_fault},
};

/// Takes in what nobody asked for.
pub(super) fn replied(model: &mut Model, reply: Reply) -> Vec<Effect> {
    match reply {
        Reply::Changed(change) => changed(model, &change),
        Reply::Live(live) => line(model, live),
        Reply::Recovered(recovery) => recovered(model, recovery),
        Reply::Copied(text) => copied(model, &text),
        Reply::Slow(begins) => slow(model, begins),
        Reply::JournalWorks => {
            model.disk_fails = false;
            vec![]
        }
        Reply::JournalFailed(why) => {
            model.disk_fails = true;
            let id = if model.live { "message-journal-failed" } else { "message-journal-failed-away" };
            announce(model, Tone::Bad, id, &[("why", &foreign::say(&model.texts, &why))])
        }
        _ => vec![],
    }
}

fn announce(model: &mut Model, tone: Tone, id: &str, values: &[(&str, &str)]) -> Vec<Effect> {
    let text = model.texts.with(id, values);
    model.announce(tone, text);
    vec![]
}

/// A text that was copied is named by its first line.
fn copied(model: &mut Model, text: &str) -> Vec<Effect> {
    let mut first: String = text.lines().next().unwrap_or_default().to_owned();
    if text.lines().count() > 1 {
        first.push_str(" …");
    }
    let id = match model.around {
        Around::Nothing => "message-copied",
        Around::Tmux => "message-copied-in-tmux",
        Around::Screen => "message-copied-in-screen",
    };
    announce(model, Tone::Good, id, &[("text", &first)])
}

/// An answer is long on its way, or that is over.
fn slow(model: &mut Model, begins: bool) -> Vec<Effect> {
    let text = model.texts.say("message-slow");
    let first = begins && model.slow == 0;
    model.slow = if begins { model.slow.saturating_add(1) } else { model.slow.saturating_sub(1) };
    if first {
        model.announce(Tone::Warning, text);
    } else if model.slow == 0 && model.message.text == text {
        model.message.hidden = true;
    }
    vec![]
}

fn changed(model: &mut Model, change: &Change) -> Vec<Effect> {
    if let (ChangeKind::Watched, Some(reference)) = (change.kind, change.reference.clone()) {
        model.together.note(reference, change.viewers.clone().unwrap_or_default());
        return vec![];
    }
    let mut effects = list::fetch(model, model.current_list());
    effects.extend(deadline::refresh(model));
    let mine = model.me.as_ref().is_some_and(|me| me.name == change.actor);
    let shown = change.reference.is_some() && model.case.reference() == change.reference.as_ref();
    let is_elsewhere = change.reference.as_ref().is_some_and(|reference| model.together.is_elsewhere(reference));
    effects.extend(units::changed(model, change.unit.as_ref()));
    match change.kind {
        ChangeKind::Arrived if shown => newer(model, change),
        ChangeKind::Arrived if !mine => effects.extend(arrived(model, change)),
        ChangeKind::Decided | ChangeKind::Undone if shown && !mine => {
            let who = clean::line(&change.actor);
            let id = if change.kind == ChangeKind::Decided { "message-decided-by" } else { "message-undone-by" };
            announce(
                model,
                Tone::Warning,
                id,
                &[("name", &who), ("reference", change.reference.as_ref().map_or("", Reference::as_str))],
            );
            effects.extend(case::look_again(model));
        }
        ChangeKind::Held | ChangeKind::Drafted if shown && (!mine || is_elsewhere) => {
            effects.extend(case::look_again(model));
        }
        ChangeKind::Delivery if shown => effects.extend(case::look_again(model)),
        ChangeKind::Reference => effects.extend(other_data(model)),
        _ => {}
    }
    effects
}

/// Reference data are other ones: what is shown of the period and of the open case is asked again; what is typed stays.
fn other_data(model: &mut Model) -> Vec<Effect> {
    let mut effects = if model.me.is_some() { vec![Effect::FetchMe] } else { vec![] };
    effects.extend(case::reload(model));
    effects.extend(library::refresh(model));
    effects
}

/// Something came in: it is told where nothing else has to be read, and the person is called once.
fn arrived(model: &mut Model, change: &Change) -> Vec<Effect> {
    let Some(reference) = &change.reference else { return vec![] };
    let kept = is_promised(model) || !model.message.hidden && matches!(model.message.tone, Tone::Warning | Tone::Bad);
    if !kept {
        let id = if change.version > 1 { "message-arrived-again" } else { "message-arrived" };
        let version = change.version.to_string();
        announce(model, Tone::Plain, id, &[("reference", reference.as_str()), ("version", &version)]);
    }
    let now = model.now;
    model.watch.calls(now).map(Effect::Call).into_iter().collect()
}

/// True while the message tells until when something can be taken back.
fn is_promised(model: &Model) -> bool {
    model.message.stays_until.is_some_and(|until| until > model.now)
}

/// True while the message tells what is told once, and nobody has pressed a key since.
fn must_be_read(model: &Model) -> bool {
    model.message.once && !model.message.hidden
}

/// A newer version of the open case: it is told, and shown when the person asks; what is typed stays.
fn newer(model: &mut Model, change: &Change) {
    let Some(open) = model.case.ready_mut().filter(|open| open.case.row().version < change.version) else { return };
    open.newer = Some(change.version);
    let version = change.version.to_string();
    let text = model.texts.with("message-newer-version", &[("version", &version)]);
    model.announce(Tone::Warning, text);
}

fn line(model: &mut Model, live: bool) -> Vec<Effect> {
    let was = std::mem::replace(&mut model.live, live);
    match (was, live) {
        (true, false) if must_be_read(model) => vec![],
        (true, false) => announce(model, Tone::Warning, "message-line-lost", &[]),
        (false, true) => {
            // What became of a decision is more than that the line is back.
            if !is_promised(model) && !must_be_read(model) {
                announce(model, Tone::Good, "message-line-found", &[]);
            }
            let mut effects = if model.me.is_none() { vec![Effect::FetchMe] } else { vec![] };
            let kind = model.current_list();
            if matches!(model.screen, Screen::Queue | Screen::Archive)
                || matches!(model.list(kind).loading, Loading::Failed(_))
            {
                effects.extend(list::fetch(model, kind));
            }
            if matches!(model.case, CaseState::Failed(..)) {
                effects.extend(case::reload(model));
            }
            effects.extend(retry_save(model));
            // Whatever waits on the disk goes out now: decisions, and what was typed in cases that are not open any more.
            effects.push(Effect::Recover);
            together::look_again(model);
            effects.extend(grid::save(model));
            effects.extend(units::changed(model, None));
            effects
        }
        _ => vec![],
    }
}

/// A draft that could not be saved is sent again now that the line is back.
fn retry_save(model: &mut Model) -> Vec<Effect> {
    if model.case.ready().is_some_and(|open| open.save_fault.is_some()) { draft::save(model) } else { vec![] }
}

fn recovered(model: &mut Model, recovery: Recovery) -> Vec<Effect> {
    tell_recovered(model, &recovery);
    recovery.decisions.iter().filter_map(|(_, outcome)| outcome.as_ref().ok()).for_each(|made| came_late(model, made));
    let Recovery { decisions, drafts, refused, unfit } = recovery;
    let mut effects = if decisions.is_empty() { vec![] } else { list::fetch(model, model.current_list()) };
    let decided = decisions.iter().map(|(reference, _)| reference);
    let kept = refused.iter().map(|(reference, _)| reference).chain(unfit.iter().map(|(reference, ..)| reference));
    let mut concerned = decided.chain(&drafts).chain(kept);
    if model.case.reference().is_some_and(|open| concerned.any(|reference| reference == open)) {
        effects.extend(case::reload(model));
    }
    model.beside.extend(unfit.into_iter().map(|(reference, draft, _)| (reference, draft)));
    model.beside.extend(refused);
    effects
}

/// A decision that waited is made: it can be taken back like any other, and a summary that still asked for it is closed.
fn came_late(model: &mut Model, made: &Decided) {
    let of_it = |summary: &Summary| summary.reference == made.reference && summary.request.kind == made.kind;
    if matches!(&model.dialog, Some(Dialog::Summary(summary)) if of_it(summary)) {
        model.dialog = None;
    }
    if made.undo_until <= model.now || made.state == State::Open {
        return;
    }
    let rows = model.queue.rows.iter().chain(&model.archive.rows);
    let name = rows.into_iter().find(|row| row.reference == made.reference);
    let name = name.map(|row| clean::line(row.applicant.as_deref().unwrap_or(&row.unit_name)));
    let what = Undo::Case(made.reference.clone());
    model.undoable.retain(|known| known.what != what);
    let name = name.unwrap_or_else(|| made.reference.to_string());
    model.undoable.push(Undoable { what, name, until: made.undo_until });
    let until = model.message.stays_until.map_or(made.undo_until, |until| until.max(made.undo_until));
    model.message.stays_until = Some(until);
}

/// Tells all that came of what was left last time, the worst first.
fn tell_recovered(model: &mut Model, recovery: &Recovery) {
    let Recovery { decisions, drafts, refused, unfit } = recovery;
    let texts = &model.texts;
    let list = |all: Vec<&Reference>| all.into_iter().map(Reference::as_str).collect::<Vec<_>>().join(", ");
    let several = |id: &str, all: Vec<&Reference>| texts.with(id, &[("references", &list(all))]);
    let single = |id: &str, reference: &Reference, fault: &Fault| {
        texts.with(id, &[("reference", reference.as_str()), ("why", &say_fault(texts, fault))])
    };
    let failed = decisions.iter().filter_map(|(reference, outcome)| Some((reference, outcome.as_ref().err()?)));
    let done: Vec<_> =
        decisions.iter().filter(|(_, outcome)| outcome.is_ok()).map(|(reference, _)| reference).collect();
    let beside: Vec<_> = refused.iter().map(|(reference, _)| reference).collect();
    let mut told: Vec<(Tone, String)> = failed
        .clone()
        .map(|(reference, fault)| (Tone::Bad, single("message-recovery-failed-case", reference, fault)))
        .collect();
    told.extend(
        unfit.iter().map(|(reference, _, fault)| (Tone::Warning, single("message-recovered-unfit", reference, fault))),
    );
    if !beside.is_empty() {
        told.push((Tone::Warning, several("message-recovered-beside", beside.clone())));
    }
    if !done.is_empty() {
        told.push((Tone::Good, several("message-recovered-decisions", done.clone())));
    }
    // Who is told that they can go on writing knows that it was kept.
    let left = model.resume.as_ref().and_then(|place| place.case.as_ref());
    let open = model.case.reference();
    let others: Vec<_> = drafts.iter().filter(|draft| open != Some(*draft)).collect();
    if told.is_empty() && others.iter().any(|draft| Some(*draft) != left) {
        told.push((Tone::Good, several("message-recovered-drafts", others)));
    }
    let Some((tone, first)) = told.first().cloned() else { return };
    if told.len() == 1 {
        return model.announce(tone, first);
    }
    // All of it stands in one message; the reasons stand on the cases.
    let mut parts = vec![];
    let failures: Vec<_> = failed.map(|(reference, _)| reference).collect();
    let kept: Vec<_> = unfit.iter().map(|(reference, ..)| reference).chain(beside).collect();
    if !failures.is_empty() {
        parts.push(several("message-recovery-failed-cases", failures));
    }
    if !done.is_empty() {
        parts.push(several("message-recovered-decisions", done));
    }
    if !kept.is_empty() {
        parts.push(several("message-recovered-kept", kept));
    }
    model.announce(tone, parts.join(" "));
}
