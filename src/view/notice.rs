//! The form of a decision on an extension, and the summary before notices are sent.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{
    chrome,
    pen::{Pen, wrap},
    theme::Role,
};
use crate::{
    api::{
        extensions::{ExtensionAnswer, LineOutcome},
        units::{NoticeText, RemindAnswer, Reminded},
    },
    app::model::{
        dialog::text_of,
        units::{ExtensionForm, NoticeStage, NoticeSummary, Told, Wanted},
    },
    text::{clean, date, refusal},
};

/// The labels of the form's fields.
const LABELS: [&str; 5] = ["form-case-ref", "form-asked", "form-verdict", "form-decided", "form-told"];
/// Lines of the summary that are not text: title, gap, gap, stage, window, message, keys.
const FRAME: u16 = 8;

/// Draws the form.
pub(super) fn form(pen: &mut Pen<'_>, form: &ExtensionForm) -> Position {
    let texts = pen.texts();
    let unit = pen.model.units.ready().map(|page| page.unit.name.clone()).unwrap_or_default();
    let title = texts.with("form-title", &[("unit", &unit), ("no", form.unit.as_str())]);
    pen.put(1, 0, pen.width().saturating_sub(2), &title, Role::Title);
    chrome::demo_mark(pen, 1);
    let labels = LABELS.map(|id| texts.say(id));
    let narrow = pen.model.size.is_narrow();
    let column = if narrow { 3 } else { 34 };
    let mut cursor = Position { x: 1, y: 2 };
    for (place, (label, field)) in labels.iter().zip(&form.fields).enumerate() {
        let step = if narrow { 2 } else { 1 };
        let y = 2 + u16::try_from(place).unwrap_or(0) * step;
        let focused = place == form.focus;
        if focused {
            pen.put(0, y, 1, ">", Role::Marker);
        }
        pen.put(2, y, pen.width().saturating_sub(3), label, if focused { Role::Strong } else { Role::Text });
        let line = if narrow { y + 1 } else { y };
        let room = pen.width().saturating_sub(column + 1).min(24);
        let typed = text_of(field);
        let shown = if typed.is_empty() { "·".to_owned() } else { typed };
        pen.put(column, line, room, &shown, Role::Field);
        if focused {
            let caret = u16::try_from(field.screen_cursor().col).unwrap_or(0);
            cursor = Position { x: (column + caret).min(pen.width().saturating_sub(1)), y: line };
        }
    }
    let y = if narrow { 13 } else { 8 };
    let height = pen.height().saturating_sub(y + 3);
    let area = Rect { x: 2, y, width: pen.width().saturating_sub(4), height };
    let help = texts.say("form-help");
    pen.prose(area, &help, Role::Quiet);
    chrome::foot(pen);
    cursor
}

/// Draws the summary: who is written to, who is left out and why, and the words in full.
pub(super) fn summary(pen: &mut Pen<'_>, summary: &NoticeSummary) -> Position {
    let texts = pen.texts();
    let title = texts.say(match summary.wanted {
        Wanted::Remind(_) => "notice-title-remind",
        Wanted::Register(_) => "notice-title-register",
    });
    pen.put(1, 0, pen.width().saturating_sub(16), &title, Role::Title);
    chrome::demo_mark(pen, 1);
    let lines = lines(pen, summary);
    let width = usize::from(pen.width().saturating_sub(3));
    let wrapped: Vec<(String, Role)> = lines
        .into_iter()
        .flat_map(|(text, role)| wrap(&text, width).into_iter().map(move |line| (line, role)))
        .collect();
    let room = usize::from(pen.height().saturating_sub(FRAME));
    let top = summary.top.min(wrapped.len().saturating_sub(room));
    for ((text, role), y) in wrapped.iter().skip(top).take(room).zip(2..) {
        pen.put(2, y, pen.width().saturating_sub(3), text, *role);
    }
    if wrapped.len() > room {
        let (at, total) = ((top + room).min(wrapped.len()).to_string(), wrapped.len().to_string());
        let position = texts.with("list-position", &[("at", &at), ("total", &total)]);
        pen.put_right(1, 0, pen.width().saturating_sub(2), &position, Role::Quiet);
    }
    let y = pen.height().saturating_sub(5);
    let cursor = stage(pen, summary, y);
    chrome::foot(pen);
    cursor
}

type Shown = Vec<(String, Role)>;

fn lines(pen: &Pen<'_>, summary: &NoticeSummary) -> Shown {
    let texts = pen.texts();
    let mut shown = match &summary.told {
        None => vec![(texts.say("notice-checking"), Role::Text)],
        Some(Told::Remind(answer)) => reminders(pen, answer),
        Some(Told::Register(answer)) => decision(pen, answer),
    };
    if let NoticeStage::Failed { fault, sent } = &summary.stage {
        let again = texts.say(if *sent { "summary-again" } else { "summary-check-again" });
        shown.insert(0, (format!("{} {again}", refusal::say_fault(texts, fault)), Role::Danger));
    }
    shown
}

fn reminders(pen: &Pen<'_>, answer: &RemindAnswer) -> Shown {
    let texts = pen.texts();
    let count = i64::try_from(answer.count()).unwrap_or(i64::MAX);
    let left = i64::try_from(answer.units.iter().filter(|unit| unit.refusal.is_some()).count()).unwrap_or(i64::MAX);
    let sum = texts.with_numbers("notice-remind-count", &[], &[("n", count), ("left", left)]);
    let mut shown = vec![(sum, Role::Strong)];
    // Those who are written to, and the words, stand first: they are what Enter is about.
    let (written, left_out): (Vec<_>, Vec<_>) =
        answer.units.iter().partition(|unit| unit.notice.is_some() || unit.refusal.is_none());
    let name = |unit: &Reminded| clean::line(&format!("{} ({})", unit.name, unit.unit));
    for unit in written {
        let line =
            unit.notice.as_ref().map_or_else(|| name(unit), |notice| format!("  {}: {}", name(unit), to(pen, notice)));
        shown.push((line, Role::Text));
    }
    let mut told = std::collections::BTreeSet::new();
    // The words once per language: they differ in the name of the unit only.
    for notice in answer.units.iter().filter_map(|unit| unit.notice.as_ref()) {
        if told.insert(crate::text::wire_name(&notice.language.value)) {
            words(&mut shown, notice);
        }
    }
    for unit in left_out {
        let Some(why) = &unit.refusal else { continue };
        let (name, why) = (name(unit), refusal::say(texts, why));
        shown.push((texts.with("notice-left-out", &[("unit", &name), ("why", &why)]), Role::Warning));
    }
    shown
}

fn decision(pen: &Pen<'_>, answer: &ExtensionAnswer) -> Shown {
    let texts = pen.texts();
    let mut shown = Shown::new();
    for line in &answer.lines {
        let Some(entry) = &line.entry else { continue };
        let verdict = texts.of_family("verdict", &entry.verdict);
        let unit = clean::line(&format!("{} {}", entry.unit, entry.unit_name));
        let values = [("unit", unit.as_str()), ("ref", entry.case_ref.as_str()), ("verdict", &verdict)];
        shown.push((texts.with("extension-sentence", &values), Role::Strong));
        shown.push((texts.with("unit-asked", &[("day", &date::day(entry.asked))]), Role::Text));
        if let Some(day) = entry.decided {
            shown.push((texts.with("notice-decided", &[("day", &date::day(day))]), Role::Text));
        }
        if let Some(day) = entry.told {
            shown.push((texts.with("unit-told", &[("day", &date::day(day))]), Role::Text));
        }
        match &line.notice {
            _ if line.outcome == LineOutcome::Known => shown.push((texts.say("notice-known"), Role::Warning)),
            Some(notice) => {
                shown.push((texts.with("notice-to", &[("to", &to(pen, notice))]), Role::Text));
                words(&mut shown, notice);
            }
            None => shown.push((texts.say("notice-nobody"), Role::Text)),
        }
    }
    shown
}

fn to(pen: &Pen<'_>, notice: &NoticeText) -> String {
    let texts = pen.texts();
    let assumed = if notice.language.assumed { format!(" ({})", texts.say("assumed")) } else { String::new() };
    let language = texts.of_family("language", &notice.language.value);
    format!("{}, {language}{assumed}", clean::line(&notice.recipient))
}

fn words(shown: &mut Shown, notice: &NoticeText) {
    shown.push((String::new(), Role::Text));
    shown.push((clean::line(&notice.subject), Role::Heading));
    shown.extend(clean::prose(&notice.body).lines().map(|line| (line.to_owned(), Role::Text)));
}

fn stage(pen: &mut Pen<'_>, summary: &NoticeSummary, y: u16) -> Position {
    let texts = pen.texts();
    let does = summary.told.as_ref().is_some_and(Told::does_something);
    let id = match &summary.stage {
        NoticeStage::Checking(_) => "notice-stage-checking",
        NoticeStage::Ready if does => "notice-stage-ready",
        NoticeStage::Ready => "notice-stage-nothing",
        NoticeStage::Sending(_) => "notice-stage-sending",
        NoticeStage::Failed { .. } => "notice-stage-failed",
    };
    let asked = summary.number_asked().and_then(|count| i64::try_from(count).ok());
    let sentence = asked.map_or_else(|| texts.say(id), |count| texts.count("notice-number", count, &[]));
    pen.clear_line(y);
    let end = pen.put(2, y, pen.width().saturating_sub(8), &sentence, Role::Strong);
    if does {
        let seconds = pen.model.me.as_ref().map_or(0, |me| me.undo_seconds);
        let window = texts.count("notice-window", i64::from(seconds), &[]);
        pen.clear_line(y + 1);
        pen.put(2, y + 1, pen.width().saturating_sub(3), &window, Role::Text);
    }
    if asked.is_none() {
        return Position { x: 2, y };
    }
    let x = end + 3;
    pen.put(x, y, pen.width().saturating_sub(x + 1), &text_of(&summary.number), Role::Field);
    let caret = u16::try_from(summary.number.screen_cursor().col).unwrap_or(0);
    Position { x: (x + caret).min(pen.width().saturating_sub(1)), y }
}
