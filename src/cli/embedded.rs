//! The program's own backend, in the same process: on loopback, a port the system chooses, a token nobody else has.
//! Imports `server`, `settings`, `clock` and `domain`.

mod soon;
mod template;
mod tokens;

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;

use self::soon::Spot;
pub use self::soon::{Soon, Starting};
pub use self::template::{DemoCopy, demo_copy};
pub(super) use self::tokens::keep as keep_token;
use super::{args::DemoArgs, demo::Wanted, failure::Failure, lists::Lists, output::Output, session::Desk};
use crate::{
    clock::Clock,
    domain::{
        office::OfficeId,
        person::{Person, Role},
        register::Register,
        unit::UnitNo,
    },
    server::{
        self, Options, Running, database::Database, login::config::LoginConfig, outbox::ways::Ways, own::OwnData,
        serving::Serving, start::StartError, store::Store,
    },
    settings::{Settings, Token},
    text::Texts,
};

/// The id of the one who uses the program's own backend.
const LOCAL: &str = "lokal";

/// A backend that runs as long as this lives.
#[derive(Debug)]
pub struct Embedded {
    /// Its address.
    pub address: String,
    /// The token of the person who uses the program.
    pub token: Token,
    /// Its clock, which is the program's too.
    pub clock: Clock,
    database: Database,
    running: Running,
}

/// Where a backend keeps its things, and how it is set up.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The database.
    pub(super) database: Database,
    /// Beside which file its other files lie: the same name with another ending.
    pub(super) beside: PathBuf,
    /// Where it listens.
    pub(super) listen: SocketAddr,
    /// Its clock.
    pub(super) clock: Clock,
    /// True when every figure is made up.
    pub(super) demo: bool,
    /// What stands in files of the office's own.
    pub(super) own: OwnData,
    /// How it is served to others.
    pub(super) serving: Serving,
    /// Where deliveries are written; without it beside the other files.
    pub(super) outbox: Option<PathBuf>,
    /// Whether this process delivers.
    pub(super) outbox_worker: bool,
    /// How people log in.
    pub(super) login: Option<LoginConfig>,
    /// How deliveries leave; by default as files.
    pub(super) ways: Ways,
    /// Where it listens already, before it runs.
    pub(super) taken: Option<Arc<TcpListener>>,
}

impl Plan {
    /// A backend on a file, with its other files beside it.
    pub(super) fn on_file(file: PathBuf, listen: SocketAddr, clock: Clock, own: OwnData) -> Self {
        Self {
            beside: file.clone(),
            database: Database::File(file),
            listen,
            clock,
            demo: false,
            own,
            serving: Serving::default(),
            outbox: None,
            outbox_worker: true,
            login: None,
            ways: Ways::default(),
            taken: None,
        }
    }
}

impl Embedded {
    /// Starts the one that the settings ask for: the demo's, or the user's own.
    ///
    /// # Errors
    /// [`Failure`] when the database cannot be used.
    pub async fn start(desk: &Desk) -> Result<Self, Failure> {
        Self::start_at(desk, None).await
    }

    /// The same, where somebody may be asking already.
    async fn start_at(desk: &Desk, spot: Option<Spot>) -> Result<Self, Failure> {
        if desk.globals.demo {
            return Self::demo(desk, spot).await;
        }
        let now = desk.now()?;
        let clock = Spot::clock(spot.as_ref());
        if let Some(now) = now {
            clock.set(now);
        }
        let plan = Plan {
            taken: spot.map(|spot| spot.taken),
            ..Plan::on_file(own_database(desk), loopback(), clock, OwnData::default())
        };
        let office = known_office(&desk.settings)?;
        let running = run(desk, &plan).await?;
        Lists::of(desk).take(&running.store).await?;
        let token = tokens::keep(&own_token(desk))?;
        let person = local_person(&desk.output.texts, office);
        running.store.add_person(&person, token.reveal()).await?;
        Ok(Self::of(plan, running, token))
    }

    /// Starts the demo's, on its own database that stays between runs.
    async fn demo(desk: &Desk, spot: Option<Spot>) -> Result<Self, Failure> {
        let kept = kept_demo(desk, &desk.demo, None).await?;
        let clock = Spot::clock(spot.as_ref());
        clock.set(kept.now);
        Self::on_copy_at(desk, &kept, clock, spot.map(|spot| spot.taken)).await
    }

    /// Starts a backend on a copy of the demo, on a clock of the caller's choice: `replay` and tests move theirs by
    /// hand.
    ///
    /// # Errors
    /// [`Failure`] when the database cannot be used.
    pub async fn on_copy(desk: &Desk, copy: &DemoCopy, clock: Clock) -> Result<Self, Failure> {
        Self::on_copy_at(desk, copy, clock, None).await
    }

    async fn on_copy_at(
        desk: &Desk,
        copy: &DemoCopy,
        clock: Clock,
        spot: Option<Arc<TcpListener>>,
    ) -> Result<Self, Failure> {
        let own = OwnData::default();
        let plan = Plan { demo: true, taken: spot, ..Plan::on_file(copy.database.clone(), loopback(), clock, own) };
        let running = run(desk, &plan).await?;
        let token = copy.token(&copy.first)?;
        Ok(Self::of(plan, running, token))
    }

    fn of(plan: Plan, running: Running, token: Token) -> Self {
        Self { address: running.url.clone(), token, clock: plan.clock, database: plan.database, running }
    }

    /// A name that stays the same when the port changes.
    #[must_use]
    pub fn name(&self) -> String {
        self.database.shown()
    }

    /// The database's store, for what no request can do.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.running.store
    }

    /// The token of somebody who may submit for a unit: on a backend of one's own there is no one else to do it.
    pub(super) async fn reporter(&self, unit: &UnitNo, output: &Output) -> Result<Token, Failure> {
        let token = tokens::fresh();
        let name = output.texts.with("cli-local-reporter", &[("unit", unit.as_str())]);
        let person = Person {
            id: format!("{LOCAL}-{unit}"),
            name,
            email: format!("{LOCAL}-{unit}@kommune.example"),
            phone: String::new(),
            role: Role::Municipality,
            office: None,
            unit: Some(unit.clone()),
        };
        self.store().add_person(&person, token.reveal()).await?;
        Ok(token)
    }

    /// Stops it and closes the database.
    pub async fn stop(self) {
        self.running.stop().await;
    }
}

/// Starts a backend as planned.
pub(super) async fn run(desk: &Desk, plan: &Plan) -> Result<Running, Failure> {
    let options = Options {
        database: plan.database.clone(),
        listen: plan.listen,
        outbox: plan.outbox.clone().unwrap_or_else(|| plan.beside.with_extension("outbox")),
        clock: plan.clock.clone(),
        undo_seconds: desk.settings.undo_seconds.value,
        demo: plan.demo,
        bufdir_address: desk.settings.bufdir_address.value.clone(),
        outbox_worker: plan.outbox_worker,
        own: plan.own.clone(),
        serving: plan.serving.clone(),
        login: plan.login.clone(),
        ways: plan.ways.clone(),
        taken: plan.taken.clone(),
    };
    server::start(options).await.map_err(|error| refused(&error, &desk.output.texts))
}

/// A backend that does not start, in its own words.
pub(super) fn refused(error: &StartError, texts: &Texts) -> Failure {
    Failure::Start { sentence: error.say(texts), code: error.exit_code() }
}

/// The demo's database that stays between runs: copied from the filled template when it is not there.
pub(super) async fn kept_demo(desk: &Desk, args: &DemoArgs, file: Option<PathBuf>) -> Result<DemoCopy, Failure> {
    let wanted = Wanted { office: known_office(&desk.settings)?, tasks: args.tasks };
    let file = file.unwrap_or_else(|| demo_database(desk, &wanted));
    if args.fresh {
        template::remove(&file)?;
        // What was answered before is of another database.
        desk.forget(Some(&file.display().to_string()))?;
    }
    let mut copy = template::copy_to(&desk.places.cache, &file, &wanted).await?;
    copy.now = match desk.now()? {
        Some(now) => now,
        None => copy.now.max(latest(desk, &file).await?.unwrap_or(copy.now)),
    };
    Ok(copy)
}

/// Where the demo's database stays between runs.
fn demo_database(desk: &Desk, wanted: &Wanted) -> PathBuf {
    desk.places.data.join(format!("{}.sqlite", template::name_of(wanted)))
}

/// Where the user's own database lies.
fn own_database(desk: &Desk) -> PathBuf {
    desk.places.data.join("sfv.sqlite")
}

/// Where the token for it lies.
fn own_token(desk: &Desk) -> PathBuf {
    desk.places.state.join("tokens").join(LOCAL)
}

/// A copy of the demo in a folder, for one run only.
pub(super) async fn throw_away(desk: &Desk, args: &DemoArgs, folder: &Path) -> Result<DemoCopy, Failure> {
    let wanted = Wanted { office: known_office(&desk.settings)?, tasks: args.tasks };
    demo_copy(&desk.places.cache, folder, &wanted).await
}

/// When the newest event of a database happened. Programs that looked at cases then do so no more: its clock begins anew.
async fn latest(desk: &Desk, file: &Path) -> Result<Option<Timestamp>, Failure> {
    let store =
        template::open(file, Timestamp::UNIX_EPOCH).await.map_err(|error| refused(&error, &desk.output.texts))?;
    let latest = async {
        store.forget_presence().await?;
        store.latest_event().await
    };
    let latest = latest.await;
    store.close().await;
    Ok(latest?)
}

/// The office of the settings, if there is one of that name.
fn known_office(settings: &Settings) -> Result<OfficeId, Failure> {
    let register = Register::embedded().map_err(|error| Failure::Internal(error.to_string()))?;
    let id = OfficeId(settings.office.value.to_ascii_uppercase());
    let known = register.office(&id).is_some();
    if known { Ok(id) } else { Err(Failure::UnknownOffice(settings.office.value.clone())) }
}

/// The one who uses the program's own backend.
fn local_person(texts: &Texts, office: OfficeId) -> Person {
    Person {
        id: LOCAL.to_owned(),
        name: texts.say("cli-local-person"),
        email: format!("{LOCAL}@embete.example"),
        phone: String::new(),
        role: Role::Leader,
        office: Some(office),
        unit: None,
    }
}

/// This machine only, on a port that the system chooses.
fn loopback() -> SocketAddr {
    (Ipv4Addr::LOCALHOST, 0).into()
}
