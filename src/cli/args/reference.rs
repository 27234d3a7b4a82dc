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
    /// Add periods, change the dates of those there are, move deadlines, or set holidays, from a file like config/periods.toml
    Set(SetFileArgs),
    /// What point 7A is in a period for units that type the form from a new case system
    Count(CountRuleArgs),
    /// List what was set of point 7A
    Counts,
    /// Take back a period that was set, if nothing rests on it
    Withdraw(WithdrawArgs),
    /// List the public holidays
    Holidays,
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
    /// List what was set of names, offices and borders
    Borders,
    /// Change units from a day on: new ones, names, offices, mergers and splits, from a CSV file that holds as a whole or not at all
    Change(UnitBordersArgs),
    /// Change one unit from a day on
    Set(UnitSetArgs),
}

/// What `admin units change` takes.
#[derive(Debug, Clone, Args)]
pub struct UnitBordersArgs {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// From this day, as 2027-01-01 or 01.01.2027
    #[arg(long, value_name = "DATE")]
    pub from: String,
    /// Let it take the place of what another administrator has set of the same units for the day, or go along with it
    #[arg(long)]
    pub replace: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `admin units set` takes.
#[derive(Debug, Clone, Args)]
pub struct UnitSetArgs {
    /// The unit's number
    #[arg(value_name = "UNIT")]
    pub unit: String,
    /// From this day, as 2027-01-01 or 01.01.2027
    #[arg(long, value_name = "DATE")]
    pub from: String,
    /// Its Norwegian name
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Its full name in several languages; - for none
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub also: Option<String>,
    /// The office it belongs to
    #[arg(long, value_name = "OFFICE")]
    pub office: Option<String>,
    /// The number of its county; without it the first two digits
    #[arg(long, value_name = "NUMBER")]
    pub county_no: Option<String>,
    /// The name of its county, where the county is new
    #[arg(long, value_name = "NAME")]
    pub county: Option<String>,
    /// Whether it reports itself: yes or no
    #[arg(long, value_name = "YES|NO")]
    pub reports: Option<String>,
    /// A unit whose area it has, all of it or some; may be given again
    #[arg(long, value_name = "UNIT")]
    pub predecessor: Vec<String>,
    /// Take back what was set of the unit for the day
    #[arg(long)]
    pub withdraw: bool,
    /// Let it take the place of what another administrator has set of the same units for the day, or go along with it
    #[arg(long)]
    pub replace: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
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

/// What `admin periods withdraw` and its siblings take.
#[derive(Debug, Clone, Args)]
pub struct WithdrawArgs {
    /// The period or the version
    #[arg(value_name = "NAME")]
    pub name: String,
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
    /// Take back a version that was set, if nothing rests on it
    Withdraw(WithdrawArgs),
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
    /// Take back a pack that was set, if nothing rests on it
    Withdraw(WithdrawArgs),
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
