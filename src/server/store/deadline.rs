//! The deadlines that stand on the reports of a period.
//! Imports `domain`.

use jiff::{Timestamp, civil::Date};

use super::{
    Conn,
    row::{Read, Row, flag, maybe_date, moment, named, number, plain},
    sql::Sql,
};
use crate::domain::{office::OfficeId, period::PeriodId, report::Reference, task::State};

/// A report with the deadlines that stand on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The case.
    pub reference: Reference,
    /// Its office.
    pub office: OfficeId,
    /// Its state.
    pub state: State,
    /// Its newest version.
    pub version: u32,
    /// The office's deadline, and whether it is only derived.
    pub office_deadline: Option<(Date, bool)>,
    /// The municipalities' deadline by which it was judged; none is that of the period.
    pub unit_deadline: Option<Date>,
}

/// A version, when it came, and whether that was too late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The version.
    pub version: u32,
    /// When it came.
    pub at: Timestamp,
    /// Whether it was too late.
    pub late: bool,
}

const COLUMNS: &str = "select reference, office, state, version, deadline, deadline_assumed, unit_deadline from task where kind = 'report' and ";

/// The reports of a period, by their references.
pub async fn of_period(conn: &mut Conn, period: &PeriodId) -> Read<Vec<Standing>> {
    let mut query = Sql::new(COLUMNS);
    query.push("period = ").push_bind(period.as_str().to_owned()).push(" order by reference");
    query.build().fetch_all(conn).await?.iter().map(read).collect()
}

/// The report with a reference; none for an access request.
pub async fn of_case(conn: &mut Conn, reference: &Reference) -> Read<Option<Standing>> {
    let mut query = Sql::new(COLUMNS);
    query.push("reference = ").push_bind(reference.as_str().to_owned());
    query.build().fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// When the versions of a report came.
pub async fn arrivals(conn: &mut Conn, reference: &Reference) -> Read<Vec<Arrival>> {
    let rows =
        sqlx::query("select version, received_at, late from report_version where reference = $1 order by version")
            .bind(reference.as_str())
            .fetch_all(conn)
            .await?;
    let read = |row: &Row| {
        Ok(Arrival { version: number(row, "version")?, at: moment(row, "received_at")?, late: flag(row, "late")? })
    };
    rows.iter().map(read).collect()
}

/// Keeps the deadline by which a report was judged.
pub async fn keep(conn: &mut Conn, reference: &Reference, unit_deadline: Date) -> Read<()> {
    sqlx::query("update task set unit_deadline = $2 where reference = $1")
        .bind(reference.as_str())
        .bind(unit_deadline.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives an open report other deadlines.
pub async fn give(conn: &mut Conn, reference: &Reference, office: (Date, bool), unit_deadline: Date) -> Read<()> {
    sqlx::query(
        "update task set deadline = $2, due = $2, deadline_assumed = $3, unit_deadline = $4
         where reference = $1 and state = 'open'",
    )
    .bind(reference.as_str())
    .bind(office.0.to_string())
    .bind(i64::from(office.1))
    .bind(unit_deadline.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// Says of a version whether it came too late; the case is as its first one.
pub async fn judge(conn: &mut Conn, reference: &Reference, version: u32, late: bool) -> Read<()> {
    sqlx::query("update report_version set late = $3 where reference = $1 and version = $2")
        .bind(reference.as_str())
        .bind(i64::from(version))
        .bind(i64::from(late))
        .execute(&mut *conn)
        .await?;
    if version == 1 {
        sqlx::query("update task set late = $2 where reference = $1")
            .bind(reference.as_str())
            .bind(i64::from(late))
            .execute(conn)
            .await?;
    }
    Ok(())
}

fn read(row: &Row) -> Read<Standing> {
    let assumed = flag(row, "deadline_assumed")?;
    Ok(Standing {
        reference: plain(row, "reference")?,
        office: plain(row, "office")?,
        state: named(row, "state", State::from_name)?,
        version: number(row, "version")?,
        office_deadline: maybe_date(row, "deadline")?.map(|day| (day, assumed)),
        unit_deadline: maybe_date(row, "unit_deadline")?,
    })
}
