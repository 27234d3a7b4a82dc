//! Deciding: the three stages Lagre, Fortsett arbeidsflyt and Bekreft.
//! Imports `domain` and `api`.

use jiff::{SignedDuration, Timestamp};
use tui_textarea::CursorMove;

use super::{case, deadline, draft, list, portal, review, waiting};
use crate::{
    api::{
        decide::{AskRequest, Asked, Continued, Decided, DecisionRequest},
        fault::{Fault, FaultKind},
        overview::RecallRequest,
    },
    app::{
        effect::{Effect, ListKind, Ticket},
        model::{
            Model, Screen, Tone, Undo, Undoable,
            case::OpenCase,
            dialog::{Dialog, Editor, Intent, Stage, Summary, prose_field},
        },
    },
    checks::identity,
    domain::{
        decision::{Comment, DecisionKind},
        refusal::Refusal,
        report::{self, Reference},
    },
    text::{
        clean, date,
        refusal::{say, say_fault},
    },
};

/// An Enter that comes sooner than this after the summary opened does not confirm.
pub(super) const TOO_SOON: SignedDuration = SignedDuration::from_millis(250);
/// How long nobody must have pressed it after one that came too soon: longer than a held key waits before it repeats itself.
const QUIET: SignedDuration = SignedDuration::from_millis(800);

/// Begins a decision: the comment first where one is needed, else the summary.
pub(super) fn begin(model: &mut Model, kind: DecisionKind) -> Vec<Effect> {
    let Some(open) = model.case.ready().filter(|open| open.is_open()) else { return refuse_closed(model) };
    if open.case.row().kind != kind.of_task() {
        return vec![];
    }
    if model.waits(open.case.reference()).is_some() {
        return refuse(model, "message-waits-already");
    }
    // As long as it is not known who asks, the backend alone judges.
    if model.me.as_ref().is_some_and(|me| !me.role.decides()) {
        return refuse(model, "message-only-reviewers");
    }
    if kind.needs_comment() {
        return edit(model, Intent::Decide(kind));
    }
    if kind == DecisionKind::Grant
        && let Some(effects) = portal::before_grant(model)
    {
        return effects;
    }
    let Some(open) = model.case.ready() else { return vec![] };
    if kind == DecisionKind::Approve {
        if let Err(refusal) = count_of(open) {
            let text = say(&model.texts, &refusal);
            model.announce(Tone::Bad, text);
            return vec![];
        }
        if review::ask_for_reason(model) {
            return vec![];
        }
        let Some(open) = model.case.ready() else { return vec![] };
        if model.options.require_seen && !open.unseen(model.texts.language()).is_empty() {
            let unseen = open.unseen(model.texts.language()).join(", ");
            let text = model.texts.with("message-unseen", &[("parts", &unseen)]);
            model.announce(Tone::Bad, text);
            return vec![];
        }
    }
    summarise(model, Intent::Decide(kind))
}

/// Begins a question to an applicant.
pub(super) fn begin_question(model: &mut Model) -> Vec<Effect> {
    let open = model.case.ready().is_some_and(|open| open.is_open() && open.report().is_none());
    if open { edit(model, Intent::Ask) } else { vec![] }
}

/// The extension count as it will be sent, judged by the rule of the unit.
fn count_of(open: &OpenCase) -> Result<Option<u32>, Refusal> {
    let typed = open.draft.extensions.trim();
    let count = if typed.is_empty() { None } else { Some(report::parse_extensions(typed)?) };
    let Some((report, newest)) = open.report().and_then(|report| Some((report, report.newest()?))) else {
        return Ok(count);
    };
    report::check_extensions(report.unit.extension_rule, &newest.values, count)?;
    Ok(count)
}

/// Opens the editor of a decision's words.
pub(super) fn edit(model: &mut Model, intent: Intent) -> Vec<Effect> {
    let effects = match intent {
        Intent::Decide(DecisionKind::Return) => review::suggest_if_empty(model),
        _ => vec![],
    };
    if let Some(open) = model.case.ready_mut() {
        open.heed_comment(&model.guides);
    }
    let text = model.case.ready().map_or("", |open| open.draft.comment.as_str());
    let mut area = prose_field(text);
    if !effects.is_empty() {
        // A text that was suggested just now is read from its beginning.
        area.move_cursor(CursorMove::Jump(0, 0));
    }
    let editor = Editor { intent, area, own: None };
    model.dialog = Some(Dialog::Editor(Box::new(editor)));
    effects
}

/// The comment is done: on to the summary, or a word on why not.
pub(super) fn comment_done(model: &mut Model, intent: Intent) -> Vec<Effect> {
    model.dialog = None;
    let recall = deadline::recall_text(model);
    let text = match intent {
        Intent::Recall => recall.as_str(),
        _ => model.case.ready().map_or("", |open| open.draft.comment.as_str()),
    };
    if let Err(mut refusal) = Comment::new(text) {
        if intent == Intent::Decide(DecisionKind::Grant) && refusal == Refusal::BlankComment {
            refusal = Refusal::RoleReason;
        }
        let text = say(&model.texts, &refusal);
        model.announce(Tone::Bad, text);
        return draft::save(model);
    }
    if let Some(refusal) = identity::refusal(text) {
        // Back to the text: nothing with such a number in it may leave.
        let text = say(&model.texts, &refusal);
        model.announce(Tone::Bad, text);
        let mut effects = draft::save(model);
        effects.extend(if intent == Intent::Recall { deadline::edit_recall(model) } else { edit(model, intent) });
        return effects;
    }
    summarise(model, intent)
}

/// Fortsett arbeidsflyt: the draft is saved, the backend checks, and the summary says what is about to be sent.
pub(super) fn summarise(model: &mut Model, intent: Intent) -> Vec<Effect> {
    let mut effects = draft::save(model);
    let ticket = model.ticket();
    let (key, opened_at) = (model.key, model.now);
    let Some(open) = model.case.ready() else { return effects };
    let request = request(open, intent, model.recalls.get(open.case.reference()));
    let (reference, version) = (open.case.reference().clone(), open.case.row().version);
    let stage = match intent {
        Intent::Ask | Intent::Recall => Stage::Ready(None),
        Intent::Decide(_) if let Some(fault) = portal::unconfirmed(open, &request) => {
            Stage::Failed { fault, sent: false }
        }
        Intent::Decide(_) => {
            effects.push(Effect::Continue(ticket, reference.clone(), version, request.clone()));
            Stage::Checking { ticket, confirmed: false }
        }
    };
    effects.push(Effect::MakeKey);
    let place = model.queue.position(&reference);
    let next = place.and_then(|place| model.queue.row(place + 1)).map(|row| row.reference.clone());
    let summary = Summary { intent, reference, version, request, key, opened_at, next, stage, doubt: false };
    model.dialog = Some(Dialog::Summary(Box::new(summary)));
    effects
}

fn request(open: &OpenCase, intent: Intent, recall: Option<&String>) -> DecisionRequest {
    let kind = match intent {
        Intent::Decide(kind) => kind,
        Intent::Ask | Intent::Recall => DecisionKind::Reject,
    };
    let words = recall.filter(|_| intent == Intent::Recall).unwrap_or(&open.draft.comment);
    let comment = words.trim_end();
    let says_why = (kind.needs_comment() || portal::needs_reason(open, kind)) && !comment.is_empty();
    DecisionRequest {
        kind,
        extensions: count_of(open).ok().flatten().filter(|_| kind == DecisionKind::Approve),
        comment: says_why.then(|| comment.to_owned()),
        asked: if kind == DecisionKind::Return { open.questions() } else { Vec::new() },
        role: open.role.filter(|_| kind == DecisionKind::Grant),
        confirm_role: open.role_confirmed && kind == DecisionKind::Grant,
    }
}

/// Says why nothing can be confirmed now, if so: what would be sent does not stand on the screen whole, or has only just come.
pub(super) fn is_unread(model: &mut Model, since: Option<Timestamp>, at: Timestamp) -> bool {
    let text = if model.cut || !model.size.shows_summary() {
        model.texts.say("message-summary-hidden")
    } else if since.is_some_and(|since| at < since + TOO_SOON) {
        wait_longer(model, at);
        model.texts.say("message-too-soon")
    } else {
        return false;
    };
    model.announce(Tone::Warning, text);
    true
}

/// After an Enter that came too soon the next one counts only when nobody has pressed it for a while: a key that is held down
/// confirms nothing.
fn wait_longer(model: &mut Model, at: Timestamp) {
    let since = at + (QUIET - TOO_SOON);
    match &mut model.dialog {
        Some(Dialog::Summary(summary)) => summary.opened_at = since,
        Some(Dialog::Notice(summary)) => summary.opened_at = since,
        Some(Dialog::Removal(form)) => form.summary = Some(since),
        Some(Dialog::Application(form)) => form.ready = Some(since),
        _ => {}
    }
}

/// Bekreft: the decision is sent, once, and not by an Enter that was meant for something else.
pub(super) fn confirm(model: &mut Model, at: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Summary(summary)) = &model.dialog else { return vec![] };
    if is_unread(model, Some(summary.opened_at), at) {
        return vec![];
    }
    let Some(Dialog::Summary(summary)) = &mut model.dialog else { return vec![] };
    if summary.can_wait() {
        return waiting::defer(model);
    }
    match &mut summary.stage {
        Stage::Checking { confirmed, .. } => {
            *confirmed = true;
            vec![]
        }
        Stage::Ready(Some(checked)) if needs_colleague(checked) => wait_for_colleague(model),
        Stage::Ready(_) | Stage::Failed { sent: true, .. } => send(model),
        Stage::Sending(_) | Stage::Failed { .. } => vec![],
    }
}

/// True when a colleague must prepare, or confirm, the same approval.
fn needs_colleague(checked: &Continued) -> bool {
    checked.four_eyes.as_ref().is_some_and(|eyes| eyes.prepared_by.is_none())
}

/// The approval is prepared; that is all one person can do.
fn wait_for_colleague(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    let text = model.texts.say("message-needs-colleague");
    model.announce(Tone::Warning, text);
    vec![]
}

fn send(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(Dialog::Summary(summary)) = &mut model.dialog else { return vec![] };
    summary.stage = Stage::Sending(ticket);
    let reference = summary.reference.clone();
    match summary.intent {
        Intent::Decide(_) => {
            vec![Effect::Decide(ticket, reference, summary.version, summary.key, summary.request.clone())]
        }
        Intent::Ask => {
            let comment = summary.request.comment.clone().unwrap_or_default();
            vec![Effect::Ask(ticket, reference, summary.key, AskRequest { comment })]
        }
        Intent::Recall => {
            let comment = summary.request.comment.clone().unwrap_or_default();
            vec![Effect::Recall(ticket, reference, RecallRequest { comment })]
        }
    }
}

/// The same again with the same key, after a failure.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Summary(summary)) = &model.dialog else { return vec![] };
    match (&summary.stage, summary.intent) {
        (Stage::Failed { sent: true, .. }, _) => send(model),
        (Stage::Failed { sent: false, .. }, intent) => summarise(model, intent),
        _ => vec![],
    }
}

/// The check of a decision has come back.
pub(super) fn continued(model: &mut Model, ticket: Ticket, answer: Result<Continued, Fault>) -> Vec<Effect> {
    let Some(Dialog::Summary(summary)) = &mut model.dialog else { return vec![] };
    let Stage::Checking { ticket: expected, confirmed } = summary.stage else { return vec![] };
    if expected != ticket {
        return vec![];
    }
    match answer {
        Ok(checked) => {
            let waits = needs_colleague(&checked);
            summary.stage = Stage::Ready(Some(checked));
            match confirmed {
                true if waits => wait_for_colleague(model),
                true => send(model),
                false => vec![],
            }
        }
        Err(fault) => failed(model, fault, false),
    }
}

/// A decision has been made, or not.
pub(super) fn decided(model: &mut Model, ticket: Ticket, answer: Result<Decided, Fault>) -> Vec<Effect> {
    if !is_sending(model, ticket) {
        return vec![];
    }
    match answer {
        Ok(decided) => done(model, &decided),
        Err(fault) => failed(model, fault, true),
    }
}

/// A question is on its way, or not.
pub(super) fn asked(model: &mut Model, ticket: Ticket, answer: Result<Asked, Fault>) -> Vec<Effect> {
    if !is_sending(model, ticket) {
        return vec![];
    }
    match answer {
        Ok(asked) => {
            model.dialog = None;
            let text = model.texts.with("message-asked", &[("reference", asked.reference.as_str())]);
            model.announce(Tone::Good, text);
            case::reload(model)
        }
        Err(fault) => failed(model, fault, true),
    }
}

pub(super) fn is_sending(model: &Model, ticket: Ticket) -> bool {
    matches!(&model.dialog, Some(Dialog::Summary(summary)) if summary.stage == Stage::Sending(ticket))
}

fn done(model: &mut Model, decided: &Decided) -> Vec<Effect> {
    let next = match model.dialog.take() {
        Some(Dialog::Summary(summary)) => {
            deadline::remember(model, &summary.request);
            summary.next
        }
        _ => None,
    };
    model.now = model.now.max(decided.at);
    let name = model.case.ready().map(case_name).unwrap_or_default();
    if let Some(open) = model.case.ready_mut() {
        (open.unsaved_since, open.beside) = (None, None);
    }
    announce_decided(model, decided, &name);
    let from = model.current_list();
    if model.options.auto_advance && from == ListKind::Queue {
        return advance(model, next);
    }
    to_list(model, from)
}

fn announce_decided(model: &mut Model, decided: &Decided, name: &str) {
    let outcome = model.texts.of_family("outcome", &decided.state);
    let until = date::clock(decided.undo_until);
    let values = [("name", name), ("outcome", outcome.as_str()), ("until", until.as_str())];
    model.reasons.retain(|(of, ..)| *of != decided.reference);
    let windowed = decided.undo_until > model.now;
    let id = match (windowed, decided.undo_until > decided.at) {
        (true, _) => "message-decided",
        // The answer was so long on its way that nothing can be taken back any more.
        (false, true) => "message-decided-over",
        (false, false) => "message-decided-sent",
    };
    let text = model.texts.with(id, &values);
    model.announce(Tone::Good, text);
    if windowed {
        model.message.stays_until = Some(decided.undo_until);
        let (reference, name) = (decided.reference.clone(), name.to_owned());
        model.undoable.push(Undoable { what: Undo::Case(reference), name, until: decided.undo_until });
    }
}

/// What a case is called in messages: the unit, or the applicant.
pub(super) fn case_name(open: &OpenCase) -> String {
    let row = open.case.row();
    clean::line(row.applicant.as_deref().unwrap_or(&row.unit_name))
}

/// Goes on to the task that stood next when the decision was sent, or back to the queue after the last one.
///
/// The queue itself may have heard of the decision already, and have closed the gap: its places cannot be counted on.
pub(super) fn advance(model: &mut Model, next: Option<Reference>) -> Vec<Effect> {
    let Some(next) = next else { return to_list(model, ListKind::Queue) };
    model.queue.follow = Some(next.clone());
    let mut effects = list::fetch(model, ListKind::Queue);
    effects.extend(case::open(model, ListKind::Queue, next));
    effects
}

pub(super) fn to_list(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    model.screen = if kind == ListKind::Queue { Screen::Queue } else { Screen::Archive };
    model.case = super::CaseState::None;
    list::fetch(model, kind)
}

pub(super) fn failed(model: &mut Model, fault: Fault, sent: bool) -> Vec<Effect> {
    let text = say_fault(&model.texts, &fault);
    model.announce(Tone::Bad, text);
    if matches!(fault.kind, FaultKind::VersionChanged | FaultKind::AlreadyDecided) {
        model.dialog = None;
        let mut effects = case::reload(model);
        effects.extend(list::fetch(model, ListKind::Queue));
        return effects;
    }
    let now = model.now;
    if let Some(Dialog::Summary(summary)) = &mut model.dialog {
        // What Enter does now was not on the screen before.
        summary.opened_at = now;
        summary.doubt = sent && fault.may_be_stored(summary.doubt);
        summary.stage = Stage::Failed { fault, sent };
    }
    vec![]
}

/// Says that a solved case takes no more decisions.
pub(super) fn refuse_closed(model: &mut Model) -> Vec<Effect> {
    if model.case.ready().is_some() { refuse(model, "message-case-closed") } else { vec![] }
}

pub(super) fn refuse(model: &mut Model, id: &str) -> Vec<Effect> {
    let text = model.texts.say(id);
    model.announce(Tone::Warning, text);
    vec![]
}
