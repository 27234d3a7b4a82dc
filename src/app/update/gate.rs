//! The gate: closed when nobody has pressed a key for long, or when the backend does not know the person any more; opened
//! by the person it was closed for, and by nobody else. What was typed stays where it was.
//! Imports `api`.

use jiff::Timestamp;

use super::{case, decide::TOO_SOON, draft, grid, list, registration, units};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        login::{DoorCode, EntryFault, LetIn},
    },
    app::{
        command::Command,
        effect::{Effect, Ticket},
        model::{
            Model, Tone,
            case::CaseState,
            gate::{Entry, Gate, Step},
        },
        msg::{Reply, UnitsAnswer},
    },
};

/// A key was pressed: the screen is locked first, where it should have been locked before.
pub(super) fn touched(model: &mut Model, at: Timestamp) -> Vec<Effect> {
    model.now = model.now.max(at);
    lock_if_due(model);
    model.watch.last_key = model.now;
    vec![]
}

/// Warns that the screen will be locked, in time for a key to keep it open.
pub(super) fn warn_if_due(model: &mut Model) {
    let now = model.now;
    let Some(lock_at) = model.watch.lock_at().filter(|_| model.watch.warn_at().is_some_and(|at| at <= now)) else {
        return;
    };
    model.watch.warned_of = Some(lock_at);
    let left = lock_at.duration_since(now).as_secs();
    let minutes = model.watch.lock_after.map_or(0, |after| after.as_mins());
    let text = model.texts.count("message-lock-soon", left, &[("minutes", &minutes.to_string())]);
    model.announce(Tone::Warning, text);
}

/// Locks the screen when nobody has pressed a key for long.
pub(super) fn lock_if_due(model: &mut Model) {
    let now = model.now;
    if model.watch.lock_at().is_none_or(|at| at > now) {
        return;
    }
    if let Some(gate) = &mut model.watch.gate {
        gate.locked_at = Some(now);
    } else {
        model.watch.gate = Some(Gate { locked_at: Some(now), logged_out: false, step: Step::Closed, leaving: false });
    }
}

/// True for a key that came so soon after the gate was opened that it was meant for the gate.
pub(super) fn was_meant_for_it(model: &Model, at: Timestamp) -> bool {
    model.watch.opened_at.is_some_and(|opened| at < opened + TOO_SOON)
}

/// The backend does not know the person any more: the gate closes, and who came in with a login is asked to log in.
pub(super) fn logged_out(model: &mut Model) -> Vec<Effect> {
    if model.watch.is_logged_out() || model.me.is_none() {
        return vec![];
    }
    if let Some(gate) = &mut model.watch.gate {
        // Locked: whoever comes is asked to log in then.
        gate.logged_out = true;
        return vec![];
    }
    let gate = Gate { locked_at: None, logged_out: true, step: Step::Closed, leaving: false };
    model.watch.gate = Some(gate);
    if model.watch.entry == Entry::Login { begin(model) } else { vec![] }
}

/// Does what a person wants at the closed gate.
pub(super) fn wanted(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    let needs_proof = model.watch.needs_proof();
    let Some(gate) = &mut model.watch.gate else { return vec![] };
    let was_leaving = std::mem::take(&mut gate.leaving);
    match (command, &gate.step) {
        // It was on its way before the picture was hidden.
        (Command::Unlock, _) if gate.locked_at.is_some_and(|locked| at < locked + TOO_SOON) => vec![],
        (Command::Unlock, Step::Closed | Step::Failed(_)) if !needs_proof => open(model),
        (Command::Unlock, Step::Closed | Step::Failed(_)) | (Command::Refresh, Step::Waiting(..) | Step::Failed(_))
            if needs_proof =>
        {
            begin(model)
        }
        // Nobody leaves a locked screen for the shell behind it.
        (Command::Quit, _) if gate.locked_at.is_none() => {
            gate.leaving = !was_leaving;
            if was_leaving { vec![Effect::LeaveDoor, Effect::Quit] } else { vec![] }
        }
        _ => vec![],
    }
}

fn begin(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(person) = model.me.as_ref().map(|me| me.person.clone()) else { return vec![] };
    if let Some(gate) = &mut model.watch.gate {
        gate.step = Step::Asking(ticket);
    }
    vec![Effect::Enter(ticket, person)]
}

/// What the person is shown.
pub(super) fn shown(model: &mut Model, ticket: Ticket, code: DoorCode) -> Vec<Effect> {
    let until = model.now.saturating_add(code.lasts).unwrap_or(model.now);
    if let Some(gate) = model.watch.gate.as_mut().filter(|gate| gate.step.ticket() == Some(ticket)) {
        gate.step = Step::Waiting(ticket, code, until);
    }
    vec![]
}

/// The person is in again, or not.
pub(super) fn entered(model: &mut Model, ticket: Ticket, answer: Result<LetIn, EntryFault>) -> Vec<Effect> {
    let Some(gate) = model.watch.gate.as_mut().filter(|gate| gate.step.ticket() == Some(ticket)) else {
        return vec![];
    };
    match answer {
        Ok(LetIn { here: false, .. }) if gate.locked_at.is_some() => {
            // Somebody has logged in at another terminal: that does not prove who sits at this one.
            gate.step = Step::Closed;
            vec![]
        }
        Ok(LetIn { me, .. }) if model.me.as_ref().is_some_and(|mine| mine.person == me.person) => {
            model.me = Some(me);
            open(model)
        }
        Ok(other) => {
            gate.step = Step::Failed(EntryFault::Other(other.me.name));
            vec![]
        }
        Err(fault) => {
            gate.step = Step::Failed(fault);
            vec![]
        }
    }
}

/// Opens the gate: what is behind it is where it was, and what waited meanwhile goes out, once.
fn open(model: &mut Model) -> Vec<Effect> {
    let Some(gate) = model.watch.gate.take() else { return vec![] };
    (model.watch.opened_at, model.watch.last_key) = (Some(model.now), model.now);
    if !gate.logged_out {
        return vec![];
    }
    let text = model.texts.say("message-logged-in-again");
    model.announce(Tone::Good, text);
    model.fault = None;
    // The draft of the open case first, then everything else that is not known to be stored: what the first has brought
    // to its place, the second does not find any more.
    let mut effects = draft::save(model);
    effects.extend(grid::save(model));
    effects.push(Effect::Recover);
    effects.extend(list::fetch(model, model.current_list()));
    effects.extend(units::changed(model, None));
    effects.extend(registration::ask(model));
    if matches!(model.case, CaseState::Failed(..)) {
        effects.extend(case::reload(model));
    }
    effects
}

/// True for a reply that says that the backend does not know the person.
pub(super) fn tells_of_it(reply: &Reply) -> bool {
    fault_of(reply).is_some_and(|fault| fault.kind == FaultKind::NotLoggedIn)
}

/// Why a request was not answered as it should.
fn fault_of(reply: &Reply) -> Option<&Fault> {
    match reply {
        Reply::Me(answer) | Reply::Reached(_, answer) => answer.as_ref().err(),
        Reply::Tasks(_, _, answer) | Reply::Found(_, answer) => answer.as_ref().err(),
        Reply::Case(_, answer) => answer.as_ref().err(),
        Reply::Saved(_, _, answer) => answer.as_ref().err(),
        Reply::Counts(_, answer) => answer.as_ref().err(),
        Reply::CountsSaved(_, _, answer) => answer.as_ref().err(),
        Reply::Continued(_, answer) => answer.as_ref().err(),
        Reply::Decided(_, answer) => answer.as_ref().err(),
        Reply::Accepted(_, answer) => answer.as_ref().err(),
        Reply::Overview(_, answer) => answer.as_ref().err(),
        Reply::Letters(_, answer) => answer.as_ref().err(),
        Reply::Recalled(_, answer) => answer.as_ref().err(),
        Reply::Shelf(_, answer) => answer.as_ref().err(),
        Reply::Asked(_, answer) => answer.as_ref().err(),
        Reply::Bulk(_, answer) => answer.as_ref().err(),
        Reply::Portal(_, answer) => answer.as_ref().err(),
        Reply::Together(_, answer) => answer.as_ref().err(),
        Reply::Undone(_, answer) => answer.as_ref().err(),
        Reply::References(_, answer) => answer.as_ref().err(),
        Reply::MarksChecked(_, answer) => answer.as_ref().err(),
        Reply::ViewKept(_, answer) | Reply::ViewRemoved(_, answer) => answer.as_ref().err(),
        Reply::Units(answer) => match answer {
            UnitsAnswer::Standings(_, answer) => answer.as_ref().err(),
            UnitsAnswer::Page(_, answer) => answer.as_ref().err(),
            UnitsAnswer::Reminded(_, answer) => answer.as_ref().err(),
            UnitsAnswer::Registered(_, answer) => answer.as_ref().err(),
            UnitsAnswer::Withdrawn(answer) => answer.as_ref().err(),
        },
        Reply::Recovered(recovery) => recovery.decisions.iter().find_map(|(_, answer)| answer.as_ref().err()),
        Reply::Remembered(..)
        | Reply::DoorCode(..)
        | Reply::Entered(..)
        | Reply::LoggedOut
        | Reply::FileRead(..)
        | Reply::Changed(_)
        | Reply::Live(_)
        | Reply::Key(_)
        | Reply::Deferred(..)
        | Reply::Waiting(_)
        | Reply::Copied(_)
        | Reply::SettingsSaved
        | Reply::EditedOutside(_)
        | Reply::Slow(_)
        | Reply::Typed(..)
        | Reply::JournalWorks
        | Reply::JournalFailed(_) => None,
    }
}
