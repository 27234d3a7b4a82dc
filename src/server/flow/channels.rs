//! A unit's way to the register, one step at a time. What is open of the unit is judged by the new channel from then on: the channel is
//! read with each case, and the draft is not touched.
//! Imports `domain`, `text` and `api`.

use jiff::Timestamp;

use super::{fields, units};
use crate::{
    api::{
        admin::{ChannelAnswer, ChannelHistory, ChannelRequest, ChannelView},
        fault::{Fault, FaultKind},
    },
    domain::{
        channel::{Approval, ChannelStatus, StatusRule},
        event::EventKind,
        period::{Period, PeriodId},
        person::{Person, Role},
        refusal::Refusal,
        register::Register,
        report::Reference,
        task::State,
        unit::{Unit, UnitNo},
    },
    server::{
        seed::UnitChannel,
        store::{
            Conn, Store, channel,
            event::{self, NewEvent, UnitEvent},
            task,
        },
    },
    text::{clean, date},
};

/// The most letters of a reference to a letter.
const LONGEST_LETTER: usize = 60;

/// Only an administrator.
///
/// # Errors
/// Not allowed for everybody else.
pub fn administrator(caller: &Person) -> Result<(), Fault> {
    if caller.role == Role::Admin { Ok(()) } else { Err(Fault::new(FaultKind::NotAllowed)) }
}

/// How a unit has reported.
///
/// # Errors
/// Not found for a number no unit has.
pub async fn history(store: &Store, conn: &mut Conn, caller: &Person, given: &str) -> Result<ChannelHistory, Fault> {
    administrator(caller)?;
    let unit: UnitNo = given.trim().parse().map_err(missing)?;
    let register = store.register();
    if !register.periods.iter().any(|period| register.unit(&unit, period).is_ok()) {
        return Err(missing(Refusal::UnknownUnit { given: unit.to_string(), hint: None }));
    }
    let changes = channel::history(conn, &unit).await?;
    Ok(ChannelHistory { unit, changes: changes.into_iter().map(|change| view(register, change)).collect() })
}

/// A step that was judged.
struct Step<'a> {
    unit: &'a Unit,
    period: &'a Period,
    /// How it reported before; none where the default held.
    before: Option<UnitChannel>,
    after: UnitChannel,
}

/// Takes a step, or tells what it would change.
///
/// # Errors
/// A step that is none, no letter, a second channel in one period, a day before the last change, an unknown system.
pub async fn set(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    given: &str,
    request: &ChannelRequest,
    at: Timestamp,
) -> Result<ChannelAnswer, Fault> {
    administrator(caller)?;
    let step = judge(store, conn, given, request, at).await?;
    let changed = step.before.as_ref() != Some(&step.after);
    let reference = Reference::report(&step.period.id, &step.unit.no);
    let open = task::standing(conn, &reference).await?.filter(|standing| standing.state == State::Open);
    let moved = step.before.as_ref().map_or_else(|| store.register().channels.default.channel, |before| before.channel);
    let case = open.filter(|_| moved != step.after.channel);
    if changed && !request.dry_run {
        channel::add(conn, &step.after).await?;
        let told = told(store, &step.after);
        let unit_event = UnitEvent {
            unit: &step.unit.no,
            office: &step.unit.office,
            at,
            kind: EventKind::ChannelChanged,
            person: Some(&caller.id),
            actor: &caller.name,
            text: &told,
        };
        event::add_of_unit(conn, &unit_event).await?;
        if let Some(case) = &case {
            let case_event = NewEvent {
                reference: &reference,
                office: &case.office,
                at,
                kind: EventKind::ChannelChanged,
                person: Some(&caller.id),
                actor: &caller.name,
                version: case.version,
                decision: None,
                extensions: None,
                text: Some(&told),
            };
            event::add(conn, &case_event).await?;
        }
    }
    let letter = step.after.approval.as_ref().and_then(|approval| approval.letter.as_deref());
    let ahead = step.after.approval.as_ref().is_some_and(|approval| approval.since > date::day_of(at));
    Ok(ChannelAnswer {
        letter_known: letter.map(|letter| store.register().letter(letter).is_some()),
        unit: step.unit.no.clone(),
        now: view(store.register(), step.after),
        changed,
        case: case.map(|_| reference),
        dry_run: request.dry_run,
        ahead,
    })
}

async fn judge<'a>(
    store: &'a Store,
    conn: &mut Conn,
    given: &str,
    request: &ChannelRequest,
    at: Timestamp,
) -> Result<Step<'a>, Fault> {
    let register = store.register();
    let from = request.from.unwrap_or_else(|| date::day_of(at));
    let unknown = || Refusal::UnknownPeriod { given: from.to_string() };
    let period = register.current_period(from).ok_or_else(unknown)?;
    let number: UnitNo = given.trim().parse().map_err(missing)?;
    let unit = register.unit(&number, period).map_err(missing)?;
    if !unit.reports {
        return Err(Refusal::UnitDoesNotReport { unit: number.to_string() }.into());
    }
    let hidden = fields::refuse_hidden(number.as_str(), request);
    if !hidden.is_empty() {
        return Err(Fault::refused_for(hidden));
    }
    let before = channel::of(conn, &number, &period.id).await?;
    let rule = register.channels.status(request.status).ok_or_else(|| Fault::new(FaultKind::Internal))?;
    let letter = letter(request, before.as_ref(), &number, rule)?;
    allowed(register, before.as_ref(), request, rule, (&number, &period.id), from)?;
    let default = &register.channels.default;
    let case_system = match (&request.case_system, &before) {
        (Some(given), _) => system(register, given)?,
        (None, Some(before)) => before.case_system.clone(),
        (None, None) => default.case_system.clone(),
    };
    let same = before.as_ref().and_then(|before| before.approval.as_ref()).filter(|one| one.status == request.status);
    let since = same.filter(|_| request.from.is_none()).map_or(from, |one| one.since);
    let after = UnitChannel {
        unit: number,
        // The same step said again changes the row it was said in, and makes no other.
        from: match (&before, same) {
            (Some(before), Some(_)) => before.from.clone(),
            _ => period.id.clone(),
        },
        channel: rule.channel,
        case_system,
        assumed: false,
        approval: Some(Approval { status: request.status, since, letter }),
    };
    Ok(Step { unit, period, before, after })
}

/// The letter, where the step needs or has one.
fn letter(
    request: &ChannelRequest,
    before: Option<&UnitChannel>,
    unit: &UnitNo,
    rule: &StatusRule,
) -> Result<Option<String>, Refusal> {
    let given = request.letter.as_deref().map(clean::line).map(|text| text.trim().to_owned());
    let given = given.filter(|text| !text.is_empty() && text.chars().count() <= LONGEST_LETTER);
    let kept = before.and_then(|before| before.approval.as_ref());
    let kept = kept.filter(|approval| approval.status == request.status).and_then(|approval| approval.letter.clone());
    let letter = given.or(kept);
    if rule.letter && letter.is_none() {
        return Err(Refusal::ChannelLetter { unit: unit.to_string() });
    }
    Ok(letter)
}

fn allowed(
    register: &Register,
    before: Option<&UnitChannel>,
    request: &ChannelRequest,
    rule: &StatusRule,
    (unit, period): (&UnitNo, &PeriodId),
    from: jiff::civil::Date,
) -> Result<(), Refusal> {
    let default = register.channels.default.channel;
    let recorded = before.and_then(|before| before.approval.as_ref());
    let channel = before.map_or(default, |before| before.channel);
    let stands = recorded.map_or_else(|| ChannelStatus::of_channel(channel), |approval| approval.status);
    let next = register.channels.status(stands).is_some_and(|rule| rule.next.contains(&request.status));
    if stands != request.status && !next {
        return Err(Refusal::ChannelStep { from: stands, to: request.status });
    }
    if let Some(since) = recorded.map(|approval| approval.since).filter(|since| from < *since && !request.replace) {
        return Err(Refusal::ChannelDate { since: date::day(since) });
    }
    let same_period = before.is_some_and(|before| before.from == *period);
    if same_period && channel != rule.channel && !request.replace {
        return Err(Refusal::ChannelTaken { unit: unit.to_string(), period: period.to_string(), from: stands });
    }
    Ok(())
}

/// The name of a case system as it is written in the list.
fn system(register: &Register, given: &str) -> Result<String, Refusal> {
    let systems = &register.channels.systems;
    let found = systems.iter().find(|system| system.name.eq_ignore_ascii_case(given.trim()));
    found.map(|system| system.name.clone()).ok_or_else(|| Refusal::UnknownSystem {
        given: given.chars().take(40).collect(),
        systems: systems.iter().map(|system| system.name.as_str()).collect::<Vec<_>>().join(", "),
    })
}

/// The step in words, for the timeline.
fn told(store: &Store, after: &UnitChannel) -> String {
    let Some(approval) = &after.approval else { return String::new() };
    let status = store.texts().of_family("channel-status", &approval.status);
    let day = date::day(approval.since);
    match &approval.letter {
        Some(letter) => {
            let values = [("status", status.as_str()), ("day", &day), ("letter", letter)];
            store.texts().with("channel-changed-letter", &values)
        }
        None => store.texts().with("channel-changed", &[("status", &status), ("day", &day)]),
    }
}

fn view(register: &Register, change: UnitChannel) -> ChannelView {
    ChannelView {
        period: change.from,
        channel: change.channel,
        case_system: change.case_system,
        assumed: change.assumed,
        approval: change.approval.map(|approval| units::approval_view(register, approval)),
    }
}

fn missing(refusal: Refusal) -> Fault {
    Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotFound) }
}
