//! The grammar of the outbox.
//! Imports `api`.

use clap::{Args, Subcommand};

use super::{Consent, wire};
use crate::api::outbox::OutboxPart;

/// Commands on the outbox.
#[derive(Debug, Subcommand)]
pub enum OutboxCommand {
    /// List deliveries
    List {
        /// failed, `given_up`, waiting, sent or all
        #[arg(long, value_name = "PART", default_value = "failed", value_parser = wire::<OutboxPart>)]
        part: OutboxPart,
    },
    /// Send deliveries that failed again
    Retry(RetryArgs),
}

/// What `outbox retry` takes.
#[derive(Debug, Clone, Args)]
pub struct RetryArgs {
    /// The deliveries' ids, as `outbox list` shows them
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    pub ids: Vec<String>,
    /// Every delivery that was given up
    #[arg(long)]
    pub all: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}
