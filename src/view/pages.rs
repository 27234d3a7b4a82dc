//! Help, the timeline of a case, and the explanation of a point.
//! Imports `domain`, `text`, `api`, `app` and `keys`.

use ratatui::layout::Position;

use super::{chrome::key_name, findings, library, page::Lines, pen::Pen, report_rows, theme::Role};
use crate::{
    api::case::{Case, Event, ReportCase},
    app::{
        model::{Screen, dialog::Page},
        scope::{self, Scope},
    },
    domain::{event::EventKind, form::Point},
    text::{clean, countdown::days_sentence, date, delivery::say as say_delivery, fold, name::SERVICE, receipt},
};

/// The help of the screen below: its keys, the signs, and how a case is decided; only the lines with the words that
/// are searched for, when there are any.
pub(super) fn help(pen: &mut Pen<'_>, shown: Page, searched: &str) -> Position {
    let texts = pen.texts();
    let below = scope::below(pen.model);
    let words = fold::search(searched);
    let fits = |line: &str| words.split_whitespace().all(|word| fold::search(line).contains(word));
    let mut lines = Lines::default();
    let mut block = |heading: &str, block: Vec<String>| {
        let found: Vec<String> = block.into_iter().filter(|line| fits(line)).collect();
        if !found.is_empty() {
            lines.heading(texts.say(heading));
        }
        for line in found {
            lines.plain(2, line, Role::Text);
        }
    };
    let keys = pen.look.keymap.commands(below).into_iter().map(|command| {
        let keys = pen.look.keymap.keys_of(below, command);
        let keys = keys.iter().map(|key| key_name(&key.to_string())).collect::<Vec<_>>().join(" ");
        format!("{keys:<14}{}", texts.say(&format!("cmd-{}", command.id())))
    });
    block("help-keys", keys.collect());
    if below == Scope::List {
        block("help-queries", texts.say("help-queries-list").lines().map(ToOwned::to_owned).collect());
    }
    for (heading, list) in [("help-stages", "help-stages-list"), ("help-signs", "help-signs-list")] {
        block(heading, texts.say(list).lines().map(ToOwned::to_owned).collect());
    }
    for (heading, entries) in library::help_lines(pen) {
        block(heading, entries);
    }
    if lines.is_empty() {
        lines.plain(2, texts.say("help-nothing"), Role::Text);
    }
    let screen = texts.say(match below {
        Scope::Report => "help-screen-report",
        Scope::Access => "help-screen-access",
        Scope::Solved => "help-screen-solved",
        Scope::Units => "help-screen-units",
        Scope::Unit => "help-screen-unit",
        Scope::Figures => "help-screen-figures",
        Scope::Holders => "help-screen-holders",
        _ => "help-screen-list",
    });
    lines.draw(pen, &texts.with("help-title", &[("screen", &screen)]), shown);
    let sentence = texts.with("help-search", &[("text", searched)]);
    let y = pen.height().saturating_sub(2);
    pen.clear_line(y);
    let end = 1 + pen.put(1, y, pen.width().saturating_sub(2), &sentence, Role::Strong);
    Position { x: end.min(pen.width().saturating_sub(1)), y }
}

/// The timeline of the open case, with the comments in full.
pub(super) fn timeline(pen: &mut Pen<'_>, shown: Page) -> Position {
    let texts = pen.texts();
    let Some(open) = pen.model.case.ready() else { return Position { x: 0, y: 0 } };
    let mut lines = Lines::default();
    deliveries(pen, &mut lines, &open.case);
    for event in open.case.events() {
        event_lines(pen, &mut lines, event);
        let receipts = open.case.decisions().iter().filter_map(|made| made.receipt.as_ref());
        for one in receipts.filter(|receipt| u64::try_from(receipt.seq) == Ok(event.seq)) {
            for line in receipt::lines(texts, one) {
                lines.plain(18, line, Role::Quiet);
            }
        }
    }
    if open.case.events().is_empty() {
        lines.plain(0, texts.say("timeline-empty"), Role::Text);
    }
    let title = texts.with("timeline-title", &[("reference", open.case.reference().as_str())]);
    lines.draw(pen, &title, shown)
}

/// What was sent and where it stands, above the timeline: what has not arrived must be seen.
fn deliveries(pen: &Pen<'_>, lines: &mut Lines, case: &Case) {
    let texts = pen.texts();
    let mut said = case.deliveries().map(|delivery| say_delivery(texts, delivery)).peekable();
    if said.peek().is_none() {
        return;
    }
    lines.heading(texts.say("deliveries-title"));
    for delivery in said {
        for (place, line) in delivery.into_iter().enumerate() {
            let (indent, role) = if place == 0 { (2, Role::Text) } else { (4, Role::Quiet) };
            lines.plain(indent, line, role);
        }
    }
    lines.plain(0, String::new(), Role::Text);
}

fn event_lines(pen: &Pen<'_>, lines: &mut Lines, event: &Event) {
    let texts = pen.texts();
    let by_itself = event.actor.is_empty() || event.actor == SERVICE;
    let actor = if by_itself { texts.say("actor-backend") } else { clean::line(&event.actor) };
    let sentence = format!("{}  {}", date::moment(event.at), event_sentence(pen, event));
    lines.plain(0, format!("{sentence}{}{actor}", texts.say("list-separator")), Role::Text);
    let is_comment = matches!(
        event.kind,
        EventKind::Confirmed | EventKind::Asked | EventKind::Undone | EventKind::RecallAsked | EventKind::DeadlineMoved
    );
    if let Some(comment) = event.text.as_ref().filter(|text| is_comment && !text.is_empty()) {
        for line in clean::prose(comment).lines() {
            lines.plain(18, line.to_owned(), Role::Quiet);
        }
    }
}

fn event_sentence(pen: &Pen<'_>, event: &Event) -> String {
    let texts = pen.texts();
    let outcome = event.decision.map(|kind| texts.of_family("outcome", &kind.outcome())).unwrap_or_default();
    let version = event.version.to_string();
    let to = event.text.as_deref().map(clean::line).unwrap_or_default();
    match (event.kind, event.extensions) {
        (EventKind::Confirmed, Some(count)) => {
            texts.with("event-confirmed-count", &[("outcome", &outcome), ("count", &count.to_string())])
        }
        (EventKind::Released, _) if !to.is_empty() => texts.with("event-released-of", &[("name", &to)]),
        (kind, _) => {
            let id = format!("event-{}", crate::text::wire_name(&kind));
            texts.with(&id, &[("outcome", &outcome), ("version", &version), ("to", &to), ("batch", &to)])
        }
    }
}

/// What the selected point counts, by which law, and how sure we are of it.
pub(super) fn explain(pen: &mut Pen<'_>, shown: Page) -> Position {
    let texts = pen.texts();
    let mut lines = Lines::default();
    if matches!(pen.model.screen, Screen::Queue | Screen::Archive) {
        return score(pen, shown);
    }
    if pen.model.screen == Screen::Batch {
        return letter(pen, shown);
    }
    let mut title = texts.say("explain-title");
    if let Some((report, point)) =
        pen.model.case.ready().and_then(|open| Some((open.report()?, open.selected_point()?)))
    {
        title = format!("{} {}", point.code, point.explained_in(texts.language()));
        if let Some(open) = pen.model.case.ready() {
            findings::explain(pen, &mut lines, open, report, point);
        }
        point_lines(pen, &mut lines, report, point);
    }
    lines.draw(pen, &title, shown)
}

/// The words that a case of a batch of returns is sent with.
fn letter(pen: &mut Pen<'_>, shown: Page) -> Position {
    let Some(item) = pen.model.batch.selected() else { return Position { x: 0, y: 0 } };
    let unit = clean::line(&item.unit_name);
    let title = pen.texts().with("batch-letter-title", &[("unit", &unit), ("ref", item.reference.as_str())]);
    let mut lines = Lines::default();
    for line in item.comment.as_deref().unwrap_or_default().lines() {
        lines.plain(1, clean::line(line), Role::Text);
    }
    lines.draw(pen, &title, shown)
}

/// Why a task stands where it does in the queue.
fn score(pen: &mut Pen<'_>, shown: Page) -> Position {
    let texts = pen.texts();
    let mut lines = Lines::default();
    let list = pen.model.list(pen.model.current_list());
    let Some((row, weight)) = list.selected_row().and_then(|row| Some((row, row.weight?))) else {
        return Position { x: 0, y: 0 };
    };
    let (risk, score) = (weight.risk, weight.score);
    let left = row.days_left.map(|left| days_sentence(texts, left)).unwrap_or_default();
    let parts = [
        (score.errors, texts.count("score-errors", risk.errors.into(), &[])),
        (score.warnings, texts.count("score-warnings", risk.warnings.into(), &[])),
        (score.unanswered, texts.say("score-unanswered")),
        (score.deadline, texts.with("score-deadline", &[("left", &left)])),
    ];
    for (points, what) in parts.into_iter().filter(|(points, _)| *points > 0) {
        let points = format!("{points:>4}");
        lines.plain(0, texts.with("score-line", &[("points", &points), ("what", &what)]), Role::Text);
    }
    if score.findings < score.errors + score.warnings + score.unanswered {
        lines.plain(2, texts.with("score-most", &[("most", &score.findings.to_string())]), Role::Quiet);
    }
    lines.plain(0, String::new(), Role::Text);
    lines.plain(0, texts.say("score-note"), Role::Text);
    let name = super::list::name(texts, row);
    lines.draw(pen, &texts.with("score-title", &[("total", &score.total.to_string()), ("name", &name)]), shown)
}

fn point_lines(pen: &Pen<'_>, lines: &mut Lines, report: &ReportCase, point: &Point) {
    let texts = pen.texts();
    lines.heading(texts.say("explain-definition"));
    lines.plain(2, point.definition_in(texts.language()).to_owned(), Role::Text);
    lines.pair(&texts.say("explain-measure"), &texts.of_family("measure", &point.measure));
    let name = |key: &String| {
        report
            .form
            .point(key)
            .map_or_else(|| key.clone(), |other| format!("{} {}", other.code, other.label_in(texts.language())))
    };
    if let Some(sum) = &point.sums_to {
        lines.pair(&texts.say("explain-sums"), &name(sum));
    }
    if let Some(most) = &point.at_most {
        lines.pair(&texts.say("explain-at-most"), &name(most));
    }
    let required = if point.required { "point-required" } else { "explain-optional" };
    lines.pair(&texts.say("explain-required"), &texts.say(required));
    if let Some(first) = report.earlier.last() {
        for one in report_rows::breaks(pen, report, point, &first.period) {
            lines.pair(&texts.with("explain-break", &[("from", one.from.as_str())]), one.says_in(texts.language()));
        }
    }
    lines.heading(texts.say("explain-law"));
    let law = point.law_in(texts.language()).map_or_else(|| texts.say("value-none"), str::to_owned);
    lines.plain(2, texts.with("explain-law-value", &[("law", &law), ("act", &report.form.law)]), Role::Text);
    lines.heading(texts.say("explain-confidence"));
    lines.plain(2, texts.say(&format!("point-confidence-{}", crate::text::wire_name(&point.confidence))), Role::Text);
    lines.pair(&texts.say("explain-source"), &point.source);
    lines.pair(&texts.say("explain-form"), report.form.note_in(texts.language()));
    lines.heading(texts.say("explain-values"));
    for line in report_rows::earlier_lines(pen, report, point) {
        lines.plain(2, line, Role::Text);
    }
}
