//! How a command fails: in two lines for people or a problem document for programs, and with which exit code.
//! Imports `api`, `client`, `server`, `text` and `settings`.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{output, usage::Misused, words::HiddenSign};
use crate::{
    api::fault::{Fault, Stored},
    client::{http::BadServer, journal::JournalError},
    domain::refusal::Refusal,
    keys::file::BadKeymap,
    server::{backup::BackupError, transfer::TransferError},
    settings::{SettingsError, service::Mistake},
    text::{Texts, clean, foreign, refusal, wire_name},
};

/// Why a command does not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The backend, or what was sent to it.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// A deciding command without `--confirm` or `--dry-run`.
    #[error("neither --confirm nor --dry-run")]
    NoConsent,
    /// A login without a shared backend.
    #[error("no backend to log in at")]
    NoServer,
    /// A backend without a login.
    #[error("the backend has no login")]
    NoLogin,
    /// The person said that the code is not theirs.
    #[error("the login was denied")]
    LoginDenied,
    /// Nobody confirmed the code in time.
    #[error("the code has expired")]
    LoginExpired,
    /// The demo asked for on a database server.
    #[error("the demo has a file of its own")]
    DemoOnServer,
    /// A time that is none.
    #[error("not a time: {0}")]
    BadTime(String),
    /// An office there is not.
    #[error("not an office: {0}")]
    UnknownOffice(String),
    /// A name that nothing has, with names that may be meant.
    #[error("nothing is called {given}")]
    UnknownName {
        /// As it was given.
        given: String,
        /// The names.
        suggestions: Vec<String>,
    },
    /// A version that a report does not have.
    #[error("no version {0}")]
    NoVersion(u32),
    /// The shared backend's configuration, with every mistake in it.
    #[error("the configuration has mistakes")]
    Configuration(Vec<Mistake>),
    /// A backup that did not come about.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// An export or an import that did not come about.
    #[error(transparent)]
    Transfer(#[from] TransferError),
    /// A backup asked for of a database server.
    #[error("a database server has tools of its own")]
    BackupOnServer(String),
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The backend's address or the token.
    #[error("{cause}: {address}")]
    Server {
        /// The address.
        address: String,
        /// What is wrong.
        cause: BadServer,
    },
    /// The keys that are chosen, or a person's own.
    #[error("{}: {bad}", file.display())]
    Keymap {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        bad: Box<BadKeymap>,
    },
    /// A name of which there are only some.
    #[error("{place}: {given}")]
    NotOneOf {
        /// Where it stands.
        place: String,
        /// What stands there.
        given: String,
        /// What may.
        choices: Vec<String>,
    },
    /// The journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The embedded backend does not start; its own sentence and exit code.
    #[error("{sentence}")]
    Start {
        /// What it says.
        sentence: String,
        /// Its exit code.
        code: u8,
    },
    /// A file that was given cannot be read.
    #[error("{}: {cause}", file.display())]
    Input {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// A file of the program cannot be written.
    #[error("{}: {cause}", file.display())]
    Write {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// Nobody takes the output.
    #[error(transparent)]
    Output(io::Error),
    /// A script of keys that names no key.
    #[error("not a key: {0}")]
    BadScript(String),
    /// The chain of the log, or a receipt, does not hold; what exactly has been told.
    #[error("the proof does not hold")]
    BrokenChain,
    /// A case that is still open where a solved one is wanted.
    #[error("not solved: {0}")]
    NotSolved(String),
    /// A file that holds no application.
    #[error("not an application: {0}")]
    BadApplication(String),
    /// A file that holds no letter: its name and the line.
    #[error("{0} holds no letter")]
    BadLetter(String),
    /// A receipt or an anchor that is none.
    #[error("not a receipt or an anchor: {0}")]
    BadProof(String),
    /// A text with a sign that cannot be sent.
    #[error("a hidden sign: {0:?}")]
    HiddenSign(HiddenSign),
    /// A command line that is none.
    #[error("{0:?}")]
    Usage(Misused),
    /// The program itself.
    #[error("{0}")]
    Internal(String),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Fault(refusal.into())
    }
}

impl Failure {
    /// The exit code of the command.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Fault(fault) => fault.exit_code(),
            Self::LoginDenied | Self::LoginExpired => 77,
            Self::NoConsent
            | Self::NoServer
            | Self::NoLogin
            | Self::DemoOnServer
            | Self::BadTime(_)
            | Self::BadScript(_)
            | Self::UnknownOffice(_)
            | Self::Settings(_)
            | Self::Keymap { .. }
            | Self::NotOneOf { .. }
            | Self::Configuration(_)
            | Self::BackupOnServer(_)
            | Self::Usage(_)
            | Self::Server { .. } => 2,
            Self::BrokenChain => 3,
            Self::BadProof(_)
            | Self::NotSolved(_)
            | Self::BadApplication(_)
            | Self::BadLetter(_)
            | Self::HiddenSign(_) => 65,
            Self::Start { code, .. } => *code,
            Self::Backup(error) => super::backup::exit_code(error),
            Self::Transfer(error) => super::transfer::exit_code(error),
            Self::Input { .. } | Self::UnknownName { .. } | Self::NoVersion(_) => 66,
            // The reader had enough: that is its right.
            Self::Output(cause) if cause.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Journal(_) | Self::Write { .. } | Self::Output(_) => 73,
            Self::Internal(_) => 70,
        }
    }

    /// Tells it on the standard error stream.
    pub fn tell(&self, texts: &Texts, json: bool) {
        if self.exit_code() == 0 {
            return;
        }
        if json {
            output::complain([clean::json(&self.document(texts).to_string())]);
        } else {
            output::complain(self.lines(texts));
        }
    }

    /// The lines for people: what happened and whether anything was stored; what to do; the reasons.
    #[must_use]
    pub fn lines(&self, texts: &Texts) -> Vec<String> {
        let Self::Fault(fault) = self else { return self.own_lines(texts) };
        let mut lines = vec![what(texts, fault), advice(texts, fault)];
        lines.extend(fault.refusals.iter().map(|refusal| format!("– {}", reason(texts, refusal))));
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// The lines of a failure that never came near a backend.
    fn own_lines(&self, texts: &Texts) -> Vec<String> {
        let (id, given) = match self {
            Self::Fault(_) => return Vec::new(),
            Self::Start { sentence, .. } => return vec![sentence.clone()],
            Self::NoConsent => ("cli-no-consent", String::new()),
            Self::NoServer => ("cli-no-server", String::new()),
            Self::NoLogin => ("cli-no-login", String::new()),
            Self::LoginDenied => ("cli-login-denied", String::new()),
            Self::LoginExpired => ("cli-login-expired", String::new()),
            Self::DemoOnServer => ("cli-demo-on-server", String::new()),
            Self::BadTime(given) => ("cli-bad-time", given.clone()),
            Self::UnknownOffice(given) => ("cli-unknown-office", given.clone()),
            Self::NoVersion(version) => ("cli-no-version", version.to_string()),
            Self::UnknownName { given, suggestions } => return unknown_name(texts, given, suggestions),
            Self::Backup(error) => return vec![super::backup::say(texts, error)],
            Self::Transfer(error) => return super::transfer::say(texts, error),
            Self::BackupOnServer(address) => ("backup-on-server", address.clone()),
            Self::Configuration(mistakes) => return super::config::say_all(texts, mistakes),
            Self::Settings(_) => ("cli-settings", self.given(texts)),
            Self::Keymap { .. } => ("cli-keymap", self.given(texts)),
            Self::NotOneOf { place, given, choices } => {
                let values = [("place", place.as_str()), ("given", given), ("choices", &choices.join(", "))];
                return vec![texts.with("cli-not-one-of-at", &values)];
            }
            Self::Server { cause: BadServer::Token, .. } => ("cli-bad-token", String::new()),
            Self::Server { cause: BadServer::Certificate, .. } => ("cli-bad-ca", String::new()),
            Self::Server { address, .. } => ("cli-bad-server", address.clone()),
            Self::Journal(_) => ("cli-journal", self.given(texts)),
            Self::Input { .. } => ("cli-input", self.given(texts)),
            Self::Write { .. } | Self::Output(_) => ("cli-write", self.given(texts)),
            Self::BadApplication(given) => ("cli-bad-application", given.clone()),
            Self::BadLetter(given) => ("cli-bad-letter", given.clone()),
            Self::NotSolved(given) => ("cli-not-solved", given.clone()),
            Self::BrokenChain => ("cli-broken-chain", String::new()),
            Self::BadProof(given) => ("cli-bad-proof", given.clone()),
            Self::BadScript(what) => ("cli-bad-script", clean::line(what)),
            Self::Internal(_) => ("cli-internal", self.given(texts)),
            Self::HiddenSign(sign) => return sign.lines(texts),
            Self::Usage(mistake) => return mistake.lines.clone(),
        };
        let advice = format!("{id}-advice");
        let first = texts.with(id, &[("given", &clean::line(&given))]);
        if texts.has(&advice) { vec![first, texts.say(&advice)] } else { vec![first] }
    }

    /// Where it went wrong and why, as a part of a sentence.
    #[must_use]
    pub fn given(&self, texts: &Texts) -> String {
        let of_file = |file: &Path, cause: &io::Error| format!("{}: {}", file.display(), foreign::system(texts, cause));
        match self {
            Self::Settings(SettingsError::Syntax { file, line, column, detail }) => {
                format!("{}:{line}:{column}: {}", file.display(), foreign::say(texts, detail))
            }
            Self::Settings(SettingsError::Unreadable { file, cause })
            | Self::Input { file, cause }
            | Self::Write { file, cause } => of_file(file, cause),
            Self::Keymap { file, bad } => {
                format!("{}:{}:{}: {}", file.display(), bad.line, bad.column, super::keys::say(texts, bad))
            }
            Self::Settings(SettingsError::Homeless) => texts.say("cli-homeless"),
            Self::Settings(error) => error.to_string(),
            Self::Journal(error) => of_file(&error.path, &error.cause),
            Self::Output(cause) => foreign::system(texts, cause),
            Self::Internal(detail) => foreign::say(texts, detail),
            other => other.lines(texts).into_iter().next().unwrap_or_default(),
        }
    }

    /// The document for programs.
    fn document(&self, texts: &Texts) -> Value {
        let mut document = match self {
            Self::Fault(fault) => serde_json::to_value(refusal::problem(texts, fault, 0)).unwrap_or_default(),
            other => serde_json::json!({ "title": other.own_lines(texts).join(" "), "stored": "no" }),
        };
        if let Value::Object(fields) = &mut document {
            fields.remove("status");
            fields.insert("schema".to_owned(), "sfv.fault/1".into());
            if let Self::UnknownName { suggestions, .. } = self {
                fields.insert("suggestions".to_owned(), suggestions.clone().into());
            }
            fields.insert("exit_code".to_owned(), self.exit_code().into());
        }
        document
    }
}

/// What happened, and whether anything was stored.
fn what(texts: &Texts, fault: &Fault) -> String {
    let detail = clean::line(&fault.detail);
    let own = format!("cli-fault-{}", wire_name(&fault.kind));
    let headline = if texts.has(&own) && !detail.is_empty() {
        texts.with(&own, &[("detail", &detail)])
    } else {
        refusal::headline(texts, fault.kind)
    };
    let by = fault.by.as_deref().map(clean::line);
    let by = by.map(|name| texts.with(refusal::first(fault.kind), &[("name", &name)])).unwrap_or_default();
    let stored = texts.say(if fault.stored == Stored::No { "fault-nothing-stored" } else { "cli-stored-unknown" });
    // The headline of an unknown outcome says so itself.
    let stored = if fault.kind == crate::api::fault::FaultKind::Unknown { String::new() } else { stored };
    [headline, by, stored].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A fault of a request that only reads, in words of the command line: what happened and what to do.
pub(super) fn unread(texts: &Texts, fault: &Fault) -> String {
    if !fault.refusals.is_empty() {
        return refusal::say_unread(texts, fault);
    }
    let parts = [refusal::headline(texts, fault.kind), advice(texts, fault)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A name that nothing has, and those that may be meant.
fn unknown_name(texts: &Texts, given: &str, suggestions: &[String]) -> Vec<String> {
    let first = texts.with("cli-unknown-name", &[("given", &clean::line(given))]);
    let second = if suggestions.is_empty() {
        texts.say("cli-unknown-name-advice")
    } else {
        texts.with("cli-unknown-name-suggestions", &[("names", &suggestions.join(", "))])
    };
    vec![first, second]
}

/// What to do at a command line, where there is no key to press.
pub(super) fn advice(texts: &Texts, fault: &Fault) -> String {
    let own = format!("cli-fault-{}-advice", wire_name(&fault.kind));
    if texts.has(&own) { texts.say(&own) } else { refusal::advice(texts, fault.kind) }
}

/// A reason, in words that name flags and not keys.
fn reason(texts: &Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::ExtensionsMissing => texts.say("cli-extensions-missing"),
        other => refusal::say(texts, other),
    }
}
