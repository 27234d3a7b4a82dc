//! The report of a failure of our own: where it happened, and nothing of what the program had in its hands.
//! Imports nothing of the crate.

use std::{
    env, fmt,
    io::{self, IsTerminal as _},
    panic::PanicHookInfo,
};

use color_eyre::{
    config::{HookBuilder, Theme},
    section::PanicMessage,
};

/// A panic is told with its place, in colour only where colours are wanted.
pub fn report_panics() {
    let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) || !io::stderr().is_terminal();
    let hooks = HookBuilder::default().panic_message(Discreet).display_env_section(false);
    let hooks = if plain { hooks.theme(Theme::new()) } else { hooks };
    // Only a second call fails, and then the hooks are there.
    let _there = hooks.install();
}

/// Says what stands in the source and where. A message that was put together while the program ran may hold a piece of a
/// comment, a name or a figure, and is left out.
struct Discreet;

impl PanicMessage for Discreet {
    fn display(&self, panic: &PanicHookInfo<'_>, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "The program failed (intern feil).")?;
        if let Some(literal) = panic.payload().downcast_ref::<&'static str>() {
            writeln!(out, "Message:  {literal}")?;
        }
        write!(out, "Location: ")?;
        match panic.location() {
            Some(place) => write!(out, "{place}"),
            None => write!(out, "<unknown>"),
        }
    }
}
