//! The grammar of the shared backend.
//! Imports `cli::args`.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;

use super::DemoArgs;

/// What `serve` takes. Each flag wins over its environment variable, and that over the file; see config/serve.toml.
#[derive(Debug, Clone, Default, Args)]
pub struct ServeArgs {
    /// Configuration: a TOML file with the keys of config/serve.toml
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Address to listen on; without it 127.0.0.1:8470
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// `SQLite` file, or `postgres://` address of a server without its password; without it a file in the program's data folder
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub database: Option<String>,
    /// Persons to add: `[[person]]` tables; their tokens are written beside the database
    #[arg(long, value_name = "FILE")]
    pub people: Option<PathBuf>,
    /// What the office has decided about its work, as config/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// How people log in, laid over config/login.toml
    #[arg(long, value_name = "FILE")]
    pub login: Option<PathBuf>,
    /// Periods and public holidays, as config/periods.toml
    #[arg(long, value_name = "FILE")]
    pub periods: Option<PathBuf>,
    /// Contacts of units: `[[contact]]` tables, taken over whole
    #[arg(long, value_name = "FILE")]
    pub contacts: Option<PathBuf>,
    /// Inter-municipal co-operations: `[[cooperation]]` tables, taken over whole
    #[arg(long, value_name = "FILE")]
    pub cooperations: Option<PathBuf>,
    /// How deliveries leave: the tables `[mail]`, `[bufdir]` and `[outbox]`; without it they are files beside the database. The
    /// mail server's password may also stand in `SFV_MAIL_PASSWORD`
    #[arg(long, value_name = "FILE")]
    pub mail: Option<PathBuf>,
    /// Of the demo
    #[command(flatten)]
    pub demo: DemoArgs,
}
