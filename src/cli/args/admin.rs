//! The grammar of what only an administrator does.
//! Imports `domain`.

use clap::{ArgGroup, Args, Subcommand};

use super::{
    Consent,
    reference::{FormsAdminCommand, OfficesAdminCommand, PeriodsAdminCommand, RulesAdminCommand, UnitsAdminCommand},
    wire,
    wordings::{LettersAdminCommand, TemplatesAdminCommand},
};
use crate::domain::{channel::ChannelStatus, person::Role};

/// What only an administrator does.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// How a unit reports: show its history, or take it a step on its way to the register
    Channel(ChannelArgs),
    /// Who has access
    #[command(subcommand)]
    Users(UsersCommand),
    /// Reporting periods, and what point 7A is in them
    #[command(subcommand)]
    Periods(PeriodsAdminCommand),
    /// Versions of the form
    #[command(subcommand)]
    Forms(FormsAdminCommand),
    /// Rule packs
    #[command(subcommand)]
    Rules(RulesAdminCommand),
    /// Names and language of the offices
    #[command(subcommand)]
    Offices(OfficesAdminCommand),
    /// The written language of units
    #[command(subcommand)]
    Units(UnitsAdminCommand),
    /// The directorate's letters that rules and channels rest on
    #[command(subcommand)]
    Letters(LettersAdminCommand),
    /// The words of mails, reminders and return comments
    #[command(subcommand)]
    Templates(TemplatesAdminCommand),
}

/// What `admin channel` takes.
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("how").args(["dry_run", "confirm"]).multiple(true).requires("set")))]
pub struct ChannelArgs {
    /// The unit's number with all zeros
    #[arg(value_name = "UNIT")]
    pub unit: String,
    /// old, new-not-approved, pilot or approved; without it the history is shown
    #[arg(long, value_name = "STATUS", value_parser = status)]
    pub set: Option<ChannelStatus>,
    /// The letter it rests on; no approval without one
    #[arg(long, value_name = "REF", requires = "set")]
    pub letter: Option<String>,
    /// From this day, as 2023-08-07 or 07.08.2023; without it today
    #[arg(long, value_name = "DATE", requires = "set")]
    pub from: Option<String>,
    /// The case system; without it the one it had
    #[arg(long, value_name = "NAME", requires = "set")]
    pub system: Option<String>,
    /// Let it take the place of the channel that the unit has in the same period
    #[arg(long, requires = "set")]
    pub replace: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// Commands on who has access.
#[derive(Debug, Subcommand)]
pub enum UsersCommand {
    /// List everybody
    List,
    /// Add a person, or change the one with the id
    Set(UserArgs),
    /// Lock a person out at once
    Lock(UserId),
    /// Let a person in again
    Unlock(UserId),
    /// Everything that is stored about a person
    Export(UserId),
    /// Take a person away, as far as the archive allows
    Delete {
        /// Who.
        #[command(flatten)]
        user: UserId,
        /// Do it
        #[arg(long, required = true)]
        confirm: bool,
    },
}

/// A person.
#[derive(Debug, Clone, Args)]
pub struct UserId {
    /// The id: letters, digits and hyphens
    #[arg(value_name = "ID")]
    pub id: String,
}

/// What `admin users set` takes; what is left out stays as it is.
#[derive(Debug, Clone, Args)]
pub struct UserArgs {
    /// Who.
    #[command(flatten)]
    pub user: UserId,
    /// Name
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// E-mail address at work
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// Telephone at work
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    /// municipality, reader, reviewer, leader, bufdir or admin
    #[arg(long, value_name = "ROLE", value_parser = wire::<Role>)]
    pub role: Option<Role>,
    /// The office, for its staff: that of the flag every command takes
    #[arg(long = "of-office", value_name = "ID")]
    pub office: Option<String>,
    /// The unit, for a municipality's person
    #[arg(long, value_name = "NO")]
    pub unit: Option<String>,
}

/// A status by its name, with hyphens or underscores.
fn status(name: &str) -> Result<ChannelStatus, String> {
    let names = || ChannelStatus::ALL.map(|status| status.as_str().replace('_', "-")).join(", ");
    ChannelStatus::from_name(&name.replace('-', "_")).ok_or_else(names)
}
