//! The form of an application: both written languages at once, the unit picked from the list, half-typed text kept.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    super::{decide, show},
    ask,
};
use crate::{
    api::access::PortalWish,
    app::{
        command::Command,
        effect::Effect,
        model::{
            Model, Tone,
            dialog::{Dialog, line_field, text_of, type_into},
            portal::{ApplicationForm, Portal, UNIT},
        },
        msg::Typed,
    },
    domain::{reach, refusal::Refusal},
};

/// Opens the form of an application, with what is known already or was begun.
pub(in crate::app::update) fn apply(model: &mut Model) -> Vec<Effect> {
    let (ticket, effects) = ask(model, PortalWish::Units);
    let known = model.me.as_ref().map_or_else(Default::default, |me| {
        [me.name.clone(), String::new(), me.email.clone(), me.phone.clone(), String::new()]
    });
    let texts = model.portal.begun.clone().unwrap_or(known);
    let key = model.key;
    show(model, Dialog::Application(Box::new(ApplicationForm::new(key, &texts))));
    if !model.portal.units.is_empty() {
        return vec![Effect::MakeKey];
    }
    model.portal.waiting_for_units = Some(ticket);
    [effects, vec![Effect::MakeKey]].concat()
}

/// Does what a person wants with the form.
pub(in crate::app::update) fn form_wanted(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    let ticket = model.ticket();
    let now = model.now;
    let Some(Dialog::Application(form)) = &model.dialog else { return vec![] };
    let since = form.ready.filter(|_| command == Command::Done && form.sent.is_none());
    if since.is_some() && decide::is_unread(model, since, at) {
        return vec![];
    }
    let Some(Dialog::Application(form)) = &mut model.dialog else { return vec![] };
    let last = form.fields.len() - 1;
    let offered = model.portal.fitting(&form.fields.last().map(text_of).unwrap_or_default()).len();
    let picking = form.focus == UNIT && form.chosen.is_none() && offered > 0;
    if form.sent.is_some() {
        return vec![];
    }
    let ready = form.ready.take();
    match command {
        Command::Down if picking => form.pointed = (form.pointed + 1).min(offered - 1),
        Command::Up if picking && form.pointed > 0 => form.pointed -= 1,
        Command::NextField | Command::Down => form.focus = if form.focus >= last { 0 } else { form.focus + 1 },
        Command::PreviousField | Command::Up => form.focus = form.focus.checked_sub(1).unwrap_or(last),
        Command::Done if ready.is_some() => {
            if let Some(application) = form.application() {
                form.sent = Some(ticket);
                form.fault = None;
                let known = model.portal.asked.as_ref().filter(|(asked, _)| *asked == application);
                let key = known.map_or(form.key, |(_, key)| *key);
                model.portal.asked = Some((application.clone(), key));
                return vec![Effect::Portal(ticket, PortalWish::Apply(key, application))];
            }
        }
        Command::Done if form.focus < last => form.focus += 1,
        Command::Done => {
            pick(form, &model.portal);
            if judge(form) {
                form.ready = Some(now);
            }
        }
        _ => {
            model.portal.begun = Some(form.texts());
            model.dialog = None;
            model.announce(Tone::Plain, model.texts.say("message-application-kept"));
        }
    }
    vec![]
}

/// Takes the unit that is pointed at, and writes its name in the field.
fn pick(form: &mut ApplicationForm, portal: &Portal) {
    let typed = form.fields.last().map(text_of).unwrap_or_default();
    if form.chosen.is_some() {
        return;
    }
    let Some(unit) = portal.fitting(&typed).get(form.pointed).map(|unit| (*unit).clone()) else { return };
    if let Some(field) = form.fields.last_mut() {
        *field = line_field(&unit.name);
    }
    form.chosen = Some(unit);
}

/// Whether everything is there; the focus goes to the first field that is not.
fn judge(form: &mut ApplicationForm) -> bool {
    let texts = form.texts();
    let empty = |place: usize, field: &str| {
        let blank = texts.get(place).is_none_or(|text| text.trim().is_empty());
        blank.then(|| Refusal::BadField { field: field.to_owned() })
    };
    let typed = texts.get(UNIT).cloned().unwrap_or_default();
    let unknown = || Refusal::UnknownUnit { given: typed.clone(), hint: None };
    let unit = if typed.trim().is_empty() {
        empty(UNIT, "unit")
    } else if form.chosen.is_none() {
        Some(unknown())
    } else {
        None
    };
    let [_, _, email, phone, _] = &texts;
    form.wrong = [empty(0, "name"), empty(1, "represents"), reach::email(email).err(), reach::phone(phone).err(), unit];
    focus_wrong(form)
}

/// True when nothing is wrong; else the focus is on the first field that is.
pub(super) fn focus_wrong(form: &mut ApplicationForm) -> bool {
    match form.wrong.iter().position(Option::is_some) {
        Some(first) => {
            form.focus = first;
            false
        }
        None => true,
    }
}

/// Takes what is typed into the field that has the focus.
pub(super) fn typed(model: &mut Model, typed: Typed) {
    let Some(Dialog::Application(form)) = &mut model.dialog else { return };
    if form.sent.is_some() {
        return;
    }
    form.ready = None;
    if let Some(field) = form.fields.get_mut(form.focus) {
        let before = text_of(field);
        type_into(field, typed, false);
        if form.focus == UNIT && text_of(field) != before {
            form.chosen = None;
            form.pointed = 0;
        }
    }
    if let Some(wrong) = form.wrong.get_mut(form.focus) {
        *wrong = None;
    }
    model.portal.begun = Some(form.texts());
}
