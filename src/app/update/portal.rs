//! The published figures, who has access to them, and taking access away.
//! Imports `domain`, `text` and `api`.

mod form;
mod role;

use jiff::Timestamp;

use self::form::focus_wrong;
pub(super) use self::{
    form::{apply, form_wanted},
    role::{before_grant, confirm_role, forget_confirmation, needs_reason, next_role, unconfirmed},
};
use super::{decide, draft, list, show};
use crate::{
    api::{
        access::{PermissionQuery, PortalAnswer, PortalWish, RemoveRequest},
        fault::Fault,
    },
    app::{
        command::Command,
        effect::{Effect, Ticket},
        model::{
            Model, Screen, Tone,
            case::CaseState,
            dialog::{Dialog, line_field, text_of, type_into},
            portal::{FIELDS, RemovalForm, UNIT},
        },
        msg::Typed,
    },
    checks::identity,
    domain::{decision::Comment, person::Role, refusal::Refusal, unit::UnitNo},
    text::{
        clean,
        refusal::{say, say_fault},
    },
};

fn ask(model: &mut Model, wish: PortalWish) -> (Ticket, Vec<Effect>) {
    let ticket = model.ticket();
    (ticket, vec![Effect::Portal(ticket, wish)])
}

/// Leaves what is open for another screen; a draft that is not saved yet is saved on the way.
fn leave_for(model: &mut Model, screen: Screen) -> Vec<Effect> {
    let effects = draft::leave(model);
    model.batch.looking = None;
    model.screen = screen;
    model.case = CaseState::None;
    effects
}

/// Goes to the published figures.
pub(super) fn go_to_figures(model: &mut Model) -> Vec<Effect> {
    let mut effects = leave_for(model, Screen::Figures);
    effects.extend(fetch_figures(model));
    effects
}

/// Fetches the figures of the unit that is shown, else of the first one.
fn fetch_figures(model: &mut Model) -> Vec<Effect> {
    let shown = model.portal.figures.as_ref().and_then(|answer| answer.as_ref().ok());
    let unit = shown.map(|shown| shown.unit.no.clone());
    figures_of(model, unit)
}

fn figures_of(model: &mut Model, unit: Option<UnitNo>) -> Vec<Effect> {
    let (ticket, effects) = ask(model, PortalWish::Figures(unit));
    model.portal.waiting = Some(ticket);
    effects
}

/// Does what a person wants with the figures.
pub(super) fn figures_wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let page = model.size.text_lines();
    let last = match &model.portal.figures {
        Some(Ok(shown)) => shown.points.len().saturating_sub(1),
        _ => 0,
    };
    let top = model.portal.top;
    model.portal.top = match command {
        Command::Up => top.saturating_sub(1),
        Command::Down => (top + 1).min(last),
        Command::PageUp => top.saturating_sub(page),
        Command::PageDown => (top + page).min(last),
        Command::First => 0,
        Command::NextSection => return turn(model, true),
        Command::PreviousSection => return turn(model, false),
        Command::Refresh => return fetch_figures(model),
        Command::Open if !matches!(model.portal.figures, Some(Ok(_))) => return apply(model),
        Command::Back => return back(model),
        _ => top,
    };
    vec![]
}

/// The next or the previous unit one has access to.
fn turn(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(Ok(shown)) = &model.portal.figures else { return vec![] };
    let count = shown.units.len();
    let at = shown.units.iter().position(|unit| *unit == shown.unit).unwrap_or(0);
    let to = if forward { at + 1 } else { at + count.saturating_sub(1) };
    let unit = to.checked_rem(count).and_then(|to| shown.units.get(to)).map(|unit| unit.no.clone());
    figures_of(model, unit)
}

fn back(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Queue;
    list::fetch(model, model.current_list())
}

/// Goes to those who have access.
pub(super) fn go_to_holders(model: &mut Model) -> Vec<Effect> {
    let mut effects = leave_for(model, Screen::Holders);
    effects.extend(fetch_holders(model));
    effects
}

fn fetch_holders(model: &mut Model) -> Vec<Effect> {
    let (ticket, effects) = ask(model, PortalWish::List(PermissionQuery::default()));
    model.portal.waiting_for_list = Some(ticket);
    effects
}

/// Does what a person wants with the list of those who have access.
pub(super) fn holders_wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let (page, last) = (model.size.list_rows(), model.portal.rows().len().saturating_sub(1));
    let selected = model.portal.selected;
    model.portal.selected = match command {
        Command::Up => selected.saturating_sub(1),
        Command::Down => (selected + 1).min(last),
        Command::PageUp => selected.saturating_sub(page),
        Command::PageDown => (selected + page).min(last),
        Command::First => 0,
        Command::Last => last,
        Command::RemoveAccess => return begin_removal(model),
        Command::Copy => {
            let reference = model.portal.selected_row().map(|row| row.reference.to_string());
            return reference.map(Effect::Copy).into_iter().collect();
        }
        Command::Refresh => return fetch_holders(model),
        Command::Back => return back(model),
        _ => selected,
    };
    vec![]
}

fn begin_removal(model: &mut Model) -> Vec<Effect> {
    let Some(permission) = model.portal.selected_row().cloned() else {
        model.announce(Tone::Warning, model.texts.say("message-nothing-selected"));
        return vec![];
    };
    if model.me.as_ref().is_some_and(|me| !me.role.decides() && me.role != Role::Admin) {
        model.announce(Tone::Warning, model.texts.say("message-only-reviewers"));
        return vec![];
    }
    let key = model.key;
    let form = RemovalForm { key, permission, reason: line_field(""), summary: None, sent: None, fault: None };
    show(model, Dialog::Removal(Box::new(form)));
    vec![Effect::MakeKey]
}

/// Does what a person wants while access is taken away: the reason, then the summary, then Enter.
pub(super) fn removal_wanted(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    let ticket = model.ticket();
    let now = model.now;
    let Some(Dialog::Removal(form)) = &model.dialog else { return vec![] };
    let since = form.summary.filter(|_| command == Command::Confirm);
    if since.is_some() && decide::is_unread(model, since, at) {
        return vec![];
    }
    let Some(Dialog::Removal(form)) = &mut model.dialog else { return vec![] };
    let reason = text_of(&form.reason);
    match (command, form.summary) {
        (Command::Done, None) => {
            let refusal = Comment::new(&reason).err().or_else(|| identity::refusal(&reason));
            if let Some(refusal) = refusal {
                let text = say(&model.texts, &refusal);
                model.announce(Tone::Bad, text);
            } else {
                form.summary = Some(now);
            }
        }
        (Command::Confirm, Some(_)) if form.sent.is_none() => {
            form.sent = Some(ticket);
            form.fault = None;
            let request = RemoveRequest { reason };
            return vec![Effect::Portal(
                ticket,
                PortalWish::Remove(form.key, form.permission.reference.clone(), request),
            )];
        }
        (Command::Back, Some(_)) if form.sent.is_none() => form.summary = None,
        (Command::Back, None) => model.dialog = None,
        _ => {}
    }
    vec![]
}

/// Takes what is typed into the field that has the focus.
pub(super) fn typed(model: &mut Model, typed: Typed) -> Vec<Effect> {
    match &mut model.dialog {
        Some(Dialog::Removal(removal)) if removal.summary.is_none() => type_into(&mut removal.reason, typed, false),
        Some(Dialog::Application(_)) => form::typed(model, typed),
        _ => {}
    }
    vec![]
}

/// Takes in what came of a request.
pub(super) fn replied(model: &mut Model, ticket: Ticket, answer: Result<PortalAnswer, Fault>) -> Vec<Effect> {
    let portal = &mut model.portal;
    if portal.waiting == Some(ticket) {
        portal.waiting = None;
        portal.figures = Some(match answer {
            Ok(PortalAnswer::Figures(shown)) => Ok(shown),
            Ok(_) => return vec![],
            Err(fault) => Err(fault),
        });
    } else if portal.waiting_for_list == Some(ticket) {
        portal.waiting_for_list = None;
        portal.list = Some(match answer {
            Ok(PortalAnswer::List(list)) => Ok(list.rows),
            Ok(_) => return vec![],
            Err(fault) => Err(fault),
        });
        portal.selected = portal.selected.min(portal.rows().len().saturating_sub(1));
    } else if portal.waiting_for_units == Some(ticket) {
        portal.waiting_for_units = None;
        match answer {
            Ok(PortalAnswer::Units(list)) => portal.units = list.units,
            Ok(_) => {}
            Err(fault) => {
                let text = say_fault(&model.texts, &fault);
                model.announce(Tone::Bad, text);
            }
        }
    } else {
        return sent(model, ticket, answer);
    }
    vec![]
}

/// What came of an application, or of taking access away.
fn sent(model: &mut Model, ticket: Ticket, answer: Result<PortalAnswer, Fault>) -> Vec<Effect> {
    let mine = match &model.dialog {
        Some(Dialog::Application(form)) => form.sent == Some(ticket),
        Some(Dialog::Removal(form)) => form.sent == Some(ticket),
        _ => false,
    };
    if !mine {
        return vec![];
    }
    match answer {
        Ok(PortalAnswer::Applied(received)) => {
            model.dialog = None;
            (model.portal.begun, model.portal.asked) = (None, None);
            let text = model.texts.with("message-applied", &[("reference", received.reference.as_str())]);
            model.announce(Tone::Good, text);
            if model.screen == Screen::Figures {
                fetch_figures(model)
            } else {
                list::fetch(model, model.current_list())
            }
        }
        Ok(PortalAnswer::Removed(removed)) => {
            model.dialog = None;
            let (name, to) = (clean::line(&removed.permission.name), clean::line(&removed.recipient));
            let text = model.texts.with("message-access-removed", &[("name", &name), ("to", &to)]);
            model.announce(Tone::Good, text);
            fetch_holders(model)
        }
        Ok(_) => vec![],
        Err(fault) => {
            refused(model, fault);
            vec![Effect::MakeKey]
        }
    }
}

/// What the backend refuses stands at its field.
fn refused(model: &mut Model, fault: Fault) {
    let text = say_fault(&model.texts, &fault);
    model.announce(Tone::Bad, text);
    match &mut model.dialog {
        Some(Dialog::Removal(form)) => {
            form.sent = None;
            form.fault = Some(fault);
        }
        Some(Dialog::Application(form)) => {
            form.sent = None;
            if model.portal.asked.as_ref().is_some_and(|(_, key)| *key == form.key) {
                // Something else than what was sent needs a key of its own.
                form.key = model.key;
            }
            if fault.kind.is_verdict() {
                model.portal.asked = None;
            }
            for refusal in &fault.refusals {
                let place = match refusal {
                    Refusal::BadEmail { .. } => 2,
                    Refusal::BadPhone { .. } => 3,
                    Refusal::BadField { field } => FIELDS.iter().position(|name| name == field).unwrap_or(0),
                    _ => UNIT,
                };
                if let Some(wrong) = form.wrong.get_mut(place) {
                    *wrong = Some(refusal.clone());
                }
            }
            focus_wrong(form);
            form.fault = Some(fault).filter(|fault| fault.refusals.is_empty());
        }
        _ => {}
    }
}
