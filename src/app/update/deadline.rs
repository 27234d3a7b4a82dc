//! Round the deadline: the countdown, asking for an approval back, and the same form of decision once more.
//! Imports `domain`, `text` and `api`.

use super::{case, decide, draft, review, show};
use crate::{
    api::{
        decide::DecisionRequest,
        fault::Fault,
        overview::{Overview, Recalled},
    },
    app::{
        effect::{Effect, Ticket},
        model::{
            Model, Tone,
            case::OpenCase,
            deadline::{Deed, LastForm},
            dialog::{Dialog, Editor, Intent, Page, line_field, prose_field},
            review::Heed,
        },
    },
    checks::identity,
    domain::{decision::DecisionKind, event::EventKind, finding::FindingId, task::State, unit::Language},
    text::clean,
};

/// Shows the countdown, and fetches it anew.
pub(super) fn countdown(model: &mut Model) -> Vec<Effect> {
    let mut effects = show(model, Dialog::Countdown(Page::default()));
    effects.extend(fetch(model));
    effects
}

/// Fetches the countdown again while it is shown: something has changed.
pub(super) fn refresh(model: &mut Model) -> Vec<Effect> {
    if matches!(model.dialog, Some(Dialog::Countdown(_))) { fetch(model) } else { vec![] }
}

fn fetch(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    model.countdown.waiting = Some(ticket);
    vec![Effect::FetchOverview(ticket)]
}

/// The countdown has come, or not.
pub(super) fn arrived(model: &mut Model, ticket: Ticket, answer: Result<Box<Overview>, Fault>) -> Vec<Effect> {
    if model.countdown.waiting == Some(ticket) {
        model.countdown.waiting = None;
        model.countdown.answer = Some(answer);
    }
    vec![]
}

/// True when the open case is an approval that has been sent and can be asked back.
fn was_sent(open: &OpenCase) -> bool {
    open.report().is_some() && open.case.row().state == State::Approved
}

/// An approval that has been sent cannot be undone: says so, and offers to ask the directorate.
pub(super) fn offer_recall(model: &mut Model) -> Option<Vec<Effect>> {
    let open = model.case.ready().filter(|open| was_sent(open))?;
    if !model.me.as_ref().is_none_or(|me| me.role.decides()) {
        return None;
    }
    // An approved report stays approved: a request in its timeline is for this approval.
    let asked = open.case.events().iter().any(|event| event.kind == EventKind::RecallAsked);
    let id = if asked { "recall-asked-before" } else { "recall-explained" };
    let text = model.texts.say(id);
    model.announce(Tone::Warning, text);
    Some(if asked { vec![] } else { edit_recall(model) })
}

/// Begins a request to have a sent approval back: the reason first, which is kept until it is sent.
pub(super) fn edit_recall(model: &mut Model) -> Vec<Effect> {
    let text = recall_text(model);
    heed_recall(model, &text);
    let editor = Editor { intent: Intent::Recall, area: prose_field(&text), own: None };
    model.dialog = Some(Dialog::Editor(Box::new(editor)));
    vec![]
}

/// Keeps the reason of a request to have an approval back as it is typed.
pub(super) fn keep_recall(model: &mut Model, text: String) -> Vec<Effect> {
    heed_recall(model, &text);
    if let Some(reference) = model.case.reference().cloned() {
        model.recalls.insert(reference, text);
    }
    vec![]
}

pub(super) fn recall_text(model: &Model) -> String {
    let kept = model.case.reference().and_then(|reference| model.recalls.get(reference));
    kept.cloned().unwrap_or_default()
}

fn heed_recall(model: &mut Model, text: &str) {
    if let Some(open) = model.case.ready_mut() {
        let identity = identity::find(text).first().map(|found| found.masked.clone());
        open.heed = Heed { identity, misfit: None };
    }
}

/// A request to have an approval back is on its way, or not.
pub(super) fn recalled(model: &mut Model, ticket: Ticket, answer: Result<Recalled, Fault>) -> Vec<Effect> {
    if !decide::is_sending(model, ticket) {
        return vec![];
    }
    match answer {
        Ok(recalled) => {
            model.dialog = None;
            model.recalls.remove(&recalled.reference);
            let to = clean::line(&recalled.recipient);
            let values = [("reference", recalled.reference.as_str()), ("to", to.as_str())];
            let text = model.texts.with("message-recalled", &values);
            model.announce(Tone::Good, text);
            case::reload(model)
        }
        Err(fault) => decide::failed(model, fault, true),
    }
}

/// Remembers the form of a decision that was made.
pub(super) fn remember(model: &mut Model, request: &DecisionRequest) {
    let text = request.comment.clone().unwrap_or_default();
    keep(model, Deed::Decided(request.kind), text, !request.asked.is_empty());
}

/// Remembers the reason with which a deviation was accepted.
pub(super) fn remember_reason(model: &mut Model, finding: FindingId, reason: &str) {
    keep(model, Deed::Accepted(finding), reason.to_owned(), false);
}

fn keep(model: &mut Model, deed: Deed, text: String, asks: bool) {
    let Some(open) = model.case.ready() else { return };
    let row = open.case.row();
    let applicant = row.applicant.clone().unwrap_or_default();
    model.last_form = Some(LastForm {
        deed,
        name: decide::case_name(open),
        text,
        language: language(open),
        asks,
        marks: vec![row.unit_name.clone(), row.unit.to_string(), row.reference.to_string(), applicant],
    });
}

/// The written language of the unit of a report.
fn language(open: &OpenCase) -> Option<Language> {
    open.report().map(|report| report.unit.language.value)
}

/// The same form of decision as the last one, on the open task. It fills in and opens; it decides nothing.
pub(super) fn repeat(model: &mut Model) -> Vec<Effect> {
    let Some(last) = model.last_form.clone() else { return say(model, "repeat-nothing", &[]) };
    let Some(open) = model.case.ready().filter(|open| open.is_open()) else { return decide::refuse_closed(model) };
    match last.deed.clone() {
        Deed::Decided(kind) if kind.of_task() != open.case.row().kind => say(model, "repeat-other-kind", &[]),
        Deed::Decided(kind) => repeat_decision(model, kind, &last),
        Deed::Accepted(finding) => repeat_acceptance(model, &finding, &last),
    }
}

fn repeat_decision(model: &mut Model, kind: DecisionKind, last: &LastForm) -> Vec<Effect> {
    let Some(open) = model.case.ready() else { return vec![] };
    let (blank, fits) = (open.draft.comment.trim().is_empty(), last.fits(language(open)));
    let deed = model.texts.of_family("cli-decision", &kind);
    let mut effects = vec![];
    let id = match (kind.needs_comment(), blank, fits) {
        (false, ..) => "repeat-decision",
        (true, false, _) => "repeat-own-text",
        (true, true, true) => {
            if let Some(open) = model.case.ready_mut() {
                open.draft.comment.clone_from(&last.text);
                open.draft.asked = Some(vec![]);
            }
            effects.extend(draft::touch(model));
            "repeat-same-text"
        }
        (true, true, false) => "repeat-misfit",
    };
    let before = model.message.at;
    effects.extend(decide::begin(model, kind));
    // A refusal, or a question for a reason, says more than what is repeated.
    let opened = matches!(model.dialog, Some(Dialog::Summary(_) | Dialog::Editor(_)));
    if opened || model.message.at == before {
        say(model, id, &[("deed", &deed), ("name", &last.name)]);
    }
    effects
}

fn repeat_acceptance(model: &mut Model, finding: &FindingId, last: &LastForm) -> Vec<Effect> {
    let place = model.case.ready().and_then(|open| {
        let findings = &open.review()?.findings;
        findings.iter().position(|other| other.rule == finding.rule && other.is_open())
    });
    let Some(place) = place else { return say(model, "repeat-no-finding", &[("rule", &finding.rule)]) };
    if let Some(open) = model.case.ready_mut() {
        open.finding = Some(place);
    }
    let effects = review::accept(model);
    let fits = last.fits(model.case.ready().and_then(language));
    if let Some(Dialog::Accept(accepting)) = &mut model.dialog {
        let blank = accepting.area.lines().iter().all(|line| line.trim().is_empty());
        if blank && fits {
            accepting.area = line_field(&last.text);
        }
    }
    say(model, "repeat-reason", &[("rule", &finding.rule), ("name", &last.name)]);
    effects
}

fn say(model: &mut Model, id: &str, values: &[(&str, &str)]) -> Vec<Effect> {
    let text = model.texts.with(id, values);
    model.announce(Tone::Plain, text);
    vec![]
}
