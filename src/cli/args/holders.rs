//! The grammar of who has a task.
//! Imports nothing.

use clap::Args;

/// Some cases.
#[derive(Debug, Clone, Args)]
pub struct RefsArgs {
    /// The references, as KHR-2023H1-3420 or TLG-000212
    #[arg(value_name = "REF", required = true)]
    pub references: Vec<String>,
}

/// What `tasks assign` takes.
#[derive(Debug, Clone, Args)]
pub struct AssignArgs {
    /// The cases.
    #[command(flatten)]
    pub cases: RefsArgs,
    /// To whom: the id of a colleague, as `sfv tasks colleagues` tells it
    #[arg(long, value_name = "PERSON")]
    pub to: String,
}
