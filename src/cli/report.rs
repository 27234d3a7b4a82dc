//! A report as plain text: its figures beside earlier ones, remarks, rule for the extension count, and timeline.
//! Imports `api`, `domain` and `text`.

use super::table::Table;
use crate::{
    api::case::{Decision, DeliveryView, Draft, Event, ReportCase},
    domain::{event::EventKind, form::Point},
    text::{Texts, clean, date, delivery, name, number, receipt},
};

/// How many earlier periods stand beside the figures.
const EARLIER: usize = 2;

/// A report in full.
pub(super) fn lines(texts: &Texts, case: &ReportCase) -> Vec<String> {
    let mut lines = head(texts, case);
    lines.push(String::new());
    lines.extend(figures(texts, case).lines());
    lines.extend(remarks(texts, case));
    lines.push(String::new());
    lines.extend(draft(texts, case.draft.as_ref()));
    lines.extend(decisions(texts, &case.decisions));
    let of_decisions = case.decisions.iter().flat_map(|made| &made.deliveries);
    lines.extend(deliveries(texts, of_decisions.chain(&case.deliveries)));
    lines.extend(timeline(texts, &case.events));
    lines
}

fn head(texts: &Texts, case: &ReportCase) -> Vec<String> {
    let row = &case.row;
    let mut table = Table::plain();
    let mut fact = |id: &str, value: String| table.push(vec![texts.say(&format!("cli-fact-{id}")), value]);
    fact("reference", clean::line(row.reference.as_str()));
    fact("unit", clean::line(&format!("{} {}", case.unit.no.as_str(), case.unit.name)));
    fact("period", clean::line(&name::period_long(texts, &case.period)));
    fact("state", texts.of_family("cli-state", &row.state));
    if let Some(newest) = case.newest() {
        fact("version", format!("{}, {}", newest.version, date::moment(newest.received_at)));
        if let Some(at) = newest.generated_at {
            fact("source", texts.with("source-register", &[("at", &date::moment(at))]));
        }
        let sender = &newest.submitter;
        fact("submitter", clean::line(&format!("{}, {}, {}", sender.name, sender.email, sender.phone)));
    }
    let assumed = if case.period.assumed { texts.say("cli-assumed") } else { String::new() };
    fact("deadline", format!("{} {assumed}", date::day(case.period.office_deadline)).trim().to_owned());
    fact("channel", texts.of_family("cli-channel", &case.unit.channel.value));
    let why = case.unit.extension_why.as_deref().map(clean::line).unwrap_or_default();
    let rule = texts.of_family("cli-extensions", &case.unit.extension_rule);
    fact("extensions", format!("{rule} {why}").trim().to_owned());
    table.lines()
}

fn figures(texts: &Texts, case: &ReportCase) -> Table {
    let earlier: Vec<_> = case.earlier.iter().take(EARLIER).collect();
    let mut head = vec![texts.say("cli-column-point"), texts.say("cli-column-label"), case.period.id.to_string()];
    head.extend(earlier.iter().map(|earlier| clean::line(earlier.period.as_str())));
    let mut table = Table::new(head);
    let figure = |value: Option<Option<u32>>| match value {
        Some(Some(figure)) => number::whole(i64::from(figure)),
        // Empty is not zero.
        Some(None) => "–".to_owned(),
        None => String::new(),
    };
    let asked = |point: &&Point| case.newest().is_some_and(|newest| newest.values.contains_key(&point.key));
    for point in case.form.points().filter(asked) {
        let mut row = vec![clean::line(&point.code), clean::line(&point.short)];
        row.push(figure(case.newest().and_then(|newest| newest.values.get(&point.key).copied())));
        row.extend(earlier.iter().map(|earlier| figure(earlier.values.get(&point.key).copied())));
        table.push(row);
    }
    table
}

fn remarks(texts: &Texts, case: &ReportCase) -> Vec<String> {
    let Some(newest) = case.newest().filter(|newest| !newest.remarks.is_empty()) else { return Vec::new() };
    let code = |key: &str| case.form.point(key).map_or_else(|| clean::line(key), |point| clean::line(&point.code));
    let remark = |(key, text): (&String, &String)| format!("  {}: {}", code(key), clean::line(text));
    let heading = [String::new(), texts.say("cli-remarks")];
    heading.into_iter().chain(newest.remarks.iter().map(remark)).collect()
}

/// The draft, with whose it is.
pub(super) fn draft(texts: &Texts, draft: Option<&Draft>) -> Vec<String> {
    let Some(draft) = draft else { return Vec::new() };
    let name = clean::line(&draft.name);
    let at = draft.saved_at.map(date::moment).unwrap_or_default();
    let mut lines = vec![texts.with("cli-draft", &[("name", &name), ("at", &at)])];
    if !draft.extensions.is_empty() {
        lines.push(format!("  7A: {}", clean::line(&draft.extensions)));
    }
    lines.extend(quoted(&draft.comment));
    lines
}

/// The decisions, oldest first.
pub(super) fn decisions(texts: &Texts, decisions: &[Decision]) -> Vec<String> {
    let mut lines = Vec::new();
    for decision in decisions {
        let kind = texts.of_family("cli-decision", &decision.kind);
        let (name, at) = (clean::line(&decision.name), date::moment(decision.at));
        let version = decision.version.to_string();
        let id = if decision.undone_at.is_some() { "cli-decision-undone" } else { "cli-decision-line" };
        lines.push(texts.with(id, &[("kind", &kind), ("name", &name), ("at", &at), ("version", &version)]));
        lines.extend(decision.extensions.map(|count| format!("  7A: {count}")));
        lines.extend(decision.comment.iter().flat_map(|comment| quoted(comment)));
        lines.extend(
            decision.receipt.iter().flat_map(|made| receipt::lines(texts, made)).map(|line| format!("  {line}")),
        );
    }
    lines
}

/// What was sent, and where it stands.
pub(super) fn deliveries<'a>(texts: &Texts, deliveries: impl Iterator<Item = &'a DeliveryView>) -> Vec<String> {
    let mut lines = Vec::new();
    for delivery in deliveries {
        let said = delivery::say(texts, delivery);
        lines.extend(
            said.into_iter()
                .enumerate()
                .map(|(place, line)| format!("{}{line}", if place == 0 { "  " } else { "    " })),
        );
    }
    let heading = (!lines.is_empty()).then(|| texts.say("deliveries-title"));
    heading.into_iter().chain(lines).collect()
}

/// The timeline, oldest first.
pub(super) fn timeline(texts: &Texts, events: &[Event]) -> Vec<String> {
    let mut table = Table::plain();
    for event in events {
        let kind = texts.of_family("cli-event", &event.kind);
        let decision = event.decision.map(|kind| texts.of_family("cli-decision", &kind));
        let moved = event.text.as_deref().filter(|_| event.kind == EventKind::DeadlineMoved).map(clean::line);
        let what = decision.or(moved).map_or_else(|| kind.clone(), |more| format!("{kind}: {more}"));
        table.push(vec![date::moment(event.at), clean::line(&event.actor), what]);
    }
    let heading = if events.is_empty() { None } else { Some(texts.say("cli-timeline")) };
    heading.into_iter().chain(table.lines().into_iter().map(|line| format!("  {line}"))).collect()
}

/// Prose, set in under its heading.
pub(super) fn quoted(text: &str) -> Vec<String> {
    let prose = clean::prose(text);
    prose.lines().map(|line| format!("  | {line}").trim_end().to_owned()).collect()
}
