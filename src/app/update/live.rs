//! What happens at the backend meanwhile: changes of cases, the line that is lost and found, what was left last time.
//! Imports `domain` and `api`.

use super::{CaseState, case, deadline, draft, grid, library, list, together, units};
use crate::{
    api::change::{Change, ChangeKind},
    app::{
        effect::Effect,
        model::{Around, Model, Screen, Tone, list::Loading},
        msg::{Recovery, Reply},
    },
    domain::report::Reference,
    text::{clean, foreign, refusal::say_fault},
};

/// Takes in what nobody asked for.
pub(super) fn replied(model: &mut Model, reply: Reply) -> Vec<Effect> {
    match reply {
        Reply::Changed(change) => changed(model, &change),
        Reply::Live(live) => line(model, live),
        Reply::Recovered(recovery) => recovered(model, recovery),
        Reply::Copied(text) => copied(model, &text),
        Reply::JournalFailed(why) => {
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

fn changed(model: &mut Model, change: &Change) -> Vec<Effect> {
    if let (ChangeKind::Watched, Some(reference)) = (change.kind, change.reference.clone()) {
        model.together.note(reference, change.viewers.clone().unwrap_or_default());
        return vec![];
    }
    let mut effects = list::fetch(model, model.current_list());
    effects.extend(deadline::refresh(model));
    let mine = model.me.as_ref().is_some_and(|me| me.name == change.actor);
    let shown = change.reference.is_some() && model.case.reference() == change.reference.as_ref();
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
        ChangeKind::Held | ChangeKind::Drafted if shown && !mine => effects.extend(case::look_again(model)),
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
        (true, false) => announce(model, Tone::Warning, "message-line-lost", &[]),
        (false, true) => {
            // What became of a decision is more than that the line is back.
            if !is_promised(model) {
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
            if !model.waiting.is_empty() {
                effects.push(Effect::Recover);
            }
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
    let Recovery { decisions, drafts, refused, unfit } = recovery;
    let failed =
        decisions.iter().filter_map(|(reference, outcome)| Some((reference, outcome.as_ref().err()?))).next_back();
    let done: Vec<&str> =
        decisions.iter().filter(|(_, outcome)| outcome.is_ok()).map(|(reference, _)| reference.as_str()).collect();
    let drafts: Vec<&str> = drafts.iter().map(Reference::as_str).collect();
    let beside: Vec<&str> = refused.iter().map(|(reference, _)| reference.as_str()).collect();
    // Who is told that they can go on writing knows that it was kept.
    let left = model.resume.as_ref().and_then(|place| place.case.as_ref()).map(Reference::as_str);
    let offered = drafts.iter().all(|draft| Some(*draft) == left);
    if let Some((reference, fault)) = failed {
        let why = say_fault(&model.texts, fault);
        let values = [("reference", reference.as_str()), ("why", why.as_str())];
        announce(model, Tone::Bad, "message-recovery-failed-case", &values);
    } else if let Some((reference, _, fault)) = unfit.last() {
        let why = say_fault(&model.texts, fault);
        let values = [("reference", reference.as_str()), ("why", why.as_str())];
        announce(model, Tone::Warning, "message-recovered-unfit", &values);
    } else if !beside.is_empty() {
        announce(model, Tone::Warning, "message-recovered-beside", &[("references", &beside.join(", "))]);
    } else if !done.is_empty() {
        announce(model, Tone::Good, "message-recovered-decisions", &[("references", &done.join(", "))]);
    } else if !drafts.is_empty() && !offered {
        announce(model, Tone::Good, "message-recovered-drafts", &[("references", &drafts.join(", "))]);
    }
    let mut effects = if decisions.is_empty() { vec![] } else { list::fetch(model, model.current_list()) };
    let concerns = |open: &Reference| {
        let written = drafts.iter().chain(&beside).any(|reference| *reference == open.as_str());
        written || decisions.iter().any(|(reference, _)| reference == open) || unfit.iter().any(|(one, ..)| one == open)
    };
    if model.case.reference().is_some_and(concerns) {
        effects.extend(case::reload(model));
    }
    model.beside.extend(unfit.into_iter().map(|(reference, draft, _)| (reference, draft)));
    model.beside.extend(refused);
    effects
}
