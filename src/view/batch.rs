//! A batch: its four steps, its cases with the sample on top, what is refused and why, and the number that confirms it.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};
use tui_textarea::TextArea;

use super::{
    chrome, editor,
    pen::{Pen, width_of},
    theme::Role,
};
use crate::{
    api::{
        batch::{Batch, Item},
        fault::Fault,
    },
    app::model::{
        batch::{Step, is_unseen},
        dialog::{Dialog, text_of},
    },
    domain::{
        batch::{BatchKind, ItemState, Sample},
        unit::Channel,
    },
    text::{clean, date, refusal::say_fault},
};

/// The first line of cases.
const FIRST: u16 = 4;

/// Draws the batch on the screen.
pub(super) fn draw(pen: &mut Pen<'_>) -> Position {
    let model = pen.model;
    let Some(batch) = &model.batch.batch else {
        let sentence = pen.say("batch-waiting");
        chrome::title(pen);
        pen.put(2, FIRST, pen.width().saturating_sub(4), &sentence, Role::Text);
        chrome::foot(pen);
        return Position { x: 2, y: FIRST };
    };
    heading(pen, batch);
    let cursor = rows(pen);
    detail(pen, batch);
    chrome::foot(pen);
    number(pen).unwrap_or(cursor)
}

fn heading(pen: &mut Pen<'_>, batch: &Batch) {
    let texts = pen.texts();
    let id = batch.id.to_string();
    let title = texts.with(&format!("batch-title-{}", batch.kind.as_str()), &[("batch", &id)]);
    let end = pen.put(1, 0, pen.width(), &title, Role::Title) + 2;
    let step = texts.say(step_id(pen.model.batch.step()));
    pen.put_right(end, 0, pen.width().saturating_sub(end + 1), &step, Role::Strong);
    let policy = policy(pen, batch);
    pen.facts(1, 1, pen.width().saturating_sub(2), &policy, Role::Quiet);
    let mark = chrome::demo_mark(pen, 2);
    let tally = batch.tally;
    let number = |id: &str, count: u32| (count > 0).then(|| texts.count(id, i64::from(count), &[]));
    let seed = Some(texts.with("batch-seed", &[("seed", &batch.seed)]));
    let taken = pen.model.batch.dry_run.as_ref().and_then(|_| number("batch-taken", pen.model.batch.taken));
    let parts: Vec<String> = [
        number("batch-count-waiting", tally.waiting),
        taken,
        number("batch-count-decided", tally.decided),
        number("batch-count-undone", tally.undone),
        number("batch-count-dropped", tally.dropped),
        number("batch-count-taken-out", tally.taken_out),
        number("batch-count-refused", tally.refused),
        seed,
    ]
    .into_iter()
    .flatten()
    .collect();
    pen.facts(1, 2, pen.width().saturating_sub(2 + mark), &parts, Role::Text);
}

/// What the office's policy demands.
fn policy(pen: &Pen<'_>, batch: &Batch) -> Vec<String> {
    let texts = pen.texts();
    let share = batch.policy.sample_percent.to_string();
    let least = batch.policy.sample_least.to_string();
    let values = [("share", share.as_str()), ("least", &least)];
    let sample = texts.with("batch-policy-sample", &values);
    if batch.kind == BatchKind::Grant {
        return vec![sample, texts.say("batch-policy-own-address"), texts.say("batch-policy-first-time")];
    }
    if batch.kind != BatchKind::Approve {
        return vec![sample, texts.say("batch-policy-words")];
    }
    let mut all = vec![sample, texts.say("batch-policy-clean")];
    if !batch.policy.channels.contains(&Channel::FormNew) {
        all.push(texts.say("batch-policy-not-new"));
    }
    if !batch.policy.first_report {
        all.push(texts.say("batch-policy-not-first"));
    }
    all
}

fn step_id(step: Step) -> &'static str {
    match step {
        Step::Nothing => "batch-step-nothing",
        Step::Sample => "batch-step-sample",
        Step::DryRun => "batch-step-dry-run",
        Step::Number => "batch-step-number",
        Step::Running => "batch-step-running",
        Step::Ended => "batch-step-ended",
    }
}

/// Where the columns begin and how wide they are: unit, count, breaches, sample, result.
fn columns(pen: &Pen<'_>, kind: BatchKind) -> Vec<(&'static str, u16)> {
    let wide = pen.width() >= 120;
    let unit = if wide { 40 } else { 25 };
    match kind {
        BatchKind::Approve => vec![
            ("batch-column-unit", unit),
            ("batch-column-count", 9),
            ("batch-column-breaches", 12),
            ("batch-column-sample", 14),
            ("batch-column-result", 18),
        ],
        BatchKind::Grant => vec![
            ("batch-column-applicant", unit + 5),
            ("batch-column-role", 10),
            ("batch-column-sample", 14),
            ("batch-column-result", 24),
        ],
        BatchKind::Return => {
            vec![("batch-column-unit", unit), ("batch-column-sample", 14), ("batch-column-result", 40)]
        }
    }
}

fn rows(pen: &mut Pen<'_>) -> Position {
    let model = pen.model;
    let (view, size) = (&model.batch, model.size);
    let kind = view.batch.as_ref().map_or(BatchKind::Approve, |batch| batch.kind);
    let columns = columns(pen, kind);
    if !size.is_narrow() {
        let mut x = 2;
        for (heading, width) in &columns {
            let text = pen.say(heading);
            pen.put(x, FIRST - 1, width.saturating_sub(1), &text, Role::Quiet);
            x += width;
        }
    }
    let mut cursor = Position { x: 0, y: FIRST };
    let shown = view.shown();
    for (place, (number, item)) in shown.iter().enumerate().skip(view.top).take(size.batch_rows()).enumerate() {
        let y = FIRST + u16::try_from(place).unwrap_or(0) * size.lines_per_row();
        let selected = number == view.cursor;
        pen.row_spot(y, size.lines_per_row(), number, view.cursor);
        if selected {
            cursor = Position { x: 0, y };
            pen.put(0, y, 1, ">", Role::Marker);
        }
        if size.is_narrow() { narrow(pen, item, y, selected) } else { wide(pen, item, &columns, y, selected) }
    }
    cursor
}

fn name(item: &Item) -> String {
    match &item.unit {
        Some(unit) if !item.unit_name.is_empty() => clean::line(&format!("{} ({unit})", item.unit_name)),
        _ => clean::line(item.reference.as_str()),
    }
}

fn wide(pen: &mut Pen<'_>, item: &Item, columns: &[(&'static str, u16)], y: u16, selected: bool) {
    let mut x = 2;
    for (heading, width) in columns {
        let (text, role) = cell(pen, item, heading);
        let role = if selected && *heading == "batch-column-unit" { Role::Strong } else { role };
        pen.put(x, y, width.saturating_sub(1), &text, role);
        x += width;
    }
}

fn cell(pen: &Pen<'_>, item: &Item, heading: &str) -> (String, Role) {
    let none = || pen.say("value-none");
    match heading {
        "batch-column-unit" | "batch-column-applicant" => (name(item), Role::Text),
        "batch-column-role" => {
            let role = item.role.filter(|_| !matches!(item.state, ItemState::Refused | ItemState::Dropped));
            (role.map_or_else(none, |role| pen.texts().of_family("access-role", &role)), Role::Text)
        }
        "batch-column-count" => (item.extensions.map_or_else(none, |count| format!("{count:>4}")), Role::Text),
        "batch-column-breaches" => {
            (item.breaches.map_or_else(none, |breaches| format!("{:>6}", breaches.count)), Role::Text)
        }
        "batch-column-sample" => (sample(pen, item), Role::Text),
        _ => result(pen, item),
    }
}

/// To whom a case would be sent, once the dry run has shown it.
fn receivers<'a>(pen: &Pen<'a>, item: &Item) -> Option<&'a [String]> {
    let lines = pen.model.batch.dry_run.as_ref()?;
    lines.iter().find(|line| line.reference == item.reference).map(|line| line.recipients.as_slice())
}

fn sample(pen: &Pen<'_>, item: &Item) -> String {
    match item.sample {
        Sample::No => pen.say("value-none"),
        Sample::Drawn => pen.say("batch-drawn"),
        Sample::Accepted => pen.say("batch-drawn-seen"),
    }
}

/// Where a case stands, in a word that does not need its colour.
fn result(pen: &Pen<'_>, item: &Item) -> (String, Role) {
    if let Some(to) = receivers(pen, item).filter(|_| item.state == ItemState::Waiting) {
        return (pen.texts().with("batch-result-to", &[("to", &to.join(", "))]), Role::Text);
    }
    let (id, role) = match (item.state, item.sample) {
        (ItemState::Waiting, Sample::Drawn) => ("batch-result-unseen", Role::Warning),
        (ItemState::Waiting, Sample::Accepted) => ("batch-result-seen", Role::Good),
        (ItemState::Waiting, Sample::No) => ("batch-result-ready", Role::Text),
        (ItemState::Refused, _) => ("batch-result-refused", Role::Danger),
        (ItemState::TakenOut, _) => ("batch-result-taken-out", Role::Text),
        (ItemState::Decided, _) => ("batch-result-decided", Role::Good),
        (ItemState::Dropped, _) => ("batch-result-dropped", Role::Danger),
        (ItemState::Undone, _) => ("batch-result-undone", Role::Text),
    };
    (pen.say(id), role)
}

fn narrow(pen: &mut Pen<'_>, item: &Item, y: u16, selected: bool) {
    let role = if selected { Role::Strong } else { Role::Text };
    let (result, colour) = result(pen, item);
    let count = item.extensions.map(|count| pen.texts().with("batch-narrow-count", &[("count", &count.to_string())]));
    pen.put(2, y, pen.width().saturating_sub(2), &name(item), role);
    let second = [Some(result), count].into_iter().flatten().collect::<Vec<_>>().join(&pen.say("list-separator"));
    pen.put(4, y + 1, pen.width().saturating_sub(4), &second, colour);
}

/// The lines below the cases: the selected one in words, and what comes next.
fn detail(pen: &mut Pen<'_>, batch: &Batch) {
    let texts = pen.texts();
    let view = &pen.model.batch;
    let height = pen.height();
    if let Some(item) = view.selected() {
        let sentence = match &item.why {
            Some(why) => format!("{}: {}", name(item), say_fault(texts, &Fault::from(why.clone()))),
            None => about(pen, item),
        };
        let area = Rect { x: 1, y: height.saturating_sub(5), width: pen.width().saturating_sub(2), height: 2 };
        pen.prose(area, &sentence, if item.why.is_some() { Role::Warning } else { Role::Text });
    }
    let next = next(pen, batch);
    let (at, total) = ((view.cursor + 1).to_string(), batch.items.len().to_string());
    let position = texts.with("list-position", &[("at", &at), ("total", &total)]);
    let room = pen.width().saturating_sub(width_of(&position) + 4);
    pen.put(1, height.saturating_sub(3), room, &next, Role::Strong);
    pen.put_right(1, height.saturating_sub(3), pen.width().saturating_sub(2), &position, Role::Quiet);
}

/// The selected case in words: what would be sent for it, or that it waits to be looked at.
fn about(pen: &Pen<'_>, item: &Item) -> String {
    let texts = pen.texts();
    let version = item.version.to_string();
    let values = |to: &str| {
        texts.with("batch-would-send", &[("reference", item.reference.as_str()), ("version", &version), ("to", to)])
    };
    match receivers(pen, item).filter(|_| item.state == ItemState::Waiting) {
        Some(to) => values(&to.join(", ")),
        None if is_unseen(item) => {
            texts.with("batch-about-unseen", &[("name", &name(item)), ("reference", item.reference.as_str())])
        }
        None => texts.with(
            "batch-about",
            &[("name", &name(item)), ("reference", item.reference.as_str()), ("version", &version)],
        ),
    }
}

/// What comes next, with the key that does it.
fn next(pen: &Pen<'_>, batch: &Batch) -> String {
    let texts = pen.texts();
    let view = &pen.model.batch;
    if view.waiting.is_some() {
        return texts.say("batch-next-wait");
    }
    let left = batch.unseen();
    let (needed, waiting) = (batch.needed.to_string(), batch.tally.waiting.to_string());
    let values = [("needed", needed.as_str()), ("waiting", &waiting)];
    match view.step() {
        Step::Nothing => texts.say("batch-next-nothing"),
        Step::Sample => texts.count("batch-next-sample", i64::from(left), &values),
        Step::DryRun | Step::Number => texts.with("batch-next-dry-run", &values),
        Step::Running => texts.with("batch-next-running", &values),
        Step::Ended => match (batch.undo_until, batch.undone_at) {
            (Some(until), None) if until > pen.model.now => {
                texts.with("batch-next-undo", &[("until", &date::clock(until))])
            }
            (_, Some(_)) => texts.say("batch-next-undone"),
            _ => texts.say("batch-next-ended"),
        },
    }
}

/// The field for the number, in the line of announcements; or the question before the batch is given up.
fn number(pen: &mut Pen<'_>) -> Option<Position> {
    let y = pen.height().saturating_sub(3);
    let waiting = pen.model.batch.batch.as_ref().map_or(0, |batch| batch.tally.waiting);
    match &pen.model.dialog {
        Some(Dialog::Number(area)) => {
            pen.clear_line(y);
            let kind = pen.model.batch.batch.as_ref().map_or("approve", |batch| batch.kind.as_str());
            let id = format!("batch-number-{kind}");
            let label = pen.texts().count(&id, i64::from(waiting), &[]);
            let x = pen.put(1, y, pen.width().saturating_sub(8), &label, Role::Strong) + 2;
            pen.put(x, y, pen.width().saturating_sub(x + 1), &text_of(area), Role::Field);
            let caret = u16::try_from(area.screen_cursor().col).unwrap_or(0);
            Some(Position { x: (x + caret).min(pen.width().saturating_sub(1)), y })
        }
        Some(Dialog::StopBatch) => {
            pen.clear_line(y);
            let question = pen.say("batch-stop-question");
            pen.put(1, y, pen.width().saturating_sub(2), &question, Role::Strong);
            Some(Position { x: 1, y })
        }
        _ => None,
    }
}

/// The common text of a batch of returns.
pub(super) fn common(pen: &mut Pen<'_>, area: &TextArea<'static>) -> Position {
    let texts = pen.texts();
    let marked = i64::try_from(pen.model.queue.marks.len()).unwrap_or(i64::MAX);
    let title = texts.count("common-title", marked, &[]);
    pen.put(1, 0, pen.width(), &title, Role::Title);
    let mark = chrome::demo_mark(pen, 1);
    let hint = texts.say("common-hint");
    pen.put(1, 1, pen.width().saturating_sub(2 + mark), &hint, Role::Text);
    let cursor = editor::prose(pen, area, 6);
    chrome::foot(pen);
    cursor
}
