//! The pane of the guided walk, below the screen it speaks of.
//! Imports `text`, `app` and `keys`.

use super::{
    chrome::key_name,
    pen::{Pen, width_of, wrap},
    theme::Role,
};
use crate::app::{command::Command, model::lesson::Lesson, scope::Scope};

/// Draws the pane from a line down.
pub(super) fn draw(pen: &mut Pen<'_>, lesson: &Lesson, top: u16) {
    let texts = pen.texts();
    let width = pen.width().saturating_sub(2);
    let (at, all) = ((lesson.at + 1).to_string(), lesson.steps.len().to_string());
    let title = match lesson.step() {
        Some(_) => texts.with("lesson-title", &[("at", &at), ("all", &all)]),
        None => texts.say("lesson-title-done"),
    };
    let taken = pen.put(1, top, width, &title, Role::Title);
    let (skip, leave) = (key(pen, Scope::Global, Command::SkipLesson), key(pen, Scope::Global, Command::LeaveLesson));
    let id = if lesson.step().is_some() { "lesson-keys" } else { "lesson-keys-done" };
    let keys = texts.with(id, &[("skip", &skip), ("leave", &leave)]);
    if taken + width_of(&keys) + 4 <= pen.width() {
        pen.put_right(1, top, width, &keys, Role::Quiet);
    }
    let text = text(pen, lesson);
    for (line, y) in wrap(&text, usize::from(width)).iter().zip(top + 1..pen.height()) {
        pen.put(1, y, width, line, Role::Strong);
    }
}

/// What the step asks for, with the keys that hold.
fn text(pen: &Pen<'_>, lesson: &Lesson) -> String {
    let Some(step) = lesson.step() else { return pen.say("lesson-done") };
    let keys: Vec<String> = step.keys.iter().map(|(scope, command)| key(pen, *scope, *command)).collect();
    let names: Vec<String> = ('a'..='z').map(String::from).collect();
    let values: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(keys.iter().map(String::as_str)).collect();
    pen.texts().with(&format!("lesson-{}", step.id), &values)
}

/// The key of a command: the one the bottom line shows, else an arrow, else the first.
fn key(pen: &Pen<'_>, scope: Scope, command: Command) -> String {
    let keymap = &pen.look.keymap;
    let hinted = keymap.hints(scope).find(|(_, hinted)| *hinted == command).map(|(stroke, _)| stroke);
    let keys = keymap.keys_of(scope, command);
    let arrow = || keys.iter().copied().find(|stroke| matches!(stroke.to_string().as_str(), "Up" | "Down"));
    let stroke = hinted.or_else(arrow).or_else(|| keys.first().copied());
    stroke.map(|stroke| key_name(&stroke.to_string())).unwrap_or_default()
}
