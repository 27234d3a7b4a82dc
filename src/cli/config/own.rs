//! A person's own settings and keys: shown with where they come from, and tried as the screen would.
//! Imports `domain`, `client`, `keys` and `settings`.

use std::{fs, io};

use serde::Serialize;

use super::{
    super::{failure::Failure, keys, session::Desk},
    Line, held, origin, table,
};
use crate::{
    client::address,
    domain::register::Register,
    keys::{file::BadKeymap, keymap::Keymap},
    settings::service::{Mistake, MistakeKind, Place},
    text::Texts,
};

/// What one's own settings are.
#[derive(Serialize)]
struct Shown {
    /// The file they are looked for in.
    file: String,
    settings: Vec<Line>,
}

/// Shows what holds and where it comes from.
pub(super) fn show(desk: &Desk) -> Result<u8, Failure> {
    let shown = Shown { file: desk.settings.file.display().to_string(), settings: held(&desk.settings.held) };
    desk.output.answer("config-show", &shown, lines)?;
    Ok(0)
}

fn lines(texts: &Texts, shown: &Shown) -> Vec<String> {
    let mut lines = table(texts, &shown.settings).lines();
    lines.push(String::new());
    for line in &shown.settings {
        let when = texts.say(if line.live { "config-live" } else { "config-restart" });
        lines.push(format!("{}  {} {when}", line.key, line.about));
    }
    lines.push(String::new());
    lines.push(texts.with("config-file", &[("file", &shown.file), ("origin", &origin(texts, &Place::Default))]));
    lines
}

/// What is wrong with one's own keys, and with the files and the office that are named.
pub(super) fn contents(desk: &Desk) -> Result<Vec<Mistake>, Failure> {
    let (texts, settings) = (&desk.output.texts, &desk.settings);
    let mut mistakes = Vec::new();
    let file = keys::own_file(&desk.places);
    match fs::read_to_string(&file) {
        Ok(text) => mistakes.extend(Keymap::mistakes(&settings.keys.value, &text).into_iter().map(|bad: BadKeymap| {
            let place = Place::File { file: file.clone(), line: bad.line, column: bad.column };
            Mistake { place, kind: MistakeKind::BadKeys { detail: keys::say(texts, &bad) } }
        })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => {
            let place = Place::File { file: file.clone(), line: 1, column: 1 };
            mistakes.push(Mistake { place, kind: MistakeKind::BadKeys { detail: cause.to_string() } });
        }
    }
    for (name, setting) in [("token_file", &settings.token_file), ("ca_file", &settings.ca_file)] {
        let Some(setting) = setting else { continue };
        let Err(cause) = fs::read(&setting.value) else { continue };
        let path = setting.value.display().to_string();
        let kind = MistakeKind::Unreadable { key: name.to_owned(), path, detail: cause.to_string() };
        mistakes.push(Mistake { place: setting.origin.clone(), kind });
    }
    if let Some(server) = settings.server.as_ref().filter(|server| address::usable(&server.value).is_err()) {
        let (key, given) = ("server".to_owned(), server.value.clone());
        mistakes.push(Mistake { place: server.origin.clone(), kind: MistakeKind::NoServer { key, given } });
    }
    let register = Register::embedded().map_err(|error| Failure::Internal(error.to_string()))?;
    let offices: Vec<String> = register.offices.iter().map(|office| office.id.to_string()).collect();
    if settings.server.is_none() && !offices.contains(&settings.office.value) {
        let (key, given) = ("office".to_owned(), settings.office.value.clone());
        let kind = MistakeKind::NotOneOf { key, given, choices: offices.join(", ") };
        mistakes.push(Mistake { place: settings.office.origin.clone(), kind });
    }
    Ok(mistakes)
}
