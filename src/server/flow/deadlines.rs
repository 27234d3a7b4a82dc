//! Deadlines that are moved while reports are in: open reports follow their period, solved ones keep what they were judged by.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{
    api::{fault::Fault, reference::DeadlineMove},
    domain::{
        amendment::ReferenceKind,
        event::EventKind,
        period::{Period, PeriodId},
        report::Reference,
        task::State,
    },
    server::store::{
        Conn, Store, amendment,
        deadline::{self, Standing},
        event::{self, NewEvent},
    },
    text::date::{day, day_of},
};

/// Who moved a deadline.
#[derive(Debug, Clone, Copy)]
pub struct Mover<'a> {
    /// The person's id, where it is known.
    pub person: Option<&'a str>,
    /// The name.
    pub actor: &'a str,
    /// When it is written on the case.
    pub at: Timestamp,
}

/// Which deadlines differ between what holds and what would hold, and for how many reports of which offices.
///
/// # Errors
/// A storage fault.
pub async fn moves(now: &Store, then: &Store, conn: &mut Conn) -> Result<Vec<DeadlineMove>, Fault> {
    let mut moves = Vec::new();
    for (before, after) in moved(now, then) {
        let mut of_office = BTreeMap::<String, (u32, u32)>::new();
        for standing in deadline::of_period(conn, &before.id).await? {
            let counts = of_office.entry(standing.office.as_str().to_owned()).or_default();
            if standing.state == State::Open && differs(&standing, before, after) {
                counts.0 += 1;
            } else {
                counts.1 += 1;
            }
        }
        moves.extend(of_office.into_iter().map(|(office, (open, kept))| DeadlineMove {
            period: after.id.clone(),
            office,
            open,
            kept,
        }));
    }
    Ok(moves)
}

/// Moves the deadlines of the open reports, and keeps those of the others.
///
/// # Errors
/// A storage fault.
pub async fn carry_out(now: &Store, then: &Store, conn: &mut Conn, mover: Mover<'_>) -> Result<(), Fault> {
    for (before, after) in moved(now, then) {
        let mut told = Vec::new();
        for standing in deadline::of_period(conn, &before.id).await? {
            if standing.state != State::Open {
                if standing.unit_deadline.is_none() {
                    deadline::keep(conn, &standing.reference, before.unit_deadline).await?;
                }
            } else if differs(&standing, before, after) {
                let text = sentence(now, &standing, before, after);
                give(conn, &standing, after).await?;
                told.push((standing, text));
            }
        }
        let events: Vec<NewEvent<'_>> =
            told.iter().map(|(standing, text)| moved_event(standing, text, mover)).collect();
        event::add_all(conn, &events).await?;
    }
    Ok(())
}

/// A report that is open again gets the deadlines that its period has by now.
///
/// # Errors
/// A storage fault.
pub async fn follow(store: &Store, conn: &mut Conn, reference: &Reference, at: Timestamp) -> Result<(), Fault> {
    let Some(standing) = deadline::of_case(conn, reference).await? else { return Ok(()) };
    let period = crate::domain::register::period_of_reference(reference.as_str());
    let period = period.and_then(|id| store.register().period(id.as_str()).ok());
    let Some(period) = period.filter(|period| standing.state == State::Open && differs(&standing, period, period))
    else {
        return Ok(());
    };
    let text = sentence(store, &standing, period, period);
    give(conn, &standing, period).await?;
    let held = amendment::newest(conn, ReferenceKind::Periods, period.id.as_str()).await?;
    let actor = held.map_or_else(|| store.texts().say("server-actor"), |held| held.actor);
    let mover = Mover { person: None, actor: &actor, at };
    Ok(event::add(conn, &moved_event(&standing, &text, mover)).await?)
}

/// The municipalities' deadline by which a report was judged.
///
/// # Errors
/// A storage fault.
pub async fn judged_by(conn: &mut Conn, reference: &Reference, period: &Period) -> Result<jiff::civil::Date, Fault> {
    let standing = deadline::of_case(conn, reference).await?;
    Ok(standing.and_then(|standing| standing.unit_deadline).unwrap_or(period.unit_deadline))
}

/// The periods whose deadlines are other ones, before and after.
fn moved<'a>(now: &'a Store, then: &'a Store) -> impl Iterator<Item = (&'a Period, &'a Period)> {
    let before = |id: &PeriodId| now.register().periods.iter().find(move |period| period.id == *id);
    let of = |period: &Period| (period.unit_deadline, period.office_deadline, period.assumed);
    let pairs = then.register().periods.iter().filter_map(move |after| Some((before(&after.id)?, after)));
    pairs.filter(move |(before, after)| of(before) != of(after))
}

/// True when a report does not have the deadlines of the period as it is then.
fn differs(standing: &Standing, before: &Period, after: &Period) -> bool {
    let unit = standing.unit_deadline.unwrap_or(before.unit_deadline);
    standing.office_deadline != Some((after.office_deadline, after.assumed)) || unit != after.unit_deadline
}

/// From what to what, in words.
fn sentence(store: &Store, standing: &Standing, before: &Period, after: &Period) -> String {
    let texts = store.texts();
    let mut said = Vec::new();
    let mut say = |id: &str, from: jiff::civil::Date, to: jiff::civil::Date| {
        if from != to {
            said.push(texts.with(id, &[("from", &day(from)), ("to", &day(to))]));
        }
    };
    let (office, assumed) = standing.office_deadline.unwrap_or((before.office_deadline, before.assumed));
    say("deadline-moved-office", office, after.office_deadline);
    say("deadline-moved-unit", standing.unit_deadline.unwrap_or(before.unit_deadline), after.unit_deadline);
    if assumed != after.assumed {
        said.push(texts.say(if after.assumed { "deadline-now-assumed" } else { "deadline-now-published" }));
    }
    said.join("; ")
}

async fn give(conn: &mut Conn, standing: &Standing, period: &Period) -> Result<(), Fault> {
    let reference = &standing.reference;
    deadline::give(conn, reference, (period.office_deadline, period.assumed), period.unit_deadline).await?;
    // Nothing shall be said to have come too late by a deadline that does not hold.
    for arrival in deadline::arrivals(conn, reference).await? {
        let late = day_of(arrival.at) > period.unit_deadline;
        if late != arrival.late {
            deadline::judge(conn, reference, arrival.version, late).await?;
        }
    }
    Ok(())
}

fn moved_event<'a>(standing: &'a Standing, text: &'a str, mover: Mover<'a>) -> NewEvent<'a> {
    NewEvent {
        reference: &standing.reference,
        office: &standing.office,
        at: mover.at,
        kind: EventKind::DeadlineMoved,
        person: mover.person,
        actor: mover.actor,
        version: standing.version,
        decision: None,
        extensions: None,
        text: Some(text),
    }
}
