//! The extension register. Rows are only added; taking back marks a row.
//! Imports `domain` and `api`.

use jiff::{Timestamp, civil::Date};
use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, Row, flag, maybe_date, maybe_moment, maybe_plain, moment, number, plain, stamp, text},
    sql::Sql,
};
use crate::{
    api::extensions::ExtensionEntry,
    domain::{
        extension::{CaseRef, ExtensionCount, Verdict},
        office::OfficeId,
        period::Period,
        unit::UnitNo,
    },
    text::date::day_of,
};

/// A decision that is about to be written.
#[derive(Debug, Clone)]
pub struct NewExtension<'a> {
    /// The idempotency key of the request, and the line in it.
    pub request: (&'a str, u32),
    /// What the request stands for.
    pub fingerprint: &'a str,
    /// The office.
    pub office: &'a OfficeId,
    /// The unit.
    pub unit: &'a UnitNo,
    /// The case.
    pub case_ref: &'a CaseRef,
    /// The day on which it was asked.
    pub asked: Date,
    /// What was decided.
    pub verdict: Verdict,
    /// The day of the decision.
    pub decided: Option<Date>,
    /// The day on which the service was told otherwise.
    pub told: Option<Date>,
    /// By whom: the person's id and name.
    pub by: (&'a str, &'a str),
    /// When.
    pub at: Timestamp,
    /// The row it stands in place of.
    pub supersedes: Option<i64>,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
}

/// Adds a decision, and answers its number.
pub async fn add(conn: &mut Conn, new: &NewExtension<'_>) -> Read<i64> {
    let row = sqlx::query(
        "insert into extension (request, line, fingerprint, office, unit, case_ref, asked, verdict, decided, told,
             person, name, at, supersedes, undo_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id",
    )
    .bind(new.request.0)
    .bind(i64::from(new.request.1))
    .bind(new.fingerprint)
    .bind(new.office.as_str())
    .bind(new.unit.as_str())
    .bind(new.case_ref.as_str())
    .bind(new.asked.to_string())
    .bind(new.verdict.as_str())
    .bind(new.decided.map(|day| day.to_string()))
    .bind(new.told.map(|day| day.to_string()))
    .bind(new.by.0)
    .bind(new.by.1)
    .bind(stamp(new.at))
    .bind(new.supersedes)
    .bind(stamp(new.undo_until))
    .fetch_one(conn)
    .await?;
    row.try_get("id")
}

/// Which part of the register.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The office.
    pub office: &'a OfficeId,
    /// Only these numbers of a unit.
    pub units: Option<&'a [UnitNo]>,
    /// Only decisions of these days.
    pub days: Option<(Date, Date)>,
    /// Only this case.
    pub case_ref: Option<&'a CaseRef>,
    /// Only what no later row stands in place of.
    pub holding: bool,
}

impl<'a> Part<'a> {
    /// Everything of an office.
    #[must_use]
    pub fn of(office: &'a OfficeId) -> Self {
        Self { office, units: None, days: None, case_ref: None, holding: false }
    }
}

/// A later row that holds stands in place of this one.
const SUPERSEDED: &str = "exists (select 1 from extension l where l.supersedes = e.id and l.undone_at is null)";

/// Rows of the register, the newest first, without those that were taken back. The unit's name is not stored: the caller
/// fills it in.
pub async fn list(conn: &mut Conn, part: &Part<'_>) -> Read<Vec<ExtensionEntry>> {
    let mut query = Sql::new(
        "select e.id, e.unit, e.case_ref, e.asked, e.verdict, e.decided, e.told, e.name, e.at, e.supersedes, d.state,
             d.tried_at, ",
    );
    query.push(SUPERSEDED).push(
        " as superseded from extension e left join notice n on n.extension = e.id and n.undone_at is null
         left join delivery d on d.notice = n.key where e.undone_at is null and e.office = ",
    );
    query.push_bind(part.office.as_str().to_owned());
    if let Some(units) = part.units {
        query.push(" and e.unit in (").push_list(units.iter().map(|unit| unit.as_str().to_owned())).push(")");
    }
    if let Some((from, to)) = part.days {
        query.push(" and coalesce(e.decided, e.asked) between ").push_bind(from.to_string());
        query.push(" and ").push_bind(to.to_string());
    }
    if let Some(case_ref) = part.case_ref {
        query.push(" and e.case_ref = ").push_bind(case_ref.as_str().to_owned());
    }
    if part.holding {
        query.push(" and not ").push(SUPERSEDED);
    }
    query.push(" order by e.id desc");
    query.build().fetch_all(conn).await?.iter().map(read).collect()
}

/// How many decisions of a unit fall into a period.
pub async fn count(conn: &mut Conn, office: &OfficeId, unit: &UnitNo, period: &Period) -> Read<ExtensionCount> {
    let mut query = Sql::new(
        "select count(*) filter (where verdict = 'granted') as granted,
             count(*) filter (where verdict = 'refused') as refused,
             count(*) filter (where verdict = 'pending') as pending
         from extension e where e.undone_at is null and not ",
    );
    query.push(SUPERSEDED).push(" and e.office = ").push_bind(office.as_str().to_owned());
    query.push(" and e.unit = ").push_bind(unit.as_str().to_owned());
    query.push(" and coalesce(e.decided, e.asked) between ").push_bind(period.from.to_string());
    query.push(" and ").push_bind(period.to.to_string());
    let row = query.build().fetch_one(conn).await?;
    Ok(ExtensionCount {
        granted: number(&row, "granted")?,
        refused: number(&row, "refused")?,
        pending: number(&row, "pending")?,
    })
}

/// What a request put into the register.
#[derive(Debug, Clone)]
pub struct Before {
    /// What the request stands for.
    pub fingerprint: String,
    /// The office.
    pub office: OfficeId,
    /// The unit.
    pub unit: UnitNo,
    /// The case.
    pub case_ref: CaseRef,
    /// By whom: the person's id.
    pub person: String,
    /// The row's number.
    pub id: i64,
    /// The line in the request.
    pub line: u32,
    /// When.
    pub at: Timestamp,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
    /// True when a later row stands in its place.
    pub superseded: bool,
}

/// What a request put into the register.
pub async fn of_request(conn: &mut Conn, request: &str) -> Read<Vec<Before>> {
    let mut query = Sql::new("select e.*, ");
    query.push(SUPERSEDED).push(" as superseded from extension e where e.request = ").push_bind(request.to_owned());
    query.push(" order by e.line");
    let rows = query.build().fetch_all(conn).await?;
    rows.iter()
        .map(|row| {
            Ok(Before {
                fingerprint: text(row, "fingerprint")?,
                office: plain(row, "office")?,
                unit: plain(row, "unit")?,
                case_ref: plain(row, "case_ref")?,
                person: text(row, "person")?,
                id: row.try_get("id")?,
                line: number(row, "line")?,
                at: moment(row, "at")?,
                undo_until: moment(row, "undo_until")?,
                undone_at: maybe_moment(row, "undone_at")?,
                superseded: flag(row, "superseded")?,
            })
        })
        .collect()
}

/// Marks what a request put into the register as taken back.
pub async fn undo(conn: &mut Conn, request: &str, at: Timestamp) -> Read<()> {
    sqlx::query("update extension set undone_at = $2 where request = $1 and undone_at is null")
        .bind(request)
        .bind(stamp(at))
        .execute(conn)
        .await?;
    Ok(())
}

fn read(row: &Row) -> Read<ExtensionEntry> {
    let delivery = maybe_plain(row, "state")?;
    let left = maybe_moment(row, "tried_at")?.filter(|_| delivery == Some(crate::domain::task::Delivery::Sent));
    Ok(ExtensionEntry {
        id: row.try_get("id")?,
        unit: plain(row, "unit")?,
        unit_name: String::new(),
        case_ref: plain(row, "case_ref")?,
        asked: plain(row, "asked")?,
        verdict: plain(row, "verdict")?,
        decided: maybe_date(row, "decided")?,
        told: left.map(day_of).or(maybe_date(row, "told")?),
        delivery,
        by: text(row, "name")?,
        at: moment(row, "at")?,
        supersedes: row.try_get("supersedes")?,
        superseded: flag(row, "superseded")?,
    })
}
