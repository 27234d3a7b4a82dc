//! Runs the program and gives its exit code.

use std::process::ExitCode;

use color_eyre::config::{HookBuilder, Theme};

fn main() -> ExitCode {
    // A failure of our own is told without colours where colours are not wanted; without a report it is told all the same.
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let hook = if plain { HookBuilder::default().theme(Theme::new()) } else { HookBuilder::default() };
    drop(hook.install());
    ExitCode::from(statsforvalter::cli::run(std::env::args_os()))
}
