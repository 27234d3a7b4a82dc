//! Ta, slipp og tildel, and telling the backend what is looked at.
//! Imports `domain`, `text` and `api`.

use jiff::SignedDuration;

use super::list;
use crate::{
    api::{
        fault::Fault,
        tasks::{Holder, TaskRow},
        together::{Held, HolderRequest, TogetherAnswer, TogetherWish},
    },
    app::{
        effect::{Effect, ListKind, Ticket},
        model::{Model, Screen, Tone, case::OpenCase},
    },
    domain::{person::Role, report::Reference, task::State},
    text::{clean, refusal::say_fault},
};

/// When a look is said again whose answer never came.
const WITHOUT_ANSWER: SignedDuration = SignedDuration::from_secs(30);

/// The row of the task that a command is about: the open case, else the selected row.
fn row(model: &Model) -> Option<&TaskRow> {
    match model.screen {
        Screen::Case(_) => model.case.ready().map(|open| open.case.row()),
        Screen::Queue | Screen::Archive => model.list(model.current_list()).selected_row(),
        _ => None,
    }
}

/// Takes the task, or lets it go when it is one's own.
pub(super) fn take(model: &mut Model) -> Vec<Effect> {
    let Some((reference, state, holder)) = row(model).map(|row| (row.reference.clone(), row.state, row.holder.clone()))
    else {
        return tell(model, "message-nothing-selected");
    };
    if state != State::Open {
        return tell(model, "message-take-solved");
    }
    let Some((me, role)) = model.me.as_ref().map(|me| (me.person.clone(), me.role)) else { return vec![] };
    if !role.decides() {
        return tell(model, "message-take-reads");
    }
    let mine = holder.is_some_and(|holder| holder.person == me);
    let wish =
        if mine { TogetherWish::Release(reference) } else { TogetherWish::Take(reference, HolderRequest::default()) };
    ask(model, wish)
}

/// Gives the task to a colleague, or lets it go for the one who has it.
pub(super) fn hand(model: &mut Model, to: Option<String>) -> Vec<Effect> {
    if model.options.read_only {
        return tell(model, "message-read-only");
    }
    let Some(reference) = row(model).map(|row| row.reference.clone()) else { return vec![] };
    ask(
        model,
        match to {
            Some(person) => TogetherWish::Take(reference, HolderRequest { person: Some(person) }),
            None => TogetherWish::Release(reference),
        },
    )
}

/// What a leader can do with who has a task.
pub(super) struct Hands {
    /// The ids and names of those it can be given to.
    pub(super) people: Vec<(String, String)>,
    /// The name of somebody else who has it.
    pub(super) other: Option<String>,
}

/// What can be done with who has the task that is open or selected; nothing for who does not lead.
pub(super) fn hands(model: &Model) -> Option<Hands> {
    let me = model.me.as_ref().filter(|me| me.role == Role::Leader)?;
    let row = row(model).filter(|row| row.state == State::Open)?;
    let has = |person: &str| row.holder.as_ref().is_some_and(|holder| holder.person == person);
    let people = model.together.colleagues.iter().filter(|one| !has(&one.person));
    let people = people.map(|one| (one.person.clone(), one.name.clone())).collect();
    let other = row.holder.as_ref().filter(|holder| holder.person != me.person);
    Some(Hands { people, other: other.map(|holder| holder.name.clone()) })
}

/// Asks who the colleagues are, once, for a leader.
pub(super) fn fetch_colleagues(model: &mut Model) -> Vec<Effect> {
    let leads = model.me.as_ref().is_some_and(|me| me.role == Role::Leader);
    if !leads || model.together.colleagues_asked.is_some() {
        return vec![];
    }
    let ticket = model.ticket();
    model.together.colleagues_asked = Some(ticket);
    vec![Effect::Together(ticket, TogetherWish::Colleagues)]
}

fn ask(model: &mut Model, wish: TogetherWish) -> Vec<Effect> {
    let ticket = model.ticket();
    model.together.asked = Some(ticket);
    vec![Effect::Together(ticket, wish)]
}

fn tell(model: &mut Model, id: &str) -> Vec<Effect> {
    let text = model.texts.say(id);
    model.announce(Tone::Warning, text);
    vec![]
}

/// What came of it.
pub(super) fn replied(model: &mut Model, ticket: Ticket, answer: Result<TogetherAnswer, Fault>) -> Vec<Effect> {
    let together = &mut model.together;
    if together.looks_at.as_ref().is_some_and(|(_, asked)| *asked == ticket) {
        if let Ok(TogetherAnswer::Presence(seen)) = answer {
            together.renew_at = model.now.checked_add(SignedDuration::from_secs(seen.renew_seconds.into())).ok();
            together.note(seen.reference.clone(), seen.viewers);
            elsewhere(model, seen.reference, seen.elsewhere);
        }
        return vec![];
    }
    if together.colleagues_asked == Some(ticket) {
        match answer {
            Ok(TogetherAnswer::Colleagues(list)) => together.colleagues = list.people,
            _ => together.colleagues_asked = None,
        }
        super::palette::refresh(model);
        return vec![];
    }
    if together.asked != Some(ticket) {
        return vec![];
    }
    together.asked = None;
    match answer {
        Ok(TogetherAnswer::Held(held)) => taken(model, &held),
        Ok(_) => vec![],
        Err(fault) => {
            let text = say_fault(&model.texts, &fault);
            model.announce(Tone::Warning, text);
            let mut effects = list::fetch(model, model.current_list());
            effects.extend(super::case::reload(model));
            effects
        }
    }
}

/// Tells who has the same case open twice that the last word written stands.
fn elsewhere(model: &mut Model, reference: Reference, is_open: bool) {
    let known = model.together.is_elsewhere(&reference);
    model.together.elsewhere = Some(reference).filter(|_| is_open);
    let free = model.message.hidden || model.message.text.is_empty() || model.message.tone == Tone::Plain;
    if is_open && !known && free {
        tell(model, "message-open-elsewhere");
    }
}

fn taken(model: &mut Model, held: &Held) -> Vec<Effect> {
    let me = model.me.as_ref().map(|me| me.person.as_str()).unwrap_or_default();
    let values = [("reference", held.reference.as_str())];
    let text = match &held.holder {
        Some(holder) if holder.person == me => model.texts.with("message-taken", &values),
        Some(holder) => {
            let name = clean::line(&holder.name);
            model.texts.with("message-assigned", &[("reference", held.reference.as_str()), ("name", &name)])
        }
        None => model.texts.with("message-released", &values),
    };
    model.announce(Tone::Good, text);
    note(model, &held.reference, held.holder.as_ref());
    list::fetch(model, model.current_list())
}

/// Shows who has a task before the list is there anew.
fn note(model: &mut Model, reference: &Reference, holder: Option<&Holder>) {
    for kind in [ListKind::Queue, ListKind::Archive] {
        for row in model.list_mut(kind).rows.iter_mut().filter(|row| row.reference == *reference) {
            row.holder = holder.cloned();
        }
    }
    if let Some(open) = model.case.ready_mut().filter(|open| open.case.reference() == reference) {
        open.case.row_mut().holder = holder.cloned();
    }
}

/// Takes in who looks at the rows of a list.
pub(super) fn rows_arrived(model: &mut Model, kind: ListKind) {
    let seen: Vec<(Reference, Vec<String>)> =
        model.list(kind).rows.iter().map(|row| (row.reference.clone(), row.viewers.clone())).collect();
    for (reference, viewers) in seen {
        model.together.note(reference, viewers);
    }
}

/// The line is back: what was missed of the open case is asked for at once.
pub(super) fn look_again(model: &mut Model) {
    if model.together.looks_at.is_some() {
        model.together.renew_at = Some(model.now);
    }
}

/// Tells the backend when another case is looked at than before, and again while it is; adds it to what shall be done.
pub(super) fn follow(model: &mut Model, effects: &mut Vec<Effect>) {
    let wanted = looked_at(model).filter(|_| !effects.contains(&Effect::Quit));
    let told = model.together.looks_at.as_ref().map(|(reference, _)| reference.clone());
    let due = model.together.renew_at.is_some_and(|at| at <= model.now);
    if wanted == told && !(due && wanted.is_some()) {
        return;
    }
    model.together.looks_at = None;
    model.together.renew_at = None;
    if let Some(left) = told.filter(|told| wanted.as_ref() != Some(told)) {
        let ticket = model.ticket();
        effects.push(Effect::Together(ticket, TogetherWish::Look(left, false)));
    }
    if let Some(reference) = wanted {
        let ticket = model.ticket();
        model.together.looks_at = Some((reference.clone(), ticket));
        model.together.renew_at = model.now.checked_add(WITHOUT_ANSWER).ok();
        effects.push(Effect::Together(ticket, TogetherWish::Look(reference, true)));
    }
}

/// The open task that is on the screen, for somebody of an office who may tell it.
fn looked_at(model: &Model) -> Option<Reference> {
    let inside = model.me.as_ref().is_some_and(|me| me.role.reads_cases());
    let shown = matches!(model.screen, Screen::Case(_)) && model.watch.gate.is_none();
    let may = inside && shown && !model.options.read_only;
    let open = model.case.ready().filter(|open| may && OpenCase::is_open(open))?;
    Some(open.case.reference().clone())
}
