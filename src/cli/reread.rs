//! The settings read again while the screen is open: what may change at once does, what may not is told, and a mistake
//! changes nothing.
//! Imports `app`, `keys`, `settings`, `text`, `tui` and `view`.

use std::{fs, path::PathBuf, sync::Arc};

use super::{
    args::Globals,
    config,
    failure::Failure,
    keys, screen,
    session::{self, Session},
};
use crate::{
    app::{
        model::{Tone, setup},
        scope::Scope,
    },
    keys::keymap::{Keymap, LINEAR},
    settings::{
        Places, Settings,
        service::{Mistake, Place},
    },
    text::{Texts, clean},
    tui::setup::{Reread, Rereader},
    view::theme::Theme,
};

/// The commands that have a key, by scope.
pub(super) type Commands = std::collections::BTreeMap<Scope, Vec<crate::app::command::Command>>;

/// The commands that have a key.
pub(super) fn commands(keymap: &Keymap) -> Commands {
    Scope::ALL.into_iter().map(|scope| (scope, keymap.commands(scope))).collect()
}

/// The files whose saving is told of.
pub(super) fn files(session: &Session) -> Vec<PathBuf> {
    vec![session.desk.settings.file.clone(), keys::own_file(&session.desk.places)]
}

/// Who reads the settings of a session again.
pub(super) fn rereader(session: &Session) -> Rereader {
    let desk = &session.desk;
    let mut state = State {
        places: desk.places.clone(),
        globals: desk.globals.clone(),
        own_keys: fs::read_to_string(keys::own_file(&desk.places)).ok(),
        before: desk.settings.clone(),
        failed: false,
    };
    Rereader::new(move |by_hand| state.read(by_hand))
}

/// What was read last.
struct State {
    places: Places,
    globals: Globals,
    before: Settings,
    /// The text of the person's own keys.
    own_keys: Option<String>,
    /// True while the files have a mistake that was told.
    failed: bool,
}

/// What was read just now.
struct Fresh {
    settings: Settings,
    theme: Theme,
    keymap: Keymap,
}

impl State {
    fn read(&mut self, by_hand: bool) -> Option<Reread> {
        let texts = session::texts(&self.before.language.value).ok()?;
        let fresh = match self.fresh(&texts) {
            Ok(fresh) => fresh,
            Err(why) => {
                self.failed = true;
                let told = texts.with("setup-mistake", &[("why", &clean::line(&why))]);
                return Some(Reread { look: None, told: setup::Reread { setup: None, tone: Tone::Bad, told } });
            }
        };
        let own_keys = fs::read_to_string(keys::own_file(&self.places)).ok();
        let mut changed = fresh.settings.differing(&self.before);
        if own_keys != self.own_keys && !changed.iter().any(|name| name == "keys") {
            changed.push("keys".to_owned());
        }
        let silent = changed.is_empty() && !by_hand && !self.failed;
        self.own_keys = own_keys;
        self.failed = false;
        let settings = fresh.settings.clone();
        self.before = settings;
        if silent { None } else { Some(self.taken_over(fresh, &changed)) }
    }

    fn fresh(&self, texts: &Texts) -> Result<Fresh, String> {
        let said = |failure: Failure| match &failure {
            Failure::Keymap { file, bad } => {
                let place = Place::File { file: file.clone(), line: bad.line, column: bad.column };
                config::whole(&short(&place), &keys::say(texts, bad))
            }
            other => other.given(texts),
        };
        let (settings, mistakes) = session::read_settings(&self.places, &self.globals).map_err(said)?;
        if let Some(first) = mistakes.first() {
            return Err(Self::mistaken(texts, first, mistakes.len()));
        }
        let keymap = keys::keymap(&self.places, &settings).map_err(said)?;
        let theme = screen::theme(&settings).map_err(said)?;
        Ok(Fresh { settings, theme, keymap })
    }

    /// The first mistake, and how many there are besides.
    fn mistaken(texts: &Texts, first: &Mistake, all: usize) -> String {
        let told = config::whole(&short(&first.place), &config::say(texts, &first.kind));
        if all < 2 {
            return told;
        }
        let rest = texts.count("setup-mistakes", i64::try_from(all - 1).unwrap_or(i64::MAX), &[]);
        format!("{told} {rest}")
    }

    fn taken_over(&self, fresh: Fresh, changed: &[String]) -> Reread {
        let Fresh { settings, theme, keymap } = fresh;
        let texts = session::texts(&settings.language.value).ok();
        let is = |name: &str| changed.iter().any(|changed| changed == name);
        let told = texts.as_ref().map(|texts| sentence(texts, &settings, changed)).unwrap_or_default();
        let model = setup::Setup {
            texts: texts.filter(|_| is("language")).map(Arc::new),
            options: screen::options(&settings, &self.globals),
            lock_after: screen::lock_after(&settings),
            warn_before: screen::warn_before(&settings),
            call: screen::call(&settings),
            thrifty: screen::is_slow(&settings),
            mouse: is("mouse").then_some(settings.mouse.value),
            commands: commands(&keymap),
        };
        let told = setup::Reread { setup: Some(model), tone: Tone::Plain, told };
        Reread { look: Some((theme, keymap)), told }
    }
}

/// What was taken over, and what waits for the next start.
fn sentence(texts: &Texts, settings: &Settings, changed: &[String]) -> String {
    let (now, later): (Vec<&String>, Vec<&String>) = changed.iter().partition(|name| settings.is_live(name));
    let named = |names: &[&String]| {
        let spelled = names.iter().map(|name| name.replace('_', "-"));
        let names = spelled.map(|name| texts.say(&format!("setting-{name}")));
        names.collect::<Vec<_>>().join(", ")
    };
    let mut parts = Vec::new();
    if !now.is_empty() {
        parts.push(texts.with("setup-taken-over", &[("names", &named(&now))]));
    }
    if !later.is_empty() {
        parts.push(texts.with("setup-at-next-start", &[("names", &named(&later))]));
    }
    if changed.iter().any(|name| name == "keys") && settings.keys.value == LINEAR {
        parts.push(texts.say("setup-lines-at-next-start"));
    }
    if parts.is_empty() { texts.say("setup-same") } else { parts.join(" ") }
}

/// A place of which the file has its name only: there is one line for it all.
fn short(place: &Place) -> Place {
    match place {
        Place::File { file, line, column } => {
            let file = file.file_name().map_or_else(|| file.clone(), PathBuf::from);
            Place::File { file, line: *line, column: *column }
        }
        other => other.clone(),
    }
}
