//! The grammar of the archive.
//! Imports nothing.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{ListArgs, RefArgs};

/// Commands on the archive.
#[derive(Debug, Subcommand)]
pub enum ArchiveCommand {
    /// List solved tasks
    List(ListArgs),
    /// Show one solved case with its timeline and receipts
    Show(RefArgs),
    /// Write a case out: as text, as JSON, or as a package that an archive can take
    Export(ExportArgs),
}

/// What `archive export` takes.
#[derive(Debug, Clone, Args)]
pub struct ExportArgs {
    /// The case.
    #[command(flatten)]
    pub case: RefArgs,
    /// In which form it is printed
    #[arg(long, value_enum, default_value_t = ExportFormat::Txt, conflicts_with = "package")]
    pub format: ExportFormat,
    /// Write a package instead: a new folder, or one file where the name ends with .tar
    #[arg(long, value_name = "DIR|FILE.tar")]
    pub package: Option<PathBuf>,
    /// For the public: without the figures 1-3, words and people; look at it before anybody gets it
    #[arg(long, requires = "package")]
    pub public: bool,
}

/// The form of a printed export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Plain text
    Txt,
    /// JSON with its schema
    Json,
}
