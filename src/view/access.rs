//! The access request: who applies, what they seem to be, and what can be done.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{chrome, pen::Pen, theme::Role, together};
use crate::{
    api::case::{AccessCase, Case},
    app::model::case::OpenCase,
    text::{application, date},
};

/// Where the values stand.
const VALUES: u16 = 24;

/// Draws the access request.
pub(super) fn draw(pen: &mut Pen<'_>, open: &OpenCase) -> Position {
    let Case::Access(case) = &open.case else { return Position { x: 0, y: 0 } };
    let title = pen.texts().with("access-title", &[("reference", case.row.reference.as_str())]);
    let room = pen.width().saturating_sub(2 + chrome::demo_mark(pen, 1));
    pen.put(1, 0, pen.width().saturating_sub(2), &title, Role::Title);
    let state = access_state(pen, case);
    let (viewers, holder) =
        (together::viewers_sentence(pen.model, &case.row), together::holder_sentence(pen.model, &case.row));
    pen.facts(1, 1, room, &[state, viewers, holder], Role::Text);
    let y = facts(pen, case);
    let y = assessment(pen, case, y + 1);
    if open.is_open() {
        choices(pen, y + 1);
    } else {
        let outcome = pen.texts().of_family("state", &case.row.state);
        let sentence = pen.texts().with("report-solved", &[("outcome", &outcome)]);
        pen.put(2, y + 1, pen.width(), &sentence, Role::Warning);
    }
    chrome::foot(pen);
    Position { x: 2, y: 3 }
}

/// Whether the request is open, or how it was decided.
fn access_state(pen: &Pen<'_>, case: &AccessCase) -> String {
    let texts = pen.texts();
    let outcome = texts.of_family("state", &case.row.state);
    let Some(last) = case.decisions.iter().rev().find(|decision| decision.undone_at.is_none()) else { return outcome };
    let at = date::short_moment(last.at);
    texts.with("report-decision", &[("outcome", &outcome), ("at", &at), ("name", &last.name)])
}

fn facts(pen: &mut Pen<'_>, case: &AccessCase) -> u16 {
    let texts = pen.texts();
    let earlier: Vec<String> = case.earlier.iter().map(|one| application::earlier(texts, one)).collect();
    let earlier = earlier.join("; ");
    let given = &case.application;
    let mut facts = vec![
        ("access-applicant", given.name.clone()),
        ("access-email", given.email.clone()),
        ("access-phone", given.phone.clone()),
        ("access-represents", given.represents.clone()),
        ("access-unit", format!("{} ({})", case.unit.name, case.unit.no)),
        ("access-received", date::moment(case.row.received_at)),
        ("access-earlier", if earlier.is_empty() { texts.say("access-none") } else { earlier }),
    ];
    if let Some(name) = &case.sent_by {
        facts.push(("access-sent-by", name.clone()));
    }
    if let Some(held) = &case.held {
        facts.push(("access-held", held.to_string()));
    }
    if let Some(permission) = &case.permission {
        facts.push(("access-given", application::permission(texts, permission)));
    }
    let mut y = 3;
    for (id, value) in facts {
        y += fact(pen, y, &texts.say(id), &value);
    }
    y
}

/// A label with dots to its value, which may take a few lines; says how many.
pub(super) fn fact(pen: &mut Pen<'_>, y: u16, label: &str, value: &str) -> u16 {
    fact_within(pen, (y, 3), label, value)
}

/// A label with dots to its value, which may take so many lines from a line on; says how many it took.
pub(super) fn fact_within(pen: &mut Pen<'_>, (y, height): (u16, u16), label: &str, value: &str) -> u16 {
    if pen.model.size.is_narrow() {
        let room = Rect { x: 1, y, width: pen.width().saturating_sub(2), height };
        return pen.prose(room, &format!("{label}: {value}"), Role::Text);
    }
    let end = 2 + pen.put(2, y, VALUES.saturating_sub(3), label, Role::Quiet);
    let dots = ".".repeat(usize::from(VALUES.saturating_sub(end + 2)));
    pen.put(end + 1, y, VALUES.saturating_sub(end + 2), &dots, Role::Quiet);
    let room = Rect { x: VALUES, y, width: pen.width().saturating_sub(VALUES + 1), height };
    pen.prose(room, value, Role::Text)
}

fn assessment(pen: &mut Pen<'_>, case: &AccessCase, y: u16) -> u16 {
    let texts = pen.texts();
    let heading = texts.say("access-assessment");
    pen.put(2, y, pen.width(), &heading, Role::Heading);
    let signs: Vec<String> = case.signs.iter().map(|sign| texts.of_family("sign", sign)).collect();
    let reason = texts.with("access-signs", &[("signs", &signs.join(", "))]);
    let sentence = format!("{} {reason}", texts.of_family("applicant", &case.applicant));
    let area = Rect { x: 4, y: y + 1, width: pen.width().saturating_sub(6), height: 4 };
    let mut lines = pen.prose(area, &sentence, Role::Text);
    if let Some(open) = pen.model.case.ready().filter(|open| open.is_open()) {
        let name = |role| texts.of_family("access-role", &role);
        let role = match (open.role, case.suggested) {
            (Some(role), _) => texts.with("access-role-chosen", &[("role", &name(role))]),
            (None, Some(role)) => texts.with("access-role-suggested", &[("role", &name(role))]),
            (None, None) => texts.say("access-role-must"),
        };
        let role_of = if open.role.is_some() { Role::Warning } else { Role::Text };
        let below = y + 1 + lines;
        let room = Rect { y: below, height: pen.height().saturating_sub(below + 2).min(2), ..area };
        lines += pen.prose(room, &format!("{}: {role}", texts.say("access-role-line")), role_of);
    }
    if case.own {
        let sentence = texts.say("access-own");
        pen.put(4, y + 1 + lines, pen.width().saturating_sub(6), &sentence, Role::Danger);
        lines += 1;
    }
    y + 1 + lines
}

fn choices(pen: &mut Pen<'_>, y: u16) {
    let ids = [
        "access-choice-grant",
        "access-choice-reject",
        "access-choice-forward",
        "access-choice-ask",
        "access-choice-role",
    ];
    for (id, y) in ids.into_iter().zip(y..pen.height().saturating_sub(2)) {
        let text = pen.say(id);
        pen.put(4, y, pen.width().saturating_sub(6), &text, Role::Text);
    }
}
