//! The published figures, who has access to them, the form of an application, and taking access away.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{chrome, pen::Pen, theme::Role};
use crate::{
    api::access::{Permission, Published},
    app::{
        layout,
        model::{
            dialog::text_of,
            portal::{ApplicationForm, RemovalForm, UNIT},
        },
    },
    domain::{access::AccessRole, refusal::Refusal},
    text::{Texts, clean, date, number, refusal},
};

/// The first line of rows.
const FIRST: u16 = 4;
/// The width of a column of figures, and the narrowest and widest one of points.
const FIGURE: u16 = 9;
const POINT: u16 = 34;
/// The labels of the form's fields.
const LABELS: [&str; 5] = ["apply-name", "apply-represents", "apply-email", "apply-phone", "apply-unit"];

/// Draws the published figures, or how one applies for access to them.
pub(super) fn figures(pen: &mut Pen<'_>) -> Position {
    let model = pen.model;
    let texts = pen.texts();
    chrome::title(pen);
    let area = Rect { x: 2, y: 3, width: pen.width().saturating_sub(4), height: pen.height().saturating_sub(6) };
    match &model.portal.figures {
        Some(Ok(shown)) => table(pen, shown),
        Some(Err(fault)) if fault.refusals.contains(&Refusal::NoPortalAccess) => {
            let lines = pen.prose(area, &texts.say("figures-refused"), Role::Warning);
            let below = Rect { y: area.y + lines + 1, height: area.height.saturating_sub(lines + 1), ..area };
            pen.prose(below, &texts.say("figures-apply"), Role::Strong);
        }
        Some(Err(fault)) => {
            let why = refusal::say_unread(texts, fault);
            pen.prose(area, &texts.with("figures-failed", &[("why", &why)]), Role::Danger);
        }
        None => {
            pen.prose(area, &texts.say("figures-waiting"), Role::Text);
        }
    }
    chrome::foot(pen);
    Position { x: 1, y: 1 }
}

fn table(pen: &mut Pen<'_>, shown: &Published) {
    let texts = pen.texts();
    let unit = clean::line(&shown.unit.name);
    let title = texts.with("published-of", &[("unit", &unit), ("no", shown.unit.no.as_str())]);
    pen.put(1, 1, pen.width().saturating_sub(2), &title, Role::Title);
    let at = shown.units.iter().position(|unit| *unit == shown.unit).map_or(0, |at| at + 1);
    let role = texts.of_family("access-role", &shown.role);
    let values = [
        ("role", role),
        ("reference", shown.through.to_string()),
        ("at", at.to_string()),
        ("total", shown.units.len().to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    pen.put(1, 2, pen.width().saturating_sub(2), &texts.with("figures-role", &values), Role::Quiet);
    if shown.reports.is_empty() {
        pen.put(2, FIRST, pen.width().saturating_sub(4), &texts.say("published-none"), Role::Text);
        return;
    }
    let narrow = pen.model.size.is_narrow();
    let label = if narrow { pen.width().saturating_sub(FIGURE + 2) } else { POINT.max(pen.width() / 2) };
    let room = pen.width().saturating_sub(label + 2) / FIGURE;
    let reports: Vec<_> = shown.reports.iter().take(usize::from(room.max(1))).collect();
    pen.put(1, 3, label, &texts.say("published-point"), Role::Heading);
    for (x, report) in (label + 1..).step_by(usize::from(FIGURE)).zip(&reports) {
        pen.put_right(x, 3, FIGURE - 1, report.period.as_str(), Role::Heading);
    }
    let last = pen.height().saturating_sub(3);
    let forms = &pen.model.guides.register.forms;
    for (point, y) in shown.points.iter().skip(pen.model.portal.top).zip(FIRST..last) {
        let known = forms.iter().rev().find_map(|form| form.point(&point.key));
        let called = known.map_or(point.label.as_str(), |known| known.label_in(texts.language()));
        pen.put(1, y, label.saturating_sub(1), &format!("{} {}", point.code, clean::line(called)), Role::Text);
        for (x, report) in (label + 1..).step_by(usize::from(FIGURE)).zip(&reports) {
            let cell = match report.values.get(&point.key) {
                _ if report.hidden.contains(&point.key) => texts.say("published-hidden"),
                Some(Some(figure)) => number::whole(i64::from(*figure)),
                _ => texts.say("value-none"),
            };
            pen.put_right(x, y, FIGURE - 1, &cell, Role::Text);
        }
    }
    pen.put(1, last, pen.width().saturating_sub(2), &texts.say("published-note"), Role::Quiet);
}

/// Draws who has access.
pub(super) fn holders(pen: &mut Pen<'_>) -> Position {
    let model = pen.model;
    let texts = pen.texts();
    chrome::title(pen);
    pen.put(1, 1, pen.width().saturating_sub(2), &texts.say("holders-title"), Role::Title);
    let area = Rect { x: 2, y: 3, width: pen.width().saturating_sub(4), height: pen.height().saturating_sub(6) };
    let sentence = match &model.portal.list {
        None => Some((texts.say("holders-waiting"), Role::Text)),
        Some(Err(fault)) => {
            let why = refusal::say_unread(texts, fault);
            Some((texts.with("holders-failed", &[("why", &why)]), Role::Danger))
        }
        Some(Ok(rows)) if rows.is_empty() => Some((texts.say("permission-none"), Role::Text)),
        Some(Ok(_)) => None,
    };
    let cursor = match sentence {
        Some((sentence, role)) => {
            pen.prose(area, &sentence, role);
            Position { x: area.x, y: area.y }
        }
        None => rows(pen),
    };
    chrome::foot(pen);
    cursor
}

fn rows(pen: &mut Pen<'_>) -> Position {
    let model = pen.model;
    let texts = pen.texts();
    let narrow = model.size.is_narrow();
    let widths: &[u16] = if pen.width() >= 120 { &[14, 34, 16, 34, 14, 24, 18] } else { &[12, 22, 15, 17, 12] };
    let heads = [
        texts.say("permission-head-reference"),
        texts.say("permission-head-name"),
        texts.say("permission-head-role"),
        texts.say("permission-head-of"),
        texts.say("permission-head-used"),
        texts.say("permission-head-by"),
        texts.say("permission-head-granted"),
    ];
    if !narrow {
        cells(pen, FIRST - 1, widths, &heads, Role::Heading);
    }
    let page = model.size.list_rows();
    let all = model.portal.rows();
    let top = layout::follow(0, model.portal.selected, page, all.len());
    let mut cursor = Position { x: 1, y: FIRST };
    let step = if narrow { 2 } else { 1 };
    for (place, row) in all.iter().enumerate().skip(top).take(page) {
        let y = FIRST + u16::try_from(place - top).unwrap_or(0) * step;
        if y + step > pen.height().saturating_sub(3) {
            break;
        }
        let selected = place == model.portal.selected;
        pen.row_spot(y, step, place, model.portal.selected);
        if selected {
            cursor = Position { x: 1, y };
            pen.put(1, y, 1, ">", Role::Marker);
        }
        let role = if selected { Role::Strong } else { Role::Text };
        let columns = columns(texts, row);
        if narrow {
            let [reference, name, role_name, of, ..] = &columns;
            pen.put(3, y, pen.width().saturating_sub(4), &format!("{reference}  {name}"), role);
            pen.put(5, y + 1, pen.width().saturating_sub(6), &format!("{role_name}  {of}"), Role::Quiet);
        } else {
            cells(pen, y, widths, &columns, role);
        }
    }
    if let Some(row) = model.portal.selected_row() {
        let (at, name) = (date::short_moment(row.granted_at), clean::line(&row.granted_by));
        let email = clean::line(&row.email);
        let detail = texts.with("holders-detail", &[("at", &at), ("name", &name), ("email", &email)]);
        pen.put(1, pen.height().saturating_sub(3), pen.width().saturating_sub(2), &detail, Role::Quiet);
    }
    cursor
}

fn cells(pen: &mut Pen<'_>, y: u16, widths: &[u16], cells: &[String; 7], role: Role) {
    let mut x = 3;
    for (cell, width) in cells.iter().zip(widths) {
        pen.put(x, y, width.saturating_sub(1), cell, role);
        x += width;
    }
}

fn columns(texts: &Texts, row: &Permission) -> [String; 7] {
    [
        row.reference.to_string(),
        clean::line(&row.name),
        texts.of_family("access-role", &row.role),
        of(row),
        row.last_used_at.map_or_else(|| texts.say("permission-never"), date::short_moment),
        clean::line(&row.granted_by),
        date::short_moment(row.granted_at),
    ]
}

/// What access is for.
fn of(row: &Permission) -> String {
    match row.role {
        AccessRole::Office => row.office.as_str().to_owned(),
        AccessRole::Municipality => format!("{} ({})", clean::line(&row.unit_name), row.unit),
    }
}

/// Draws the form of an application: both written languages at once.
pub(super) fn application(pen: &mut Pen<'_>, form: &ApplicationForm) -> Position {
    let texts = pen.texts();
    let width = pen.width().saturating_sub(4);
    pen.put(1, 0, pen.width().saturating_sub(2), &texts.say("apply-title"), Role::Title);
    // On a very small screen the labels, which stand in both languages, are all there is room for.
    let mut lines = 0;
    if pen.height() >= 20 {
        for id in ["apply-help", "apply-help-nn"] {
            let help = Rect { x: 2, y: 1 + lines, width, height: 4 };
            lines += pen.prose(help, &texts.say(id), Role::Text);
        }
    }
    let narrow = pen.model.size.is_narrow();
    let labels = LABELS.map(|id| texts.say(id));
    let column = if narrow { 2 } else { 34 };
    let mut y = 2 + lines;
    let mut cursor = Position { x: column, y };
    let end = pen.height().saturating_sub(3);
    for (place, (label, field)) in labels.iter().zip(&form.fields).enumerate() {
        // Where not all fields have room, those before the focus go; what does not fit below is not drawn.
        if narrow && pen.height() < 20 && place + 2 < form.focus || y + 1 >= end {
            continue;
        }
        let focused = place == form.focus;
        if focused {
            pen.put(0, y, 1, ">", Role::Marker);
        }
        let label_room = if narrow { width } else { column - 3 };
        pen.put(2, y, label_room, label, if focused { Role::Strong } else { Role::Text });
        if narrow {
            y += 1;
        }
        let typed = text_of(field);
        let room = pen.width().saturating_sub(column + 2);
        pen.put(column, y, room, if typed.is_empty() { "\u{b7}" } else { &typed }, Role::Field);
        if focused {
            let caret = u16::try_from(field.screen_cursor().col).unwrap_or(0);
            cursor = Position { x: (column + caret).min(pen.width().saturating_sub(1)), y };
        }
        y += 1;
        if let Some(Some(wrong)) = form.wrong.get(place) {
            let area = Rect { x: 4, y, width: pen.width().saturating_sub(6), height: end.saturating_sub(y).min(2) };
            y += pen.prose(area, &wrong_at(texts, wrong), Role::Danger);
        }
    }
    offered(pen, form, (column, y), end);
    let sentence = match (&form.fault, form.sent, form.ready) {
        (Some(fault), ..) => Some((refusal::say_fault(texts, fault), Role::Danger)),
        (None, Some(_), _) => Some((texts.say("apply-sending"), Role::Text)),
        (None, None, Some(_)) => Some((texts.say("apply-ready"), Role::Strong)),
        _ => None,
    };
    if let Some((sentence, role)) = sentence {
        pen.clear_line(end);
        pen.put(2, end, width, &sentence, role);
    }
    chrome::foot(pen);
    cursor
}

/// Why a field is refused, in the words of the form.
fn wrong_at(texts: &Texts, wrong: &Refusal) -> String {
    match wrong {
        Refusal::BadField { field } if field == "name" => texts.say("apply-missing-name"),
        Refusal::BadField { field } if field == "represents" => texts.say("apply-missing-represents"),
        Refusal::BadField { field } if field == "unit" => texts.say("apply-missing-unit"),
        Refusal::UnknownUnit { .. } => texts.say("apply-missing-unit"),
        other => refusal::say(texts, other),
    }
}

/// The unit that was chosen, or those that fit what was typed.
fn offered(pen: &mut Pen<'_>, form: &ApplicationForm, (x, y): (u16, u16), end: u16) {
    let texts = pen.texts();
    let room = pen.width().saturating_sub(x + 1);
    if let Some(unit) = &form.chosen {
        let sentence = texts.with("apply-chosen", &[("name", &clean::line(&unit.name)), ("no", unit.no.as_str())]);
        pen.put(x, y, room, &sentence, Role::Strong);
        return;
    }
    let typed = form.fields.last().map(text_of).unwrap_or_default();
    if form.focus != UNIT || typed.trim().is_empty() {
        return;
    }
    let fitting = pen.model.portal.fitting(&typed);
    if fitting.is_empty() && !pen.model.portal.units.is_empty() {
        pen.put(x, y, room, &texts.say("apply-no-unit"), Role::Warning);
    }
    for (place, (unit, y)) in fitting.iter().zip(y..end).enumerate() {
        let pointed = place == form.pointed;
        let mark = if pointed { "> " } else { "  " };
        let line = format!("{mark}{} ({})", clean::line(&unit.name), unit.no);
        pen.put(x, y, room, &line, if pointed { Role::Strong } else { Role::Text });
    }
}

/// Draws taking access away: the reason, then what will be done.
pub(super) fn removal(pen: &mut Pen<'_>, form: &RemovalForm) -> Position {
    let texts = pen.texts();
    let row = &form.permission;
    let width = pen.width().saturating_sub(4);
    let title = texts.with("removal-title", &[("reference", row.reference.as_str())]);
    pen.put(1, 0, pen.width().saturating_sub(2), &title, Role::Title);
    chrome::demo_mark(pen, 1);
    let (name, email) = (clean::line(&row.name), clean::line(&row.email));
    let role = texts.of_family("access-role", &row.role);
    let who = texts.with("removal-who", &[("name", &name), ("role", &role), ("of", &of(row))]);
    let mut y = 2;
    y += pen.prose(Rect { x: 2, y, width, height: 6 }, &who, Role::Text) + 1;
    let reason = text_of(&form.reason);
    if form.summary.is_none() {
        let label = texts.with("removal-reason", &[("email", &email)]);
        y += pen.prose(Rect { x: 2, y, width, height: 2 }, &label, Role::Strong);
        pen.put(2, y, width, if reason.is_empty() { "\u{b7}" } else { &reason }, Role::Field);
        chrome::foot(pen);
        let caret = u16::try_from(form.reason.screen_cursor().col).unwrap_or(0);
        return Position { x: (2 + caret).min(pen.width().saturating_sub(1)), y };
    }
    let question = texts.with("removal-question", &[("email", &email)]);
    y += pen.prose(Rect { x: 2, y, width, height: 6 }, &question, Role::Strong) + 1;
    let room = pen.height().saturating_sub(y + 6).max(1);
    y += pen.prose(Rect { x: 4, y, width: width.saturating_sub(2), height: room }, &format!("«{reason}»"), Role::Text)
        + 1;
    let (sentence, role) = match (&form.fault, form.sent) {
        (Some(fault), None) => (refusal::say_fault(texts, fault), Role::Danger),
        (_, Some(_)) => (texts.say("removal-sending"), Role::Text),
        _ => (texts.say("removal-confirm"), Role::Strong),
    };
    let cut = pen.cut;
    pen.prose(Rect { x: 2, y, width, height: 4 }, &sentence, role);
    // Why it did not go may be long: it keeps nobody from trying again.
    pen.cut = cut || (pen.cut && form.fault.is_none());
    chrome::foot(pen);
    Position { x: 2, y }
}
