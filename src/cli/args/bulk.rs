//! The grammar of batches.
//! Imports nothing.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::CommentArgs;

/// Which cases a batch is made of.
#[derive(Debug, Clone, Args)]
pub struct BulkArgs {
    /// The cases
    #[arg(value_name = "REF")]
    pub references: Vec<String>,
    /// All open tasks that a query finds, as `status:åpen funn:ingen`
    #[arg(long, value_name = "QUERY", conflicts_with = "references")]
    pub query: Option<String>,
    /// A batch that was made before, as B-0007
    #[arg(long, value_name = "ID", conflicts_with_all = ["references", "query"])]
    pub batch: Option<String>,
    /// Tell what would be decided and sent; nothing changes
    #[arg(long, conflicts_with = "confirm")]
    pub dry_run: bool,
    /// Do it: the number of cases, as the dry run tells it
    #[arg(long, value_name = "N")]
    pub confirm: Option<u32>,
}

/// One batch.
#[derive(Debug, Clone, Args)]
pub struct BatchArgs {
    /// Its number, as B-0007
    #[arg(value_name = "ID")]
    pub batch: String,
}

/// Commands on batches.
#[derive(Debug, Subcommand)]
pub enum BulkCommand {
    /// Approve clean reports together
    Approve {
        /// Which.
        #[command(flatten)]
        bulk: BulkArgs,
        /// Extension counts from a file: unit;count
        #[arg(long, value_name = "FILE")]
        counts: Option<PathBuf>,
        /// Leave out the rows of the file that do not fit, instead of stopping
        #[arg(long, requires = "counts")]
        skip_bad: bool,
    },
    /// Return reports together, each with its own findings
    Return {
        /// Which.
        #[command(flatten)]
        bulk: BulkArgs,
        /// The common text.
        #[command(flatten)]
        comment: CommentArgs,
    },
    /// Grant access requests together, of applicants with their own unit's address
    Grant(BulkArgs),
    /// Show the sample that must be looked at
    Sample(BatchArgs),
    /// Say that cases of the sample are in order
    Accept {
        /// The batch.
        #[command(flatten)]
        batch: BatchArgs,
        /// The cases
        #[arg(value_name = "REF", required = true)]
        references: Vec<String>,
        /// Take them out of the batch instead
        #[arg(long)]
        take_out: bool,
    },
    /// Show a batch, or those with something left to do
    Status {
        /// Its number, as B-0007
        #[arg(value_name = "ID")]
        batch: Option<String>,
    },
    /// Go on with a batch that was confirmed and stopped half-way
    Resume(BatchArgs),
    /// Take a whole batch back inside its window
    Undo(BatchArgs),
    /// Make a batch that was taken back ready once more
    Redo(BatchArgs),
    /// Give up what is left of a batch; what it has decided stays decided
    Stop(BatchArgs),
}
