//! How the units of an office stand in a period: who has delivered, who has not, and who is not expected to.
//! Imports `domain`, `text` and `api`.

use std::{cmp::Reverse, collections::HashMap};

use jiff::{Timestamp, civil::Date};

use super::{notices, units};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        tasks::TaskRow,
        units::{LastReminder, Standing, UnitRow, UnitStandings},
    },
    domain::{
        contact::Contact,
        period::Period,
        person::Person,
        report::Reference,
        task::State,
        unit::{Channel, Unit, UnitNo},
    },
    server::{
        seed::UnitChannel,
        store::{Conn, Store, channel, contact, notice, sees::Sees, standing},
    },
    text::{date::day_of, fold},
};

/// The period that is named, else the one that is reported now.
///
/// # Errors
/// An unknown period.
pub fn period_of<'a>(store: &'a Store, given: Option<&str>, at: Timestamp) -> Result<&'a Period, Fault> {
    let register = store.register();
    match given {
        Some(id) => Ok(register.period(id)?),
        None => register.current_period(day_of(at)).ok_or_else(|| Fault::new(FaultKind::NotFound)),
    }
}

/// True when a form is due on a channel; none is the default channel.
#[must_use]
pub fn form_is_due(store: &Store, channel: Option<Channel>) -> bool {
    channel.unwrap_or_else(|| store.register().channels.default.channel) != Channel::Register
}

/// What the rows of a period are made of.
#[derive(Debug)]
pub struct Sources {
    /// Today.
    pub today: Date,
    channels: HashMap<UnitNo, UnitChannel>,
    reports: HashMap<UnitNo, TaskRow>,
    contacts: HashMap<UnitNo, Contact>,
    reminders: HashMap<UnitNo, LastReminder>,
}

impl Sources {
    /// Reads them for an office.
    ///
    /// # Errors
    /// Not allowed for those who have nothing to do with an office, or a storage fault.
    pub async fn read(
        store: &Store,
        conn: &mut Conn,
        caller: &Person,
        period: &Period,
        at: Timestamp,
    ) -> Result<Self, Fault> {
        let office = notices::office_of(caller)?;
        let sees = Sees::Office(office.clone());
        Ok(Self {
            today: day_of(at),
            channels: channel::all(conn, &period.id).await?,
            reports: standing::reports(store, conn, &sees, &period.id).await?,
            contacts: contact::all(conn).await?,
            reminders: notice::reminders(conn, office, &period.id).await?,
        })
    }

    /// The row of a unit.
    #[must_use]
    pub fn row(&self, store: &Store, unit: &Unit, period: &Period) -> UnitRow {
        let view = units::view(store.register(), unit, self.channels.get(&unit.no).cloned(), &period.id);
        let report = self.reports.get(&unit.no);
        let state = match report.map(|row| row.state) {
            Some(State::Open) => Standing::Open,
            Some(State::Returned) => Standing::Returned,
            Some(_) => Standing::Approved,
            None if form_is_due(store, Some(view.channel.value)) => Standing::Missing,
            None => Standing::NotExpected,
        };
        UnitRow {
            reference: Reference::report(&period.id, &unit.no),
            no: view.no,
            name: view.name,
            also: view.also,
            kind: view.kind,
            state,
            version: report.map(|row| row.version),
            received_at: report.map(|row| row.received_at),
            deadline: period.unit_deadline,
            deadline_assumed: period.assumed,
            days_left: self.today.until(period.unit_deadline).map_or(0, |span| span.get_days()),
            badges: report.map(|row| row.badges.clone()).unwrap_or_default(),
            weight: report.and_then(|row| row.weight),
            channel: view.channel,
            case_system: view.case_system,
            language: view.language,
            contact: self.contacts.get(&unit.no).cloned(),
            reminded: self.reminders.get(&unit.no).cloned(),
        }
    }
}

/// The units of the caller's office in a period: those that have not delivered first, then by name.
///
/// # Errors
/// Not allowed for those who have nothing to do with an office, or an unknown period.
pub async fn standings(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    period: Option<&str>,
    at: Timestamp,
) -> Result<UnitStandings, Fault> {
    let office = notices::office_of(caller)?;
    let period = period_of(store, period, at)?;
    let sources = Sources::read(store, conn, caller, period, at).await?;
    let own = store.register().office_units(office, period);
    let mut rows: Vec<UnitRow> = own.map(|unit| sources.row(store, unit, period)).collect();
    rows.sort_by_cached_key(|row| (Reverse(row.state == Standing::Missing), fold::order(&row.name), row.no.clone()));
    let missing = rows.iter().filter(|row| row.state == Standing::Missing).count();
    let missing = u32::try_from(missing).unwrap_or(u32::MAX);
    Ok(UnitStandings { period: period.clone(), today: sources.today, missing, rows })
}
