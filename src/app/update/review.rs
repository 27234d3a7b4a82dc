//! Findings: going from one to the next, accepting one with a reason, and the suggested comment.
//! Imports `domain` and `api`.

use tui_textarea::CursorMove;

use super::{case, deadline, decide, draft, list, show};
use crate::{
    api::{
        fault::Fault,
        review::{AcceptAnswer, AcceptRequest},
    },
    app::{
        effect::{Effect, ListKind, Ticket},
        model::{
            Model, Tone,
            case::OpenCase,
            dialog::{Accepting, Dialog, Editor, Page, line_field, prose_field, text_of},
        },
    },
    checks::identity,
    domain::{
        decision::DecisionKind,
        finding::{Finding, Severity, accept_says},
        letter::Letter,
    },
    text::{refusal::say, refusal::say_fault},
};

/// Goes to the next finding: the open ones first, then the others.
pub(super) fn next(model: &mut Model) -> Vec<Effect> {
    let none = model.texts.say("message-no-findings");
    let page = model.size.point_rows();
    let Some(open) = model.case.ready_mut().filter(|open| open.report().is_some()) else { return vec![] };
    let Some(at) = open.next_finding() else {
        model.announce(Tone::Good, none);
        return vec![];
    };
    if open.changes_only {
        open.changes_only = false;
        open.lay_out();
    }
    open.finding = Some(at);
    let row = open.shown_finding().and_then(|finding| open.row_of_finding(finding));
    if let Some(row) = row {
        open.cursor = row;
        // The points it is compared with stand around it, most of them below.
        open.top = row.saturating_sub(page / 3);
    }
    case::keep_cursor_visible(model);
    vec![]
}

/// Shows all findings, what was followed and what could not be tried.
pub(super) fn all(model: &mut Model) -> Vec<Effect> {
    let of_report = model.case.ready().is_some_and(|open| open.report().is_some());
    if of_report { show(model, Dialog::Findings(Page::default())) } else { vec![] }
}

/// Godta avvik: asks for the reason why the finding that is shown is no mistake.
pub(super) fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(open) = model.case.ready().filter(|open| open.is_open()) else { return decide::refuse_closed(model) };
    let finding = open.shown_finding().filter(|finding| finding.severity != Severity::Fatal);
    if let Some(accepting) = finding.map(|finding| accepting(model, finding, false)) {
        return show(model, Dialog::Accept(Box::new(accepting)));
    }
    let text = model.texts.say("message-nothing-to-accept");
    model.announce(Tone::Warning, text);
    vec![]
}

/// Before an approval: asks for the reason of the first error that nobody has accepted. Tells whether there is one.
pub(super) fn ask_for_reason(model: &mut Model) -> bool {
    let Some(open) = model.case.ready() else { return false };
    let Some(finding) = open.first_open_error() else { return false };
    let accepting = accepting(model, finding, true);
    go_to(model, &accepting);
    model.dialog = Some(Dialog::Accept(Box::new(accepting)));
    true
}

fn accepting(model: &Model, finding: &Finding, approving: bool) -> Accepting {
    let begun = model.begun_reason(&finding.id());
    let accepted = finding.accepted.as_ref().map(|accepted| accepted.reason.as_str());
    let known = begun.or(accepted).unwrap_or_default();
    Accepting { finding: finding.id(), area: line_field(known), approving, sent: None }
}

/// Puts the cursor on the point of the finding that is about to be accepted.
fn go_to(model: &mut Model, accepting: &Accepting) {
    if let Some(open) = model.case.ready_mut() {
        let review = open.review();
        open.finding =
            review.and_then(|review| review.findings.iter().position(|finding| finding.id() == accepting.finding));
        let row = open.shown_finding().and_then(|finding| open.row_of_finding(finding));
        open.cursor = row.unwrap_or(open.cursor);
    }
    case::keep_cursor_visible(model);
}

/// The reason is done: it is sent, unless it says nothing or holds an identity number.
pub(super) fn reason_done(model: &mut Model) -> Vec<Effect> {
    let ticket = model.ticket();
    let Some(open) = model.case.ready() else { return vec![] };
    let (reference, version) = (open.case.reference().clone(), open.case.row().version);
    let Some(Dialog::Accept(accepting)) = &mut model.dialog else { return vec![] };
    if accepting.sent.is_some() {
        return vec![];
    }
    let reason = text_of(&accepting.area).trim().to_owned();
    let known = open.finding_with(&accepting.finding).is_some_and(|finding| finding.accepted.is_some());
    let says_nothing = !accept_says(&reason);
    if says_nothing && (accepting.approving || !known || !reason.is_empty()) {
        let text = model.texts.say("message-reason-missing");
        model.announce(Tone::Warning, text);
        return vec![];
    }
    if let Some(refusal) = identity::refusal(&reason) {
        let text = say(&model.texts, &refusal);
        model.announce(Tone::Bad, text);
        return vec![];
    }
    accepting.sent = Some(ticket);
    let request = AcceptRequest { finding: accepting.finding.clone(), reason };
    vec![Effect::Accept(ticket, reference, version, request)]
}

/// Back from the reason: nothing is accepted, and what was typed is there when one comes again.
pub(super) fn leave_reason(model: &mut Model) -> Vec<Effect> {
    if let Some(Dialog::Accept(accepting)) = model.dialog.take() {
        model.begin_reason(accepting.finding, Some(text_of(&accepting.area)));
    }
    vec![]
}

/// A deviation was accepted, or not. Before an approval the next error asks for its reason, and then the summary comes.
pub(super) fn accepted(model: &mut Model, ticket: Ticket, answer: Result<AcceptAnswer, Fault>) -> Vec<Effect> {
    let waiting = match &mut model.dialog {
        Some(Dialog::Accept(accepting)) if accepting.sent == Some(ticket) => accepting,
        _ => return vec![],
    };
    let approving = waiting.approving;
    match answer {
        Ok(answer) => {
            model.dialog = None;
            let rule = answer.finding.rule.clone();
            let id = if answer.accepted.is_some() { "message-accepted" } else { "message-unaccepted" };
            let text = model.texts.with(id, &[("rule", &rule)]);
            model.announce(Tone::Good, text);
            if let Some(open) = model.case.ready_mut() {
                mark(open, &answer);
            }
            model.begin_reason(answer.finding.clone(), None);
            if let Some(accepted) = &answer.accepted {
                deadline::remember_reason(model, answer.finding.clone(), &accepted.reason);
            }
            let mut effects = case::reload(model);
            effects.extend(list::fetch(model, ListKind::Queue));
            if approving {
                effects.extend(decide::begin(model, DecisionKind::Approve));
            }
            effects
        }
        Err(fault) => {
            waiting.sent = None;
            let text = say_fault(&model.texts, &fault);
            model.announce(Tone::Bad, text);
            vec![]
        }
    }
}

/// Puts an acceptance on its finding, until the case has been fetched again.
fn mark(open: &mut OpenCase, answer: &AcceptAnswer) {
    let crate::api::case::Case::Report(report) = &mut open.case else { return };
    for finding in &mut report.review.findings {
        if finding.id() == answer.finding {
            finding.accepted.clone_from(&answer.accepted);
        }
    }
}

/// The suggested comment takes the place of an empty one, and its findings are what the return asks about.
pub(super) fn suggest_if_empty(model: &mut Model) -> Vec<Effect> {
    let Some(open) = model.case.ready_mut().filter(|open| open.draft.comment.trim().is_empty()) else { return vec![] };
    let Some(report) = open.report() else { return vec![] };
    let usual = report.letter.usual(&report.review);
    if usual.is_empty() {
        return vec![];
    }
    let text = report.letter.compose(&usual);
    let asked = usual.iter().filter_map(|at| report.review.findings.get(*at)).map(Finding::id).collect();
    open.draft.comment = text;
    open.draft.asked = Some(asked);
    draft::touch(model)
}

/// Puts the next finding that has something to ask into the comment, where the caret is.
pub(super) fn insert_finding(model: &mut Model) -> Vec<Effect> {
    let chosen = model.case.ready().and_then(|open| {
        let (at, report) = (open.next_to_ask()?, open.report()?);
        let item = report.letter.items.get(at)?.clone();
        Some((item, report.review.findings.get(at)?.id(), open.chosen(), report.review.findings.clone()))
    });
    let Some((item, id, before, findings)) = chosen else {
        let text = model.texts.say("message-no-more-findings");
        model.announce(Tone::Plain, text);
        return vec![];
    };
    let Some(open) = model.case.ready_mut() else { return vec![] };
    let text = with_item(open, &before, &item);
    let Some(Dialog::Editor(editor)) = &mut model.dialog else { return vec![] };
    editor.area = prose_field(&text);
    let asked = before.into_iter().filter_map(|at| findings.get(at)).map(Finding::id);
    open.draft.asked = Some(asked.chain([id]).collect());
    open.draft.comment = text;
    draft::touch(model)
}

/// The comment with one more question: the next number, before the words that end the letter. An empty comment becomes a
/// whole letter.
fn with_item(open: &OpenCase, before: &[usize], item: &str) -> String {
    let comment = &open.draft.comment;
    let Some(report) = open.report() else { return comment.clone() };
    let letter = &report.letter;
    if comment.trim().is_empty() {
        return Letter { items: vec![item.to_owned()], ..letter.clone() }.compose(&[0]);
    }
    let line = format!("{}. {item}", before.len() + 1);
    match comment.split_once(letter.tail.as_str()).filter(|_| !letter.tail.is_empty()) {
        Some((above, below)) => format!("{}\n{line}\n\n{}{below}", above.trim_end(), letter.tail),
        None => format!("{}\n\n{line}", comment.trim_end()),
    }
}

/// Puts the suggested comment in the place of one's own; once more brings one's own back.
pub(super) fn suggest(model: &mut Model) -> Vec<Effect> {
    let Some(report) = model.case.ready().and_then(OpenCase::report) else { return vec![] };
    let suggested = report.letter.compose(&report.letter.usual(&report.review));
    let Some(Dialog::Editor(editor)) = &mut model.dialog else { return vec![] };
    if suggested.is_empty() && editor.own.is_none() {
        return vec![];
    }
    // The two texts change places; what was typed in either of them stays in it.
    let now = text_of(&editor.area);
    let text = editor.own.replace(now).unwrap_or(suggested);
    let Editor { area, .. } = editor.as_mut();
    *area = prose_field(&text);
    area.move_cursor(CursorMove::Jump(0, 0));
    let Some(open) = model.case.ready_mut() else { return vec![] };
    open.draft.comment = text;
    open.draft.asked = None;
    draft::touch(model)
}
