//! The page of a unit: whom to call, what it reports with, its reports, what was written to it, and the extension register.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{
    chrome,
    page::Lines,
    pen::Pen,
    theme::Role,
    units::{channel, contact, deadline, language, reminded, state},
};
use crate::{
    api::{
        extensions::ExtensionEntry,
        me::ApprovalView,
        units::{CooperationView, LetterKind, Standing, UnitLetter, UnitPage, UnitReport},
    },
    app::model::{dialog::Page, units::PageState},
    domain::{task::State, unit::Channel},
    text::{Texts, clean, date, name, number, refusal::say_unread},
};

/// Draws the page that is open, or why it is not.
pub(super) fn draw(pen: &mut Pen<'_>) -> Position {
    let texts = pen.texts();
    match &pen.model.units.page {
        PageState::Ready(page, _) => whole(pen, page),
        PageState::Waiting(_, unit) => notice(pen, &texts.with("unit-waiting", &[("unit", unit.as_str())])),
        PageState::Failed(unit, fault) => {
            let why = say_unread(texts, fault);
            notice(pen, &texts.with("unit-failed", &[("unit", unit.as_str()), ("why", &why)]))
        }
        PageState::None => notice(pen, ""),
    }
}

fn notice(pen: &mut Pen<'_>, sentence: &str) -> Position {
    chrome::title(pen);
    let area = Rect { x: 2, y: 3, width: pen.width().saturating_sub(4), height: pen.height().saturating_sub(5) };
    pen.prose(area, sentence, Role::Text);
    chrome::foot(pen);
    Position { x: 2, y: 3 }
}

fn whole(pen: &mut Pen<'_>, page: &UnitPage) -> Position {
    let texts = pen.texts();
    let mut lines = Lines::default();
    standing(texts, &mut lines, page);
    lines.heading(texts.say("unit-contact"));
    for part in contact(texts, &page.row) {
        lines.plain(2, part, Role::Text);
    }
    lines.heading(texts.say("unit-reports-with"));
    lines.pair(&texts.say("unit-channel"), &channel(texts, &page.row));
    if let Some(one) = &page.unit.approval {
        lines.pair(&texts.say("unit-approval"), &approval(texts, one));
    }
    let system = &page.unit.case_system;
    let assumed = if system.assumed { format!(" ({})", texts.say("assumed")) } else { String::new() };
    lines.pair(&texts.say("unit-system"), &format!("{}{assumed}", clean::line(&system.value)));
    lines.pair(&texts.say("unit-language"), &language(texts, &page.row));
    for together in &page.cooperations {
        cooperation(pen, &mut lines, page, together);
    }
    block(texts, &mut lines, "unit-periods", "unit-no-periods", page.reports.iter().map(|one| report(texts, one)));
    register(texts, &mut lines, page);
    block(texts, &mut lines, "unit-letters", "unit-no-letters", page.letters.iter().map(|one| letter(texts, one)));
    let access = page.access.iter().map(|row| {
        let name = clean::line(row.applicant.as_deref().unwrap_or_default());
        let state = texts.of_family("state", &row.state);
        format!("{}  {}  {name}: {state}", row.reference, date::day(date::day_of(row.received_at)))
    });
    block(texts, &mut lines, "unit-access", "unit-no-access", access);
    let title = format!("{} ({})", page.unit.name, page.unit.no);
    lines.draw(pen, &title, Page { top: pen.model.units.page_top })
}

/// Where the unit stands on its way to the register, by which letter, and when the next step is expected.
fn approval(texts: &Texts, view: &ApprovalView) -> String {
    let status = texts.of_family("channel-status", &view.approval.status);
    let day = date::day(view.approval.since);
    let mut parts = vec![match &view.approval.letter {
        Some(letter) => texts
            .with("channel-changed-letter", &[("status", &status), ("day", &day), ("letter", &clean::line(letter))]),
        None => texts.with("channel-changed", &[("status", &status), ("day", &day)]),
    }];
    if let Some((from, to)) = view.earliest.zip(view.latest) {
        parts.push(texts.with("channel-expected", &[("from", &date::day(from)), ("to", &date::day(to))]));
    }
    parts.join(&texts.say("list-separator"))
}

fn block(texts: &Texts, lines: &mut Lines, title: &str, none: &str, found: impl Iterator<Item = String>) {
    lines.heading(texts.say(title));
    let mut any = false;
    for line in found {
        any = true;
        lines.plain(2, line, Role::Text);
    }
    if !any {
        lines.plain(2, texts.say(none), Role::Quiet);
    }
}

fn standing(texts: &Texts, lines: &mut Lines, page: &UnitPage) {
    let row = &page.row;
    let mut parts = vec![format!("{}: {}", name::period(texts, &page.period), state(texts, row))];
    if row.state == Standing::Missing {
        parts.push(deadline(texts, row));
        parts.push(reminded(texts, row));
    }
    if let Some(version) = row.version {
        parts.push(texts.with("version-short", &[("version", &version.to_string())]));
    }
    parts.extend(row.badges.iter().map(|badge| texts.of_family("badge", badge)));
    let role = if row.state == Standing::Missing && row.days_left < 0 { Role::Danger } else { Role::Strong };
    lines.plain(0, parts.join(&texts.say("list-separator")), role);
}

fn cooperation(pen: &Pen<'_>, lines: &mut Lines, page: &UnitPage, together: &CooperationView) {
    let (texts, forms) = (pen.texts(), &pen.model.guides.register.forms);
    let made_up = if together.made_up { format!(" ({})", texts.say("unit-made-up")) } else { String::new() };
    lines.heading(format!("{}: {}{made_up}", texts.say("unit-cooperation"), clean::line(&together.name)));
    let missing: Vec<String> = together
        .members
        .iter()
        .filter(|member| !matches!(member.state, Some(Standing::Open | Standing::Returned | Standing::Approved)))
        .map(|member| clean::line(&member.name))
        .collect();
    for member in &together.members {
        let state =
            member.state.map_or_else(|| texts.say("unit-other-office"), |state| texts.of_family("standing", &state));
        let host = if member.no == together.host { format!(" – {}", texts.say("unit-host")) } else { String::new() };
        let role = if member.no == page.unit.no { Role::Strong } else { Role::Text };
        lines.plain(2, format!("{} ({}): {state}{host}", clean::line(&member.name), member.no), role);
    }
    for sum in &together.sums {
        let value = match sum.sum {
            Some(sum) => number::whole(i64::from(sum)),
            None if missing.is_empty() => texts.say("unit-sum-empty"),
            None => texts.with("unit-sum-missing", &[("units", &missing.join(", "))]),
        };
        let known = forms.iter().rev().find_map(|form| form.point(&sum.key));
        let label = known
            .map_or_else(|| sum.label.clone(), |known| format!("{} {}", known.code, known.label_in(texts.language())));
        lines.pair(&label, &value);
    }
}

fn report(texts: &Texts, report: &UnitReport) -> String {
    let mut parts = vec![
        report.period.to_string(),
        texts.with("version-short", &[("version", &report.version.to_string())]),
        texts.of_family("state", &report.state),
    ];
    if let (Some(at), Some(by), false) = (report.decided_at, &report.decided_by, report.state == State::Open) {
        parts.push(format!("{} {}", date::day(date::day_of(at)), clean::line(by)));
    }
    if report.returns > 0 {
        parts.push(texts.count("unit-returns", i64::from(report.returns), &[]));
    }
    parts.extend(report.badges.iter().map(|badge| texts.of_family("badge", badge)));
    parts.join(&texts.say("list-separator"))
}

fn letter(texts: &Texts, letter: &UnitLetter) -> String {
    let kind = match letter.kind {
        LetterKind::Return => "unit-letter-return",
        LetterKind::Reminder => "unit-letter-reminder",
        LetterKind::Extension => "unit-letter-extension",
        LetterKind::Letter => "unit-letter-letter",
    };
    let parts = [
        date::moment(letter.at),
        texts.with(kind, &[("about", &clean::line(&letter.about))]),
        clean::line(&letter.by),
        clean::line(&letter.recipient),
        texts.of_family("delivery", &letter.delivery),
    ];
    parts.join(&texts.say("list-separator"))
}

fn register(texts: &Texts, lines: &mut Lines, page: &UnitPage) {
    block(texts, lines, "unit-register", "extensions-none", page.extensions.iter().map(|one| entry(texts, one)));
    if !page.count.is_empty() {
        let numbers =
            [("granted", page.count.granted), ("refused", page.count.refused), ("pending", page.count.pending)];
        let numbers: Vec<(&str, i64)> = numbers.into_iter().map(|(name, count)| (name, i64::from(count))).collect();
        lines.plain(
            2,
            texts.with_numbers("unit-register-sum", &[("period", &name::period(texts, &page.period))], &numbers),
            Role::Strong,
        );
    }
    let rule = if page.unit.channel.value == Channel::FormOld { "unit-register-counts" } else { "unit-register-tells" };
    lines.plain(2, texts.say(rule), Role::Quiet);
}

fn entry(texts: &Texts, entry: &ExtensionEntry) -> String {
    let verdict = texts.of_family("verdict", &entry.verdict);
    let verdict = if entry.superseded { texts.with("verdict-superseded", &[("verdict", &verdict)]) } else { verdict };
    let mut parts = vec![
        entry.case_ref.to_string(),
        texts.with("unit-asked", &[("day", &date::day(entry.asked))]),
        match entry.decided {
            Some(day) => format!("{verdict} {}", date::day(day)),
            None => verdict,
        },
    ];
    match (entry.told, entry.delivery) {
        (Some(day), _) => parts.push(texts.with("unit-told", &[("day", &date::day(day))])),
        (None, Some(delivery)) => parts.push(texts.of_family("delivery", &delivery)),
        (None, None) => {}
    }
    parts.push(clean::line(&entry.by));
    parts.join(&texts.say("list-separator"))
}
