//! The grid of extension counts, and the report of a table before anything of it is taken.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{
    chrome,
    page::Lines,
    pen::{Pen, width_of},
    theme::Role,
};
use crate::{
    app::model::{
        dialog::text_of,
        grid::{About, Grid, GridRow, Import},
    },
    domain::{counts::CountOutcome, refusal::Refusal, task::State, unit::ExtensionRule},
    text::{
        clean, number,
        refusal::{note, say, say_unread},
    },
};

/// The first line of rows.
const FIRST: u16 = 3;
/// From this width on, sentences take the place of words in the last column.
const WIDE: u16 = 120;

/// Where the columns begin on a line that has room for all of them.
struct Columns {
    name: u16,
    three: u16,
    six: u16,
    field: u16,
    left: u16,
    share: u16,
    note: u16,
}

const NORMAL: Columns = Columns { name: 2, three: 27, six: 33, field: 40, left: 48, share: 54, note: 63 };
const BROAD: Columns = Columns { name: 2, three: 40, six: 47, field: 55, left: 64, share: 71, note: 81 };
/// The second line of a row where two are needed.
const NARROW: Columns = Columns { name: 2, three: 4, six: 10, field: 17, left: 25, share: 31, note: 0 };

/// Width of the field with its brackets.
const FIELD: u16 = 7;

/// Draws the grid, or what lies above it.
pub(super) fn draw(pen: &mut Pen<'_>, grid: &Grid) -> Position {
    match &grid.import {
        Some(import) => table(pen, grid, import),
        None => rows(pen, grid),
    }
}

fn rows(pen: &mut Pen<'_>, grid: &Grid) -> Position {
    heading(pen, grid);
    let mut cursor = Position { x: 1, y: FIRST };
    if grid.rows.is_empty() {
        let sentence = match &grid.fault {
            Some(fault) => pen.texts().with("grid-failed", &[("why", &say_unread(pen.texts(), fault))]),
            None => pen.say("grid-waiting"),
        };
        let area = Rect { x: 2, y: FIRST, width: pen.width().saturating_sub(4), height: 4 };
        pen.prose(area, &sentence, if grid.fault.is_some() { Role::Danger } else { Role::Text });
    }
    let size = pen.model.size;
    let shown = grid.rows.iter().enumerate().skip(grid.top).take(size.grid_rows());
    for ((place, row), line) in shown.zip(0_u16..) {
        let y = FIRST + line * size.lines_per_row();
        let at = draw_row(pen, row, y, place == grid.cursor);
        if place == grid.cursor {
            cursor = at;
        }
    }
    detail(pen, grid);
    chrome::foot(pen);
    path(pen, grid).unwrap_or(cursor)
}

fn heading(pen: &mut Pen<'_>, grid: &Grid) {
    let texts = pen.texts();
    let title = pen.say("grid-title");
    let end = pen.put(1, 0, pen.width().saturating_sub(2), &title, Role::Title) + 3;
    let (given, all) = grid.given();
    let (given, all) = (given.to_string(), all.to_string());
    let room = pen.width().saturating_sub(end + 1);
    let progress =
        ["grid-progress", "grid-progress-short"].map(|id| texts.with(id, &[("given", &given), ("all", &all)]));
    if let Some(progress) = progress.iter().find(|sentence| width_of(sentence) <= room) {
        pen.put_right(end, 0, room, progress, Role::Strong);
    }
    let count = i64::try_from(grid.rows.len()).unwrap_or(i64::MAX);
    let subject = match &grid.about {
        About::Marked => texts.count("grid-marked", count, &[]),
        About::View(view) => texts.count("grid-view", count, &[("view", &clean::line(view))]),
    };
    let cut = if grid.total > grid.rows.len() {
        texts.with("grid-cut", &[("total", &number::whole(i64::try_from(grid.total).unwrap_or(i64::MAX)))])
    } else {
        String::new()
    };
    let mark = chrome::demo_mark(pen, 1);
    let counts = &pen.model.counts;
    let saved = match (&counts.fault, counts.items.is_empty()) {
        (_, false) if pen.model.disk_fails => pen.say("report-draft-only-here"),
        (Some(_), false) => pen.say("grid-on-disk"),
        (_, false) => pen.say("grid-saving"),
        _ => pen.say("grid-saved"),
    };
    let room = pen.width().saturating_sub(mark + 2);
    pen.facts(1, 1, room, &[subject, saved, cut], Role::Text);
    let columns = columns(pen);
    let narrow = pen.model.size.is_narrow();
    for (x, width, text) in
        [(columns.three, 5, "2E"), (columns.six, 5, "2F"), (columns.left, 5, "7B"), (columns.share, 8, "7C")]
    {
        pen.put_right(x, 2, width, text, Role::Quiet);
    }
    pen.put_right(columns.field, 2, FIELD - 2, "7A", Role::Quiet);
    if narrow {
        return;
    }
    let unit = pen.say("column-unit");
    pen.put(columns.name, 2, 20, &unit, Role::Quiet);
    let rule = pen.say("grid-column-rule");
    pen.put(columns.note, 2, 20, &rule, Role::Quiet);
}

fn columns(pen: &Pen<'_>) -> &'static Columns {
    match (pen.model.size.is_narrow(), pen.width() >= WIDE) {
        (true, _) => &NARROW,
        (false, true) => &BROAD,
        (false, false) => &NORMAL,
    }
}

/// Draws a row, and says where the caret stands in it.
fn draw_row(pen: &mut Pen<'_>, row: &GridRow, y: u16, selected: bool) -> Position {
    let narrow = pen.model.size.is_narrow();
    let columns = columns(pen);
    if selected {
        pen.put(0, y, 1, ">", Role::Marker);
    }
    let name = format!("{} ({})", clean::line(&row.case.unit_name), row.case.unit);
    let role = if selected { Role::Strong } else { Role::Text };
    let (note, tone) = note_of(pen, row);
    if narrow {
        let taken = width_of(&note) + 1;
        pen.put(columns.name, y, pen.width().saturating_sub(columns.name + taken + 1), &name, role);
        pen.put_right(0, y, pen.width().saturating_sub(1), &note, tone);
    } else {
        pen.put(columns.name, y, columns.three.saturating_sub(columns.name), &name, role);
        pen.put(columns.note, y, pen.width().saturating_sub(columns.note + 1), &note, tone);
    }
    let y = if narrow { y + 1 } else { y };
    let nothing = pen.say("value-none");
    let figure = |value: Option<u32>| value.map_or_else(|| nothing.clone(), |value| number::whole(value.into()));
    pen.put_right(columns.three, y, 5, &figure(row.case.three_to_six), Role::Text);
    pen.put_right(columns.six, y, 5, &figure(row.case.over_six), Role::Text);
    if let Some(left) = row.judged().ok().flatten().and_then(|count| row.case.breaches(count)) {
        pen.put_right(columns.left, y, 5, &figure(Some(left.count)), Role::Text);
        let share = left.per_mille.map_or_else(|| nothing.clone(), number::per_cent);
        pen.put_right(columns.share, y, 8, &share, Role::Text);
    }
    if !row.case.takes_count() {
        pen.put_right(columns.field, y, FIELD - 1, &nothing, Role::Quiet);
        return Position { x: columns.field + FIELD - 2, y };
    }
    let shown = format!("[{:>4} ]", row.text);
    let role = if row.refusal.is_some() {
        Role::Danger
    } else if selected {
        Role::Field
    } else {
        Role::Text
    };
    let width = pen.put(columns.field, y, width_of(&shown), &shown, role);
    // The caret stands behind the last digit.
    Position { x: columns.field + width.saturating_sub(2), y }
}

/// What the last column says of a row: a word, or the sentence where there is room for it.
fn note_of(pen: &Pen<'_>, row: &GridRow) -> (String, Role) {
    let texts = pen.texts();
    let wide = pen.width() >= WIDE;
    let me = pen.model.me.as_ref().map_or("", |me| me.person.as_str());
    if let Some(refusal) = &row.refusal {
        let text = match refusal {
            _ if wide => say(texts, refusal),
            Refusal::ExtensionsAboveReported { reported, .. } => {
                texts.with("grid-note-at-most", &[("most", &number::whole(i64::from(*reported)))])
            }
            Refusal::ExtensionsWithoutCases { .. } => texts.with("grid-note-at-most", &[("most", "0")]),
            _ => texts.say("grid-note-wrong"),
        };
        return (format!("! {text}"), Role::Danger);
    }
    if let Some(outcome) = &row.outcome {
        let text = if wide { outcome_sentence(pen, outcome) } else { texts.say("grid-note-not-saved") };
        return (format!("! {text}"), Role::Danger);
    }
    if row.case.state != State::Open {
        return (texts.of_family("state", &row.case.state), Role::Quiet);
    }
    if let Some(name) = row.colleague(me).filter(|_| row.case.takes_count()) {
        return (texts.with("grid-note-draft", &[("name", &clean::line(name))]), Role::Warning);
    }
    if let Some(count) = row.contradicted().filter(|_| row.case.takes_count()) {
        let role = if row.text.is_empty() { Role::Text } else { Role::Warning };
        return (texts.with("grid-note-registered", &[("count", &number::whole(i64::from(count)))]), role);
    }
    let rule = texts.of_family("grid-rule", &row.case.rule);
    let why = row.case.why.as_deref().filter(|_| wide).map(clean::line);
    (
        why.map_or_else(|| rule.clone(), |why| texts.with("grid-rule-why", &[("rule", &rule), ("why", &why)])),
        Role::Quiet,
    )
}

fn outcome_sentence(pen: &Pen<'_>, outcome: &CountOutcome) -> String {
    crate::app::model::grid::say_outcome(pen.texts(), outcome)
}

/// The two lines below the rows: the row with the caret in words.
fn detail(pen: &mut Pen<'_>, grid: &Grid) {
    let Some(row) = grid.row() else { return };
    let texts = pen.texts();
    let me = pen.model.me.as_ref().map_or("", |me| me.person.as_str());
    let version = row.case.version.to_string();
    let name = clean::line(&row.case.unit_name);
    let head = texts.with("grid-detail", &[("name", &name), ("version", &version)]);
    let (sentence, role) = if let Some(refusal) = &row.refusal {
        (say(texts, refusal), Role::Danger)
    } else if let Some(outcome) = &row.outcome {
        (outcome_sentence(pen, outcome), Role::Danger)
    } else if let Some(name) = row.colleague(me).filter(|_| row.case.takes_count()) {
        (texts.with("message-grid-colleague", &[("name", &clean::line(name))]), Role::Warning)
    } else if row.case.state != State::Open {
        let by = row.decided_by.as_deref().map(clean::line).unwrap_or_default();
        (texts.with("grid-solved-by", &[("name", &by)]), Role::Text)
    } else if row.case.rule == ExtensionRule::Required {
        (texts.say("grid-detail-required"), Role::Text)
    } else {
        (row.case.why.as_deref().map(clean::line).unwrap_or_default(), Role::Text)
    };
    let y = pen.height().saturating_sub(4);
    let area = Rect { x: 1, y, width: pen.width().saturating_sub(2), height: 2 };
    pen.prose(area, &format!("{head} {sentence}"), role);
}

/// The field for the path of a file, in the line of announcements; a message of trouble stands above it.
fn path(pen: &mut Pen<'_>, grid: &Grid) -> Option<Position> {
    let area = grid.path.as_ref()?;
    let y = pen.height().saturating_sub(5);
    let label = pen.say("grid-path");
    pen.clear_line(y);
    let x = pen.put(1, y, pen.width(), &label, Role::Strong) + 2;
    let room = pen.width().saturating_sub(x + 1);
    let caret = u16::try_from(area.screen_cursor().col).unwrap_or(u16::MAX);
    // The end of a long path is what is typed: it stays in sight.
    let hidden = caret.saturating_sub(room.saturating_sub(1));
    let shown: String = text_of(area).chars().skip(usize::from(hidden)).collect();
    pen.put(x, y, room, &shown, Role::Field);
    Some(Position { x: (x + caret.saturating_sub(hidden)).min(pen.width().saturating_sub(1)), y })
}

/// What a table holds: the sum of each kind, what cannot be taken, what fits.
fn table(pen: &mut Pen<'_>, grid: &Grid, import: &Import) -> Position {
    let texts = pen.texts();
    let matched = &import.matched;
    let mut lines = Lines::default();
    let fitting = i64::try_from(matched.fitting.len()).unwrap_or(i64::MAX);
    lines.heading(texts.count("counts-sum", i64::from(matched.rows), &[]));
    lines.plain(2, texts.count("counts-fit", fitting, &[]), Role::Good);
    for (fault, count) in &matched.faults {
        let what = texts.of_family("counts-fault", fault);
        let values = [("count", number::whole(i64::from(*count))), ("what", what)];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        lines.plain(2, texts.with("counts-fault-sum", &values), Role::Danger);
    }
    for one in &matched.notes {
        lines.plain(2, note(texts, one), Role::Warning);
    }
    if !matched.problems.is_empty() {
        lines.heading(texts.say("counts-not-taken"));
    }
    for problem in &matched.problems {
        let (line, why) = (problem.line.to_string(), say(texts, &problem.why));
        let values = [("line", line.as_str()), ("given", &clean::line(&problem.given)), ("why", &why)];
        let id = if problem.given.is_empty() { "counts-problem-nameless" } else { "counts-problem" };
        let values = if problem.given.is_empty() { vec![values[0], values[2]] } else { values.to_vec() };
        lines.plain(2, texts.with(id, &values), Role::Text);
    }
    let untold = matched.refused().saturating_sub(told(import));
    if untold > 0 {
        lines.plain(2, texts.count("counts-untold", i64::from(untold), &[]), Role::Quiet);
    }
    if !matched.fitting.is_empty() {
        lines.heading(texts.say("counts-taken"));
    }
    for fitting in &matched.fitting {
        let name = format!("{} ({})", clean::line(&fitting.unit_name), fitting.unit);
        let before = grid.rows.iter().find(|row| row.case.reference == fitting.reference).map(|row| row.text.as_str());
        let before = before.filter(|before| !before.is_empty() && *before != fitting.count.to_string());
        let before = before.map(|before| texts.with("counts-before", &[("before", before)])).unwrap_or_default();
        let (line, count) = (fitting.line.to_string(), fitting.count.to_string());
        let values = [("line", line.as_str()), ("name", &name), ("count", &count), ("before", &before)];
        lines.plain(2, texts.with("counts-fitting", &values), Role::Text);
    }
    let title = match &import.file {
        Some(file) => texts.with("counts-title-file", &[("file", &short_path(file))]),
        None => texts.say("counts-title-paste"),
    };
    let cursor = lines.draw(pen, &title, import.page);
    let sentence = match fitting {
        0 => pen.say("counts-enter-none"),
        some => pen.texts().count("counts-enter", some, &[]),
    };
    let y = pen.height().saturating_sub(2);
    pen.clear_line(y);
    pen.put(1, y, pen.width().saturating_sub(2), &sentence, Role::Strong);
    cursor
}

/// How many rows the listed problems speak of.
fn told(import: &Import) -> u32 {
    let rows = |why: &Refusal| match why {
        Refusal::UnitTwice { .. } => None,
        _ => Some(1),
    };
    let single: u32 = import.matched.problems.iter().filter_map(|problem| rows(&problem.why)).sum();
    let twice = import.matched.faults.get(&crate::domain::counts::CountFault::Twice).copied().unwrap_or(0);
    single.saturating_add(twice)
}

/// The end of a long path.
fn short_path(path: &str) -> String {
    let length = path.chars().count();
    if length <= 40 { path.to_owned() } else { path.chars().skip(length - 40).collect() }
}
