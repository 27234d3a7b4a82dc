//! Which units cases and reminders rest on.
//! Imports `domain`.

use jiff::Timestamp;

use super::{
    Conn,
    row::{Read, Row, maybe_plain, moment, number, plain},
};
use crate::domain::{office::OfficeId, period::PeriodId, unit::UnitNo};

/// A case or a reminder: of which unit, and for which period or, where it has none, when it came.
#[derive(Debug, Clone)]
pub struct Used {
    /// The unit.
    pub unit: UnitNo,
    /// The period.
    pub period: Option<PeriodId>,
    /// When.
    pub at: Timestamp,
}

/// The open tasks of a unit at an office.
#[derive(Debug, Clone)]
pub struct Open {
    /// The unit.
    pub unit: UnitNo,
    /// The office.
    pub office: OfficeId,
    /// How many.
    pub count: u32,
}

/// Every unit that a case or a reminder rests on.
pub async fn used(conn: &mut Conn) -> Read<Vec<Used>> {
    let rows = sqlx::query(
        "select unit, period, received_at as at from task
         union all select unit, period, at from notice where period is not null",
    )
    .fetch_all(conn)
    .await?;
    let read =
        |row: &Row| Ok(Used { unit: plain(row, "unit")?, period: maybe_plain(row, "period")?, at: moment(row, "at")? });
    rows.iter().map(read).collect()
}

/// The open tasks by unit and office.
pub async fn open(conn: &mut Conn) -> Read<Vec<Open>> {
    let rows = sqlx::query(
        "select unit, office, count(*) as found from task where state = 'open' group by unit, office order by unit, office",
    )
    .fetch_all(conn)
    .await?;
    let read =
        |row: &Row| Ok(Open { unit: plain(row, "unit")?, office: plain(row, "office")?, count: number(row, "found")? });
    rows.iter().map(read).collect()
}
