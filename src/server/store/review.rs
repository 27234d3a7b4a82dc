//! What the rules compare with: the figures of all units, what was accepted, and what the queue shows of the findings.
//! Imports `domain`.

use jiff::Timestamp;

use super::{
    Conn,
    row::{Read, Row, flag, json, maybe, moment, nested, number, plain, stamp, text},
    sql::Sql,
};
use crate::domain::{
    finding::{Accepted, FindingId},
    period::PeriodId,
    report::{Reference, Values},
    score::Risk,
    unit::UnitNo,
};

/// The newest figures of a unit in a period.
#[derive(Debug, Clone)]
pub struct UnitFigures {
    /// The unit.
    pub unit: UnitNo,
    /// Its figures.
    pub values: Values,
}

/// The newest figures of every unit that has reported for a period, whatever became of them.
pub async fn figures(conn: &mut Conn, period: &PeriodId) -> Read<Vec<UnitFigures>> {
    let rows = sqlx::query(
        "select t.unit, v.figures from task t
         join report_version v on v.reference = t.reference and v.version = t.version
         where t.kind = 'report' and t.period = $1 order by t.unit",
    )
    .bind(period.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok(UnitFigures { unit: plain(row, "unit")?, values: json(row, "figures")? })).collect()
}

/// How many versions there are for a period and which is the newest: another answer means other figures.
pub async fn generation(conn: &mut Conn, period: &PeriodId) -> Read<String> {
    let row = sqlx::query(
        "select count(*) as versions, coalesce(max(v.received_at), '') as newest from task t
         join report_version v on v.reference = t.reference where t.kind = 'report' and t.period = $1",
    )
    .bind(period.as_str())
    .fetch_one(conn)
    .await?;
    Ok(format!("{} {}", number(&row, "versions")?, text(&row, "newest")?))
}

/// The open reports of all offices.
pub async fn open_reports(conn: &mut Conn) -> Read<Vec<Reference>> {
    let rows = sqlx::query("select reference from task where kind = 'report' and state = 'open' order by reference")
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| plain(row, "reference")).collect()
}

/// Sets what the queue shows of the findings of a case, unless it has a newer version; tells whether that is something new.
pub async fn weigh(conn: &mut Conn, reference: &Reference, version: u32, risk: &Risk, weight: u32) -> Read<bool> {
    let done = sqlx::query(
        "update task set errors = $2, warnings = $3, infos = $4, unanswered = $5, risk = $6
         where reference = $1 and version = $7 and (errors, warnings, infos, unanswered, risk) <> ($2, $3, $4, $5, $6)",
    )
    .bind(reference.as_str())
    .bind(i64::from(risk.errors))
    .bind(i64::from(risk.warnings))
    .bind(i64::from(risk.infos))
    .bind(i64::from(risk.unanswered))
    .bind(i64::from(weight))
    .bind(i64::from(version))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// What the queue shows of the findings of a case.
pub(super) fn read_risk(row: &Row) -> Read<Risk> {
    Ok(Risk {
        errors: number(row, "errors")?,
        warnings: number(row, "warnings")?,
        infos: number(row, "infos")?,
        unanswered: flag(row, "unanswered")?,
    })
}

/// An acceptance that is about to be written.
#[derive(Debug, Clone)]
pub struct NewAcceptance<'a> {
    /// The case.
    pub reference: &'a Reference,
    /// The unit.
    pub unit: &'a UnitNo,
    /// The period.
    pub period: &'a PeriodId,
    /// The finding.
    pub finding: &'a FindingId,
    /// The figures for which it is accepted.
    pub figures: &'a Values,
    /// Why; none takes the one before back.
    pub reason: Option<&'a str>,
    /// By whom: the person's id.
    pub person: &'a str,
    /// By whom: the person's name.
    pub name: &'a str,
    /// When.
    pub at: Timestamp,
}

/// Adds an acceptance.
pub async fn accept(conn: &mut Conn, new: &NewAcceptance<'_>) -> Read<()> {
    sqlx::query(
        "insert into acceptance (reference, unit, period, rule, part, point, figures, reason, person, name, accepted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(new.reference.as_str())
    .bind(new.unit.as_str())
    .bind(new.period.as_str())
    .bind(&new.finding.rule)
    .bind(i64::from(new.finding.part))
    .bind(&new.finding.point)
    .bind(nested(new.figures)?)
    .bind(new.reason)
    .bind(new.person)
    .bind(new.name)
    .bind(stamp(new.at))
    .execute(conn)
    .await?;
    Ok(())
}

/// A deviation of a unit that was accepted.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// Of which case.
    pub reference: Reference,
    /// Which finding.
    pub finding: FindingId,
    /// For which figures.
    pub figures: Values,
    /// With which reason, by whom and when.
    pub accepted: Accepted,
}

/// What was accepted for a unit, under either of its two numbers, and not taken back; the newest first.
pub async fn accepted(conn: &mut Conn, units: &[UnitNo]) -> Read<Vec<Acceptance>> {
    let mut query = Sql::new(
        "select reference, period, rule, part, point, figures, reason, name, accepted_at from acceptance a where unit in (",
    );
    query.push_list(units.iter().map(|unit| unit.as_str().to_owned()));
    query.push(
        ") and reason is not null
           and id = (select max(id) from acceptance b where b.reference = a.reference and b.rule = a.rule
                         and b.part = a.part and b.point = a.point)
         order by id desc",
    );
    query.build().fetch_all(conn).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Read<Acceptance> {
    let part: u32 = number(row, "part")?;
    Ok(Acceptance {
        reference: plain(row, "reference")?,
        finding: FindingId {
            rule: text(row, "rule")?,
            part: u8::try_from(part).unwrap_or(u8::MAX),
            point: text(row, "point")?,
        },
        figures: json(row, "figures")?,
        accepted: Accepted {
            reason: maybe(row, "reason")?.unwrap_or_default(),
            by: text(row, "name")?,
            at: moment(row, "accepted_at")?,
            period: plain(row, "period")?,
        },
    })
}
