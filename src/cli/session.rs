//! One run of a command: its settings, its backend, its journal and its words.
//! Imports `app` (gate), `client`, `settings`, `text` and `clock`.

use std::{env, fs, path::PathBuf};

use super::{
    args::{DemoArgs, Globals},
    embedded::Embedded,
    failure::Failure,
    output::Output,
};
use crate::{
    app::model::gate::Entry,
    client::{
        http::{Http, Patience},
        journal::Journal,
    },
    clock::Clock,
    settings::{Places, Settings, service::Mistake},
    text::{self, Texts, date},
};

/// What a command has at hand before it has a backend.
#[derive(Debug)]
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
        let output = Output { json: globals.json, texts: texts(&settings.language.value)? };
        Ok((Self { places, settings, output, globals, demo: DemoArgs::default(), lesson: None }, mistakes))
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
    /// The clock of this process.
    pub clock: Clock,
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
            let clock = embedded.clock.clone();
            return Ok(Self { desk, http, embedded: Some(embedded), clock });
        };
        let http = http.reading_only(desk.globals.readonly);
        let clock = desk.now()?.map_or_else(Clock::wall, Clock::from);
        Ok(Self { desk, http, embedded: None, clock })
    }

    /// Goes by the clock of a backend that is not the program's own, unless a time was named: deadlines and undo windows
    /// are the backend's, and the demo's clock stands elsewhere than the wall's.
    ///
    /// # Errors
    /// [`Failure::BadTime`] when the time that is named is none.
    pub fn keep_time_with(&mut self, backend: jiff::Timestamp) -> Result<(), Failure> {
        if self.embedded.is_none() && self.desk.now()?.is_none() {
            self.clock = Clock::from(backend);
        }
        Ok(())
    }

    /// True where the person could log in: at a shared backend, and without a token of their own.
    ///
    /// # Errors
    /// [`Failure::Settings`] for a token that cannot be read.
    pub fn may_log_in(&self) -> Result<bool, Failure> {
        Ok(self.embedded.is_none() && self.desk.settings.read_token()?.is_none())
    }

    /// How the program came to its backend.
    ///
    /// # Errors
    /// As [`Session::may_log_in`].
    pub fn entry(&self) -> Result<Entry, Failure> {
        Ok(match (&self.embedded, self.may_log_in()?) {
            (Some(_), _) => Entry::Own,
            (None, true) => Entry::Login,
            (None, false) if self.desk.settings.file_of_token().is_some() => Entry::TokenFile,
            (None, false) => Entry::Token,
        })
    }

    /// The words.
    #[must_use]
    pub fn output(&self) -> &Output {
        &self.desk.output
    }

    /// Stops the backend, if it is the program's own.
    pub async fn close(self) {
        if let Some(embedded) = self.embedded {
            embedded.stop().await;
        }
    }

    /// The journal of a person at this backend.
    ///
    /// # Errors
    /// [`Failure::Journal`] when it cannot be written.
    pub fn journal(&self, person: &str) -> Result<Journal, Failure> {
        let backend = self.embedded.as_ref().map_or_else(|| self.http.address().to_owned(), Embedded::name);
        Ok(Journal::open(&self.desk.places.state, &backend, person)?)
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
