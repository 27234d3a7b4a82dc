//! The guided walk through the demo: what happens is heard, and a step is passed by doing the thing itself.
//! Imports `api`, `text` and `app` (model).

use super::resized;
use crate::{
    app::{
        command::Command,
        effect::Effect,
        layout::Size,
        model::{Model, Tone, lesson::Lesson},
        msg::{Msg, Reply},
        scope::{self, Scope},
    },
    text::wire_name,
};

/// What a message says, in the words of the steps; told after it was taken in.
pub(super) struct Heard {
    before: Option<Scope>,
    said: Option<String>,
}

/// Listens to a message before it is taken in.
pub(super) fn listen(model: &Model, msg: &Msg) -> Heard {
    if model.lesson.is_none() {
        return Heard { before: None, said: None };
    }
    Heard { before: Some(scope::innermost(model)), said: said(msg) }
}

fn said(msg: &Msg) -> Option<String> {
    match msg {
        Msg::Wanted(command, _) => Some(format!("command:{}", command.id())),
        Msg::Typed(_) => Some("typed".to_owned()),
        Msg::Reply(reply) => match &**reply {
            Reply::Decided(_, Ok(decided)) => Some(wire_name(&decided.kind)),
            Reply::Saved(_, _, Ok(_)) => Some("saved".to_owned()),
            Reply::Asked(_, Ok(_)) => Some("asked".to_owned()),
            Reply::Undone(_, Ok(_)) => Some("undone".to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// Goes on to the next step when everything that this one asks for has happened.
pub(super) fn follow(model: &mut Model, heard: Heard, effects: &mut Vec<Effect>) {
    let now = scope::innermost(model);
    let Some(lesson) = &mut model.lesson else { return };
    lesson.heard.extend(heard.said);
    if heard.before.is_some_and(|before| before != now) {
        lesson.heard.insert(format!("scope:{}", format!("{now:?}").to_lowercase()));
    }
    if lesson.is_passed() {
        lesson.go_on();
        effects.push(Effect::KeepLesson(lesson.at));
    }
}

/// Does what a person wants with the walk; outside of one, tells how it is begun.
pub(super) fn wanted(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(lesson) = &mut model.lesson else {
        let text = model.texts.say("message-no-lesson");
        model.announce(Tone::Plain, text);
        return vec![];
    };
    if command == Command::SkipLesson {
        lesson.go_on();
        return vec![Effect::KeepLesson(lesson.at)];
    }
    let terminal = lesson.terminal;
    let done = lesson.step().is_none();
    model.lesson = None;
    let effects = resized(model, terminal);
    let text = model.texts.say(if done { "message-lesson-done" } else { "message-lesson-left" });
    model.announce(Tone::Plain, text);
    effects
}

/// What a terminal of a size leaves for the screen.
pub(super) fn room(lesson: Option<&mut Lesson>, terminal: Size) -> Size {
    lesson.map_or(terminal, |lesson| {
        lesson.terminal = terminal;
        lesson.room()
    })
}
