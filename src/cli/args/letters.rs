//! The grammar of letters to units.
//! Imports nothing.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Commands on letters.
#[derive(Debug, Subcommand)]
pub enum LetterCommand {
    /// Write a letter to all or some units of the office; each gets it in its own language
    Send(LetterArgs),
    /// List the letters, and how they fare
    List,
    /// Show a letter with each unit's copy
    Show {
        /// The letter's number, as `letter list` shows it
        #[arg(value_name = "NUMBER")]
        id: i64,
    },
}

/// What `letter send` takes.
#[derive(Debug, Clone, Args)]
pub struct LetterArgs {
    /// A TOML file with the tables nb and nn, each with subject and body; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only these units, by their numbers with all zeros
    #[arg(long = "to", value_name = "UNIT")]
    pub to: Vec<String>,
    /// Tell to whom it would go, and what each would read; nothing is stored or sent
    #[arg(long, required_unless_present = "confirm", conflicts_with = "confirm")]
    pub dry_run: bool,
    /// Send it to so many units: the number that the dry run told
    #[arg(long, value_name = "N")]
    pub confirm: Option<u32>,
}
