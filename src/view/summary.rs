//! The summary before Bekreft: what is about to be sent, to whom, on which version, and the three stages.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{
    access::{fact, fact_within},
    chrome, findings,
    pen::{Pen, width_of, wrap},
    theme::Role,
    together,
};
use crate::{
    api::{
        case::{AccessCase, Case, ReportCase},
        decide::{Continued, FourEyes},
    },
    app::model::{
        case::OpenCase,
        dialog::{Intent, Stage, Summary},
    },
    domain::{
        access::Applicant,
        decision::DecisionKind,
        finding::{AnswerOutcome, Severity},
        report::breaches,
        unit::ExtensionRule,
    },
    text::{clean, date, name, number, refusal::say_fault, wire_name},
};

/// The most lines for a fact that must stand there whole.
const MOST_LINES: u16 = 8;
/// How many lines the stages take.
const STAGES: u16 = 3;
/// How many lines the announcement and the keys take.
const FOOT: u16 = 2;
/// The most lines for what can be done afterwards.
const UNDO: u16 = 4;
/// Where the notes on the stages stand.
const NOTES: u16 = 30;
/// From how many characters on a line of a comment says something.
const TELLING: usize = 20;

/// Draws the summary.
pub(super) fn draw(pen: &mut Pen<'_>, summary: &Summary) -> Position {
    let Some(open) = pen.model.case.ready() else { return Position { x: 0, y: 0 } };
    let title = pen.say("summary-title");
    pen.put(1, 0, pen.width(), summary.reference.as_str(), Role::Title);
    let left = width_of(summary.reference.as_str()) + 2;
    if pen.width() > left + width_of(&title) {
        pen.put_right(left, 0, pen.width().saturating_sub(left + 1), &title, Role::Title);
    }
    chrome::demo_mark(pen, 1);
    let question = pen.say(&format!("summary-{}", intent_name(summary.intent)));
    let narrow = pen.model.size.is_narrow();
    let area = Rect { x: if narrow { 1 } else { 2 }, y: 2, width: pen.width().saturating_sub(4), height: 2 };
    let lines = pen.prose(area, &question, Role::Strong);
    let mut y = if narrow { 2 } else { 3 } + lines;
    for (id, value) in facts(pen, open, summary) {
        let label = pen.say(id);
        // Of what was written, and can be read elsewhere, a beginning is enough.
        y += if matches!(id, "summary-comment" | "summary-findings" | "summary-unseen") {
            beginning(pen, |pen| fact(pen, y, &label, &value))
        } else {
            fact_within(pen, (y, MOST_LINES), &label, &value)
        };
    }
    y = notices(pen, open, summary, y);
    // However long the facts are, the stages stand above the announcement and the keys.
    let lowest = pen.height().saturating_sub(5);
    pen.cut |= y > lowest;
    // Where there is little room the empty lines go first.
    let after = undo_lines(pen, summary) + STAGES + FOOT;
    let gap = u16::from(!narrow && y + after + 2 <= pen.height());
    let y = (y + gap).min(lowest);
    let cursor = stages(pen, open, summary, y);
    undo(pen, summary, y + STAGES + u16::from(y + after < pen.height()));
    chrome::foot(pen);
    cursor
}

/// Draws what may be cut.
fn beginning<T>(pen: &mut Pen<'_>, draw: impl FnOnce(&mut Pen<'_>) -> T) -> T {
    let cut = pen.cut;
    let drawn = draw(pen);
    pen.cut = cut;
    drawn
}

fn intent_name(intent: Intent) -> String {
    match intent {
        Intent::Decide(kind) => wire_name(&kind),
        Intent::Ask => "ask".to_owned(),
        Intent::Recall => "recall".to_owned(),
    }
}

type Facts = Vec<(&'static str, String)>;

fn facts(pen: &Pen<'_>, open: &OpenCase, summary: &Summary) -> Facts {
    let texts = pen.texts();
    let mut facts = match &open.case {
        Case::Report(report) => report_facts(pen, open, report, summary),
        Case::Access(case) => access_facts(pen, open, case, summary),
    };
    if let Some(comment) = &summary.request.comment {
        let letters = number::whole(i64::try_from(comment.chars().count()).unwrap_or(i64::MAX));
        let lines = i64::try_from(comment.lines().count()).unwrap_or(i64::MAX);
        let size = texts.count("summary-comment-lines", lines, &[("letters", &letters)]);
        // A greeting says nothing of what is asked: the first line of some length is shown.
        let says = |least: usize| comment.lines().find(|line| line.trim().chars().count() >= least);
        let first = says(TELLING).or_else(|| says(1)).unwrap_or_default();
        facts.push(("summary-comment", format!("{size}: «{first}»")));
    }
    facts.push(("summary-recipients", recipients(pen, open, summary)));
    facts.extend(together::holder_warning(pen.model, open.case.row()).map(|sentence| ("summary-holder", sentence)));
    let me = pen.model.me.as_ref().map(|me| me.person.as_str()).unwrap_or_default();
    let goes = |name: &str| texts.with("summary-draft-goes", &[("name", &clean::line(name))]);
    facts.extend(open.colleague(me).map(|name| ("summary-draft-of", goes(name))));
    facts.extend(four_eyes(pen, summary).map(|sentence| ("summary-four-eyes", sentence)));
    facts
}

/// Where the office asks for two persons: who has prepared it, or that a colleague must.
fn four_eyes(pen: &Pen<'_>, summary: &Summary) -> Option<String> {
    let Stage::Ready(Some(checked)) = &summary.stage else { return None };
    let eyes = checked.four_eyes.as_ref()?;
    Some(match (&eyes.prepared_by, eyes.prepared_at) {
        (Some(name), Some(at)) => {
            let (name, at) = (clean::line(name), date::short_moment(at));
            pen.texts().with("four-eyes-prepared", &[("name", &name), ("at", &at)])
        }
        _ => pen.say("four-eyes-waiting"),
    })
}

fn recipients(pen: &Pen<'_>, open: &OpenCase, summary: &Summary) -> String {
    match (&summary.stage, &open.case) {
        _ if summary.intent == Intent::Recall => pen.say("recall-recipient"),
        (Stage::Ready(Some(checked)), _) => checked.recipients.join(", "),
        (_, Case::Access(case)) if summary.intent == Intent::Ask => case.application.email.clone(),
        _ if summary.can_wait() => pen.say("summary-recipients-later"),
        (Stage::Failed { sent: false, .. }, _) => pen.say("summary-nobody"),
        _ => pen.say("summary-checking"),
    }
}

fn report_facts(pen: &Pen<'_>, open: &OpenCase, report: &ReportCase, summary: &Summary) -> Facts {
    let texts = pen.texts();
    let version = summary.version.to_string();
    let period =
        texts.with("summary-version", &[("period", &name::period(texts, &report.period)), ("version", &version)]);
    let mut facts =
        vec![("summary-unit", format!("{} ({})", report.unit.name, report.unit.no)), ("summary-period", period)];
    if summary.intent == Intent::Recall {
        return facts;
    }
    if summary.request.kind == DecisionKind::Approve {
        facts.push(("summary-extensions", extensions(pen, report, summary)));
    }
    facts.extend(finding_facts(pen, open, report, summary));
    let unseen = open.unseen(pen.texts().language());
    if unseen.is_empty() {
        let all = open.sections_to_see().count().to_string();
        facts.push(("summary-seen", texts.with("summary-all-seen", &[("all", &all)])));
    } else {
        facts.push(("summary-unseen", unseen.join(", ")));
    }
    facts
}

/// What the rules say, what was asked before, and what is asked now.
fn finding_facts(pen: &Pen<'_>, open: &OpenCase, report: &ReportCase, summary: &Summary) -> Facts {
    let texts = pen.texts();
    let mut facts = Vec::new();
    let accepted: Vec<String> = report
        .review
        .findings
        .iter()
        .filter(|finding| finding.severity >= Severity::Warning)
        .filter_map(|finding| Some(format!("{} «{}»", finding.rule, clean::line(&finding.accepted.as_ref()?.reason))))
        .collect();
    let open_ones = if report.review.is_clean() { String::new() } else { findings::count(texts, &report.review) };
    let parts: Vec<String> = [open_ones].into_iter().chain(accepted).filter(|part| !part.is_empty()).collect();
    let found = if parts.is_empty() { texts.say("summary-findings-none") } else { parts.join(", ") };
    facts.push(("summary-findings", found));
    let answers = &report.review.answers;
    if !answers.is_empty() {
        let unanswered = answers.iter().filter(|answer| answer.outcome == AnswerOutcome::Unanswered).count();
        let all = i64::try_from(answers.len()).unwrap_or(i64::MAX);
        let sentence = match unanswered {
            0 => texts.with_numbers("summary-answers-done", &[], &[("all", all)]),
            open => {
                let (open, all) = (open.to_string(), all.to_string());
                texts.with("summary-answers-open", &[("open", &open), ("all", &all)])
            }
        };
        facts.push(("summary-answers", sentence));
    }
    if summary.request.kind == DecisionKind::Return {
        let rules: Vec<&str> = summary.request.asked.iter().map(|asked| asked.finding.rule.as_str()).collect();
        let said = if rules.is_empty() { texts.say("summary-questions-none") } else { rules.join(", ") };
        facts.push(("summary-questions", said));
        if let Some(sentence) = super::editor::misfit(pen, open) {
            facts.push(("summary-language", sentence));
        }
    }
    facts
}

fn extensions(pen: &Pen<'_>, report: &ReportCase, summary: &Summary) -> String {
    let texts = pen.texts();
    let Some(count) = summary.request.extensions else {
        return texts.say(match report.unit.extension_rule {
            ExtensionRule::Forbidden => "summary-extensions-none",
            _ => "summary-extensions-not-given",
        });
    };
    let left = report.newest().and_then(|newest| breaches(&newest.values, count));
    let left = left.map_or_else(|| texts.say("value-none"), |left| number::whole(left.count.into()));
    texts.count("summary-extensions-value", i64::from(count), &[("breaches", &left)])
}

fn access_facts(pen: &Pen<'_>, open: &OpenCase, case: &AccessCase, summary: &Summary) -> Facts {
    let mut facts = vec![
        ("summary-applicant", format!("{} <{}>", case.application.name, case.application.email)),
        ("summary-unit", format!("{} ({})", case.unit.name, case.unit.no)),
    ];
    let role = open.role.or(case.suggested).filter(|_| summary.intent == Intent::Decide(DecisionKind::Grant));
    facts.extend(role.map(|role| ("summary-role", pen.texts().of_family("access-role", &role))));
    facts
}

/// What does not fit the suggestion, and what failed.
fn notices(pen: &mut Pen<'_>, open: &OpenCase, summary: &Summary, y: u16) -> u16 {
    let texts = pen.texts();
    let applicant = match &open.case {
        Case::Access(case) => Some(case.applicant),
        Case::Report(_) => None,
    };
    let id = match (summary.intent, applicant) {
        // What differs is said where it is confirmed.
        (Intent::Decide(DecisionKind::Grant), Some(Applicant::Colleague)) if open.role.is_some() => {
            return failure(pen, summary, y);
        }
        (Intent::Decide(DecisionKind::Grant), Some(Applicant::External)) => "grant-warning-external",
        (Intent::Decide(DecisionKind::Grant), Some(Applicant::Colleague)) => "grant-warning-colleague",
        (Intent::Decide(DecisionKind::Forward), Some(kind)) if kind != Applicant::External => "forward-warning",
        _ => return failure(pen, summary, y),
    };
    let lines = fact(pen, y, &texts.say("summary-notice"), &texts.say(id));
    failure(pen, summary, y + lines)
}

fn failure(pen: &mut Pen<'_>, summary: &Summary, y: u16) -> u16 {
    let Stage::Failed { fault, sent } = &summary.stage else { return y };
    let texts = pen.texts();
    let of_role = summary.stage.waits_for_role();
    let again = texts.say(match (sent, of_role) {
        (true, _) => "summary-again",
        (false, true) => "grant-role-again",
        (false, false) if summary.can_wait() => "summary-wait",
        (false, false) => "summary-check-again",
    });
    // Why it can wait is told below; here stands what that means.
    let (text, height) =
        if summary.can_wait() { (again, 5) } else { (format!("{} {again}", say_fault(texts, fault)), 3) };
    let area = Rect { x: 2, y: y + 1, width: pen.width().saturating_sub(4), height };
    let lines = beginning(pen, |pen| pen.prose(area, &text, Role::Danger));
    y + 1 + lines
}

/// The three stages; the cursor stands on the one that Enter is for.
fn stages(pen: &mut Pen<'_>, open: &OpenCase, summary: &Summary, y: u16) -> Position {
    let texts = pen.texts();
    let on_disk = || texts.say(if pen.model.disk_fails { "summary-only-here" } else { "summary-on-disk" });
    let saved = match open.draft.saved_at {
        _ if summary.intent == Intent::Recall => texts.say("recall-kept"),
        _ if open.save_fault.is_some() || open.beside.is_some() => on_disk(),
        Some(at) => date::clock(at),
        None if open.saving || open.draft.says_something() => on_disk(),
        None => texts.say("summary-nothing-typed"),
    };
    let checked = match &summary.stage {
        Stage::Ready(Some(checked)) => texts.with("summary-continue-done", &[("at", &date::clock(checked.at))]),
        Stage::Checking { .. } => texts.say("summary-checking"),
        stage if stage.waits_for_role() => texts.say("summary-role-waits"),
        Stage::Failed { sent: false, .. } => texts.say("summary-failed"),
        _ => String::new(),
    };
    let confirm = match &summary.stage {
        _ if summary.can_wait() => texts.say("summary-press-enter-wait"),
        Stage::Checking { confirmed: true, .. } => texts.say("summary-confirmed"),
        Stage::Checking { .. } | Stage::Failed { sent: false, .. } => String::new(),
        Stage::Ready(Some(Continued { four_eyes: Some(FourEyes { prepared_by: None, .. }), .. })) => {
            texts.say("four-eyes-waiting")
        }
        Stage::Ready(_) => texts.say("summary-press-enter"),
        Stage::Sending(_) => texts.say("summary-sending"),
        Stage::Failed { sent: true, .. } => texts.say("summary-failed"),
    };
    let continued = !matches!(summary.stage, Stage::Checking { .. } | Stage::Failed { sent: false, .. });
    let lines = [
        (true, "summary-save", saved, Role::Text),
        (continued, "summary-continue", checked, Role::Text),
        (false, "summary-confirm", confirm, Role::Strong),
    ];
    let indent = if pen.model.size.is_narrow() { 1 } else { 4 };
    for ((done, id, note, role), y) in lines.into_iter().zip(y..) {
        pen.clear_line(y);
        let mark = if done { "[x]" } else { "[ ]" };
        let name = texts.say(id);
        let end = pen.run(indent, y, &[(mark, Role::Text), (" ", Role::Text), (&name, role)]);
        let at = if pen.model.size.is_narrow() { end + 2 } else { NOTES };
        if pen.width() > at + width_of(&note) {
            pen.put(at, y, width_of(&note), &note, role);
        }
    }
    Position { x: indent + 1, y: y + 2 }
}

/// What can be done after Bekreft, if anything can be confirmed.
fn undo_sentence(pen: &Pen<'_>, summary: &Summary) -> Option<String> {
    if matches!(summary.stage, Stage::Failed { sent: false, .. }) {
        return None;
    }
    let texts = pen.texts();
    Some(match summary.intent {
        Intent::Ask => texts.say("summary-ask-at-once"),
        Intent::Recall => texts.say("summary-recall-at-once"),
        Intent::Decide(_) => {
            let seconds = pen.model.me.as_ref().map_or(0, |me| me.undo_seconds);
            texts.count("summary-undo", i64::from(seconds), &[])
        }
    })
}

/// How many lines that takes.
fn undo_lines(pen: &Pen<'_>, summary: &Summary) -> u16 {
    let width = usize::from(pen.width().saturating_sub(4));
    let lines = undo_sentence(pen, summary).map_or(0, |sentence| wrap(&sentence, width).len());
    u16::try_from(lines).unwrap_or(u16::MAX)
}

fn undo(pen: &mut Pen<'_>, summary: &Summary, y: u16) {
    let Some(sentence) = undo_sentence(pen, summary) else { return };
    let height = pen.height().saturating_sub(y + FOOT).min(UNDO);
    let area = Rect { x: 2, y, width: pen.width().saturating_sub(4), height };
    pen.prose(area, &sentence, Role::Text);
}
