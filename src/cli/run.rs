//! From the arguments to the exit code.
//! Imports `text` and the runtime.

use std::{ffi::OsString, time::Duration};

use clap::Parser;
use tokio::runtime::Runtime;

use super::{
    admin, archive,
    args::{AccessCommand, ArchiveCommand, Cli, Command, PeriodsCommand, ReportCommand, TasksCommand, UnitsCommand},
    audit, backup, bulk, check, config, crash,
    decide::{Question, Wish},
    diff, explain, extensions,
    failure::Failure,
    keys, library, login, man, permissions,
    recall::Recall,
    registers, remind, replay, screen, serve,
    session::{self, Desk, Session},
    status, submit, tasks, transfer, usage,
    views::{self, ViewsCommand},
};
use crate::{
    api::tasks::Scope,
    domain::{decision::DecisionKind, task::TaskKind},
    text,
};

/// How long the end of a command waits for what cannot be called back.
const PATIENCE: Duration = Duration::from_secs(2);

/// Runs the program with its arguments, the name of the program first, and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    crash::report_panics();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let texts = session::texts(text::DEFAULT_LANGUAGE).ok();
            if let Some((failure, texts)) = texts.and_then(|texts| Some((usage::failure(&texts, &error)?, texts))) {
                failure.tell(&texts, usage::wants_json(&arguments));
                return failure.exit_code();
            }
            // When nobody reads the help either, there is nobody left to tell.
            let _unread = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let json = cli.globals.json;
    if let Some(done) = without_settings(cli.command.as_ref()) {
        return done.unwrap_or_else(|failure| end(&failure, text::DEFAULT_LANGUAGE, json));
    }
    if let Some(Command::Config(command)) = &cli.command {
        // Mistakes are what it is asked about: they do not stop it.
        let done =
            Desk::despite_mistakes(cli.globals).and_then(|(desk, mistakes)| config::run(&desk, mistakes, command));
        return done.unwrap_or_else(|failure| end(&failure, text::DEFAULT_LANGUAGE, json));
    }
    let desk = match Desk::set(cli.globals) {
        Ok(desk) => desk,
        Err(failure) => return end(&failure, text::DEFAULT_LANGUAGE, json),
    };
    let language = desk.settings.language.value.clone();
    match carry_out(desk, cli.command) {
        Ok(code) => code,
        Err(failure) => end(&failure, &language, json),
    }
}

/// Does what needs no settings at all.
fn without_settings(command: Option<&Command>) -> Option<Result<u8, Failure>> {
    match command? {
        Command::Man(args) => Some(man::pages(args)),
        Command::Completions(args) => Some(man::completions(*args)),
        _ => None,
    }
}

/// Tells a failure and gives its exit code.
fn end(failure: &Failure, language: &str, json: bool) -> u8 {
    match session::texts(language) {
        Ok(texts) => failure.tell(&texts, json),
        Err(worse) => super::output::complain([failure.to_string(), worse.to_string()]),
    }
    failure.exit_code()
}

fn carry_out(desk: Desk, command: Option<Command>) -> Result<u8, Failure> {
    let runtime = Runtime::new().map_err(|error| Failure::Internal(error.to_string()))?;
    let outcome = carry_out_on(&runtime, desk, command);
    // A look-up of a name, or a read that hangs, cannot be called back: the end of the process does not wait for it.
    runtime.shutdown_timeout(PATIENCE);
    outcome
}

fn carry_out_on(runtime: &Runtime, desk: Desk, command: Option<Command>) -> Result<u8, Failure> {
    match command {
        None => screen::start_screen(runtime, desk, None),
        Some(Command::Demo(args)) => {
            let mut desk = desk;
            desk.globals.demo = true;
            desk.demo = args;
            screen::start_screen(runtime, desk, None)
        }
        Some(Command::Tutorial(args)) => screen::tutorial(runtime, desk, args.restart),
        Some(Command::Open(args)) => screen::open(runtime, desk, &args),
        Some(Command::Replay(args)) => runtime.block_on(replay::replay(desk, &args)),
        Some(Command::Explain(args)) => runtime.block_on(explain::explain(&desk, &args)),
        Some(Command::Links(args)) => runtime.block_on(library::links(&desk, &args)),
        Some(Command::Letters) => runtime.block_on(library::letters(desk)),
        Some(Command::Report(ReportCommand::Check(args))) => runtime.block_on(check::check(&desk, &args)),
        Some(Command::Backup(args)) => runtime.block_on(backup::backup(&desk, &args)),
        Some(Command::Restore(args)) => runtime.block_on(backup::restore(&desk, &args)),
        Some(Command::Export(args)) => runtime.block_on(transfer::export(&desk, &args)),
        Some(Command::Import(args)) => runtime.block_on(transfer::import(&desk, &args)),
        Some(Command::Keys(command)) => keys::run(&desk, &command),
        Some(Command::Login(_)) => runtime.block_on(login::login(&desk)),
        Some(Command::Wipe) => super::wipe::wipe(&desk),
        Some(Command::Logout) => runtime.block_on(login::logout(&desk)),
        Some(Command::Receiver(args)) => runtime.block_on(super::receiver::receive(desk, args)),
        Some(Command::Serve(args)) => runtime.block_on(serve::serve(desk, args)),
        Some(command) => {
            let job = Job::of(command)?;
            runtime.block_on(async {
                let session = Session::open(desk).await?;
                let done = job.run(&session).await;
                session.close().await;
                done.map(|()| 0)
            })
        }
    }
}

/// A command that needs a backend and no screen, its arguments already read: what is wrong with them is told before a
/// backend is looked for.
enum Job {
    List(Option<Scope>, Box<super::args::ListArgs>),
    Show(String),
    Holders(super::holders::Wish),
    Decide(Wish),
    Ask(Question),
    Undo(String),
    Bulk(Box<bulk::Wish>),
    Submit(super::args::SubmitArgs),
    Diff(super::args::DiffArgs),
    Whoami(super::args::WhoamiArgs),
    Sessions(super::args::SessionsCommand),
    Units(Option<String>),
    Unit(String, Option<String>),
    Period(String),
    Views(ViewsCommand),
    Status(bool, Option<String>),
    Recall(Recall),
    Missing(Option<String>),
    Remind(remind::Wish),
    Letter(super::letters::Wish),
    Extensions(extensions::Wish),
    Audit(audit::Wish),
    Export(archive::Export),
    Admin(admin::Wish),
    Apply(super::args::ApplyArgs),
    Portal(permissions::Wish),
    Outbox(super::outbox::Wish),
    Notices(super::args::NoticesCommand),
}

impl Job {
    #[expect(clippy::too_many_lines, reason = "one line for each command")]
    fn of(command: Command) -> Result<Self, Failure> {
        Ok(match command {
            Command::Tasks(TasksCommand::List { state, list }) => Self::List(state, Box::new(list)),
            Command::Archive(ArchiveCommand::List(list)) => Self::List(Some(Scope::Solved), Box::new(list)),
            Command::Tasks(
                command @ (TasksCommand::Take(_)
                | TasksCommand::Release(_)
                | TasksCommand::Assign(_)
                | TasksCommand::Colleagues),
            ) => Self::Holders(super::holders::Wish::new(&command)?),
            Command::Tasks(TasksCommand::Show(case))
            | Command::Archive(ArchiveCommand::Show(case))
            | Command::Report(ReportCommand::Show(case)) => Self::Show(case.reference),
            Command::Report(ReportCommand::Approve { decide, extensions }) => {
                Self::Decide(Wish::new(DecisionKind::Approve, &decide, extensions.as_deref())?)
            }
            Command::Report(ReportCommand::Return(decide)) => {
                Self::Decide(Wish::new(DecisionKind::Return, &decide, None)?)
            }
            Command::Report(ReportCommand::Diff(args)) => Self::Diff(args),
            Command::Access(command) => Self::access(&command)?,
            Command::Bulk(command) => Self::Bulk(Box::new(bulk::Wish::new(command)?)),
            Command::Undo(case) => Self::Undo(case.reference),
            Command::Submit(args) => Self::Submit(args),
            Command::Units(UnitsCommand::List { period }) => Self::Units(period),
            Command::Units(UnitsCommand::Show { unit, period }) => Self::Unit(unit, period),
            Command::Periods(PeriodsCommand::Show { period }) => Self::Period(period),
            Command::Views(command) => Self::Views(command),
            Command::Status(args) => Self::Status(args.oneline, args.period),
            Command::Report(ReportCommand::Recall(args)) => Self::Recall(Recall::new(&args)?),
            Command::Units(UnitsCommand::Missing { period }) => Self::Missing(period),
            Command::Remind(args) => Self::Remind(remind::Wish::new(args)?),
            Command::Letter(command) => Self::Letter(super::letters::Wish::new(command)?),
            Command::Admin(command) => Self::Admin(admin::Wish::new(command)?),
            Command::Extensions(command) => Self::Extensions(extensions::Wish::new(command)?),
            Command::Archive(ArchiveCommand::Export(args)) => Self::Export(archive::Export::new(args)?),
            Command::Audit(command) => Self::Audit(audit::Wish::new(command)?),
            Command::Outbox(command) => Self::Outbox(super::outbox::Wish::new(command)?),
            Command::Notices(command) => Self::Notices(command),
            Command::Whoami(args) => Self::Whoami(args),
            Command::Sessions(command) => Self::Sessions(command),
            Command::Login(_)
            | Command::Logout
            | Command::Demo(_)
            | Command::Man(_)
            | Command::Completions(_)
            | Command::Tutorial(_)
            | Command::Serve(_)
            | Command::Receiver(_)
            | Command::Config(_)
            | Command::Keys(_)
            | Command::Wipe
            | Command::Backup(_)
            | Command::Restore(_)
            | Command::Export(_)
            | Command::Import(_)
            | Command::Open(_)
            | Command::Replay(_)
            | Command::Explain(_)
            | Command::Links(_)
            | Command::Letters
            | Command::Report(ReportCommand::Check(_)) => Self::Whoami(super::args::WhoamiArgs::default()),
        })
    }

    fn access(command: &AccessCommand) -> Result<Self, Failure> {
        Ok(match command {
            AccessCommand::Grant(grant) => {
                let wish = Wish::new(DecisionKind::Grant, &grant.decide, None)?;
                Self::Decide(wish.with_role(grant.role, grant.confirm_role))
            }
            AccessCommand::Reject(decide) => Self::Decide(Wish::new(DecisionKind::Reject, decide, None)?),
            AccessCommand::Forward(decide) => Self::Decide(Wish::new(DecisionKind::Forward, decide, None)?),
            AccessCommand::Ask(question) => Self::Ask(Question::new(question)?),
            AccessCommand::Apply(args) => Self::Apply(args.clone()),
            AccessCommand::List(args) if !args.granted => {
                let list = super::args::ListArgs { kind: Some(TaskKind::Access), ..Default::default() };
                Self::List(None, Box::new(list))
            }
            AccessCommand::List(_) | AccessCommand::Remove(_) | AccessCommand::Figures { .. } => {
                Self::Portal(permissions::Wish::new(command)?)
            }
        })
    }

    #[expect(clippy::cognitive_complexity, reason = "one line for each command")]
    async fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::List(scope, args) => tasks::list(session, scope, *args).await,
            Self::Holders(wish) => wish.run(session).await,
            Self::Show(reference) => tasks::show(session, &reference).await,
            Self::Decide(wish) => wish.run(session).await,
            Self::Ask(question) => question.run(session).await,
            Self::Bulk(wish) => wish.run(session).await,
            Self::Undo(given) => match uuid::Uuid::parse_str(given.trim()) {
                Ok(key) => remind::withdraw(session, key).await,
                Err(_reference) => submit::undo(session, &given).await,
            },
            Self::Submit(args) => submit::submit(session, &args).await,
            Self::Diff(args) => diff::diff(session, &args).await,
            Self::Whoami(args) => registers::whoami(session, &args).await,
            Self::Sessions(command) => login::sessions(session, &command).await,
            Self::Units(period) => registers::units(session, period).await,
            Self::Unit(unit, period) => registers::unit(session, &unit, period.as_deref()).await,
            Self::Views(command) => views::run(session, command).await,
            Self::Status(oneline, period) => status::status(session, oneline, period).await,
            Self::Recall(recall) => recall.run(session).await,
            Self::Period(period) => registers::period(session, &period).await,
            Self::Missing(period) => remind::missing(session, period.as_deref()).await,
            Self::Remind(wish) => wish.run(session).await,
            Self::Letter(wish) => wish.run(session).await,
            Self::Extensions(wish) => wish.run(session).await,
            Self::Audit(wish) => wish.run(session).await,
            Self::Export(export) => export.run(session).await,
            Self::Admin(wish) => wish.run(session).await,
            Self::Apply(args) => super::access::apply(session, &args).await,
            Self::Portal(wish) => wish.run(session).await,
            Self::Outbox(wish) => wish.run(session).await,
            Self::Notices(command) => super::notices::run(session, command).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn every_text_a_failure_names_exists() {
        let texts = Texts::of(text::DEFAULT_LANGUAGE).expect("the texts of the program");
        for failure in [Failure::NoConsent, Failure::BadTime("x".into()), Failure::BadScript("x".into())] {
            assert!(failure.lines(&texts).iter().all(|line| !line.contains('‹')), "{failure:?}");
        }
    }
}
