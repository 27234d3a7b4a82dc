//! The grammar of reminders and of the extension register.
//! Imports nothing.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Consent;

/// What `remind` takes.
#[derive(Debug, Clone, Args)]
pub struct RemindArgs {
    /// The units' numbers with all zeros
    #[arg(value_name = "UNIT", required_unless_present = "missing", conflicts_with = "missing")]
    pub units: Vec<String>,
    /// Every unit that has not delivered
    #[arg(long)]
    pub missing: bool,
    /// Of this period; without it the one that is reported now
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Also those that were reminded earlier today
    #[arg(long)]
    pub again: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// Commands on the extension register.
#[derive(Debug, Subcommand)]
pub enum ExtensionsCommand {
    /// Register a decision; a unit on a new case system is told at once
    Add(AddArgs),
    /// List the register
    List {
        /// Only this unit
        #[arg(long, value_name = "NO")]
        unit: Option<String>,
        /// Only decisions of this period
        #[arg(long, value_name = "PERIOD")]
        period: Option<String>,
    },
    /// Take decisions over from a file: unit;ref;asked;granted;decided and, if need be, told
    Import(ImportArgs),
}

/// A decision on an extension. Days are written 2023-08-24 or 24.08.2023.
#[derive(Debug, Clone, Args)]
pub struct AddArgs {
    /// The unit's number with all zeros
    #[arg(long, value_name = "NO")]
    pub unit: String,
    /// The service's own reference of the case, as A17: no name, no date of birth, no identity number
    #[arg(long = "ref", value_name = "REF")]
    pub case_ref: String,
    /// The day on which it was asked
    #[arg(long, value_name = "DAY")]
    pub asked: String,
    /// It is granted; without this and --refused it is not judged yet
    #[arg(long, conflicts_with = "refused")]
    pub granted: bool,
    /// It is not granted
    #[arg(long)]
    pub refused: bool,
    /// The day of the decision; without it today
    #[arg(long, value_name = "DAY")]
    pub decided: Option<String>,
    /// The day on which the service was told otherwise: no notice is sent then
    #[arg(long, value_name = "DAY")]
    pub told: Option<String>,
    /// Put it in the place of another decision of the same case
    #[arg(long)]
    pub correct: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `extensions import` takes.
#[derive(Debug, Clone, Args)]
pub struct ImportArgs {
    /// The file (.csv); - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Leave out lines that are refused; without it one refused line stops all
    #[arg(long)]
    pub skip_bad: bool,
    /// Put decisions in the place of other ones of the same cases
    #[arg(long)]
    pub correct: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}
