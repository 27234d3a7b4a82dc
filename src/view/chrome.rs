//! What every screen has: the title line, the line that announces, the line of keys.
//! Imports `text`, `app` and `keys`.

use ratatui::layout::Rect;

use super::{
    pen::{Pen, width_of, wrap},
    spot::Spot,
    theme::Role,
};
use crate::{
    app::{
        command::Command,
        effect::ListKind,
        model::{Screen, Tone, dialog::Dialog},
        scope,
    },
    text::date,
};

/// The most lines an announcement takes.
const MESSAGE_LINES: usize = 4;
/// From this width on, the tabs stand apart and the mark of the demo is said in full.
const ROOMY: u16 = 90;
/// From this width on, every tab has its name.
const NAMED: u16 = 60;
/// The most keys the bottom line shows.
const HINTS: usize = 12;

/// The title line: the tabs, whether the line is up, who I am, whether the figures are made up.
pub(super) fn title(pen: &mut Pen<'_>) {
    let model = pen.model;
    let (figures, units) = (
        matches!(model.screen, Screen::Figures | Screen::Holders),
        matches!(model.screen, Screen::Units | Screen::Unit),
    );
    let listed = |kind| model.current_list() == kind && !figures && !units;
    let tabs = [
        ("1", "tab-queue", listed(ListKind::Queue)),
        ("2", "tab-archive", listed(ListKind::Archive)),
        ("3", "tab-figures", figures),
        ("4", "tab-units", units),
    ];
    let marks = marks(pen);
    let gap = if pen.width() < ROOMY { 1 } else { 2 };
    let names = |named: bool| -> u16 {
        tabs.iter().map(|(_, id, open)| 1 + gap + if *open || named { width_of(&pen.say(id)) + 1 } else { 0 }).sum()
    };
    let taken: u16 = marks.iter().map(|(mark, _)| width_of(mark) + 2).sum();
    // Where there is no room for all names, the keys of the others stand there; a mark goes before a name.
    let all_named = pen.width() >= NAMED && 7 + names(true) + taken <= pen.width();
    let mut x = pen.put(1, 0, 4, "sfv", Role::Title) + 1 + gap;
    for (key, id, open) in tabs {
        let name = if open || all_named { format!(" {}", pen.say(id)) } else { String::new() };
        x = pen.run(x, 0, &[(key, Role::Key), (&name, if open { Role::Tab } else { Role::Text })]) + gap;
    }
    // Two blanks at least: else what follows reads as part of the last tab.
    let x = x + 2 - gap;
    let mut right = pen.width().saturating_sub(1);
    let mut from_right = |pen: &mut Pen<'_>, text: &str, role: Role| {
        let width = width_of(text);
        let fits = right >= x + width;
        if fits {
            pen.put_right(right - width, 0, width, text, role);
            right = right.saturating_sub(width + 2);
        }
        fits
    };
    for (mark, role) in &marks {
        from_right(pen, mark, *role);
    }
    if let Some(me) = &model.me {
        let who = [Some(me.name.as_str()), me.office_short.as_deref()].into_iter().flatten();
        let who = who.collect::<Vec<_>>().join(&pen.say("list-separator"));
        // Where there is no room for both, the name alone; the other is then left out.
        for who in [who.as_str(), me.name.as_str()] {
            if from_right(pen, who, Role::Text) {
                break;
            }
        }
    }
}

/// What must be known of everything that is shown: the first stands farthest to the right, the last gives way first.
fn marks(pen: &Pen<'_>) -> Vec<(String, Role)> {
    let model = pen.model;
    let mut marks = Vec::new();
    if model.me.as_ref().is_some_and(|me| me.demo) {
        let id = if pen.width() < ROOMY { "demo-mark-short" } else { "demo-mark" };
        marks.push((pen.say(id), Role::Demo));
    }
    marks.extend(remembered_mark(pen).map(|mark| (mark, Role::Warning)));
    if !model.waiting.is_empty() {
        marks.push((pen.texts().count("status-waiting", number(model.waiting.len()), &[]), Role::Warning));
    }
    if !model.live {
        marks.push((pen.say("status-offline"), Role::Danger));
    }
    if model.options.read_only {
        marks.push((pen.say("status-read-only"), Role::Warning));
    }
    marks
}

/// The marks of made-up figures and of what may not be so any more, at the right end of a line; says how much room they took.
pub(super) fn demo_mark(pen: &mut Pen<'_>, y: u16) -> u16 {
    let mut marks = Vec::new();
    if pen.model.me.as_ref().is_some_and(|me| me.demo) {
        marks.push((pen.say("demo-mark-short"), Role::Demo));
    }
    if !pen.model.live {
        marks.push((pen.say("status-offline"), Role::Danger));
    }
    if pen.model.case.reference().is_some_and(|open| pen.model.waits(open).is_some()) {
        marks.push((pen.say("status-waits"), Role::Warning));
    }
    marks.extend(remembered_mark(pen).map(|mark| (mark, Role::Warning)));
    let mut taken = 0;
    for (mark, role) in marks {
        let width = width_of(&mark);
        pen.put_right(pen.width().saturating_sub(width + 1 + taken), y, width, &mark, role);
        taken += width + 2;
    }
    taken
}

/// When what is on the screen was so, where it is not known to be so now.
fn remembered_mark(pen: &Pen<'_>) -> Option<String> {
    let seen = pen.model.shown_since()?;
    let at = date::recently(seen, pen.model.now);
    Some(pen.texts().with("status-remembered", &[("at", &at)]))
}

/// A number of things, for a sentence.
fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The two lowest lines: the announcement, which may grow upwards, and the keys.
pub(super) fn foot(pen: &mut Pen<'_>) {
    message(pen);
    if matches!(pen.model.dialog, Some(Dialog::Quit)) {
        quit(pen);
    }
    hints(pen);
}

/// The question before leaving, in the place of the announcement.
fn quit(pen: &mut Pen<'_>) {
    let y = pen.height().saturating_sub(2);
    let question = match pen.model.waiting.len() {
        _ if pen.model.disk_fails => pen.say("quit-question-unsaved"),
        0 => pen.say("quit-question"),
        waiting => pen.texts().count("quit-question-waiting", number(waiting), &[]),
    };
    pen.clear_line(y);
    pen.put(1, y, pen.width().saturating_sub(2), &question, Role::Strong);
}

fn message(pen: &mut Pen<'_>) {
    let message = &pen.model.message;
    let asks = matches!(pen.model.dialog, Some(Dialog::Quit));
    if message.text.is_empty() || message.hidden || asks {
        return;
    }
    let (sign, role) = match message.tone {
        Tone::Plain => ("", Role::Text),
        Tone::Good => ("", Role::Good),
        Tone::Warning => ("! ", Role::Warning),
        Tone::Bad => ("!! ", Role::Danger),
    };
    let at = message.at.map(date::clock).unwrap_or_default();
    let width = usize::from(pen.width().saturating_sub(2));
    let mut lines = wrap(&format!("{at} {sign}{}", message.text), width);
    lines.truncate(MESSAGE_LINES);
    let bottom = pen.height().saturating_sub(2);
    let top = bottom.saturating_sub(u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0));
    for (line, y) in lines.iter().zip(top..) {
        pen.clear_line(y);
        pen.spots.put(Rect::new(0, y, pen.width(), 1), None);
        pen.put(1, y, pen.width().saturating_sub(2), line, role);
    }
}

/// A sentence above a line, in as many lines as it takes, at most those of an announcement.
pub(super) fn above(pen: &mut Pen<'_>, y: u16, sentence: &str, role: Role) {
    let mut lines = wrap(sentence, usize::from(pen.width().saturating_sub(2)));
    lines.truncate(MESSAGE_LINES);
    let top = y.saturating_sub(u16::try_from(lines.len()).unwrap_or(0));
    for (line, y) in lines.iter().zip(top..) {
        pen.clear_line(y);
        pen.put(1, y, pen.width().saturating_sub(2), line, role);
    }
}

/// The keys that can be used just now, as many as fit, with help always among them; they come from the live key map.
pub(super) fn hints(pen: &mut Pen<'_>) {
    let model = pen.model;
    let scope = scope::innermost(model);
    let all: Vec<(Command, String, String)> = pen
        .look
        .keymap
        .hints(scope)
        .filter(|(_, command)| scope::is_useful(model, *command))
        .map(|(key, command)| (command, key_name(&key.to_string()), hint(pen, command)))
        .collect();
    let y = pen.height().saturating_sub(1);
    pen.clear_line(y);
    let width = |(_, key, text): &(Command, String, String)| width_of(key) + width_of(text) + 3;
    let mut kept: u16 = all.iter().filter(|(command, ..)| must_show(*command)).map(width).sum();
    let mut x = 1;
    let mut others = HINTS.saturating_sub(all.iter().filter(|(command, ..)| must_show(*command)).count());
    for hint in &all {
        if must_show(hint.0) {
            kept -= width(hint);
        } else if others == 0 || x + width(hint) + kept > pen.width() {
            continue;
        } else {
            others -= 1;
        }
        let from = x;
        x = pen.run(x, y, &[(&hint.1, Role::Key), (" ", Role::Text), (&hint.2, Role::Text)]) + 2;
        pen.spots.put(Rect::new(from, y, x - 2 - from, 1), Some(Spot::Hint(hint.0)));
    }
}

/// The word for a key: of the way back, what it would take away in a list.
fn hint(pen: &Pen<'_>, command: Command) -> String {
    let model = pen.model;
    let on_list = model.dialog.is_none() && matches!(model.screen, Screen::Queue | Screen::Archive);
    let list = model.list(model.current_list());
    match command {
        Command::Explain if model.screen == Screen::Batch => pen.say("back-letter"),
        Command::Refresh if matches!(model.dialog, Some(Dialog::Summary(_) | Dialog::Notice(_))) => {
            pen.say("summary-again-hint")
        }
        Command::Back if on_list && list.marking.range.is_some() => pen.say("back-range"),
        Command::Back if on_list && !list.text.is_empty() => pen.say("back-search"),
        Command::Back if on_list && !list.marks.is_empty() => pen.say("back-marks"),
        other => pen.say(&format!("hint-{}", other.id())),
    }
}

/// The way out and the help are shown however little room there is.
fn must_show(command: Command) -> bool {
    matches!(command, Command::Help | Command::Back)
}

/// How a key is shown: arrows as arrows, the rest as it is spelled.
pub(super) fn key_name(spelled: &str) -> String {
    match spelled {
        "Up" => "↑".to_owned(),
        "Down" => "↓".to_owned(),
        "Left" => "←".to_owned(),
        "Right" => "→".to_owned(),
        "PageUp" => "PgUp".to_owned(),
        "PageDown" => "PgDn".to_owned(),
        other => other.to_owned(),
    }
}
