//! Reminders and decisions on extensions: the form, the check by the backend, the summary, Enter, and taking it back.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use crate::{
    api::{
        extensions::{ExtensionAnswer, ExtensionRequest},
        fault::{Fault, Stored},
        units::{RemindAnswer, RemindRequest, Withdrawn},
    },
    app::{
        command::Command,
        effect::{Effect, Ticket, UnitsWish},
        model::{
            Model, Tone,
            dialog::{Dialog, line_field, text_of},
            units::{ExtensionForm, NoticeStage, NoticeSummary, NoticeUndo, Told, Wanted},
        },
        update::decide,
    },
    text::{date, refusal::say_fault},
};

/// Begins to remind units: the backend checks, and the summary says what is about to be sent.
pub(super) fn remind(model: &mut Model, units: Vec<String>) -> Vec<Effect> {
    if !may_write(model) {
        return vec![];
    }
    if units.is_empty() {
        model.announce(Tone::Warning, model.texts.say("message-nothing-selected"));
        return vec![];
    }
    summarise(model, Wanted::Remind(RemindRequest { units, ..RemindRequest::default() }))
}

/// Begins a decision on an extension, or goes on with the one that was left.
pub(super) fn form(model: &mut Model) -> Vec<Effect> {
    if !may_write(model) {
        return vec![];
    }
    let Some(unit) = model.units.open().cloned() else { return vec![] };
    let begun = model.units.begun.as_ref().filter(|(of, _)| *of == unit).map(|(_, texts)| texts);
    let form = ExtensionForm::new(unit.clone(), begun);
    model.dialog = Some(Dialog::Form(Box::new(form)));
    vec![]
}

/// As long as it is not known who asks, the backend alone judges.
fn may_write(model: &mut Model) -> bool {
    let may = model.me.as_ref().is_none_or(|me| me.role.decides());
    if !may {
        model.announce(Tone::Warning, model.texts.say("message-only-reviewers"));
    }
    may
}

/// Does what a person wants with the form.
pub(in crate::app::update) fn form_wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Dialog::Form(form)) = &mut model.dialog else { return vec![] };
    let last = form.fields.len() - 1;
    match command {
        Command::NextField => form.focus = if form.focus >= last { 0 } else { form.focus + 1 },
        Command::PreviousField => form.focus = form.focus.checked_sub(1).unwrap_or(last),
        Command::Done if form.focus < last && form.fields.iter().skip(1).all(tui_textarea::TextArea::is_empty) => {
            // Nothing but the reference is there: Enter goes on to the next field.
            form.focus += 1;
        }
        Command::Done => {
            model.units.begun = Some((form.unit.clone(), form.texts()));
            let request = form.request();
            return summarise(model, Wanted::Register(request));
        }
        _ => {
            let texts = form.texts();
            if texts.iter().any(|text| !text.is_empty()) {
                model.units.begun = Some((form.unit.clone(), texts));
                model.announce(Tone::Plain, model.texts.say("message-form-kept"));
            }
            model.dialog = None;
        }
    }
    vec![]
}

fn summarise(model: &mut Model, wanted: Wanted) -> Vec<Effect> {
    let ticket = model.ticket();
    let summary = NoticeSummary {
        wanted: wanted.clone(),
        key: model.key,
        opened_at: model.now,
        told: None,
        stage: NoticeStage::Checking(ticket),
        top: 0,
        number: line_field(""),
    };
    let key = summary.key;
    model.dialog = Some(Dialog::Notice(Box::new(summary)));
    vec![Effect::Units(wish(ticket, key, wanted, true)), Effect::MakeKey]
}

fn wish(ticket: Ticket, key: uuid::Uuid, wanted: Wanted, dry_run: bool) -> UnitsWish {
    match wanted {
        Wanted::Remind(request) => UnitsWish::Remind(ticket, key, RemindRequest { dry_run, ..request }),
        Wanted::Register(request) => UnitsWish::Register(ticket, key, ExtensionRequest { dry_run, ..request }),
    }
}

/// Does what a person wants with the summary.
pub(in crate::app::update) fn notice_wanted(model: &mut Model, command: Command, at: Timestamp) -> Vec<Effect> {
    let page = model.size.text_lines();
    let Some(Dialog::Notice(summary)) = &mut model.dialog else { return vec![] };
    match command {
        Command::Confirm => return confirm(model, at),
        Command::Refresh => {
            let (wanted, stage) = (summary.wanted.clone(), summary.stage.clone());
            return match stage {
                NoticeStage::Failed { sent: true, .. } => send(model),
                NoticeStage::Failed { sent: false, .. } => summarise(model, wanted),
                _ => vec![],
            };
        }
        Command::Up => summary.top = summary.top.saturating_sub(1),
        Command::Down => summary.top += 1,
        Command::PageUp => summary.top = summary.top.saturating_sub(page),
        Command::PageDown => summary.top += page,
        _ => return leave(model),
    }
    vec![]
}

/// Back: nothing is sent; what may have been sent is said so.
fn leave(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Notice(summary)) = &model.dialog else { return vec![] };
    let id = match &summary.stage {
        // On its way: its answer is waited for, so that nothing untrue is said of it.
        NoticeStage::Sending(_) => return vec![],
        NoticeStage::Failed { fault, sent: true } if fault.stored == Stored::Unknown => "message-notice-unknown",
        _ => "message-notice-left",
    };
    model.dialog = None;
    model.announce(Tone::Plain, model.texts.say(id));
    super::changed(model, None)
}

fn confirm(model: &mut Model, at: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Notice(summary)) = &model.dialog else { return vec![] };
    if decide::is_unread(model, Some(summary.opened_at), at) {
        return vec![];
    }
    let Some(Dialog::Notice(summary)) = &model.dialog else { return vec![] };
    let can = summary.told.as_ref().is_some_and(Told::does_something);
    if let Some(asked) = summary.number_asked() {
        let typed = text_of(&summary.number);
        if typed.trim().parse() != Ok(asked) {
            let values = [("typed", typed.as_str()), ("waiting", &asked.to_string())];
            let text = model.texts.with("message-notice-number", &values);
            model.announce(Tone::Bad, text);
            return vec![];
        }
    }
    match summary.stage {
        NoticeStage::Ready if can => send(model),
        NoticeStage::Failed { sent: true, .. } => send(model),
        _ => vec![],
    }
}

/// Sends what was shown, and nothing else: the units that were left out in the summary stay out.
fn send(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(Dialog::Notice(summary)) = &mut model.dialog else { return vec![] };
    let wanted = match (&summary.wanted, &summary.told) {
        (Wanted::Remind(request), Some(Told::Remind(answer))) => {
            let units = answer.units.iter().filter(|unit| unit.notice.is_some()).map(|unit| unit.unit.clone());
            Wanted::Remind(RemindRequest { units: units.collect(), ..request.clone() })
        }
        (wanted, _) => wanted.clone(),
    };
    summary.stage = NoticeStage::Sending(ticket);
    vec![Effect::Units(wish(ticket, summary.key, wanted, false))]
}

/// The backend has said what would come of reminders, or has sent them.
pub(super) fn reminded(model: &mut Model, ticket: Ticket, answer: Result<RemindAnswer, Fault>) -> Vec<Effect> {
    let count = answer.as_ref().map_or(0, RemindAnswer::count);
    let until = answer.as_ref().ok().and_then(|answer| answer.undo_until);
    let at = answer.as_ref().map_or(model.now, |answer| answer.at);
    took(model, ticket, answer.map(Told::Remind), ("message-reminded", count), (at, until))
}

/// The backend has said what would come of a decision, or has registered it.
pub(super) fn registered(model: &mut Model, ticket: Ticket, answer: Result<ExtensionAnswer, Fault>) -> Vec<Effect> {
    let notices = answer.as_ref().map_or(0, |answer| answer.notices as usize);
    let until = answer.as_ref().ok().and_then(|answer| answer.undo_until);
    let at = answer.as_ref().map_or(model.now, |answer| answer.at);
    // A single decision that is refused goes back to its form, where it can be put right.
    let refused = answer.as_ref().ok().and_then(|answer| answer.lines.first()).map(|line| line.refusals.clone());
    let answer = match refused {
        Some(refusals) if !refusals.is_empty() => Err(Fault::refused_for(refusals)),
        _ => answer,
    };
    took(model, ticket, answer.map(Told::Register), ("message-registered", notices), (at, until))
}

fn took(
    model: &mut Model,
    ticket: Ticket,
    answer: Result<Told, Fault>,
    (id, count): (&str, usize),
    (at, until): (Timestamp, Option<Timestamp>),
) -> Vec<Effect> {
    let Some(Dialog::Notice(summary)) = &mut model.dialog else { return vec![] };
    let sent = match summary.stage {
        NoticeStage::Checking(expected) if expected == ticket => false,
        NoticeStage::Sending(expected) if expected == ticket => true,
        _ => return vec![],
    };
    match answer {
        Ok(told) if !sent => {
            summary.told = Some(told);
            summary.stage = NoticeStage::Ready;
            vec![]
        }
        Ok(_) => {
            let key = summary.key;
            if matches!(summary.wanted, Wanted::Register(_)) {
                model.units.begun = None;
            }
            model.dialog = None;
            model.units.marks.clear();
            announce_sent(model, id, count, (at, until), key);
            super::changed(model, None)
        }
        Err(fault) => failed(model, fault, sent),
    }
}

fn announce_sent(
    model: &mut Model,
    id: &str,
    count: usize,
    (at, until): (Timestamp, Option<Timestamp>),
    key: uuid::Uuid,
) {
    model.now = model.now.max(at);
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let done = model.texts.count(id, count, &[]);
    match until.filter(|until| *until > at) {
        Some(until) => {
            let window = model.texts.with("message-notice-window", &[("until", &date::clock(until))]);
            model.announce(Tone::Good, format!("{done} {window}"));
            model.message.stays_until = Some(until);
            model.units.undoable = Some(NoticeUndo { key, until });
        }
        None => model.announce(Tone::Good, done),
    }
}

fn failed(model: &mut Model, fault: Fault, sent: bool) -> Vec<Effect> {
    let text = say_fault(&model.texts, &fault);
    model.announce(Tone::Bad, text);
    let Some(Dialog::Notice(summary)) = &mut model.dialog else { return vec![] };
    if matches!(summary.wanted, Wanted::Register(_)) && !fault.refusals.is_empty() {
        if let Some((unit, texts)) = &model.units.begun {
            let form = ExtensionForm::new(unit.clone(), Some(texts));
            model.dialog = Some(Dialog::Form(Box::new(form)));
        }
        return vec![];
    }
    summary.stage = NoticeStage::Failed { fault, sent };
    vec![]
}

/// Takes the last notices back.
pub(in crate::app::update) fn undo(model: &Model) -> Vec<Effect> {
    model.units.undoable.iter().map(|undoable| Effect::Units(UnitsWish::Withdraw(undoable.key))).collect()
}

/// Forgets what can no longer be taken back.
pub(in crate::app::update) fn forget_expired(model: &mut Model, now: Timestamp) {
    if model.units.undoable.as_ref().is_some_and(|undoable| undoable.until <= now) {
        model.units.undoable = None;
    }
}

/// Notices were taken back, or not.
pub(super) fn withdrawn(model: &mut Model, answer: Result<Withdrawn, Fault>) -> Vec<Effect> {
    model.units.undoable = None;
    match answer {
        Ok(withdrawn) => {
            let text = model.texts.count("message-withdrawn", i64::from(withdrawn.count), &[]);
            model.announce(Tone::Good, text);
        }
        Err(fault) => {
            let text = say_fault(&model.texts, &fault);
            model.announce(Tone::Bad, text);
        }
    }
    super::changed(model, None)
}
