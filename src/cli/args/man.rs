//! The grammar of what helps at the command line itself.
//! Imports nothing.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// What `man` takes.
#[derive(Debug, Clone, Args)]
pub struct ManArgs {
    /// The folder the pages are written to, as /usr/local/share/man/man1
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

/// What `completions` takes.
#[derive(Debug, Clone, Copy, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}
