//! The lists that seldom change: who I am, units and periods.
//! Imports `api`, `client`, `domain` and `text`.

use serde::Serialize;

use super::{args::WhoamiArgs, failure::Failure, session::Session, table::Table};
use crate::{
    api::{
        login::Reach,
        me::{Me, UnitList, UnitView},
    },
    client::backend::Backend,
    domain::{period::Period, refusal::Refusal, unit::UnitNo},
    text::{Texts, clean, date, name, number},
};

/// Who I am, and where.
#[derive(Serialize)]
struct Whoami {
    /// The backend's address.
    server: String,
    /// True when the backend runs in this process.
    embedded: bool,
    /// Where the address comes from.
    server_from: String,
    /// Where the user's settings are looked for.
    config: String,
    #[serde(flatten)]
    me: Me,
}

/// Tells who the caller is, and at which backend.
pub(super) async fn whoami(session: &Session, args: &WhoamiArgs) -> Result<(), Failure> {
    let mut me = session.http.me().await?;
    if args.set_email.is_some() || args.set_phone.is_some() {
        let email = args.set_email.clone().unwrap_or(me.email);
        let phone = args.set_phone.clone().unwrap_or(me.phone);
        me = session.http.reach(Reach { email, phone }).await?;
    }
    let origin = session.desk.settings.server.as_ref().filter(|_| session.embedded.is_none());
    let whoami = Whoami {
        server: session.http.address().to_owned(),
        embedded: session.embedded.is_some(),
        server_from: origin.map(|setting| setting.origin.to_string()).unwrap_or_default(),
        config: session.desk.places.config.join("config.toml").display().to_string(),
        me,
    };
    session.output().answer("whoami", &whoami, |texts, whoami| {
        let me = &whoami.me;
        let mut table = Table::plain();
        let mut fact =
            |id: &str, value: &str| table.push(vec![texts.say(&format!("cli-fact-{id}")), clean::line(value)]);
        fact("person", &format!("{} ({})", me.name, me.person));
        fact("role", &texts.of_family("cli-role", &me.role));
        fact("office", me.office_name.as_deref().unwrap_or_default());
        fact("email", &me.email);
        fact("phone", &me.phone);
        if let Some(login) = &me.session {
            fact("logged-in", &date::moment(login.begun_at));
            fact("login-ends", &date::moment(login.ends_at));
            fact("level", login.level.as_deref().unwrap_or_default());
        }
        fact("server", &whoami.server);
        fact("config", &whoami.config);
        if me.demo {
            table.push(vec![texts.say("cli-fact-demo"), texts.say("cli-demo")]);
        }
        table.lines()
    })
}

/// Lists the office's units.
pub(super) async fn units(session: &Session, period: Option<String>) -> Result<(), Failure> {
    let period = match period {
        Some(period) => period.to_ascii_uppercase(),
        None => session.http.me().await?.period.map(|period| period.id.to_string()).unwrap_or_default(),
    };
    let list = session.http.units(period).await?;
    session.output().answer("units", &list, |texts, list: &UnitList| {
        let head = ["number", "name", "unit-kind", "children", "channel"];
        let mut table = Table::new(head.map(|name| texts.say(&format!("cli-column-{name}"))).to_vec());
        for unit in &list.units {
            table.push(vec![
                clean::line(unit.no.as_str()),
                clean::line(&unit.name),
                texts.of_family("cli-unit-kind", &unit.kind),
                unit.children.map(|count| number::whole(i64::from(count))).unwrap_or_default(),
                texts.of_family("cli-channel", &unit.channel.value),
            ]);
        }
        table.lines()
    })
}

/// Shows one unit.
pub(super) async fn unit(session: &Session, number: &str, period: Option<&str>) -> Result<(), Failure> {
    let number: UnitNo = number.trim().parse()?;
    let unit = session.http.unit(&number, period).await?;
    session.output().answer("unit", &unit, unit_lines)
}

fn unit_lines(texts: &Texts, unit: &UnitView) -> Vec<String> {
    let mut table = Table::plain();
    let mut fact = |id: &str, value: &str| table.push(vec![texts.say(&format!("cli-fact-{id}")), clean::line(value)]);
    fact("number", unit.no.as_str());
    fact("name", unit.also.as_deref().unwrap_or(&unit.name));
    fact("unit-kind", &texts.of_family("cli-unit-kind", &unit.kind));
    fact("county", &unit.county);
    fact("office", unit.office.as_str());
    fact("reports", &texts.say(if unit.reports { "cli-yes" } else { "cli-no" }));
    fact("children", &unit.children.map(|count| number::whole(i64::from(count))).unwrap_or_default());
    let assumed = |assumed: bool| if assumed { texts.say("cli-assumed") } else { String::new() };
    let (language, channel) = (&unit.language, &unit.channel);
    fact("language", &format!("{} {}", texts.of_family("cli-language", &language.value), assumed(language.assumed)));
    fact("channel", &format!("{} {}", texts.of_family("cli-channel", &channel.value), assumed(channel.assumed)));
    fact("case-system", &format!("{} {}", unit.case_system.value, assumed(unit.case_system.assumed)));
    fact("extensions", &texts.of_family("cli-extensions", &unit.extension_rule));
    if let Some(one) = &unit.approval {
        fact("approval", &texts.of_family("channel-status", &one.approval.status));
        fact("since", &date::day(one.approval.since));
        fact("letter", one.approval.letter.as_deref().unwrap_or("–"));
        if let Some((from, to)) = one.earliest.zip(one.latest) {
            fact("expected", &texts.with("channel-expected", &[("from", &date::day(from)), ("to", &date::day(to))]));
        }
    }
    table.lines().into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Shows one period.
pub(super) async fn period(session: &Session, id: &str) -> Result<(), Failure> {
    let list = session.http.periods().await?;
    let found = list.periods.into_iter().find(|period| period.id.as_str().eq_ignore_ascii_case(id.trim()));
    let period = found.ok_or_else(|| Refusal::UnknownPeriod { given: id.trim().chars().take(40).collect() })?;
    session.output().answer("period", &period, |texts, period: &Period| {
        let assumed = if period.assumed { texts.say("cli-assumed") } else { String::new() };
        let mut table = Table::plain();
        let mut fact = |id: &str, value: String| table.push(vec![texts.say(&format!("cli-fact-{id}")), value]);
        fact("period", clean::line(&name::period(texts, period)));
        fact("span", format!("{} – {}", date::day(period.from), date::day(period.to)));
        fact("form", clean::line(&period.form));
        fact("opens", format!("{} {assumed}", date::day(period.opens)).trim().to_owned());
        fact("unit-deadline", format!("{} {assumed}", date::day(period.unit_deadline)).trim().to_owned());
        fact("office-deadline", format!("{} {assumed}", date::day(period.office_deadline)).trim().to_owned());
        table.lines()
    })
}
