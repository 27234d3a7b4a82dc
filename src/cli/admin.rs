//! `sfv admin`: how units report and who has access, over the API like everything else.
//! Imports `api`, `client`, `domain` and `text`.

use super::{
    args::{AdminCommand, ChannelArgs, UserArgs, UsersCommand},
    failure::Failure,
    reference,
    session::Session,
    table::Table,
    templates,
};
use crate::{
    api::admin::{
        ChannelAnswer, ChannelHistory, ChannelRequest, ChannelView, PersonExport, PersonList, PersonRemoved,
        PersonRequest, PersonView,
    },
    domain::{office::OfficeId, unit::UnitNo},
    text::{Texts, clean, date},
};

/// What an administrator wants, its arguments already read.
#[derive(Debug)]
pub(super) enum Wish {
    History(UnitNo),
    Channel(UnitNo, ChannelRequest),
    People,
    Person(String, Box<PersonRequest>),
    Export(String),
    Remove(String),
    Reference(reference::Wish),
    Templates(templates::Wish),
}

impl Wish {
    /// Reads the arguments.
    pub(super) fn new(command: AdminCommand) -> Result<Self, Failure> {
        Ok(match command {
            AdminCommand::Channel(args) => Self::channel(args)?,
            AdminCommand::Users(UsersCommand::List) => Self::People,
            AdminCommand::Users(UsersCommand::Set(args)) => Self::person(args)?,
            AdminCommand::Users(UsersCommand::Lock(user)) => Self::locked(user.id, true),
            AdminCommand::Users(UsersCommand::Unlock(user)) => Self::locked(user.id, false),
            AdminCommand::Users(UsersCommand::Export(user)) => Self::Export(user.id),
            AdminCommand::Periods(command) => Self::Reference(reference::Wish::periods(command)?),
            AdminCommand::Forms(command) => Self::Reference(reference::Wish::forms(command)?),
            AdminCommand::Offices(command) => Self::Reference(reference::Wish::offices(command)?),
            AdminCommand::Units(command) => Self::Reference(reference::Wish::units(command)?),
            AdminCommand::Letters(command) => Self::Reference(reference::Wish::letters(command)?),
            AdminCommand::Templates(command) => Self::Templates(templates::Wish::new(command)?),
            AdminCommand::Rules(command) => Self::Reference(reference::Wish::rules(command)?),
            AdminCommand::Users(UsersCommand::Delete { user, .. }) => Self::Remove(user.id),
        })
    }

    fn channel(args: ChannelArgs) -> Result<Self, Failure> {
        let unit: UnitNo = args.unit.trim().parse()?;
        let Some(status) = args.set else { return Ok(Self::History(unit)) };
        let dry_run = reference::agreed(args.consent)?;
        let day = |text: String| date::parse_day(&text).ok_or(Failure::BadTime(text));
        let request = ChannelRequest {
            status,
            from: args.from.map(day).transpose()?,
            letter: args.letter,
            case_system: args.system,
            replace: args.replace,
            dry_run,
        };
        Ok(Self::Channel(unit, request))
    }

    fn person(args: UserArgs) -> Result<Self, Failure> {
        let request = PersonRequest {
            name: args.name,
            email: args.email,
            phone: args.phone,
            role: args.role,
            office: args.office.map(|office| OfficeId(office.to_ascii_uppercase())),
            unit: args.unit.map(|unit| unit.trim().parse()).transpose()?,
            locked: None,
        };
        Ok(Self::Person(args.user.id, Box::new(request)))
    }

    fn locked(id: String, locked: bool) -> Self {
        Self::Person(id, Box::new(PersonRequest { locked: Some(locked), ..PersonRequest::default() }))
    }

    /// Does it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let (http, output) = (&session.http, session.output());
        match self {
            Self::History(unit) => output.answer("channel", &http.channel_history(&unit).await?, history),
            Self::Channel(unit, request) => output.answer("channel", &http.set_channel(&unit, &request).await?, step),
            Self::People => output.answer("people", &http.people().await?, people),
            Self::Person(id, request) => output.answer("person", &http.put_person(&id, &request).await?, person),
            Self::Export(id) => output.answer("person", &http.export_person(&id).await?, export),
            Self::Reference(wish) => wish.run(session).await,
            Self::Templates(wish) => wish.run(session).await,
            Self::Remove(id) => output.answer("person", &http.remove_person(&id).await?, removed),
        }
    }
}

/// One line of how a unit reports from a period on.
fn change(texts: &Texts, view: &ChannelView) -> Vec<String> {
    let approval = view.approval.as_ref();
    let status = approval.map(|one| texts.of_family("channel-status", &one.approval.status)).unwrap_or_default();
    let since = approval.map(|one| date::day(one.approval.since)).unwrap_or_default();
    let letter = approval.and_then(|one| one.approval.letter.as_deref()).unwrap_or_default();
    let expected = approval.and_then(|one| one.earliest.zip(one.latest));
    let expected = expected
        .map(|(from, to)| texts.with("channel-expected", &[("from", &date::day(from)), ("to", &date::day(to))]));
    vec![
        view.period.to_string(),
        texts.of_family("cli-channel", &view.channel),
        status,
        since,
        clean::line(letter),
        clean::line(&view.case_system),
        expected.unwrap_or_default(),
    ]
}

fn history(texts: &Texts, history: &ChannelHistory) -> Vec<String> {
    if history.changes.is_empty() {
        return vec![texts.say("channel-default")];
    }
    let mut table = Table::plain();
    for view in &history.changes {
        table.push(change(texts, view));
    }
    table.lines()
}

fn step(texts: &Texts, answer: &ChannelAnswer) -> Vec<String> {
    let first = match (answer.changed, answer.dry_run) {
        (false, _) => "channel-unchanged",
        (true, true) => "channel-would-change",
        (true, false) if answer.ahead => "channel-set-ahead",
        (true, false) => "channel-set",
    };
    let mut table = Table::plain();
    table.push(change(texts, &answer.now));
    let since = answer.now.approval.as_ref().map(|one| date::day(one.approval.since)).unwrap_or_default();
    let mut lines = vec![texts.with(first, &[("unit", answer.unit.as_str()), ("day", &since)])];
    lines.extend(table.lines());
    if answer.letter_known == Some(false) {
        lines.push(texts.say("channel-letter-unknown"));
    }
    if let Some(case) = &answer.case {
        lines.push(texts.with("channel-case", &[("case", case.as_str())]));
    }
    lines
}

fn people(texts: &Texts, list: &PersonList) -> Vec<String> {
    let mut table = Table::plain();
    for person in &list.people {
        table.push(row(texts, person));
    }
    table.lines()
}

fn row(texts: &Texts, person: &PersonView) -> Vec<String> {
    let place = person.office.as_ref().map(|office| office.as_str().to_owned());
    let place = place.or_else(|| person.unit.as_ref().map(ToString::to_string)).unwrap_or_default();
    let locked = person.locked_at.map(|at| texts.with("person-locked", &[("at", &date::moment(at))]));
    vec![
        clean::line(&person.id),
        clean::line(&person.name),
        texts.of_family("cli-role", &person.role),
        place,
        clean::line(&person.email),
        locked.unwrap_or_default(),
    ]
}

fn person(texts: &Texts, person: &PersonView) -> Vec<String> {
    let mut table = Table::plain();
    table.push(row(texts, person));
    table.lines()
}

fn export(texts: &Texts, export: &PersonExport) -> Vec<String> {
    let mut lines = person(texts, &export.person);
    let mut table = Table::plain();
    let mut fact = |id: &str, count: u32| table.push(vec![texts.say(id), count.to_string()]);
    fact("person-fact-tokens", export.tokens);
    fact("person-fact-decisions", export.decisions);
    fact("person-fact-drafts", export.drafts);
    fact("person-fact-extensions", export.extensions);
    fact("person-fact-submitted", export.submitted);
    fact("person-fact-applications", export.applications);
    lines.extend(table.lines());
    let mut events = Table::plain();
    for event in &export.events {
        events.push(vec![date::moment(event.at), event.kind.clone(), clean::line(&event.about)]);
    }
    lines.extend(events.lines());
    lines
}

fn removed(texts: &Texts, removed: &PersonRemoved) -> Vec<String> {
    let counts = [("events", i64::from(removed.events)), ("decisions", i64::from(removed.decisions))];
    vec![texts.with_numbers(&format!("removal-{}", crate::text::wire_name(&removed.outcome)), &[], &counts)]
}
