//! The grammar of setting letters and templates.
//! Imports `domain`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Consent, wire};
use crate::domain::{form::Confidence, unit::Language};

/// A language that a text is written in; a text in no language there is not.
fn written(name: &str) -> Result<Language, String> {
    match name {
        "nb" => Ok(Language::Nb),
        "nn" => Ok(Language::Nn),
        other => Err(format!("unknown variant `{other}`, expected `nb` or `nn`")),
    }
}

/// Commands on the directorate's letters.
#[derive(Debug, Subcommand)]
pub enum LettersAdminCommand {
    /// List the letters, and which of them were added
    List,
    /// Add a letter
    Add(LetterAddArgs),
    /// Add letters from a TOML file with a table for each, as the built-in chain is written
    Import(LettersFileArgs),
}

/// What `admin letters add` takes.
#[derive(Debug, Clone, Args)]
pub struct LetterAddArgs {
    /// Its number, as 2020/55315-1
    #[arg(value_name = "NUMBER")]
    pub number: String,
    /// Its date, as 2022-11-30 or 30.11.2022
    #[arg(long, value_name = "DATE")]
    pub date: String,
    /// What it is about
    #[arg(long, value_name = "TEXT")]
    pub subject: String,
    /// How sure the subject is: sure where these are the letter's own words, else likely or reconstructed
    #[arg(long, value_name = "WORD", value_parser = wire::<Confidence>)]
    pub subject_confidence: Confidence,
    /// What it says for this program
    #[arg(long, value_name = "TEXT")]
    pub says: String,
    /// How sure that is: sure, likely or reconstructed
    #[arg(long, value_name = "WORD", value_parser = wire::<Confidence>)]
    pub confidence: Confidence,
    /// Where number and date stand
    #[arg(long, value_name = "TEXT")]
    pub source: String,
    /// Let it take the place of one that was added before
    #[arg(long)]
    pub replace: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `admin letters import` takes.
#[derive(Debug, Clone, Args)]
pub struct LettersFileArgs {
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Let them take the place of letters that were added before
    #[arg(long)]
    pub replace: bool,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// Commands on the words of mails, reminders and return comments.
#[derive(Debug, Subcommand)]
pub enum TemplatesAdminCommand {
    /// List the texts, and which of them were set
    List,
    /// Show a text with its blanks, and what it must hold
    Show(TemplateArgs),
    /// Set the words of a text from a TOML file with a string for each part
    Set(TemplateSetArgs),
    /// Go back to the words that are built in
    Reset(TemplateResetArgs),
}

/// What `admin templates show` takes.
#[derive(Debug, Clone, Args)]
pub struct TemplateArgs {
    /// The text, as mail.return
    #[arg(value_name = "NAME")]
    pub name: String,
    /// nb or nn; without it both
    #[arg(long, value_name = "LANG", value_parser = written)]
    pub language: Option<Language>,
    /// Print the words that hold now as a file that can be changed and set
    #[arg(long, requires = "language")]
    pub toml: bool,
}

/// What `admin templates set` takes.
#[derive(Debug, Clone, Args)]
pub struct TemplateSetArgs {
    /// The text, as mail.return
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The file; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// nb or nn
    #[arg(long, value_name = "LANG", value_parser = written)]
    pub language: Language,
    /// From this day on, as 2024-01-15 or 15.01.2024; without it today
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `admin templates reset` takes.
#[derive(Debug, Clone, Args)]
pub struct TemplateResetArgs {
    /// The text, as mail.return
    #[arg(value_name = "NAME")]
    pub name: String,
    /// nb or nn
    #[arg(long, value_name = "LANG", value_parser = written)]
    pub language: Language,
    /// From this day on; without it today. What was set for that day or a later one is taken away
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}
