//! What the commands round the deadline take.
//! Imports `cli::args`.

use clap::Args;

use super::{CommentArgs, Consent, RefArgs};

/// What `status` takes.
#[derive(Debug, Clone, Args)]
pub struct StatusArgs {
    /// One line, for a prompt or a status bar
    #[arg(long)]
    pub oneline: bool,
    /// Of this period; without it the one that is reported now
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
}

/// What `report recall` takes.
#[derive(Debug, Clone, Args)]
pub struct RecallArgs {
    /// The case.
    #[command(flatten)]
    pub case: RefArgs,
    /// Why.
    #[command(flatten)]
    pub comment: CommentArgs,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}
