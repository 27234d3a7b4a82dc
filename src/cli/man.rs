//! Manual pages and completions of shells, made of the grammar of the command line.
//! Imports `cli::args`.

use std::{fs, io};

use clap::CommandFactory as _;

use super::{
    args::{Cli, CompletionsArgs, ManArgs},
    failure::Failure,
};

/// The name of the program.
const NAME: &str = "sfv";

/// Writes a page for the program and one for each of its commands.
pub(super) fn pages(args: &ManArgs) -> Result<u8, Failure> {
    let failed = |cause| Failure::Write { file: args.folder.clone(), cause };
    fs::create_dir_all(&args.folder).map_err(failed)?;
    clap_mangen::generate_to(Cli::command(), &args.folder).map_err(failed)?;
    Ok(0)
}

/// Prints what a shell completes by.
pub(super) fn completions(args: CompletionsArgs) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), NAME, &mut script);
    io::Write::write_all(&mut io::stdout().lock(), &script).map_err(Failure::Output)?;
    Ok(0)
}
