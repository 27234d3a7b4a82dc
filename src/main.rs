//! Runs the program and gives its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(statsforvalter::cli::run(std::env::args_os()))
}
