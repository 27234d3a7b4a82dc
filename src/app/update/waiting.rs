//! Decisions that are made while there is no line: kept on the disk, shown as waiting, sent once when the line is back.
//! Imports `api` and `domain`.

use uuid::Uuid;

use super::{deadline, decide};
use crate::app::{
    effect::{Effect, ListKind},
    model::{Model, Tone, dialog::Dialog},
    msg::Waiting,
};

/// Bekreft without a line: the decision is written down here, and nothing is said of it as if it were made.
pub(super) fn defer(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Summary(summary)) = &model.dialog else { return vec![] };
    vec![Effect::Defer(summary.reference.clone(), summary.version, summary.key, summary.request.clone())]
}

/// It is on the disk, or could not be put there: then it stays on the screen.
pub(super) fn deferred(model: &mut Model, key: Uuid, kept: bool) -> Vec<Effect> {
    let of_it = matches!(&model.dialog, Some(Dialog::Summary(summary)) if summary.key == key);
    if !of_it || !kept {
        return vec![];
    }
    let Some(Dialog::Summary(summary)) = model.dialog.take() else { return vec![] };
    deadline::remember(model, &summary.request);
    let name = model.case.ready().map(decide::case_name).unwrap_or_default();
    let text = model.texts.with("message-deferred", &[("name", &name)]);
    model.announce(Tone::Warning, text);
    let from = model.current_list();
    if model.options.auto_advance && from == ListKind::Queue {
        return decide::advance(model, summary.next);
    }
    decide::to_list(model, from)
}

/// Which decisions wait.
pub(super) fn told(model: &mut Model, decisions: Vec<Waiting>) -> Vec<Effect> {
    model.waiting = decisions;
    vec![]
}

/// Takes the newest decision that was certainly not sent out of those that wait; none where there is no such.
pub(super) fn withdraw(model: &mut Model) -> Option<Vec<Effect>> {
    let waiting = model.waiting.iter().rev().find(|waiting| waiting.unsent)?.clone();
    model.waiting.retain(|other| other.key != waiting.key);
    let text = model.texts.with("message-wait-withdrawn", &[("reference", waiting.reference.as_str())]);
    model.announce(Tone::Good, text);
    Some(vec![Effect::Forget(waiting.key)])
}
