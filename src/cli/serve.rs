//! The shared backend as a command: it runs until it is told to stop.
//! Imports `server`, `settings`, `clock`, `text` and `domain`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    args::ServeArgs,
    embedded::{self, Plan, kept_demo},
    failure::Failure,
    lists::Lists,
    log, service,
    session::Desk,
    signs::{Hangup, Signs},
};
use crate::{
    clock::Clock,
    domain::{person::Person, policy::Policy},
    server::{
        Running,
        database::Database,
        login::config::{LoginConfig, Secret},
        outbox::ways::{WayTables, Ways},
        own::OwnData,
    },
    settings::{SettingsError, service::Service},
    text::{clean, foreign},
};

/// The variable with the password of the mail server: no argument, which every process of the machine could read.
const MAIL_PASSWORD: &str = "SFV_MAIL_PASSWORD";

/// The line that tells a caller where to find the backend.
#[derive(Debug, Serialize)]
struct Started {
    /// Its address.
    listening: String,
    /// Where its measurements are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    metrics: Option<String>,
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
pub(super) async fn serve(mut desk: Desk, args: ServeArgs) -> Result<u8, Failure> {
    let service = service::settle(&args)?;
    service::adopt(&mut desk.settings, &service);
    log::start(&service);
    let (running, started) =
        if desk.globals.demo { demo(&desk, &args, &service).await? } else { own(&desk, &service).await? };
    let line = serde_json::to_string(&started).map_err(|error| Failure::Internal(error.to_string()))?;
    // Whoever reads the line may stop the process at once: by then it listens to signs.
    let mut signs = Signs::listen()?;
    desk.output.line(line)?;
    tracing::info!(address = %running.url, "Listening");
    let reloads = args.config.is_some() || running.tls.is_some();
    let hangup = if reloads { Hangup::Reads(running.tls.as_ref()) } else { Hangup::Ends };
    signs.stop(hangup).await;
    tracing::info!("Stopping");
    end(running, &mut signs).await;
    Ok(0)
}

/// Stops, and waits for what is under way unless it is told to stop once more: what is not settled is so at the next start.
async fn end(running: Running, signs: &mut Signs) {
    tokio::select! {
        () = running.stop() => {}
        () = signs.stop(Hangup::Reads(None)) => tracing::warn!("Told to stop again: nothing is waited for"),
    }
}

async fn demo(desk: &Desk, args: &ServeArgs, service: &Service) -> Result<(Running, Started), Failure> {
    let database = service::database(service)?;
    if matches!(database, Some(Database::Server(_))) {
        return Err(Failure::DemoOnServer);
    }
    let file = database.as_ref().and_then(Database::file).cloned();
    let copy = kept_demo(desk, &args.demo, file).await?;
    let clock = Clock::from(copy.now);
    let own = own_data(service)?;
    let plan = Plan {
        demo: true,
        serving: service::serving(service)?,
        ..Plan::on_file(copy.database.clone(), service::listen(service), clock, own)
    };
    let running = embedded::run(desk, &plan).await?;
    let started = Started {
        listening: running.url.clone(),
        metrics: running.metrics.map(|address| format!("http://{address}")),
        token_file: Some(copy.token_file(&copy.first).display().to_string()),
        token_dir: Some(copy.token_dir.display().to_string()),
    };
    Ok((running, started))
}

async fn own(desk: &Desk, service: &Service) -> Result<(Running, Started), Failure> {
    let clock = desk.now()?.map_or_else(Clock::wall, Clock::from);
    let people = service.path("data.people").as_deref().map(read_people).transpose()?.unwrap_or_default();
    let database = service::database(service)?;
    let beside = database.as_ref().and_then(Database::file).cloned();
    let beside = beside.unwrap_or_else(|| desk.places.data.join("sfv.sqlite"));
    let database = database.unwrap_or_else(|| Database::File(beside.clone()));
    let token_dir = beside.with_extension("tokens");
    let plan = Plan {
        database,
        beside,
        outbox: service.path("outbox.folder"),
        outbox_worker: service.flag("outbox.worker"),
        listen: service::listen(service),
        clock,
        demo: false,
        own: own_data(service)?,
        serving: service::serving(service)?,
        login: login(service)?,
        ways: ways(desk, service)?,
        taken: None,
    };
    let running = embedded::run(desk, &plan).await?;
    lists(desk, service).take(&running.store).await?;
    for person in &people {
        let token = embedded::keep_token(&token_dir.join(&person.id))?;
        running.store.add_person(person, token.reveal()).await?;
    }
    running.know_people().await.map_err(|error| embedded::refused(&error, &desk.output.texts))?;
    let token_file = people.first().map(|person| token_dir.join(&person.id).display().to_string());
    let token_dir = token_file.is_some().then(|| token_dir.display().to_string());
    let listening = running.url.clone();
    let metrics = running.metrics.map(|address| format!("http://{address}"));
    Ok((running, Started { listening, metrics, token_file, token_dir }))
}

/// How people log in, tried before anything is started.
fn login(service: &Service) -> Result<Option<LoginConfig>, Failure> {
    let Some(file) = service.path("data.login") else { return Ok(None) };
    let read = |file: PathBuf| fs::read_to_string(&file).map_err(|cause| Failure::Input { file, cause });
    let text = read(file.clone())?;
    let table = text.parse().map_err(|error| not_toml(&file, &text, &error))?;
    let mut config = LoginConfig::over(table).map_err(|error| bad_file(&file, 1, 1, error.to_string()))?;
    let secret = &config.provider.client_secret_file;
    config.secret = if secret.is_empty() {
        Secret::new(&std::env::var("SFV_OIDC_CLIENT_SECRET").unwrap_or_default())
    } else {
        Secret::new(&read(PathBuf::from(secret))?)
    };
    Ok(Some(config))
}

/// What stands in files of the office's own, tried before anything is started.
pub(super) fn own_data(service: &Service) -> Result<OwnData, Failure> {
    let read = |file: PathBuf| fs::read_to_string(&file).map_err(|cause| Failure::Input { file, cause });
    let own_periods = service.path("data.periods");
    let mut own = OwnData { policy: None, periods: own_periods.clone().map(read).transpose()? };
    let periods = own_periods.unwrap_or_else(|| PathBuf::from("config/periods.toml"));
    let register = own.register().map_err(|error| bad_file(&periods, 1, 1, error.detail))?;
    if let Some(file) = service.path("data.policy") {
        let text = read(file.clone())?;
        let policy = Policy::parse(&text).map_err(|error| not_toml(&file, &text, &error))?;
        if let Some(unknown) = policy.offices().find(|office| register.office(office).is_none()) {
            return Err(bad_file(&file, 1, 1, format!("unknown field `offices.{unknown}`")));
        }
        own.policy = Some(policy);
    }
    Ok(own)
}

/// How deliveries leave, tried before anything is started. Without a file they are written to a folder.
fn ways(desk: &Desk, service: &Service) -> Result<Ways, Failure> {
    let Some(file) = &service.path("data.mail") else { return Ok(Ways::default()) };
    let text = fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.clone(), cause })?;
    let tables: WayTables = toml::from_str(&text).map_err(|error| not_toml(file, &text, &error))?;
    let password = std::env::var(MAIL_PASSWORD).ok().filter(|password| !password.is_empty());
    Ways::prepare(&tables, password).map_err(|bad| {
        let (id, detail) = bad.text();
        let texts = &desk.output.texts;
        let detail = if bad.is_foreign() { foreign::say(texts, &detail) } else { clean::line(&detail) };
        let given = format!("{}: {}", file.display(), texts.with(id, &[("detail", &detail)]));
        Failure::Start { sentence: texts.with("cli-settings", &[("given", &clean::line(&given))]), code: 2 }
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
fn lists(desk: &Desk, service: &Service) -> Lists {
    let kept = Lists::of(desk);
    Lists {
        contacts: service.path("data.contacts").or(kept.contacts),
        cooperations: service.path("data.cooperations").or(kept.cooperations),
    }
}

/// The people of a file. An id is also the name of a token's file.
pub(super) fn read_people(file: &Path) -> Result<Vec<Person>, Failure> {
    let text = fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.to_owned(), cause })?;
    let people: People = toml::from_str(&text).map_err(|error| not_toml(file, &text, &error))?;
    let plain = |id: &str| !id.is_empty() && id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    match people.person.iter().find(|person| !plain(&person.id)) {
        Some(person) => Err(bad_file(file, 1, 1, format!("id: invalid value: string {:?}", person.id))),
        None => Ok(people.person),
    }
}
