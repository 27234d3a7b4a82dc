//! The grammar of the log.
//! Imports `domain`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::wire;
use crate::domain::event::EventKind;

/// Commands on the log of what was done and opened.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// List events, the newest first
    List(AuditListArgs),
    /// Work the chain of the log out anew; ends with 3 where it does not hold
    Verify(VerifyArgs),
    /// Print the number and the hash of the newest event, to be kept elsewhere
    Anchor,
}

/// Which events. Days are written 2023-08-24 or 24.08.2023.
#[derive(Debug, Clone, Args)]
pub struct AuditListArgs {
    /// Only of this case
    #[arg(long, value_name = "REF")]
    pub reference: Option<String>,
    /// Only by this person: the id or the name
    #[arg(long, value_name = "WHO")]
    pub person: Option<String>,
    /// From this day on
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// Until this day, the day included
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// Only of this kind, as confirmed or opened
    #[arg(long, value_name = "KIND", value_parser = wire::<EventKind>)]
    pub kind: Option<EventKind>,
    /// The most events
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub limit: u32,
}

/// What is verified beside the chain itself.
#[derive(Debug, Clone, Args)]
pub struct VerifyArgs {
    /// File with lines of `sfv audit anchor` that were kept elsewhere; - is standard input
    #[arg(long, value_name = "FILE")]
    pub anchor: Option<PathBuf>,
    /// Only this: whether a receipt belongs to the chain; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "anchor")]
    pub receipt: Option<PathBuf>,
}
