//! The grammar of reports, their checks and what explains them.
//! Imports `text`.

use std::path::PathBuf;

use clap::{Args, Subcommand, builder::PossibleValuesParser};

use super::{DecideArgs, RefArgs, deadline};
use crate::text::{DEFAULT_LANGUAGE, WRITTEN};

/// Commands on a report.
#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Show a report with its earlier figures
    Show(RefArgs),
    /// Approve: it goes on to the directorate
    Approve {
        /// The decision.
        #[command(flatten)]
        decide: DecideArgs,
        /// The extension count, point 7A
        #[arg(long, value_name = "N", allow_hyphen_values = true)]
        extensions: Option<String>,
    },
    /// Return to the unit for correction
    Return(DecideArgs),
    /// Try the rules on a file before it is sent; no backend is needed
    Check(CheckArgs),
    /// Ask the directorate to have a sent approval back; the case stays as it is
    Recall(deadline::RecallArgs),
    /// Compare two versions of a report: what was asked about, and what changed
    Diff(DiffArgs),
}

/// What `report check` takes.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// The file (.json or .csv); - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Earlier reports of the same units, to compare with; may be given several times, the first figures count
    #[arg(long, value_name = "FILE")]
    pub previous: Vec<PathBuf>,
    /// Exit with 3 for warnings too, not only for errors
    #[arg(long)]
    pub strict: bool,
    /// Language of the sentences
    #[arg(long, default_value = DEFAULT_LANGUAGE, value_parser = PossibleValuesParser::new(WRITTEN))]
    pub language: String,
}

/// What `report diff` takes.
#[derive(Debug, Clone, Args)]
pub struct DiffArgs {
    /// The case.
    #[command(flatten)]
    pub case: RefArgs,
    /// The earlier version; without it the one that was returned last, else the one before
    #[arg(long, value_name = "V")]
    pub from: Option<u32>,
    /// The later version; without it the newest
    #[arg(long, value_name = "V")]
    pub to: Option<u32>,
}

/// What `explain` takes.
#[derive(Debug, Clone, Args)]
pub struct ExplainArgs {
    /// A rule (K12), a point by code, key or label (2E), a code of a list (melder:23), or a failure (version-changed)
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Language of the explanation
    #[arg(long, default_value = DEFAULT_LANGUAGE, value_parser = PossibleValuesParser::new(WRITTEN))]
    pub language: String,
}
