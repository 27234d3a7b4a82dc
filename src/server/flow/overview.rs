//! The overview of a period: which reports are expected, how far the office has come, and where that leads.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use crate::{
    api::{
        fault::{Fault, FaultKind},
        overview::{Overview, Progress},
    },
    domain::{
        burndown::{self, Calendar, Story},
        office::OfficeId,
        period::Period,
        person::Person,
        task::State,
        unit::{Channel, UnitNo},
    },
    server::store::{Conn, Store, channel, overview as stored, queue, sees::Sees},
    text::date::day_of,
};

/// The overview of a period for the caller's office; without a period, of the one that is reported now.
///
/// # Errors
/// Not allowed for those who are not of an office; not found when no period is reported.
pub async fn overview(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    period: Option<&str>,
) -> Result<Overview, Fault> {
    let sees = Sees::of(caller);
    let Some(sees @ Sees::Office(office)) = &sees else { return Err(Fault::new(FaultKind::NotAllowed)) };
    let (register, today) = (store.register(), day_of(store.now()));
    let period = match period {
        Some(id) => register.period(id)?,
        None => register.current_period(today).ok_or_else(|| Fault::new(FaultKind::NotFound))?,
    };
    let mut found = stored::stories(conn, office, &period.id).await?;
    let come: BTreeSet<&UnitNo> = found.keys().collect();
    let expected = expected(store, conn, office, period, &come).await?;
    let stories: Vec<Story> = expected.iter().map(|unit| found.remove(unit).unwrap_or_default()).collect();
    let calendar = Calendar { holidays: &register.holidays, names: &register.holiday_names };
    Ok(Overview {
        period: period.clone(),
        counts: queue::counts(store, conn, sees).await?,
        burndown: burndown::burndown(&stories, period, today, calendar, store.scale()),
    })
}

/// How far the caller's office has come with the period that is reported; none outside the offices.
///
/// # Errors
/// A storage fault.
pub async fn progress(store: &Store, conn: &mut Conn, sees: &Sees) -> Result<Option<Progress>, Fault> {
    let Sees::Office(office) = sees else { return Ok(None) };
    let (register, today) = (store.register(), day_of(store.now()));
    let Some(period) = register.current_period(today) else { return Ok(None) };
    let standing = stored::standing(conn, office, &period.id).await?;
    let come: BTreeSet<&UnitNo> = standing.iter().map(|one| &one.unit).collect();
    let expected = count(expected(store, conn, office, period, &come).await?.len());
    let solved = standing.iter().filter(|one| one.state == State::Approved);
    let solved_today = count(solved.clone().filter(|one| one.decided == Some(today)).count());
    let solved = count(solved.count());
    let remaining = expected.saturating_sub(solved);
    let left = burndown::days_between(today, period.office_deadline);
    Ok(Some(Progress {
        period: period.id.clone(),
        expected,
        solved,
        need: burndown::need(remaining, solved_today, today, period.office_deadline, &register.holidays),
        urgency: store.scale().urgency(left, remaining),
    }))
}

/// The units whose report is expected: those that fill in the form, and of the others those whose report has come all the
/// same (a computed one from the register).
async fn expected(
    store: &Store,
    conn: &mut Conn,
    office: &OfficeId,
    period: &Period,
    come: &BTreeSet<&UnitNo>,
) -> Result<BTreeSet<UnitNo>, Fault> {
    let default = store.register().channels.default.channel;
    let channels = channel::all(conn, &period.id).await?;
    let due = |no: &UnitNo| channels.get(no).map_or(default, |known| known.channel) != Channel::Register;
    let own = store.register().office_units(office, period).map(|unit| &unit.no).filter(|no| due(no));
    Ok(own.chain(come.iter().copied()).cloned().collect())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
