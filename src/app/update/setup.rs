//! The settings while the program runs: read again, and what can be switched without them.
//! Imports `app` (model).

use crate::app::{
    effect::Effect,
    model::{Model, Tone, setup::Reread},
};

/// Takes over what holds from now on, and tells it. After a mistake everything stays as it was.
pub(super) fn reread(model: &mut Model, read: Reread) -> Vec<Effect> {
    if let Some(setup) = read.setup {
        if let Some(texts) = setup.texts {
            model.texts = texts;
        }
        if let Some(mouse) = setup.mouse {
            model.mouse = mouse;
        }
        model.options = setup.options;
        model.watch.lock_after = setup.lock_after;
        model.watch.warn_before = setup.warn_before;
        model.watch.call = setup.call;
        model.shelf.commands = setup.commands;
        model.spare_line(setup.thrifty);
    }
    model.announce(read.tone, read.told);
    vec![]
}

/// Turns the mouse on or off, until the program ends.
pub(super) fn mouse(model: &mut Model) -> Vec<Effect> {
    model.mouse = !model.mouse;
    let text = model.texts.say(if model.mouse { "message-mouse-on" } else { "message-mouse-off" });
    model.announce(Tone::Plain, text);
    vec![]
}

/// A click where a decision is confirmed: it confirms nothing, and says why.
pub(super) fn click_in_vain(model: &mut Model) -> Vec<Effect> {
    let text = model.texts.say("message-mouse-decides-nothing");
    model.announce(Tone::Warning, text);
    vec![]
}
