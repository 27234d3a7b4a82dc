//! Manual pages and completions are made of the grammar, so that none is forgotten.

use std::{fs, path::Path};

use clap::{Command, CommandFactory as _};
use statsforvalter::cli::args::Cli;

use crate::cli_support::Home;

/// Looks at the page of a command and of those below it, and counts them.
fn look(folder: &Path, name: &str, command: &Command) -> usize {
    let page = folder.join(format!("{name}.1"));
    let text = fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
    assert!(text.contains(".SH SYNOPSIS"), "{name}");
    let below = command.get_subcommands().filter(|command| command.get_name() != "help");
    1 + below.map(|command| look(folder, &format!("{name}-{}", command.get_name()), command)).sum::<usize>()
}

#[test]
fn every_command_has_a_manual_page_with_its_flags() {
    let home = Home::new();
    let folder = home.path().join("man/man1");
    let run = home.run(&["man", &folder.display().to_string()]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let pages = look(&folder, "sfv", &Cli::command());
    assert!(pages > 80, "{pages}");
    let approve = fs::read_to_string(folder.join("sfv-report-approve.1")).expect("a page");
    assert!(approve.contains("\\-\\-extensions") && approve.contains("\\-\\-confirm"), "{approve}");
}

#[test]
fn each_shell_has_completions_of_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let run = Home::new().run(&["completions", shell]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(["tutorial", "config", "outbox"].iter().all(|command| run.out.contains(command)), "{shell}");
    }
    assert_eq!(Home::new().run(&["completions", "cmd"]).code, 2);
}
