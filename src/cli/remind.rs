//! Who has not delivered, and reminding them.
//! Imports `api`, `client`, `domain` and `text`.

use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::{args::RemindArgs, failure::Failure, once::once, session::Session, table::Table};
use crate::{
    api::{
        fault::Fault,
        path,
        units::{RemindAnswer, RemindRequest, Reminded, Standing, UnitRow, UnitStandings, Withdrawn},
    },
    client::backend::Backend,
    text::{Texts, clean, date, name, refusal},
};

/// Lists the units that have not delivered.
pub(super) async fn missing(session: &Session, period: Option<&str>) -> Result<(), Failure> {
    let mut list = session.http.standings(period.map(ToOwned::to_owned)).await?;
    list.rows.retain(|row| row.state == Standing::Missing);
    session.output().answer("missing", &list, |texts, list: &UnitStandings| {
        let assumed = if list.period.assumed { texts.say("cli-assumed") } else { String::new() };
        let deadline = format!("{} {assumed}", date::day(list.period.unit_deadline));
        let period = clean::line(&name::period_long(texts, &list.period));
        let values = [("period", period.as_str()), ("deadline", deadline.trim())];
        let head = texts.count("cli-missing", i64::from(list.missing), &values);
        if list.rows.is_empty() {
            return vec![head];
        }
        let columns = ["number", "name", "leader", "email", "phone", "days", "reminded"];
        let mut table = Table::new(columns.map(|name| texts.say(&format!("cli-column-{name}"))).to_vec());
        for row in &list.rows {
            table.push(cells(texts, row));
        }
        std::iter::once(head).chain(table.lines()).collect()
    })
}

fn cells(texts: &Texts, row: &UnitRow) -> Vec<String> {
    let contact = |of: fn(&crate::domain::contact::Contact) -> &str| {
        row.contact.as_ref().map(|contact| clean::line(of(contact))).filter(|text| !text.is_empty())
    };
    let unknown = || texts.say("cli-unknown-contact");
    vec![
        row.no.to_string(),
        clean::line(&row.name),
        contact(|contact| &contact.leader).unwrap_or_else(unknown),
        contact(|contact| &contact.email).unwrap_or_else(unknown),
        contact(|contact| &contact.phone).unwrap_or_default(),
        days(texts, row.days_left),
        reminded(texts, row),
    ]
}

fn days(texts: &Texts, left: i32) -> String {
    if left < 0 {
        texts.count("deadline-over", i64::from(-left), &[])
    } else {
        texts.count("deadline-left", i64::from(left), &[])
    }
}

fn reminded(texts: &Texts, row: &UnitRow) -> String {
    let Some(last) = &row.reminded else { return texts.say("reminded-never") };
    texts.with("reminded-last", &[("at", &date::short_moment(last.at)), ("name", &clean::line(&last.by))])
}

/// Reminders as they were asked for.
#[derive(Debug)]
pub(super) struct Wish {
    request: RemindRequest,
}

impl Wish {
    /// Reads them; nothing is asked of the backend before the person has said whether to do it.
    pub(super) fn new(args: RemindArgs) -> Result<Self, Failure> {
        if !args.consent.confirm && !args.consent.dry_run {
            return Err(Failure::NoConsent);
        }
        let RemindArgs { units, period, again, consent, .. } = args;
        Ok(Self { request: RemindRequest { period, units, again, dry_run: consent.dry_run } })
    }

    /// Reminds, or tells whom it would.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let request = self.request;
        let send = async |key| Ok((key, session.http.remind(key, request.clone()).await?));
        let (key, answer) = if request.dry_run {
            send(Uuid::new_v4()).await?
        } else {
            once(session, path::REMINDERS, &request, send).await?
        };
        session.output().answer("reminders", &Keyed { key, answer: &answer }, |texts, keyed| lines(texts, keyed))?;
        let refused: Vec<_> = answer.units.iter().filter_map(|unit| unit.refusal.clone()).collect();
        // Nobody could be reminded: that is no success.
        if answer.count() == 0 && !refused.is_empty() { Err(Fault::refused_for(refused).into()) } else { Ok(()) }
    }
}

/// An answer with the key that takes it back.
#[derive(Debug, Serialize)]
pub(super) struct Keyed<'a, Answer> {
    /// The key.
    pub(super) key: Uuid,
    /// The answer.
    #[serde(flatten)]
    pub(super) answer: &'a Answer,
}

/// Takes the notices of a key back.
pub(super) async fn withdraw(session: &Session, key: Uuid) -> Result<(), Failure> {
    let withdrawn = session.http.withdraw(key).await?;
    let told = |texts: &Texts, done: &Withdrawn| vec![texts.count("cli-withdrawn", i64::from(done.count), &[])];
    session.output().answer("withdrawn", &withdrawn, told)
}

/// Until when, and how, what was sent can be taken back.
pub(super) fn leaves(texts: &Texts, until: Timestamp, key: Uuid) -> String {
    texts.with("cli-notice-leaves", &[("until", &date::clock(until)), ("key", &key.to_string())])
}

fn lines(texts: &Texts, keyed: &Keyed<'_, RemindAnswer>) -> Vec<String> {
    let answer = keyed.answer;
    let id = match (answer.dry_run, answer.replayed) {
        (true, _) => "cli-would-remind",
        (false, true) => "cli-reminded-before",
        (false, false) => "cli-reminded",
    };
    let count = i64::try_from(answer.count()).unwrap_or(i64::MAX);
    let at = date::moment(answer.at);
    let mut lines = vec![texts.count(id, count, &[("period", answer.period.as_str()), ("at", &at)])];
    for unit in &answer.units {
        lines.push(unit_line(texts, unit));
    }
    if let Some(text) = answer.units.iter().find_map(|unit| unit.notice.as_ref()).filter(|_| answer.dry_run) {
        lines.push(String::new());
        lines.push(clean::line(&text.subject));
        lines.extend(text.body.lines().map(clean::line));
    }
    // Said of reminders that went out before, it may be over.
    let open = answer.undo_until.filter(|until| *until > answer.at && !answer.replayed);
    lines.extend(open.map(|until| leaves(texts, until, keyed.key)));
    lines
}

fn unit_line(texts: &Texts, unit: &Reminded) -> String {
    let name = clean::line(&format!("{} {}", unit.unit, unit.name));
    match (&unit.notice, &unit.refusal) {
        (Some(notice), _) => format!("  {} – {}", name.trim(), clean::line(&notice.recipient)),
        (None, Some(why)) => texts.with("cli-left-out", &[("unit", name.trim()), ("why", &refusal::say(texts, why))]),
        (None, None) => name,
    }
}
