//! Notices to units: reminders, and decisions on extensions.
//! Imports `domain` and `api`.

use std::collections::HashMap;

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, Row, json, maybe_moment, maybe_plain, moment, number, plain, stamp, text},
    sql::Sql,
};
use crate::{
    api::units::{LastReminder, LetterKind, UnitLetter},
    domain::{office::OfficeId, period::PeriodId, unit::UnitNo},
    server::store::delivery::Payload,
};

/// A notice that is about to be written.
#[derive(Debug, Clone)]
pub struct NewNotice<'a> {
    /// Its key.
    pub key: &'a str,
    /// The idempotency key of the request it came with.
    pub request: &'a str,
    /// What the request stands for.
    pub fingerprint: &'a str,
    /// The office.
    pub office: &'a OfficeId,
    /// The unit.
    pub unit: &'a UnitNo,
    /// What it is about.
    pub about: About<'a>,
    /// `nb` or `nn`.
    pub language: &'a str,
    /// By whom: the person's id and name.
    pub by: (&'a str, &'a str),
    /// When.
    pub at: Timestamp,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy)]
pub enum About<'a> {
    /// The report of a period that is missing.
    Reminder(&'a PeriodId),
    /// A row of the extension register.
    Extension(i64),
    /// A letter to many units.
    Letter(i64),
}

/// Adds a notice.
pub async fn add(conn: &mut Conn, notice: &NewNotice<'_>) -> Read<()> {
    let (kind, period, extension, letter) = match notice.about {
        About::Reminder(period) => ("reminder", Some(period.as_str()), None, None),
        About::Extension(id) => ("extension", None, Some(id), None),
        About::Letter(id) => ("letter", None, None, Some(id)),
    };
    sqlx::query(
        "insert into notice (key, request, fingerprint, kind, office, unit, period, extension, language, person, name, at,
             undo_until, letter, turn)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, (select coalesce(max(turn), 0) + 1 from notice))",
    )
    .bind(notice.key)
    .bind(notice.request)
    .bind(notice.fingerprint)
    .bind(kind)
    .bind(notice.office.as_str())
    .bind(notice.unit.as_str())
    .bind(period)
    .bind(extension)
    .bind(notice.language)
    .bind(notice.by.0)
    .bind(notice.by.1)
    .bind(stamp(notice.at))
    .bind(stamp(notice.undo_until))
    .bind(letter)
    .execute(conn)
    .await?;
    Ok(())
}

/// The reminders of an office in a period that hold, by unit.
pub async fn reminders(conn: &mut Conn, office: &OfficeId, period: &PeriodId) -> Read<HashMap<UnitNo, LastReminder>> {
    let rows = sqlx::query(
        "select n.unit, n.at, n.name, d.state,
             (select count(*) from notice o where o.kind = 'reminder' and o.unit = n.unit and o.period = n.period
                 and o.office = n.office and o.undone_at is null) as times
         from notice n left join delivery d on d.notice = n.key
         where n.kind = 'reminder' and n.office = $1 and n.period = $2 and n.undone_at is null order by n.at",
    )
    .bind(office.as_str())
    .bind(period.as_str())
    .fetch_all(conn)
    .await?;
    let read = |row: &Row| -> Read<(UnitNo, LastReminder)> {
        let last = LastReminder {
            at: moment(row, "at")?,
            by: text(row, "name")?,
            times: number(row, "times")?,
            delivery: maybe_plain(row, "state")?,
        };
        Ok((plain(row, "unit")?, last))
    };
    rows.iter().map(read).collect()
}

/// A notice that was sent with a key.
#[derive(Debug, Clone)]
pub struct Sent {
    /// What the request stands for.
    pub fingerprint: String,
    /// The unit.
    pub unit: UnitNo,
    /// The office.
    pub office: OfficeId,
    /// By whom: the person's id.
    pub person: String,
    /// The period, for a reminder.
    pub period: Option<PeriodId>,
    /// The letter, for a copy of one.
    pub letter: Option<i64>,
    /// `nb` or `nn`.
    pub language: String,
    /// To which address.
    pub recipient: String,
    /// What.
    pub payload: Payload,
    /// When.
    pub at: Timestamp,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

/// The notices of a request.
pub async fn of_request(conn: &mut Conn, request: &str) -> Read<Vec<Sent>> {
    let rows = sqlx::query(
        "select n.fingerprint, n.unit, n.office, n.person, n.period, n.letter, n.language, n.at, n.undo_until, n.undone_at,
             d.recipient, d.payload
         from notice n join delivery d on d.notice = n.key where n.request = $1 order by n.turn",
    )
    .bind(request)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Sent {
                fingerprint: text(row, "fingerprint")?,
                unit: plain(row, "unit")?,
                office: plain(row, "office")?,
                person: text(row, "person")?,
                period: maybe_plain(row, "period")?,
                letter: row.try_get("letter")?,
                language: text(row, "language")?,
                recipient: text(row, "recipient")?,
                payload: json(row, "payload")?,
                at: moment(row, "at")?,
                undo_until: moment(row, "undo_until")?,
                undone_at: maybe_moment(row, "undone_at")?,
            })
        })
        .collect()
}

/// Marks the notices of a request as taken back.
pub async fn undo(conn: &mut Conn, request: &str, at: Timestamp) -> Read<()> {
    sqlx::query("update notice set undone_at = $2 where request = $1 and undone_at is null")
        .bind(request)
        .bind(stamp(at))
        .execute(conn)
        .await?;
    Ok(())
}

/// What an office wrote to a unit, the newest first: returns, reminders and decisions on extensions that hold.
pub async fn letters(conn: &mut Conn, office: &OfficeId, units: &[UnitNo]) -> Read<Vec<UnitLetter>> {
    let mut query = Sql::new(
        "select c.decided_at as at, 'return' as kind, c.reference as about, c.name, d.recipient, d.state
         from decision c join task t on t.reference = c.reference join delivery d on d.decision = c.key
         where c.kind = 'return' and c.undone_at is null and t.office = ",
    );
    query.push_bind(office.as_str().to_owned()).push(" and t.unit in (");
    query.push_list(units.iter().map(|unit| unit.as_str().to_owned()));
    query.push(
        ") union all
         select n.at, n.kind, coalesce('KHR-' || n.period || '-' || n.unit, e.case_ref,
             case n.language when 'nn' then l.subject_nn else l.subject_nb end), n.name, d.recipient, d.state
         from notice n join delivery d on d.notice = n.key left join extension e on e.id = n.extension
             left join letter l on l.id = n.letter
         where n.undone_at is null and n.office = ",
    );
    query.push_bind(office.as_str().to_owned()).push(" and n.unit in (");
    query.push_list(units.iter().map(|unit| unit.as_str().to_owned()));
    query.push(") order by 1 desc limit 200");
    query.build().fetch_all(conn).await?.iter().map(read_letter).collect()
}

fn read_letter(row: &Row) -> Read<UnitLetter> {
    Ok(UnitLetter {
        at: moment(row, "at")?,
        kind: plain::<LetterKind>(row, "kind")?,
        about: row.try_get("about")?,
        by: text(row, "name")?,
        recipient: text(row, "recipient")?,
        delivery: plain(row, "state")?,
    })
}
