//! One run of a command: its settings, its backend, its journal and its words.
//! Imports `app` (gate), `client`, `settings`, `text` and `clock`.

use std::{env, fs, path::PathBuf, sync::Arc};

use jiff::SignedDuration;

use super::{
    args::{DemoArgs, Globals},
    embedded::{Embedded, Soon, Starting},
    failure::Failure,
    output::Output,
};
use crate::{
    app::model::gate::Entry,
    client::{
        http::{Http, Patience},
        journal::Journal,
        login::file::Place,
        memory::{self, Last, Memory},
    },
    clock::Clock,
    settings::{Places, Settings, service::Mistake},
    text::{self, Texts, date},
};

/// How one comes in to the program's own backend.
const OWN_WAY_IN: &str = "own";
/// How long it is known where somebody was.
const LEFT_LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a command has at hand before it has a backend.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The folders.
    pub places: Places,
    /// The settings with their origins.
    pub settings: Settings,
    /// Where the words go.
    pub output: Output,
    /// What every command takes.
    pub globals: Globals,
    /// What the demo is made of.
    pub demo: DemoArgs,
    /// The step at which the guided walk begins, if it is walked.
    pub lesson: Option<usize>,
}

impl Desk {
    /// Reads the settings.
    ///
    /// # Errors
    /// [`Failure::Configuration`] with every mistake and its place.
    pub fn set(globals: Globals) -> Result<Self, Failure> {
        let (desk, mistakes) = Self::despite_mistakes(globals)?;
        if mistakes.is_empty() { Ok(desk) } else { Err(Failure::Configuration(mistakes)) }
    }

    /// Reads the settings; what is mistaken in them counts as not said, and is given back.
    ///
    /// # Errors
    /// [`Failure::Settings`] when a file cannot be read.
    pub fn despite_mistakes(globals: Globals) -> Result<(Self, Vec<Mistake>), Failure> {
        let places = Places::find(&|name: &str| env::var_os(name))?;
        let (settings, mistakes) = read_settings(&places, &globals)?;
        let output = Output { json: globals.json, texts: Arc::new(texts(&settings.language.value)?) };
        Ok((Self { places, settings, output, globals, demo: DemoArgs::default(), lesson: None }, mistakes))
    }

    /// For how long what was read is remembered; none for not at all.
    fn remembers_for(&self) -> Option<SignedDuration> {
        let hours = self.settings.cache_hours.value;
        (hours > 0).then(|| SignedDuration::from_hours(i64::from(hours)))
    }

    /// Throws away what was answered by a backend, or by all of them, and where one was; says how many files that were.
    ///
    /// # Errors
    /// [`Failure::Write`] with the folder.
    pub fn forget(&self, backend: Option<&str>) -> Result<usize, Failure> {
        [&self.places.answers, &self.places.left].into_iter().try_fold(0, |forgotten, root| {
            let cannot = |cause| Failure::Write { file: root.clone(), cause };
            Ok(forgotten + memory::wipe(root, backend).map_err(cannot)?)
        })
    }

    /// What tells the way in to a shared backend from another one; none for who has none yet.
    fn way_in(&self, server: &str) -> Result<Option<String>, Failure> {
        let token = self.settings.read_token()?.map(|token| format!("token {}", token.reveal()));
        let login = || Place::of(&self.places.state, server).read().map(|kept| format!("login {}", kept.login));
        Ok(token.or_else(login))
    }

    /// The moment that `--now` or `SFV_NOW` names.
    ///
    /// # Errors
    /// [`Failure::BadTime`] when it names none.
    pub fn now(&self) -> Result<Option<jiff::Timestamp>, Failure> {
        let variable = || env::var("SFV_NOW").ok().filter(|text| !text.is_empty());
        let Some(text) = self.globals.now.clone().or_else(variable) else { return Ok(None) };
        date::parse_moment(&text).map(Some).ok_or(Failure::BadTime(text))
    }
}

/// The settings as they stand now.
pub(super) fn read_settings(places: &Places, globals: &Globals) -> Result<(Settings, Vec<Mistake>), Failure> {
    let path = |file: &Option<PathBuf>| file.as_ref().map(|file| file.display().to_string());
    let flags = [
        ("server", globals.server.clone()),
        ("token_file", path(&globals.token_file)),
        ("ca_file", path(&globals.ca_file)),
        ("office", globals.office.clone()),
        ("bandwidth", globals.low_bandwidth.then(|| "low".to_owned())),
    ];
    let flags = flags.into_iter().filter_map(|(name, words)| Some((name, words?))).collect();
    Ok(Settings::read(places, &|name: &str| env::var_os(name), flags)?)
}

/// The texts of a language, else of the default one.
pub(super) fn texts(language: &str) -> Result<Texts, Failure> {
    Texts::of(language)
        .or_else(|_missing| Texts::of(text::DEFAULT_LANGUAGE))
        .map_err(|error| Failure::Internal(error.to_string()))
}

/// A command with its backend.
#[derive(Debug)]
pub struct Session {
    /// What it had at hand before.
    pub desk: Desk,
    /// The backend.
    pub http: Http,
    /// The backend's part in this process, if it is the program's own. It ends with the session.
    pub embedded: Option<Embedded>,
    /// The same while it is not there yet.
    pub starting: Option<Starting>,
    /// The clock of this process.
    pub clock: Clock,
    /// Who asked last, where the screen begins with what they were answered.
    pub remembered: Option<Last>,
}

impl Session {
    /// Finds the backend: the configured one, else the program's own.
    ///
    /// # Errors
    /// [`Failure`] when there is none to be had.
    pub async fn open(desk: Desk) -> Result<Self, Failure> {
        let Some((_, http)) = configured(&desk)? else {
            let embedded = Embedded::start(&desk).await?;
            let http = connect(&embedded.address, embedded.token.reveal())?.reading_only(desk.globals.readonly);
            http.ask_in(&desk.settings.language.value);
            let clock = embedded.clock.clone();
            return Ok(Self { desk, http, embedded: Some(embedded), starting: None, clock, remembered: None });
        };
        let http = http.reading_only(desk.globals.readonly);
        let clock = desk.now()?.map_or_else(Clock::wall, Clock::from);
        Ok(Self { desk, http, embedded: None, starting: None, clock, remembered: None })
    }

    /// The same without waiting for a backend, where it is remembered what it answered last time; none where it is not.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn open_early(desk: &Desk) -> Result<Option<Self>, Failure> {
        let Some(lasts) = desk.remembers_for() else { return Ok(None) };
        let last = |backend: &str, way_in: &str| memory::last(&desk.places.answers, backend, way_in, lasts);
        let given = desk.now()?;
        let Some((server, http)) = configured(desk)? else {
            let Some(soon) = Soon::find(desk)? else { return Ok(None) };
            let Some(last) = last(&soon.name, OWN_WAY_IN) else { return Ok(None) };
            let clock = Clock::from(given.unwrap_or(last.seen));
            let starting = soon.start(desk.clone(), clock.clone())?;
            let http = connect(&starting.address, starting.token.reveal())?.reading_only(desk.globals.readonly);
            http.ask_in(&desk.settings.language.value);
            let (desk, starting, remembered) = (desk.clone(), Some(starting), Some(last));
            return Ok(Some(Self { desk, http, embedded: None, starting, clock, remembered }));
        };
        let Some(last) = desk.way_in(&server)?.and_then(|way_in| last(&server, &way_in)) else { return Ok(None) };
        // The backend's clock goes on as the wall's does.
        let now = last.seen.saturating_add(jiff::Timestamp::now().duration_since(last.at)).unwrap_or(last.seen);
        let clock = Clock::from(given.unwrap_or(now));
        let http = http.reading_only(desk.globals.readonly);
        let (desk, remembered) = (desk.clone(), Some(last));
        Ok(Some(Self { desk, http, embedded: None, starting: None, clock, remembered }))
    }

    /// Where a person was, and what they had begun to write there: kept as long as words in the journal, also where nothing
    /// that was read is.
    #[must_use]
    pub fn place(&self, person: &str) -> Memory {
        Memory::open(&self.desk.places.left, &self.backend_name(), person, OWN_WAY_IN, LEFT_LASTS)
    }

    /// What a person was answered by this backend, where that is kept.
    ///
    /// # Errors
    /// [`Failure::Settings`] for a token that cannot be read.
    pub fn memory(&self, person: &str) -> Result<Option<Memory>, Failure> {
        let way_in = if self.is_own() { Some(OWN_WAY_IN.to_owned()) } else { self.desk.way_in(self.http.address())? };
        let (Some(lasts), Some(way_in)) = (self.desk.remembers_for(), way_in) else { return Ok(None) };
        Ok(Some(Memory::open(&self.desk.places.answers, &self.backend_name(), person, &way_in, lasts)))
    }

    /// True where the backend is the program's own.
    fn is_own(&self) -> bool {
        self.embedded.is_some() || self.starting.is_some()
    }

    /// A name of the backend that stays the same from one start to the next.
    fn backend_name(&self) -> String {
        match (&self.embedded, &self.starting) {
            (Some(embedded), _) => embedded.name(),
            (None, Some(starting)) => starting.name.clone(),
            (None, None) => self.http.address().to_owned(),
        }
    }

    /// Why the program's own backend does not start; waits for ever where it does, or where there is none to be started.
    pub async fn failure_to_start(&mut self) -> Failure {
        if let Some(starting) = &mut self.starting {
            let started = (&mut starting.running).await;
            self.starting = None;
            match started {
                Ok(Ok(embedded)) => self.embedded = Some(embedded),
                Ok(Err(failure)) => return failure,
                Err(crashed) => return Failure::Internal(crashed.to_string()),
            }
        }
        std::future::pending().await
    }

    /// Goes by the clock of a backend that is not the program's own, unless a time was named: deadlines and undo windows
    /// are the backend's, and the demo's clock stands elsewhere than the wall's.
    ///
    /// # Errors
    /// [`Failure::BadTime`] when the time that is named is none.
    pub fn keep_time_with(&mut self, backend: jiff::Timestamp) -> Result<(), Failure> {
        if self.follows_clock()? {
            self.clock.set(backend);
        }
        Ok(())
    }

    /// True where the clock is the backend's.
    ///
    /// # Errors
    /// As [`Session::keep_time_with`].
    pub fn follows_clock(&self) -> Result<bool, Failure> {
        Ok(!self.is_own() && self.desk.now()?.is_none())
    }

    /// True where the person could log in: at a shared backend, and without a token of their own.
    ///
    /// # Errors
    /// [`Failure::Settings`] for a token that cannot be read.
    pub fn may_log_in(&self) -> Result<bool, Failure> {
        Ok(!self.is_own() && self.desk.settings.read_token()?.is_none())
    }

    /// How the program came to its backend.
    ///
    /// # Errors
    /// As [`Session::may_log_in`].
    pub fn entry(&self) -> Result<Entry, Failure> {
        Ok(match (self.is_own(), self.may_log_in()?) {
            (true, _) => Entry::Own,
            (false, true) => Entry::Login,
            (false, false) if self.desk.settings.file_of_token().is_some() => Entry::TokenFile,
            (false, false) => Entry::Token,
        })
    }

    /// The words.
    #[must_use]
    pub fn output(&self) -> &Output {
        &self.desk.output
    }

    /// Stops the backend, if it is the program's own.
    pub async fn close(mut self) {
        if let Some(starting) = self.starting.take() {
            self.embedded = starting.running.await.ok().and_then(Result::ok);
        }
        if let Some(embedded) = self.embedded {
            embedded.stop().await;
        }
    }

    /// The journal of a person at this backend.
    ///
    /// # Errors
    /// [`Failure::Journal`] when it cannot be written.
    pub fn journal(&self, person: &str) -> Result<Journal, Failure> {
        Ok(Journal::open(&self.desk.places.state, &self.backend_name(), person)?)
    }
}

/// The backend that is configured, with its address; none where the program's own is used.
///
/// # Errors
/// An address or a token that cannot be used.
pub(super) fn configured(desk: &Desk) -> Result<Option<(String, Http)>, Failure> {
    let Some(server) = desk.settings.server.as_ref().filter(|_| !desk.globals.demo) else { return Ok(None) };
    let server = server.value.clone();
    // A token of one's own comes first; else whoever has logged in at this backend.
    let http = match desk.settings.read_token()? {
        Some(token) => connect_as_set(&desk.settings, &server, token.reveal())?
            .reading_token_from(desk.settings.file_of_token().cloned()),
        None => connect_as_set(&desk.settings, &server, "")?.logged_in(&desk.places.state)?,
    };
    http.ask_in(&desk.settings.language.value);
    Ok(Some((server, http)))
}

/// The backend at an address.
pub(super) fn connect(address: &str, token: &str) -> Result<Http, Failure> {
    Http::new(address, token, Patience::default())
        .map_err(|cause| Failure::Server { address: address.to_owned(), cause })
}

/// The backend at an address, trusted as the settings say.
pub(super) fn connect_as_set(settings: &Settings, address: &str, token: &str) -> Result<Http, Failure> {
    let read = |file: &PathBuf| fs::read(file).map_err(|cause| Failure::Input { file: file.clone(), cause });
    let ca = settings.ca_file.as_ref().map(|setting| read(&setting.value)).transpose()?;
    Http::trusting(address, token, Patience::default(), ca.as_deref())
        .map_err(|cause| Failure::Server { address: address.to_owned(), cause })
}
