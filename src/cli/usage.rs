//! A command line that is none, in our words: which argument, what is wrong with it, and what could stand there.
//! Imports `text`.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Failure;
use crate::text::{Texts, clean, foreign};

/// What is wrong with a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misused {
    /// What is wrong, what could stand there, and how the command is written.
    pub(super) lines: Vec<String>,
}

/// The failure that a mistake in the arguments is; none where help or the version was asked for.
pub(super) fn failure(texts: &Texts, error: &clap::Error) -> Option<Failure> {
    let asked = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    (!asked).then(|| Failure::Usage(Misused { lines: lines(texts, error) }))
}

/// True when the arguments ask for JSON, as far as that can be seen in arguments that are none.
pub(super) fn wants_json(arguments: &[OsString]) -> bool {
    arguments.iter().take_while(|argument| *argument != "--").any(|argument| argument == "--json")
}

fn lines(texts: &Texts, error: &clap::Error) -> Vec<String> {
    let mut lines = vec![what(texts, error)];
    lines.extend(allowed(texts, error));
    lines.extend(meant(texts, error));
    lines.extend(usage(texts, error));
    lines
}

/// What is wrong.
fn what(texts: &Texts, error: &clap::Error) -> String {
    let argument = words(error, ContextKind::InvalidArg).join(", ");
    let argument = argument.as_str();
    let value = words(error, ContextKind::InvalidValue).join(", ");
    match error.kind() {
        ErrorKind::UnknownArgument => texts.with("usage-unknown", &[("argument", argument)]),
        ErrorKind::InvalidSubcommand => {
            let given = words(error, ContextKind::InvalidSubcommand).join(" ");
            texts.with("usage-unknown-command", &[("given", &given)])
        }
        ErrorKind::MissingSubcommand => {
            let given = words(error, ContextKind::InvalidSubcommand).join(" ");
            texts.with("usage-no-command", &[("given", &given)])
        }
        ErrorKind::MissingRequiredArgument => texts.with("usage-missing", &[("argument", argument)]),
        ErrorKind::ArgumentConflict => conflict(texts, argument, &words(error, ContextKind::PriorArg)),
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals
            if value.is_empty() =>
        {
            texts.with("usage-no-value", &[("argument", argument)])
        }
        ErrorKind::InvalidValue => texts.with("usage-value", &[("argument", argument), ("value", &value)]),
        ErrorKind::ValueValidation => {
            let told = texts.with("usage-value", &[("argument", argument), ("value", &value)]);
            match std::error::Error::source(error) {
                Some(source) => texts.with(
                    "usage-because",
                    &[("told", told.trim_end_matches('.')), ("why", &foreign::say(texts, &source.to_string()))],
                ),
                None => told,
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            texts.with("usage-too-many", &[("argument", argument), ("value", &value)])
        }
        ErrorKind::InvalidUtf8 => texts.say("usage-not-utf8"),
        _ => foreign::say(texts, &error.to_string()),
    }
}

/// Two arguments that cannot stand together.
fn conflict(texts: &Texts, argument: &str, others: &[String]) -> String {
    let others: Vec<&str> = others.iter().map(String::as_str).filter(|other| *other != argument).collect();
    if others.is_empty() {
        return texts.with("usage-twice", &[("argument", argument)]);
    }
    texts.with("usage-conflict", &[("argument", argument), ("others", &others.join(", "))])
}

/// What may stand there.
fn allowed(texts: &Texts, error: &clap::Error) -> Option<String> {
    let values = [ContextKind::ValidValue, ContextKind::ValidSubcommand].map(|kind| words(error, kind)).concat();
    (!values.is_empty()).then(|| texts.with("usage-allowed", &[("values", &values.join(", "))]))
}

/// What may have been meant.
fn meant(texts: &Texts, error: &clap::Error) -> Option<String> {
    let kinds = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
        ContextKind::SuggestedCommand,
    ];
    let meant = kinds.map(|kind| words(error, kind)).concat();
    (!meant.is_empty()).then(|| texts.with("usage-meant", &[("names", &meant.join(", "))]))
}

/// How the command is written.
fn usage(texts: &Texts, error: &clap::Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return None };
    let plain = usage.to_string();
    let plain = plain.trim_start_matches("Usage:").split_whitespace().collect::<Vec<_>>().join(" ");
    let command = texts.say("usage-command");
    let maybe = format!("[{}]", command.trim_matches(['<', '>']));
    let plain = plain.replace("[OPTIONS]", &texts.say("usage-options"));
    let plain = plain.replace("<COMMAND>", &command).replace("[COMMAND]", &maybe);
    Some(texts.with("usage-how", &[("usage", &clean::line(&plain))]))
}

/// The words of one kind that the reader of the arguments tells.
fn words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    let told = match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    };
    told.into_iter().map(|word| clean::line(&word)).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::{cli::args::Cli, text::DEFAULT_LANGUAGE};

    fn check(arguments: &[&str], first: &str) {
        let texts = Texts::of(DEFAULT_LANGUAGE).expect("the texts of the program");
        let error = Cli::try_parse_from([&["sfv"], arguments].concat()).expect_err("the arguments are none");
        let told = lines(&texts, &error);
        assert!(told[0].starts_with(first), "{told:?}");
        let whole = told.join(" ");
        for english in ["error", "unexpected", "required", "Usage", "invalid", "expected", "For more", "COMMAND", "‹"]
        {
            assert!(!whole.contains(english), "{english}: {told:?}");
        }
        let how = told.iter().skip(1).find(|line| line.starts_with("Skrives slik: "));
        assert!(how.is_none_or(|line| line.contains(": sfv") && !line.contains("OPTIONS")), "{told:?}");
    }

    #[test]
    fn a_command_line_that_is_none_is_told_in_our_words() {
        check(&["tasks", "list", "--stat", "all"], "Det er ikke noe argument «--stat».");
        check(&["tasks", "lst"], "Det er ingen kommando «lst».");
        check(&["whomai"], "Det er ingen kommando «whomai».");
        check(&["admin", "channel", "3420", "--confirm"], "Det mangler noe: --set <STATUS>");
        check(&["report", "approve"], "Det mangler noe: <REF>");
        check(&["report", "approve", "KHR-2023H1-3420", "--extensions"], "Det mangler en verdi etter --extensions");
        check(&["tasks", "list", "--kind", "rapport"], "«rapport» kan ikke stå etter --kind");
        check(&["tasks", "list", "--demo", "--server", "http://a"], "--demo");
        check(&["submit", "a.json", "b.json", "c.json"], "Det er ikke noe argument «b.json».");
    }

    #[test]
    fn help_and_the_version_are_no_mistake() {
        let texts = Texts::of(DEFAULT_LANGUAGE).expect("the texts of the program");
        for asked in ["--help", "--version"] {
            let error = Cli::try_parse_from(["sfv", asked]).expect_err("it is told as an error");
            assert!(failure(&texts, &error).is_none(), "{asked}");
        }
    }
}
