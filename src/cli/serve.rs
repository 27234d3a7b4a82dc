//! The shared backend as a command: it runs until it is told to stop.
//! Imports `server`, `settings`, `clock`, `text` and `domain`.

use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use super::{
    args::ServeArgs,
    embedded::{self, Plan, kept_demo},
    failure::Failure,
    lists::Lists,
    session::Desk,
};
use crate::{
    clock::Clock,
    domain::{person::Person, policy::Policy},
    server::{
        Running,
        database::Database,
        outbox::ways::{WayTables, Ways},
        own::OwnData,
    },
    settings::SettingsError,
    text::clean,
};

/// The variable with the password of the mail server: no argument, which every process of the machine could read.
const MAIL_PASSWORD: &str = "SFV_MAIL_PASSWORD";

/// The line that tells a caller where to find the backend.
#[derive(Debug, Serialize)]
struct Started {
    /// Its address.
    listening: String,
    /// The token of the first person.
    token_file: Option<String>,
    /// One file per person.
    token_dir: Option<String>,
}

/// The people to add.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    person: Vec<Person>,
}

/// Serves until SIGINT or SIGTERM.
pub(super) async fn serve(desk: Desk, args: ServeArgs) -> Result<u8, Failure> {
    log();
    let (running, started) = if desk.globals.demo { demo(&desk, &args).await? } else { own(&desk, &args).await? };
    let line = serde_json::to_string(&started).map_err(|error| Failure::Internal(error.to_string()))?;
    desk.output.line(line)?;
    stop_sign().await;
    running.stop().await;
    Ok(0)
}

async fn demo(desk: &Desk, args: &ServeArgs) -> Result<(Running, Started), Failure> {
    if matches!(args.database, Some(Database::Server(_))) {
        return Err(Failure::DemoOnServer);
    }
    let file = args.database.as_ref().and_then(Database::file).cloned();
    let copy = kept_demo(desk, &args.demo, file).await?;
    let clock = Clock::from(copy.now);
    let own = own_data(args)?;
    let plan = Plan { demo: true, ..Plan::on_file(copy.database.clone(), args.listen, clock, own) };
    let running = embedded::run(desk, &plan).await?;
    let started = Started {
        listening: running.url.clone(),
        token_file: Some(copy.token_file(&copy.first).display().to_string()),
        token_dir: Some(copy.token_dir.display().to_string()),
    };
    Ok((running, started))
}

async fn own(desk: &Desk, args: &ServeArgs) -> Result<(Running, Started), Failure> {
    let clock = desk.now()?.map_or_else(Clock::wall, Clock::from);
    let people = args.people.as_deref().map(read_people).transpose()?.unwrap_or_default();
    let beside = args.database.as_ref().and_then(Database::file).cloned();
    let beside = beside.unwrap_or_else(|| desk.places.data.join("sfv.sqlite"));
    let database = args.database.clone().unwrap_or_else(|| Database::File(beside.clone()));
    let token_dir = beside.with_extension("tokens");
    let plan = Plan {
        database,
        beside,
        listen: args.listen,
        clock,
        demo: false,
        own: own_data(args)?,
        ways: ways(desk, args)?,
    };
    let running = embedded::run(desk, &plan).await?;
    lists(desk, args).take(&running.store).await?;
    for person in &people {
        let token = embedded::keep_token(&token_dir.join(&person.id))?;
        running.store.add_person(person, token.reveal()).await?;
    }
    let token_file = people.first().map(|person| token_dir.join(&person.id).display().to_string());
    let token_dir = token_file.is_some().then(|| token_dir.display().to_string());
    let listening = running.url.clone();
    Ok((running, Started { listening, token_file, token_dir }))
}

/// What stands in files of the office's own, tried before anything is started.
fn own_data(args: &ServeArgs) -> Result<OwnData, Failure> {
    let read = |file: &Path| fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.to_owned(), cause });
    let mut own = OwnData {
        policy: None,
        periods: args.periods.as_deref().map(read).transpose()?,
        proxy_header: args.proxy_header.clone(),
    };
    let periods = args.periods.as_deref().unwrap_or_else(|| Path::new("config/periods.toml"));
    let register = own.register().map_err(|error| bad_file(periods, 1, 1, error.detail))?;
    if let Some(file) = &args.policy {
        let text = read(file)?;
        let policy = Policy::parse(&text).map_err(|error| not_toml(file, &text, &error))?;
        if let Some(unknown) = policy.offices().find(|office| register.office(office).is_none()) {
            return Err(bad_file(file, 1, 1, format!("offices.{unknown}")));
        }
        own.policy = Some(policy);
    }
    Ok(own)
}

/// How deliveries leave, tried before anything is started. Without a file they are written to a folder.
fn ways(desk: &Desk, args: &ServeArgs) -> Result<Ways, Failure> {
    let Some(file) = &args.mail else { return Ok(Ways::default()) };
    let text = fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.clone(), cause })?;
    let tables: WayTables = toml::from_str(&text).map_err(|error| not_toml(file, &text, &error))?;
    let password = std::env::var(MAIL_PASSWORD).ok().filter(|password| !password.is_empty());
    Ways::prepare(&tables, password).map_err(|bad| {
        let (id, detail) = bad.text();
        bad_file(file, 1, 1, desk.output.texts.with(id, &[("detail", &clean::line(&detail))]))
    })
}

fn bad_file(file: &Path, line: usize, column: usize, detail: String) -> Failure {
    Failure::Settings(SettingsError::Syntax { file: file.to_owned(), line, column, detail })
}

/// Where and why a file is not what it should be.
fn not_toml(file: &Path, text: &str, error: &toml::de::Error) -> Failure {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    bad_file(file, before.matches('\n').count() + 1, column, error.message().to_owned())
}

/// The lists that are named, else those of the configuration folder.
fn lists(desk: &Desk, args: &ServeArgs) -> Lists {
    let kept = Lists::of(desk);
    Lists {
        contacts: args.contacts.clone().or(kept.contacts),
        cooperations: args.cooperations.clone().or(kept.cooperations),
    }
}

/// The people of a file. An id is also the name of a token's file.
fn read_people(file: &Path) -> Result<Vec<Person>, Failure> {
    let text = fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.to_owned(), cause })?;
    let people: People = toml::from_str(&text).map_err(|error| not_toml(file, &text, &error))?;
    let plain = |id: &str| !id.is_empty() && id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    match people.person.iter().find(|person| !plain(&person.id)) {
        Some(person) => Err(bad_file(file, 1, 1, format!("id: {:?}", person.id))),
        None => Ok(people.person),
    }
}

/// Log lines go to the standard error stream; the one line on standard output is for the caller.
fn log() {
    let _already = tracing_subscriber::fmt().with_writer(std::io::stderr).try_init();
}

/// Waits until the process is told to stop.
pub(super) async fn stop_sign() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (Ok(mut end), Ok(mut hangup)) = (signal(SignalKind::terminate()), signal(SignalKind::hangup())) else {
            return;
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = end.recv() => {}
            _ = hangup.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
}
