//! The first registration: opened by itself, and left only by telling or by leaving the program.
//! Imports `domain` and `api`.

use tui_textarea::TextArea;

use super::{batch, list, show};
use crate::{
    api::{fault::Fault, me::Me},
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        model::{
            Model, Tone,
            dialog::{Dialog, type_into},
            registration::Registration,
        },
        msg::Typed,
    },
    domain::refusal::Refusal,
};

/// Opens the form for a person who must tell how they are reached; what is typed there already stays.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(me) = model.me.as_ref().filter(|me| me.needs_registration) else { return vec![] };
    if matches!(model.dialog, Some(Dialog::Registration(_))) {
        return vec![];
    }
    let form = Registration::new(&me.email, &me.phone);
    show(model, Dialog::Registration(Box::new(form)))
}

/// Does what a person wants with the form.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(Dialog::Registration(form)) = &mut model.dialog else { return vec![] };
    match command {
        Command::NextField | Command::PreviousField => form.focus = 1 - form.focus.min(1),
        Command::Done if form.sent.is_some() => {}
        Command::Done if form.focus == 0 && form.fields.last().is_some_and(TextArea::is_empty) => form.focus = 1,
        Command::Done => {
            form.fault = None;
            if let Some(reach) = form.judge() {
                form.sent = Some(ticket);
                return vec![Effect::Reach(ticket, reach)];
            }
        }
        // There is nothing behind it: who does not want to tell now leaves the program.
        Command::Back => return show(model, Dialog::Quit),
        _ => {}
    }
    vec![]
}

/// Takes what is typed into the field that has the focus.
pub(super) fn typed(model: &mut Model, typed: Typed) -> Vec<Effect> {
    let Some(Dialog::Registration(form)) = &mut model.dialog else { return vec![] };
    if let Some(field) = form.fields.get_mut(form.focus) {
        type_into(field, typed, false);
    }
    if let Some(wrong) = form.wrong.get_mut(form.focus) {
        *wrong = None;
    }
    vec![]
}

/// What came of it.
pub(super) fn reached(model: &mut Model, ticket: Ticket, answer: Result<Me, Fault>) -> Vec<Effect> {
    let Some(Dialog::Registration(form)) = &mut model.dialog else { return vec![] };
    if form.sent != Some(ticket) {
        return vec![];
    }
    form.sent = None;
    match answer {
        Ok(me) => {
            model.me = Some(me);
            model.dialog = None;
            model.announce(Tone::Good, model.texts.say("message-reach-stored"));
            let mut effects = list::fetch(model, ListKind::Queue);
            effects.extend(batch::ask_unfinished(model));
            effects
        }
        Err(fault) => {
            let [email, phone] = &mut form.wrong;
            for refusal in &fault.refusals {
                let place = if matches!(refusal, Refusal::BadPhone { .. }) { &mut *phone } else { &mut *email };
                *place = Some(refusal.clone());
            }
            form.fault = Some(fault).filter(|fault| fault.refusals.is_empty());
            vec![]
        }
    }
}
