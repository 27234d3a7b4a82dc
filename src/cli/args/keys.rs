//! The grammar of the keys of the screen.
//! Imports nothing of the crate.

use clap::{Args, Subcommand};

/// Commands on the keys of the screen.
#[derive(Debug, Clone, Subcommand)]
pub enum KeysCommand {
    /// What each key does, with your own key map
    List,
    /// What a keyboard or a terminal has against them; ends with 3 when something cannot be typed
    Lint(LintArgs),
}

/// What `keys lint` takes.
#[derive(Debug, Clone, Args)]
pub struct LintArgs {
    /// The keyboard: no, se, dk, gb or us
    #[arg(long, value_name = "COUNTRY", default_value = "no")]
    pub layout: String,
}
