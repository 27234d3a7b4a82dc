//! The report: all points with their earlier figures, the extension count, and what is known of the selected point.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{
    chrome, findings,
    pen::{Pen, width_of},
    report_rows::{self, Columns},
    spot::Spot,
    theme::Role,
    together,
};
use crate::{
    api::case::ReportCase,
    app::model::{
        case::OpenCase,
        dialog::{Dialog, text_of},
    },
    domain::{
        form::{Point, key},
        report::{Version, breaches, parse_extensions},
        task::Badge,
        unit::ExtensionRule,
    },
    text::{Texts, clean, countdown::days_sentence, date, name, number, refusal::say},
};

/// The line of the column headings.
const HEAD: u16 = 3;
/// The fewest free lines that findings are shown in.
const LOWEST_CORNER: usize = 4;

/// Draws the report.
pub(super) fn draw(pen: &mut Pen<'_>, open: &OpenCase) -> Position {
    let (Some(report), Some(newest)) = (open.report(), open.report().and_then(ReportCase::newest)) else {
        return Position { x: 0, y: 0 };
    };
    top(pen, open, report, newest);
    parts(pen, open);
    let mut cursor = rows(pen, open);
    about(pen, open, report, newest);
    chrome::foot(pen);
    if let Some(field) = field(pen, open, newest) {
        cursor = field;
    }
    cursor
}

/// The two title lines: which report this is, how it came and until when it waits.
fn top(pen: &mut Pen<'_>, open: &OpenCase, report: &ReportCase, newest: &Version) {
    let texts = pen.texts();
    let version = newest.version.to_string();
    let title = texts.with(
        "report-title",
        &[
            ("unit", &report.unit.name),
            ("no", report.unit.no.as_str()),
            ("period", &name::period(texts, &report.period)),
            ("version", &version),
        ],
    );
    let right = right_of_title(pen, open, report);
    let end = pen.put(1, 0, pen.width().saturating_sub(width_of(&right.0) + 3), &title, Role::Title);
    pen.put_right(end, 0, pen.width().saturating_sub(end + 1), &right.0, right.1);
    let room = pen.width().saturating_sub(2 + chrome::demo_mark(pen, 1));
    pen.facts(1, 1, room, &facts(pen, open, report, newest), Role::Text);
}

/// How the unit reports, in which language it writes, how long there is left, and how the version came.
fn facts(pen: &Pen<'_>, open: &OpenCase, report: &ReportCase, newest: &Version) -> Vec<String> {
    let texts = pen.texts();
    let assumed = |text: String, assumed: bool| {
        if assumed { format!("{text} ({})", texts.say("assumed")) } else { text }
    };
    let left = open.case.row().days_left.filter(|_| open.is_open());
    let at = date::short_moment(newest.received_at);
    let submitted = texts.with("report-submitted", &[("at", &at), ("name", &newest.submitter.name)]);
    let row = open.case.row();
    vec![
        together::viewers_sentence(pen.model, row),
        if pen.model.together.is_elsewhere(&row.reference) { texts.say("viewers-oneself") } else { String::new() },
        together::holder_sentence(pen.model, row),
        left.map(|left| days_sentence(texts, left)).unwrap_or_default(),
        if newest.version > 1 { texts.say("report-corrected") } else { String::new() },
        assumed(texts.of_family("channel", &report.unit.channel.value), report.unit.channel.assumed),
        assumed(texts.of_family("language", &report.unit.language.value), report.unit.language.assumed),
        // A corrected version comes after the deadline by its nature: what counts is when the first one came.
        if row.badges.contains(&Badge::Late) { texts.say("report-late") } else { String::new() },
        newest
            .generated_at
            .map(|at| texts.with("source-register", &[("at", &date::short_moment(at))]))
            .unwrap_or_default(),
        submitted,
        assumed(
            texts.with("report-case-system", &[("name", &report.unit.case_system.value)]),
            report.unit.case_system.assumed,
        ),
    ]
}

fn right_of_title(pen: &Pen<'_>, open: &OpenCase, report: &ReportCase) -> (String, Role) {
    let texts = pen.texts();
    if let Some(version) = open.newer {
        return (texts.with("report-newer", &[("version", &version.to_string())]), Role::Danger);
    }
    if !open.is_open() {
        let outcome = texts.of_family("state", &report.row.state);
        if let Some(until) = report.row.undo_until.filter(|until| *until > pen.model.now) {
            let own = open.undoable_by(pen.model.me.as_ref(), pen.model.now);
            let id = if own { "report-undoable" } else { "report-undoable-by-other" };
            return (texts.with(id, &[("outcome", &outcome), ("until", &date::clock(until))]), Role::Warning);
        }
        return (texts.with("report-solved", &[("outcome", &outcome)]), Role::Warning);
    }
    (report.row.reference.to_string(), Role::Text)
}

/// The line of the parts: which have been seen, and where the draft stands.
fn parts(pen: &mut Pen<'_>, open: &OpenCase) {
    if !open.is_open() {
        return decided(pen, open);
    }
    let texts = pen.texts();
    let label = texts.say("report-parts");
    let mut x = pen.put(1, 2, pen.width(), &label, Role::Quiet) + 2;
    let (mut all, mut seen) = (0, 0);
    for (_, section) in open.sections_to_see() {
        let done = open.draft.seen.contains(&section.no);
        all += 1;
        seen += usize::from(done);
        let mark = format!("{}{}", section.no, if done { "✓" } else { "·" });
        x += pen.put(x, 2, pen.width(), &mark, if done { Role::Good } else { Role::Text }) + 1;
    }
    let mut sentence = texts.with("report-parts-seen", &[("seen", &seen.to_string()), ("all", &all.to_string())]);
    if open.changes_only {
        sentence = texts.say("report-only-changes");
    }
    let (draft, role) = draft_state(pen, open);
    let room = pen.width().saturating_sub(x + width_of(&draft) + 4);
    let form = open.report().map(|report| texts.with("report-form", &[("version", &report.form.version)]));
    let found = open.review().map(|review| findings::count(texts, review)).unwrap_or_default();
    pen.facts(x + 1, 2, room, &[sentence, found, form.unwrap_or_default()], Role::Text);
    pen.put_right(x + 1, 2, pen.width().saturating_sub(x + 2), &draft, role);
}

/// How a solved report was decided, in the place of the parts.
fn decided(pen: &mut Pen<'_>, open: &OpenCase) {
    let texts = pen.texts();
    let Some(last) = open.case.decisions().iter().rev().find(|decision| decision.undone_at.is_none()) else { return };
    let outcome = texts.of_family("outcome", &last.kind.outcome());
    let (at, count) = (date::short_moment(last.at), last.extensions.map(|count| count.to_string()));
    let mut values = vec![("outcome", outcome.as_str()), ("at", &at), ("name", &last.name)];
    let sentence = match &count {
        Some(count) => {
            values.push(("count", count));
            texts.with("report-decision-count", &values)
        }
        None => texts.with("report-decision", &values),
    };
    pen.put(1, 2, pen.width().saturating_sub(2), &sentence, Role::Text);
}

fn draft_state(pen: &Pen<'_>, open: &OpenCase) -> (String, Role) {
    let texts = pen.texts();
    let unsaved = open.save_fault.is_some() || open.saving || open.unsaved_since.is_some();
    if pen.model.disk_fails && unsaved {
        return (texts.say("report-draft-only-here"), Role::Danger);
    }
    if open.save_fault.is_some() {
        return (texts.say("report-draft-disk"), Role::Warning);
    }
    if open.saving {
        return (texts.say("report-draft-saving"), Role::Quiet);
    }
    if open.unsaved_since.is_some() {
        return (texts.say("report-draft-unsaved"), Role::Quiet);
    }
    let mine = pen.model.me.as_ref().is_none_or(|me| open.draft.person.is_empty() || me.person == open.draft.person);
    match open.draft.saved_at {
        Some(_) if !mine => (texts.with("report-draft-of", &[("name", &open.draft.name)]), Role::Warning),
        Some(at) => (texts.with("report-draft-saved", &[("at", &date::clock(at))]), Role::Quiet),
        None => (String::new(), Role::Quiet),
    }
}

/// Draws the points that are visible, in one column or two, and says where the selected one is.
fn rows(pen: &mut Pen<'_>, open: &OpenCase) -> Position {
    let size = pen.model.size;
    let count = u16::try_from(size.point_columns()).unwrap_or(1);
    let width = pen.width() / count;
    let columns = Columns::of(open, width, pen.model.thrifty);
    let shown = size.point_rows().min(open.rows.len().saturating_sub(open.top));
    for column in 0..count.min(u16::try_from(shown.div_ceil(size.point_lines())).unwrap_or(1).max(1)) {
        report_rows::head(pen, &columns, column * width, HEAD);
    }
    let mut cursor = Position { x: 0, y: HEAD + 1 };
    for place in 0..shown {
        let line = open.top + place;
        let x = u16::try_from(place / size.point_lines()).unwrap_or(0) * width;
        let y = HEAD + 1 + u16::try_from(place % size.point_lines()).unwrap_or(0);
        let Some(row) = open.rows.get(line).copied() else { break };
        report_rows::row(pen, open, &columns, row, Position { x, y });
        pen.spots.put(Rect::new(x, y, width, 1), Some(Spot::Row { number: line, selected: open.cursor }));
        if line == open.cursor {
            pen.put(x, y, 1, ">", Role::Marker);
            cursor = Position { x, y };
        }
    }
    corner(pen, open, shown, width);
    cursor
}

/// Where the points leave the last column free, the findings stand.
fn corner(pen: &mut Pen<'_>, open: &OpenCase, shown: usize, width: u16) {
    let size = pen.model.size;
    let columns = size.point_columns();
    let used = shown.saturating_sub(size.point_lines() * columns.saturating_sub(1));
    let free = size.point_lines().saturating_sub(used + 1);
    if columns < 2 || free < LOWEST_CORNER {
        return;
    }
    let place = |number: usize| u16::try_from(number).unwrap_or(0);
    let x = place(columns - 1) * width + 1;
    let area = Rect { x, y: HEAD + 2 + place(used), width: width.saturating_sub(2), height: place(free) };
    findings::corner(pen, open, area);
}

/// The three lines on the selected point: what it is and what is counted, and what else is known of it.
fn about(pen: &mut Pen<'_>, open: &OpenCase, report: &ReportCase, newest: &Version) {
    let Some(point) = open.selected_point() else { return };
    let texts = pen.texts();
    let y = pen.height().saturating_sub(5);
    let width = pen.width().saturating_sub(2);
    if open.changes_only {
        if let Some(outcome) = open.answer_at(&point.key) {
            let (sentence, role) = findings::answer(texts, outcome);
            pen.put(1, y, width, &format!("{}  {sentence}", point.code), role);
            if let Some(finding) = open.shown_finding() {
                pen.put(1, y + 1, width, &clean::line(&finding.message), Role::Text);
            }
            if let Some((sentence, role)) = special(pen, open, report, newest, point) {
                pen.put(1, y + 2, width, &sentence, role);
            }
            return;
        }
    } else if let Some(finding) = open.shown_finding() {
        return findings::about(pen, open, finding, y);
    }
    let sure = texts.say(&format!("point-confidence-{}", crate::text::wire_name(&point.confidence)));
    let law = point.law_in(texts.language()).map(|law| format!(" · {law}")).unwrap_or_default();
    let sentence = format!(
        "{} {}{law} · {sure}. {}",
        point.code,
        point.explained_in(texts.language()),
        point.definition_in(texts.language())
    );
    let special = special(pen, open, report, newest, point);
    let height = if special.is_some() { 2 } else { 3 };
    pen.prose(Rect { x: 1, y, width, height }, &sentence, Role::Text);
    if let Some((sentence, role)) = special {
        pen.put(1, y + 2, width, &sentence, role);
    }
}

/// What is known of this point in this report beyond the form, if anything.
fn special(
    pen: &Pen<'_>,
    open: &OpenCase,
    report: &ReportCase,
    newest: &Version,
    point: &Point,
) -> Option<(String, Role)> {
    let texts = pen.texts();
    if let Some(remark) = newest.remarks.get(&point.key) {
        return Some((texts.with("point-remark", &[("text", &clean::line(remark))]), Role::Warning));
    }
    if let Some(note) = open.draft.notes.get(&point.key) {
        return Some((texts.with("point-note", &[("text", note)]), Role::Text));
    }
    if point.key == key::EXTENSIONS
        && let Some(sentence) = registered(texts, report)
    {
        return Some((sentence, Role::Strong));
    }
    if point.key == key::EXTENSIONS && report.unit.extension_why.is_some() {
        let channels = &pen.model.guides.register.channels;
        let why = report.unit.extension_why.as_deref();
        return why.map(|why| (name::why(texts, channels, why), Role::Warning));
    }
    if !newest.obsolete.is_empty() {
        return Some((texts.with("section-obsolete", &[("points", &newest.obsolete.join(", "))]), Role::Warning));
    }
    report.break_in_series.then(|| (texts.say("report-break"), Role::Quiet))
}

/// The field that has the focus: the extension count or a note, in the lines above the keys.
fn field(pen: &mut Pen<'_>, open: &OpenCase, newest: &Version) -> Option<Position> {
    let (label, area) = match &pen.model.dialog {
        Some(Dialog::Count(area, _)) => (pen.say("count-label"), area),
        Some(Dialog::Accept(accepting)) => {
            let id = if accepting.approving { "accept-label-error" } else { "accept-label" };
            (pen.texts().with(id, &[("rule", &accepting.finding.rule)]), &accepting.area)
        }
        Some(Dialog::Note(key, area)) => {
            let code = open.report()?.form.point(key).map_or(key.as_str(), |point| point.code.as_str());
            (pen.texts().with("note-label", &[("point", code)]), area)
        }
        _ => return None,
    };
    let y = pen.height().saturating_sub(2);
    pen.clear_line(y);
    if let Some(Dialog::Count(_, refusal)) = &pen.model.dialog {
        pen.clear_line(y - 1);
        pen.clear_line(y - 2);
        pen.clear_line(y - 3);
        let (sentence, role) = match refusal {
            Some(refusal) => (say(pen.texts(), refusal), Role::Danger),
            None => (consequence(pen, &text_of(area), newest), Role::Strong),
        };
        pen.prose(Rect { x: 1, y: y - 2, width: pen.width().saturating_sub(2), height: 2 }, &sentence, role);
    }
    if matches!(pen.model.dialog, Some(Dialog::Accept(_))) && !pen.model.message.hidden {
        // The field stands where announcements do: one that has come since is told in the line above.
        pen.clear_line(y - 1);
        pen.put(1, y - 1, pen.width().saturating_sub(2), &pen.model.message.text, Role::Warning);
    }
    let x = pen.put(1, y, pen.width(), &label, Role::Strong) + 2;
    // A long text is shown from where the caret is still in sight.
    let text = text_of(area);
    let room = pen.width().saturating_sub(x + 2);
    let caret = u16::try_from(area.screen_cursor().col).unwrap_or(0);
    let hidden = caret.saturating_sub(room);
    let shown: String = text.chars().skip(usize::from(hidden)).collect();
    pen.put(x, y, pen.width().saturating_sub(x + 1), &format!("{shown} "), Role::Field);
    if matches!(pen.model.dialog, Some(Dialog::Count(..)))
        && let Some(sentence) = open.report().and_then(|report| registered(pen.texts(), report))
    {
        let from = x + 4;
        pen.put_right(from, y, pen.width().saturating_sub(from + 1), &sentence, Role::Quiet);
    }
    Some(Position { x: (x + caret - hidden).min(pen.width().saturating_sub(1)), y })
}

/// What the register of extensions says of the period, where the count may be given and the register says anything.
fn registered(texts: &Texts, report: &ReportCase) -> Option<String> {
    let count = report.registered.proposed().filter(|_| report.unit.extension_rule != ExtensionRule::Forbidden)?;
    Some(texts.with("registered-count", &[("granted", &count.to_string())]))
}

/// What the count in the field makes of the breaches.
fn consequence(pen: &Pen<'_>, typed: &str, newest: &Version) -> String {
    let texts = pen.texts();
    let figure = |name: &str| {
        newest.values.get(name).copied().flatten().map_or_else(|| texts.say("value-empty"), |n| number::whole(n.into()))
    };
    let (three, six) = (figure(key::THREE_TO_SIX), figure(key::OVER_SIX));
    let typed = parse_extensions(typed).ok();
    let Some((given, left)) = typed.and_then(|given| Some((given, breaches(&newest.values, given)?))) else {
        return texts.with("count-open", &[("three", &three), ("six", &six)]);
    };
    let (count, given) = (number::whole(left.count.into()), given.to_string());
    let mut values = vec![("count", count.as_str()), ("three", &three), ("given", &given), ("six", &six)];
    match left.per_mille.map(number::per_cent) {
        Some(share) => {
            values.push(("share", &share));
            texts.with("count-breaches-share", &values)
        }
        None => texts.with("count-breaches", &values),
    }
}
