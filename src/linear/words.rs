//! What is said round the screens: at the start, as help, on the gate, and what is new.
//! Imports `text` and `app` (model).

use crate::{
    app::model::{Message, Model, Screen, Tone, dialog::Dialog},
    text::{clean, date},
};

/// What is said first: where one is, who one is, and how to choose.
#[must_use]
pub fn start(model: &Model) -> Vec<String> {
    let texts = &model.texts;
    let mut lines = vec![texts.say("linear-start")];
    if let Some(me) = &model.me {
        lines.push(texts.with("linear-start-who", &[("name", &clean::line(&me.name))]));
        if me.demo {
            lines.push(texts.say("linear-start-demo"));
        }
    }
    if model.options.read_only {
        lines.push(texts.say("status-read-only"));
    }
    lines.push(texts.say("linear-start-how"));
    lines
}

/// The words that always work.
#[must_use]
pub fn help(model: &Model) -> Vec<String> {
    let texts = &model.texts;
    let mut lines: Vec<String> = [
        "linear-help-number",
        "linear-help-back",
        "linear-help-again",
        "linear-help-message",
        "linear-help-undo",
        "linear-help-text",
        "linear-help-confirm",
        "linear-help-keys",
    ]
    .map(|id| texts.say(id))
    .into();
    lines.push(match model.watch.lock_after {
        Some(after) => texts.count("linear-help-lock", after.as_mins(), &[]),
        None => texts.say("linear-help-no-lock"),
    });
    let undo = model.me.as_ref().map_or(0, |me| me.undo_seconds);
    lines.push(texts.count("linear-help-window", i64::from(undo), &[]));
    lines
}

/// A message as a line that is announced.
#[must_use]
pub fn news(model: &Model, message: &Message) -> String {
    let id = match message.tone {
        Tone::Plain | Tone::Good => "linear-news",
        Tone::Warning => "linear-news-warning",
        Tone::Bad => "linear-news-bad",
    };
    model.texts.with(id, &[("text", &clean::line(&message.text))])
}

/// The summary of a decision: what the drawn page says, and the whole comment, for nothing leaves that was not told.
pub(super) fn summary(model: &Model, page: Vec<String>) -> Vec<String> {
    let comment = match &model.dialog {
        Some(Dialog::Summary(summary)) => summary.request.comment.as_deref().unwrap_or_default(),
        _ => "",
    };
    let lines: Vec<String> = comment.lines().map(clean::line).filter(|line| !line.trim().is_empty()).collect();
    let label = model.texts.say("summary-comment");
    let mut told: Vec<String> = page.into_iter().filter(|line| !line.starts_with(label.as_str())).collect();
    if !lines.is_empty() {
        told.push(model.texts.say("linear-whole-comment"));
        told.extend(lines);
    }
    told
}

/// What must be known of everything that is told: whether it is so now, what waits for a line, and whether there is one.
pub(super) fn standing(model: &Model) -> Vec<String> {
    let texts = &model.texts;
    let mut lines = Vec::new();
    if let Some(seen) = model.shown_since() {
        lines.push(texts.with("status-remembered", &[("at", &date::recently(seen, model.now))]));
    }
    if model.case.reference().is_some_and(|open| model.waits(open).is_some()) {
        lines.push(texts.say("status-waits"));
    }
    if !model.waiting.is_empty() {
        let waiting = i64::try_from(model.waiting.len()).unwrap_or(i64::MAX);
        lines.push(texts.count("status-waiting", waiting, &[]));
    }
    if !model.live {
        lines.push(texts.say("status-offline"));
    }
    lines.iter().map(|line| super::choices::capital(&super::page::spoken(line))).collect()
}

/// An access request: what the drawn page says, without the keys that the choices stand for.
pub(super) fn access(model: &Model, page: Vec<String>) -> Vec<String> {
    let is_key = |line: &String| {
        let mut letters = line.chars();
        let (first, second) = (letters.next(), letters.next());
        first.is_some_and(char::is_alphabetic) && matches!(second, Some(':' | ' '))
    };
    standing(model).into_iter().chain(page.into_iter().filter(|line| !is_key(line))).collect()
}

/// How many rows of the list on the screen are marked.
#[must_use]
pub fn marks(model: &Model) -> String {
    let marks = match model.screen {
        Screen::Units => model.units.marks.len(),
        _ => model.list(model.current_list()).marks.len(),
    };
    model.texts.count("linear-marks", i64::try_from(marks).unwrap_or(i64::MAX), &[])
}

/// The question before leaving.
pub(super) fn quit(model: &Model) -> Vec<String> {
    standing(model)
        .into_iter()
        .chain([model.texts.say(if model.disk_fails { "linear-quit-unsaved" } else { "linear-quit" })])
        .collect()
}

/// The question before a batch is given up.
pub(super) fn stop(model: &Model) -> String {
    model.texts.say("linear-stop")
}

/// The gate: what the drawn page says, and that nothing that was written before is taken off the terminal.
pub(super) fn gate(model: &Model, page: Vec<String>) -> Vec<String> {
    let locked = model.watch.is_locked().then(|| model.texts.say("linear-gate-above"));
    page.into_iter().chain(locked).collect()
}
