//! From the shared backend's configuration to what it is started with.
//! Imports `server` and `settings`.

use std::{
    env, fs,
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{args::ServeArgs, failure::Failure, session::Desk};
use crate::{
    server::{
        database::Database,
        serving::{Limits, Serving, TlsFiles},
    },
    settings::{
        Settings,
        service::{Given, Mistake, Service},
    },
};

/// Reads what was given: the file, the environment and the flags.
pub(super) fn read(args: &ServeArgs) -> Result<(Service, Vec<Mistake>), Failure> {
    let path = |file: &Option<PathBuf>| file.as_ref().map(|file| file.display().to_string());
    let flags = [
        ("listen.address", args.listen.map(|address| address.to_string())),
        ("database.address", args.database.clone()),
        ("data.people", path(&args.people)),
        ("data.login", path(&args.login)),
        ("data.mail", path(&args.mail)),
        ("data.policy", path(&args.policy)),
        ("data.periods", path(&args.periods)),
        ("data.contacts", path(&args.contacts)),
        ("data.cooperations", path(&args.cooperations)),
    ];
    let given = Given {
        file: args.config.clone(),
        environment: env::vars_os().collect(),
        flags: flags.into_iter().filter_map(|(name, words)| Some((name, words?))).collect(),
    };
    Ok(Service::read(&given)?)
}

/// What was given, if there is no mistake in it.
pub(super) fn settle(args: &ServeArgs) -> Result<Service, Failure> {
    let (service, mistakes) = read(args)?;
    if mistakes.is_empty() { Ok(service) } else { Err(Failure::Configuration(mistakes)) }
}

/// The database that is named, else that of the configuration, else that of the program's own backend.
pub(super) fn chosen(desk: &Desk, config: Option<PathBuf>, named: Option<String>) -> Result<Database, Failure> {
    let service = settle(&ServeArgs { config, database: named, ..ServeArgs::default() })?;
    Ok(database(&service)?.unwrap_or_else(|| Database::File(desk.places.data.join("sfv.sqlite"))))
}

/// What the service is told of what a user's settings may say too.
pub(super) fn adopt(settings: &mut Settings, service: &Service) {
    if service.get("outbox.undo_seconds").is_some()
        && let Ok(seconds) = u32::try_from(service.number("outbox.undo_seconds"))
    {
        settings.undo_seconds.value = seconds;
    }
    if let Some(address) = service.text("outbox.bufdir_address") {
        address.clone_into(&mut settings.bufdir_address.value);
    }
}

/// Where it listens.
pub(super) fn listen(service: &Service) -> SocketAddr {
    service.address("listen.address").unwrap_or_else(|| (std::net::Ipv4Addr::LOCALHOST, 0).into())
}

/// The database that is named, with its password.
pub(super) fn database(service: &Service) -> Result<Option<Database>, Failure> {
    let Some(address) = service.text("database.address") else { return Ok(None) };
    let database: Database = address.parse().map_err(|error: url::ParseError| Failure::Internal(error.to_string()))?;
    let password = match (service.text("database.password"), service.path("database.password_file")) {
        (Some(password), _) => Some(password.to_owned()),
        (None, Some(file)) => Some(secret(&file)?),
        (None, None) => None,
    };
    Ok(Some(match password {
        Some(password) => database.with_password(&password),
        None => database,
    }))
}

/// The text of a file with a secret, without the blanks round it.
fn secret(file: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.to_owned(), cause })?;
    Ok(text.trim().to_owned())
}

/// What stands round the service.
pub(super) fn serving(service: &Service) -> Result<Serving, Failure> {
    let tls = service.path("tls.certificate").zip(service.path("tls.key"));
    let proxies = service.texts("listen.proxies").iter().map(|text| text.parse());
    let seconds = |name: &str| Duration::from_secs(service.number(name));
    let whole = |name: &str| usize::try_from(service.number(name)).unwrap_or(usize::MAX);
    let small = |name: &str| u32::try_from(service.number(name)).unwrap_or(u32::MAX);
    Ok(Serving {
        tls: tls.map(|(certificate, key)| TlsFiles { certificate, key }),
        plain: service.flag("listen.plain"),
        proxies: proxies.collect::<Result<_, _>>().map_err(|_error| Failure::Internal("listen.proxies".to_owned()))?,
        limits: Limits {
            body: whole("limits.body_bytes"),
            header: seconds("limits.header_seconds"),
            answer: seconds("limits.answer_seconds"),
            connections: whole("limits.connections"),
            per_token: NonZeroU32::new(small("limits.per_token")),
            per_address: NonZeroU32::new(small("limits.per_address")),
            burst: small("limits.burst"),
        },
        patience: seconds("listen.stop_seconds"),
        metrics: service.address("metrics.address"),
        buckets: service.numbers("metrics.buckets_ms").iter().map(|bound| Duration::from_millis(*bound)).collect(),
        log_requests: service.flag("log.requests"),
    })
}
