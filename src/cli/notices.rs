//! How one is told of what comes in.
//! Imports `client`, `domain` and `text`.

use super::{
    args::{NoticesArgs, NoticesCommand},
    failure::Failure,
    session::Session,
};
use crate::{
    domain::told::{Quiet, Telling},
    text::Texts,
};

/// Shows it, or changes what is named and shows it then.
pub(super) async fn run(session: &Session, command: NoticesCommand) -> Result<(), Failure> {
    let now = session.http.telling().await?;
    let telling = match command {
        NoticesCommand::Show => now,
        NoticesCommand::Set(args) => session.http.tell(&changed(now, args)?).await?,
    };
    session.output().answer("notices", &telling, lines)
}

/// The word that takes a wish back, and the one for every unit.
const NONE: &str = "none";
const ALL: &str = "all";

/// The wish with what is named put in its place; what is not named stays.
fn changed(mut telling: Telling, args: NoticesArgs) -> Result<Telling, Failure> {
    telling.active = args.active.unwrap_or(telling.active);
    if args.units.iter().any(|unit| unit == ALL) {
        telling.units = None;
    } else if !args.units.is_empty() {
        let units: Result<Vec<_>, _> = args.units.iter().map(|unit| unit.trim().parse()).collect();
        telling.units = Some(units?);
    }
    if let Some(digest) = args.digest {
        telling.digest = Some(digest).filter(|digest| digest != NONE);
    }
    if let Some(quiet) = args.quiet {
        let (from, until) = quiet.split_once('-').unwrap_or((quiet.as_str(), ""));
        let given = Quiet { from: from.trim().to_owned(), until: until.trim().to_owned() };
        telling.quiet = Some(given).filter(|_| quiet != NONE);
    }
    telling.language = args.language.or(telling.language);
    Ok(telling)
}

fn lines(texts: &Texts, telling: &Telling) -> Vec<String> {
    if !telling.active {
        return vec![texts.say("cli-notices-off")];
    }
    let units =
        telling.units.as_ref().map(|units| units.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    let mut lines = vec![match units {
        Some(units) => texts.with("cli-notices-units", &[("units", &units)]),
        None => texts.say("cli-notices-all"),
    }];
    lines.push(match &telling.digest {
        Some(time) => texts.with("cli-notices-digest", &[("time", time)]),
        None => texts.say("cli-notices-at-once"),
    });
    if let Some(quiet) = &telling.quiet {
        lines.push(texts.with("cli-notices-quiet", &[("from", &quiet.from), ("until", &quiet.until)]));
    }
    lines
}
