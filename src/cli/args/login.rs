//! Commands of a login.
//! Imports nothing.

use clap::{Args, Subcommand};

/// What `login` takes.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct LoginArgs {
    /// Never open a browser; the program never does, so that this is always so
    #[arg(long)]
    pub no_browser: bool,
}

/// What `whoami` takes.
#[derive(Debug, Clone, Default, Args)]
pub struct WhoamiArgs {
    /// Register the e-mail address at work
    #[arg(long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub set_email: Option<String>,
    /// Register the telephone at work
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub set_phone: Option<String>,
}

/// Commands on one's own logins.
#[derive(Debug, Subcommand)]
pub enum SessionsCommand {
    /// List them: when, from where, last use
    List,
    /// Revoke one: its tokens are good for nothing afterwards
    Revoke {
        /// Its id, as in the list
        #[arg(value_name = "ID")]
        id: String,
    },
}
