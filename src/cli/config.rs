//! `sfv config check`: every mistake of the shared backend's configuration, and where each value comes from.
//! Imports `server`, `settings` and `text`.

use serde::Serialize;

use super::{
    args::ServeArgs,
    failure::Failure,
    serve, service,
    session::{self, Desk},
    table::Table,
};
use crate::{
    server::tls::Tls,
    settings::service::{Mistake, MistakeKind, Place, Service},
    text::{Texts, clean, foreign},
};

/// The exit code of a configuration with mistakes.
const MISTAKES: u8 = 3;

/// What the check tells.
#[derive(Serialize)]
struct Checked {
    /// True when the service can be started with it.
    ok: bool,
    mistakes: Vec<Told>,
    values: Vec<Line>,
}

/// A mistake with its sentence.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    mistake: Mistake,
    sentence: String,
}

/// A key and what holds for it.
#[derive(Serialize)]
struct Line {
    key: String,
    variable: String,
    value: Option<String>,
    #[serde(flatten)]
    place: Place,
    about: String,
}

/// Tells every mistake, and what holds for each key. Nothing is started and nothing written.
pub(super) fn check(desk: &Desk, args: &ServeArgs) -> Result<u8, Failure> {
    let (service, mut mistakes) = service::read(args)?;
    let texts = session::texts(&desk.settings.language.value)?;
    mistakes.extend(contents(&service, &texts));
    let ok = mistakes.is_empty();
    let told = |mistake: Mistake| Told { sentence: say(&texts, &mistake.kind), mistake };
    let line = |key: &crate::settings::service::Key| Line {
        key: key.name.clone(),
        variable: key.variable(),
        value: service.get(&key.name).map(|held| held.value.shown()),
        place: service.place(&key.name),
        about: key.about.clone(),
    };
    let checked = Checked {
        ok,
        mistakes: mistakes.into_iter().map(told).collect(),
        values: service.keys().iter().map(line).collect(),
    };
    desk.output.answer("config", &checked, lines)?;
    Ok(if ok { 0 } else { MISTAKES })
}

/// The check in words.
fn lines(texts: &Texts, checked: &Checked) -> Vec<String> {
    let mut table = Table::new(
        ["config-key", "config-value", "config-origin"].map(|name| texts.say(&format!("cli-column-{name}"))).into(),
    );
    for line in &checked.values {
        let value = line.value.as_deref().unwrap_or("–");
        let origin = if line.place == Place::Default { texts.say("config-default") } else { line.place.to_string() };
        table.push(vec![line.key.clone(), clean::line(value), clean::line(&origin)]);
    }
    let mut lines = table.lines();
    lines.push(String::new());
    lines.extend(checked.mistakes.iter().map(|told| whole(&told.mistake.place, &told.sentence)));
    let count = i64::try_from(checked.mistakes.len()).unwrap_or(i64::MAX);
    lines.push(if checked.ok { texts.say("config-ok") } else { texts.count("config-mistakes", count, &[]) });
    lines
}

/// A place and a sentence; one that begins with its place has it once.
fn whole(place: &Place, sentence: &str) -> String {
    let place = format!("{place}: ");
    let sentence = sentence.strip_prefix(&place).unwrap_or(sentence);
    clean::line(&format!("{place}{sentence}"))
}

/// Mistakes in words, one per line, for a service that is not started.
pub(super) fn say_all(texts: &Texts, mistakes: &[Mistake]) -> Vec<String> {
    let count = i64::try_from(mistakes.len()).unwrap_or(i64::MAX);
    let told = mistakes.iter().map(|mistake| whole(&mistake.place, &say(texts, &mistake.kind)));
    told.chain([texts.count("config-mistakes", count, &[])]).collect()
}

/// What is wrong with the files that are named, tried as the service would.
fn contents(service: &Service, texts: &Texts) -> Vec<Mistake> {
    let people = service.path("data.people").map(|file| serve::read_people(&file).map(drop));
    let own = serve::own_data(service).map(drop);
    let tls = service::serving(service).ok().and_then(|serving| serving.tls);
    let tls = tls.map(|files| Tls::read(files).map(drop).map_err(Failure::Internal));
    let tried = [("data.people", people), ("data.policy", Some(own)), ("tls.certificate", tls)];
    let failed = tried.into_iter().filter_map(|(key, outcome)| Some((key, outcome?.err()?)));
    let mistake = |(key, failure): (&str, Failure)| Mistake {
        place: service.place(key),
        kind: MistakeKind::BadContent { key: key.to_owned(), detail: failure.given(texts) },
    };
    failed.map(mistake).collect()
}

/// The sentence of a mistake.
fn say(texts: &Texts, kind: &MistakeKind) -> String {
    match kind {
        MistakeKind::Syntax { detail } => texts.with("mistake-syntax", &[("detail", &foreign::say(texts, detail))]),
        MistakeKind::Unknown { given, nearest: Some(nearest) } => {
            texts.with("mistake-unknown-near", &[("given", given), ("nearest", nearest)])
        }
        MistakeKind::Unknown { given, nearest: None } => texts.with("mistake-unknown", &[("given", given)]),
        MistakeKind::WrongKind { key, kind } => {
            let wanted = texts.of_family("mistake-kind", kind);
            texts.with("mistake-wrong-kind", &[("key", key), ("wanted", &wanted)])
        }
        MistakeKind::OutOfRange { key, least, most } => {
            let (least, most) = (least.to_string(), most.to_string());
            texts.with("mistake-out-of-range", &[("key", key), ("least", &least), ("most", &most)])
        }
        MistakeKind::NotOneOf { key, choices } => {
            texts.with("mistake-not-one-of", &[("key", key), ("choices", choices)])
        }
        MistakeKind::SecretHere { key } => texts.with("mistake-secret-here", &[("key", key)]),
        MistakeKind::PlainDatabase { key } => texts.with("mistake-plain-database", &[("key", key)]),
        MistakeKind::Unreadable { key, path, detail } => {
            texts.with("mistake-unreadable", &[("key", key), ("path", path), ("detail", &foreign::say(texts, detail))])
        }
        MistakeKind::ReadableByOthers { key, path } => {
            texts.with("mistake-readable-by-others", &[("key", key), ("path", path)])
        }
        MistakeKind::Needs { key, other } => texts.with("mistake-needs", &[("key", key), ("other", other)]),
        MistakeKind::BadContent { key, detail } => {
            texts.with("mistake-bad-content", &[("key", key), ("detail", detail)])
        }
        MistakeKind::OpenToAll { address } => texts.with("mistake-open-to-all", &[("address", address)]),
    }
}
