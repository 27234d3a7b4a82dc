//! The grammar of the shared backend's configuration and of backups.
//! Imports `cli::args`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::ServeArgs;

/// Commands on what the program and the shared backend are told.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Tell every mistake of one's own files and of the shared backend's, and where each value comes from; nothing is started
    Check(Box<ServeArgs>),
    /// Show one's own settings, what each is for, and where its value comes from
    Show,
    /// Print the JSON Schema of a file, for editors that help while one writes
    Schema(SchemaArgs),
}

/// What `schema` takes.
#[derive(Debug, Clone, Copy, Args)]
pub struct SchemaArgs {
    /// Of which file
    #[arg(value_name = "FILE", value_enum, default_value_t = SchemaOf::Config)]
    pub of: SchemaOf,
}

/// The files that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// One's own settings, config.toml
    Config,
    /// One's own keys, keymap.toml
    Keymap,
    /// The shared backend's configuration
    Serve,
}

/// What `backup` takes.
#[derive(Debug, Clone, Args)]
pub struct BackupArgs {
    /// The folder to make
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// The database's file; without it the one of the configuration, or the program's own
    #[arg(long, value_name = "FILE")]
    pub database: Option<String>,
    /// The shared backend's configuration
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// What `export` and `import` take.
#[derive(Debug, Clone, Args)]
pub struct TransferArgs {
    /// The file of lines
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The database: a file or postgres://…; without it the one of the configuration, or the program's own
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub database: Option<String>,
    /// The shared backend's configuration
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// What `import` takes besides.
#[derive(Debug, Clone, Args)]
pub struct ImportAllArgs {
    /// What, and where to
    #[command(flatten)]
    pub transfer: TransferArgs,
    /// Only check the file and the database, and tell what is in the file
    #[arg(long)]
    pub dry_run: bool,
    /// Take in a log whose chain does not hold, as it stands
    #[arg(long)]
    pub broken_log: bool,
}

/// What `restore` takes.
#[derive(Debug, Clone, Args)]
pub struct RestoreArgs {
    /// The backup
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// The file to make; without it the one of the configuration, or the program's own
    #[arg(long, value_name = "FILE")]
    pub database: Option<String>,
    /// The shared backend's configuration
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Only check it, and tell what is in it
    #[arg(long)]
    pub dry_run: bool,
}
