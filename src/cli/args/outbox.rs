//! The grammar of the outbox, of how one is told, and of the receiver.
//! Imports `api` and `domain`.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Subcommand};

use super::{Consent, wire};
use crate::{api::outbox::OutboxPart, domain::unit::Language};

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

/// Commands on how one is told.
#[derive(Debug, Subcommand)]
pub enum NoticesCommand {
    /// How I am told of what comes in
    Show,
    /// Change it; what is not named stays
    Set(NoticesArgs),
}

/// What `notices set` takes.
#[derive(Debug, Clone, Args)]
pub struct NoticesArgs {
    /// Whether to tell me at all: true or false
    #[arg(long, value_name = "BOOL")]
    pub active: Option<bool>,
    /// Only of these units: numbers with all zeros, with commas between; or all
    #[arg(long, value_name = "NO|all", value_delimiter = ',')]
    pub units: Vec<String>,
    /// Everything together once a day, as 08:00; or none, each thing at once
    #[arg(long, value_name = "TIME|none")]
    pub digest: Option<String>,
    /// Nothing between these times, as 16:00-08:00; or none
    #[arg(long, value_name = "FROM-UNTIL|none")]
    pub quiet: Option<String>,
    /// nb or nn
    #[arg(long, value_name = "LANGUAGE", value_parser = wire::<Language>)]
    pub language: Option<Language>,
}

/// What `receiver` takes.
#[derive(Debug, Clone, Args)]
pub struct ReceiverArgs {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:8480", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// Folder that keeps what comes; with --token-file only those are let in who have the token
    #[arg(long, value_name = "FOLDER")]
    pub folder: PathBuf,
}
