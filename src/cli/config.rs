//! `sfv config`: every mistake of one's own files and of the shared backend's, and where each value comes from.
//! Imports `domain`, `keys`, `server`, `settings` and `text`.

mod own;
mod schema;

use serde::Serialize;

use super::{
    args::{ConfigCommand, ServeArgs},
    failure::Failure,
    keys, serve, service,
    session::Desk,
    table::Table,
};
use crate::{
    server::tls::Tls,
    settings::service::{Key, Mistake, MistakeKind, Place, Service},
    text::{Texts, clean, foreign},
};

/// The exit code of a configuration with mistakes.
const MISTAKES: u8 = 3;

/// What the check tells.
#[derive(Serialize)]
struct Checked {
    /// True when everything can be started with it.
    ok: bool,
    mistakes: Vec<Told>,
    /// One's own settings.
    settings: Vec<Line>,
    /// What the shared backend is told.
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
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    live: bool,
}

/// Does what is wanted, whatever mistakes one's own file has, and gives the exit code.
pub(super) fn run(desk: &Desk, mistakes: Vec<Mistake>, command: &ConfigCommand) -> Result<u8, Failure> {
    match command {
        ConfigCommand::Check(args) => check(desk, mistakes, args),
        ConfigCommand::Show if !mistakes.is_empty() => Err(Failure::Configuration(mistakes)),
        ConfigCommand::Show => own::show(desk),
        ConfigCommand::Schema(args) => schema::print(desk, args.of),
    }
}

/// Tells every mistake, and what holds for each key. Nothing is started and nothing written.
fn check(desk: &Desk, mut mistakes: Vec<Mistake>, args: &ServeArgs) -> Result<u8, Failure> {
    let texts = &desk.output.texts;
    mistakes.extend(own::contents(desk)?);
    let (service, found) = service::read(args)?;
    mistakes.extend(found);
    mistakes.extend(contents(&service, texts));
    let ok = mistakes.is_empty();
    let told = |mistake: Mistake| Told { sentence: say(texts, &mistake.kind), mistake };
    let checked = Checked {
        ok,
        mistakes: mistakes.into_iter().map(told).collect(),
        settings: held(&desk.settings.held),
        values: held(&service),
    };
    desk.output.answer("config", &checked, lines)?;
    Ok(if ok { 0 } else { MISTAKES })
}

/// What holds for each key of a list.
fn held(service: &Service) -> Vec<Line> {
    let line = |key: &Key| Line {
        key: key.name.clone(),
        variable: key.variable(),
        value: service.get(&key.name).map(|held| held.value.shown()),
        place: service.place(&key.name),
        about: key.about.clone(),
        unit: key.unit.clone(),
        live: key.live,
    };
    service.keys().iter().map(line).collect()
}

/// The check in words: one's own settings, the shared backend's where anything is said of it, the mistakes.
fn lines(texts: &Texts, checked: &Checked) -> Vec<String> {
    let mut lines = table(texts, &checked.settings).lines();
    lines.push(String::new());
    let said = |line: &&Line| !matches!(line.place, Place::Default | Place::Nowhere);
    if checked.values.iter().any(|line| said(&line)) {
        lines.extend(table(texts, &checked.values).lines());
        lines.push(String::new());
    }
    lines.extend(checked.mistakes.iter().map(|told| whole(&told.mistake.place, &told.sentence)));
    lines.extend(verdict(texts, checked.mistakes.len()));
    lines
}

/// How many mistakes there are, and what to do about them.
fn verdict(texts: &Texts, mistakes: usize) -> Vec<String> {
    if mistakes == 0 {
        return vec![texts.say("config-ok")];
    }
    let count = i64::try_from(mistakes).unwrap_or(i64::MAX);
    vec![texts.count("config-mistakes", count, &[]), texts.say("config-mistakes-advice")]
}

/// Keys, what holds, and where it comes from.
fn table(texts: &Texts, held: &[Line]) -> Table {
    let heads = ["config-key", "config-value", "config-origin"];
    let mut table = Table::new(heads.map(|name| texts.say(&format!("cli-column-{name}"))).into());
    for line in held {
        let value = line.value.as_deref().unwrap_or("–");
        table.push(vec![line.key.clone(), clean::line(value), clean::line(&origin(texts, &line.place))]);
    }
    table
}

/// Where a value comes from, in words.
fn origin(texts: &Texts, place: &Place) -> String {
    if *place == Place::Default { texts.say("config-default") } else { place.to_string() }
}

/// A place and a sentence; one that begins with its place has it once.
pub(super) fn whole(place: &Place, sentence: &str) -> String {
    let place = format!("{place}: ");
    let sentence = sentence.strip_prefix(&place).unwrap_or(sentence);
    clean::line(&format!("{place}{sentence}"))
}

/// Mistakes in words, one per line, for what is not started.
pub(super) fn say_all(texts: &Texts, mistakes: &[Mistake]) -> Vec<String> {
    let told = mistakes.iter().map(|mistake| whole(&mistake.place, &say(texts, &mistake.kind)));
    told.chain(verdict(texts, mistakes.len())).collect()
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
pub(super) fn say(texts: &Texts, kind: &MistakeKind) -> String {
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
        MistakeKind::NotOneOf { key, given, choices } => {
            let told = texts.with("mistake-not-one-of", &[("key", key), ("given", given), ("choices", choices)]);
            let names: Vec<String> = choices.split(", ").map(str::to_owned).collect();
            keys::or_meant(texts, &told, given, &names).unwrap_or(told)
        }
        MistakeKind::NoServer { key, given } => texts.with("mistake-no-server", &[("key", key), ("given", given)]),
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
        MistakeKind::BadKeys { detail } => detail.clone(),
        MistakeKind::OpenToAll { address } => texts.with("mistake-open-to-all", &[("address", address)]),
    }
}
