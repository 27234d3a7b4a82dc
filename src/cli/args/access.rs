//! The grammar of access requests and of who has access.
//! Imports `domain`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Consent, DecideArgs, RefArgs, wire};
use crate::domain::access::AccessRole;

/// Commands on access requests and on access.
#[derive(Debug, Subcommand)]
pub enum AccessCommand {
    /// Grant
    Grant(GrantArgs),
    /// Reject
    Reject(DecideArgs),
    /// Forward an external applicant to the directorate
    Forward(DecideArgs),
    /// Ask for more information
    Ask(DecideArgs),
    /// Apply for access from a file with name, email, phone, represents and unit; `sfv units list` has the units
    Apply(ApplyArgs),
    /// List the open applications, or with --granted who has access
    List(AccessListArgs),
    /// Take access away; its holder is told
    Remove(RemoveArgs),
    /// Show the published figures of a unit
    Figures {
        /// Its number with all zeros; without it the first unit one has access to
        #[arg(value_name = "NO")]
        unit: Option<String>,
    },
}

/// What `access grant` takes.
#[derive(Debug, Clone, Args)]
pub struct GrantArgs {
    /// The decision.
    #[command(flatten)]
    pub decide: DecideArgs,
    /// As what: municipality or office; without it as what is suggested
    #[arg(long, value_name = "ROLE", value_parser = wire::<AccessRole>)]
    pub role: Option<AccessRole>,
    /// Another role than the suggested one is meant
    #[arg(long, requires = "role")]
    pub confirm_role: bool,
}

/// What `access apply` takes.
#[derive(Debug, Clone, Args)]
pub struct ApplyArgs {
    /// The file (.json); - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `access list` takes.
#[derive(Debug, Clone, Args)]
pub struct AccessListArgs {
    /// Who has access
    #[arg(long)]
    pub granted: bool,
    /// Only access that was not used since this day
    #[arg(long, value_name = "DATE", requires = "granted")]
    pub unused_since: Option<String>,
    /// Access that was taken away, too
    #[arg(long, requires = "granted")]
    pub removed: bool,
}

/// What `access remove` takes.
#[derive(Debug, Clone, Args)]
pub struct RemoveArgs {
    /// The application through which it was given.
    #[command(flatten)]
    pub case: RefArgs,
    /// Why; the holder is told
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, required_unless_present = "reason_file")]
    pub reason: Option<String>,
    /// Why, from a file; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "reason")]
    pub reason_file: Option<PathBuf>,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}
