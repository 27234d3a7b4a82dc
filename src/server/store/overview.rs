//! What happened to the reports of an office in a period: the figures of the countdown.
//! Imports `domain` and `text`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Conn,
    row::{Read, Row, maybe_moment, moment, named, plain},
};
use crate::{
    domain::{
        burndown::{Story, Turn},
        decision::DecisionKind,
        office::OfficeId,
        period::PeriodId,
        task::State,
        unit::UnitNo,
    },
    text::date::day_of,
};

/// What happened to each report that has come, in the order of time. A decision that was taken back never was.
pub async fn stories(conn: &mut Conn, office: &OfficeId, period: &PeriodId) -> Read<BTreeMap<UnitNo, Story>> {
    let rows = sqlx::query(
        "select t.unit, v.received_at as at, v.version as version, 0 as place, 'received' as what from task t
             join report_version v on v.reference = t.reference
             where t.office = $1 and t.period = $2 and t.kind = 'report'
         union all
         select t.unit, d.decided_at as at, d.version as version, 1 as place, d.kind as what from task t
             join decision d on d.reference = t.reference
             where t.office = $1 and t.period = $2 and t.kind = 'report' and d.undone_at is null
         order by at, version, place",
    )
    .bind(office.as_str())
    .bind(period.as_str())
    .fetch_all(conn)
    .await?;
    let mut stories: BTreeMap<UnitNo, Story> = BTreeMap::new();
    for row in &rows {
        let (unit, step) = read(row)?;
        stories.entry(unit).or_default().push(step);
    }
    Ok(stories)
}

fn read(row: &Row) -> Read<(UnitNo, (Date, Turn))> {
    let turn = |name: &str| match DecisionKind::from_name(name) {
        Some(DecisionKind::Approve) => Some(Turn::Approved),
        Some(_) => Some(Turn::Returned),
        None => Some(Turn::Received),
    };
    Ok((plain(row, "unit")?, (day_of(moment(row, "at")?), named(row, "what", turn)?)))
}

/// A report that has come, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Whose it is.
    pub unit: UnitNo,
    /// Its state.
    pub state: State,
    /// When it was decided last.
    pub decided: Option<Date>,
}

/// How the reports that have come stand now: what the head of the queue is counted from, without their histories.
pub async fn standing(conn: &mut Conn, office: &OfficeId, period: &PeriodId) -> Read<Vec<Standing>> {
    let rows = sqlx::query(
        "select t.unit, t.state, t.decided_at from task t where t.office = $1 and t.period = $2 and t.kind = 'report'",
    )
    .bind(office.as_str())
    .bind(period.as_str())
    .fetch_all(conn)
    .await?;
    let read = |row: &Row| {
        Ok(Standing {
            unit: plain(row, "unit")?,
            state: named(row, "state", State::from_name)?,
            decided: maybe_moment(row, "decided_at")?.map(day_of),
        })
    };
    rows.iter().map(read).collect()
}
