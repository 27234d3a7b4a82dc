//! The grammar of setting reference data: periods, forms and rules.
//! Imports `domain`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Consent, wire};
use crate::domain::unit::ExtensionRule;

/// Commands on the periods.
#[derive(Debug, Subcommand)]
pub enum PeriodsAdminCommand {
    /// List the periods with their dates, and where these come from
    List,
    /// Add periods, or change the dates of those there are, from a file like config/periods.toml
    Set(SetFileArgs),
    /// What point 7A is in a period for units that type the form from a new case system
    Count(CountRuleArgs),
    /// List what was set of point 7A
    Counts,
}

/// Commands on the offices.
#[derive(Debug, Subcommand)]
pub enum OfficesAdminCommand {
    /// List the offices
    List,
    /// Change names and language of offices, from a file like config/offices.toml
    Set(SetFileArgs),
}

/// Commands on what is corrected of units.
#[derive(Debug, Subcommand)]
pub enum UnitsAdminCommand {
    /// List the units that were corrected
    List,
    /// Correct the written language of units, from a CSV file with unit, language and whether it is official
    Import(UnitsFileArgs),
}

/// What `admin units import` takes.
#[derive(Debug, Clone, Args)]
pub struct UnitsFileArgs {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Since this day, as 2023-08-07 or 07.08.2023; without it today
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `admin periods set` takes.
#[derive(Debug, Clone, Args)]
pub struct SetFileArgs {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `admin periods count` takes.
#[derive(Debug, Clone, Args)]
pub struct CountRuleArgs {
    /// The period, as 2023H1
    #[arg(value_name = "PERIOD")]
    pub period: String,
    /// required, optional or forbidden; default takes the setting back
    #[arg(long, value_name = "RULE", value_parser = count_rule)]
    pub set: CountChoice,
    /// Why, in one sentence that is shown beside the count
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// The letter it rests on
    #[arg(long, value_name = "REF")]
    pub letter: Option<String>,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// A rule, or none.
#[derive(Debug, Clone, Copy)]
pub struct CountChoice(pub Option<ExtensionRule>);

/// Commands on the versions of the form.
#[derive(Debug, Subcommand)]
pub enum FormsAdminCommand {
    /// List the versions, and which is in force
    List,
    /// Check a version; nothing is stored
    Check(CheckFileArgs),
    /// Schedule a version, from a file like config/forms/2023.toml
    Import(ImportFileArgs),
}

/// Commands on the rule packs.
#[derive(Debug, Subcommand)]
pub enum RulesAdminCommand {
    /// List the packs, and which are in force
    List,
    /// Check a pack; nothing is stored
    Check(CheckFileArgs),
    /// Set a pack from a period on
    Import(ImportFileArgs),
}

/// What `admin forms check` and `admin rules check` take.
#[derive(Debug, Clone, Args)]
pub struct CheckFileArgs {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The first period it holds for, as 2024H1; a form names one itself
    #[arg(long, value_name = "PERIOD")]
    pub from: Option<String>,
    /// Try it on the stored reports of this period
    #[arg(long, value_name = "PERIOD")]
    pub against: Option<String>,
}

/// What `admin forms import` and `admin rules import` take.
#[derive(Debug, Clone, Args)]
pub struct ImportFileArgs {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The first period it holds for, as 2024H1
    #[arg(long, value_name = "PERIOD")]
    pub from: String,
    /// Try it on the stored reports of this period
    #[arg(long, value_name = "PERIOD", requires = "dry_run")]
    pub against: Option<String>,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// A rule by its name, or `default`.
fn count_rule(name: &str) -> Result<CountChoice, String> {
    match name {
        "default" => Ok(CountChoice(None)),
        name => wire::<ExtensionRule>(name).map(|rule| CountChoice(Some(rule))),
    }
}
